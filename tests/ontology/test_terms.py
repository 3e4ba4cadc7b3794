"""The constants name what the Turtle defines, no more and no less, and cost nothing to import."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import files
from typing import Literal, get_args

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS

from parley.graph import records
from parley.ontology import terms
from parley.ontology.terms import NAMESPACE, PARLEY, UnknownTerm

_CORE = Graph().parse(data=files("parley.ontology").joinpath("parley.ttl").read_text(encoding="utf-8"), format="turtle")

_TABLES: dict[str, Mapping[str, str]] = {
    "ActType": terms.ACT_TYPES,
    "ActionKind": terms.ACTION_KINDS,
    "Approximation": terms.APPROXIMATIONS,
    "Aspect": terms.ASPECTS,
    "AttributionMode": terms.ATTRIBUTION_MODES,
    "Capacity": terms.CAPACITIES,
    "DateBasis": terms.DATE_BASES,
    "DelegationRole": terms.DELEGATION_ROLES,
    "EventKind": terms.EVENT_KINDS,
    "Evidence": terms.EVIDENCE,
    "Issue": terms.ISSUES,
    "Modality": terms.MODALITIES,
    "SayingRole": terms.SAYING_ROLES,
    "Standing": terms.STANDINGS,
    "Status": terms.STATUSES,
    "Tenure": terms.TENURES,
    "Verdict": terms.VERDICTS,
}


def test_the_constants_are_the_terms_of_the_turtle() -> None:
    defined = {str(term) for term in _CORE.subjects() if str(term).startswith(NAMESPACE)}
    assert set(PARLEY) == defined


@pytest.mark.parametrize("name", sorted(_TABLES))
def test_a_table_holds_the_concepts_of_its_class(name: str) -> None:
    concepts = {str(concept) for concept in _CORE.subjects(RDF.type, URIRef(PARLEY[name]))}
    assert set(_TABLES[name].values()) == concepts


def test_every_concept_is_in_a_table() -> None:
    listed = {iri for table in _TABLES.values() for iri in table.values()}
    assert listed == {str(concept) for concept in _CORE.subjects(RDF.type, SKOS.Concept)}


@pytest.mark.parametrize(
    ("alias", "table"),
    [
        (records.ActType, terms.ACT_TYPES),
        (records.Approximation, terms.APPROXIMATIONS),
        (records.AttributionMode, terms.ATTRIBUTION_MODES),
        (records.Capacity, terms.CAPACITIES),
        (records.DateBasis, terms.DATE_BASES),
        (records.DelegationRole, terms.DELEGATION_ROLES),
        (Literal[records.EventKind, records.Incident], terms.EVENT_KINDS),
        (records.Evidence, terms.EVIDENCE),
        (records.ItemKind, terms.ITEM_CLASSES),
        (records.LinkKind, terms.LINKS),
        (records.Modality, terms.MODALITIES),
        (records.Standing, terms.STANDINGS),
        (records.Tenure, terms.TENURES),
    ],
)
def test_a_table_knows_what_records_may_say(alias: object, table: Mapping[str, str]) -> None:
    assert set(table) == set(get_args(alias))


def test_default_statuses_are_those_of_the_turtle() -> None:
    stated = {str(act): str(status) for act, status in _CORE.subject_objects(URIRef(PARLEY.defaultStatus))}
    assert {terms.ACT_TYPES[act]: status for act, status in terms.DEFAULT_STATUSES.items()} == stated


def test_a_misspelt_term_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownTerm, match="did you mean Statement") as error:
        PARLEY.Statment  # noqa: B018
    assert error.value.suggestions[0] == "Statement"
    with pytest.raises(KeyError, match="did you mean fact"):
        terms.MODALITIES["fct"]
    assert not hasattr(PARLEY, "Statment")
    assert terms.MODALITIES.get("fct") is None


def test_a_closed_namespace_knows_its_terms() -> None:
    assert PARLEY.Statement == NAMESPACE + "Statement"
    assert PARLEY["issue-prisoners"] == terms.ISSUES["prisoners"]
    assert PARLEY.Statement in PARLEY
    assert NAMESPACE + "Nothing" not in PARLEY
    assert 1 not in PARLEY
    assert len(PARLEY) == len(set(PARLEY))


def test_importing_the_terms_loads_nothing_heavy() -> None:
    heavy = ["rdflib", "pyshacl", "spacy", "pyvis", "networkx", "pyoxigraph"]
    code = f"import sys, parley.ontology.terms; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment())
    assert done.stdout.strip() == "[]"


def test_importing_validation_does_not_load_pyshacl() -> None:
    code = "import sys, parley.ontology.validation; print('pyshacl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment())
    assert done.stdout.strip() == "False"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
