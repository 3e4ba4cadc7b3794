"""Evaluates a query in a process of its own, because the engine cannot be stopped: the process can.

It is ended when its time is over, and by the first Ctrl-C.
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

_PROGRAM: Final = Path(__file__).with_name("child.py")
_COPY: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Values: TypeAlias = Mapping[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]


@dataclass(frozen=True, slots=True)
class Quads:
    """What the other process reads: a store in a folder that nobody changes, or quads as N-Quads."""

    folder: str = ""
    text: bytes = b""


def evaluated_apart(quads: Quads, sparql: str, values: Values, seconds: float | None) -> Told:
    """Return the answer to a query, as a function of the engine's would raise its errors.

    Raises :class:`~parley.graph.errors.QueryTimedOut` when the answer is not there after so many seconds.
    """
    named = {variable.value: str(term) for variable, term in values.items()}
    asked = json.dumps({"query": sparql, "values": named}).encode()
    told = _said(quads.folder, (asked, quads.text), seconds)
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


def _said(folder: str, parts: tuple[bytes, ...], seconds: float | None) -> bytes:
    """What the process writes before its end; it is never left behind, whatever ends the wait."""
    said: list[bytes] = []
    with _started(folder, parts) as process:
        talk = Thread(target=_talk, args=(process, parts, said), daemon=True)
        try:
            talk.start()
            talk.join(None if seconds is None else min(max(0.0, seconds), TIMEOUT_MAX))
            if talk.is_alive():
                raise QueryTimedOut(seconds or 0)
        finally:
            process.kill()
            talk.join()
    if len(said) < 2 or not said[0]:
        raise QueryError(f"the query's process ended before its answer{_why(process.returncode, said)}")
    return said[0]


def _started(folder: str, parts: tuple[bytes, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", str(_PROGRAM), folder, *(str(len(part)) for part in parts)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,  # the terminal's Ctrl-C is for this process, which ends the other
    )


def _talk(process: subprocess.Popen[bytes], parts: tuple[bytes, ...], said: list[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    with suppress(BrokenPipeError):
        for part in parts:
            process.stdin.write(part)
        process.stdin.flush()
    said.append(process.stdout.read())
    said.append(process.stderr.read())


def _why(code: int, said: list[bytes]) -> str:
    last = [line for text in said[1:] for line in text.decode("utf-8", "replace").splitlines()][-1:]
    if last:
        return f": {last[0]}"
    return ": it was killed, perhaps because memory is short" if code < 0 else ""
