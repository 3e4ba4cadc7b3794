"""How something said is meant: claimed, expected, doubted, judged, supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...graph.records import ActType, Modality
from .lexicons import lexicon
from .speech import Utterance
from .syntax import child, children, modal, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

ACT_MODALITIES: dict[ActType, Modality] = {
    "propose": "proposal", "offer": "proposal", "demand": "demand", "request": "demand", "commit": "commitment", "agree": "agreement",
    "agreeToConsider": "agreement-to-consider", "reject": "rejection", "setCondition": "conditional", "expect": "expectation",
}  # fmt: skip
_LINKING = frozenset({"be", "remain", "seem", "look", "appear", "become", "stay", "sound", "prove", "feel"})


def modality_of(utterance: Utterance, words: str) -> Modality:
    """The modality of an utterance from its form; acts of negotiation in it are judged by themselves."""
    lexical = lexicon("reporting")["modality"]
    if utterance.kind == "refuse":
        return "refusal-to-speculate"
    if utterance.kind == "reason":
        return "reason"
    verb, root = utterance.verb, utterance.root
    if utterance.kind == "speak":
        against = verb is not None and any(c.lower_ == "against" for c in children(verb, "prep"))
        return (
            "negative-expectation"
            if against and verb is not None and verb.lemma_.lower() in lexical["negative_expectation"]["verbs_against"]
            else "claim"
        )
    lower = " ".join(words.lower().split())
    if root is None:
        return "claim"
    main = _main(root)
    if (
        any(p in lower for p in lexical["negative_expectation"]["phrases"])
        or _adjective(main) in lexical["negative_expectation"]["adjectives"]
    ):
        return "negative-expectation"
    if any(p in lower for p in lexical["assessment"]["phrases"]):
        return "assessment"
    word = modal(main)
    if word in ("will", "shall") or any(c.lower_ == "going" for c in children(main, "aux")):
        return "negative-expectation" if negated(main) else "expectation"
    if word in ("would", "could", "might"):
        return "hypothetical"
    if main.lemma_.lower() in _LINKING and (
        _adjective(main) or any(c.lower_ in lexical["assessment"]["adverbs"] for c in children(main, "advmod"))
    ):
        return "assessment"
    return "claim"


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
    found = [
        c
        for c in children(root, "advcl")
        if modal(c) and any(k.dep_ == "mark" and k.lower_ in ("before", "until", "unless") for k in c.children)
    ]
    return found
