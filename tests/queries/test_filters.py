"""Filters leave the rows that fit, whole and in their order, and are refused where they make no sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from parley.graph.errors import QueryError, SeveralOfName, UnknownName, UnknownSource
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import Agent, Dataset, Key, Source, SourceRecords, Span, Statement, When
from parley.queries.ask import ask, shown
from parley.queries.catalogue import catalogue
from parley.queries.filters import FILTERS, takes
from parley.queries.given import Given
from parley.queries.names import namesakes
from tests.graph.examples import HARBOURTOWN
from tests.graph.sequel import SEQUEL

OTHER_POST = Agent(Key("organization/other-post"), "organization", "Other Post", world=True)
COUNTS = {"items", "direct", "mixed", "reported"}
"""Columns that count what is asked for, so they are others when less is."""
Row = dict[str, str]


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    sequel = replace(SEQUEL.source, publisher=OTHER_POST.key)
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        opened.add(SourceRecords(Source("list", "A list", "A row.", "datasets", "datasets 1", dataset=Dataset()), ()))
        opened.add(replace(SEQUEL, source=sequel, records=(*SEQUEL.records, OTHER_POST)))
        source = f"{opened.base}source/"
        opened.decide(f"{source}harbourtown/person/ada-brook", f"{source}sequel/person/brook", "same")
        yield opened


def rows(knowledge: Knowledge, name: str, given: Given) -> list[Row]:
    results = ask(knowledge, name, **given).results
    columns = [column for column in results.columns if column not in COUNTS]
    return [{column: "" if row[column] is None else str(row[column]) for column in columns} for row in results]


FITS: dict[str, tuple[Given, Callable[[Row], bool]]] = {
    "source": ({"source": "sequel"}, lambda row: row["source"] == SEQUEL.source.title),
    "publisher": ({"publisher": "other post"}, lambda row: row["source"] == SEQUEL.source.title),
    "since": ({"since": "2031-05-06"}, lambda row: row["source"] == SEQUEL.source.title),
    "until": ({"until": "2031-05-05"}, lambda row: row["source"] == HARBOURTOWN.source.title),
    "text": ({"text": "LICENCES"}, lambda row: "licences" in row["quote"].lower()),
    "standing": (
        {"standing": ("asserted", "denied")}, lambda row: row.get("standing", "") in ("asserted", "denied"),
    ),
}  # fmt: skip
each_filter = pytest.mark.parametrize("given", FITS)


@pytest.mark.parametrize(
    ("name", "given"), [(name, given) for name, asked in catalogue().items() for given in FITS if given in takes(asked)]
)
def test_a_filter_leaves_the_rows_that_fit_in_their_order(knowledge: Knowledge, name: str, given: str):
    narrowed, fits = FITS[given]
    assert rows(knowledge, name, narrowed) == [row for row in rows(knowledge, name, {}) if fits(row)]


@each_filter
def test_a_filter_is_taken_by_most_questions_and_finds_something(knowledge: Knowledge, given: str):
    taking = [name for name, asked in catalogue().items() if given in takes(asked)]
    assert len(taking) > 0.75 * len(catalogue())
    assert sum(len(rows(knowledge, name, FITS[given][0])) for name in taking) > 0


@pytest.mark.parametrize("name", catalogue())
def test_all_filters_of_a_question_go_together_and_are_shown_as_they_are_asked(knowledge: Knowledge, name: str):
    everything: Given = {
        "negotiation": "Sudmark–Norland talks",
        "party": "Norland", "round": 3, "person": "Ada Brook", "post": "harbour minister", "date": "2031-05-05",
        "issue": "fisheries", "standing": "claimed", "source": "harbourtown", "publisher": "Harbour Post",
        "since": "2031-05-01", "until": "2031-05-31", "text": "licences", "dataset": "a list",
    }  # fmt: skip
    assert everything.keys() == FILTERS.keys()
    given: Given = {key: value for key, value in everything.items() if key in takes(catalogue()[name])}  # type: ignore[assignment]  # filters by name
    text = shown(knowledge, name, **given)
    assert knowledge.query(text).json() == ask(knowledge, name, **given).results.json()


def test_counts_are_of_what_is_asked_for(knowledge: Knowledge):
    def counts(**given: str) -> set[tuple[str, str]]:
        return {(str(row["issue"]), str(row["items"])) for row in ask(knowledge, "issues", **given).results}  # type: ignore[arg-type]  # filters by name

    assert ("property", "2") in counts()
    assert ("property", "1") in counts(source="sequel")
    said = ask(knowledge, "quotes", person="Ada Brook", source="harbourtown").results
    assert {(str(row["direct"]), str(row["reported"])) for row in said} == {("1", "1")}


def test_an_issue_leaves_the_acts_on_it_with_all_their_issues(knowledge: Knowledge):
    for spelled in ("economy", "Economy", "https://w3id.org/parley/ns#issue-economy", ["economy"]):
        found = rows(knowledge, "proposals", {"issue": spelled})
        assert [row["issue"] for row in found] == ["economy, fisheries"]
    assert len(rows(knowledge, "proposals", {"issue": ["economy", "property"]})) == 3
    with pytest.raises(UnknownName, match="fisheries"):
        ask(knowledge, "proposals", issue="fishery")


def test_a_person_is_asked_for_as_who_acts_or_who_says_so(knowledge: Knowledge):
    found = rows(knowledge, "proposals", {"person": "Brook"}) + rows(knowledge, "status", {"person": "brook"})
    assert {row["speaker"] for row in found} == {"Ada Brook"}


def test_a_party_is_asked_for_where_no_column_shows_one(knowledge: Knowledge):
    assert rows(knowledge, "agreed", {"party": "Sudmark"}) == rows(knowledge, "agreed", {}) != []
    assert rows(knowledge, "agreed", {"party": "Westmark"}) == []
    assert {row["round"] for row in rows(knowledge, "rounds", {"party": "Norland"})} == {"3"}


def test_words_are_found_across_line_breaks_and_never_read_as_a_pattern(knowledge: Knowledge):
    assert len(rows(knowledge, "statements", {"text": "  at least\n40   licences "})) == 1
    for hostile in (".*", '"', "\\", '" } # ', "?quote"):
        assert rows(knowledge, "statements", {"text": hostile}) == []


def test_words_are_found_whichever_quotation_marks_and_dashes_they_are_typed_with():
    typed, printed = '"Norland\'s" 40-licence', "“Norland’s” 40–licence"
    text = f"{printed} offer stands. {HARBOURTOWN.source.text}"
    statement = Statement(Key("statement/new"), Span(0, len(printed)), "claim")
    with open_knowledge() as opened:
        source = replace(HARBOURTOWN.source, id="marks", text=text, publisher=None)
        opened.add(SourceRecords(source, (statement,)))
        for words in (typed, printed):
            assert [row["quote"] for row in rows(opened, "evidence", {"text": words})] == [printed]


def test_statements_are_asked_for_by_the_issue_of_what_they_tell_of(knowledge: Knowledge):
    acts = {row["quote"] for row in rows(knowledge, "proposals", {"issue": "fisheries"})}
    for name in ("statements", "evidence"):
        assert acts <= {row["quote"] for row in rows(knowledge, name, {"issue": "fisheries"})}
        assert not rows(knowledge, name, {"issue": "prisoners"})
        assert len(rows(knowledge, name, {"issue": "fisheries"})) < len(rows(knowledge, name, {}))


def test_a_name_that_is_like_none_is_told_with_a_few_of_those_there_are(knowledge: Knowledge):
    with pytest.raises(UnknownName, match="nothing here is called 'Qqq'; here are Ada Brook, ") as raised:
        ask(knowledge, "statements", person="Qqq")
    assert raised.value.suggestions == ()


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2031-05-31", None, 1), ("2031-06-01", None, 0), (None, "2031-05-01", 1), (None, "2031-04-30", 0),
        ("2031-05-10", "2031-05-20", 1),
    ],
)  # fmt: skip
def test_a_month_is_inside_a_limit_that_lies_in_it(since: str | None, until: str | None, found: int):
    dated = replace(HARBOURTOWN.source, published=When("2031-05", "text", "May 2031"))
    with open_knowledge() as opened:
        opened.add(replace(HARBOURTOWN, source=dated))
        assert len(rows(opened, "heads", {"since": since, "until": until})) == found


def test_what_makes_no_sense_is_refused_with_what_does(knowledge: Knowledge):
    with pytest.raises(QueryError, match="headless does not take text: it takes negotiation, party, round"):
        ask(knowledge, "headless", text="anything")
    with pytest.raises(QueryError, match="no day is both"):
        ask(knowledge, "heads", since="2031-06-01", until="2031-05-01")
    with pytest.raises(QueryError, match="some words"):
        ask(knowledge, "heads", text=" ")
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        ask(knowledge, "heads", since="May")
    with pytest.raises(UnknownSource, match="harbourtown"):
        ask(knowledge, "heads", source="harbortown")
    with pytest.raises(UnknownName, match="Other Post"):
        ask(knowledge, "heads", publisher="Oter Post")
    with pytest.raises(UnknownName, match="asserted"):
        ask(knowledge, "heads", standing="asertd")


def test_silence_is_told_only_where_it_can_be_narrowed_like_the_answer(knowledge: Knowledge):
    assert ask(knowledge, "heads", party="Norland").silence is not None
    assert ask(knowledge, "heads", source="harbourtown").silence is None


def test_any_part_of_a_name_will_do_and_namesakes_are_listed():
    people = [
        Agent(Key(f"person/{number}"), "person", label)
        for number, label in enumerate(("Zhao Leung", "Zhao Ming", "Anna van der Lind", "Lind Berg"))
    ]
    with open_knowledge() as opened:
        opened.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, *people)))
        for part in ("Ming", "Leung", "Anna", "van der Lind", "der"):
            assert ask(opened, "statements", person=part).results is not None
        with pytest.raises(SeveralOfName, match="fits several here; did you mean Zhao Leung, Zhao Ming") as raised:
            ask(opened, "statements", person="zhao")
        assert raised.value.suggestions == ("Zhao Leung", "Zhao Ming")
        with pytest.raises(UnknownName, match="nothing here is called 'Min'"):
            ask(opened, "statements", person="Min")


def test_others_with_the_words_of_a_whole_name_are_known():
    people = [Agent(Key(f"person/{n}"), "person", name) for n, name in enumerate(("Berg", "Ida Berg", "Berg-Olsen"))]
    with open_knowledge() as opened:
        opened.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, *people)))
        assert namesakes(opened, "person", "berg") == ["Berg-Olsen", "Ida Berg"]
        assert namesakes(opened, "person", "Ida Berg") == []


def test_a_person_who_is_asked_for_as_a_party_is_told_to_be_one(knowledge: Knowledge):
    with pytest.raises(UnknownName, match="no party here but a person; did you mean person 'Cole Reed'"):
        ask(knowledge, "proposals", party="Cole Reed")
    with pytest.raises(UnknownName, match="no person here but a party; did you mean party 'Norland'"):
        ask(knowledge, "statements", person="norland")


def test_who_has_no_known_side_is_no_side_of_their_own():
    records = tuple(
        replace(record, side=None) if isinstance(record, Agent) and record.kind == "person" else record
        for record in HARBOURTOWN.records
    )
    with open_knowledge() as opened:
        opened.add(replace(HARBOURTOWN, records=records))
        assert {row["side"] for row in rows(opened, "posts", {})} == {""}
        assert {row["side"] for row in rows(opened, "quotes", {"person": "Brook"})} == {""}
