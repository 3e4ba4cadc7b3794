"""The parties of an event that the clause around it names: "A held talks", "after a call with B, A said"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.parties import is_bystander
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts, enclosing_clause, negated, passive
from ..lexicons.word_lists import wordset
from .attachment import prepositions
from .details import Phrase, whole
from .not_held import put_off
from .participants import subject_above, taking_part
from .rows_of_sides import in_row

_DURING = frozenset({"after", "following", "during", "in", "at", "before", "since", "on", "for", "to", "from"})


_SITTINGS = frozenset({"talk", "talks", "round", "negotiation"})
"""Events at which two who do something have met: "At talks in X, A and B made headway"."""
_SIDES = {"bilateral": 2, "two-way": 2, "trilateral": 3, "three-way": 3, "tripartite": 3, "four-way": 4}
"""How many meet at an event, by the word before it."""
Found: TypeAlias = tuple[tuple[Key, ...], Token | None]
"""Those who met, with the words for the first of them."""


def other_side(actors: Actors, phrase: Phrase, partner: Key) -> tuple[Key, ...]:
    """Whose talks "talks with B" are in a clause of A, where the article is about A and B.

    "A put off talks with B", "A said that the talks with B had failed".
    """
    verb = enclosing_clause(phrase.head)
    told = (
        verb.dep_ == "ccomp" and whole(phrase.head).dep_ == "nsubj" and verb.head.lemma_ in wordset("events", "saying")
    )
    subject = subject_above(verb.head if told else verb)
    sides = actors.parties(taking_part(actors, subject, phrase.sentence))
    both = {*sides, actors.party_of(partner)}
    return sides if len(sides) == 1 and len(both) == 2 and both == set(actors.pair) else ()


def _within_a_state(actors: Actors, words: Iterable[Token]) -> tuple[Key, ...]:
    """A state and those who oppose it, where an article is about them: "intra-Kenyan talks"."""
    named = (actors.mention_at(start_of(word), end_of(word)) for word in words)
    states = {m.entry.key for m in named if m is not None and m.entry.kind == "state"}
    entries = (actors.gazetteer.entry(key) for key in actors.pair)
    opposed = any(e is not None and f"state/{e.state}" in states for e in entries)
    return actors.pair if opposed and states & set(actors.pair) else ()


def of_clause(actors: Actors, phrase: Phrase, verb: Token, with_partners: bool) -> Found:
    """The subject of "held talks", of "flew to X for talks with B", of "after a call with B, A said"."""
    inner = phrase.head.doc[phrase.head.left_edge.i : phrase.end.i + 1]
    if any(token.lower_ == "intra" or token.lower_.startswith("intra-") for token in inner):
        return _within_a_state(actors, inner), None  # who prepares "intra-Kenyan talks" is none of those who talk
    noun = whole(phrase.head)
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if noun.dep_ == "dobj" and not negated(noun.head) and (several := _arranging(actors, phrase, noun.head)):
        return several, subject_above(noun.head)
    if noun.dep_ == "dobj" and noun.head == verb and not negated(verb) and _may_be_held(verb):
        return _of_holding(actors, phrase, verb, with_partners)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return _of_being(actors, phrase, verb, noun, with_partners)
    if noun.dep_ == "pobj" and noun.head.lower_ in _DURING:
        return _of_doing_then(actors, phrase, noun, with_partners)
    return (), None


def _arranging(actors: Actors, phrase: Phrase, verb: Token) -> tuple[Key, ...]:
    """A, B and C in "A, B and C are arranging a trilateral summit": as many as its words tell."""
    words = (c.lower_ for c in phrase.head.children if c.i < phrase.head.i)
    number = next((_SIDES[word] for word in words if word in _SIDES), 0)
    if not number or verb.lemma_ not in wordset("events", "plan"):
        return ()
    above = verb
    while subject_above(above) is None and above.dep_ in ("pcomp", "pobj", "prep", "xcomp", "acl"):
        above = above.head  # "are in the final stages of arranging"
    found = actors.parties(taking_part(actors, subject_above(above), phrase.sentence))
    return found if len(found) == number else ()


def _may_be_held(verb: Token) -> bool:
    """True for a verb of which talks are the object and those who have them the subject."""
    return verb.lemma_ in wordset("events", "hold") | wordset("events", "signing") or _is_with_others(verb)


def _is_with_others(verb: Token) -> bool:
    """True for "attended the meeting with A", "called off the meeting with A": a party only beside others."""
    return verb.lemma_ in wordset("events", "joining") or put_off(verb) is not None


def _of_holding(actors: Actors, phrase: Phrase, verb: Token, with_partners: bool) -> Found:
    """A, and B, in "A held talks (with B)", "A joined the meeting with B"."""
    sentence, subject = phrase.sentence, subject_above(verb)
    row = in_row(actors, verb, sentence)
    if len(row) > 1:
        return row, subject
    beside = [o for o in _held(verb, "with") if not mediates(o)]
    partners = [key for one in beside for key in taking_part(actors, one, sentence)]
    alone = not (with_partners or partners)
    if alone and (_is_with_others(verb) or not _several(actors, subject, sentence)):
        return (), None
    return tuple(dict.fromkeys((*taking_part(actors, subject, sentence), *partners))), subject


def _of_being(actors: Actors, phrase: Phrase, verb: Token, noun: Token, with_partners: bool) -> Found:
    """Those of "the meeting brought together A and B", "was held with B", "A said after talks with B had ended"."""
    sentence = phrase.sentence
    if noun.dep_ == "nsubjpass":
        beside = _held(verb, "with", "between") if verb.lemma_ in wordset("events", "hold") else []
        partners = tuple(dict.fromkeys(key for one in beside for key in taking_part(actors, one, sentence)))
        return partners, (beside[0] if partners else None)
    brought = children(verb, "dobj") if verb.lemma_ in wordset("events", "uniting") else []
    if brought and brings_others_too(verb, noun):
        return (), None
    if brought:
        guests = [k for one in brought for k in taking_part(actors, one, sentence)]
        sent = [k for one in _held(verb, "from") for k in taking_part(actors, one, sentence)]
        return tuple(sent if len(sent) > len(guests) else guests), brought[0]  # "brought officials | from A and B"
    if len(both := _left_by(actors, phrase, verb)) > 1:
        return both, None
    said = _saying_when(verb) if with_partners else None
    subject = subject_above(said) if said is not None else None
    return actors.parties(taking_part(actors, subject, sentence)), subject


def _of_doing_then(actors: Actors, phrase: Phrase, noun: Token, with_partners: bool) -> Found:
    """A in "after a call with B, A said", A and B in "after talks in X, A and B agreed"."""
    above = noun.head.head
    if above.dep_ == "acomp" and above.head.lemma_ == "be":
        above = above.head  # "is due in X for lunch with B"
    if noun.head.lower_ in ("for", "to", "from", "on") and above.lemma_ not in wordset("events", "travel"):
        return (), None
    if above.pos_ not in ("VERB", "AUX") or negated(above) or _tells_both(phrase):
        return (), None
    subject, there = _subject_there(phrase, above)
    found = _agreeing(actors, phrase, above) or taking_part(actors, subject, phrase.sentence)
    met = there and len(set(actors.parties(found))) > 1
    if above.lemma_ in wordset("events", "saying") and all(
        is_bystander(actors, actors.pair, key) for key in actors.parties(found)
    ):
        return (), None  # "the United Nations and the Red Cross announced at the end of talks"
    return (found, subject) if with_partners or met else ((), None)


def _held(verb: Token, *links: str) -> list[Token]:
    """What the prepositions of a verb hold."""
    return [o for p in children(verb, "prep") if p.lower_ in links for o in children(p, "pobj")]


def _left_by(actors: Actors, phrase: Phrase, verb: Token) -> tuple[Key, ...]:
    """A and B in "the talks ended with A and B each blaming the other"."""
    if verb.lemma_ not in wordset("events", "occurrence"):
        return ()
    links = [p for p in children(verb, "prep") if p.lower_ == "with"]
    beside = [*children(verb, "advcl"), *(c for p in links for c in children(p, "pcomp"))]
    doing = any(clause.tag_ == "VBG" and p.i < clause.i for p in links for clause in beside)
    held = [o for p in links for o in children(p, "pobj")] + [s for c in beside for s in children(c, "nsubj")]
    several = [o for o in held if len(conjuncts(o)) > 1]
    found = [key for o in several[:1] for key in taking_part(actors, o, phrase.sentence)]
    return tuple(dict.fromkeys(found)) if doing else ()


def _agreeing(actors: Actors, phrase: Phrase, said: Token) -> tuple[Key, ...]:
    """A and B in "A and B have agreed on a map, officials said after talks in X"."""
    if said.lemma_ not in wordset("events", "saying") or whole(phrase.head).head.lower_ not in ("after", "following"):
        return ()
    deals = wordset("events", "agreeing") | wordset("events", "dealing")
    content = next((c for c in children(said, "ccomp") if c.lemma_ in deals), None)
    found = taking_part(actors, subject_above(content), phrase.sentence) if content is not None else ()
    speaker = taking_part(actors, subject_above(said), phrase.sentence)
    one = len(speaker) == 1 and not speaker[0].startswith("unnamed/")  # who may have talked with somebody else
    return found if len(set(actors.parties(found))) > 1 and not one else ()


def _saying_when(verb: Token) -> Token | None:
    """The "said" of "A said after talks with B had ended", of which A speaks for its own side."""
    marks = {c.lower_ for c in children(verb, "mark")}
    when = verb.dep_ == "advcl" and verb.lemma_ in wordset("events", "occurrence") and marks & {"after", "as", "when"}
    return verb.head if when and verb.head.lemma_ in wordset("events", "saying") else None


def brings_others_too(verb: Token, subject: Token) -> bool:
    """True for "The gathering also brought together A and B", who are not all that were there."""
    is_event = subject.lemma_.lower() in wordset("teams", "events") | wordset("events", "loose")
    return is_event and any(c.lower_ == "also" for c in children(verb, "advmod"))


def mediates(noun: Token) -> bool:
    """True for "with mediators", and for the A of "with A as mediator"."""
    behind = noun.doc[noun.i + 1 : noun.i + 2].tokens  # a parser may hang the "as" on the verb
    links = [p for p in (*children(noun, "prep"), *behind) if p.lower_ == "as"]
    called = (o for p in links for o in children(p, "pobj"))
    return any(one.lemma_.lower() in wordset("teams", "mediators") for one in (noun, *called))


def _tells_both(phrase: Phrase) -> bool:
    """True for "after the meeting between A and B", which whoever acts then need not have been at."""
    held = [o for prep in prepositions(phrase, "between", "of") for o in children(prep, "pobj")]
    return any(len(conjuncts(one)) > 1 for one in held)


def _subject_there(phrase: Phrase, verb: Token) -> tuple[Token | None, bool]:
    """The subject of what was done at, after or for an event, and whether several who did it met there."""
    joined = passive(verb) and verb.lemma_ in wordset("teams", "accompany")  # "A was joined by B at the talks"
    prep = whole(phrase.head).head
    link = prep.lower_
    if link in ("after", "following") and children(prep, "npadvmod", "advmod", "quantmod"):
        return None, False  # "a few days after the summit, A met B"
    there = link in ("after", "following", "during", "for")
    there = there or (link in ("in", "at", "on") and _happens_at(phrase, verb))
    return child(verb, "nsubjpass") if joined else subject_above(verb), there


def _happens_at(phrase: Phrase, verb: Token) -> bool:
    """True for "in a call, A and B agreed": what two do in a call, or come to in their talks."""
    call = phrase.last.lemma_.lower() in wordset("events", "calls")
    call = call or (phrase.end.lemma_.lower() in _SITTINGS and not passive(verb))
    return call or verb.lemma_ in wordset("events", "agreeing") | wordset("events", "in_person")


def _several(actors: Actors, subject: Token | None, sentence: Sentence) -> bool:
    return subject is not None and len(taking_part(actors, subject, sentence)) > 1
