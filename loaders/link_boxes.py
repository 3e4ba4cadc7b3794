"""Takes the boxes out of a page that link to other articles ("See also", "Related") or sell the rest of its own.

A box is told by its heading, which the word lists know; a page without such a heading stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .news.text.surroundings import heads_links

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ["h2", "h3", "h4", "h5", "h6", "strong", "b", "span", "p", "div"]
_BOXES = frozenset(["div", "section", "aside", "ul", "nav", "figure", "table"])
_WHOLE = frozenset(["article", "main", "body", "html"])
_LONGEST = 1200
"""Characters that a box has at most: what holds more is the article."""
_MAYBE = re.compile(
    r">\s*(?:see|related|read|also|more|recommended|you|most|top|trending|further|editor|explore"
    r"|subscribe|sign|register|log)\b",
    re.I,
)
_QUOTED = re.compile(r"<blockquote\b", re.IGNORECASE)


def without_links(html: str) -> str:
    """Return the page without its boxes of links, and with the names under its quotations as lines of the text."""
    if not (_MAYBE.search(html) or _QUOTED.search(html)):
        return html
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring, tostring

    try:
        page = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return html
    boxes = [box for element in page.iter(*_HEADINGS) if (box := _box(element)) is not None]
    names = [name for name in page.iter("footer", "cite") if any(a.tag == "blockquote" for a in name.iterancestors())]
    for box in boxes:
        if box.getparent() is not None:
            box.drop_tree()
    for name in names:
        name.tag = "p"
    return tostring(page, encoding="unicode") if boxes or names else html


def _box(heading: HtmlElement) -> HtmlElement | None:
    """What a heading of links stands over: the innermost box that it begins."""
    words = " ".join(heading.text_content().split()) if len(heading) < 3 else ""
    if not words or len(words) > 60 or not heads_links(words):
        return None
    for around in heading.iterancestors():
        if around.tag in _WHOLE or len(around.text_content()) > _LONGEST:
            return None
        begins = " ".join(around.text_content().split()).startswith(words)
        if around.tag in _BOXES and begins and len(around.text_content().split()) > len(words.split()):
            return around
    return None
