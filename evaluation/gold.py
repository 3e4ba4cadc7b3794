"""Reads a folder of gold: ``gold/ID.yaml`` beside ``articles/ID.txt``, with dates in ``articles/index.tsv``."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import yaml

from ..graph.errors import EvaluationError, EvaluationFaults, UnwritableValue, one_line
from ..graph.ntriples import moment
from ..loaders.news.lexicons.shapes import meant
from ..loaders.news.lexicons.strict_yaml import LexiconError, Table, parse_table
from ..loaders.yaml_faults import invalid_yaml, line_too_deep
from ..ontology.terms import ISSUES
from .fields import Entry
from .records import (
    GoldArticle,
    GoldEvent,
    GoldParticipation,
    GoldPastAction,
    GoldPerson,
    GoldProposal,
    GoldRole,
    GoldStatement,
)

if TYPE_CHECKING:
    _Fastest: TypeAlias = yaml.BaseLoader
else:
    _Fastest = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

KINDS = (
    "proposal", "offer", "demand", "request", "agreement", "agreement-to-consider", "rejection", "commitment",
    "condition", "expectation",
)  # fmt: skip
STATUSES = ("current", "former")
DATE_BASES = ("text", "partial", "resolved")
_DEEPEST = 20


def read_gold(folder: Path, *, issues: Collection[str] = tuple(ISSUES)) -> list[GoldArticle]:
    """Return the articles of a folder with their gold, in the order of their ids.

    ``issues`` are the ids of the scheme that the gold goes by.

    Raises ``EvaluationFaults`` with a line for every fault: a gold file without an article or the other way round,
    broken YAML, a field that is missing, unknown or of the wrong kind, a quote that does not stand in its article.
    """
    gold, articles = _by_id(folder, "gold", ".yaml"), _by_id(folder, "articles", ".txt")
    faults: list[EvaluationError] = []
    for id in sorted(gold.keys() - articles.keys()):
        faults.append(EvaluationError(gold[id], "", f"there is no articles/{id}.txt; add the article"))
    for id in sorted(articles.keys() - gold.keys()):
        faults.append(EvaluationError(articles[id], "", f"there is no gold/{id}.yaml; add the gold or take it out"))
    days = _published(folder / "articles" / "index.tsv", faults)
    found = []
    for id in sorted(gold.keys() & articles.keys()):
        try:
            found.append(_read_article(id, gold[id], articles[id], days.get(id), issues, faults))
        except EvaluationError as error:
            faults.append(error)
    if faults:
        raise EvaluationFaults(faults)
    return found


def _by_id(folder: Path, name: str, ending: str) -> dict[str, Path]:
    inside = folder / name
    if not inside.is_dir():
        lack = "there is no such folder" if not folder.is_dir() else f"it holds no folder {name}"
        raise EvaluationError(folder, "", f"{lack}; name a folder that holds gold/*.yaml and articles/*.txt")
    found = {path.stem: path for path in sorted(inside.glob(f"*{ending}")) if not path.name.startswith(".")}
    if not found:
        raise EvaluationError(inside, "", f"there is no *{ending} in it; add one for each article")
    return found


def _published(path: Path, faults: list[EvaluationError]) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = csv.DictReader(read_text(path).splitlines(), delimiter="\t")
    found: dict[str, str] = {}
    try:
        for field in ("id", "date"):
            if field not in (lines.fieldnames or ()):
                why = "is no column; name the columns on the first line, with tabs"
                faults.append(EvaluationError(path, field, why))
                return {}
        for row in lines:
            if row["date"]:
                _check_day(path, row["id"], row["date"], faults)
                if found.setdefault(row["id"], row["date"]) != row["date"]:
                    faults.append(EvaluationError(path, row["id"], "has two dates; keep one"))
    except csv.Error as error:
        raise EvaluationError(path, "", f"line {lines.line_num + 1} cannot be read ({error}); correct it") from error
    return found


def _check_day(path: Path, id: str, day: str, faults: list[EvaluationError]) -> None:
    try:
        moment(day)
    except UnwritableValue as error:
        faults.append(EvaluationError(path, id, one_line(error)))


def _read_article(
    id: str,
    path: Path,
    article: Path,
    published: str | None,
    issues: Collection[str],
    faults: list[EvaluationError],
) -> GoldArticle:
    content = read_table(path)
    text = read_text(article)
    entry = Entry(content, path=path, place="", faults=faults)
    if entry.text("id", required=True) != id:
        entry.fault("id", f"is not the name of the file; write {id}")
    lists = {name: entry.entries(name, required=True) for name in _LISTS}
    entry.refuse_others("id", "headline", "outlet", "date", "topic", "split", *_LISTS)
    quote = _Quotes(text)
    return GoldArticle(
        id=id,
        text=text,
        published=published,
        split=_split(entry),
        persons=tuple(_person(e, quote) for e in lists["persons"]),
        proposals=tuple(_proposal(e, quote, issues) for e in lists["proposals"]),
        events=tuple(_event(e, quote) for e in lists["events"]),
        statements=tuple(_statement(e, quote) for e in lists["statements"]),
        participations=tuple(_participation(e, quote) for e in lists["participations"]),
        past_actions=tuple(_past_action(e, quote) for e in lists["past_actions"]),
    )


def read_table(path: Path) -> Table:
    """Return the mapping in a YAML file; raise ``EvaluationError`` when it is broken or cannot be read."""
    try:
        data = path.read_bytes()
        _check_depth(path, data)
        return parse_table(path.name, data)
    except yaml.YAMLError as error:
        _refuse_depth(path, line_too_deep(data, _DEEPEST))
        raise EvaluationError(path, "", invalid_yaml(error)) from error
    except LexiconError as error:
        raise EvaluationError(path, error.entry, error.why) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _check_depth(path: Path, data: bytes) -> None:
    """Refuse lists in lists in lists: YAML is composed on the stack of C, which would overflow."""
    depth = 0
    for event in yaml.parse(data, Loader=_Fastest):
        opened = isinstance(event, yaml.CollectionStartEvent)
        depth += opened - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            _refuse_depth(path, event.start_mark.line + 1 if event.start_mark else 1)


def _refuse_depth(path: Path, line: int) -> None:
    """Raise when lists are too deep in a line; 0 is no line."""
    if line:
        raise EvaluationError(path, "", f"line {line}: lists are too deep in each other; take them apart")


def _split(entry: Entry) -> str:
    name = entry.text("split")
    if name == "all" or name.startswith("article "):
        entry.fault("split", f"{name!r} is what other figures are called; take another name")
    return name


_LISTS = ("persons", "participations", "events", "proposals", "statements", "past_actions")


class _Quotes:
    """Quotes that must stand in one article's text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, entry: Entry) -> str:
        """Return the quote of an entry; one that does not stand in the text is a fault."""
        quote = entry.text("quote", required=True)
        if quote not in self._text:
            entry.fault("quote", f"the words {quote!r} do not stand in the article; copy them exactly")
        return quote


