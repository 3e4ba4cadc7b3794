"""Small questions to a dependency parse: who is the subject, what belongs to a clause, is it negated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..lexicons.word_lists import wordset
from .parse import Token, remembered

_ASIDE: Final = 8
"""Words between two commas at most, in an aside."""


def child(token: Token, *dependencies: str) -> Token | None:
    """The first child with one of these dependencies."""
    for c in token.children:
        if c.dep_ in dependencies:
            return c
    return None


def children(token: Token, *dependencies: str) -> list[Token]:
    """All children with one of these dependencies, in order."""
    return [c for c in token.children if c.dep_ in dependencies]


def base(token: Token) -> str:
    """The base form of a noun in lower case, also of a capitalised plural ("the Presidents")."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" and lemma == token.lower_ else lemma


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it, in order."""
    found = [token]
    for other in found:
        found += [c for c in other.children if c.dep_ == "conj" and c not in found]
    apart = len(found) > 1 and any(c.dep_ in ("aux", "nsubj") for c in found[1].children)  # "would not A but could B"
    if len(found) > 1 and not apart and any(c.lower_ == "not" and c.i < token.i for c in token.children):
        found = found[1:]  # "not A but B"
    return sorted(found, key=lambda t: t.i)


def is_part_of_several(token: Token) -> bool:
    """True for "one" in "one of the diplomats", "two" in "two of its officials"."""
    if token.tag_ != "CD" or not token.is_alpha:
        return False
    of = (noun for prep in children(token, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj"))
    return any(noun.tag_ == "NNS" for noun in of)


def is_one_more(token: Token) -> bool:
    """True for "a third" of several who say something."""
    counted = token.lower_ in wordset("events", "ordinals")
    return counted and token.pos_ == "ADJ" and any(c.lower_ in ("a", "another") for c in token.children)


@remembered
def passive(verb: Token) -> bool:
    """True for a passive clause."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


@remembered
def agent_of(verb: Token) -> Token | None:
    """The noun after "by" in a passive clause."""
    by = child(verb, "agent") or next(
        (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by" and c.head.tag_ == "VBN"), None
    )
    return child(by, "pobj") if by is not None else None


def left_behind(last: Token) -> list[Token]:
    """The verb behind the last of some words that they have lost: "the council, promised in May, | has been set up".

    A parser may give it to another clause, and its subject would be left without what happens to it.
    """
    words, aside = last.doc.tokens, last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    first = next(iter(words[last.i + 1 + aside : last.i + 2 + aside]), None)
    opened = any(t.text == "," for t in words[max(0, last.i - _ASIDE) : last.i])
    if first is None or first.dep_ not in ("aux", "auxpass") or first.head.i < first.i or (aside and not opened):
        return []
    verb = first.head
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is not None and subject.i > last.i:
        return []
    behind = words[first.i : verb.right_edge.i + 1]
    ends = (t.i - first.i for t in behind if t.i > verb.i and t.text in (",", ";", ":", ".", "–", "—"))
    return list(behind[: next(ends, len(behind))])


@remembered
def subject_of(verb: Token) -> Token | None:
    """Who does it: the subject, the agent of a passive, or what a coordinated, relative or bare clause takes over."""
    if passive(verb):
        return agent_of(verb)
    before = [c for c in children(verb, "nsubj") if c.i < verb.i]
    found = before[-1] if before else child(verb, "nsubj")  # the last: "The roads, X said, were open"
    if found is not None:
        if found.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return verb.head
        return found
    lost = next((s for aux in children(verb, "aux") for s in children(aux, "nsubj")), None)
    if lost is not None:
        return lost  # "A has hitherto opposed": a parser may hang it on the auxiliary
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        head = _joined_to(verb)
        return subject_of(head) if not passive(head) else None
    if verb.tag_ == "VBD" and verb.dep_ in ("acl", "dep") and verb.sent.root.i != verb.i:
        return child(verb.sent.root, "nsubj", "nsubjpass")  # a parser may hang the verb of a long sentence on a noun
    if (
        verb.dep_ in ("xcomp", "advcl")
        and verb.head.pos_ in ("VERB", "AUX")
        and (verb.tag_ in ("VBG", "VB") or verb.dep_ == "xcomp")
    ):
        raised = child(verb.head, "nsubjpass") if verb.dep_ == "xcomp" else None  # "X is thought to have asked"
        return raised or subject_of(verb.head)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
        return subject_of(above) if above is not None else None
    if verb.dep_ == "advcl" and verb.head.pos_ == "ADJ" and verb.head.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head.head)  # "saw fit to offer"
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBG":
        return verb.head
    return _before_it(verb) if verb.dep_ == "ROOT" and finite(verb) else None


