"""Memoranda, drafts and treaties that talks are about: how many, whether drafts, on what, exchanged where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ....graph.records import Key, Span
from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.word_lists import lexicon, wordset
from ..values.numerals import number


@dataclass(slots=True)
class FoundPaper:
    """A document with all mentions; ``details`` are (aspect, words)."""

    kind: str
    label: str
    count: int | None = None
    draft: bool = False
    about: str = ""
    exchanged_at: tuple[int, int] | None = None
    """Words for the event at which it was handed over."""
    details: list[tuple[str, Span]] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """A key from the kind of document: an article's memoranda are one node."""
        return Key(f"document/{self.kind}")


def find_papers(actors: Actors) -> list[FoundPaper]:
    """The documents on the table, one for each kind of document in the article."""
    papers: dict[str, FoundPaper] = {}
    kinds: dict[str, str] = lexicon("papers")["kinds"]
    for sentence in actors.article.sentences:
        for token in sentence.span:
            if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.ent_type_ == "PERSON":
                continue
            kind = kinds.get(token.lower_)
            definite = any(c.lower_ in ("these", "the", "both", "those") for c in token.children)
            if kind == "draft" and token.dep_ in ("compound", "amod"):
                continue
            if kind is None and _is_general(token) and definite and papers:
                kind = list(papers)[-1]
            if kind is not None:
                _mention(actors, token, papers.setdefault(kind, FoundPaper(kind, "")))
    return [p for p in papers.values() if p.details]


def _is_general(token: Token) -> bool:
    """True for "document" or "texts": a word that only takes up a document."""
    return token.lower_ in wordset("papers", "general")


def _mention(actors: Actors, token: Token, paper: FoundPaper) -> None:
    lefts = [c for c in token.children if c.i < token.i and c.dep_ in ("amod", "compound", "nummod", "nmod")]
    _qualities(token, lefts, paper)
    _about(actors, token, lefts, paper)
    for verb in _verbs(token):
        _hand_over(verb, paper)
    if not paper.label or (len(paper.label.split()) < 2 and lefts):
        judging = wordset("papers", "qualities") | {"discussed"}
        words = [w for w in lefts if w.dep_ != "nummod" and w.lower_ not in judging]
        paper.label = " ".join(t.text for t in sorted([*words, token], key=lambda t: t.i))


def _qualities(token: Token, lefts: list[Token], paper: FoundPaper) -> None:
    """ "two opposing draft memoranda": how many, whether drafts, and how they are judged."""
    whole = Span(start_of(min([token, *lefts], key=lambda t: t.i)), end_of(token))
    own = not _is_general(token)
    for word in lefts:
        if own and word.dep_ == "nummod" and (value := number(word.text)) is not None:
            paper.count = int(value)
            paper.details.append(("count", whole))
        elif own and word.lower_ == "draft":
            paper.draft = True
            paper.details.append(("draft", Span(start_of(word), end_of(token))))
        elif word.lower_ in wordset("papers", "qualities"):
            paper.details.append(("quality", whole))


def _about(actors: Actors, token: Token, lefts: list[Token], paper: FoundPaper) -> None:
    """ "a draft memorandum on X"."""
    on = next((c for c in children(token, "prep") if c.lower_ in ("on", "about", "regarding", "concerning")), None)
    if on is None or paper.about or _is_general(token) or child(on, "pobj", "pcomp") is None:
        return
    start, end = extent([t for t in on.subtree if t.i > on.i])
    near = next((w for w in lefts if w.lower_ == "draft"), token)
    paper.about = actors.article.text[start:end]
    paper.details.append(("about", Span(start_of(near), end)))


def _hand_over(verb: Token, paper: FoundPaper) -> None:
    """ "handed over at the first session in X": the words for the event, without where and when it was."""
    during = _event_words(verb) if verb.lemma_ in wordset("papers", "hand_over") else None
    if during is None:
        return
    last = max(during.subtree, key=lambda t: t.i)
    paper.exchanged_at = (start_of(during), end_of(last))
    place = (t.i for t in during.subtree if t.dep_ == "prep" and t.lower_ in ("on", "in") and t.head != during)
    stop = next(place, last.i + 1)
    paper.details.append(("exchange", Span(*extent(t for t in verb.subtree if t.i < stop))))


def _verbs(token: Token) -> Iterator[Token]:
    if token.dep_ in ("nsubjpass", "dobj") and token.head.pos_ == "VERB":
        yield token.head
    yield from children(token, "acl", "relcl")


def _event_words(verb: Token) -> Token | None:
    for prep in children(verb, "prep"):
        held = child(prep, "pobj") if prep.lower_ in ("during", "at", "in") else None
        if held is not None and held.lemma_ in wordset("papers", "events"):
            return held
    return None
