"""Puts right what a tagger makes of "Envoys of A met": a plural that opens a sentence in a capital is no name."""

from __future__ import annotations

from ..lexicons.word_lists import wordset
from .parse import Span

_GROUPS = wordset("actors", "envoys") | wordset("actors", "collectives")


def mend_opening_plural(sentence: Span) -> None:
    """Makes a plural noun of a first word that is taken for a name, where it is a word for people who are sent."""
    first = next((t for t in sentence if not (t.is_punct or t.is_space)), None)
    if first is None or first.tag_ != "NNP" or first.ent_type_ or not first.text[1:].islower():
        return
    singular = first.lower_.removesuffix("s")
    if singular != first.lower_ and singular in _GROUPS:
        first.tag_, first.pos_, first.lemma_ = "NNS", "NOUN", singular
