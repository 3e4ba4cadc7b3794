"""Reading sources into the graph, in their order: a bad one is reported and the others are read.

Articles may be read by many workers at once. This process alone reads files and addresses, asks what the graph holds
already, and adds, so the same sources give the same graph whoever reads them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import __version__
from .correcting import Corrections, suffix
from .extracting import Extracted, extract, in_words, missing_in_words, silence_in_words
from .given import Given, as_given, said_of_data
from .graph.errors import ModelUnusable, ParleyError, StoreError, WorkersLost, one_line
from .graph.identifiers import content_hash
from .graph.records import Act, SourceRecords, Statement
from .graph.writing.foreign import RDF_READER, GraphSource
from .holding import is_redescribed, said_of
from .loaders.datasets.reading import DatasetSource, Reading, in_numbers, read_dataset
from .loaders.documents import Document
from .loaders.files import MAX_BYTES, STDIN, Named, is_address
from .loaders.llm.settings import Usage
from .loaders.news.lexicons.strict_yaml import LexiconError
from .loaders.sources import named_sources, read_source
from .loaders.web import Manners
from .progress import progress
from .queries.source_facts import was_decided_on
from .review.entries import Decisions
from .workers import Crew, worth

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

AGENT: Final = f"parley-kg/{__version__}"
"""How a web server is told who asks."""
_MANY: Final = 20
"""From this number of sources on, those that could not be read are listed at the end."""
_ROWS: Final = 2_000
"""So many rows of a large dataset are read at once."""
_RUNNING: Final = "A build is running: this shows the store as of source {} of {}."
_YEARLESS: Final = (
    "note: {} articles print their day without a year: --published YEAR completes the days of all of them"
)
_ENDING = (StoreError, LexiconError, ModelUnusable, WorkersLost)
"""What ends a run: it would be wrong for the next source too."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A source on its way into the graph."""

    id: str
    finish: Callable[[], str]
    """Puts it into the graph and tells so."""
    task: Future[Extracted] | None = None
    """Its reading, if a worker has it."""

    @property
    def ready(self) -> bool:
        """Whether it can be finished without waiting."""
        return self.task is None or self.task.done()


def build_sources(
    knowledge: Knowledge,
    sources: Sequence[str | Named],
    given: Given,
    say: Callable[[str], None],
    *,
    max_bytes: int = MAX_BYTES,
    jobs: int | None = None,
    executor: Executor | None = None,
    verbose: bool = False,
    decisions: Sequence[str | Path] = (),
) -> int:
    """Read ``sources`` into ``knowledge``, tell of each, and return how many could not be read.

    Articles are read by so many ``jobs`` (by default as many as pays) or by an ``executor``, which stays open.
    ``decisions`` are files in which somebody has decided on facts or entities, besides those beside the articles.
    """
    corrections = Corrections(decisions, say)
    named = [one for source in sources for one in ([source] if isinstance(source, Named) else named_sources([source]))]
    with Crew(jobs or worth(len(named)), executor) as crew:
        build = _Build(knowledge, given, say, crew, corrections, max_bytes=max_bytes, verbose=verbose)
        return build.run(named)


