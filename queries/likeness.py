"""How alike two names are: compared without what people leave out, and the closest of many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(name: str) -> str:
    """Return ``name`` without case, diacritics and punctuation.

    >>> folded("  Türkiye’s ")
    'turkiye s'
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (" " if unicodedata.category(c)[0] in "PZC" else c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def closest(name: str, names: Iterable[str]) -> list[str]:
    """Return the up to three ``names`` that look most like ``name``, the closest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, list(names), scorer=fuzz.WRatio, processor=folded, limit=3, score_cutoff=70)
    return [match for match, _, _ in found]
