"""All about one node: what it is, what is told of it with the words for it, what it says, and its triples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import Literal, URIRef

from .defining import defined, is_term
from .graph.content.reading import read_content
from .graph.content.records import Content, Fact, Ref, Statement
from .graph.errors import UnknownName
from .graph.kinds import in_words, kind_in_words
from .graph.reading.curies import expanded, is_iri, shortened
from .graph.reading.lookup import concept_key
from .graph.reading.neighbourhood import about, nodes_around
from .graph.reading.unknown_terms import likely_terms
from .ontology.terms import FOAF, NAMESPACE, PARLEY, RDF, RDFS, SCHEMA, SKOS
from .queries.names import resolve
from .tables import PLAIN_WIDTH, printable

if TYPE_CHECKING:
    import rdflib

    from .graph.knowledge import Knowledge

_NAMES: Final = (SKOS.prefLabel, RDFS.label, SCHEMA.headline, PARLEY.sourceId)
_NO_LINES: Final = {
    RDF.type, *_NAMES, FOAF.name, SCHEMA.text, PARLEY.contentHash, PARLEY.supportedBy, PARLEY.disputedBy,
}  # fmt: skip
"""Properties that the first line or the facts tell, or that only a program reads."""
_WORDS: Final = {SKOS.altLabel: "also called", PARLEY.surfaceForm: "printed as"}
_INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class Description:
    """One node: its IRI, all about it in words, and as Turtle."""

    iri: str
    text: str
    turtle: str

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__


def describe(knowledge: Knowledge, name: str) -> Description:
    """Return what is known of the node that ``name`` means: a label, alias, printed form, id, IRI or its short form.

    Of a term of the vocabularies it is what that means, and how it is used.

    Raises UnknownName with what comes close, or with what to type for each of several.
    """
    iri = expanded(name, knowledge.prefixes)
    if is_term(iri):
        return Description(iri, *defined(knowledge, iri))
    if meant := likely_terms(iri):
        raise UnknownName(name, [shortened(one, knowledge.prefixes) for one in meant])
    node = URIRef(iri) if is_iri(iri) and about(knowledge, iri) else resolve(knowledge, "node", name)
    triples = about(knowledge, node)
    content = read_content(knowledge, of=nodes_around(knowledge, node))
    text = "\n".join(_lines(knowledge, node, triples, content)) + "\n"
    return Description(str(node), text, triples.serialize(format="turtle"))


def _lines(knowledge: Knowledge, node: URIRef, triples: rdflib.Graph, content: Content) -> Iterator[str]:
    labels = {one.id: one.label for one in content.nodes} | {one.id: one.title for one in content.sources}
    classes = [str(cls) for cls in triples.objects(node, URIRef(RDF.type))]
    own = (label for each in _NAMES for label in sorted(map(str, triples.objects(node, URIRef(each)))))
    short = shortened(node, knowledge.prefixes)
    yield f"{printable(next(own, short))}: {kind_in_words(classes)}"
    yield f"{_INDENT}{short}"
    yield from _properties(knowledge, node, triples, labels)
    statements = {said.id: said for said in content.statements}
    told = [fact for fact in content.facts if str(node) in (*fact.nodes, fact.id)]
    yield from _section("Told of it", (line for fact in told for line in _fact(fact, labels, statements)))
    said = [one for one in content.statements if one.chain[-1:] == (str(node),) and not one.whole]
    yield from _section("Said by it", (line for one in said for line in _quoted(one, labels, speaker=False)))


def _properties(
    knowledge: Knowledge, node: URIRef, triples: rdflib.Graph, labels: dict[str, str]
) -> Iterator[str]:  # fmt: skip
    values: dict[str, dict[str, None]] = {}
    for predicate, value in sorted(triples.predicate_objects(node)):
        if str(predicate) not in _NO_LINES:
            told = str(value) if isinstance(value, Literal) else _named(str(value), labels, knowledge)
            if not told:
                continue
            words = _WORDS.get(str(predicate)) or in_words(concept_key(str(predicate)))
            values.setdefault(words, {})[told] = None
    for words, several in sorted(values.items()):
        line = printable(f"{words}: {', '.join(several)}")
        yield from textwrap.wrap(line, PLAIN_WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT * 3)


def _named(iri: str, labels: dict[str, str], knowledge: Knowledge) -> str:
    """What a node is called; nothing for a part of a fact, of which the facts tell."""
    if iri.startswith(f"{knowledge.base}scheme/"):
        return str(about(knowledge, iri).value(URIRef(iri), URIRef(SKOS.prefLabel)) or "")
    if iri in labels or iri.startswith(knowledge.base):
        return labels.get(iri, "")
    return in_words(concept_key(iri)) if iri.startswith(NAMESPACE) else shortened(iri, knowledge.prefixes)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    inside = list(lines)
    if inside:
        yield ""
        yield title
        yield from inside


def _fact(fact: Fact, labels: dict[str, str], statements: dict[str, Statement]) -> Iterator[str]:
    words = [labels.get(word.node, "?") if isinstance(word, Ref) else word for word in fact.words]
    sentence = " ".join(words).replace(" ,", ",").replace(" :", ":")
    line = printable(f"{sentence} [{fact.standing}]" if fact.standing else sentence)
    yield from textwrap.wrap(line, PLAIN_WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)
    for iri in fact.statements + fact.disputes:
        if iri in statements:
            yield from _quoted(statements[iri], labels, against=iri in fact.disputes)


def _quoted(
    said: Statement, labels: dict[str, str], *, speaker: bool = True, against: bool = False
) -> Iterator[str]:  # fmt: skip
    who = [" > ".join(labels.get(agent, "?") for agent in said.chain)] if speaker else []
    place = [labels.get(said.source, ""), f"characters {said.start} to {said.end}"]
    signed = (
        f"{', '.join(part for part in (*who, *place) if part)} ({said.modality}{', against it' if against else ''})"
    )
    for line, first in ((f"“{said.quote}”", "    "), (signed, "      – ")):
        yield from textwrap.wrap(
            printable(line), PLAIN_WIDTH, initial_indent=first, subsequent_indent=" " * len(first)
        )  # fmt: skip
