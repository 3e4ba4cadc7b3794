"""An evaluation as tables for people and as JSON for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from .classes import ENOUGH
from .figures import Figures
from .mistakes import Mistake
from .tally import Tally

_COUNTS = ("right", "found", "gold")
_SHARES = ("P", "R", "F1", "P*", "R*")
_NAMES = 26
_WIDTH = 120


def to_content(
    figures: Mapping[str, Figures], negatives: Mapping[str, Mapping[str, int]], mistakes: Iterable[Mistake] | None
) -> dict[str, object]:
    """Return what JSON holds: figures and classes by group, what was found in negatives, and, if given, mistakes."""
    content: dict[str, object] = {
        "results": {name: _figures(some) for name, some in figures.items()},
        "classes": {
            name: {
                class_: _counts(tally) | (_shares(tally) if tally.gold >= ENOUGH else {})
                for class_, tally in some.classes.items()
            }
            for name, some in figures.items()
        },
        "negatives": negatives,
    }
    if mistakes is not None:
        content["errors"] = [mistake.to_json() for mistake in mistakes]
    return content


def to_text(
    figures: Mapping[str, Figures], negatives: Mapping[str, Mapping[str, int]], mistakes: Iterable[Mistake]
) -> str:
    """Return the tables that people read."""
    lines: list[str] = []
    for name, some in figures.items():
        lines += [*_table(name, some), ""]
    lines.append("P*, R*: as if one find could be several items of the gold, and one item several finds.")
    for id, counts in negatives.items():
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        lines.append(f"Found in {id}, which is about no negotiation: {told}.")
    for mistake in mistakes:
        lines += ["", *_told(mistake)]
    return "\n".join(lines) + "\n"


def _table(name: str, figures: Figures) -> Iterator[str]:
    yield f"{name:{_NAMES}}" + "".join(f"{head:>7}" for head in (*_COUNTS, *_SHARES))
    yield "-" * (_NAMES + 7 * len((*_COUNTS, *_SHARES)))
    for category, tally in figures.categories.items():
        yield f"{category:{_NAMES}}" + _row(tally, _SHARES)
    if figures.accuracy:
        yield ""
        yield "of what is right, right in detail too"
        for detail, accuracy in figures.accuracy.items():
            yield f"  {detail:43} {accuracy.right:4} of {accuracy.of:4} {accuracy.share:7.3f}"
    held = {name: tally for name, tally in figures.classes.items() if tally.gold or tally.found}
    if held:
        yield ""
        yield f"among these; shares from {ENOUGH} in the gold on"
        for name, tally in held.items():
            yield f"  {name:{_NAMES - 2}}" + _row(tally, _SHARES[:3] if tally.gold >= ENOUGH else ())


def _row(tally: Tally, shares: tuple[str, ...]) -> str:
    told = dict(zip(_SHARES, _shares(tally).values(), strict=True))
    return "".join(f"{count:7}" for count in _counts(tally).values()) + "".join(f"{told[s]:7.3f}" for s in shares)


def _told(mistake: Mistake) -> Iterator[str]:
    yield f"{mistake.kind} {mistake.category}, {mistake.article}: {mistake.item}"
    if mistake.sentence:
        yield from textwrap.wrap(mistake.sentence, _WIDTH, initial_indent="    in    ", subsequent_indent=" " * 10)
    if mistake.near:
        near = f"{mistake.near} ({mistake.why})" if mistake.why else mistake.near
        yield from textwrap.wrap(near, _WIDTH, initial_indent="    near  ", subsequent_indent=" " * 10)


def _figures(figures: Figures) -> dict[str, object]:
    return {
        "categories": {name: _counts(tally) | _shares(tally) for name, tally in figures.categories.items()},
        "accuracy": {name: [accuracy.share, accuracy.of] for name, accuracy in figures.accuracy.items()},
    }


def _counts(tally: Tally) -> dict[str, float]:
    return {"tp": tally.right, "pred": tally.found, "gold": tally.gold}


def _shares(tally: Tally) -> dict[str, float]:
    return {
        "P": tally.precision,
        "R": tally.recall,
        "F1": tally.f1,
        "P_cov": tally.precision_covered,
        "R_cov": tally.recall_covered,
    }
