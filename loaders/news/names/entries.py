"""The entries of the gazetteer, read from countries, states, organizations and outlets.yaml.

The header of each file says what its fields mean. How a text is searched for them is for
:mod:`parley.loaders.news.names.name_reader.gazetteer`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ....graph.records import Key
from ..lexicons.strict_yaml import LexiconError, Table, parse_table, to_table, to_text, to_texts, to_truth

Kind: TypeAlias = Literal["state", "organization", "outlet"]
Form: TypeAlias = Literal["name", "alias", "capital", "demonym", "metonym"]

FILES = ("countries.yaml", "states.yaml", "organizations.yaml", "outlets.yaml")
"""The lexicons of the gazetteer; where one spelling is made from two entries, the earlier file wins."""

_OWN_PARTIES = frozenset({"un_members", "un_observers", "other_states", "armed-movement", "de-facto-authority"})
_EXTRAS = frozenset({"shared", "masks", "words_in_capitals", "generic"})
_LISTS = ("also", "capital", "seat", "demonym", "combining", "metonym", "ambiguous")
_FIELDS: Mapping[str, frozenset[str]] = {
    "states.yaml": frozenset({"label", "also", "capital", "demonym", "combining", "metonym", "ambiguous", "of"}),
    "organizations.yaml": frozenset(
        {"name", "also", "seat", "demonym", "metonym", "ambiguous", "state", "party", "part_of"}
    ),
    "outlets.yaml": frozenset({"name", "also", "state", "ambiguous"}),
}


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


def read_lexicon(read: Callable[[str], bytes]) -> Lexicon:
    """Return what the files say; ``read`` gives the bytes of a file by its name."""
    tables = {file: parse_table(file, read(file)) for file in FILES}
    names = {code: to_text(name, FILES[0], code) for code, name in tables[FILES[0]].items()}
    entries = tuple(entry for file in FILES[1:] for entry in _entries(file, tables[file], names))
    _check_references(entries, names)
    shared: dict[str, tuple[Key, ...]] = {}
    for file in FILES[1:]:
        for word, keys in to_table(tables[file].get("shared", {}), file, "shared").items():
            shared[word] = tuple(Key(key) for key in to_texts(keys, file, word))
    return Lexicon(
        entries,
        shared,
        frozenset(_extra(tables, "masks")),
        frozenset(_extra(tables, "words_in_capitals")),
        tuple(_extra(tables, "generic")),
    )


def _extra(tables: Mapping[str, Table], name: str) -> Iterator[str]:
    for file in FILES[1:]:
        yield from to_texts(tables[file].get(name, []), file, name)


def _entries(file: str, sections: Table, names: Mapping[str, str]) -> Iterator[Entry]:
    for section, table in sections.items():
        if section in _EXTRAS:
            continue
        for id, fields in to_table(table, file, section).items():
            said = to_table(fields, file, id)
            if unknown := set(said) - _FIELDS[file]:
                raise LexiconError(file, id, f"has no field called {', '.join(sorted(unknown))}")
            yield _entry(file, section, id, said, names)


def _entry(file: str, section: str, id: str, said: Table, names: Mapping[str, str]) -> Entry:
    is_state = file == "states.yaml"
    lists = {field: to_texts(said.get(field, []), file, id) for field in _LISTS}
    label = said.get("label", names.get(id)) if is_state else said.get("name")
    label = to_text(label, file, id)
    plain = (names[id],) if is_state and id in names else ()
    aliases = tuple(word for word in dict.fromkeys((*plain, *lists["also"])) if word != label)
    entry = Entry(
        id=id,
        key=Key(f"{'state' if is_state else 'organization'}/{id}"),
        label=label,
        kind="state" if is_state else "outlet" if file == "outlets.yaml" else "organization",
        category=section,
        aliases=aliases,
        capitals=lists["capital"] or lists["seat"],
        demonyms=lists["demonym"],
        metonyms=lists["metonym"],
        combining=lists["combining"],
        doubtful=frozenset(lists["ambiguous"]),
        code=id if is_state else "",
        state=to_text(said["of" if is_state else "state"], file, id) if {"of", "state"} & said.keys() else "",
        part_of=Key(f"organization/{to_text(said['part_of'], file, id)}") if "part_of" in said else None,
        party=to_truth(said.get("party", section in _OWN_PARTIES), file, id),
    )
    if stray := entry.doubtful - {word for word, _ in entry.words()}:
        raise LexiconError(file, id, f"calls {', '.join(sorted(stray))} ambiguous but does not list it")
    return entry


def _check_references(entries: Iterable[Entry], names: Mapping[str, str]) -> None:
    seen: dict[str, Entry] = {}
    files = dict(zip(("state", "organization", "outlet"), FILES[1:], strict=True))
    for entry in entries:
        if entry.key in seen:
            raise LexiconError(files[entry.kind], entry.id, f"is taken by {seen[entry.key].label}; ids are unique")
        seen[entry.key] = entry
    for entry in seen.values():
        if entry.state and f"state/{entry.state}" not in seen:
            raise LexiconError(files[entry.kind], entry.id, f"there is no state with the code {entry.state}")
        if entry.part_of and entry.part_of not in seen:
            raise LexiconError(files[entry.kind], entry.id, f"there is no {entry.part_of}")
    if missing := sorted(set(names) - {entry.code for entry in seen.values()}):
        raise LexiconError("states.yaml", "", f"has no line for {', '.join(missing)} of countries.yaml")