def _before_it(verb: Token) -> Token | None:
    """ "According to X, Y has offered": a parser may take the subject for another name of X."""
    first = min((c.i for c in children(verb, "aux", "neg", "advmod")), default=verb.i)
    noun = verb.doc[first - 1] if first else None
    return noun if noun is not None and noun.dep_ == "appos" and noun.i > verb.sent.start else None


def _joined_to(verb: Token) -> Token:
    """The verb that a verb is joined to; a finite one not to an infinitive, though a parser may say so."""
    head = verb.head
    has = any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD") and c.lemma_ == "have" for c in verb.children)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or bool(modal(verb)) or has
    while finite and any(c.dep_ == "aux" and c.tag_ == "TO" for c in head.children) and head.head.i != head.i:
        head = head.head
        if head.pos_ not in ("VERB", "AUX"):
            return verb.head
    if verb.tag_ == "VBD" and head.dep_ == "acl" and head.tag_ == "VBN":
        return enclosing_clause(head)  # "welcomed the progress made and agreed to go on"
    return head


@remembered
def finite(verb: Token) -> bool:
    """True for a verb that tells something: "came", "has come", "will come"; not for "coming"."""
    told = ("MD", "VBD", "VBZ", "VBP")
    return verb.tag_ in told[1:] or any(c.tag_ in told and c.dep_ in ("aux", "auxpass") for c in verb.children)


@remembered
def negated(verb: Token) -> bool:
    """True when the clause says no: not, n't, never, no longer, or a subject with "no"."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor") for c in verb.children):
        return True
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and any(c.lower_ in ("no", "neither") for c in subject.children)


@remembered
def modal(verb: Token) -> str:
    """The modal of a clause in lower case: will, would, should, must, can ..., "" for none."""
    words = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would"}
    for c in verb.children:
        if c.dep_ == "aux" and c.tag_ == "MD":
            return words.get(c.lower_, c.lower_)
    return ""


def is_turned_round(verb: Token) -> bool:
    """True for "should A take steps, the offer lapses": a condition, nothing that is asked for."""
    subjects = children(verb, "nsubj", "nsubjpass")
    return any(c.lower_ == "should" and c.i < s.i for c in children(verb, "aux") for s in subjects)


def is_before_semicolon(clause_head: Token, later: Token) -> bool:
    """True for the first clause of "A demands X; B has said it will not", which a parser hangs on the second."""
    return any(t.text == ";" for t in clause_head.doc.tokens[clause_head.i : later.i])


def perfect(verb: Token) -> bool:
    """True for "has helped", "will have helped"."""
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had", "’ve", "'ve") for c in verb.children)


def clause(verb: Token) -> list[Token]:
    """The tokens of a clause without the clauses coordinated with it, or the conjunction before them."""
    cut: set[int] = set()
    for c in verb.children:
        if c.dep_ == "conj" and c.i > verb.i and c.pos_ in ("VERB", "AUX"):
            cut.update(t.i for t in c.subtree)
            cut.update(
                k.i
                for k in verb.children
                if k.dep_ in ("cc", "punct") and verb.i < k.i < c.i and k.i >= c.left_edge.i - 2
            )
    cut.update(c.i for c in verb.children if c.dep_ == "mark" and c.i < verb.i and c.lower_ in ("that", "whether"))
    tokens = [t for t in verb.subtree if t.i not in cut]
    if verb.dep_ == "conj":
        subject = child(verb, "nsubj", "nsubjpass")
        first = subject.left_edge.i if subject is not None else verb.left_edge.i
        return [t for t in tokens if t.i >= first]
    return tokens


def own_words(token: Token) -> list[Token]:
    """The noun phrase of a token without what is coordinated with it."""
    found = [token]
    for part in found:
        found += [
            c for c in part.children if not (part == token and c.dep_ in ("conj", "cc", "punct", "appos", "relcl"))
        ]
    return sorted(found, key=lambda t: t.i)


def thing_of(verb: Token) -> Token | None:
    """What a verb is done to: its object, or what its preposition holds ("look at the plan")."""
    found = child(verb, "dobj")
    return found or next((noun for prep in children(verb, "prep") for noun in children(prep, "pobj")), None)


def complements(verb: Token) -> Iterator[Token]:
    """Roots of what the verb is about: clauses, gerunds, objects, and what its prepositions hold."""
    for c in verb.children:
        if c.dep_ in ("ccomp", "xcomp", "dobj", "attr", "oprd", "acomp", "dative"):
            yield c
        elif c.dep_ in ("prep", "agent"):
            yield from (k for k in c.children if k.dep_ in ("pobj", "pcomp"))


def enclosing_clause(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return token
