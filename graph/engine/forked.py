"""This process once more, with the store that it has in memory, to answer one query: nothing is copied.

Only where the system makes such processes reliably; elsewhere the quads are handed to a new one.
"""

from __future__ import annotations

import os
import signal
import sys
import warnings
from contextlib import suppress
from typing import Final

import pyoxigraph as ox

from .child import answered, end_with_parent, write

FORKS: Final = sys.platform == "linux"


class Forked:
    """A process that answers a query over a store in memory."""

    def __init__(self, store: ox.Store, asked: bytes) -> None:
        self.code = 0
        self._heard, told = os.pipe()
        lives, self._alive = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # threads: the other process uses none of theirs
            self._pid = os.fork()
        if self._pid == 0:
            try:
                os.setsid()  # the terminal's Ctrl-C is for the process that asks, which ends this one
                os.close(self._alive)
                end_with_parent(lives)
                write(told, answered(store, asked))
            finally:
                os._exit(0)
        os.close(told)
        os.close(lives)

    def talk(self) -> tuple[bytes, bytes]:
        """Wait for what it answers, and what it complains of."""
        with os.fdopen(self._heard, "rb") as heard:
            return heard.read(), b""

    def kill(self) -> None:
        """End it if it has not ended."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def close(self) -> None:
        """Leave nothing of it behind."""
        self.code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        os.close(self._alive)
