"""Utterances: stretches of the text in somebody's mouth; and the quotations in and about one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ....graph.records import AttributionMode
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from .quotations import share_quoted

UtteranceKind: TypeAlias = Literal[
    "say", "speak", "according", "quote", "refuse", "reason", "concession", "header", "headline", "turn", "lead"
]


@dataclass(frozen=True, slots=True)
class Utterance:
    """``content`` is what is said, ``cue`` the words that attribute it; offsets are the article's."""

    kind: UtteranceKind
    sentence: Sentence
    content: tuple[int, int]
    cue: tuple[int, int] | None
    speaker: Token | None
    """Head noun of whoever speaks; ``None`` when it is the speaker of ``follows``."""
    verb: Token | None
    root: Token | None
    """Head of the content."""
    mode: AttributionMode
    follows: int | None = None
    """Index of the utterance whose speaker goes on."""

    @property
    def backshifted(self) -> bool:
        """True for "said it would ...", "issued a statement saying it would": "will" in reported speech."""
        told = self.kind == "say" and self.mode in ("paraphrase", "mixed-quote")
        return told and self.verb is not None and _is_past(self.verb)


def _is_past(verb: Token) -> bool:
    """True for "said", "had said", and "met reporters to announce", "a statement saying" of a past clause."""
    if verb.tag_ == "VBN":
        return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    if verb.tag_ in ("VB", "VBG"):
        above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
        return above is not None and _is_past(above)
    return verb.tag_ == "VBD"


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """A sentence with the quotations in and about it."""

    sentence: Sentence
    quotations: tuple[tuple[int, int], ...]

    def quotes(self, token: Token) -> bool:
        """True when a token stands in a quotation."""
        start = start_of(token)
        return any(a < start < b for a, b in self.quotations)

    def inside(self) -> list[tuple[int, int]]:
        """The quotations that begin in the sentence."""
        return [(a, b) for a, b in self.quotations if self.sentence.start <= a < self.sentence.end]

    def longest_beside(self, verb: Token) -> tuple[int, int] | None:
        """The longest quotation of the sentence that a verb outside it can introduce."""
        first, last = self.sentence.start, self.sentence.end
        spans = [(max(a, first), min(b, last)) for a, b in self.quotations if a < last and b > first]
        spans = [(a, b) for a, b in spans if b - a > 12]
        return max(spans, key=lambda s: s[1] - s[0]) if spans and not self.quotes(verb) else None

    def end_after(self, verb: Token, speaker: Token) -> int | None:
        """The end of the last quotation after verb and speaker."""
        from_here = end_of(verb if verb.i > speaker.i else speaker)
        ends = [min(b, self.sentence.end) for a, b in self.quotations if from_here <= a < self.sentence.end]
        return max(ends) if ends else None

    def widened(self, span: tuple[int, int]) -> tuple[int, int]:
        """The stretch with a quotation's marks when its words are in."""
        start, end = span
        for a, b in self.quotations:
            if a == start - 1:
                start = a
            if b == end + 1 or (a < end < b <= end + 2):
                end = b
        return max(start, self.sentence.start), min(end, self.sentence.end)

    def share(self, span: tuple[int, int]) -> float:
        """The part of a stretch that stands in quotation marks, 0 to 1."""
        return share_quoted(self.quotations, *span)

    def mode(self, span: tuple[int, int]) -> AttributionMode:
        """How a stretch of reported words is attributed."""
        share = self.share(span)
        return "direct-quote" if share > 0.9 else "mixed-quote" if share > 0 else "paraphrase"

    def utterance(
        self, kind: UtteranceKind, content: tuple[int, int], *, verb: Token, speaker: Token, root: Token | None
    ) -> Utterance:
        """What a verb makes of a stretch of this sentence."""
        content = self.widened(content)
        cue = extent([speaker, verb])
        return Utterance(kind, self.sentence, content, cue, speaker, verb, root, self.mode(content))
