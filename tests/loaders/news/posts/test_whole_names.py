"""Bodies of which a title prints one word, and titles of which it prints more than their own."""

from __future__ import annotations

import pytest

from parley.graph.records import PostHolding

from ..reading import told, whole

OPEN = "LIMA - Kenya and Uganda have agreed on a list of cows, officials of Kenya and Uganda said.\n\n"


def posts(sentences: str) -> dict[str, tuple[str, str]]:
    """Person -> title and whose it is."""
    found = whole(f"Kenya and Uganda talk of cows\n\n{OPEN}{sentences}\n", published="2026-03-11")
    return {found.label(h.person): (h.title, found.label(h.organization)) for h in found.of(PostHolding)}


@pytest.mark.parametrize(
    ("sentences", "post"),
    [
        ("Kenya's cattle ministry was slow. Omar Deng, director general of the ministry, said no.",
         ("director general", "Kenya's cattle ministry")),
        ("Uganda's Foreign Ministry said no. Ministry spokesman Omar Deng told reporters why.",
         ("spokesman", "Uganda's Foreign Ministry")),
        ("Uganda's cattle ministry said no. Spokesman Omar Deng told reporters why.",
         ("Spokesman", "Uganda's cattle ministry")),
        ("Justice Ministry spokesman Omar Deng said no.", ("spokesman", "Justice Ministry")),
        ("Deputy Prime Minister's Office spokesman Omar Deng left.", ("spokesman", "Deputy Prime Minister's Office")),
        ("The main herders' coalition said no. A fence is dear, coalition spokesman Omar Deng said.",
         ("spokesman", "main herders' coalition")),
        ("The grazing commission met. The cattle commission did not. The commission's chairman, Omar Deng, left.",
         ("commission's chairman", "")),
        ("Kenya asked for a fence. The cost was high, said Omar Deng, the country's chief negotiator.",
         ("chief negotiator", "Kenya")),
    ],
)  # fmt: skip
def test_a_body_of_one_word_is_the_one_that_is_named_so(sentences: str, post: tuple[str, str]) -> None:
    assert posts(sentences)["Omar Deng"] == post


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("In Gulu, village head Omar Deng said no.", "village head"),
        ("In Gulu, the farmers' leader Omar Deng said no.", "farmers' leader"),
        ("The separatist leader's aide Omar Deng said no.", "separatist leader's aide"),
        ("Civil society representative Omar Deng said no.", "Civil society representative"),
        ("State Finance Minister Omar Deng said no.", "State Finance Minister"),
    ],
)
def test_a_title_has_all_its_words(sentence: str, title: str) -> None:
    assert [t for _, t, _, _ in told(sentence).posts] in ([title], [title.lower()])


def test_where_somebody_is_from_is_not_whose_coordinator_she_is() -> None:
    sentences = 'The Lakes group wants a fence. "It is how a library works," said its coordinator, Ana Deng of Chad.'
    assert posts(sentences)["Ana Deng"] == ("coordinator", "Lakes group")


def test_its_is_of_whoever_stands_beside_it_where_the_subject_is_only_it() -> None:
    sentences = "The 51-member commission met. It followed an appeal to Uganda by its jailed leader, Omar Deng."
    assert posts(sentences)["Omar Deng"] == ("jailed leader", "Uganda")


@pytest.mark.parametrize(
    "sentence",
    [
        "They left the El Gamud road. Residents of El Gamud reached by telephone said no.",
        "Delegation member Omar Deng said no.",
    ],
)
def test_a_town_and_a_seat_are_no_posts(sentence: str) -> None:
    assert posts(sentence) == {}


def test_a_rank_before_a_name_is_not_the_post() -> None:
    sentence = "A spokesman for the junta, Major General Omar Deng, said no."
    assert posts(sentence)["Omar Deng"][0] == "spokesman for the junta"


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("On Uganda's side, cattle adviser Omar Deng left.", ("cattle adviser", "Uganda")),
        ("Uganda's delegation left. A member of its five-man team, Omar Deng, said no.", ("member", "Uganda")),
        ("Omar Deng, an adviser to the COP president, left.", ("adviser to the COP president", "")),
        ("National Minister for Lake Affairs Omar Deng left.", ("National Minister for Lake Affairs", "")),
        ("New Harbour's mayor, Omar Deng, left.", ("mayor", "New Harbour")),
        ("Omar Deng, a council member of the Lake Tribes, left.", ("council member", "Lake Tribes")),
    ],
)
def test_words_around_a_title_are_its_own_or_its_body(sentence: str, post: tuple[str, str]) -> None:
    assert posts(sentence)["Omar Deng"] == post


def test_who_was_removed_held_the_post() -> None:
    found = whole(
        f"Cows\n\n{OPEN}The council, whose removal of cattle governor Omar Deng upset many, left.\n",
        published="2026-03-11",
    )
    assert [h.tenure for h in found.of(PostHolding)] == ["former"]


def test_the_first_name_of_a_holder_is_none_of_his_body() -> None:
    read = whole(
        "Meeting with Sberbank CEO German Gref\n\nVladimir Putin had a working meeting with CEO and Chairman of "
        "Sberbank German Gref in Moscow."
    )
    assert {body for who, _, _, body in read.posts if who == "German Gref"} == {"Sberbank"}


def test_what_a_heading_goes_on_with_is_none_of_the_state() -> None:
    read = whole("Remarks by President Aname Bname of Poland in Joint Briefing\n\nPRESIDENT BNAME: Thank you.")
    assert ("Aname Bname", "president", "current", "Poland") in read.posts


def test_a_general_designer_is_no_general() -> None:
    read = whole("Meeting in Moscow\n\nPresent were Vostok Corporation General Designer Pavel Orlov and others.")
    assert ("Pavel Orlov", "general designer", "current", "Vostok Corporation") in read.posts
