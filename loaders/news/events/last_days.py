"""The days of what is told to have ended: "the round closed on Friday", "ended a third day of talks on Wednesday".

The day of ending is the last one. The first is counted back where days are counted, else nobody tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ....graph.records import Quantity, When
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import wordset
from ..values.dates import DatedSpan, day_of, is_finer
from ..values.quantities import Amount, find_amounts
from .details import FoundEvent, Phrase, whole
from .numbers import ordinals
from .own_days import governor_of

_MONTH: Final = re.compile(r"\d{4}(?:-\d\d)?")
_MANY_DAYS: Final = 14
_LASTING: Final = frozenset({"round", "talks", "conference", "summit"})
"""Kinds that may last for days; a meeting or call that ended on a day was on that day."""


def from_first_to_last(text: str, event: FoundEvent, phrase: Phrase, dated: DatedSpan, verb: Token) -> When:
    """From the first day to the last, of what is told to have ended on a day; any other date as it is."""
    when, day = dated.when, day_of(dated.when)
    own = start_of(phrase.head.left_edge) <= dated.start < start_of(phrase.head)  # "Friday's round ended"
    own = own or text[end_of(phrase.end) : dated.start] == " of "  # "the round of 3 May ended"
    above = governor_of(phrase, dated)
    closes = _is_of_its_close(phrase, verb) or _is_closed_by(above)
    by_end = above is not None and above.lemma_ in wordset("events", "ending_day")
    if closes and by_end and not own and _MONTH.fullmatch(when.value) and event.kind in _LASTING:
        return replace(when, value=f"/{when.value}")  # "collapsed last November"
    opens = above is not None and above.lemma_ in wordset("events", "opening")  # "the fourth day of a round that began"
    if day is None or own or opens or "/" in when.value or "T" in when.value:
        return when
    counted, so_far = _days_told(text, phrase)
    closes = closes or (counted > 1 and not so_far and _is_after(phrase))
    on_nth = so_far and counted > 1 and whole(phrase.head).dep_ in ("pobj", "dobj")  # "held a second day of talks"
    if not (closes or on_nth):
        return when
    if counted > 1:
        first = (day - timedelta(days=counted - 1)).isoformat()
        return replace(when, value=first if so_far else f"{first}/{day.isoformat()}")
    return replace(when, value=f"/{day.isoformat()}") if event.kind in _LASTING and not counted else when


def of_both(known: When | None, told: When | None) -> When | None:
    """The date of an event by two mentions: the finer one, and from the first day to the last where each tells one."""
    if known is None or told is None:
        return known or told
    first, last = sorted((known, told), key=lambda when: when.value.startswith("/"))
    if last.value.startswith("/") and day_of(first) is not None and "/" not in first.value:
        same = first.value[:10] == last.value[1:]
        return last if same else replace(first, value=f"{first.value[:10]}{last.value}")
    return told if is_finer(told, known) else known


def over_days(last: When | None, length: Quantity | None) -> When | None:
    """The date of what ended on a day after so many days; any other as it is."""
    days = int(length.value) if length is not None and length.unit_code == "DAY" and length.value is not None else 0
    day = last_day_of(last) if last is not None and last.value.startswith("/") else None
    if last is None or day is None or days < 2:
        return last
    return replace(last, value=f"{(day - timedelta(days=days - 1)).isoformat()}{last.value}")


def last_day_of(when: When | None) -> date | None:
    """The last day that a date tells of."""
    return day_of(replace(when, value=when.value.rpartition("/")[2])) if when is not None else None


def _is_of_its_close(phrase: Phrase, verb: Token) -> bool:
    """True for "the round closed", "ended two days of talks", "at the close of the round"."""
    noun = whole(phrase.head)
    if noun.lower_ in wordset("events", "last_stretches"):
        return True
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in ("after", "following") and noun.lemma_ in ("day", "week"):
        return True  # "signed on Friday after two days of talks"
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "npadvmod") or above is not verb:
        return False
    words = {c.lower_ for c in children(verb, "prt", "advmod")}
    words |= {o.lower_ for p in children(verb, "prep") if p.lower_ == "to" for o in children(p, "pobj")}
    ends = wordset("events", "ending_day")
    return verb.lemma_ in ends or any(f"{verb.lemma_} {word}" in ends for word in words)


def _is_after(phrase: Phrase) -> bool:
    """True for "announced on Tuesday after a two-day session"."""
    noun = whole(phrase.head)
    return noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following")


def _is_closed_by(governor: Token | None) -> bool:
    """True for the "ended" of "after talks that ended on Friday", and of a sentence that a parser takes for a noun."""
    which = governor is not None and (governor.dep_ == "relcl" or (governor.tag_ == "VBD" and governor.dep_ == "acl"))
    return which and governor is not None and governor.lemma_ in wordset("events", "ending_day")


def days_of(text: str, phrase: Phrase) -> Amount | None:
    """How many days the words of an event tell: "the two-day meeting", "three days of talks"."""
    amounts = find_amounts(text, start_of(whole(phrase.head).left_edge), end_of(phrase.end))
    days = (a for a in amounts if a.duration and a.quantity.unit_code == "DAY" and a.quantity.value is not None)
    return next((a for a in days if not _is_of_something_else(phrase, a)), None)


def _is_of_something_else(phrase: Phrase, length: Amount) -> bool:
    """True for "60-day truce talks": very many days, with what lasts so long before the talks."""
    between = (t for t in phrase.sentence.span if start_of(t) >= length.end and t.i < phrase.head.i)
    many = length.quantity.value is not None and length.quantity.value > _MANY_DAYS
    return many and any(t.pos_ == "NOUN" for t in between)


def _days_told(text: str, phrase: Phrase) -> tuple[int, bool]:
    """How many days are told, and whether by "a third day", after which there may be others; 0 for none."""
    noun = whole(phrase.head)
    inside = [t for t in noun.subtree if t.i <= phrase.end.i]
    nth = (ordinals().get(c.lower_, 0) for t in inside if t.lower_ == "day" for c in children(t, "amod"))
    if number := next((n for n in nth if n), 0):
        return number, True
    length = days_of(text, phrase)
    days = int(length.quantity.value or 0) if length is not None else 0
    one = child(noun, "nummod", "amod") if noun.lower_ in ("day", "session") else None
    return days or int(one is not None and one.lower_ in ("one", "one-day", "single")), False


def of_weekdays(text: str, known: Iterable[DatedSpan]) -> Iterator[DatedSpan]:
    """The dates with "from Wednesday to Friday" as one: the Wednesday before that Friday."""
    first: DatedSpan | None = None
    for dated in known:
        begun = first is not None and text[first.end : dated.start] in (" to ", " through ", " until ")
        day, last = day_of(first.when) if begun and first is not None else None, day_of(dated.when)
        resolved = first is not None and first.when.basis == dated.when.basis == "resolved"
        if first is not None and day is not None and last is not None and resolved and day != last:
            day = last - timedelta(days=(last - day).days % 7)
            value, printed = f"{day.isoformat()}/{last.isoformat()}", text[first.start : dated.end]
            first = replace(first, end=dated.end, when=replace(first.when, value=value, printed=printed))
            continue
        if first is not None:
            yield first
        first = dated
    if first is not None:
        yield first
