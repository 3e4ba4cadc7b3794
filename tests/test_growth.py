"""What the benchmark of growth calls too fast."""

from __future__ import annotations

import pytest

from benchmarks.growth import PEER, Measured, too_fast


@pytest.mark.parametrize(
    ("seconds", "rows", "bad"),
    [
        (0.4, 40, False),
        (0.7, 40, False),  # sorting, noise
        (1.6, 40, True),  # every pair of something
        (1.6, 160, False),  # as many rows as pairs
        (0.019, 0, False),  # too short to be measured
    ],
)
def test_a_question_that_grows_faster_than_the_graph_and_its_rows_is_told(
    seconds: float, rows: int, *, bad: bool
) -> None:
    few = {PEER: Measured(0.1, 1), "q": Measured(0.1 if seconds > 0.1 else seconds / 16, 10)}
    many = {PEER: Measured(0.4, 1), "q": Measured(seconds, rows)}
    assert too_fast([few, many]) == ["q"] * bad
