"""Snapshots of a store on disk: what readers open, so that they never meet a writer, nor it them.

They stand in the store's own folder and are made of hard links. A snapshot is whole when its name is a number, is
never changed, and the highest number is the newest. Whoever makes one removes the older ones, but for those that
somebody reads.
"""

from __future__ import annotations

import json
import re
import shutil
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..files import write_whole
from .locks import Lock, alone, taken, told

FOLDER: Final = "snapshots"
_STATE: Final = re.compile(r"CURRENT|MANIFEST-\d+|\d+\.log")
"""The engine's files that differ after a change, and after a program has opened the store to change it."""
_KEY: Final = "CURRENT"
"""The file of a snapshot, its own in each, that whoever reads it has locked."""
_FIXED: Final = ".sst"
"""How the engine's files end that never change."""
_TRIES: Final = 20
"""So many snapshots in turn may be replaced before one is opened."""


def sizes(folder: Path, names: re.Pattern[str]) -> dict[str, int]:
    """Return the sizes of the files of such names; the engine may delete some meanwhile."""
    found = {}
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            if names.fullmatch(path.name):
                found[path.name] = path.stat().st_size
    return found


class Held:
    """A snapshot that somebody reads: it stays until it is let go."""

    def __init__(self, folder: Path, lock: Lock) -> None:
        self.folder = folder
        self._lock = lock

    def let_go(self) -> None:
        """Let it be removed."""
        self._lock.let_go()


class Snapshots:
    """The snapshots of the store in one folder."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._folder = store / FOLDER
        self._writer = self._folder / "writer"
        self._settled = self._folder / "settled.json"
        self._unfinished = self._folder / "unfinished"

    def gate(self) -> AbstractContextManager[None]:
        """Let one program at a time open the store to change it, or make a snapshot that is missing."""
        return alone(self._folder / "gate")

    def lock(self) -> Lock:
        """Return the lock that says that somebody may change the store; the engine sees to it that it is only one."""
        self._folder.mkdir(exist_ok=True)
        lock = taken(self._writer, wait=True)
        assert lock is not None
        lock.tell("")  # what a program before had to tell
        return lock

    def is_written(self) -> bool:
        """Return whether there is a program that may change the store."""
        return told(self._writer) is not None

    def tell(self, lock: Lock, says: str) -> None:
        """Let this be told of the newest snapshot: that the store holds more."""
        lock.tell(f"{self.newest_number()} {says}")

    def newest(self) -> tuple[Held, str] | None:
        """Return the newest snapshot, held for reading, and what is told of it; None if there is no snapshot."""
        for _ in range(_TRIES):
            number = self.newest_number()
            if number == 0:
                return None
            folder = self._folder / str(number)
            with suppress(FileNotFoundError):
                lock = taken(folder / _KEY, shared=True)
                if lock is not None:
                    about, _, says = (told(self._writer) or "").partition(" ")
                    if self.newest_number() == number and (folder / _KEY).is_file():
                        return Held(folder, lock), says if about == str(number) else ""
                    lock.let_go()
        return None

    def is_newest(self, held: Held) -> bool:
        """Return whether no snapshot came after this one."""
        return held.folder.name == str(self.newest_number())

    def add(self, engine: ox.Store) -> None:
        """Make a snapshot of what the store holds now, and remove those before it."""
        self._folder.mkdir(exist_ok=True)
        part = self._folder / "part"
        for left in (part, part.with_suffix(".tmp")):
            shutil.rmtree(left, ignore_errors=True)
        engine.backup(part)
        number = self.newest_number() + 1
        part.rename(self._folder / str(number))
        self._remove_before(number)

    def begin(self, name: str) -> None:
        """Keep that something of this name is half done from now on; the newest snapshot is of before."""
        write_whole({self._unfinished: name.encode()})

    def finish(self) -> None:
        """Keep that nothing is half done any more."""
        self._unfinished.unlink(missing_ok=True)

    def unfinished(self) -> str:
        """Return the name of what is, or was left, half done; empty if nothing is."""
        with suppress(FileNotFoundError):
            return self._unfinished.read_text("utf-8")
        return ""

    def put_back(self) -> None:
        """Make the store, which nobody has open, what its newest snapshot is; to be done again if it is stopped."""
        kept = self._folder / str(self.newest_number())
        names = {path.name for path in kept.iterdir()}
        for name in names:
            if not (name.endswith(_FIXED) and (self._store / name).exists()):
                part = self._folder / f"{name}.part"
                shutil.copyfile(kept / name, part)
                part.replace(self._store / name)
        for path in self._store.iterdir():
            if path.is_file() and path.name not in names:
                path.unlink()
        self.finish()

    def is_settled(self) -> bool:
        """Return whether the newest snapshot holds all that the store does, and nobody can change it."""
        try:
            kept = json.loads(self._settled.read_text("utf-8"))
        except (OSError, ValueError):
            return False
        return bool(self.newest_number()) and kept == {**sizes(self._store, _STATE), FOLDER: self.newest_number()}

    def settle(self) -> None:
        """Keep what :meth:`is_settled` goes by; where that cannot be written, the next reader makes a snapshot."""
        with suppress(OSError):
            for log in self._store.glob("LOG.old.*"):  # the engine would keep a thousand of them
                log.unlink()
            state = {**sizes(self._store, _STATE), FOLDER: self.newest_number()}
            write_whole({self._settled: json.dumps(state, sort_keys=True).encode()})

    def newest_number(self) -> int:
        """Return the number of the newest snapshot, 0 if there is none."""
        return max(self._numbers(), default=0)

    def _numbers(self) -> list[int]:
        if not self._folder.is_dir():
            return []
        return [int(path.name) for path in self._folder.iterdir() if path.name.isdecimal()]

    def _remove_before(self, newest: int) -> None:
        for number in self._numbers():
            folder = self._folder / str(number)
            with suppress(OSError):
                lock = taken(folder / _KEY) if number < newest else None
                if lock is not None:
                    shutil.rmtree(folder, ignore_errors=True)
                    lock.let_go()
