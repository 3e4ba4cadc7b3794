"""Who was at an event by what they did there: "X presented it at the meeting", "At the congress, Y said ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....graph.records import Capacity, Key, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import agent_of, children, conjuncts, passive, subject_of
from ..lexicons.word_lists import lexicon, wordset
from ..standing.assess import Standings
from .details import Part, Phrase, whole
from .outlook import outlook
from .participants import taking_part

_FRONTED = re.compile(
    r"\b(?:[Tt]aking part|[Pp]articipating|[Aa]ttending|[Pp]resent|[Ii]n attendance)\b"
    r"[^.;:“\"]{0,80}?\b(?:was|were|is|are)\b"
)


def fronted(actors: Actors, sentence: Sentence) -> Iterator[Part]:
    """Those named in "Taking part in the talks on the A side were X and Y", "Also present was Z"."""
    text = actors.article.text
    match = _FRONTED.search(text, sentence.start, min(sentence.end, sentence.start + 160))
    if match is None or match.start() - sentence.start > 12:
        return
    for start, end, person in actors.names.following(match.end()):
        if start >= sentence.end:
            return
        yield Part(person, "attendee", Span(start, end), "asserted", sentence)


def thanked(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[Part]:
    """Who hosted or mediated by what thanks are given for: "thanked A for hosting the talks"."""
    capacities: dict[str, Capacity] = lexicon("teams")["thanked_for"]
    for whom in children(verb, "dobj"):
        preps = [p for above in (verb, *conjuncts(whom)) for p in children(above, "prep") if p.lower_ == "for"]
        done = [o for p in preps for o in children(p, "pcomp", "pobj")]
        capacity = next((capacities[o.lemma_.lower()] for o in done if o.lemma_.lower() in capacities), None)
        keys = taking_part(actors, whom, sentence) if capacity is not None else ()
        people = [key for key in keys if key.startswith("person/")]
        for key in people or [key for key in keys if key.startswith(("state/", "organization/"))]:
            if capacity is not None:
                yield Part(key, capacity, Span(*extent([verb, whom, *done])), "asserted", sentence)


def acting_there(actors: Actors, standings: Standings, sentence: Sentence, noun: Token) -> Iterator[tuple[Key, Token]]:
    """The people who are told to have done something at an event, with the word for each."""
    where = whole(noun)
    if where.dep_ != "pobj" or where.head.lower_ not in ("at", "during"):
        return
    verb = where.head.head
    if verb.pos_ != "VERB" or passive(verb) or verb.lemma_ in wordset("events", "planning"):
        return
    if outlook(standings, verb, sentence) != "told":
        return
    subject = subject_of(verb)
    if subject is not None:
        for key in taking_part(actors, subject, sentence):
            if key.startswith("person/"):
                yield key, subject


def spoken_at(phrase: Phrase, verb: Token) -> bool:
    """True for "told a news conference", "said at a briefing"."""
    noun = whole(phrase.head)
    told = noun.dep_ == "dobj" and verb.lemma_ == "tell"
    at = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in", "during") and noun.head.head == verb
    return told or (at and verb.lemma_ in wordset("events", "saying"))


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
    sits = wordset("events", "in_person") | wordset("events", "occurrence")
    met = above.dep_ != "acl" or subject.head.lemma_ in sits  # not "the committee, chaired by A, wants ..."
    stands = subject.lower_ in ("it", "they") or (subject.lemma_.lower() in wordset("events", "bodies") and met)
    capacity: Capacity = "host" if verb.lemma_ == "host" else "mediator"
    chairs = verb.lemma_ in ("chair", "host", "mediate", "facilitate", "moderate", "broker")
    return (capacity, who) if stands and chairs else None
