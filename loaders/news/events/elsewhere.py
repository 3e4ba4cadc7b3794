"""Talks of somebody beside those whom an article is about: "A firm has its own contract. The next round there ..."."""

from __future__ import annotations

from collections.abc import Iterator

from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import subject_of
from .details import FoundEvent


def is_of_somebody_else(actors: Actors, event: FoundEvent) -> bool:
    """True where the words for an event place it with a body that is none of the article's sides."""
    sides = set(actors.told_pair or actors.pair)
    for mention in event.mentions:
        sentence = actors.article.sentence_at(mention.span.start)
        for body in _bodies(actors, sentence, mention.span.start) if sentence is not None else ():
            known = actors.mention_at(start_of(body), end_of(body))
            if known is None or actors.party_of(actors.known(known)) not in sides:
                return True
    return False


def _bodies(actors: Actors, sentence: Sentence, start: int) -> Iterator[Token]:
    """The body that "there" means beside an event, or of which it is told with "where"."""
    for token in sentence.span:
        held = {start_of(t) for t in token.head.subtree}
        if token.lower_ == "where" and start in held:
            clause = token.head.head if token.head.dep_ == "conj" else token.head
            body = clause.head if clause.dep_ == "relcl" else None
        elif token.lower_ == "there" and token.dep_ == "advmod" and start in held and sentence.number:
            body = subject_of(actors.article.sentences[sentence.number - 1].span.root)
        else:
            continue
        if body is not None and body.ent_type_ == "ORG":
            yield body
