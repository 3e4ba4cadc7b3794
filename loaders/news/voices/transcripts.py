"""Who speaks in the turns of a transcript, and what is said there; questions are nobody's."""

from __future__ import annotations

import re

from ....graph.records import Key
from ..language.annotation import Article, end_of, start_of
from ..language.parse import Token
from ..lexicons.word_lists import wordset
from ..text.spans import Spans
from ..text.turns import is_questioner
from .utterances import QuotedSentence, Utterance

_NEAR = 80
"""Characters about a name in which its title is sought."""
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SMALL = frozenset({"the", "mr", "mr.", "madam", "mme"})


class Transcript:
    """The turns of an article, by the numbers of their segments."""

    def __init__(self, article: Article, names: Spans[Key]) -> None:
        self._speakers: dict[int, Token | None] = {}
        turns = [n for n, s in enumerate(article.segments) if s.kind == "turn"]
        if not turns:
            return
        self._article, self._names = article, names
        self._introduced = _introduced(article, names, turns[0])
        self._labels = _label_tokens(article, names)
        asking = _askers(article, turns)
        for number in turns:
            label = article.segments[number].label
            words = article.text[slice(*label)] if label else ""
            if words in asking or is_questioner(words):
                self._speakers[number] = None
            elif (speaker := self._speaker(words, asking)) is not None or label:
                self._speakers[number] = speaker

    def is_turn(self, segment: int) -> bool:
        """Whether a segment is a turn."""
        return segment in self._speakers

    def of_sentence(self, here: QuotedSentence, own: list[Utterance]) -> list[Utterance]:
        """What is said in a sentence of a turn: the sentence as a whole, with what it passes on."""
        passed_on = [u for u in own if _passes_on(u)]
        speaker = self._speakers[here.sentence.segment_number]
        tokens = here.sentence.span
        asked = here.sentence.span.text.rstrip(" ”\"'").endswith("?")
        if speaker is None:
            return [] if asked else passed_on
        if asked or not any(t.pos_ in ("VERB", "AUX") for t in tokens):
            return []
        words = self._article.text[here.sentence.start : here.sentence.end]
        span = here.sentence.start, here.sentence.start + len(words.rstrip())
        return [Utterance("turn", here.sentence, span, None, speaker, None, tokens.root, "direct-quote"), *passed_on]

    def _speaker(self, label: str, asking: frozenset[str]) -> Token | None:
        """Whom a label names; for a bare title or sign the one whom the lines before the turns introduce so."""
        named = self._labels.get(label)
        if named is not None and self._names.touching(start_of(named), end_of(named)) is not None:
            return named
        if named is not None and (held := self._titled(label) or self._surnamed(label)) is not None:
            return held
        only = named is None or (named.pos_ == "NOUN" and self._answers_alone(label, asking))
        others = (t for other, t in self._labels.items() if other not in asking and not is_questioner(other))
        return (self._introduced[0] if self._introduced else next(others, None)) if only else named

    def _titled(self, label: str) -> Token | None:
        """The one person before the turns whose title is the label: "THE PRESIDENT", "DEPUTY SPOKESPERSON"."""
        title = [_neutral(w) for w in label.partition("(")[0].lower().split() if w not in _SMALL]
        held = [t for t in self._introduced if _has_title(self._article.text, self._names, t, title)]
        return held[0] if held else None

    def _surnamed(self, label: str) -> Token | None:
        """The one person before the turns whose last name is the label, in capitals: "BROOK"."""
        word = label.partition("(")[0].strip()
        held = [t for t in self._introduced if word.isupper() and _last_of(self._names, t).text.upper() == word]
        return held[0] if len(held) == 1 else None

    def _answers_alone(self, label: str, asking: frozenset[str]) -> bool:
        """True for "SPOKESPERSON" where nobody else answers, and the opening tells of one who takes questions."""
        others = [x for x in self._labels if x != label and x not in asking and not is_questioner(x)]
        briefing = wordset("reporting", "briefing")
        spoken = any(word in briefing for word in label.lower().split())
        return not others and spoken


