"""Which state's "the opposition" is, where a text speaks of one alone: "A's government and the opposition"."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.annotation import Article, Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, conjuncts
from ..lexicons.word_lists import wordset
from .entries import OPPOSITION, Entry
from .gazetteer import Gazetteer, Mention


def the_opposition(article: Article, gazetteer: Gazetteer) -> Entry | None:
    """The one opposition that a text names, or sets beside a state's government; ``None`` for none or several."""
    if OPPOSITION not in article.text.lower():
        return None
    named = {m.entry.key: m.entry for m in gazetteer.match(article.text) if m.entry.category == OPPOSITION}
    if not named:
        faced = (_beside_government(noun, article, gazetteer) for s in article.sentences for noun in _bare(s))
        named = {entry.key: entry for entry in faced if entry is not None}
    return next(iter(named.values())) if len(named) == 1 else None


def bare_mentions(sentence: Sentence, opposition: Entry) -> Iterator[Mention]:
    """Where a sentence means it without saying whose it is: "the opposition", "opposition negotiators"."""
    for noun in _bare(sentence):
        yield Mention(start_of(noun), end_of(noun), opposition, "alias")


def _bare(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.span:
        if token.lower_ != OPPOSITION or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        definite = any(c.lower_ == "the" for c in token.children) and not children(token, "prep")
        if definite or (token.dep_ in ("compound", "amod") and token.head.i > token.i):
            yield token


def _beside_government(noun: Token, article: Article, gazetteer: Gazetteer) -> Entry | None:
    for other in conjuncts(noun.head if noun.dep_ == "conj" else noun):
        if other.lemma_.lower() not in wordset("actors", "sides"):
            continue
        for owner in children(other, "poss", "amod", "compound"):
            for mention in gazetteer.match(article.text, start_of(owner), end_of(owner)):
                own = gazetteer.lookup(f"{mention.entry.label}'s {OPPOSITION}") if mention.entry.kind == "state" else ()
                if own:
                    return own[0]
    return None
