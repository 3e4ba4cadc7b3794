"""Stretches of a text are found as a search through all of them would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.loaders.news.text.spans import Spans

offsets = st.integers(0, 40)


@st.composite
def disjoint(draw: st.DrawFn) -> list[tuple[int, int, int]]:
    cuts = sorted(draw(st.sets(offsets, max_size=12)))
    return [(a, b, a) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(disjoint(), offsets, st.integers(1, 10))
def test_the_stretch_that_touches_or_covers_a_place_is_the_first_of_all(
    found: list[tuple[int, int, int]], start: int, length: int
) -> None:
    known, end = Spans(found), start + length
    assert known.touching(start, end) == next((v for a, b, v in found if a < end and start < b), None)
    assert known.covering(start, end) == next((v for a, b, v in found if a <= start and end <= b), None)


@given(disjoint(), offsets, offsets)
def test_beginnings_are_counted_from_the_offset_on(found: list[tuple[int, int, int]], start: int, end: int) -> None:
    known = Spans(found)
    assert known.last_before(start) == next((v for a, _, v in reversed(found) if a < start), None)
    assert known.begin_within(start, end) == any(start <= a < end for a, _, _ in found)


def test_the_order_in_which_stretches_are_given_does_not_matter() -> None:
    assert Spans([(10, 14, "b"), (0, 4, "a")]).values == ["a", "b"]
