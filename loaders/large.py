"""Large files and packed ones, which are not held in memory: their heads, and streams of their bytes."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from ..graph.errors import UnreadableSource
from .data_files import GZIP

LARGE: Final = 500_000
"""Bytes from which on a file is gone through rather than read."""
_HEAD: Final = 400_000
_READ: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class LargeFile:
    """A file, its first lines, and how it is opened, unpacked if it is packed."""

    head: bytes
    open: Callable[[], BinaryIO]


def large_file(path: str, max_bytes: int) -> LargeFile | None:
    """Return a file that is too large to be read at once, though not larger than allowed; None for any other."""
    opening = partial(_opened, path, max_bytes)
    try:
        if not Path(path).is_file() or Path(path).stat().st_size > max_bytes:  # a pipe can be read only once
            return None
        with opening() as file:
            head = file.read(LARGE + 1)
    except OSError:
        return None
    if len(head) <= LARGE:
        return None
    return LargeFile(head[: head.rfind(b"\n", 0, _HEAD) + 1] or head[:_HEAD], opening)


def _opened(path: str, max_bytes: int) -> BinaryIO:
    file = Path(path).open("rb")  # noqa: SIM115  # whoever reads it closes it
    is_packed = file.read(len(GZIP)) == GZIP
    file.seek(0)
    return unpacked(file, path, max_bytes) if is_packed else file


def unpacked(packed: BinaryIO, origin: str, max_bytes: int) -> BinaryIO:
    """Return what is in a file of gzip; reading it raises UnreadableSource where it is damaged or holds too much."""
    return io.BufferedReader(_Unpacking(packed, origin, max_bytes), _READ)


class _Unpacking(io.RawIOBase):
    """A stream of what a file of gzip holds, of all its parts."""

    def __init__(self, packed: BinaryIO | _Joined, origin: str, max_bytes: int) -> None:
        self._packed: BinaryIO | _Joined = packed
        self._origin = origin
        self._left = max_bytes
        self._max_bytes = max_bytes
        self._unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._ready = b""

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._packed.close()
        super().close()

    def readinto(self, buffer: Any) -> int:  # Any: a buffer, for which typing has no name before 3.12
        while not self._ready:
            if self._unpacking.eof and not self._next():
                return 0
            self._ready = self._unpack()
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _unpack(self) -> bytes:
        some = self._unpacking.unconsumed_tail or self._packed.read(_READ)
        try:
            found = self._unpacking.decompress(some, _READ)
        except zlib.error as error:
            raise UnreadableSource(self._origin, f"it is compressed (gzip) and damaged: {error}") from None
        if not some and not found and not self._unpacking.eof:
            raise UnreadableSource(self._origin, "it is compressed (gzip) and broken off: get it again")
        self._left -= len(found)
        if self._left < 0:
            why = f"unpacked it has more than {self._max_bytes:,} bytes: allow more with --max-bytes"
            raise UnreadableSource(self._origin, why)
        return found

    def _next(self) -> bool:
        """Go on to the part that follows, if one does; zeros after the last are nothing."""
        rest = self._unpacking.unused_data.lstrip(b"\0")
        while not rest and (more := self._packed.read(_READ)):
            rest = more.lstrip(b"\0")
        if rest:
            self._packed = _Joined(rest, self._packed)
            self._unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return bool(rest)


class _Joined(io.RawIOBase):
    """Bytes that have been read already, and what comes after them."""

    def __init__(self, start: bytes, rest: BinaryIO | _Joined) -> None:
        self._start = start
        self._rest = rest

    def read(self, size: int = -1, /) -> bytes:
        start, self._start = self._start, b""
        return start or self._rest.read(size)

    def close(self) -> None:
        self._rest.close()
        super().close()
