"""Which facts of several sources are linked, and which look so and are not."""

from __future__ import annotations

from typing import Any

import pytest

from parley.graph.matching.finding import find_links
from parley.graph.matching.shingles import few_shingles, shared_text
from parley.graph.matching.spelling import stems
from parley.graph.matching.tellings import Telling

from .telling import NO_CL, telling

NORWAY, CHILE = NO_CL[1], NO_CL[0]
TONNES = "tonnes"


def act(sort: str, item: str, *parties: str, **told: Any) -> Telling:  # Any: whatever a telling has
    amount = told.pop("amount", "")
    usual: dict[str, Any] = {
        "sort": sort,
        "parties": parties,
        "standing": "claimed",
        "issues": ("fisheries",),
        "words": tuple(sorted(stems(item))),
        "amounts": ((amount, TONNES),) if amount else (),
        "quote": item,
        "inside": ("talks",),
    }
    made = telling("act", item, **{**usual, **told})
    about = f"{made.source}/item/{item}"
    return Telling(**{**_fields(made), "about": about, "statement": f"{made.source}/statement/{item}"})


def detail(slot: str, quote: str, **told: Any) -> Telling:  # Any: whatever a telling has
    usual: dict[str, Any] = {
        "issues": (slot,), "quote": quote, "inside": ("talks",), "parties": NO_CL, "sort": "round",
        "standing": "asserted", "first": "2031-03-09", "last": "2031-03-09",
    }  # fmt: skip
    return telling("detail", quote, **{**usual, **told})


def said(quote: str, *speakers: str, **told: Any) -> Telling:  # Any: whatever a telling has
    usual: dict[str, Any] = {
        "quote": quote, "others": speakers, "names": speakers, "sort": "direct-quote", "standing": "claim",
        "inside": ("words in common",),
    }  # fmt: skip
    return telling("saying", quote, **{**usual, **told})


def _fields(told: Telling) -> dict[str, Any]:  # Any: whatever a telling has
    return {name: getattr(told, name) for name in Telling.__dataclass_fields__}


def linked(*tellings: Telling) -> list[tuple[str, int, int]]:
    """Return the links by name and by the numbers of the two tellings that they tie, from 1."""
    ends = {
        one: place for place, told in enumerate(tellings, 1) for one in (told.node, told.about, told.statement) if one
    }
    (block,) = {block for one in tellings for block in one.blocks()}
    found = find_links(block, tellings)
    assert found == find_links(block, reversed(tellings))
    return [(link.name, ends[link.first], ends[link.second]) for link in found]


def names(*tellings: Telling) -> set[str]:
    return {name for name, _, _ in linked(*tellings)}


def test_a_later_offer_of_another_amount_is_a_variant_of_the_earlier():
    first = act("offer", "a quota of tonnes of cod", CHILE, amount="300")
    second = act("propose", "a quota of tonnes of cod", CHILE, amount="450", day="2031-04-02")
    assert linked(first, second) == [("variantOf", 2, 1)]


def test_a_counter_offer_is_a_variant_too():
    first = act("offer", "a quota of tonnes of cod", CHILE, amount="300")
    second = act("demand", "a quota of tonnes of cod", NORWAY, amount="600", day="2031-03-20")
    assert linked(first, second) == [("variantOf", 2, 1)]


def test_what_a_side_has_given_up_is_no_longer_varied():
    offers = [
        act("offer", "a quota of tonnes of cod", CHILE, amount=amount, day=day)
        for amount, day in (("300", "2031-03-10"), ("450", "2031-04-02"), ("500", "2031-05-02"))
    ]
    assert linked(*offers) == [("variantOf", 2, 1), ("variantOf", 3, 2)]


@pytest.mark.parametrize(
    "other",
    [
        act("offer", "a quota of tonnes of cod", CHILE, amount="300", day="2031-04-02"),
        act("offer", "a fleet that brings home tonnes", CHILE, amount="450", day="2031-04-02"),
        act("carryOut", "a quota of tonnes of cod", CHILE, amount="40", day="2031-04-02"),
        act("offer", "a quota of tonnes of cod", CHILE, amount="450", day="2031-04-02", standing="denied"),
        act("offer", "a quota of tonnes of cod", CHILE, amount="450", day="2032-04-02"),
        act("offer", "a quota of tonnes of cod", CHILE, amount="450", day="2031-04-02", around=(CHILE, "state/PE")),
    ],
    ids=["the same amount", "another matter", "a stage of carrying out", "denied", "a year later", "to somebody else"],
)
def test_what_is_no_variant(other: Telling):
    assert "variantOf" not in names(act("offer", "a quota of tonnes of cod", CHILE, amount="300"), other)


