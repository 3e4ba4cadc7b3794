"""Which issues an item is on: those that its words name, else, if the scheme says so, those nearest in its article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from re import compile

from ..cast.actors import Actors
from ..cast.topic_patterns import TopicPattern, TopicPatterns, topic_pattern
from ..language.annotation import start_of
from ..lexicons.issue_schemes import IssueWords
from ..lexicons.word_lists import lexicon
from .frames import FoundAct

_BACK = 4
"""Sentences before an act in which what it is about may be named."""
_LEAD = 3
"""Sentences at the head of an article that tell what it is about."""


@cache
def _actions() -> TopicPatterns:
    return TopicPatterns(topic_pattern(entry["kind"], entry["pattern"]) for entry in lexicon("topics")["actions"])


@lru_cache(maxsize=8)
def _patterns(issues: IssueWords) -> TopicPatterns:
    """The patterns of a scheme; those of a user are tried everywhere, whatever they are made of."""
    if issues.ours:
        return TopicPatterns(topic_pattern(id, pattern) for id, pattern in issues.patterns)
    return TopicPatterns(TopicPattern(id, compile(pattern), ()) for id, pattern in issues.patterns)


def action_of(text: str) -> str:
    """The kind of action that some words name; empty for none."""
    return next((kind.name for kind in _actions().found_in(text.lower())), "")


def issues_of(text: str, issues: IssueWords) -> tuple[str, ...]:
    """The issues that some words name."""
    return tuple(issue.name for issue in _patterns(issues).found_in(text.lower()))


def issues_near(actors: Actors, act: FoundAct, issues: IssueWords) -> tuple[str, ...]:
    """What an act is on whose words name no issue: the one that is named nearest, if that counts, or the rest."""
    for words, offset in _stretches(actors, act) if issues.nearest else ():
        named = [(abs(place - offset), issue) for issue, place in _places(words, issues)]
        if named:
            return (min(named)[1],)
    return issues.rest


def _stretches(actors: Actors, act: FoundAct) -> Iterator[tuple[str, int]]:
    """The sentence of an act, those before it in its paragraph, and the article's head; and where to look from."""
    text, sentences, own = actors.article.text, actors.article.sentences, act.sentence
    yield text[own.start : own.end], start_of(act.head) - own.start
    for sentence in reversed(sentences[max(0, own.number - _BACK) : own.number]):
        if sentence.segment_number == own.segment_number:
            yield text[sentence.start : sentence.end], sentence.end - sentence.start
    for sentence in sentences[:_LEAD]:
        yield text[sentence.start : sentence.end], 0


def _places(text: str, issues: IssueWords) -> Iterator[tuple[str, int]]:
    """Each issue that some words name, and where, as often as they do."""
    words = text.lower()
    for issue in _patterns(issues).found_in(words):
        yield from ((issue.name, found.start()) for found in issue.pattern.finditer(words))
