"""Makes the vocabulary's documentation: one HTML page with every term, its definition and an anchor of its own.

    python docs/ontology_page.py -o out/ontology.html

The page needs no network and no script. A term's anchor is the end of its IRI: `ontology.html#Delegation`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from parley.graph.files import write_whole
from parley.ontology.terms import NAMESPACE
from parley.ontology.validation import vocabulary

ONTOLOGY = URIRef(NAMESPACE.removesuffix("#"))
KINDS = (
    ("classes", "Classes", OWL.Class),
    ("object-properties", "Properties between things", OWL.ObjectProperty),
    ("datatype-properties", "Properties with a value", OWL.DatatypeProperty),
    ("datatypes", "Datatypes", RDFS.Datatype),
)
TOLD = (
    ("is a", RDFS.subClassOf),
    ("is a", RDFS.subPropertyOf),
    ("from", RDFS.domain),
    ("to", RDFS.range),
    ("close to", SKOS.closeMatch),
    ("related to", SKOS.relatedMatch),
)
"""What is told of a class or property, with the words for it."""
TOLD_BACKWARDS = (("kinds of it", RDFS.subClassOf), ("properties", RDFS.domain), ("values of", RDFS.range))
STYLE = """
:root { color-scheme: light dark; --line: #8884; --quiet: light-dark(#555, #aaa); --link: light-dark(#0b57a4, #8ab8f0) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem 4rem }
a { color: var(--link); text-decoration: none } a:hover { text-decoration: underline }
nav ul { columns: 16rem; padding-left: 1.2rem } code { font-size: .9em; overflow-wrap: anywhere }
section.term { border-top: 1px solid var(--line); padding: .5rem 0 } section.term h3 { margin: .3rem 0 }
h3 code, td.code { color: var(--quiet); font-weight: normal } p { margin: .3rem 0 }
dl { display: grid; grid-template-columns: 7rem 1fr; margin: .3rem 0; gap: 0 1rem } dt { color: var(--quiet) }
dd { margin: 0 } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid var(--line) }
th:nth-child(1) { width: 22% } th:nth-child(2) { width: 30% }
:target { background: light-dark(#fff4c2, #443c10) }
"""


@dataclass(frozen=True)
class Page:
    """The vocabulary on its way to HTML."""

    graph: Graph

    def whole(self) -> str:
        """The page."""
        title = self.text(ONTOLOGY, DCTERMS.title)
        body = [self.head(title), self.contents(), *(self.terms(*kind) for kind in KINDS)]
        body.append('<h2 id="concepts">Concepts</h2>')
        body += [self.scheme(scheme) for scheme in self.own(SKOS.ConceptScheme)]
        return (
            f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
            '<meta name="viewport" content="width=device-width">\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
        )

    def head(self, title: str) -> str:
        """What is told of the vocabulary as a whole."""
        licence = self.graph.value(ONTOLOGY, DCTERMS.license)
        facts = [
            ("namespace", f"<code>{escape(NAMESPACE)}</code>, prefix <code>parley:</code>"),
            ("version", escape(self.text(ONTOLOGY, OWL.versionInfo))),
            ("licence", self.link(licence) if licence else ""),
        ]
        return f"<h1>{escape(title)}</h1>\n<p>{escape(self.text(ONTOLOGY, DCTERMS.description))}</p>\n{rows(facts)}"

    def contents(self) -> str:
        """Links to every class, property and scheme."""
        parts = [(anchor, heading, self.own(kind)) for anchor, heading, kind in KINDS]
        parts.append(("concepts", "Concepts, by scheme", self.own(SKOS.ConceptScheme)))
        lists = (
            f'<h2><a href="#{anchor}">{heading}</a></h2>\n<ul>'
            + "".join(f"<li>{self.link(term)}</li>" for term in terms)
            + "</ul>"
            for anchor, heading, terms in parts
        )
        return "<nav>\n" + "\n".join(lists) + "\n</nav>"

    def terms(self, anchor: str, heading: str, kind: Node) -> str:
        """The section of one kind of term."""
        return f'<h2 id="{anchor}">{heading}</h2>\n' + "\n".join(self.term(term) for term in self.own(kind))

    def term(self, term: URIRef) -> str:
        """A class, property or datatype."""
        facts = [(words, self.links(self.graph.objects(term, told))) for words, told in TOLD]
        facts += [(words, self.links(self.graph.subjects(told, term))) for words, told in TOLD_BACKWARDS]
        if (term, RDF.type, OWL.SymmetricProperty) in self.graph:
            facts.append(("symmetric", "yes"))
        return (
            f'<section class="term" id="{local(term)}"><h3>{escape(self.label(term))} <code>parley:{local(term)}</code>'
            f"</h3>\n<p>{escape(self.text(term, SKOS.definition))}</p>\n{rows(facts)}</section>"
        )

    def scheme(self, scheme: URIRef) -> str:
        """A scheme with its concepts, in one table."""
        concepts = self.sorted(self.graph.subjects(SKOS.inScheme, scheme))
        lines = "\n".join(self.concept(concept) for concept in concepts)
        return (
            f'<h3 id="{local(scheme)}">{escape(self.label(scheme))}</h3>\n'
            f"<p>{escape(self.text(scheme, SKOS.definition))}</p>\n"
            f"<table>\n<tr><th>concept</th><th>term</th><th>definition</th></tr>\n{lines}\n</table>"
        )

    def concept(self, concept: URIRef) -> str:
        """One row of a scheme's table."""
        notations = sorted(self.graph.objects(concept, SKOS.notation), key=str)
        codes = ", ".join(f"{escape(str(code))} ({self.link(code.datatype)})" for code in notations
                          if isinstance(code, Literal) and code.datatype)  # fmt: skip
        facts = [
            ("also", escape(", ".join(sorted(map(str, self.graph.objects(concept, SKOS.altLabel)))))),
            ("part of", self.links(self.graph.objects(concept, SKOS.broader))),
            ("parts", self.links(self.graph.subjects(SKOS.broader, concept))),
            ("leads to", self.links(self.graph.objects(concept, URIRef(NAMESPACE + "defaultStatus")))),
            ("codes", codes),
        ]
        return (
            f'<tr id="{local(concept)}"><td>{escape(self.label(concept))}</td>'
            f'<td class="code"><code>parley:{local(concept)}</code></td>'
            f"<td>{escape(self.text(concept, SKOS.definition))}{rows(facts)}</td></tr>"
        )

    def own(self, kind: Node) -> list[URIRef]:
        """Our terms of a kind, by label."""
        return self.sorted(self.graph.subjects(RDF.type, kind))

    def sorted(self, terms: Iterable[Node]) -> list[URIRef]:
        """Those of the terms that are ours, each once, by label."""
        own = {term for term in terms if isinstance(term, URIRef) and term.startswith(NAMESPACE)}
        return sorted(own, key=lambda term: (self.label(term).lower(), term))

    def links(self, terms: Iterable[Node]) -> str:
        """Links to terms, ours or others', by name."""
        return ", ".join(
            sorted({self.link(term) for term in terms}, key=lambda link: re.sub("<[^>]*>", "", link).lower())
        )

    def link(self, term: Node) -> str:
        """A link to one of our terms on this page, to another's where it is."""
        if str(term).startswith(NAMESPACE):
            return f'<a href="#{local(term)}">{escape(self.label(term))}</a>'
        name = term.n3(self.graph.namespace_manager).strip("<>")
        return f'<a href="{escape(str(term))}"><code>{escape(name)}</code></a>'

    def label(self, term: Node) -> str:
        """The name of one of our terms."""
        return self.text(term, RDFS.label)

    def text(self, term: Node, predicate: URIRef) -> str:
        """The words that a property gives."""
        return str(self.graph.value(term, predicate) or "")


def local(term: Node) -> str:
    """The end of one of our terms' IRIs, which is its anchor."""
    return escape(str(term).removeprefix(NAMESPACE))


def rows(facts: Iterable[tuple[str, str]]) -> str:
    """Facts as a list; those with nothing to tell are left out."""
    told = "".join(f"<dt>{words}</dt><dd>{value}</dd>" for words, value in facts if value)
    return f"<dl>{told}</dl>" if told else ""


def ontology_page() -> str:
    """The page; the same vocabulary gives the same text."""
    return Page(vocabulary()).whole()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes the vocabulary's documentation as one HTML page.")
    parser.add_argument("-o", "--output", required=True, type=Path, help="where to write the page")
    output = parser.parse_args().output
    output.parent.mkdir(parents=True, exist_ok=True)
    write_whole({output: ontology_page().encode("utf-8")})
