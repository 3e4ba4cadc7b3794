"""Attributions without a verb: "“...” — NAME, POST", "From NAME's statement: “...”", "NAME: “...”"."""

from __future__ import annotations

from ....graph.records import Key
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child
from ..lexicons.word_lists import wordset
from ..text.spans import Spans
from .runs import lead
from .utterances import QuotedSentence, Utterance

_DASHES = "-–—―~"
_LONGEST = 16
"""Words that name a speaker with all posts."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def dashed(text: str, here: QuotedSentence, names: Spans[Key]) -> Utterance | None:
    """Whoever is named after a quotation and a dash, in its sentence or in one of its own."""
    sentence = here.sentence
    before = text[: sentence.start].rstrip()[-2:]
    words = list(sentence.span)
    own = here.inside()
    if own and own[0][0] - sentence.start <= 1 and own[-1][1] < sentence.end:
        words = [t for t in words if start_of(t) >= own[-1][1]]
    elif own or before[-1:] in _DASHES:  # an item of a list with dashes: the quotation stands above it
        words = words if not own and _closes(text[: sentence.start].rstrip(_DASHES + " \n\r\t")) else []
    elif not _closes(before):
        return None
    dash = bool(words) and (words[0].text[0] in _DASHES or before[-1:] in _DASHES)
    words = [t for t in words if not t.is_punct or t.text == ","]
    if not dash or not words or not _names_only(words):
        return None
    speaker = _named(words, names)
    if speaker is None:
        return None
    if own:
        content = own[0][0], own[-1][1]
        cue = extent(words)
        return Utterance("say", sentence, content, cue, speaker, None, sentence.span.root, "direct-quote")
    return lead(sentence, speaker, None, after=True)


def before_colon(here: QuotedSentence, names: Spans[Key]) -> Utterance | None:
    """What is quoted after a colon when no verb stands before it: "NAME: “...”", "From NAME's statement: “...”"."""
    colon = next((t for t in here.sentence.span if t.text == ":" and not here.quotes(t)), None)
    if colon is None:
        return None
    quoted = [(a, b) for a, b in here.quotations if 0 < a - start_of(colon) <= 3]
    words = [t for t in here.sentence.span if t.i < colon.i]
    if not quoted or not words or not _names_only(words):
        return None
    speaker = named_by_phrase(words) or _named(words, names)
    if speaker is None:
        return None
    content = quoted[0][0], min(quoted[0][1], max(here.sentence.end, quoted[0][0] + 1))
    root = next((t for t in here.sentence.span if t.i > colon.i + 1 and t.pos_ in ("VERB", "AUX")), None)
    return Utterance("say", here.sentence, content, extent(words), speaker, None, root, "direct-quote")


def named_by_phrase(words: list[Token]) -> Token | None:
    """The speaker in "From X's statement" and "And from X"."""
    for token in words:
        if token.lemma_.lower() in wordset("reporting", "carriers"):
            of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
            return child(token, "poss") or (child(of, "pobj") if of is not None else None)
    first = next((t for t in words if t.lower_ not in ("and", "then", "or", "also")), None)
    return child(first, "pobj") if first is not None and first.lower_ == "from" else None


def _closes(before: str) -> bool:
    return before[-1:] in tuple('”"»“’') or before[-2:] == "''"


def _names_only(words: list[Token]) -> bool:
    return len(words) <= _LONGEST and not any(t.tag_ in _FINITE for t in words)


def _named(words: list[Token], names: Spans[Key]) -> Token | None:
    """The first word of a name, else the noun that the words before a comma end on, when it speaks."""
    for token in words:
        if names.touching(start_of(token), end_of(token)) is not None:
            return token
    comma = next((n for n, t in enumerate(words) if t.text == ","), len(words))
    last = next((t for t in reversed(words[:comma]) if t.pos_ in ("NOUN", "PROPN")), None)
    speaks = last is not None and (last.pos_ == "PROPN" or last.lemma_.lower() in wordset("reporting", "unnamed"))
    return last if speaks else None
