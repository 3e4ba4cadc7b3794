"""Where sentences begin, as far as marks and abbreviations tell; the parser decides the rest.

spaCy's model cuts after "Brig." or inside a quotation now and then, and what is cut apart is parsed apart. So the
borders that are sure are set before the parser sees the text. Not for layout: lines are cut in :mod:`.segments`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..lexicons.word_lists import wordset

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SHORTEST_CLAUSE, _LONGEST_CLAUSE = 4, 60
_CLOSING = frozenset("\"'”’»)]")
_OPENING = frozenset("\"'“‘„«([")
_MARKS = frozenset(".!?…")
_NEAR = _CLOSING | _MARKS | frozenset(":;")
"""What a sentence may end with."""


def set_borders(doc: Doc) -> Doc:
    """Marks the tokens that surely begin a sentence, and those that surely do not."""
    import numpy as np

    names, others = wordset("words", "abbreviations", "names"), wordset("words", "abbreviations", "others")
    words = [doc.vocab.strings[word] for word in doc.to_array("ORTH").tolist()]
    told = np.zeros((len(words), 1), dtype="int64")
    for i in range(1, len(words)):
        before = words[i - 1]
        begins: bool | None = False
        if before[-1] in _NEAR or before.isspace() or words[i] in _OPENING:  # nothing ends after other words
            begins = _begins(doc, doc[i], names, others)
        if begins is not None:
            told[i] = 1 if begins else -1
    values: Any = told.astype("uint64")
    return doc.from_array(["SENT_START"], values) if words else doc


def _begins(doc: Doc, token: Token, names: frozenset[str], others: frozenset[str]) -> bool | None:
    """True or False where it is sure whether a token begins a sentence; ``None`` where the parser is to tell."""
    if token.is_space or not (doc[token.i - 1].whitespace_ or doc[token.i - 1].is_space):
        return False
    last = token.i - 1
    while last > 0 and (doc[last].is_space or (doc[last].text in _CLOSING and not doc[last - 1].whitespace_)):
        last -= 1
    mark, closed = doc[last].text, last < token.i - 1
    if mark == ";" and not closed and _is_clause(doc, token.i, 1) and _is_clause(doc, last - 1, -1):
        return True
    if closed and doc[token.i - 1].text in ("'", "’") and mark[-1] == "s" and last == token.i - 2:
        return False  # "the girls’ World Championship"
    if mark[-1] not in _MARKS:
        return None if mark[-1] in ":;" or closed or token.text in _OPENING else False
    first = token if token.text not in _OPENING or token.i + 1 == len(doc) else doc[token.i + 1]
    if first.is_lower:
        return False
    word = doc[last - 1].text + mark if mark == "." and last and not doc[last - 1].whitespace_ else mark
    if word.lower() in names and not closed:
        return False
    return _after(word, first, closed=closed, others=others)


def _is_clause(doc: Doc, first: int, step: int) -> bool:
    """True when the words from here to the next mark, forwards or backwards, look like a clause of their own."""
    finite = wordset("words", "finite")
    words: list[str] = []
    n = first
    while 0 <= n < len(doc) and len(words) < _LONGEST_CLAUSE:
        text = doc[n].text
        if text == ";" or (text in _MARKS and len(words) > 2):
            break
        words.append(text)
        n += step
    return len(words) >= _SHORTEST_CLAUSE and any(w.lower() in finite or w.endswith("ed") for w in words)


def _after(word: str, first: Token, *, closed: bool, others: frozenset[str]) -> bool | None:
    """Whether a capital or figure begins a sentence after a word and its mark."""
    initial = len(word) == 2 and word[0].isupper()
    if initial and not closed and first.is_title and first.is_alpha:
        return False
    if word.lower() == "no.":  # "No. 4", but "they said no. Then ..."
        return not first.like_num
    known = word.lower() in others or initial or word.count(".") > 1 or (word[-1] != "." and closed)
    return None if known or word[-1] == "…" else True
