"""What an analyst asks of one article: overview, mediators, what is next, sticking points, threats, and a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.knowledge import open_knowledge
from parley.graph.records import Agent, Event, Key, Standing, Statement, When
from parley.queries.ask import ask

from .conflicts import (
    BEKELE,
    BOARD,
    CHILE,
    ETHIOPIA,
    GOVERNMENT,
    HAMAD,
    HOLM,
    KENYA,
    LUND,
    OTIENO,
    PORT,
    QATAR,
    REBELS,
    RISE,
    UNION,
    ZONE,
    border,
)
from .made_up import Says, article, body, person, rows, state

PROMISED = ("Ethiopia had promised to open the crossing.", "commit", (ETHIOPIA,), "open the crossing")


def test_the_other_side_is_who_negotiates_with_it():
    assert rows(border(Says(*PROMISED, OTIENO)), "one-sided", "actor act teller") == [("Ethiopia", "commit", "Kenya")]


@pytest.mark.parametrize(
    "teller",
    [
        HAMAD,
        BEKELE,
        person("Somebody Else"),
        person("Far Away", CHILE),
        person("Envoy", part_of=body("Foreign Ministry", side=ETHIOPIA)),
    ],
    ids=["mediator", "own", "of no side", "stranger", "own ministry"],
)
def test_who_does_not_negotiate_with_it_or_is_its_own_is_not_the_other_side(teller: Agent):
    others = (body("Foreign Ministry", side=ETHIOPIA), CHILE)
    source = article(
        "border", [Says(*PROMISED, teller)], parties=(KENYA, ETHIOPIA), third=((QATAR, "mediator"),), others=others
    )
    assert rows(source, "one-sided", "actor") == []


def test_what_a_mediator_tells_of_too_is_not_told_by_the_other_side_only():
    same = border(Says(*PROMISED, OTIENO), Says("So it was, Hamad Saleh said.", by=HAMAD))
    records = tuple(
        replace(one, supports=(Key("act/0"),)) if isinstance(one, Statement) and one.key == "statement/1" else one
        for one in same.records
    )
    assert rows(replace(same, records=records), "one-sided", "actor") == []


def test_whom_acts_address_negotiates_with_who_acts_though_no_meeting_is_told():
    said = Says("The company offered nothing, Lund said.", "offer", (PORT,), "nothing", LUND)
    assert rows(article("strike", [RISE, said]), "one-sided", "actor teller") == [
        ("Harbour Logistics", "Dockers Union")
    ]


def test_mediators_are_those_of_events_and_those_who_offer_to_mediate():
    norway, cuba = state("NO", "Norway"), state("CU", "Cuba")
    offer = Says("Norway offered to mediate.", "offer", (norway,), "to mediate", action="mediate", standing="asserted")
    asks = Says("The front asked Cuba to mediate.", "request", (REBELS,), "to mediate it", action="mediate", to=(cuba,))
    source = article(
        "hills",
        [offer, asks],
        parties=(REBELS, GOVERNMENT),
        third=((cuba, "host"), (BOARD, "mediator"), (person("A Guest"), "attendee")),
    )
    assert set(rows(source, "mediators", "mediator capacity act event standing")) == {
        ("Norway", "mediator", "offer", "to mediate", "asserted"),
        ("Cuba", "host", "", "meeting", "asserted"),
        ("Mediation Board", "mediator", "", "meeting", "asserted"),
    }


def test_a_mediator_two_steps_below_a_state_is_a_third_party():
    ministry = body("Foreign Ministry", side=QATAR)
    envoy = person("Hamad Saleh", ministry)
    source = article(
        "border", [Says("They met.")], parties=(KENYA, ETHIOPIA), third=((envoy, "mediator"),), others=(QATAR, ministry)
    )
    assert rows(source, "third-states", "side attendee capacity") == [("Qatar", "Hamad Saleh", "mediator")]
    assert rows(source, "mediators", "side mediator") == [("Qatar", "Hamad Saleh")]


def test_what_is_next_is_expected_or_lies_ahead_and_is_not_called_off():
    def round_(key: str, standing: Standing, value: str) -> Event:
        return Event(
            Key(f"event/{key}"),
            "round",
            key,
            standing,
            when=When(value, "text", value),
            parties=(REBELS.key, GOVERNMENT.key),
        )

    talk = Says(
        "Both promised to meet again.",
        "commit",
        (REBELS, GOVERNMENT),
        "to meet again",
        action="holdMeeting",
        standing="asserted",
    )
    past = Says(
        "Both denied that they would meet.",
        "agree",
        (REBELS,),
        "meet",
        action="holdMeeting",
        standing="denied",
        denied=True,
    )
    source = article(
        "hills",
        [talk, past],
        parties=(REBELS, GOVERNMENT),
        events=[
            round_("soon", "expected", "2031-05"),
            round_("fixed", "asserted", "2031-06-01"),
            round_("over", "asserted", "2031-05-04"),
            round_("off", "denied", "2031-07-01"),
            round_("today", "asserted", "2031-05-05"),
        ],
    )
    assert rows(source, "next", "event kind begin parties standing") == [
        ("to meet again", "commit", "", "Guria, Northern Front", "asserted"),
        ("soon", "round", "2031-05", "Guria, Northern Front", "expected"),
        ("fixed", "round", "2031-06-01", "Guria, Northern Front", "asserted"),
    ]


def test_what_is_next_is_asked_for_by_those_who_meet_or_promise_to():
    talk = Says(
        "The front promised to meet again.", "commit", (REBELS,), "to meet again", action="holdMeeting",
        standing="asserted",
    )  # fmt: skip
    soon = Event(Key("event/soon"), "round", "soon", "expected", parties=(REBELS.key, GOVERNMENT.key))
    source = article("hills", [talk], parties=(REBELS, GOVERNMENT), events=[soon])
    with open_knowledge() as knowledge:
        knowledge.add(source)
        found = {
            party: [(str(row["event"]), str(row["parties"])) for row in ask(knowledge, "next", party=party).results]
            for party in ("Northern Front", "Guria")
        }
    assert found["Guria"] == [("soon", "Guria, Northern Front")]
    assert len(found["Northern Front"]) == 2


def test_sticking_points_are_rejected_or_disputed_and_tell_what_they_are_about():
    no = Says("Ethiopia rejected that.", "reject", (ETHIOPIA,), "that", standing="asserted")
    never = Says("Ethiopia is expected to reject tolls.", "reject", (ETHIOPIA,), "tolls", standing="expected")
    disputed = Says("Kenya never promised aid, Otieno said.", "commit", (KENYA,), "aid", OTIENO, "denied", denied=True)
    assert rows(border(ZONE, no, never, disputed), "sticking-points", "point actor act item about standing") == [
        ("disputed", "Kenya", "commit", "aid", "", "denied"),
        ("rejected", "Ethiopia", "reject", "that", "a buffer zone", "asserted"),
    ]


def test_threats_are_told_with_their_conditions_and_steps_only_where_they_depend_on_something():
    strike = Says(
        "The union threatens to strike.", "threaten", (UNION,), "to strike", LUND, only_if="no better offer", to=(PORT,)
    )
    close = Says(
        "The company would close the terminal.",
        "takeStep",
        (PORT,),
        "close the terminal",
        HOLM,
        "expected",
        only_if="they strike",
        implied=(UNION,),
    )
    done = Says("The company dismissed ten dockers.", "takeStep", (PORT,), "dismiss ten dockers", standing="asserted")
    plain = Says("The union threatened to leave.", "threaten", (UNION,), "to leave", standing="asserted")
    found = rows(
        article("strike", [strike, close, done, plain]),
        "threats",
        "actor act addressee impliedAddressee item condition",
    )
    assert set(found) == {
        ("Dockers Union", "threaten", "Harbour Logistics", "", "to strike", "no better offer"),
        ("Dockers Union", "threaten", "", "", "to leave", ""),
        ("Harbour Logistics", "takeStep", "", "Dockers Union", "close the terminal", "they strike"),
    }


def test_a_person_is_told_with_what_they_say_do_and_do_in_somebodys_name():
    source = article(
        "strike",
        [
            Says("“We are tired,” Lund said.", by=LUND),
            Says("The company had offered 4 percent, Lund said.", "offer", (PORT,), "4 percent", LUND),
            Says(
                "Lund promised a quiet week for the union.",
                "commit",
                (UNION,),
                "a quiet week",
                through=(LUND,),
                to=(PORT,),
                standing="asserted",
            ),
            Says("Holm offered lunch.", "offer", (HOLM,), "lunch", standing="asserted"),
        ],
    )
    assert rows(source, "person", "who actor act item addressee standing", person="Lund") == [
        ("Mats Lund", "", "say", "", "", ""),
        ("Mats Lund", "Harbour Logistics", "offer", "4 percent", "", "claimed"),
        ("Mats Lund", "Dockers Union", "commit", "a quiet week", "Harbour Logistics", "asserted"),
    ]
    assert [row[1:3] for row in rows(source, "person", "who actor act", person="Holm")] == [("Ingrid Holm", "offer")]


def test_an_overview_goes_from_events_over_third_parties_to_acts_once_for_each_side():
    source = article(
        "hills",
        [
            Says("Both agreed on a truce.", "agree", (REBELS, GOVERNMENT), "a truce", standing="asserted"),
            Says("The truce holds, both say."),
        ],
        parties=(REBELS, GOVERNMENT),
        third=((BOARD, "mediator"),),
    )
    assert rows(source, "overview", "part side who kind what standing") == [
        ("1 event", "Guria", "Guria", "meeting", "meeting", "asserted"),
        ("1 event", "Northern Front", "Northern Front", "meeting", "meeting", "asserted"),
        ("3 third party", "Mediation Board", "Mediation Board", "mediator", "meeting", "asserted"),
        ("4 act", "Guria", "Guria", "agree", "a truce", "asserted"),
        ("4 act", "Northern Front", "Northern Front", "agree", "a truce", "asserted"),
    ]
