"""JSON is gone through value after value, however it is cut; what json reads comes out, and nothing doubtful does."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import UnreadableSource
from parley.loaders.datasets.json_text import JsonText
from parley.loaders.datasets.readers import BadRow, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text('aé\\"\n€𝄞'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab\\"'), inner, max_size=3),
    max_leaves=8,
)


class Slow(io.RawIOBase):
    """Bytes that are given out as they are asked for, which counts them."""

    def __init__(self, data: bytes) -> None:
        self.read_so_far = 0
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # Any: a buffer
        count = self._data.readinto(buffer)
        self.read_so_far += count
        return count


def text(data: str | bytes, at_once: int = 3) -> JsonText:
    return JsonText(io.BytesIO(data.encode() if isinstance(data, str) else data), "a.json", at_once=at_once)


def whole(given: JsonText) -> Iterator[Any]:  # Any: what stands in JSON
    yield from given.listed()
    given.end()


@given(st.lists(VALUES, max_size=4), st.integers(1, 9), st.sampled_from([None, 1]), st.booleans())
def test_a_list_gives_its_values_however_it_is_cut(
    values: list[Any], at_once: int, indent: int | None, escaped: bool
) -> None:
    given = text(json.dumps(values, indent=indent, ensure_ascii=escaped), at_once)
    assert list(given.listed()) == values
    given.end()


@given(st.dictionaries(st.text("abc"), VALUES, max_size=4), st.integers(1, 9), st.sampled_from(["utf-8", "utf-16"]))
def test_an_object_gives_its_names_and_values(values: dict[str, Any], at_once: int, encoding: str) -> None:
    given = text(json.dumps(values).encode(encoding), at_once)
    assert {name: given.value() for name in given.names()} == values
    skipped = text(json.dumps(values), at_once)
    for _ in skipped.names():
        skipped.skip()
    skipped.end()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("[1,\n 2", "line 2: it is not JSON that can be read: , or ] is missing, for it is broken off"),
        ("[1 2]", "line 1: it is not JSON that can be read: , or ] is missing"),
        ('[1,\n\n {"a": tru}]', "line 3: it is not JSON that can be read: Expecting value"),
        ('[{"a": "open\n', "line 1: it is not JSON that can be read: Invalid control character at"),
        ('[{"a": "open', "line 1: it is not JSON that can be read: Unterminated string starting at"),
        ("[1]\n[2]", "line 2: it is not JSON that can be read: something follows after its end"),
        ('[\n{"a": 1, "a": 2}]', "line 2: it is not JSON that can be read: 'a' stands twice in an object"),
        ("[NaN]", "NaN is no number of JSON"),
        (f"[{'[' * 100}{']' * 100}]", "it is nested too deeply"),
        (f"[{'[' * 100_000}]", "it is nested too deeply"),
        ('["\\ud800"]', "it holds half a character"),
        (f"[{'9' * 5_000}]", "Exceeds the limit"),
        (b'[1,\n"\xff"]', "it is not UTF-8"),
        (b'[1,\n"\0"]', "line 2: it holds NUL characters"),
    ],
)
def test_what_is_broken_or_doubtful_is_refused_with_its_line(data: str | bytes, why: str) -> None:
    for at_once in (2, 1 << 16):
        with pytest.raises(UnreadableSource) as caught:
            list(whole(text(data, at_once)))
        assert why in str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_name_that_stands_twice_in_the_outer_object_is_told() -> None:
    with pytest.raises(UnreadableSource, match=r"line 2: .* 'a' stands twice"):
        list(read_json(io.BytesIO(b'{"a": [{"b": 1}],\n "a": []}'), "a.json", ("a",)))


def test_of_a_long_list_no_more_is_read_than_is_needed() -> None:
    stream = Slow(json.dumps([{"name": "Ada"}] * 100_000).encode())
    rows = read_json(stream, "a.json", ())  # type: ignore[arg-type]  # it is read from, no more
    assert not isinstance(next(iter(rows)), BadRow)
    assert stream.read_so_far < 200_000


def test_the_lists_of_an_object_come_as_they_stand_and_what_else_there_is_is_told() -> None:
    data = b'{"b": [{"x": 1}, 2], "more": {"a": [1]}, "a": {"y": 1}, "none": null}'
    left: list[str] = []
    rows = list(read_json(io.BytesIO(data), "a.json", ("a", "b", "c"), left=left.append))
    assert [(one.place, isinstance(one, BadRow)) for one in rows] == [("b 1", False), ("b 2", True), ("a 1", False)]
    assert left == ["more", "none"]
    for empty in (b'{"a": null}', b'{"x": 1}', b"[]"):
        with pytest.raises(UnreadableSource, match=r"the lists a, c|a list a or c"):
            list(read_json(io.BytesIO(empty), "a.json", ("a", "c")))
