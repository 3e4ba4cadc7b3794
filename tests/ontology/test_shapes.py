"""Every demand of the shapes is tried: the good example meets all of them, each bad one breaks the one it names."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml
from rdflib import Graph
from rdflib.namespace import RDF, SH

from parley.ontology.validation import Violation, shapes, validate

_HERE = Path(__file__).parent
_GOOD = (_HERE / "good.ttl").read_text(encoding="utf-8")
_PREFIXES = "\n".join(line for line in _GOOD.splitlines() if line.startswith("@prefix"))


class Bad(TypedDict):
    message: str
    edit: list[str]


_BAD: list[Bad] = yaml.safe_load((_HERE / "bad.yaml").read_text(encoding="utf-8"))


def _good() -> Graph:
    return Graph().parse(data=_GOOD, format="turtle")


def _edited(lines: list[str]) -> Graph:
    graph = _good()
    added = "\n".join(f"{line.removeprefix('+ ')} ." for line in lines if line.startswith("+ "))
    for line in lines:
        if line.startswith("- "):
            words = line.removeprefix("- ")
            pattern = words if len(words.split()) == 3 else f"{words} 0"
            ((subject, predicate, value),) = Graph().parse(data=f"{_PREFIXES}\n{pattern} .", format="turtle")
            taken = (subject, predicate, value if pattern == words else None)
            assert taken in graph, f"good.ttl does not say {words}"
            graph.remove(taken)
    return graph.parse(data=f"{_PREFIXES}\n{added}", format="turtle")


def _violations(lines: list[str]) -> dict[str, Violation]:
    return {violation.message: violation for violation in validate(_edited(lines))}


def test_the_good_example_is_accepted() -> None:
    assert validate(_good()) == ()


@pytest.mark.parametrize("bad", _BAD, ids=lambda bad: f"{bad['message']} {bad['edit'][0]}")
def test_a_bad_example_is_refused(bad: Bad) -> None:
    assert bad["message"] in _violations(bad["edit"])


def test_every_demand_has_a_bad_example() -> None:
    demands = {str(message) for message in shapes().objects(None, SH.message)}
    assert demands == {bad["message"] for bad in _BAD}


def test_every_constraint_has_a_message_in_plain_words() -> None:
    graph = shapes()
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        own = set(graph.predicates(shape, None)) & {SH["not"], SH["or"], SH.nodeKind, SH["class"]}
        inner = [*graph.objects(shape, SH.property), *graph.objects(shape, SH.sparql)]
        assert inner or own, f"{shape} demands nothing"
        for node in [*inner, *([shape] if own else [])]:
            assert len(set(graph.objects(node, SH.message))) == 1, f"a constraint of {shape} has no message"


def test_every_shape_has_a_target() -> None:
    graph = shapes()
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        assert set(graph.predicates(shape, None)) & {SH.targetClass, SH.targetSubjectsOf, SH.targetNode}


def test_a_violation_names_its_shape_node_path_and_value() -> None:
    violation = _violations(["+ ex:act parley:addressee ex:place"])["The addressee of an act is an agent."]
    assert violation == Violation(
        node="https://example.org/id/act",
        shape="https://w3id.org/parley/shapes#Act",
        path="https://w3id.org/parley/ns#addressee",
        value="https://example.org/id/place",
        message="The addressee of an act is an agent.",
    )


def test_a_violation_of_a_shortcut_names_the_person() -> None:
    message = "Who is written as a former holder of a post has a former holding of it that is asserted."
    violation = _violations(["+ ex:minister parley:formerlyHeld ex:post"])[message]
    assert violation.node == "https://example.org/id/minister"
    assert violation.value == ""


def test_validation_leaves_the_graph_as_it_is() -> None:
    graph = _good()
    before = set(graph)
    validate(graph)
    assert set(graph) == before


def test_what_was_refused_before_changes_neither_the_shapes_nor_what_is_accepted() -> None:
    shaped, refused = len(shapes()), validate(_edited(_BAD[0]["edit"]))
    assert validate(_good()) == ()
    assert validate(_edited(_BAD[0]["edit"])) == refused
    assert len(shapes()) == shaped


def test_violations_come_in_the_same_order() -> None:
    edit = ["- ex:act parley:actType", "- ex:statement parley:evidence", "- ex:term parley:objectText"]
    assert validate(_edited(edit)) == validate(_edited(list(reversed(edit))))


def test_an_empty_graph_conforms() -> None:
    assert validate(Graph()) == ()
