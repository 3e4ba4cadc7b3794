"""What editors say in labels and list headers: "Request for ...:", "Prolonged Discussion:", "statements made by X:"."""

from __future__ import annotations

from ...graph.records import Act, Key, Span
from .actors import Actors
from .annotation import extent
from .lexicons import lexicon
from .modality import ACT_MODALITIES
from .sheet import Sheet
from .speech import list_speakers


def add_labels(sheet: Sheet, actors: Actors, event: Key | None) -> None:
    """A label that names another act than its item, or that judges the talks, is a statement of the editor."""
    acts = lexicon("acts")["labels"]
    adjectives = set(lexicon("reporting")["modality"]["event_adjectives"])
    nouns = {
        "discussion",
        "talks",
        "meeting",
        "negotiation",
        "dialogue",
        "session",
        "exchange",
        "debate",
        "consultation",
    }
    for segment in actors.article.segments:
        if segment.label is None:
            continue
        span = Span(*segment.label)
        words = [w.lower().rstrip("s") for w in actors.article.text[span.start : span.end].split()]
        named = acts.get(words[0])
        inside = [
            record
            for s in sheet.statements.values()
            if segment.start <= s.span.start and s.span.end <= segment.end and not s.aspect
            for k in s.supports
            if isinstance(record := sheet.records.get(k), Act)
        ]
        if named and inside and inside[0].type != named:
            sheet.state(
                span,
                ACT_MODALITIES[named],
                supports=(inside[0].key,),
                aspect="kind",
                chain=(),
                mode="item-label",
                rule="label-act",
            )
        elif event is not None and words[0] in adjectives and words[-1] in {n.rstrip("s") for n in nouns}:
            sheet.state(
                span,
                "assessment",
                supports=(event,),
                aspect="content",
                chain=(),
                mode="item-label",
                rule="label-judgement",
            )


def add_list_headers(sheet: Sheet, actors: Actors) -> None:
    """ "Here are the main statements made by X:" says that X made them."""
    for number, speaker in list_speakers(actors.article).items():
        sentence = next(s for s in actors.article.sentences if s.segment_number == number)
        reference = actors.resolve(speaker, sentence, speaker=True)
        if reference is not None:
            span = Span(*extent(list(sentence.span)))
            sheet.state(span, "fact", supports=reference.keys, chain=(), rule="list-header")
