"""What a scheme of issues must look like, shipped or a user's: its fields, and what they say of one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ....graph.identifiers import path_segment
from .references import Rule, Tables, Told
from .shapes import Distinct, Each, Fault, Pattern, Record, Shape, Truth, Words, meant
from .strict_yaml import Place

_LONGEST: Final = 80
"""Characters of a label."""
_CAPITAL: Final = re.compile(r"(?<!\\)(?:\\\\)*[A-Z]")
"""A capital letter that is no class such as ``\\W``."""
_GROUP: Final = re.compile(r"\(\?P[<=>]\w*|\\[NuUx]\{?\w+\}?|\(\?[aiLmsux-]+[:)]")
"""Where a pattern has letters that are no words."""


@dataclass(frozen=True, slots=True)
class Id:
    """A name that can be part of an IRI as it is."""

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        return isinstance(value, str) and bool(re.fullmatch(r"[A-Za-z][\w-]*", value)) and path_segment(value) == value

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a name."""
        if not self.fits(value):
            yield Fault(place, f"{value!r} is no id: write Latin letters, digits, - and _, such as frozenAssets")


@dataclass(frozen=True, slots=True)
class Label:
    """Words for people: one short line."""

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        if not isinstance(value, str) or not value or value != value.strip():
            return False
        return value.isprintable() and len(value) <= _LONGEST

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a label."""
        if not isinstance(value, str):
            yield Fault(place, f"{value!r} is not text; put it in quotes")
        elif not self.fits(value):
            why = f"is no label: write one line of at most {_LONGEST} characters"
            yield Fault(place, f"{value[:_LONGEST]!r} {why}")


@dataclass(frozen=True, slots=True)
class Codes:
    """A code, or a list of several."""

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        codes = value if isinstance(value, list) else [value]
        return bool(codes) and all(
            isinstance(code, str) and re.fullmatch("[A-Za-z][A-Za-z0-9]*", code) for code in codes
        )

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a code."""
        if not self.fits(value):
            yield Fault(place, f"{value!r} is no code of PA-X: write letters and digits, such as TjPrire")


_ISSUE: Final[dict[str, Shape]] = {"words": Words(), "pattern": Pattern(), "broader": Id(), "code": Codes()}
ISSUES: Final = Record(
    {"scheme": Id(), "label": Label(), "issues": Each(Record({"label": Label()}, may=_ISSUE), Id(), Distinct("label"))},
    may={"other": Id(), "nearest": Truth()},
)
"""The shape of a scheme."""


def unknown_issues(tables: Tables) -> Iterator[Told]:
    """Tell which issues a scheme names and does not have, and which stand above themselves."""
    issues = tables["issues"]["issues"]
    if not issues:
        yield "issues", Fault(("issues",), "has no entry; add one for each issue")
    other = tables["issues"].get("other")
    if other is not None and other not in issues:
        yield "issues", Fault(("other",), f"there is no issue {other!r}{meant(other, issues)}")
    for id, issue in issues.items():
        place, above, path = ("issues", id, "broader"), issue.get("broader"), [id]
        if above is not None and above not in issues:
            yield "issues", Fault(place, f"there is no issue {above!r}{meant(above, issues)}")
            continue
        while above in issues and above not in path:
            path.append(above)
            above = issues[above].get("broader")
        if above == id:
            yield "issues", Fault(place, f"{id!r} is above itself: {' < '.join([*path, id])}")


def idle_patterns(tables: Tables) -> Iterator[Told]:
    """Tell which patterns find nothing in words in lower case, or something in no words at all."""
    for id, issue in tables["issues"]["issues"].items():
        pattern, place = issue.get("pattern", ""), ("issues", id, "pattern")
        if pattern and re.search(pattern, ""):
            yield "issues", Fault(place, f"{pattern!r} fits any text, even none; ask for a word")
        elif _CAPITAL.search(_GROUP.sub("", pattern)):
            why = f"{pattern!r} has a capital letter and would never be found; write it in lower case"
            yield "issues", Fault(place, why)


RULES: Final[tuple[Rule, ...]] = (unknown_issues, idle_patterns)
"""What a scheme that has its shape must keep besides."""
