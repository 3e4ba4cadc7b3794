"""What a graph is made of, in DCAT and VoID: each source with its publisher, licence, day and number of triples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib import DCAT, DCTERMS, RDF, VOID, XSD, Graph, Literal, URIRef

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_SOURCES: Final = """
SELECT ?source ?id ?title ?publisher ?published ?licence ?version ?home ?url WHERE {
  ?source parley:sourceId ?id .
  OPTIONAL { ?source schema:headline ?title }
  OPTIONAL { ?source schema:publisher/skos:prefLabel ?publisher }
  OPTIONAL { ?source schema:datePublished ?published }
  OPTIONAL { ?source schema:license ?licence }
  OPTIONAL { ?source schema:version ?version }
  OPTIONAL { ?source schema:isBasedOn ?home }
  OPTIONAL { ?source schema:url ?url }
}
ORDER BY ?id
"""


def description(knowledge: Knowledge) -> bytes:
    """Return the description as Turtle."""
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dcterms", DCTERMS), ("void", VOID), ("xsd", XSD)):
        graph.bind(prefix, namespace)
    whole = URIRef(knowledge.base)
    graph.add((whole, RDF.type, VOID.Dataset))
    graph.add((whole, RDF.type, DCAT.Catalog))
    graph.add((whole, VOID.uriSpace, Literal(knowledge.base)))
    for row in knowledge.query(_SOURCES):
        source = URIRef(str(row["source"]))
        graph.add((whole, DCAT.dataset, source))
        graph.add((whole, VOID.subset, source))
        graph.add((source, RDF.type, DCAT.Dataset))
        graph.add((source, RDF.type, VOID.Dataset))
        graph.add((source, DCTERMS.identifier, Literal(str(row["id"]))))
        graph.add((source, VOID.triples, Literal(knowledge.size(str(row["id"])))))
        for name, predicate in (
            ("title", DCTERMS.title), ("publisher", DCTERMS.publisher), ("published", DCTERMS.issued),
            ("licence", DCTERMS.license), ("version", DCTERMS.hasVersion), ("home", DCAT.landingPage),
            ("url", DCTERMS.source),
        ):  # fmt: skip
            if row[name] is not None:
                graph.add((source, predicate, Literal(str(row[name]))))
    return graph.serialize(format="turtle", encoding="utf-8")
