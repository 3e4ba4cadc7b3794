"""Which sources tell of one negotiation: never by its parties alone."""

from __future__ import annotations

from typing import Any

from parley.graph.matching.tellings import Telling

from .telling import NO_CL, asked, joined, telling


def process(day: str, **told: Any) -> Telling:
    return telling("process", "Norway–Chile talks", day=day, parties=NO_CL, **told)


def test_the_same_parties_negotiate_on_until_a_long_silence():
    assert joined(process("2031-03-10"), process("2031-12-10")) == {frozenset("12")}
    assert not joined(process("2031-03-10"), process("2033-03-10"))


def test_talks_of_two_are_not_those_that_they_once_had_with_a_third():
    three = telling("process", "talks", day="2031-03-10", parties=(*NO_CL, "state/PE"))
    assert joined(three, process("2031-04-10"))
    assert not joined(three, process("2031-08-10"))
    assert "others too in one" in asked(three, process("2031-08-10"))[0]
    assert joined(process("2031-03-01"), three, process("2031-08-10")) == {frozenset("123")}


def test_talks_with_one_more_are_not_those_with_another_one_more():
    one, other = (
        telling("process", "talks", day="2031-03-10", parties=tuple(sorted((*NO_CL, third))))
        for third in ("state/PE", "state/SE")
    )
    assert not joined(one, other)
    assert not asked(one, other)


def test_a_source_without_a_day_may_tell_of_any_negotiation_of_its_parties():
    assert not joined(process(""), process("2031-03-10"))
    assert asked(process(""), process("2031-03-10")) == ["same parties; one source has no day"]
    assert joined(process(""), process("")) == {frozenset("12")}


def test_a_source_without_a_day_is_of_the_only_negotiation_of_its_parties_with_the_same_people():
    people = ("ada brook", "jan berg")
    first, undated = process("2031-03-10", words=people), process("", words=("olaf dahl", *people))
    assert joined(first, undated) == {frozenset("12")}
    assert not asked(first, undated)
    assert not joined(first, process("", words=people[:1]))
    assert asked(first, process("", words=people[:1]))


def test_of_two_negotiations_of_its_parties_people_are_asked_whatever_people_it_names():
    people = ("ada brook", "jan berg")
    then, now = process("2028-03-10", words=people), process("2031-03-10", words=people)
    assert not joined(then, now, process("", words=people))
    assert asked(then, now, process("", words=people)) == ["same parties; one source has no day"]


def test_a_source_of_a_year_is_of_the_negotiation_that_no_silence_parts_from_any_day_of_it():
    of_year = process("", first="2031-01-01", last="2031-12-31")
    assert joined(process("2031-03-10"), process("2031-09-10"), of_year) == {frozenset("123")}
    assert not joined(process("2029-03-10"), of_year)
    assert not joined(process("2030-12-10"), process("2032-01-20"), of_year)
