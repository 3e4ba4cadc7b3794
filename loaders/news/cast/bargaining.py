"""Whom the words of a text tell to bargain: "talks with the Miners' Federation", "negotiations between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.annotation import Article, Sentence
from ..language.parse import Token
from ..language.syntax import base, children, subject_of
from ..lexicons.word_lists import wordset


def bargaining_nouns(article: Article) -> Iterator[tuple[Token, Sentence]]:
    """The nouns for those who are told to be in talks with somebody, with their sentences."""
    words = wordset("topics", "talks") | wordset("topics", "negotiation")
    for sentence in article.sentences:
        for token in sentence.span:
            bargains = token.pos_ == "VERB" and token.lemma_ in ("negotiate", "bargain")
            if bargains or (token.pos_ == "NOUN" and (token.lower_ in words or base(token) in words)):
                held = (p for p in children(token, "prep") if p.lower_ in ("with", "between"))
                yield from ((noun, sentence) for prep in held for noun in children(prep, "pobj"))
            if bargains and (who := subject_of(token)) is not None:
                yield who, sentence
