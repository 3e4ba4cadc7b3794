"""Dates with precision and basis: printed in full, completed from the publication date, or resolved from a weekday.

Rather no date than a guess: a month without a year gets its year only when one year fits best.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ....graph.records import DateBasis, When
from .parts_of_years import find_parts

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
]  # fmt: skip
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NAME = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTH = rf"(?P<month>{_NAME})"
_TO = r"\s?(?:[–—-]|to|until|through)\s?"
_NO_AMOUNT = r"(?!\d|[:,.]\d|\s?%)(?:st|nd|rd|th)?"
_NO_NOUN = r"(?!\s+(?!(?:as|at|by|and|but|for|in|of|on|to|was|were|with|between)\b)[a-z])"  # "June 2 and 30 men"
_LAST = rf"(?:\s?(?:[–—-]|to)\s?(?P<last>\d{{1,2}}){_NO_AMOUNT}|\s+and\s+(?P<other>\d{{1,2}}){_NO_AMOUNT}{_NO_NOUN})"
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_LAST}?"
_DAY_OR_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:[–—-]|to|and)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FIRST_YEAR = r"(?P<firstyear>(?:19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<monthnumber>\d\d)-(?P<day>\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?\b",
        r"\b(?P<day>\d{1,2})\.(?P<monthnumber>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
        # a day that is no month cannot be taken for one: "25/6/2025", "6/25/2025"
        r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<monthnumber>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<monthnumber>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)/(?P<monthnumber>\d\d)/(?P<day>\d\d)\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:,?\s+{_FIRST_YEAR})?{_TO}(?P<lastmonth>{_NAME})\s+(?P<last>\d{{1,2}})\b(?:,?\s+{_YEAR}\b)?",
        rf"\b(?P<day>\d{{1,2}})\s+{_MONTH}(?:\s+{_FIRST_YEAR})?{_TO}(?P<last>\d{{1,2}})\s+(?P<lastmonth>{_NAME})\b(?:,?\s+{_YEAR}\b)?",
        rf"\b{_DAY_OR_DAYS}(?:\s+of)?\s+{_MONTH}\b(?:,?\s+{_YEAR}\b)?",
        rf"\b{_MONTH}\s+{_DAY}(?!\d|:)(?:,?\s+{_YEAR}\b)?",
        rf"\b{_MONTH}(?:,|\s+of)?\s+{_YEAR}\b",
        rf"(?:(?<=\b[Ii]n )|(?<=\b[Ff]or )(?!May\b)|(?<=\bplanned for )|(?<=\bset for )|"
        rf"(?<=\bend of )|(?<=\b(?:half|days) of )|(?<=\b(?:weeks|start) of )|(?<=\bweek of )|(?<=\bbeginning of ))"
        rf"(?:(?:early|late|mid)[ -])?{_MONTH}\b(?!\s+\d)",
        rf"\b{_MONTH}(?=(?:[’']s)?\s+(?:session|round|cycle|talks|meeting|gathering|summit|conference|call|visit|swap|exchange|"
        rf"declaration|agreement|accord|deal|truce)s?\b)",
        rf"(?<=\b[Ii]n ){_YEAR}\b(?![,.]?\d|\s?%){_NO_NOUN}",
    )
)
_RELATIVE = re.compile(
    r"\b(?P<word>(?:the )?day after tomorrow|(?:the )?day before yesterday|today|yesterday|tomorrow|tonight|"
    r"this (?:morning|afternoon|evening)|last night)\b|"
    r"\b(?:(?P<which>last|next|this|on|late on|early on)\s+)?(?P<weekday>"
    + "|".join(d.capitalize() for d in _WEEKDAYS)
    + r")\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<which>last|next|this)\s+(?:{_MONTH}(?!\s+\d)|(?P<unit>week|month|year)(?:end)?)\b(?![’']s|-|\s+of\b)",
    re.IGNORECASE,
)
_END = re.compile(r"\bat the end of (?P<which>the|this|next|last) (?P<unit>month|year)\b", re.IGNORECASE)
_MIDDLE = (7, 2)
"""The day of a year to which no day of another year is nearer than all of its own."""
_YEARS = 10**4
_OVERDUE = 45
"""Days by which what is told to be still to come may lie before the article's day."""
_CLOCK = 1
"""Days by which what has been may lie after it, where it is later."""
_BESIDE = re.compile(r",?\s+(?:the\s+)?")
_TIME = re.compile(r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?|\b)", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|last updated|edited)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date with its place in the text."""

    start: int
    end: int
    when: When


