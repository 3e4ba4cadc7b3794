"""What becomes of the records when somebody accepts, rejects, edits or adds a fact."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from parley.graph.errors import ReviewError
from parley.graph.knowledge import open_knowledge
from parley.graph.reading.audit import check_source, source_graphs
from parley.graph.records import (
    Act,
    Agent,
    Attendance,
    DelegationMembership,
    Event,
    FactDecision,
    Item,
    Key,
    PostHolding,
    SourceRecords,
    Statement,
    Term,
)
from parley.review.applying import Applied, apply
from parley.review.entries import Entry
from parley.review.showing import show
from tests.graph.examples import BOATS, BROOK, HARBOURTOWN, LICENCES, REED, ROUND, SUDMARK, TEXT, at
from tests.review.people import applied, changed, file_of, record, records, shown

EVERYTHING = [one.entry for one in show(HARBOURTOWN)]
REED_IS = "Cole Reed is foreign minister"


def problems(done: Applied) -> set[str]:
    with open_knowledge() as knowledge:
        knowledge.add(done.records)
        (graph,) = source_graphs(knowledge)
        return {problem.problem for problem in check_source(knowledge, graph).problems}


def with_text(text: str) -> SourceRecords:
    """The source with another text, in which the passages are looked up anew."""
    moved = [
        replace(one, span=at(TEXT[one.span.start : one.span.end], text)) if isinstance(one, Statement) else one
        for one in HARBOURTOWN.records
    ]
    return SourceRecords(replace(HARBOURTOWN.source, text=text), tuple(moved))


@pytest.mark.parametrize("entry", EVERYTHING, ids=lambda entry: entry.fact)
def test_what_is_accepted_or_not_changed_stays_as_it_is(entry: Entry):
    for decision in ("accept", "edit"):
        done = applied(replace(entry, decision=decision))
        assert set(done.records.records) - set(HARBOURTOWN.records) == set(records(done, FactDecision))
        assert set(HARBOURTOWN.records) <= set(done.records.records)
        assert done.notes == ()


@pytest.mark.parametrize("entry", EVERYTHING, ids=lambda entry: entry.fact)
def test_whatever_is_rejected_the_graph_keeps_its_rules(entry: Entry):
    done = applied(replace(entry, decision="reject"))
    assert problems(done) <= problems(Applied(HARBOURTOWN))
    assert entry.id not in {one.entry.id for one in show(done.records)}
    assert record(done, FactDecision).fact is None


def test_the_decision_says_who_when_why_and_on_what():
    entry = replace(shown(REED_IS), decision="accept", because="the ministry's list", on="2031-06-01")
    decision = record(applied(entry), FactDecision)
    assert (decision.by, decision.on, decision.because) == ("Edda Lund", "2031-06-01", "the ministry's list")
    assert decision.fact == Key("holding/reed")
    assert decision.said == "Cole Reed is foreign minister of Sudmark"


def test_with_a_rejected_act_go_its_item_and_terms_but_what_was_said_stays():
    done = applied(replace(shown("Sudmark demands"), decision="reject"))
    assert not records(done, Item, key=BOATS)
    assert not records(done, Term, key=Key("term/boats"))
    assert record(done, Statement, key=Key("statement/boats")).supports == ()


def test_an_item_stays_while_another_act_is_on_it():
    done = applied(replace(shown("Norland proposes"), decision="reject"))
    assert record(done, Item, key=LICENCES)


def test_with_a_rejected_event_go_those_who_were_there_and_nothing_points_at_it():
    done = applied(replace(shown("Round 3"), decision="reject"))
    assert not records(done, Attendance, event=ROUND)
    assert {one.event for one in records(done, Act)} == {None}
    assert records(done, Event)


def test_with_a_rejected_statement_goes_what_nobody_else_says():
    (statement,) = (s for s in HARBOURTOWN.records if isinstance(s, Statement) and s.key == "statement/reed")
    alone = replace(statement, supports=())
    said = replace(HARBOURTOWN, records=tuple(alone if one is statement else one for one in HARBOURTOWN.records))
    entry = next(one.entry for one in show(said) if one.entry.group == "statements" and "Reed" in one.entry.quote)
    done = apply(said, [file_of(replace(entry, decision="reject"), said=said)])
    assert not records(done, Statement, key=statement.key)


def test_agents_that_only_a_rejected_fact_named_go_with_it():
    done = applied(replace(shown("a naval officer is in"), decision="reject"))
    assert not records(done, Agent, label="a naval officer")
    assert record(done, Agent, key=BROOK)


def test_an_edited_post_keeps_its_node_and_its_words():
    done = applied(changed(shown(REED_IS), tenure="former", title="trade minister", organization="Norland"))
    holding = record(done, PostHolding, key=Key("holding/reed"))
    assert (holding.tenure, holding.title, holding.organization) == ("former", "trade minister", "state/XN")
    assert record(done, FactDecision).said == "Cole Reed is foreign minister of Sudmark"
    assert holding.key in record(done, Statement, key=Key("statement/reed")).supports


def test_an_edited_act_changes_type_addressee_number_and_date():
    entry = shown("Sudmark demands")
    (term,) = entry.fields["terms"]
    quantity = {**term["quantity"], "value": "14"}  # type: ignore[index, dict-item]
    terms = ({**term, "quantity": quantity, "purpose": ""},)  # type: ignore[dict-item]
    done = applied(changed(entry, type="request", addressees=("Westmark",), date="2031-05-04", terms=terms))
    act = record(done, Act, key=Key("act/demand"))
    assert (act.type, act.addressees, act.when.value) == ("request", ("state/XW",), "2031-05-04")
    boats = record(done, Term, key=Key("term/boats"))
    assert (boats.quantity.value, boats.quantity.unit, boats.purpose) == (Decimal(14), "boats", "")
    assert boats.duration.unit_code == "DAY"
    assert problems(done) <= problems(Applied(HARBOURTOWN))


def test_an_edited_event_gets_place_date_and_standing():
    done = applied(changed(shown("Visit"), place="Sealand", date="2031-05-08", standing="asserted"))
    event = record(done, Event, key=Key("event/visit"))
    assert (event.place, event.when.value, event.standing) == ("place/sealand", "2031-05-08", "asserted")
    assert event.when.printed == "at the weekend"


def test_a_date_that_the_reading_had_not_found_stands_in_the_words_of_its_entry():
    entry = next(entry for entry in EVERYTHING if entry.group == "acts" and "date" not in entry.fields)
    done = applied(changed(entry, date="2031-04-30"))
    assert [act.when.printed for act in records(done, Act) if act.when and act.when.value == "2031-04-30"] == [
        entry.quote
    ]
    own = added("events", entry.quote, kind="meeting", label="port meeting", date="2031-04-30", standing="asserted")
    assert problems(applied(own)) <= problems(Applied(HARBOURTOWN))


def test_another_speaker_gets_a_statement_of_his_own():
    done = applied(changed(shown(REED_IS), said_by=("Harbour Post", "Cole Reed")))
    (statement,) = (s for s in records(done, Statement) if Key("holding/reed") in s.supports)
    assert statement.chain == ("organization/harbour-post", REED)
    assert Key("holding/reed-next") in record(done, Statement, key=Key("statement/reed")).supports


def added(group: str, quote: str, **fields: str | tuple[str, ...]) -> Entry:
    return Entry(group, fields, quote, decision="add")


def test_an_added_fact_stands_on_its_words():
    quote = "Cole Reed is Sudmark’s foreign minister"
    fields = {"member": "Cole Reed", "delegation": "Norland delegation", "role": "member", "standing": "asserted"}
    done = applied(added("memberships", quote, **fields))
    membership = record(done, DelegationMembership, member=REED)
    (statement,) = (s for s in records(done, Statement) if membership.key in s.supports)
    assert TEXT[statement.span.start : statement.span.end] == quote
    assert record(done, FactDecision).verdict == "added"
    assert problems(done) <= problems(Applied(HARBOURTOWN))


def test_an_added_act_brings_its_item():
    entry = added(
        "acts", "Sudmark will consider it", type="request", agents=("Sudmark",), item="more time", standing="claimed",
        said_by=("a diplomat",),
    )  # fmt: skip
    done = applied(entry)
    act = record(done, Act, type="request")
    assert record(done, Item, key=act.item).label == "more time"
    assert problems(done) <= problems(Applied(HARBOURTOWN))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Brook", "person/ada-brook"),
        ("Kingdom of Norland", "state/XN"),
        ("France", "state/FR"),
        ("person: Ida Marsh", "person/ida-marsh"),
        ("organization: Sea League", "organization/sea-league"),
    ],
)
def test_an_agent_is_looked_up_in_the_article_then_in_the_lists_then_made(name: str, key: str):
    done = applied(changed(shown("Sudmark is at"), agent=name))
    assert record(done, Attendance, key=Key("attendance/sudmark")).agent == key
    assert record(done, Agent, key=Key(key))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (added("posts", "Nobody said this", person="Brook", title="x", tenure="current", standing="asserted"),
         "do not stand in the text.*copy them exactly"),
        (added("posts", "Sudmark", person="Brook", title="x", tenure="current", standing="asserted"),
         r"stand \d+ times in the text.*`at: line 1"),
        (changed(shown(REED_IS), person="Cole Rede"), "did you mean Cole Reed"),
        (changed(shown(REED_IS), person="Jan Nobody"), "somebody new is written .person: NAME."),
        (changed(shown("Westmark is at"), event="Round 9"), "no event of the article is called"),
    ],
)  # fmt: skip
def test_what_cannot_be_applied_is_one_line_that_names_file_and_group(entry: Entry, message: str):
    with pytest.raises(ReviewError, match=message) as raised:
        applied(replace(entry, line=7))
    assert str(raised.value).startswith(f"mine.yaml, line 7: {entry.group}: ")
    assert "\n" not in str(raised.value)


def test_where_words_stand_twice_the_place_chooses():
    entry = added("posts", "Sudmark", person="Brook", title="x", tenure="current", standing="asserted")
    done = applied(replace(entry, at="line 6"))
    (statement,) = (s for s in records(done, Statement) if s.rule == "review")
    assert statement.span.start == TEXT.index("Sudmark will consider")


def test_a_decision_holds_in_a_text_that_changed_around_its_words_and_that_is_said():
    said = with_text("An update.\n\n" + TEXT)
    done = apply(said, [file_of(replace(shown(REED_IS), decision="reject"))])
    assert not records(done, PostHolding, key=Key("holding/reed"))
    (note,) = done.notes
    assert "the text has changed, the words still stand in it" in note


def test_of_many_decisions_in_a_changed_text_one_note_tells():
    said = with_text("An update.\n\n" + TEXT)
    entries = [replace(entry, decision="accept") for entry in EVERYTHING]
    (note,) = apply(said, [file_of(*entries)]).notes
    assert note == (
        "mine.yaml: the text has changed, the words still stand in it: "
        f"{len(entries)} decisions are applied"
    )  # fmt: skip


def test_in_a_changed_text_what_cannot_be_applied_any_more_is_a_note_and_leaves_nothing_half_done():
    said = with_text("An update.\n\n" + TEXT)
    gone = added("acts", "a ferry for all", type="request", agents=("Sudmark",), item="a ferry", standing="asserted")
    nobody = added(
        "acts", "An update", type="request", agents=("person: Ida Marsh",), item="more time", standing="claimed",
        said_by=("Jan Nobody",),
    )  # fmt: skip
    done = apply(said, [file_of(replace(gone, line=4), replace(nobody, line=9))])
    first, second = done.notes
    assert "mine.yaml, line 4: acts: " in first
    assert "its words no longer stand in the text; it is not applied" in first
    assert "nobody in the article is called 'Jan Nobody'" in second
    assert set(done.records.records) == set(said.records)


def test_an_own_fact_that_the_file_marks_as_gone_is_no_error():
    gone = added("posts", "Nobody said this", person="Brook", title="x", tenure="current", standing="asserted")
    assert "is not applied" in applied(replace(gone, found=False)).notes[0]


@pytest.mark.parametrize("decision", ["accept", "reject", "edit"])
def test_where_the_words_are_gone_nothing_is_applied_and_that_is_said(decision: str):
    kept = [r for r in HARBOURTOWN.records if getattr(r, "key", "") not in ("holding/reed", "holding/reed-next")]
    kept = [r for r in kept if getattr(r, "key", "") != "statement/reed"]
    said = SourceRecords(replace(HARBOURTOWN.source, text=TEXT.replace("Cole Reed is", "Cole Reed was")), tuple(kept))
    done = apply(said, [file_of(replace(shown(REED_IS), decision=decision))])  # type: ignore[arg-type]  # one of them
    (note,) = done.notes
    assert "text changed under a decision" in note
    assert "line 8, characters" in note
    assert not records(done, FactDecision)


def test_an_accepted_fact_that_is_not_read_any_more_is_kept():
    kept = tuple(r for r in HARBOURTOWN.records if getattr(r, "key", "") != "membership/officer")
    kept = tuple(replace(r, supports=()) if getattr(r, "key", "") == "statement/officer" else r for r in kept)
    said = SourceRecords(HARBOURTOWN.source, kept)  # type: ignore[arg-type]  # records as before
    done = apply(said, [file_of(replace(shown("a naval officer is in"), decision="accept"))])
    assert record(done, DelegationMembership, member=Key("unnamed/a-naval-officer"))
    assert "not found by the reading any more" in done.notes[0]


def test_a_rejected_fact_stays_out_though_it_is_read_otherwise():
    claimed = replace(
        next(r for r in HARBOURTOWN.records if getattr(r, "key", "") == "holding/reed"), standing="claimed"
    )  # type: ignore[call-arg]
    said = replace(
        HARBOURTOWN,
        records=tuple(claimed if getattr(r, "key", "") == "holding/reed" else r for r in HARBOURTOWN.records),
    )
    done = apply(said, [file_of(replace(shown(REED_IS), decision="reject"))])
    assert not records(done, PostHolding, key=Key("holding/reed"))
    assert "read otherwise now" in done.notes[0]


def test_another_fact_in_the_same_words_is_not_taken_for_the_rejected_one():
    done = applied(replace(shown(REED_IS), decision="reject"))
    assert record(done, PostHolding, key=Key("holding/reed-next"))


def test_a_fact_that_was_added_and_is_read_now_is_there_once():
    entry = replace(shown(REED_IS), decision="add", id="")
    done = applied(entry)
    assert len(records(done, PostHolding, person=REED, tenure="current")) == 1


def test_a_decision_on_what_another_takes_away_is_refused():
    talks, party = shown("Round 3"), shown("Sudmark is at")
    rejected = file_of(replace(talks, decision="reject", line=2), path="a.yaml")
    accepted = file_of(replace(party, decision="accept", line=8), path="b.yaml")
    with pytest.raises(ReviewError, match=r"^b\.yaml, line 8: attendances: .*what it needs is rejected"):
        apply(HARBOURTOWN, [rejected, accepted])


def test_two_files_do_not_decide_on_one_fact():
    entry = replace(shown(REED_IS), decision="accept", line=3)
    with pytest.raises(ReviewError, match=r"b\.yaml, line 3.*is decided in a\.yaml, line 3, too"):
        apply(HARBOURTOWN, [file_of(entry, path="a.yaml"), file_of(entry, path="b.yaml")])


def test_who_is_rejected_as_a_speaker_of_nothing_stays_a_party():
    done = applied(replace(shown("Sudmark is at"), decision="reject"))
    assert record(done, Agent, key=SUDMARK)
