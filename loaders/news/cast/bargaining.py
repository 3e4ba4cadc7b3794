"""Who bargains by the text's own words: "talks with the Miners' Federation", "negotiations between A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ....graph.records import Key
from ..language.annotation import Sentence
from ..language.parse import Token
from ..language.syntax import base, children, subject_of
from ..lexicons.word_lists import wordset

if TYPE_CHECKING:
    from .actors import Actors


def bargaining(actors: Actors) -> frozenset[Key]:
    """The organisations that an article tells to be in talks with somebody, known or not."""
    nouns = ((noun, sentence) for sentence in actors.article.sentences for noun in _named(sentence))
    keys = (key for noun, sentence in nouns for key in actors.resolve(noun, sentence))
    return frozenset(key for key in keys if key.startswith("organization/") and not _is_outlet(actors, key))


def _named(sentence: Sentence) -> Iterator[Token]:
    words = wordset("topics", "talks") | wordset("topics", "negotiation")
    for token in sentence.span:
        told = token.pos_ == "NOUN" and (token.lower_ in words or base(token) in words)
        if told or (token.pos_ == "VERB" and token.lemma_ in ("negotiate", "bargain")):
            for prep in children(token, "prep"):
                if prep.lower_ in ("with", "between"):
                    yield from children(prep, "pobj")
        if token.pos_ == "VERB" and token.lemma_ in ("negotiate", "bargain") and (who := subject_of(token)) is not None:
            yield who


def _is_outlet(actors: Actors, key: Key) -> bool:
    entry = actors.gazetteer.entry(key)
    return entry is not None and entry.kind == "outlet"
