"""What somebody goes on to say without a verb of saying: headlines, lists under a header, quotations on their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ....graph.records import AttributionMode
from ..language.annotation import Article, Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import agent_of, child
from ..lexicons.word_lists import lexicon, wordset
from .utterances import QuotedSentence, Utterance


def headline(article: Article, sentence: Sentence) -> Utterance | None:
    """ "Content: Speaker" and "Speaker: content" in a headline."""
    text = article.text[sentence.segment.start : sentence.segment.end]
    head, colon, tail = text.rpartition(": ")
    if not colon or sentence.start > sentence.segment.start:
        return None
    split = sentence.segment.start + len(head)
    left = [t for t in sentence.span if end_of(t) <= split]
    right = [t for t in sentence.span if start_of(t) > split]
    if len(left) >= 3 and right and 1 <= len(tail.split()) <= 6 and not _has_verb(right):
        root = next((t for t in left if t.dep_ == "ROOT"), left[0])
        return Utterance("headline", sentence, extent(left), extent(right), right[-1], None, root, "headline")
    if len(right) >= 3 and left and len(head.split()) <= 4 and not _has_verb(left):
        root = right[0].sent.root
        return Utterance("headline", sentence, extent(right), extent(left), left[-1], None, root, "headline")
    return None


def _has_verb(tokens: list[Token]) -> bool:
    return any(t.pos_ in ("VERB", "AUX") for t in tokens)


def list_speakers(article: Article) -> dict[int, Token]:
    """For the number of each list header's segment that names a speaker, the head noun of that speaker."""
    speakers: dict[int, Token] = {}
    for sentence in article.sentences:
        if sentence.segment.kind == "list-header":
            for token in sentence.span:
                speaker = _named_by(token)
                if speaker is not None and (speaker.pos_ in ("PROPN", "NOUN") or speaker.lower_ in ("he", "she")):
                    speakers.setdefault(sentence.segment_number, speaker)
    return speakers


def _named_by(token: Token) -> Token | None:
    """The speaker in "made by X", "remarks from X", "X's points", "X said the following", "according to X"."""
    noun = token.lemma_.lower()
    found = agent_of(token) if token.tag_ == "VBN" else None
    if found is None and noun in wordset("reporting", "carriers") | wordset("reporting", "list_headers", "nouns"):
        by = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        found = child(by, "pobj") if by is not None else child(token, "poss")
    telling = wordset("reporting", "say") | wordset("reporting", "list_headers", "verbs")
    if found is None and token.pos_ == "VERB" and noun in telling:
        found = child(token, "nsubj")
    if found is None and token.lower_ == "according":
        to = child(token, "prep")
        found = child(to, "pobj") if to is not None else None
    if found is None and token.lower_ == "from" and not any(t.pos_ in ("VERB", "AUX") for t in token.sent):
        found = child(token, "pobj")  # "And from X:"
    return found


def inherited(
    article: Article, here: QuotedSentence, own: list[Utterance], *, headers: Mapping[int, Token]
) -> Utterance | None:
    """The utterance that a sentence is as a whole instead of its own ones: an item of a list, or a bare quotation.

    Whose a bare quotation is, the words about it tell: :mod:`.runs`.
    """
    sentence = here.sentence
    header = headers.get(sentence.segment.header) if sentence.segment.header is not None else None
    if sentence.segment.kind == "bullet" and header is not None:
        return _listed(article, here, own, header)
    span = (sentence.start, sentence.end)
    named = any(u.kind in ("say", "according", "lead") for u in own)
    if here.share(span) < 0.85 or span[1] - span[0] < 8 or named:
        return None
    return Utterance("quote", sentence, span, None, None, None, sentence.span.root, "direct-quote")


def _listed(article: Article, here: QuotedSentence, own: list[Utterance], speaker: Token) -> Utterance | None:
    """A bullet is its header's speaker's words, unless it says itself who says it."""
    sentence = here.sentence
    for utterance in own:
        reports = utterance.verb is not None and utterance.verb.lemma_.lower() not in _acting()
        if utterance.kind == "according" or (utterance.kind == "say" and reports):
            return None
    if _tells_of_itself(sentence) and speaker.tag_ in ("NNS", "NNPS"):  # the points of several are told of, not quoted
        return None
    start, end = extent(sentence.span)
    mode: AttributionMode = "mixed-quote" if here.share((start, end)) > 0 else "list-summary"
    if article.text[sentence.end - 1] in '"”':
        end = sentence.end
    return Utterance("header", sentence, (start, end), None, speaker, None, sentence.span.root, mode)


def _tells_of_itself(sentence: Sentence) -> bool:
    """True for a sentence whose subject is a noun."""
    subjects = (t for t in sentence.span if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT")
    return any(t.pos_ in ("NOUN", "PROPN") for t in subjects)


@cache
def _acting() -> frozenset[str]:
    """Verbs that are acts of negotiation: "X proposed ..." in a list of X's points says nothing of its own."""
    return frozenset(lemma for entry in lexicon("acts")["verbs"] for lemma in entry["lemmas"])
