"""JSON-LD that names the context of schema.org is read by the one that is shipped; any other context is not fetched."""

from __future__ import annotations

import json

import pytest

from parley.graph.errors import UnreadableSource
from parley.graph.identifiers import Minter
from parley.graph.knowledge import open_knowledge
from parley.graph.writing.foreign import GraphSource, write_graph

SCHEMA = "https://schema.org/"
ARTICLE = {
    "@type": "NewsArticle", "@id": "https://news.example/1", "headline": "Talks end", "position": 3,
    "sameAs": ["http://www.wikidata.org/entity/Q7"], "author": {"type": "Person", "name": "Ada Brook"},
}  # fmt: skip


def facts(data: object) -> set[tuple[str, str, str]]:
    source = GraphSource("x", "x", json.dumps(data).encode(), "jsonld", origin="x.jsonld")
    return set(write_graph(source, Minter()).facts)


@pytest.mark.parametrize(
    "context",
    [
        "https://schema.org", "http://schema.org", "https://schema.org/", "http://www.schema.org/",
        "https://schema.org/docs/jsonldcontext.jsonld", ["https://schema.org", {"ex": "http://e.example/"}],
        [{"ex": "http://e.example/"}, "https://schema.org"],
    ],
)  # fmt: skip
def test_the_context_of_schema_org_is_known_by_every_name(context: object) -> None:
    found = facts({"@context": context, **ARTICLE})
    node = "<https://news.example/1>"
    assert {
        (node, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", f"<{SCHEMA}NewsArticle>"),
        (node, f"<{SCHEMA}headline>", '"Talks end"'),
        (node, f"<{SCHEMA}sameAs>", "<http://www.wikidata.org/entity/Q7>"),
    } < found
    assert any(p == f"<{SCHEMA}name>" and o == '"Ada Brook"' for _, p, o in found)


def test_contexts_inside_are_read_and_texts_that_look_like_one_are_not() -> None:
    inside = {
        "@context": {"ex": "http://e.example/"},
        "ex:says": [{"@context": "https://schema.org", "name": "https://schema.org"}],
    }
    found = facts(inside)
    assert {(p, o) for _, p, o in found if p.startswith(f"<{SCHEMA}")} == {(f"<{SCHEMA}name>", '"https://schema.org"')}


@pytest.mark.parametrize(
    "context", ["https://schema.example", "https://schema.org/other", ["https://schema.org", "https://e.example"]]
)
def test_any_other_context_is_not_fetched(context: object) -> None:
    with pytest.raises(UnreadableSource, match="nothing is fetched"):
        facts({"@context": context, **ARTICLE})


def test_what_is_read_so_joins_the_rest() -> None:
    with open_knowledge() as knowledge:
        turtle = b"<http://e.example/b> <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q7> ."
        knowledge.add_graph(GraphSource("t", "t", turtle, "nt"))
        data = json.dumps({"@context": "https://schema.org", **ARTICLE}).encode()
        knowledge.add_graph(GraphSource("j", "j", data, "jsonld"))
        (row,) = knowledge.query("SELECT DISTINCT ?n { ?n schema:headline 'Talks end' ; owl:sameAs ?item }")
        assert str(row["n"]) == "http://e.example/b"
