"""Which act answers which within one source: what follows from its acts, their items and the order of its words.

An act answers what another side has proposed, offered, demanded or requested: the same item, "the demand to X" where
X is demanded, or what was asked last before it where its item is only "that" or "the offer". A withdrawal answers what
its own side has asked. Nothing is answered by, or asked in, an act that is denied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ...ontology.terms import PARLEY
from ..records import Act, Agent, Key, Statement
from .sheet import Sheet

_ASKS: Final = frozenset(("propose", "offer", "demand", "request"))
_ANSWERS: Final = frozenset(("agree", "agreeToConsider", "reject", "commit", "setCondition", "carryOut", "withdraw"))
_SPOKEN_OF: Final = frozenset(("agree", "agreeToConsider", "reject", "withdraw"))
"""Answers whose item may be only a word for what was asked."""
_BARE: Final = re.compile(
    r"it|that|this|them|these|those|so|do so|doing so|either|both|neither"
    r"|(?:the|this|that|these|those|its|their|his|her)"
    r" (?:offer|proposal|demand|request|plan|idea|suggestion|call|bid|condition|term)s?",
    re.IGNORECASE,
)
_NEAR: Final = 600
"""So many characters before it a word for what was asked may reach."""
_SHORTEST: Final = 12
"""A shorter label stands in others by chance."""


def write_responses(sheet: Sheet) -> None:
    """Write which act of the source answers which, beside what the source says."""
    records = sheet.by_key.values()
    acts = [one for one in records if isinstance(one, Act) and one.standing != "denied"]
    places = _places(one for one in records if isinstance(one, Statement))
    asks = sorted((one for one in acts if one.type in _ASKS), key=lambda one: (places.get(one.key, 0), one.key))
    for answer in acts:
        if answer.type in _ANSWERS:
            for ask in _answered(sheet, answer, asks, places):
                nodes = sheet.nodes((answer.key, ask.key), needed_by=answer.key)
                sheet.derived.add(nodes[0], PARLEY.respondsTo, nodes[1])


def _answered(sheet: Sheet, answer: Act, asks: Iterable[Act], places: Mapping[Key, int]) -> Iterator[Act]:
    sides, own = _sides(sheet, answer), answer.type == "withdraw"
    possible = [ask for ask in asks if ask != answer and bool(_sides(sheet, ask) & sides) == own]
    named = sheet.name(answer.item).strip().lower()
    if answer.type in _SPOKEN_OF and _BARE.fullmatch(named):
        place = places.get(answer.key, 0)
        before = [ask for ask in possible if place - _NEAR < places.get(ask.key, place) < place]
        yield from before[-1:]
        return
    for ask in possible:
        label = sheet.name(ask.item).strip().lower()
        if ask.item == answer.item or (len(label) >= _SHORTEST and label in named):
            yield ask


def _places(statements: Iterable[Statement]) -> dict[Key, int]:
    """Where the words for a fact begin."""
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for statement in statements:
        for fact in statement.supports:
            found[fact].append(statement.span.start)
    return {fact: min(starts) for fact, starts in found.items()}


def _sides(sheet: Sheet, act: Act) -> set[Key]:
    return {_side(sheet, agent) for agent in act.agents}


def _side(sheet: Sheet, agent: Key) -> Key:
    """Whom somebody belongs to, at the top."""
    seen: set[Key] = set()
    while agent not in seen:
        seen.add(agent)
        record = sheet.by_key.get(agent)
        agent = record.side if isinstance(record, Agent) and record.side is not None else agent
    return agent