def _person(entry: Entry, quotes: _Quotes) -> GoldPerson:
    entry.refuse_others("name", "aliases", "roles", "quote")
    roles = tuple(_role(e, quotes) for e in entry.entries("roles", required=True))
    return GoldPerson(entry.text("name", required=True), entry.texts("aliases"), roles, quotes.of(entry))


def _role(entry: Entry, quotes: _Quotes) -> GoldRole:
    entry.refuse_others("title", "org", "status", "quote", "optional")
    return GoldRole(
        title=entry.text("title", required=True),
        org=entry.text("org"),
        status=entry.choice("status", STATUSES),
        quote=quotes.of(entry),
        optional=entry.truth("optional"),
    )


def _proposal(entry: Entry, quotes: _Quotes, issues: Collection[str]) -> GoldProposal:
    entry.refuse_others(
        "kind", "alt_kinds", "agent", "agent_person", "addressee", "content", "issue", "quantities", "duration",
        "status", "quote", "optional",
    )  # fmt: skip
    for issue in entry.texts("issue"):
        if issue not in issues:
            entry.fault("issue", f"there is no issue {issue!r}{meant(issue, issues)}")
    return GoldProposal(
        kind=entry.choice("kind", KINDS),
        alt_kinds=entry.texts("alt_kinds"),
        agent=entry.texts("agent", required=True),
        agent_person=entry.texts("agent_person"),
        addressee=entry.texts("addressee"),
        content=entry.text("content", required=True),
        issues=entry.texts("issue"),
        quantities=entry.numbers("quantities"),
        quote=quotes.of(entry),
        optional=entry.truth("optional"),
    )


def _event(entry: Entry, quotes: _Quotes) -> GoldEvent:
    entry.refuse_others("type", "label", "place", "date", "ordinal", "date_basis", "date_text", "quote")
    return GoldEvent(
        type=entry.text("type", required=True),
        label=entry.text("label", required=True),
        date=entry.date("date"),
        date_basis=entry.choice("date_basis", DATE_BASES),
        place=entry.text("place"),
        quote=quotes.of(entry),
    )


def _statement(entry: Entry, quotes: _Quotes) -> GoldStatement:
    entry.refuse_others("speaker", "content", "direct", "quote", "optional", "denial")
    return GoldStatement(
        speaker=entry.texts("speaker", required=True),
        content=entry.text("content", required=True),
        quote=quotes.of(entry),
        optional=entry.truth("optional"),
        denial=entry.truth("denial"),
    )


def _participation(entry: Entry, quotes: _Quotes) -> GoldParticipation:
    entry.refuse_others("who", "in", "capacity", "quote")
    return GoldParticipation(
        who=entry.texts("who", required=True),
        within=entry.text("in", required=True),
        capacity=entry.text("capacity", required=True),
        quote=quotes.of(entry),
    )


def _past_action(entry: Entry, quotes: _Quotes) -> GoldPastAction:
    entry.refuse_others("agent", "action", "object", "quantity", "quote")
    return GoldPastAction(entry.text("agent", required=True), quotes.of(entry))


def read_text(path: Path) -> str:
    """Return a file's text; raise ``EvaluationError`` when it cannot be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvaluationError(path, "", f"byte {error.start} is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> EvaluationError:
    why = error.strerror or str(error)
    return EvaluationError(path, "", f"cannot be read ({why}); check that it is a file and that you may read it")
