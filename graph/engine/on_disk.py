"""A table of values by name in a file without a name, which is gone with the program: memory does not grow with it."""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections.abc import Iterator, MutableMapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final

_RECENT: Final = 10_000
"""So many values are held in memory before they are laid down all at once."""


class OnDisk(MutableMapping[str, Any]):  # Any: what is kept; it is our own, written and read by this process alone
    """A table that is gone through in the order of its names."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._kept.execute("PRAGMA journal_mode=OFF")
        self._kept.execute("CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        self._kept.execute("BEGIN")
        self._recent: dict[str, Any] = {}
        self._any_kept = False

    def __getitem__(self, name: str) -> Any:
        if name in self._recent or not self._any_kept:
            return self._recent[name]
        found = self._kept.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise KeyError(name)
        return pickle.loads(found[0])

    def __setitem__(self, name: str, value: object) -> None:
        self._recent[name] = value
        if len(self._recent) >= _RECENT:
            self._lay_down()

    def __delitem__(self, name: str) -> None:
        self._lay_down()
        self._kept.execute("DELETE FROM kept WHERE name = ?", (name,))

    def __iter__(self) -> Iterator[str]:
        self._lay_down()
        return (name for (name,) in self._kept.execute("SELECT name FROM kept ORDER BY name"))

    def __len__(self) -> int:
        self._lay_down()
        return int(self._kept.execute("SELECT count(*) FROM kept").fetchone()[0])

    def in_order(self) -> Iterator[Any]:
        """Yield the values in the order of their names."""
        if not self._any_kept:
            return (self._recent[name] for name in sorted(self._recent))
        self._lay_down()
        return (pickle.loads(value) for (value,) in self._kept.execute("SELECT value FROM kept ORDER BY name"))

    def _lay_down(self) -> None:
        rows = ((name, _pickled(value)) for name, value in self._recent.items())
        self._kept.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        self._any_kept |= bool(self._recent)
        self._recent = {}


class _Pickler(pickle.Pickler):
    """Writes records as what they are made of, several times as fast as they are written otherwise."""

    def reducer_override(self, value: Any) -> Any:  # Any: as above
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), _values(type(value))(value)
        return NotImplemented


@cache
def _values(kind: type[Any]) -> attrgetter[tuple[Any, ...]]:
    """What gives the values of a record, in the order in which it is made of them."""
    return attrgetter(*(field.name for field in fields(kind)))


def _pickled(value: object) -> bytes:
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(value)
    return written.getvalue()
