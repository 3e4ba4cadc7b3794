"""The YAML lexicons of this room, read once, and a fingerprint that says which ones were used."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from .strict_yaml import parse_table, to_table, to_texts


@cache
def lexicon(name: str) -> dict[str, Any]:  # Any: the shape is each file's own, described in its header
    """The content of ``name.yaml``."""
    file = f"{name}.yaml"
    return parse_table(file, files(__package__).joinpath(file).read_bytes())


@cache
def wordset(name: str, *place: str) -> frozenset[str]:
    """The words of the list that stands at a place in ``name.yaml``."""
    file, found = f"{name}.yaml", lexicon(name)
    for key in place[:-1]:
        found = to_table(found[key], file, key)
    return frozenset(to_texts(found[place[-1]], file, "/".join(place)))


@cache
def fingerprint() -> str:
    """Hash over every lexicon and rule module of this room: it changes when a result may change."""
    digest = hashlib.sha256()
    for entry in sorted(files(__package__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith((".yaml", ".py")) and not entry.name.startswith("make_"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
