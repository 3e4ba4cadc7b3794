"""A parsed text as plain objects: what the rules ask a token for is read from spaCy once, and then stands ready.

spaCy makes an object and looks a string up each time that a token is asked; the rules ask each token many times.
Names and meanings are spaCy's, as far as the rules need them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any, TypeVar, overload

T = TypeVar("T")


def remembered(question: Callable[[Token], T]) -> Callable[[Token], T]:
    """A question to a token whose answer is kept with it: its tree does not change while the rules read it."""

    @wraps(question)
    def ask(token: Token) -> T:
        answers: dict[Callable[[Token], T], T] = token.answers
        if question not in answers:
            answers[question] = question(token)
        return answers[question]

    return ask


class Token:
    """A word or mark, with its place in the tree of its sentence."""

    __slots__ = (
        "answers", "begins", "children", "dep_", "doc", "ends", "ent_type_", "head", "i", "lemma_", "lower_", "pos_",
        "tag_", "text",
    )  # fmt: skip

    doc: Parse
    i: int
    text: str
    lower_: str
    tag_: str
    dep_: str
    pos_: str
    lemma_: str
    ent_type_: str
    begins: int
    """Offset of the first code point in the article."""
    ends: int
    """Offset after the last code point in the article."""
    head: Token
    children: list[Token]
    """What depends on it directly, in order of the text."""
    answers: dict[Any, Any]
    """To questions that are :func:`remembered`; to be cleared where the tree is put right."""

    def __init__(self, doc: Parse, i: int, form: tuple[str, str, str, str, str, str], begins: int) -> None:
        self.doc = doc
        self.i = i
        self.text, self.lower_, self.tag_, self.dep_, self.pos_, self.lemma_ = form
        self.ent_type_ = ""
        self.begins = begins
        self.ends = begins + len(self.text)
        self.head = self
        self.children = []
        self.answers = {}

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after it."""
        return [c for c in self.children if c.i > self.i]

    @property
    @remembered
    def subtree(self) -> Sequence[Token]:
        """It and everything below it: the left children's, itself, the right children's."""
        found: list[Token] = []
        own, placed = self.i, False
        for c in self.children:
            if not placed and c.i > own:
                found.append(self)
                placed = True
            found += c.subtree
        if not placed:
            found.append(self)
        return found

    @property
    @remembered
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=_place)

    @property
    @remembered
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=_place)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, the head's head, and so on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """True when it stands above another token."""
        return any(token is self for token in other.ancestors)

    @property
    def sent(self) -> Span:
        """The sentence that the parser found, which may be a part of the one that is read."""
        return self.doc.sentence_of(self.i)

    def nbor(self, distance: int) -> Token:
        """The token so many places further on."""
        place = self.i + distance
        if place < 0:
            raise IndexError(f"no token stands {-distance} before {self.text!r}")
        return self.doc.tokens[place]

    @property
    def is_space(self) -> bool:
        """True for blanks and line ends."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """True when it has letters only."""
        return self.text.isalpha()

    @property
    def is_upper(self) -> bool:
        """True for letters in upper case."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """True for letters in lower case."""
        return self.text.islower()

    @property
    def is_punct(self) -> bool:
        """True when it has marks only."""
        return not self.text.isalnum() and all(unicodedata.category(char).startswith("P") for char in self.text)


def _place(token: Token) -> int:
    return token.i


def _depth(token: Token) -> int:
    """How many stand above a token; a mark or blank is put below all."""
    empty = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) if empty else sum(1 for _ in token.ancestors)


class Span:
    """Tokens that stand together; ``start`` and ``end`` count tokens."""

    __slots__ = ("doc", "end", "label_", "start", "tokens")

    def __init__(self, doc: Parse, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        """Which kind of name it is, for a name that the model found."""
        self.tokens = doc.tokens[start:end]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...

    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self.tokens[place]

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return self.doc.between(self.tokens)

    @property
    def root(self) -> Token:
        """The token that depends on none, or on none of these."""
        inside = range(self.start, self.end)
        for token in self.tokens:
            if token.head is token:
                return token
        outer = (token for token in self.tokens if token.head.i not in inside)
        return min(outer, key=_depth, default=self.tokens[0])

    @property
    def ents(self) -> list[Span]:
        """The names that the model found wholly inside."""
        found: list[Span] = []
        for entity in self.doc.ents:
            if entity.start >= self.start:
                if entity.end > self.end:
                    break
                found.append(entity)
        return found


class Parse:
    """The tokens of a text that is parsed by itself."""

    __slots__ = ("ents", "offset", "starts", "text", "tokens")

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        """Where the text begins in the article."""
        self.tokens: list[Token] = []
        self.starts: list[int] = []
        """The tokens that begin a sentence."""
        self.ents: list[Span] = []

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def between(self, tokens: Sequence[Token]) -> str:
        """The text from the first to the last of some tokens."""
        if not tokens:
            return ""
        return self.text[tokens[0].begins - self.offset : tokens[-1].ends - self.offset]

    @property
    def sents(self) -> list[Span]:
        """The sentences that the parser found."""
        ends = [*self.starts[1:], len(self.tokens)][: len(self.starts)]
        return [Span(self, start, end) for start, end in zip(self.starts, ends, strict=True)]

    def sentence_of(self, place: int) -> Span:
        """The sentence of a token."""
        n = bisect_right(self.starts, place)
        end = self.starts[n] if n < len(self.starts) else len(self.tokens)
        return Span(self, self.starts[n - 1], end)
