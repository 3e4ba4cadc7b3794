"""What stands in a text and is not read: marks of printing and markup, broken characters, and what is read for them.

Only what is sure: soft hyphens and marks of no width, letters that are printed in pieces or as ligatures, spaces of all
kinds, HTML's entities, text that was decoded wrongly, Markdown's links and strokes, numbers of notes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from .view import Change

_NO_WIDTH = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MISREAD = re.compile("â€|Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u00a0«»°£§·]")
"""What only a text that was decoded wrongly holds: UTF-8 read as Windows-1252."""
_TWICE_MISREAD = re.compile("Ã¢â‚¬|ÃƒÂ|Ãƒâ€")
_RUN = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\ufffd]{2,}")
_SIGNS = re.compile(
    rf"(?P<nothing>[{_NO_WIDTH}]+)|(?P<space>[{_SPACES}])|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<pieces>[^\W\d_][\u0300-\u036f]+)|(?P<line>\r\n?|[\u2028\u2029\x85\x0b\x0c])"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});)"
    r"|(?P<link>!?\[(?P<words>[^\[\]\n]*(?:\n[^\[\]\n]+)*)\]\((?:https?://|mailto:|/|#)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\))"
    r"|(?P<stroke>(?P<mark>\*\*|__)(?=\S)(?P<bold>[^*_\n]+?)(?<=\S)(?P=mark))"
    r"|(?P<note>(?<=[\w.,;:!?”’\"')])\[\d{1,3}\](?!\w))"
    r"|(?P<raised>(?<=[a-z.,;:!?”’\"')][a-z.,;:!?”’\"')])(?<!\b[ckm]m)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?![\w.]))"
)
_MARKS = re.compile(
    rf"[{_NO_WIDTH}{_SPACES}\ufb00-\ufb06\u0300-\u036f\r\u2028\u2029\x85\x0b\x0c&\[*\u00b9\u00b2\u00b3\u2070-\u2079]|__"
)


def misread(text: str) -> list[Change]:
    """What stands for broken characters: "â€™" for an apostrophe."""
    if not _MISREAD.search(text):
        return []
    return [(*run.span(), whole) for run in _RUN.finditer(text) if (whole := _mended(run[0])) != run[0]]


def _mended(run: str) -> str:
    """A run of characters with the parts of it read anew that are UTF-8 read as Windows-1252."""
    for lost in ("â€\ufffd", "â€\u009d"):  # the last byte of a closing quotation mark has no character
        run = run.replace(lost, "”")
    found: list[str] = []
    at = 0
    while at < len(run):
        whole, size = _character(run[at : at + 4])
        found.append(whole)
        at += size
    again = "".join(found)
    return _mended(again) if again != run and _TWICE_MISREAD.search(run) else again


def _character(run: str) -> tuple[str, int]:
    """The character that a run begins with, and how many it was printed as."""
    for size in (2, 3, 4):
        part = run[:size]
        try:
            whole = b"".join(_byte(sign) for sign in part).decode("utf-8")
        except (UnicodeError, ValueError):
            continue
        if len(part) == size and len(whole) == 1:
            return whole, size
    return run[0], 1


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("windows-1252")
    except UnicodeEncodeError:
        return bytes([ord(sign)])  # what Windows-1252 leaves out stands for itself


def signs(text: str) -> list[Change]:
    """What is read in the stead of marks of printing and markup."""
    return list(_found(text)) if _MARKS.search(text) else []


def _found(text: str) -> Iterator[Change]:
    for match in _SIGNS.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        if match["link"] or match["stroke"]:
            inner = "words" if match["link"] else "bold"
            yield start, match.start(inner), ""
            yield from ((match.start(inner) + a, match.start(inner) + b, c) for a, b, c in _found(match[inner]))
            yield match.end(inner), end, ""
        elif (instead := _instead(kind or "", match[0])) != match[0]:
            yield start, end, instead


def _instead(kind: str, printed: str) -> str:
    if kind in ("nothing", "note", "raised"):
        return ""
    if kind == "space":
        return " "
    if kind == "line":
        return "\n"
    if kind == "entity":
        sign = unescape(printed)
        plain = " " if sign.isspace() else "" if re.fullmatch(f"[{_NO_WIDTH}]+", sign) else sign
        return plain if plain.isprintable() else printed
    return unicodedata.normalize("NFKC" if kind == "ligature" else "NFC", printed)
