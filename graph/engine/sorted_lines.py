"""Sorts lines that are more than fit in memory: parts that fit are sorted, laid aside on the disk, and merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from types import TracebackType
from typing import BinaryIO, Final

_PART: Final = 16_000_000
"""So many bytes are sorted at once."""
_BLOCK: Final = 500_000
"""So many bytes of each part are merged at once."""


class SortedLines:
    """Takes lines as a file does, in pieces of any length, and gives them back sorted; a context manager.

    No line holds the end of another, as no line of N-Triples does."""

    def __init__(self, part: int = _PART) -> None:
        self._part = part
        self._pieces: list[bytes] = []
        self._size = 0
        self._aside: list[BinaryIO] = []
        self._files = ExitStack()

    def __enter__(self) -> SortedLines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def write(self, piece: bytes) -> int:
        """Take a piece."""
        self._pieces.append(bytes(piece))
        self._size += len(piece)
        if self._size > self._part:
            self._lay_aside()
        return len(piece)

    def flush(self) -> None:
        """Do nothing: files have this."""

    def blocks(self) -> Iterator[list[bytes]]:
        """Yield all lines, sorted, some at a time."""
        lines = self._sorted(b"".join(self._pieces))
        if not self._aside:
            yield lines
            return
        sources = [*map(_blocks_of, self._aside), iter([lines])]
        waiting: list[list[bytes]] = [[] for _ in sources]
        while any(waiting := [block or next(source, []) for block, source in zip(waiting, sources, strict=True)]):
            last = min(block[-1] for block in waiting if block)  # no source has anything before it any more
            ends = [bisect_right(block, last) for block in waiting]
            yield sorted(line for block, end in zip(waiting, ends, strict=True) for line in block[:end])
            waiting = [block[end:] for block, end in zip(waiting, ends, strict=True)]

    def _lay_aside(self) -> None:
        """Sort the whole lines that are here and keep them in a file; the line that has only begun stays."""
        whole, end, begun = b"".join(self._pieces).rpartition(b"\n")
        if end:
            file = self._files.enter_context(TemporaryFile())  # noqa: SIM115  # it is closed with the others
            file.writelines(self._sorted(whole + end))
            file.seek(0)
            self._aside.append(file)
            self._pieces, self._size = [begun], len(begun)

    @staticmethod
    def _sorted(text: bytes) -> list[bytes]:
        lines = text.splitlines(keepends=True)
        lines.sort()
        return lines


def _blocks_of(file: BinaryIO) -> Iterator[list[bytes]]:
    while block := file.readlines(_BLOCK):
        yield block
