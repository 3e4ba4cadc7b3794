"""From an HTML page to its article: the running text, and what the page says of it in JSON-LD and meta tags.

Nothing that a page refers to is fetched. A page nested too deeply for the extractor is read as plain text.
"""

from __future__ import annotations

import codecs
import logging
import re
from dataclasses import dataclass, field
from html import unescape

from ..graph.errors import UnreadableSource
from .headlines import headed
from .link_boxes import without_links
from .linked_data import ArticleData, article_data
from .markup import Markup, read_markup
from .news.values.dates import parse_day

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_DEEPEST = 200
"""Of pages that are nested more deeply, the extractor's parser leaves out what lies below."""
_TITLES = ("og:title", "twitter:title", "dc.title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "citation_publisher", "publisher")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dcterms.created",
    "date",
    "pubdate",
    "parsely-pub-date",
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
_OUTLET = re.compile(r"\s*[|•·–—-]\s+([A-Z][^|•·–—]{1,40})")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page and what the page says of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = field(default=())


def read_page(data: bytes, origin: str, *, charset: str = "") -> Page:
    """Return the article in a page; ``charset`` is what the server has declared."""
    html = decoded_page(data, origin, charset=charset)
    markup = read_markup(html)
    if markup.depth <= _DEEPEST and (without := without_links(html)) != html:
        html, markup = without, read_markup(without)
    article, notes = article_data(markup.linked_data)
    body = _body(html, markup, article)
    if not body:
        raise UnreadableSource(origin, "there is no text in this page")
    names = [name for name in map(_line, (article.headline, markup.heading, *map(markup.meta, _TITLES))) if name]
    title = _title(names, markup)
    published, modified = _days(article, markup)
    return Page(
        text=headed(body, title if names else None, names),
        title=title,
        publisher=_first(article.publisher, *map(markup.meta, _PUBLISHERS), _after_headline(markup)),
        published=published,
        modified=modified,
        url=next((url for url in (markup.canonical, markup.meta("og:url"), article.url) if _is_address(url)), None),
        notes=notes,
    )


def decoded_page(data: bytes, origin: str, *, charset: str = "") -> str:
    """Return the page as text: what is UTF-8 is read as UTF-8, whatever charset is declared."""
    for bom, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(bom):
            return _decoded(data.removeprefix(codecs.BOM_UTF8), name, origin)
    found = _CHARSET.search(data[:4096])
    declared = [charset, found[1].decode("ascii") if found else ""]
    for name in ("utf-8", *declared, "windows-1252"):
        try:
            return data.decode(_codec(name))
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableSource(
        origin, f"its characters are neither UTF-8 nor {' or '.join(filter(None, declared)) or 'known'}"
    )


def _codec(name: str) -> str:
    """The codec by which browsers read a declared charset; only those that make text."""
    if not name:
        raise LookupError(name)
    known = codecs.lookup(name)
    if not getattr(known, "_is_text_encoding", True):
        raise LookupError(name)
    return "windows-1252" if known.name in ("iso8859-1", "ascii") else known.name


def _decoded(data: bytes, name: str, origin: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            origin, f"byte {error.start} is not {name.upper()}, as its first bytes promise"
        ) from None


def _body(html: str, markup: Markup, article: ArticleData) -> str:
    if len(markup.text) < len(article.body) / 2:  # the page shows its text only to a program that it brings along
        return _clean(article.body)
    found = "" if markup.depth > _DEEPEST else _clean(_extracted(html))
    if markup.heading and found.startswith(f"{_line(markup.heading)} "):  # too short for the extractor: one line
        found = _clean(markup.text)
    found = "".join(f"{line}\n" for line in found.splitlines() if line not in markup.menus)
    return found or _clean(article.body or markup.text)


def _extracted(html: str) -> str:
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is read in another way
    try:
        return extract(_CONTROLS.sub("", html), include_comments=False, include_tables=True) or ""
    except (RecursionError, ValueError, AssertionError, LookupError):
        return ""


def _clean(text: str) -> str:
    lines = (" ".join(line.split()) for line in _CONTROLS.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _title(names: list[str], markup: Markup) -> str | None:
    """The headline; where the page's heading only says more, the heading."""
    if not names:
        return _line(markup.title) or None
    longer = markup.heading.casefold().startswith(names[0].casefold())
    return _line(markup.heading) if longer else names[0]


def _after_headline(markup: Markup) -> str:
    """The outlet that the page's title names after the headline: "HEADLINE | OUTLET"."""
    title, heading = _line(markup.title), _line(markup.heading)
    named = _OUTLET.fullmatch(title.removeprefix(heading)) if heading and title.startswith(heading) else None
    return named[1] if named else ""


def _days(article: ArticleData, markup: Markup) -> tuple[str | None, str | None]:
    published = (
        *(article.published, *map(markup.meta, _PUBLISHED)),
        *(markup.time("datepublished"), markup.time("publish"), markup.only_time),
    )
    modified = (article.modified, *map(markup.meta, _MODIFIED), markup.time("datemodified"))
    return next(filter(None, map(_day, published)), None), next(filter(None, map(_day, modified)), None)


def _day(value: str) -> str | None:
    """A date or moment in the one form that the graph keeps; fractions of a second are dropped."""
    found = _MOMENT.fullmatch(value.strip())
    if not found:
        return value.strip() if value and parse_day(value) else None
    day, clock, zone = found.groups()
    if zone and zone[0] in "+-" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    written = f"{day}T{clock}{(zone or '').upper()}" if clock else day
    return written if parse_day(written) else None


def _first(*values: str) -> str | None:
    return next((line for line in map(_line, values) if line), None)


def _line(value: str) -> str:
    return " ".join(_CONTROLS.sub("", unescape(value)).split())


def _is_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and not re.search(r"[\s<>\"{}|\\^`]", url)