def find_dates(
    text: str, start: int, end: int, published: date | None, *, future: bool = False, past: bool = False
) -> tuple[DatedSpan, ...]:
    """Dates in ``text[start:end]``; relative ones only with a publication date.

    ``future`` reads a weekday forwards, and a day without a year as one to come, ``past`` as one that has been.
    """
    found = [
        DatedSpan(a, b, When(f"{first}/{last}", "resolved", text[a:b]))
        for a, b, first, last in find_parts(text, start, end, published)
    ]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            if any(d.start < match.end() and match.start() < d.end for d in found):
                continue
            if when := _absolute(match, published, future=future, past=past):
                found.append(DatedSpan(match.start(), match.end(), when))
    for match in _RELATIVE.finditer(text, start, end):
        dated = any(
            (d.start < match.end() and match.start() < d.end) or _BESIDE.fullmatch(text[match.end() : d.start])
            for d in found
        )
        if published and not dated and (resolved := _relative(match, published, future)):
            found.append(DatedSpan(match.start(), match.end(), resolved))
    for match in (m for pattern in (_END, _SPAN) for m in pattern.finditer(text, start, end)):
        if published and not any(d.start < match.end() and match.start() < d.end for d in found):
            found.append(DatedSpan(match.start(), match.end(), _stretch(match, published)))
    return tuple(sorted(found, key=lambda d: d.start))


def dateline(text: str, start: int, end: int, year: int | None = None) -> tuple[DatedSpan | None, DatedSpan | None]:
    """Publication and update moments of a dateline, each with the span of its date and time.

    With a ``year`` a day that is printed without one is a day of it.
    """
    line = text[start:end]
    published = modified = None
    for day in find_dates(text, start, end, date(year, *_MIDDLE) if year else None):
        if len(day.when.value) < 10 or day.when.basis == "resolved":
            continue
        before = line[: day.start - start]
        moment = _with_time(text, replace(day, when=replace(day.when, value=_one_day(day.when.value))), start, end)
        updated = _UPDATED.search(before[-14:]) or (published and _UPDATED.search(before[published.end - start :]))
        if updated and modified is None:
            label = list(_UPDATED.finditer(text, start, moment.start))[-1]
            modified = DatedSpan(label.start(), moment.end, moment.when)
        elif published is None:
            published = moment
    return published or modified, modified if published else None


def day_of(when: When | None) -> date | None:
    """The calendar day of a date that has one."""
    if when is None or not re.match(r"\d{4}-\d\d-\d\d", when.value):
        return None
    return date.fromisoformat(when.value[:10])


def are_one(first: When, second: When) -> bool:
    """True for dates that may be one: the same day, or a month, a year or some days with the day in it."""
    if not (first.value and second.value):  # of a date without a year nobody can say that it is another
        return bool(first.value or second.value) or first.printed.lower() == second.printed.lower()
    one, other = sorted((w.value.removeprefix("/")[:10] for w in (first, second)), key=len)
    if other.startswith(one):
        return True
    spans = [(w.value[:10], w.value.partition("/")[2] if w.value[0] != "/" else "") for w in (first, second)]
    return any(last and start <= day <= last for (start, last), (day, _) in (spans, spans[::-1]))


def is_finer(first: When, second: When) -> bool:
    """True where the first tells more nearly when it was: a day of the month or year of the second."""
    if not (first.value and second.value):
        return bool(first.value)
    days = first.value.split("/")
    start, _, last = second.value.partition("/")
    within = bool(start and last) and all(start <= day <= last for day in days)
    return first.value != second.value and (within or all(day.startswith(second.value) for day in days))


def parse_day(value: str) -> When | None:
    """A publication date as a user or a page gives it, ISO 8601 or in words; ``None`` when it is neither."""
    moment = r"[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?"
    iso = re.fullmatch(rf"(\d{{4}})(?:-(\d\d))?(?:-(\d\d))?(?:{moment})?", value.strip())
    if iso:
        try:
            date(int(iso[1]), int(iso[2] or 1), int(iso[3] or 1))
        except ValueError:
            return None
        return When(value.strip().replace(" ", "T"), "text", value)
    if re.match(r"\d{4}-", value.strip()):
        return None
    found = [d for d in find_dates(value, 0, len(value), None) if len(d.when.value) >= 10]
    return When(_one_day(found[0].when.value), "text", value) if len(found) == 1 else None


