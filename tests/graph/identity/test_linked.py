"""Links in a store: kept with reasons, part of what questions read, gone with their source, the same in any order."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.identifiers import Minter
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import (
    Act,
    Agent,
    Item,
    Key,
    Process,
    Quantity,
    Source,
    SourceRecords,
    Span,
    Statement,
    Term,
    When,
)
from parley.ontology.terms import PARLEY
from parley.queries.ask import ask

MINTER = Minter()
STATES = (
    Agent(Key("state/no"), "state", "Norland", world=True, code="NO"),
    Agent(Key("state/su"), "state", "Sudmark", world=True, code="SU"),
)
WIRE = Agent(Key("organization/wire"), "organization", "Harbour Wire", world=True)
POST = Agent(Key("organization/post"), "organization", "Evening Post", world=True)
TEXT = "Norland offered to release {} boats from the harbour of Tromso."


def offer(id: str, day: str, boats: int, publisher: Agent = WIRE) -> SourceRecords:
    text = TEXT.format(boats)
    return SourceRecords(
        Source(id, f"Title of {id}", text, "news", "news 1", publisher.key, When(day, "text", day)),
        (
            *STATES,
            publisher,
            Process(Key("process/talks"), "Norland–Sudmark talks", tuple(one.key for one in STATES)),
            Item(
                Key("item/boats"),
                "Proposal",
                f"release {boats} boats from the harbour",
                ("fisheries",),
                (Key("term/1"),),
            ),
            Term(
                Key("term/1"), "release boats", quantity=Quantity(f"{boats} boats", value=Decimal(boats), unit="boats")
            ),
            Act(Key("act/offer"), "offer", (Key("state/no"),), Key("item/boats"), "asserted"),
            Statement(Key("statement/1"), Span(0, len(text)), "fact", supports=(Key("act/offer"),)),
        ),
    )


SERIES = (
    offer("a", "2031-03-02", 300),
    offer("b", "2031-03-03", 400, POST),
    offer("c", "2031-04-02", 450),
    offer("d", "2031-04-03", 450, POST),
)


def links(knowledge: Knowledge, name: str) -> set[tuple[str, str]]:
    """The sources of the two ends of each link of a kind, as the canonical graph holds them."""
    rows = knowledge.query(f"SELECT ?a ?b {{ ?a <{PARLEY[name]}> ?b }}")
    return {(_source(str(row["a"])), _source(str(row["b"]))) for row in rows}


def _source(iri: str) -> str:
    return iri.partition("/source/")[2].partition("/")[0]


def built(*some: SourceRecords) -> Knowledge:
    knowledge = open_knowledge()
    for one in some:
        knowledge.add(one)
    return knowledge


def test_statements_of_two_sources_that_differ_on_one_offer_are_linked_both_ways():
    with built(*SERIES[:2]) as knowledge:
        assert links(knowledge, "contradicts") == links(knowledge, "inTensionWith") == {("a", "b"), ("b", "a")}
        (row,) = ask(knowledge, "contradictions").results
        assert {str(row["quote"]), str(row["otherQuote"])} == {TEXT.format(300), TEXT.format(400)}
        assert str(row["reason"]) in ("number: 300 boats or 400 boats", "number: 400 boats or 300 boats")


def test_contradictions_are_narrowed_by_who_is_told_of_on_either_side_and_on_what():
    with built(*SERIES[:2]) as knowledge:
        assert len(ask(knowledge, "contradictions", party="Norland", issue="fisheries").results) == 1
        assert len(ask(knowledge, "contradictions", party="Sudmark").results) == 0
        assert len(ask(knowledge, "contradictions", issue="prisoners").results) == 0


def test_a_variant_ties_what_the_sources_items_have_become():
    with built(SERIES[0], *SERIES[2:]) as knowledge:
        rows = list(knowledge.query(f"SELECT ?a ?b {{ ?a <{PARLEY.variantOf}> ?b }}"))
        assert len(rows) == 1
        (answer,) = {(str(row["item"]), str(row["earlier"])) for row in ask(knowledge, "variants").results}
        assert answer == ("release 450 boats from the harbour", "release 300 boats from the harbour")


def test_who_reprints_another_is_no_voice_of_its_own():
    with built(*SERIES[2:]) as knowledge:
        rows = ask(knowledge, "independent").results
        assert {(str(row["publishers"]), str(row["independent"])) for row in rows} == {("2", "1")}


def test_a_decision_on_an_item_takes_its_links_along_and_undoing_brings_them_back():
    with built(SERIES[0], *SERIES[2:]) as knowledge:
        before = knowledge.serialized("nt")
        first, second = (MINTER.node(source, Key("item/boats")) for source in "cd")
        knowledge.decide(first, second, "different")
        assert len(list(knowledge.query(f"SELECT ?a ?b {{ ?a <{PARLEY.variantOf}> ?b }}"))) == 2
        assert knowledge.drift().unread == knowledge.drift().unsaid == ()
        knowledge.undo(first, second)
        assert knowledge.serialized("nt") == before


@settings(max_examples=25)
@given(st.permutations(range(len(SERIES))), st.sets(st.sampled_from("abcd"), max_size=3))
def test_any_order_gives_the_same_links_and_removing_takes_back_exactly_what_a_source_brought(
    order: list[int], gone: set[str]
):
    with built(*(SERIES[number] for number in order)) as lived:
        for id in sorted(gone):
            lived.remove(id)
        with built(*(one for one in SERIES if one.source.id not in gone)) as fresh:
            graph = f"SELECT ?a ?p ?b {{ GRAPH <{MINTER.links_graph}> {{ ?a ?p ?b }} }} ORDER BY ?a ?p ?b"
            assert lived.query(graph).json() == fresh.query(graph).json()
            assert lived.drift().unread == lived.drift().unsaid == ()


def test_a_source_that_is_replaced_leaves_no_link_of_what_it_said():
    with built(*SERIES[:2], offer("b", "2031-03-03", 300, POST)) as knowledge:
        assert links(knowledge, "contradicts") == set()
        assert links(knowledge, "sameContentAs") == {("a", "b"), ("b", "a")}
        assert knowledge.drift().unread == knowledge.drift().unsaid == ()
