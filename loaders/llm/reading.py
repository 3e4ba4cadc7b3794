"""From an article's text, or from the rules' records of it, to records that a language model has found."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from typing import Final

from ...graph.errors import ModelSilent
from ...graph.records import WRITING, Agent, Key, Reader, Record, Source, SourceRecords, Span, Statement
from ..news.entering.publication import Publication, read_publication
from ..news.lexicons.issue_schemes import IssueWords, our_issues
from ..news.lexicons.word_lists import fingerprint
from ..news.text.language import check_english
from ..news.text.readable import readable
from ..news.text.segment import Segment
from ..news.text.segments import cut
from .answers import Answer, check_installed
from .asking import Endpoint, NoAnswer, TooLong, request_body
from .company import Company
from .desk import Desk
from .entering import Dropped, enter_answer
from .ledger import Ledger
from .prompts import prompts_version, question, request_name
from .settings import LlmSettings, Usage
from .transport import Transport

NAME: Final = "llm"
_READER: Final = 2
"""Raise it when the same answers are entered as other records."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of an article, what of the answers was not kept, and what asking has cost."""

    records: SourceRecords
    dropped: tuple[Dropped, ...] = ()
    usage: Usage = field(default_factory=Usage)


def llm_version(settings: LlmSettings, issues: IssueWords | None = None) -> str:
    """Everything that decides the result besides the text: model, prompts and schema, lexicons, writing, issues."""
    own = issues.version if issues is not None else ""
    asked = f"{settings.model} prompts {prompts_version()}"
    return f"parley-llm {asked} {fingerprint()} reader {_READER} writing {WRITING}{own}"


