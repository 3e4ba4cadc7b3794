"""Whose account a sentence goes on with, that does not say so itself.

"The mediators had floated a pause, a diplomat said. The army had asked for time." The second sentence is the
diplomat's as well: what a party is only said to have done is not shown as done.
"""

from __future__ import annotations

from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.attribution import Attributed, Attribution
from ..language.parse import Token
from ..language.syntax import subject_of
from ..lexicons.word_lists import wordset
from .frames import FoundAct

_BACK: Final = ("it", "they", "he", "she")
"""Subjects that a sentence takes over from the one before."""
_ACCOUNTS: Final = ("say", "according")


def account_of(actors: Actors, attribution: Attribution, act: FoundAct) -> Key | None:
    """Who tells what happened in the sentence before and goes on in this one; ``None`` where the article tells it."""
    number = act.sentence.number
    before = actors.article.sentences[number - 1] if number else None
    if before is None or before.segment_number != act.sentence.segment_number:
        return None
    if any(said.utterance.kind != "speak" for said in attribution.said_within(act.sentence)):
        return None
    told = next((said for said in attribution.said_within(before) if said.utterance.kind in _ACCOUNTS), None)
    if told is None or told.utterance.mode == "direct-quote" or not _is_whole(told):
        return None
    own = bool(set(actors.parties(told.speakers)) & set(act.agents))
    verb = act.head if act.head.pos_ in ("VERB", "AUX") else act.head.head
    subject = subject_of(verb)
    taken_over = subject is not None and subject.lower_ in _BACK and _is_first(act, subject) and not own
    answers = verb.lemma_.lower() in wordset("acts", "light_with") and not own
    return told.chain[-1] if _earlier(verb) or taken_over or answers else None


def _is_whole(told: Attributed) -> bool:
    """True when the sentence is somebody's word as a whole, not in a clause beside."""
    verb = told.utterance.verb
    return verb is None or verb.dep_ == "ROOT"


def _is_first(act: FoundAct, subject: Token) -> bool:
    """True for a pronoun that nobody in its own sentence can be meant by."""
    return not any(t.i < subject.i and t.dep_ in ("nsubj", "nsubjpass") for t in act.sentence.span)


def _earlier(verb: Token) -> bool:
    """True for "had asked", "had been offered"."""
    return any(c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for c in verb.children)