class _Build:
    def __init__(
        self,
        knowledge: Knowledge,
        given: Given,
        say: Callable[[str], None],
        crew: Crew,
        corrections: Corrections,
        *,
        max_bytes: int,
        verbose: bool,
    ) -> None:
        self._knowledge = knowledge
        self._given = given
        self._say = say
        self._crew = crew
        self._corrections = corrections
        self._manners = Manners(AGENT, max_bytes=max_bytes)
        self._verbose = verbose
        self._troubles: list[str] = []
        self._versions: tuple[str, ...] = ()
        self._usage = Usage()
        self._yearless = 0
        self._many = False

    def run(self, sources: Sequence[Named]) -> int:
        """Read the sources and add them one after the other.

        What is wrong with the store, the lexicons, the language model or the workers, not with a source, ends the run.
        """
        self._many = len(sources) >= _MANY
        self._knowledge.tell(_RUNNING.format(0, len(sources)))
        try:
            with progress(self._steps(sources), "reading", total=len(sources)) as steps:
                for number, step in enumerate(steps, start=1):
                    try:
                        self._say(step.finish())
                        self._knowledge.tell(_RUNNING.format(number, len(sources)))
                    except _ENDING:
                        raise
                    except ParleyError as error:
                        self._troubles.append(f"parley: {one_line(error, limit=2000)}")
                        if not self._many:
                            self._say(self._troubles[-1])
            for undecided in self._corrections.settle(self._knowledge):
                self._troubles.append(f"parley: {undecided}")
                if not self._many:
                    self._say(self._troubles[-1])
        finally:
            for trouble in self._troubles if self._many else ():
                self._say(trouble)
            if self._yearless > 1:
                self._say(_YEARLESS.format(self._yearless))
            if self._usage.requests:
                self._say(in_words(self._usage))
        return len(self._troubles)

    def _steps(self, sources: Sequence[Named]) -> Iterator[_Step]:
        """The sources in their order, each to be finished before the next is asked for; some are read ahead."""
        waiting: deque[_Step] = deque()
        for source in sources:
            try:
                found = self._found(source)
                while any(found.id == step.id for step in waiting):  # what is held depends on the one before
                    yield waiting.popleft()
                waiting.append(self._begun(found))
            except _ENDING:
                raise
            except ParleyError as error:
                waiting.append(_Step("", partial(_fail, error)))
            while waiting and (waiting[0].ready or len(waiting) >= self._crew.ahead):
                yield waiting.popleft()
        yield from waiting

    def _found(self, source: Named) -> Document | GraphSource | DatasetSource:
        found = read_source(source, self._manners, self._given.form)
        if isinstance(found, Document):
            return as_given(found, self._given)
        id, publisher, published, url = said_of_data(found, self._given)
        return replace(found, id=id, publisher=publisher, published=published, url=url)

    def _begun(self, found: Document | GraphSource | DatasetSource) -> _Step:
        if isinstance(found, GraphSource):
            return _Step(found.id, partial(self._build_graph, found))
        if isinstance(found, DatasetSource):
            return _Step(found.id, partial(self._build_dataset, found))
        for note in found.notes:
            self._say(f"note: {found.origin}: {note}")
        self._versions = self._versions or self._given.method.versions()
        files = self._corrections.of(found)
        versions = (self._versions[0] + suffix(files), *self._versions[1:])
        known = self._knowledge.holds(found.id, content_hash(found.text), *versions)
        if known and not is_redescribed(self._knowledge, found.id, said_of(found)):
            return _Step(found.id, partial("unchanged {}".format, found.id))
        task = self._crew.submit(extract, found, self._given.method)
        return _Step(found.id, partial(self._add, found.origin, files, task), task)

    def _add(self, origin: str, files: Sequence[Decisions], task: Future[Extracted]) -> str:
        extracted = self._crew.result(task)
        records = self._corrections.applied(extracted.records, files)
        if not files and was_decided_on(self._knowledge, records.source.id):
            self._say(f"note: {origin}: no longer goes by the decisions on it: name their file with --decisions")
        outcome = self._knowledge.add(records, origin=_origin(origin))
        self._tell(extracted)
        self._yearless += bool(records.yearless)
        statements = sum(isinstance(record, Statement) for record in records.records)
        missing = "".join(f"; {words}" for words in [missing_in_words(records.source, records.yearless)] if words)
        return f"{outcome} {records.source.id}: {statements} statements{_no_acts(records)}{_untold(records)}{missing}"

    def _tell(self, extracted: Extracted) -> None:
        """Tell of the language model that was asked, if one was."""
        self._usage += extracted.usage
        for note in extracted.notes(verbose=self._verbose):
            self._say(f"note: {note}")
        if extracted.silence is not None:
            self._troubles.append(silence_in_words(extracted.silence))
            if not self._many:
                self._say(self._troubles[-1])

    def _build_dataset(self, source: DatasetSource) -> str:
        if source.is_large:
            return self._build_parts(source)
        read = read_dataset(source)
        self._note(source, read.notes)
        outcome = self._knowledge.add(read.records, origin=_origin(source.origin))
        return f"{outcome} {source.id}: {source.format.title}: {in_numbers(read.made, read.rows)}"

    def _build_parts(self, source: DatasetSource) -> str:
        reading = Reading(source)

        def parts() -> Iterator[SourceRecords]:
            nonlocal reading
            reading = Reading(source)
            yield from reading.parts(at_once=_ROWS)

        outcome = self._knowledge.add_parts(
            source.id, parts, text_hash=reading.content_hash, reading=reading.described, origin=_origin(source.origin)
        )
        if outcome == "unchanged":
            return f"unchanged {source.id}"
        self._note(source, reading.notes)
        return f"{outcome} {source.id}: {source.format.title}: {in_numbers(reading.made, reading.rows)}"

    def _note(self, source: DatasetSource, notes: Sequence[str]) -> None:
        for note in notes:
            self._say(f"note: {source.origin}: {note}")

    def _build_graph(self, source: GraphSource) -> str:
        said = {source.publisher, source.published, source.url} - {""}
        known = self._knowledge.holds(source.id, source.content_hash, RDF_READER)
        if known and not is_redescribed(self._knowledge, source.id, said):
            return f"unchanged {source.id}"
        outcome = self._knowledge.add_graph(source, origin=_origin(source.origin))
        return f"{outcome} {source.id}: {self._knowledge.size(source.id)} triples"


def _no_acts(records: SourceRecords) -> str:
    """Why a source has no acts; empty where it has one, or where its reader does not say."""
    has_acts = any(isinstance(record, Act) for record in records.records)
    return "" if has_acts or not records.notes else f"; no acts: {', '.join(records.notes)}"


def _untold(records: SourceRecords) -> str:
    """How many events of a source are left out because too little is told of them."""
    if not records.untold:
        return ""
    events = "1 event" if records.untold == 1 else f"{records.untold} events"
    return f"; left out {events} told without sides, day or place"


def _fail(error: ParleyError) -> str:
    raise error


def _origin(origin: str) -> str:
    return origin if origin == STDIN or is_address(origin) else str(Path(origin).resolve())
