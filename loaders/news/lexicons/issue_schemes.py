"""Schemes of issues: the shipped one, and those in files of users, which have the same form and take its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from ....graph.identifiers import OUR_ISSUES, digest
from ....graph.records import Issue, IssueScheme
from ...yaml_faults import line_too_deep
from .checking import checked_table
from .strict_yaml import LexiconError
from .word_lists import lexicon

_LARGEST: Final = 1_000_000
"""Bytes of a file."""
_DEEPEST: Final = 12
_TOO_DEEP: Final = "lists and tables are too deep in each other; take them apart"


@dataclass(frozen=True, slots=True)
class IssueWords:
    """A scheme of issues, and the patterns by which words name each."""

    scheme: IssueScheme
    patterns: tuple[tuple[str, str], ...]
    other: str = ""
    """The issue of what no other fits."""
    nearest: bool = False
    """True when something whose words name none is on the issue that is named nearest to it."""

    def __hash__(self) -> int:
        return hash(self.scheme.id)  # asked for every act; a scheme has hundreds of words

    @property
    def ours(self) -> bool:
        """True for the shipped scheme."""
        return self.scheme.id == OUR_ISSUES

    @property
    def version(self) -> str:
        """What a reading under it is told by; nothing for the shipped one, which is one of the lexicons."""
        return "" if self.ours else f" issues {self.scheme.id} {digest(repr(self), length=16)}"

    @property
    def rest(self) -> tuple[str, ...]:
        """What something is on that no issue fits: the other ones, or none."""
        return (self.other,) if self.other else ()


@cache
def our_issues() -> IssueWords:
    """The shipped scheme."""
    return _to_words(lexicon("issues"))


def read_issues(path: str | Path) -> IssueWords:
    """The scheme in a user's file; raises ``LexiconError`` with the line and entry that are wrong."""
    file = str(path) or "''"
    try:
        with Path(path).open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        why = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        raise LexiconError(file, "", f"cannot be read: {why}") from error
    except ValueError as error:
        raise LexiconError(repr(file), "", "is no name of a file") from error
    if len(data) > _LARGEST:
        raise LexiconError(file, "", f"has more than {_LARGEST:,} bytes, the most that are read of a scheme")
    _check_plain(file, data)
    table = checked_table("issues", data, file=file)
    if table["scheme"] == OUR_ISSUES:
        raise LexiconError(file, "scheme", f"{OUR_ISSUES!r} is the shipped scheme; give yours another name")
    return _to_words(table)


def _check_plain(file: str, data: bytes) -> None:
    """Refuse what is read slower than it is written, or not as it is written: deep nests, references, tags."""
    depth = 0
    try:
        for event in yaml.parse(data, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            line = event.start_mark.line + 1 if event.start_mark else 1
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise LexiconError(file, "", _TOO_DEEP, line=line)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                why = "& and * refer to other places, which is not taken: write it out"
                raise LexiconError(file, "", why, line=line)
            if getattr(event, "tag", None):
                raise LexiconError(file, "", "tags (!...) are not taken: write text", line=line)
    except yaml.YAMLError as error:
        if deep := line_too_deep(data, _DEEPEST):
            raise LexiconError(file, "", _TOO_DEEP, line=deep) from error
        return  # the reader of the table tells of it


def _to_words(table: Mapping[str, Any]) -> IssueWords:  # Any: texts, lists and truths that are in shape
    issues = table["issues"]
    return IssueWords(
        IssueScheme(
            table["scheme"],
            table["label"],
            tuple(
                Issue(id, issue["label"], issue.get("broader", ""), _codes(issue.get("code", ())))
                for id, issue in issues.items()
            ),
        ),
        tuple((id, pattern) for id, issue in issues.items() if (pattern := "|".join(_patterns(issue)))),
        table.get("other", ""),
        table.get("nearest", False),
    )


def _codes(code: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (code,) if isinstance(code, str) else tuple(code)


def _patterns(issue: Mapping[str, Any]) -> Iterator[str]:  # Any: as above
    if pattern := issue.get("pattern"):
        yield pattern
    if words := issue.get("words"):
        yield rf"(?<!\w)(?:{'|'.join(map(_in_any_number, words))})(?!\w)"


def _in_any_number(word: str) -> str:
    """A pattern for a word and its regular plural, whatever white space is in it.

    >>> _in_any_number("relief convoy"), _in_any_number("ferry")
    ('relief\\\\s+convoy(?:e?s)?', 'ferr(?:y|ies)')
    """
    plain = r"\s+".join(map(re.escape, word.split()))
    if re.search(r"[^aeiou\W]y$", word):
        return f"{plain[:-1]}(?:y|ies)"
    return f"{plain}(?:e?s)?"
