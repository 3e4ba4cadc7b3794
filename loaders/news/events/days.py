"""When an event is: a date counts only where its own words hang on the event, or on the verb that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ....graph.records import Span, When
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, modal
from ..lexicons.word_lists import wordset
from ..values.dates import DatedSpan, day_of, find_dates
from ..values.printed_dates import find_printed
from .attachment import beside_telling, own_words_of, telling_words
from .counted_days import counted_day
from .departures import just_left
from .details import Detail, FoundEvent, Phrase, whole
from .last_days import from_first_to_last, of_weekdays
from .lead import deed_before
from .not_held import is_of_setting, put_off, was_set
from .own_days import governor_of, is_at_its_time, is_of_discussing, may_be_its_day, said_as_it
from .tenses import has_been, is_at_what_comes, is_present, later, nearer, was_to_be

_WEEK_OF = re.compile(r"\bweek (?:of|beginning|starting)\s$")
_AT = frozenset({"at", "during", "in", "after", "following", "before"})
"""Before an event at whose time something is done."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_BEHIND = re.compile(r"\s((?:19|20)\d\d)\b(?![-–]|[,.]?\d)")
"""The year in "the Water Summit 2026"."""
_OF_YEAR = re.compile(r"\sof\s((?:19|20)\d\d)\b(?![-–]|[,.]?\d)")
_BESIDE = re.compile(r",?\s(?:\(|(?:(?:which (?:was|were) )?held\s)?(?:on\s|in\s)|of\s)?")
"""Between a noun and its own date."""
_THEN_AT = re.compile(r"(?:\sin\s[A-Z][\w’'-]+)?,?\s(?:at|during)\s(?:(?:the|our|an?)\s)?")
"""Between a date and the event at which something was or will be done then: "on Friday in X, at the summit"."""
_THEN_IN = re.compile(r",\sin\s(?:an?\s)?")
"""Between a day that opens a sentence and the event: "On Monday, in talks with A, B agreed"."""
_TO_NEXT = frozenset({" and ", " to ", " through ", " until ", " and on "})
"""Between the first day of an event and its last, or the next one."""
_WEEK = timedelta(days=7)
_MANY_WEEKS = timedelta(days=70)
_OPENING = 5
"""Characters before a day that opens a sentence."""


def add_date(
    actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token, published: date | None
) -> int | None:
    """Adds the date of an event, of its own phrase, else of the verb that tells of it; returns where it begins."""
    text, sentence = actors.article.text, phrase.sentence
    known = _dates(actors, event, phrase, start=start, verb=verb, published=published)
    found = sorted((*known, *find_printed(text, sentence.start, sentence.end, known)), key=lambda d: d.start)
    if (left := just_left(phrase, found, published)) is not None:
        event.planned, found = True, [d for d in found if d is not left]
    if event.postponed:
        own = own_words_of(phrase)
        above = [(d, governor_of(phrase, d)) for d in found]
        off = (d for d, g in above if g in own or (g is not None and is_of_setting(g) and put_off(g) is None))
        taken_off = next(off, None)
        if taken_off is not None:
            event.set_for = taken_off.when, (Detail("date", Span(taken_off.start, taken_off.end)), sentence)
    found = [d for d in found if may_be_its_day(actors, event, phrase, d, verb=verb, published=published)]
    near = _near_days(actors, event, phrase, found, start)
    told = _told_days(event, phrase, found, verb=verb, published=published)
    if event.cancelled:  # in "called off the meeting on Saturday" the day is that of the calling off
        own = own_words_of(phrase)
        above = [(d, governor_of(phrase, d)) for d in found]
        near, told = [d for d, g in above if (d in near and g in own) or (g is not None and is_of_setting(g))], []
    chosen = next(iter(near or told), None) or counted_day(event, phrase, verb, known, published)
    if chosen is None:
        _add_day_of_deed(actors, event, phrase, verb, published)
        return None
    if event.planned and published is not None and _is_of_earlier_year(chosen.when, published):
        return None  # "hope to resume the dialogue, which was last held in 2016"
    week = _week_so_far(text, chosen, published, held=not event.planned) or _whole_week(text, chosen)
    day = _with_next_day(text, found, replace(chosen, when=week))
    event.when = from_first_to_last(text, event, phrase, day, verb)
    event.dated = chosen in near
    printed = published is not None and chosen.when.basis == "text"
    event.earlier = printed and chosen.when.value[:4] < str(published.year if published is not None else "")
    first, last = start_of(start), end_of(phrase.last)
    span = Span(min(first, chosen.start), max(day.end, last))
    event.details.append((Detail("date", span), sentence))
    return chosen.start


