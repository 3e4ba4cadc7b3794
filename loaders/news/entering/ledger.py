"""The acts of one article that are entered already: what is told again, and what "it" and "the demand" take up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from ....graph.records import ActType, Key
from ..acts.fragments import does_so, takes_up
from ..acts.frames import FoundAct
from ..acts.terms import FoundTerm
from ..language.syntax import thing_of
from ..lexicons.word_lists import lexicon

FAMILIES: dict[ActType, ActType] = {"offer": "propose", "request": "demand"}
"""Acts that another telling of the same act may have instead."""
_ASKED: tuple[ActType, ...] = ("propose", "offer", "demand", "request")
"""Acts that put something forward."""
_TAKEN_UP = 1
"""Sentences from what somebody puts forward to "the plan" that takes it up; what stands between is another plan."""


@dataclass(frozen=True, slots=True)
class Entered:
    """An act that has its records, as it was told first."""

    act: FoundAct
    term: FoundTerm
    act_key: Key
    item_key: Key
    term_key: Key


class Ledger:
    """The acts that are entered already."""

    def __init__(self) -> None:
        self._by_agents: dict[tuple[ActType, frozenset[Key]], list[Entered]] = {}
        self._by_sentence: dict[int, list[Entered]] = {}
        self._all: list[Entered] = []

    def note(self, entered: Entered) -> None:
        """Notes an act that was told for the first time."""
        self._by_agents.setdefault(_family(entered.act), []).append(entered)
        self._by_sentence.setdefault(entered.act.sentence.number, []).append(entered)
        self._all.append(entered)

    def told_before(self, act: FoundAct, term: FoundTerm) -> Entered | None:
        """The same act, told before."""
        return next((e for e in self._by_agents.get(_family(act), ()) if _same_term(term, e.term)), None)

    def considered(self, act: FoundAct) -> Entered | None:
        """The act whose item "agreed to consider X's proposal" or "rejected X's proposal" is about."""
        if act.type not in ("agreeToConsider", "reject", "agree", "withdraw"):
            return self._same_again(act) if takes_up(act) else None
        if does_so(act):
            return self._asked_before(act)
        start, end = act.span
        nested = (e for e in self._by_sentence.get(act.sentence.number, ()) if e.act.nested and e.act.type in _ASKED)
        inside = next((e for e in nested if start <= e.act.span[0] and e.act.span[1] <= end), None)
        return inside or self._taken_up(act)

    def told(self) -> Iterator[tuple[FoundAct, FoundTerm]]:
        """Every act with its term, the last one first."""
        return ((entered.act, entered.term) for entered in reversed(self._all))

    def _asked_before(self, act: FoundAct) -> Entered | None:
        """What was just asked of those who refuse, or agree, "to do so"."""
        for entered in reversed(self._all):
            other = entered.act
            if act.sentence.number - other.sentence.number > _TAKEN_UP:
                return None
            if other.type in ("demand", "request") and set(act.agents) <= set(other.addressees):
                return entered
        return None

    def _same_again(self, act: FoundAct) -> Entered | None:
        """What "proposed the same" takes up: what was just put forward, by whomever."""
        last = self._all[-1] if self._all else None
        near = last is not None and act.sentence.number - last.act.sentence.number <= _TAKEN_UP
        return last if last is not None and near and last.act.type in _ASKED else None

    def _taken_up(self, act: FoundAct) -> Entered | None:
        """The act that "the demand" alone takes up: the last of the other side, one's own to withdraw it."""
        noun = act.root if act.root.pos_ in ("NOUN", "PROPN") else thing_of(act.root) or act.root
        alone = noun.pos_ == "NOUN" and not any(c.dep_ in ("prep", "acl", "relcl") for c in noun.children)
        definite = any(c.lower_ in ("the", "that", "this") for c in noun.children)
        kinds = next((e["means"] for e in lexicon("acts")["taken_up"] if noun.lemma_.lower() in e["nouns"]), ())
        if takes_up(act):
            alone, definite, kinds = True, True, kinds or _ASKED
        if not (alone and definite and kinds):
            return None
        own = act.type == "withdraw"
        for entered in reversed(self._all):
            if act.sentence.number - entered.act.sentence.number > _TAKEN_UP:
                return None
            same_side = bool(set(entered.act.agents) & set(act.agents))
            if entered.act.type in kinds and same_side == own:
                return entered
        return None


def _family(act: FoundAct) -> tuple[ActType, frozenset[Key]]:
    return FAMILIES.get(act.type, act.type), frozenset(act.agents)


def _same_term(term: FoundTerm, known: FoundTerm) -> bool:
    amounts = {(q.value, q.minimum, q.maximum) for q in (term.quantity, known.quantity) if q is not None}
    if len(amounts) == 2:
        return False
    if term.action and term.action == known.action and term.quantity and known.quantity:
        return True
    return fuzz.token_sort_ratio(term.text.lower(), known.text.lower()) >= 75
