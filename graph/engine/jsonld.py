"""Writes a graph as JSON-LD: one object per node, short names from the context that stands in the file itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox

from ...ontology.context import jsonld_context
from ...ontology.terms import PREFIXES, RDF, XSD

_LOCAL: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""Whole numbers that every reader of JSON keeps as they are."""


def to_jsonld(triples: Iterable[ox.Triple | ox.Quad]) -> bytes:
    """Return the triples as JSON-LD, sorted, so that the same graph gives the same bytes."""
    context = jsonld_context()
    nodes: dict[str, dict[str, list[Any]]] = {}
    for triple in triples:
        assert isinstance(triple.subject, ox.NamedNode | ox.BlankNode)
        iri, predicate = _id(triple.subject), triple.predicate.value
        if predicate == RDF.type:
            assert isinstance(triple.object, ox.NamedNode)
            key, value = "type", _short(triple.object.value)
        else:
            key = _short(predicate)
            value = _value(triple.object, coerced=context.get(key, {}).get("@type", ""))
        nodes.setdefault(iri, {}).setdefault(key, []).append(value)
    written = [{"id": iri, **{key: _list(nodes[iri][key]) for key in sorted(nodes[iri])}} for iri in sorted(nodes)]
    data = {"@context": context, "@graph": written}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _list(values: list[Any]) -> Any:  # Any: JSON
    return values[0] if len(values) == 1 else sorted(values, key=lambda value: json.dumps(value, sort_keys=True))


def _value(term: object, *, coerced: str) -> Any:  # Any: JSON
    if not isinstance(term, ox.Literal):
        assert isinstance(term, ox.NamedNode | ox.BlankNode)
        return _id(term) if coerced == "@id" else {"id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if _short(datatype) == coerced:
        return term.value
    if not coerced:
        if datatype == XSD.string:
            return term.value
        if datatype == XSD.boolean and term.value in ("true", "false"):
            return term.value == "true"
        if datatype == XSD.integer and _INTEGER.fullmatch(term.value):
            return int(term.value)
    return {"@value": term.value, "@type": _short(datatype)}


def _id(term: ox.NamedNode | ox.BlankNode) -> str:
    return str(term) if isinstance(term, ox.BlankNode) else _short(term.value)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
