"""Runs of words that a text and another have in common."""

from __future__ import annotations

import re

LENGTH = 6


def shared_runs(text: str, other: str) -> set[str]:
    """The runs of six words of ``text`` that stand in ``other`` too, whatever stands between the words."""
    return _runs(text) & _runs(other)


def _runs(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1)}
