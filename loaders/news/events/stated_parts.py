"""Who is said to be something at the talks: "A is the mediator", "B acted as host", "observers from C were present".

Also who came beside somebody: "A met B, alongside C".
"""

from __future__ import annotations

from collections.abc import Iterator

from ....graph.records import Capacity, Span, Standing
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import children, conjuncts, own_words
from ..lexicons.word_lists import lexicon, wordset
from ..standing.assess import Standings
from .details import Part
from .outlook import outlook
from .participants import subject_above, taking_part

_BEING = frozenset({"be", "become", "remain"})
_ACTING = frozenset({"act", "serve", "participate", "function", "attend", "join", "stand", "work", "take"})


def stated_parts(actors: Actors, standings: Standings, sentence: Sentence, verb: Token) -> Iterator[Part]:
    """Parts of those whom a clause calls mediators, hosts, guarantors or observers."""
    said = _role_noun(verb)
    subject = subject_above(verb) if said is not None else None
    if said is None or subject is None or subject.pos_ == "PRON":
        return
    how = outlook(standings, verb, sentence)
    if how not in ("told", "expected"):
        return
    standing: Standing = "asserted" if how == "told" else "expected"
    for one in conjuncts(subject):
        for key in taking_part(actors, one, sentence):
            if key.startswith(("person/", "state/", "organization/")):
                yield Part(key, said, Span(*extent(own_words(one))), standing, sentence)


def _role_noun(verb: Token) -> Capacity | None:
    """What the subject of a verb is called, where that is a part in talks."""
    nouns = children(verb, "attr") if verb.lemma_ in _BEING else []
    if verb.lemma_ in _ACTING:
        nouns = [o for p in children(verb, "prep") if p.lower_ == "as" for o in children(p, "pobj")]
    roles: dict[str, Capacity] = lexicon("teams")["roles"]
    for noun in nouns:
        capacity = roles.get(noun.lemma_.lower())
        if noun.lemma_.lower().endswith("guarantor") and not children(noun, "prep"):
            continue  # of a truce, which is no event where people are
        if capacity is not None and (verb.lemma_ not in _BEING or _concerns_talks(noun)):
            return capacity
    return None


def _concerns_talks(noun: Token) -> bool:
    """True for "guarantors of the talks", "the host", not for "host of a show"."""
    held = [
        o
        for p in children(noun, "prep")
        if p.lower_ in ("of", "for", "to", "in", "at", "between")
        for o in children(p, "pobj")
    ]
    sides = any(p.lower_ == "between" for p in children(noun, "prep"))
    about = wordset("teams", "events") | wordset("teams", "processes")
    return sides or not held or any(o.lemma_.lower() in about for o in held)


def companions(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Part]:
    """Those in "A met B, alongside C", "together with C": they were there too."""
    for prep in children(verb, "prep", "advmod"):
        words = prep.lower_
        inner = [prep] if words in wordset("teams", "beside") else []
        inner += [k for k in children(prep, "prep") if words == "together" and k.lower_ == "with"]
        for link in inner:
            for held in children(link, "pobj"):
                for one in conjuncts(held):
                    for key in taking_part(actors, one, sentence):
                        if key.startswith("person/"):
                            yield Part(key, "attendee", Span(*extent(own_words(one))), "asserted", sentence)
