"""Loads the YAML lexicons of this room once, and says by a fingerprint which ones were used."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> Any:  # YAML: the shape is each file's own, described in its header
    """The content of ``name.yaml`` in this room."""
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def fingerprint() -> str:
    """Hash over every lexicon and rule module of this room: it changes when a result may change."""
    digest = hashlib.sha256()
    for entry in sorted(files(__package__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith((".yaml", ".py")):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
