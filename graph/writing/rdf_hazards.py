"""Files of RDF that would take the whole process down with them if the engine read them; told before it does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

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


def _entity_hazard(data: bytes) -> str:
    """Entities are read as shorthands of namespaces, wherever in the file they are defined; never more than that."""
    declared = data.count(b"<!ENTITY")
    entities = _ENTITY.findall(data) if declared else []
    if len(entities) != declared:
        return 'its DOCTYPE defines an entity in another way than <!ENTITY name "value">: write out what it stands for'
    if any(_REFERENCE.search(value) for _, value in entities):
        return "its DOCTYPE defines entities by other entities: write out what they stand for"
    longest: dict[bytes, int] = {}
    for name, value in entities:
        longest[name] = max(len(value), longest.get(name, 0))
    grown = sum(length * data.count(b"&" + name + b";") for name, length in longest.items())
    if grown > _ROOM + _TIMES * len(data):
        return f"its entities stand for {grown:,} bytes in a file of {len(data):,}: write out what they stand for"
    return ""


def _depth_of_marks(data: bytes, marks: re.Pattern[bytes], mark: bytes) -> int:
    """How deep what the first group of ``marks`` opens and the second closes is nested."""
    if data.count(mark) <= DEEPEST:
        return 0
    steps = (bool(found[1]) - bool(found[2]) for found in marks.finditer(data))
    return max(accumulate(steps), default=0)


def _depth_of_json(data: bytes) -> int:
    brackets = re.findall(rb"[\[\]{}]", _JSON_STRING.sub(b"", data))
    return max(accumulate(1 if bracket in b"[{" else -1 for bracket in brackets), default=0)
