"""Who acts together with a subject: "A, B and C", "diplomats from A and B", the A and B of a headline "A, B agree"."""

from __future__ import annotations

import re
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, conjuncts
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from .bodies import is_domestic_body

_LONGEST = 5
"""Words of whoever stands before the comma of a headline."""
_BETWEEN: Final = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:(?P<last>(?:, )?(?:and|as well as))|,)\s+(?:the )?(?:\w+ of )?", re.IGNORECASE
)
"""What may stand between two names of a list: "the Republic of A (A) and the Kingdom of B"."""


def acting_together(actors: Actors, sentence: Sentence, subject: Token, sides: tuple[Key, ...]) -> tuple[Key, ...]:
    """All who do what a subject does, on these sides and others."""
    together = (
        *_before_comma(actors, sentence, subject),
        *sides,
        *_listed_with(actors, sentence, subject, sides),
        *_unnamed_beside(actors, sentence, subject),
    )
    return tuple(dict.fromkeys(_sent_by(actors, sentence, subject) or together))


def _before_comma(actors: Actors, sentence: Sentence, subject: Token) -> tuple[Key, ...]:
    """The A of a headline "A, B agree to talk", which has a comma for "and"."""
    verb, first = subject.head, sentence.span[0]
    comma = subject.left_edge.nbor(-1) if subject.left_edge.i > first.i else first
    several = verb.tag_ in ("VBP", "VB") and subject.dep_ == "nsubj" and comma.text == ","
    if sentence.segment.kind != "headline" or not several:
        return ()
    words = [t for t in sentence.span if t.i < comma.i and t.text != "#"]
    plain = all(t.pos_ in ("NOUN", "PROPN", "ADJ", "PART") for t in words) and len(words) <= _LONGEST
    last = words[-1] if words and plain else None
    return actors.parties(actors.resolve(last, sentence)) if last is not None else ()


def _unnamed_beside(actors: Actors, sentence: Sentence, subject: Token) -> list[Key]:
    """Those beside a side whom no name tells: "A and the three African members"."""
    others = [one for one in conjuncts(subject) if one.tag_ == "NNS" and one.i > subject.i]
    others = [one for one in others if not any(t.text in ("–", "—", ":") for t in one.doc.tokens[subject.i : one.i])]
    told = (one for one in others if any(c.dep_ in ("nummod", "amod", "compound") for c in one.children))
    return [actors.unnamed(one) for one in told if not actors.resolve(one, sentence) and not is_domestic_body(one)]


def _sent_by(actors: Actors, sentence: Sentence, subject: Token) -> list[Key]:
    """All those of "diplomats from A, B and C"."""
    if subject.tag_ not in ("NNS", "NNPS"):
        return []
    joint = _joint_adjectives(actors, subject)
    if len(joint) > 1:
        return list(actors.parties(actors.known(mention) for mention in joint))
    held = (noun for p in children(subject, "prep") if p.lower_ in ("from", "of") for noun in children(p, "pobj"))
    named = [(one, actors.mention_at(start_of(one), end_of(one))) for noun in held for one in conjuncts(noun)]
    if len(named) < 2 or any(m is None or m.entry.kind == "outlet" for _, m in named):
        return []
    return list(actors.parties(actors.known(m) for _, m in named if m is not None))


def _joint_adjectives(actors: Actors, subject: Token) -> list[Mention]:
    """The states of "Egyptian and Qatari mediators"; none where another adjective is joined to them."""
    if base(subject) not in wordset("actors", "envoys"):
        return []
    first = next((c for c in children(subject, "amod") if child(c, "conj") is not None), None)
    named = [actors.mention_at(start_of(one), end_of(one)) for one in conjuncts(first)] if first is not None else []
    states = [mention for mention in named if mention is not None and mention.entry.kind == "state"]
    return states if len(states) == len(named) else []


def _listed_with(actors: Actors, sentence: Sentence, subject: Token, sides: tuple[Key, ...]) -> list[Key]:
    """States that stand in one list with a subject, also where a parser has lost them: "A, B, and C"."""
    mentions = [
        m
        for m in actors.readings[sentence.number].mentions
        if (m.entry.kind == "state" or m.entry.party) and m.form in ("name", "alias")
    ]
    runs: list[list[Mention]] = []
    ended = False
    for mention in mentions:
        before = runs[-1][-1] if runs else None
        link = _BETWEEN.fullmatch(actors.article.text, before.end, mention.start) if before is not None else None
        ends = link is not None and link["last"] is not None
        if before is not None and before.entry.key == mention.entry.key:
            continue  # "the Republic of A (A) and B"
        if link is not None and (ends or not ended):
            runs[-1].append(mention)
        else:  # "For A and B, the C will ...": C is not of the list
            runs.append([mention])
        ended = ends
    start = start_of(subject)
    joined = (actors.person_at(start_of(t), end_of(t)) for t in subject.subtree if t.dep_ == "conj" and t.i > subject.i)
    people = [key for key in joined if key is not None]
    if not any(m.start <= start < m.end for m in mentions):
        return list(actors.parties(people))
    listed = next((run for run in runs if run[0].start <= start < run[-1].end), [])
    keys = list(dict.fromkeys(actors.party_of(actors.known(mention)) for mention in listed))
    return keys if set(keys) & set(sides) and len(keys) > len(sides) else []