def _one_day(value: str) -> str:
    """A date, of days from one to another what both share: a text is of one day, and it does not say which."""
    first, _, last = value.partition("/")
    shared = first if not last or first == last else first[:7] if first[:7] == last[:7] else first[:4]
    return shared if not last or last.startswith(shared) else ""


def _with_time(text: str, day: DatedSpan, start: int, end: int) -> DatedSpan:
    before = [m for m in _TIME.finditer(text, max(start, day.start - 16), day.start) if day.start - m.end() <= 4]
    after = _TIME.search(text, day.end, min(end, day.end + 20))
    if after is not None and after.start() - day.end > 6:
        after = None
    time = before[-1] if before else after
    if time is None or len(day.when.value) < 10:
        return day
    first, last = min(day.start, time.start()), max(day.end, time.end())
    hour = int(time["hour"])
    if time["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    value = f"{day.when.value}T{hour:02d}:{time['minute']}"
    return DatedSpan(first, last, When(value, day.when.basis, text[first:last]))


def _absolute(match: re.Match[str], published: date | None, *, future: bool, past: bool) -> When | None:
    groups = match.groupdict()
    groups["last"] = groups.get("last") or groups.get("other")
    if not (groups.get("monthnumber") or groups.get("month")):
        return When(str(groups["year"]), "text", match[0])
    month = int(groups["monthnumber"]) if groups.get("monthnumber") else _month(match["month"])
    basis: DateBasis = "text"
    day = int(groups["day"]) if groups.get("day") else None
    if groups.get("year"):
        year = int(groups["year"])
    elif groups.get("firstyear"):
        year = int(groups["firstyear"])
    elif published:
        year, basis = _nearest_year(month, day, published, future=future, past=past), "partial"
    else:
        return None
    try:
        first = date(year, month, day or 1)
        value = first.isoformat() if day else first.isoformat()[:7]
        if groups["last"]:
            value = _interval(first, groups)
    except ValueError:
        return None
    return When(value, basis, match[0])


def _interval(first: date, groups: dict[str, str | None]) -> str:
    """From the first day to the last; a last day that is earlier is not one, unless the days lie about New Year."""
    month = groups.get("lastmonth")
    last = date(first.year, _month(month) if month else first.month, int(groups["last"] or 0))
    if groups.get("firstyear"):
        first = first.replace(year=int(groups["firstyear"] or 0))
    elif month and last < first and groups.get("year"):  # a year that is printed once is the last day's
        first = first.replace(year=first.year - 1)
    if month and last < first:
        last = last.replace(year=first.year + 1)
    return f"{first.isoformat()}/{last.isoformat()}" if first < last else first.isoformat()


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _nearest_year(month: int, day: int | None, published: date, *, future: bool, past: bool) -> int:
    """The year in which the day is nearest; of what is to come it lies at most a little back, and the other way."""

    def distance(year: int) -> int:
        try:
            days = (date(year, month, day or 15) - published).days
            return abs(days) + (_YEARS * ((future and days < -_OVERDUE) or (past and days > _CLOCK)))
        except ValueError:
            return 10**6

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def _stretch(match: re.Match[str], published: date) -> When:
    """The week, month or year that "next week" or "last September" means."""
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    if printed := match.groupdict().get("month"):
        month = _month(printed)
        passed = month < published.month if step < 0 else month <= published.month
        year = published.year if (step < 0) == passed or step == 0 else published.year + step
        value = f"{year}-{month:02d}"
    elif match["unit"].lower() == "week":
        monday = published - timedelta(days=published.weekday() - 7 * step)
        value = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    elif match["unit"].lower() == "month":
        months = published.year * 12 + published.month - 1 + step
        value = f"{months // 12}-{months % 12 + 1:02d}"
    else:
        value = str(published.year + step)
    return When(value, "resolved", match[0])


def _relative(match: re.Match[str], published: date, future: bool) -> When | None:
    if word := match["word"]:
        named = {"day after tomorrow": 2, "day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
        days = timedelta(days=named.get(word.lower().removeprefix("the "), 0))
        return When((published + days).isoformat(), "resolved", match[0])
    wanted = _WEEKDAYS.index(match["weekday"].lower())
    which = (match["which"] or "").lower()
    back = (published.weekday() - wanted) % 7
    ahead = (wanted - published.weekday()) % 7
    if which == "next" or (future and which != "last"):
        shift = ahead or (7 if which == "next" else 0)
    elif which == "last":
        shift = -(back or 7)
    elif which == "this":
        return None
    else:
        shift = -back
    return When((published + timedelta(days=shift)).isoformat(), "resolved", match[0])
