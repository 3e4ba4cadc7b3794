"""Nouns that say nothing without of what: "an inspection", "full control", "a pledge"; and where the text tells it.

Such a noun needs no "the" to leave its matter open. Where the article tells it beside another mention of the same
noun ("an inspection of the dam"), those words are put beside it.
"""

from __future__ import annotations

from typing import Final

from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, children
from ..lexicons.word_lists import wordset

_TELLING: Final = ("compound", "nmod", "amod", "nummod")
_OF_THINGS: Final = ("of", "on", "for", "between", "against", "over")
_LONGEST: Final = 12
"""Words of a fuller mention; a longer one tells a story."""
_NEAR: Final = 3
"""Sentences before, among which the nearest fuller mention is meant even where another one stands elsewhere."""
_MEASURED: Final = ("DATE", "TIME", "CARDINAL", "ORDINAL")


def is_open(noun: Token) -> bool:
    """True for "a written pledge", "monthly sessions": to do what, about what."""
    if noun.pos_ != "NOUN" or base(noun) not in wordset("acts", "needing_of"):
        return False
    if noun.dep_ == "compound" or _complement(noun) is not None:
        return False
    beside = (c for c in children(noun, *_TELLING) if c.ent_type_ not in _MEASURED and c.pos_ != "NUM")
    return all(_tells_nothing(c) for c in beside)


def is_definite(noun: Token) -> bool:
    """True for "the route", "the communiqué", of which the text may tell only with a clause behind it."""
    lemma = base(noun)
    kinds = wordset("acts", "needing_which") | wordset("acts", "taking_up") | wordset("acts", "parts_of_papers")
    the = any(c.lower_ in ("the", "that", "this") for c in noun.children)
    return the and noun.pos_ == "NOUN" and lemma in kinds and _complement(noun) is None


def told_elsewhere(actors: Actors, noun: Token) -> str:
    """The words of the nearest mention of an open noun before it that tell of what, or of the only one; else empty."""
    alike = [t for t in actors.nouns.get(base(noun), ()) if t is not noun and t.pos_ == "NOUN"]
    own = actors.article.sentence_at(start_of(noun))
    near: list[str] = []
    told: list[str] = []
    for other in alike:
        words = _fuller(actors, other)
        sentence = actors.article.sentence_at(start_of(other))
        if not words or sentence is None or own is None:
            continue
        told.append(words)
        if own.number - _NEAR <= sentence.number <= own.number and start_of(other) < start_of(noun):
            near.append(words)
    if near:
        return near[-1]
    return told[0] if len({words.lower() for words in told}) == 1 else ""


def _complement(noun: Token) -> Token | None:
    """What tells of what: "of the dam", "that no ship would pass", "forbidding attacks", "to trace the missing"."""
    needing = base(noun) in wordset("acts", "needing_of")
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if (
        needing
        and behind is not None
        and behind.tag_ == "TO"
        and behind.head.pos_ == "VERB"
        and behind.head.i > behind.i
    ):
        return behind.head
    beside = [p for p in children(noun.head, "prep") if noun.dep_ == "dobj"]  # "hold consultations in A | on the text"
    for other in (*noun.children, *beside):
        if other.i < noun.i or other.ent_type_ in _MEASURED:
            continue
        if other.dep_ == "prep" and other.lower_ in (wordset("acts", "telling_of") if needing else _OF_THINGS):
            held = children(other, "pobj", "pcomp")
            share = base(noun) not in wordset("acts", "changes") and any(c.text == "%" for c in held)
            if held and held[0].ent_type_ not in _MEASURED and not share:  # "a threshold of 60%", not "a rise of 6%"
                return other
        if other.dep_ in ("acl", "relcl", "ccomp") and other.left_edge.nbor(-1).text != ",":
            return other if needing or other.left_edge.tag_ != "TO" else None
    return None


def _tells_nothing(word: Token) -> bool:
    return word.lower_ in wordset("acts", "unspecific") | wordset("acts", "unspecific_of")


def _fuller(actors: Actors, noun: Token) -> str:
    """The words of a mention that tell of what, without an article before them."""
    behind = _complement(noun)
    if behind is None:
        return ""
    told = [c for c in children(noun, *_TELLING) if c.i < noun.i and not _tells_nothing(c)]
    first = min((c.left_edge for c in told), key=lambda t: t.i, default=noun)
    words = [t for t in noun.doc.tokens[first.i : behind.right_edge.i + 1] if t.text.strip()]
    if len(words) > _LONGEST or any(t.pos_ == "PRON" or not _is_plain(t) for t in words):
        return ""
    return " ".join(actors.article.text[start_of(words[0]) : end_of(words[-1])].split())


def _is_plain(word: Token) -> bool:
    return all(c.isalnum() or c in "-–’'.$€£%" for c in word.text)
