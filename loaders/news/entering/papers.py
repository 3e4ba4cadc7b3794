"""Enters the documents on the table with a statement for each thing that is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from ....graph.records import Key, Modality, NegotiationDocument
from ..events.details import FoundEvent
from ..events.papers import FoundPaper
from .sheet import Sheet

_ASPECTS = {"count": "count", "draft": "status", "about": "content", "quality": "content", "exchange": ""}
"""The field of the record that an aspect of the words is about."""


def add_papers(sheet: Sheet, papers: list[FoundPaper], events: Sequence[tuple[Key, FoundEvent]]) -> None:
    """Documents, joined to the event at which they were exchanged."""
    for paper in papers:
        claimed = any(sheet.attribution.at(span.start, span.end) for _, span in paper.details)
        sheet.enter(
            NegotiationDocument(
                key=paper.key,
                label=paper.label,
                standing="claimed" if claimed else "asserted",
                count=paper.count,
                draft=paper.draft,
                about=paper.about,
                exchanged_at=_event_at(paper.exchanged_at, events),
            )
        )
        for aspect, span in paper.details:
            chain, mode = sheet.attribution.chain_at(span.start, span.end)
            modality: Modality = "assessment" if aspect == "quality" else "claim" if chain else "fact"
            sheet.state(
                span,
                modality,
                supports=(paper.key,),
                aspect=_ASPECTS[aspect],
                chain=chain,
                mode=mode,
                rule=f"paper-{aspect}",
            )


def _event_at(span: tuple[int, int] | None, events: Sequence[tuple[Key, FoundEvent]]) -> Key | None:
    """The event that some words mention."""
    if span is None:
        return None
    start, end = span
    return next((key for key, e in events if any(m.span.start < end and start < m.span.end for m in e.mentions)), None)
