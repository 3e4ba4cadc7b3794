"""From Markdown to the plain text that a reader sees: each heading, paragraph and list item on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from .news.text.imprints import imprint, is_dateline

if TYPE_CHECKING:
    from markdown_it.token import Token

_LONGEST_HEAD: Final = 120
"""Characters of a line above an article that tells its author, outlet or day."""
_LONGEST_END: Final = 50
"""Those of one where the last of the lines ends as a sentence does: "5 March 2031, 4 p.m."."""
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’'»)\]]*$")
_SOFT: Final = "\v"
"""A break of lines that a reader of Markdown does not see."""
_ENDS = frozenset(["bullet_list_close", "ordered_list_close", "blockquote_close", "table_close"])


def plain_markdown(markdown: str) -> str:
    """Return the text without its markup; what is not running text (HTML, images, rulers) is left out.

    >>> plain_markdown("# Talks\\n\\nThey *agreed* on\\n[this](http://e.org).\\n\\n* **Truce:** 48 hours")
    'Talks\\n\\nThey agreed on this.\\n\\n- Truce: 48 hours\\n'
    """
    from markdown_it import MarkdownIt

    return _Plain().text(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown))


class _Plain:
    """Collects lines: a blank one between blocks, none between the items of a list."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._markers: list[str] = []
        self._marker = ""
        self._cells: list[str] | None = None

    def text(self, tokens: Iterable[Token]) -> str:
        for token in tokens:
            self._take(token)
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "".join(f"{line}\n" for line in self._lines)

    def _take(self, token: Token) -> None:
        if token.type == "inline":
            self._inline(_words(token.children or []))
        elif token.type in ("fence", "code_block"):
            self._lines += [*token.content.rstrip("\n").split("\n"), ""]
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            self._markers.append("-" if token.type == "bullet_list_open" else str(token.attrGet("start") or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._markers.pop()
        elif token.type == "list_item_open":
            self._item()
        elif token.type == "tr_open":
            self._cells = []
        elif token.type == "tr_close":
            cells, self._cells = self._cells or [], None
            self._lines.append(" | ".join(cells))
        if token.type in ("heading_close", "paragraph_close") or (token.type in _ENDS and not self._markers):
            self._blank(token)

    def _item(self) -> None:
        marker = self._markers[-1]
        if marker == "-":
            self._marker = "- "
        else:
            self._marker = f"{marker}. "
            self._markers[-1] = str(int(marker) + 1)

    def _inline(self, words: str) -> None:
        if self._cells is not None:
            self._cells.append(words.replace(_SOFT, " "))
        elif words:
            lines = [line for part in words.split("\n") for line in _broken(part, apart=not self._markers)]
            self._lines += [self._marker + lines[0], *lines[1:]]
            self._marker = ""

    def _blank(self, token: Token) -> None:
        if self._lines and self._lines[-1] and (not self._markers or token.type in _ENDS):
            self._lines.append("")


def _broken(words: str, *, apart: bool = True) -> Sequence[str]:
    """The lines of a paragraph: one of running text, several where each tells something of the article.

    >>> _broken(f"The sides met{_SOFT}on Monday."), _broken(f"By Ana Rau{_SOFT}Lake Herald{_SOFT}5 March 2031")
    (['The sides met on Monday.'], ['By Ana Rau', 'Lake Herald', '5 March 2031'])
    """
    lines = [line.strip() for line in words.split(_SOFT)]
    opening = all(
        line and (not line[0].islower() or line.startswith("by ")) and len(line) <= _LONGEST_HEAD for line in lines
    )
    short = all(len(line) <= _LONGEST_END for line in lines)
    told = not _SENTENCE_END.search(lines[-1]) or (short and any(is_dateline(line) or imprint(line) for line in lines))
    return lines if apart and opening and told else [" ".join(lines)]


def _words(children: Iterable[Token]) -> str:
    parts = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(_SOFT)
        elif child.type == "hardbreak":
            parts.append("\n")
    return "\n".join(line.strip() for line in "".join(parts).split("\n")).strip()
