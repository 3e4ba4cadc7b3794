"""Items that are understood by whoever reads them alone: too little is not shown, what belongs to them is kept."""

from __future__ import annotations

import pytest

from parley.graph.records import Condition

from ..reading import told
from .test_provided import rows


@pytest.mark.parametrize(
    "words",
    [
        "Sudan proposed ten areas.",
        "Sudan demanded funds.",
        "Sudan wants the clause reworded.",
        "Sudan proposed a compromise of its own.",
        "The envoys of Sudan asked for anonymity.",
        "Sudan asked for 25 wounded men to be added to the list.",
        "Sudan insisted that the trigger be reviewed by the African Union in Doha.",
        "Chad offered to put the case to the mission of the African Union.",
        "Chad will abide by its finding, Sudan agreed with Kenya.",
        "Chad promised to free them by August and to open the road.",
        "Sudan undertook to set both aside for the border at Adre.",
        "Sudan rejected that in Doha.",
        "Sudan asked for 120 days.",
        "Sudan is prepared to settle at 25%.",
        "Sudan came with a demand for close to 30 percent.",
        "Sudan wants the ban lifted.",
        "Sudan made public an offer that had circulated quietly for weeks.",
        "Sudan would welcome any exchange of data, its envoy said.",
        "Sudan wants its officials and police back in Adre and Goz Beida, captured in January.",
        "Sudan promised to respond in due course.",
        "Sudan remained open to any structure that helps Chad.",
        "Sudan offered to renew in person.",
        "Sudan demanded an explanation from Chad.",
        "Sudan put forward a phased plan, an official said.",
        "Sudan promised to respect the ceilings.",
        "Sudan asked for Adre, a town on the lake, and for Goz Beida.",
        "Sudan proposed three variants to Chad.",
        'Sudan insisted on "joint declaration".',
        "Sudan will deliver into the north of Chad, its minister said.",
        "Sudan asked Chad to delay the measure until the end of August.",
        "Sudan promised an investigation.",
        '"We asked for twelve and a half per cent," the minister of Sudan said.',
        "Sudan wants Adre, which would take lorries off the road.",
        "Sudan has said it will attend.",
        "A third, in Mombasa, had been requested by Chad.",
        "Sudan has offered Chad 72 hours.",
        "The proposal was presented by Sudan during a meeting with Chad in Doha.",
        "Sudan's trade minister put the idea on the table during a dinner with Chad's envoy.",
        "Sudan rejected that sequence, arguing that both steps must come at once.",
        "Sudan refused to travel.",
        "Sudan had earlier threatened to answer.",
        "The envoy of Sudan plans to come to Doha for a round in person.",
        "Sudan and Chad could not agree on who should fish where.",
        "Sudan has offered Goz Beida in case the rains interfere.",
        "Sudan and Chad offered different readings of the text.",
        "Sudan had suggested that both should apply only to the north of Darfur.",
        "Sudan's finance minister said he would leave the government if Chad withdrew from Adre.",
        "Sudan asked for written assurance that, should talks fail through no fault of its people, the ban be eased.",
    ],
)
def test_what_says_too_little_is_no_act_and_is_noted(words: str) -> None:
    assert rows(words) == []


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan demanded a ceasefire.", "a ceasefire"),
        ("Sudan proposed 40 boats.", "40 boats"),
        ("Sudan demanded passage without checks.", "passage without checks"),
        ("Sudan's draft has a clause on river tolls. Sudan wants the clause reworded.",
         "the clause reworded [clause on river tolls]"),
        ("Chad did not ask for a loan but offered one.", "one [loan]"),
        ("Sudan put forward a compromise in May: 18 boats a day, watched by both.",
         "a compromise: 18 boats a day, watched by both"),
        ("Sudan put forward a wide zone in the hills for the fishermen of both banks.",
         "a wide zone in the hills for the fishermen of both banks"),
        ("Sudan proposed a joint patrol, to be led by Chad until June.",
         "a joint patrol, to be led by Chad until June"),
        ("Sudan put forward a draft, which takes in water, power and rail.",
         "a draft, which takes in water, power and rail"),
        ("Sudan sought the release of 70 fishermen before signing anything.",
         "the release of 70 fishermen before signing anything"),
        ("Sudan undertook to free the boats by June, a deadline that came and went.", "free the boats by June"),
        ("Sudan insisted on a bridge at the village so that the herds don't cross.", "a bridge at the village"),
        ("Sudan proposed opening crossings at Adre and Tine at the same time.",
         "opening crossings at Adre and Tine at the same time"),
        ("Chad has asked Sudan for guarantees on the ferry and on property taken from the fishermen.",
         "guarantees on the ferry and on property taken from the fishermen"),
        ("Sudan had invited the Chadian team to the Sudanese capital.", "a visit to the Sudanese capital"),
        ("Sudan suspended the pact on river tolls with Chad on Friday after the ferry was seized.",
         "suspend the pact on river tolls with Chad"),
        ("Sudan said it would open the port and return the boats to Chad.",
         "open the port and return the boats to Chad"),
        ("Sudan said it would join the fund but enter a reservation on tolls.",
         "join the fund but enter a reservation on tolls"),
        ("Chad has a draft on ferry fees. The draft was presented by Sudan in Doha.",
         "The draft [draft on ferry fees]"),
        ("Chad has a plan for the delta. Sudan promised to back the plan, which pleased Chad.",
         "back the plan [plan for the delta]"),
        ("Sudan promised Chad to address trade barriers, including by refraining from imposing digital taxes, "
         "ensuring the free transfer of data, and supporting a moratorium on duties.",
         "address trade barriers, including by refraining from imposing digital taxes, "
         "ensuring the free transfer of data, and supporting a moratorium on duties"),
        ("Talks between Sudan and Chad ended in Rome. Qatar offered to host another meeting in Doha.",
         "host another meeting in Doha [talks of Sudan and Chad]"),
        ("Talks between Sudan and Chad ended in Rome. Sudan proposed to hold another meeting in Doha.",
         "hold another meeting in Doha"),
        ("Sudan put forward an anonymous tracking system, with contracts to be required of all firms.",
         "an anonymous tracking system, with contracts to be required of all firms"),
        ("A Sudanese request for reduced duties on cheese and whey was turned down by Chad.",
         "reduced duties on cheese and whey"),
        ("Sudan responded with an offer to advance $180 million for the pumps.", "advance $180 million for the pumps"),
        ("Chad proposed a sequence of two steps. Sudan rejected that sequence.", "sequence [sequence of two steps]"),
        ("Sudan and Chad signed an agreement on water in Doha after the envoy of Egypt flew in to urge them on.",
         "an agreement on water"),
        ("Sudan and Chad signed an agreement in Doha on Tuesday to set up a body for the border.",
         "an agreement to set up a body for the border"),
        ("Sudan demanded a wide zone in the hills, accusing Chad of moving guns there.", "a wide zone in the hills"),
        ("For its part, Sudan is asking for a written assurance that no new duty will be imposed.",
         "a written assurance that no new duty will be imposed"),
        ("Sudan has put a third debt proposal to the holders of its bonds.", "a third debt proposal"),
        ("Sudan and Chad have reached an arrangement on sharing the fish of the lake.",
         "an arrangement on sharing the fish of the lake"),
        ("Sudan countered with a face value of $930 million.", "a face value of $930 million"),
        ("Sudan offers a quota of 600 cows a year, with anything above that number paying 25%.",
         "a quota of 600 cows a year, with anything above that number paying 25%"),
        ("Sudan and Chad will use the laser in place of the ground method that Chad had previously insisted on.",
         "the ground method"),
        ("Sudan said it could accept a handover only through Kampala or through Rome.",
         "accept a handover only through Kampala or through Rome"),
        ("Sudan's delegation proposed two entry points, with handover directly between the two control centres.",
         "two entry points, with handover directly between the two control centres"),
        ("Sudan has for the first time put a figure on the water it would let pass through its giant dam in a drought "
         "year, even as Chad dismissed the offer as far short of what its farmers need.",
         "a figure on the water it would let pass through its giant dam in a drought year"),
        ("Sudan submitted a ten-point plan in Doha on Monday under which Chad would pull back its boats.",
         "a ten-point plan under which Chad would pull back its boats"),
        ("Sudan tabled a key on Tuesday which would leave six tonnes to Chad.",
         "a key which would leave six tonnes to Chad"),
        ("Sudan announced a unilateral truce on December 3.", "a unilateral truce"),
        ("Sudan wanted $790 per tonne of grain at the start of the week, five times what Chad pays.",
         "$790 per tonne of grain"),
        ("Chad has offered Sudan data, consultations and, since last year, a release schedule.",
         "data, consultations and, since last year, a release schedule"),
        ("Sudan asked Chad for the return of 12 men, three lorries and, if possible, the papers taken in June.",
         "the return of 12 men, three lorries and, if possible, the papers taken in June"),
        ("Sudan offered to withdraw its boats from the lake within a month and its police within two.",
         "withdraw its boats from the lake within a month and its police within two"),
        ("Sudan then offered Chad a bank in Khartoum as paying agent.", "a bank in Khartoum as paying agent"),
        ("Sudan asked Chad to obtain treatment from lenders that is as generous, a rule known as fairness.",
         "obtain treatment from lenders that is as generous"),
        ("Sudan could live with a joint patrol on the lake, its minister said.",
         "live with a joint patrol on the lake"),
        ("Sudan will send ten monitors to Chad, its chief mediator said, and has asked Kenya for officers.",
         "send ten monitors to Chad"),
    ],
)  # fmt: skip
def test_what_belongs_to_an_item_is_told_with_it(words: str, item: str) -> None:
    assert item in [row[2] for row in rows(words)]


