"""Evaluates a query in a process of its own, because the engine cannot be stopped: the process can.

It is ended when its time is over, and by the first Ctrl-C. For a store on disk it is a new one over a snapshot, for one
in memory it is this one once more, where the system can do that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import TIMEOUT_MAX, Thread
from typing import Final, TypeAlias

import pyoxigraph as ox

from ..errors import QueryError, QueryTimedOut
from .forked import FORKS, Forked

_PROGRAM: Final = Path(__file__).with_name("child.py")
_COPY: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Values: TypeAlias = Mapping[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]


@dataclass(frozen=True, slots=True)
class Quads:
    """What the other process reads: a store in a folder that nobody changes, or one in memory."""

    folder: str = ""
    store: ox.Store | None = None


def evaluated_apart(
    quads: Quads, sparql: str, values: Values, seconds: float | None, *, prefixes: Mapping[str, str]
) -> Told:
    """Return the answer to a query, as a function of the engine's would raise its errors.

    Raises :class:`~parley.graph.errors.QueryTimedOut` when the answer is not there after so many seconds.
    """
    named = {variable.value: str(term) for variable, term in values.items()}
    asked = json.dumps({"query": sparql, "values": named, "prefixes": dict(prefixes)}).encode()
    told = _said(quads, asked, seconds)
    kind, answer = told[:1], told[1:]
    if kind == b"S":
        raise SyntaxError(*(tuple(part) if isinstance(part, list) else part for part in json.loads(answer)))
    if kind == b"E":
        raise RuntimeError(answer.decode())
    return Told(kind, answer)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as text, from which the engine's can be made any number of times."""

    kind: bytes
    text: bytes

    def __call__(self) -> Answer:
        if self.kind != b"G":
            return ox.parse_query_results(self.text, format=ox.QueryResultsFormat.JSON)
        copy = ox.Store()
        copy.load(self.text, ox.RdfFormat.N_TRIPLES)
        found = copy.query(_COPY)
        assert isinstance(found, ox.QueryTriples)
        return found


def _said(quads: Quads, asked: bytes, seconds: float | None) -> bytes:
    """What the process answers; it is never left behind, whatever ends the wait."""
    said: list[tuple[bytes, bytes]] = []
    process = Forked(quads.store, asked) if FORKS and quads.store is not None else _Started(quads, asked)
    talk = Thread(target=lambda: said.append(process.talk()), daemon=True)
    try:
        talk.start()
        talk.join(None if seconds is None else min(max(0.0, seconds), TIMEOUT_MAX))
        if talk.is_alive():
            raise QueryTimedOut(seconds or 0)
    finally:
        process.kill()
        if talk.ident is not None:
            talk.join()
        process.close()
    ((answer, complaint),) = said
    if not answer:
        raise QueryError(f"the query's process ended before its answer{_why(process.code, complaint)}")
    return answer


class _Started:
    """A new process that answers a query."""

    def __init__(self, quads: Quads, asked: bytes) -> None:
        copy = b"" if quads.store is None else quads.store.dump(format=ox.RdfFormat.N_QUADS) or b""
        self._parts = (asked, copy)
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(_PROGRAM), quads.folder, *(str(len(part)) for part in self._parts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,  # the terminal's Ctrl-C is for this process, which ends the other
        )

    @property
    def code(self) -> int:
        """How it ended; negative if it was killed."""
        return self._process.returncode or 0

    def talk(self) -> tuple[bytes, bytes]:
        """Tell it what is asked; wait for what it answers, and what it complains of."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        with suppress(BrokenPipeError):
            for part in self._parts:
                process.stdin.write(part)
            process.stdin.flush()
        return process.stdout.read(), process.stderr.read()

    def kill(self) -> None:
        """End it if it has not ended."""
        self._process.kill()

    def close(self) -> None:
        """Leave nothing of it behind."""
        with suppress(BrokenPipeError), self._process:
            pass


def _why(code: int, complaint: bytes) -> str:
    last = complaint.decode("utf-8", "replace").splitlines()[-1:]
    if last:
        return f": {last[0]}"
    return ": it was killed, perhaps because memory is short" if code < 0 else ""
