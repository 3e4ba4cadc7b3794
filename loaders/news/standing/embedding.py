"""What a clause hangs on: the word above it, and what that word makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language.parse import Token
from ..language.syntax import agent_of, child, children, passive, subject_of
from ..lexicons.word_lists import wordset
from .phrases import run_on
from .signatures import (
    DENIED,
    NOT,
    SAID,
    UNKNOWN_CLAUSE,
    UNKNOWN_INFINITIVE,
    Effect,
    Frame,
    nouns,
    parse_effect,
    phrases,
    predicates,
)


@dataclass(frozen=True, slots=True)
class Link:
    """The word that a clause hangs on, its effect, whose word that makes it, and the link in words."""

    above: Token
    effect: Effect
    who: Token | None
    why: str


def complement(below: Token, above: Token) -> Link:
    """The link from a clause to the verb, adjective or noun that it completes."""
    frame = frame_of(below, above)
    verb = above.head
    if above.lemma_ == "know" and verb.lemma_ == "let":  # "let it be known that"
        return Link(verb, SAID, subject_of(verb), "let be known: that")
    if above.pos_ == "ADJ" and verb.pos_ == "VERB" and above.dep_ in ("dobj", "oprd", "acomp", "ccomp"):
        effect = _listed(f"{verb.lemma_.lower()} {above.lower_}", frame, verb)  # "made it plain that", "saw fit to"
        if effect is not None:
            return Link(verb, effect, subject_of(verb), f"{verb.lemma_} {above.lower_}: {frame}")
    who = agent_of(above) if passive(above) else subject_of(above)
    for word in _names(above, below):
        effect = _listed(word, frame, above)
        if effect is not None:
            return Link(above, _as_passive(effect, above), who, f"{word}: {frame}")
    if frame == "that" and above.lemma_.lower() in wordset("reporting", "say"):
        return Link(above, _as_passive(SAID, above), who, f"{above.lemma_}: {frame}")
    return Link(above, unknown(frame), who, f"unknown {above.lemma_}: {frame}")


def unknown(frame: Frame) -> Effect:
    """What hangs on a word that the lexicon does not know: never a fact."""
    if frame == "whether":
        return parse_effect("question")
    if frame == "np-to":
        return parse_effect("prescribed")
    return UNKNOWN_CLAUSE if frame == "that" else UNKNOWN_INFINITIVE


def _listed(word: str, frame: Frame, above: Token) -> Effect | None:
    table = predicates()
    if frame == "passive-to":
        found = table.get((word, "passive-to"))
        return found or table.get((word, "np-to")) or table.get((word, "to"))
    if frame == "np-to":
        return table.get((word, "np-to")) or table.get((word, "to"))
    return table.get((word, frame))


def _as_passive(effect: Effect, above: Token) -> Effect:
    """ "It was reported that": said by nobody who is named; "it is not known that": nobody knows."""
    if effect.granted and passive(above) and above.lemma_ == "know":
        return Effect("+", "u", "alleged" if agent_of(above) is None else None)
    if effect.source == "said" and passive(above) and agent_of(above) is None:
        return Effect(effect.so, effect.if_not, "alleged", effect.certainty, effect.time, effect.forces)
    return effect


def frame_of(below: Token, above: Token) -> Frame:
    """The form of a clause that completes a word."""
    if _asks(below) and not _takes_up(below, above):
        return "whether"
    if infinitive(below):
        if passive(above):
            return "passive-to"
        given = child(below, "nsubj", "nsubjpass") is not None or any(
            c.i < below.i for c in children(above, "dobj", "dative") if c.pos_ in ("PROPN", "NOUN", "PRON")
        )
        return "np-to" if given and above.pos_ == "VERB" else "to"
    if below.tag_ == "VBG" and not any(c.dep_ == "aux" for c in below.children):
        return "ing"
    return "that"


def infinitive(verb: Token) -> bool:
    """True for "to offer", and for the bare "offer" after "help" or "let"."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _takes_up(below: Token, above: Token) -> bool:
    """True for the "which" of a relative clause around both verbs: "a draft, which X has begun to examine"."""
    return below.left_edge.i < above.i and above.dep_ == "relcl"


def _asks(verb: Token) -> bool:
    """True for a clause with "whether", "if", "how", "what" in front."""
    first = verb.left_edge
    marks = [c for c in verb.children if c.dep_ == "mark" and c.i < verb.i]
    if any(c.lower_ in ("whether", "if") for c in marks):
        return True
    return first.tag_ in ("WRB", "WP", "WP$") or (first.tag_ == "WDT" and first.lower_ in ("which", "what"))


# ---------------------------------------------------------------------- the word above, by its names


def _names(above: Token, below: Token) -> Iterator[str]:
    """What the lexicon may have the word under: "make clear", "rule out", "be ready" as "ready", "agree"."""
    if above.lemma_ in wordset("signatures", "linking"):
        yield from _predicated(above, below)
        if above.lemma_ in ("be", "become", "remain"):
            return
    yield from run_on(above)
    beside = [c for c in above.children if c.i != below.i and abs(c.i - above.i) <= 4]
    for c in beside:
        if c.dep_ in ("prt", "advmod", "acomp", "oprd", "prep", "dobj", "xcomp", "ccomp", "npadvmod"):
            yield f"{above.lemma_.lower()} {c.lower_}"
    if below.head.i != above.i and below.head.pos_ in ("ADP", "SCONJ"):
        yield f"{above.lemma_.lower()} {below.head.lower_}"
    yield above.lemma_.lower()
    yield above.lower_


