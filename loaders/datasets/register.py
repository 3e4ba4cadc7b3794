"""Who and what a dataset tells of, by their ids, and the first record of each key; of a large one on the disk."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any

from ...graph.records import Key, Keyed


@dataclass(frozen=True, slots=True)
class Entry:
    """Whom an id stands for, and where its row stands."""

    key: Key
    label: str
    place: str


class Register:
    """What has been entered stays: the first counts."""

    def __init__(self, *, on_disk: bool = False) -> None:
        make = _OnDisk if on_disk else dict
        self._entries: MutableMapping[str, Entry] = make()
        self._firsts: MutableMapping[str, Keyed] = make()

    def enter(self, id: str, entry: Entry) -> None:
        """Enter somebody by the id in the dataset."""
        self._entries.setdefault(id, entry)

    def find(self, id: str) -> Entry | None:
        """Return whom an id stands for, if it stands for anybody."""
        return self._entries.get(id)

    def first(self, record: Keyed) -> Keyed:
        """Return the first record with this one's key: this one itself, or an earlier one."""
        return self._firsts.setdefault(record.key, record)

    def record(self, key: str) -> Keyed | None:
        """Return the first record with a key, if there was any."""
        return self._firsts.get(key)


class _OnDisk(MutableMapping[str, Any]):  # Any: what is kept; it is our own, written and read by this process alone
    """A table of values that nobody takes out, in a file without a name that is gone with the program."""

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
        self._kept.execute("INSERT INTO kept VALUES (?, ?)", (name, pickle.dumps(value)))

    def __delitem__(self, name: str) -> None:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._kept.execute("SELECT name FROM kept"))

    def __len__(self) -> int:
        return int(self._kept.execute("SELECT count(*) FROM kept").fetchone()[0])
