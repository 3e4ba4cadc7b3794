"""Events told by what was done at them: "agreed at X on May 9", "hammered out in X between A and B", "was in X to".

Such verbs are no events by themselves: a day, a place, or both have to be told with them.
"""

from __future__ import annotations

from ....graph.records import EventKind, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children, enclosing_clause, own_words, passive
from ..lexicons.word_lists import wordset
from ..standing.assess import Standings
from .outlook import Outlook, outlook
from .participants import subject_above, taking_part
from .parties import together
from .senses import tells_of_line
from .told_event import ToldEvent

_PEOPLE = ("person/", "unnamed/", "delegation/", "state/")


def body(actors: Actors, verb: Token) -> str:
    """The words for a body, or for people unknown, that meets somewhere or some day."""
    subject = subject_above(verb)
    if subject is None:
        return ""
    people = subject.tag_ in ("NNS", "NNPS") and subject.lemma_.lower() in wordset("actors", "envoys")
    if not (people or {subject.lemma_.lower(), subject.lower_} & wordset("events", "bodies")):
        return ""
    start, end = extent(t for t in own_words(subject) if t.i <= subject.i + 8)
    words = actors.article.text[start:end].split()
    return " ".join(words[1:] if words[0].lower() in ("the", "a", "an") else words)


def spoken_with(actors: Actors, sentence: Sentence, verb: Token, how: Outlook, *, phone: bool) -> ToldEvent | None:
    """ "A spoke with B on Monday": people of two sides, on a day that is told where not all hold a post."""
    if phone or verb.lemma_ not in ("speak", "talk"):
        return None
    others = [o for p in children(verb, "prep") if p.lower_ in ("with", "to") for o in children(p, "pobj")]
    partners = tuple(k for o in others for k in taking_part(actors, o, sentence) if k.startswith(("person/", "state/")))
    agents = together(actors, sentence, verb, others) if partners else ()
    if len(set(actors.parties(agents))) < 2 or not all(key.startswith(_PEOPLE) for key in agents):
        return None
    often = any(c.lemma_ == "time" for c in children(verb, "npadvmod"))  # "has spoken with him a dozen times"
    officials = not often and all(key.startswith("person/") and actors.is_official(key) for key in agents)
    kind: EventKind = "call" if tells_of_line(actors) and officials else "talks"
    return ToldEvent(verb, kind, agents, how, partners=partners, needs="" if officials else "day")


def is_often(verb: Token) -> bool:
    """True for "has met three times since", "spoke daily": several events, none in particular."""
    counted = (c for c in children(verb, "npadvmod") if c.lemma_.lower() == "time" and c.tag_ == "NNS")
    adverbs = {c.lower_ for c in children(verb, "advmod")}
    return next(counted, None) is not None or bool(adverbs & wordset("events", "often"))


