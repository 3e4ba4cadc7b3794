"""A pattern is tried only where it can find something, and finds what it would find anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.loaders.news.cast.topic_patterns import TopicPatterns, topic_pattern
from parley.loaders.news.lexicons.issue_schemes import our_issues
from parley.loaders.news.lexicons.word_lists import lexicon

ARTICLES = Path(__file__).parents[4] / "examples" / "corpus" / "tuning" / "articles"
PATTERNS = [*our_issues().patterns, *((entry["kind"], entry["pattern"]) for entry in lexicon("topics")["actions"])]


def test_no_find_is_lost() -> None:
    lines = [line.lower() for path in sorted(ARTICLES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    ready, found = TopicPatterns(topic_pattern(*pattern) for pattern in PATTERNS), 0
    plain = [(name, re.compile(pattern)) for name, pattern in PATTERNS]
    for line in lines:
        told = [one.name for one in ready.found_in(line)]
        assert told == [name for name, pattern in plain if pattern.search(line)], line
        found += len(told)
    assert found > 300


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bboats?\b|(lend|lease)\w*.*\b(ferries|ferry)\b", ("boat", "boats", "leased the ferry", "ferry leased", "")),
        (r"land ?slides?", ("landslide", "land slides", "slid")),
        (r"[\w-]+ (of )?the (upper|lower) lake", ("west of the upper lake", "a the lower lake", "the lake")),
        (r"(?<!no )truck(s){0,2}ing|(?:ice)breakers", ("trucking", "no trucking", "icebreakers")),
        (r"\bx\b", ("x", "xx")),
        (r"(snow|rain)(storms?)?\b|hail+stones", ("rain", "snowstorms", "haillllstones", "hai")),
    ],
)
def test_optional_letters_and_groups_are_not_needed(pattern: str, words: tuple[str, ...]) -> None:
    ready, plain = TopicPatterns([topic_pattern("any", pattern)]), re.compile(pattern)
    assert [any(ready.found_in(some)) for some in words] == [plain.search(some) is not None for some in words]
