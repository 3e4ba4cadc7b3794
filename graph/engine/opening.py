"""Opens a store: to change it, which one program at a time can do, or to read its newest snapshot, which all can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Final

import pyoxigraph as ox

from ...ontology.terms import PARLEY
from ..errors import StoreError, StoreFormat, StoreLocked, StoreMissing, StoreUnwritable, one_line
from .locks import Lock
from .snapshots import Held, Snapshots, sizes

_UNFINISHED: Final = "A program ended while it was {}: nothing of that is kept, so do it again."
_BEFORE: Final = "Another program is changing the store: this shows it as it was before."
_DATA: Final = re.compile(r"\d+\.sst")
_LOGS: Final = re.compile(r"\d+\.log")
_BEGUN: Final = re.compile(r"(?:\d+\.(?:dbtmp|log|sst)|MANIFEST-\d+|OPTIONS-.*|IDENTITY|LOCK|LOG(?:\.old\..*)?)")
"""What a program leaves that is killed before there is a store."""
_SHARE: Final = 20
"""So many times longer than it took to make a snapshot the store is written before the next one is worth making."""


class Writing:
    """What a program that changes a store does so that others can read it: it makes snapshots, and says so."""

    def __init__(self, store: Path, engine: ox.Store, *, settled: bool, clock: Callable[[], float] = monotonic) -> None:
        self._store = store
        self._snapshots = Snapshots(store)
        self._lock: Lock = self._snapshots.lock()
        self._says = _BEFORE
        self._is_behind = False
        self._has_changed = False
        self.is_inside = False
        """Whether what is done now is shown only when all of it is."""
        self._clock = clock
        self._next = clock()
        """The moment from which on a snapshot is worth making."""
        if not settled:
            _forget_checks(engine)
            self._make(engine)

    def begin(self) -> None:
        """Say that there is about to be something that the newest snapshot does not hold."""
        if not self._is_behind:
            self._snapshots.tell(self._lock, self._says)
            self._is_behind = self._has_changed = True

    def tell(self, says: str) -> None:
        """Let this be told of the newest snapshot once there is more, if it holds everything now."""
        if not self._is_behind:
            self._says = says

    def enter(self, engine: ox.Store, name: str) -> None:
        """Let nothing be shown from now on, and the store be put back as it is if its program ends before it leaves."""
        if self._is_behind or not self._snapshots.newest_number():
            self._make(engine)
        self._snapshots.begin(name)
        self.is_inside = True

    def leave(self) -> None:
        """Let what has been done since :meth:`enter` count."""
        self._snapshots.finish()
        self.is_inside = False

    def put_back(self) -> ox.Store:
        """Return the store as it was at :meth:`enter`; nobody may have it open."""
        ox.Store(self._store)
        self._snapshots.put_back()
        self.is_inside = self._is_behind = False
        return ox.Store(self._store)

    def show(self, engine: ox.Store, *, if_worth: bool = False) -> None:
        """Make a snapshot of everything, unless the newest one is that, or ``if_worth`` if that is too new."""
        if self._is_behind and not self.is_inside and not (if_worth and self._clock() < self._next):
            self._make(engine)

    def hold(self, engine: ox.Store) -> Held:
        """Return a snapshot of all that the store holds now."""
        self.show(engine)
        found = self._snapshots.newest()
        assert found is not None
        return found[0]

    def end(self) -> None:
        """Leave the store to others; the engine is closed."""
        if self._has_changed and not self._is_behind:
            self._drop_logs()
        if not self._is_behind:
            self._snapshots.settle()
        self._lock.let_go()

    def _make(self, engine: ox.Store) -> None:
        begun = self._clock()
        self._snapshots.add(engine)
        self._says, self._is_behind = _BEFORE, False
        ended = self._clock()
        self._next = ended + _SHARE * (ended - begun)

    def _drop_logs(self) -> None:
        """Open the store once more, for the engine deletes logs that it does not need only then."""
        logs, data = (sum(sizes(self._store, names).values()) for names in (_LOGS, _DATA))
        if logs * 10 > data:
            with suppress(OSError):
                ox.Store(self._store)


def opened_to_change(where: str, *, create: bool, since: Held | None = None) -> tuple[ox.Store, Writing, str]:
    """Return the store in a folder, for this program alone to change, and what is to be told of it.

    One that holds more than ``since`` is locked.
    """
    path = Path(where)
    holds_store = _holds_store(path, create=create)
    snapshots = Snapshots(path)
    with told_as_ours(where, holds_store=holds_store), snapshots.gate():
        settled = not holds_store or snapshots.is_settled()  # a new store has nothing to show
        if since is not None and not (settled and snapshots.is_newest(since)):
            raise StoreLocked(where)
        told = _put_back(path, snapshots)
        engine = ox.Store(path)
        return engine, Writing(path, engine, settled=settled), told


def opened_to_read(where: str) -> tuple[ox.Store, Held | None, str]:
    """Return the newest snapshot of the store in a folder, held, and what is to be told of it.

    Where none can be made of what nobody changes, because the disk is full or read-only, it is the store itself.
    """
    path = Path(where)
    _holds_store(path, create=False)
    snapshots = Snapshots(path)
    says = ""
    with told_as_ours(where):
        try:
            says = _renew(path, snapshots)
        except StoreUnwritable:
            if not snapshots.unfinished():
                return ox.Store.read_only(where), None, ""
        except StoreLocked:
            says = _BEFORE
        found = snapshots.newest()
        if found is None:
            raise StoreLocked(where)
        held, told = found
        return ox.Store.read_only(str(held.folder)), held, told or says


def _put_back(path: Path, snapshots: Snapshots) -> str:
    """Undo what a program that ended has left half done, and return what is to be told of that."""
    name = snapshots.unfinished()
    if not name:
        return ""
    ox.Store(path)  # fails if somebody has it open after all
    snapshots.put_back()
    return _UNFINISHED.format(name)


def _renew(path: Path, snapshots: Snapshots) -> str:
    """Make the snapshot that is missing after a program was killed, and of a store that never had one.

    Returns what is to be told of what that program left half done.
    """
    if snapshots.is_settled() or snapshots.is_written():
        return ""
    with told_as_ours(str(path)), snapshots.gate():
        told = ""
        if not snapshots.is_settled() and not snapshots.is_written():
            told = _put_back(path, snapshots)
            engine = ox.Store(path)
            _forget_checks(engine)
            snapshots.add(engine)
            del engine
            snapshots.settle()
        return told


def _forget_checks(engine: ox.Store) -> None:
    """Let nothing pass for checked in a store that others may have changed, or that was left in the middle."""
    for quad in list(engine.quads_for_pattern(None, ox.NamedNode(PARLEY.checked), None, None)):
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.endswith("/graph/store"):
            engine.remove(quad)


@contextmanager
def told_as_ours(where: str, *, holds_store: bool = True) -> Iterator[None]:
    """Tell the engine's errors as ours."""
    try:
        yield
    except OSError as error:
        raise _unopened(where, str(error), holds_store=holds_store) from error


def _holds_store(path: Path, *, create: bool) -> bool:
    """Whether there is a store; what is no store, and cannot become one, is refused."""
    holds_store = False
    with told_as_ours(str(path), holds_store=False):
        if path.is_file():
            raise StoreFormat(path, "is a file; knowledge lives in a folder of its own, so give a folder")
        holds_store = (path / "CURRENT").is_file()
        if path.is_dir() and not holds_store and not all(_BEGUN.fullmatch(entry.name) for entry in path.iterdir()):
            raise StoreFormat(path, "is a folder with other things in it; give an empty or a new one")
    if not holds_store and not create:
        raise StoreMissing(path)
    return holds_store


def _unopened(where: str, why: str, *, holds_store: bool) -> StoreError:
    if not holds_store or any(
        sign in why for sign in ("ermission denied", "Read-only", "No space", "Not a directory", "File exists")
    ):
        return StoreUnwritable(where, why)
    if "/LOCK: " in why or "lock hold by current process" in why:
        return StoreLocked(where)
    return StoreFormat(where, f"is no store that can be opened ({one_line(why)})")
