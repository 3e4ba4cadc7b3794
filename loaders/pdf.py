"""From a PDF to its text: lines joined to paragraphs, headers, footers and page numbers left out. No pictures are read.

Where it is not sure that a line is a header, or a hyphen a hyphenation, the text stays as it is.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO

from ..graph.errors import UnreadableSource
from .columns import in_columns
from .news.text.wraps import divides

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*(\d{1,4})[-–—\s]*(?:(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[?(\d{1,2})\]?\s+(?=[A-Z“\"])")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’'»)\]]*$")
_BULLET = re.compile(r"(?:[-–—•*▪◦‣●○■·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_EDGE_LINES = 2
"""How many lines at the top and at the bottom of a page may be a header or a footer."""
_FULL_LINE = 0.75
"""A line of this part of the usual width, or longer, goes on in the next."""


def pdf_text(data: bytes, origin: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a PDF, and notes on what is missing from it."""
    pages = _pages(data, origin)
    empty = sum(not page for page in pages)
    if empty == len(pages):
        why = "there is no text in it, only pictures: make it readable first (for instance: ocrmypdf in.pdf out.pdf)"
        raise UnreadableSource(origin, why)
    notes = (f"{empty} of {len(pages)} pages have no text",) if empty else ()
    return _joined(_with_notes_last(_without_edges(pages))), notes


def _pages(data: bytes, origin: str) -> list[list[str]]:
    """The lines of each page."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError:
        why = "reading PDFs needs pypdf: pip install pypdf"
        raise UnreadableSource(origin, why) from None
    if b"%PDF-" not in data[:1024]:
        raise UnreadableSource(origin, "it is no PDF, whatever its name says")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would say of small faults helps nobody here
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSource(origin, "it is encrypted: take its password off first")
        return [_lines(page.extract_text(), page.extract_text(extraction_mode="layout")) for page in reader.pages]
    except (DependencyError, FileNotDecryptedError):
        raise UnreadableSource(origin, "it is encrypted: take its password off first") from None
    except (
        PyPdfError, OSError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError, AssertionError,
        NotImplementedError, RecursionError, zlib.error,
    ) as error:  # fmt: skip
        raise UnreadableSource(origin, f"it is a broken PDF ({str(error) or type(error).__name__})") from error


def _lines(text: str, layout: str) -> list[str]:
    """The lines of a page in the order in which they are read: ``layout`` is the page with its white space."""
    rows = [_CONTROLS.sub("", row).rstrip() for row in layout.splitlines()]
    ordered = in_columns([row for row in rows if row])
    lines = ordered if ordered is not None else _CONTROLS.sub("", text).splitlines()
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _without_edges(pages: Sequence[list[str]]) -> list[list[str]]:
    """Leave out the page numbers, and the lines that stand at the edge of most pages."""
    seen = Counter(form for lines in pages for form in {_form(line) for line in _edges(lines)})
    often = {form for form, count in seen.items() if count >= 3 and count > len(pages) / 2}
    return [_trimmed(lines, number, often) for number, lines in enumerate(pages, start=1)]


def _with_notes_last(pages: Sequence[list[str]]) -> list[list[str]]:
    """Take the footnotes out of the text that runs over the page's end, and put them behind it all."""
    notes: list[str] = []
    bodies: list[list[str]] = []
    for lines in pages:
        body, below = _footnotes(lines)
        bodies.append(body)
        notes += below
    return [*bodies, notes]


def _footnotes(lines: list[str]) -> tuple[list[str], list[str]]:
    """A page without its footnotes and the signs that refer to them, and the footnotes."""
    for first in range(max(1, len(lines) // 2), len(lines)):
        opening = _FOOTNOTE.match(lines[first])
        if opening and any(_signs([opening[1]]).search(line) for line in lines[:first]):
            numbers = [found[1] for line in lines[first:] if (found := _FOOTNOTE.match(line))]
            return [_signs(numbers).sub("", line) for line in lines[:first]], lines[first:]
    return lines, []


def _signs(numbers: Iterable[str]) -> re.Pattern[str]:
    """What refers to footnotes: a number right after a word or its mark."""
    one = "|".join(numbers)
    after_mark, after_word = r"(?<=[^\W\d_][.,;:”\"’)])", r"(?<=[^\W\d_]{3})"
    return re.compile(rf"{after_mark}\[?(?:{one})\]?(?=\s|$)|{after_word}(?:{one})(?=[\s.,;]|$)")


def _edges(lines: list[str]) -> list[str]:
    return [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]


def _form(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()


def _trimmed(lines: list[str], number: int, often: set[str]) -> list[str]:
    def belongs(line: str) -> bool:
        found = _PAGE_NUMBER.fullmatch(line)
        return _form(line) not in often and not (found and int(found[1]) == number)

    first, last = 0, len(lines)
    while first < min(_EDGE_LINES, last) and not belongs(lines[first]):
        first += 1
    while last > max(first, len(lines) - _EDGE_LINES) and not belongs(lines[last - 1]):
        last -= 1
    return lines[first:last]


def _joined(pages: Iterable[list[str]]) -> str:
    """Return the lines as paragraphs, one a line; a paragraph may run over a page's end."""
    lines = [line for page in pages for line in page]
    lengths = sorted(map(len, lines))
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    whole = "\n".join(lines)
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        if number and _goes_on(before, line, width):
            paragraphs[-1] = _spliced(paragraphs[-1], line, whole)
        else:
            paragraphs.append(line)
    return "".join(f"{paragraph}\n" for paragraph in paragraphs)


def _goes_on(line: str, following: str, width: int) -> bool:
    if _BULLET.match(following) or _FOOTNOTE.match(following):
        return False
    if _HYPHENATED.search(line) or (following[:1].islower() and not _SENTENCE_END.search(line)):
        return True
    return len(line) >= _FULL_LINE * width and width > 40 and not _is_title(line)


def _is_title(line: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) > 1 and not _SENTENCE_END.search(line) and all(word[0].isupper() for word in words)


def _spliced(before: str, line: str, whole: str) -> str:
    if not _HYPHENATED.search(before) or not line[:1].isalpha():
        return f"{before} {line}"
    return before[:-1] + line if divides(before, line, whole) else before + line
