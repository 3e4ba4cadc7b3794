"""The made-up history, read once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.graph.history.record import Record
from parley.graph.history.timeline import History
from parley.graph.knowledge import Knowledge, open_knowledge

from .series import SERIES, fill


@pytest.fixture(scope="package")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        fill(opened, SERIES)
        yield opened


@pytest.fixture(scope="package")
def history(knowledge: Knowledge) -> History:
    return History(Record(knowledge))
