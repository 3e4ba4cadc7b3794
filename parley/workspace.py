"""Parley in Python and notebooks: open or build a graph, ask it, look at it, hand it on.

    import parley
    talks = parley.build("examples/istanbul/article.txt")
    talks.ask("heads", party="Russia")
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any

from .building import Given, build_sources
from .graph.errors import SourcesUnread
from .graph.explorer.page import render
from .graph.knowledge import Knowledge, SourceEntry, open_knowledge
from .output import write_text
from .queries.ask import ask
from .queries.catalogue import Question, catalogue

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib
    from rdflib.term import Node

    from .graph.knowledge import Results


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of an answer: ``columns`` in order, each row a mapping from column to a Python value or ``None``.

    IRIs and texts are ``str``, numbers ``int`` or ``Decimal``, truth values ``bool``, days ``datetime.date``.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]  # Any: the Python value of an RDF literal
    title: str = ""

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas frame, one column each, missing values as ``None``; needs pandas to be installed."""
        import pandas

        return pandas.DataFrame([dict(row) for row in self.rows], columns=list(self.columns), dtype=object)

    def _repr_html_(self) -> str:
        cells = "".join(f"<th>{html.escape(column)}</th>" for column in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(row[column])}</td>" for column in self.columns) + "</tr>" for row in self.rows
        )
        caption = f"<caption>{html.escape(self.title)}</caption>" if self.title else ""
        return f"<table>{caption}<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


@dataclass(frozen=True, slots=True)
class Page:
    """The interactive page as one HTML document, without any request to the network."""

    html: str

    def save(self, path: str | Path) -> Path:
        """Write the page to a file, whole or not at all, and return its path."""
        write_text(str(path), self.html)
        return Path(path)

    def _repr_html_(self) -> str:
        return (
            '<iframe sandbox="allow-scripts" width="100%" height="720" style="border:0" '
            f'title="Negotiation graph" srcdoc="{html.escape(self.html)}"></iframe>'
        )


class Workspace:
    """A graph that is open: ask it, query it, draw it, hand it to other tools. A context manager."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; a store on disk is free for others then."""
        self.knowledge.close()

    def read(
        self,
        *sources: str | Path,
        source_id: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        url: str | None = None,
        model: str | None = None,
    ) -> tuple[str, ...]:
        """Read files, folders, patterns or web addresses and return one line on each.

        Raises ``SourcesUnread`` with a line for each source that cannot be read, when all others are.
        """
        told: list[str] = []
        given = Given(source_id, publisher, published, url, model)
        if build_sources(self.knowledge, [str(source) for source in sources], given, told.append):
            raise SourcesUnread(line.removeprefix("parley: ") for line in told if line.startswith("parley: "))
        return tuple(told)

    def sources(self) -> list[SourceEntry]:
        """What was read, one entry per source."""
        return self.knowledge.sources()

    def questions(self) -> tuple[Question, ...]:
        """The questions of the catalogue, each with its name, its text, its parameters and its SPARQL."""
        return tuple(catalogue().values())

    def ask(self, name: str, *, party: str | None = None, round: int | None = None, person: str | None = None) -> Table:
        """The answer to a question of the catalogue; ``UnknownName`` for a name that nothing here has."""
        answer = ask(self.knowledge, name, party=party, round=round, person=person)
        return _table(answer.results, answer.question.text)

    def query(self, sparql: str, *, bindings: Mapping[str, Node] = MappingProxyType({})) -> Table:
        """The rows of a SELECT query over the canonical graph; ``QueryError`` for a query that cannot be run."""
        return _table(self.knowledge.query(sparql, bindings=bindings))

    def view(self, *, title: str | None = None, quotes: bool = True) -> Page:
        """The interactive page; ``quotes=False`` leaves the publishers' words out."""
        return Page(render(self.knowledge, title=title, quotes=quotes))

    def as_rdflib(self) -> rdflib.Graph:
        """A copy of the canonical graph as an rdflib graph."""
        return self.knowledge.graph()

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The entities and what ties them as a directed multigraph: nodes are IRIs, with label, type and side."""
        from .graph.network import to_networkx

        return to_networkx(self.knowledge)

    def _repr_html_(self) -> str:
        entries = self.sources()
        rows = tuple({"source": e.id, "title": e.title, "statements": e.statements} for e in entries)
        return Table(("source", "title", "statements"), rows, f"Parley graph of {len(entries)} source(s)")._repr_html_()


def open(where: str | Path = "memory:", *, base: str | None = None, create: bool = True) -> Workspace:
    """A workspace over a store on disk, or an empty one in memory; ``base`` is the start of every IRI of a new one."""
    return Workspace(open_knowledge(where, base=base, create=create))


def build(
    *sources: str | Path,
    store: str | Path = "memory:",
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    model: str | None = None,
) -> Workspace:
    """A workspace with these sources read into it; the arguments are those of :meth:`Workspace.read`."""
    workspace = open(store)
    try:
        workspace.read(*sources, publisher=publisher, published=published, url=url, model=model)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _table(results: Results, title: str = "") -> Table:
    columns = tuple(results.columns)
    return Table(columns, tuple({c: _value(row[c]) for c in columns} for row in results), title)


def _value(term: Node | None) -> Any:  # Any: the Python value of an RDF literal
    value = getattr(term, "toPython", lambda: None)()
    return str(value) if value is not None and type(value).__module__.startswith("rdflib") else value


def _cell(value: object) -> str:
    return "" if value is None else html.escape(str(value))
