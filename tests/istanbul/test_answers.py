"""What an analyst gets to hear: each question's answer on the article, told apart from what the article does not say.

The tests by name hold whatever becomes of labels; the golden files hold every row. They are written anew by
``python -m tests.istanbul.golden``: read the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from parley.queries.catalogue import catalogue

from .conftest import Ran
from .golden import golden, held

pytestmark = pytest.mark.slow

Ask = Callable[..., Ran]
Row = Mapping[str, str]
MEDINSKY, UMEROV = "Vladimir Medinsky", "Rustem Umerov"


def told(rows: Iterable[Row], *columns: str) -> set[tuple[str, ...]]:
    return {tuple(row.get(column, "") for column in columns) for row in rows}


@pytest.mark.parametrize("name", catalogue())
def test_the_answer_is_the_golden_one(ask: Ask, article: str, name: str):
    lines = golden(name).read_text(encoding="utf-8").splitlines()[1:-1]
    assert set(held(ask(name).rows(), article)) == {line.removesuffix(",") for line in lines if line}


def test_there_is_no_golden_file_without_a_question():
    assert {path.stem for path in golden("any").parent.glob("*.json")} == set(catalogue())


def test_one_delegation_has_a_head_and_of_the_other_none_is_stated(ask: Ask):
    answer = ask("heads")
    assert told(answer.rows(), "side", "head", "standing") == {("Russia", MEDINSKY, "asserted")}
    silent = [line for line in answer.err.splitlines() if line.startswith("not stated:")]
    assert len(silent) == 1
    assert "Ukraine" in silent[0]
    assert ask("heads", "--party", "Ukraine").rows() == []
    assert told(ask("headless").rows(), "side") == {("Ukraine",)}


def test_a_former_post_is_told_as_former_only(ask: Ask):
    assert told(ask("formerly").rows(), "side", "holder", "post", "organization", "standing") == {
        ("Ukraine", UMEROV, "Minister of Defense", "Ukraine", "asserted")
    }
    assert told(ask("posts", "--party", "Ukraine").rows(), "holder", "post", "organization") == {
        (UMEROV, "Secretary", "National Security and Defense Council")
    }


def test_the_posts_of_one_side(ask: Ask):
    assert told(ask("posts", "--party", "Russia").rows(), "holder", "post", "organization") == {
        (MEDINSKY, "Presidential Aide", "Russia"),
        ("Mikhail Galuzin", "Deputy Foreign Minister", "Russia"),
        ("Igor Kostyukov", "Chief", "Main Intelligence Directorate"),
        ("Alexander Fomin", "Deputy Defense Minister", "Russia"),
        ("Dmitry Peskov", "Kremlin spokesman", "Russia"),
        ("Vladimir Putin", "President", "Russia"),
    }


def test_the_members_of_both_delegations_in_the_third_round(ask: Ask):
    rows = ask("members", "--round", 3).rows()
    assert told([row for row in rows if row["side"] == "Russia"], "member", "role", "standing") == {
        (MEDINSKY, "head", "asserted"),
        (MEDINSKY, "member", "asserted"),
        ("Mikhail Galuzin", "member", "asserted"),
        ("Igor Kostyukov", "member", "asserted"),
        ("Alexander Fomin", "member", "asserted"),
    }
    ukrainian = [row for row in rows if row["side"] == "Ukraine"]
    assert told(ukrainian, "role") == {("member",)}
    assert told([row for row in ukrainian if row["standing"] == "asserted"], "member") == {(UMEROV,)}
    assert len([row for row in ukrainian if row["standing"] == "expected"]) == 3


def test_one_side_made_four_proposals_one_conditional_promise_and_one_demand(ask: Ask):
    rows = ask("proposals", "--party", "Russia").rows()
    assert len(told([row for row in rows if row["act"] in {"propose", "offer"}], "item")) == 4
    promised = [row for row in rows if row["act"] == "commit" and row["issue"] == "remains"]
    assert told(promised, "standing", "speaker") == {("conditional", MEDINSKY)}
    demanded = [row for row in rows if row["act"] == "demand"]
    assert told(demanded, "addressee", "issue") == {("Ukraine", "civilians, detention")}
    assert all("Kursk" in row["item"] for row in demanded)
    assert len(told(demanded, "item")) == 1


def test_nobody_tells_of_a_proposal_of_the_other_side(ask: Ask):
    assert ask("proposals", "--party", "Ukraine").rows() == []


def test_the_terms_stand_in_numbers(ask: Ask):
    rows = {(row["act"], row.get("action")): row for row in ask("terms", "--party", "Russia").rows()}
    bodies = rows["offer", "transferRemains"]
    assert (bodies["minimum"], bodies["maximum"], bodies["additional"]) == ("3000", "3000", "true")
    assert (bodies["obligor"], bodies["beneficiary"]) == ("Russia", "Ukraine")
    prisoners = rows["propose", "exchangePrisoners"]
    assert (prisoners["minimum"], prisoners["approximation"], prisoners["perSide"]) == ("1200", "atLeast", "true")
    assert "maximum" not in prisoners
    assert prisoners["additional"] == prisoners["reciprocal"] == "true"
    truce = rows["propose", "ceasefire"]
    assert (truce["durationMinimum"], truce["durationMaximum"], truce["durationUnit"]) == ("24", "48", "HUR")
    returned = rows["carryOut", "transferRemains"]
    assert (returned["minimum"], returned["approximation"], returned["standing"]) == ("7000", "moreThan", "claimed")
    assert "maximum" not in returned
    promised = rows["commit", "transferRemains"]
    assert promised["condition"] == "Ukraine’s readiness"
    assert "minimum" not in promised
    assert "quantity" not in rows["propose", "formWorkingGroups"]


def test_the_working_groups_are_under_consideration_as_the_other_side_tells(ask: Ask):
    rows = [row for row in ask("status").rows() if "working groups" in row["item"]]
    assert told(rows, "side", "act", "status", "speaker") == {
        ("Russia", "propose", "proposed", MEDINSKY),
        ("Ukraine", "agreeToConsider", "underConsideration", MEDINSKY),
    }


def test_only_the_medical_exchanges_are_agreed_on(ask: Ask):
    rows = ask("agreed").rows()
    assert told(rows, "sides", "standing", "speaker") == {("Russia, Ukraine", "claimed", MEDINSKY)}
    assert len(rows) == 1
    assert "indefinite medical exchanges" in rows[0]["item"]
    agreed = [row for row in ask("status").rows() if row["status"] == "agreed"]
    assert told(agreed, "item") == told(rows, "item")


def test_every_act_of_one_side_is_told_by_the_other_side_alone(ask: Ask):
    rows = ask("one-sided", "--party", "Ukraine").rows()
    assert told(rows, "act", "teller", "speaker") == {
        ("agree", "Russia", MEDINSKY),
        ("agreeToConsider", "Russia", MEDINSKY),
    }
    assert told(rows, "act", "item") == told(ask("status", "--party", "Ukraine").rows(), "act", "item")


def test_the_third_round_has_a_place_and_a_rough_length_but_no_date(ask: Ask):
    rows = ask("rounds", "--round", 3).rows()
    assert told(rows, "place", "parties", "duration", "approximation", "begin") == {
        ("Istanbul", "Russia, Ukraine", "about an hour", "about", "")
    }
    length = [row for row in rows if row.get("aspect") == "duration"]
    assert len(length) == 1
    assert length[0]["speaker"] != "the publisher"
    assert length[0]["modality"] == "claim"


def test_the_second_round_has_a_date_whose_year_is_supplied_but_no_place(ask: Ask):
    rows = ask("rounds", "--round", 2).rows()
    assert told(rows, "begin", "dateBasis", "printedDate", "place", "parties") == {
        ("2025-06-02", "partial", "June 2", "", "Russia, Ukraine")
    }


def test_no_other_round_is_numbered_and_none_is_certain(ask: Ask):
    others = [row for row in ask("rounds").rows() if row.get("round") not in {"2", "3"}]
    assert told(others, "round", "standing") <= {("", "expected")}


def test_who_is_quoted(ask: Ask):
    rows = ask("statements").rows()
    speakers = {speaker for (speaker,) in told(rows, "speaker")}
    assert {MEDINSKY, "Dmitry Peskov", "Vladimir Putin"} <= speakers
    assert "the publisher" not in speakers
    spans = [(row["speaker"], int(row["start"]), int(row["end"])) for row in rows]
    assert not [s for s in spans for t in spans if s != t and s[0] == t[0] and t[1] <= s[1] and s[2] <= t[2]]
    peskov = ask("statements", "--person", "Peskov").rows()
    assert told(peskov, "speaker") == {("Dmitry Peskov",)}
    assert {"expectation", "negative-expectation", "refusal-to-speculate"} <= {row["modality"] for row in peskov}
    assert ask("statements", "--party", "Ukraine").rows() == []
