"""Lines that are more than fit in memory come back sorted as if they all did, however they are parted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.graph.engine.sorted_lines import sorted_lines

lines = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"") + b"\n"))


@given(lines, st.integers(1, 10))
def test_lines_come_back_sorted_and_none_is_lost(lines: list[bytes], part: int):
    assert list(sorted_lines(lines, part)) == sorted(lines)
