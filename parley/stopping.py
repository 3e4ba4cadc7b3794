"""Ends a command that only reads at the first Ctrl-C, also in the middle of what the engine evaluates."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Final

STOPPED: Final = 130
_GRACE_SECONDS: Final = 0.3
"""So long Python has to end by itself, cleaning up; while the engine evaluates, it does not hear of Ctrl-C."""


_ending: Final = threading.Event()
_watching: Final = threading.Lock()


def end_at_once() -> None:
    """From here on let Ctrl-C end this process, whatever it does: nothing that it has begun is to be finished."""
    in_main = threading.current_thread() is threading.main_thread()
    if sys.platform == "win32" or not in_main or not _watching.acquire(blocking=False):
        return
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    threading.Thread(target=_end, args=(heard,), daemon=True).start()


def is_ending() -> None:
    """Say that this process ends by itself."""
    _ending.set()


def _end(heard: int) -> None:
    while os.read(heard, 1) != bytes([signal.SIGINT]):
        pass
    if not _ending.wait(_GRACE_SECONDS):
        os.write(2, b"parley: stopped\n")
        os._exit(STOPPED)
