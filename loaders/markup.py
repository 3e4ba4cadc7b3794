"""Reads an HTML page as a stream of tags: its meta tags, its JSON-LD, its plain text, however deeply it is nested."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_BLOCKS: Final = re.compile(
    "address|article|blockquote|body|br|dd|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|"
    "section|table|tr|ul"
)
_MENUS: Final = re.compile("nav|footer")
_SKIPPED: Final = re.compile(
    "aside|button|footer|head|iframe|nav|noscript|object|script|select|style|svg|template|textarea"
)


class Markup:
    """What was found in a page."""

    def __init__(self) -> None:
        self.title = ""
        self.heading = ""
        """The page's one ``h1``; empty when it has none or several."""
        self.canonical = ""
        self.linked_data: list[str] = []
        """The JSON-LD of the page, block by block."""
        self.text = ""
        """The text of the page, menus and the like left out."""
        self.menus: frozenset[str] = frozenset()
        """The lines of its menus and footers."""
        self.depth = 0
        """How deeply its tags are nested."""
        self._metas: dict[str, str] = {}
        self._times: list[tuple[str, str]] = []

    def meta(self, name: str) -> str:
        """Return the content of a meta tag (``name``, ``property``, ``itemprop`` or ``http-equiv``); empty if none."""
        return self._metas.get(name, "")

    def time(self, name: str) -> str:
        """Return the moment of the ``time`` tag of a name (``itemprop`` or a part of its class); empty if none."""
        named = (moment for moment, names in self._times if name in names)
        return next(named, "")

    @property
    def only_time(self) -> str:
        """The moment of the page's one ``time`` tag; empty when it has none or several."""
        moments = {moment for moment, _ in self._times}
        return moments.pop() if len(moments) == 1 else ""

    def note_time(self, attributes: Mapping[str, str]) -> None:
        """Keep a ``time`` tag that has a moment."""
        if moment := attributes.get("datetime", "").strip():
            names = "datepublished" if "pubdate" in attributes else ""
            names += " ".join(attributes.get(key, "") for key in ("itemprop", "class"))
            self._times.append((moment, names.lower()))

    def note_meta(self, attributes: Mapping[str, str]) -> None:
        """Keep a meta tag; the first of a name counts."""
        for key in ("name", "property", "itemprop", "http-equiv"):
            if attributes.get(key) and attributes.get("content"):
                self._metas.setdefault(attributes[key].strip().lower(), attributes["content"])


def read_markup(html: str) -> Markup:
    """Return what the tags of a page say."""
    from lxml import etree

    # A surrogate cannot be encoded; the parser takes bytes so that no declaration in the page counts any more.
    parser = etree.HTMLParser(target=_Reader(), encoding="utf-8", huge_tree=True)
    parser.feed(html.encode("utf-8", "replace"))
    found = parser.close()
    return found if isinstance(found, Markup) else Markup()


class _Reader:
    """Takes tags one by one, with no stack that could overflow."""

    def __init__(self) -> None:
        self._found = Markup()
        self._depth = 0
        self._skipping = 0
        self._in_menu = 0
        self._collecting = ""
        self._collected: list[str] = []
        self._headings: list[str] = []
        self._text: list[str] = []
        self._menus: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        if tag == "meta":
            self._found.note_meta(attributes)
        elif tag == "time":
            self._found.note_time(attributes)
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._found.canonical = self._found.canonical or attributes.get("href", "").strip()
        is_data = tag == "script" and attributes.get("type", "").split(";")[0].strip().lower() == "application/ld+json"
        if is_data or tag in ("title", "h1"):
            self._collecting, self._collected = tag, []
        self._depth += 1
        self._found.depth = max(self._found.depth, self._depth)
        self._skipping += bool(_SKIPPED.fullmatch(tag))
        self._in_menu += bool(_MENUS.fullmatch(tag))
        if _BLOCKS.fullmatch(tag):
            self._text.append("\n- " if tag == "li" else "\n")
            self._menus.append("\n")

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        if tag == self._collecting:
            self._keep(tag, "".join(self._collected))
            self._collecting = ""
        self._depth -= 1
        self._skipping -= self._skipping > 0 and bool(_SKIPPED.fullmatch(tag))
        self._in_menu -= self._in_menu > 0 and bool(_MENUS.fullmatch(tag))
        if _BLOCKS.fullmatch(tag):
            self._text.append("\n")
        if _BLOCKS.fullmatch(tag) or tag == "a":
            self._menus.append("\n")

    def data(self, text: str) -> None:
        """Take characters."""
        if self._collecting:
            self._collected.append(text)
        if not self._skipping:
            self._text.append(text.replace("\n", " "))
        if self._in_menu:
            self._menus.append(text.replace("\n", " "))

    def close(self) -> Markup:
        """Return what was found."""
        self._found.heading = self._headings[0] if len(self._headings) == 1 else ""
        self._found.text = "\n".join(_lines(self._text))
        self._found.menus = frozenset(_lines(self._menus)).difference(_lines(self._text))
        return self._found

    def _keep(self, tag: str, collected: str) -> None:
        if tag == "script":
            self._found.linked_data.append(collected)
        elif tag == "h1":
            self._headings.append(" ".join(collected.split()))
        else:
            self._found.title = self._found.title or " ".join(collected.split())


def _lines(parts: list[str]) -> list[str]:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return [line for line in lines if line not in ("", "-")]
