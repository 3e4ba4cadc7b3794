"""Who says what: every stretch of the text that stands in somebody's mouth, with the words that say so.

Finds the speaker's noun, not the person: the cast resolves it. One sentence is read in :mod:`.cues`; what goes on
without a verb of saying (quotations on their own, lists) is for :mod:`.continuations` and :mod:`.runs`.
"""

from __future__ import annotations

from dataclasses import replace

from ....graph.records import Key
from ..language.annotation import Article, Sentence
from ..text.spans import Spans
from .continuations import inherited, list_speakers
from .cues import of_sentence
from .leads import before_colon, dashed
from .quotations import near_quotations, quotations
from .runs import cue_alone, is_bare, lead, lead_by_subject, with_speakers
from .transcripts import Transcript
from .utterances import QuotedSentence, Utterance


def find_utterances(article: Article, names: Spans[Key]) -> tuple[Utterance, ...]:
    """Every utterance in order of the text; bare quotations take the speaker of their neighbour.

    ``names`` tells where persons are named.
    """
    quoted = quotations(article.text, article.segments)
    headers, transcript = list_speakers(article), Transcript(article, names)
    found: list[Utterance] = []
    for sentence in article.sentences:
        here = QuotedSentence(sentence, near_quotations(quoted, sentence.start - 2, sentence.end + 8))
        own = of_sentence(article, here)
        if transcript.is_turn(sentence.segment_number):
            found += transcript.of_sentence(here, own)
            continue
        own = _attributed(article, here, own, names)
        header = headers.get(sentence.segment_number)
        if not own and header is not None:
            own = [lead(sentence, header, None, after=False)]
        instead = inherited(article, here, own, headers=headers)
        if instead is not None and is_bare(instead):
            found += _led(article, sentence, names, quoted, found)
        found += sorted(own, key=lambda u: u.content) if instead is None else [instead]
    return tuple(_in_headline(u) for u in with_speakers(article, found, quoted))


def _attributed(article: Article, here: QuotedSentence, own: list[Utterance], names: Spans[Key]) -> list[Utterance]:
    """What a sentence says, with what stands after a dash or before a colon without a verb."""
    if here.sentence.segment.kind in ("headline", "heading", "name"):
        return own
    told = dashed(article.text, here, names) if not own else None
    if told is None and all(u.verb is not None and here.quotes(u.verb) for u in own):
        told = before_colon(here, names)
        own = [u for u in own if told is None or u.content[0] >= told.content[0]]
    if told is None and not own:
        ended = article.text[: here.sentence.start].rstrip()[-1:]
        told = cue_alone(here, ended in tuple('”"»“’') and here.sentence.start > here.sentence.segment.start)
    return own if told is None else [*own, told]


def _led(
    article: Article,
    sentence: Sentence,
    names: Spans[Key],
    quoted: tuple[tuple[int, int], ...],
    found: list[Utterance],
) -> list[Utterance]:
    """Whoever acts in the sentence before a bare quotation, when nothing is said there."""
    before = article.sentences[sentence.number - 1] if sentence.number else None
    if before is None or (found and found[-1].sentence is before) or before.segment.kind in ("headline", "heading"):
        return []
    same = before.segment_number == sentence.segment_number
    if not same and before.segment_number < sentence.segment_number - 1:
        return []
    told = lead_by_subject(before, names, same_paragraph=same)
    return [told] if told is not None else []


def _in_headline(utterance: Utterance) -> Utterance:
    return replace(utterance, mode="headline") if utterance.sentence.segment.kind == "headline" else utterance
