"""Check the lexicons against their shapes and one another, and tell what is wrong in which line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from .issue_shapes import RULES
from .references import ACROSS, Rule
from .schemas import SCHEMAS
from .shapes import Fault
from .strict_yaml import LexiconError, Place, Table, line_finder, parse_all, parse_table, to_table

Read: TypeAlias = Callable[[str], bytes]
"""What gives the bytes of a file by its name."""
_ACROSS: Final = {**ACROSS, "issues": (("issues",), RULES)}


def checked_reader(read: Read) -> Callable[[str], dict[str, Any]]:  # Any: the shape is each file's own
    """Return what gives a lexicon by its name (``acts``), read once, or raises its first fault."""

    @cache
    def table(name: str) -> dict[str, Any]:  # Any: as above
        content = _in_shape(name, read(f"{name}.yaml"), f"{name}.yaml")
        needed, rules = _ACROSS.get(name, ((), ()))
        tables = {other: content if other == name else table(other) for other in needed}
        if wrong := _across(tables, rules, read):
            raise wrong[0]
        return content

    return table


def checked_table(name: str, data: bytes, *, file: str) -> dict[str, Any]:  # Any: as above
    """Return what a user's file holds in place of a lexicon that stands alone, or raise its first fault."""
    content = _in_shape(name, data, file)
    if faults := [fault for rule in _ACROSS[name][1] for _, fault in rule({name: content})]:
        raise _errors(file, data, faults)[0]
    return content


def all_faults(read: Read, names: Iterable[str]) -> list[LexiconError]:
    """Return everything that is wrong with the lexicons of these names, by file and line."""
    errors: list[LexiconError] = []
    sound: dict[str, Table] = {}
    for name in names:
        told, content = _own_faults(name, read(f"{name}.yaml"))
        errors += told
        if content is not None:
            sound[name] = content
    entries = {(error.file, *error.entry.split("/")[:2]) for error in errors}
    for needed, rules in _ACROSS.values():
        if sound.keys() >= set(needed):
            told = _across({name: sound[name] for name in needed}, rules, read)
            errors += [error for error in told if (error.file, *error.entry.split("/")[:2]) not in entries]
    return sorted(errors, key=lambda error: (error.file, error.line, error.told))


def _in_shape(name: str, data: bytes, file: str) -> Table:
    """The content of a file that has the shape of a lexicon; the first thing that is wrong with it is an error."""
    content = parse_table(file, data)
    shape = SCHEMAS.get(name)
    if shape and (faults := [*shape.faults(content, ())]):
        raise _errors(file, data, faults)[0]
    return content


def _own_faults(name: str, data: bytes) -> tuple[list[LexiconError], Table | None]:
    """What is wrong within a file, and what is left of its content without that."""
    file = f"{name}.yaml"
    if name not in SCHEMAS:
        return [LexiconError(file, "", "has no shape; add one to schemas.py", line=1)], None
    try:
        content, doubled = parse_all(file, data)
    except LexiconError as error:
        return [error], None
    faults = [*SCHEMAS[name].faults(content, ())]
    told = doubled + _errors(file, data, faults)
    while isinstance(content, dict) and faults and all(fault.place for fault in faults):
        for place in sorted({fault.place for fault in faults}, key=_order, reverse=True):
            _take_out(content, place)
        faults = [*SCHEMAS[name].faults(content, ())]
    return told, to_table(content, file, "") if not faults else None


def _across(tables: Mapping[str, Table], rules: Iterable[Rule], read: Read) -> list[LexiconError]:
    """What is wrong between lexicons that have their shapes."""
    faults: dict[str, list[Fault]] = {}
    for rule in rules:
        for name, fault in rule(tables):
            faults.setdefault(f"{name}.yaml", []).append(fault)
    return [error for file, told in faults.items() for error in _errors(file, read(file), told)]


def _errors(file: str, data: bytes, faults: Iterable[Fault]) -> list[LexiconError]:
    """The faults of a file as errors with their lines, in the order of the lines."""
    errors = []
    line, (content, _) = line_finder(data), parse_all(file, data)
    for fault in faults:
        why = f"{fault.why} (it is in line {line(fault.beside)} already)" if fault.beside else fault.why
        errors.append(LexiconError(file, _entry(content, fault.place), why, line=line(fault.place)))
    return sorted(errors, key=lambda error: (error.line, error.told))


def _entry(content: object, place: Place) -> str:
    """The way to a place in words: an entry of a list goes by its first word, a word of a list by that list."""
    steps: list[str] = []
    for step in place:
        if isinstance(content, dict):
            steps.append(str(step))
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
            steps += [_title(content)] if isinstance(content, (dict, list)) else []
    return "/".join(steps)


def _title(value: object) -> str:
    while isinstance(value, (dict, list)) and value:
        value = next(iter(value.values())) if isinstance(value, dict) else value[0]
    return str(value)


def _order(place: Place) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in place]


def _take_out(content: dict[Any, Any], place: Place) -> None:  # Any: whatever a file holds
    held: Any = content
    for step in place[:-1]:
        held = held[step]
    del held[place[-1]]
