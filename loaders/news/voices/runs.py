"""Whose quotations are that stand on their own: by the marks that hold them together, and by the words about them.

A quotation is of whoever is named in it, then later in its paragraph, then before it; a run of quotations that ends in
"..., X concluded" is all of X.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....graph.records import Key
from ..language.annotation import Article, Sentence, start_of
from ..language.parse import Token
from ..language.syntax import child
from ..lexicons.word_lists import wordset
from ..text.spans import Spans
from .quotations import blocks, near_quotations
from .utterances import QuotedSentence, Utterance

_GAP = 3
"""Characters from a quotation to the words that say whose it is."""
_LONGEST_CUE = 12
"""Words of a sentence that only says who spoke: "Okello said on Monday."."""


def with_speakers(article: Article, found: Sequence[Utterance], quoted: tuple[tuple[int, int], ...]) -> list[Utterance]:
    """The utterances; every bare quotation follows the one that names its speaker, if any does."""
    runs = _Runs(article, list(found), quoted)
    for n, utterance in enumerate(found):
        if is_bare(utterance):
            runs.found[n] = replace(utterance, follows=runs.followed(n))
    return runs.found


def is_bare(utterance: Utterance) -> bool:
    """True for a quotation on its own, whoever may say it."""
    return utterance.kind == "quote" and utterance.speaker is None


class _Runs:
    """The utterances of an article with the blocks of quotations that they stand in."""

    def __init__(self, article: Article, found: list[Utterance], quoted: tuple[tuple[int, int], ...]) -> None:
        self._article, self.found = article, found
        self._blocks: Spans[int] = blocks(article.text, article.segments, quoted)
        self._named: dict[int | None, list[int]] = {}
        """Block -> the utterances about words in it that name a speaker."""
        for n, utterance in enumerate(found):
            if not is_bare(utterance) and utterance.kind != "lead" and not self._is_quoted(utterance.verb):
                for block in {self._blocks.covering(a, b) for a, b in _beside(utterance, quoted)}:
                    self._named.setdefault(block, []).append(n)

    def _is_quoted(self, verb: Token | None) -> bool:
        return verb is not None and self._blocks.covering(start_of(verb), start_of(verb) + 1) is not None

    def followed(self, n: int) -> int | None:
        """The utterance whose speaker says the bare quotation ``n``."""
        utterance = self.found[n]
        block = self._blocks.covering(utterance.content[0], utterance.content[0] + 1)
        named = self._named.get(block, []) if block is not None else []
        if named:
            return min(named, key=lambda k: (k < n, abs(k - n)))
        begins = utterance.sentence.start <= self._article.segments[utterance.sentence.segment_number].start
        before = self._before(n)
        if before is not None and (self._is_near(before, n) or self._leads(before, n)):
            later = self._later(n) if begins and not self._leads(before, n) else None
            return before if later is None else later
        told = [self._later(n)]
        if begins:
            told += [self._closing(n), self._paragraph_before(n), self._closing(n, any_verb=True)]
        return next((k for k in told if k is not None), None)

    def _before(self, n: int) -> int | None:
        """The utterance before, the outer one of speech within speech."""
        last = n - 1
        while last > 0 and self.found[last - 1].sentence is self.found[last].sentence and self._within(last, last - 1):
            last -= 1
        return last if last >= 0 else None

    def _within(self, inner: int, outer: int) -> bool:
        a, b = self.found[outer].content, self.found[inner].content
        return a[0] <= b[0] and b[1] <= a[1]

    def _is_near(self, before: int, n: int) -> bool:
        """True in one paragraph, when no other sentence stands between them."""
        one, other = self.found[before].sentence, self.found[n].sentence
        return one.segment_number == other.segment_number and other.number - one.number <= 1

    def _leads(self, before: int, n: int) -> bool:
        """True when the words right before the quotation end in a colon."""
        one, other = self.found[before].sentence, self.found[n].sentence
        near = other.segment_number - one.segment_number <= 1 and other.number - one.number <= 1
        return near and self._article.text[one.start : one.end].rstrip().endswith(":")

    def _later(self, n: int) -> int | None:
        """Whoever is named after the quotation in its paragraph, before somebody else's."""
        for k in range(n + 1, len(self.found)):
            later = self.found[k]
            if later.sentence.segment_number != self.found[n].sentence.segment_number:
                return None
            if later.kind in ("say", "lead") and later.mode != "paraphrase":
                return k
            if not is_bare(later):
                return None
        return None

    def _closing(self, n: int, *, any_verb: bool = False) -> int | None:
        """The cue that closes the run of quoted paragraphs which the quotation stands in."""
        number = self.found[n].sentence.segment_number
        for k in range(n + 1, len(self.found)):
            later = self.found[k]
            gap = later.sentence.segment_number - number
            if gap > 1 or not self._opens(later.sentence):
                return None
            number = later.sentence.segment_number
            if is_bare(later):
                continue
            verb = later.verb
            closes = verb is not None and verb.lemma_.lower() in wordset("reporting", "closing")
            quoted = later.kind in ("say", "lead") and later.mode != "paraphrase"
            return k if quoted and (closes or any_verb) else None
        return None

    def _paragraph_before(self, n: int) -> int | None:
        """The last utterance of the paragraph before, when the quotation opens its own."""
        before = self._before(n)
        if before is None or not self._opens(self.found[n].sentence):
            return None
        gap = self.found[n].sentence.segment_number - self.found[before].sentence.segment_number
        return before if gap <= 1 else None

    def _opens(self, sentence: Sentence) -> bool:
        """True when the sentence's paragraph begins with a quotation, or is an item of a list."""
        return self._article.text[sentence.segment.start] in '“"«„‘`' or sentence.segment.kind == "bullet"


