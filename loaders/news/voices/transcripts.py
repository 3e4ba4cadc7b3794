"""Who speaks in the turns of a transcript, and what is said there: answers are the briefer's, questions nobody's."""

from __future__ import annotations

from ....graph.records import Key
from ..language.annotation import Article, end_of, start_of
from ..language.parse import Token
from ..lexicons.word_lists import wordset
from ..text.spans import Spans
from ..text.turns import is_questioner
from .utterances import QuotedSentence, Utterance


class Transcript:
    """The turns of an article, by the numbers of their segments."""

    def __init__(self, article: Article, names: Spans[Key]) -> None:
        self._speakers: dict[int, Token | None] = {}
        turns = [n for n, s in enumerate(article.segments) if s.kind == "turn"]
        if not turns:
            return
        labels = _label_tokens(article)
        asking = _askers(article, turns)
        briefer = _briefer(article, names, turns[0], labels, asking)
        for number in turns:
            label = article.segments[number].label
            words = article.text[slice(*label)] if label else ""
            if words in asking or is_questioner(words):
                self._speakers[number] = None
            else:
                named = labels.get(words)
                generic = named is None or named.pos_ == "NOUN"  # "A:", "SPOKESPERSON:"
                self._speakers[number] = briefer or named if generic else named

    def is_turn(self, segment: int) -> bool:
        """Whether a segment is a turn."""
        return segment in self._speakers

    def of_sentence(self, here: QuotedSentence, own: list[Utterance]) -> list[Utterance]:
        """What is said in a sentence of a turn: the sentence as a whole, or what it passes on."""
        passed_on = [u for u in own if _passes_on(u)]
        speaker = self._speakers[here.sentence.segment_number]
        if speaker is None:
            asked = here.sentence.span.text.rstrip(" ”\"'").endswith("?")
            return [] if asked else passed_on
        span = here.sentence.start, here.sentence.end
        tokens = here.sentence.span
        if passed_on:
            return passed_on
        if not any(t.pos_ in ("VERB", "AUX") for t in tokens) or tokens[-1].text == "?":
            return []
        return [Utterance("turn", here.sentence, span, None, speaker, None, tokens.root, "direct-quote")]


def _passes_on(utterance: Utterance) -> bool:
    """True for what the speaker reports of others: "The minister told them that ..."; not for "we said"."""
    if utterance.kind == "according":
        return True
    speaker, verb = utterance.speaker, utterance.verb
    if utterance.kind != "say" or speaker is None or verb is None:
        return False
    told = utterance.root is not None and verb.tag_ != "VB"
    return told and speaker.lower_ not in ("i", "we", "you", "they", "he", "she", "it") and verb.dep_ != "csubj"


def _label_tokens(article: Article) -> dict[str, Token]:
    """The last word of every label that is a name, as read in its first place."""
    found: dict[str, Token] = {}
    for sentence in article.sentences:
        if sentence.segment.kind == "name":
            words = [t for t in sentence.span if t.is_alpha or "-" in t.text or "’" in t.text or "'" in t.text]
            before = next((n for n, t in enumerate(words) if t.i and t.nbor(-1).text == "("), len(words))
            if words[:before]:
                label = article.text[sentence.segment.start : sentence.segment.end]
                found.setdefault(label, words[before - 1])
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


def _briefer(
    article: Article, names: Spans[Key], first: int, labels: dict[str, Token], asking: frozenset[str]
) -> Token | None:
    """Whoever answers under "A:": the one that the lines before the turns introduce, or the only other speaker."""
    briefing = wordset("reporting", "briefing")
    candidates: dict[Key, tuple[int, Token]] = {}
    for sentence in article.sentences:
        if sentence.segment_number >= first:
            break
        near = sum(t.lemma_.lower() in briefing for t in sentence.span)
        for token in sentence.span:
            person = names.touching(start_of(token), end_of(token))
            if person is not None and near >= candidates.get(person, (0, token))[0]:
                candidates[person] = (near, token)
    if candidates:
        return max(candidates.values(), key=lambda c: (c[0], -c[1].i))[1]
    named = [token for label, token in labels.items() if label not in asking and not is_questioner(label)]
    return named[0] if named else None
