"""Turns a file of RDF that somebody else has made into a source: its triples as they are, and a description of it.

Nodes without a name get one from their place in the file, so the same file gives the same triples. Nothing is
fetched: a JSON-LD context on the network is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import BinaryIO, Final, TypeAlias

import pyoxigraph as ox

from ...ontology.terms import FOAF, ORG, OWL, PARLEY, PROV, RDFS, SCHEMA, SKOS, XSD
from ..engine.lookups import as_kept
from ..errors import UnreadableSource, one_line
from ..identifiers import Iri, Minter, slug
from ..ntriples import Triple, TripleSet, moment, ref, text, triples_in
from .foreign_names import Names
from .named_contexts import with_contexts
from .rdf_hazards import hazard, nested_hazard, xml_hazard
from .shared_identifiers import carried, is_link, own_identifier
from .writer import Part, Written, write_reading

RDF_READER: Final = f"parley-rdf 1 pyoxigraph {ox.__version__}"
"""What decides how a file of RDF is read."""
RDF_FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
_ABOUT_TRIPLES: Final = "it has triples about triples (RDF 1.2), which are not read"
_AT_ONCE: Final = 2_000
_READ: Final = 1 << 20
_PLACE: Final = re.compile(r"(?:Parser error )?at (line \d+)(?: column (\d+)| between columns? (\d+) and[^:]*)?[^:]*: ")
_Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True)
class GraphSource:
    """A file of RDF: its bytes, or how to read them if there are many, how they are written, what is known of it."""

    id: str
    title: str
    data: bytes
    format: str
    """A key of :data:`RDF_FORMATS`."""
    origin: str = ""
    """The path or address as given, for messages."""
    publisher: str = ""
    published: str = ""
    url: str = ""
    stream: Callable[[], BinaryIO] | None = None
    """Opens the file, of which ``data`` is empty then: it is never whole in memory."""

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256 of the bytes, by which a changed file is known."""
        found = sha256(self.data)
        if self.stream is not None:
            with self.stream() as file:
                while part := file.read(_READ):
                    found.update(part)
        return found.hexdigest()


def write_graph(source: GraphSource, minter: Minter) -> Written:
    """Return the triples of the file, all in one graph, and what describes it as a source beside them."""
    facts = _facts(source, minter)
    if not facts:
        raise UnreadableSource(source.origin, "there are no triples in it")
    nodes = {term[1:-1] for s, _, o in facts for term in (s, o) if term.startswith("<")}
    for node in sorted(nodes):
        _refuse_given_out(node, source, minter)
    start = f"{minter.source(source.id)}/"
    own = {node for node in nodes if node.startswith(start)}
    description = _description(source, minter)
    identified = {node for node, codes in carried(facts).items() if not all(map(is_link, codes))}
    for node in identified:
        if own_identifier(node):  # so that the item is still told where another node stands for it
            description.add(ref(node), OWL.sameAs, ref(node))
    names = Names()
    names.see(facts)
    for node, name in names.labels(unnamed=identified):
        description.add(node, RDFS.label, name)
    return Written(facts, description.frozen(), frozenset(map(Iri, own.union(identified))))


def graph_parts(source: GraphSource, minter: Minter, identified: Callable[[], Collection[str]]) -> Iterator[Part]:
    """Yield what :func:`write_graph` returns part by part; ``identified`` tells which nodes carry identifiers so far.

    Values are spelt as they stand in the file.
    """
    assert source.stream is not None
    with source.stream() as file:
        hazard_in = xml_hazard if source.format == "rdf" else nested_hazard
        if why := hazard_in(iter(lambda: file.read(_READ), b"")):
            raise UnreadableSource(source.origin, why)
    names, start, any_facts = Names(), f"<{minter.source(source.id)}/", False
    with source.stream() as file, _told(source):
        quads = ox.parse(file, RDF_FORMATS[source.format], base_iri=minter.relative(source.id))
        blanks: dict[str, str] = {}
        triples = (quad.triple for quad in quads) if source.format in ("trig", "nq") else quads
        while written := ox.serialize(islice(triples, _AT_ONCE), format=ox.RdfFormat.N_TRIPLES):
            any_facts = True
            text = written.decode()
            facts = list(triples_in(text))
            named, own = _named_anew(facts, source, minter, blanks) if _is_ours(text, minter) else ([], set())
            names.see(named or facts)
            yield Part(named or facts, entities=own, text=b"" if named else written, is_closed=False)
    if not any_facts:
        raise UnreadableSource(source.origin, "there are no triples in it")
    yield Part((), _description(source, minter).frozen())
    labels = ((node, f"<{RDFS.label}>", name) for node, name in names.labels(unnamed=identified()))
    while named := list(islice(labels, _AT_ONCE)):
        yield Part((), named, entities={node[1:-1] for node, _, _ in named if node.startswith(start)})


def _is_ours(text: str, minter: Minter) -> bool:
    """Whether triples may have nodes without a name, nodes under our base, or triples in them."""
    return minter.base in text or text.startswith("_:") or any(sign in text for sign in ("\n_:", "> _:", "> <<"))


