"""The parties of an event: "talks between A and B", "A's meeting with B", "A held talks with B", "after talks, A"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ....graph.records import EventKind, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts, enclosing_clause, negated, passive
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from .details import Phrase, whole
from .outlook import put_off
from .participants import owners, sides_named, subject_above, taking_part
from .rows_of_sides import in_row, row_behind
from .visits import visitors

_DURING = frozenset({"after", "following", "during", "in", "at", "before", "since", "on", "for", "to", "from"})


_SITTINGS = frozenset({"talk", "talks", "round", "negotiation"})
"""Events at which two who do something have met: "At talks in X, A and B made headway"."""
_JOINING = ("attend", "join")
"""Verbs whose subject is a party only beside others: "attended a meeting with A"."""
_LINKS = ("between", "with", "among", "of", "involving")


@dataclass(frozen=True, slots=True)
class Parties:
    """Those who met, with the first and last word that name them; none of them when there are no words."""

    agents: tuple[Key, ...] = ()
    first: Token | None = None
    last: Token | None = None
    inside: tuple[Key, ...] = ()
    """Those of them whom the noun phrase itself names."""
    linked: str = "between"
    """How the noun phrase links them: "talks between A and B", "talks with A"."""
    before: bool = False
    """True when it names them before the noun: "the A-B talks", "A's meeting"."""
    owned: bool = False
    """True for "their talks"."""
    unresolved: bool = False
    """True for "between A and somebody whom nothing tells"."""


def read_parties(actors: Actors, phrase: Phrase, verb: Token, *, kind: EventKind) -> Parties:
    """The parties that a noun phrase and the clause around it name; of a visit, whoever pays it."""
    partners, last = _partners(actors, phrase)
    if kind == "visit":
        guests = visitors(actors, phrase, partners)
        return Parties(guests, None, phrase.end) if guests else Parties()
    before, first = _before(actors, phrase, bool(partners))
    inside = tuple(dict.fromkeys((*before, *partners)))
    subjects, subject = ((), None) if before and partners else _of_clause(actors, phrase, verb, bool(partners))
    if len(inside) > 1 and put_off(verb) is not None:
        subjects, subject = (), None  # "A called off the meeting of B and C"
    if subject is not None and subject.head.pos_ == "VERB" and phrase.head.dep_ == "pobj" and inside:
        people = any(key.startswith(("person/", "unnamed/", "delegation/")) for key in inside)
        subjects = subjects if people else actors.parties(subjects)  # "after talks with the Fund, the minister said"
    unresolved = any(
        not _all_known(actors, held, phrase.sentence)
        for prep in _prepositions(phrase, "between")
        for held in children(prep, "pobj")
    )
    if not subjects and not before and len(partners) == 1 and not unresolved and _prepositions(phrase, "with"):
        subjects = _other_side(actors, phrase, partners[0])
    agents = tuple(dict.fromkeys((*subjects, *inside)))
    if not agents or (not inside and len(agents) < 2):
        return Parties(unresolved=unresolved)
    ends = [t for t in (last, phrase.end if before or subjects else None) if t is not None]
    linked = "with" if partners and all(p.lower_ == "with" for p in _prepositions(phrase, *_LINKS)) else "between"
    sides = partners if linked == "with" else inside
    unresolved = unresolved or (linked == "with" and not (subjects or before) and len(partners) > 1)
    if _is_pronoun(first) and not partners:
        return Parties(agents, first, max(ends, key=lambda t: t.i), owned=True)
    named_before = bool(before) and not partners
    return Parties(agents, first, max(ends, key=lambda t: t.i), sides, linked, named_before, unresolved=unresolved)


def _other_side(actors: Actors, phrase: Phrase, partner: Key) -> tuple[Key, ...]:
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


def _is_pronoun(token: Token | None) -> bool:
    """True for the "their" of "their meeting"."""
    return token is not None and token.tag_ == "PRP$"


def together(actors: Actors, sentence: Sentence, verb: Token, others: list[Token]) -> tuple[Key, ...]:
    """The subject of a verb and the others, when they are known and more than one."""
    subjects = in_row(actors, verb, sentence) or taking_part(actors, subject_above(verb), sentence)
    partners = [key for noun in others for key in taking_part(actors, noun, sentence)]
    found = tuple(dict.fromkeys((*subjects, *partners)))
    return found if subjects and len(found) > 1 else ()


# ---------------------------------------------------------------------- the noun phrase itself


def _partners(actors: Actors, phrase: Phrase) -> tuple[tuple[Key, ...], Token | None]:
    """Those after "between", "with", "among", and after "of" when it tells who met."""
    keys: list[Key] = []
    end: Token | None = None
    for prep in _prepositions(phrase, *_LINKS):
        for held in children(prep, "pobj", "dobj"):
            if held.lemma_.lower() in wordset("teams", "mediators"):
                continue
            if prep.lower_ == "of" and _is_club(held):
                continue  # "the dinner of the A B Business Council"
            named = (*taking_part(actors, held, phrase.sentence), *_cut_off(actors, phrase, held))
            row = row_behind(actors, prep, phrase.sentence) if prep.lower_ == "between" else ()
            if len(row) > max(1, len(named)):
                keys, end = [*keys, *row], held
                continue
            body = prep.lower_ == "of" and len(named) < 2 and held not in (phrase.talks, phrase.end)
            sides = [actors.known(m) for m in sides_named(actors, held)] if body else []
            named = tuple(dict.fromkeys(sides)) if len(sides) > 1 else named  # "of the A-B working group"
            if prep.lower_ == "between" and not _all_known(actors, held, phrase.sentence):
                continue
            several = len(named) > 1 or (named and named[0].startswith(("person/", "delegation/")))
            several = several or (named and held.lemma_.lower() in wordset("actors", "union_members"))
            if named and (prep.lower_ != "of" or several):
                keys += named
                known = [one for one in conjuncts(held) if taking_part(actors, one, phrase.sentence)]
                end = max(known or [held], key=lambda t: t.i)
    return tuple(dict.fromkeys(keys)), end


def _cut_off(actors: Actors, phrase: Phrase, held: Token) -> tuple[Key, ...]:
    """The B of "the Ninth Meeting of A and B", which a parser hangs on the meeting."""
    near = [c for c in children(phrase.head, "conj") if c.pos_ == "PROPN" and 0 < c.i - held.i < 4]
    named = (actors.mention_at(start_of(c), end_of(c)) for c in near)
    return tuple(actors.known(m) for m in named if m is not None and m.entry.kind != "outlet")


def _is_club(noun: Token) -> bool:
    """True for a body of business or friendship, which two states' names stand in."""
    words = {c.lower_ for c in children(noun, "compound", "nmod")}
    return noun.pos_ == "PROPN" and bool(words & wordset("actors", "private_circles"))