def test_two_outlets_that_differ_on_one_offer_contradict_each_other():
    first = act("propose", "a quota of tonnes of cod", CHILE, amount="450")
    second = act("propose", "a quota of tonnes of cod", CHILE, amount="400", day="2031-03-11")
    assert [name for name, *_ in linked(first, second)] == ["contradicts"]


SWAP = "exchange of captured fishermen"


def swap(sort: str, amount: str, *parties: str, **told: Any) -> Telling:  # Any: whatever a telling has
    """What is told of the exchange, with its day, that of a round on the day before, unless told otherwise."""
    usual = {"first": "2031-03-09", "last": "2031-03-09"}
    return act(sort, SWAP, *(parties or NO_CL), **{**usual, "amount": amount, **told})


@pytest.mark.parametrize("sort", ["agree", "commit", "carryOut"])
def test_other_figures_of_what_is_settled_on_one_day_contradict_each_other(sort: str):
    assert linked(swap(sort, "450"), swap(sort, "400", day="2031-03-11")) == [("contradicts", 1, 2)]


def test_without_a_day_figures_of_one_agreement_differ_only_in_reports_that_are_near():
    undated = {"first": "", "last": ""}
    assert names(swap("agree", "450", **undated), swap("agree", "400", day="2031-03-11", **undated)) == {"contradicts"}
    assert "contradicts" not in names(
        swap("agree", "450", **undated), swap("agree", "400", day="2031-03-20", **undated)
    )
    assert names(swap("carryOut", "450", **undated), swap("carryOut", "400", **undated)) == set()


@pytest.mark.parametrize(
    "told",
    [
        {"first": "2031-03-10", "last": "2031-03-10"},
        {"rough": True},
        {"standing": "expected"},
        {"issues": ("borders",)},
        {"words": tuple(sorted(stems("return of the stolen nets")))},
        {"amounts": (("400", "nets"),)},
        {"amounts": (("400", TONNES), ("450", TONNES))},
        {"parties": ("state/PE",)},
    ],
    ids=lambda told: next(iter(told)),
)
def test_figures_of_another_day_matter_or_party_and_rounded_ones_contradict_nothing(told: dict[str, Any]):
    assert "contradicts" not in names(swap("agree", "450"), swap("agree", "400", **told))


def test_what_is_done_so_far_contradicts_no_agreement_on_more():
    assert "contradicts" not in names(swap("agree", "450"), swap("carryOut", "400"))


def test_a_source_that_knows_both_figures_contradicts_nobody():
    first, other = swap("agree", "450"), swap("agree", "400", day="2031-03-11")
    assert "contradicts" not in names(first, other, swap("commit", "400", source=first.source, about="first"))


def test_an_old_offer_told_again_beside_a_new_one_contradicts_nothing():
    old = act("propose", "a quota of tonnes of cod", CHILE, amount="300")
    again = act("propose", "a quota of tonnes of cod", CHILE, amount="300", day="2031-04-01")
    new = act("propose", "a quota of tonnes of cod", CHILE, amount="450", day="2031-04-02")
    assert names(old, again, new) == {"variantOf"}


def test_an_answer_is_tied_to_what_another_source_tells_was_asked():
    asked = act("demand", "reopen the harbour of Tromso", NORWAY)
    answer = act("reject", "reopen the harbour of Tromso", CHILE, day="2031-03-12")
    assert linked(asked, answer) == [("respondsTo", 2, 1)]


def test_what_two_agree_to_answers_what_one_of_them_asked():
    asked = act("demand", "reopen the harbour of Tromsund", CHILE, day="2031-03-02")
    agreed = act("agree", "the harbour of Tromsund reopens in May", CHILE, NORWAY, day="2031-03-09")
    assert linked(agreed, asked) == [("respondsTo", 1, 2)]


def test_a_bare_answer_is_one_to_what_was_asked_last():
    first = act("demand", "reopen the harbour of Tromso", NORWAY, day="2031-03-01")
    last = act("propose", "a joint patrol at sea", NORWAY, day="2031-03-09")
    answer = act("agreeToConsider", "the proposal", CHILE)
    assert linked(first, last, answer) == [("respondsTo", 3, 2)]


