"""Tables of SSSOM as rows: the short forms of IRIs are written out by the prefixes at the head of the table."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from ...graph.errors import UnreadableSource
from ...ontology.terms import PREFIXES
from ..news.lexicons.strict_yaml import LexiconError, parse_table
from ..yaml_faults import line_too_deep
from .plain_text import Again
from .readers import BadRow, read_table
from .rows import Row

_OWN: Final = {
    "owl": PREFIXES["owl"], "skos": PREFIXES["skos"], "rdfs": PREFIXES["rdfs"], "rdf": PREFIXES["rdf"],
    "semapv": "https://w3id.org/semapv/vocab/", "sssom": "https://w3id.org/sssom/",
}  # fmt: skip
"""Prefixes that need no declaration."""
_SHORT: Final = ("subject_id", "predicate_id", "object_id")
_LONGEST: Final = 1_000_000
_DEEPEST: Final = 12


def read_sssom(stream: BinaryIO, origin: str) -> Iterator[Row | BadRow]:
    """Yield the rows of a table with whole IRIs; a short form whose prefix is not declared makes a bad row."""
    head: list[bytes] = []
    for line in stream:
        if not line.startswith(b"#"):
            break
        head.append(line[1:].removeprefix(b" "))
    else:
        line = b""
    prefixes = {**_OWN, **_declared(b"".join(head)[:_LONGEST], origin)}
    rest = io.BufferedReader(Again(line, stream))
    for row in read_table(rest, origin, separator="\t"):
        yield row if isinstance(row, BadRow) else _whole(row, prefixes)


def _declared(head: bytes, origin: str) -> dict[str, str]:
    if not head.strip():
        return {}
    try:
        table = {} if line_too_deep(head, _DEEPEST) else parse_table("its head", head)
    except (LexiconError, RecursionError) as error:
        raise UnreadableSource(origin, str(error).removeprefix("lexicon ")) from None
    found = table.get("curie_map", {})
    return {str(prefix): str(iri) for prefix, iri in found.items()} if isinstance(found, dict) else {}


def _whole(row: Row, prefixes: Mapping[str, str]) -> Row | BadRow:
    values: dict[str, Any] = dict(row.values)  # Any: what rows hold
    for field in _SHORT:
        prefix, colon, local = str(values.get(field, "")).partition(":")
        if colon and not local.startswith("//"):
            if prefix not in prefixes:
                return BadRow(row.place, f"{field}: the prefix {prefix!r} is not declared at the head of the table")
            values[field] = prefixes[prefix] + local
    return Row(row.place, values)
