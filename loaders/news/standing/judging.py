"""What becomes of an act by its value: asserted, claimed, conditional, expected, denied, or none at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ....graph.records import Standing
from .signatures import FORCES
from .value import Value

_NO_FACT: Final = frozenset(FORCES)
"""Why something told is no fact; what hangs on a condition may be one all the same."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The standing of an act, or why it is none."""

    standing: Standing | None
    reason: str = ""


def judge(value: Value, *, said: bool, own: bool, binds: bool, refusal: bool = False) -> Judgement:
    """Return the standing of an act whose clause has this value.

    ``said``: somebody is found to say these words; ``own``: whoever says so is of the side that acts; ``binds``: it
    is an act by which somebody binds himself; ``refusal``: the clause's "not" has made it a refusal.
    """
    value = value.negated() if refusal else value
    if forces := value.forces & _NO_FACT:
        return Judgement(None, sorted(forces)[0])
    if value.time in ("general", "background"):
        return Judgement(None, value.time)
    if value.polarity == "u":
        return Judgement(None, "not told to be so")
    if value.polarity == "-":
        kinds = {source.kind for source in value.sources}
        return Judgement("denied") if "denied" in kinds else Judgement(None, "told not to be so")
    if "conditional" in value.forces and (binds or refusal):
        return Judgement("conditional")
    told = said or bool(value.sources)
    foreseen = value.time == "planned" or "foreseen" in {source.kind for source in value.sources}
    if foreseen and told and not own:
        return Judgement(None, "foreseen by somebody else")
    if foreseen:
        return Judgement("expected")
    if value.certainty != "certain" and not told:
        return Judgement(None, "only possible")
    if value.certainty == "possible":
        return Judgement(None, "only possible")
    return Judgement("claimed" if told else "asserted")