def _named_anew(
    facts: Iterable[Triple], source: GraphSource, minter: Minter, blanks: dict[str, str]
) -> tuple[list[Triple], set[str]]:
    """Return triples with names for the nodes that have none, and the nodes in them that are the source's own."""
    found: list[Triple] = []
    own: set[str] = set()
    start = f"<{minter.source(source.id)}/"
    for subject, predicate, value in facts:
        subject, value = (_name(term, source, minter, blanks) for term in (subject, value))
        own.update(term[1:-1] for term in (subject, value) if term.startswith(start))
        found.append((subject, predicate, value))
    return found, own


def _name(term: str, source: GraphSource, minter: Minter, blanks: dict[str, str]) -> str:
    if term.startswith("<<"):
        raise UnreadableSource(source.origin, _ABOUT_TRIPLES)
    if term[0] == "_":
        return blanks.setdefault(term, f"<{minter.blank(source.id, len(blanks) + 1)}>")
    if term[0] == "<":
        _refuse_given_out(term[1:-1], source, minter)
    return term


def _refuse_given_out(node: str, source: GraphSource, minter: Minter) -> None:
    start = f"{minter.source(source.id)}/"
    if minter.is_given_out(node) and not node.startswith((f"{start}blank/", f"{start}node/")):
        why = f"it speaks of <{node}>, an IRI that is given out here and does not last: name the thing by its"
        raise UnreadableSource(source.origin, f"{why} Wikidata item (owl:sameAs) or ISO code (parley:isoCode)")


def _facts(source: GraphSource, minter: Minter) -> frozenset[Triple]:
    """The triples as the engine writes them, so that they are equal to what it gives back."""
    if why := hazard(source.data, source.format):
        raise UnreadableSource(source.origin, why)
    with _told(source):
        data = with_contexts(source.data) if source.format == "jsonld" else source.data
        quads = ox.parse(data, RDF_FORMATS[source.format], base_iri=minter.relative(source.id))
        return as_kept(_named(quads, source, minter))


@contextmanager
def _told(source: GraphSource) -> Iterator[None]:
    """Tell what the parser complains of as ours."""
    try:
        yield
    except SyntaxError as error:
        raise UnreadableSource(source.origin, _trouble(error)) from None
    except MemoryError as error:
        why = f"it needs more memory than there is for it ({one_line(error)}): divide it, and shorten its longest value"
        raise UnreadableSource(source.origin, why) from None
    except (ValueError, OSError, RecursionError) as error:
        raise UnreadableSource(source.origin, f"it is not RDF: {one_line(error)}") from error


def _named(quads: Iterable[ox.Quad], source: GraphSource, minter: Minter) -> Iterator[ox.Quad]:
    names: dict[str, ox.NamedNode] = {}

    def name(node: _Node) -> ox.NamedNode | ox.Literal:
        if isinstance(node, ox.BlankNode):
            if node.value not in names:
                names[node.value] = ox.NamedNode(minter.blank(source.id, len(names) + 1))
            return names[node.value]
        if isinstance(node, ox.Triple):
            raise UnreadableSource(source.origin, _ABOUT_TRIPLES)
        return node

    for quad in quads:
        subject, value = name(quad.subject), name(quad.object)
        assert isinstance(subject, ox.NamedNode)
        yield ox.Quad(subject, quad.predicate, value)


def _trouble(error: SyntaxError) -> str:
    said = one_line(error.msg or error)
    if "LoadDocumentCallback" in said:
        return "its JSON-LD context lies on the network, and nothing is fetched: write the context into the file"
    where = f"line {error.lineno}: " if error.lineno else ""
    return f"{where}it is not RDF as its ending says: {_PLACE.sub('', said)}"


def _description(source: GraphSource, minter: Minter) -> TripleSet:
    found, dataset = TripleSet(), ref(minter.source(source.id))
    found.types(dataset, SCHEMA.Dataset, PROV.Entity)
    found.strings(dataset, SCHEMA.headline, [source.title])
    found.strings(dataset, RDFS.label, [source.title if source.title.strip() else source.id])
    found.strings(dataset, PARLEY.sourceId, [source.id])
    found.strings(dataset, PARLEY.contentHash, [source.content_hash])
    if source.published:
        found.add(dataset, SCHEMA.datePublished, moment(source.published))
    if source.url:
        found.add(dataset, SCHEMA.url, f"{text(source.url)}^^<{XSD.anyURI}>")
    if source.publisher:
        publisher = ref(f"{minter.source(source.id)}/node/publisher-{slug(source.publisher)}")
        found.types(publisher, ORG.Organization, PROV.Agent, FOAF.Agent)
        found.strings(publisher, SKOS.prefLabel, [source.publisher])
        found.strings(publisher, RDFS.label, [source.publisher])
        found.add(dataset, SCHEMA.publisher, publisher)
    write_reading(found, minter, source.id, loader="rdf", extractor=RDF_READER)
    return found