def _dates(
    actors: Actors, event: FoundEvent, phrase: Phrase, *, start: Token, verb: Token, published: date | None
) -> tuple[DatedSpan, ...]:
    """The dates of a sentence, read as what is still to come or as what has been."""
    text, sentence = actors.article.text, phrase.sentence
    set_before = (event.postponed or event.cancelled or was_set(verb)) and not modal(verb)
    to_come = not set_before and ((event.planned and not was_to_be(verb)) or is_at_what_comes(phrase, verb))
    past = has_been(verb) and not (to_come or set_before)
    known = find_dates(text, sentence.start, sentence.end, published, future=to_come, past=past)
    if published is not None and not to_come and (set_before or is_present(phrase, verb)):
        coming = find_dates(text, sentence.start, sentence.end, published, future=True)
        chosen = nearer if set_before else later
        known = tuple(chosen(known, ahead, published) for ahead in coming)
    owners = [t for t in children(phrase.head, "poss") if t.lemma_ in ("year", "month", "week")]
    known += tuple(d for t in owners for d in find_dates(text, start_of(t.left_edge), end_of(t), published))
    if not event.postponed and put_off(verb) is None:  # not "moved from Tuesday to Friday"
        known = tuple(of_weekdays(text, known))
    paper = event.kind in wordset("events", "dated_only")
    return (*known, *_years(text, start_of(start), end_of(phrase.last), known, paper=paper))


def _near_days(
    actors: Actors, event: FoundEvent, phrase: Phrase, found: list[DatedSpan], start: Token
) -> list[DatedSpan]:
    """The dates that hang on the words of an event or stand right beside them, the surest first."""
    text, own = actors.article.text, own_words_of(phrase)
    near = [d for d in found if governor_of(phrase, d) in own]
    near += [d for d in found if d not in near and _ends_phrase(phrase, d)]
    beside = [d for d in found if d not in near and _BESIDE.fullmatch(text[end_of(phrase.end) : d.start])]
    near += [d for d in beside if not is_of_discussing(phrase, d)]
    near += [d for d in found if d not in near and _is_before_its_verb(phrase, d)]
    place = event.place[1] if event.place is not None else None
    if place is not None and end_of(phrase.end) < place[0]:  # "the summit at the X yesterday"
        near += [d for d in found if d not in near and _BESIDE.fullmatch(text[place[1] : d.start])]
    near += [d for d in found if d not in near and _THEN_AT.fullmatch(text[d.end : start_of(start)])]
    opening = [d for d in found if d not in near and d.start - phrase.sentence.start <= _OPENING]
    return near + [d for d in opening if _THEN_IN.fullmatch(text[d.end : start_of(start)])]


