"""Where a source tells of one of its nodes: what it calls it, who published that and when, and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rdflib import Graph, URIRef

from ...ontology.terms import PARLEY, RDF, SCHEMA
from .portrait import Portrait

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_KEPT: Final = 64
"""So many sources are kept at hand while contexts are looked up."""
_BORDER: Final = re.compile(r"\n|[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
"""Where a sentence ends, near enough to show it."""


@dataclass(frozen=True, slots=True)
class Context:
    """One node of one source as a person is shown it; what is not told is empty."""

    node: str
    kind: str
    label: str
    source: str
    publisher: str
    day: str
    sentence: str


class Contexts:
    """Looks nodes of sources up, each in the graph of its source."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._graph = lru_cache(maxsize=_KEPT)(self._read)

    def of(self, node: str) -> Context:
        """Return where the source of a node tells of it; of a node that all sources share only what it is called."""
        article = self._article(node)
        graph = self._graph(article)
        portrait = Portrait(graph)
        publisher = next(graph.objects(URIRef(article), URIRef(SCHEMA.publisher)), None)
        return Context(
            node,
            portrait.kind(node),
            portrait.name(node),
            _first(graph, article, PARLEY.sourceId),
            portrait.name(str(publisher)) if publisher is not None else "",
            _first(graph, article, SCHEMA.datePublished)[:10],
            _row(portrait, node)
            if (URIRef(article), URIRef(RDF.type), URIRef(SCHEMA.Dataset)) in graph
            else _sentence(portrait, node, _first(graph, article, SCHEMA.text)),
        )

    def stands(self, node: str) -> bool:
        """True when the source of a node tells of it, or there is none that could."""
        article = self._article(node)
        return not article or (URIRef(node), URIRef(RDF.type), None) in self._graph(article)

    def is_read(self, node: str) -> bool:
        """True when the source that a node belongs to is there."""
        article = self._article(node)
        return bool(article) and len(self._graph(article)) > 0

    def _article(self, node: str) -> str:
        """Return the source that a node's IRI names; empty for a node of no single source."""
        start = f"{self._knowledge.base}source/"
        return start + node.removeprefix(start).partition("/")[0] if node.startswith(start) else ""

    def _read(self, article: str) -> Graph:
        return self._knowledge.graph(f"{article}/graph", f"{article}/derived") if article else Graph()


def _row(portrait: Portrait, node: str) -> str:
    """Return the row of a dataset that a node rests on."""
    found = portrait.passage(node)
    return _on_one_line(found.quote) if found else ""


def _sentence(portrait: Portrait, node: str, text: str) -> str:
    """Return the first sentence that names the node, or else that of the statement which it rests on."""
    name = portrait.name(node)
    start = text.find(name)
    if start >= 0:
        return _on_one_line(sentence_around(text, start, start + len(name)))
    found = portrait.passage(node)
    return _on_one_line(sentence_around(text, int(found.start), int(found.end)) or found.quote) if found else ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence or sentences of a text in which some of its words stand.

    >>> sentence_around("They met. Both sides agreed to talk. Rain fell.", 15, 20)
    'Both sides agreed to talk.'
    """
    borders = [0, *_borders(text), len(text)]
    first = max(border for border in borders if border <= start)
    last = min((border for border in borders if border >= end), default=len(text))
    return text[first:last].strip()


def _borders(text: str) -> Iterator[int]:
    return (match.end() for match in _BORDER.finditer(text))


def _first(graph: Graph, subject: str, predicate: str) -> str:
    return min((str(value) for value in graph.objects(URIRef(subject), URIRef(predicate))), default="")
