"""Briefings and interviews: answers are of whoever is asked, questions nobody's but for what they pass on."""

from __future__ import annotations

import pytest

from ..reading import whole

BRIEFING = """Weekly briefing of the Foreign Ministry (excerpts)

ASTANA, 3 March 2025 — Spokeswoman Aigul Serikbay took questions on the talks between Chad and Sudan.

Q: Is a truce near?
A: No. There is no date for it. Our mediators will travel to Doha on Monday.
Q: A Kenyan newspaper reports that Chad has closed its border posts. Is that so?
A: That is false. Nobody closed the posts in the north.
"""


def said(text: str) -> list[tuple[str, str]]:
    return [(who.rpartition(" > ")[2], words) for who, words in whole(text).said]


def test_answers_are_of_the_one_whom_the_opening_names() -> None:
    assert ("Aigul Serikbay", "Our mediators will travel to Doha on Monday.") in said(BRIEFING)
    assert not any("Is a truce near" in words or "Is that so" in words for _, words in said(BRIEFING))


def test_a_question_passes_on_what_others_claim() -> None:
    assert ("Kenyan newspaper", "Chad has closed its border posts") in said(BRIEFING)


def test_the_shortest_sentence_goes_with_its_neighbour_and_is_a_denial() -> None:
    told = whole(BRIEFING)
    [denial] = [s for s in told.statements if told.words(s).startswith("That is false")]
    assert (told.words(denial), denial.modality) == (
        "That is false. Nobody closed the posts in the north.",
        "denial",
    )


def test_the_header_may_name_the_briefer_and_turns_too() -> None:
    text = BRIEFING.replace("Spokeswoman Aigul Serikbay took questions on the", "Notes on the").replace(
        "\n\nQ: Is", "\n\nMS. SERIKBAY: Good morning. The envoy Aigul Serikbay is back in town.\nQ: Is"
    )
    assert ("Aigul Serikbay", "Our mediators will travel to Doha on Monday.") in said(text)


@pytest.mark.parametrize("asker", ["Question", "REPORTER", "The Lantern"])
def test_names_before_the_turns_tell_who_speaks(asker: str) -> None:
    text = (
        "An interview on the truce between Chad and Sudan\n\nWe met the mediator in Doha.\n\n"
        f"{asker}: Will the posts open again?\nTariq Anwar: The posts will open on Monday.\n"
        f"{asker}: And the wells?\nTariq Anwar: The wells were never closed to anybody.\n"
    )
    assert said(text) == [
        ("Tariq Anwar", "The posts will open on Monday."),
        ("Tariq Anwar", "The wells were never closed to anybody."),
    ]


def test_what_an_answer_reports_of_somebody_else_is_theirs() -> None:
    text = BRIEFING.replace("Our mediators will", "Minister Salma Idriss told us that the convoys would")
    assert ("Salma Idriss", "the convoys would travel to Doha on Monday") in said(text)


def test_an_interview_without_labels_has_questions_over_answers() -> None:
    text = (
        "Chad's negotiator on the truce with Sudan\n\nSalma Idriss leads Chad's team. She spoke to us in Doha.\n\n"
        "Is a truce near?\n\nWe are waiting for their answer.\n\n"
        "Did you promise to leave Adre?\n\nThat is a fabrication. I never promised it to anybody.\n"
    )
    assert said(text) == [
        ("Salma Idriss", "We are waiting for their answer."),
        ("Salma Idriss", "That is a fabrication."),
        ("Salma Idriss", "I never promised it to anybody."),
    ]


def test_an_answer_without_i_or_we_is_an_answer_all_the_same() -> None:
    text = (
        "An interview on the lake\n\nSalma Idriss is Sudan's water minister. She spoke to us in May.\n\n"
        "What did you ask for?\n\nWe asked for daily data.\n\nAnd what did Chad say?\n\n"
        "Chad offered to share the data of three stations.\n\nIs that enough?\n\nI do not think so."
    )
    assert ("Salma Idriss", "Chad offered to share the data of three stations.") in said(text)


def test_a_rhetorical_question_makes_no_interview() -> None:
    text = "The truce of Chad and Sudan\n\nWill it hold?\n\nWe asked drivers in Adre on Monday.\n\nSnow fell."
    assert said(text) == []


SPEECH = """{title}

Harbour Hall
2:08 P.M. EDT

{label}:  Good afternoon.  I want to speak about the truce between Chad and Sudan.

The wells in the north were closed in May.  President Salma Idriss visited them.

We will open them again on Monday.

END
"""


