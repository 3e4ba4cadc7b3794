"""Writes a dossier as Markdown or as an HTML page without scripts: sentences, and a footnote for each quotation.

What stands in articles is text and nothing else there: it is escaped for the format in which it is written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Final

from .dossier import Dossier
from .record import Quote

_MARKS: Final = re.compile(r"[\\`*_\[\]<>~&$]|^(?:[#+-]|\d+(?=[.)]))")
"""What means something in Markdown: anywhere, or where a line begins."""
_STYLE: Final = (
    "body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222;background:#fff}"
    "h1{margin-bottom:0}h2{font-size:1.15em;margin-top:1.6em}sup{font:.7em sans-serif}a{color:#245}"
    "ol{font-size:.85em;overflow-wrap:anywhere}li:target{background:#ffd}"
)
_NO_LINES: Final = "The sources tell nothing of it."


def to_markdown(told: Dossier) -> str:
    """Return the dossier as Markdown with footnotes."""
    notes = _Notes()
    lines = [f"# {_plain(told.title)}", "", _plain(told.kind), ""]
    for section in told.sections:
        lines += [f"## {_plain(section.title)}", ""]
        for line in section.lines:
            marks = "".join(f"[^{notes.number(quote)}]" for quote in line.quotes)
            lines.append(f"- {_plain(line.words)}.{marks}")
        lines.append("")
    lines += [] if told.sections else [_NO_LINES, ""]
    for number, quote in notes:
        address = f" <{quote.url}>" if _is_address(quote.url) else ""
        lines.append(f"[^{number}]: {_note(quote, _plain)}{address}")
    return "\n".join(lines).rstrip("\n") + "\n"


def to_html(told: Dossier) -> str:
    """Return the dossier as one HTML page with footnotes."""
    notes = _Notes()
    body = [f"<h1>{_escaped(told.title)}</h1>", f"<p>{_escaped(told.kind)}</p>"]
    for section in told.sections:
        body += [f"<h2>{_escaped(section.title)}</h2>", "<ul>"]
        for line in section.lines:
            numbers = [notes.number(quote) for quote in line.quotes]
            marks = " ".join(f'<a href="#note-{number}">{number}</a>' for number in numbers)
            body.append(f"<li>{_escaped(line.words)}.{f'<sup>{marks}</sup>' if marks else ''}</li>")
        body.append("</ul>")
    body += ["<h2>Sources</h2>", "<ol>"] if told.sections else [f"<p>{_NO_LINES}</p>"]
    for number, quote in notes:
        link = f' <a href="{_escaped(quote.url)}">{_escaped(quote.url)}</a>' if _is_address(quote.url) else ""
        body.append(f'<li id="note-{number}">{_note(quote, _escaped)}{link}</li>')
    body += ["</ol>"] if told.sections else []
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{_escaped(told.title)}</title><style>{_STYLE}</style></head>",
            "<body>",
            *body,
            "</body></html>",
            "",
        ]
    )


class _Notes:
    """Numbers quotations in the order in which they are first given."""

    def __init__(self) -> None:
        self._numbers: dict[Quote, int] = {}

    def number(self, quote: Quote) -> int:
        return self._numbers.setdefault(quote, len(self._numbers) + 1)

    def __iter__(self) -> Iterator[tuple[int, Quote]]:
        return ((number, quote) for quote, number in self._numbers.items())


def _note(quote: Quote, written: Callable[[str], str]) -> str:
    """Return where a quotation stands and what it says: publisher, day, title, characters, words, speaker."""
    title = f"“{quote.title}”" if quote.title else ""
    where = [quote.publisher, quote.published, title, quote.source, f"characters {quote.start} to {quote.end}"]
    told = f"{', '.join(part for part in where if part)}: “{quote.words}”"
    told += f" – {quote.speaker}" if quote.speaker else ""
    told += " (against it)" if quote.against else ""
    return written(told + (f" (as {quote.after} had it before)" if quote.after else ""))


def _plain(text: str) -> str:
    """Return text so that Markdown shows it as it is, on one line.

    >>> _plain("a *b* <c>")
    'a \\\\*b\\\\* \\\\<c\\\\>'
    """
    return _MARKS.sub(_kept, " ".join(text.split()))


def _kept(mark: re.Match[str]) -> str:
    """Return a mark so that it is shown; of a number that would begin a list the first digit as an entity."""
    return f"&#{ord(mark[0][0])};{mark[0][1:]}" if mark[0][0].isdigit() else f"\\{mark[0]}"


def _escaped(text: str) -> str:
    return html.escape(" ".join(text.split()))


def _is_address(url: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>\"']+", url))
