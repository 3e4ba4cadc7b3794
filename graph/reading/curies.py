"""IRIs in their short form, ``state:RU``, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_LOCAL: Final = re.compile(r"\w(?:[\w.-]*[\w-])?", re.ASCII)
"""Local names that SPARQL and Turtle take without escapes."""
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return the IRI with a prefix, or as it is when none fits.

    >>> shortened("https://schema.org/Person", {"schema": "https://schema.org/"})
    'schema:Person'
    """
    for prefix, space in prefixes.items():
        if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


def expanded(name: str, prefixes: Mapping[str, str]) -> str:
    """Return the IRI that a short form or ``<IRI>`` stands for; anything else as it is."""
    prefix, colon, local = name.partition(":")
    if colon and prefix in prefixes and not local.startswith("//"):
        return prefixes[prefix] + local
    return name[1:-1] if name.startswith("<") and name.endswith(">") else name


def is_iri(text: str) -> bool:
    """Return true for what can stand as an IRI in a query.

    >>> is_iri("urn:a"), is_iri("a b"), is_iri("urn:a> }")
    (True, False, False)
    """
    return _IRI.fullmatch(text) is not None
