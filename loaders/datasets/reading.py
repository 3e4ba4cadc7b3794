"""Reads a dataset by its format: row after row, every field mapped, ignored by name or told, every bad row told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from typing import BinaryIO, Final

from ...graph.errors import UnreadableSource
from ...graph.identifiers import slug
from ...graph.records import Agent, Dataset, Key, Source, SourceRecords, When
from ..data_files import Form
from .countries import known_body
from .desk import Desk, Positions
from .formats import Format, Reader
from .picking import Trouble, picked
from .readers import BadRow, read_json, read_lines, read_table, read_workbook
from .register import Register
from .rows import Row
from .shapes import ENTERED, MAKERS, enter
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
_MANY: Final = 10_000
"""So many different references that lead to nothing are counted one by one."""
_BLOCK: Final = 1 << 20
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


def in_numbers(made: Mapping[str, int], rows: int) -> str:
    """Return in words how many records of each shape were made of how many rows."""
    told = ", ".join(_number(count, shape) for shape, count in sorted(made.items()) if count)
    return f"{told} from {_number(rows, 'row')}"


def _number(count: int, what: str) -> str:
    return f"{count} {_COUNTED[what][count != 1]}"


def rows_of(source: DatasetSource, left: Callable[[str], object] = lambda part: None) -> Iterator[Row | BadRow]:
    """Yield the rows of a file, read as its format says; ``left`` is told which parts of it are not read."""
    with source.open() as stream:
        yield from _rows_in(stream, source, left)


def _rows_in(stream: BinaryIO, source: DatasetSource, left: Callable[[str], object]) -> Iterator[Row | BadRow]:
    format, origin = source.format, source.origin
    if format.reader == "table":
        if source.form == "xlsx":
            return read_workbook(stream, origin, left=left)
        separator = format.separator or source.separator
        return read_table(stream, origin, separator=separator, header=format.header)
    if format.reader == "sssom":
        return read_sssom(stream, origin)
    if format.reader == "wikidata":
        return read_entities(stream, origin, lines=source.form == "lines", left=left)
    if source.form == "lines":
        return read_lines(stream, origin)
    return read_json(stream, origin, format.lists, left=left)


def read_dataset(source: DatasetSource, *, most: int | None = None) -> ReadDataset:
    """Return the records of a file, or of so many rows at ``most``.

    Raises UnreadableSource when it is not what its format says, or holds no record.
    """
    reading = Reading(source)
    (records,) = reading.parts(most=most)
    return ReadDataset(records, reading.made, reading.rows, reading.notes)


class Reading:
    """One file on its way to records: first it is seen what each id in it stands for, then row after row is read."""

    def __init__(self, source: DatasetSource) -> None:
        self._source = source
        self._format = source.format
        self._register = Register(on_disk=source.is_large)
        self._positions: Positions = {}
        self._troubles: list[Trouble] = []
        self._left_out = 0
        self._left = _Left()
        self._unknowns: Counter[str] = Counter()
        self.made: Counter[str] = Counter()
        """How many records of each shape."""
        name = source.publisher or self._format.publisher or self._format.title
        own = Key(f"organization/publisher-{slug(name)}")
        self._publisher = known_body(name) or Agent(own, "organization", name, surface_forms=(name,))

    @property
    def rows(self) -> int:
        """How many rows have been read."""
        return self._left.rows

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the file."""
        found = sha256()
        with self._source.open() as file:
            while part := file.read(_BLOCK):
                found.update(part)
        return found.hexdigest()

    @property
    def extractor(self) -> str:
        """What has read the file."""
        return f"{ENGINE} {self._format.name} {self._format.version}"

    @property
    def described(self) -> str:
        """All that decides what is read besides the file, in a line."""
        source = self._source
        own = (source.title, source.publisher, source.published, source.url)
        return " ".join((self.extractor, *own, sha256(repr(self._format).encode()).hexdigest()))

    @property
    def notes(self) -> tuple[str, ...]:
        """What there is to tell of what could not be read."""
        return (*self._troubles_in_words(), *_told_of(self._left, self._format))

    def parts(self, *, at_once: int | None = None, most: int | None = None) -> Iterator[SourceRecords]:
        """Yield the records of so many rows ``at_once``, with whatever they refer to, or of all.

        Records of parts do not rest on the whole text, which is known by the file's hash.
        """
        self._enter(most)
        content_hash = self.content_hash if at_once else ""
        rows, starts = islice(rows_of(self._source, self._left.parts.append), most), 0
        while some := list(islice(rows, at_once)):
            desk = Desk(self._publisher, f"datasets/{self._format.name}", self._register, starts=starts)
            desk.positions = self._positions
            for row in some:
                self._read(desk, row)
            records = desk.finish()
            self._note(desk)
            if desk.made:
                yield SourceRecords(self._said(desk.text, starts, content_hash), tuple(records))
            starts = desk.length
        if not self.made:
            why = f"{_number(self.rows, 'row')} read as {self._format.name}, and none makes a record"
            raise UnreadableSource(self._source.origin, why)

    def _said(self, text: str, starts: int, content_hash: str) -> Source:
        source, format = self._source, self._format
        return Source(
            source.id, source.title or format.title, text, "datasets", self.extractor,
            publisher=self._publisher.key, url=source.url,
            published=When(source.published, "text", source.published) if source.published else None,
            dataset=Dataset(format.home, format.licence, format.version), starts=starts, whole_hash=content_hash,
        )  # fmt: skip

    def _enter(self, most: int | None) -> None:
        """See whom or what each id stands for."""
        rules = [rule for rule in self._format.rules if rule.shape in ENTERED]
        if not rules:
            return
        desk = Desk(self._publisher, "", self._register)
        desk.positions = self._positions
        for row in islice(rows_of(self._source), most):
            for one in (one for rule in rules if isinstance(row, Row) for one in picked(row, rule)):
                enter(desk, one)
                if one.rule.shape == "position":
                    desk.troubles += one.troubles
            self._note(desk)

    def _read(self, desk: Desk, row: Row | BadRow) -> None:
        """Put what a row tells on the desk."""
        format, left = self._format, self._left
        left.rows += 1
        if isinstance(row, BadRow):
            desk.troubles.append(Trouble(row.place, "", row.why))
            return
        _check(row, self._source, first=left.rows == 1)
        left.fields.update([field for field in row.fields() if not format.is_mapped(field)])
        applied = [one for rule in format.rules for one in picked(row, rule)]
        for one in applied:
            MAKERS[one.rule.shape](desk, one)
            desk.troubles += one.troubles
        known = {"", "entity", *(rule.part for rule in format.rules)}
        left.passed_over += not applied and row.part in known

    def _note(self, desk: Desk) -> None:
        """Keep what there is to tell of a part."""
        self.made.update(desk.made)
        room = _TOLD - len(self._troubles)
        self._troubles += desk.troubles[:room]
        self._left_out += len(desk.troubles[room:])
        if len(self._unknowns) < _MANY:
            self._unknowns.update(desk.unknowns)
        else:
            self._unknowns["others"] += desk.unknowns.total()
        desk.troubles, desk.unknowns = [], Counter()

    def _troubles_in_words(self) -> Iterator[str]:
        for trouble in self._troubles:
            yield f"{trouble}: left out"
        if self._left_out:
            yield f"{self._left_out} others cannot be read and are left out too"
        if self._unknowns:
            names = ", ".join(name for name, _ in self._unknowns.most_common(3))
            yield f"{self._unknowns.total()} references lead to nothing in the file ({names} ...): left out"


@dataclass(slots=True)
class _Left:
    """How many rows there were, and what of them nothing was made of."""

    rows: int = 0
    passed_over: int = 0
    """Rows to which no rule applies."""
    fields: Counter[str] = field(default_factory=Counter)
    """Fields that no rule reads, with how many rows have them."""
    parts: list[str] = field(default_factory=list)


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
    if parts := sorted({part for part in left.parts if not format.is_ignored(part)}):
        yield f"parts that are not read: {', '.join(parts)}"
    fields = sorted((field, count) for field, count in left.fields.items() if not format.is_ignored(field))
    if fields:
        named = ", ".join(f"{field} ({count})" for field, count in fields[:_NAMED])
        others = f" and {len(fields) - _NAMED} others" if len(fields) > _NAMED else ""
        yield f"fields that are neither mapped nor ignored: {named}{others}"
