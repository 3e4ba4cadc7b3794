"""The walk to a clause in plain words, for those who ask why an act stands as it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .signatures import Effect, Force, SourceKind, Time, adjectives, adverbs, nouns, phrases, predicates
from .value import Value

_SOURCES: Final[Mapping[SourceKind, str]] = {
    "said": "somebody's word",
    "denied": "somebody denies it",
    "believed": "somebody's belief",
    "foreseen": "foreseen by somebody",
    "alleged": "the word of somebody who is not named",
    "document": "written in a document",
}
FORCES: Final[Mapping[Force, str]] = {
    "question": "a question",
    "hypothesis": "only supposed",
    "counterfactual": "has not come about",
    "conditional": "hangs on a condition",
    "wish": "only wished for",
    "prescribed": "ought to be",
    "imperative": "a command",
    "mention": "words that are only mentioned",
    "unserious": "not meant in earnest",
    "unsaid": "not said",
    "withdrawn": "taken back",
    "rumour": "a rumour",
    "ability": "can be",
}
"""What each force makes of a clause."""
_FIXED: Final[Mapping[str, str]] = {
    "if": FORCES["conditional"],
    "condition": FORCES["conditional"],
    "?": "in a question",
    "imperative": "a command",
    "long ago": "long ago, or of another government",
    "quoted by nobody": "in quotation marks, said by nobody who is found",
    "headline": "in a headline, which asserts nothing",
    "spoken": "in somebody's words",
    "own paper": "told of others by one side's own office",
    "account": "goes on with somebody's account",
    "according to": "in somebody's words",
    "somebody speaks of himself": "in somebody's words",
    "whenever": "a habit",
    "own word": "done by saying so",
    "purpose": "a purpose",
    "inversion": FORCES["conditional"],
    "relative clause": "told beside it, and taken for granted",
    "gerund subject": "taken for granted",
    "modifier": "taken for granted",
    "planned": "only meant to be done",
    "refusal": "the “not” makes it a refusal",
    "so-called": "“so-called”: not so",
    "near": "",
}
_GRANTED: Final = "taken for granted"
_MODALS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("will", "shall", "would"), "still to come"),
    **dict.fromkeys(("may", "might", "could"), "possible"),
    **dict.fromkeys(("should", "must", "ought", "need"), "ought to be"),
    **dict.fromkeys(("would have", "could have"), "has not come about"),
    "can": "can be",
}
_TIMES: Final[Mapping[Time, str]] = {"planned": "still to come", "general": "a habit", "background": "long ago"}
_NEGATIONS: Final = frozenset({"not", "no"})


def in_words(value: Value | None) -> str:
    """The links of the walk in plain words, outermost first; empty where nothing stands above or about the clause.

    >>> in_words(Value(why=("say: that", "would")))
    "“say”: somebody's word; “would”: still to come"
    """
    links = value.why if value is not None else ()
    told: list[str] = []
    for link in links:
        words = _link_in_words(link) if link != "not" or "refusal" not in links else ""
        if words.endswith(_GRANTED):  # what is taken for granted keeps whose word it is, and nothing else
            told = [one for one in told if one.endswith(tuple(_SOURCES.values()))]
        told += [words] if words and words not in told else []
    return "; ".join(told)


def _link_in_words(link: str) -> str:
    if link in _FIXED:
        return _FIXED[link]
    head, colon, frame = link.rpartition(": ")
    if colon:
        return _of_frame(head, frame)
    first, _, rest = link.partition(" ")
    if rest and first in ("be", "remain", "become"):
        return ""  # "is ready": the adjective is the act's own word
    if rest and first in ("joined", "the", "called", "seem", "appear"):
        return _of_two(first, rest)
    if rest and first == "unknown":
        return _unknown(rest)
    return f"“{link}”: {_of_word(link)}"


def _of_frame(head: str, frame: str) -> str:
    """ "say: that", "unknown ponder: to", "draft: document", "dismiss: claim"."""
    if frame == "document":
        return f"“{head}”: {FORCES['hypothesis'] if head in phrases('unreal') else _SOURCES['document']}"
    if frame == "claim":
        return f"“{head}”: {_SOURCES['denied']}"
    if head.startswith("unknown "):
        return _unknown(head.removeprefix("unknown "))
    frames = (frame, "np-to", "to") if frame in ("passive-to", "np-to") else (frame,)
    effect = next(
        (table[head, one] for table in (predicates(), nouns()) for one in frames if (head, one) in table), None
    )
    return f"“{head}”: {_effect_in_words(effect) if effect is not None else _SOURCES['said']}"


def _of_two(first: str, rest: str) -> str:
    """ "joined to offered", "the offer", "called fabrication", "seem ready"."""
    if first == "joined":
        return f"joined to “{rest.removeprefix('to ')}”"
    if first == "called":
        return f"called “{rest}”: {_SOURCES['denied']}"
    return f"“the {rest}”: {_GRANTED}" if first == "the" else f"“{first}”: {_SOURCES['alleged']}"


def _unknown(word: str) -> str:
    return f"“{word}”: not known to tell a fact"


def _of_word(word: str) -> str:
    """What a word before or beside the clause does: a modal, a "not", an adverb, an adjective, a mark."""
    if word in _MODALS:
        return _MODALS[word]
    if word in _NEGATIONS or word in phrases("untrue"):
        return "not so"
    tables = (adverbs("effect"), adverbs("said"), adjectives())
    effect = next((table[word] for table in tables if word in table), None) or nouns().get((word.split()[0], "that"))
    if effect is not None:
        return _effect_in_words(effect)
    if word in phrases("unreal"):
        return FORCES["hypothesis"]
    if word in phrases("papers"):
        return _SOURCES["document"]
    supposed = set(word.split()) & phrases("marks", "hypothesis") - phrases("marks", "granted")
    return FORCES["hypothesis"] if supposed else _GRANTED


def _effect_in_words(effect: Effect) -> str:
    if effect.granted:
        return _GRANTED
    parts = [_SOURCES[effect.source]] if effect.source is not None else []
    parts += [FORCES[force] for force in sorted(effect.forces)]
    parts += [effect.certainty] if effect.certainty != "certain" else []
    parts += [_TIMES[effect.time]] if effect.time != "done" else []
    if effect.so == "-" and effect.source != "denied":
        parts.append("not so")
    elif effect.so == "u" and not parts:
        parts.append("leaves open whether it is so")
    return ", ".join(parts) or "is so"
