"""One item, many tellings: who, on what, how much, then words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from parley.graph.matching.matter import matter
from parley.graph.matching.spelling import stems
from parley.graph.matching.tellings import Telling

from .telling import NO_CL, asked, joined, telling


def item(label: str, *amounts: str, by: str = "state/NO", **told: Any) -> Telling:
    usual: dict[str, Any] = {
        "parties": (by,), "issues": ("issue-fisheries",), "sort": "Proposal", "words": tuple(sorted(stems(label))),
        "amounts": tuple((amount, "tonnes") for amount in amounts),
    }  # fmt: skip
    return telling("item", label, **{**usual, **told})


def test_the_same_amount_on_the_same_matter_by_the_same_side_is_one():
    assert joined(item("a quota of 500 tonnes of cod", "500"), item("500 tonnes of cod as a quota", "500"))


def test_another_amount_is_another_item():
    assert not joined(item("a quota of 500 tonnes of cod", "500"), item("a quota of 700 tonnes of cod", "700"))


def test_another_side_has_another_item():
    words = "a quota of 500 tonnes of cod"
    assert not joined(item(words, "500"), item(words, "500", by="state/CL"))


def test_what_one_side_demands_and_the_other_promises_is_one():
    demand = item("open the port of Tromsund to trawlers", by="state/CL", sort="Demand", others=("state/NO",))
    assert joined(demand, item("open the port of Tromsund to Chilean trawlers", sort="Commitment"))


def test_a_word_for_an_item_is_no_item():
    assert not joined(item("the offer"), item("the offer"))


def test_only_one_amount_in_common_is_not_enough():
    dam = item("pay $40 million for the upkeep of the dam", "40000000", sort="Demand")
    pumps = item("pay $40 million for new pumps", "40000000", sort="Demand")
    assert not joined(dam, pumps)


def test_half_a_year_and_more_makes_two():
    words = "a quota of 500 tonnes of cod"
    assert not joined(item(words, "500", day="2031-01-01"), item(words, "500", day="2032-01-01"))


def test_what_several_sides_promise_together_is_not_what_two_of_them_do():
    words = "finish the fishing agreement for signature"
    of_two = item(words, parties=("state/CL", "state/NO"), sort="Commitment")
    assert joined(of_two, item(words, parties=("state/CL", "state/NO"), sort="Commitment"))
    assert not joined(of_two, item(words, parties=("state/CL", "state/NO", "state/PE"), sort="Commitment"))


def test_what_a_headline_tells_in_short_is_the_item_of_the_text():
    short = item("500 tonnes", "500", source="https://example.org/a")
    full = item("land 500 tonnes of cod in Tromsund each year", "500", source="https://example.org/a")
    assert joined(short, full, item("500 tonnes", "500")) == {frozenset("123")}
    assert not joined(short, item("700 tonnes", "700", source="https://example.org/a"))


def test_an_amount_alone_is_the_only_matter_of_that_amount_which_its_side_told_of():
    harbour = item("pay $40 million for the upkeep of the harbour", "40000000", sort="Demand")
    bare = item("its demand", "40000000", parties=(), others=("state/NO",), sort="Item", issues=())
    assert joined(harbour, bare)
    assert not joined(harbour, item("its demand", "40000000", parties=(), others=("state/CL",), sort="Item", issues=()))
    assert not joined(harbour, item("its demand", "30000000", parties=(), others=("state/NO",), sort="Item", issues=()))


def test_an_amount_alone_is_asked_about_where_its_side_told_of_two_matters_of_that_amount():
    harbour = item("pay $40 million for the upkeep of the harbour", "40000000", sort="Demand")
    nets = item("pay $40 million for new nets", "40000000", sort="Demand")
    bare = item("its demand", "40000000", parties=(), others=("state/NO",), sort="Item", issues=())
    assert not joined(harbour, nets, bare)
    assert any("several matters" in why for why in asked(harbour, nets, bare))


def test_open_and_reopen_are_one_and_steps_are_no_amount_of_it():
    demand = item("reopen the Tromsund harbour", by="state/CL", sort="Demand", others=("state/NO",))
    done = item("open the Tromsund harbour in two steps", sort="Agreement", parties=(), others=("state/NO",))
    assert joined(demand, replace(done, amounts=(("2", "steps"),)))
    assert not joined(demand, item("move the Tromsund harbour", sort="Commitment"))


def test_one_word_and_the_same_amount_are_one_matter():
    nets = item("pay $40 million for new nets", "40000000", sort="Demand")
    short = item("$40 million for nets", "40000000", sort="Demand")
    assert joined(replace(nets, words=("net",)), replace(short, words=("net",)))
    assert not joined(replace(nets, words=("net",)), replace(short, words=("harbour",)))
    assert not joined(replace(nets, words=("net",), amounts=()), replace(short, words=("net",), amounts=()))


def test_agreements_of_one_side_with_whom_is_not_told_are_asked_about():
    words = "the agreement on fishing quotas"
    signed: dict[str, Any] = {"sort": "Agreement", "parties": (), "others": ("state/NO",)}
    of_two = item(words, **signed | {"others": ("state/CL", "state/NO")}, talks=())
    assert not joined(of_two, item(words, **signed, talks=()))
    assert "only one side of each agreement" in asked(of_two, item(words, **signed, talks=()))[0]
    assert joined(item(words, **signed), item(words, **signed))


def test_one_of_many_things_that_are_counted_up_is_asked_about():
    many = "lower tariffs on cod, herring, nets, ropes, hulls, harbours, pilots, customs, quotas, licences, crews"
    assert not joined(item("lower tariffs on cod"), item(many))
    assert "tells of several things" in asked(item("lower tariffs on cod"), item(many))[0]
    assert joined(item("lower tariffs on cod"), item("lower tariffs on cod, herring and nets"))


def test_three_weeks_are_not_three_months():
    watch = item("let observers watch the Tromsund harbour for three months", amounts=(("3", "months"),))
    move = item("move trawlers from the Tromsund harbour and let observers in within three weeks")
    assert joined(watch, replace(move, amounts=(("3", "months"),)))
    assert not joined(watch, replace(move, amounts=(("3", "weeks"),)))


def test_what_was_done_with_one_number_in_two_seasons_was_done_twice():
    done: dict[str, Any] = {"sort": "Deed", "parties": (), "others": NO_CL, "amounts": (("90", "sailors"),)}
    first = item("Norway and Chile each freed 90 sailors on Friday in an exchange", **done)
    assert joined(first, item("Norway and Chile exchanged 90 sailors each", **done, day="2031-03-12"))
    assert not joined(first, item("Norway and Chile exchanged 90 sailors each", **done, day="2031-05-25"))
    assert joined(first, item("exchange 90 sailors", **done | {"sort": "Agreement"}, day="2031-05-25"))


def test_an_agreement_with_two_is_not_that_with_one_of_them():
    signed: dict[str, Any] = {"sort": "Agreement", "parties": ()}
    of_three = item("fishing agreements with Chile and Peru", others=(*NO_CL, "state/PE"), **signed)
    assert not joined(of_three, item("the fishing agreement with Chile", others=NO_CL, **signed))
    assert joined(of_three, item("fishing agreements with Chile and Peru", others=(*NO_CL, "state/PE"), **signed))


def test_what_the_other_side_answers_by_amount_and_a_word_is_the_only_offer_of_as_much():
    offer = item("cut its tariff on Chilean cod to 12 percent", amounts=(("12", "percent"),))
    told: dict[str, Any] = {"amounts": (("12", "percent"),), "parties": (), "others": ("state/CL",), "sort": "Item"}
    words = tuple(sorted(matter("the 12 percent tariff that Norway had offered in Bergen")))
    assert joined(offer, item("the 12 percent tariff", words=words, **told))
    assert not joined(offer, item("its 12 percent tariff", words=words, **told))
    assert not joined(offer, item("the 12 percent fine", words=("fine",), **told))
    assert not joined(offer, item("the 12 percent tariff", words=words, **told | {"others": ("state/PE",)}))


def test_at_how_many_rounds_something_is_told_is_no_amount_of_it():
    done = item("inspections of trawlers at Tromsund", amounts=(("3", "rounds"),), parties=(), sort="Agreement")
    again = item("inspections of trawlers at Tromsund", amounts=(("2", "ships"),), parties=(), sort="Agreement")
    assert joined(replace(done, others=NO_CL), replace(again, others=NO_CL, amounts=()))
    assert joined(replace(done, others=NO_CL), replace(again, others=NO_CL))


def test_what_is_done_for_one_is_not_what_is_done_for_another():
    words = "cut its tariff on {} cod and herring to 15 percent"
    cut = [item(words.format(whose), "15") for whose in ("Chilean", "Peruvian", "foreign")]
    chile, peru, foreign = (
        replace(one, words=cut[2].words, named=named)
        for one, named in zip(cut, (("state/CL", "state/NO"), ("state/NO", "state/PE"), ("state/NO",)), strict=True)
    )
    assert not joined(chile, peru)
    assert joined(chile, foreign)
    assert joined(chile, item(words.format("Chilean"), "15", named=("state/CL",)))


def test_what_counts_up_other_sums_beside_it_is_asked_about():
    rate = item("accept a tariff of 15 percent on cod", amounts=(("15", "percent"),))
    sums = (("15", "percent"), ("600000000", "usd"), ("750000000", "usd"))
    whole = item("accept a tariff of 15 percent on cod, invest $600 million and buy for $750 million", amounts=sums)
    assert not joined(rate, whole)
    assert "tells of several things" in asked(rate, whole)[0]
    assert joined(rate, replace(whole, amounts=(*sums[:1], ("5", "years"))))


def test_an_agreement_in_the_same_many_words_is_one_whoever_is_known_to_make_it():
    signed: dict[str, Any] = {"sort": "Agreement", "parties": (), "talks": ()}
    words = "catch certificates and landing permits for cod, herring and nets"
    told = [item(words, others=others, **signed) for others in (("state/NO",), NO_CL)]
    assert joined(*told)
    assert not joined(*(replace(one, words=("certificat", "cod")) for one in told))


def test_what_is_promised_within_weeks_is_what_is_then_done():
    promise = item("open the Tromsund harbour within two weeks", sort="Commitment", amounts=(("2", "weeks"),))
    done = item("opened the harbour", sort="Deed", parties=(), others=("state/NO",))
    assert joined(promise, done)
    assert not joined(replace(promise, amounts=(("2", "berths"),)), done)


def test_for_what_one_side_demands_the_other_sets_conditions():
    demand = item("hand over maps of the reefs along the coast", by="state/CL", sort="Demand", others=("state/NO",))
    words = "not hand over maps of the reefs along the coast without guarantees"
    assert joined(demand, item(words, sort="Item"))
    assert not joined(demand, item(words, sort="Proposal"))
    assert not joined(demand, item(words, by="state/PE", sort="Item"))


def owned(label: str, words: str, **told: Any) -> Telling:
    """Return an item that is told as Norway's."""
    usual: dict[str, Any] = {"parties": (), "others": ("state/CL",), "named": ("state/NO",), "sort": "Item"}
    return item(label, **{**usual, "words": tuple(sorted(stems(words))), **told})


