"""The parse in plain objects says what spaCy says, whatever was read before."""

from __future__ import annotations

import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from parley.loaders.news.language.annotation import load_model, model_name
from parley.loaders.news.language.word_forms import word_forms

ARTICLE = Path(__file__).resolve().parents[4] / "examples" / "istanbul" / "article.txt"
TEXTS = (
    "The envoys of Peru and Chile, who met in Lima on Monday, said that they hadn't agreed; there were two drafts.",
    "“Let's go on,” Minister Ana Suárez told reporters.  “It's gonna take time — we ain't there yet.”",
    "Kenya offered to release 40 sailors, to open the port of Lamu, and was asked by Fiji not to wait.\n\nNobody did.",
    "",
)


@pytest.fixture(scope="module")
def plain() -> Any:
    """The same model as it comes, with all its steps and nothing remembered."""
    load_model()  # makes the step for borders known
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = import_module(model_name().partition("@")[0]).load()
    nlp.add_pipe("parley_borders", before="parser")
    return nlp


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_token_says_is_what_spacy_says(text: str, plain: Any) -> None:
    nlp = load_model()
    whole, parse = plain(text), word_forms(nlp).parse(nlp(text), 7)
    assert len(parse) == len(whole)
    for own, token in zip(parse.tokens, whole, strict=True):
        for name in ("i", "text", "lower_", "tag_", "dep_", "pos_", "lemma_", "ent_type_", "is_space", "is_punct",
                     "is_alpha", "is_upper", "is_lower"):  # fmt: skip
            assert getattr(own, name) == getattr(token, name), (name, token)
        assert (own.begins, own.ends) == (token.idx + 7, token.idx + len(token) + 7)
        for name in ("children", "lefts", "rights", "subtree", "ancestors"):
            assert [t.i for t in getattr(own, name)] == [t.i for t in getattr(token, name)], (name, token)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(own, name).i == getattr(token, name).i, (name, token)
        assert (own.sent.start, own.sent.end, own.sent.root.i) == (token.sent.start, token.sent.end, token.sent.root.i)
    assert [(e.start, e.end, e.label_) for e in parse.ents] == [(e.start, e.end, e.label_) for e in whole.ents]
    assert [s.text for s in parse.sents] == [s.text for s in whole.sents]


@pytest.mark.parametrize("text", TEXTS[:3])
def test_a_span_says_what_spacy_says(text: str, plain: Any) -> None:
    nlp = load_model()
    whole, parse = plain(text), word_forms(nlp).parse(nlp(text), 0)
    for start, end in ((0, 4), (2, 9), (5, 6), (3, 3), (6, 100), (9, 4)):
        own, span = parse[start:end], whole[start:end]
        assert ([t.i for t in own], own.text) == ([t.i for t in span], span.text)
        if len(span):
            assert own.root.i == span.root.i
            assert [e.start for e in own.ents] == [e.start for e in span.ents]


def test_before_the_first_token_stands_none() -> None:
    nlp = load_model()
    parse = word_forms(nlp).parse(nlp("Talks go on."), 0)
    assert parse[1].nbor(-1).text == "Talks"
    with pytest.raises(IndexError):
        parse[0].nbor(-1)


@pytest.mark.parametrize("of", ["whole", "lines"])
def test_the_names_of_an_article_are_those_of_the_recognizer(of: str, plain: Any) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    texts = [text, "", "\n", "New York"] if of == "whole" else text.splitlines()
    names = 0
    for own, whole in zip(load_model().pipe(texts, batch_size=3), plain.pipe(texts), strict=True):
        assert [(e.start, e.end, e.label_) for e in own.ents] == [(e.start, e.end, e.label_) for e in whole.ents]
        assert [(t.ent_iob_, t.ent_type_) for t in own] == [(t.ent_iob_, t.ent_type_) for t in whole]
        names += len(own.ents)
    assert names > 30


def test_remembered_vectors_are_those_of_the_network_to_the_last_bit(plain: Any) -> None:
    nlp = load_model()
    for _ in range(2):  # the second time all words are known
        for text in TEXTS[:3]:
            assert np.array_equal(nlp(text).tensor, plain(text).tensor)
