"""The text of a file of data, in UTF-8 or in UTF-16 with a mark of it, read as it is needed."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from ...graph.errors import UnreadableSource


@dataclass(slots=True)
class Place:
    """How far a text has been read."""

    origin: str
    line: int = 0

    def check(self, text: str) -> None:
        """Raise UnreadableSource for what is no text, which begins in this line."""
        if "\0" in text:
            number = self.line + text.count("\n", 0, text.index("\0"))
            raise UnreadableSource(self.origin, f"line {number}: it holds NUL characters, so it is no text")


@contextmanager
def text_in(origin: str) -> Iterator[Place]:
    """Tell in a line where a text is in other characters than it should be."""
    place = Place(origin)
    try:
        yield place
    except UnicodeDecodeError:
        where = f"after line {place.line}: " if place.line else ""
        why = f"{where}it is not UTF-8: save it as UTF-8, for instance with iconv -t UTF-8"
        raise UnreadableSource(origin, why) from None


def lines_of(stream: BinaryIO, origin: str) -> Iterator[str]:
    """Yield the lines of a text, each with its end."""
    with text_in(origin) as place:
        for number, line in enumerate(opened_text(stream), start=1):
            place.line = number
            place.check(line)
            yield line


def opened_text(stream: BinaryIO) -> io.TextIOWrapper:
    """Return the text in a stream of bytes."""
    start = stream.read(4)
    wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    whole = io.BufferedReader(Again(start, stream))
    return io.TextIOWrapper(whole, encoding="utf-16" if wide else "utf-8-sig", newline="")


class Again(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # Any: a buffer, for which typing has no name before 3.12
        data = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
