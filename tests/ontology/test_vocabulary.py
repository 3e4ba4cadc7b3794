"""The vocabulary is complete, tidy, and spells what it reuses as its owners do."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ODRL2, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, XSD, DefinedNamespace

from parley.ontology.terms import NAMESPACE, NAMESPACES, PARLEY, PREFIXES
from parley.ontology.validation import vocabulary

_ROOT = Path(__file__).resolve().parents[2]
_ROOMS = ("ontology", "graph", "loaders", "queries", "evaluation", "review", "parley", "examples", "tests")
_FILES = ("parley.ttl", "shapes.ttl", "alignments.ttl")
_KNOWN: dict[str, type[DefinedNamespace]] = {
    "dcterms": DCTERMS, "foaf": FOAF, "odrl": ODRL2, "org": ORG, "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS,
    "schema": SDO, "sh": SH, "skos": SKOS, "time": TIME, "xsd": XSD,
}  # fmt: skip
_CURIE = re.compile(r"(?<![\w<\"/:.?-])([a-z]+):([A-Za-z][\w-]*)")


def _text(name: str) -> str:
    return files("parley.ontology").joinpath(name).read_text(encoding="utf-8")


def _graph(name: str) -> Graph:
    return Graph().parse(data=_text(name), format="turtle")


def _own(graph: Graph) -> set[URIRef]:
    return {node for node in graph.subjects() if isinstance(node, URIRef) and str(node).startswith(NAMESPACE)}


def _curies(text: str) -> set[tuple[str, str]]:
    without_strings = re.sub(r'"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>|(?m:^\s*#.*$)', " ", text)
    return set(_CURIE.findall(without_strings))


def _project_files(*suffixes: str) -> list[Path]:
    return sorted(path for room in _ROOMS for path in (_ROOT / room).rglob("*") if path.suffix in suffixes)


_CORE = _graph("parley.ttl")


def test_every_term_has_one_label_and_one_definition_in_english() -> None:
    for term in _own(_CORE):
        for predicate in (RDFS.label, SKOS.definition):
            (value,) = _CORE.objects(term, predicate)
            assert isinstance(value, Literal), term
            assert value.language == "en", term
            assert value.strip() == str(value) != "", term


def test_every_term_says_where_it_is_defined() -> None:
    for term in _own(_CORE):
        assert set(_CORE.objects(term, RDFS.isDefinedBy)) == {URIRef("https://w3id.org/parley/ns")}


@pytest.mark.parametrize("name", _FILES)
def test_each_file_says_its_version_and_licence(name: str) -> None:
    graph = _graph(name)
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    assert len(list(graph.objects(ontology, OWL.versionIRI))) == 1
    assert set(graph.objects(ontology, DCTERMS.license)) == {URIRef("https://creativecommons.org/licenses/by/4.0/")}


@pytest.mark.parametrize("name", _FILES)
def test_prefixes_and_subjects_are_sorted_one_block_each(name: str) -> None:
    lines = _text(name).splitlines()
    prefixes = [line.split()[1] for line in lines if line.startswith("@prefix")]
    subjects = [line.split()[0] for line in lines if line and line[0] not in "@# <"]
    assert prefixes == sorted(prefixes)
    assert subjects == sorted(subjects)
    assert len(set(subjects)) == len(subjects)


@pytest.mark.parametrize("name", _FILES)
def test_prefixes_are_the_usual_ones_and_all_used(name: str) -> None:
    text = _text(name)
    declared = dict(re.findall(r"@prefix ([a-z]+): <([^>]+)>", text))
    body = "\n".join(line for line in text.splitlines() if not line.startswith("@prefix"))
    assert {prefix for prefix, _ in _curies(body)} | {"xsd"} >= set(declared)
    assert {prefix: iri for prefix, iri in declared.items() if PREFIXES.get(prefix, iri) != iri} == {}


def test_no_term_is_both_a_class_and_a_concept() -> None:
    classes = set(_CORE.subjects(RDF.type, OWL.Class))
    concepts = set(_CORE.subjects(RDF.type, SKOS.Concept))
    properties = set(_CORE.subjects(RDF.type, OWL.ObjectProperty)) | set(_CORE.subjects(RDF.type, OWL.DatatypeProperty))
    assert not classes & concepts
    assert not classes & properties
    assert not concepts & properties


def test_every_concept_is_in_one_scheme_and_carries_its_label() -> None:
    schemes = set(_CORE.subjects(RDF.type, SKOS.ConceptScheme))
    for concept in _CORE.subjects(RDF.type, SKOS.Concept):
        (scheme,) = _CORE.objects(concept, SKOS.inScheme)
        assert scheme in schemes
        assert set(_CORE.objects(concept, SKOS.prefLabel)) == set(_CORE.objects(concept, RDFS.label))
    for scheme in schemes:
        assert any(_CORE.subjects(SKOS.inScheme, scheme)), f"{scheme} is empty"


def test_no_two_concepts_of_a_scheme_share_a_label_or_a_code() -> None:
    for scheme in _CORE.subjects(RDF.type, SKOS.ConceptScheme):
        for predicate in (SKOS.prefLabel, SKOS.notation):
            values = Counter(
                value
                for concept in _CORE.subjects(SKOS.inScheme, scheme)
                for value in _CORE.objects(concept, predicate)
            )
            assert [value for value, count in values.items() if count > 1] == []


def test_every_issue_is_a_top_issue_or_under_one() -> None:
    tops = set(_CORE.subjects(SKOS.topConceptOf, None))
    for issue in _CORE.subjects(SKOS.inScheme, URIRef(PARLEY["scheme-issue"])):
        assert issue in tops or set(_CORE.objects(issue, SKOS.broader)) <= tops


def test_every_act_type_has_one_default_status() -> None:
    for act_type in _CORE.subjects(RDF.type, URIRef(PARLEY.ActType)):
        (status,) = _CORE.objects(act_type, URIRef(PARLEY.defaultStatus))
        assert (status, RDF.type, URIRef(PARLEY.Status)) in _CORE


def test_a_former_post_is_never_a_kind_of_holding_it() -> None:
    assert not set(vocabulary().objects(URIRef(PARLEY.formerlyHeld), RDFS.subPropertyOf))


def test_alignments_speak_only_of_terms_that_exist_and_repeat_nothing() -> None:
    alignments = _graph("alignments.ttl")
    assert _own(alignments) <= _own(_CORE)
    assert not {triple for triple in alignments if triple[0] in _own(alignments)} & set(_CORE)
    for term in _own(alignments):
        assert not any(str(value).startswith(NAMESPACE) for value in alignments.objects(term))


def test_the_core_maps_to_nothing_outside() -> None:
    mappings = (SKOS.closeMatch, SKOS.exactMatch, SKOS.relatedMatch, SKOS.broadMatch, OWL.equivalentClass, OWL.sameAs)
    assert not set(_CORE.predicates()) & set(mappings)


def test_there_is_no_blank_node_in_the_vocabulary() -> None:
    assert all(isinstance(term, URIRef | Literal) for triple in vocabulary() for term in triple)


@pytest.mark.parametrize("path", _project_files(".ttl", ".rq"), ids=lambda path: str(path.relative_to(_ROOT)))
def test_a_file_uses_only_terms_that_are_defined(path: Path) -> None:
    unknown = {
        f"{prefix}:{name}"
        for prefix, name in _curies(path.read_text(encoding="utf-8"))
        if (prefix == "parley" and NAMESPACE + name not in PARLEY)
        or (prefix in _KNOWN and URIRef(str(_KNOWN[prefix]) + name) not in _KNOWN[prefix])
    }
    assert unknown == set()


@pytest.mark.parametrize("path", _project_files(".py"), ids=lambda path: str(path.relative_to(_ROOT)))
def test_a_module_uses_only_terms_that_are_defined(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name in ("test_terms.py", "test_unmatched.py"):  # about words that are no terms
        return
    names = re.findall(r"""\bPARLEY(?:\.|\[["'])([A-Za-z][\w-]*)""", text)
    names += re.findall(r"(?<![\w/:.`])parley:([A-Za-z][\w-]*)", text)
    names += re.findall(re.escape(NAMESPACE) + r"([A-Za-z][\w-]*)", text)
    assert {name for name in names if NAMESPACE + name not in PARLEY} == set()


@pytest.mark.parametrize("prefix", sorted(set(_KNOWN) & set(NAMESPACES)))
def test_reused_terms_are_spelled_as_rdflib_knows_them(prefix: str) -> None:
    known = _KNOWN[prefix]
    assert [iri for iri in NAMESPACES[prefix] if URIRef(iri) not in known] == []
