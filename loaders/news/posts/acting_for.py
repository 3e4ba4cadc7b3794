"""Whom somebody acts for whose title is bare, by the clauses around it.

Clauses that he or she leads: "A will not sign, negotiator NAME said", "asked if A would sign, NAME said", "NAME
conveyed A's concern", and of an article on two states "NAME flew back from B's capital". Clauses before in the
paragraph: "A holds that ... It wants ... , said NAME, a deputy minister".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, modal, subject_of
from ..lexicons.word_lists import wordset
from .title_held import Role

_FOR = re.compile(r",? for (?:the )?")
_ENDS = re.compile(r"[,.;]| and\b| side\b")
_ON_SIDE = re.compile(r"(?:On|From) (?:the )?([\w ]{3,30}?)(?:[’']s)? side,? ")
_FOR_FIRST = re.compile(r"For (?:the )?")
_SIDES = ("state/", "organization/", "delegation/")
_SUBJECTS = ("nsubj", "nsubjpass")
_SPEAKERS = frozenset({"i", "we", "you", "he", "she"})
_STANDING_FOR = frozenset({"sign", "speak", "negotiate", "initial", "act"})
_NAMED = ("compound", "appos", "flat")


def acts_for(actors: Actors, role: Role) -> Key | None:
    """The one side for which the clauses tell that a person acts; ``None`` where they tell none or several."""
    found = {side for verb, where in _clauses(actors, role.person) for side in _told(actors, verb, where)}
    return found.pop() if len(found) == 1 else None


def stands_for(actors: Actors, role: Role, sentence: Sentence) -> Key | None:
    """The side in "NAME, for A, said", "For A, TITLE NAME said" and "On A's side, TITLE NAME said"."""
    text = actors.article.text
    mentions = actors.readings[sentence.number].mentions
    behind = _FOR.match(text, role.span.end)
    if behind is not None:
        named = next((m for m in mentions if m.start == behind.end()), None)
        if named is not None and _ENDS.match(text, named.end):
            return actors.party_of(actors.known(named))
    if (beside := _ON_SIDE.match(text, sentence.start)) is not None and beside.end() <= role.span.start:
        words = [t for t in sentence.span if beside.start(1) <= start_of(t) and end_of(t) <= beside.end(1)]
        found = {actors.party_of(key) for key in actors.resolve(words[-1], sentence)} if words else set()
        return found.pop() if len(found) == 1 else None
    opened = _FOR_FIRST.match(text, sentence.start)
    named = next((m for m in mentions if opened is not None and m.start == opened.end()), None)
    first = min(role.title.start, role.span.start)
    return actors.party_of(actors.known(named)) if named is not None and text[named.end : first] == ", " else None


def spoken_for(actors: Actors, sentence: Sentence, offset: int) -> Key | None:
    """The side in "For the A that was too much. Their negotiator"."""
    for where in actors.article.of_segment(sentence.segment_number):
        first, near = where.span[0], sentence.number - 1 <= where.number <= sentence.number
        if near and first.lower_ == "for" and where.start < offset:
            keys = (key for held in children(first, "pobj") for key in actors.resolve(held, where))
            sides = {actors.party_of(key) for key in keys}
            return sides.pop() if len(sides) == 1 else None
    return None


def speaks(actors: Actors, person: Key, sentence: Sentence) -> bool:
    """True where a person says something in a sentence."""
    verbs = (t for t in sentence.span if t.pos_ == "VERB" and _says(t))
    subjects = (subject for verb in verbs if (subject := subject_of(verb)) is not None)
    return any(_is_subject(actors, subject, person, sentence) for subject in subjects)


def _says(verb: Token) -> bool:
    return verb.lemma_ in wordset("reporting", "say") or verb.lemma_ in ("tell", "ask")


def leading_side(actors: Actors, sentence: Sentence, offset: int) -> Key | None:
    """The side that alone leads the sentences of a paragraph before an offset, two at least."""
    sides: list[Key] = []
    for where in actors.article.of_segment(sentence.segment_number):
        leads = [t for t in where.span if t.dep_ in _SUBJECTS and start_of(t) < offset and _is_of_main(t.head)]
        found = ({actors.party_of(k) for k in actors.resolve(t, where, speaker=True)} for t in leads if _is_told(t))
        sides += next(([*keys] for keys in found if len(keys) == 1 and not _are_unknown(keys)), [])
    known = [side for side in sides if side.startswith(_SIDES[:2])]
    return known[0] if len(known) > 1 and len(set(known)) == 1 else None


def _is_told(subject: Token) -> bool:
    """True for a subject that is nobody in the conversation."""
    return subject.lower_ not in _SPEAKERS


def _are_unknown(keys: set[Key]) -> bool:
    return any(key.startswith("unnamed/") for key in keys)


def _is_of_main(verb: Token) -> bool:
    """True for the verb of a sentence, one joined to it, and one of what is said: "A is ready, NAME said"."""
    above = verb.head
    fronted = verb.dep_ == "ccomp" and verb.i < above.i
    return verb.dep_ == "ROOT" or (above.dep_ == "ROOT" and (verb.dep_ == "conj" or fronted))


def _clauses(actors: Actors, person: Key) -> Iterator[tuple[Token, Sentence]]:
    """The verbs of which a person is the subject, by name, or by "he" or "she"."""
    starts = [start for start, _, key in actors.names.following(0) if key == person]
    near = {s.number for start in starts if (s := actors.article.sentence_at(start)) is not None}
    segments = {actors.article.sentences[number].segment_number for number in near}
    for sentence in (s for segment in sorted(segments) for s in actors.article.of_segment(segment)):
        for verb in (t for t in sentence.span if t.pos_ == "VERB"):
            subject = subject_of(verb)
            if subject is not None and _is_subject(actors, subject, person, sentence):
                yield verb, sentence


def _is_subject(actors: Actors, subject: Token, person: Key, sentence: Sentence) -> bool:
    if subject.pos_ == "PRON":
        return subject.lower_ in ("he", "she") and actors.resolve(subject, sentence) == (person,)
    named = (subject, *children(subject, *_NAMED))
    return any(actors.person_at(start_of(one), end_of(one)) == person for one in named)


def _told(actors: Actors, verb: Token, sentence: Sentence) -> Iterator[Key]:
    """The sides that one clause tells somebody to act for."""
    says = _says(verb)
    joined = verb.dep_ in ("conj", "parataxis") and not children(verb.head, "cc")  # as which a parser may read it
    for content in (*children(verb, "ccomp"), *([verb.head] if joined else [])) if says else ():
        if content.i < verb.i and _is_own_will(content):
            yield from _side(actors, subject_of(content), sentence)
    for asked in (c for c in children(verb, "advcl") if says and c.lemma_ == "ask" and c.tag_ == "VBN"):
        for content in children(asked, "ccomp", "advcl"):
            yield from _side(actors, subject_of(content), sentence)
    for noun in children(verb, "dobj"):
        if noun.lemma_.lower() in wordset("offices", "conveyed"):
            owners = (side for owner in children(noun, "poss") for side in _side(actors, owner, sentence))
            yield from owners
    if verb.lemma_ in _STANDING_FOR:  # "NAME, who signed for the government"
        for one in (o for p in children(verb, "prep") if p.lower_ == "for" for o in children(p, "pobj")):
            yield from _side(actors, one, sentence)
    yield from _left_at_home(actors, verb, sentence)


def _is_own_will(content: Token) -> bool:
    """True for what a side will, would or could do, is ready for, or wants: who says so speaks for it."""
    ready = any(c.lemma_ in wordset("offices", "willing") for c in children(content, "acomp", "xcomp"))
    wants = content.lemma_ in wordset("offices", "willing")
    return wants or ready or modal(content) in ("will", "would", "could", "can", "may", "might")


def _side(actors: Actors, noun: Token | None, sentence: Sentence) -> Iterator[Key]:
    """The side that a noun names, if it is one that negotiates here."""
    if noun is None or noun.pos_ == "PRON":
        return
    keys = {actors.party_of(key) for key in actors.resolve(noun, sentence) if key.startswith(_SIDES)}
    if len(keys) == 1 and (keys <= set(actors.pair) or keys <= actors.bargaining):
        yield from keys


def _left_at_home(actors: Actors, verb: Token, sentence: Sentence) -> Iterator[Key]:
    """The other of two states where somebody is told to travel to the first, or back from it."""
    states = [key for key in actors.pair if key.startswith("state/")]
    if verb.lemma_ not in wordset("offices", "travelling") or len(states) < 2:
        return
    backwards = [c for c in children(verb, "advmod", "prt") if c.lower_ in ("back", "home")]
    back = bool(backwards) or verb.lemma_ == "return"
    for prep in (p for word in (verb, *backwards) for p in children(word, "prep")):
        if prep.lower_ == "from" or (prep.lower_ in ("to", "into") and not back):
            goals = (actors.mention_at(start_of(goal), end_of(goal)) for goal in prep.subtree)
            visited = {goal.entry.key for goal in goals if goal is not None}
            yield from (key for key in states if len(visited & set(states)) == 1 and key not in visited)
