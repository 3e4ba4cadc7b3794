"""Asides that make a sentence somebody's word: ", he added,", "(a diplomat said)", ", it is rumoured,"."""

from __future__ import annotations

from typing import Final

from ..language.annotation import Sentence
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import wordset

_OPENS: Final = (",", "(", "–", "—", "-", "[")
_CLOSES: Final = (",", ")", "–", "—", "-", "]")
_LONGEST: Final = 6
"""Words of an aside behind its verb: "he told reporters on Friday"."""
_LONGEST_LABEL: Final = 12
"""Words of a label that tells who speaks, its clock included."""
_LABEL: Final = 4
"""Words of a label before its colon, and of whoever is named behind a dash."""


def said_aside(token: Token, sentence: Sentence) -> bool:
    """True where an aside in the sentence of a word says who tells it, whether or not anybody is found for it."""
    words = list(sentence.span)
    told = _is_labelled(words, token)
    return told or any(_is_aside(word, token) or _names_source(word, token) for word in words)


def _is_labelled(words: list[Token], token: Token) -> bool:
    """True for "Unconfirmed: A has agreed", "An officer of the mission: A has promised", "14:05 – State TV: A offers".

    A label says what the words are worth, or who tells them.
    """
    colon = next((n for n, t in enumerate(words[:_LONGEST_LABEL]) if t.text == ":"), 0)
    label = words[:colon]
    if len(label) <= _LABEL and any(t.lemma_.lower() in wordset("reporting", "doubtful_labels") for t in label):
        return True
    if not label or words[colon].i > token.i or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in label):
        return False
    people = wordset("reporting", "tellers") | wordset("reporting", "unnamed")
    return any(t.lemma_.lower() in people for t in label)


def _is_aside(verb: Token, token: Token) -> bool:
    """True for a verb of saying that is set apart with its subject alone, outside the words that it is asked for."""
    says = verb.tag_ in ("VBD", "VBZ", "VBP") and verb.lemma_.lower() in wordset("reporting", "say")
    heard = verb.tag_ == "VBN" and verb.lemma_.lower() in wordset("reporting", "hearsay")
    apart = verb is not token and not verb.is_ancestor(token)
    subject = child(verb, "nsubj") if says and apart else _it(verb) if heard and apart else None
    if subject is None or subject.tag_ in ("WDT", "WP") or _says_itself(verb):
        return False
    first = min(verb.i, subject.left_edge.i)
    behind = verb.doc.tokens[max(verb.i, subject.i) + 1 : max(verb.i, subject.i) + 1 + _LONGEST]
    closed = next((t for t in behind if t.text in _CLOSES), None)
    return first > 0 and verb.doc[first - 1].text in _OPENS and closed is not None


def _it(verb: Token) -> Token | None:
    """The "it" of "it is rumoured"."""
    subject = child(verb, "nsubjpass")
    return subject if subject is not None and subject.lower_ == "it" else None


def _says_itself(verb: Token) -> bool:
    """True for "B said that it would wait": it has words of its own."""
    behind = [c for c in children(verb, "ccomp", "xcomp", "dobj") if c.i > verb.i]
    return (
        bool(behind)
        and verb.lemma_ != "tell"
        and not all(c.dep_ == "ccomp" and c.left_edge.lower_ == "that" for c in behind)
    )


def _names_source(word: Token, token: Token) -> bool:
    """True for "(according to B)", "(AFP, citing B)", "– thus B"; at the end for "– a source of B", "(B's account)"."""
    opened = word.i > 0 and word.nbor(-1).text in ("(", "–", "—")
    if word.lower_ in ("according", "thus"):
        return opened
    last = word.i + 1 >= len(word.doc) or word.nbor(1).text in (")", ".", ";")
    agency = word.i > token.i and word.lower_ in wordset("reporting", "agencies")
    citing = word.i > token.i and word.lower_ == "citing"
    if not citing and not (last and (agency or word.lemma_.lower() in wordset("reporting", "tellers"))):
        return False
    return any(t.text in ("(", "–", "—", "-") for t in word.doc.tokens[max(0, word.i - _LABEL) : word.i])
