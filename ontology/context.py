"""The JSON-LD context of the vocabulary: the prefixes, and which properties point at nodes."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def jsonld_context() -> dict[str, Any]:  # Any: JSON
    """Return what ``context.jsonld`` holds under ``@context``; not to be changed."""
    text = files(__package__).joinpath("context.jsonld").read_text(encoding="utf-8")
    context: dict[str, Any] = json.loads(text)["@context"]
    return context