def _beside(utterance: Utterance, quoted: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The quotations in an utterance that are its speaker's: not one before other words that lead up to the cue."""
    start, end = utterance.content
    held = [(a, b) for a, b in near_quotations(quoted, start, end) if a < end and start < b]
    if utterance.speaker is None or utterance.verb is None:
        return held
    cue = start_of(min(utterance.speaker.left_edge, utterance.verb, key=lambda t: t.i))
    return [(a, b) for a, b in held if b > cue or cue - b <= _GAP]


# ---------------------------------------------------------------------- words beside a quotation


def lead_by_subject(before: Sentence, names: Spans[Key], *, same_paragraph: bool) -> Utterance | None:
    """Who acts in the sentence before a quotation on its own: "X spoke to the press. “...”"."""
    root = before.span.root
    subject = child(root, "nsubj")
    if subject is None or root.pos_ not in ("VERB", "AUX"):
        return None
    speaks = root.lemma_.lower() in wordset("reporting", "say") | wordset("reporting", "announcing")
    person = names.touching(start_of(subject), start_of(subject) + 1) is not None
    somebody = subject.tag_ == "NN" and subject.lemma_.lower() in wordset("reporting", "unnamed")
    if not (person or somebody or subject.lower_ in ("he", "she")) or not (same_paragraph or speaks):
        return None
    return lead(before, subject, root, after=False)


def cue_alone(here: QuotedSentence, quoted_before: bool) -> Utterance | None:
    """ "“...” X said." where the words about the quotation are a sentence of their own."""
    words = [t for t in here.sentence.span if not t.is_punct]
    root = here.sentence.span.root
    tells = root.lemma_.lower() in wordset("reporting", "say") | wordset("reporting", "quoting")
    subject = child(root, "nsubj")
    bare = child(root, "ccomp", "xcomp", "dobj") is None
    if not quoted_before or not tells or subject is None or not bare or here.inside() or len(words) > _LONGEST_CUE:
        return None
    return lead(here.sentence, subject, root, after=True)


def lead(sentence: Sentence, speaker: Token, verb: Token | None, *, after: bool) -> Utterance:
    """Words that only tell whose a quotation is, before it or ``after`` it."""
    content = sentence.start, sentence.end
    return Utterance("lead", sentence, content, None, speaker, verb, None, "direct-quote" if after else "paraphrase")
