"""What an article says of itself: headline, dates, the outlet that publishes it. The words alone tell, no parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....graph.errors import UnreadableSource
from ....graph.records import Agent, AttributionMode, IssueScheme, Key, Source, Span, When
from ..cast.members import slug
from ..names.gazetteer import load_gazetteer
from ..text.segment import Segment
from ..text.view import View
from ..values.dates import DatedSpan, dateline, parse_day

_SOME_YEAR = When("2000", "text", "2000")
"""A leap year, to see whether a dateline lacks but its year."""
_DAY = len("2025-07-24")
"""Characters of a whole day: what is shorter is a year or a month."""
_HOLDER = re.compile(r"(?:©|\(c\)|copyright|source:)[\s\d©(c),–-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Print:
    """Words that say something of the article itself."""

    span: Span
    aspect: str
    mode: AttributionMode
    rule: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Title, dates and outlet of an article, as its reader or the article itself gives them."""

    title: str
    published: When | None
    modified: When | None
    outlet: Agent | None
    prints: tuple[Print, ...]
    yearless: str = ""
    """The day that its dateline prints without a year, where nobody tells the year."""

    def source(self, text: str, *, id: str, url: str, loader: str, extractor: str, scheme: IssueScheme) -> Source:
        """The record of the article."""
        return Source(
            id=id,
            title=self.title,
            text=text,
            loader=loader,
            extractor=extractor,
            publisher=self.outlet.key if self.outlet else None,
            published=self.published,
            modified=self.modified,
            url=url,
            scheme=scheme,
        )


def read_publication(
    view: View,
    segments: Sequence[Segment],
    *,
    source_id: str,
    publisher: str | None = None,
    published: str | None = None,
    title: str | None = None,
) -> Publication:
    """What is said of the article; what the caller says counts before what it prints itself.

    A year or month alone, which may be said of many articles, only completes a day that lacks it.
    Raises ``UnreadableSource`` when there is nothing to read, or when the publication date is none.
    """
    text, given = view.text, _publication_day(source_id, published)
    if not segments:
        raise UnreadableSource(source_id, "the text is empty")
    printed, updated = _printed(text, segments, given)
    rough = given is not None and len(given.value) < _DAY
    unknown = (given is None or rough) and printed is None
    yearless = _printed(text, segments, _SOME_YEAR)[0] if unknown else None
    return Publication(
        title=title or _title(text, segments),
        published=printed.when if printed and (rough or not given) else given,
        modified=updated.when if updated else None,
        outlet=_outlet(text, segments, publisher),
        prints=tuple(_prints(segments, printed, updated)),
        yearless=yearless.when.printed if yearless else "",
    )


def _printed(text: str, segments: Sequence[Segment], given: When | None) -> tuple[DatedSpan | None, DatedSpan | None]:
    """The day that the article prints of itself, completed by a year or month that is given, and that of its update."""
    part = given.value if given and len(given.value) < _DAY else ""
    for year in (None, int(part[:4])) if part else (None,):
        for start, end in _datelines(segments):
            printed, updated = dateline(text, start, end, year)
            if printed and (year is None or printed.when.value.startswith(part)):
                return printed, updated
    return None, None


def _datelines(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Where a date of the article itself may stand: in lines of their own, and after an agency's place."""
    yield from ((s.start, s.end) for s in segments if s.kind == "dateline")
    yield from ((s.place[1], s.start) for s in segments if s.place and s.place[1] < s.start)


def _publication_day(source_id: str, published: str | None) -> When | None:
    if not published:
        return None
    day = parse_day(published)
    if day is None:
        raise UnreadableSource(source_id, f"the publication date {published!r} is no date; write it as 2025-07-24")
    return day


def _headline(segments: Sequence[Segment]) -> Segment | None:
    return next((s for s in segments if s.kind == "headline"), None)


def _title(text: str, segments: Sequence[Segment]) -> str:
    """The headline, or the first words of an article that has none."""
    headline = _headline(segments)
    if headline is not None:
        return text[headline.start : headline.end]
    first = " ".join(text.split()[:12])
    return first if len(first) < 100 else first[:99] + "…"


def _prints(segments: Sequence[Segment], printed: DatedSpan | None, updated: DatedSpan | None) -> Iterator[Print]:
    headline = _headline(segments)
    if headline is not None:
        yield Print(Span(headline.start, headline.end), "headline", "headline", "headline")
    for found, aspect in ((printed, "published"), (updated, "modified")):
        if found is not None:
            yield Print(Span(found.start, found.end), aspect, "unattributed", "dateline")


def _outlet(text: str, segments: Sequence[Segment], publisher: str | None) -> Agent | None:
    """The outlet that the caller names, or that an imprint, an agency's dateline or a line of rights does.

    Publishers of one name are one node that all their sources share: its name is all that is known of it.
    """
    printed = next((s.outlet for s in segments if s.outlet), None) or _rights(text, segments)
    name = publisher or (text[slice(*printed)] if printed else "")
    if not name:
        return None
    entry = next(iter(load_gazetteer().lookup(name)), None)
    if entry is not None and entry.kind == "outlet":
        return Agent(entry.key, "organization", entry.label, (), entry.aliases, world=True)
    return Agent(Key(f"organization/{slug(name)}"), "organization", name, (name,), world=True)


def _rights(text: str, segments: Sequence[Segment]) -> tuple[int, int] | None:
    """Where a known outlet stands in a line such as "© 2025 NAME" or "Source: NAME"."""
    for segment in segments:
        found = _HOLDER.match(text, segment.start, segment.end) if segment.kind == "boilerplate" else None
        for mention in load_gazetteer().match(text, found.end(), segment.end) if found else ():
            if mention.entry.kind == "outlet":
                return mention.start, mention.end
    return None
