"""Hosts, mediators, observers and whoever else takes part in an event beside its parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ....graph.records import Capacity, EventKind, Key, Span, Standing
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import agent_of, child, children, conjuncts, own_words, passive
from ..lexicons.word_lists import lexicon, wordset
from ..standing.assess import Standings
from .details import Part, Phrase
from .outlook import outlook
from .participants import sides_named, subject_above, taking_part
from .presence import acting_there, signatories

_JOINED = re.compile(r"[\w)] and (?:the )?$")
"""What stands before the last of several: "of the Organisation on Trade (OT) and A"."""


def read_parts(actors: Actors, standings: Standings, phrase: Phrase, verb: Token, *, kind: EventKind) -> Iterator[Part]:
    """Those who take part in the event that a noun phrase names."""
    head = _top(phrase.head)
    yield from _arranged(actors, phrase)
    if kind == "agreement":
        for key, who in signatories(actors, phrase.sentence, phrase.head):
            yield Part(key, "party", Span(*extent(own_words(who))), "asserted", phrase.sentence)
    for clause in children(phrase.head, "acl", "relcl", "appos"):
        if clause.pos_ == "VERB":
            if agent_of(clause) is not None:
                for one in conjuncts(clause):  # "hosted by A and mediated by B"
                    yield from _by(actors, standings, phrase.sentence, one, agent_of(one))
            elif (subject := child(clause, "nsubj")) is not None and subject.lower_ not in ("who", "which", "that"):
                yield from _by(actors, standings, phrase.sentence, clause, subject)
    if head.dep_ in ("nsubj", "nsubjpass") and verb in (head.head, *children(head.head, "xcomp")):
        beside = [c for c in children(verb, "advcl", "acl", "ccomp") if c.tag_ == "VBN"]  # "Brokered by A, ..."
        for one in (verb, *children(verb, "conj"), *beside):
            if agent_of(one) is not None:
                yield from _by(actors, standings, phrase.sentence, one, agent_of(one))
        if verb.lemma_ == "involve" and outlook(standings, verb, phrase.sentence) == "told":
            for one in children(verb, "dobj"):  # "The meeting also involved A"
                yield from parts(actors, phrase.sentence, one, "party")
    elif head.dep_ == "dobj" and head.head == verb:
        yield from _by(actors, standings, phrase.sentence, verb, subject_above(verb))
    elif head.dep_ == "pobj":
        if kind in wordset("events", "attended"):
            for key, who in acting_there(actors, standings, phrase.sentence, phrase.head):
                capacity = called_as(verb) or "attendee"
                yield Part(key, capacity, Span(*extent(own_words(who))), "asserted", phrase.sentence)
        yield from _through(actors, standings, phrase.sentence, head)
    for above in (phrase.head, verb):
        yield from aided(actors, phrase.sentence, above)


def _top(noun: Token) -> Token:
    """The noun that stands for what is coordinated: "talks" in "talks and a dinner"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def capacity_of(verb: Token) -> Capacity | None:
    """What the subject of a verb is at the event that is its object."""
    capacities: dict[str, Capacity] = lexicon("teams")["capacities"]
    if verb.lemma_ not in wordset("teams", "attend"):
        return None
    return called_as(verb) or capacities.get(verb.lemma_, "attendee")


def called_as(verb: Token) -> Capacity | None:
    """What "as an observer" makes of whoever does what a verb says."""
    held = [o for p in children(verb, "prep") for o in children(p, "pobj")]
    preps = [p for above in (verb, *children(verb, "dobj"), *held) for p in children(above, "prep") if p.lower_ == "as"]
    roles: dict[str, Capacity] = lexicon("teams")["roles"]
    nouns = (o.lemma_.lower() for p in preps for o in children(p, "pobj"))
    return next((roles[noun] for noun in nouns if noun in roles), None)


def _by(actors: Actors, standings: Standings, sentence: Sentence, verb: Token, who: Token | None) -> Iterator[Part]:
    """Whoever does what a verb says: "hosted by A", "A mediates the talks"."""
    capacity = capacity_of(verb)
    how = outlook(standings, verb, sentence) if capacity is not None and who is not None else "none"
    if capacity is not None and who is not None and how in ("told", "expected"):
        yield from parts(actors, sentence, who, capacity, "asserted" if how == "told" else "expected")


def parts(
    actors: Actors, sentence: Sentence, who: Token, capacity: Capacity, standing: Standing = "asserted"
) -> Iterator[Part]:
    """A part for everybody whom a noun means, with the words for each."""
    for one in conjuncts(who) if who.pos_ in ("NOUN", "PROPN", "PRON") else [who]:
        keys = taking_part(actors, one, sentence) or actors.attendee(one, sentence)
        known = {k for k in keys if k.startswith("person/")}
        span = Span(*extent(own_words(one)))
        for key in keys:
            if len(keys) < 2 or key in known or one == who:
                yield Part(key, capacity, span, standing, sentence)


