"""The headline over a text that is told of a text and does not stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_NEAR: Final = 3
"""Lines at the head of a text of which one may be its headline."""


def headed(body: str, title: str | None, names: Iterable[str]) -> str:
    """Return a text with its title over it, unless the title or another of its ``names`` stands there already."""
    lines = [line.strip().casefold() for line in body.split("\n") if line.strip()][:_NEAR]
    if not title or not lines or any(name.casefold() in lines for name in names):
        return body
    return f"{title}\n{body}"
