"""What the words of an act take for granted without saying it: never counted as asserted."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph.records import Span
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import wordset
from .frames import FoundAct


def presupposed(act: FoundAct) -> Iterator[Span]:
    """The words by which an act takes something for granted, in order."""
    root = act.root
    goes_on = child(root, "dobj") if root.lemma_.lower() in wordset("acts", "going_on") else None
    if goes_on is not None and act.head.i < root.i:
        yield Span(start_of(act.head), end_of(goes_on))  # "agreed to continue the exchanges": there are exchanges
    if act.type in ("demand", "request"):
        for noun in (t for t in root.subtree if t.pos_ in ("NOUN", "PROPN")):
            if _is_described(noun):
                yield Span(*extent(_described(noun)))


def _is_described(noun: Token) -> bool:
    """True for "detained civilians": a participle tells what has been done to them."""
    return any(c.tag_ == "VBN" for c in children(noun, "amod"))


def _described(noun: Token) -> list[Token]:
    return [noun, *(t for p in children(noun, "amod") if p.tag_ == "VBN" for t in p.subtree)]
