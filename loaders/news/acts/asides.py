"""Who answers in an aside: "A wants B to open the port, a demand that B has rejected"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import children, clause, modal, negated, subject_of
from ..lexicons.word_lists import wordset
from .acting import acting_sides
from .frames import FoundAct, verb_frames

_ANSWERS = ("reject", "agree")


def apart_from_aside(act: FoundAct) -> FoundAct:
    """The act without an aside that its words end in."""
    aside = _aside(act)
    if aside is None:
        return act
    comma = start_of(aside.left_edge.nbor(-1))
    content = (act.content[0], min(act.content[1], comma))
    return replace(act, content=content, span=(act.span[0], min(act.span[1], comma)))


def answers_in_asides(actors: Actors, act: FoundAct) -> Iterator[FoundAct]:
    """What others answer to an act in an aside behind it; ``act`` is told apart from the aside."""
    aside = _aside(act)
    for verb in children(aside, "relcl") if aside is not None else ():
        answer = next((f.act for f in verb_frames().get(verb.lemma_.lower(), ()) if f.act in _ANSWERS), None)
        if answer is None or negated(verb) or modal(verb) or _is_undone(verb):
            continue
        agents = acting_sides(actors, act.sentence, subject_of(verb), own=())
        if agents and not set(agents) & set(act.agents):
            span = extent(clause(verb))
            yield replace(
                act, type=answer, agents=agents, addressees=(), span=span, head=verb, rule="act-aside", refusal=False
            )


def _is_undone(verb: Token) -> bool:
    """True for "barely agreed to", "had rejected until Monday"."""
    words = {c.lower_ for c in children(verb, "advmod", "prep", "mark")}
    return bool(words & {"barely", "hardly", "nearly", "almost", "scarcely", "until", "till", "first", "initially"})


def _aside(act: FoundAct) -> Token | None:
    """The "demand" of ", a demand that B has rejected" right behind what an act is about."""
    for noun in act.sentence.span:
        behind = noun.i > act.root.i and act.content[0] < start_of(noun)
        asked = noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.lower_ in wordset("acts", "asked")
        if not (behind and asked and noun.left_edge.lower_ in ("a", "an") and children(noun, "relcl")):
            continue
        comma = noun.left_edge.nbor(-1)
        if comma.text == "," and end_of(comma.nbor(-1)) <= max(act.content[1], start_of(comma)):
            between = [t for t in act.sentence.span if act.content[1] <= start_of(t) < start_of(comma)]
            return noun if not between else None
    return None
