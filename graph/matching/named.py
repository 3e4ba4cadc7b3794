"""Bodies, posts and places: one name of one side is one thing, with a state's name before it or without."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .callings import is_of_many
from .closeness import shared_talks
from .matches import Likeness, Match, match
from .spelling import gist, plain
from .tellings import Telling


def match_named(tellings: Sequence[Telling]) -> list[Match]:
    """Return which are one: of equal names the first with each next, and of names that end alike the shorter first."""
    by_name: dict[str, list[Telling]] = {}
    for told in sorted(tellings):
        by_name.setdefault(plain(told.label), []).append(told)
    found = []
    for name, alike in by_name.items():
        if alike[0].kind == "post" and alike[0].side.startswith("state/") and is_of_many(name):
            continue
        found += [_one(first, second, "same name") for first, second in pairwise(alike)]
    names = sorted(by_name, key=lambda name: (len(name), name))
    for place, name in enumerate(names):
        longer = [other for other in names[place + 1 :] if other.endswith(f" {name}") and len(name.split()) > 1]
        found += [_one(by_name[name][0], by_name[other][0], "one name ends with the other") for other in longer[:1]]
    return [*found, *_short_forms(tellings)]


def _short_forms(tellings: Sequence[Telling]) -> list[Match]:
    """Return which names in full and which acronyms are one: in sources on the same talks, each once."""
    short = [told for told in tellings if told.sort == "organization" and told.label.isupper()]
    long = [told for told in tellings if told.sort == "organization" and gist(told.label) != plain(told.label)]
    found = []
    for one in short:
        alike = (full for full in long if gist(full.label) == gist(one.label) and shared_talks(one, full))
        if (full := next(alike, None)) is not None:
            found.append(_one(one, full, "one name is short for the other"))
    return found


def _one(first: Telling, second: Telling, why: str) -> Match:
    reasons = (why,) if not first.side else (why, "same side")
    if first.kind != "post" and (first.dataset or second.dataset):  # a name alone makes no two bodies one
        return match(first.node, second.node, Likeness(0.6, reasons), same=False)
    return match(first.node, second.node, Likeness(0.9, reasons), same=True)
