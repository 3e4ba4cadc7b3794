"""Quotations of a model are found in the text or they are not: what comes back are the text's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.records import Span
from parley.loaders.llm.grounding import LONGEST, Quotations

TEXT = (
    "“We will not hand over 1,200 prisoners – not now,” she said.\n"
    "Kyiv’s team   left\u00a0Geneva on Friday.\nThe İzmir talks… ended without a joint communiqué."
)


def found(quote: str, text: str = TEXT) -> str | None:
    span = Quotations(text).find(quote)
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("We will not hand over 1,200 prisoners", "We will not hand over 1,200 prisoners"),
        ('"We will not hand over 1,200 prisoners - not now,"', "“We will not hand over 1,200 prisoners – not now,”"),
        ("Kyiv's team left Geneva", "Kyiv’s team   left\u00a0Geneva"),
        ("not now,” she said.\nKyiv’s team", "not now,” she said.\nKyiv’s team"),
        ("she said. Kyiv's team", "she said.\nKyiv’s team"),
        ("The İzmir talks... ended", "The İzmir talks… ended"),
        ("ended without a joint comunique", "ended without a joint communiqué"),
        ("KYIV'S TEAM LEFT GENEVA ON FRIDAY", "Kyiv’s team   left\u00a0Geneva on Friday"),
    ],
)
def test_a_quotation_is_found_as_the_words_of_the_text(quote: str, words: str):
    assert found(quote) == words


@pytest.mark.parametrize(
    "quote",
    [
        "We will hand over all prisoners and go home",
        "We will not hand over 1,300 prisoners",
        "We will now hand over 1,200 prisoners",
        "The İzmir talks ended with a joint communiqué",
        "the team",
        "eam left Gen",
        "",
        "   ",
        "…",
        "a" * (LONGEST + 1),
    ],
)
def test_what_the_text_does_not_say_is_not_found(quote: str):
    assert found(quote) is None


def test_words_outside_a_stretch_are_not_found_in_it():
    looked = Quotations(TEXT, Span(0, 61))
    assert looked.find("Kyiv’s team") is None
    assert looked.find("she said") is not None
    assert Quotations(TEXT).find("Geneva", inside=Span(0, 61)) is None


@given(st.text(), st.text())
def test_whatever_is_found_lies_in_the_text(text: str, quote: str):
    span = Quotations(text).find(quote)
    assert span is None or 0 <= span.start < span.end <= len(text)


@given(st.lists(st.from_regex(r"\w{1,8}", fullmatch=True), min_size=3, max_size=12), st.data())
def test_whole_words_of_the_text_are_always_found(words: list[str], data: st.DataObject):
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    assert found(quote, text) == quote or not any(c.isalnum() for c in quote)