@pytest.mark.parametrize(
    ("title", "label", "speaker"),
    [
        ("Remarks by President Ana Bly on the Wells", "THE PRESIDENT", "Ana Bly"),
        ("Remarks by Envoy_Ana Bly on the Wells", "MS. BLY", "Ana Bly"),
        ("REMARKS BY VICE PRESIDENT BLYTHE AT THE HALL", "THE VICE PRESIDENT", "BLYTHE"),
        ("Briefing on the Wells", "THE VICE PRESIDENT", "VICE PRESIDENT"),
        ("Briefing by Deputy Spokesman Ana Bly", "DEPUTY SPOKESPERSON", "Ana Bly"),
    ],
)
def test_a_speech_under_one_label_is_of_whom_label_and_title_name(title: str, label: str, speaker: str) -> None:
    told = said(SPEECH.format(title=title, label=label))
    assert {who for who, _ in told} == {speaker}
    assert [words for _, words in told][1:] == [
        "The wells in the north were closed in May.",
        "President Salma Idriss visited them.",
        "We will open them again on Monday.",
    ]


@pytest.mark.parametrize(
    "title",
    ["Remarks by Special Envoy Dr. Ana Bly-Sund as Delivered", 'Article by Ana Bly-Sund "The Wells" for the Sun'],
)
def test_a_speech_without_labels_is_of_whom_the_title_names(title: str) -> None:
    text = SPEECH.format(title=title, label="X").replace("X:  ", "")
    assert {who for who, _ in said(text)} == {"Ana Bly-Sund"}


def test_labels_of_a_transcript_may_stand_inside_its_lines() -> None:
    text = (
        "Talks with the President of Chad\n\nThe two met in Doha.* * * President of Sudan Omar Kir: Mr President, I am "
        "glad to see you. The wells are open. President of Kenya Salma Idriss Idriss SalmaPresident of "
        "Kenya: Thank you. Our posts are open too. Omar Kir: We will close nothing. Question: And the mines? Omar Kir: "
        "There are no mines."
    )
    assert said(text) == [
        ("Omar Kir", "Mr President, I am glad to see you."),
        ("Omar Kir", "The wells are open."),
        ("Salma Idriss", "Thank you. Our posts are open too."),
        ("Omar Kir", "We will close nothing."),
        ("Omar Kir", "There are no mines."),
    ]


def test_a_question_may_be_marked_by_its_letter_alone() -> None:
    text = BRIEFING.replace("Q: ", "Q  ").replace("A: ", "MS. SERIKBAY:  ")
    assert ("Aigul Serikbay", "Our mediators will travel to Doha on Monday.") in said(text)
    assert not any("truce near" in words for _, words in said(text))


def test_a_label_names_a_person_before_the_post() -> None:
    text = BRIEFING.replace("A: That is", "REAR ADM. JOHN KIRKE, DEFENSE ADVISER (through translator): That is")
    assert ("JOHN KIRKE", "That is false. Nobody closed the posts in the north.") in said(text)


def test_a_relative_named_later_does_not_take_the_speaker_s_place() -> None:
    text = SPEECH.format(title="Remarks by President Blythe on the Wells", label="THE PRESIDENT").replace(
        "The wells in the north", "My son, Major Tom Blythe, was there.  The wells in the north"
    )
    assert {who for who, _ in said(text)} == {"Blythe"}


def test_a_headline_s_participle_is_no_name() -> None:
    text = SPEECH.format(title="Remarks by President Blythe Urging Calm on the Wells", label="THE PRESIDENT")
    assert {who for who, _ in said(text)} == {"Blythe"}


def test_a_short_name_in_capitals_after_a_title_is_a_person() -> None:
    text = SPEECH.format(title="Remarks by President Ana Duda on the Wells", label="PRESIDENT DUDA")
    assert {who for who, _ in said(text)} == {"Ana Duda"}


def test_what_a_speaker_passes_on_has_both_in_its_chain() -> None:
    text = BRIEFING.replace("Our mediators will travel", "Minister Salma Idriss said that the mediators will travel")
    chains = [who for who, words in whole(text).said if words.startswith("the mediators")]
    assert chains == ["Aigul Serikbay > Salma Idriss"]


def test_a_surname_in_capitals_is_the_one_person_of_that_name_before_the_turns() -> None:
    text = (
        "Transcript of the briefing by Foreign Ministry spokeswoman Zarina Qodirova, Dushanbe, 2 June 2026\n"
        "Ministry of Foreign Affairs\n\n"
        "QUESTION (Harbour Post): Has Chad closed its border posts?\n"
        "QODIROVA: Chad has opened the posts in the north.\n"
        "QUESTION (Harbour Post): And the wells?\n"
        "QODIROVA: The wells were never closed to anybody.\n"
    )
    assert ("Zarina Qodirova", "The wells were never closed to anybody.") in said(text)
    assert {who for who, _ in said(text)} == {"Zarina Qodirova"}