def test_nobody_answers_himself_and_only_he_withdraws():
    asked = act("demand", "reopen the harbour of Tromso", NORWAY)
    own = act("agree", "reopen the harbour of Tromso", NORWAY, day="2031-03-12")
    back = act("withdraw", "reopen the harbour of Tromso", NORWAY, day="2031-03-12")
    other = act("withdraw", "reopen the harbour of Tromso", CHILE, day="2031-03-12")
    assert linked(asked, own, back, other) == [("respondsTo", 3, 1)]


def test_agreed_and_later_denied_contradict_and_denied_and_later_agreed_do_not():
    agreed = act("agree", "set up a working group", CHILE)
    denied = act("agree", "set up a working group", CHILE, day="2031-03-11", standing="denied")
    later = act("agree", "set up a working group", CHILE, day="2031-03-12")
    assert linked(agreed, denied) == [("contradicts", 1, 2)]
    assert linked(denied, later) == []


def test_did_not_agree_is_a_denial_and_a_refusal_after_a_promise_is_none():
    agreed = act("agree", "set up a working group", CHILE)
    denied = act("reject", "set up a working group", CHILE, day="2031-03-11", quote="Chile did not agree to set it up")
    refused = act("reject", "set up a working group", CHILE, day="2031-03-11", quote="Chile refused to set it up")
    assert names(agreed, denied) == {"contradicts"}
    assert names(agreed, refused) == set()


def test_agreed_and_then_only_considered_contradict_and_the_other_way_round_is_how_things_go():
    agreed = act("agree", "set up a working group", CHILE, day="2031-03-10")
    considered = act("agreeToConsider", "set up a working group", CHILE, day="2031-03-11")
    assert names(agreed, considered) == {"contradicts"}
    later = act("agree", "set up a working group", CHILE, day="2031-03-12")
    assert names(considered, later) == set()


def test_one_article_may_tell_a_side_s_answer_in_two_ways():
    source = {"source": "https://example.org/one"}
    yes = act("agreeToConsider", "a joint patrol", CHILE, **source, names=("a joint patrol", "Jan Berg"), ordinal=100)
    no = act("reject", "the proposal", CHILE, **source, names=("the proposal", "Ana Rojas"), ordinal=300)
    assert names(yes, no) == {"contradicts"}
    same = act("reject", "the proposal", CHILE, **source, names=("the proposal", "Jan Berg"), ordinal=300)
    assert names(yes, same) == set()
    between = act("demand", "a fleet of cutters", NORWAY, **source, names=("a fleet of cutters",), ordinal=200)
    assert names(yes, between, no) == set()


def test_one_thing_that_each_side_is_said_to_have_proposed_is_a_contradiction():
    one = act("propose", "a hotline between the two coast guards", NORWAY)
    other = act("propose", "a hotline between the two coast guards", CHILE, day="2031-03-20")
    assert names(one, other) == {"contradicts"}
    vague = act("propose", "a truce", NORWAY), act("propose", "a truce", CHILE)
    assert names(*vague) == set()


def hours(value: str, **told: Any) -> Telling:  # Any: whatever a telling has
    return detail("duration", f"lasted {value}", amounts=((value, "HUR"),), **told)


def test_how_long_one_round_took_may_be_told_in_two_ways():
    assert names(hours("4"), hours("2")) == {"contradicts"}
    assert names(hours("4"), hours("5")) == set()
    assert names(hours("2"), detail("duration", "took", amounts=(("120", "MIN"),))) == set()
    assert names(hours("4"), hours("6", first="2031-04-09", last="2031-04-09")) == set()


def test_one_day_s_round_in_two_cities_is_a_contradiction():
    rome, bergen = (detail("place", f"talks in {place.title()}", place=place) for place in ("rome", "bergen"))
    assert names(rome, bergen) == {"contradicts"}
    assert names(rome, detail("place", "the Rome talks", place="rome")) == set()
    assert names(rome, detail("place", "talks in Italy", place="italy")) == set()
    assert names(rome, detail("place", "talks at the Villa Madama", place="villa madama")) == set()
    assert names(rome, detail("place", "talks in Bergen", place="bergen", standing="expected")) == set()
    assert names(rome, detail("place", "talks in Bergen", place="bergen", parties=("state/CL", "state/PE"))) == set()


def test_a_numbered_round_on_two_days_is_a_contradiction_unless_it_was_put_off():
    second, third = (
        detail("date", f"the second round, on {day}", ordinal=2, first=day, last=day)
        for day in ("2031-03-09", "2031-03-10")
    )
    assert names(second, third) == {"contradicts"}
    planned = detail("date", "is due on 2 March", ordinal=2, first="2031-03-02", last="2031-03-02", standing="expected")
    assert names(second, planned) == set()


