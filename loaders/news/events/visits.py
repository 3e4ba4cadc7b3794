"""Who pays a visit: "A's visit to X", "a visit by A", "A paid a visit", "on a visit to X, A said"."""

from __future__ import annotations

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, passive
from ..lexicons.word_lists import wordset
from .details import Phrase, whole
from .participants import owners, subject_above, taking_part

_ON = frozenset({"on", "for", "during"})


def visitors(actors: Actors, phrase: Phrase, beside: tuple[Key, ...]) -> tuple[Key, ...]:
    """The people who pay the visit that a noun names, with those beside them; nobody of the state that is visited."""
    noun = whole(phrase.head)
    found = owners(actors, phrase.head, phrase.sentence) or _named_behind(actors, phrase)
    if not found and not children(phrase.head, "poss"):
        found = taking_part(actors, _visitor(noun), phrase.sentence)
    goals = _visited(actors, phrase.head)
    people = (key for key in dict.fromkeys((*found, *beside)) if key.startswith(("person/", "delegation/", "unnamed/")))
    return tuple(key for key in people if actors.party_of(key) not in goals)


def _named_behind(actors: Actors, phrase: Phrase) -> tuple[Key, ...]:
    held = [o for p in children(phrase.head, "prep") if p.lower_ in ("of", "by") for o in children(p, "pobj")]
    return tuple(dict.fromkeys(key for one in held for key in taking_part(actors, one, phrase.sentence)))


def _visitor(noun: Token) -> Token | None:
    """The subject of "paid a visit", "arrived for a visit", "said on a visit"."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in wordset("events", "paying"):
        return subject_above(noun.head)
    if noun.dep_ != "pobj" or noun.head.lower_ not in _ON:
        return None
    above = noun.head.head
    return subject_above(above) if above.pos_ in ("VERB", "AUX") and not passive(above) else None


def _visited(actors: Actors, noun: Token) -> set[Key]:
    """The states whose name or capital stands behind "visit to"."""
    held = [o for p in children(noun, "prep") if p.lower_ in ("to", "in") for o in children(p, "pobj")]
    mentions = (actors.mention_at(start_of(one), end_of(one)) for one in held)
    return {m.entry.key for m in mentions if m is not None}
