"""Puts the context of schema.org into files of JSON-LD that only name it, so that nothing has to be fetched."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from ...ontology.context import schemaorg_context

_NAMED: Final = re.compile(rb"https?:(?:/|\\/){2}(?:www\.)?schema\.org", re.IGNORECASE)
_SCHEMAORG: Final = re.compile(r"https?://(?:www\.)?schema\.org/?(?:docs/jsonldcontext\.json(?:ld)?)?", re.IGNORECASE)


def with_contexts(data: bytes) -> bytes:
    """Return JSON-LD with the context of schema.org written out wherever it is named; what is no JSON stays as it is.

    >>> b'"@vocab": "https://schema.org/"' in with_contexts(b'{"@context": "http://schema.org", "name": "Ada"}')
    True
    """
    if not _NAMED.search(data):
        return data
    try:
        return json.dumps(_written_out(json.loads(data))).encode()
    except (ValueError, RecursionError):
        return data


def _written_out(value: Any) -> Any:  # Any: JSON
    if isinstance(value, list):
        return [_written_out(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: _context(one) if name == "@context" else _written_out(one) for name, one in value.items()}


def _context(value: Any) -> Any:  # Any: JSON
    if isinstance(value, list):
        return [_context(one) for one in value]
    is_named = isinstance(value, str) and _SCHEMAORG.fullmatch(value.strip())
    return schemaorg_context() if is_named else value
