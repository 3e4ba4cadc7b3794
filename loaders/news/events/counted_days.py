"""Days that are counted from others: "a day after A and B met", "will meet again within 30 days"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ....graph.records import When
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children
from ..values.dates import DatedSpan, day_of
from ..values.numerals import number
from .details import FoundEvent, Phrase
from .own_days import governor_of

_UNITS: Final = {"day": 1, "week": 7}


def counted_day(
    event: FoundEvent, phrase: Phrase, verb: Token, dates: Iterable[DatedSpan], published: date | None
) -> DatedSpan | None:
    """The day of an event that its own clause counts; ``None`` where it counts none."""
    if event.planned:
        return _within(verb, published) if published is not None else None
    counts = (c for c in children(verb, "npadvmod") if c.lemma_.lower() in _UNITS)
    count, marks = next(counts, None), {c.lower_ for c in children(verb, "mark")}
    if count is None or "after" not in marks or verb.head is verb:
        return None
    said = next((d for d in dates if governor_of(phrase, d) is verb.head), None)
    day, days = day_of(said.when) if said is not None else None, _days(count)
    if day is None or days is None or (said is not None and "/" in said.when.value):
        return None
    return _counted(count, (day - timedelta(days=days)).isoformat())


def _within(verb: Token, published: date) -> DatedSpan | None:
    """The last day of "will meet again within 30 days"."""
    held = (o for p in children(verb, "prep") if p.lower_ == "within" for o in children(p, "pobj"))
    count = next((o for o in held if o.lemma_.lower() in _UNITS), None)
    days = _days(count) if count is not None else None
    if count is None or days is None:
        return None
    return _counted(count, f"/{(published + timedelta(days=days)).isoformat()}", first=count.head)


def _days(count: Token) -> int | None:
    """How many days "a day", "two weeks" and "30 days" are."""
    words = [t for t in count.subtree if t.i < count.i and t.dep_ in ("det", "nummod")]
    amount = (1 if words[0].lower_ in ("a", "the") else number(words[0].text)) if len(words) == 1 else None
    return int(amount) * _UNITS[count.lemma_.lower()] if amount is not None else None


def _counted(count: Token, value: str, first: Token | None = None) -> DatedSpan:
    start, end = start_of(first or count.left_edge), end_of(count)
    printed = count.doc.text[start - count.doc.offset : end - count.doc.offset]
    return DatedSpan(start, end, When(value, "resolved", " ".join(printed.split())))
