"""Reads a dataset by its format: row after row, every field mapped, ignored by name or told, every bad row told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, Final

from ...graph.errors import UnreadableSource
from ...graph.identifiers import slug
from ...graph.records import Agent, Dataset, Key, Source, SourceRecords, When
from ..data_files import Form
from .countries import known_body
from .desk import Desk
from .formats import Format, Reader
from .picking import Trouble, picked
from .readers import BadRow, read_json, read_lines, read_table, read_workbook
from .rows import Row
from .shapes import MAKERS
from .sssom import read_sssom
from .wikidata import read_entities

ENGINE: Final = "parley-datasets 1"
"""What decides, beside its mapping, how a dataset is read."""
FORMS: Final[dict[Reader, tuple[Form, ...]]] = {
    "table": ("table", "xlsx"), "sssom": ("table",), "lines": ("lines", "json"), "json": ("json", "lines"),
    "wikidata": ("json", "lines"),
}  # fmt: skip
"""What a file may be for each reader."""
_COUNTED: Final = {
    "person": ("person", "people"), "organisation": ("organisation", "organisations"),
    "post": ("post held", "posts held"), "team": ("place in a team", "places in teams"),
    "sanction": ("sanction", "sanctions"), "event": ("event", "events"), "agreement": ("agreement", "agreements"),
    "act": ("act", "acts"), "alignment": ("alignment", "alignments"), "row": ("row", "rows"),
}  # fmt: skip
"""What one and several records of a shape are called."""
_TOLD: Final = 20
"""So many values and rows that cannot be read are told one by one."""
_NAMED: Final = 8
"""So many fields are named that are neither mapped nor ignored."""


@dataclass(frozen=True, slots=True)
class DatasetSource:
    """A file of a known format."""

    id: str
    format: Format
    form: Form
    open: Callable[[], BinaryIO]
    origin: str = ""
    separator: str = ","
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    is_large: bool = False
    """Whether it is read in parts, for it would take much memory at once."""


@dataclass(frozen=True, slots=True)
class ReadDataset:
    """The records of a dataset, and what there is to tell of its reading."""

    records: SourceRecords
    made: Counter[str]
    """How many records of each shape."""
    rows: int
    notes: tuple[str, ...]


def in_numbers(read: ReadDataset) -> str:
    """Return in words how many records were made of how many rows."""
    made = ", ".join(_number(count, shape) for shape, count in sorted(read.made.items()) if count)
    return f"{made} from {_number(read.rows, 'row')}"


def _number(count: int, what: str) -> str:
    return f"{count} {_COUNTED[what][count != 1]}"


def rows_of(source: DatasetSource, left: Callable[[str], object] = lambda part: None) -> Iterator[Row | BadRow]:
    """Yield the rows of a file, read as its format says; ``left`` is told which parts of it are not read."""
    format, origin, stream = source.format, source.origin, source.open()
    if format.reader == "table":
        if source.form == "xlsx":
            return read_workbook(stream, origin)
        separator = format.separator or source.separator
        return read_table(stream, origin, separator=separator, header=format.header)
    if format.reader == "sssom":
        return read_sssom(stream, origin)
    if format.reader == "wikidata":
        return read_entities(stream, origin, lines=source.form == "lines")
    if source.form == "lines":
        return read_lines(stream, origin)
    return read_json(stream, origin, format.lists, left=left)


def read_dataset(source: DatasetSource, *, most: int | None = None) -> ReadDataset:
    """Return the records of a file, or of so many rows at ``most``.

    Raises UnreadableSource when it is not what its format says, or holds no record.
    """
    format = source.format
    name = source.publisher or format.publisher or format.title
    own = Key(f"organization/publisher-{slug(name)}")
    publisher = known_body(name) or Agent(own, "organization", name, surface_forms=(name,))
    desk = Desk(publisher, f"datasets/{format.name}")
    left = _read_rows(desk, source, most)
    records = desk.finish()
    if not desk.made:
        raise UnreadableSource(
            source.origin, f"{_number(left.rows, 'row')} read as {format.name}, and none makes a record"
        )
    said = Source(
        source.id, source.title or format.title, desk.text, "datasets", f"{ENGINE} {format.name} {format.version}",
        publisher=publisher.key, url=source.url,
        published=When(source.published, "text", source.published) if source.published else None,
        dataset=Dataset(format.home, format.licence, format.version),
    )  # fmt: skip
    notes = (*_troubles(desk), *_told_of(left, format))
    return ReadDataset(SourceRecords(said, tuple(records)), desk.made, left.rows, notes)


@dataclass(slots=True)
class _Left:
    """How many rows there were, and what of them nothing was made of."""

    rows: int = 0
    passed_over: int = 0
    """Rows to which no rule applies."""
    fields: Counter[str] = field(default_factory=Counter)
    """Fields that no rule reads, with how many rows have them."""
    parts: list[str] = field(default_factory=list)


def _read_rows(desk: Desk, source: DatasetSource, most: int | None) -> _Left:
    """Put what the rows tell on the desk, and return what is left of them."""
    format, left = source.format, _Left()
    known = {"", "entity", *(rule.part for rule in format.rules)}
    for row in islice(rows_of(source, left.parts.append), most):
        left.rows += 1
        if isinstance(row, BadRow):
            desk.troubles.append(Trouble(row.place, "", row.why))
            continue
        _check(row, source, first=left.rows == 1)
        left.fields.update(field for field in set(row.fields()) if not format.is_mapped(field))
        applied = [one for rule in format.rules for one in picked(row, rule)]
        for one in applied:
            MAKERS[one.rule.shape](desk, one)
            desk.troubles += one.troubles
        left.passed_over += not applied and row.part in known
    return left


def _check(row: Row, source: DatasetSource, *, first: bool) -> None:
    """Refuse a file that is of another version of the format than the one that is mapped."""
    format = source.format
    if not first or format.reader != "table":
        return
    if missing := [field for field in format.fields if field not in row.values]:
        raise UnreadableSource(
            source.origin, f"row 1: it has no column {missing[0]!r}, as {format.name} {format.version} has".rstrip()
        )
    if format.columns and not format.header and len(row.values) != format.columns:
        raise UnreadableSource(
            source.origin,
            f"it has {len(row.values)} columns, {format.name} {format.version} has {format.columns}: it is of another "
            "version of the format, for which there is no mapping",
        )


def _told_of(left: _Left, format: Format) -> Iterator[str]:
    if left.passed_over:
        yield f"{_number(left.passed_over, 'row')} of no kind that is mapped: left out"
    if parts := sorted(part for part in left.parts if not format.is_ignored(part)):
        yield f"parts that are not read: {', '.join(parts)}"
    fields = sorted((field, count) for field, count in left.fields.items() if not format.is_ignored(field))
    if fields:
        named = ", ".join(f"{field} ({count})" for field, count in fields[:_NAMED])
        others = f" and {len(fields) - _NAMED} others" if len(fields) > _NAMED else ""
        yield f"fields that are neither mapped nor ignored: {named}{others}"


def _troubles(desk: Desk) -> Iterator[str]:
    for trouble in desk.troubles[:_TOLD]:
        yield f"{trouble}: left out"
    if (more := len(desk.troubles) - _TOLD) > 0:
        yield f"{more} others cannot be read and are left out too"
    if desk.unknowns:
        names = ", ".join(name for name, _ in desk.unknowns.most_common(3))
        yield f"{sum(desk.unknowns.values())} references lead to nothing in the file ({names} ...): left out"
