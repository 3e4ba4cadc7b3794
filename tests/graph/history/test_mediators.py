"""Who mediates is no party, and what he has with one of the parties is no negotiation of its own."""

from __future__ import annotations

from parley.graph.records import Agent, Attendance, Event, Key, Process, When

from .series import PARTIES, SUDMARK, Article, a_round, read
from .test_talks import all_talks, labels

ESTMARK, ASIDE = Key("state/XE"), Key("process/aside")
MEDIATOR = Agent(ESTMARK, "state", "Estmark", world=True, code="XE")
MEDIATES = Attendance(Key("attendance/estmark"), ESTMARK, Key("event/round-1"), "mediator", "asserted")


def mediated() -> Article:
    """An article on a round that Estmark mediates."""
    article = Article("m", "Harbour Post", "2031-05-05")
    article.say("Norland and Sudmark met on 4 May.", *a_round(1, "2031-05-04"))
    return article.say("Estmark mediated.", MEDIATES, MEDIATOR)


def aside(*numbers: int) -> Article:
    """An article on what Estmark and Sudmark had with one another: a meeting, or rounds of these numbers."""
    article = Article("n", "Southern Star", "2031-05-20")
    pair = (ESTMARK, SUDMARK)
    article.records += [MEDIATOR, Process(ASIDE, "Estmark–Sudmark talks", pair)]
    for number in numbers or (0,):
        day = f"2031-05-{10 + number:02}"
        event = Event(
            Key(f"event/{number}"), "round" if number else "meeting", f"meeting {number}", "asserted", number or None,
            ASIDE, when=When(day, "text", day), parties=pair,
        )  # fmt: skip
        article.say(f"Estmark and Sudmark met on {day}.", event)
    return article


def test_what_a_mediator_has_with_one_party_is_part_of_what_he_mediates():
    history = read(mediated(), aside())
    (talks,) = all_talks(history)
    assert labels(history, talks.parties) == {"Norland", "Sudmark"}
    assert labels(history, talks.guests) == {"Estmark"}
    assert len(talks.events) == 2


def test_without_a_word_that_he_mediates_two_negotiate():
    history = read(Article("m", "Post", "2031-05-05").say("They met.", *a_round(1, "2031-05-04")), aside())
    assert len([one for one in all_talks(history) if one.node]) == 2


def test_several_rounds_of_a_mediator_and_a_party_are_a_negotiation():
    history = read(mediated(), aside(1, 2))
    assert len([one for one in all_talks(history) if one.node]) == 2


def test_who_is_told_to_mediate_is_no_party_where_two_others_are():
    article = Article("m", "Harbour Post", "2031-05-05")
    all_three = (*PARTIES, ESTMARK)
    event = Event(Key("event/round-1"), "round", "round 1", "asserted", 1, Key("process/talks"), parties=all_three)
    article.say("Norland, Sudmark and Estmark met.", event).say("Estmark mediated.", MEDIATES, MEDIATOR)
    history = read(article)
    (talks,) = all_talks(history)
    assert labels(history, talks.parties) == {"Norland", "Sudmark"}
    (happening,) = history.happenings.all.values()
    assert labels(history, happening.guests) == {"Estmark"}
    assert labels(history, happening.parties) == {"Norland", "Sudmark"}
