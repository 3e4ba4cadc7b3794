"""How many publishers have told something by themselves."""

from __future__ import annotations

import pytest

from parley.graph.history.record import UNTOLD, Quote, independent


def quote(publisher: str, *, after: str = "") -> Quote:
    return Quote("2031-05-04", publisher, 0, 4, "They", publisher, "", "", after=after)


@pytest.mark.parametrize(
    ("quotes", "count"),
    [
        ([quote("Post"), quote("Star"), quote("Post")], 2),
        ([quote("Post"), quote("Star", after="Post")], 1),
        ([quote("Post"), quote(f"{UNTOLD}a"), quote(f"{UNTOLD}b")], 2),
        ([quote(f"{UNTOLD}a"), quote(f"{UNTOLD}b"), quote(f"{UNTOLD}c")], 1),
        ([], 0),
    ],
)
def test_publishers_that_are_not_told_may_all_be_one(quotes: list[Quote], count: int) -> None:
    assert len(independent(quotes)) == count
