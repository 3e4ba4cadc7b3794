"""Puts right what a parser makes of "handed over 12 boats": a particle behind its verb is no "more than"."""

from __future__ import annotations

from .closing_cues import hang_anew
from .parse import Span


def mend_particles(sentence: Span) -> None:
    """Hangs a particle on the verb right before it, where a number behind it has taken it."""
    for token in sentence:
        verb = token.doc[token.i - 1] if token.i > sentence.start else None
        if token.tag_ != "RP" or token.dep_ != "quantmod" or verb is None or verb.pos_ != "VERB":
            continue
        token.head, token.dep_ = verb, "prt"
        hang_anew(sentence)
