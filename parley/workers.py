"""Who reads: this process, worker processes of our own, or whoever an executor hands the work to.

Work is anything that can be pickled: a function of a module and its arguments. What it is about is not known here.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from types import ModuleType, TracebackType
from typing import Any, Final, TypeVar

from .graph.errors import ParleyError, WorkersLost

T = TypeVar("T")

_EACH: Final = 8
"""How many articles a worker must have before starting it pays: it loads the language model first."""
_AHEAD: Final = 8
"""How many tasks are in flight for each worker, so that none waits for the one whose turn it is."""
_UNTOLD: Final = 16
"""How many workers an executor is taken to have that does not tell."""


def worth(sources: int) -> int:
    """How many processes it pays to read so many sources with: at most one for each core."""
    if multiprocessing.current_process().daemon:  # it may have no processes of its own
        return 1
    return max(1, min(_cores(), sources // _EACH))


def _cores() -> int:
    if sys.platform == "linux":  # a container or a scheduler may have given this process only some
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Takes tasks and gives their results; a context manager that leaves no process and no task behind.

    With one job it works in this process, with more in so many others. ``executor`` takes their place: it stays
    the caller's, who ends it.
    """

    def __init__(self, jobs: int, executor: Executor | None = None) -> None:
        self._given = executor
        told = getattr(executor, "_max_workers", _UNTOLD)  # as both kinds of the standard library call it
        self._jobs = jobs if executor is None else told
        self._pool: _Pool | None = None
        self._tasks: set[Future[Any]] = set()  # Any: tasks of all kinds

    @property
    def ahead(self) -> int:
        """How many tasks may be in flight."""
        return 1 if self._given is None and self._jobs == 1 else _AHEAD * self._jobs

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        if self._pool is not None:
            self._pool.end(at_once=kind is not None)

    def submit(self, function: Callable[..., T], *arguments: object) -> Future[T]:
        """Hand in a task; in this process it is done at once, and its error raised."""
        if self._given is None and self._jobs == 1:
            done: Future[T] = Future()
            done.set_result(function(*arguments))
            return done
        task = self._executor().submit(function, *arguments)
        self._tasks.add(task)
        return task

    def result(self, task: Future[T]) -> T:
        """The result of a task, once it is done; raises its error, or ``WorkersLost`` when nobody did it."""
        self._tasks.discard(task)
        error: BaseException | None
        try:
            error = task.exception()
        except CancelledError as cancelled:
            error = cancelled
        if isinstance(error, BrokenExecutor) or (self._given and error and not isinstance(error, ParleyError)):
            raise WorkersLost(f"{type(error).__name__}: {error}" if self._given else "") from error
        return task.result()

    def _executor(self) -> Executor | _Pool:
        if self._given is not None:
            return self._given
        if self._pool is None:
            self._pool = _Pool(self._jobs)
        return self._pool


class _Pool:
    """Processes that are started as they are needed, and end at the latest when this one does, however it ends."""

    def __init__(self, jobs: int) -> None:
        context = multiprocessing.get_context("spawn")  # a fork of a process with threads may hang
        self._line, self._held = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(jobs, context, _begin, (self._line,))

    def submit(self, function: Callable[..., T], *arguments: object) -> Future[T]:
        """Hand in a task."""
        with _starting():
            try:
                return self._executor.submit(function, *arguments)
            except BrokenExecutor as error:
                raise WorkersLost() from error

    def end(self, *, at_once: bool) -> None:
        """End the processes, in the middle of their work if it must be at once."""
        if at_once:
            self._held.close()
        self._executor.shutdown(cancel_futures=True)
        self._held.close()
        self._line.close()


@contextmanager
def _starting() -> Iterator[None]:
    """Let processes start that never hear of Ctrl-C, which is for this one, and do not run the main script again.

    Whoever starts processes from a script must otherwise guard it by ``if __name__ == "__main__"``, and a notebook or
    a prompt has no file to run. Tasks are functions of modules, so no process needs it.
    """
    main = sys.modules["__main__"]
    masks = hasattr(signal, "pthread_sigmask")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else None
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    """End this process when nobody holds the other end of the line any more."""
    with suppress(EOFError, OSError):
        line.recv()
    os._exit(1)
