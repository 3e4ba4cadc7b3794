"""Quotations on their own are of whom the words about them name: dashes, colons, closing cues, paragraphs left open."""

from __future__ import annotations

import pytest

from ..reading import told

OPENING = "Chad's envoy Salma Idriss and Sudan's negotiator Omar Kir met in the port.\n\n"


def said(sentences: str) -> list[tuple[str, str]]:
    return [(who.rpartition(" > ")[2], words) for who, words in told(OPENING + sentences).said]


@pytest.mark.parametrize(
    "sentences",
    [
        "“We will open the well by June.” - Deputy Minister Ruth Hale",
        "“We will open the well by June.” -Deputy Minister Ruth Hale",
        "“We will open the well by June.”\n— Ruth Hale, deputy minister of Kenya",
        "From Ruth Hale's statement: “We will open the well by June.”",
        "And from Ruth Hale:\n\n“We will open the well by June.”",
        "Kenya's minister, Ruth Hale: “We will open the well by June.”",
        "“We will open the well by June.” Ruth Hale said on Monday.",
        "Ruth Hale spoke to reporters. “We will open the well by June.”",
        "``We will open the well by June.'' said Ruth Hale.",
    ],
)
def test_a_quotation_is_of_whom_dash_colon_or_sentence_beside_it_names(sentences: str) -> None:
    found = said(sentences)
    assert [who for who, words in found if "open the well" in words] == ["Ruth Hale"], found


def test_what_is_told_in_a_quotation_after_a_name_and_colon_is_of_the_name() -> None:
    found = said(
        "Ruth Hale: “The government just announced tariffs on salt. The time has come to flip the script on it.”"
    )
    assert [who for who, _ in found] == ["Ruth Hale"]


def test_a_list_header_with_a_pronoun_leads_into_a_quotation() -> None:
    found = said("Ruth Hale took questions. She added:\n\n“We will open the well by June.”")
    assert [who for who, words in found if "open the well" in words] == ["Ruth Hale"]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    found = said(
        '"The posts are closed," Salma Idriss said.\n\n"We want the prisoners to be home before winter.\n\n'
        '"And we will not sign anything at all before that day."'
        "\n\nOmar Kir said the terms were too harsh."
    )
    assert [who for who, _ in found] == ["Salma Idriss"] * 2 + ["Omar Kir"]


def test_a_quotation_over_paragraphs_may_name_its_speaker_at_its_end() -> None:
    found = said(
        "Snow fell.\n\n“We want the prisoners to be home before winter.\n\n"
        "“And we will not sign anything at all before that day,” Salma Idriss said."
    )
    assert [who for who, _ in found] == ["Salma Idriss"]


def test_a_closing_cue_belongs_to_the_whole_run() -> None:
    found = said(
        "Omar Kir said the terms were harsh.\n\n“The posts in the north are closed for good.”\n\n"
        "“The wells in the south are dry since May.”\n\n"
        "“Nobody is left to sign,” the envoy Salma Idriss concluded."
    )
    assert [who for who, _ in found] == ["Omar Kir"] + ["Salma Idriss"] * 3


def test_the_rest_of_a_quotation_is_of_its_own_cue_not_of_the_speaker_before() -> None:
    found = said(
        "Omar Kir said the terms were harsh. “The posts in the north are closed. "
        "The wells in the south are dry since May,” said Salma Idriss."
    )
    assert [who for who, words in found if "posts" in words or "wells" in words] == ["Salma Idriss"]


@pytest.mark.parametrize(
    "sentence",
    [
        '"Sudan," said envoy Salma Idriss, "has asked for ten days."',
        '"Sudan," Salma Idriss said on Monday, "has asked for ten days."',
        '"The deal," said Salma Idriss, "is dead for ten days."',
    ],
)
def test_a_split_quotation_is_one_utterance(sentence: str) -> None:
    assert said(sentence) == [("Salma Idriss", sentence)]


def test_what_a_quotation_tells_of_others_gives_it_no_other_speaker() -> None:
    found = said(
        "Salma Idriss said: “Chad and Sudan both understand that the wells are one. The posts will open. They will "
        "stay.”\n\nOn the future the statement said: “The two will meet.”"
    )
    assert [who for who, words in found if "posts" in words] == ["Salma Idriss"]


def test_a_quotation_of_several_sentences_and_paragraphs_is_one_utterance() -> None:
    found = said(
        "Omar Kir said: “The plan is not new. We have all seen it in the spring of last year.\n\n"
        "“The answer will be the same.”"
    )
    assert found == [
        (
            "Omar Kir",
            "“The plan is not new. We have all seen it in the spring of last year.\n\n“The answer will be the same.”",
        )
    ]


def test_a_quotation_whose_speaker_is_named_at_its_end_is_one_utterance() -> None:
    found = said("“Our patience is not without end. The wells are dry and the posts are closed,” said Omar Kir.")
    words = "“Our patience is not without end. The wells are dry and the posts are closed,”"
    assert found == [("Omar Kir", words)]


@pytest.mark.parametrize(
    "words",
    [
        '"The plan is ready," Omar Kir said. "It gives both sides access to the water in the north."',
        '"The lake," Omar Kir said, "is dying. If nothing is done by 2030, the last fish will be gone."',
        '"The plan is ready," Omar Kir told reporters, adding: "It is not perfect. But it is a plan."',
        '"The plan is old. The wells are dry," said Omar Kir. "After the feast we all go home to the north."',
    ],
)
def test_a_quotation_that_is_split_by_its_cue_is_one_utterance(words: str) -> None:
    assert said(f"{words} Salma Idriss disagreed.") == [("Omar Kir", words)]


def test_quotations_that_are_closed_stay_two_though_one_follows_the_other() -> None:
    found = said(
        "“The posts in the north are closed,” Omar Kir said on Monday.\n\n"
        "“The wells in the south have been dry since the month of May.”\n\n"
        "“Nobody will sign a paper before the rains have come to the north.”"
    )
    assert [who for who, _ in found] == ["Omar Kir"] * 3
