"""Lines that are more than fit in memory come back sorted as if they all did, however they are parted."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.engine.sorted_lines import sorted_lines
from parley.graph.errors import StoreUnwritable

lines = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"") + b"\n"))


@given(lines, st.integers(1, 10))
def test_lines_come_back_sorted_and_none_is_lost(lines: list[bytes], part: int):
    assert list(sorted_lines(lines, part)) == sorted(lines)


def test_a_disk_that_takes_nothing_aside_is_told_of_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(StoreUnwritable, match=r"^the folder for temporary files: cannot be written .*free space$"):
        list(sorted_lines([b"b\n", b"a\n"], 1))
    assert list(sorted_lines([b"b\n", b"a\n"], 2)) == [b"a\n", b"b\n"]
