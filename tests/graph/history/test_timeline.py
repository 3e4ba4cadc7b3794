"""What happened when: one line for what several sources tell, with the best day and what became of it."""

from __future__ import annotations

import pytest

from parley.graph.history.days import When, best
from parley.graph.history.timeline import Entry, History

from .series import BROOK, NORLAND, SERIES, SUDMARK, Article, a_round, an_act, read


def line(history: History, start: str) -> Entry:
    found = [entry for entry in history.entries if entry.what.startswith(start)]
    assert len(found) == 1, [entry.what for entry in history.entries]
    return found[0]


def test_a_round_that_was_planned_and_held_is_one_line_with_its_history(history: History):
    first = line(history, "round 1")
    assert first.when == When("2031-05-04", basis="text")
    assert first.standing == "planned for 2031-05-04, then held"
    assert first.publishers == ("Harbour Post", "Southern Star", "The <b>Wire</b>")


def test_the_day_and_place_that_most_tell_stand_and_the_others_beside_them(history: History):
    first = line(history, "round 1")
    assert (first.when.value, first.place) == ("2031-05-04", "Harbourtown")
    assert first.also == ("2031-05-03 (The <b>Wire</b>)", "in Fairhaven (Southern Star)")


def test_a_round_whose_day_is_over_and_that_nobody_tells_of_as_held_says_so(history: History):
    assert line(history, "round 2").standing == "planned for 2031-06-01; no source tells that it was held"


def test_an_act_that_two_outlets_tell_of_is_one_line_dated_by_its_event(history: History):
    offer = line(history, "Norland (Ada Brook) offered: 40")
    assert (offer.when.value, offer.dated) == ("2031-05-04", "its event")
    assert offer.publishers == ("Harbour Post", "Southern Star")
    assert offer.place == "Harbourtown"


def test_who_only_has_what_another_had_before_is_no_second_witness():
    words = "Norland offered to give back all of the boats that it had seized in the spring, Ada Brook told reporters."
    act = an_act("offer", NORLAND, "give back all of the boats")
    articles = (Article("a", "Post", "2031-05-05").say(words, *act, by=BROOK),
                Article("b", "Star", "2031-05-06").say(words, *act, by=BROOK))  # fmt: skip
    found = read(*articles)
    (entry,) = found.entries
    assert (entry.publishers, entry.independent) == (("Post", "Star"), ("Post",))
    assert [row["speaker"] for row in found.rows((entry,))] == ["Ada Brook", "Ada Brook (as Post had it before)"]


def test_an_act_of_which_nobody_tells_the_day_is_dated_by_publication_and_says_so(history: History):
    demand = line(history, "Sudmark demanded")
    assert (demand.when.value, demand.dated) == ("2031-05-05", "publication")


def test_entries_are_in_order_of_time(history: History):
    days = [entry.when.first for entry in history.entries]
    assert days == sorted(days)


def test_a_timeline_is_of_a_party_and_between_days(history: History):
    sudmark = next(row for row in history.happenings.all.values() if row.number == "1").parties[1]
    found = history.timeline(party=sudmark, since="2031-05-05", until="2031-05-06")
    assert [entry.what for entry in found] == [
        "Sudmark demanded: the return of the seized boats",
        "Sudmark rejected: 40 fishing licences for boats",
    ]


def test_a_timeline_is_of_a_negotiation(history: History):
    (talks,) = history.negotiations.parties
    assert len(history.timeline(negotiation=talks)) == len(history.entries)
    assert history.timeline(negotiation="https://example.org/none") == ()


