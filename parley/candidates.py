"""What may be one, shown to a person: two sources side by side, or a row for a program."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from .graph.reading.candidates import Candidate
from .graph.reading.contexts import Context
from .sameness import quoted, short
from .tables import printable

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

_CONTEXT: Final = ("label", "source", "publisher", "day", "sentence")
CANDIDATE_COLUMNS: Final = (
    "kind", "score", "because", "pairs", *(f"first{name.title()}" for name in _CONTEXT),
    *(f"second{name.title()}" for name in _CONTEXT), "first", "second",
)  # fmt: skip
_GAP: Final = " | "


def candidate_rows(candidates: Iterable[Candidate]) -> list[dict[str, object]]:
    """Return a row for each candidate."""
    return [
        {
            "kind": one.kind, "score": float(one.score), "because": one.because, "pairs": one.pairs,
            **{f"first{name.title()}": getattr(one.first, name) for name in _CONTEXT},
            **{f"second{name.title()}": getattr(one.second, name) for name in _CONTEXT},
            "first": one.first.node, "second": one.second.node,
        }
        for one in candidates
    ]  # fmt: skip


def side_by_side(knowledge: Knowledge, one: Candidate, width: int, *, number: int = 0) -> str:
    """Return a candidate as text: what it is and why, then what both sources say, beside each other."""
    more = f" (settles {one.pairs} pairs)" if one.pairs > 1 else ""
    head = printable(f"{f'{number}. ' if number else ''}{one.kind}, {one.score}: {one.because}{more}")
    column = (width - len(_GAP) - 2) // 2
    left, right = (list(_told(knowledge, context, column)) for context in (one.first, one.second))
    both = [f"  {mine:{column}}{_GAP}{yours}".rstrip() for mine, yours in zip_longest(left, right, fillvalue="")]
    return "\n".join([*textwrap.wrap(head, width, subsequent_indent="   "), *both]) + "\n"


def _told(knowledge: Knowledge, context: Context, width: int) -> Iterator[str]:
    place = ", ".join(part for part in (context.publisher, context.day, context.source) if part)
    for line in (context.label, place):
        yield from textwrap.wrap(printable(line), width)
    yield from quoted(context.sentence, "", width)
    yield from textwrap.wrap(short(knowledge, context.node), width, break_on_hyphens=False)
