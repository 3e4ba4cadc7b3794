"""Parley is not made for one article: none of its names, figures or sentences stands in code or lexicons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT
from .golden import ARTICLE

ROOMS = ("ontology", "graph", "loaders", "queries", "evaluation", "review", "parley")
SUFFIXES = {".py", ".yaml", ".rq", ".ttl", ".js", ".html"}
PERSONS = (
    "Vladimir Medinsky", "Rustem Umerov", "Dmitry Peskov", "Mikhail Galuzin", "Igor Kostyukov", "Alexander Fomin",
    "Zelensky", "Vladimir Putin",
)  # fmt: skip
FIGURES = ("3,000", "1,200", "7,000", "24–48", "24.07.2025", "00:33", "00:45")
LEADERS = "loaders/news/lexicons/leaders.yaml"
SHINGLE = 6
SHORT_SURNAME = 3
"""A surname of so few letters is an ordinary word as well: only the whole name counts."""


@cache
def texts() -> dict[str, str]:
    """Every file of code or data that is installed, by its path."""
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*")) if path.suffix in SUFFIXES]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shingles(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(*(found[start:] for start in range(SHINGLE)), strict=False))


def named(persons: Iterable[str], *, besides: str = "") -> Iterator[tuple[str, str]]:
    """The other files that hold a person's name: the whole of it however written, or the surname as a whole word."""
    files = [(path, text) for path, text in texts().items() if path != besides]
    for person in sorted(persons):
        surname = person.split()[-1]
        whole = r"\W+".join(map(re.escape, re.findall(r"\w+", person)))
        patterns = [re.compile(rf"\b{whole}\b", re.IGNORECASE)]
        if len(surname) > SHORT_SURNAME:
            patterns.append(re.compile(rf"\b{re.escape(surname)}\b"))
        yield from ((person, path) for path, text in files if any(p.search(text) for p in patterns))


def test_there_are_files_to_look_into():
    assert {Path(path).parts[0] for path in texts()} == set(ROOMS)
    assert {Path(path).suffix for path in texts()} >= {".py", ".yaml", ".rq", ".ttl"}


def test_no_person_of_the_article_is_named():
    assert list(named(PERSONS)) == []


@pytest.mark.parametrize("figure", FIGURES)
def test_no_figure_of_the_article_is_named(figure: str):
    pattern = re.compile(rf"(?<![\w.,–]){re.escape(figure)}(?![\w,–]|\.\d)")
    assert [path for path, text in texts().items() if pattern.search(text)] == []


def test_no_six_words_of_the_article_stand_together():
    of_article = shingles(ARTICLE.read_text(encoding="utf-8"))
    shared_words = {path: shingles(text) & of_article for path, text in texts().items()}
    assert {path: found for path, found in shared_words.items() if found} == {}


def test_no_person_of_the_development_set_is_named(shared: Path):
    golds = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (shared / "devset" / "gold").glob("*.yaml")]
    persons = {person["name"] for gold in golds for person in gold["persons"]}
    assert persons
    world = yaml.safe_load(texts()[LEADERS])["people"]  # who leads a state is known without any article
    serving = {name for person in world if not person.get("leads") for name in person["names"]}
    assert list(named(persons, besides=LEADERS)) == []
    assert persons & serving == set()


def test_the_list_of_persons_holds_all_of_the_gold(shared: Path):
    gold = yaml.safe_load((shared / "devset" / "gold" / "00_seed.yaml").read_text(encoding="utf-8"))
    assert {person["name"].split()[-1] for person in gold["persons"]} <= {name.split()[-1] for name in PERSONS}
