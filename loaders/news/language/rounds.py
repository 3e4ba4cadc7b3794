"""Mends what a tagger takes for an adverb: the "round" in "at the Harbourtown round" is a noun, the name its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mend_rounds(doc: Doc) -> Doc:
    """Makes a noun of the "round" in "at the Harbourtown round", which a tagger may take for an adverb."""
    for token in doc[1:]:
        name = token.nbor(-1)
        if token.lower_ != "round" or token.tag_ not in ("RB", "IN", "RP") or name.tag_ != "NNP":
            continue
        article = next((c for c in name.lefts if c.dep_ == "det"), None)
        if article is None:
            continue
        token.tag_, token.dep_, token.head = "NN", name.dep_, name.head
        for word, link in ((article, "det"), (name, "compound")):
            word.head, word.dep_ = token, link
    return doc
