"""Renders the canonical graph as one HTML file that works offline: data, scripts and styles inside, no request at all.

pyvis builds the network's data and brings vis-network; its own template is never used (it asks the network for
parts and puts text into the page as markup).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .content import Content, Fact, Node, Ref, Source, Statement
from .layout import Layout, arrange
from .reading import read_content
from .timeline import in_time
from .wording import moment

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_SCRIPTS = ("model.js", "cards.js", "lines.js", "draw.js", "panel.js", "timeline.js", "views.js", "app.js")
_CONNECTED_LIMIT = 2000


def render(knowledge: Knowledge, *, title: str | None = None, quotes: bool = True) -> str:
    """The page as text; with ``quotes=False`` it carries no words of the sources. Same graph, same bytes."""
    content = read_content(knowledge if quotes else knowledge.without_words())
    data = _data(content, arrange(content), title or _title(content), quotes)
    scripts = [_vis_network(), *(_read(name) for name in _SCRIPTS)]
    styles = _read("page.css")
    policy = "; ".join([
        "default-src 'none'",
        "script-src " + " ".join(_hash(script) for script in scripts),
        "style-src " + _hash(styles),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    parts = {
        "@POLICY@": policy,
        "@TITLE@": _escape_html(data["title"]),
        "@STYLES@": styles,
        "@DATA@": embed_json(data),
        "@SCRIPTS@": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    return re.sub("@[A-Z]+@", lambda mark: parts[mark.group()], _read("page.html"))


def embed_json(data: object) -> str:
    """JSON that is safe inside a script element: no character in it can end the element or the line.

    >>> embed_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _data(content: Content, layout: Layout, title: str, quotes: bool) -> dict[str, Any]:  # plain JSON
    number = {node.id: i for i, node in enumerate(content.nodes)}
    statements = {statement.id: i for i, statement in enumerate(content.statements)}
    facts = {fact.id: i for i, fact in enumerate(content.facts)}
    sources = {source.id: i for i, source in enumerate(content.sources)}
    nodes, edges = _network(content, layout, number)
    events = [node for node in content.nodes if node.kind == "event"]
    return {
        "title": title,
        "quotes": quotes,
        "sources": [_source(source, number) for source in content.sources],
        "sides": [{"node": number.get(side.id), "label": side.label, "party": side.party} for side in content.sides],
        "nodes": [
            _node(node, number, facts)
            for node in content.nodes
        ],
        "facts": [
            _fact(fact, number, statements)
            for fact in content.facts
        ],
        "statements": [_statement(s, number, statements, sources) for s in content.statements],
        "lanes": [
            {
                "title": lane.title, "side": number.get(lane.side),
                "x": lane.x, "y": lane.y, "w": lane.width, "h": lane.height,
            }
            for lane in layout.lanes
        ],
        "timeline": [[number[node.id] for node in part] for part in in_time(events)],
        "network": {"nodes": nodes, "edges": edges},
    }  # fmt: skip


def _node(node: Node, number: dict[str, int], facts: dict[str, int]) -> dict[str, Any]:  # plain JSON
    return {
        "id": node.id,
        "kind": node.kind,
        "label": node.label,
        "note": node.note,
        "side": number.get(node.side),
        "standing": node.standing,
        "aliases": node.aliases,
        "issues": node.issues,
        "topics": node.topics,
        "amount": node.amount,
        "limits": node.limits,
        "closed": node.closed,
        "date": moment(node.time.date),
        "number": node.time.number,
        "statuses": [
            {"key": status.key, "words": status.words, "standing": status.standing, "fact": facts[status.fact]}
            for status in node.statuses
        ],
    }


def _fact(fact: Fact, number: dict[str, int], statements: dict[str, int]) -> dict[str, Any]:  # plain JSON
    return {
        "kind": fact.kind,
        "aspect": fact.aspect,
        "standing": fact.standing,
        "words": [number.get(w.node, "?") if isinstance(w, Ref) else w for w in fact.words],
        "statements": [statements[s] for s in fact.statements if s in statements],
        "disputes": [statements[s] for s in fact.disputes if s in statements],
    }


def _source(source: Source, number: dict[str, int]) -> dict[str, Any]:  # plain JSON
    return {
        "id": source.id,
        "title": source.title,
        "publisher": number.get(source.publisher),
        "published": moment(source.published) if source.published else "",
        "url": source.url if source.url.startswith(("http://", "https://")) else "",
        "text": source.text,
    }


def _statement(
    statement: Statement, number: dict[str, int], statements: dict[str, int], sources: dict[str, int]
) -> dict[str, Any]:  # plain JSON
    return {
        "source": sources.get(statement.source),
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "chain": [number[agent] for agent in statement.chain if agent in number],
        "modality": statement.modality,
        "evidence": statement.evidence,
        "mode": statement.mode,
        "confidence": statement.confidence,
        "whole": statements.get(statement.whole),
        "label": statement.label,
        "links": [[words, statements[other]] for words, other in statement.links if other in statements],
    }


def _network(
    content: Content, layout: Layout, number: dict[str, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:  # pyvis is untyped
    """vis-network's nodes and edges, built by pyvis; above its quadratic limit they are filled in directly."""
    from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis ships no types

    network = Network(directed=True)
    direct = len(layout.boxes) > _CONNECTED_LIMIT
    for iri, box in layout.boxes.items():
        options = {"x": box.x, "y": box.y, "w": box.width, "h": box.height, "shape": "custom", "physics": False}
        if direct:
            network.nodes.append({"id": number[iri], "label": " ", **options})
        else:
            network.add_node(number[iri], label=" ", **options)
    for place, fact in enumerate(content.facts):
        for edge in fact.edges:
            if edge.source in layout.boxes and edge.target in layout.boxes:
                options = {"words": edge.label, "kind": edge.kind, "quiet": edge.quiet, "fact": place}
                ends = number[edge.source], number[edge.target]
                if direct:
                    network.edges.append({"from": ends[0], "to": ends[1], "arrows": "to", **options})
                else:
                    network.add_edge(*ends, **options)
    nodes, edges, *_ = network.get_network_data()
    return nodes, edges


def _title(content: Content) -> str:
    processes = [node.label for node in content.nodes if node.kind == "process"]
    if len(processes) == 1:
        return processes[0]
    if len(content.sources) == 1:
        return content.sources[0].title
    return f"Negotiations in {len(content.sources)} sources" if content.sources else "Nothing here yet"


def _vis_network() -> str:
    import pyvis  # type: ignore[import-untyped]  # pyvis ships no types

    script = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = script.read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL")[0]  # a browser's developer tools would ask for the map


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _escape_html(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text
