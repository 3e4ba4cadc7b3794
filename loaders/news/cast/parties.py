"""The two sides that an article is about: "talks between A and B", "A-B talks", else the two that act most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from ....graph.records import Key
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, conjuncts
from ..lexicons.word_lists import wordset
from ..names.entries import Entry
from ..names.gazetteer import Mention
from ..names.readings import Reading
from ..values.numerals import number
from .members import Cast
from .one_side import join_one_side
from .votes import BYSTANDERS, ONE, faced_by, tally, votes_of

_BESIDE: Final = frozenset({"compound", "nmod", "poss", "amod"})
_ROW: Final = 3
"""Names in a row that are those of whom a text tells beside others: "A, B and C each gave way"."""
_OFTEN: Final = 3
_SHORT: Final = 7
"""Sentences in which those whom a short text is about are named once at least."""


def main_parties(cast: Cast) -> tuple[Key, ...]:
    """The two sides, entered in the cast; () when there are not two."""
    votes, first = tally(cast), dict[Key, Mention]()
    for mention in (mention for reading in cast.readings for mention in reading.mentions):
        first.setdefault(mention.entry.key, mention)
    join_one_side(cast, votes)
    few = len([key for key, count in votes.items() if count > 0]) == 2
    acting = (key for key, count in votes.most_common(2) if count > ONE or (few and count > 0))
    sides = [key for key in acting if votes[key] > ONE or not is_bystander(cast, (), key)]
    sides = _facing(cast, sides, votes)
    for key in sides:
        entry = cast.gazetteer.entry(key)
        if key in first:
            cast.known(first[key])
        elif entry is not None and entry.kind == "organization":  # of which only a body is named
            cast.enter(entry)
    return tuple(sides) if len(sides) == 2 else ()


def _facing(cast: Cast, sides: list[Key], votes: Counter[Key]) -> list[Key]:
    """A movement and the state that it faces, where a third state is named oftener, which hosts or mediates."""
    if len(sides) == 1:  # the movement is named often, its state once
        faced = Key(f"state/{faced_by(cast.gazetteer.entry(sides[0]))}")
        return [*sides, faced] if votes[faced] > 0 else sides
    for movement, other in (sides, sides[::-1]) if len(sides) == 2 else ():
        faced = Key(f"state/{faced_by(cast.gazetteer.entry(movement))}")
        if other.startswith("state/") and votes[faced] > 0 and faced != other and not _are_told_to_meet(cast, sides):
            return [movement, faced]
    return sides


def face(cast: Cast, sides: tuple[Key, ...]) -> bool:
    """True for a movement and the state that it faces."""
    return any(f"state/{faced_by(cast.gazetteer.entry(key))}" in sides for key in sides)


def are_many(cast: Cast) -> bool:
    """True where the head of an article tells of more than two who meet: "Five governments failed", "WHO members"."""
    paragraphs = [r for r in cast.readings if r.sentence.segment.kind == "paragraph"]
    first = {r.sentence.segment_number for r in paragraphs[:1]}
    for reading in (r for r in paragraphs if r.sentence.segment_number in first):
        for token in reading.sentence.span:
            acts = token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in ("NNS", "NNPS")
            if not acts or token.lemma_.lower() not in wordset("events", "many"):
                continue
            counts = (number(c.text) for c in token.children if c.dep_ == "nummod")
            beside = (cast.mention_at(start_of(c), end_of(c)) for c in token.children if c.dep_ in _BESIDE)
            of_body = any(m is not None and m.entry.kind == "organization" for m in beside)
            if any(n is not None and n > 2 for n in counts) or (token.lemma_.lower() == "member" and of_body):
                return True
    return False


def stand_out(cast: Cast, sides: tuple[Key, ...]) -> bool:
    """True for a movement and the state that it faces, and where no third side is named half as often as either."""
    if face(cast, sides):
        return True
    if not sides:
        return False
    if any(_are_called_both(cast, reading, sides) for reading in cast.readings):
        return True
    votes = tally(cast)
    third = max((count for key, count in votes.items() if key not in sides), default=0)
    few = any(_are_joined(cast, token, sides) for reading in cast.readings for token in reading.sentence.span)
    least = max(2 * third, 0 if few else ONE * min(_OFTEN, len(cast.readings) // _SHORT))
    return min(votes[key] for key in sides) >= least and _acts_too(cast, sides)


def _are_called_both(cast: Cast, reading: Reading, sides: Iterable[Key]) -> bool:
    """True for "A will buy it from B, as both countries agreed": the only two whom a sentence names are both."""
    named = {cast.party_of(m.entry.key) for m in reading.mentions if m.entry.kind == "state" or m.entry.party}
    both = (t for t in reading.sentence.span if t.tag_ == "NNS" and t.lemma_.lower() in wordset("actors", "pairs"))
    return named == set(sides) and any(c.lower_ in ("both", "two") for t in both for c in t.children)


def _are_joined(cast: Cast, token: Token, sides: Iterable[Key]) -> bool:
    """True for "A and B", who do something together."""
    if token.dep_ != "nsubj" or len(conjuncts(token)) != len(tuple(sides)):
        return False
    named = (cast.mention_at(start_of(one), end_of(one)) for one in conjuncts(token))
    return {cast.party_of(m.entry.key) for m in named if m is not None} == set(sides)


def _acts_too(cast: Cast, sides: Iterable[Key]) -> bool:
    """False where one of the two leads clauses and the other none: "a retired A judge", "grateful to A"."""
    led: Counter[Key] = Counter()
    for reading in cast.readings:
        for token in (t for t in reading.sentence.span if t.dep_ in ("nsubj", "nsubjpass", "agent", "dobj")):
            held = (o for p in children(token, "prep") for o in children(p, "pobj"))
            words = [w for t in (token, *held) for one in conjuncts(t) for w in (one, *one.children)]
            if len(conjuncts(token)) < _ROW:
                named = (cast.mention_at(start_of(word), end_of(word)) for word in words)
                led.update({cast.party_of(m.entry.key) for m in named if m is not None})
    return min(led[side] for side in sides) > 0 or max(led[side] for side in sides) < _OFTEN


def are_alone(cast: Cast, sides: Iterable[Key]) -> bool:
    """True when the article is about these two sides and no third one acts in it."""
    both = set(sides)
    counts: Counter[Key] = Counter()
    for reading in cast.readings:
        for mention in reading.mentions:
            if mention.form != "capital" and (mention.entry.kind == "state" or mention.entry.party):
                counts[mention.entry.key] += 1
        acting = (t for t in reading.sentence.span if t.dep_ in ("nsubj", "nsubjpass"))
        subjects = (cast.mention_at(start_of(t), end_of(t)) for t in acting)
        if any(m and m.entry.kind == "state" and m.form != "capital" and m.entry.key not in both for m in subjects):
            return False
    others = sum(count for key, count in counts.items() if key not in both)
    return len(both) == 2 and others <= 0.25 * min(counts[key] for key in both)


def are_named_together(cast: Cast, sides: Iterable[Key]) -> bool:
    """True when the article has "between A and B" or "A-B" for these sides."""
    named = {key for key, count in votes_of(cast) if count > ONE}
    return set(sides) <= named


def _are_told_to_meet(cast: Cast, sides: Iterable[Key]) -> bool:
    """True where more than a headline's mention tells it: "between A and B", "A and B signed"."""
    return set(sides) <= {key for key, count in votes_of(cast) if count > 2 * ONE}


