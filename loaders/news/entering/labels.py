"""What editors say in labels and list headers: "Request for ...:", "Prolonged Discussion:", "statements made by X:"."""

from __future__ import annotations

from bisect import bisect_right

from ....graph.records import Act, ActType, Key, Span
from ..cast.actors import Actors
from ..language.annotation import extent
from ..lexicons.word_lists import lexicon, wordset
from ..voices.continuations import list_speakers
from ..voices.statement_kinds import ACT_MODALITIES
from .sheet import Sheet


def add_labels(sheet: Sheet, actors: Actors, event: Key | None) -> None:
    """A label that names another act than its item, or that judges the talks, is a statement of the editor."""
    named_acts: dict[str, ActType] = lexicon("acts")["labels"]
    adjectives = wordset("reporting", "modality", "event_adjectives")
    nouns = {noun.rstrip("s") for noun in wordset("reporting", "modality", "event_nouns")}
    first_acts = _first_acts(sheet, actors)
    for number, segment in enumerate(actors.article.segments):
        if segment.label is None:
            continue
        span = Span(*segment.label)
        words = [w.lower().rstrip("s") for w in actors.article.text[span.start : span.end].split()]
        named, inside = named_acts.get(words[0]), first_acts.get(number)
        if named is not None and inside is not None and inside.type != named:
            modality, fact, aspect, rule = ACT_MODALITIES[named], inside.key, "kind", "label-act"
            sheet.state(span, modality, supports=(fact,), aspect=aspect, chain=(), mode="item-label", rule=rule)
        elif event is not None and words[0] in adjectives and words[-1] in nouns:
            sheet.state(
                span,
                "assessment",
                supports=(event,),
                aspect="content",
                chain=(),
                mode="item-label",
                rule="label-judgement",
            )


def _first_acts(sheet: Sheet, actors: Actors) -> dict[int, Act]:
    """For the number of each segment, the act in it that was entered first."""
    starts = [segment.start for segment in actors.article.segments]
    found: dict[int, Act] = {}
    for statement in sheet.statements.values():
        number = bisect_right(starts, statement.span.start) - 1
        if statement.aspect or number < 0 or statement.span.end > actors.article.segments[number].end:
            continue
        for key in statement.supports:
            record = sheet.records.get(key)
            if isinstance(record, Act):
                found.setdefault(number, record)
    return found


def add_list_headers(sheet: Sheet, actors: Actors) -> None:
    """ "Here are the main statements made by X:" says that X made them."""
    for number, speaker in list_speakers(actors.article).items():
        sentence = actors.article.of_segment(number)[0]
        speakers = actors.resolve(speaker, sentence, speaker=True)
        if speakers:
            span = Span(*extent(sentence.span))
            sheet.state(span, "fact", supports=speakers, chain=(), rule="list-header")
