"""Acts whose grammar names the doer as an object: "the accord commits A to ...", "A gave B three days to ..."."""

from __future__ import annotations

from dataclasses import replace

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import base, child, children, clause, modal, negated, passive, subject_of
from ..lexicons.word_lists import wordset
from .acting import acting_sides, negotiates
from .frames import FoundAct


def bound_act(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """What an agreement binds its parties to, or what somebody must do within a time that another gives."""
    lemma = verb.lemma_.lower()
    if lemma == "make" and not negated(verb) and not passive(verb) and not modal(verb):
        return _conditional(actors, sentence, verb, own=own)
    binds = lemma in wordset("acts", "bindings")
    if not (binds or lemma == "give") or negated(verb) or passive(verb):
        return None
    return _binds(actors, sentence, verb) if binds else _ultimatum(actors, sentence, verb, own=own)


def _binds(actors: Actors, sentence: Sentence, verb: Token) -> FoundAct | None:
    paper, bound = subject_of(verb), child(verb, "dobj")
    if paper is None or bound is None or modal(verb):
        return None
    agreed = base(paper) in wordset("acts", "agreeing") | wordset("acts", "agreements") | {"declaration"}
    agreed = agreed and _is_in_force(paper)
    agents = acting_sides(actors, sentence, bound, own=()) if agreed and paper.pos_ in ("NOUN", "PROPN") else ()
    to = next((p for p in children(verb, "prep") if p.lower_ == "to" and p.i > bound.i), None)
    content = child(verb, "xcomp", "advcl") or (child(to, "pobj", "pcomp") if to is not None else None)
    if content is None or content.i < bound.i or not negotiates(actors, agents):
        return None
    return _found("commit", agents, (), sentence, verb, content)


def _is_in_force(paper: Token) -> bool:
    """True for "the accord signed in May", not for one that is "to be signed" or "was not signed"."""
    signed = wordset("acts", "agreeing") | wordset("acts", "together")
    by = (c for c in children(paper, "acl", "relcl") if c.tag_ in ("VBN", "VBD") and c.lemma_.lower() in signed)
    return any(not (negated(c) or modal(c) or any(k.tag_ in ("TO", "VB") for k in c.children)) for c in by)


def _ultimatum(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    objects = children(verb, "dobj", "dative")
    until = next((p for p in children(verb, "prep") if p.lower_ == "until"), None)
    given = next((o for o in objects if base(o) in wordset("acts", "deadlines")), until)
    whom = next((o for o in objects if o is not given), None)
    if given is None or whom is None or len(objects) > 2:
        return None
    asked = [c for c in (*children(verb, "advcl", "xcomp"), *children(given, "acl", "relcl")) if c.i > given.i]
    content = next((c for c in asked if c.tag_ == "VB" and c.left_edge.lower_ == "to"), None)
    agents = acting_sides(actors, sentence, subject_of(verb), own=own)
    to = actors.parties(actors.resolve(whom, sentence))
    return _found("demand", agents, to, sentence, verb, content) if content is not None and agents and to else None


def _conditional(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """The condition in "A has made its return conditional on a pause", "made a pause a condition for its return"."""
    thing = child(verb, "dobj", "ccomp")
    thing = child(thing, "nsubj") or thing if thing is not None and thing.dep_ == "ccomp" else thing
    word = next((t for t in verb.subtree if t.i > verb.i and _is_condition(t)), None)
    if thing is None or word is None or word.i <= thing.i:
        return None
    told = [t for t in verb.doc.tokens[word.i + 1 : verb.right_edge.i + 1] if not t.is_punct]
    agents = acting_sides(actors, sentence, subject_of(verb), own=own)
    if not agents or not told:
        return None
    act = _found("setCondition", agents, (), sentence, verb, thing)
    words = verb.doc.tokens[thing.left_edge.i : told[-1].i + 1]
    return replace(act, content=extent(words), rule="act-conditional")


def _is_condition(word: Token) -> bool:
    """True for the word in "conditional on ...", "a condition for ..."; not for "on the condition of the roads"."""
    behind = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    if word.lower_ in wordset("acts", "conditional"):
        return word.pos_ == "ADJ" and behind in ("on", "upon")
    a = word.lower_ in ("condition", "precondition") and word.nbor(-1).lower_ == "a"
    return a and behind == "for" and word.dep_ != "pobj" and word.nbor(-2).text != ","


def _found(
    act: ActType, agents: tuple[Key, ...], to: tuple[Key, ...], sentence: Sentence, verb: Token, content: Token
) -> FoundAct:
    return FoundAct(
        type=act,
        agents=agents,
        addressees=tuple(key for key in to if key not in agents),
        span=extent(clause(verb)),
        content=extent(content.subtree),
        root=content,
        head=verb,
        sentence=sentence,
        rule="act-verb",
    )
