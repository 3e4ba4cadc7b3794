"""Who was at an event by what they did there: "X presented it at the meeting", "At the congress, Y said ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...graph.records import Capacity, Key
from .actors import Actors
from .annotation import Sentence
from .event_details import whole
from .lexicons import wordset
from .outlook import outlook
from .participants import taking_part
from .syntax import agent_of, children, passive, subject_of

if TYPE_CHECKING:
    from .parse import Token


def acting_there(actors: Actors, sentence: Sentence, noun: Token) -> Iterator[tuple[Key, Token]]:
    """The people who are told to have done something at an event, with the word for each."""
    where = whole(noun)
    if where.dep_ != "pobj" or where.head.lower_ not in ("at", "during"):
        return
    verb = where.head.head
    if verb.pos_ != "VERB" or passive(verb) or outlook(verb) != "told" or verb.lemma_ in wordset("events", "planning"):
        return
    subject = subject_of(verb)
    if subject is not None:
        for key in taking_part(actors, subject, sentence):
            if key.startswith("person/"):
                yield key, subject


def signatories(actors: Actors, sentence: Sentence, noun: Token) -> Iterator[tuple[Key, Token]]:
    """Who signed a paper: "an agreement signed by A and B"."""
    for clause in children(noun, "acl", "relcl"):
        who = agent_of(clause) if clause.lemma_ in ("sign", "initial") else None
        for key in taking_part(actors, who, sentence):
            if who is not None:
                yield key, who


def chaired(actors: Actors, sentence: Sentence, verb: Token) -> tuple[Capacity, Token] | None:
    """Whoever chairs or hosts what a pronoun or a body stands for: "It was co-chaired by A"."""
    tail = "co-" in actors.article.text[sentence.start : sentence.end].lower()
    who = agent_of(verb)
    if who is None or not (passive(verb) or verb.dep_ in ("acl", "xcomp") or tail):
        return None
    above = verb.head if verb.dep_ == "xcomp" and passive(verb.head) else verb
    subject = next(iter(children(above, "nsubjpass")), above.head if above.dep_ == "acl" else None)
    if subject is not None and subject.lower_ in ("which", "that") and above.dep_ == "relcl":
        subject = above.head
    if subject is None:
        return None
    stands = subject.lower_ in ("it", "they") or subject.lemma_.lower() in wordset("events", "bodies")
    capacity: Capacity = "host" if verb.lemma_ == "host" else "mediator"
    chairs = verb.lemma_ in ("chair", "host", "mediate", "facilitate", "moderate", "broker")
    return (capacity, who) if stands and chairs else None
