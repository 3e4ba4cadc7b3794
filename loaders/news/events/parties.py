"""The parties of an event: "talks between A and B", "A's meeting with B", "A held talks with B", "after talks, A"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ....graph.records import EventKind, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, conjuncts
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from .attachment import prepositions
from .clause_parties import mediates, of_clause, other_side
from .details import Phrase
from .not_held import put_off
from .participants import owners, sides_named, subject_above, taking_part
from .rows_of_sides import in_row, row_behind
from .visits import visitors

_COMMITTEES = frozenset({"committee", "commission", "committees", "commissions"})
_PAPERS = frozenset({"truce", "ceasefire", "deal", "agreement", "accord", "treaty", "pact", "peace"})
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
    subjects, subject = ((), None) if before and partners else of_clause(actors, phrase, verb, bool(partners))
    if len(inside) > 1 and put_off(verb) is not None:
        subjects, subject = (), None  # "A called off the meeting of B and C"
    if subject is not None and subject.head.pos_ == "VERB" and phrase.head.dep_ == "pobj" and inside:
        people = any(key.startswith(("person/", "unnamed/", "delegation/")) for key in inside)
        subjects = subjects if people else actors.parties(subjects)  # "after talks with the Fund, the minister said"
    unresolved = any(
        not _all_known(actors, held, phrase.sentence)
        for prep in prepositions(phrase, "between")
        for held in children(prep, "pobj")
    )
    unresolved = unresolved or any(mediates(o) for p in prepositions(phrase, "with") for o in children(p, "pobj"))
    if not subjects and not before and len(partners) == 1 and not unresolved and prepositions(phrase, "with"):
        subjects = other_side(actors, phrase, partners[0])
    agents = tuple(dict.fromkeys((*subjects, *inside)))
    if not agents or (not inside and len(agents) < 2):
        return Parties(unresolved=unresolved)
    ends = [t for t in (last, phrase.end if before or subjects else None) if t is not None]
    links = prepositions(phrase, *_LINKS)
    linked = "with" if partners and links and all(p.lower_ == "with" for p in links) else "between"
    sides = partners if linked == "with" else inside
    unresolved = unresolved or (linked == "with" and not (subjects or before) and len(partners) > 1)
    if _is_pronoun(first) and not partners:
        return Parties(agents, first, max(ends, key=lambda t: t.i), owned=True)
    named_before = bool(before) and not partners
    return Parties(agents, first, max(ends, key=lambda t: t.i), sides, linked, named_before, unresolved=unresolved)


def _is_pronoun(token: Token | None) -> bool:
    """True for the "their" of "their meeting"."""
    return token is not None and token.tag_ == "PRP$"


def together(actors: Actors, sentence: Sentence, verb: Token, others: list[Token]) -> tuple[Key, ...]:
    """The subject of a verb and the others, when they are known and more than one."""
    subject = subject_above(verb)
    subjects = in_row(actors, verb, sentence) or taking_part(actors, subject, sentence)
    partners = [key for noun in others for key in taking_part(actors, noun, sentence)]
    if subject is not None and mediates(subject):  # "Mediators from C met officials of A and B"
        return tuple(dict.fromkeys(partners)) if len(set(actors.parties(partners))) > 1 else ()
    found = tuple(dict.fromkeys((*subjects, *partners)))
    return found if subjects and len(found) > 1 else ()


# ---------------------------------------------------------------------- the noun phrase itself


def _partners(actors: Actors, phrase: Phrase) -> tuple[tuple[Key, ...], Token | None]:
    """Those after "between", "with", "among", and after "of" when it tells who met."""
    keys: list[Key] = []
    end: Token | None = None
    for prep in prepositions(phrase, *_LINKS):
        for held in children(prep, "pobj", "dobj"):
            if held.lemma_.lower() in wordset("teams", "mediators"):
                continue
            if prep.lower_ == "of" and _is_club(held):
                continue  # "the dinner of the A B Business Council"
            named = (*taking_part(actors, held, phrase.sentence), *_cut_off(actors, phrase, held))
            if held.pos_ == "PRON" and all(key.startswith("unnamed/") for key in named):
                continue  # "between them", of whom nobody knows who they are
            row = row_behind(actors, prep, phrase.sentence) if prep.lower_ == "between" else ()
            if len(row) > max(1, len(named)):
                keys, end = [*keys, *row], held
                continue
            body = prep.lower_ == "of" and len(named) < 2 and held not in (phrase.talks, phrase.end)
            sides = [actors.known(m) for m in sides_named(actors, held)] if body else []
            named = tuple(dict.fromkeys(sides)) if len(sides) > 1 else named  # "of the A-B working group"
            if prep.lower_ == "between" and not _all_known(actors, held, phrase.sentence):
                continue
            if prep.lower_ == "of" and len(named) < 2 and _is_joint_body(actors, phrase, held.subtree):
                named = actors.told_pair or named  # "a meeting of the Joint Border Committee"
            several = len(named) > 1 or (named and named[0].startswith(("person/", "delegation/")))
            several = several or (named and held.lemma_.lower() in wordset("actors", "union_members"))
            if named and (prep.lower_ != "of" or several):
                keys += named
                known = [one for one in conjuncts(held) if taking_part(actors, one, phrase.sentence)]
                end = max(known or [held], key=lambda t: t.i)
    if not keys and phrase.head.dep_ == "nsubj":
        keys, end = _between_whom_it_is(actors, phrase)
    return tuple(dict.fromkeys(keys)), end


def _between_whom_it_is(actors: Actors, phrase: Phrase) -> tuple[list[Key], Token | None]:
    """A and B in "Talks on a truce between A and B ended"."""
    for token in (t for t in phrase.head.subtree if t.lower_ == "between" and t.i > phrase.end.i):
        held = next(iter(children(token, "pobj")), None)
        if held is not None and token.head.lemma_.lower() in _PAPERS:
            keys = list(taking_part(actors, held, phrase.sentence))
            return (keys, conjuncts(held)[-1]) if len(keys) > 1 else ([], None)
    return [], None


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
    if len(several) < 2:
        return True
    after = {key for one in several[1:] for key in taking_part(actors, one, sentence)}
    plain = [one for one in several if one.pos_ in ("NOUN", "NUM") or one.tag_ == "NNPS"]
    meant = ({*taking_part(actors, one, sentence)} - (after if one is several[0] else set()) for one in plain)
    return all(meant)


def _before(actors: Actors, phrase: Phrase, with_partners: bool) -> tuple[tuple[Key, ...], Token | None]:
    """Those before the noun: "the A-B talks", "A's meeting with B", "his call with B"."""
    held = owners(actors, phrase.head, phrase.sentence)
    if held and (with_partners or len(held) > 1):
        return held, children(phrase.head, "poss")[0].left_edge
    around = _mentions_around(actors, phrase)
    before = [t for t in phrase.head.subtree if t.i < phrase.first.i and t.dep_ in ("compound", "amod", "nmod")]
    if not around and not with_partners and actors.told_pair and _is_joint_body(actors, phrase, before):
        return actors.told_pair, min(before, key=lambda t: t.i)  # "the Joint Border Committee meetings"
    if len(around) < 2 and not (around and with_partners):
        return (), None
    tokens = [t for t in phrase.sentence.span if any(m.start <= start_of(t) < m.end for m in around)]
    return tuple(actors.known(m) for m in around if m.form != "capital"), min(tokens, key=lambda t: t.i)


def _is_joint_body(actors: Actors, phrase: Phrase, words: Iterable[Token]) -> bool:
    """True for "the Joint Border Committee", in which the two sides sit; not where others are named beside it."""
    known = {t.lower_ for t in words}
    if (
        not known & _COMMITTEES
        or not known & wordset("events", "joint_words")
        or known & wordset("events", "own_words")
    ):
        return False
    acting = (t for t in phrase.sentence.span if t.dep_ == "nsubj" and t.head.tag_ != "VBG")
    named = (actors.mention_at(start_of(one), end_of(one)) for t in acting for one in conjuncts(t))
    return {m.entry.key for m in named if m is not None and m.entry.kind == "state"} <= set(actors.told_pair)


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
