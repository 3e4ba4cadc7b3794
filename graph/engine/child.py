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
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(OSError):  # when memory gets short, this process is to go, not somebody else's
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    _write(_answer(where, quads, json.loads(asked)))
    os._exit(0)


def _answer(where: str, quads: bytes, asked: dict[str, dict[str, str]]) -> bytes:
    """A letter for what it is (rows, truth, graph, or an error), and the answer."""
    values = {ox.Variable(name): _term(text) for name, text in asked["values"].items()}
    try:
        store = ox.Store.read_only(where) if where else _loaded(quads)
        found = store.query(str(asked["query"]), substitutions=values)
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


def _write(data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(1, view[: 1 << 20]) :]


def _end_with_parent() -> None:
    """End when the other end of standard input is closed: whoever asked is gone, or has stopped to wait."""
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
