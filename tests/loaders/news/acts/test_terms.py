"""What an act is about: items with names that can stand by themselves, conditions to their end, kinds and issues."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Condition, Item, Term
from parley.loaders.news.acts.issues import action_of, issues_of
from parley.loaders.news.lexicons.issue_schemes import our_issues

from ..reading import told


def label(sentence: str, first: str = "Sudan", second: str = "Chad") -> str:
    read = told(sentence, first, second)
    act = read.of(Act)[0]
    return str(next(i.label for i in read.of(Item) if i.key == act.item))


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Sudan offered $9 million for a bridge over the river.", "$9 million for a bridge over the river"),
        ("Sudan committed to a pause in the fighting for 30 days.", "a pause in the fighting for 30 days"),
        ("Sudan asked for the number of trucks to be raised by 15 percent.",
         "the number of trucks to be raised by 15 percent"),
        ("Sudan signalled openness to pulling back from the oil town of Heglig.",
         "pulling back from the oil town of Heglig"),
        ("Sudan expressed its readiness to hand over 14 captured pilots.", "hand over 14 captured pilots"),
        ("Sudan expressed readiness for a new round.", "readiness for a new round"),
        ("Sudan proposed a truce of ten days (see 11:20).", "a truce of ten days"),
        ("Sudan proposed a truce of ten days, which surprised the room.", "a truce of ten days"),
        ("Sudan demanded that Chad close the camps.", "close the camps"),
        ("Foreign Minister Salma Idriss of Sudan said Chad must lift the blockade.", "lift the blockade"),
        ("Sudan will adopt and implement a ban on forced labour.", "adopt and implement a ban on forced labour"),
        ("Sudan and Chad will commit to negotiate a new map of the border.", "negotiate a new map of the border"),
        ("Sudan reaffirmed its commitment to the Nairobi road map.", "the Nairobi road map"),
        ("Sudan intends to lower the tariffs on those goods subject to quotas.",
         "lower the tariffs on those goods subject to quotas"),
        ("Sudan will open the crossing to Chadian lorries, if necessary, by the end of May.",
         "open the crossing to Chadian lorries, if necessary, by the end of May"),
        ("The mediators looked at the three crossings proposed by Sudan.", "the three crossings"),
        ("Foreign Minister Salma Idriss of Sudan said her government would host the next round.",
         "host the next round"),
    ],
)  # fmt: skip
def test_an_item_is_called_by_what_is_to_be_done(sentence: str, item: str) -> None:
    assert label(sentence) == item


def test_what_begins_with_a_condition_is_called_by_what_comes_after_it() -> None:
    sentence = "“If Chad opens the road, we will release the pilots,” Sudanese Foreign Minister Salma Idriss said."
    assert label(sentence) == "release the pilots"


@pytest.mark.parametrize(
    ("sentence", "condition", "depends"),
    [
        ("Sudan offered to free 40 pilots on condition that Chad reopen the border.", "Chad reopen the border", "Chad"),
        ("Sudan is ready to withdraw, provided that Chad does the same.", "Chad does the same", "Chad"),
        ("Sudan promised to open the port once Chad has signed, officials said.", "Chad has signed", "Chad"),
        ("Sudan agreed to the visit, subject to 24 hours’ notice.", "24 hours’ notice", ""),
        ("Sudan offered to release 40 pilots in exchange for fuel and seeds.", "in exchange for fuel and seeds", ""),
        ("Sudan refuses to open the port until Chad has paid.", "Chad has paid", "Chad"),
    ],
)  # fmt: skip
def test_a_condition_is_whole_and_tells_whom_it_depends_on(sentence: str, condition: str, depends: str) -> None:
    read = told(sentence)
    [found] = read.of(Condition)
    assert (found.text, read.label(found.depends_on) if found.depends_on else "") == (condition, depends)


@pytest.mark.parametrize(
    "sentence",
    ["Sudan promised to open the port before Friday.", "Sudan agreed to let trucks in once a week.",
     "Sudan pledged to hold its fire for as long as the talks go on."],
)  # fmt: skip
def test_times_are_no_conditions(sentence: str) -> None:
    assert told(sentence).of(Condition) == []


def test_the_amount_that_is_asked_for_comes_before_the_one_that_is_left() -> None:
    term = told("Sudan proposed to cut the transit fee from 30 to 12 percent.").of(Term)[-1]
    assert term.quantity.value == 12
    assert [q.value for q in term.further] == [30]


@pytest.mark.parametrize(
    ("words", "action", "issue"),
    [
        ("cut tariffs on steel from 30 to 12 percent", "reduceTariffs", "tariffs"),
        ("buy 4 million tonnes of soybeans", "buyGoods", "agriculture"),
        ("a haircut of 30 percent on its bonds", "reduceDebt", "debt"),
        ("release 9 billion cubic metres of water a year", "", "water"),
        ("lower the catch limits for mackerel", "", "fisheries"),
        ("destroy 300 warheads and their launchers", "destroyWeapons", "armsControl"),
        ("cut emissions by half by 2040", "reduceEmissions", "emissions"),
        ("$40 billion a year in grants", "fund", "climateFinance"),
        ("take back 200 of its citizens a month", "returnRefugees", "migration"),
        ("ship its enriched uranium abroad", "", "nuclear"),
        ("clear nine minefields along the road", "clearMines", "mines"),
        ("pull back their heavy guns from the river", "withdrawForces", "demilitarization"),
        ("set up a hotline between the coast guards", "", "confidenceBuilding"),
        ("extend the truce by two weeks", "extendTruce", "ceasefire"),
        ("release nine teachers from the valley", "", "hostages"),
        ("a pause of the fighting for ten days", "", "ceasefire"),
        ("a ten-day pause over the harvest", "", "ceasefire"),
        ("shorten the autumn drills", "", "confidenceBuilding"),
        ("hold the 14th session of the commission in May", "holdMeeting", "schedule"),
        ("the sides back at the table by spring", "", "format"),
        ("leave two hilltops above the pass", "withdrawForces", "withdrawal"),
        ("lift the measures imposed on its banks", "", "sanctions"),
        ("stay in contact through the winter", "", "process"),
    ],
)
def test_kinds_of_action_and_issues_of_many_talks(words: str, action: str, issue: str) -> None:
    assert action_of(words) == action
    assert issue in issues_of(words, our_issues())


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("a tariff truce of 90 days", "ceasefire"),
        ("drones near nuclear substations", "nuclear"),
        ("sell turbines to civilian users", "civilians"),
        ("a transition period of ten years for poor producers", "transition"),
        ("a six-month pause in tariff rises", "ceasefire"),
    ],
)
def test_a_word_that_only_sounds_like_an_issue_is_none(words: str, wrong: str) -> None:
    assert wrong not in issues_of(words, our_issues())


def test_an_amount_in_a_condition_is_not_what_is_offered() -> None:
    term = told("Sudan offered to open the port if Chad frees some 70 pilots.").of(Term)[-1]
    assert term.quantity is None
    assert [(q.value, q.unit) for q in term.further] == [(70, "pilots")]


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("Sudan proposed a bilateral truce.", True),
        ("Sudan proposed a mutual release of prisoners.", True),
        ("Sudan proposed a meeting of the Bilateral Border Commission.", False),
    ],
)
def test_what_binds_both_sides_is_reciprocal(sentence: str, both: bool) -> None:
    assert told(sentence).term.reciprocal is both


@pytest.mark.parametrize(
    ("sentences", "issues"),
    [
        ("Sudan proposed a pause of the shelling along the river.", {"ceasefire", "water"}),
        ("The ministers spoke of tariffs on cotton. Sudan asked for 30 days of talks.", {"tariffs"}),
        ("Sudan asked for 30 days of talks.\n\nThe ministers spoke of tariffs.", {"process", "settlement"}),
        (
            "Chad proposed a lower tariff on tea. Sudan, whose river had run dry, promised to look into the matter.",
            {"tariffs"},
        ),
    ],
)
def test_every_item_is_on_an_issue(sentences: str, issues: set[str]) -> None:
    found = {issue for item in told(sentences).of(Item) for issue in item.issues}
    assert found <= issues
    assert found


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Sudan demanded a corridor 5 km wide.", 5, "km"),
        ("Sudan proposed a 40 km buffer zone along the river.", 40, "km"),
        ("Sudan demanded that Chad raise the number of licences from 300 to 450.", 450, ""),
        ("Sudan offered to release prisoners — 240 of them — before the rains.", 240, ""),
        ("Sudan offered a larger share of the reservoir, 600 million cubic metres, each summer.", 600_000_000,
         "cubic metres"),
        ("Sudan proposed a fund, of $4.2 billion over ten years, for the dam.", 4_200_000_000, "USD"),
    ],
)  # fmt: skip
def test_the_figure_of_an_item_is_its_amount_wherever_it_stands(sentence: str, value: int, unit: str) -> None:
    quantity = told(sentence).term.quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (value, unit)


def test_a_range_of_an_item_has_both_ends() -> None:
    quantity = told("Sudan proposed a quota of from 300 to 450 boats.").term.quantity
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum, quantity.unit) == (300, 450, "boats")


def test_a_short_time_stands_beside_an_amount() -> None:
    term = told("Sudan proposed a 30-day, 200-truck trial of the crossing.").term
    assert (term.quantity and term.quantity.value, term.duration and term.duration.value) == (200, 30)
