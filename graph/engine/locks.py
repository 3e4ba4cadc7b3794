"""Locks on files that last as long as their holder lives: however it ends, they are free again.

Where the system has no such locks, everybody gets them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class Lock:
    """A lock that is held until it is let go."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def tell(self, text: str) -> None:
        """Let whoever finds the file locked read this of its holder."""
        if self._handle is not None:
            data = text.encode()
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, data)

    def let_go(self) -> None:
        """Free the lock."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def taken(path: Path, *, shared: bool = False, wait: bool = False) -> Lock | None:
    """Return the lock on a file, or None where somebody else has it.

    The file is made if it is not there, unless the lock is shared; raises ``OSError`` where it cannot be opened.
    """
    handle = os.open(path, os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT, 0o666)
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(handle)
            return None
        except OSError:  # a file system without locks
            pass
        except BaseException:
            os.close(handle)
            raise
    return Lock(handle)


def told(path: Path) -> str | None:
    """Return what the holder of the lock on a file tells, or None where nobody holds it."""
    with suppress(FileNotFoundError):
        lock = taken(path, shared=True)
        if lock is None:
            return path.read_text("utf-8", errors="replace")
        lock.let_go()
    return None


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until nobody else is inside; where the file cannot be made, go in at once."""
    try:
        lock = taken(path, wait=True)
    except OSError:
        lock = None
    try:
        yield
    finally:
        if lock is not None:
            lock.let_go()