def test_conditions_are_whole_and_are_not_turned_round() -> None:
    read = told("Sudan will close the port unless Chad frees the boats. Chad offered visas in return for U.S. loans.")
    conditions = {r.text for r in read.records if type(r).__name__ == "Condition"}
    assert conditions == {"unless Chad frees the boats", "in return for U.S. loans"}


@pytest.mark.parametrize(
    "words",
    [
        "Sudan has asked Chad to order that this be stopped.",
        "Sudan proposed that such data be used by both.",
        "Sudan suggested that they be opened together with the road.",
        "Sudan wanted it to apply also to foreign boats.",
        "Sudan proposed 25 percent.",
    ],
)
def test_what_points_elsewhere_is_no_item(words: str) -> None:
    assert rows(words) == []


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan proposed that it should examine all boats, ferries included.",
         "examine all boats, ferries included"),
        ("Sudan proposed to release the crews in three groups, the last of them after Chad has left the port.",
         "release the crews in three groups, the last of them after Chad has left the port"),
    ],
)  # fmt: skip
def test_what_comes_behind_a_comma_and_belongs_to_it_is_kept(words: str, item: str) -> None:
    assert item in [row[2] for row in rows(words)]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Sudan proposed to inspect the boats once a year as from May.", "inspect the boats once a year as from May"),
        ("Sudan proposed an exchange of all for all on several occasions.", "an exchange of all for all"),
        ("Sudan promised to deliver 900 tons of fish and Chad about 1,100.", "deliver 900 tons of fish"),
        (
            "Sudan had insisted for months that the port should be run by a joint council.",
            "the port should be run by a joint council",
        ),
        ("Sudan promised Chad to open the crossing at the dam in return.", "open the crossing at the dam"),
        (
            "Sudan urged Chad to halt the raids on the port, where dozens have been killed.",
            "halt the raids on the port",
        ),
        ("Sudan offered to pay half of its bill after Chad threatened to cut supplies.", "pay half of its bill"),
    ],
)
def test_what_does_not_belong_to_an_item_is_left_out(words: str, item: str) -> None:
    assert item in [row[2] for row in rows(words)]
    assert not told(words).of(Condition)


