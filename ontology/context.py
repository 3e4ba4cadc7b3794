"""Contexts of JSON-LD: the vocabulary's own, and one for files that name that of schema.org, which is never fetched."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def jsonld_context() -> dict[str, Any]:  # Any: JSON
    """Return what ``context.jsonld`` holds under ``@context``; not to be changed."""
    return _context("context.jsonld")


@cache
def schemaorg_context() -> dict[str, Any]:  # Any: JSON
    """Return a context for the terms of schema.org, whose properties of addresses point at nodes; not to be changed."""
    return _context("schemaorg.jsonld")


def _context(name: str) -> dict[str, Any]:  # Any: JSON
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context
