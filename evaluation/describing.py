"""Says what an item is in a line, and finds the sentence that it stands in."""

from __future__ import annotations

import re
from typing import TypeAlias

from .records import GoldPerson, GoldRole, Person, Role


def described(item: object) -> str:
    return repr(item)


def passage(text: str, item: object) -> str:
    words = getattr(item, "quote", "") or getattr(item, "text", "") or getattr(item, "name", "")
    if not words or words not in text:
        return ""
    at = text.index(words)
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at + len(words))
    return text[start : end if end >= 0 else None]
