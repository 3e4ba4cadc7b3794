"""What a page's JSON-LD says of its article; broken JSON is noted and passed over, and no context is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | float | bool | None"

_WRAPPING: Final = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")
_NAMESPACE: Final = re.compile(r"https?://(?:www\.)?schema\.org/|schema:")
_ARTICLES: Final = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "Article",
    "Report",
    "LiveBlogPosting",
    "BlogPosting",
)
"""Types of an article, the surest first."""


@dataclass(frozen=True, slots=True)
class ArticleData:
    """What JSON-LD says of an article; empty where it says nothing."""

    headline: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    body: str = ""


def article_data(blocks: Iterable[str]) -> tuple[ArticleData, tuple[str, ...]]:
    """Return what the JSON-LD blocks of a page say of its article, and notes on the blocks that are broken."""
    nodes: list[dict[str, Json]] = []
    notes = []
    for number, block in enumerate(blocks, start=1):
        try:
            nodes += _nodes(json.loads(_WRAPPING.sub("", block), strict=False))
        except (ValueError, RecursionError) as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
            notes.append(f"block {number} of its JSON-LD is not JSON ({why}): passed over")
    by_id = {name: node for node in nodes if isinstance(name := node.get("@id"), str)}
    kinds = [(min(map(_rank, _types(node)), default=len(_ARTICLES)), node) for node in nodes]
    best = min((rank for rank, _ in kinds), default=len(_ARTICLES))
    article = next((node for rank, node in kinds if rank == best < len(_ARTICLES)), {})
    return ArticleData(
        headline=_text(article.get("headline") or article.get("name")),
        publisher=_name(article.get("publisher") or article.get("sourceOrganization"), by_id),
        published=_text(article.get("datePublished") or article.get("dateCreated")),
        modified=_text(article.get("dateModified")),
        url=_text(article.get("url")) or _address(article.get("mainEntityOfPage")),
        body=_text(article.get("articleBody")),
    ), tuple(notes)


def _nodes(data: Json) -> Iterator[dict[str, Json]]:
    """Every object, in order, its keys without schema.org's name; with no recursion that depth could exhaust."""
    waiting: list[Json] = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            yield {_NAMESPACE.sub("", key, count=1): value for key, value in one.items()}
            waiting += [value for value in reversed(list(one.values())) if isinstance(value, list | Mapping)]


def _types(node: Mapping[str, Json]) -> list[str]:
    given = node.get("@type")
    return [
        _NAMESPACE.sub("", kind) for kind in (given if isinstance(given, list) else [given]) if isinstance(kind, str)
    ]


def _rank(kind: str) -> int:
    return _ARTICLES.index(kind) if kind in _ARTICLES else len(_ARTICLES)


def _text(value: Json) -> str:
    """The first string in a value, also where it stands as ``{"@value": ...}`` or in a list."""
    if isinstance(value, list):
        return next((text for one in value if (text := _text(one) if not isinstance(one, list) else "")), "")
    if isinstance(value, Mapping):
        inner = value.get("@value", value.get("@id"))
        return inner if isinstance(inner, str) else ""
    return value if isinstance(value, str) else ""


def _name(value: Json, by_id: Mapping[str, Mapping[str, Json]]) -> str:
    """The name of an organisation that is given as text, as an object, or by reference."""
    one = value[0] if isinstance(value, list) and value else value
    if not isinstance(one, Mapping):
        return one if isinstance(one, str) and not _NAMESPACE.match(one) else ""
    plain = {_NAMESPACE.sub("", key, count=1): inner for key, inner in one.items()}
    name, reference = _text(plain.get("name")), plain.get("@id")
    return name or (_text(by_id[reference].get("name")) if isinstance(reference, str) and reference in by_id else "")


def _address(value: Json) -> str:
    return _text(value)
