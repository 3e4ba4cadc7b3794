"""A store of quads on pyoxigraph, in memory or on disk: opening it, one atomic change, all or nothing of many.

It knows nothing of sources or identity; :mod:`parley.graph.knowledge` is the door that others use.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import IO, Final, TypeAlias, cast

import pyoxigraph as ox

from ..errors import StoreClosed, StoreFormat, StoreLocked, StoreReadOnly, StoreUnwritable
from ..ntriples import Triple, nquad_lines, ntriples
from .apart import Quads
from .lookups import Lookups, as_row
from .opening import Writing, opened_to_change, opened_to_read
from .parts_read import PartsRead
from .replica import free_bytes, in_memory
from .snapshots import Held
from .tokens import names_graphs

MEMORY: Final = "memory:"
_BUFFERED: Final = 32_000_000
"""Characters of changes after which the engine writes its buffers out; it would keep a gigabyte and more of them."""
_POURED: Final = 75_000_000
"""Bytes that the engine is given at once: it holds them all, many times their size; of fewer it has more to merge."""

Graphs: TypeAlias = Mapping[str, Iterable[Triple]]


class Store(Lookups):
    """Quads, read and changed as text."""

    def __init__(
        self,
        where: str | Path,
        *,
        create: bool = True,
        reading: bool = False,
        replica: bool = False,
        since: Held | None = None,
    ) -> None:
        self.where = str(where)
        self._engine: ox.Store | None = None
        self._writing: Writing | None = None
        self._held: Held | None = None
        self._replica: ox.Store | None = None
        self.is_for_reading = reading and self.where != MEMORY
        self.is_trusted = True
        """Whether nobody but Parley can have changed it since it was last closed."""
        self.told = ""
        """What is to be told of what is there: that it is older than what somebody writes, or was left unfinished."""
        if self.where == MEMORY:
            self._engine = ox.Store()
        elif self.where.startswith(("http://", "https://")):
            raise StoreFormat(where, "knowledge behind an address cannot be opened yet; give a folder or memory:")
        elif reading:
            self._engine, self._held, self.told = opened_to_read(self.where)
            self.is_trusted = self._held is not None
            if replica:
                self._read_into_memory()
        else:
            self._engine, self._writing, self.told = opened_to_change(self.where, create=create, since=since)
        self._buffered = 0
        self._is_touched = False

    def _read_into_memory(self) -> None:
        """Put a copy of the default graph in memory beside what is on the disk."""
        try:
            self._replica = in_memory(self.engine, self.where, free=free_bytes())
        except BaseException:
            self.close()
            raise

    @property
    def engine(self) -> ox.Store:
        """The open engine."""
        if self._engine is None:
            raise StoreClosed(self.where)
        return self._engine

    def engine_for(self, sparql: str) -> ox.Store:
        """The engine that answers a query soonest: the replica holds all that one can ask that names no graphs."""
        engine = self.engine
        return engine if self._replica is None or names_graphs(sparql) else self._replica

    def close(self) -> None:
        """Let go of the store; on disk, its log is written out, and another program may then open it."""
        engine, self._engine = self._engine, None
        self._replica = None
        if engine is None:
            return
        try:
            if self._writing is not None:
                with _writing(self.where):
                    self._writing.show(engine)
        finally:
            del engine
            if self._writing is not None:
                self._writing.end()
            if self._held is not None:
                self._held.let_go()

    def show(self) -> None:
        """Let others read all that the store holds now."""
        if self._writing is not None:
            with _writing(self.where):
                self._writing.show(self.engine)

    def tell(self, says: str) -> None:
        """Let this be told, once there is more, of what others read while this program changes the store."""
        if self._writing is not None:
            self._writing.tell(says)

    def note(self, *, remove: Graphs, insert: Graphs) -> bool:
        """Change what a store keeps about itself; return whether it could be, for one open for reading is closed.

        It is changed where it holds what was read, nobody else has it open and the disk takes it.
        """
        if not self.is_for_reading:
            self.change(remove=remove, insert=insert)
            return True
        held = self._held
        self.close()
        if held is not None:
            with suppress(StoreLocked, StoreUnwritable), closing(Store(self.where, create=False, since=held)) as again:
                again.change(remove=remove, insert=insert)
                return True
        return False

    @contextmanager
    def still(self, sparql: str) -> Iterator[Quads]:
        """Give what a query asks of in a form that another process can read, whatever becomes of the store."""
        if self._writing is not None:
            with _writing(self.where):
                held = self._writing.hold(self.engine)
            try:
                yield Quads(str(held.folder))
            finally:
                held.let_go()
        elif self.is_for_reading and self.engine_for(sparql) is self.engine:
            yield Quads(str(self._held.folder) if self._held else self.where)
        else:
            yield Quads(store=self.engine_for(sparql))

    def drop(self, *graphs: str) -> None:
        """Take graphs out with all that is in them."""
        self._is_touched = True
        with _writing(self.where):
            for graph in graphs:
                self.engine.remove_graph(ox.NamedNode(graph))

    def _put_back(self) -> None:
        """Make the store what it was before; if that cannot be now, it is closed, and whoever opens it next does it."""
        assert self._writing is not None
        self._engine = None
        gc.collect()  # what holds on to the engine
        try:
            self._engine = self._writing.put_back()
        except OSError:
            self._writing.end()

    @contextmanager
    def whole(self, doing: str) -> Iterator[None]:
        """Let all that is done to a store on disk inside be done or, whatever stops it, nothing of it.

        Whoever opens the store after its program was stopped puts it back, and is told what it was ``doing``.
        """
        if self._writing is None or self._writing.is_inside:
            yield
            return
        with _writing(self.where):
            self._writing.enter(self.engine, doing)
        self._is_touched = False
        try:
            yield
            with _writing(self.where):
                self.engine.flush()
        except BaseException:
            if self._is_touched:
                self._put_back()
            else:
                self._writing.leave()
            raise
        self._writing.leave()

    def pour(self, lines: Iterator[bytes]) -> None:
        """Put very many quads in, told as N-Quads, in memory that does not grow with them.

        Inside :meth:`whole` it is all or nothing; a store in memory takes all at once.
        """
        if self.is_for_reading:
            raise StoreReadOnly(self.where)
        with _writing(self.where):
            if self._writing is None:
                self._load(lines)
                return
            self._writing.begin()
            for first in lines:
                self._load(_some(first, lines))
                self._is_touched = True

    def _load(self, lines: Iterator[bytes]) -> None:
        self.engine.bulk_load(cast("IO[bytes]", PartsRead(lines)), ox.RdfFormat.N_QUADS, lenient=True)

    def by_subject(self, graph: str) -> Iterator[Triple]:
        """Yield the triples of a graph, those of one subject one after the other."""
        rows = map(as_row, self.quads(graph=graph))
        yield from sorted(rows) if self.where == MEMORY else rows  # on disk they are sorted by subject

    def change(self, *, remove: Graphs, insert: Graphs) -> None:
        """Take quads out and put quads in, all or nothing."""
        gone = {graph: triples for graph, triples in remove.items() if triples}
        come = {graph: triples for graph, triples in insert.items() if triples}
        if self.is_for_reading:
            raise StoreReadOnly(self.where)
        self._is_touched |= bool(gone or come)
        with _writing(self.where):
            if (gone or come) and self._writing is not None:
                self._writing.begin()
            if gone:
                parts = [f"DELETE DATA {{\n{_data(gone)}}}", *self._dropped(gone)]
                if come:
                    parts.append(f"INSERT DATA {{\n{_data(come)}}}")
                text = " ;\n".join(parts)
                self._buffered += len(text)
                self.engine.update(text)
            elif come:
                lines = PartsRead(self._counted(nquad_lines(come)))
                self.engine.load(cast("IO[bytes]", lines), ox.RdfFormat.N_QUADS)
            if self._buffered > _BUFFERED:
                self.engine.flush()
                self._buffered = 0
            if self._writing is not None:
                self._writing.show(self.engine, if_worth=True)

    def _counted(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        """Pass parts on, and count them to what the engine holds back."""
        for part in parts:
            self._buffered += len(part)
            yield part

    def _dropped(self, gone: Graphs) -> Iterator[str]:
        """What takes out the names of graphs that are left empty: the engine keeps them otherwise."""
        for graph, triples in gone.items():
            leaving = frozenset(triples)
            if graph and all(as_row(quad) in leaving for quad in self.quads(graph=graph)):
                yield f"DROP SILENT GRAPH <{graph}>"


def _some(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Yield as many lines as the engine is given at once: it holds them all, and many times their size."""
    size = len(first)
    yield first
    while size < _POURED and (more := next(rest, None)) is not None:
        size += len(more)
        yield more


def _data(graphs: Graphs) -> str:
    parts = []
    for graph, triples in sorted(graphs.items()):
        body = ntriples(triples)
        parts.append(f"GRAPH <{graph}> {{\n{body}}}\n" if graph else body)
    return "".join(parts)


@contextmanager
def _writing(where: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnwritable(where, str(error)) from error