class LlmReader:
    """Reads articles with one model; ``sleep`` is how it waits before it asks again."""

    def __init__(
        self,
        settings: LlmSettings,
        *,
        key: str = "",
        issues: IssueWords | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        check_installed(settings.model)
        self._settings = settings
        self._issues = issues or our_issues()
        self._version = llm_version(settings, self._issues)
        transport = Transport(settings, key, sleep=sleep) if settings.replay is None else None
        self._endpoint = Endpoint(settings, transport)

    def read(
        self,
        text: str,
        *,
        source_id: str,
        publisher: str | None = None,
        published: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Reading:
        """The records that the model finds in an article; raises as ``read_article`` does, and ``ModelSilent``."""
        view = readable(text)
        segments = cut(view.text)
        check_english(view.text, source_id)
        told = read_publication(
            view, segments, source_id=source_id, publisher=publisher, published=published, title=title
        )
        source = told.source(
            text, id=source_id, url=url or "", loader=NAME, extractor=self._version, scheme=self._issues.scheme
        )
        ledger, company = Ledger(), Company(text)
        for one in told.prints:
            where = view.place(one.span.start, one.span.end)
            ledger.state(
                where, "fact", chain=(), mode=one.mode, rule=one.rule, facts=(Key("source"),), aspect=one.aspect,
                confidence=Decimal("0.9"),
            )  # fmt: skip
        reading = self._read(source, segments, told, company, ledger)
        outlet = (told.outlet,) if told.outlet else ()
        return replace(reading, records=_gathered(source, outlet, company, ledger))

    def read_beside(self, rules: SourceRecords) -> Reading:
        """The rules' records as they are, and beside them what the model finds; raises ``ModelSilent``."""
        source = replace(rules.source, readers=(*rules.source.readers, Reader(NAME, self._version)))
        segments = cut(source.text)
        agents = {record.key: record for record in rules.records if isinstance(record, Agent)}
        outlet = agents.get(source.publisher) if source.publisher else None
        told = Publication(source.title, source.published, source.modified, outlet, ())
        ledger, company = Ledger(rules.records, reader=NAME), Company(source.text, agents.values())
        reading = self._read(source, segments, told, company, ledger)
        return replace(reading, records=_beside(rules, source, company, ledger))

    def _read(
        self, source: Source, segments: tuple[Segment, ...], told: Publication, company: Company, ledger: Ledger
    ) -> Reading:
        before = self._endpoint.usage
        dropped: list[Dropped] = []
        for part, answer in self._answers(source.id, source.text, Span(0, len(source.text)), segments):
            dropped += enter_answer(answer, Desk(source.text, segments, part, company, ledger, told, self._issues))
        ledger.nest()
        return Reading(SourceRecords(source, ()), tuple(dropped), self._endpoint.usage - before)

    def _answers(
        self, source_id: str, text: str, part: Span, segments: tuple[Segment, ...]
    ) -> Iterator[tuple[Span, Answer]]:
        """The answers to a part of an article, divided at paragraphs until they fit into the model."""
        try:
            yield part, self._endpoint.ask(source_id, question(text, part))
        except NoAnswer as error:
            raise ModelSilent(source_id, str(error)) from None
        except TooLong as error:
            middle = _middle(part, segments)
            if middle is None:
                why = f"one paragraph is too much for {self._settings.model} ({error}); take one with a longer context"
                raise ModelSilent(source_id, why) from None
            for half in (Span(part.start, middle), Span(middle, part.end)):
                yield from self._answers(source_id, text, half, segments)


def requests(source_id: str, text: str, settings: LlmSettings) -> dict[str, object]:
    """What would be asked about an article first: the body of the request by the name of its file."""
    check_english(readable(text).text, source_id)
    messages = question(text, Span(0, len(text)))
    return {request_name(source_id, messages): request_body(settings.model, messages)}


def dropped_in_words(dropped: tuple[Dropped, ...]) -> str:
    """How many records were not kept, by kind and reason; empty when all were."""
    counts = Counter((one.kind, one.why) for one in dropped)
    return "; ".join(f"{number} of {kind}: {why}" for (kind, why), number in sorted(counts.items()))


def _middle(part: Span, segments: tuple[Segment, ...]) -> int | None:
    """The beginning of the segment that divides a part best."""
    starts = [s.start for s in segments if part.start < s.start < part.end]
    starts = [start for start in starts if any(part.start <= s.start < start for s in segments)]
    return min(starts, key=lambda start: abs(2 * start - part.start - part.end), default=None)


# ---------------------------------------------------------------------- the records


def _gathered(source: Source, outlet: tuple[Agent, ...], company: Company, ledger: Ledger) -> SourceRecords:
    """All records of an article that only the model has read."""
    statements = sorted(ledger.statements.values(), key=lambda s: (s.span, s.key))
    found = [*ledger.facts.values(), *statements]
    agents = {agent.key: agent for agent in outlet} | _needed(found, company, {*(a.key for a in outlet)})
    return SourceRecords(source, (*(agents[key] for key in sorted(agents)), *found))


def _beside(rules: SourceRecords, source: Source, company: Company, ledger: Ledger) -> SourceRecords:
    """The rules' records in their order, their statements with notes of agreement, then what is new."""
    kept: list[Record] = [ledger.statements[r.key] if isinstance(r, Statement) else r for r in rules.records]
    keys = {record.key for record in rules.records if hasattr(record, "key")}
    statements = sorted(ledger.statements.values(), key=lambda s: (s.span, s.key))
    new = [record for record in (*ledger.facts.values(), *statements) if record.key not in keys]
    agents = _needed(new, company, keys)
    return replace(rules, source=source, records=(*kept, *(agents[key] for key in sorted(agents)), *new))


def _needed(records: Iterable[Record], company: Company, defined: set[Key]) -> dict[Key, Agent]:
    """The agents that records point at and nothing defines, and all persons, with the sides that these are on."""
    pending = [key for record in records for key in _references(record)]
    pending += [key for key, agent in company.agents.items() if agent.kind == "person"]
    needed: dict[Key, Agent] = {}
    while pending:
        key = pending.pop()
        agent = company.agents.get(key)
        if agent is not None and key not in defined and key not in needed:
            needed[key] = agent
            pending += [other for other in (agent.side, agent.part_of) if other]
    return needed


def _references(record: Record) -> Iterator[Key]:
    for one_field in fields(record):
        value = getattr(record, one_field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield Key(one)
