"""Who only comes into a cluster by an identifier is joined at once, as if all of that cluster had been gone through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.engine.store import Store
from parley.graph.identity.clusters import Verdict
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Key
from parley.graph.writing.foreign import GraphSource
from parley.ontology.terms import FOAF, OWL, SCHEMA, SKOS

from .test_marks import ITEM, LISTED, MINTER, listed

SAME = (OWL.sameAs, f"<{ITEM}Q15>")


def told(id: str, *said: tuple[str, str, str]) -> GraphSource:
    """A graph that tells of nodes that others have named."""
    return GraphSource(
        id, id, "".join(f"<urn:{node}> <{name}> {value} .\n" for node, name, value in said).encode(), "nt"
    )


names = st.sampled_from(("Ada Brook", "Ada Broek", "Ada Broek", "Ada", "Q15"))
said = st.one_of(
    st.just(SAME),
    st.tuples(st.sampled_from((SKOS.prefLabel, FOAF.name)), names.map(lambda name: f'"{name}"')),
    st.tuples(st.just(SCHEMA.birthDate), st.sampled_from(('"1950"', '"1950-03"', '"1980"'))),
    st.sampled_from(((OWL.sameAs, f"<{LISTED}1>"), (OWL.sameAs, f"<{ITEM}Q16>"))),
    st.tuples(st.just("urn:knows"), st.sampled_from(("<urn:a>", f"<{ITEM}Q15>"))),
    st.tuples(st.just(SCHEMA.position), st.just('"2"')),
)
nodes = st.sampled_from(("a", "b", "event/a", "x"))
foreign = st.lists(st.tuples(nodes, said).map(lambda row: (row[0], *row[1])), min_size=1, max_size=4).map(tuple)
body = st.tuples(names, st.sampled_from((f"{ITEM}Q15", f"{ITEM}Q15", f"{LISTED}1")))
Told: TypeAlias = tuple[tuple[str, str, str], ...] | tuple[str, str]
first: st.SearchStrategy[Told] = st.one_of(
    st.sampled_from((("Ada Brook", f"{ITEM}Q15"), ("Ada", f"{ITEM}Q15"))),
    st.sampled_from("cde").map(lambda node: ((node, *SAME), (node, SKOS.prefLabel, '"Ada Broek"'))),
)
verdicts = st.sampled_from(("", "", "same", "different"))
ITEM_ITSELF = f"{ITEM}Q15"


def built(
    sources: list[Told], verdict: Verdict | Literal[""], between: tuple[str, str], *, gone_through: bool
) -> bytes:
    """The graph of sources in their order; a decision on each who comes has all gone through who may be one."""
    undecided: set[str] = set()
    with open_knowledge() as knowledge:
        for number, source in enumerate(sources):
            if number == 2 and verdict:
                knowledge.decide(*between, verdict)
            for node in _nodes(number, source) - undecided if gone_through else ():
                knowledge.decide(node, "urn:other", "unsure")
                undecided.add(node)
            if isinstance(source[0], str):
                knowledge.add(listed(f"s{9 - number}", str(source[1]), kind="organization", name=source[0]))
            else:
                knowledge.add_graph(told(f"s{9 - number}", *source))
        for node in sorted(undecided):
            knowledge.undo(node, "urn:other")
        return knowledge.serialized("nq")


def _nodes(number: int, source: Told) -> set[str]:
    if isinstance(source[0], str):
        return {MINTER.node(f"s{9 - number}", Key("organization/1"))}
    return {f"urn:{row[0]}" for row in source}


def begun_by(*sources: Told, more: Told, verdict: Verdict | Literal[""] = "") -> tuple[object, ...]:
    return sources[:2], [*sources[2:], more], verdict, (ITEM_ITSELF, "urn:z")


ADA, LABEL = ("Ada Brook", ITEM_ITSELF), (SKOS.prefLabel, '"Ada"')
C, D = (("c", *SAME),), (("d", *SAME), ("d", *LABEL), ("d", FOAF.name, '"Ad"'))
CASES = (
    begun_by(C, D, more=(("ca", *SAME), ("ca", *LABEL), ("ca", FOAF.name, '"Bo"'))),
    begun_by((*C, ("c", SCHEMA.birthDate, '"1980"')), D, (("e", SCHEMA.birthDate, '"1950"'),), more=(("e", *SAME),)),
    begun_by(ADA, ADA, *[("Ada Broek", ITEM_ITSELF)] * 2, more=("Ada Broek", ITEM_ITSELF)),
    begun_by(C, D, more=tuple((n, *row) for n, day in (("e", 1950), ("f", 1980))
                              for row in (SAME, (SCHEMA.birthDate, f'"{day}"')))),
    begun_by((*C, ("c", SKOS.prefLabel, '"Ada Brook"')), ADA, more=("Q15", ITEM_ITSELF)),
    begun_by(C, D, more=(("e/unnamed/a", *SAME),)),
    begun_by(C, D, more=(("e", *SAME), ("e", *LABEL))),
)  # fmt: skip
"""A name as good of a lower node, a birth told before, votes, two at once, the IRI of one alone, somebody unnamed."""


@pytest.mark.parametrize(("begun", "sources", "verdict", "between"), CASES)
def test_what_one_who_comes_may_change_is_looked_at(
    begun: tuple[Told, Told], sources: list[Told], verdict: Verdict | Literal[""], between: tuple[str, str]
) -> None:
    graphs = [built([*begun, *sources], verdict, between, gone_through=gone) for gone in (False, True)]
    assert graphs[0] == graphs[1]


@settings(max_examples=120)
@given(st.tuples(first, first), st.lists(st.one_of(foreign, body), min_size=1, max_size=8), verdicts,
       st.sampled_from((("urn:a", "urn:c"), (ITEM_ITSELF, "urn:a"), (ITEM_ITSELF, "urn:z"))))  # fmt: skip
def test_who_comes_is_joined_as_if_all_were_gone_through(
    begun: tuple[Told, Told], sources: list[Told], verdict: Verdict | Literal[""], between: tuple[str, str]
) -> None:
    graphs = [built([*begun, *sources], verdict, between, gone_through=gone) for gone in (False, True)]
    assert graphs[0] == graphs[1]


def test_one_more_of_one_person_costs_no_more_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0

    def counted(self: Store, *given: Any, **named: Any) -> Iterator[ox.Quad]:
        nonlocal looked_up
        for quad in quads(self, *given, **named):
            looked_up += 1
            yield quad

    quads = Store.quads
    monkeypatch.setattr(Store, "quads", counted)
    costs = []
    with open_knowledge() as knowledge:
        for number in range(120):
            before = looked_up
            node = f"p{number:03}"
            knowledge.add_graph(told(f"s{9 - number}", (node, *SAME), (node, SKOS.prefLabel, '"Ada Brook"')))
            costs.append(looked_up - before)
        (row,) = knowledge.query("SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p owl:sameAs ?item }")
        assert str(row["n"]) == "1"
    assert sum(costs[-20:]) <= 2 * sum(costs[20:40])
