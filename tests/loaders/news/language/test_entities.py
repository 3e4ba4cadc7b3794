"""Names that are found at once are those that spaCy's recognizer finds word by word, whatever its network says."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import fix_random_seed

from parley.loaders.news.language.entities import find_entities_at_once

SENTENCES = (
    ("Talks", "in", "New", "York", "."),
    ("\n", "The", "Bank", "of", "Peru", "\n", "\n", "and", "Ana", "Lopez"),
    ("Monday",),
    ("Lima", "  ", "and", "Cusco", ",", "June", "3", "."),
)


def untaught(seed: int) -> Language:
    """A pipeline whose recognizer has learned nothing, and so takes any move that it may."""
    fix_random_seed(seed)
    nlp = spacy.blank("en")
    recognizer: Any = nlp.add_pipe("ner")  # spaCy gives its steps no type
    for label in ("PERSON", "PLACE"):
        recognizer.add_label(label)
    nlp.initialize()
    upper = recognizer.model.get_ref("upper")
    upper.set_param("W", upper.ops.xp.random.normal(size=upper.get_param("W").shape).astype("float32"))
    return nlp


def step(nlp: Language, name: str) -> Any:
    """A step of a pipeline, to which spaCy gives no type."""
    return nlp.get_pipe(name)


def documents(nlp: Language, ents: list[str] | None = None) -> list[Doc]:
    """Each sentence by itself, all of them as one text, in which names may stand already, and none."""
    words = [word for sentence in SENTENCES for word in sentence]
    starts = [n == 0 for sentence in SENTENCES for n in range(len(sentence))]
    alone = [Doc(nlp.vocab, words=list(sentence)) for sentence in SENTENCES]
    return [Doc(nlp.vocab, words=words, sent_starts=starts, ents=ents), *alone, Doc(nlp.vocab)]


def test_any_network_finds_the_same_names_at_once_as_word_by_word() -> None:
    names = []
    for seed in range(20):
        nlp = untaught(seed)
        word_by_word = list(step(nlp, "ner").pipe(documents(nlp)))
        find_entities_at_once(nlp)
        assert nlp.pipe_names == ["parley_entities"]
        at_once = list(step(nlp, "parley_entities").pipe(documents(nlp), batch_size=4))
        for own, other in zip(at_once, word_by_word, strict=True):
            assert [(t.text, t.ent_iob_, t.ent_type_) for t in own] == [
                (t.text, t.ent_iob_, t.ent_type_) for t in other
            ]
        names += [name for doc in at_once for name in doc.ents]
    assert {len(name) for name in names} > {1, 2, 3}


def test_names_that_are_set_before_stay() -> None:
    told = ["O"] * 4 + ["B-PLACE", "I-PLACE"] + [""] * (sum(map(len, SENTENCES)) - 6)
    for seed in range(5):
        nlp = untaught(seed)
        word_by_word = list(step(nlp, "ner").pipe(documents(nlp, told)))
        find_entities_at_once(nlp)
        at_once = list(step(nlp, "parley_entities").pipe(documents(nlp, told)))
        for own, other in zip(at_once, word_by_word, strict=True):
            assert [(t.ent_iob_, t.ent_type_) for t in own] == [(t.ent_iob_, t.ent_type_) for t in other]


def test_a_recognizer_of_another_kind_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner")
    step(nlp, "beam_ner").add_label("PERSON")
    nlp.rename_pipe("beam_ner", "ner")
    nlp.initialize()
    find_entities_at_once(nlp)
    assert nlp.pipe_names == ["ner"]