def _passes_on(utterance: Utterance) -> bool:
    """True for what the speaker reports of others: "The minister told them that ..."; not for "we said"."""
    if utterance.kind == "according":
        return utterance.speaker is not None and utterance.speaker.pos_ != "PRON"
    speaker, verb = utterance.speaker, utterance.verb
    if utterance.kind != "say" or speaker is None or verb is None:
        return False
    told = utterance.root is not None and verb.tag_ != "VB"
    return told and speaker.pos_ != "PRON" and verb.dep_ != "csubj"


def _label_tokens(article: Article, names: Spans[Key]) -> dict[str, Token]:
    """The word of every label that stands for the speaker, as read in its first place: its name, else its last word."""
    found: dict[str, Token] = {}
    for sentence in article.sentences:
        if sentence.segment.kind == "name":
            words = [t for t in sentence.span if t.is_alpha or "-" in t.text or "’" in t.text or "'" in t.text]
            before = next((n for n, t in enumerate(words) if t.i and t.nbor(-1).text == "("), len(words))
            named = [t for t in words[:before] if names.touching(start_of(t), end_of(t)) is not None]
            if words[:before]:
                label = article.text[sentence.segment.start : sentence.segment.end]
                found.setdefault(label, named[0] if named else words[before - 1])
    return found


def _askers(article: Article, turns: list[int]) -> frozenset[str]:
    """The labels whose turns are mostly questions."""
    asked: dict[str, list[bool]] = {}
    for number in turns:
        segment = article.segments[number]
        if segment.label:
            words = article.text[segment.start : segment.end]
            asked.setdefault(article.text[slice(*segment.label)], []).append(words.rstrip("”\"' ").endswith("?"))
    return frozenset(label for label, are in asked.items() if len(are) > 1 and sum(are) > 0.6 * len(are))


def _introduced(article: Article, names: Spans[Key], first: int) -> list[Token]:
    """The people named before the turns, each once; those who are told to answer first, else in order of the text."""
    briefing = wordset("reporting", "briefing")
    candidates: dict[Key, tuple[int, Token]] = {}
    for sentence in article.sentences:
        if sentence.segment_number >= first:
            break
        near = sum(t.lemma_.lower() in briefing for t in sentence.span)
        for token in sentence.span:
            person = names.touching(start_of(token), end_of(token)) if sentence.segment.kind != "name" else None
            if person is not None and near >= candidates.get(person, (0, token))[0]:
                candidates[person] = (near, token)
    return [token for _, token in sorted(candidates.values(), key=lambda c: (-c[0], c[1].i))]


def _last_of(names: Spans[Key], token: Token) -> Token:
    """The last word of the name of a person of which one word is given."""
    person, last = names.touching(start_of(token), end_of(token)), token
    while last.i + 1 < len(last.doc) and names.touching(start_of(last.nbor(1)), end_of(last.nbor(1))) == person:
        last = last.nbor(1)
    return last


def _has_title(text: str, names: Spans[Key], token: Token, title: list[str]) -> bool:
    """True when a title stands right before a person's name, or after it and a comma, and is no longer one."""
    start = start_of(token)
    words = [_neutral(w) for w in _WORD.findall(text[max(0, start - _NEAR) : start].lower())]
    while words and words[-1] not in title and names.touching(start, start) is not None and len(words) > 1:
        if names.touching(start - len(words[-1]) - 1, start - 1) is None:
            break
        words.pop()  # another part of the name
    size = len(title)
    longer = words[-size - 1 : -size] if len(words) > size else []
    if words[-size:] == title and longer not in (["vice"], ["deputy"], ["former"], ["assistant"]):
        return True
    after = [_neutral(w) for w in _WORD.findall(text[end_of(token) : end_of(token) + _NEAR].lower())]
    return text[end_of(token) : end_of(token) + 1] == "," and " ".join(title) in " ".join(after)


def _neutral(word: str) -> str:
    return re.sub(r"(?<=\w)(?:man|woman)$", "person", word.lower().strip(".,"))
