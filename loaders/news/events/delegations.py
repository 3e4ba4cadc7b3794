"""Whose delegation a noun means, and what is known of somebody in one."""

from __future__ import annotations

from dataclasses import dataclass

from ....graph.records import DelegationRole, Evidence, Key, Modality, Span, Standing
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from .participants import owners, sides_named, taking_part

_BACK = 3
"""Sentences in which a delegation is looked for that "the delegation" takes up."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a delegation, with the words that say so."""

    member: Key
    delegation: Key
    role: DelegationRole
    span: Span
    evidence: Evidence
    modality: Modality
    standing: Standing
    titled: bool = False
    """True when a title beside the name says it, which is the article's own word."""


def team_of(actors: Actors, token: Token | None, sentence: Sentence, leader: Key | None = None) -> Key | None:
    """The delegation that a noun names: "A’s team", "the B side", "whose team"; "a delegation" is its leader's."""
    if token is not None and token.lower_ in ("it", "they") and token.pos_ == "PRON":
        return _named_before(actors, token, sentence)
    if token is None or token.lemma_.lower() not in wordset("teams", "teams"):
        return None
    known = next((k for k in actors.resolve(token, sentence) if k in actors.delegations), None)
    if known is not None:
        return known
    lasting = token.lemma_.lower() == "team"
    sides = [actors.known(m) for m in sides_named(actors, token)]
    if any(c.lower_ == "whose" for c in children(token, "poss")):
        clauses = (t for t in token.ancestors if t.dep_ == "relcl")
        sides += [k for verb in list(clauses)[:1] for k in taking_part(actors, verb.head, sentence)]
    sides += owners(actors, token, sentence) or (_of(actors, token, sentence) if not sides else ())
    if not sides:  # "the government delegation"
        sides = [k for k in actors.resolve(token, sentence) if k.startswith(("state/", "organization/"))]
    sides = sides or _kind_of_side(actors, token)
    short = next((c for c in children(token, "compound", "nmod", "poss") if c.is_upper and c.is_alpha), None)
    if not sides and short is not None and len(short) > 1:
        sides = [actors.organization(*extent([short]))]
    if not sides and leader is not None and leader in actors.sides:
        sides = [actors.sides[leader]]
    sides = [k for k in sides if k in actors.delegations or not k.startswith("unnamed/")]
    if not sides and any(c.lower_ in ("the", "this") for c in token.children):
        return _named_before(actors, token, sentence)
    return actors.delegation(sides[0], lasting=lasting, named="team") if sides else None


def _named_before(actors: Actors, token: Token, sentence: Sentence) -> Key | None:
    """The delegation that the subject of this sentence or of the one before names, for "the delegation", "it"."""
    nouns = ("nsubj", "nsubjpass")
    for number in range(sentence.number, max(-1, sentence.number - _BACK), -1):
        earlier = actors.article.sentences[number]
        for noun in reversed(list(earlier.span)):
            before = number < sentence.number or noun.i < token.i
            if (
                before
                and noun.lemma_.lower() in wordset("teams", "teams")
                and noun.dep_ in nouns
                and sides_of(actors, noun)
            ):
                return team_of(actors, noun, earlier)
    return None


def sides_of(actors: Actors, noun: Token) -> bool:
    """True for a noun with the name of a side beside it."""
    return bool(sides_named(actors, noun))


def _kind_of_side(actors: Actors, token: Token) -> list[Key]:
    """The side that fights against a state in "the rebel delegation", where one of the two does."""
    rebels = any(c.lemma_.lower() in wordset("teams", "rebels") for c in children(token, "compound", "amod", "nmod"))
    bodies = [key for key in actors.pair if not key.startswith("state/")]
    return bodies if rebels and len(bodies) == 1 and len(actors.pair) == 2 else []


def _of(actors: Actors, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    held = [o for p in children(token, "prep") if p.lower_ in ("of", "from") for o in children(p, "pobj")]
    return tuple(k for o in held for k in actors.resolve(o, sentence) if k.startswith(("organization/", "state/")))


def prospect(expected: bool) -> tuple[Modality, Standing]:
    """How something is said, and how far it holds: foreseen or told."""
    return ("expectation", "expected") if expected else ("fact", "asserted")