def test_one_utterance_in_two_outlets_repeats_even_in_another_translation():
    one = said("“The sea will not wait for our pens,”", "brk")
    assert names(one, said("“The sea does not wait until we have signed,”", "brk", day="2031-03-12")) == {
        "sameContentAs"
    }
    assert names(one, said("“The sea will not wait for our pens,”", "lnd")) == set()
    assert names(one, said("“The sea will not wait for our pens,”", "brk", day="2031-05-12")) == set()


def test_an_agency_s_text_in_two_outlets_repeats():
    text = "Chile offered to leave 300 tonnes of cod to Norwegian boats between June and August"
    one, other = said(text, "brk", sort="paraphrase"), said(f"{text}, Harbour Wire reported", sort="paraphrase")
    assert names(one, other) == {"sameContentAs"}
    assert set(few_shingles(one.quote)) & set(few_shingles(other.quote))


def test_an_agency_s_text_repeats_the_first_of_another_outlet_of_those_days_and_none_of_its_own():
    text = "Chile offered to leave 300 tonnes of cod to Norwegian boats between June and August"
    days = "2031-03-10", "2031-03-10", "2031-03-12", "2031-03-15", "2031-03-16"
    outlets = ("https://example.org/a",) * 2 + (
        "https://example.org/b",
        "https://example.org/a",
        "https://example.org/c",
    )
    told = [said(text, day=day, source=outlet) for day, outlet in zip(days, outlets, strict=True)]
    assert linked(*told) == [("sameContentAs", 1, 3), ("sameContentAs", 4, 5)]


def test_a_statement_repeats_the_likest_of_those_before_it():
    of_wind = said("he would close the harbour when 45 knots of wind blow", "brk", sort="paraphrase")
    of_cod = said("Chile would leave 300 tonnes of its cod to Norwegian boats", "brk", sort="paraphrase")
    both = said(f"{of_cod.quote} and close the harbour at 45 knots of wind", "brk", sort="paraphrase", day="2031-03-11")
    assert linked(of_wind, both) == [("sameContentAs", 1, 2)]
    assert linked(of_wind, of_cod, both) == [("sameContentAs", 2, 3)]


def test_what_very_many_outlets_print_is_compared_as_one_text(monkeypatch: pytest.MonkeyPatch):
    compared = list[str]()

    def counted(one: str, other: str) -> tuple[float, int]:
        compared.append(one)
        return shared_text(one, other)

    monkeypatch.setattr("parley.graph.matching.repeats.shared_text", counted)
    texts = [f"{name} offered to leave 300 tonnes of cod to the boats of the north" for name in ("Chile", "Peru", "He")]
    told = [said(text) for text in texts for _ in range(60)]
    assert len(linked(*told)) == len(told) - 1
    assert len(compared) < 100


def test_what_one_speaker_says_of_one_number_repeats_in_other_words():
    one = said("Chile offered to leave 300 tonnes of cod to Norwegian boats", "brk", sort="paraphrase")
    other = said("his country would let the boats have 300 tonnes of its cod, he explained", "brk", sort="paraphrase")
    assert names(one, other) == {"sameContentAs"}
    assert names(one, said("he had slept for 300 minutes", "brk", sort="paraphrase")) == set()


def test_a_figure_that_another_takes_back_is_a_contradiction():
    number = {"inside": ("number 60",)}
    one = said("Some 1,200 people had crossed by evening", sort="paraphrase", **number)
    other = said("we counted 900 people on foot, and not 1,200", "brk", day="2031-03-20", **number)
    assert names(one, other) == {"contradicts"}
    few = said("45 boats came, and not 60", day="2031-03-11", **number)
    assert names(said("the talks took 60 days and many boats", sort="paraphrase", **number), few) == set()
    assert names(one, said("900 boats, not the 1,200 that they had asked for", "brk", **number)) == set()


def test_who_denies_it_denies_what_was_said_just_before():
    source = {"source": "https://example.org/one", "sort": "paraphrase", "inside": ("in one",)}
    claim = said("Two armoured boats came close on Monday", "brk", **source, ordinal=100)
    denial = said("The Chilean admiral denied it", "lnd", **source, ordinal=180, standing="denial")
    assert linked(claim, denial) == [("contradicts", 1, 2)]
    far = said("The Chilean admiral denied it", "lnd", **source, ordinal=1800, standing="denial")
    assert linked(claim, far) == []
