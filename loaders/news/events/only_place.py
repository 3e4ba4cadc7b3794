"""Where the talks of an article are that tells of one place alone: "Gulu talks go on ... Friday's session"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from ....graph.records import Span
from ..cast.actors import Actors
from ..cast.members import slug
from ..values.dates import day_of
from .details import Detail, FoundEvent

_WEEK: Final = timedelta(days=7)
_SITTINGS: Final = frozenset({"round", "talks", "meeting"})


def add_only_place(
    actors: Actors, events: Sequence[FoundEvent], mentions: Iterable[FoundEvent], published: date | None
) -> None:
    """Places the sittings of the two sides in the week of the article where all its sittings are; no counted rounds."""
    told = [m for m in mentions if m.place is not None and _is_now(m)]
    if len({slug(m.place[0]) for m in told if m.place is not None}) != 1 or len(actors.told_pair) != 2:
        return
    place = told[0].place
    sentence = actors.article.sentence_at(place[1][0]) if place is not None else None
    for event in events:
        day = day_of(event.when)
        recent = day is not None and published is not None and timedelta() <= published - day < _WEEK
        theirs = recent and not event.ordinal and set(event.parties) == set(actors.told_pair)
        if (
            event.when is not None
            and event.place is None
            and _is_now(event)
            and theirs
            and place is not None
            and sentence is not None
        ):
            event.place = place
            event.details.append((Detail("place", Span(*place[1])), sentence))


def _is_now(event: FoundEvent) -> bool:
    """True for a sitting that is none of an earlier year, to come, called off or looked back at."""
    other = event.planned or event.cancelled or event.earlier or event.which or event.ours or event.another
    return event.kind in _SITTINGS and not (other or all(mention.denied for mention in event.mentions))
