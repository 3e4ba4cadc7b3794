"""The way up from a clause: one link after another, to the sentence's own clause."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import child, children, enclosing_clause, finite, is_before_semicolon, modal, passive
from ..voices.contents import speaks_too
from .embedding import (
    Link,
    called,
    complement,
    copular,
    frame_of,
    infinitive,
    is_calling,
    is_untruth,
    of_noun,
    of_object,
    of_preposition,
)
from .phrases import opens_with, run_on
from .signatures import GRANTED, SHARED, UNKNOWN_CLAUSE, Effect, nouns, parse_effect, phrases, predicates

_GRANTING = frozenset(
    {
        "by",
        "after",
        "in",
        "on",
        "upon",
        "despite",
        "following",
        "since",
        "while",
        "through",
        "for",
        "over",
        "about",
        "besides",
    }
    | {"with", "before", "because", "due", "amid", "notwithstanding", "as", "when", "at"}
)
"""Prepositions before a gerund that tells of something done."""
_LONGEST = 40


def link_above(token: Token) -> Link | None:
    """What a clause or noun hangs on; ``None`` for the sentence's own clause."""
    above, dep = token.head, token.dep_
    if above is token or dep == "ROOT":
        return None
    if dep == "ccomp" and is_before_semicolon(token, above):
        return None
    if token.pos_ in ("NOUN", "PROPN", "NUM", "PRON") and dep not in ("ROOT", "ccomp", "advcl", "relcl", "acl"):
        return _of_noun(token)
    if dep == "conj":
        return _joined(token)
    if dep in ("acomp", "attr", "oprd"):
        return _predicate(token, above)
    if dep in ("ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "dobj", "nsubj", "nsubjpass"):
        return _completing(token, above)
    if dep in ("relcl", "acl"):
        return _beside_noun(token, above)
    if dep == "advcl":
        return _adverbial(token, above)
    if dep in ("amod", "compound"):
        return Link(above, GRANTED, None, "modifier")
    return _beside(token, above)


def _predicate(token: Token, above: Token) -> Link:
    alleged = predicates().get((above.lemma_.lower(), "that")) if above.lemma_ in ("seem", "appear") else None
    return Link(above, alleged or SHARED, None, f"{above.lemma_} {token.lower_}")


def _completing(token: Token, above: Token) -> Link | None:
    if above.pos_ in ("ADP", "SCONJ") and token.dep_ == "pcomp":
        return _under_preposition(token, above)
    if above.pos_ in ("NOUN", "PROPN"):
        return of_noun(token, above)
    if above.dep_ == "conj" and token.dep_ == "ccomp" and token.i < above.i and not _reports(above):
        return _beside(token, above)
    if token.dep_ == "ccomp" and _only_joined(token, above):
        return _beside(token, above)
    if token.dep_ == "csubj" and token.tag_ == "VBG":
        return Link(above, GRANTED, None, "gerund subject")
    if above.lower_ == "used" and infinitive(token) and child(above, "dobj") is None:
        return Link(above, parse_effect("general +/-"), None, "used to")
    return called(token, above) or copular(token, above) or complement(token, above)


def _reports(verb: Token) -> bool:
    return (verb.lemma_.lower(), "that") in predicates()


def _only_joined(token: Token, above: Token) -> bool:
    """True for a clause before a verb that reports nothing: two sentences that a comma or semicolon joins."""
    if token.i > above.i or infinitive(token) or token.tag_ == "VBG" or child(token, "mark") is not None:
        return False
    effects = (predicates().get((word, "that")) for word in (above.lemma_.lower(), above.lower_))
    reports = any(effect is not None and effect.source is not None for effect in effects)
    return not reports and above.lemma_ not in ("be", "seem", "appear")


def _joined(token: Token) -> Link | None:
    """A clause after "and", "or", "but": it shares what is above, and the other's own words only without a tense."""
    head, steps = token.head, 0
    while (
        finite(token)
        and not finite(head)
        and head.dep_ in ("xcomp", "ccomp", "advcl", "acl", "conj", "pcomp", "relcl")
        and steps < _LONGEST
    ):
        head, steps = head.head, steps + 1
    said = head.head
    if head.dep_ == "ccomp" and said.i < head.i and said.pos_ == "VERB" and finite(token) and speaks_too(token, said):
        return _independent(said)
    if head.pos_ not in ("VERB", "AUX", "ADJ"):
        return _independent(head)
    but = any(c.lower_ in ("but", "yet") for c in children(head, "cc") if c.i < token.i)
    own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") and c.tag_ != "TO" for c in token.children)
    bare = token.tag_ in ("VB", "VBG", "VBN") and not finite(token)
    nor = any(c.lower_ == "nor" for c in children(head, "cc") if c.i < token.i)  # has a "not" of its own
    if bare and not own and not but and not nor:
        if infinitive(token) and not infinitive(head):
            return _independent(head)
        return Link(head, SHARED, None, f"joined to {head.lower_}")
    return _independent(head)


def _independent(head: Token) -> Link | None:
    """What the clause of ``head`` hangs on, for one that stands beside it."""
    return link_above(head)


def _beside(token: Token, above: Token) -> Link | None:
    """A clause that is only set beside another shares what that hangs on."""
    return link_above(above) if above.pos_ in ("VERB", "AUX") else Link(enclosing_clause(token), GRANTED, None, "near")


def _under_preposition(token: Token, prep: Token) -> Link:
    holder = prep.head
    effect = of_preposition(prep)
    if effect is None and frame_of(token, prep) == "whether":
        effect = parse_effect("question")
    if effect is not None:
        return Link(_clause_of(holder), effect, None, prep.lower_)
    if holder.pos_ in ("VERB", "AUX", "ADJ"):
        link = complement(token, holder)
        if not link.why.startswith("unknown"):
            return link
    elif holder.pos_ in ("NOUN", "PROPN"):
        found = of_noun(token, holder)
        if found is not None and not found.why.startswith("unknown"):
            return found
    if prep.lower_ in _GRANTING:
        return Link(_clause_of(holder), GRANTED, None, prep.lower_)
    return Link(_clause_of(holder), parse_effect("wish"), None, f"unknown {holder.lemma_} {prep.lower_}")


def _clause_of(token: Token) -> Token:
    return token if token.pos_ in ("VERB", "AUX") else enclosing_clause(token)


# ---------------------------------------------------------------------- clauses of nouns


def _beside_noun(token: Token, noun: Token) -> Link | None:
    """A relative clause tells what is granted; the clause of a noun is its content."""
    content = any((noun.lemma_.lower(), frame) in nouns() for frame in ("that", "to", "ing")) or is_untruth(noun)
    content = content or (noun.dep_ == "attr" and (f"the {noun.lemma_.lower()}", "that") in predicates())
    if infinitive(token):
        return of_noun(token, noun)
    first = token.left_edge
    if content and first.lower_ == "that" and first.i > noun.i and _is_whole(token, first):
        return of_noun(token, noun)
    if first.dep_ == "mark" and first.lower_ == "that":
        return of_noun(token, noun)
    return Link(enclosing_clause(noun) if noun.pos_ not in ("VERB", "AUX") else noun, GRANTED, None, "relative clause")


def _is_whole(token: Token, that: Token) -> bool:
    """True for a clause that lacks nothing that "that" could stand for: the content of a noun, no relative clause."""
    if child(token, "nsubj", "nsubjpass") in (None, that):
        return False
    others = [c for c in children(token, "dobj", "xcomp", "ccomp", "acomp", "attr", "prep", "prt") if c is not that]
    return that.dep_ not in ("dobj", "pobj") or bool(others)


def _of_noun(noun: Token) -> Link | None:
    """What becomes of a noun: "the report was false", "denied reports", "made no promise"."""
    above, dep = noun.head, noun.dep_
    if dep in ("conj", "appos"):
        return _of_noun(above) if above.pos_ in ("NOUN", "PROPN") and above.dep_ != "ROOT" else _granted(noun)
    if dep in ("nsubj", "nsubjpass") and above.pos_ in ("VERB", "AUX"):
        return _as_subject(noun, above)
    named = {noun.lemma_.lower(), f"the {noun.lemma_.lower()}"}
    if dep == "attr" and any((name, "that") in predicates() for name in named) and _is_it(child(above, "nsubj")):
        return Link(above, SHARED, None, f"be {noun.lower_}")  # "it is not a fact that": the clause is as true as this
    if dep in ("oprd", "dobj") and any(c.lower_ == "what" for c in above.children) and is_calling(above):
        return Link(above, parse_effect("said +/u"), child(above, "nsubj"), f"what is {above.lower_} so")
    if dep in ("dobj", "attr", "oprd") and above.pos_ in ("VERB", "AUX"):
        found = of_object(noun, above)
        return Link(above, found[0], child(above, "nsubj"), found[1]) if found is not None else _granted(noun)
    if dep == "pobj":
        effect = of_preposition(above)
        if effect is not None:
            return Link(enclosing_clause(noun), effect, None, above.lower_)
        verb = above.head
        while verb.pos_ in ("ADP", "ADV", "ADJ") and verb.head is not verb:
            verb = verb.head  # "back | away | from"
        for name in (*run_on(verb), f"{verb.lemma_.lower()} {above.lower_}"):
            if verb.pos_ == "VERB" and name.endswith(f" {above.lower_}") and (name, "np") in predicates():
                return Link(verb, predicates()[name, "np"], None, f"{name}: np")
        if above.head.pos_ in ("NOUN", "PROPN") and (above.head.lemma_.lower(), "that") in nouns():
            effect = nouns()[above.head.lemma_.lower(), "that"]
            return (
                Link(above.head, effect, None, f"{above.head.lemma_} {above.lower_}")
                if effect.source or effect.forces
                else _granted(noun)
            )
    return _granted(noun)


def _is_it(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ in ("it", "this", "that")


def _as_subject(noun: Token, verb: Token) -> Link | None:
    for c in children(verb, "acomp", "attr", "oprd"):
        effect = predicates().get((c.lemma_.lower(), "np-subject")) or predicates().get((c.lower_, "np-subject"))
        if effect is not None:
            return Link(verb, effect, None, f"{c.lower_}: np-subject")
    if passive(verb):
        found = of_object(noun, verb)
        if found is not None:
            return Link(verb, found[0], None, found[1])
    return _granted(noun)


def _granted(noun: Token) -> Link | None:
    above = enclosing_clause(noun)
    return None if above is noun else Link(above, GRANTED, None, f"the {noun.lower_}")


# ---------------------------------------------------------------------- adverbial clauses


def _adverbial(token: Token, above: Token) -> Link | None:
    marks = {c.lower_ for c in token.children if c.i < token.i and (c.dep_ == "mark" or c.tag_ == "WRB")}
    if infinitive(token):
        link = complement(token, above) if above.pos_ in ("VERB", "AUX", "ADJ") else None
        known = link is not None and not link.why.startswith("unknown")
        return link if known else Link(_clause_of(above), parse_effect("wish"), None, "purpose")
    if marks == {"that"}:
        return complement(token, above)
    if (effect := _of_marks(token, above, marks)) is not None:
        return Link(_clause_of(above), effect, None, " ".join(sorted(marks)) or "inversion")
    if token.tag_ in ("VBG", "VBN") and not finite(token):
        link = complement(token, above) if token.tag_ == "VBG" and above.pos_ == "VERB" and token.i > above.i else None
        known = link is not None and not link.why.startswith("unknown") and not _comma_between(above, token)
        return link if known else _beside(token, above)
    if token.i > above.i and not marks and _reports(above) and finite(token):
        return complement(token, above)
    return _beside(token, above)


def _comma_between(above: Token, below: Token) -> bool:
    return any(t.text in (",", "–", "—") for t in above.doc.tokens[above.i + 1 : below.i])


def _of_marks(token: Token, above: Token, marks: set[str]) -> Effect | None:
    first = token.left_edge
    subject = child(token, "nsubj", "nsubjpass")
    turned = first.lower_ in ("had", "should", "were") and first.head is token
    if (turned and subject is not None and first.i < subject.i) or opens_with(token, "marks", "hypothesis"):
        return parse_effect("hypothesis")
    if marks & phrases("marks", "hypothesis") - {"until", "till"}:
        return parse_effect("hypothesis")
    if marks & (phrases("marks", "unless-past") | {"until", "till"}):
        return GRANTED if _is_past(token) and _is_past(above) else parse_effect("hypothesis")
    if marks & phrases("marks", "granted"):
        return GRANTED
    return UNKNOWN_CLAUSE if marks and marks - {"that"} else None


def _is_past(verb: Token) -> bool:
    return not modal(verb) and (
        verb.tag_ == "VBD" or any(c.lower_ in ("had", "was", "were", "did") for c in verb.children)
    )
