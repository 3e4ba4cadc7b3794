"""Whether a mention means an event: kinds, days, places and people that agree, and words that take it up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Final

from ....graph.records import Key
from ..lexicons.word_lists import lexicon, wordset
from ..values.dates import are_one, day_of
from .details import FoundEvent
from .numbers import ordinals
from .place_names import are_one_place
from .proper_names import is_called_otherwise, names_agree, proper

_MONTH: Final = len("2025-07")
_LONGEST: Final = timedelta(days=22)
"""How long talks may last of which two sentences tell the first day and the last."""


@cache
def _kinds_of_one() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in lexicon("events")["same"])


def is_same(event: FoundEvent, mention: FoundEvent, *, first: bool, last: bool) -> bool:
    """True when a mention means an event; ``first`` and ``last`` tell of the event named first and last before it."""
    if event.kind != mention.kind and not any({event.kind, mention.kind} <= group for group in _kinds_of_one()):
        return False
    if mention.ordinal and event.ordinal:
        return mention.ordinal == event.ordinal and _parties_agree(event, mention)
    if _is_its_start(event, mention):
        return True
    if mention.unreal:
        return False  # "neither has set a date for a sixteenth round" tells of no talks that were held
    if (first and _is_hosted(event, mention)) or _is_next_too(event, mention):
        return agree(event, mention)
    if mention.ours and first and _is_sitting(event) and agree(event, mention):
        return True
    if mention.going_on and (first or last) and _goes_on(event, mention):
        return True
    if mention.another or not _times_agree(event, mention) or not agree(event, mention):
        return False
    if mention.which in ("next", "previous") or event.which in ("next", "previous"):
        return mention.which == event.which and not _is_of_earlier(event, mention)
    if _is_set_apart(event, mention, first=first):
        return False
    if _was_set_for(event, mention) and (first or last):
        return True
    shared = _share(event, mention)
    if _has_other_name(event, mention, shared=shared):
        return False
    if mention.ordinal:
        counted = not event.when or (mention.definite and not mention.when and day_of(event.when) is not None)
        return shared or event.headed or (last and event.kind in ("round", "talks") and counted)
    if not (event.kind == mention.kind or mention.kind in wordset("events", "generic") or mention.kind == "round"):
        return shared and event.headed
    met = mention.telling and mention.attendees and event.kind == "round"  # "A met B" is no round that a headline tells
    return shared or (event.headed and not met) or _takes_it_up(event, mention, first=first, last=last)


def is_of_headline(event: FoundEvent) -> bool:
    """True for an event that only the headline has named."""
    return event.headed and len(event.mentions) == 1


def _is_next_too(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "before the next round ... The sixth meeting is due in May", "the next round ... will meet again"."""
    if not (event.planned and mention.planned):
        return False
    counted = event.which == "next" and not event.when and _is_counted(mention)
    return counted or "next" in (event.which * mention.again, mention.which * event.again)


