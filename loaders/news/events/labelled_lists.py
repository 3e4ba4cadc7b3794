"""Lines that list those taking part behind a label: "Government: A; B, a former judge", "Observers: X, Y and Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....graph.records import Capacity, Key, Span
from ..cast.actors import Actors
from ..cast.parties import own_government
from ..language.annotation import Sentence
from ..language.syntax import finite
from ..lexicons.word_lists import lexicon
from ..text.segment import Segment
from .delegations import Member
from .details import Part

_LINE = re.compile(r"\W*(?P<label>[^\W\d][^:;.,()\"“”]{1,48}):\s+(?P<listed>\S.*)", re.DOTALL)
_TEAM = re.compile(r"^the\s+|\s+(?:delegation|team|side|party|delegates|negotiators)$", re.IGNORECASE)


def listed_members(actors: Actors) -> Iterator[Member]:
    """The people behind the label of a side: the first name between two semicolons, or between two commas."""
    for segment, label, start in _lines(actors):
        party = _side(actors, label)
        people = list(_people(actors, start, segment.end)) if party is not None else []
        if party is None or not people:
            continue
        delegation = actors.delegation(party)
        for person, span in people:
            actors.sides.setdefault(person, actors.party_of(party))
            yield Member(person, delegation, "member", span, "heading-implied", "fact", "asserted")


def listed_parts(actors: Actors) -> Iterator[Part]:
    """Those behind the label of a part: states and bodies, or people."""
    capacities: dict[str, Capacity] = lexicon("teams")["labels"]
    for segment, label, start in _lines(actors):
        capacity = capacities.get(label.lower().removesuffix("s"))
        if capacity is None:
            continue
        sentence = _sentence_at(actors, segment)
        if sentence is None:
            continue
        for mention in actors.gazetteer.match(actors.article.text, start, segment.end):
            if mention.entry.kind != "outlet" and mention.form in ("name", "alias"):
                span = Span(mention.start, mention.end)
                yield Part(actors.known(mention), capacity, span, "asserted", sentence)
        for person, span in _people(actors, start, segment.end):
            yield Part(person, capacity, span, "asserted", sentence)


def _lines(actors: Actors) -> Iterator[tuple[Segment, str, int]]:
    """Each line with a label and a list without a verb, the label, and where the list begins."""
    text = actors.article.text
    for segment in actors.article.segments:
        if segment.kind not in ("paragraph", "bullet", "roster"):
            continue
        start = segment.label[0] if segment.label is not None else segment.start
        line = _LINE.fullmatch(text[start : segment.end])
        if line is not None and not _told(actors, segment, start + line.start("listed")):
            yield segment, line["label"], start + line.start("listed")


def _told(actors: Actors, segment: Segment, start: int) -> bool:
    """True when the words behind a label tell something."""
    inside = (s for s in actors.article.sentences if s.end > start and s.start < segment.end)
    return any(finite(sentence.span.root) for sentence in inside)


def _sentence_at(actors: Actors, segment: Segment) -> Sentence | None:
    inside = (s for s in actors.article.sentences if segment.start <= s.start < segment.end)
    return next(inside, None)


def _side(actors: Actors, label: str) -> Key | None:
    words = _TEAM.sub("", label).strip()
    if words.lower() in ("government", "the government"):
        return own_government(actors, actors.pair)
    found = actors.gazetteer.match(words)
    whole = next((m for m in found if (m.start, m.end) == (0, len(words)) and m.entry.kind != "outlet"), None)
    key = Key(whole.entry.key) if whole is not None else None
    return key if key in actors.agents else None


def _people(actors: Actors, start: int, end: int) -> Iterator[tuple[Key, Span]]:
    text = actors.article.text
    separator = ";" if ";" in text[start:end] else ","
    free = start
    for first, last, person in actors.names.following(start):
        if first >= end:
            return
        if first >= free:
            yield person, Span(first, last)
            after = text.find(separator, last, end)
            free = after if after >= 0 else end
