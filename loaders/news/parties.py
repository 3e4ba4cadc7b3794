"""The two sides that an article is about: "talks between A and B", "A-B talks", else the two that act most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ...graph.records import Key
from .annotation import end_of, start_of
from .cast import Cast
from .gazetteer import Mention
from .lexicons import wordset
from .readings import Reading
from .syntax import children, conjuncts


def main_parties(cast: Cast) -> tuple[Key, ...]:
    """The two sides, entered in the cast; () when there are not two."""
    votes: Counter[Key] = Counter()
    first: dict[Key, Mention] = {}
    for reading in cast.readings:
        for mention in reading.mentions:
            first.setdefault(mention.entry.key, mention)
        for key, count in _votes(cast, reading):
            votes[key] += count
    sides = [key for key, count in votes.most_common(2) if count > 1]
    for key in sides:
        cast.known(first[key])
    return tuple(sides) if len(sides) == 2 else ()


def are_named_together(cast: Cast, sides: Iterable[Key]) -> bool:
    """True when the article has "between A and B" or "A-B" for these sides."""
    named = {key for reading in cast.readings for key, count in _votes(cast, reading) if count > 1}
    return set(sides) <= named


def _votes(cast: Cast, reading: Reading) -> Iterator[tuple[Key, int]]:
    text = cast.article.text
    starts = {m.start for m in reading.mentions}
    for mention in reading.mentions:
        if mention.entry.kind == "outlet" or mention.form == "capital":
            continue
        yield mention.entry.key, 1
        if text[mention.end : mention.end + 1] in ("-", "–") and mention.end + 1 in starts:
            yield mention.entry.key, 3
    for token in reading.sentence.span:
        if token.lower_ == "between" and token.head.lemma_.lower() in wordset("actors", "between"):
            for noun in (one for held in children(token, "pobj") for one in conjuncts(held)):
                if named := cast.mention_at(start_of(noun), end_of(noun)):
                    yield named.entry.key, 5
