"""Reads made-up sentences, each a paragraph of one made-up article, and assesses one word in each."""

from __future__ import annotations

from collections.abc import Sequence

from parley.loaders.news.cast.actors import Actors
from parley.loaders.news.cast.attribution import Attribution
from parley.loaders.news.language.annotation import Sentence, annotate, load_model, start_of
from parley.loaders.news.language.parse import Token
from parley.loaders.news.names.gazetteer import load_gazetteer
from parley.loaders.news.standing.assess import Standings
from parley.loaders.news.standing.value import Value
from parley.loaders.news.text.segments import cut
from parley.loaders.news.voices.speech import find_utterances

OPENING = "Norway and Sweden hold talks\n\nNegotiators of Norway and Sweden held talks in Oslo on Monday."


def assessed(sentences: Sequence[str], words: Sequence[str], *, year: int | None = 2025) -> list[Value]:
    """The value of the last such word in each sentence."""
    starts, text = [], OPENING
    for sentence in sentences:
        starts.append(len(text) + 2)
        text = f"{text}\n\n{sentence}"
    actors = Actors(annotate(text, cut(text), load_model(None)), load_gazetteer())
    utterances = find_utterances(actors.article, actors.names)
    actors.hear(utterances)
    standings = Standings(actors.article, Attribution(actors, utterances), year=year)
    tokens = [(start_of(token), token, sentence) for sentence in actors.article.sentences for token in sentence.span]
    found: list[Value] = []
    at = 0
    for start, sentence, word in zip(starts, sentences, words, strict=True):
        last: tuple[Token, Sentence] | None = None
        while at < len(tokens) and tokens[at][0] < start + len(sentence):
            place, token, holder = tokens[at]
            last = (token, holder) if place >= start and token.lower_ == word else last
            at += 1
        assert last is not None, f"there is no word {word} in {sentence!r}"
        found.append(standings.assess(*last))
    return found


def value_of(sentence: str, word: str, *, year: int | None = 2025) -> Value:
    """The value of the last such word in a sentence."""
    return assessed([sentence], [word], year=year)[0]
