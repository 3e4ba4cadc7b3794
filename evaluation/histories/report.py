"""The figures of a history as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator

from .figures import Shares
from .identity import Identity
from .links import LinkFigures
from .scoring import HistoryFigures

_HEAD = f"{'one across articles':20}{'found':>6}{'of':>5}{'share':>7}{'extra':>7}"
_GROUPS = ("pairs", "B-cubed", "end to end")


def history_text(scored: HistoryFigures, *, details: bool = False) -> str:
    """Return the tables; with ``details`` what was joined wrongly as well, by the ids of the gold."""
    lines = [*_identity(scored), "", *_links(scored), "", *_negotiations(scored), "", *_legend()]
    if details:
        lines += ["", *_details(scored)]
    return "\n".join(lines) + "\n"


def history_content(scored: HistoryFigures, *, details: bool = False) -> dict[str, object]:
    """Return what JSON holds."""
    links = {kind: _link_content(told) for kind, told in scored.links.items()}
    talks = scored.negotiations
    return {
        "articles": scored.articles,
        **{section: _identity_content(told, details=details) for section, told in scored.identity.items()},
        "links": links,
        "negotiations": {
            "assigned": talks.assigned.to_json(), "pairs": talks.pairs.to_json(),
            "found": talks.found, "gold": talks.gold,
        },
    }  # fmt: skip


def _identity(scored: HistoryFigures) -> Iterator[str]:
    groups = "".join(f"{name:^24}" for name in _GROUPS)
    yield f"{'':45}{groups}".rstrip()
    yield _HEAD + "".join(f"{name:>8}" for name in ("P", "R", "F1") * len(_GROUPS)) + "  mixed  look-alikes merged"
    yield "-" * len(_HEAD + " " * 72 + "  mixed  look-alikes merged")
    for section, told in scored.identity.items():
        counts = f"{section:20}{told.found:>6}{told.gold:>5}{_shown(told.coverage):>7}{told.extra:>7}"
        figures = "".join(map(_three, (told.across, told.bcubed, told.end_to_end)))
        yield f"{counts}{figures}{len(told.mixed):>7}  {len(told.broken)} of {told.look_alikes}"


def _links(scored: HistoryFigures) -> Iterator[str]:
    yield f"{'':57}{'both ends found':>24}"
    heads = ("P", "R", "F1", "gold", "R", "F1")
    yield f"{'links':20}{'right':>6}{'wrong':>7}{'gold':>6}" + "".join(f"{name:>8}" for name in heads)
    yield "-" * 87
    for kind, told in scored.links.items():
        line = f"{kind:20}{told.hits:>6}{told.wrong:>7}{told.shares.gold:>6}{_three(told.shares)}"
        found = f"{told.on_found.gold:>8}{_three(told.on_found)[8:]}"
        yield f"{line}{found}{_more(told)}"


def _more(told: LinkFigures) -> str:
    outside = f"  {told.outside} with an end outside the gold" if told.outside else ""
    traps = f"  {told.traps} of the wrong are look-alikes" if told.traps else ""
    rate = told.false_per_ten_articles
    return outside + traps + (f"  {rate:.1f} wrong in ten articles" if rate is not None else "")


def _negotiations(scored: HistoryFigures) -> Iterator[str]:
    told = scored.negotiations
    yield f"{'negotiations':20}{'found':>6}{'gold':>6}" + "".join(f"{name:>8}" for name in ("P", "R", "F1"))
    yield "-" * 56
    yield f"{'articles in each':20}{told.found:>6}{told.gold:>6}{_three(told.assigned)}"
    yield f"{'pairs of articles':32}{_three(told.pairs)}"


def _legend() -> Iterator[str]:
    yield "pairs: of what was found, pairs in different articles that are one. end to end: recall over all of the gold."
    yield "mixed: how many that were joined hold several of the gold. An optional link counts when it is found only."


def _details(scored: HistoryFigures) -> Iterator[str]:
    for section, told in scored.identity.items():
        for id, held in told.mixed.items():
            yield f"{section}: {id} holds {', '.join(f'{theirs} ({count})' for theirs, count in held.items())}"
        for one, other in told.broken:
            yield f"{section}: {one} and {other} are look-alikes, and were merged"


def _three(told: Shares) -> str:
    return "".join(f"{_shown(value):>8}" for value in (told.precision, told.recall, told.f1))


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _identity_content(told: Identity, *, details: bool) -> dict[str, object]:
    content: dict[str, object] = {
        "coverage": {"found": told.found, "gold": told.gold, "share": told.coverage},
        "extra": told.extra,
        "pairs": told.across.to_json(),
        "b3": told.bcubed.to_json(),
        "end_to_end": told.end_to_end.to_json(),
        "false_merges": len(told.mixed),
        "never_same": {"broken": len(told.broken), "of": told.look_alikes},
    }
    if details:
        content["mixed"] = told.mixed
        content["broken"] = [list(pair) for pair in told.broken]
    return content


def _link_content(told: LinkFigures) -> dict[str, object]:
    more: dict[str, object] = {
        "outside": told.outside, "traps": told.traps, "false_per_ten_articles": told.false_per_ten_articles,
    }  # fmt: skip
    counts: dict[str, object] = {"hits": told.hits, "wrong": told.wrong, "gold": told.shares.gold}
    counts["both_ends_found"] = {**told.on_found.to_json(), "gold": told.on_found.gold}
    return told.shares.to_json() | counts | {name: value for name, value in more.items() if value is not None}
