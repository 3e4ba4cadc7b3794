"""One event, many tellings: number, days and kind join; what differs keeps apart."""

from __future__ import annotations

from typing import Any

from .telling import NO_CL, asked, event, joined

TALKS_OF_TWO = {"parties": (), "talks": (NO_CL,)}


def test_one_number_between_the_same_parties_is_one_round():
    assert joined(event(ordinal=2, on="2031-03-09"), event(ordinal=2, day="2031-03-20"))


def test_two_numbers_are_two_rounds_even_on_one_day():
    assert not joined(event(ordinal=2, on="2031-03-09"), event(ordinal=3, on="2031-03-09"))


def test_one_day_and_kind_is_one_event_and_a_call_is_no_round():
    assert joined(event(on="2031-03-09"), event(on="2031-03-09", sort="talks"))
    assert not joined(event(on="2031-03-09"), event(on="2031-03-09", sort="call"))


def test_a_ceasefire_is_asked_about_on_the_day_of_a_signing():
    signing = event("signing of the accord", on="2031-03-09", sort="signing")
    ceasefire = event("ceasefire", on="2031-03-09", sort="ceasefire")
    assert not joined(signing, ceasefire)
    assert "a ceasefire may begin" in asked(signing, ceasefire)[0]
    assert joined(signing, event("agreement", on="2031-03-09", sort="agreement"))


def test_a_meeting_of_one_side_is_asked_about_but_at_the_same_place():
    told: dict[str, Any] = {"on": "2031-03-09", "sort": "meeting"}
    assert not joined(event(**told), event(parties=("state/NO",), **told))
    assert "one side only" in asked(event(**told), event(parties=("state/NO",), **told))[0]
    assert joined(event(place="bergen", **told), event(parties=("state/NO",), place="bergen", **told))
    assert joined(event(ordinal=2, **told), event(parties=("state/NO",), ordinal=2, **told))


def test_the_same_number_years_later_is_another_round():
    assert not joined(event(ordinal=1, on="2028-03-09", day="2028-03-10"), event(ordinal=1, on="2031-03-09"))


def test_other_parties_are_another_event():
    assert not joined(event(ordinal=2), event(ordinal=2, parties=("state/CL", "state/PE")))


def test_a_round_that_was_put_off_is_one_with_the_one_that_was_held():
    planned = event(ordinal=3, on="2031-04-23", standing="expected")
    assert joined(planned, event(ordinal=3, on="2031-05-08", day="2031-05-09"))


def test_a_city_that_one_outlet_gets_wrong_splits_nothing():
    assert joined(event(on="2031-03-09", place="rome"), event(on="2031-03-09", place="bergen"))


def test_the_month_means_the_only_round_in_it():
    assert joined(event(on="2031-03-09"), event("the talks in March", on="2031-03-01/2031-03-31", sort="meeting"))
    two = event(on="2031-03-02"), event(on="2031-03-09")
    assert not joined(*two, event("the talks in March", on="2031-03-01/2031-03-31", sort="meeting"))


def test_the_talks_are_those_just_over():
    assert joined(event(on="2031-03-09"), event("the talks")) == {frozenset("12")}
    assert not joined(event(on="2031-02-09", day="2031-02-10"), event("the talks"))


def test_talks_some_days_after_a_meeting_are_asked_about():
    meeting = event("meeting with Jan Berg", on="2031-03-07", sort="meeting")
    assert not joined(meeting, event("talks between Chile and Norway", sort="talks"))
    assert asked(meeting, event("talks between Chile and Norway", sort="talks"))
    assert joined(meeting, event("the talks", sort="talks", day="2031-03-07"))
    assert joined(meeting, event("the meeting", sort="meeting"))


def test_talks_of_nobody_told_are_those_just_over_at_their_place_where_both_sides_act():
    untold: dict[str, Any] = {"parties": (), "talks": (), "place": "bergen"}
    held = event(on="2031-03-09", place="bergen", ordinal=2)
    assert joined(held, event("Bergen talks", **untold))
    assert not joined(held, event("Rome talks", **untold | {"place": "rome"}))
    assert not joined(held, event("talks", **untold | {"place": ""}))
    assert not joined(held, event("Bergen talks", **untold, around=("state/NO", "state/PE")))
    assert not joined(held, event("Bergen talks", **untold, day="2031-04-10"))


def test_the_talks_are_nobodys_where_two_are_just_over():
    rounds = [event(on=day, day=day) for day in ("2031-03-08", "2031-03-09")]
    assert not joined(*rounds, event("talks"))
    assert joined(rounds[0], event("talks", day="2031-03-09"))


def test_next_and_previous_are_counted_from_the_day_of_publication():
    rounds = [event(on=day, day=day) for day in ("2031-02-09", "2031-03-09", "2031-04-09")]
    assert joined(*rounds, event("next round", turn=1, standing="expected")) == {frozenset("34")}
    assert joined(*rounds, event("previous round", turn=-1)) == {frozenset("14")}


def test_after_a_season_another_round_may_have_come_between():
    assert not joined(event(on="2031-09-09", day="2031-09-09"), event("next round", turn=1, standing="expected"))
    assert not joined(event(on="2030-10-09", day="2030-10-09"), event("previous round", turn=-1))


