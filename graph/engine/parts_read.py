"""What is made part by part, as a file that the engine reads: it is never whole in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator


class PartsRead(io.RawIOBase):
    """What an iterator gives, as a file to read from."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._part = io.BytesIO()

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        while not (given := self._part.read(size)) and (part := next(self._parts, None)) is not None:
            self._part = io.BytesIO(part)
        return given
