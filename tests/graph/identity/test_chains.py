"""Links between nodes are followed from one to the next, and none of a chain that leads to two items."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.identity.chains import broken
from parley.graph.knowledge import Knowledge, open_knowledge
from tests.graph.identity.test_pouring import poured
from tests.graph.writing.test_foreign import MINTER, dataset
from tests.graph.writing.test_foreign import values as all_values

EX = "http://example.org/"
SOURCES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(("ex:a", "ex:b", "ex:c", "ex:x", "wd:Q1", "wd:Q2"))), max_size=6
)


def sizes(knowledge: Knowledge, node: str) -> list[str]:
    """The sizes that are told of whatever a node is, by the last part of its IRI."""
    rows = knowledge.query(f"SELECT ?c {{ GRAPH <{MINTER.identity_graph}> {{ <{EX}{node}> parley:canonical ?c }} }}")
    return all_values(knowledge, next((str(row["c"]) for row in rows), f"{EX}{node}"), "ex:size")


def held(*bodies: str) -> Knowledge:
    knowledge = open_knowledge()
    for number, body in enumerate(bodies):
        knowledge.add_graph(dataset(f"d{number}", body))
    return knowledge


A, B = "ex:a owl:sameAs ex:b ; ex:size 1 .", "ex:b owl:sameAs %s ; ex:size 2 ."
C = "ex:c owl:sameAs wd:Q15 ; ex:size 3 ."


@pytest.mark.parametrize(
    "item",
    [
        "wd:Q15", "<https://www.wikidata.org/entity/Q15>", "<http://www.wikidata.org/wiki/Q15>",
        "<https://www.wikidata.org/wiki/Q15>", "<https://m.wikidata.org/wiki/Q15>",
    ],
)  # fmt: skip
def test_a_chain_leads_to_the_item_in_any_form_and_order(item: str) -> None:
    for bodies in permutations((A, B % item, C)):
        with held(*bodies) as knowledge:
            assert [sizes(knowledge, node) for node in "abc"] == [["1", "2", "3"]] * 3


def test_a_chain_goes_through_a_node_that_nobody_describes() -> None:
    with held("ex:a owl:sameAs ex:x ; ex:size 1 .", "ex:b skos:exactMatch ex:x ; ex:size 2 .") as knowledge:
        assert sizes(knowledge, "a") == sizes(knowledge, "b") == ["1", "2"]
        knowledge.remove("d0")
        assert sizes(knowledge, "b") == ["2"]


def test_what_points_at_the_end_of_a_link_points_at_what_it_has_become() -> None:
    with held("ex:a owl:sameAs ex:x ; ex:size 1 .", "ex:town ex:seatOf ex:x .") as knowledge:
        assert all_values(knowledge, f"{EX}town", "ex:seatOf/ex:size") == ["1"]
        knowledge.remove("d0")
        assert all_values(knowledge, f"{EX}town", "ex:seatOf") == [f"{EX}x"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("owl:sameAs wd:Q5", "owl:sameAs wd:Q8"), ("parley:isoCode 'XN'", "parley:isoCode 'XS'"),
        ("schema:birthDate '1950'", "schema:birthDate '1980'"),
    ],
)  # fmt: skip
def test_a_chain_between_two_that_differ_joins_nothing_until_it_is_cut(one: str, other: str) -> None:
    bodies = [
        f"ex:a owl:sameAs ex:b ; ex:size 1 ; {one} .", "ex:b owl:sameAs ex:c ; ex:size 2 .",
        f"ex:c owl:sameAs ex:a ; ex:size 3 . ex:d owl:sameAs ex:c ; ex:size 4 ; {other} .",
    ]  # fmt: skip
    for some in permutations(bodies):
        with held(*some) as knowledge:
            assert [sizes(knowledge, node) for node in "abcd"] == [["1"], ["2"], ["3"], ["4"]]
            knowledge.decide(f"{EX}c", f"{EX}d", "different")
            assert [sizes(knowledge, node) for node in "abcd"] == [["1", "2", "3"]] * 3 + [["4"]]
            knowledge.undo(f"{EX}c", f"{EX}d")
            knowledge.remove(f"d{some.index(bodies[0])}")
            assert [sizes(knowledge, node) for node in "bcd"] == [["2", "3", "4"]] * 3


def test_a_node_with_two_items_makes_one_of_neither() -> None:
    for some in permutations((C, "ex:d owl:sameAs wd:Q16 ; ex:size 4 .", "ex:a owl:sameAs wd:Q15 , wd:Q16 .")):
        with held(*some) as knowledge:
            assert [sizes(knowledge, node) for node in "acd"] == [[], ["3"], ["4"]]


def test_a_page_that_is_named_as_that_of_both_joins_nothing() -> None:
    bodies = (f"ex:{node} schema:sameAs <https://encyclopaedia.example/x> ; ex:size '{node}' ." for node in "ab")
    with held(*bodies) as knowledge:
        assert sizes(knowledge, "a") == ["a"]


def test_who_comes_into_a_cluster_by_one_link_brings_those_whom_another_leads_to() -> None:
    bodies = "ex:a owl:sameAs ex:x ; ex:size 1 .", "ex:b owl:sameAs ex:x ; ex:size 2 .", "ex:y ex:size 3 ."
    with held(*bodies, "ex:d owl:sameAs ex:x , ex:y ; ex:size 4 .") as knowledge:
        assert [sizes(knowledge, node) for node in "abyd"] == [["1", "2", "3", "4"]] * 4


def test_who_links_to_a_node_goes_with_it_rather_than_with_one_that_is_held_apart_from_it() -> None:
    bodies = "ex:a owl:sameAs ex:x ; ex:size 1 .", "ex:b owl:sameAs ex:x ; ex:size 2 .", "ex:x ex:size 3 ."
    with held(*bodies) as knowledge:
        knowledge.decide(f"{EX}a", f"{EX}x", "different")
        assert [sizes(knowledge, node) for node in "abx"] == [["1"], ["2", "3"], ["2", "3"]]


def test_a_large_source_that_tells_of_the_end_of_a_link_is_joined_to_it() -> None:
    with held("ex:a owl:sameAs ex:x ; ex:size 1 .") as knowledge:
        knowledge.add_graph(poured(dataset("large", "ex:x ex:size 2 .")))
        assert sizes(knowledge, "a") == sizes(knowledge, "x") == ["1", "2"]


@pytest.mark.parametrize("is_round", [False, True])
def test_long_chains_and_circles_end(is_round: bool) -> None:
    links = "".join(f"ex:n{number} owl:sameAs ex:n{number + 1} .\n" for number in range(1_500))
    last = "ex:n1500 ex:size 1 ." + " ex:n1500 owl:sameAs ex:n0 , ex:n1500 ." * is_round
    with held(links, last) as knowledge:
        assert sizes(knowledge, "n0") == ["1"]
        knowledge.remove("d1")
        assert sizes(knowledge, "n0") == []


def test_chains_that_differ_break_alone() -> None:
    alike = {"node:x": ("a", "b"), "node:y": ("b", "c"), "node:z": ("d",), "wikidata:Q1": ("a",)}
    marks = {"a": ("wikidata:Q1", "node:x"), "c": ("wikidata:Q2",), "d": ("wikidata:Q3",)}
    assert broken(alike, lambda node: marks.get(node, ()), lambda *_: False) == {"node:x", "node:y"}
    assert broken(alike, lambda node: marks.get(node, ()), lambda node, _: node == "c") == set()


@given(st.lists(SOURCES, min_size=1, max_size=4), st.data())
def test_any_order_and_anything_taken_out_gives_what_the_rest_gives(
    sources: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    bodies = {
        f"d{number}": "".join(f"ex:{s} owl:sameAs {o} .\n" for s, o in rows)
        + f"ex:{'abcdex'[number]} ex:size {number} ."
        for number, rows in enumerate(sources)
    }
    gone = data.draw(st.sampled_from(sorted(bodies)))
    with open_knowledge() as one, open_knowledge() as other:
        for id in data.draw(st.permutations(sorted(bodies))):
            one.add_graph(dataset(id, bodies[id]))
        one.remove(gone, in_parts=data.draw(st.booleans()))
        for id in sorted(bodies.keys() - {gone}):
            other.add_graph(dataset(id, bodies[id]))
        assert one.serialized("nq") == other.serialized("nq")
        assert one.drift() == other.drift()
