"""Turtle and TriG as people read them: prefixes sorted, subjects one after the other with a blank line between them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import IO, BinaryIO, Final, cast

import pyoxigraph as ox

_BLOCK: Final = re.compile(rb"^(?=[^\s}])", re.MULTILINE)
"""Where a block begins."""


def turtle(triples: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> str:
    """Return the triples as Turtle, sorted, with those of the prefixes that they use."""
    lines = "\n".join(sorted({f"{triple} ." for triple in triples}))
    output = io.BytesIO()
    with LaidOut(output) as laid_out:
        rows = (quad.triple for quad in ox.parse(lines, ox.RdfFormat.N_TRIPLES))
        ox.serialize(rows, cast("IO[bytes]", laid_out), format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
    head, blank, body = output.getvalue().decode().partition("\n\n")
    used = [line for line in head.splitlines() if re.search(rf"(?<!\w){re.escape(line.split()[1])}", body)]
    return "\n".join(used) + blank + body if used else body


class LaidOut:
    """Passes on Turtle and TriG with their prefixes sorted (the engine's order is random), blocks after a blank line.

    A block is a subject, or in TriG a graph: it alone begins at the left, since texts are written on one line.
    """

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._prefixes: list[bytes] = []
        self._is_head = True
        self._begun = b""

    def __enter__(self) -> LaidOut:
        return self

    def __exit__(self, kind: type[BaseException] | None, *others: object) -> None:
        if kind is None:
            self._pass_on(self._begun, ends=True)

    def write(self, piece: bytes) -> int:
        whole, end, self._begun = (self._begun + piece).rpartition(b"\n")
        self._pass_on(whole + end)
        return len(piece)

    def flush(self) -> None:
        """Do nothing: what is behind decides that."""

    def _pass_on(self, lines: bytes, *, ends: bool = False) -> None:
        while self._is_head and lines.startswith(b"@prefix "):
            prefix, end, lines = lines.partition(b"\n")
            self._prefixes.append(prefix + end)
        if self._is_head and (lines or ends):
            self._output.writelines(sorted(self._prefixes))
            self._is_head = False
        self._output.write(_BLOCK.sub(b"\n", lines))
