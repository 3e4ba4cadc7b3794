"""The negotiations that several outlets tell of, and what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from parley.evaluation.histories.exporting import export_history
from parley.graph.errors import SeveralOfName, UnknownName
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.audit import check_canonical
from parley.queries.ask import ask, shown
from parley.queries.listing import negotiations
from parley.queries.narrowing import narrowed
from tests.graph.several import FIRST, NORLAND, SUDMARK, Told, article, round_of, several, talks

FISH, TRADE = "Norland–Sudmark talks", "Norland–Westmark talks"


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        for said in several():
            opened.add(said)
        yield opened


def values(knowledge: Knowledge, question: str, column: str, name: str) -> set[str]:
    return {str(row[column]) for row in ask(knowledge, question, negotiation=name).results}


def test_each_negotiation_is_one_row_with_what_all_its_sources_tell(knowledge: Knowledge):
    fish, trade = negotiations(knowledge)
    assert fish.pop("fact") != trade.pop("fact")
    assert fish == {
        "negotiation": FISH, "parties": ["Norland", "Sudmark"], "mediators": ["Westmark"], "held": 1, "rounds": [1],
        "expected": 1, "expectedRounds": [2], "first": "2031-03-02", "last": "2031-03-06", "sources": 3,
        "publishers": 2,
    }  # fmt: skip
    assert trade == {
        "negotiation": TRADE, "parties": ["Norland", "Westmark"], "held": 1, "rounds": [6], "expected": 0,
        "first": "2031-03-06", "last": "2031-03-08", "sources": 2, "publishers": 2,
    }  # fmt: skip


def test_a_source_that_names_no_negotiation_tells_of_that_of_its_event():
    round_alone = replace(FIRST, process=None)
    with open_knowledge() as opened:
        opened.add(several()[0])
        opened.add(article("late", "Hill Herald", "2031-03-09", Told("They had met on 1 March.", (round_alone,))))
        (fish,) = negotiations(opened)
        assert (fish["sources"], fish["publishers"], fish["last"]) == (2, 2, "2031-03-09")
        told = export_history(opened).negotiations
        assert told["late"] == told["monday"] == (str(fish["fact"]),)


def test_the_list_is_narrowed_like_a_question(knowledge: Knowledge):
    assert [row["negotiation"] for row in negotiations(knowledge, party="Sudmark")] == [FISH]
    assert [row["negotiation"] for row in negotiations(knowledge, source="sunday")] == [TRADE]
    assert [row["negotiation"] for row in negotiations(knowledge, since="2031-03-07")] == [TRADE]


def test_every_source_that_tells_of_one_gives_its_first_words(knowledge: Knowledge):
    assert values(knowledge, "negotiations", "quote", TRADE) == {
        "Norland and Westmark held a sixth round on trade on 2 March.",
        "The sixth round of Norland and Westmark was on 2 March.",
    }


@pytest.mark.parametrize(
    ("name", "items"),
    [
        (FISH, {"return of boats", "a quota"}),
        (TRADE, {"a lower tariff", "a free port"}),
    ],
)
def test_acts_belong_where_they_are_told_between_whom_they_are_or_where_nothing_else_is_meant(
    knowledge: Knowledge, name: str, items: set[str]
):
    """Visas, proposed to nobody in an article on both negotiations, are neither's."""
    assert values(knowledge, "status", "item", name) == items
    assert values(knowledge, "issues", "item", name) <= items


def test_rounds_mediators_and_posts_belong_too(knowledge: Knowledge):
    assert values(knowledge, "rounds", "round", FISH) == {"1", "2"}
    assert values(knowledge, "rounds", "round", TRADE) == {"6"}
    assert values(knowledge, "mediators", "mediator", FISH) == {"Westmark"}
    assert not values(knowledge, "mediators", "mediator", TRADE)
    assert values(knowledge, "posts", "post", TRADE) == {"defence minister"}
    assert "Norland proposed visas on arrival." not in values(knowledge, "evidence", "quote", TRADE)


def test_one_is_meant_by_its_parties_in_any_order_by_a_part_or_its_iri(knowledge: Knowledge):
    iri = str(negotiations(knowledge)[0]["fact"])
    for name in (FISH, "Sudmark-Norland talks", "sudmark norland", "Sudmark", iri, "Norland–Sudmark talks 2031"):
        assert values(knowledge, "rounds", "round", name) == {"1", "2"}
    with pytest.raises(SeveralOfName, match=FISH):
        ask(knowledge, "rounds", negotiation="Norland")
    with pytest.raises(UnknownName, match=f"did you mean .*{TRADE}"):
        ask(knowledge, "rounds", negotiation="Norland–Westmarch talks")
    with pytest.raises(UnknownName):
        ask(knowledge, "rounds", negotiation='x> } INSERT DATA { <a:b> <a:b> "c" } #')


def test_the_same_two_after_years_are_another_negotiation_which_its_year_names(knowledge: Knowledge):
    again = talks(NORLAND, SUDMARK)
    with open_knowledge() as opened:
        for day in ("2031-03-02", "2035-03-02"):
            told = Told("They met.", (round_of(again, 1, day),), (again,))
            opened.add(article(f"on-{day}", "Harbour Post", day, told))
        assert len(negotiations(opened)) == 2
        with pytest.raises(SeveralOfName, match=f"{FISH} 2031, {FISH} 2035"):
            ask(opened, "rounds", negotiation=FISH)
        assert values(opened, "rounds", "begin", f"{FISH} 2035") == {"2035-03-02"}


def test_a_part_of_the_graph_keeps_to_one_negotiation_and_to_the_rules(knowledge: Knowledge):
    with narrowed(knowledge, negotiation=TRADE) as part:
        assert check_canonical(part) == ()
        assert [entry.id for entry in part.sources()] == ["friday", "sunday"]
        assert [row["negotiation"] for row in negotiations(part)] == [TRADE]
        assert {str(row["item"]) for row in ask(part, "status").results} == {"a lower tariff", "a free port"}


def test_what_is_shown_names_the_negotiation_in_every_search_and_runs_elsewhere(knowledge: Knowledge):
    text = shown(knowledge, "quotes", negotiation=FISH)
    assert "# which" not in text
    assert knowledge.query(text).json() == ask(knowledge, "quotes", negotiation=FISH).results.json()
