"""The words that are a place: what a model takes for one, a capital, a town that it does not know, a building."""

from __future__ import annotations

from functools import cache
from itertools import dropwhile, takewhile
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.members import slug
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from ..names.gazetteer import load_gazetteer
from .details import Phrase

_BUILDINGS: Final = frozenset({"Palace", "Hotel", "Hall", "House", "Castle", "Villa", "Airport", "Palais", "Residence"})
"""Capitalised words for a building that stand for a place where people meet."""
_SET_FOR: Final = frozenset({"due", "planned", "scheduled", "set", "for", "held", "to", "be"})


def is_town(actors: Actors, noun: Token) -> bool:
    """True for a name after "in" or "to" that is nobody's and of no body: a town that the model does not know."""
    if noun.tag_ != "NNP" or noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "to", "at") or noun.is_upper:
        return False
    start, end = start_of(noun), end_of(noun)
    person = actors.person_at(start, end)  # a single word that nothing else calls somebody may be a town
    named = actors.mention_at(start, end) is not None or (person is not None and _is_somebody(actors, person))
    alone = not any(c.dep_ in ("compound", "det", "amod", "poss", "nummod", "appos", "conj") for c in noun.children)
    return alone and not named and noun.ent_type_ not in ("DATE", "TIME", "LANGUAGE", "EVENT", "LAW")


def _is_somebody(actors: Actors, person: Key) -> bool:
    """True for whoever has a full name or a post, or of whom more than towns are told."""
    return " " in actors.agents[person].label or bool(actors.posts_held(person))


def is_state(actors: Actors, noun: Token) -> bool:
    """True for the name of a state itself, not of its capital or of who sits there."""
    mention = actors.mention_at(start_of(noun), end_of(noun))
    return mention is not None and mention.entry.kind == "state" and mention.form not in ("capital", "metonym")


def place_name(actors: Actors, words: tuple[int, int]) -> str:
    """What a place is called: its own words, or the name of "the capital of A" that the article prints."""
    text = actors.article.text
    if text[words[1] - 7 : words[1]] != "capital":
        return text[words[0] : words[1]]
    return next(iter(printed_capitals(actors, *words)), text[words[0] : words[1]])


def are_one_place(first: str, second: str) -> bool:
    """True for one name, and for a state and its capital: "the Muscat talks" are "the talks in Oman"."""
    return slug(first) == slug(second) or is_capital_of(first, second) or is_capital_of(second, first)


def is_capital_of(town: str, state: str) -> bool:
    """True for the names of a capital and of its state."""
    (capital, form), (whole, whole_form) = _state_named(town), _state_named(state)
    return capital is not None and capital == whole and form == "capital" and whole_form in ("name", "alias")


@cache
def _state_named(place: str) -> tuple[Key | None, str]:
    """The state that a name is of, and whether it is its own or its capital's."""
    found = next((m for m in load_gazetteer().match(place) if (m.start, m.end) == (0, len(place))), None)
    return (found.entry.key, found.form) if found is not None and found.entry.kind == "state" else (None, "")


def printed_capitals(actors: Actors, start: int, end: int) -> list[str]:
    """The printed names of the capital of the state that some words name."""
    text = actors.article.text
    states = [m.entry for m in actors.gazetteer.match(text, start, end) if m.entry.kind == "state"]
    names = {name.lower(): name for entry in states for name in entry.capitals}
    line = text[:400].lower()
    return [name for low, name in names.items() if low in line or name in text]


def is_capital(actors: Actors, noun: Token) -> bool:
    """True for the first word of a capital's name."""
    mention = actors.mention_at(start_of(noun), end_of(noun))
    return mention is not None and mention.form == "capital" and mention.start == start_of(noun)


def is_place(actors: Actors, noun: Token) -> bool:
    """True for the name of a place: what the model takes for one, or a capital."""
    if noun.ent_type_ in ("GPE", "LOC", "FAC"):
        return True
    if (noun.pos_ == "PROPN" and noun.text in _BUILDINGS) or _is_part_of_state(noun):
        return True
    mention = actors.mention_at(start_of(noun), end_of(noun))
    return mention is not None and mention.form in ("capital", "metonym") and noun.pos_ == "PROPN"


def _is_part_of_state(noun: Token) -> bool:
    """True for the noun of "NAME province"."""
    named = any(c.ent_type_ == "GPE" for c in children(noun, "compound"))
    return named and noun.lower_ in wordset("events", "towns")


def is_house(noun: Token) -> bool:
    """True for a building that a name stands before: "the Harbour Road residence"."""
    named = any(c.pos_ == "PROPN" for c in children(noun, "compound", "nmod"))
    return noun.tag_ == "NN" and noun.lower_ in wordset("events", "buildings") and named


def place_words(actors: Actors, place: Token) -> tuple[int, int]:
    """Offsets of the whole name that a word of a place belongs to, without "the"."""
    tokens = [t for t in place.subtree if t.i <= place.i and t.ent_type_ and t.ent_type_ == place.ent_type_] or [place]
    tokens += _rest_of_name(actors, place)
    start = start_of(tokens[0])
    if tokens[0].lower_ == "the" and len(tokens) > 1:
        start = start_of(tokens[1])
    if is_house(place) or _is_part_of_state(place):
        before = takewhile(lambda token: token.text[0].isupper(), reversed(place.doc[: place.i].tokens))
        return extent([*before, place])
    if place.text in _BUILDINGS:  # "the Grand Palace of Congresses"
        named = [t for t in place.subtree if t.pos_ in ("PROPN", "ADP") and abs(t.i - place.i) < 4]
        return extent(named)
    return start, end_of(tokens[-1])


def _rest_of_name(actors: Actors, place: Token) -> list[Token]:
    """The words of a place's name behind its first, which a line may end between."""
    found: list[Token] = []
    for token in place.doc[place.i + 1 : place.i + 4]:
        other = actors.mention_at(start_of(token), end_of(token)) is not None
        if place.ent_type_ and token.ent_type_ == place.ent_type_ and token.pos_ == "PROPN" and not other:
            found.append(token)
        elif not token.is_space:
            break
    return found


def town_called(place: Token) -> Token:
    """The name in "the city of NAME", any other place as it is."""
    called = [o for p in children(place, "prep") if p.lower_ == "of" for o in children(p, "pobj") if o.pos_ == "PROPN"]
    return called[0] if called and place.lower_ in wordset("events", "towns") else place


def set_off(actors: Actors, phrase: Phrase) -> Token | None:
    """The place in "the next round, in X on June 4", "the fourth round, due in X", wherever a parser hangs it."""
    behind = phrase.head.doc[phrase.end.i + 1 : phrase.end.i + 8].tokens
    if behind and behind[0].lower_ == "again":
        behind = behind[1:]  # "agreed to meet again, in X, before May"
    if not behind or behind[0].lower_ != ",":
        return None
    rest = list(dropwhile(lambda t: t.lower_ in _SET_FOR, behind[1:]))
    if len(rest) < 2 or rest[0].lower_ not in ("in", "at"):
        return None
    if not (is_place(actors, rest[1]) or is_town(actors, rest[1])):
        return None
    after = next((t for t in rest[1:] if t.ent_type_ != rest[1].ent_type_), None)
    return rest[1] if after is not None and after.lower_ in (",", ".", "on", ";") else None
