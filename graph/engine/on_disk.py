"""A table of values by name in a file without a name, which is gone with the program: memory does not grow with it."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, MutableMapping
from typing import Any


class OnDisk(MutableMapping[str, Any]):  # Any: what is kept; it is our own, written and read by this process alone
    """A table that is gone through in the order of its names."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._kept.execute("PRAGMA journal_mode=OFF")
        self._kept.execute("CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        self._kept.execute("BEGIN")

    def __getitem__(self, name: str) -> Any:
        found = self._kept.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise KeyError(name)
        return pickle.loads(found[0])

    def __setitem__(self, name: str, value: object) -> None:
        self._kept.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, pickle.dumps(value)))

    def __delitem__(self, name: str) -> None:
        self._kept.execute("DELETE FROM kept WHERE name = ?", (name,))

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._kept.execute("SELECT name FROM kept ORDER BY name"))

    def __len__(self) -> int:
        return int(self._kept.execute("SELECT count(*) FROM kept").fetchone()[0])
