"""Puts right what a parser makes of "... the port of NAME, SPEAKER told reporters": the speaker is no part of a place.

After the name of a place, a parser may take the name of who speaks for a part of it, and the verb of saying for another
deed of whoever acts before.
"""

from __future__ import annotations

from ..lexicons.word_lists import wordset
from .parse import Span, Token

_LONGEST_NAME = 4
_LONGEST_REST = 7
"""Words after the verb: "told reporters in the capital on Monday"."""


def mend_closing_cue(sentence: Span) -> None:
    """Hangs a sentence on the verb of saying at its end, where a name stands right before it, after a comma."""
    verb = _closing_verb(sentence)
    name = _name_before(sentence, verb) if verb is not None else []
    if verb is None or not name:
        return
    comma = sentence.doc[name[0].i - 1]
    root = next((t for t in verb.ancestors if t.head is t), verb)
    if root.i > comma.i or (verb.dep_ == "relcl" and verb.left_edge.i < comma.i):
        return  # "the port that, on Monday, NAME described"
    speaker = name[-1]
    _give_place(speaker, before=comma)
    for token in name[:-1]:
        token.head, token.dep_ = speaker, "compound"
    speaker.head, speaker.dep_ = verb, "nsubj"
    comma.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "ccomp"
    _hang_anew(sentence)


def _closing_verb(sentence: Span) -> Token | None:
    """The verb of saying at the end of a sentence that a parser has hung on what is said."""
    last = next((t for t in reversed(sentence.tokens) if t.pos_ in ("VERB", "AUX")), None)
    if last is None or last.tag_ != "VBD" or sentence.end - last.i > _LONGEST_REST:
        return None
    if last.lemma_.lower() not in wordset("reporting", "say"):
        return None
    taken = {c.dep_ for c in last.children} & {"nsubj", "nsubjpass", "ccomp", "auxpass"}
    strayed = last.dep_ in ("conj", "ccomp") and not taken
    return last if strayed or (last.dep_ == "relcl" and taken == {"nsubj"}) else None


def _name_before(sentence: Span, verb: Token) -> list[Token]:
    """The words of the name right before a verb that a comma sets apart from what is said."""
    first = verb.i
    while first > sentence.start and sentence.doc[first - 1].pos_ == "PROPN":
        first -= 1
    apart = first - 1 > sentence.start and sentence.doc[first - 1].text == ","
    return sentence.doc.tokens[first : verb.i] if apart and verb.i - first <= _LONGEST_NAME else []


def _give_place(speaker: Token, *, before: Token) -> None:
    """Gives the speaker's place in the tree to the word before the comma that was hung on it."""
    outer = [c for c in speaker.children if c.i < before.i]
    if outer:
        heir = outer[-1]
        for c in outer[:-1]:
            c.head = heir
        heir.head, heir.dep_ = speaker.head, speaker.dep_


def _hang_anew(sentence: Span) -> None:
    """Tells all words of a sentence anew what hangs on them."""
    for token in sentence:
        token.children = [t for t in sentence if t.head is token and t is not token]
        token.forget_subtree()
