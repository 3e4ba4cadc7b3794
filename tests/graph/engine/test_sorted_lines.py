"""Lines that are more than fit in memory come back sorted as if they all did, in whatever pieces they came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.graph.engine.sorted_lines import SortedLines

texts = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"").replace(b"\r", b"") + b"\n"))


@given(texts, st.integers(1, 30), st.integers(1, 40))
def test_lines_come_back_sorted_and_none_is_lost(lines: list[bytes], piece: int, part: int):
    text = b"".join(lines)
    with SortedLines(part) as sorting:
        for start in range(0, len(text), piece):
            sorting.write(text[start : start + piece])
        found = [line for block in sorting.blocks() for line in block]
    assert found == sorted(lines)
