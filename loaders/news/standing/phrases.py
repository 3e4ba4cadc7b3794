"""Phrases of the lexicon where they stand in the text: "provided that", "all but" are whole there, not in a parse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..language.parse import Token
from ..language.syntax import child
from .signatures import phrases

_LONGEST = 5
"""Words of the longest predicate of the lexicon: "go as far as" and one to spare."""
_BEFORE = 6
"""Words before a clause among which a phrase that opens it is sought."""


def opening(verb: Token) -> str:
    """The words before a clause's subject, or before the verb where it has none, in lower case."""
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    first = subject.left_edge if subject is not None and subject.i < verb.i else verb.left_edge
    begin = max(verb.sent.start, first.i - _BEFORE)
    return " ".join(t.lower_ for t in verb.doc.tokens[begin : first.i])


def opens_with(verb: Token, *place: str) -> bool:
    """True when a clause is opened by a phrase of several words, or by one that a parser takes for a verb."""
    words = f" {opening(verb).removesuffix(' that')}"
    return words.endswith(_openings(*place))


@cache
def _openings(*place: str) -> tuple[str, ...]:
    return tuple(f" {p}" for p in phrases(*place) if " " in p or p.endswith(("ing", "ed")))


def inverted(verb: Token) -> bool:
    """True for "Had Norway offered ...", "Should they ask ...", which is no question."""
    subject = child(verb, "nsubj", "nsubjpass")
    aux = next(
        (c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "should", "were")), None
    )
    if subject is None or aux is None or not aux.i < subject.i < verb.i:
        return False
    ends = next((t.text for t in verb.doc.tokens[verb.i + 1 :] if t.text in (".", "!", "?", "…")), ".")
    return aux.i == verb.left_edge.i and ends != "?"


def hangs_after(verb: Token) -> bool:
    """True when a condition of several words follows in the clause: "will pay provided that ...", "as long as ..."."""
    text = f" {' '.join([t.lower_ for t in verb.subtree if t.i > verb.i])} "
    return any(p in text for p in _conditions())


@cache
def _conditions() -> tuple[str, ...]:
    alone = ("provided", "providing", "assuming")
    return tuple(f" {p} " for p in phrases("conditional") if " " in p or p in alone)


def beside(verb: Token, words: frozenset[str]) -> str:
    """The first phrase of several words that stands in a clause of its own words, or right before its verb."""
    last = verb.doc.tokens[verb.i - 2].lower_ + " " + verb.doc.tokens[verb.i - 1].lower_ if verb.i > 1 else ""
    if last in words:
        return last
    text = f" {' '.join([t.lower_ for t in verb.subtree])} "
    return next((p for p in _of_several(words) if f" {p} " in text), "")


@cache
def _of_several(words: frozenset[str]) -> tuple[str, ...]:
    """The phrases of several words, sorted."""
    return tuple(p for p in sorted(words) if " " in p)


def before_noun(noun: Token) -> str:
    """The words of a noun phrase before its noun, hyphens closed: "the would-be"."""
    words = (t.lower_ for t in noun.doc.tokens[noun.left_edge.i : noun.i])
    return " ".join(words).replace(" - ", "-").replace(" ’s", "’s")


def run_on(word: Token) -> Iterator[str]:
    """A word with the words right after it, the longest first: "back away from", "back away"."""
    after = [t.lower_ for t in word.doc.tokens[word.i + 1 : word.i + _LONGEST]]
    yield from (" ".join([word.lemma_.lower(), *after[:count]]) for count in range(len(after), 0, -1))
