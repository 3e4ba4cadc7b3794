"""Files of RDF that would take the whole process down with them if the engine read them; told before it does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Final
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

DEEPEST: Final = 500
"""Nested more deeply, JSON-LD takes gigabytes and triples about triples end the process."""
_ROOM: Final = 1_000_000
_TIMES: Final = 10
"""So many times its size, and some room, may an RDF/XML file grow by what its entities stand for."""
_ENTITY: Final = re.compile(rb'<!ENTITY\s+(?:%\s+)?([^\s"\']+)\s+"([^"]*)"')
_REFERENCE: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\w+);)")
_XML: Final = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(<)(?![!/?])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?<!/)>|(</)", re.DOTALL
)
_JSON_STRING: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_TURTLE: Final = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*"""'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    rb'|"(?:[^"\\\n]|\\.)*"'
    rb"|'(?:[^'\\\n]|\\.)*'"
    rb"|<[^<>\"{}|^`\\\x00-\x20]*>"
    rb"|#[^\n]*"
    rb"|\\.|(<<)|(>>)",
    re.DOTALL,
)
_NESTING: Final = re.compile(rb"<<|>>")
_NAMED: Final = re.compile(rb"&([^\s&;<#]{1,256});")
_BROKEN_OFF: Final = re.compile(rb"&[^\s&;<#]*\Z")
_LONGEST_NAME: Final = 258
_OTHER_ENTITY: Final = (
    'its DOCTYPE defines an entity in another way than <!ENTITY name "value">: write out what it stands for'
)
_ENTITY_OF_ENTITIES: Final = "its DOCTYPE defines entities by other entities: write out what they stand for"
_TOO_DEEP: Final = f"it is nested more than {DEEPEST:,} deep, and more cannot be read: make it flatter"


def hazard(data: bytes, format: str) -> str:
    """Return why the engine must not read a file in this format, in words; empty when it may."""
    if format == "rdf":
        return _entity_hazard(data) or (_TOO_DEEP if _depth_of_marks(data, _XML, b"<") > DEEPEST else "")
    if format == "jsonld":
        return _TOO_DEEP if _depth_of_json(data) > DEEPEST else ""
    if _depth_of_marks(data, _TURTLE, b"<<") > DEEPEST:
        return "it has triples about triples (RDF 1.2), which are not read"
    return ""


def nested_hazard(parts: Iterable[bytes]) -> str:
    """Return why the engine must not read a large file of Turtle, N-Triples or the like; empty when it may.

    What only looks nested, in a text, counts unless it is closed again.
    """
    depth, left = 0, b""
    for part in parts:
        rest = left + part
        left = rest[-1:] if rest[-1:] in (b"<", b">") else b""
        for mark in () if not depth and b"<<" not in rest else _NESTING.findall(rest[: len(rest) - len(left)]):
            depth = depth + 1 if mark == b"<<" else max(0, depth - 1)
            if depth > DEEPEST:
                return "it has triples about triples (RDF 1.2), which are not read"
    return ""


def xml_hazard(parts: Iterable[bytes]) -> str:
    """Return why the engine must not read a large file of RDF/XML; empty when it may."""
    seen = _Marks()
    reader = ParserCreate()
    reader.StartElementHandler, reader.EndElementHandler = seen.open, seen.close
    reader.EntityDeclHandler = seen.declare
    try:
        for part in parts:
            reader.Parse(part, False)
            seen.refer(part)
            if why := seen.hazard():
                return why
        reader.Parse(b"", True)
    except ExpatError as error:
        return seen.hazard() or f"line {error.lineno}: it is not XML: {ErrorString(error.code)}"
    except (LookupError, ValueError):
        return "its encoding cannot be read: save it as UTF-8"
    return ""


class _Marks:
    """How deep the elements of a file are nested, and how much longer its entities make it."""

    def __init__(self) -> None:
        self._deepest = self._depth = 0
        self._entities: dict[bytes, bytes] = {}
        self._why = ""
        self._size = self._grown = 0
        self._left = b""

    def open(self, name: str, attributes: object) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            self._deepest = self._depth

    def close(self, name: str) -> None:
        self._depth -= 1

    def declare(self, name: str, is_parameter: bool, value: str | None, *outside: object) -> None:
        if is_parameter or value is None:
            self._why = _OTHER_ENTITY
        elif _REFERENCE.search(value.encode()):
            self._why = _ENTITY_OF_ENTITIES
        else:
            self._entities.setdefault(name.encode(), value.encode())

    def refer(self, part: bytes) -> None:
        """Count what the references in a part stand for."""
        self._size += len(part)
        if self._entities:
            part = self._left + part
            self._grown += sum(len(self._entities.get(name, b"")) for name in _NAMED.findall(part))
            broken_off = _BROKEN_OFF.search(part[-_LONGEST_NAME:])
            self._left = broken_off[0] if broken_off else b""

    def hazard(self) -> str:
        """Return why the file must not be read on."""
        if self._grown > _ROOM + _TIMES * self._size:
            return _too_long(self._grown, self._size)
        return self._why or (_TOO_DEEP if self._deepest > DEEPEST else "")


def _entity_hazard(data: bytes) -> str:
    """Entities are read as shorthands of namespaces, wherever in the file they are defined; never more than that."""
    declared = data.count(b"<!ENTITY")
    entities = _ENTITY.findall(data) if declared else []
    if len(entities) != declared:
        return _OTHER_ENTITY
    if any(_REFERENCE.search(value) for _, value in entities):
        return _ENTITY_OF_ENTITIES
    longest: dict[bytes, int] = {}
    for name, value in entities:
        longest[name] = max(len(value), longest.get(name, 0))
    grown = sum(length * data.count(b"&" + name + b";") for name, length in longest.items())
    if grown > _ROOM + _TIMES * len(data):
        return _too_long(grown, len(data))
    return ""


def _too_long(grown: int, size: int) -> str:
    return f"its entities stand for {grown:,} bytes in a file of {size:,}: write out what they stand for"


def _depth_of_marks(data: bytes, marks: re.Pattern[bytes], mark: bytes) -> int:
    """How deep what the first group of ``marks`` opens and the second closes is nested."""
    if data.count(mark) <= DEEPEST:
        return 0
    steps = (bool(found[1]) - bool(found[2]) for found in marks.finditer(data))
    return max(accumulate(steps), default=0)


def _depth_of_json(data: bytes) -> int:
    brackets = re.findall(rb"[\[\]{}]", _JSON_STRING.sub(b"", data))
    return max(accumulate(1 if bracket in b"[{" else -1 for bracket in brackets), default=0)
