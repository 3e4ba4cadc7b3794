"""Titles and given names tell who is a man and who a woman; words that only end like a title do not."""

from __future__ import annotations

import pytest

from parley.loaders.news.language.genders import genders
from parley.loaders.news.text.spans import Spans


@pytest.mark.parametrize(
    ("before", "gender"),
    [
        ("the spokesman, ", "m"), ("Chairman ", "m"), ("a businessman, ", "m"), ("the spokeswoman ", "f"),
        ("the German envoy, ", ""), ("Oman envoy ", ""), ("a human rights expert, ", ""),
    ],
)  # fmt: skip
def test_titles_tell_who_is_a_man(before: str, gender: str) -> None:
    text = f"{before}Qorin Lohbald, replied."
    names = Spans([(len(before), len(before) + 13, "person/qorin-lohbald")])
    assert genders(text, names).get("person/qorin-lohbald", "") == gender
