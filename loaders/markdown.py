"""From Markdown to the plain text that a reader sees: each heading, paragraph and list item on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_SOFT = "\v"
"""A break within a paragraph, until it is known what it becomes; no text of Markdown holds this character."""
_SHORT = 250
"""Characters of a paragraph beyond which it is running text."""
_OWN_LINE = re.compile(r"[^a-z]|by ")
"""How each line of a head begins: a name, a day, "by NAME"."""
_SENTENCE = re.compile(r"(?:(?:(?<=[a-z]{3})|(?<=\d))\.|[!?…:;,])[\"”’'»)]*$")
"""How running text ends; "6 p.m." and "(Sat.)" end a line of another kind."""
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
        self._runs = False

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
            first, *rest = self._lines_of(words).split("\n")
            self._lines += [self._marker + first, *rest]
            self._marker = ""

    def _lines_of(self, words: str) -> str:
        """A paragraph without its soft breaks; above the running text author, outlet and day keep their lines."""
        lines = words.split(_SOFT)
        self._runs = self._runs or len(words) > _SHORT
        own = not (self._runs or _SENTENCE.search(words)) and all(_OWN_LINE.match(line.lstrip()) for line in lines)
        return "\n".join(line.strip() for line in lines) if own else words.replace(_SOFT, " ")

    def _blank(self, token: Token) -> None:
        if self._lines and self._lines[-1] and (not self._markers or token.type in _ENDS):
            self._lines.append("")


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
