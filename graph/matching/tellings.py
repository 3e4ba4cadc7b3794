"""What one source tells of one thing, cut down to what a matcher goes by, and the blocks in which it is compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import combinations
from operator import attrgetter
from typing import Any, Final, Literal, TypeAlias

from .person_names import surnames
from .spelling import gist, name_tokens, plain, sound

Kind: TypeAlias = Literal["person", "named", "post", "process", "event", "item", "act", "detail", "saying"]

LINKED: Final = frozenset(("act", "detail", "saying"))
"""Kinds of tellings that are never one with others, only linked to them."""
DEED: Final = "Deed"
"""The sort of an item of which nothing is told but that it was done."""
_MOST_PARTIES: Final = 6
"""Of more than so many parties only the whole set is compared, not each two of them."""


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One node of one source. Parties are keys that mean the same in all sources: ``state/CL``, ``=harbour front``."""

    node: str
    kind: Kind
    source: str
    day: str = ""
    """When the source was published, as YYYY-MM-DD."""
    talks: tuple[tuple[str, ...], ...] = ()
    """The parties of each negotiation that the source tells of."""
    around: tuple[str, ...] = ()
    """Who acts, is asked or has people in the source, the most often told first."""
    names: tuple[str, ...] = ()
    """Its label and every form of it in the text."""
    side: str = ""
    posts: tuple[tuple[str, str], ...] = ()
    """Title and organisation of each post held now."""
    parties: tuple[str, ...] = ()
    """Of an event or a negotiation who takes part, of an item who has put it on the table."""
    others: tuple[str, ...] = ()
    """Of an item who has answered it, or is asked; of an event how the surnames sound of those who sit there."""
    sort: str = ""
    """The kind of event or item (:data:`DEED` for what was only done), or the class of a named thing."""
    ordinal: int = 0
    """The number of an event; of an act or a saying the place of its words in the text."""
    turn: int = 0
    """1 for "the next round", -1 for "the previous round", seen from the day of publication."""
    first: str = ""
    last: str = ""
    """The days within which an event lies, or an act that has its day from one or by itself.

    Of a negotiation those within which its source was published, where only the month or the year is known.
    """
    worked_out: bool = False
    """True when the days were worked out from a weekday or a word."""
    place: str = ""
    standing: str = ""
    issues: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """The stems of an item's label that tell what it is about: neither amounts nor who is to do it.

    Of a negotiation the full names of the people in its source, of a person hashes of a few sentences that they say.
    """
    amounts: tuple[tuple[str, str], ...] = ()
    """Value and unit of each quantity in an item's terms."""
    about: str = ""
    """The item or event that an act or a detail is about."""
    statement: str = ""
    """The first statement that carries an act or a detail."""
    quote: str = ""
    """What stands there in the text."""
    inside: tuple[str, ...] = ()
    """The blocks of an act, a detail or a saying, which are looked for links only."""
    born: str = ""
    """When a person was born, as precisely as it is told."""
    item: str = ""
    """The item of Wikidata that it is said to be."""
    dataset: bool = False
    """True of what a dataset tells, where a name and a side make nobody one with another."""
    rough: bool = False
    """True of an item one of whose amounts is told as about, at least or at most so much."""
    once: tuple[tuple[str, str], ...] = ()
    """Title and organisation of each post that is told to be held no longer, or not yet."""
    named: tuple[str, ...] = ()
    """Whom the label of an item names."""

    @property
    def label(self) -> str:
        """The name that the source gives it."""
        return self.names[0] if self.names else ""

    def blocks(self) -> frozenset[str]:
        """Return the blocks in which it can meet tellings of the same thing."""
        if self.kind in LINKED:
            return frozenset(f"{self.kind}:{key}" for key in self.inside)
        return frozenset(f"{self.kind}:{key}" for key in _KEYS[self.kind](self) if key)

    def to_json(self) -> str:
        """Return it as one line, for :func:`from_json`."""
        return json.dumps(_VALUES(self), ensure_ascii=False, separators=(",", ":"))

    def content(self) -> tuple[object, ...]:
        """Return its values but for its node and source: tellings of one content are alike to any other."""
        return _CONTENT(self)

    def without_source(self) -> tuple[object, ...]:
        """Return its values with what tells its source left out, and only the month of its day."""
        own = [value.replace(self.source, "") if type(value) is str else value for value in _VALUES(self)]
        own[_DAY] = str(own[_DAY])[: len("YYYY-MM")]
        own[_INSIDE] = ()
        return tuple(own)


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """Return tellings in their order, for which hardly more than their nodes has to be looked at."""
    return sorted(tellings, key=lambda one: (one.node, one))


_NAMES: Final = [field.name for field in fields(Telling)]
_VALUES: Final = attrgetter(*_NAMES)
_CONTENT: Final = attrgetter(*(name for name in _NAMES if name not in ("node", "source")))
_DAY, _INSIDE = _NAMES.index("day"), _NAMES.index("inside")


@lru_cache(maxsize=16_384)
def from_json(line: str) -> Telling:
    """Return what :meth:`Telling.to_json` wrote."""
    return Telling(*(_tuples(value) for value in json.loads(line)))


def _tuples(value: Any) -> Any:  # Any: what stands in JSON
    return tuple(_tuples(one) for one in value) if isinstance(value, list) else value


def pairs_of(parties: Iterable[str]) -> list[str]:
    """Return a key for each two of the parties; of very many only one for all."""
    ordered = sorted(set(parties))
    if len(ordered) > _MOST_PARTIES:
        return ["|".join(ordered)]
    return ["|".join(pair) for pair in combinations(ordered, 2)]


def _surnames(told: Telling) -> set[str]:
    tokens = [name_tokens(name) for name in told.names]
    found = {sound(words[-1]) for words in tokens if words}
    return found | {sound(name) for words in told.names for name in surnames(words)} if told.dataset else found


def _between(told: Telling) -> set[str]:
    """Between whom: its own parties, or else those of any negotiation in its source, or any two of who acts there."""
    if len(told.parties) > 1:
        return set(pairs_of(told.parties))
    possible = {pair for parties in (*told.talks, (*told.parties, *told.around)) for pair in pairs_of(parties)}
    return {pair for pair in possible if not told.parties or told.parties[0] in pair.split("|")}


def _owners(told: Telling) -> set[str]:
    """Whose it is and who else acts in its source; where nobody does, whose it is alone."""
    owners = {*told.parties, *told.others, *told.named}
    pairs = {pair for one in owners for other in {*owners, *told.around} - {one} for pair in pairs_of((one, other))}
    return pairs or owners


def _posts(told: Telling) -> list[str]:
    return [f"{plain(told.label)}@{told.side}"] if told.side else []


def _named(told: Telling) -> list[str]:
    """A body by its last word and whose it is; places by their whole names."""
    name = plain(told.label)
    if told.sort != "organization":
        return [f"{told.sort}/{name}"]
    short = (
        [f"{told.sort}/={gist(told.label)}"]
        if (told.talks and told.label.isupper()) or gist(told.label) != name
        else []
    )
    return [*short, *([f"{told.sort}/{name.rpartition(' ')[2]}@{told.side}"] if told.side and name else [])]


_KEYS: Final = {
    "person": _surnames,
    "named": _named,
    "post": _posts,
    "process": lambda told: pairs_of(told.parties),
    "event": _between,
    "item": _owners,
}