def _predicated(above: Token, below: Token) -> Iterator[str]:
    """The adjectives and nouns that a linking verb has beside it."""
    for c in children(above, "acomp", "attr", "oprd", "advmod", "prep", "ccomp", "nsubj"):
        if c.i == below.i or c.dep_ == "nsubj":
            continue
        if c.dep_ == "prep":
            yield from (f"{c.lower_} the {p.lemma_.lower()}" for p in children(c, "pobj"))
            for p in children(c, "pobj"):  # "at liberty to", "in a position to"
                yield " ".join([c.lower_, *(d.lower_ for d in children(p, "det")), p.lemma_.lower()])
            yield from (p.lemma_.lower() for p in children(c, "pobj"))
            continue
        yield from (f"{d.lower_} {c.lemma_.lower()}" for d in children(c, "det"))
        yield c.lower_
        yield c.lemma_.lower()


def copular(below: Token, above: Token) -> Link | None:
    """ "The idea is that ...", "the report was that ...": the subject tells what the clause is."""
    subject = child(above, "nsubj")
    if above.lemma_ not in ("be", "remain") or subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    word, frame = subject.lemma_.lower(), frame_of(below, above)
    if word in phrases("papers"):
        return Link(above, _of_paper(word), subject, f"{word}: document")
    effect = nouns().get((word, frame))
    return Link(above, effect, subject, f"{word}: {frame}") if effect is not None else None


def _of_paper(word: str) -> Effect:
    return parse_effect("hypothesis" if word in phrases("unreal") else "document +/u planned")


def is_calling(verb: Token) -> bool:
    """True for "calls", "describes", "brands"."""
    return verb.lemma_.lower() in wordset("signatures", "calling")


def called(below: Token, above: Token) -> Link | None:
    """ "Called it a fabrication that ...": somebody says that it is not so."""
    if not is_calling(above):
        return None
    for word in (
        t for c in children(above, "oprd", "attr", "xcomp", "ccomp", "dobj", "acomp") for t in (c, *c.children)
    ):
        effect = predicates().get((word.lemma_.lower(), "that"))
        if word.i != below.i and effect is not None and effect.so == "-":
            return Link(above, DENIED, subject_of(above), f"called {word.lemma_}")
    return None


def of_noun(below: Token, noun: Token) -> Link | None:
    """The link from a clause to the noun that it is the content of: "the report that", "the failure to"."""
    frame: Frame = "that"
    if infinitive(below):
        frame = "to"
    elif below.head.pos_ in ("ADP", "SCONJ") or (below.tag_ == "VBG" and below.dep_ == "pcomp"):
        frame = "ing"
    effect = nouns().get((noun.lemma_.lower(), frame))
    which = any(c.lower_ == "the" for c in children(noun, "det"))  # "the first time that"; "it is time that"
    be = f"the {noun.lemma_.lower()}" if which else noun.lemma_.lower()
    if noun.dep_ == "attr" and frame == "that" and (be, frame) in predicates():
        effect = predicates()[be, frame]  # "it is not a fact that", "it is not the case that"
    who = child(noun, "poss")
    if effect is None and frame == "that" and is_untruth(noun):
        effect = NOT
    if effect is not None:
        return Link(noun, effect, who, f"{noun.lemma_}: {frame}")
    if frame == "that":
        return Link(noun, UNKNOWN_CLAUSE, who, f"unknown {noun.lemma_}: {frame}")
    return Link(noun, UNKNOWN_INFINITIVE, who, f"unknown {noun.lemma_}: {frame}")


def is_untruth(noun: Token) -> bool:
    """True for a noun by which something is called untrue: "a fabrication that ..."."""
    effect = predicates().get((noun.lemma_.lower(), "that"))
    return effect is not None and effect.so == "-" and effect.source is None


def of_object(noun: Token, verb: Token) -> tuple[Effect, str] | None:
    """What a verb makes of a noun that it acts on, and the link: "denied reports", "put off a deal"."""
    lemma = verb.lemma_.lower()
    claims = noun.lemma_.lower() in wordset("reporting", "denial", "claims") | wordset("acts", "untrue")
    if claims and lemma in wordset("reporting", "denial", "verbs_of_claims") | wordset("reporting", "denial", "verbs"):
        return DENIED, f"{lemma}: claim"
    if claims and any(c.dep_ == "prt" or c.lower_ in ("aside", "off", "away") for c in verb.children) and lemma in (
        "brush", "wave", "laugh", "shoot", "bat", "swat", "knock",
    ):  # fmt: skip
        return DENIED, f"{lemma}: claim"
    for name in (*run_on(verb), *(f"{lemma} {c.lower_}" for c in children(verb, "prt", "prep", "advmod"))):
        found = predicates().get((name, "np"))
        if found is not None:
            return found, f"{name}: np"
    effect = predicates().get((lemma, "np"))
    return (effect, f"{lemma}: np") if effect is not None else None


def of_preposition(prep: Token) -> Effect | None:
    """What "without", "instead of" make of what they hold; ``None`` for prepositions that grant it."""
    before = prep.nbor(-1).lower_ if prep.i else ""
    return NOT if {prep.lower_, f"{before} {prep.lower_}"} & phrases("untrue") else None
