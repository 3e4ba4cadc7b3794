"""Which issues an item is on: those that its words name, else those nearest to it in its article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from ..cast.actors import Actors
from ..cast.topic_patterns import TopicPattern, topic_pattern
from ..language.annotation import start_of
from ..lexicons.word_lists import lexicon
from .frames import FoundAct

CONDUCT: Final = "process"
"""The issue of what is only about the talks themselves, where nothing else is named."""
_BACK = 4
"""Sentences before an act in which what it is about may be named."""
_LEAD = 3
"""Sentences at the head of an article that tell what it is about."""


@cache
def _patterns() -> tuple[list[TopicPattern], list[TopicPattern]]:
    topics = lexicon("topics")
    issues = [topic_pattern(name, pattern) for name, pattern in topics["issues"].items()]
    return issues, [topic_pattern(entry["kind"], entry["pattern"]) for entry in topics["actions"]]


def topics_of(text: str) -> tuple[str, tuple[str, ...]]:
    """The kind of action and the issues that some words name; "" and () for none."""
    actions = _patterns()[1]
    words = text.lower()
    action = next((kind.name for kind in actions if kind.found_in(words)), "")
    return action, issues_of(words)


def issues_of(text: str) -> tuple[str, ...]:
    """The issues that some words name."""
    words = text.lower()
    return tuple(issue.name for issue in _patterns()[0] if issue.found_in(words))


def issues_near(actors: Actors, act: FoundAct) -> tuple[str, ...]:
    """The one issue named nearest to an act whose words name none; that of the talks themselves if there is none."""
    for words, offset in _stretches(actors, act):
        named = [(abs(place - offset), issue) for issue, place in _places(words)]
        if named:
            return (min(named)[1],)
    return (CONDUCT,)


def _stretches(actors: Actors, act: FoundAct) -> Iterator[tuple[str, int]]:
    """The sentence of an act, those before it in its paragraph, and the article's head; and where to look from."""
    text, sentences, own = actors.article.text, actors.article.sentences, act.sentence
    yield text[own.start : own.end], start_of(act.head) - own.start
    for sentence in reversed(sentences[max(0, own.number - _BACK) : own.number]):
        if sentence.segment_number == own.segment_number:
            yield text[sentence.start : sentence.end], sentence.end - sentence.start
    for sentence in sentences[:_LEAD]:
        yield text[sentence.start : sentence.end], 0


def _places(text: str) -> Iterator[tuple[str, int]]:
    """Each issue that some words name, and where."""
    words = text.lower()
    for issue in _patterns()[0]:
        found = issue.pattern.search(words) if issue.found_in(words) else None
        if found is not None:
            yield issue.name, found.start()
