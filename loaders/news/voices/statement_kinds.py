"""What kind of statement some words are: a claim, an expectation, a doubt; how far they hold is for standing."""

from __future__ import annotations

from ....graph.records import ActType, Modality
from ..language.parse import Token
from ..language.syntax import child, children, modal, negated
from ..lexicons.word_lists import wordset
from .utterances import Utterance

ACT_MODALITIES: dict[ActType, Modality] = {
    "propose": "proposal",
    "offer": "proposal",
    "demand": "demand",
    "request": "demand",
    "commit": "commitment",
    "agree": "agreement",
    "agreeToConsider": "agreement-to-consider",
    "reject": "rejection",
    "setCondition": "conditional",
    "expect": "expectation",
}
"""What kind of statement tells of an act; of any other act it is a claim."""


def modality_of(utterance: Utterance, words: str) -> Modality:
    """The modality of an utterance from its form; acts of negotiation in it are judged by themselves."""
    if utterance.kind == "refuse":
        return "refusal-to-speculate"
    if utterance.kind == "reason":
        return "reason"
    if utterance.kind == "speak":
        return "negative-expectation" if _warns(utterance.verb) else "claim"
    if utterance.root is None:
        return "claim"
    lower = " ".join(words.lower().split())
    main = _main(utterance.root)
    if _any_phrase("negative_expectation", lower) or _adjective(main) in _words("negative_expectation", "adjectives"):
        return "negative-expectation"
    if _any_phrase("assessment", lower):
        return "assessment"
    word = modal(main)
    if word in ("will", "shall") or any(c.lower_ == "going" for c in children(main, "aux")):
        return "negative-expectation" if negated(main) else "expectation"
    if word == "would" and utterance.backshifted:
        return "negative-expectation" if negated(main) else "expectation"
    if word in ("would", "could", "might"):
        return "hypothetical"
    return "assessment" if _judges(main) else "claim"


def _words(*place: str) -> frozenset[str]:
    return wordset("reporting", "modality", *place)


def _any_phrase(group: str, words: str) -> bool:
    return any(phrase in words for phrase in _words(group, "phrases"))


def _warns(verb: Token | None) -> bool:
    """True for "warned against expecting ..."."""
    if verb is None or verb.lemma_.lower() not in _words("negative_expectation", "verbs_against"):
        return False
    return any(c.lower_ == "against" for c in children(verb, "prep"))


def _judges(verb: Token) -> bool:
    """True for "the positions remain far apart"."""
    if verb.lemma_.lower() not in _words("linking"):
        return False
    return bool(_adjective(verb)) or any(c.lower_ in _words("assessment", "adverbs") for c in children(verb, "advmod"))


def _main(root: Token) -> Token:
    """A head that is itself a verb of the content, for contents whose root is a name or noun."""
    return root if root.pos_ in ("VERB", "AUX") else next((c for c in root.children if c.pos_ in ("VERB", "AUX")), root)


def _adjective(verb: Token) -> str:
    found = child(verb, "acomp")
    return found.lower_ if found is not None else ""


def conditional_clauses(root: Token | None) -> list[Token]:
    """Clauses that something must come before or hang on: "before any meeting can be considered"."""
    if root is None:
        return []
    marks = ("before", "until", "unless")
    return [c for c in children(root, "advcl") if modal(c) and any(k.lower_ in marks for k in children(c, "mark"))]
