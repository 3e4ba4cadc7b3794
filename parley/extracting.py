"""What an article says, by the rules, by a language model, or by both: the work of one worker on one article."""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, TypedDict

from .graph.errors import ModelSilent, UnreadableSource, one_line
from .graph.records import Source, SourceRecords
from .loaders.documents import Document
from .loaders.llm.reading import LlmReader, Reading, dropped_in_words, llm_version
from .loaders.llm.settings import KEY, Extractor, LlmSettings, Usage
from .loaders.news.extract import extractor_version, read_article
from .loaders.news.lexicons.issue_schemes import IssueWords, read_issues
from .loaders.news.values.dates import day_of, parse_day

__all__ = ["Extracted", "LlmSettings", "Method", "extract"]

_FAULTS: Final = (LookupError, TypeError, AttributeError, AssertionError, ValueError, RecursionError)
"""What a fault of the rules raises: it is told with the article, and the others are read."""
LONGEST_TEXT: Final = 1_000_000
"""Characters of an article: the language model reads no longer text."""


@dataclass(frozen=True, slots=True)
class Method:
    """How articles are read: by whom, with which models."""

    extractor: Extractor = "rules"
    model: str | None = None
    """Name or path of a spaCy model, for the rules."""
    llm: LlmSettings | None = None
    issues: IssueWords | None = None
    """A scheme of issues of the user's own, in place of the one that is shipped."""

    def versions(self) -> tuple[str, ...]:
        """Everything that decides the result besides the text: one for each that reads."""
        rules = (extractor_version(self.model, self.issues),) if self.extractor != "llm" else ()
        if self.llm is None or self.extractor == "rules":
            return rules
        return (*rules, llm_version(self.llm, self.issues))


def under(method: Method, issues: str | Path | None) -> Method:
    """The method with the scheme of issues that stands in a file; raises ``LexiconError`` when the file is wrong."""
    return method if issues is None else replace(method, issues=read_issues(issues))


@dataclass(frozen=True, slots=True)
class Extracted:
    """The records of an article, and what there is to tell of the language model that was asked about it."""

    records: SourceRecords
    reading: Reading | None = None
    silence: ModelSilent | None = None
    """Why there is no answer of the model, where the rules' records stand alone."""

    @property
    def usage(self) -> Usage:
        """What the asking has cost."""
        return self.reading.usage if self.reading is not None else Usage()

    def notes(self, *, verbose: bool) -> Sequence[str]:
        """Lines on what was not kept of the model's answer, a line for each record if wanted."""
        if self.reading is None or not self.reading.dropped:
            return ()
        dropped, name = self.reading.dropped, self.records.source.id
        lines = [f"{name}: not kept: {d.kind}: {d.why}: “{d.words}”" for d in dropped] if verbose else []
        return (f"{name}: not kept of the model's answer: {dropped_in_words(dropped)}", *lines)


class _Said(TypedDict):
    """What is said of an article beside its text, as every reader takes it."""

    source_id: str
    publisher: str | None
    published: str | None
    url: str | None
    title: str | None


def extract(document: Document, method: Method) -> Extracted:
    """What an article says; a worker does this, which knows nothing but these two."""
    if len(document.text) > LONGEST_TEXT:
        why = f"its text has {len(document.text):,} characters, and {LONGEST_TEXT:,} can be read at once: divide it"
        raise UnreadableSource(document.origin, why)
    if method.llm is None or method.extractor == "rules":
        return Extracted(_by_rules(document, method))
    reader = _reader(method.llm, method.issues, os.environ.get(KEY, ""))
    if method.extractor == "llm":
        reading = reader.read(document.text, **_said(document))
        return Extracted(_modified(reading.records, document), reading)
    rules = _by_rules(document, method)
    try:
        reading = reader.read_beside(rules)
    except ModelSilent as silence:
        return Extracted(rules, silence=silence)
    return Extracted(reading.records, reading)


def _said(document: Document) -> _Said:
    return {
        "source_id": document.id,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "title": document.title,
    }


def _by_rules(document: Document, method: Method) -> SourceRecords:
    try:
        records = read_article(document.text, model=method.model, issues=method.issues, **_said(document))
    except _FAULTS as fault:
        raise UnreadableSource(document.origin, f"{_where(fault)}: please report this with the text") from fault
    return _modified(records, document)


def _where(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    place = next((f for f in reversed(frames) if "nbor" not in f.name), frames[-1])
    return f"a fault of Parley's own, {type(fault).__name__} in {Path(place.filename).stem}, line {place.lineno}"


def _modified(records: SourceRecords, document: Document) -> SourceRecords:
    modified = parse_day(document.modified) if document.modified else None
    return replace(records, source=replace(records.source, modified=modified)) if modified else records


def missing_in_words(source: Source, yearless: str = "") -> str:
    """What nobody says of an article, and what to do; empty when publisher and day are known.

    ``yearless`` is the day that it prints without a year.
    """
    no_publisher = () if source.publisher else ("publisher",)
    no_day = () if day_of(source.published) else ("date",) if source.published is None else ("day of publication",)
    missing = (*no_publisher, *no_day)
    options = (*("--publisher" for _ in no_publisher), *("--published" for _ in no_day))
    open_days = ": weekdays stay open" if no_day else ""
    if yearless:
        missing = (*no_publisher, f"year with “{yearless}”")
        options = tuple(option.replace("--published", "--published YEAR") for option in options)
    return f"no {' and no '.join(missing)}{open_days}; give {' and '.join(options)}" if missing else ""


@lru_cache(maxsize=4)
def _reader(settings: LlmSettings, issues: IssueWords | None, key: str) -> LlmReader:
    """One reader for all articles of a worker: it learns which form of answer its server takes."""
    return LlmReader(settings, key=key, issues=issues)


def in_words(usage: Usage) -> str:
    """What the asking has cost.

    >>> in_words(Usage(2, 3100, 450))
    'language model: 2 requests, 3,100 tokens read, 450 written'
    """
    asked = f"language model: {usage.requests:,} request{'' if usage.requests == 1 else 's'}"
    if not usage.prompt_tokens + usage.completion_tokens:
        return f"{asked}, tokens not told"
    return f"{asked}, {usage.prompt_tokens:,} tokens read, {usage.completion_tokens:,} written"


def silence_in_words(silence: ModelSilent) -> str:
    """A line on an article that the rules alone have read."""
    return f"parley: {one_line(silence, limit=2000)}; what the rules find is in the graph"
