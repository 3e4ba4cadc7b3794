"""Puts right what a parser makes of "... the port of NAME, SPEAKER told reporters": the speaker is no part of a place.

After the name of a place, a parser may take the name of who speaks for a part of it, and the verb of saying for another
deed of whoever acts before.
"""

from __future__ import annotations

from ..lexicons.word_lists import wordset
from .parse import Span, Token

_LONGEST_NAME = 4
_LONGEST_SPEAKER = 14
"""Words of who speaks: "a member of the delegation, NAME,"."""
_LONGEST_REST = 7
"""Words after the verb: "told reporters in the capital on Monday"."""


def mend_closing_cue(sentence: Span) -> None:
    """Hangs a sentence on the verb of saying behind it, where whoever speaks stands right before, after a comma."""
    verb = _closing_verb(sentence)
    named = _name_before(sentence, verb) if verb is not None else []
    speakers = named or (_speaker_before(sentence, verb) if verb is not None else [])
    if verb is None or not speakers:
        return
    comma = sentence.doc[speakers[0].i - 1]
    root = next((t for t in verb.ancestors if t.head is t), verb)
    stolen = [t for t in verb.children if t.i < comma.i]
    related = any(t.tag_ in ("WDT", "WP") for t in stolen) or (stolen and verb.dep_ == "relcl")
    if root.i > comma.i or (related and verb.dep_ in ("relcl", "acl")):
        return  # "the port that, on Monday, NAME described"
    for token in stolen if verb.dep_ == "acl" else ():
        token.head = verb.head  # "the terms agreed last month, NAME said"
    speaker = speakers[-1] if named else _head_of(speakers)
    _give_place(speaker, before=comma)
    inside = {t.i for t in speakers}
    for token in speakers:
        if named and token is not speaker:
            token.head, token.dep_ = speaker, "compound"
        elif token is not speaker and token.head.i not in inside:
            token.head = speaker
    if not named and any(t.text == "," for t in speakers):  # "a member of the team, NAME,": he is called so
        speakers[-1].head, speakers[-1].dep_ = speaker, "appos"
    speaker.head, speaker.dep_ = verb, "nsubj"
    comma.head = verb
    for token in sentence.tokens:
        if token.i > verb.i and token.head.i < comma.i:
            token.head = verb  # "said this week, in the clearest sign so far"
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "ccomp"
    hang_anew(sentence)


def _closing_verb(sentence: Span) -> Token | None:
    """The verb of saying behind what is said, which a parser has hung on that."""
    says = [t for t in sentence.tokens if t.tag_ == "VBD" and t.lemma_.lower() in wordset("reporting", "say")]
    last = says[-1] if says else None
    if last is None:
        return None
    taken = {c.dep_ for c in last.children} & {"nsubj", "nsubjpass", "ccomp", "auxpass"}
    strayed = last.dep_ in ("conj", "ccomp", "advcl") and not taken
    return last if strayed or (last.dep_ in ("relcl", "acl") and taken == {"nsubj"}) else None


def _name_before(sentence: Span, verb: Token) -> list[Token]:
    """The words of the name right before a verb that a comma sets apart from what is said."""
    first = verb.i
    while first > sentence.start and sentence.doc[first - 1].pos_ == "PROPN":
        first -= 1
    apart = first - 1 > sentence.start and sentence.doc[first - 1].text == ","
    short = sentence.end - verb.i <= _LONGEST_REST and verb.i - first <= _LONGEST_NAME
    return sentence.doc.tokens[first : verb.i] if apart and short and verb.dep_ != "advcl" else []


def _speaker_before(sentence: Span, verb: Token) -> list[Token]:
    """Who speaks under a description, between a comma and the verb: "an official at the port", "the envoy, NAME,"."""
    if any(t.tag_ in ("WDT", "WP") for t in verb.subtree):
        return []  # "the port, which the ministry described"
    last = verb.i - 1 if sentence.doc[verb.i - 1].text == "," else verb.i
    first = last
    while first > sentence.start and sentence.doc[first - 1].text != ",":
        first -= 1
    named = all(t.pos_ == "PROPN" for t in sentence.doc.tokens[first:last])
    if last < verb.i:  # "a member of the team, NAME, told reporters"
        if not named:
            return []
        first -= 1
        while first > sentence.start and sentence.doc[first - 1].text != ",":
            first -= 1
    words = sentence.doc.tokens[first:last]
    told = words and words[0].pos_ == "DET" and not any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in words)
    apart = first > sentence.start + 1 and len(words) <= _LONGEST_SPEAKER
    return words if told and apart else []


def _head_of(words: list[Token]) -> Token:
    """The noun of a description: "official" in "an official at the ministry"."""
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN")]
    return next((t for t in nouns if t.i == words[-1].i or t.doc[t.i + 1].pos_ not in ("NOUN", "PROPN")), words[-1])


def _give_place(speaker: Token, *, before: Token) -> None:
    """Gives the speaker's place in the tree to the word before the comma that was hung on it."""
    outer = [c for c in speaker.children if c.i < before.i]
    if outer:
        heir = outer[-1]
        for c in outer[:-1]:
            c.head = heir
        heir.head, heir.dep_ = speaker.head, speaker.dep_


def hang_anew(sentence: Span) -> None:
    """Tells all words of a sentence anew what hangs on them."""
    for token in sentence:
        token.children = [t for t in sentence if t.head is token and t is not token]
        token.answers.clear()
