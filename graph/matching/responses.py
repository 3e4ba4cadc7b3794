"""Which acts answer what another source's party has put on the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from .links import Link
from .tellings import Telling
from .variants import common_words

_ASKS: Final = frozenset(("propose", "offer", "demand", "request"))
_ANSWERS: Final = frozenset(("agree", "agreeToConsider", "reject", "withdraw", "carryOut", "commit"))
_EARLY_DAYS: Final = 2
"""An answer may be told so many days before what it answers."""
_LATE_DAYS: Final = 90
_BARE_DAYS: Final = 7
_BARE: Final = re.compile(
    r"(?:(?:consider|study|weigh|review) )?"
    r"(?:it|that|this|them|(?:the|this|that|its|their|his|her) (?:offer|proposal|demand|request|idea|plan)s?)",
    re.IGNORECASE,
)


def find_responses(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Yield each answer with the act that it answers: the likest, then the last before it."""
    asks = [one for one in tellings if one.sort in _ASKS and one.standing != "denied"]
    for answer in tellings:
        if (
            answer.sort in _ANSWERS
            and answer.standing != "denied"
            and not (is_bare(answer.label) and _asked_there(answer, asks))
        ):
            likely = [(*_likeness(answer, ask), ask) for ask in asks if _possible(answer, ask)]
            chosen = max(likely, key=lambda one: (one[0], one[2].day, one[2].node), default=None)
            if chosen and chosen[0]:
                score, because, ask = chosen
                yield Link(answer.node, ask.node, "respondsTo", score, because)


def _asked_there(answer: Telling, asks: Sequence[Telling]) -> bool:
    """True when the answer's own source tells of what it can mean."""
    return any(ask.source == answer.source and not set(ask.parties) & set(answer.parties) for ask in asks)


def _possible(answer: Telling, ask: Telling) -> bool:
    if answer.source == ask.source or answer.about == ask.about or not (answer.day and ask.day):
        return False
    own = set(answer.parties) <= set(ask.parties)  # what both agree to answers what one of them asked
    late = (date.fromisoformat(answer.day) - date.fromisoformat(ask.day)).days
    return own == (answer.sort == "withdraw") and bool(answer.parties) and -_EARLY_DAYS <= late <= _LATE_DAYS


def _likeness(answer: Telling, ask: Telling) -> tuple[float, str]:
    late = (date.fromisoformat(answer.day) - date.fromisoformat(ask.day)).days
    if is_bare(answer.label):
        return (0.7, "the last that was asked before") if 0 <= late <= _BARE_DAYS else (0.0, "")
    if answer.amounts and ask.amounts and not set(answer.amounts) & set(ask.amounts):
        return 0.0, ""
    share, count = common_words(answer, ask)
    if share >= 0.6 and count >= 2:
        return round(0.6 + 0.3 * share, 2), f"{count} words in common"
    return 0.0, ""


def is_bare(label: str) -> bool:
    """True for an item that is named only by a word for what was asked."""
    return bool(_BARE.fullmatch(label.strip()))