def _all_known(actors: Actors, held: Token, sentence: Sentence) -> bool:
    """False for "between A and somebody whom nothing tells": who met is then not known."""
    several = conjuncts(held)
    return len(several) < 2 or all(taking_part(actors, one, sentence) or one.pos_ != "NOUN" for one in several)


def _prepositions(phrase: Phrase, *words: str) -> list[Token]:
    """Prepositions of the noun, and of what its own prepositions hold: "talks in X between A and B"."""
    nouns = list(dict.fromkeys((phrase.head, phrase.last, phrase.end)))
    direct = [prep for noun in nouns for prep in noun.children if prep.dep_ in ("prep", "acl")]
    nested = [k for prep in direct for held in children(prep, "pobj") for k in children(held, "prep")]
    nested += [k for prep in direct for k in children(prep, "prep")]
    found = [p for p in direct if p.lower_ in words]
    found += [p for p in nested if p.lower_ in ("between", "with", "among") and p.lower_ in words]
    beside = children(phrase.head.head, "prep") if phrase.head.dep_ in ("nsubj", "nsubjpass") else []
    if phrase.head.dep_ == "nsubj" and phrase.head.head.lemma_ == "be":  # "was the first between A and B"
        beside = [*beside, *(p for said in children(phrase.head.head, "attr", "acomp") for p in children(said, "prep"))]
    found += [p for p in beside if p.lower_ == "between"]
    found += _between_behind(phrase) if "between" in words else []
    return list(dict.fromkeys(found))


def _between_behind(phrase: Phrase) -> list[Token]:
    """The "between" of "during a meeting in X on Friday between A and B", which a parser hangs on the verb."""
    behind = [t for t in phrase.sentence.span if t.i > phrase.end.i]
    link = next((t for t in behind if t.lower_ == "between"), None)
    passed = [t for t in behind if link is not None and t.i < link.i]
    apart = any(not (t.ent_type_ in ("DATE", "TIME", "GPE", "FAC", "LOC") or t.pos_ in ("ADP", "DET")) for t in passed)
    return [link] if link is not None and not apart else []


def _before(actors: Actors, phrase: Phrase, with_partners: bool) -> tuple[tuple[Key, ...], Token | None]:
    """Those before the noun: "the A-B talks", "A's meeting with B", "his call with B"."""
    held = owners(actors, phrase.head, phrase.sentence)
    if held and (with_partners or len(held) > 1):
        return held, children(phrase.head, "poss")[0].left_edge
    around = _mentions_around(actors, phrase)
    if len(around) < 2 and not (around and with_partners):
        return (), None
    tokens = [t for t in phrase.sentence.span if any(m.start <= start_of(t) < m.end for m in around)]
    return tuple(actors.known(m) for m in around if m.form != "capital"), min(tokens, key=lambda t: t.i)


def _mentions_around(actors: Actors, phrase: Phrase) -> list[Mention]:
    """Known actors among the words of the noun phrase."""
    found: list[Mention] = []
    core = (phrase.head, phrase.first, phrase.last, phrase.end)
    for token in phrase.head.doc[max(0, phrase.head.left_edge.i) : phrase.end.i + 1]:
        inside = token.head in core or token.head.head in core
        if inside and token.dep_ in ("amod", "compound", "poss", "nmod", "conj") and not _arranges(token):
            mention = actors.mention_at(start_of(token), end_of(token))
            if mention is not None and mention not in found:
                found.append(mention)
    return [m for m in found if m.entry.kind != "outlet"]


