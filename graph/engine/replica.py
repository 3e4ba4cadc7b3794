"""The default graph of a store read into memory, where joins are several times as fast as on a disk, if it fits.

The engine finds quads in memory by lists of each subject, predicate and object in all graphs together, so named graphs,
which say most of it once more, would make every step of a join several times as long.
"""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from ..errors import StoreTooLarge

_BYTES_A_QUAD: Final = 600
"""Measured at 0.8 million quads of news, and rounded up."""
_AT_ONCE: Final = 10_000
"""So many quads are copied before a Ctrl-C is heard."""
_COUNT: Final = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_TOLD: Final = Path("/proc/meminfo")


def in_memory(engine: ox.Store, where: str, *, free: int | None) -> ox.Store:
    """Return a copy of the default graph in memory of which so many bytes are free, or nobody knows how many.

    Raises :class:`~parley.graph.errors.StoreTooLarge` unless it is sure to fit.
    """
    (counted,) = cast("ox.QuerySolutions", engine.query(_COUNT))
    count = int(counted["n"].value)
    needed = count * _BYTES_A_QUAD
    if free is None:
        raise StoreTooLarge(where, "the system does not tell how much memory is free")
    if needed > free:
        raise StoreTooLarge(
            where, f"{count:,} quads take about {_in_words(needed)} in memory, and {_in_words(free)} are free"
        )
    copy = ox.Store()
    quads = engine.quads_for_pattern(None, None, None, ox.DefaultGraph())
    while part := list(islice(quads, _AT_ONCE)):
        copy.bulk_extend(part)
    return copy


def free_bytes(told: Path = _TOLD) -> int | None:
    """Return how much memory can be taken without harm to others, or None where the system does not tell."""
    try:
        for line in told.read_text("ascii").splitlines():
            name, _, size = line.partition(":")
            if name == "MemAvailable":
                return int(size.split()[0]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # not on Windows, and not every system has these names
        return None


def _in_words(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
