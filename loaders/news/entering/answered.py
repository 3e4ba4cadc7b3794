"""What an answer such as "will look into the matter" is on: the issues of what another side has just put forward."""

from __future__ import annotations

from collections.abc import Iterable

from ....graph.records import ActType
from ..acts.frames import FoundAct
from ..acts.terms import FoundTerm

_ANSWERS: frozenset[ActType] = frozenset({"agreeToConsider", "agree", "reject"})
_JUST_BEFORE = 2
"""Sentences from what is put forward to its answer."""


def answered_issues(act: FoundAct, told: Iterable[tuple[FoundAct, FoundTerm]]) -> tuple[str, ...]:
    """The issues of the act of another side that is told just before an answer; ``told`` begins with the last one."""
    if act.type not in _ANSWERS:
        return ()
    for other, term in told:
        if not 0 <= act.sentence.number - other.sentence.number <= _JUST_BEFORE:
            return ()
        if not set(other.agents) & set(act.agents):
            return term.issues
    return ()
