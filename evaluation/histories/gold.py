"""Reads the gold of a history: any number of YAML files in one folder, put together, beside the articles' texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from ...graph.errors import EvaluationError, EvaluationFaults, UnwritableValue, one_line
from ...graph.ntriples import moment
from ..fields import Entry
from ..gold import read_table, read_text
from .places import Place
from .records import SECTIONS, Cluster, HistoryArticle, HistoryGold, Mention, Negotiation, Pair, Sides, Tie

_ARTICLES: Final = "articles.yaml"
_NEVER_SAME: Final = {
    "persons": "never_same", "events": "never_same_events", "proposals": "never_same_proposals",
}  # fmt: skip
_LISTS: Final = frozenset(
    ("articles", *SECTIONS, *_NEVER_SAME.values(), "negotiations", "event_sets", "variants", "responses",
     "contradictions", "not_contradictions", "repeats", "not_repeats", "may_be_same", "ignore")
)  # fmt: skip


def holds_history(folder: Path) -> bool:
    """True for a folder with the gold of a history."""
    return (folder / _ARTICLES).is_file()


def read_history(folder: Path) -> HistoryGold:
    """Return the gold of a folder; raise ``EvaluationFaults`` with a line for every fault."""
    faults: list[EvaluationError] = []
    lists: dict[str, list[Entry]] = defaultdict(list)
    for path in sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))):
        try:
            _add_lists(path, lists, faults)
        except EvaluationError as error:
            faults.append(error)
    gold = _Reader(folder, lists).gold() if not faults else None
    if faults or gold is None:
        raise EvaluationFaults(faults)
    return gold


def _add_lists(path: Path, lists: dict[str, list[Entry]], faults: list[EvaluationError]) -> None:
    content = read_table(path)
    whole = Entry(content, path=path, place="", faults=faults)
    whole.refuse_others("version", *sorted(_LISTS))
    for name in _LISTS & {str(name) for name in content}:
        lists[name] += whole.entries(name)


class _Reader:
    """Makes records of entries; faults are noted in the entries themselves."""

    def __init__(self, folder: Path, lists: Mapping[str, list[Entry]]) -> None:
        self._folder = folder
        self._lists = lists
        self._articles: dict[str, HistoryArticle] = {}

    def gold(self) -> HistoryGold:
        """Return all of it."""
        self._articles = self._read_articles()
        clusters = {section: tuple(map(self._cluster, self._entries(section))) for section in SECTIONS}
        ids = {one.id for some in clusters.values() for one in some}
        proposals = {one.id for one in clusters["proposals"]}
        return HistoryGold(
            articles=tuple(self._articles.values()),
            clusters=clusters,
            never_same={
                section: tuple(_pair(e, {one.id for one in clusters[section]}) for e in self._entries(name))
                for section, name in _NEVER_SAME.items()
            },
            may_be_same=frozenset(frozenset(_pair(e, ids)) for e in self._entries("may_be_same")),
            event_sets=tuple(self._mention(e) for e in self._entries("event_sets")),
            negotiations=tuple(map(self._negotiation, self._entries("negotiations"))),
            variants={frozenset(_pair(e, proposals)): e.truth("optional") for e in self._entries("variants")},
            responses=tuple(self._tie(e, proposals) for e in self._entries("responses")),
            contradictions=tuple(map(self._sides, self._entries("contradictions"))),
            not_contradictions=tuple(map(self._sides, self._entries("not_contradictions"))),
            repeats=tuple(self._tie(e) for e in self._entries("repeats")),
            not_repeats=tuple(map(self._sides, self._entries("not_repeats"))),
            ignored=tuple(self._mention(e) for e in self._entries("ignore")),
        )

    def _entries(self, name: str) -> Iterable[Entry]:
        return self._lists.get(name, ())

    def _read_articles(self) -> dict[str, HistoryArticle]:
        found = {}
        for entry in self._entries("articles"):
            id, file = entry.text("id", required=True), entry.text("text", required=True)
            if id in found:
                entry.fault("id", f"{id} stands twice; keep one")
            path = (self._folder / file).resolve()
            if file and not path.is_relative_to(self._folder.resolve()):
                entry.fault("text", f"{file!r} lies outside the folder; put the article into it")
            elif file:
                published = entry.date("published")
                try:
                    moment(published) if published else None
                except UnwritableValue as error:
                    entry.fault("published", one_line(error))
                found[id] = HistoryArticle(id, read_text(path), entry.text("publisher"), published)
        return found

    def _cluster(self, entry: Entry) -> Cluster:
        return Cluster(
            entry.text("id", required=True),
            entry.text("label"),
            tuple(self._mention(e) for e in entry.entries("mentions")),
            entry.whole("ordinal"),
            entry.date("date"),
            entry.truth("optional"),
            entry.truth("arguable"),
        )

    def _negotiation(self, entry: Entry) -> Negotiation:
        named = {name: frozenset(entry.texts(name)) for name in ("articles", "optional_articles")}
        for name, ids in named.items():
            for id in sorted(ids - self._articles.keys()):
                entry.fault(name, f"there is no article {id}; name one of articles.yaml")
        return Negotiation(entry.text("id", required=True), named["articles"], named["optional_articles"])

    def _tie(self, entry: Entry, proposals: set[str] | None = None) -> Tie:
        proposal = entry.text("proposal", required=proposals is not None)
        if proposals is not None and proposal and proposal not in proposals:
            entry.fault("proposal", f"there is no proposal {proposal}; name one of proposals")
        mentions = tuple(self._mention(e) for e in entry.entries("mentions", required=True))
        return Tie(mentions, entry.truth("optional"), proposal)

    def _sides(self, entry: Entry) -> Sides:
        one, other = (tuple(self._mention(e) for e in entry.entries(side, required=True)) for side in "ab")
        return Sides(one, other, entry.truth("optional"))

    def _mention(self, entry: Entry) -> Mention:
        id, names = entry.text("article", required=True), entry.texts("names")
        start, end = entry.whole("start"), entry.whole("end")
        article = self._articles.get(id)
        if article is None:
            entry.fault("article", f"there is no article {id}; name one of articles.yaml")
        elif start is None or end is None:
            quote = entry.text("quote") or next(iter(names), "")
            start = _nth(article.text, quote, entry.whole("nth") or 1)
            end = start + len(quote)
            if start < 0:
                entry.fault("quote", f"the words {quote!r} do not stand in {id}; copy them exactly")
        elif not 0 <= start <= end <= len(article.text):
            entry.fault("start", f"{start} to {end} is no place in {id}; write code points of its text")
        return Mention(Place(id, ((start or 0, end or 0),)), names, entry.truth("optional"))


def _nth(text: str, quote: str, number: int) -> int:
    at = -1
    for _ in range(number):
        at = text.find(quote, at + 1) if quote else -1
        if at < 0:
            break
    return at


def _pair(entry: Entry, known: set[str]) -> Pair:
    one, other = (entry.text(side, required=True) for side in "ab")
    for side, id in (("a", one), ("b", other)):
        if id and id not in known:
            entry.fault(side, f"there is no {id}; name one that the gold holds")
    return one, other
