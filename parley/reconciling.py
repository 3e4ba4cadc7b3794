"""Reconciles a table with the graph: whom its names may mean, as columns of it, and choices back as decisions."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from .graph.errors import DecisionError, UnreadableSource
from .graph.identifiers import Minter, file_id
from .graph.reading.csv_tables import guarded
from .graph.reading.reconciling import Kind, Pool, Wanted
from .graph.records import Key
from .loaders.datasets.converters import CONVERTERS, Party, Unconverted
from .loaders.datasets.formats import Format, Rule, Value
from .loaders.datasets.readers import read_table, read_workbook
from .loaders.datasets.reading import DatasetSource, read_dataset
from .loaders.datasets.rows import Row
from .loaders.sources import read_data

if TYPE_CHECKING:
    from .graph.identity.clusters import Verdict
    from .graph.knowledge import Knowledge

CHOICE: Final = "choice"
NONE: Final = "none"
_MATCH: Final = "match"
_ADDED: Final = re.compile(rf"{_MATCH} \d+(?: name| score| because)?")
_DATES: Final = ("date", "day_first", "spelt_date")
_SHAPES: Final[dict[Kind, tuple[str, str]]] = {
    "person": ("person", "person"),
    "organisation": ("organisation", "organization"),
}
"""The shape of a kind, and what the keys of its records begin with."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A table, which of its columns tells the names, and which tell what else is known of them."""

    path: str
    column: str
    born: str = ""
    state: str = ""
    kind: Kind = "person"


@dataclass(frozen=True, slots=True)
class _Table:
    separator: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def reconciled(knowledge: Knowledge, asked: Asked, *, most: int) -> tuple[bytes, int, int]:
    """Return the table with whom each name may mean, how many rows it has, and how many of them have an offer."""
    table, pool = _read(asked), Pool(knowledge, asked.kind)
    own = [name for name in table.columns if name != CHOICE and not _ADDED.fullmatch(name)]
    columns = (*own, *_columns(most), CHOICE)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=table.separator, lineterminator="\n")
    writer.writerow(columns)
    offered = 0
    for row in table.rows:
        offers = pool.offers(_wanted(row, asked), most=most)
        offered += bool(offers)
        cells = [str(row.values.get(name, "")) for name in own]
        for offer in offers:
            cells += [offer.iri, guarded(offer.label), f"{offer.score:.2f}", guarded(offer.because)]
        cells += [""] * (len(columns) - 1 - len(cells))
        writer.writerow([*cells, str(row.values.get(CHOICE, ""))])
    return out.getvalue().encode(), len(table.rows), offered


def take_choices(
    knowledge: Knowledge, asked: Asked, *, source_id: str = "", by: str = "", on: str = ""
) -> Iterator[str]:
    """Make the rows a dataset of its own and decide what a person has chosen in it; yield what there is to tell."""
    table = _read(asked)
    if CHOICE not in table.columns:
        raise UnreadableSource(asked.path, f"it has no column {CHOICE!r}: reconcile it first, with --output")
    chosen = [(row, choice) for row in table.rows for choice in _choices(row, asked)]
    source = _source(asked, source_id)
    read = read_dataset(source)
    knowledge.add(read.records, origin=asked.path)
    yield from (f"note: {asked.path}: {note}" for note in read.notes)
    node = _Nodes(knowledge, source.id, asked)
    same = different = 0
    for row, (iri, verdict) in chosen:
        own, other = node.of(row), knowledge.member(iri)
        if not own or not other:
            yield f"parley: {asked.path}: {row.place}: {iri} is not in the graph: left out"
            continue
        try:
            because = f"chosen in {PurePath(asked.path).name}, {row.place}"
            knowledge.decide(own, other, verdict, by=by, on=on, because=because)
        except DecisionError as error:
            yield f"parley: {asked.path}: {row.place}: {error}"
            continue
        same, different = same + (verdict == "same"), different + (verdict == "different")
    yield f"took {same + different} decisions from {asked.path}: {same} the same, {different} different"


