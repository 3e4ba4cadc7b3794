"""On what an act depends, by when and how much it is about, and what it takes for granted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parley.graph.records import Act, Condition, Item

from ..reading import told


def test_what_may_happen_is_expected() -> None:
    assert [a.standing for a in told("Sudan may propose a truce.").of(Act)] == ["expected"]


def test_quantities_and_who_owes_what_to_whom() -> None:
    read = told("Sudan promised to return 1,200 bodies to Chad.")
    term = read.term
    assert (read.labels(term.obligors), read.labels(term.beneficiaries), term.action) == (
        ["Sudan"],
        ["Chad"],
        "transferRemains",
    )
    assert term.quantity is not None
    assert (term.quantity.value, term.quantity.unit) == (Decimal(1200), "bodies")


def test_each_side_owes_the_same() -> None:
    read = told("Sudan and Chad agreed to exchange 1,000 prisoners from each side.")
    assert read.term.quantity is not None
    assert (read.term.quantity.per_side, read.term.reciprocal, read.labels(read.term.obligors)) == (
        True,
        True,
        ["Chad", "Sudan"],
    )


def test_a_demand_binds_the_other() -> None:
    read = told("Sudan urged Chad to lift the sanctions.")
    assert (read.labels(read.term.obligors), read.term.action) == (["Chad"], "liftSanctions")


def test_duration_condition_place_and_help() -> None:
    halt = told("Sudan offered to halt strikes for 30 days in exchange for aid deliveries.")
    assert halt.term.duration is not None
    assert (halt.term.duration.value, halt.term.action) == (Decimal(30), "haltAttacks")
    assert [c.text for c in halt.of(Condition)] == ["in exchange for aid deliveries"]
    assert [a.standing for a in halt.of(Act)] == ["conditional"]
    zone = told("Sudan proposed creating a buffer zone along the border with the help of the African Union.").term
    assert zone.location.startswith("along the border")
    assert zone.assisted_by == ("organization/african-union",)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Sudan demanded that Chad release the detained fishermen.", "detained fishermen"),
        ("Sudan and Chad agreed to continue the medical exchanges.", "agreed to continue the medical exchanges"),
        ("Sudan demanded that Chad lift the blockade.", "demanded that Chad lift the blockade"),
    ],
)
def test_what_an_act_takes_for_granted_is_marked_presupposed(sentence: str, words: str) -> None:
    found = told(sentence)
    taken = [s for s in found.statements if s.evidence == "presupposed"]
    assert [found.source.text[s.span.start : s.span.end] for s in taken] == [words]
    assert all(s.part_of and not s.supports for s in taken)


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("Sudan and Chad will share the water when the dam opens.", "conditional"),
        ("Sudan and Chad will share the water as soon as possible.", "expected"),
    ],
)
def test_what_waits_for_something_is_conditional_and_what_is_to_come_is_expected(sentence: str, standing: str) -> None:
    assert {a.standing for a in told(sentence).of(Act)} == {standing}


def test_nobody_makes_an_offer_on_a_condition_that_he_has_to_meet_himself() -> None:
    read = told(
        "Sudan's minister Salma Idriss sat down. She offered to extend the truce if Sudan would put it in writing."
    )
    assert not [a for a in read.of(Act) if a.type == "offer"]
    read = told(
        "Sudan's minister Salma Idriss sat down. She offered to extend the truce if Chad would put it in writing."
    )
    assert [read.labels(a.agents) for a in read.of(Act) if a.type == "offer"] == [["Sudan"]]


def test_a_day_before_which_something_is_not_done_is_no_condition() -> None:
    read = told("“Sudan will not open the port before the deadline,” Sudanese envoy Omar Bako said.")
    assert [act.type for act in read.of(Act) if act.type == "setCondition"] == []


def test_what_one_will_do_if_the_other_does_something_is_promised_on_a_condition() -> None:
    read = told("Sudanese envoy Omar Bako said that if Chad signed, Sudan would open the port.")
    assert [(a.type, a.standing) for a in read.of(Act)] == [("commit", "conditional")]


def test_a_condition_told_first_is_told_with_what_hangs_on_it() -> None:
    read = told("Sudan said that if the list was not changed, the talks would not go on.")
    assert [item.label for item in read.of(Item)] == ["if the list was not changed, the talks would not go on"]


def test_what_cannot_be_done_only_so_is_no_condition() -> None:
    read = told("“Security for Chad cannot be achieved only with weapons,” Sudanese envoy Omar Bako said.")
    assert [act.type for act in read.of(Act)] == []


def test_what_one_will_accept_is_promised_or_expected() -> None:
    read = told("Chad has signed. Sudan will accept 2,000 sick children from Chad.")
    assert [act.type for act in read.of(Act) if read.labels(act.agents) == ["Sudan"]] == ["commit"]


def test_what_only_could_be_agreed_on_is_no_agreement() -> None:
    read = told(
        "EU negotiators warn it could take two years just to settle the divorce terms, and agreeing on a new "
        "relationship for the U.K. and the EU could take years longer.",
        "Britain",
        "the European Union",
    )
    assert read.acts == []


def test_when_one_has_done_something_oneself_is_no_condition() -> None:
    read = told("Sudan promised to open the port once it had consulted its traders.")
    assert [(a.type, a.standing) for a in read.of(Act)] == [("commit", "asserted")]


def test_a_condition_ends_where_what_hangs_on_it_begins() -> None:
    words = "If their enemies strike and want to carry on then the Sudanese army will close the border to Chad"
    read = told(f"{words}, the Sudanese minister said.")
    assert {r.text for r in read.of(Condition)} == {"their enemies strike and want to carry on"}


def test_if_need_be_is_no_condition() -> None:
    read = told("Sudan offered to send monitors to Chad, every month if need be.")
    assert [(a.type, a.standing) for a in read.of(Act)] == [("offer", "asserted")]


@pytest.mark.parametrize(
    "words",
    [
        "Sudan's envoy said it would put off the handover of prisoners.",
        "Sudan's envoy said it would stop funding the mission of Chad.",
    ],
)
def test_what_one_would_hold_up_is_threatened(words: str) -> None:
    assert [a.type for a in told(words).of(Act)] == ["threaten"]


def test_what_stands_behind_a_semicolon_is_told_by_whom_it_names_alone() -> None:
    read = told(
        "Sudan promised Chad in May to suspend patrols; according to a Kenyan official, 14 boats have come since."
    )
    assert [(a.type, a.standing) for a in read.of(Act)] == [("commit", "asserted")]
