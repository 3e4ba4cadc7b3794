"""Finds the matches of one block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final, NamedTuple, cast

from .contradictions import find_act_contradictions, find_corrected, find_denied, find_detail_contradictions
from .events import match_events
from .items import match_items
from .links import Link, LinkName
from .matches import Match
from .named import match_named
from .negotiations import match_negotiations
from .persons import match_persons
from .repeats import find_repeats
from .responses import find_responses
from .tellings import LINKED, Telling, in_order
from .variants import find_variants

_MATCHERS: Final[Mapping[str, Callable[[Sequence[Telling]], list[Match]]]] = {
    "person": match_persons,
    "named": match_named,
    "post": match_named,
    "process": match_negotiations,
    "event": match_events,
    "item": match_items,
}


_LINKERS: Final[Mapping[str, tuple[Callable[[Sequence[Telling]], Iterator[Link]], ...]]] = {
    "act": (find_variants, find_responses, find_act_contradictions),
    "detail": (find_detail_contradictions,),
    "saying:words": (find_repeats,),
    "saying:by": (find_repeats,),
    "saying:number": (find_corrected,),
    "saying:in": (find_denied,),
}


_SUREST_LAST = attrgetter("score", "first", "second", "name", "because")
_BY_NODES = attrgetter("first", "second", "score", "because")
_SAME, _UNSURE = _VERDICTS = ("same", "unsure")


class Found(NamedTuple):
    """What was found of two nodes, in whichever blocks they meet."""

    first: str
    second: str
    name: str
    """The name of a link, or whether a match makes two one or is for people to settle."""
    score: float
    because: str

    def within(self, block: str) -> Match | Link:
        """Return it as found in a block."""
        first, second, name, score, because = self
        if name in _VERDICTS:
            return Match(first, second, score, because, same=name == _SAME, block=block)
        return Link(first, second, cast(LinkName, name), score, because, block)

    def known_by(self, block: str) -> tuple[str, str, str]:
        """Return what it is known by among all that is found."""
        return block if self.name in _VERDICTS else f"{block} {self.name}", self.first, self.second


def found_of(one: Match | Link) -> Found:
    """Return a match or link without its block."""
    name = one.name if isinstance(one, Link) else _SAME if one.same else _UNSURE
    return Found(one.first, one.second, name, one.score, one.because)


class Finder:
    """Finds the matches and links of several blocks; those in which the same is told are gone through once."""

    def __init__(self) -> None:
        self._done: dict[tuple[str, frozenset[int]], tuple[Sequence[Telling], frozenset[Found]]] = {}

    def found(self, block: str, tellings: Sequence[Telling]) -> frozenset[Found]:
        """Return what is found among all tellings of a block."""
        key = _family(block), frozenset(map(id, tellings))
        if key not in self._done:
            of_two = {(one.first, one.second): one for one in find_matches(block, tellings)}
            both: list[Match | Link] = [*of_two.values(), *find_links(block, tellings)]
            self._done[key] = tellings, frozenset(map(found_of, both))  # what is known by its id has to stay
        return self._done[key][1]


def find_links(block: str, tellings: Iterable[Telling]) -> list[Link]:
    """Return what links the tellings of a block, of each two nodes the surest of a kind; the same for any order."""
    best: dict[tuple[str, str, str], Link] = {}
    ordered = in_order(tellings)
    finding = _LINKERS.get(_family(block), ()) if len(ordered) > 1 else ()
    once = _once(ordered) if finding and finding != (find_repeats,) else []
    for find in finding:
        for link in sorted(find(ordered if find is find_repeats else once), key=_SUREST_LAST):
            best[link.first, link.second, link.name] = link
    return sorted(best.values(), key=attrgetter("first", "second", "name"))


def _family(block: str) -> str:
    """Return the kind of what is compared in a block, and for sayings also what they have in common."""
    kind, _, shared = block.partition(":")
    return f"{kind}:{shared.partition(' ')[0]}" if kind == "saying" else kind


def _once(tellings: Sequence[Telling]) -> list[Telling]:
    """Return one telling of those that say the same in the same month: what is linked with one is with all."""
    first: dict[tuple[object, ...], Telling] = {}
    for told in tellings:
        first.setdefault(told.without_source(), told)
    return list(first.values())


def find_matches(block: str, tellings: Iterable[Telling]) -> list[Match]:
    """Return what is one, and what may be, among all tellings of a block; the same for any order of them."""
    kind, ordered = block.partition(":")[0], in_order(tellings)
    if kind in LINKED:
        return []
    found = _MATCHERS[kind](ordered) if len(ordered) > 1 else []
    return sorted(found, key=_BY_NODES)
