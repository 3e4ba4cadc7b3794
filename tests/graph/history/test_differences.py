"""Where sources differ: in versions, each with its words, and changes are none."""

from __future__ import annotations

from parley.graph.history.differences import Difference, Differences
from parley.graph.history.timeline import History
from parley.graph.records import Link, Statement

from .series import BOATS, NORLAND, Article, a_round, an_act, read


def differences(history: History) -> tuple[Difference, ...]:
    return Differences(history).all


def words(history: History, one: Difference) -> list[list[str]]:
    return [[history.record.statements[iri].quote for iri in version.statements] for version in one.versions]


def test_tellings_of_a_held_event_at_two_places_are_two_versions(history: History):
    (place,) = (one for one in differences(history) if one.what == "place")
    assert [version.value for version in place.versions] == ["Fairhaven", "Harbourtown"]
    assert words(history, place) == [
        ["The first round, in Fairhaven, was on 4 May."],
        ["The first round was held in Harbourtown on 4 May."],
    ]


def test_two_days_of_a_held_event_are_two_versions(history: History):
    (date,) = (one for one in differences(history) if one.what == "date")
    assert [version.value for version in date.versions] == ["2031-05-03", "2031-05-04"]


def test_what_was_planned_elsewhere_and_then_held_is_no_difference():
    found = read(
        Article("a", "Post", "2031-05-01").say(
            "Round 1 will be here.", *a_round(1, "2031-05-04", "expected", place="Here")
        ),
        Article("b", "Star", "2031-05-05").say("Round 1 was there.", *a_round(1, "2031-05-04", place="There")),
    )
    assert differences(found) == ()


def test_a_later_number_is_a_change_and_no_difference():
    found = read(
        Article("a", "Post", "2031-05-01").say("Norland offered 40.", *an_act("offer", NORLAND, "40 fishing licences")),
        Article("b", "Star", "2031-06-20").say("Norland offered 60.", *an_act("offer", NORLAND, "60 fishing licences")),
    )
    assert differences(found) == ()


def test_statements_set_against_one_another_are_versions_of_what_one_of_them_is_about():
    said = Article("a", "Post", "2031-05-01").say("Norland agreed.", *an_act("agree", NORLAND, BOATS))
    said.say("Norland did not agree, Sudmark says.").say("Norland said yes.")
    first, denial, other = (record for record in said.records if isinstance(record, Statement))
    said.records += [Link("contradicts", first.key, denial.key), Link("contradicts", denial.key, other.key)]
    history = read(said)
    (one,) = differences(history)
    assert history.record.label(one.about) == BOATS
    assert words(history, one)[:2] == [["Norland agreed."], ["Norland did not agree, Sudmark says."]]
    assert one.versions[0].value == "agreed"
