"""Items that only point at something stand for what was told before, or there is no act."""

from __future__ import annotations

import pytest

from parley.graph.records import Act, Item

from ..reading import Told, whole


def _read(sentences: str) -> Told:
    return whole(
        "Chile and Peru hold talks on fishing\n\n"
        f"Chile and Peru held talks on fishing in Arica on Monday. {sentences}\n"
    )


def _items(read: Told) -> list[tuple[str, str, str]]:
    labels = {item.key: item.label for item in read.of(Item)}
    return [(a.type, " ".join(read.labels(a.agents)), labels[a.item]) for a in read.of(Act)]


@pytest.mark.parametrize(
    ("asked", "answer", "act"),
    [
        ("Chile offered a joint survey of the bay.", "Peru rejected it.", "reject"),
        ("Chile proposed a joint survey of the bay.", "Peru agreed to that.", "agree"),
        ("Chile demanded a joint survey of the bay.", "Peru rejected its demand.", "reject"),
        ("Chile proposed a joint survey of the bay.", "Peru rejected its proposal.", "reject"),
    ],
)
def test_what_only_points_back_is_about_what_the_other_side_just_put_forward(asked: str, answer: str, act: str) -> None:
    read = _read(f"{asked} {answer}")
    assert (act, "Peru", "a joint survey of the bay") in _items(read)
    assert len({a.item for a in read.of(Act)}) == 1


def test_what_is_refused_to_be_done_is_what_was_asked() -> None:
    read = _read("Chile asked Peru to release the crews by Friday. Peru refused to do so.")
    assert ("reject", "Peru", "release the crews by Friday") in _items(read)


@pytest.mark.parametrize(
    "words",
    [
        "Peru rejected it.",
        "Peru rejected its demand.",
        "Peru agreed to that.",
        "Peru demanded the Chilean.",
        "Peru rejected the Chilean.",
        "Peru demanded more.",
        "Peru refused to do so.",
    ],
)
def test_an_item_that_says_nothing_where_nothing_was_told_before_is_no_act_and_is_told(words: str) -> None:
    read = _read(words)
    assert _items(read) == []
    assert any("cut words" in note or "what is not told" in note for note in read.notes), read.notes


def test_what_takes_up_something_of_long_before_is_no_act() -> None:
    read = _read("Chile offered a joint survey of the bay. Rain fell. The ministers ate. Snow fell. Peru rejected it.")
    assert [kind for kind, _, _ in _items(read)] == ["offer"]


@pytest.mark.parametrize("words", ["Peru demanded more boats.", "Peru rejected the Chilean plan for a survey."])
def test_words_that_say_something_beside_such_a_word_stay(words: str) -> None:
    assert [who for _, who, _ in _items(_read(words)) if who == "Peru"] == ["Peru"]


def test_a_proposal_that_is_withdrawn_is_its_owners_own() -> None:
    assert [kind for kind, _, _ in _items(_read("Peru withdrew its proposal."))] == ["withdraw"]


@pytest.mark.parametrize("words", ["Peru demanded that.", "Peru promised this."])
def test_a_pronoun_alone_is_nothing_demanded_or_promised(words: str) -> None:
    assert _items(_read(words)) == []
