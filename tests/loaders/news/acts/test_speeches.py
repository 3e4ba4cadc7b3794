"""Acts in speeches and transcripts: whose "we" it is, towards whom, and who only asks."""

from __future__ import annotations

import pytest

from parley.graph.records import Act
from parley.loaders.news.extract import read_article

from ..reading import Told, told, whole

SPEECH = """Remarks by President Halvorsen at the Summit on the Sahel

THE PRESIDENT: Good morning. We thank our hosts in Nairobi. Talks between Sudan and Chad went on in Doha on Monday.

{0}

We thank you all.
"""
BRIEFING = """Press statements after talks of Sudan and Chad

President of Sudan Omar Karim: We have held talks with Chad on the border.

{0}

President of Chad Idris Bako: We thank our hosts for their welcome and their patience.
"""


def speech(words: str, publisher: str = "White House") -> Told:
    """A speech that a state's own office prints."""
    read = read_article(SPEECH.format(words), source_id="made-up", publisher=publisher, published="2025-07-24")
    return Told(read.records, read.source, notes=read.notes)


def acts(read: Told) -> list[tuple[str, list[str], str]]:
    """(type, agents, standing) of every act."""
    return [(act.type, read.labels(act.agents), act.standing) for act in read.of(Act)]


def test_an_official_without_a_state_is_of_the_state_whose_office_prints_his_words() -> None:
    assert acts(speech("We will send 40 lorries of grain to Chad.")) == [("commit", ["United States"], "claimed")]


def test_the_words_that_a_paper_prints_are_not_those_of_the_state_that_it_is_in() -> None:
    assert acts(speech("We will send 40 lorries of grain to Chad.", "Oslo Evening Post")) == []


@pytest.mark.parametrize(
    "words",
    [
        "We will build new schools in every town.",
        "Let us never lose faith in our young people.",
        "I will now turn to the people in this room.",
        "The rule of law must be respected.",
        "Sudan will open the border.",
        "If Sudan takes the town, it will not stop there.",
        "We will plan to improve our forests.",
    ],
)
def test_what_a_speech_says_towards_no_other_side_or_foretells_of_others_is_no_act(words: str) -> None:
    assert acts(speech(words)) == []


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("We will lift the sanctions on Sudan.", ("commit", ["United States"], "claimed")),
        ("Sudan must withdraw its troops from Chad.", ("demand", ["United States"], "claimed")),
        (
            "We will not lift the sanctions on Sudan unless the siege ends.",
            ("setCondition", ["United States"], "conditional"),
        ),
    ],
)
def test_what_a_speech_says_towards_another_side_is_an_act(words: str, act: tuple[str, list[str], str]) -> None:
    assert [found[:2] for found in acts(speech(words))] == [act[:2]]


def test_what_a_reporter_asks_or_tells_is_no_act_that_the_paper_asserts() -> None:
    asked = (
        "Q: To that point, Sudan has proposed a buffer zone along the border, Mr. President.\n\n"
        "Q: Have you seen the map of it?\n\nTHE PRESIDENT: I have seen no map."
    )
    assert acts(speech(asked)) == []


@pytest.mark.parametrize(
    "words", ["Together, we will reopen the border.", "We reaffirmed our shared intention to reopen the border."]
)
def test_what_is_done_together_is_never_the_act_of_one_side(words: str) -> None:
    found = [agents for _, agents, _ in acts(whole(BRIEFING.format(words)))]
    assert found == [["Chad", "Sudan"]]


def test_thanks_for_something_are_for_whoever_has_done_it() -> None:
    read = told("Sudan thanked Chad for offering a new round of talks in June.")
    assert [(kind, agents) for kind, agents, _ in acts(read)] == [("offer", ["Chad"])]


def test_thanks_to_somebody_who_is_not_told_make_no_act_of_whoever_thanks() -> None:
    read = told('"Thank you for inviting me to a visit to Chad," the Sudanese minister said.')
    assert acts(read) == []


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ('"We are ready to let the ships pass if Chad clears the mines," Sudan said.', "conditional"),
        ("Sudan will work through its bank, if eligible, to pay Chad 3 million dollars.", "expected"),
        ("Sudan will pay Chad 3 million dollars and remove barriers, providing certainty for farmers.", "expected"),
        ("Sudan and Chad reaffirmed a mutual readiness to exchange the prisoners.", "asserted"),
    ],
)
def test_how_far_a_readiness_holds(sentence: str, standing: str) -> None:
    assert [found[2] for found in acts(told(sentence))] == [standing]


def test_what_is_promised_to_somebody_is_meant_for_him() -> None:
    read = told("Sudan promised Chad that it would reopen the border.")
    assert [read.labels(act.addressees) for act in read.of(Act)] == [["Chad"]]


@pytest.mark.parametrize(
    "sentence",
    [
        '"We will attend the opening ceremony in Chad," Sudan said.',
        '"We will mark the anniversary of our ties with Chad," Sudan said.',
        "Sudan and Chad will seek the adoption of a new charter.",
        "Sudan and Chad noted the importance of resolving pressing social issues.",
    ],
)
def test_ceremonies_and_aims_are_no_acts(sentence: str) -> None:
    found = [act for act in acts(told(sentence)) if act[0] in ("request", "demand") or "We will" in sentence]
    assert found == []


def test_whom_something_is_done_for_does_not_do_it() -> None:
    read = told("For Niger and Mali, Sudan will remove the tariffs on cotton from Chad.")
    assert [agents for _, agents, _ in acts(read)] == [["Sudan"]]


def test_all_of_a_list_act() -> None:
    read = told("Niger, Mali, and Sudan will remove the tariffs on cotton from Chad.")
    assert [sorted(agents) for _, agents, _ in acts(read)] == [["Mali", "Niger", "Sudan"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "We will work with all partners to make the region safe.",
        "We stand ready to help everybody who works for peace.",
        "I am asking Congress to make sure that aid for Sudan goes on.",
        "We have called on governments and agencies to mend their defences.",
        "We cannot reach our goals if half of the people are left out.",
        "Such an attack demands a firm answer, and it demands unity.",
        "Chad must be held to account.",
        "Here, the Ministry of Industry and Trade and the entire Government need to follow the prices very closely.",
    ],
)
def test_words_to_everybody_or_at_home_are_no_acts_of_a_negotiation(sentence: str) -> None:
    assert acts(speech(sentence)) == []


def test_who_takes_turns_with_the_other_side_is_ready_towards_it() -> None:
    read = whole(BRIEFING.format("We are willing to start marking the border at once."))
    assert ("offer", ["Sudan"], "claimed") in acts(read)


def test_what_follows_the_demands_of_another_may_be_theirs() -> None:
    assert acts(speech("Sudan says that the siege must end. And Chad must disarm.")) == acts(
        speech("Sudan says that the siege must end.")
    )