def test_every_row_has_the_words_and_where_they_stand(history: History):
    texts = {one.id: one.text for one in SERIES}
    rows = list(history.rows(history.entries))
    assert rows
    for row in rows:
        assert texts[str(row["source"])][int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["publisher"]
        assert row["published"]


def test_what_a_source_tells_before_the_day_it_can_only_tell_as_planned():
    early = Article("a", "Post", "2031-05-01").say("The first round is on 4 May.", *a_round(1, "2031-05-04"))
    assert line(read(early), "round 1").standing == "planned for 2031-05-04"


def test_a_denial_stays_apart_from_what_is_asserted():
    one = Article("a", "Post", "2031-05-01").say("Norland agreed.", *an_act("agree", NORLAND, "the plan of the boats"))
    other = Article("b", "Star", "2031-05-02").say(
        "Norland has not agreed.", *an_act("agree", NORLAND, "the plan of the boats", standing="denied")
    )
    assert [entry.what for entry in read(one, other).entries] == [
        "Norland agreed: the plan of the boats",
        "It is denied that Norland agreed: the plan of the boats",
    ]


def test_who_denies_is_who_tells_of_a_denial():
    act, item = an_act("agree", NORLAND, "the plan of the boats", standing="denied")
    article = Article("a", "Post", "2031-05-01").say("That is not so.", item, against=[act.key])  # type: ignore[attr-defined]
    article.records.append(act)
    (entry,) = read(article).entries
    assert (entry.standing, entry.publishers) == ("denied", ("Post",))
    assert not entry.quotes[0].against


def test_an_event_that_somebody_disputes_says_who():
    held = a_round(1, "2031-05-04")
    one = Article("a", "Post", "2031-05-05").say("The round was held.", *held)
    one.say("It was not, said Brook.", against=[held[0].key], by=BROOK)  # type: ignore[attr-defined]
    assert line(read(one), "round 1").standing == "held; disputed by Ada Brook"


def test_an_act_with_a_day_of_its_own_has_that_day():
    act = an_act("offer", NORLAND, "the plan of the boats", day="2031-04-28")
    (entry,) = read(Article("a", "Post", "2031-05-05").say("Norland offered it on 28 April.", *act)).entries
    assert (entry.when.value, entry.dated) == ("2031-04-28", "told")


def test_nobody_tells_of_an_act_before_it_is_done():
    act = an_act("offer", NORLAND, "the plan of the boats", day="2031-06-28")
    (entry,) = read(Article("a", "Post", "2031-05-05").say("Norland offered it.", *act)).entries
    assert (entry.when.value, entry.dated) == ("2031-05-05", "publication")


def test_what_is_asked_again_much_later_is_another_line():
    one = Article("a", "Post", "2031-05-01").say("Norland asks.", *an_act("demand", NORLAND, "the plan of the boats"))
    other = Article("b", "Star", "2031-07-02").say("It asks.", *an_act("request", NORLAND, "the plan of the boats"))
    assert [entry.when.value for entry in read(one, other).entries] == ["2031-05-01", "2031-07-02"]


def test_an_article_without_a_day_has_its_place_at_the_end():
    undated = Article("a", "Post", "").say("Norland asks.", *an_act("demand", NORLAND, "the plan of the boats"))
    dated = Article("b", "Star", "2031-07-02").say("Sudmark asks.", *an_act("demand", SUDMARK, "some other thing"))
    found = read(undated, dated).entries
    assert [(entry.when.value, entry.dated) for entry in found] == [("2031-07-02", "publication"), ("", "not told")]


def test_the_order_of_the_articles_does_not_matter(history: History):
    rows = [
        [{name: value for name, value in row.items() if name != "node"} for row in one.rows(one.entries)]
        for one in (history, read(*reversed(SERIES)))
    ]
    assert rows[0] == rows[1]  # an event keeps the IRI that it was given first


@pytest.mark.parametrize(
    ("days", "chosen"),
    [
        ([("2031-05", "a"), ("2031-05", "b"), ("2031-05-04", "c")], "2031-05-04"),
        ([("2031-05-03", "a"), ("2031-05-04", "b"), ("2031-05-04", "c")], "2031-05-04"),
        ([("2031-05-03", "a"), ("2031-05-03", "a"), ("2031-05-04", "b"), ("2031-05-04", "c")], "2031-05-04"),
        ([("", "a")], ""),
    ],
)
def test_the_best_day_is_the_most_exact_that_most_tell(days: list[tuple[str, str]], chosen: str):
    assert best((When(day), who) for day, who in days).day == chosen


def test_nothing_is_told_of_nothing():
    assert read().entries == ()
