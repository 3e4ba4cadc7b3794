"""Parley in Python and notebooks: open or build a graph, ask it, look at it, hand it on.

    import parley
    talks = parley.build("examples/istanbul/article.txt")
    talks.ask("heads", party="Russia")

Nothing here is read, drawn or computed that the rooms below do not offer: this is their shape for Python. What goes
wrong is told as a ``ParleyError`` (:mod:`parley.graph.errors`).
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Unpack

from .gathering import Gathering
from .graph.errors import QueryError, StoreClosed
from .graph.knowledge import Apart, Knowledge, SourceEntry, open_knowledge
from .graph.reading.unmatched import doubts, is_nothing, why_nothing
from .histories import Histories
from .pages import Page
from .queries.ask import ask
from .queries.catalogue import Question, catalogue
from .queries.given import Given
from .rows import Table, to_table
from .settling import Settling

if TYPE_CHECKING:
    from concurrent.futures import Executor

    import networkx
    import rdflib
    from rdflib.term import Node

    from .describing import Description
    from .extracting import Method


class Workspace(Gathering, Settling, Histories):
    """A graph that is open: ask it, query it, draw it, hand it to other tools. A context manager.

    :func:`open` and :func:`build` make one. ``knowledge`` is what it stands on, with all that is not here: removing
    sources, deciding on identity, exports, ASK and CONSTRUCT. After :meth:`close` every method raises ``StoreClosed``.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __repr__(self) -> str:
        return f"<parley.Workspace {self.knowledge.where}>"

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; a store on disk is free for others then."""
        self.knowledge.close()

    def sources(self) -> list[SourceEntry]:
        """What was read, one entry per source, by id; dates as the sources give them, ``""`` for what they do not."""
        return self.knowledge.sources()

    def questions(self) -> tuple[Question, ...]:
        """The questions of the catalogue, each with its name, its text, its parameters and its SPARQL."""
        return tuple(catalogue().values())

    def ask(
        self,
        name: str,
        *,
        why: bool = False,
        timeout: float | None = None,
        **given: Unpack[Given],
    ) -> Table:
        """The answer to a question of the catalogue, a row for each fact and statement that it rests on.

        It is narrowed by ``negotiation``, ``party``, ``person``, ``post`` and ``publisher``, which are names, parts of
        names or IRIs; ``round``, which counts from 1; ``issue`` and ``standing``, one or several; ``source``, an id;
        ``text``, words of the quotation; ``date``, and ``since`` and ``until`` for when sources came out, as
        YYYY-MM-DD. ``why`` adds a column ``why``: in words, what makes the fact stand as it does. Raises
        ``UnknownName`` for a question or name that nothing here has, with those that come close, and ``QueryError`` for
        what the question does not take.
        """
        apart = None if timeout is None else Apart(timeout)
        answer = ask(self.knowledge, name, why=why, apart=apart, **given)
        silence = None if answer.silence is None else to_table(answer.silence, "Of this the sources say nothing:")
        return replace(to_table(answer.results, answer.question.text, silence), note=answer.untold)

    def narrowed(self, **given: Unpack[Given]) -> Workspace:
        """A workspace in memory with what fits all that is given, as :meth:`ask` takes it, to be drawn or handed on.

        It holds the facts that fit and all that they lead to; where only sources are told apart (``source``,
        ``publisher``, ``since``, ``until``), all that they say.
        """
        from .queries.narrowing import narrowed

        return Workspace(narrowed(self.knowledge, **given))

    def describe(self, name: str) -> Description:
        """All about one node, found by any of its names, its IRI or ``prefix:name``; ``print`` shows it in words.

        It has ``iri``, ``text`` and ``turtle``. Raises ``UnknownName`` with what comes close, or with what to type for
        each of several.
        """
        from .describing import describe

        return describe(self.knowledge, name)

    def query(
        self, sparql: str, *, bindings: Mapping[str, Node] = MappingProxyType({}), timeout: float | None = 60
    ) -> Table:
        """The rows of a SELECT query, which reads the graph of all sources together unless it says GRAPH.

        The prefixes in ``knowledge.prefixes`` need no declaration. ``bindings`` gives variables that the query selects
        rdflib terms as values. Raises ``QuerySyntax``, which points at the place, for what is no SPARQL, and
        ``QueryError`` for what cannot be run, would leave the store, or gives no rows (ASK, CONSTRUCT: put them to
        ``knowledge.query``), and ``QueryTimedOut`` after ``timeout`` seconds (None: never). It can be interrupted.
        """
        results = self.knowledge.query(sparql, bindings=bindings, apart=Apart(timeout))
        if results.form != "rows":
            gives = "yes or no: bool()" if results.form == "truth" else "a graph: graph() or turtle()"
            raise QueryError(f"it gives no rows but {gives} of what knowledge.query(...) returns is that")
        found = to_table(results)
        remarks = (why_nothing if is_nothing(results.texts()) else doubts)(self.knowledge, sparql)
        return replace(found, note="; ".join(remarks), prefixes=self.knowledge.prefixes)

    def sample(
        self,
        questions: Sequence[str] = ("proposals", "rounds", "posts"),
        *,
        rows: int = 100,
        seed: int = 1,
        per_source: int = 3,
        standings: Collection[str] = (),
    ) -> Table:
        """Rows drawn by chance from the answers to ``questions``, in turn, for a person to judge.

        The same store and ``seed`` give the same rows; of one source come at most ``per_source``. ``standings`` leaves
        out all others. :func:`parley.judge` reads the sheet that ``parley sample`` writes of them. Raises
        ``UnknownName`` for a question that is not there, ``QueryError`` for one that gives no facts.
        """
        from .evaluation.sheets import COLUMNS
        from .sampling import sample

        drawn = sample(
            self.knowledge, questions, rows=rows, seed=seed, per_source=per_source, standings=standings
        )  # fmt: skip
        return Table(COLUMNS, tuple(asdict(row) for row in drawn), "Rows to judge")

    def view(self, *, title: str | None = None, quotes: bool = True) -> Page:
        """The interactive page; ``quotes=False`` leaves the publishers' words out, so that it can be passed on."""
        from .graph.explorer.page import render

        return Page(render(self.knowledge, title=title, quotes=quotes))

    def as_rdflib(self) -> rdflib.Graph:
        """A copy of the graph of all sources together as an rdflib graph: changing it changes nothing here."""
        return self.knowledge.graph()

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The entities and what ties them as a directed multigraph, apart from the store.

        Nodes are IRIs with ``label``, ``type`` in words, ``iri`` and ``side``; edges carry ``predicate`` in words,
        ``standing``, ``fact`` (the IRI of what they stand for) and ``quote``. All values are ``str``.
        """
        from .graph.reading.network import to_networkx

        return to_networkx(self.knowledge)

    def _repr_html_(self) -> str:
        try:
            entries = self.sources()
        except StoreClosed as error:
            return f"<p>{html.escape(str(error))}</p>"
        rows = tuple({"source": e.id, "title": e.title, "statements": e.statements} for e in entries)
        return Table(("source", "title", "statements"), rows, f"Parley graph of {len(entries)} source(s)")._repr_html_()


def open(
    where: str | Path = "memory:",
    *,
    base: str | None = None,
    create: bool = True,
    reading: bool = False,
    replica: bool = False,
) -> Workspace:
    """A workspace over a store in a folder, or an empty one in memory.

    One program at a time can have a store open, and beside it any number for ``reading``: they see what was whole last.
    A ``replica`` is that too, read into memory first: questions are answered several times as fast from there.

    ``base`` is what every IRI of a new store starts with; a store that is there keeps its own. Raises ``StoreMissing``
    when there is no store and ``create`` is false, ``StoreFormat`` when what is there is none or has another base,
    ``StoreLocked`` while another program has it open, ``StoreUnwritable`` when the disk refuses, ``StoreTooLarge`` for
    a replica that would not fit into memory.
    """
    return Workspace(open_knowledge(where, base=base, create=create, reading=reading, replica=replica))


def build(
    *sources: str | Path | Iterable[str | Path],
    store: str | Path = "memory:",
    source_id: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    model: str | None = None,
    method: Method | None = None,
    issues: str | Path | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    decisions: Sequence[str | Path] = (),
) -> Workspace:
    """A workspace over ``store`` with these sources read into it.

    Arguments and errors are those of :func:`open` and :meth:`Workspace.read`. An error closes the store, so what was
    read into memory is gone with it: where some of many sources may be bad, ``open()`` and then ``read`` them.
    """
    workspace = open(store)
    try:
        workspace.read(
            *sources, source_id=source_id, publisher=publisher, published=published, url=url, model=model,
            method=method, issues=issues, jobs=jobs, executor=executor, decisions=decisions,
        )  # fmt: skip
    except BaseException:
        workspace.close()
        raise
    return workspace
