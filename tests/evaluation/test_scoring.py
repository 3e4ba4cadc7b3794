"""What counts as found, what as missed, and how it is counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parley.evaluation.classes import ENOUGH
from parley.evaluation.evaluation import Evaluation, score
from parley.evaluation.gold import read_gold
from parley.evaluation.likeness import agreeing_dates
from parley.evaluation.matching import match
from parley.evaluation.parties import party, same_agent
from parley.evaluation.predictions import read_predictions
from parley.evaluation.tally import Tally

from .made_up import GOLD, as_predictions, write_corpus, write_predictions


def scored(folder: Path, *, storm: dict[str, Any] | None = None, **talks: Any) -> Evaluation:
    """The scores of the made-up gold as predictions, with other lists for the article on talks."""
    predictions = {
        "talks": as_predictions(GOLD["talks"]) | talks,
        "storm": as_predictions(GOLD["storm"]) if storm is None else storm,
    }
    gold = read_gold(write_corpus(folder / "corpus"))
    return score(gold, read_predictions(write_predictions(folder / "found", predictions), predictions))


def counts(evaluation: Evaluation, category: str) -> tuple[int, int, int]:
    tally = evaluation.figures()["all"].categories[category]
    return tally.right, tally.found, tally.gold


def of_class(evaluation: Evaluation, name: str) -> tuple[int, int, int]:
    tally = evaluation.figures()["all"].classes[name]
    return tally.right, tally.found, tally.gold


def test_who_finds_all_gets_everything_and_makes_no_mistake(tmp_path: Path):
    evaluation = scored(tmp_path)
    figures = evaluation.figures()["all"]
    assert {name: tally.f1 for name, tally in figures.categories.items()} == dict.fromkeys(figures.categories, 1.0)
    assert {name: accuracy.share for name, accuracy in figures.accuracy.items()} == dict.fromkeys(figures.accuracy, 1.0)
    assert {tally.f1 for tally in figures.classes.values()} == {1.0}
    assert evaluation.mistakes() == []


def test_who_finds_nothing_misses_all_but_what_is_optional(tmp_path: Path):
    nothing: dict[str, Any] = {category: [] for category in as_predictions(GOLD["talks"])}
    evaluation = scored(tmp_path, storm={}, **nothing)
    assert counts(evaluation, "proposals") == (0, 0, 1)
    assert counts(evaluation, "statements") == (0, 0, 4)
    assert counts(evaluation, "quantities") == (0, 0, 1)
    assert [m.kind for m in evaluation.mistakes()] == ["missed"] * 13


def test_what_nobody_looked_for_is_not_scored(tmp_path: Path):
    gold = read_gold(write_corpus(tmp_path))
    figures = score(gold, {}).figures()["all"]
    assert "participations" not in figures.categories
    assert "past_actions" not in figures.categories


def test_an_item_is_matched_once_and_as_many_as_can_be():
    likeness = {("a", "x"): 3.0, ("a", "y"): 2.0, ("b", "x"): 1.0}
    found = match(["a", "b"], ["x", "y"], lambda ours, theirs: likeness.get((ours, theirs), 0.0))
    assert found.pairs == ((0, 1), (1, 0))  # the likest pair alone would leave b without a partner


def test_a_second_copy_costs_precision_but_not_coverage(tmp_path: Path):
    twice = as_predictions(GOLD["talks"])["statements"]
    evaluation = scored(tmp_path, statements=[*twice, twice[0]])
    tally = evaluation.figures()["all"].categories["statements"]
    assert (tally.right, tally.found) == (4, 5)
    assert tally.precision_covered == 1.0


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        (["Paris"], ["France"], True),
        (["the French side"], ["France"], True),
        (["France"], ["Germany"], False),
        (["Ada Brook"], ["Brook"], True),
        (["Ada Brook"], ["Cole Reed"], False),
        (["France", "Germany", "Italy", "Spain"], ["France"], False),
        ([], ["France"], False),
    ],
)
def test_names_of_one_party_are_one(found: list[str], expected: list[str], same: bool):
    assert same_agent(found, expected) is same


def test_an_official_stands_for_the_state_of_his_post():
    assert same_agent(["Ada Brook"], ["France"], {"Ada Brook": ["France"]})
    assert not same_agent(["Ada Brook"], ["Germany"], {"Ada Brook": ["France"]})
    assert party("Norland") is None


@pytest.mark.parametrize(
    ("found", "gold", "agree"),
    [
        ("2031-05", "2031-05-04", True),
        ("2031-05-06", "2031-05-04/2031-05-09", True),
        ("2031-05-05", "2031-05-04", False),
        ("2031-05-04", "", None),
    ],
)
def test_a_date_agrees_as_far_as_it_is_told(found: str, gold: str, agree: bool | None):
    assert agreeing_dates(found, gold) is agree


def test_to_head_a_delegation_is_no_false_post(tmp_path: Path):
    persons = as_predictions(GOLD["talks"])["persons"]
    persons[0]["roles"] += [{"title": "head of the delegation", "org": None, "status": "current"}]
    assert counts(scored(tmp_path, persons=persons), "roles") == (2, 2, 2)


def test_numbers_count_where_their_proposal_is_matched(tmp_path: Path):
    offer, _ = as_predictions(GOLD["talks"])["proposals"]
    assert counts(scored(tmp_path / "a", proposals=[offer | {"quantities": [40, 7]}]), "quantities") == (1, 2, 1)
    assert counts(scored(tmp_path / "b", proposals=[offer | {"agent": ["Westmark"]}]), "quantities") == (0, 1, 1)


def test_a_kind_that_the_gold_accepts_is_right_but_not_strictly(tmp_path: Path):
    offer, to_consider = as_predictions(GOLD["talks"])["proposals"]
    accuracy = scored(tmp_path, proposals=[offer | {"kind": "proposal"}, to_consider]).figures()["all"].accuracy
    assert accuracy["proposal.kind (strict)"].share == 0.5
    assert accuracy["proposal.kind (with accepted alternatives)"].share == 1.0


def test_finds_where_no_negotiation_is_are_told_as_counts(tmp_path: Path):
    storm = as_predictions(GOLD["talks"])
    assert scored(tmp_path, storm=storm).negatives() == {"storm": {"proposals": 2, "events": 1, "statements": 3}}


def test_groups_are_all_each_split_and_each_article_if_wanted(tmp_path: Path):
    evaluation = scored(tmp_path)
    assert list(evaluation.figures()) == ["all", "negative", "invented"]
    assert list(evaluation.figures(per_article=True))[2:4] == ["article storm", "invented"]


class TestClasses:
    def test_a_former_post_counts_when_it_is_found_to_be_former(self, tmp_path: Path):
        persons = as_predictions(GOLD["talks"])["persons"]
        for person in persons:
            person["roles"][0]["status"] = "current" if person["name"] == "Ada Brook" else "former"
        assert of_class(scored(tmp_path, persons=persons), "former roles") == (0, 1, 1)

    def test_a_denial_counts_when_it_is_found_to_be_one(self, tmp_path: Path):
        offered, secret, delay = as_predictions(GOLD["talks"])["statements"]
        statements = [offered | {"denial": True}, secret, delay | {"denial": False}]
        assert of_class(scored(tmp_path, statements=statements), "denials") == (1, 2, 2)

    def test_an_agreement_to_consider_counts_by_its_strict_kind(self, tmp_path: Path):
        offer, to_consider = as_predictions(GOLD["talks"])["proposals"]
        found = scored(tmp_path / "a", proposals=[offer | {"kind": "agreement-to-consider"}, to_consider])
        assert of_class(found, "agreements to consider") == (1, 2, 1)
        lost = scored(tmp_path / "b", proposals=[offer, to_consider | {"kind": "agreement"}])
        assert of_class(lost, "agreements to consider") == (0, 0, 1)

    def test_an_accepted_alternative_counts_neither_for_nor_against(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setitem(GOLD["talks"]["proposals"][0], "alt_kinds", ["agreement-to-consider"])
        offer, to_consider = as_predictions(GOLD["talks"])["proposals"]
        found = scored(tmp_path, proposals=[offer | {"kind": "agreement-to-consider"}, to_consider])
        assert of_class(found, "agreements to consider") == (1, 1, 1)

    def test_shares_are_told_from_enough_on(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        few = scored(tmp_path / "few")
        assert few.to_content()["classes"]["all"]["denials"] == {"tp": 2, "pred": 2, "gold": 2}  # type: ignore[index]
        many = [GOLD["talks"]["statements"][1]] * ENOUGH
        monkeypatch.setitem(GOLD["talks"], "statements", many)
        content: Any = scored(tmp_path / "many").to_content()
        assert content["classes"]["all"]["denials"]["F1"] == 1.0


def test_shares_of_nothing():
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)
    assert (Tally(gold=2).precision, Tally(gold=2).recall, Tally(gold=2).f1) == (0.0, 0.0, 0.0)
    assert (Tally(found=2).precision, Tally(found=2).recall) == (0.0, 1.0)


def test_an_evaluation_prints_as_its_tables(tmp_path: Path):
    evaluation = scored(tmp_path)
    assert str(evaluation) == evaluation.to_text()


def test_a_long_way_to_make_room_is_gone_to_its_end():
    length = 1100  # deeper than Python's stack
    likeness = {0: 1.0, 1: 2.0}  # each prefers the next one's place; there is none after the last
    matching = match(range(length), range(length), lambda found, expected: likeness.get(expected - found, 0.0))
    assert matching.pairs == tuple((i, i) for i in range(length))