class _Nodes:
    """The nodes that the rows of a table have become."""

    def __init__(self, knowledge: Knowledge, source_id: str, asked: Asked) -> None:
        self._minter = Minter(knowledge.base)
        self._source_id = source_id
        self._asked = asked

    def of(self, row: Row) -> str:
        """Return the node of a row; empty where it has no name."""
        name = next(iter(row.texts(self._asked.column)), "")
        kind = _SHAPES[self._asked.kind][1]
        return self._minter.node(self._source_id, Key(f"{kind}/{name}")) if name else ""


def _columns(most: int) -> list[str]:
    parts = ("", " name", " score", " because")
    return [f"{_MATCH} {number}{part}" for number in range(1, most + 1) for part in parts]


def _read(asked: Asked) -> _Table:
    """Read the table, all rows of it or none."""
    data, found = read_data(asked.path)
    if found.form not in ("table", "xlsx"):
        raise UnreadableSource(asked.path, f"it is {found.told}: names are looked up in a table")
    stream, separator = io.BytesIO(data), found.separator or ","
    read = (
        read_workbook(stream, asked.path)
        if found.form == "xlsx"
        else read_table(stream, asked.path, separator=separator)
    )
    rows = []
    for row in read:
        if not isinstance(row, Row):
            raise UnreadableSource(asked.path, f"{row.place}: {row.why}")
        rows.append(row)
    columns = tuple(dict.fromkeys(name for row in rows for name in row.values))
    for name in (asked.column, asked.born, asked.state):
        if name and name not in columns:
            raise UnreadableSource(asked.path, f"it has no column {name!r}: there are {', '.join(columns)}")
    return _Table(separator, columns, tuple(rows))


def _wanted(row: Row, asked: Asked) -> Wanted:
    name, born, state = (
        next(iter(row.texts(one)), "") if one else "" for one in (asked.column, asked.born, asked.state)
    )
    return Wanted(name, _converted(_DATES, born), _converted(("country",), state))


def _converted(converters: Sequence[str], text: str) -> str:
    """What a text tells by the first converter that it fits; what fits none tells nothing."""
    for name in converters if text else ():
        try:
            value = CONVERTERS[name](text)
        except Unconverted:
            continue
        return value.value if isinstance(value, Party) else value
    return ""


def _choices(row: Row, asked: Asked) -> Iterator[tuple[str, Verdict]]:
    """Yield what is decided in a row: an IRI and a verdict."""
    chosen = str(row.values.get(CHOICE, "")).strip()
    offers = _offers(row.values)
    if chosen.lower() == NONE:
        yield from ((iri, "different") for iri in offers.values())
    elif chosen in offers:
        yield offers[chosen], "same"
    elif "://" in chosen:
        yield chosen, "same"
    elif chosen:
        why = f"{row.place}: choice: {chosen!r} is neither the number of a match, nor an IRI, nor {NONE!r}"
        raise UnreadableSource(asked.path, why)


def _offers(values: Mapping[str, str]) -> dict[str, str]:
    """The IRIs that are offered in a row, by their numbers."""
    found = ((name.removeprefix(f"{_MATCH} "), iri) for name, iri in values.items() if name.startswith(f"{_MATCH} "))
    return {number: iri.strip() for number, iri in found if number.isdigit() and iri.strip()}


def _source(asked: Asked, source_id: str) -> DatasetSource:
    """The table as a dataset of the people or bodies in it, and of nothing else."""
    data, found = read_data(asked.path)
    values = {"id": (Value((asked.column,)),), "name": (Value((asked.column,), "name"),)}
    if asked.state:
        values["side"] = (Value((asked.state,), "country"),)
    rules = (Rule(_SHAPES[asked.kind][0], values),)
    title = PurePath(asked.path).name
    format = Format("reconciled", title, title, "table", rules, ignored=("*",))
    id = source_id or file_id(PurePath(asked.path).stem)
    return DatasetSource(id, format, found.form, lambda: io.BytesIO(data), asked.path, found.separator or ",")
