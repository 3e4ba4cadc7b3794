"""The entries of the gazetteer, read from countries, states, organizations and outlets.yaml.

The header of each file says what its fields mean. How a text is searched for them is for
:mod:`parley.loaders.news.names.gazetteer`, what is wrong with
them for :mod:`parley.loaders.news.lexicons.references`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from ....graph.identifiers import slug
from ....graph.records import Key
from ..lexicons.references import EXTRAS, NAMED

Kind: TypeAlias = Literal["state", "organization", "outlet"]
Table: TypeAlias = dict[str, Any]  # Any: what its shape says
Form: TypeAlias = Literal["name", "alias", "capital", "demonym", "metonym"]

OPPOSITION = "opposition"
"""The category of those who negotiate with their own state's government: "the Syrian opposition"."""
_OPPOSING = (OPPOSITION, f"main {OPPOSITION}")
_OWN_PARTIES = frozenset({"un_members", "un_observers", "other_states", "armed-movement", "de-facto-authority"})
_WITH_OPPOSITION = ("un_members", "un_observers", "other_states")


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, organisation or outlet with the words that news have for it."""

    id: str
    key: Key
    """``state/RU``, ``organization/red-cross``; outlets are organizations too."""
    label: str
    kind: Kind
    category: str
    """The section that it stands in: ``un_members``, ``armed-movement``, ``newspaper`` ..."""
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    doubtful: frozenset[str] = frozenset()
    """Those of its words that often mean something else."""
    code: str = ""
    """ISO 3166-1 alpha-2, for states."""
    state: str = ""
    """Code of the state that an organisation, outlet or territory belongs to."""
    faces: str = ""
    """Code of the state that a movement has to do with, where that is not the one that it is in."""
    part_of: Key | None = None
    party: bool = False
    """True when it negotiates as a side in its own right."""

    @property
    def ambiguous(self) -> bool:
        """True when its usual name itself often means something else."""
        return self.label in self.doubtful

    @property
    def former(self) -> bool:
        """True for a state that is no more."""
        return self.category == "former_states"

    def words(self) -> Iterator[tuple[str, Form]]:
        """Yield every word for it with its form; half compounds end in a hyphen."""
        yield self.label, "name"
        yield from ((word, "alias") for word in self.aliases)
        yield from ((word, "capital") for word in self.capitals)
        yield from ((word, "metonym") for word in self.metonyms)
        yield from ((word, "demonym") for word in self.demonyms)
        yield from ((f"{word}-", "demonym") for word in self.combining)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the gazetteer's files say."""

    entries: tuple[Entry, ...]
    shared: Mapping[str, tuple[Key, ...]]
    """Words of several entries, the usual one first."""
    masks: frozenset[str]
    """Phrases that contain a word of an entry and mean something else."""
    words_in_capitals: frozenset[str]
    """Acronyms that are common words when a whole line is in capitals."""
    generic: tuple[str, ...]
    """Words for outlets in general."""


def read_lexicon(read: Callable[[str], Table]) -> Lexicon:
    """Return what the lexicons say; ``read`` gives the content of one by its name, checked."""
    countries = read("countries")
    tables = {name: read(name) for name in NAMED}
    return Lexicon(
        tuple(entry for name in NAMED for entry in _entries(name, tables[name], countries)),
        {word: tuple(map(Key, keys)) for name in NAMED for word, keys in tables[name].get("shared", {}).items()},
        frozenset(_extra(tables, "masks")),
        frozenset(_extra(tables, "words_in_capitals")),
        tuple(_extra(tables, "generic")),
    )


def _extra(tables: Mapping[str, Table], part: str) -> Iterator[str]:
    for name in NAMED:
        yield from tables[name].get(part, ())


def _entries(name: str, sections: Table, countries: Mapping[str, str]) -> Iterator[Entry]:
    for section, table in sections.items():
        if section not in EXTRAS:
            found = [_entry(name, section, id, said, countries) for id, said in table.items()]
            yield from found
            yield from (_opposition(state) for state in found if section in _WITH_OPPOSITION and state.demonyms)


def _entry(name: str, section: str, id: str, said: Table, countries: Mapping[str, str]) -> Entry:
    is_state = name == "states"
    plain = (countries[id],) if is_state and id in countries else ()
    label = said["label"] if "label" in said else plain[0] if plain else said["name"]
    return Entry(
        id=id,
        key=Key(f"{'state' if is_state else 'organization'}/{id}"),
        label=label,
        kind="state" if is_state else "outlet" if name == "outlets" else "organization",
        category=section,
        aliases=tuple(word for word in dict.fromkeys((*plain, *said.get("also", ()))) if word != label),
        capitals=tuple(said.get("capital") or said.get("seat", ())),
        demonyms=tuple(said.get("demonym", ())),
        metonyms=tuple(said.get("metonym", ())),
        combining=tuple(said.get("combining", ())),
        doubtful=frozenset(said.get("ambiguous", ())),
        code=id if is_state else "",
        state=said.get("of" if is_state else "state", ""),
        faces=said.get("faces", ""),
        part_of=Key(f"organization/{said['part_of']}") if "part_of" in said else None,
        party=said.get("party", section in _OWN_PARTIES),
    )


def _opposition(state: Entry) -> Entry:
    """Those who oppose a state's government: no voice of the state, though its name is in theirs."""
    id = slug(f"{state.label} {OPPOSITION}")
    names = (state.label, *state.aliases)
    return Entry(
        id=id,
        key=Key(f"organization/{id}"),
        label=f"{state.demonyms[0]} {OPPOSITION}",
        kind="organization",
        category=OPPOSITION,
        aliases=tuple(f"{name}{mark}s {what}" for name in names for mark in "’'" for what in _OPPOSING),
        state=state.code,
        party=True,
    )
