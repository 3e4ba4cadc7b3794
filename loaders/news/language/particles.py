"""Puts right what a parser makes of "handed over 12 boats": a particle behind its verb is no "more than"."""

from __future__ import annotations

from .parse import Span


def mend_particles(sentence: Span) -> None:
    """Hangs a particle on the verb right before it, where a number behind it has taken it."""
    for token in sentence:
        verb = token.doc[token.i - 1] if token.i > sentence.start else None
        if token.tag_ != "RP" or token.dep_ != "quantmod" or verb is None or verb.pos_ != "VERB":
            continue
        number = token.head
        number.children = [c for c in number.children if c is not token]
        token.head, token.dep_ = verb, "prt"
        verb.children = sorted([*verb.children, token], key=lambda t: t.i)
        for one in (token, number, verb, *number.ancestors):
            one.answers.clear()