def _is_of_earlier(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "the summit in X in 2018", which is not this year's."""
    return mention.earlier and not event.when and not event.earlier


def _is_set_apart(event: FoundEvent, mention: FoundEvent, *, first: bool) -> bool:
    """True where words of the mention tell that it means another event."""
    of_some = mention.of_some and not (mention.definite or mention.attendees)  # "a meeting of ministers in X"
    if _is_of_earlier(event, mention) or (event.headed and event.attendees and of_some):
        return True
    back = mention.which != event.which and _looks_back(mention if mention.which else event, first=first)
    renamed = event.telling and not event.core and is_called_otherwise(event, mention)
    return back or bool(renamed) or not names_agree(event, mention)


def _has_other_name(event: FoundEvent, mention: FoundEvent, *, shared: bool) -> bool:
    """True where one has a name or is a paper of which the other, with which it shares nothing, does not tell."""
    if mention.named and not (event.named or event.headed or shared):
        return True  # "the Harbour Conference" is none of the talks before
    if event.named and mention.telling and not shared:
        return True  # "A met B" tells of no Harbour Conference
    return event.kind in wordset("events", "dated_only") and not shared and not _takes_up(event, mention)


def _takes_it_up(event: FoundEvent, mention: FoundEvent, *, first: bool, last: bool) -> bool:
    """True for words that share nothing with an event and still mean it: "the talks", "our meeting today"."""
    arranged = any(part.capacity in ("mediator", "host") for part in mention.others)
    if arranged and not mention.definite and mention.kind != "visit":
        return False  # "in talks mediated by A" tells of others than those before
    if mention.definite and last and _tells_who(event, mention):
        return True
    if event.planned and not mention.planned and " " in mention.core and _nouns_differ(event, mention):
        return False  # "the security dialogue" is none of the sessions that are to come
    of_month = mention.when is not None and len(mention.when.value) == _MONTH
    if of_month and event.when is None and not event.planned:
        return False  # "the December round" is none of which no month was told
    if mention.place or mention.attendees:
        told_on = not (mention.attendees or event.place or event.earlier or mention.when or " " in mention.core)
        free = not event.attendees or told_on  # "A met B. The meeting in X"
        return mention.definite and last and ((event.kind == mention.kind and free) or _is_taken_up(event, mention))
    if mention.kind != event.kind and mention.kind == "conference" and not mention.definite:
        return False  # "an informal conference" is none of the meetings before
    if proper(mention):
        return False  # "the A-B Summit" is none that was not called so
    if mention.when:  # "our meeting today" is the one that the text is about, or the one just told of
        fits = event.place is None or event.kind == mention.kind  # "our meeting today" is no summit that was in X
        alone = first or (last and event.place is None)
        return mention.definite and event.when is None and ((fits and alone) or (last and _is_taken_up(event, mention)))
    return True


def _was_set_for(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "The session was to open on Friday", of a meeting that was called off."""
    return event.cancelled and mention.was_set and mention.definite


def _nouns_differ(event: FoundEvent, mention: FoundEvent) -> bool:
    return event.core.lower().split()[-1:] != mention.core.lower().split()[-1:]


def _goes_on(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "Teams of A and B had met for three days" of the talks just told of, which have been or are held."""
    held = event.kind in ("round", "talks", "meeting") and not (event.planned or event.cancelled or event.earlier)
    return held and not event.which and mention.when is None and agree(event, mention)


def _is_hosted(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "A, who hosted the delegations" after "a meeting in X", of which nothing told who was there."""
    hosted = bool(mention.telling) and any(part.capacity == "host" for part in mention.others)
    untold = bool(event.core) and not (event.attendees or event.planned or event.cancelled)
    return hosted and untold and not (mention.planned or mention.when or mention.place)


def _is_counted(mention: FoundEvent) -> bool:
    """True for "the sixth meeting"."""
    return mention.kind == "meeting" and mention.core.lower().split(" ")[0] in ordinals()


def _is_taken_up(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "The meeting at the X on Monday", after a round of which neither day nor place was told."""
    bare = mention.core.lower() in ("talks", "meeting", "session") and len(mention.attendees) < 2
    untold = not (event.when or event.planned) and not (event.place and mention.place)
    return bare and event.kind in ("round", "talks") and untold


def _tells_who(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "The meeting brought together A and B", after a round of which nobody told whose it was."""
    untold = event.kind in ("round", "talks", "meeting") and not (event.attendees or event.parties or event.planned)
    bare = mention.core.lower() in ("talks", "meeting", "session") and not mention.place
    return bare and untold and not event.cancelled and len(mention.parties) > 1


def _looks_back(event: FoundEvent, *, first: bool) -> bool:
    """True for "the last talks, ten months ago": another event than "the talks", which are those of the text."""
    return event.which == "last" and event.when is not None and not (first and event.when.value)


def _is_sitting(event: FoundEvent) -> bool:
    """True for the talks that an article of what was said at them is about."""
    return (
        event.kind in ("talks", "meeting", "round", "call")
        and (event.ours or len(event.parties) > 1)
        and not event.planned
    )


def _takes_up(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "the agreement" or "the border deal" after a border agreement, not for another kind of paper."""
    more = mention.core.lower().split()[:-1]
    return mention.definite and set(more) <= set(event.core.lower().split())


def _times_agree(event: FoundEvent, mention: FoundEvent) -> bool:
    """False where one is to come, or has been denied or called off, and the other has been."""
    told = mention.bygone or (any(not m.given for m in mention.mentions) and len(mention.attendees) > 1)
    occurs = any(detail.aspect == "occurrence" for detail, _ in mention.details)
    if event.wished and not mention.planned and (occurs or not mention.definite):
        return False  # "The meeting ended" tells of none that somebody wants
    off = mention.cancelled and bool(event.when and mention.when and event.when.value == mention.when.value)
    has_been = not (mention.planned or mention.ordinal or off)
    if event.planned and has_been and (mention.when or (told and (event.when or not event.headed))):
        return False  # what has been is not what is to come
    fixed = mention.when or mention.wished or mention.place or (told and not event.attendees)
    lent = is_of_headline(event) and mention.kind == event.kind
    lent = lent or _was_set_for(event, mention)
    if mention.planned and not event.planned and (fixed or not mention.definite) and not lent:
        return False
    if event.cancelled and not mention.cancelled and not mention.definite:
        return False
    held = not (event.planned or event.cancelled or event.wished) and any(m.news for m in event.mentions)
    kept = not (event.planned or event.cancelled or event.wished)
    if kept and mention.telling and all(m.denied for m in mention.mentions):
        return False  # "denied that their leaders would meet in X" tells of no talks that were held
    if mention.cancelled and (held or not (mention.definite or event.planned or event.cancelled)):
        return False  # what has been has not been called off
    denied = all(m.denied for m in event.mentions)
    same = (
        mention.cancelled and mention.definite and event.cancelled
    )  # "were to have met, but the session was called off"
    return not denied or same or bool(mention.ordinal or mention.when)  # nobody goes on to talk of what has not been


def agree(event: FoundEvent, mention: FoundEvent) -> bool:
    """False when day, place or parties of the two contradict each other."""
    if mention.when and event.when and not (are_one(mention.when, event.when) or _is_its_end(event, mention)):
        return False
    if mention.set_for and event.when and not are_one(mention.set_for[0], event.when):
        return False  # what was set for another day
    apart = mention.place and event.place and not are_one_place(mention.place[0], event.place[0])
    if apart and not _is_trip(event, mention):
        return False
    return _people_agree(event, mention) and _parties_agree(event, mention)


def _is_its_end(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "The talks ended on Friday", after talks of which only a day before is told."""
    first, last = day_of(event.when), mention.when.value.removeprefix("/") if mention.when is not None else ""
    ends = mention.definite and mention.when is not None and mention.when.value == f"/{last}"
    return ends and first is not None and 0 <= (date.fromisoformat(last) - first).days < 10


def _is_its_start(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for "The round, which opened on Monday", after talks that are told to have ended on a Friday."""
    first, last = day_of(mention.when), event.when.value if event.when is not None else ""
    if first is None or not (mention.opens and mention.definite and re.fullmatch(r"/[-\d]{10}", last)):
        return False
    free = not (
        mention.ordinal or mention.which or mention.planned or event.planned or event.cancelled or mention.another
    )
    near = timedelta() <= date.fromisoformat(last[1:]) - first < _LONGEST
    there = not (mention.place and event.place) or are_one_place(mention.place[0], event.place[0])
    return free and near and there and _people_agree(event, mention) and _parties_agree(event, mention)


def _is_trip(event: FoundEvent, mention: FoundEvent) -> bool:
    """True for visits of the same people on the same day: to a state, and to its capital."""
    visits = event.kind == mention.kind == "visit" and bool(event.when and mention.when)
    return visits and bool(_people(event)) and _people(event) == _people(mention)


def _people_agree(event: FoundEvent, mention: FoundEvent) -> bool:
    ours, theirs = _people(mention), _people(event)
    return not (ours and theirs) or ours <= theirs or theirs <= ours


def _parties_agree(event: FoundEvent, mention: FoundEvent) -> bool:
    ours, theirs = set(mention.parties), set(event.parties)
    if len(theirs) == 1 and len(event.attendees) > 1 and ours - theirs:
        return False  # those who met at home met nobody else
    if ours and theirs and not ours & theirs:
        return False
    if mention.definite or _people(event) & (ours - named_sides(ours)):
        ours, theirs = named_sides(ours), named_sides(theirs)
    return len(ours) < 2 or len(theirs) < 2 or ours <= theirs or theirs <= ours


def named_sides(parties: Iterable[Key]) -> set[Key]:
    """Those that are no people: whose side nothing tells stands among the parties himself."""
    return {key for key in parties if not key.startswith("person/")}


def _people(event: FoundEvent) -> set[Key]:
    return {k for k in event.attendees if k.startswith("person/")}


def _share(event: FoundEvent, mention: FoundEvent) -> bool:
    """True when the two have a day, a place or somebody in common, or when one proper name is the other's."""
    dated = mention.when and event.when and mention.when.value and event.when.value
    if dated and not (mention.attendees and event.attendees and mention.place != event.place):
        return True
    if mention.place and event.place:
        return True
    if mention.named and event.named and proper(mention):
        return True
    mine, theirs = _all_there(mention), _all_there(event)
    if len(mention.parties) > 1:  # of talks with whoever stands between the sides these are none
        theirs -= {p.agent for p in event.others if p.capacity == "mediator"} - {p.agent for p in mention.others}
    return bool(mine & theirs) and (len(mine) > 1 or mention.definite)


def _all_there(event: FoundEvent) -> set[Key]:
    return {*event.attendees, *event.parties, *(p.agent for p in event.others)}
