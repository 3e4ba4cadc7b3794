"""What lexicons say of one another: names that two entries claim, and ids, codes and keys that no entry has.

These rules are for lexicons that have their shapes already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from .shapes import Fault, meant
from .strict_yaml import Place

Tables: TypeAlias = Mapping[str, dict[str, Any]]  # Any: tables that are in shape
Told: TypeAlias = tuple[str, Fault]
"""The name of a lexicon, and what is wrong in it."""
Rule: TypeAlias = Callable[[Tables], Iterator[Told]]

NAMED: Final = ("states", "organizations", "outlets")
"""The lexicons with entries that have names; where one spelling is made from two entries, the earlier file wins."""
EXTRAS: Final = frozenset({"shared", "masks", "words_in_capitals", "generic"})
"""Their parts that hold no entries."""
_WORDS: Final = ("label", "name", "also", "capital", "seat", "metonym", "demonym", "combining")
"""The fields of an entry that hold words for it."""


def unknown_ids(tables: Tables) -> Iterator[Told]:
    """Tell which entries name a state or organisation that is not there, or have the id of another."""
    codes, ids = _ids(tables["states"]), _ids(tables["organizations"])
    for name, place, entry in _entries(tables):
        for field in ("of", "state", "faces"):
            if field in entry and entry[field] not in codes:
                why = f"there is no state with the code {entry[field]!r}{meant(entry[field], codes)}"
                yield name, Fault((*place, field), why)
        if "part_of" in entry and entry["part_of"] not in ids:
            why = f"there is no organization {entry['part_of']!r}{meant(entry['part_of'], ids)}"
            yield name, Fault((*place, "part_of"), why)
        if name == "states" and "label" not in entry and place[1] not in tables["countries"]:
            yield name, Fault(place, "has no field 'label', and needs one: countries.yaml has no name for it")
    for code in sorted(set(tables["countries"]) - codes):
        yield "countries", Fault((code,), "states.yaml has no line for it; add one there")
    yield from _taken(tables)


def claimed_names(tables: Tables) -> Iterator[Told]:
    """Tell which words name two entries that do not share them, or an entry and nothing at once."""
    shared = {word: keys for name in NAMED for word, keys in tables[name].get("shared", {}).items()}
    owners: dict[str, dict[str, None]] = {}
    for name, place, entry in _entries(tables):
        key, words = _key(name, str(place[1])), set()
        for field, word in _words(entry, tables["countries"].get(str(place[1])) if name == "states" else None):
            words.add(word)
            keys = owners.setdefault(word, {})
            if keys and key not in keys and word not in shared:
                why = f"{word!r} is a word for {', '.join(keys)} too; share it under `shared`, or take it out of one"
                yield name, Fault(_at(place, entry, field, word), why)
            keys[key] = None
            if not word[0].isalnum() and word[0] != "_":
                yield name, Fault(_at(place, entry, field, word), f"{word!r} must begin with a letter or digit")
        for number, word in enumerate(entry.get("ambiguous", ())):
            if word not in words:
                why = f"{word!r} is no word of this entry{meant(word, words)}"
                yield name, Fault((*place, "ambiguous", number), why)
    yield from _wrongly_shared(tables, owners)
    for name in NAMED:
        for number, word in enumerate(tables[name].get("masks", ())):
            if word in owners:
                yield name, Fault(("masks", number), f"{word!r} is a mask and a word for {', '.join(owners[word])}")


def unknown_keys(tables: Tables) -> Iterator[Told]:
    """Tell which keys of actors.yaml no entry has."""
    known = {_key(name, str(place[1])) for name, place, _ in _entries(tables)}
    for entry, line in enumerate(tables["actors"]["descriptions"]["listed"]):
        for number, key in enumerate(line["keys"]):
            if key not in known:
                place = ("descriptions", "listed", entry, "keys", number)
                yield "actors", Fault(place, f"there is no entry {key!r}{meant(key, known)}")


def unknown_sides(tables: Tables) -> Iterator[Told]:
    """Tell which people of leaders.yaml lead a state or organisation that is not there."""
    sides = _ids(tables["states"]) | _ids(tables["organizations"])
    for number, person in enumerate(tables["leaders"]["people"]):
        if person["of"] not in sides:
            why = f"there is no state or organization {person['of']!r}{meant(person['of'], sides)}"
            yield "leaders", Fault(("people", number, "of"), why)


def unknown_states(tables: Tables) -> Iterator[Told]:
    """Tell which heads of offices.yaml belong to a state that is not there."""
    codes = _ids(tables["states"])
    for head, entry in tables["offices"]["heads"].items():
        for field in ("implies", "unless"):
            if field in entry and entry[field] not in codes:
                why = f"there is no state with the code {entry[field]!r}{meant(entry[field], codes)}"
                yield "offices", Fault(("heads", head, field), why)


ACROSS: Final[Mapping[str, tuple[tuple[str, ...], tuple[Rule, ...]]]] = {
    "outlets": (("countries", *NAMED), (unknown_ids, claimed_names)),
    "actors": (("actors", *NAMED), (unknown_keys,)),
    "leaders": (("leaders", "states", "organizations"), (unknown_sides,)),
    "offices": (("offices", "states"), (unknown_states,)),
}
"""By a lexicon, those that it is checked beside, and the rules."""


def _taken(tables: Tables) -> Iterator[Told]:
    organizations = _ids(tables["organizations"])
    for name in NAMED:
        seen: dict[str, Place] = {}
        for _, place, _ in _entries({name: tables[name]}):
            id = str(place[1])
            if id in seen or (name == "outlets" and id in organizations):
                there = "another entry here" if id in seen else "an entry of organizations.yaml"
                yield name, Fault(place, f"the id {id!r} is taken by {there}; give it one of its own", seen.get(id))
            seen[id] = place


def _wrongly_shared(tables: Tables, owners: Mapping[str, Mapping[str, None]]) -> Iterator[Told]:
    for name in NAMED:
        for word, keys in tables[name].get("shared", {}).items():
            having = owners.get(word, {})
            for number, key in enumerate(keys):
                if key not in having:
                    why = f"{key!r} has no word {word!r}{meant(key, having)}"
                    yield name, Fault(("shared", word, number), why)
            if missing := [key for key in having if key not in keys]:
                yield name, Fault(("shared", word), f"{', '.join(missing)} has this word too; add its key")
            elif len(keys) < 2:
                yield name, Fault(("shared", word), "is shared by fewer than two entries; take it out")


def _entries(tables: Tables) -> Iterator[tuple[str, Place, dict[str, Any]]]:  # Any: texts, lists and truths
    for name in NAMED:
        for section, entries in tables.get(name, {}).items():
            if section not in EXTRAS:
                yield from ((name, (section, id), entry) for id, entry in entries.items())


def _ids(table: dict[str, Any]) -> set[str]:  # Any: as above
    return {id for section, entries in table.items() if section not in EXTRAS for id in entries}


def _key(name: str, id: str) -> str:
    return f"{'state' if name == 'states' else 'organization'}/{id}"


def _words(entry: Mapping[str, Any], country: str | None) -> Iterator[tuple[str, str]]:  # Any: as above
    """Every word for an entry with its field; half compounds end in a hyphen."""
    if country is not None:
        yield "", country
    for field in _WORDS:
        if field in entry:
            said = entry[field]
            for word in said if isinstance(said, list) else (said,):
                yield field, f"{word}-" if field == "combining" else word


def _at(place: Place, entry: Mapping[str, Any], field: str, word: str) -> Place:  # Any: as above
    said = entry.get(field)
    if isinstance(said, list):
        return (*place, field, said.index(word if word in said else word.removesuffix("-")))
    return (*place, field) if field else place