def test_whose_offer_it_is_tells_which_where_it_is_the_only_one():
    offer = item("open the Tromsund harbour to trawlers", source="https://example.org/a")
    studied = owned("study the Norwegian offer", "study offer")
    assert joined(offer, replace(studied, source="https://example.org/a"))
    assert joined(offer, studied)
    assert not joined(offer, replace(studied, named=("state/PE",)))
    assert not joined(offer, replace(studied, day="2031-04-10"))
    assert not joined(replace(offer, sort="Demand"), studied)
    assert not joined(offer, replace(studied, parties=("state/CL",), sort="Commitment"))
    assert not joined(offer, item("share maps of the reefs", source="https://example.org/a"), studied)
    assert not joined(offer, owned("study the Norwegian offer on cod", "study offer cod"))


def test_whose_offer_it_is_and_how_much_tell_which():
    offer = item("land 500 tonnes of cod in Tromsund", "500", others=("state/CL",))
    told = owned("a Norwegian proposal", "proposal", amounts=(("500", "tonnes"),), day="2031-04-10")
    assert joined(offer, told)
    assert not joined(offer, replace(told, amounts=(("700", "tonnes"),)))


def test_an_offer_told_as_somebodys_meets_those_who_made_it():
    told = owned("a Norwegian proposal", "proposal", others=("state/CL", "state/PE"), around=("state/CL", "state/PE"))
    assert told.blocks() & item("land cod", around=NO_CL).blocks()


def test_what_is_told_of_with_other_counterparts_is_another_item():
    told: dict[str, Any] = {"others": ("state/SE",), "amounts": (("500", "tonnes"),)}
    here, elsewhere = (
        item("a quota of 500 tonnes of cod for three years", around=("state/NO", other), **told)
        for other in ("state/CL", "state/PE")
    )
    assert joined(here, replace(here, node="https://example.org/x/item/1", source="https://example.org/x"))
    assert not joined(here, elsewhere)


def test_a_word_and_an_amount_that_the_other_side_answers_are_an_offer_only_where_whose_it_is_is_told():
    offer = item("a quota of 500 tonnes of cod", "500")
    bare = item("the offer of 500 tonnes", "500", parties=(), others=("state/CL",), sort="Item")
    assert joined(offer, replace(bare, named=("state/NO",)))
    assert not joined(offer, bare)
    assert asked(offer, bare)


def test_that_it_was_demanded_of_whom_promises_it_settles_what_few_words_leave_open():
    demand = item("open the port of Tromsund to trawlers", by="state/CL", sort="Demand", others=("state/NO",))
    assert joined(demand, item("open the port of Tromsund in summer", sort="Commitment"))
