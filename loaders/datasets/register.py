"""Who and what a dataset tells of, by their ids, and the first record of each key; of a large one on the disk."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass

from ...graph.engine.on_disk import OnDisk
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
        make = OnDisk if on_disk else dict
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