@pytest.mark.parametrize(
    "words",
    [
        "Sudan wants its army to take over the camps.",
        "Sudan said it could support sanctions against those who did so.",
        "Sudan said it could accept access but not the number.",
        "Sudan pledged 15 million euros for that purpose.",
        "Sudan asked for at least 15 percent.",
        "Sudan asked for 250,000 tonnes.",
        "Sudan demanded the removal of that label.",
        "Sudan offered Gulu.",
    ],
)
def test_what_asks_or_gives_nothing_is_no_act(words: str) -> None:
    assert rows(words) == []


def test_a_condition_goes_on_through_a_quotation() -> None:
    read = told('Sudan will open the port only if Chad gives "a clear sign" that it wants peace.')
    assert [c.text for c in read.records if isinstance(c, Condition)] == [
        'Chad gives "a clear sign" that it wants peace'
    ]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Sudan refused to give up its boats.", ("reject", "give up its boats")),
        ("Sudan refused to discuss the eight fishermen.", ("reject", "discuss the eight fishermen")),
        ("Sudan asked for a week to consult the tribes.", ("request", "a week to consult the tribes")),
        ("Sudan threatened to leave the negotiations.", ("threaten", "leave the negotiations")),
    ],
)
def test_refusals_threats_and_time_that_is_asked_for(words: str, row: tuple[str, str]) -> None:
    assert row in [(kind, item) for kind, _, item, _ in rows(words)]


@pytest.mark.parametrize("words", ["Sudan refused to give details.", "Sudan refused to discuss it."])
def test_who_says_nothing_refuses_nothing(words: str) -> None:
    assert rows(words) == []


def test_a_condition_goes_on_behind_an_aside() -> None:
    read = told(
        "Sudan says it will not come back to the talks before the river council, promised in 2013, has been set up."
    )
    assert [c.text for c in read.of(Condition)] == ["the river council, promised in 2013, has been set up"]


@pytest.mark.parametrize(
    "words",
    [
        "In May Sudan suspended its part in the talks with Chad after a raid and came back four days later, once "
        "written assurances had been received from Kenya.",
        "Sudan offered to send its deminers to the river, a proposal that Chad described as welcome so long as the "
        "areas were chosen together.",
    ],
)
def test_a_condition_of_another_deed_is_not_the_acts(words: str) -> None:
    assert [c.text for c in told(words).of(Condition)] == []
