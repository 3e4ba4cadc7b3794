"""Acts without a verb of negotiation: "took it under advisement", "said no to", "is out of the question"."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import Final

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import child, children, clause, modal, negated, passive, subject_of, thing_of
from ..lexicons.word_lists import lexicon, wordset
from .acting import acting_sides
from .frames import FoundAct

_PARTICLES: Final = {
    "look": ("at", "into", "over"),
    "think": ("about", "over", "through"),
    "reflect": ("on", "upon"),
}
"""What some verbs of considering need after them."""
_FORESEEN: Final = ("will", "would", "could", "may", "might", "shall")


def considers(verb: Token) -> bool:
    """True for a verb by which something is only looked at: "to study the offer", "to take a look at it"."""
    lemma = verb.lemma_.lower()
    if lemma in wordset("acts", "consider"):
        needed = _PARTICLES.get(lemma)
        return needed is None or any(c.lower_ in needed for c in children(verb, "prep", "prt"))
    return any(act == "agreeToConsider" and lemma == first and _says(verb, words) for first, words, act in _idioms())


def stance_act(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """The act of an idiom, of "will study ...", or of a judgement on what is asked for; ``own``: whoever says it."""
    if verb.lemma_ in ("be", "remain"):
        judged = next((act for words, act in _judgements() if _says(verb, words)), None)
        if judged is None or not own:
            return None
        return _found(actors, sentence, verb, judged, own)
    if verb.lemma_ == "say" and _answers_a_question(verb):
        return None
    act = _idiom(verb) or ("reject" if _turns_away(verb) else None)
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children) and modal(verb)
    wished = verb.dep_ == "ccomp" and any(c.tag_ == "TO" for c in children(verb, "aux"))  # "expects A to say yes"
    if act is None or perfect or wished or verb.dep_ in ("xcomp", "acl", "pcomp", "csubj") or negated(verb):
        return None
    agents = acting_sides(actors, sentence, subject_of(verb), own=own)
    if passive(verb) and act == "agreeToConsider" and not agents:
        agents = own
    return _found(actors, sentence, verb, act, agents) if agents else None


def _answers_a_question(verb: Token) -> bool:
    """True for "Asked whether the talks had failed, A said no", "said no, that the report was false"."""
    asked = any(c.lemma_ in ("ask", "question", "press") for c in children(verb, "advcl", "acl", "dep") if c.i < verb.i)
    to = [noun for p in children(verb, "prep") if p.lower_ == "to" for noun in children(p, "pobj")]
    hearers = any(noun.lemma_.lower() in ("press", "media", "reporter", "journalist") for noun in to)
    return asked or hearers or any(verb.i < c.left_edge.i <= verb.i + 3 for c in children(verb, "ccomp"))


def _turns_away(verb: Token) -> bool:
    """True for "called the offer unacceptable": what somebody was asked for, by the word for it."""
    if verb.lemma_.lower() not in wordset("acts", "branding") or passive(verb):
        return False
    small = next(iter(children(verb, "ccomp")), None)  # a parser may make a clause of "the offer unacceptable"
    thing = child(verb, "dobj") or (child(small, "nsubj") if small is not None else None)
    asked = thing is not None and thing.pos_ == "NOUN" and thing.lemma_.lower() in wordset("acts", "asked")
    as_what = [w for p in children(verb, "prep") if p.lower_ == "as" for w in children(p, "pobj", "amod", "pcomp")]
    behind = [t for t in verb.subtree if thing is not None and t.i > thing.i]
    first = [t for t in takewhile(lambda t: t.dep_ != "cc", behind) if t.dep_ in ("oprd", "acomp", "amod")]
    words = [*as_what, *(t for t in first if t.dep_ != "amod" or t.i > t.head.i)]
    words += [small] if small is not None and small.pos_ == "ADJ" else []
    no = any(t.lower_ in ("not", "hardly", "never", "once") for word in words for t in word.subtree)
    return asked and not no and any(word.lower_ in wordset("acts", "unwelcome") for word in words)


def _idiom(verb: Token) -> ActType | None:
    lemma = verb.lemma_.lower()
    found = next((act for first, words, act in _idioms() if lemma == first and _says(verb, words)), None)
    if found is None and considers(verb):
        thing = thing_of(verb)
        asked = thing is not None and thing.lemma_.lower() in wordset("acts", "asked")
        going_on = verb.tag_ == "VBG" and child(verb, "aux") is not None and asked
        found = "agreeToConsider" if modal(verb) in _FORESEEN or going_on else None
    return found


def _found(actors: Actors, sentence: Sentence, verb: Token, act: ActType, agents: tuple[Key, ...]) -> FoundAct:
    subject = child(verb, "nsubj", "nsubjpass")
    content = next((c for c in children(verb, "dobj", "ccomp", "xcomp") if c.i > verb.i), None)
    says = verb.lemma_ == "say"
    content = None if says else content  # "said no, on the ground that ..."
    for prep in children(verb, "prep"):
        if not says or prep.lower_ == "to":
            content = content or child(prep, "pobj", "pcomp")
    if verb.lemma_ in ("be", "remain") or passive(verb):
        content = subject
    words = clause(verb)
    span = extent([t for t in words if t.i <= verb.i + 1] if says and content is None else words)
    return FoundAct(
        type=act,
        agents=agents,
        addressees=(),
        span=span,
        content=extent(content.subtree) if content is not None else span,
        root=content if content is not None else verb,
        head=verb,
        sentence=sentence,
        rule="act-stance",
        refusal=verb.lemma_ in ("be", "remain") and negated(verb),
    )


def _says(verb: Token, words: re.Pattern[str]) -> bool:
    """True when the words after a verb, within its clause, are these."""
    return words.search(verb.doc[verb.i + 1 : verb.right_edge.i + 1].text) is not None


@cache
def _idioms() -> list[tuple[str, re.Pattern[str], ActType]]:
    return [(e["verb"], re.compile(rf"^\s*(?:{e['words']})\b", re.I), e["act"]) for e in lexicon("acts")["idioms"]]


@cache
def _judgements() -> list[tuple[re.Pattern[str], ActType]]:
    return [(re.compile(rf"^\s*(?:{e['words']})\b", re.I), e["act"]) for e in lexicon("acts")["judgements"]]
