"""Sorts lines that are more than fit in memory: parts that fit are sorted, laid aside on the disk, and merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile
from typing import Final

from ..errors import StoreUnwritable

_PART: Final = 100_000
"""So many lines are sorted at once."""


def sorted_lines(lines: Iterable[bytes], part: int = _PART) -> Iterator[bytes]:
    """Yield the lines, sorted; each ends with a line feed and holds no other."""
    coming = iter(lines)
    with told_as_temporary(), ExitStack() as files:
        aside: list[Iterable[bytes]] = []
        last = sorted(islice(coming, part))
        while more := sorted(islice(coming, part)):
            file = files.enter_context(TemporaryFile())
            file.writelines(last)
            file.seek(0)
            aside.append(file)
            last = more
        yield from merge(*aside, last) if aside else last


@contextmanager
def told_as_temporary() -> Iterator[None]:
    """Tell in a line what the disk refuses to lay aside."""
    try:
        yield
    except OSError as error:
        raise StoreUnwritable("the folder for temporary files", str(error)) from error
