"""Items told in a word, and which of those told in full they mean: by their amount, or by whose they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from .closeness import apart_by_days
from .matches import Likeness
from .spelling import stems
from .tellings import Telling
from .variants import without_units

SHORTLY: Final = 45
"""Within so many days what is told in few words can be what was told in full."""
_NEWS: Final = 7
"""Within so many days "the Chilean offer" of another source is the one that it told of."""
_OWN: Final = re.compile(r"(?:its|their|his|her) ", re.IGNORECASE)
"""What a side does with "its offer" is done with its own."""
_FOR_ITEMS: Final = stems("demand offer proposal request idea plan call promise pledge figure")
"""Words that name an item and do not tell what it is about."""
_WEIGHING: Final = stems("consider study examine review weigh discuss answer accept reject")
"""Words for what is done with an item."""

Pairs: TypeAlias = list[tuple[int, int, Likeness]]
Apart: TypeAlias = Callable[[int, int], str]
Alike: TypeAlias = Callable[[Telling, Telling], bool]


def by_amount(told: Sequence[Telling], apart: Apart, alike: Alike) -> Pairs:
    """Return the pairs of "its demand for $40 million" and the only thing for which that side told of that amount.

    One word may tell what for: "the 12 percent tariff", which the side rejects to which it was offered.
    """
    found = []
    for one, bare in enumerate(told):
        if not bare.amounts or len(own_words(bare)) > 1:
            continue
        possible = [
            (other, that)
            for other, that in enumerate(told)
            if bare.amounts == that.amounts
            and all(unit for _, unit in that.amounts)
            and own_words(bare) < own_words(that)
            and (_whose(bare) == _whose(that) != set() or _answers(bare, that))
            and apart_by_days(bare, that) <= SHORTLY
            and not apart(one, other)
        ]
        alone = all(alike(possible[0][1], that) for _, that in possible[1:])
        amount = "the only matter of that amount" if alone else "one of several matters of that amount"
        found += [
            (one, other, Likeness(0.75 if alone else 0.5, (_by_whom(bare, that), amount))) for other, that in possible
        ]
    return found


def by_owner(told: Sequence[Telling], apart: Apart, alike: Alike) -> Pairs:
    """Return the pairs of "the Chilean offer" and the only one that Chile is told to have made."""
    found: Pairs = []
    for one, bare in enumerate(told):
        if not _is_bare(bare) or bare.amounts:
            continue
        possible = [
            (other, that)
            for other, that in enumerate(told)
            if _made_by(that, bare.named) and apart_by_days(bare, that) <= _NEWS and not apart(one, other)
        ]
        here = [(other, that) for other, that in possible if that.source == bare.source] or possible
        alone = all(alike(here[0][1], that) for _, that in here[1:])
        which = "the only one of its owner" if alone else "one of several of its owner"
        found += [(one, other, Likeness(0.75 if alone else 0.5, (which,))) for other, _ in here]
    return found


def is_owners(one: Telling, other: Telling) -> bool:
    """True when one is told as what the other's owner has put forward."""
    return (_is_bare(one) and _made_by(other, one.named)) or (_is_bare(other) and _made_by(one, other.named))


def as_owners(told: Telling) -> Telling:
    """Return "the Chilean offer" as Chile's, which somebody else answers."""
    if not _is_bare(told) or told.parties == told.named:
        return told
    return replace(told, parties=told.named, others=tuple(sorted({*told.others} - {*told.named})), sort="Item")


def _is_bare(told: Telling) -> bool:
    """True of "consider the Chilean offer": nothing is told of it but whose it is, and perhaps how much.

    Whoever promises to study it has put forward no more than that.
    """
    theirs = len(told.named) == 1 and told.parties in ((), told.named)
    return theirs and bool(_FOR_ITEMS & set(told.words)) and not own_words(told) - _WEIGHING


def _made_by(told: Telling, owner: Sequence[str]) -> bool:
    return told.sort == "Proposal" and told.parties == tuple(owner) and bool(own_words(told))


def own_words(told: Telling) -> set[str]:
    """Return the words that tell what an item is about: neither units nor "demand", "offer" and the like."""
    return set(without_units(told.words, tuple(unit for _, unit in told.amounts))) - _FOR_ITEMS


def _whose(told: Telling) -> set[str]:
    """Return who has put an item forward, or else who has answered or withdrawn it."""
    return set(told.parties or told.others)


def _by_whom(bare: Telling, that: Telling) -> str:
    return "answered by the other side" if _answers(bare, that) else "same side"


def _answers(bare: Telling, that: Telling) -> bool:
    """True when one is told by a word, not whose it is, and answered by the other side of who put the other forward."""
    theirs, answering = set(that.parties), set(bare.others)
    if bare.parties or not (theirs and answering) or _OWN.match(bare.label):
        return False
    if not own_words(bare) and theirs != set(bare.named):
        return False
    return (
        not theirs & answering and theirs <= {*bare.around, *bare.named} and answering <= {*that.around, *that.others}
    )
