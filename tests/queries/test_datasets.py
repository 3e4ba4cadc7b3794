"""Questions on what datasets tell beside articles: sanctions, terms of office, earlier agreements, identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from parley.graph.errors import UnknownName
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import (
    Act,
    Agent,
    Dataset,
    Event,
    Item,
    Key,
    PostHolding,
    Record,
    Sanction,
    Source,
    SourceRecords,
    Span,
    Statement,
    When,
)
from parley.queries.ask import ask
from parley.queries.narrowing import narrowed
from tests.graph.examples import HARBOURTOWN, NORLAND, SUDMARK

OF_DATASETS = frozenset(("earlier-agreements", "identifiers", "same-week", "sanctioned", "terms-of-office"))
"""Questions that articles alone leave without an answer."""
ITEM = "http://www.wikidata.org/entity/Q77"
TEXT = "row 1 id Q77 Ada Brook\nrow 2 sanction\nrow 3 term\nrow 4 agreement\n"
PERSON, HARBOUR = Key("person/1"), Key("organization/harbour")


def listed(*records: Record) -> SourceRecords:
    """A dataset that tells of somebody in the article, and of an agreement of its parties."""
    source = Source("listed", "List", TEXT, "datasets", "datasets 1", publisher=HARBOUR, dataset=Dataset())
    return SourceRecords(source, records)


def row(number: int, key: str) -> Statement:
    lines = TEXT.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: number - 1])
    return Statement(
        Key(f"statement/{number}"), Span(start, start + len(lines[number - 1]) - 1), "claim", supports=(Key(key),)
    )


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    states = [one for one in HARBOURTOWN.records if isinstance(one, Agent) and one.key in (NORLAND, SUDMARK)]
    posts = {one.key: one for one in HARBOURTOWN.records if isinstance(one, PostHolding)}
    held = next(one for one in posts.values() if one.tenure == "current")
    issue = next(one.issues[0] for one in HARBOURTOWN.records if isinstance(one, Item) and one.issues)
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        opened.add(listed(
            *states, Agent(HARBOUR, "organization", "Harbour Council"),
            Agent(PERSON, "person", "Ada Brook", same_as=(ITEM,)), row(1, PERSON),
            Sanction(Key("sanction/1"), PERSON, HARBOUR, "Asset freeze", "claimed", "Ferries", "2031-01-02"),
            row(2, "sanction/1"),
            PostHolding(Key("holding/1"), PERSON, "listed post", "former", "claimed", start="2030", end="2031-04"),
            row(3, "holding/1"),
            Item(Key("item/1"), "Agreement", "Ferry Agreement", issues=(issue,)),
            Act(
                Key("act/1"), "agree", (NORLAND, SUDMARK), Key("item/1"), "claimed",
                when=When("2029-01-01", "text", "2029-01-01"),
            ),
            row(4, "act/1"),
        ))  # fmt: skip
        base = f"{opened.base}source/"
        opened.decide(f"{base}harbourtown/{held.person}", f"{base}listed/{PERSON}", "same")
        (mine,) = opened.query(
            "SELECT ?p { GRAPH ?g { ?h parley:post ?p } FILTER(CONTAINS(STR(?p), '/listed/')) }"
        )  # fmt: skip
        found = opened.query(
            f"SELECT ?p {{ GRAPH ?g {{ <{base}harbourtown/{held.key}> parley:post ?p }} }}"
        )  # fmt: skip
        opened.decide(str(next(iter(found))["p"]), str(mine["p"]), "same")
        yield opened


def told(knowledge: Knowledge, name: str, *columns: str) -> list[tuple[str, ...]]:
    rows = ask(knowledge, name).results
    return [tuple("" if row[one] is None else str(row[one]) for one in columns) for row in rows]


def test_who_is_under_sanctions_is_told_of_people_in_articles(knowledge: Knowledge) -> None:
    assert told(knowledge, "sanctioned", "sanction", "programme", "authority", "since", "standing", "quote") == [
        ("Asset freeze", "Ferries", "Harbour Council", "2031-01-02", "claimed", "row 2 sanction")
    ]


def test_whom_no_article_tells_of_is_left_out(knowledge: Knowledge) -> None:
    with open_knowledge() as other:
        other.add(listed(
            Agent(HARBOUR, "organization", "Harbour Council"), Agent(PERSON, "person", "Ada Brook"),
            Sanction(Key("sanction/1"), PERSON, HARBOUR, "Asset freeze", "claimed"), row(2, "sanction/1"),
        ))  # fmt: skip
        assert told(other, "sanctioned", "name") == []


def test_a_term_that_ended_before_the_article_does_not_fit(knowledge: Knowledge) -> None:
    assert told(knowledge, "terms-of-office", "since", "until", "fits", "quote") == [
        ("2030", "2031-04", "no", "row 3 term")
    ]


def test_earlier_agreements_share_parties_and_issues(knowledge: Knowledge) -> None:
    assert told(knowledge, "earlier-agreements", "agreement", "day", "quote") == [
        ("Ferry Agreement", "2029-01-01", "row 4 agreement")
    ]


def dated(source: str, kind: str, key: str, day: str, *parties: Key) -> SourceRecords:
    """An event of some day, told by an article or a dataset."""
    records = [one for one in HARBOURTOWN.records if isinstance(one, Agent) and one.key in (NORLAND, SUDMARK)]
    said = Source(
        source, f"List {source}", TEXT, "x", "x 1", publisher=HARBOUR, dataset=Dataset() if kind == "incident" else None
    )
    event = Event(
        Key(key), "incident" if kind == "incident" else "round", f"{kind} of {day}", "claimed",
        when=When(day, "text", day), parties=parties,
    )  # fmt: skip
    return SourceRecords(said, (*records, Agent(HARBOUR, "organization", "Harbour Council"), event, row(4, key)))


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        ("2031-05-01", False),
        ("2031-05-02", True),
        ("2031-05-05T10:00", True),
        ("2031-05-08", True),
        ("2031-05-09", False),
        ("2031-05", False),
    ],
)
def test_events_in_the_week_of_a_round_are_those_within_three_days(day: str, is_told: bool) -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dated("a", "round", "event/1", "2031-05-05", NORLAND, SUDMARK))
        knowledge.add(dated("d", "incident", "event/2", day, NORLAND, SUDMARK))
        found = told(knowledge, "same-week", "talks", "held", "event", "kind", "day", "sides", "standing", "source")
        expected = ("round of 2031-05-05", "2031-05-05", f"incident of {day}", "incident")
        assert [one[:4] for one in found] == [expected] * is_told
        assert [one[5:] for one in found] == [("Norland, Sudmark", "claimed", "List d")] * is_told


def test_an_event_of_one_party_alone_or_of_no_dataset_is_not_of_the_week() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dated("a", "round", "event/1", "2031-05-05", NORLAND, SUDMARK))
        knowledge.add(dated("b", "round", "event/3", "2031-05-06", NORLAND, SUDMARK))
        knowledge.add(dated("d", "incident", "event/2", "2031-05-05", NORLAND))
        assert told(knowledge, "same-week", "event") == []


def test_days_on_which_sources_differ_stand_side_by_side() -> None:
    with open_knowledge() as knowledge:
        for source, day in (("a", "2031-05-05"), ("b", "2031-05-06")):
            knowledge.add(dated(source, "round", "event/1", day, NORLAND, SUDMARK))
        for source, day in (("d", "2031-05-07"), ("e", "2031-05-08")):
            knowledge.add(dated(source, "incident", "event/2", day, NORLAND, SUDMARK))
        base = f"{knowledge.base}source/"
        knowledge.decide(f"{base}a/event/1", f"{base}b/event/1", "same")
        knowledge.decide(f"{base}d/event/2", f"{base}e/event/2", "same")
        found = told(knowledge, "same-week", "held", "day", "source")
    assert found == [("2031-05-05, 2031-05-06", "2031-05-07, 2031-05-08", f"List {source}") for source in "de"]


@pytest.mark.parametrize("name", ["listed", "List", "LIST"])
def test_a_dataset_is_named_by_its_title_or_its_id(knowledge: Knowledge, name: str) -> None:
    assert len(list(ask(knowledge, "agreed", dataset=name).results)) == 1
    assert {str(row["id"]) for row in ask(knowledge, "agreed", dataset=name, source="harbourtown").results} == set()
    with narrowed(knowledge, dataset=name) as part:
        assert [entry.id for entry in part.sources()] == ["listed"]


def test_what_is_no_dataset_is_told(knowledge: Knowledge) -> None:
    for name in ("harbourtown", "Lisst"):
        with pytest.raises(UnknownName, match=name):
            ask(knowledge, "agreed", dataset=name)


def test_an_identifier_stands_beside_the_row_that_has_it(knowledge: Knowledge) -> None:
    assert told(knowledge, "identifiers", "identifier", "quote") == [(ITEM, "row 1 id Q77 Ada Brook")]


def test_a_dataset_that_cites_an_article_is_no_witness_besides_it() -> None:
    def gdelt(*cites: str) -> SourceRecords:
        dated = replace(listed().source, id="coded", published=When("2031-05-06", "text", "2031-05-06"))
        states = [one for one in HARBOURTOWN.records if isinstance(one, Agent) and one.key in (NORLAND, SUDMARK)]
        act = Act(Key("act/1"), "demand", (NORLAND,), Key("item/1"), "claimed", addressees=(SUDMARK,))
        told = replace(row(4, "act/1"), cites=cites)
        records = (*states, Agent(HARBOUR, "organization", "Coders"), Item(Key("item/1"), "Item", "demand"), act, told)
        return SourceRecords(dated, records)

    for cites, independent in ((("https://e.example/a",), "0"), ((), "1")):
        with open_knowledge() as knowledge:
            knowledge.add(gdelt(*cites))
            assert told(knowledge, "independent", "publishers", "independent") == [("1", independent)]