def _arranges(token: Token) -> bool:
    """True in "X-brokered talks": X is no party."""
    rest = token.doc[token.i + 1 : token.i + 3]
    return len(rest) == 2 and rest[0].text in ("-", "–") and rest[1].lower_ in wordset("teams", "arranged")


# ---------------------------------------------------------------------- the clause around it


def _within_a_state(actors: Actors, words: Iterable[Token]) -> tuple[Key, ...]:
    """A state and those who oppose it, where an article is about them: "intra-Kenyan talks"."""
    named = (actors.mention_at(start_of(word), end_of(word)) for word in words)
    states = {m.entry.key for m in named if m is not None and m.entry.kind == "state"}
    entries = (actors.gazetteer.entry(key) for key in actors.pair)
    opposed = any(e is not None and f"state/{e.state}" in states for e in entries)
    return actors.pair if opposed and states & set(actors.pair) else ()


def _of_clause(
    actors: Actors, phrase: Phrase, verb: Token, with_partners: bool
) -> tuple[tuple[Key, ...], Token | None]:
    """The subject of "held talks", of "flew to X for talks with B", of "after a call with B, A said"."""
    inner = phrase.head.doc[phrase.head.left_edge.i : phrase.end.i + 1]
    if any(token.lower_ == "intra" or token.lower_.startswith("intra-") for token in inner):
        return _within_a_state(actors, inner), None  # who prepares "intra-Kenyan talks" is none of those who talk
    noun = whole(phrase.head)
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    subject: Token | None = None
    holds = verb.lemma_ in wordset("events", "hold") | wordset("events", "signing")
    with_others = verb.lemma_ in _JOINING or put_off(verb) is not None  # "called off the meeting with A"
    if noun.dep_ == "dobj" and noun.head == verb and not negated(verb) and (holds or with_others):
        subject = subject_above(verb)
        row = in_row(actors, verb, phrase.sentence)
        if len(row) > 1:
            return row, subject
        beside = [o for p in children(verb, "prep") if p.lower_ == "with" for o in children(p, "pobj")]
        beside = [o for o in beside if not _mediates(o)]
        partners = [key for one in beside for key in taking_part(actors, one, phrase.sentence)]
        if with_others and not (with_partners or partners):
            return (), None
        if not with_partners and not partners and not _several(actors, subject, phrase.sentence):
            return (), None
        return tuple(dict.fromkeys((*taking_part(actors, subject, phrase.sentence), *partners))), subject
    if noun.dep_ == "nsubj" and verb.lemma_ in ("bring", "gather", "unite") and children(verb, "dobj"):
        brought = children(verb, "dobj")
        return tuple(k for one in brought for k in taking_part(actors, one, phrase.sentence)), brought[0]
    if noun.dep_ == "nsubjpass" and verb.lemma_ in wordset("events", "hold"):
        beside = [o for p in children(verb, "prep") if p.lower_ in ("with", "between") for o in children(p, "pobj")]
        partners = [key for one in beside for key in taking_part(actors, one, phrase.sentence)]
        return tuple(dict.fromkeys(partners)), (beside[0] if partners else None)
    if noun.dep_ == "nsubj" and with_partners and (said := _saying_when(verb)) is not None:
        subject = subject_above(said)
        return actors.parties(taking_part(actors, subject, phrase.sentence)), subject
    if noun.dep_ == "pobj" and noun.head.lower_ in _DURING:
        above = noun.head.head
        if above.dep_ == "acomp" and above.head.lemma_ == "be":
            above = above.head  # "is due in X for lunch with B"
        if noun.head.lower_ in ("for", "to", "from", "on") and above.lemma_ not in wordset("events", "travel"):
            return (), None
        if above.pos_ in ("VERB", "AUX") and not negated(above) and not _tells_both(phrase):
            subject, there = _subject_there(phrase, above)
            found = _agreeing(actors, phrase, above) or taking_part(actors, subject, phrase.sentence)
            met = there and len(set(actors.parties(found))) > 1
            return (found, subject) if with_partners or met else ((), None)
    return (), None


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


def _mediates(noun: Token) -> bool:
    """True for "with mediators", and for the A of "with A as mediator"."""
    called = (o for p in children(noun, "prep") if p.lower_ == "as" for o in children(p, "pobj"))
    return any(one.lemma_.lower() in wordset("teams", "mediators") for one in (noun, *called))


def _tells_both(phrase: Phrase) -> bool:
    """True for "after the meeting between A and B", which whoever acts then need not have been at."""
    held = [o for prep in _prepositions(phrase, "between", "of") for o in children(prep, "pobj")]
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
    call = phrase.last.lemma_.lower() in ("call", "conversation", "videoconference")
    call = call or (phrase.end.lemma_.lower() in _SITTINGS and not passive(verb))
    return call or verb.lemma_ in wordset("events", "agreeing") | wordset("events", "in_person")


def _several(actors: Actors, subject: Token | None, sentence: Sentence) -> bool:
    return subject is not None and len(taking_part(actors, subject, sentence)) > 1