def test_a_telling_without_parties_is_found_by_whom_its_source_tells_of():
    bare = event(ordinal=2, on="2031-03-09", parties=(), talks=())
    assert joined(bare, event(ordinal=2, on="2031-03-09"))


def test_what_one_source_tells_apart_stays_apart():
    two = [event(ordinal=2, on="2031-03-09", source="https://example.org/s") for _ in range(2)]
    assert not joined(*two)


def test_a_meeting_of_two_beside_that_of_three_in_one_source_stays_apart():
    three = (*NO_CL, "state/PE")
    inside: dict[str, Any] = {"source": "https://example.org/s", "sort": "meeting"}
    of_two = event("bilateral meeting", on="2031-03-07", **inside)
    of_three = event("trilateral meeting", parties=three, **inside)
    elsewhere = event("trilateral meeting", on="2031-03-07", parties=three, sort="meeting")
    assert joined(of_two, of_three, elsewhere) == {frozenset("23")}
    assert "one tells of more sides" in asked(of_two, elsewhere)[0]


def test_a_meeting_of_others_on_the_day_of_a_round_is_no_round():
    third = event(ordinal=3, on="2031-03-07", place="bergen", others=("brk",))
    beside = event("meeting", on="2031-03-07", place="bergen", sort="meeting", others=("dl", "smt"))
    assert not joined(third, beside)
    assert joined(third, event("meeting", on="2031-03-07", place="bergen", sort="meeting", others=("brk", "smt")))
    assert joined(third, event("meeting", on="2031-03-07", place="bergen", sort="meeting"))
    assert joined(third, event(ordinal=3, on="2031-03-07", others=("dl", "smt")))


def test_what_does_not_fit_is_asked_with_the_reason():
    group = event(ordinal=2, on="2031-03-09"), event(on="2031-03-09", place="oslo")
    late = event(on="2031-03-09", place="oslo", sort="talks", ordinal=3)
    assert joined(*group, late) == {frozenset("12")} or joined(*group, late) == {frozenset("23")}
    assert any("one is number" in why for why in asked(*group, late))


def test_a_round_that_was_put_off_is_one_with_what_was_held_on_its_new_day():
    planned = event("third round", ordinal=3, on="2031-04-23", standing="expected", day="2031-04-02")
    put_off = event("third round", ordinal=3, on="2031-05-08", standing="expected", day="2031-04-25")
    held = event("round", on="2031-05-08", day="2031-05-09")
    assert joined(planned, put_off, held) == {frozenset("123")}
    assert joined(planned, put_off, event("round", on="2031-05-20", day="2031-05-21")) == {frozenset("12")}


def test_a_plan_that_was_put_off_stays_of_its_round_also_where_it_was_told_without_a_number():
    planned = event("third round", ordinal=3, on="2031-04-23", standing="expected", day="2031-04-01")
    unnumbered = event("next round", on="2031-04-23", standing="expected", turn=1, day="2031-04-02")
    moved = event("third round", ordinal=3, on="2031-05-08", standing="expected", day="2031-04-25")
    held = event("talks", on="2031-05-08", sort="talks", day="2031-05-11")
    assert joined(planned, unnumbered, moved, held) == {frozenset("1234")}


def test_two_plans_for_one_month_are_one_only_at_one_place():
    planned = {"on": "2031-09-01/2031-09-30", "standing": "expected"}
    fifth = event("fifth round", ordinal=5, place="bergen", **planned)
    assert joined(fifth, event("next round", turn=1, place="bergen", **planned))
    assert not joined(fifth, event("next round", turn=1, place="rome", **planned))


def test_the_next_round_of_other_talks_is_not_meant():
    others = ("state/CL", "state/PE")
    dated = event("seventh round", ordinal=7, on="2031-03-20", parties=others, talks=(others,))
    told = event("next round", parties=(), turn=1, standing="expected", around=("state/CL", "state/NO", "state/PE"))
    assert not joined(dated, told)
    assert joined(dated, event("next round", parties=(), talks=(others,), turn=1, standing="expected"))


def test_talks_whose_sides_are_named_are_meant_also_where_their_source_tells_of_other_talks():
    named = event(on="2031-03-09", talks=(("state/CL", "state/PE"),))
    assert joined(named, event("talks", parties=(), sort="talks"))


def test_what_has_neither_number_nor_day_is_one_with_nothing():
    assert not joined(event("the meeting", sort="meeting"), event("the meeting", sort="meeting"))


def test_two_that_one_source_tells_of_on_one_day_are_not_one_by_a_third():
    two = [event(on="2031-03-09", sort="meeting", source="https://example.org/a") for _ in range(2)]
    assert all(len(one) < 3 for one in joined(*two, event(on="2031-03-09", sort="meeting", day="2031-04-02")))


def test_names_in_its_label_keep_only_gatherings_apart():
    first, second = (
        {"on": "2031-03-09", "ordinal": 2, "name": f"second round of {name} talks"} for name in ("EU", "UN")
    )
    assert joined(event(**first), event(**second))
    assert not joined(event(**first | {"sort": "summit"}), event(**second | {"sort": "summit"}))
    assert joined(event(**first | {"sort": "summit"}), event(**first | {"sort": "summit", "name": "the summit"}))
