"""Who takes part in an event: the people, delegations and sides that a noun phrase names.

Several people in a list are each meant ("the ministers, A, B and C"); negotiators of several states stand for these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ....graph.records import Key
from ..cast import pronouns
from ..cast.actor_words import number_of
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import agent_of, base, child, children, conjuncts, enclosing_clause, passive, subject_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from .rows_of_sides import row_around
from .those_two import are_more_than_two, is_those_two, those_two

_BETWEEN_NAMES = re.compile(r"\s*(?:,|,?\s+and|,?\s+as well as)\s+")

_PAIR: Final = 2
"""Sides of a pair."""


def taking_part(actors: Actors, token: Token | None, sentence: Sentence) -> tuple[Key, ...]:
    """Everybody whom a noun means, with all that is coordinated with it; () for nobody in particular."""
    if token is None:
        return ()
    tokens = conjuncts(token) if token.pos_ in ("NOUN", "PROPN", "PRON") else [token]
    if token.pos_ == "PROPN" and (row := row_around(actors, token, sentence)):
        return row
    for one in list(tokens):  # "the minister of X, A, and the minister of Y, B"
        named = [a for a in children(one, "appos") if actors.person_at(start_of(a), end_of(a)) is not None]
        if actors.person_at(start_of(one), end_of(one)) is not None:  # "A, the minister of X, and B"
            named += [a for a in children(one, "appos") if a not in named]
        tokens += [t for a in named for t in conjuncts(a)[1:] if t not in tokens]
    meant = ((one, _one(actors, one, sentence)) for one in tokens)
    found = [key for one, keys in meant if len(keys) != _PAIR or not are_more_than_two(one) for key in keys]
    return tuple(key for key in dict.fromkeys(found) if not _outlet(actors, key))


def asked(verb: Token) -> Token | None:
    """The "two" of "invited the two to meet"."""
    asks = verb.dep_ == "xcomp" and verb.head.lemma_ in wordset("events", "asking")
    return child(verb.head, "dobj") if asks else None


def subject_above(verb: Token) -> Token | None:
    """The subject of a verb, or of what an infinitive depends on: "is due to meet"."""
    found = asked(verb) or subject_of(verb)
    if found is None and verb.dep_ == "xcomp" and passive(verb.head):  # "A and B are expected to meet"
        return next(iter(children(verb.head, "nsubjpass")), None)
    if found is None and verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):  # "after meeting A, B said"
        return subject_of(verb.head.head)
    if found is None and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in wordset("events", "convening"):
        return verb.head  # "ministers gathered in X said"
    if found is None and verb.dep_ in ("xcomp", "advcl", "ccomp") and verb.head.pos_ == "ADJ":
        return subject_of(verb.head.head) if verb.head.head.pos_ in ("VERB", "AUX") else None
    return found


def owners(actors: Actors, noun: Token, sentence: Sentence) -> tuple[Key, ...]:
    """Whose event it is: "A’s meeting", "his call", "their talks"."""
    held = children(noun, "poss")
    found = [key for one in held for key in (_owner(actors, one, sentence) or taking_part(actors, one, sentence))]
    return tuple(dict.fromkeys(found))


def sides_named(actors: Actors, noun: Token) -> list[Mention]:
    """Known actors in the phrase of a noun: "the A and B delegations", "officials from A, B and C"."""
    found = list(actors.modifiers(noun))
    for prep in children(noun, "prep"):
        if prep.lower_ in ("of", "from", "for", "representing"):
            bodies = [one for held in children(prep, "pobj") for one in conjuncts(held)]
            mentions = (actors.mention_at(start_of(one), end_of(one)) for one in bodies)
            found += [m for m in mentions if m is not None and m.entry.kind != "outlet"]
    return list(dict.fromkeys(found))


def _one(actors: Actors, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    if token.lower_ in ("he", "she") and token.dep_ in ("nsubj", "nsubjpass"):
        above = (subject_of(verb) for verb in _clauses_above(token))
        speakers = (s for s in above if s is not None and s != token and s.i < token.i and s.pos_ != "PRON")
        for speaker in speakers:  # "A said that he had met B"
            if (person := actors.person_at(start_of(speaker), end_of(speaker))) is not None:
                return (person,)
    if token.lower_ in ("one", "ones"):
        return ()  # "one of the groups"
    if is_those_two(token):
        return those_two(actors, token, sentence)
    if any(c.lower_ == "then" for noun in (token, *children(token, "poss")) for c in noun.children):
        return ()  # "the then president's envoy" is nobody of today
    plural = token.tag_ in ("NNS", "NNPS")
    if plural and (listed := _listed(actors, token)):
        return listed
    beside = [one for noun in children(token, "appos") for one in (conjuncts(noun) if plural else [noun])]
    people = [p for one in (token, *beside) if (p := actors.person_at(start_of(one), end_of(one))) is not None]
    if people:
        return tuple(people) if plural else (people[0],)
    if behind := (_right_behind(actors, token) if not plural else ()) or _leaders(actors, token, sentence):
        return behind
    lemma = base(token)
    if lemma in wordset("reporting", "carriers") or token.ent_type_ in ("DATE", "TIME", "CARDINAL"):
        return ()
    if plural and {"the", "both", "two"} & _left(token) and (holders := _both_holders(actors, token, lemma)):
        return holders
    if plural and (union := _union(actors, token)) is not None:
        return (union,)
    before = [m for m in actors.modifiers(token) if m.form == "demonym"] if plural else []
    if len(before) > 1 and lemma not in wordset("actors", "envoys"):
        text, noun = actors.article.text, token.text
        return tuple(actors.somebody(f"{text[m.start : m.end]} {noun}", [m]) for m in before)
    if plural and lemma in wordset("actors", "envoys"):
        sides = list(dict.fromkeys((*_bodies(actors, token, sentence), *_known_sides(actors, token))))
        if len(sides) > 1 or (sides and sides[0].startswith("organization/") and lemma not in ("delegation", "team")):
            return tuple(sides)
        if lemma in ("delegation", "team") and sides:
            apart = token.tag_ == "NNS" and conjuncts(token)[1:]  # "delegations from A and B" read as two nouns
            return (sides[0],) if apart else (actors.delegation(sides[0]),)
        if not sides and _are_of_both(token):
            return actors.told_pair  # "officials on both sides"
        if sides and conjuncts(token)[0] is token and conjuncts(token)[1:] and not actors.modifiers(token):
            return (sides[0],)  # "representatives of A's government | and the B group"
        if not sides and len(theirs := owners(actors, token, sentence)) > 1:
            return theirs  # "their representatives"
        which = any(c.dep_ in ("amod", "compound") for c in token.children)  # "the regional leaders"
        both = {"the", "both", "two"} & _left(token) and number_of(token) < 3
        if both and not (sides or which) and lemma in wordset("actors", "pairs") - wordset("actors", "of_states"):
            return actors.told_pair
    return _alone(actors, token, sentence)


def _are_of_both(noun: Token) -> bool:
    """True for people "on both sides", "from the two countries"."""
    held = [o for p in children(noun, "prep") if p.lower_ in ("on", "from", "of") for o in children(p, "pobj")]
    return any(base(o) in wordset("actors", "pairs") and {"both", "two"} & _left(o) for o in held)


def _union(actors: Actors, noun: Token) -> Key | None:
    """The union or alliance in "the 20 Union states", "the Alliance members"."""
    if noun.lemma_.lower() not in wordset("actors", "union_members"):
        return None
    beside = [m for m in actors.modifiers(noun) if m.entry.kind == "organization"]
    return actors.known(beside[0]) if len(beside) == 1 else None


def _leaders(actors: Actors, team: Token, sentence: Sentence) -> tuple[Key, ...]:
    """The people named in "a delegation led by A", and their sides in "teams led by A and B"."""
    if team.lemma_.lower() not in wordset("teams", "teams"):
        return ()
    led = [c for c in children(team, "acl", "relcl") if c.lemma_ in wordset("teams", "lead")]
    by = [a for c in led if (a := agent_of(c)) is not None]
    people = tuple(key for one in by for key in taking_part(actors, one, sentence) if key.startswith("person/"))
    sides = actors.parties(people) if team.tag_ == "NNS" else people
    return tuple(key for key in sides if team.tag_ != "NNS" or not key.startswith("person/"))


def _both_holders(actors: Actors, token: Token, lemma: str) -> tuple[Key, ...]:
    """The two people whom "the two ministers" or "both leaders" means, when just two were named before."""
    if not {"both", "two"} & _left(token):
        return ()
    if lemma in ("man", "woman", "official", "diplomat"):
        return _last_two(actors, start_of(token.sent[0]))
    posts = wordset("actors", "leaders") if lemma == "leader" else frozenset({lemma})
    holders = actors.all_holders(set(posts), start_of(token))
    return tuple(holders) if len(holders) == 2 else ()


def _right_behind(actors: Actors, token: Token) -> tuple[Key, ...]:
    """The name after a title that a parser cuts off: "defence minister | NAME"."""
    found = next(actors.names.following(end_of(token)), None) if token.pos_ in ("NOUN", "PROPN") else None
    return (found[2],) if found is not None and actors.article.text[end_of(token) : found[0]] == " " else ()


def _last_two(actors: Actors, before: int) -> tuple[Key, ...]:
    """The two people who are named last before an offset."""
    named = [p for start, _, p in actors.names.following(0) if start < before and actors.is_official(p)]
    last = tuple(dict.fromkeys(reversed(named)))[1::-1]
    return last if len(last) == 2 else ()


def _left(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.i < token.i}


def _known_sides(actors: Actors, token: Token) -> list[Key]:
    return [actors.known(m) for m in sides_named(actors, token)]


def _bodies(actors: Actors, token: Token, sentence: Sentence) -> list[Key]:
    """The organisations in "delegates of the army and the movement"."""
    found: list[Key] = []
    for prep in children(token, "prep"):
        if prep.lower_ in ("of", "from", "for"):
            nouns = children(prep, "pobj")
            nested = [o for n in nouns if n.pos_ == "NOUN" for p in children(n, "prep") for o in children(p, "pobj")]
            held = [one for noun in (*nouns, *nested) for one in conjuncts(noun)]
            unions = [union for one in held if (union := _union(actors, one)) is not None]
            keys = unions or [key for one in held for key in actors.resolve(one, sentence)]
            found += [key for key in keys if key.startswith(("organization/", "state/"))]
    return list(dict.fromkeys(found))


def _alone(actors: Actors, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    """Whom a noun means without what is coordinated with it."""
    if token.pos_ == "PRON" and token.lower_ in pronouns.GROUPS | {"their"}:
        return tuple(actors.resolve(token, sentence, speaker=True))
    whole, others = actors.resolve(token, sentence, speaker=True), conjuncts(token)[1:]
    if not others or token != conjuncts(token)[0]:
        return whole
    rest = {key for one in others for key in actors.resolve(one, sentence, speaker=True)}
    return tuple(key for key in whole if key not in rest) or whole


def _listed(actors: Actors, token: Token) -> tuple[Key, ...]:
    """The names right after a plural noun: "their counterparts, A, B and C"."""
    names, text, end = actors.names, actors.article.text, end_of(token)
    found: list[Key] = []
    for start, stop, person in names.following(end):
        between = text[end:start]
        first = not found and between.strip() in ("", ",", ":", "–", "—")
        if not first and not (found and _BETWEEN_NAMES.fullmatch(between)):
            break
        found.append(person)
        end = stop
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def _owner(actors: Actors, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    """Whom "his", "her" or "their" means: the subject of its sentence before it, else one of the sentences before."""
    if token.lower_ not in ("his", "her", "their", "its"):
        return ()
    for verb in _clauses_above(token):
        thanked = [o for o in children(verb, "dobj") if verb.lemma_ in wordset("teams", "thank") and o.i < token.i]
        if thanked and (keys := taking_part(actors, thanked[0], sentence)):
            return keys  # "thanked A for his visit"
        subject = subject_of(verb)
        before = subject is not None and (subject.i < token.i or _is_fronted(token, verb, subject))
        if subject is not None and before and subject not in token.subtree and subject.pos_ != "PRON":
            keys = taking_part(actors, subject, sentence)
            person = any(key.startswith("person/") for key in keys)
            if keys and (person or token.lower_ in ("their", "its")):
                return keys
    if token.lower_ in ("his", "her"):
        person_before = pronouns.last_person(actors, token, sentence, meant=actors.resolve)
        return (person_before,) if person_before is not None else ()
    if token.lower_ == "its" and sentence.number:
        earlier = actors.article.sentences[sentence.number - 1]
        first = next((t for t in earlier.span if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None)
        keys = taking_part(actors, first, earlier) if first is not None and first.tag_ in ("NN", "NNP", "NNPS") else ()
        return tuple(key for key in keys if key.startswith(("state/", "organization/")))[:1]
    if token.lower_ == "their":
        if joined := _joined_before(actors, token, sentence):
            return joined
        for subject, earlier in pronouns.plural_subjects(actors, token, sentence):
            if keys := taking_part(actors, subject, earlier):
                return keys
    return ()


def _is_fronted(token: Token, verb: Token, subject: Token) -> bool:
    """True for a word of a phrase at the head of a clause: "During his visit, A said"."""
    return any(c.dep_ == "prep" and c.i < token.i < subject.i and token in c.subtree for c in verb.children)


def _joined_before(actors: Actors, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    """The states or bodies of a list right before in the sentence: "brought A and B to X, where their envoys met"."""
    for noun in reversed([t for t in sentence.span if t.i < token.i and t.dep_ not in ("conj", "compound")]):
        if any(c.dep_ == "conj" for c in noun.children) and noun.pos_ == "PROPN":
            keys = taking_part(actors, noun, sentence)
            if len(keys) > 1 and all(key.startswith(("state/", "organization/")) for key in keys):
                return keys
    return ()


def _clauses_above(token: Token) -> Iterable[Token]:
    verb = enclosing_clause(token)
    while verb.pos_ in ("VERB", "AUX"):
        yield verb
        above = enclosing_clause(verb)
        if above == verb:
            return
        verb = above


def _outlet(actors: Actors, key: Key) -> bool:
    entry = actors.gazetteer.entry(key)
    return key in actors.outlets or (entry is not None and entry.kind == "outlet")
