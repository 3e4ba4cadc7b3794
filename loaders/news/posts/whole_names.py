"""The whole of a body of which a title prints one word: "Ministry spokesman NAME", "NAME, director at the ministry".

Where the words before it belong to its name they are read with it ("Justice Ministry"); else the article has named it
before ("Somalia's trade ministry"). Where it has named several so, nobody knows which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..names.readings import Reading
from ..names.title_grammar import Title

_BEFORE: Final = re.compile(r"(?:[A-Z][\w’'-]*(?: (?:and|of|for|the)(?= ))? )+$")
"""Capitalised words that end before a place, with small words between them."""
_OPENING: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "such", "own"})
_BESIDE: Final = frozenset({"amod", "compound", "nmod", "poss"})


def completed(actors: Actors, reading: Reading, title: Title) -> Title:
    """The title with the capitalised words before its body's one: "Deputy Prime Minister's Office"."""
    if title.organization is None or title.determiner:
        return title
    text, (start, end) = actors.article.text, title.organization
    noun = text[start:end]
    if not noun.istitle() or noun.lower() not in wordset("offices", "parts_of_names"):
        return title
    before = _BEFORE.search(text, reading.sentence.start, start)
    first = before.start() if before is not None else start
    first += 4 if text[first : first + 4] == "The " else 0
    if first == start and noun == "State" and named_before(actors, noun, start) is None:  # "State Finance Minister"
        return replace(title, organization=None, name=f"{noun} {title.name}")
    return replace(title, organization=(first, end), start=min(first, title.start))


def named_before(actors: Actors, noun: str, offset: int) -> Key | None:
    """The one body whose name or description before a place ends on a noun: "the main opposition coalition"."""
    found: dict[str, tuple[int, int]] = {}
    for token in _nouns(actors, noun.lower(), offset):
        start, end = _extent(token)
        known = actors.mention_at(start_of(token), end_of(token))
        if known is not None and known.entry.kind == "organization":
            start, end = known.start, known.end
        if end - start > len(noun):
            found.setdefault(actors.article.text[start:end].lower(), (start, end))
    wholes = [name for name in found if not any(name != other and name in other for other in found)]
    if len(wholes) != 1:
        return None
    start, end = found[wholes[0]]
    beside = (m for m in actors.gazetteer.match(actors.article.text, start, end) if m.entry.kind == "state")
    official = noun.lower() in wordset("actors", "state_offices")
    return actors.organization(start, end, next(beside, None) if official else None)


def _nouns(actors: Actors, noun: str, offset: int) -> Iterator[Token]:
    """The places before another at which a noun stands."""
    for sentence in actors.article.sentences:
        for token in sentence.span:
            if start_of(token) >= offset:
                return
            if token.lower_ == noun and token.pos_ in ("NOUN", "PROPN"):
                yield token


def _extent(noun: Token) -> tuple[int, int]:
    """The noun with the words before it that tell which one it is, and with "of NAME" behind it."""
    words = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if not t.is_space]
    while len(words) > 1 and (words[0].lower_ in _OPENING or words[0].pos_ in ("NUM", "PUNCT", "ADV", "DET")):
        words.pop(0)
    if any(t.dep_ not in _BESIDE and t.head is noun for t in words[:-1] if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")):
        words = words[-1:]
    last = noun
    for prep in (t for t in noun.children if t.i == noun.i + 1 and t.lower_ in ("of", "for")):
        held = [t for t in prep.subtree if t.i > prep.i]
        last = held[-1] if held and all(t.pos_ in ("PROPN", "CCONJ", "DET", "ADP") for t in held) else last
    return start_of(words[0]), end_of(last)


def is_bare(actors: Actors, body: Key | None) -> bool:
    """True for a body that is only called "company" or "group": which, stands elsewhere."""
    agent = actors.agents.get(body) if body is not None else None
    if agent is None or agent.kind != "organization" or " " in agent.label:
        return False
    small = agent.label.islower() and agent.label not in wordset("actors", "unnamed_sides")
    return small or (agent.label.istitle() and agent.label.lower() in wordset("offices", "parts_of_names"))


def printed(actors: Actors, title: Title) -> str:
    """A title in the words of the text, without its determiner: "coalition spokesperson"."""
    words = " ".join(actors.article.text[title.start : title.end].split())
    first, _, rest = words.partition(" ")
    return rest if first.lower() in _OPENING and rest else words


def with_nouns(actors: Actors, reading: Reading, title: Title) -> Title:
    """The title with the small nouns before it that are a part of it: "village head", "farmers' leader"."""
    if title.determiner or title.organization is not None or title.mention is not None:
        return title
    head = next((t for t in reading.sentence.span if start_of(t) <= title.end - 1 < end_of(t)), None)
    if head is None or head.pos_ not in ("NOUN", "PROPN"):
        return title
    words = [t for t in reading.sentence.span if end_of(t) <= title.start]
    first = title.start
    while words and (words[-1].pos_ == "NOUN" or words[-1].tag_ == "POS") and not words[-1].ent_type_:
        if words[-1].text[:1].isupper() or head not in (words[-1].head, words[-1].head.head):
            break
        first = start_of(words.pop())
    text = actors.article.text
    if first == title.start or text[first] in "'’" or _is_title_word(text[first : title.start]):
        return title
    return replace(title, start=first, name=f"{text[first : title.start].strip()} {title.name}")


def _is_title_word(words: str) -> bool:
    return words.strip().lower() in offices().heads
