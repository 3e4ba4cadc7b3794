"""Memoranda, drafts and treaties that talks are about: how many, whether drafts, on what, exchanged or discussed where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...graph.records import Key, Span
from .actors import Actors
from .annotation import Sentence, end_of, extent, start_of
from .quantities import number
from .syntax import child, children

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAPERS = {"memorandum": "memorandum", "memoranda": "memorandum", "memorandums": "memorandum", "treaty": "treaty", "treaties": "treaty", "roadmap": "roadmap",
           "charter": "charter", "protocol": "protocol", "protocols": "protocol", "draft": "draft", "drafts": "draft", "communique": "communiqué", "communiqué": "communiqué"}  # fmt: skip
_ANY = frozenset({"document", "documents", "text", "texts", "paper", "papers", "project", "projects"})
_QUALITIES = frozenset({"opposing", "rival", "competing", "conflicting", "contradictory", "divergent"})


@dataclass(slots=True)
class FoundPaper:
    """A document with all mentions; ``details`` are (aspect, words, sentence)."""

    kind: str
    label: str
    count: int | None = None
    draft: bool = False
    about: str = ""
    exchanged_at: tuple[int, int] | None = None
    """Words for the event at which it was handed over."""
    discussed: bool = False
    details: list[tuple[str, Span, Sentence]] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """A key from the kind of document: an article's memoranda are one node."""
        return Key(f"document/{self.kind}")


def find_papers(actors: Actors) -> list[FoundPaper]:
    """The documents on the table, one for each kind of document in the article."""
    papers: dict[str, FoundPaper] = {}
    for sentence in actors.article.sentences:
        for token in sentence.span:
            if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.ent_type_ in ("PERSON",):
                continue
            kind = _PAPERS.get(token.lower_)
            definite = any(c.lower_ in ("these", "the", "both", "those") for c in token.children)
            if kind == "draft" and token.dep_ in ("compound", "amod"):
                continue
            if kind is None and token.lower_ in _ANY and definite and papers:
                kind = list(papers)[-1]
            if kind is not None:
                _mention(actors, sentence, token, papers.setdefault(kind, FoundPaper(kind, "")))
    return [p for p in papers.values() if p.details]


def _mention(actors: Actors, sentence: Sentence, token: Token, paper: FoundPaper) -> None:
    text = actors.article.text
    lefts = [c for c in token.children if c.i < token.i and c.dep_ in ("amod", "compound", "nummod", "nmod")]
    first = min([token, *lefts], key=lambda t: t.i)
    for word in lefts:
        whole = Span(start_of(first), end_of(token))
        if word.dep_ == "nummod" and (value := number(word.text)) is not None and token.lower_ not in _ANY:
            paper.count = int(value)
            paper.details.append(("count", whole, sentence))
        elif word.lower_ == "draft" and token.lower_ not in _ANY:
            paper.draft = True
            paper.details.append(("draft", Span(start_of(word), end_of(token)), sentence))
        elif word.lower_ in _QUALITIES:
            paper.details.append(("quality", whole, sentence))
        elif word.lower_ == "discussed":
            paper.discussed = True
    on = next((c for c in children(token, "prep") if c.lower_ in ("on", "about", "regarding", "concerning")), None)
    if on is not None and token.lower_ not in _ANY and child(on, "pobj", "pcomp") is not None and not paper.about:
        start, end = extent([t for t in on.subtree if t.i > on.i])
        near = next((w for w in lefts if w.lower_ == "draft"), token)
        paper.about = text[start:end]
        paper.details.append(("about", Span(start_of(near), end), sentence))
    for verb in _verbs(token):
        if (
            verb.lemma_ in ("exchange", "hand", "present", "submit", "swap")
            and (during := _event_words(verb)) is not None
        ):
            paper.exchanged_at = (start_of(during), end_of(max(during.subtree, key=lambda t: t.i)))
            last = next(
                (t for t in during.subtree if t.dep_ == "prep" and t.lower_ in ("on", "in") and t.head != during), None
            )
            stop = last.i if last is not None else max(t.i for t in during.subtree) + 1
            paper.details.append(("exchange", Span(*extent([t for t in verb.subtree if t.i < stop])), sentence))
    if not paper.label or (len(paper.label.split()) < 2 and lefts):
        words = [w for w in lefts if w.dep_ != "nummod" and w.lower_ not in _QUALITIES and w.lower_ != "discussed"]
        paper.label = " ".join(t.text for t in sorted([*words, token], key=lambda t: t.i))


def _verbs(token: Token) -> Iterator[Token]:
    if token.dep_ in ("nsubjpass", "dobj") and token.head.pos_ == "VERB":
        yield token.head
    yield from (c for c in children(token, "acl", "relcl"))


def _event_words(verb: Token) -> Token | None:
    for prep in children(verb, "prep"):
        pobj = child(prep, "pobj")
        if (
            prep.lower_ in ("during", "at", "in")
            and pobj is not None
            and pobj.lemma_ in ("round", "talk", "meeting", "summit", "conference", "session")
        ):
            return pobj
    return None