def _is_before_its_verb(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for the day between an event and its verb: "A call between A and B last Thursday cleared the way"."""
    noun, text = whole(phrase.head), phrase.sentence.span.text
    last, offset = max(noun.subtree, key=lambda t: t.i if t.i < noun.head.i else -1), phrase.sentence.start
    if noun.dep_ not in ("nsubj", "nsubjpass") or dated.end > start_of(noun.head):
        return False
    return end_of(last) <= dated.start and not text[end_of(last) - offset : dated.start - offset].strip()


def _told_days(
    event: FoundEvent, phrase: Phrase, found: list[DatedSpan], *, verb: Token, published: date | None
) -> list[DatedSpan]:
    """The dates of the verbs that tell of an event, the nearest to it first."""
    own, telling = own_words_of(phrase), telling_words(phrase, verb, event)
    told = [d for d in found if governor_of(phrase, d) in telling]
    told += [d for d in found if d not in told and _leads(phrase, d, telling)]
    spoken = said_as_it(phrase)
    governed = [(d, g) for d in found if (g := governor_of(phrase, d)) is not None]
    told += [d for d, g in governed if g is spoken or is_at_its_time(verb, g)]
    told += [d for d in found if d not in told and _is_day_proposed(phrase, d, published)]
    told += [d for d in found if telling and _is_behind_topic(governor_of(phrase, d), own)]
    told += [d for d in found if d not in told and governor_of(phrase, d) in beside_telling(verb)]
    return told


def _add_day_of_deed(actors: Actors, event: FoundEvent, phrase: Phrase, verb: Token, published: date | None) -> None:
    """Adds the day on which the sentence before tells of what was done at it: "The offer was made at talks in X"."""
    noun = whole(phrase.head)
    at = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during", "on", "in") and noun.head.head is verb
    if not at or event.planned or event.cancelled or phrase.head.pos_ == "VERB":
        return
    if (found := deed_before(actors, phrase, verb, published)) is not None:
        dated, sentence = found
        event.when = from_first_to_last(actors.article.text, event, phrase, dated, verb)
        event.details.append((Detail("date", Span(dated.start, dated.end)), sentence))


def _week_so_far(text: str, dated: DatedSpan, published: date | None, *, held: bool) -> When | None:
    """The days of "earlier this week", and of what was done "this week", up to the article's own."""
    first, _, last = dated.when.value.partition("/")
    today = published.isoformat() if published is not None else ""
    told = text[: dated.start].endswith("earlier ") or (held and dated.when.printed.lower() == "this week")
    if not told or not first < today < last:
        return None
    return replace(dated.when, value=f"{first}/{today}")


def _whole_week(text: str, dated: DatedSpan) -> When:
    """The week of "in the week of 6 October"; any other date as it is."""
    day = day_of(dated.when)
    if day is None or "/" in dated.when.value or not _WEEK_OF.search(text, max(0, dated.start - 20), dated.start):
        return dated.when
    last = (day + timedelta(days=6)).isoformat()
    return replace(dated.when, value=f"{day.isoformat()}/{last}", printed=f"week of {dated.when.printed}")


def _with_next_day(text: str, found: Iterable[DatedSpan], first: DatedSpan) -> DatedSpan:
    """Both days of "met on Monday and Tuesday"; any other date as it is."""
    last = next((d for d in found if d.start > first.end and text[first.end : d.start] in _TO_NEXT), None)
    day, after = day_of(first.when), day_of(last.when) if last is not None else None
    if last is None or day is None or after is None or "/" in f"{first.when.value}{last.when.value}":
        return first
    between = text[: first.start].endswith("between ")  # "talks between March 1 and April 2"
    most = _MANY_WEEKS if between else timedelta(days=1) if "and" in text[first.end : last.start] else _WEEK
    if not timedelta() < after - day <= most:
        return first
    value, printed = f"{day.isoformat()}/{after.isoformat()}", text[first.start : last.end]
    return replace(first, end=last.end, when=replace(first.when, value=value, printed=printed))


def _is_of_earlier_year(when: When, published: date) -> bool:
    """True for a date that cannot be that of something still to come."""
    return bool(when.value) and when.value.removeprefix("/")[:4] < str(published.year)


def _ends_phrase(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for the date right behind the words of the event at which something is done: "at a summit in X on May 3"."""
    noun = whole(phrase.head)
    if noun.dep_ != "pobj" or noun.head.lower_ not in _AT or dated.start < end_of(phrase.end):
        return False
    own = set(noun.subtree)
    between = (t for t in phrase.sentence.span if t.i > phrase.end.i and start_of(t) < dated.start)
    rest = [t for t in between if t not in own]
    in_clause = any(t.dep_ == "relcl" for t in own if phrase.end.i < t.i)  # "the summit that led to today's"
    return not in_clause and len(rest) < 2 and all(t.pos_ == "ADP" for t in rest)


def forget_others(actors: Actors, event: FoundEvent, phrase: Phrase, published: date | None) -> None:
    """Takes the parties from a paper of another year that its own sentence does not name: "both sides" of then."""
    if event.kind not in wordset("events", "dated_only") or published is None:
        return
    named = {actors.known(m) for m in actors.readings[phrase.sentence.number].mentions}
    year = event.when.value.removeprefix("/")[:4] if event.when is not None else ""
    if year not in ("", str(published.year)) and not named & set(event.attendees):
        event.parties = event.attendees = ()


def set_to_come(event: FoundEvent, published: date | None) -> None:
    """What has a day after the article's own is to come, whatever the tense of its words."""
    if published is None or event.when is None:
        return
    last = published + timedelta(days=event.when.basis != "resolved")  # a day's difference may be the clock's
    first = event.when.value.removeprefix("/")[:10]
    if first > last.isoformat()[: len(first)]:
        event.planned = True


def _years(text: str, start: int, end: int, known: Iterable[DatedSpan], *, paper: bool) -> list[DatedSpan]:
    """The year in the words of an event, "the 2020 summit"; of a paper also the one behind, "the accord of 1994"."""
    taken = [(d.start, d.end) for d in known]
    places = [m.span() for m in _YEAR.finditer(text, start, end)]
    after = _OF_YEAR.match(text, end) if paper else _YEAR_BEHIND.match(text, end)
    places += [after.span(1)] if after is not None else []
    free = (p for p in places if not any(a < p[1] and p[0] < b for a, b in taken))
    return [DatedSpan(a, b, When(text[a:b], "text", text[a:b])) for a, b in free]


def _is_day_proposed(phrase: Phrase, dated: DatedSpan, published: date | None) -> bool:
    """True for "proposed talks in X on July 8", where the day is still to come."""
    noun, day = whole(phrase.head), day_of(dated.when)
    above = governor_of(phrase, dated)
    if noun.dep_ != "dobj" or above is None or above is not noun.head or day is None or published is None:
        return False
    return day > published and dated.start > start_of(noun) and above.lemma_.lower() in wordset("events", "wish")


def _is_behind_topic(governor: Token | None, own: set[Token]) -> bool:
    """True for the "sharing" of "broke off talks on sharing the catch on Friday", on which a parser hangs the day.

    So it does on the "auspices" of "ended talks under A's auspices on Friday".
    """
    topic = governor is not None and governor.dep_ == "pcomp" and governor.head.lower_ in ("on", "about")
    topic = topic or (governor is not None and governor.dep_ == "pobj" and governor.head.lower_ == "under")
    return topic and governor is not None and governor.head.head in own


def _leads(phrase: Phrase, dated: DatedSpan, telling: set[Token]) -> bool:
    """True for a date at the head of a sentence whose own clause tells of the event."""
    opens = dated.start - phrase.sentence.start < 5
    root = phrase.sentence.span.root
    return opens and any(verb is root or (verb.dep_ == "conj" and verb.head is root) for verb in telling)
