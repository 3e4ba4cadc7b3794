"""Patterns that are tried on many words, each only where a word that it cannot do without is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SHORTEST = 3
"""Letters of a piece that is worth looking for."""
_CLASS = re.compile(r"\[[^\]]*\]")
_OPTIONAL = re.compile(r"[a-z]?[?*]|.\{[^}]*\}|\\.[?*+]?|\.[*+?]?|\+")


@dataclass(frozen=True, slots=True)
class TopicPattern:
    """A pattern and the pieces of which one is in everything that it finds; none when nobody can tell."""

    name: str
    pattern: re.Pattern[str]
    pieces: tuple[str, ...]


class TopicPatterns:
    """Patterns that are tried on the same words: the pieces that several ask for are looked for once."""

    def __init__(self, patterns: Iterable[TopicPattern]) -> None:
        self._patterns = tuple(patterns)
        self._anywhere = {n for n, one in enumerate(self._patterns) if not one.pieces}
        self._begins: dict[str, list[tuple[str, int]]] = {}
        """For the first letters of a piece the pieces that begin so, with the numbers of their patterns."""
        for n, one in enumerate(self._patterns):
            for piece in one.pieces:
                self._begins.setdefault(piece[:_SHORTEST], []).append((piece, n))

    def found_in(self, words: str) -> Iterator[TopicPattern]:
        """Those that find something in words in lower case, in their order."""
        tried = set(self._anywhere)
        for start in range(len(words)):
            for piece, n in self._begins.get(words[start : start + _SHORTEST], ()):
                if words.startswith(piece, start):
                    tried.add(n)
        return (one for n in sorted(tried) if (one := self._patterns[n]).pattern.search(words) is not None)


def topic_pattern(name: str, pattern: str) -> TopicPattern:
    """The pattern, ready.

    >>> topic_pattern("prisoners", r"\\bpows?\\b|(free|swap)\\w*.*\\b(prisoners?)\\b").pieces
    ('pow', 'prisoner')
    """
    return TopicPattern(name, re.compile(pattern), _pieces(pattern) or ())


def _pieces(pattern: str) -> tuple[str, ...] | None:
    """A piece for each alternative; nothing when one has none."""
    found: list[str] = []
    for alternative in _split(pattern):
        plain, groups = _outside(alternative)
        choices = [own for group in groups if (own := _pieces(group))]
        longest = max(plain, key=len, default="")
        if len(longest) >= _SHORTEST:
            choices.append((longest,))
        if not choices:
            return None
        found += max(choices, key=lambda own: min(map(len, own)))
    return tuple(dict.fromkeys(found))


def _split(pattern: str) -> list[str]:
    """The alternatives on the highest level."""
    parts, depth = [""], 0
    for char in _CLASS.sub("\\\\w", pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _outside(alternative: str) -> tuple[list[str], list[str]]:
    """The pieces of letters that must be there, and the groups that must."""
    groups: list[str] = []
    rest, depth, start = "", 0, 0
    for n, char in enumerate(alternative):
        if char == "(":
            start, depth = (n + 1, 1) if not depth else (start, depth + 1)
        elif char == ")":
            depth -= 1
            group = alternative[start:n]
            if not depth and not group.startswith("?") and alternative[n + 1 : n + 2] not in ("?", "*", "{"):
                groups.append(group)
            rest += "" if depth else "|" + ("." if alternative[n + 1 : n + 2] in ("?", "*", "+", "{") else "")
        elif not depth:
            rest += char
    return re.findall(r"[a-z][a-z ]*[a-z]", _OPTIONAL.sub("|", rest)), groups
