"""What each question answers on made-up sources, what its parameters do, and that merging mixes nothing up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from parley.graph.errors import QueryError, UnknownName
from parley.graph.knowledge import Knowledge, Row, open_knowledge
from parley.graph.records import (
    Act,
    Agent,
    Condition,
    Event,
    FactDecision,
    Item,
    Key,
    PostHolding,
    Quantity,
    Source,
    SourceRecords,
    Span,
    Statement,
    Term,
    When,
)
from parley.queries.ask import ask, shown
from parley.queries.catalogue import catalogue
from tests.graph.examples import BROOK, HARBOURTOWN, NORLAND, POST, SUDMARK, at
from tests.graph.sequel import SEQUEL
from tests.queries.test_datasets import OF_DATASETS

DECISIONS = (
    FactDecision(
        Key("decision/a"), "accepted", "Cole Reed is foreign minister", at("Cole Reed is Sudmark’s foreign minister"),
        "Edda Lund", "2031-05-07", fact=Key("holding/reed"),
    ),
    FactDecision(
        Key("decision/b"), "rejected", "Cole Reed is to be king", at("Cole Reed"), "Edda Lund", "2031-05-07"
    ),
)  # fmt: skip
THREAT = (
    Item(Key("item/seizure"), "Item", "seize more boats", terms=(Key("term/seizure"),)),
    Term(Key("term/seizure"), "seize more boats", condition=Key("condition/patrol")),
    Condition(Key("condition/patrol"), "if the patrol goes on"),
    Act(Key("act/threaten"), "threaten", (NORLAND,), Key("item/seizure"), "claimed", addressees=(SUDMARK,)),
    Statement(
        Key("statement/threaten"), at("Brook said"), "claim", (POST, BROOK), mode="paraphrase",
        supports=(Key("act/threaten"),), part_of=Key("statement/propose"),
    ),
)  # fmt: skip
OFFICER = (
    Agent(Key("person/voss"), "person", "Ida Voss", side=NORLAND),
    PostHolding(Key("holding/voss"), Key("person/voss"), "harbour minister", "current", "asserted"),
    Statement(Key("statement/voss"), at("A naval officer also came"), "fact", (POST,), supports=(Key("holding/voss"),)),
)
RIVAL = SourceRecords(
    Source("rival", "Long talks", "Round 3 lasted four hours", "news", "news 1", POST, When("2031-05-05", "text", "")),
    (
        *(one for one in SEQUEL.records if isinstance(one, Agent) and one.kind != "person"),
        Event(
            Key("event/round-3"), "round", "Round 3", "asserted", 3, when=When("2031-05-04", "text", "May 4"),
            parties=(NORLAND, SUDMARK), duration=Quantity("four hours", value=Decimal(4), unit_code="HUR"),
        ),
        Statement(Key("statement/1"), Span(8, 25), "fact", supports=(Key("event/round-3"),), aspect="duration"),
    ),
)  # fmt: skip
ANSWERS: dict[str, tuple[str, set[tuple[str, ...]]]] = {
    "agreed": ("sides term condition", {("Norland, Sudmark", "to meet again", "if the weather allows")}),
    "assisted": ("helper item", {("Coast Watch", "return of 12 boats")}),
    "before": ("round earlierRound", {("3", "2")}),
    "conditional": (
        "side condition dependsOn",
        {
            ("Norland", "if the Coast Watch agrees", "Coast Watch"),
            ("Sudmark", "if the Coast Watch agrees", "Coast Watch"),
            ("Norland, Sudmark", "if the weather allows", ""),
            ("Norland", "if the patrol goes on", ""),
        },
    ),
    "contradictions": (
        "reason quote otherQuote",
        {("duration: 2 or 4 hours", "lasted about two hours", "lasted four hours")},
    ),
    "decisions": (
        "verdict what by on standing speaker",
        {
            ("accepted", "Cole Reed is foreign minister", "Edda Lund", "2031-05-07", "asserted", "Harbour Post"),
            ("rejected", "Cole Reed is to be king", "Edda Lund", "2031-05-07", "", ""),
        },
    ),
    "demands": (
        "actor addressee item",
        {("Sudmark", "Norland", "return of 12 boats"), ("Sudmark", "", "return of the boats")},
    ),
    "evidence": (
        "mode",
        {("headline",), ("unattributed",), ("direct-quote",), ("paraphrase",), ("item-label",)},
    ),
    "formerly": ("holder post", {("Ada Brook", "harbour minister")}),
    "headless": ("side round", {("Westmark", "3")}),
    "heads": ("side head", {("Norland", "Ada Brook")}),
    "headship": ("member headship", {("Ada Brook", "stated"), ("Olaf Pine", "not stated")}),
    "held": (
        "title tenure holder date",
        {
            ("foreign minister", "current", "Cole Reed", "2031-05-05"),
            ("harbour minister", "former", "Ada Brook", "2031-05-05"),
            ("harbour minister", "current", "Ida Voss", "2031-05-05"),
            ("prime minister", "announced", "Cole Reed", "2031-05-05"),
        },
    ),
    "indefinite": ("item indefinite printed", {("return of 12 boats", "duration", "30–45 days")}),
    "independent": (
        "actor act item publishers independent",
        {
            ("Norland", "offer", "60 licences", "1", "1"),
            ("Norland", "propose", "40 fishing licences", "1", "1"),
            ("Norland", "threaten", "seize more boats", "1", "1"),
            ("Norland, Sudmark", "agree", "to meet again", "1", "1"),
            ("Sudmark", "agreeToConsider", "40 fishing licences", "1", "1"),
            ("Sudmark", "demand", "return of 12 boats", "1", "1"),
            ("Sudmark", "demand", "return of the boats", "1", "1"),
            ("Sudmark", "reject", "a joint patrol", "1", "1"),
        },
    ),
    "issues": (
        "issue items",
        {
            ("economy", "1"), ("fisheries", "2"), ("maritime", "1"), ("process", "1"), ("property", "2"),
            ("security", "1"),
        },
    ),
    "loaded": ("mode quote", {("item-label", "A fruitless day")}),
    "mediators": ("side capacity event standing", {("Westmark", "observer", "Round 3", "expected")}),
    "members": (
        "member role",
        {("Ada Brook", "head"), ("a naval officer", "member"), ("Olaf Pine", "member")},
    ),
    "military": ("side member kind organization", {("Norland", "a naval officer", "military", "navy")}),
    "negotiations": (
        "negotiation parties mediators held rounds expected expectedRounds first last sources publishers",
        {
            (
                "Norland–Sudmark talks", "Norland, Sudmark", "", "2", "2, 3", "0", "", "2031-05-05", "2031-05-05", "2",
                "1",
            ),
        },
    ),
    "next": ("event kind begin standing", {("Visit of the envoy", "visit", "2031-05-09", "expected")}),
    "obligors": (
        "obligor act term beneficiary",
        {
            ("Norland", "propose", "at least 40 licences for each side", "Sudmark"),
            ("Norland", "agreeToConsider", "at least 40 licences for each side", "Sudmark"),
            ("Norland", "offer", "60 licences", "Sudmark, Westmark"),
            ("Norland", "demand", "the return of 12 boats within 30–45 days", "Sudmark"),
        },
    ),
    "one-sided": ("actor act teller", {("Sudmark", "reject", "Norland")}),
    "overview": (
        "side who kind what",
        {
            ("", "", "round", "Round 2"), ("", "", "visit", "Visit of the envoy"),
            ("Norland", "Norland", "round", "Round 3"), ("Sudmark", "Sudmark", "round", "Round 3"),
            ("Norland", "Norland", "round", "Third round"), ("Sudmark", "Sudmark", "round", "Third round"),
            ("Norland", "Ada Brook", "head", "Norland delegation"), ("Westmark", "Westmark", "observer", "Round 3"),
            ("Norland", "Norland", "propose", "40 fishing licences"), ("Norland", "Norland", "offer", "60 licences"),
            ("Norland", "Norland", "threaten", "seize more boats"),
            ("Sudmark", "Sudmark", "agreeToConsider", "40 fishing licences"),
            ("Sudmark", "Sudmark", "demand", "return of 12 boats"), ("Sudmark", "Sudmark", "reject", "a joint patrol"),
            ("Sudmark", "Sudmark", "demand", "return of the boats"),
            ("Norland", "Norland", "agree", "to meet again"), ("Sudmark", "Sudmark", "agree", "to meet again"),
        },
    ),
    "papers": (
        "paper use round begin count status authors standing",
        {
            ("drafts", "discussed", "2", "", "2", "Draft", "Norland", "denied"),
            ("drafts", "discussed", "3", "2031-05-04", "2", "Draft", "Norland", "denied"),
            ("drafts", "exchanged", "3", "2031-05-04", "2", "Draft", "Norland", "denied"),
        },
    ),
    "person": (
        "who actor act item addressee",
        {
            ("Ada Brook", "", "say", "", ""), ("Ada Brook", "Norland", "propose", "40 fishing licences", "Sudmark"),
            ("Ada Brook", "Norland", "offer", "60 licences", "Sudmark, Westmark"),
            ("Ada Brook", "Sudmark", "reject", "a joint patrol", ""),
            ("Ada Brook", "Norland", "threaten", "seize more boats", "Sudmark"),
        },
    ),
    "posts": ("holder post", {("Cole Reed", "foreign minister"), ("Ida Voss", "harbour minister")}),
    "presupposed": ("side item quote", {("Sudmark", "return of the boats", "the twelve seized boats")}),
    "proposals": (
        "actor act addressee term issue",
        {
            ("Norland", "propose", "Sudmark", "at least 40 licences for each side", "fisheries"),
            ("Norland", "offer", "Sudmark, Westmark", "60 licences", "economy, fisheries"),
            ("Sudmark", "demand", "Norland", "the return of 12 boats within 30–45 days", "property"),
            ("Sudmark", "demand", "", "", "property"),
            ("Norland", "threaten", "Sudmark", "seize more boats", ""),
        },
    ),
    "quotes": (
        "who direct mixed reported",
        {("Ada Brook", "1", "0", "4"), ("a diplomat", "0", "0", "1")},
    ),
    "reciprocity": (
        "item reach",
        {
            ("40 fishing licences", "reciprocal"), ("60 licences", "one-sided"), ("return of 12 boats", "one-sided"),
            ("to meet again", "reciprocal"), ("seize more boats", "not stated"),
        },
    ),
    "refusals": ("who quote", {("Ada Brook", "Brook declined to say when")}),
    "rounds": (
        "round begin parties duration approximation",
        {
            ("2", "", "", "", ""),
            ("3", "2031-05-04", "Norland, Sudmark", "about two hours, four hours", "about, exactly"),
            ("3", "2031-05-12", "Norland, Sudmark", "one hour", "exactly"),
        },
    ),
    "statements": (
        "mode",
        {("direct-quote",), ("paraphrase",)},
    ),
    "status": (
        "actor act status",
        {
            ("Norland", "propose", "proposed"), ("Norland", "offer", "offered"),
            ("Norland, Sudmark", "agree", "agreed"), ("Sudmark", "agreeToConsider", "underConsideration"),
            ("Sudmark", "reject", "rejected"), ("Sudmark", "demand", "demanded"),
            ("Norland", "threaten", "anticipated"),
        },
    ),
    "succession": (
        "post tenure holder",
        {("harbour minister", "former", "Ada Brook"), ("harbour minister", "current", "Ida Voss")},
    ),
    "sticking-points": (
        "point actor act item about",
        {
            ("contradicted", "Sudmark", "agreeToConsider", "40 fishing licences", "40 fishing licences"),
            ("rejected", "Sudmark", "reject", "a joint patrol", ""),
        },
    ),
    "terms": (
        "term obligor minimum maximum condition",
        {
            ("at least 40 licences for each side", "Norland", "40", "", "if the Coast Watch agrees"),
            ("60 licences", "Norland", "60", "60", ""),
            ("the return of 12 boats within 30–45 days", "Norland", "12", "12", ""),
            ("to meet again", "", "", "", "if the weather allows"),
            ("seize more boats", "", "", "", "if the patrol goes on"),
        },
    ),
    "third-states": ("side capacity round standing", {("Westmark", "observer", "3", "expected")}),
    "threats": (
        "actor addressee item condition", {("Norland", "Sudmark", "seize more boats", "if the patrol goes on")},
    ),
    "unanswered": (
        "actor act item",
        {
            ("Norland", "offer", "60 licences"), ("Sudmark", "demand", "return of 12 boats"),
            ("Sudmark", "demand", "return of the boats"),
        },
    ),
    "unnamed-only": ("organization representative", {("navy", "a naval officer")}),
    "unnamed-sources": ("who quote", {("a diplomat", "Sudmark will consider it")}),
    "variants": (
        "actor item earlier quote earlierQuote",
        {
            (
                "Norland", "60 licences", "40 fishing licences", "Brook repeated the offer of licences, now of 60",
                "Sudmark will consider it / We propose at least 40 licences for each side",
            )
        },
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        opened.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, *DECISIONS, *THREAT, *OFFICER)))
        opened.add(SEQUEL)
        opened.add(RIVAL)
        yield opened


@pytest.fixture(scope="module")
def merged() -> Iterator[Knowledge]:
    """The same, where the licences and the rounds of both sources are decided to be one."""
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        opened.add(SEQUEL)
        for first, second in (("item/licences", "item/licences"), ("event/round-3", "event/round-3")):
            source = f"{opened.base}source/"
            opened.decide(f"{source}harbourtown/{first}", f"{source}sequel/{second}", "same")
        yield opened


def told(rows: Iterable[Row], columns: str) -> list[tuple[str, ...]]:
    return [tuple("" if row[name] is None else str(row[name]) for name in columns.split()) for row in rows]


@pytest.mark.parametrize("name", sorted(catalogue().keys() - OF_DATASETS))
def test_every_question_has_an_answer_here_and_it_is_this_one(knowledge: Knowledge, name: str):
    columns, expected = ANSWERS[name]
    assert expected
    assert set(told(ask(knowledge, name).results, columns)) == expected


@pytest.mark.parametrize("name", sorted(catalogue().keys() - {"headless"}))
def test_a_quotation_stands_in_the_source_where_it_is_said_to_stand(knowledge: Knowledge, name: str):
    texts = {said.source.title: said.source.text for said in (HARBOURTOWN, SEQUEL, RIVAL)}
    for quote, source, start, end in told(ask(knowledge, name).results, "quote source start end"):
        assert texts[source][int(start) : int(end)] == quote


@pytest.mark.parametrize("name", [name for name, asked in catalogue().items() if "fact" in asked.columns])
def test_a_fact_is_told_once_per_statement(knowledge: Knowledge, merged: Knowledge, name: str):
    several = {"side", "helper", "obligor", "use", "issue", "event", "round"} & set(catalogue()[name].columns)
    columns = " ".join(["fact", "source", "start", "end", "speaker", "modality", *sorted(several)])
    for known in (knowledge, merged):
        rows = told(ask(known, name).results, columns)
        assert len(rows) == len(set(rows))


def test_beside_an_act_on_a_merged_item_stand_the_terms_of_its_own_source(merged: Knowledge):
    for name in ("proposals", "terms", "reciprocity", "obligors"):
        rows = set(told(ask(merged, name).results, "act quote term"))
        assert ("offer", "Brook repeated the offer of licences, now of 60", "60 licences") in rows
        assert (
            "propose",
            "We propose at least 40 licences for each side",
            "at least 40 licences for each side",
        ) in rows
        assert {term for act, _, term in rows if act == "offer"} == {"60 licences"}
    assert {term for (term,) in told(ask(merged, "conditional", party="Norland").results, "term")} == {
        "at least 40 licences for each side",
        "to meet again",
    }


def test_a_merged_round_gives_all_lengths_in_one_row_per_statement(merged: Knowledge):
    rows = [row for row in told(ask(merged, "rounds").results, "begin duration quote") if "," in row[0]]
    assert {row[:2] for row in rows} == {("2031-05-04, 2031-05-12", "about two hours, one hour")}
    assert len(rows) == len({quote for _, _, quote in rows}) == 4


def test_a_response_to_a_merged_item_is_a_response(knowledge: Knowledge, merged: Knowledge):
    assert ask(knowledge, "unanswered", party="Norland").results
    assert not ask(merged, "unanswered", party="Norland").results


def test_a_post_is_found_by_its_title_alone_or_with_its_organization(knowledge: Knowledge):
    for post in ("Foreign Minister", "foreign minister of Sudmark"):
        assert told(ask(knowledge, "held", post=post).results, "holder") == [("Cole Reed",)]
    with pytest.raises(UnknownName, match="foreign minister"):
        ask(knowledge, "held", post="foreign ministre")


def test_asking_for_a_day_leaves_out_what_other_days_say(knowledge: Knowledge):
    assert len(ask(knowledge, "held", date="2031-05-05").results) == 4
    assert not ask(knowledge, "held", date="2031-05-06").results
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        ask(knowledge, "held", date="5 May")


@pytest.mark.parametrize("name", catalogue())
def test_what_is_shown_is_what_is_asked(knowledge: Knowledge, name: str):
    takes = catalogue()[name].parameters
    brook = str(next(iter(ask(knowledge, "heads").results))["person"])
    some = {"party": "Norland", "round": 3, "person": brook, "post": "harbour minister", "date": "2031-05-05"}
    given = {key: value for key, value in some.items() if key in takes}
    text = shown(knowledge, name, **given)  # type: ignore[arg-type]  # some values are texts, one is a number
    repeats = 1 + catalogue()[name].sparql.count("# narrowed")
    assert text.count("VALUES ?") - catalogue()[name].sparql.count("VALUES ?") == len(takes) * repeats
    assert knowledge.query(text).json() == ask(knowledge, name, **given).results.json()  # type: ignore[arg-type]
    assert knowledge.query(shown(knowledge, name)).json() == ask(knowledge, name).results.json()


@pytest.mark.parametrize("name", [name for name, asked in catalogue().items() if "party" in asked.columns])
def test_a_party_leaves_only_its_rows_each_with_all_who_act(knowledge: Knowledge, name: str):
    columns = f"party {' '.join({'side', 'actor', 'quote', 'fact'} & set(catalogue()[name].columns))}"
    everything = told(ask(knowledge, name).results, columns)
    for iri in {iri for iris, *_ in everything for iri in iris.split()}:
        expected = [row for row in everything if iri in row[0].split()]
        assert told(ask(knowledge, name, party=iri).results, columns) == expected


def test_a_joint_act_is_one_row_with_all_who_act(knowledge: Knowledge):
    rows = told(ask(knowledge, "status").results, "act side actor party")
    together = [row for row in rows if row[0] == "agree"]
    assert [(side, actor, len(party.split())) for _, side, actor, party in together] == [
        ("Norland, Sudmark", "Norland, Sudmark", 2)
    ]
