"""What was done of what was agreed, and against it: by whom, and told by whom."""

from __future__ import annotations

import pytest

from parley.graph.records import Act

from ..reading import told


def deeds(sentence: str) -> set[tuple[str, tuple[str, ...], str]]:
    read = told(sentence)
    return {(a.type, tuple(read.labels(a.agents)), a.standing) for a in read.of(Act)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sudan returned 40 prisoners to Chad.", ("carryOut", ("Sudan",), "asserted")),
        ("Sudan pulled back its troops from the border with Chad.", ("carryOut", ("Sudan",), "asserted")),
        ("Chad said that Sudan had withdrawn a third of its tanks.", ("carryOut", ("Sudan",), "claimed")),
        ("Chad complied with the terms of the accord with Sudan.", ("carryOut", ("Chad",), "asserted")),
        ("Sudan honoured the truce with Chad.", ("carryOut", ("Sudan",), "asserted")),
        ("Sudan violated the ceasefire, Chad said.", ("takeStep", ("Sudan",), "claimed")),
        ("Sudan has broken its promise to Chad.", ("takeStep", ("Sudan",), "asserted")),
        ("Chad suspended the exchange of prisoners.", ("takeStep", ("Chad",), "asserted")),
        ("Chad delayed the withdrawal of its forces.", ("takeStep", ("Chad",), "asserted")),
        ("Chad skipped the session with Sudan.", ("takeStep", ("Chad",), "asserted")),
        ("Chad failed to withdraw its troops from Sudan.", ("takeStep", ("Chad",), "asserted")),
        ("The session with Sudan ended with Chad walking out.", ("takeStep", ("Chad",), "asserted")),
        ("Sudan thanked Chad for keeping its promise.", ("carryOut", ("Chad",), "asserted")),
        ("Chad moved guns to the river, in violation of what it agreed to.", ("takeStep", ("Chad",), "asserted")),
        ("The Chadian side said that 40 tanks had been withdrawn.", ("carryOut", ("Chad",), "claimed")),
        ("Traders wait at a crossing with Sudan that Chad shut in May.", ("takeStep", ("Chad",), "asserted")),
        ("Sudan handed in the heavy weapons in three weeks.", ("carryOut", ("Sudan",), "asserted")),
        ("Chad's violations of the truce angered Sudan.", ("takeStep", ("Chad",), "asserted")),
        ("Sudan began withdrawing its forces from Chad.", ("carryOut", ("Sudan",), "asserted")),
        ("Sudan has stopped complying with the agreement with Chad.", ("takeStep", ("Sudan",), "asserted")),
        ("Sudan has not withdrawn its troops, Chad's foreign minister said.", ("takeStep", ("Sudan",), "claimed")),
        ("Sudan did not hand over the prisoners to Chad.", ("takeStep", ("Sudan",), "asserted")),
        ("Chad has failed to open the border crossing, Sudan said.", ("takeStep", ("Chad",), "claimed")),
        ("Sudan accused Chad of violating the ceasefire 12 times.", ("takeStep", ("Chad",), "claimed")),
        ("Chad accused Sudan of backing away from points agreed in May.", ("takeStep", ("Sudan",), "claimed")),
        ("Chad accused Sudan of failing to hand over 12 prisoners.", ("takeStep", ("Sudan",), "claimed")),
        ("Sudan withdrew from four villages on the border with Chad.", ("carryOut", ("Sudan",), "asserted")),
        ("Sudan released 62 conscripts from Chad.", ("carryOut", ("Sudan",), "asserted")),
        ("Chad was accused by Sudan of violating the agreement.", ("takeStep", ("Chad",), "claimed")),
        ("Chad's parliament ratified the border agreement with Sudan.", ("carryOut", ("Chad",), "asserted")),
        ("Sudan resumed grain shipments to Chad on Tuesday.", ("carryOut", ("Sudan",), "asserted")),
        ("Chadian troops withdrew from a Sudanese town on Friday.", ("carryOut", ("Chad",), "asserted")),
        ("Sudanese artillery shelled a Chadian border town on Sunday.", ("takeStep", ("Sudan",), "asserted")),
        ("Chad launched air strikes on Sudanese positions.", ("takeStep", ("Chad",), "asserted")),
        ("Chad detained 14 Sudanese fishermen on Sunday.", ("takeStep", ("Chad",), "asserted")),
        ("Sudan signed the agreement with Chad in May but never implemented it.", ("takeStep", ("Sudan",), "asserted")),
        ("Chad seized a Sudanese town, breaking the truce.", ("takeStep", ("Chad",), "asserted")),
    ],
)
def test_a_deed_has_whoever_did_it(sentence: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    assert expected in deeds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudan will return 40 prisoners to Chad.",
        "Sudan must honour the truce with Chad.",
        "Sudan did not violate the ceasefire with Chad.",
        "Neither Sudan nor Chad returned the prisoners.",
        "Sudan wants to pull back its troops from the border with Chad.",
        "Sudan returned to the talks with Chad.",
        "The Chadian side said that 40 prisoners had been returned.",
        "Chad does not skip sessions with Sudan.",
    ],
)
def test_what_is_not_done_is_no_deed(sentence: str) -> None:
    assert {d for d in deeds(sentence) if d[0] in ("carryOut", "takeStep") and d[2] in ("asserted", "claimed")} == set()


def test_a_truce_that_is_put_forward_is_not_put_off() -> None:
    assert "takeStep" not in [a.type for a in told("Sudan rejected a truce put forward by Chad on Friday.").of(Act)]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Chad accused Sudan on Sunday of backing away from points already settled, as a second round ended.",
         "back away from points already settled"),
        ("Under a deal reached last year, Sudan withdrew from four abandoned villages and Chad allowed a road to be "
         "rerouted around them.", "Under a deal reached last year, Sudan withdrew from four abandoned villages"),
    ],
)  # fmt: skip
def test_what_is_told_of_others_is_no_part_of_a_deed(words: str, item: str) -> None:
    read = told(words)
    assert item in [read.label(act.item) for act in read.of(Act)]


def test_of_two_who_are_struck_both_are_told() -> None:
    read = told("Sudan bombed Chad and Niger.", "Sudan", "Chad")
    assert not any(read.label(act.item) == "bomb Chad" for act in read.of(Act))