def serves_there(cast: Cast, person: Key, others: Iterable[Key]) -> bool:
    """True for a minister, general or mayor whose state nothing tells and who meets a leader: perhaps his own."""
    held = cast.posts_held(person)
    home = wordset("offices", "at_home") | wordset("offices", "occupations") | wordset("offices", "private")
    unknown = person.startswith("person/") and cast.party_of(person) == person
    leads = (cast.posts_held(other) & wordset("offices", "leaders") for other in others if other != person)
    return unknown and bool(held) and held <= home and any(leads)


def is_bystander(cast: Cast, sides: Iterable[Key], key: Key, *, unions: bool = False) -> bool:
    """True for a body such as the United Nations that is none of the two sides; ``unions`` adds such as the EU."""
    entry = cast.gazetteer.entry(key)
    if entry is None or key in sides or entry.category not in BYSTANDERS:
        return False
    return unions or not entry.party


def own_government(cast: Cast, sides: Iterable[Key]) -> Key | None:
    """Whose government "the government" is, where a state negotiates with a movement or a union.

    None where the text names the state that the movement is in too, whose government may be meant.
    """
    both = tuple(sides)
    states = [key for key in both if key.startswith("state/")]
    at_home = any(_is_at_home(cast, cast.gazetteer.entry(key)) for key in both)
    return states[0] if len(both) == 2 and len(states) == 1 and not at_home else None


def home_state(cast: Cast, sides: Iterable[Key]) -> Key | None:
    """The state whose "the government" and "the finance ministry" are: the only one that negotiates, or acts at all.

    None where two states negotiate, or none is named twice as often as every other.
    """
    both = tuple(sides)
    if any(cast.gazetteer.entry(side) is not None for side in both):  # not groups of its creditors
        return own_government(cast, both)
    votes = tally(cast)
    states = [key for key, count in votes.most_common() if key.startswith("state/") and count > ONE]
    alone = states and votes[states[0]] > 2 * ONE and all(votes[states[0]] >= 2 * votes[key] for key in states[1:])
    return states[0] if alone else None


def _is_at_home(cast: Cast, movement: Entry | None) -> bool:
    """True where a text names the state that a movement is in, and it faces another."""
    if movement is None or not movement.faces:
        return False
    mentions = (m for reading in cast.readings for m in reading.mentions if m.form != "demonym")
    return any(m.entry.kind == "state" and m.entry.code == movement.state for m in mentions)
