"""Where a text is quoted, also where a mark is lost or stands alone."""

from __future__ import annotations

import pytest

from parley.loaders.news.text.segments import cut
from parley.loaders.news.voices.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text, cut(text))]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('"We go," he said. Chad "may" stay.', ['"We go,"', '"may"']),
        ('A class of weapons " all of them new. "We go," he said. They left.', ['"We go,"']),
        ('He said " we go " and left.', ['" we go "']),
        ('We go," he said. Chad stayed. "We wait," it said.', ['"We wait,"']),
        ('"We go, he said. "We wait," she said. They left.', ['"We go, he said. ', '"We wait,"']),
        ('He sat ("alone") and read.', ['"alone"']),
    ],
)
def test_a_lost_mark_turns_nothing_else_into_a_quotation(body: str, found: list[str]) -> None:
    assert quoted(f"Talks go on\n\nThe sides met on Monday. {body}\n") == found