def called_on(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "A called on the minister, B": a visit to somebody, when nothing is asked of him."""
    asks = [t for t in verb.subtree if t.i > verb.i and (t.tag_ == "TO" or t.pos_ == "VERB" or t.lower_ == "for")]
    on = next((p for p in children(verb, "prep") if p.lower_ == "on" and p.i == verb.i + 1), None)
    if verb.lemma_ != "call" or verb.tag_ == "VBG" or on is None or asks:
        return None
    others = children(on, "pobj")
    partners = tuple(k for o in others for k in taking_part(actors, o, sentence) if k.startswith("person/"))
    agents = together(actors, sentence, verb, others) if partners else ()
    people = agents and all(key.startswith("person/") for key in agents)
    return ToldEvent(verb, "meeting", agents, how, partners=partners) if people else None


def agreed_there(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "At X on May 9 the joint commission agreed to ...", "A and B agreed in X on Monday"."""
    decides = verb.lemma_ in wordset("events", "agreeing") or verb.lemma_ == "decide"
    named = any(t.lemma_.lower() in wordset("teams", "events") for t in verb.subtree)
    aside = verb.dep_ == "relcl" and verb.lemma_ in wordset("events", "signing")  # "the treaty that A and B signed"
    if not decides or how != "told" or passive(verb) or named or aside:
        return None
    agents = together(actors, sentence, verb, [])
    words = "" if agents else body(actors, verb)
    agents = agents or (_facing(actors, sentence, verb) if words else ())
    if not (agents or words):
        return None
    return ToldEvent(verb, "meeting", agents, how, words=words, needs="day and place")


def _facing(actors: Actors, sentence: Sentence, verb: Token) -> tuple[Key, ...]:
    """Those who sit in a body: "the commission, in which A faces B"."""
    subject = subject_above(verb)
    found: list[Key] = []
    for clause in children(subject, "relcl") if subject is not None else []:
        if clause.lemma_ in wordset("events", "sitting"):
            found += [k for o in children(clause, "nsubj", "dobj") for k in taking_part(actors, o, sentence)]
    return tuple(dict.fromkeys(key for key in found if key.startswith("person/")))


def worked_out(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "The terms were hammered out in X between A and B"."""
    out = any(c.lower_ == "out" for c in children(verb, "prt"))
    works = verb.lemma_ == "negotiate" or (out and verb.lemma_ in wordset("events", "working_out"))
    if not works or how != "told":
        return None
    links = [p for p in verb.subtree if p.lower_ == "between" and enclosing_clause(p) == verb]
    links += [p for p in children(verb, "prep", "agent") if p.lower_ == "by"]
    held = [o for p in links for o in children(p, "pobj")]
    agents = tuple(dict.fromkeys(k for o in held for k in taking_part(actors, o, sentence)))
    if not passive(verb):
        agents = together(actors, sentence, verb, [])
    return ToldEvent(verb, "talks", agents, how, needs="day or place") if len(agents) > 1 else None


def exchanged_for(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "A released 40 prisoners in exchange for two held in B"."""
    if verb.lemma_ not in ("release", "free", "return", "hand", "swap") or how != "told" or passive(verb):
        return None
    people = wordset("events", "exchanged")
    if not any(t.lemma_.lower() in people for o in children(verb, "dobj") for t in o.subtree):
        return None
    swaps = [
        t for t in verb.subtree if t.lower_ in ("exchange", "return") and t.dep_ == "pobj" and t.head.lower_ == "in"
    ]
    given = [p for t in swaps for p in (*children(t, "prep"), *children(t.head, "prep")) if p.lower_ == "for"]
    if not given:
        return None
    start, end = start_of(given[0]), max(end_of(t) for t in given[0].subtree)
    near = [m for m in actors.readings[sentence.number].mentions if start < m.start < end and m.entry.kind == "state"]
    others = [actors.known(m) for m in near if m.form in ("name", "alias")]
    agents = tuple(dict.fromkeys((*taking_part(actors, subject_above(verb), sentence), *others)))
    return ToldEvent(verb, "exchange", agents, how) if len(agents) > 1 else None


def stayed(actors: Actors, standings: Standings, sentence: Sentence, verb: Token) -> ToldEvent | None:
    """ "A was in X last week to hear the parties": a visit, when a day and a purpose are told."""
    if verb.lemma_ != "be" or child(verb, "xcomp", "advcl") is None or outlook(standings, verb, sentence) != "told":
        return None
    places = [
        o for p in children(verb, "prep") if p.lower_ == "in" for o in children(p, "pobj") if o.ent_type_ == "GPE"
    ]
    purpose = any(c.tag_ == "VB" and child(c, "aux") is not None for c in children(verb, "xcomp", "advcl"))
    guests = tuple(k for k in taking_part(actors, child(verb, "nsubj"), sentence) if k.startswith("person/"))
    if not (places and purpose and guests):
        return None
    goal = actors.article.text[start_of(places[0]) : end_of(places[0])]
    return ToldEvent(verb, "visit", guests, "told", goal=goal, needs="day")
