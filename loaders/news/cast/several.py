"""Three sides and more: who faces one together, who talk or agree with each other, and all of "the three parties"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ....graph.records import Key
from ..language.annotation import start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.readings import Reading
from ..values.numerals import number
from .members import Cast
from .parties import face
from .votes import ONE, tally

_NEAR: Final = 4
"""Paragraphs behind a lead in which those are named of whom it tells how many they are."""
_ALL: Final = frozenset({"party", "side", "country", "delegation", "capital", "government"})
_APART: Final = frozenset({"amod", "compound", "nmod", "prep", "relcl", "poss"})
"""How words hang on "the three parties" by which these are not all."""
_POWERS: Final = frozenset({"power", "state", "country", "nation", "government"})
_WITH_EACH_OTHER: Final = frozenset({"agree", "meet", "negotiate", "sign", "talk"})
_LISTS: Final = re.compile(r",? and (?:the )?|, (?:the )?")
"""What stands between those who are listed: "A, B and C"."""


def rows(text: str, mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """The names one after another: of "A, B and C met D" A, B and C, then D."""
    row: list[Mention] = []
    for mention in mentions:
        if row and not _LISTS.fullmatch(text, row[-1].end, mention.start):
            yield row
            row = []
        row.append(mention)
    if row:
        yield row


def is_closed(text: str, row: Sequence[Mention]) -> bool:
    """True for "A, B and C"; not for the "A and B, C" of "talks between A and B, C said"."""
    return len(row) > 2 and " and " in text[row[-2].end : row[-1].start]


def joint_sides(cast: Cast, sides: tuple[Key, ...]) -> tuple[Key, ...]:
    """One of the two sides and the three states or more that face it together in the lead; () where none do.

    "A, B and C told D that they would wait": the two sides are D, and the others.
    """
    if face(cast, sides):
        return ()  # of a movement and its state others are mediators
    first = cast.lead
    lead = [reading for reading in cast.readings if reading.sentence.segment_number == first]
    named = {mention.entry.key for reading in lead for mention in reading.mentions}
    several, alone = _several_unnamed(lead)
    near = [r for r in cast.readings if several and 0 < r.sentence.segment_number - first <= _NEAR]
    for reading in [*lead, *near]:
        for listed in _lists_of_states(cast, reading, bodies=bool(several)):
            states = tuple(dict.fromkeys(mention.entry.key for mention in listed))
            acts = any(_acts(t, listed) for t in reading.sentence.span)
            if alone and len(states) == several and acts:
                return tuple(cast.known(mention) for mention in listed)
            others = [key for key in named if key not in states]
            alone_there = others[0] if several and len(others) == 1 else None
            faced = next((side for side in sides if side in others), alone_there)
            if len(states) > 2 and faced is not None and (len(states) == several or (acts and not several)):
                return tuple(cast.unprinted(key) for key in (faced, *states))
    return ()


def listed_together(cast: Cast, sides: tuple[Key, ...]) -> tuple[Key, ...]:
    """The three or more who talk or agree with each other where an article begins, both sides among them; else ().

    "Officials from A, B and C ended two days of talks", where A and B are named oftenest.
    """
    first = cast.lead
    for reading in (r for r in cast.readings if 0 <= r.sentence.segment_number - first < _NEAR):
        talks = any(t.lemma_.lower() in _WITH_EACH_OTHER | wordset("actors", "bargains") for t in reading.sentence.span)
        for listed in _lists_of_states(cast, reading, bodies=True) if talks and sides else ():
            keys = tuple(dict.fromkeys(mention.entry.key for mention in listed))
            acting = any(_acts(t, listed) or _is_within(t, listed) for t in reading.sentence.span)
            if is_closed(cast.article.text, listed) and len(keys) > len(sides) and set(sides) <= set(keys) and acting:
                return tuple(cast.known(mention) for mention in listed)
    return ()


def _is_within(token: Token, listed: Iterable[Mention]) -> bool:
    """True for the first name of "talks between A, B and C", "the delegations of A, B and C"."""
    held = token.dep_ == "pobj" and token.head.lower_ in ("between", "among", "of")
    return held and any(mention.start <= start_of(token) < mention.end for mention in listed)


def _several_unnamed(lead: Iterable[Reading]) -> tuple[int, bool]:
    """How many states a lead tells of whose names stand behind it, and whether they face nobody else.

    Three, not alone, for "A and three European powers"; five, alone, for "Five governments failed to agree"; else none.
    """
    nouns = (t for reading in lead for t in reading.sentence.span if t.lemma_.lower() in _POWERS and t.tag_ == "NNS")
    for noun in nouns:
        counts = (number(c.text) for c in noun.children if c.dep_ == "nummod")
        count = next((int(count) for count in counts if count is not None and count > 2), 0)
        if count:
            return count, noun.dep_ in ("nsubj", "nsubjpass") and not children(noun, "conj")
    return 0, False


def _lists_of_states(cast: Cast, reading: Reading, *, bodies: bool) -> Iterator[list[Mention]]:
    """The states, and with ``bodies`` the unions too, that are named one after another: "A, B and C"."""
    sides = (m for m in reading.mentions if m.entry.kind == "state" or (bodies and m.entry.party))
    return rows(cast.article.text, sides)


def _acts(token: Token, listed: Iterable[Mention]) -> bool:
    """True for the word of one of the listed states that does something, or from which people come."""
    sent = token.dep_ == "pobj" and token.head.lower_ in ("from", "by")
    named = any(mention.start <= start_of(token) < mention.end for mention in listed)
    return named and (sent or token.dep_ in ("nsubj", "nsubjpass"))


def all_of_many(cast: Cast) -> tuple[Key, ...]:
    """Those who act most where an article tells how many they all are: "each of the three parties"."""
    count = max((_count_of_all(t) for r in cast.readings for t in r.sentence.span), default=0)
    votes = tally(cast).most_common(count + 1) if count else []
    least = votes[count - 1][1] if len(votes) >= count > 0 else 0
    rest = votes[count][1] if len(votes) > count else 0
    return tuple(cast.unprinted(key) for key, _ in votes[:count]) if least >= 2 * ONE and least >= 2 * rest else ()


def _count_of_all(noun: Token) -> int:
    """Three for "the three parties", "all three countries"; 0 for others and for two."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in _ALL or any(c.dep_ in _APART for c in noun.children):
        return 0
    definite = any(c.lower_ in ("the", "all") for c in noun.children)
    counts = (number(c.text) for c in noun.children if c.dep_ == "nummod")
    return next((int(count) for count in counts if definite and count is not None and count > 2), 0)