def _through(actors: Actors, standings: Standings, sentence: Sentence, held: Token) -> Iterator[Part]:
    """ "A took part in the talks", "A participated in", "A was present at", "a participant in"."""
    prep, above = held.head, held.head.head
    if above.lemma_ == "part" and above.head.lemma_ == "take":
        above = above.head
    elif prep.lower_ not in ("in", "at"):
        return
    verb = above if above.pos_ in ("VERB", "AUX") else above.head
    takes = verb.lemma_ in ("participate", "take") and (verb.lemma_ != "take" or _has(verb, "part"))
    present = verb.lemma_ == "be" and above.lower_ in ("present", "attendance")
    how = outlook(standings, verb, sentence) if takes or present else "none"
    subject = subject_above(verb)
    if how not in ("told", "expected") or subject is None:
        return
    capacity = called_as(verb) or "attendee"
    yield from parts(actors, sentence, subject, capacity, "asserted" if how == "told" else "expected")


def _has(verb: Token, noun: str) -> bool:
    return any(c.lower_ == noun for c in verb.children)


def _arranged(actors: Actors, phrase: Phrase) -> Iterator[Part]:
    """ "A-mediated talks", "the B-hosted summit"."""
    capacities: dict[str, Capacity] = lexicon("teams")["arranged_as"]
    doc = phrase.head.doc
    for token in doc[max(phrase.sentence.span.start + 2, phrase.first.i - 6) : phrase.first.i]:
        if token.lower_ in wordset("teams", "arranged") and doc[token.i - 1].text in ("-", "–"):
            name = doc[token.i - 2]
            mention = actors.mention_at(start_of(name), end_of(name))
            if mention is not None and mention.entry.kind != "outlet":
                span = Span(mention.start, end_of(token))
                key = actors.known(mention)
                yield Part(key, capacities.get(token.lower_, "mediator"), span, "asserted", phrase.sentence)


def aided(actors: Actors, sentence: Sentence, above: Token) -> Iterator[Part]:
    """ "under the auspices of A", "with B's mediation", "with C as an observer", "accompanied by D"."""
    if above.pos_ == "VERB":
        if above.lemma_ in wordset("teams", "accompany") and passive(above):
            yield from parts(actors, sentence, joining, "attendee") if (joining := agent_of(above)) else ()
        for who in (subject_above(above), *children(above, "dobj")):
            beside = children(who, "acl") if who is not None else []
            for clause in (*beside, *children(above, "advcl")):
                if clause.lemma_ in wordset("teams", "accompany") and (by := agent_of(clause)) is not None:
                    yield from parts(actors, sentence, by, "attendee")
    for prep in children(above, "prep"):
        yield from _between(actors, sentence, prep)
        for held in children(prep, "pobj"):
            inviting = prep.lower_ == "at" and held.lemma_.lower() == "invitation"
            aid = inviting or (
                held.lemma_.lower() in wordset("teams", "aid") and prep.lower_ in ("under", "with", "through", "by")
            )
            if aid:
                span = Span(*extent([t for t in prep.subtree if t.i <= max(k.i for k in held.subtree)]))
                for key in _aiding(actors, held, sentence):
                    yield Part(key, "host" if inviting else "mediator", span, "asserted", sentence)
            elif prep.lower_ in ("with", "in") and held.lemma_.lower() in wordset("teams", "presence"):
                yield from _present(actors, prep, held, sentence)
            elif prep.lower_ == "with" and (capacity := _named_as(prep, held)) is not None:
                yield from parts(actors, sentence, held, capacity)


def may_have_mediator(verb: Token) -> bool:
    """True where a clause has a preposition before which somebody may be told to stand between the parties."""
    return any(prep.lower_ in ("under", "with", "through", "by") for prep in children(verb, "prep"))


def _between(actors: Actors, sentence: Sentence, prep: Token) -> Iterator[Part]:
    """Whoever goes between the parties: "with A shuttling between the rooms", "with B mediating"."""
    for clause in children(prep, "pcomp") if prep.lower_ == "with" else []:
        who = child(clause, "nsubj")
        if who is not None and clause.tag_ == "VBG" and clause.lemma_ in wordset("teams", "going_between"):
            yield from parts(actors, sentence, who, "mediator")


def _present(actors: Actors, prep: Token, held: Token, sentence: Sentence) -> Iterator[Part]:
    """Those in "with the participation of A", "in B's presence"."""
    span = Span(*extent([t for t in prep.subtree if t.i <= max(k.i for k in held.subtree)]))
    for key in _aiding(actors, held, sentence):
        yield Part(key, "attendee", span, "asserted", sentence)


def _aiding(actors: Actors, noun: Token, sentence: Sentence) -> tuple[Key, ...]:
    held = [o for p in children(noun, "prep") if p.lower_ in ("of", "by", "from") for o in children(p, "pobj")]
    held += children(noun, "poss")
    people = [key for one in held for key in taking_part(actors, one, sentence)]
    sides = [actors.known(m) for m in sides_named(actors, noun)]
    text, (start, end) = actors.article.text, extent(noun.subtree)
    near = [m for m in actors.readings[sentence.number].mentions if start < m.start < end and m.entry.kind != "outlet"]
    joined = [actors.known(m) for m in near if held and _JOINED.search(text, max(0, m.start - 12), m.start)]
    return tuple(dict.fromkeys((*people, *sides, *joined)))


def _named_as(prep: Token, held: Token) -> Capacity | None:
    """The capacity in "with A acting as mediator", "with A and B as observers"."""
    after = [t.lower_ for t in prep.doc[held.i : min(held.i + 14, held.sent.end)]]
    for first, word in pairwise(after):
        if first in ("as", "an", "a", "acting", "is", ","):
            if word in ("observer", "observers"):
                return "observer"
            if word in ("mediator", "mediators", "mediating"):
                return "mediator"
    return None
