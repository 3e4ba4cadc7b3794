"""Who is who across sources: a name and one more cue that agrees, never a name alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from parley.graph.matching.tellings import Telling

from .telling import asked, joined, person

ENVOY = (("fisheries minister", "state/NO"),)


def test_a_full_name_with_the_same_side_is_one_person():
    assert joined(person("Jan Berg", side="state/NO"), person("Jan Berg", side="state/NO"))


def test_a_name_alone_joins_nobody_and_asks():
    alone = [person("Jan Berg", talks=(), around=()) for _ in range(2)]
    assert not joined(*alone)
    assert asked(*alone) == ["same full name"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elchin Hajiyev", "Elchin Gadzhiyev"), ("Elçin Hacıyev", "Elchin Hajiyev"),
        ("Aram Sargsyan", "Aram Sarkissian"), ("Abbas Araghchi", "Abbas Araqchi"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"), ("Omar al-Sadek", "Omar Sadek"),
        ("Sergei Lebedev", "Sergey Lebedev"), ("Muhammad Husain", "Mohammed Hussein"),
        ("Jan Bergstrom", "Jan Bergström"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings_is_one(one: str, other: str):
    assert joined(person(one, side="state/NO"), person(other, side="state/NO"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jan Berg", "Anna Berg"), ("Ivan Petrov", "Ivana Petrova"), ("Karl Burke", "Karl Berg"), ("Li Wei", "Li Na")],
)
def test_names_that_differ_are_two(one: str, other: str):
    assert not joined(person(one, side="state/NO"), person(other, side="state/NO"))


def test_two_sides_are_two_people():
    assert not joined(person("Jan Berg", side="state/NO"), person("Jan Berg", side="state/CL"))


def test_posts_that_nobody_holds_at_once_keep_namesakes_apart():
    minister = person("Jan Berg", side="state/NO", posts=ENVOY)
    striker = person("Jan Berg", side="state/NO", posts=(("striker", ""),))
    assert not joined(minister, striker)
    assert "one is fisheries minister, the other striker" in asked(minister, striker)[0]


def test_who_was_promoted_stays_one():
    deputy = person("Jan Berg", side="state/NO", posts=(("deputy fisheries minister", "state/NO"),))
    assert joined(deputy, person("Jan Berg", side="state/NO", posts=ENVOY, day="2031-06-10"))


def test_one_name_in_sources_on_several_talks_is_asked_about():
    both = ("state/CL", "state/NO")
    one = person("Jan Berg", talks=(both,))
    assert joined(one, person("Jan Berg", talks=(both,)))
    several = person("Jan Berg", talks=(both, ("state/PE", "state/UY")))
    assert not joined(one, several)
    assert asked(one, several) == ["same full name; in sources on the same talks and on others"]


@pytest.mark.parametrize("label", ["Jan Berg or Ada Berg", "one of two named Jan Berg"])
def test_who_is_one_or_another_is_neither(label: str):
    told: dict[str, Any] = {"side": "state/NO", "posts": ENVOY}
    either = person(label, **told)
    either = replace(either, names=(label, "Berg"))
    assert not joined(person("Jan Berg", **told), either)
    assert not joined(either, replace(either, node="https://example.org/2/person/2", source="https://example.org/2"))


def test_one_name_where_the_same_sides_act_at_one_time_is_one():
    told = person("Jan Berg")
    assert joined(told, person("Jan Berg", talks=()))
    assert not joined(told, person("Jan Berg", talks=(), around=("state/NO", "state/PE")))
    assert not joined(told, person("Jan Berg", talks=(), day="2031-06-10"))
    assert not joined(told, person("Jan Bergh", talks=()))
    assert not joined(told, person("Jan Berg", talks=(("state/NO", "state/PE"),)))


def test_one_name_in_talks_of_which_one_is_told_to_be_a_side_is_one():
    both, others = ("state/CL", "state/NO"), ("state/PE", "state/UY")
    sided = person("Jan Berg", side="state/NO", talks=(both, others))
    assert joined(sided, person("Jan Berg", talks=(both,)))
    assert not joined(sided, person("Jan Berg", talks=(others,)))
    assert not joined(sided, person("Jan Berg", talks=(both,), posts=(("head", "=fishing union"),)))
    envoy = person("Jan Berg", side="state/NO", talks=(both, others), posts=ENVOY)
    assert not joined(envoy, person("Jan Berg", talks=(both,), posts=(("striker", ""),)))


def test_a_surname_belongs_to_the_only_one_of_the_talks():
    assert joined(person("Jan Berg", side="state/NO"), person("Berg", side="state/NO")) == {frozenset("12")}


def test_an_initial_tells_whose_surname_it_is():
    two = person("Jan Berg", side="state/NO"), person("Anna Berg", side="state/NO")
    assert joined(*two, person("A. Berg", side="state/NO")) == {frozenset("23")}


def test_a_surname_that_two_share_asks():
    two = person("Jan Berg", side="state/NO"), person("Anna Berg", side="state/NO")
    assert not joined(*two, person("Berg", side="state/NO"))
    assert len(asked(*two, person("Berg", side="state/NO"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("minister of fisheries", "fisheries minister"), ("minister of foreign affairs", "foreign minister"),
     ("secretary for the treasury", "treasury secretary"), ("first deputy minister of trade", "deputy trade minister")],
)  # fmt: skip
def test_a_title_is_one_in_any_order_of_its_words(one: str, other: str):
    told = [person("Jan Berg", talks=(), around=(), posts=((title, ""),)) for title in (one, other)]
    assert joined(*told)


@pytest.mark.parametrize(
    "title", ["secretary of state", "first deputy fisheries minister", "former fisheries minister"]
)
def test_who_stands_in_for_a_minister_does_not_hold_his_post(title: str):
    told = person("Jan Berg", talks=(), around=(), posts=(("fisheries minister", ""),))
    assert not joined(told, person("Jan Berg", talks=(), around=(), posts=((title, ""),)))


def test_an_initial_between_the_names_may_be_missing():
    rep: dict[str, Any] = {"talks": (), "around": (), "posts": (("rep", ""),)}
    assert joined(person("Carla A. Berg", **rep), person("Carla Berg", **rep))
    assert not joined(person("Carla Berg", **rep), person("Karla Berg", **rep))


def test_a_given_name_in_short_and_the_same_post_of_one_side_are_one():
    told: dict[str, Any] = {"side": "state/NO", "talks": (), "around": ()}
    assert joined(person("Joe Berg", posts=ENVOY, **told), person("Joseph Berg", posts=ENVOY, **told))
    assert not joined(person("Joe Berg", **told), person("Joseph Berg", **told))
    assert not joined(person("Joe Berg", posts=ENVOY, **told), person("Jim Berg", posts=ENVOY, **told))


def test_a_sentence_that_one_of_two_says_settles_whose_surname_it_is():
    two = person("Jan Berg", side="state/NO", words=("one", "two")), person("Anna Berg", side="state/NO")
    assert joined(*two, person("Berg", words=("two", "three"))) == {frozenset("13")}
    assert not joined(*two, person("Berg", words=("four",)))


def test_a_full_name_and_one_sentence_of_both_are_one_person():
    alone: dict[str, Any] = {"talks": (), "around": ()}
    assert joined(*(person("Jan Berg", words=(word, "both"), **alone) for word in ("one", "two")))


def test_whoever_of_a_month_says_the_sentence_settles_whose_surname_it_is():
    crowd = [person("Jan Berg", side="state/NO", words=words) for words in ((), ("one",))]
    told = joined(*crowd, person("Anna Berg", side="state/NO"), person("Berg", words=("one",)))
    assert told == {frozenset("124")}


def test_a_post_settles_whose_surname_it_is():
    two = person("Jan Berg", side="state/NO", posts=ENVOY), person("Anna Berg", side="state/NO")
    assert joined(*two, person("Berg", side="state/NO", posts=ENVOY)) == {frozenset("13")}


def test_a_post_whose_side_acts_settles_whose_surname_it_is_where_no_talks_are_told():
    two = person("Jan Berg", side="state/NO", posts=ENVOY), person("Anna Berg", side="state/NO")
    untold: dict[str, Any] = {"talks": (), "posts": (("fisheries minister", ""),)}
    assert joined(*two, person("Berg", **untold)) == {frozenset("13")}
    assert not joined(*two, person("Berg", **untold, around=("state/CL",)))
    assert not joined(*two, person("Berg", talks=(), posts=(("minister", ""),)))


def test_one_source_that_tells_two_apart_keeps_both_apart():
    two = [person("Jan Berg", side="state/NO", posts=post, source="https://example.org/s") for post in (ENVOY, ())]
    assert joined(*two, person("Jan Berg", side="state/NO", posts=ENVOY)) == {frozenset("13")}


PRESIDENT = (("president", "state/NO"),)
BARE = (("president", ""),)


def head(name: str, day: str, **told: Any) -> Telling:
    usual: dict[str, Any] = {"side": "state/NO", "posts": PRESIDENT, "talks": (), "around": ("state/NO",)}
    return person(name, day=day, **{**usual, **told})


def test_surnames_alone_are_one_head_of_one_state():
    assert joined(head("Berg", "2031-03-10"), head("Berg", "2031-09-10", posts=BARE)) == {frozenset("12")}


def test_surnames_alone_are_one_holder_of_a_post_of_which_a_state_has_one():
    minister = (("foreign minister", "state/NO"),)
    two = head("Berg", "2031-03-10", posts=minister), head("Berg", "2031-09-10", posts=minister)
    assert joined(*two) == {frozenset("12")}


@pytest.mark.parametrize("title", ["minister", "deputy foreign minister", "adviser"])
def test_surnames_alone_with_a_lesser_post_are_not(title: str):
    post = ((title, "state/NO"),)
    assert not joined(head("Berg", "2031-03-10", posts=post), head("Berg", "2031-09-10", posts=post))


def test_heads_of_one_surname_in_two_states_or_years_apart_are_not_one():
    of_chile = {"side": "state/CL", "posts": (("president", "state/CL"),)}
    assert not joined(head("Berg", "2031-03-10"), head("Berg", "2031-04-10", **of_chile))
    assert not joined(head("Berg", "2031-03-10"), head("Berg", "2033-04-10"))


def test_surnames_alone_are_nobodys_where_two_of_the_name_were_heads():
    two = head("Jan Berg", "2031-03-10"), head("Anna Berg", "2031-09-10")
    assert not joined(*two, head("Berg", "2031-05-10"), head("Berg", "2031-06-10"))
    late = head("Berg", "2031-01-10"), head("Berg", "2031-12-10")
    of_both = joined(head("Jan Berg", "2030-06-10"), head("Anna Berg", "2032-06-10"), *late)
    assert of_both == {frozenset("13"), frozenset("24")}


def test_relatives_who_were_no_heads_leave_the_surname_to_the_head():
    brothers = [head(f"{name} Berg", "2031-04-10", posts=(("major", ""),), side="") for name in ("Jan", "Olaf")]
    assert joined(*brothers, head("Berg", "2031-03-10"), head("Berg", "2031-05-10")) == {frozenset("34")}


def test_a_head_of_the_own_side_is_that_of_the_state():
    assert joined(head("Jan Berg", "2031-03-10"), head("Berg", "2031-04-10", posts=BARE)) == {frozenset("12")}


def test_a_title_and_the_side_that_acts_make_a_full_name_one():
    sided = head("Jan Berg", "2031-03-10")
    assert joined(sided, head("Jan Berg", "2031-04-10", posts=BARE, side="")) == {frozenset("12")}
    assert not joined(sided, head("Jan Berg", "2031-04-10", posts=BARE, side="", around=("state/CL",)))
    assert not joined(sided, head("Jan Berg", "2031-04-10", posts=(), side=""))


def test_a_surname_with_the_title_of_a_head_is_that_of_the_state_in_whose_talks_it_stands():
    known = head("Jan Berg", "2031-03-10")
    assert joined(known, person("Berg", posts=BARE)) == {frozenset("12")}
    assert not joined(known, person("Berg", posts=BARE, talks=(("state/CL", "state/PE"),)))
    assert not joined(known, person("Berg", posts=(("minister", ""),)))
    two_heads = known, head("Anna Berg", "2031-03-11", side="state/CL", posts=(("president", "state/CL"),))
    assert not joined(*two_heads, person("Berg", posts=BARE))


def test_the_title_of_one_whose_side_is_told_elsewhere_counts_as_much():
    premier = (("prime minister", ""),)
    unsided = person("Jan Berg", posts=premier, day="2031-03-09")
    sided = person("Jan Berg", side="state/NO", posts=premier)
    assert joined(unsided, sided, person("Berg", posts=premier, talks=())) == {frozenset("123")}


def test_who_is_told_to_have_left_a_post_is_who_was_told_to_hold_it():
    held = person("Jan Berg", side="state/NO", posts=(("fisheries minister", "state/NO"),))
    left = person("Jan Berg", talks=(), once=(("fisheries minister", ""),))
    assert joined(held, left) == {frozenset("12")}
    assert not joined(held, person("Jan Berg", talks=(), once=(("harbour master", ""),)))


def test_a_calling_beside_the_post_that_one_is_to_have_keeps_nobody_apart():
    minister = person("Jan Berg", posts=(("fisheries minister", ""),))
    assert not joined(minister, person("Jan Berg", posts=(("engineer", ""),)))
    assert joined(minister, person("Jan Berg", posts=(("engineer", ""),), once=(("deputy fisheries minister", ""),)))


def test_one_given_name_in_short_does_not_make_two_whole_ones_one():
    short, first, second = (
        person(f"{name} Berg", side="state/NO", posts=ENVOY) for name in ("Pat", "Patrick", "Patricia")
    )
    for together in ((short, first, second), (first, short, second), (second, first, short)):
        assert all(
            len(one) < 3
            for one in joined(*(replace(told, day=f"2031-03-{10 + place}") for place, told in enumerate(together)))
        )


@pytest.mark.parametrize("first", [0, 1])
def test_whose_side_only_one_source_tells_is_one_whichever_comes_first(first: int):
    told = [person("Jan Berg", side="state/NO"), person("Jan Berg", posts=(("envoy", ""),))]
    days = [replace(one, day=f"2031-03-1{place}") for place, one in enumerate((told[first], told[1 - first]))]
    assert joined(*days)


def test_one_post_of_one_body_is_one_person_whichever_sides_sources_put_him_on():
    post = (("special envoy", "organization/un"),)
    assert joined(person("Jan Berg", side="state/NO", posts=post), person("Jan Berg", side="state/SE", posts=post))


def test_a_post_that_one_has_left_is_held_against_nobody_who_is_told_to_have_it():
    lawmaker = (("lawmaker", ""),)
    now = person("Jan Berg", side="state/NO", posts=lawmaker, once=ENVOY)
    assert joined(now, person("Jan Berg", side="state/NO", posts=ENVOY))
    assert not joined(replace(now, once=()), person("Jan Berg", side="state/NO", posts=ENVOY))


def test_a_surname_of_the_other_side_is_somebody_else():
    negotiator = (("chief negotiator", ""),)
    known = person("Jan Berg", side="state/NO", posts=negotiator)
    assert joined(known, person("Berg", side="state/NO", posts=negotiator))
    assert not joined(known, person("Berg", side="state/CL", posts=negotiator))


def test_a_surname_with_another_calling_is_somebody_else():
    known = person("Jan Berg", side="state/NO", posts=ENVOY)
    assert joined(known, person("Berg", side="state/NO"))
    assert not joined(known, person("Berg", side="state/NO", posts=(("lawmaker", "state/NO"),)))


def test_a_surname_belongs_to_one_who_is_told_of_in_two_sources():
    full = person("Jan Berg", side="state/NO"), person("Jan Berg", side="state/NO", posts=ENVOY)
    assert joined(*full, person("Berg", side="state/NO")) == {frozenset("123")}


def test_one_name_years_apart_is_asked_about():
    first = person("Jan Berg", side="state/NO", talks=())
    assert joined(first, person("Jan Berg", side="state/NO", talks=(), day="2034-03-10"))
    later = person("Jan Berg", side="state/NO", talks=(), day="2037-03-10")
    assert not joined(first, later)
    assert asked(first, later)


def test_nobody_is_asked_about_two_whom_one_source_tells_apart():
    two = [person("Jan Berg", side="state/NO", source="https://example.org/a") for _ in range(2)]
    assert not joined(*two)
    assert not asked(*two)
    assert all(len(one) < 3 for one in joined(*two, person("Jan Berg", side="state/NO", day="2031-04-10")))


def test_who_chairs_something_may_hold_any_post():
    chair = person("Jan Berg", side="state/NO", posts=(("committee chairperson", ""),))
    assert joined(chair, person("Jan Berg", side="state/NO", posts=ENVOY))
