"""When something was, as exactly as it is told: the best of several tellings, and what others tell instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..matching.nodes import days

_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])")
_BASES: Final = ("text", "partial", "resolved", "")
"""From what is printed in full to what was worked out."""


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A day, a month, a year or some days, and what it rests on."""

    day: str = ""
    """ISO 8601, as exact as it is told."""
    end: str = ""
    """The last of several days."""
    basis: str = ""
    """``text``, ``partial``, ``resolved`` as in the vocabulary."""

    @property
    def value(self) -> str:
        """The day, or the days with a slash between, as ISO 8601 has it.

        >>> When("2031-05-04", "2031-05-06").value, When("2031-05").value
        ('2031-05-04/2031-05-06', '2031-05')
        """
        return f"{self.day}/{self.end}" if self.end and self.end != self.day else self.day

    @property
    def first(self) -> str:
        """The first day on which it can have been."""
        return days(self.day)[0]

    @property
    def last(self) -> str:
        """The last day on which it can have been."""
        return days(self.end or self.day)[1]

    @property
    def exact(self) -> bool:
        """True for a day, or some days, of which more than the month or the year is told.

        >>> When("2031-05-04").exact, When("2031-05").exact, When().exact
        (True, False, False)
        """
        return len(self.day) == len("YYYY-MM-DD")

    def until(self, day: str) -> bool:
        """True for what had begun by a day, on whichever of its days it was; what no day is told of never had.

        >>> When("2031-05-04", "2031-05-06").until("2031-05-05"), When("2031-05").until("2031-05-05")
        (True, False)
        """
        return bool(self.day) and (self.first if self.exact else self.last) <= day

    def fits(self, other: When) -> bool:
        """True when it tells the same as another, only less exactly.

        >>> When("2031-05").fits(When("2031-05-04")), When("2031-05-05").fits(When("2031-05-04"))
        (True, False)
        """
        return other.value == self.value or (not self.end and other.value.startswith(self.day))


def told_day(value: str) -> str:
    """Return the day, month or year of a date or moment, empty where the calendar has no such day.

    >>> told_day("2031-05-04T10:30:00"), told_day("2031-05"), told_day("2031-02-30"), told_day("soon")
    ('2031-05-04', '2031-05', '', '')
    """
    told = _DAY.match(value)
    if not told:
        return ""
    try:
        date.fromisoformat((told[0] + "-01-01")[:10] if len(told[0]) == 4 else (told[0] + "-01")[:10])
    except ValueError:
        return ""
    return told[0]


def best(told: Iterable[tuple[When, str]]) -> When:
    """Return the most exact of what is told, told by most; each telling with who tells it.

    >>> best([(When("2031-05"), "a"), (When("2031-05-04"), "b"), (When("2031-05-03"), "c"), (When("2031-05-04"), "c")])
    When(day='2031-05-04', end='', basis='')
    """
    each = {(when, who) for when, who in told if when.day}
    votes = Counter(value for value, _ in {(when.value, who) for when, who in each})
    ordered = sorted(
        (when for when, _ in each),
        key=lambda when: (-min(len(when.day), 10), -votes[when.value], _BASES.index(when.basis), when),
    )
    return ordered[0] if ordered else When()


def most_told(told: Iterable[tuple[str, str]]) -> str:
    """Return what most tell, of several the first; each telling with who tells it.

    >>> most_told([("Bergen", "b"), ("Rome", "a"), ("Rome", "c")]), most_told([("Rome", "a"), ("Bergen", "b")])
    ('Rome', 'Rome')
    """
    each = dict.fromkeys(told)
    votes = Counter(value for value, _ in each)
    return max(votes, key=votes.__getitem__, default="")
