"""Each mistake is told with the sentence it stands in, what came near, and what was in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.evaluation.mistakes import Mistake
from parley.evaluation.sentences import sentence_with

from .made_up import GOLD, TALKS, as_predictions
from .test_scoring import scored

FOUND = as_predictions(GOLD["talks"])
OFFER, TO_CONSIDER = FOUND["proposals"]


def only(mistakes: list[Mistake], kind: str, category: str) -> Mistake:
    (mistake,) = [m for m in mistakes if (m.kind, m.category) == (kind, category)]
    return mistake


def test_a_miss_tells_its_sentence_and_the_find_that_came_near(tmp_path: Path):
    mistakes = scored(tmp_path, proposals=[OFFER | {"agent": ["Westmark"], "addressee": None}]).mistakes()
    missed = only(mistakes, "missed", "proposals")
    assert missed.article == "talks"
    assert missed.item == "offer by Norland to Sudmark: “offered Sudmark a truce of 40 days”"
    assert missed.sentence == "Norland offered Sudmark a truce of 40 days on Monday, Ada Brook said."
    assert missed.near == "offer by Westmark: “offered Sudmark a truce of 40 days”"
    assert missed.why == "another agent"
    assert only(mistakes, "false", "proposals").near == missed.item
    assert only(mistakes, "false", "quantities").item.startswith("40 in offer by Westmark")


def test_a_second_copy_is_told_as_one(tmp_path: Path):
    false = only(scored(tmp_path, proposals=[OFFER, OFFER]).mistakes(), "false", "proposals")
    assert false.near == "offer by Norland to Sudmark: “offered Sudmark a truce of 40 days”"
    assert false.why == "it has its partner"


def test_what_comes_near_nothing_says_so_by_silence(tmp_path: Path):
    sung = {"speaker": "Ada Brook", "text": "sailors sang beautiful old songs"}
    false = only(scored(tmp_path, statements=[*FOUND["statements"], sung]).mistakes(), "false", "statements")
    assert (false.near, false.why, false.sentence) == ("", "", "")


def test_a_wrong_detail_tells_both(tmp_path: Path):
    wrong = only(scored(tmp_path, proposals=[OFFER | {"kind": "demand"}]).mistakes(), "wrong", "proposals")
    assert wrong.why == "proposal.kind (with accepted alternatives): demand instead of offer or proposal"
    assert wrong.near.startswith("demand by Norland")


@pytest.mark.parametrize(
    ("category", "field", "value", "why"),
    [
        ("persons", "name", "Alda Croak", "another name"),
        ("statements", "speaker", "Cole Reed", "another speaker"),
        ("events", "date", "2031-06-01", "another date"),
        ("events", "place", "Sudmark", "another place"),
        ("participations", "who", "Sudmark", "somebody else"),
        ("participations", "in", "choir", "in something else"),
        ("past_actions", "agent", "Sudmark", "another agent"),
    ],
)
def test_what_was_in_the_way(tmp_path: Path, category: str, field: str, value: str, why: str):
    items = as_predictions(GOLD["talks"])[category]
    items[0][field] = value
    false = [m for m in scored(tmp_path, **{category: items}).mistakes() if (m.kind, m.category) == ("false", category)]
    assert [m.why for m in false] == [why]


def test_another_title_of_the_same_person_comes_near(tmp_path: Path):
    persons = as_predictions(GOLD["talks"])["persons"]
    persons[0]["roles"][0]["title"] = "singer"
    false = only(scored(tmp_path, persons=persons).mistakes(), "false", "roles")
    assert false.item == "Ada Brook: former singer of Norland"
    assert (false.near, false.why) == ("Ada Brook: former harbour minister of Norland", "another title")
    assert false.sentence.startswith("Norland offered Sudmark")


def test_the_table_shows_every_mistake_under_the_figures(tmp_path: Path):
    text = scored(tmp_path, proposals=[]).to_text(errors=True)
    assert "\nmissed proposals, talks: offer by Norland to Sudmark: “offered Sudmark a truce of 40 days”\n" in text
    assert "\n    in    Norland offered Sudmark a truce of 40 days on Monday, Ada Brook said.\n" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("offers truce", "Norland offers truce in Harbourtown"),
        ("no secret", '"There is no secret plan," she said.'),
        ("Gen. Cole", "Gen. Cole Reed denied any delay."),
        ("denied", "Gen. Cole Reed denied any delay."),
        ("she said. Sudmark", '"There is no secret plan," she said. Sudmark agreed to study the offer of 40 days.'),
        ("nowhere", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_sentence_of_words(words: str, sentence: str):
    assert sentence_with(TALKS, words) == sentence
