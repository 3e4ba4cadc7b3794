"""The program that evaluates one query in a process of its own, which :mod:`parley.graph.engine.apart` can end.

It is run as a file and uses nothing but the engine, so that it starts in a few hundredths of a second.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox


def main(where: str, *sizes: str) -> None:
    """Answer the query on standard input, over the store in ``where`` or, if that is empty, the quads that follow."""
    asked, quads = (_read(int(size)) for size in sizes)
    end_with_parent(0)
    try:
        store = ox.Store.read_only(where) if where else _loaded(quads)
        write(1, answered(store, asked))
    except OSError as error:
        write(1, b"E" + str(error).encode())
    os._exit(0)


def answered(store: ox.Store, asked: bytes) -> bytes:
    """Return a letter for what it is (rows, truth, graph, or an error), and the answer."""
    question = json.loads(asked)
    values = {ox.Variable(name): _term(text) for name, text in question["values"].items()}
    try:
        found = store.query(question["query"], prefixes=question["prefixes"], substitutions=values)
        if isinstance(found, ox.QueryTriples):
            return b"G" + (found.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
        kind = b"T" if isinstance(found, ox.QueryBoolean) else b"R"
        return kind + (found.serialize(format=ox.QueryResultsFormat.JSON) or b"")
    except SyntaxError as error:
        return b"S" + json.dumps(error.args).encode()
    except (OSError, ValueError, RuntimeError) as error:
        return b"E" + str(error).encode()


def _loaded(quads: bytes) -> ox.Store:
    store = ox.Store()
    store.bulk_load(quads, ox.RdfFormat.N_QUADS)
    return store


def _term(text: str) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    (quad,) = ox.parse(f"<urn:s> <urn:p> {text} .", ox.RdfFormat.N_TRIPLES)
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple = quad.object
    return term


def _read(size: int) -> bytes:
    parts = []
    while size > 0 and (part := os.read(0, min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def write(handle: int, data: bytes) -> None:
    """Write all of the data."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view[: 1 << 20]) :]


def end_with_parent(line: int) -> None:
    """Let this process end when the line's other end is closed, and before others do when memory is short."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: int) -> None:
    os.read(line, 1)
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
