"""Every predicate of signatures.yaml in each of its frames: plain, negated, in a question, under "if"."""

from __future__ import annotations

import pytest

from parley.loaders.news.standing.judging import judge
from parley.loaders.news.standing.signatures import Effect, predicates
from parley.loaders.news.standing.value import Value

from .frames import FORMS, Form, readings
from .unread import ASSERTED, UNREAD

ENTRIES = [entry for entry in predicates() if entry not in UNREAD]


def stands(value: Value) -> str | None:
    return judge(value, said=False, own=False, binds=False).standing


def check(value: Value, effect: Effect, form: Form) -> None:
    if effect.granted:
        assert (value.polarity, value.certainty, value.time, value.sources) == ("+", "certain", "done", ())
        assert value.forces <= {"question"}
        return
    assert [source.kind for source in value.sources] == [effect.source] * (effect.source is not None)
    assert value.forces >= effect.forces
    if form == "if":
        assert "hypothesis" in value.forces
        assert stands(value) is None
        return
    assert (value.certainty, value.time) == (effect.certainty, effect.time)
    assert value.polarity == (effect.if_not if form == "negated" else effect.so)
    unsaid = form == "negated" and effect.source == "said" and value.polarity == "u"
    more = {"unsaid"} if unsaid else {"question"} if form == "question" else set()
    assert value.forces == effect.forces | more
    if form == "question":
        assert stands(value) is None


@pytest.mark.parametrize(("word", "frame"), ENTRIES)
def test_a_predicate_has_the_effect_that_the_lexicon_gives_it(word: str, frame: str):
    for form in FORMS:
        read = readings()[word, frame, form]
        assert read.meant, f"{read.sentence} {read.value.why}"
        check(read.value, predicates()[word, frame], form)


@pytest.mark.parametrize(("word", "frame"), [entry for entry in UNREAD if entry not in ASSERTED])
def test_a_word_that_is_not_reached_is_no_fact_unless_it_tells_one(word: str, frame: str):
    effect = predicates()[word, frame]
    assert effect.so == "+" or stands(readings()[word, frame, "plain"].value) != "asserted"


def is_read(word: str, frame: str) -> bool:
    """True when the four sentences of a word show what the lexicon says of it."""
    for form in FORMS:
        read = readings()[word, frame, form]
        if not read.meant:
            return False
        try:
            check(read.value, predicates()[word, frame], form)
        except AssertionError:
            return False
    return True


@pytest.mark.parametrize(("word", "frame"), list(UNREAD))
def test_a_word_that_is_read_leaves_the_list(word: str, frame: str):
    assert not is_read(word, frame)


def test_only_words_of_the_lexicon_are_listed():
    assert predicates().keys() >= UNREAD.keys() >= ASSERTED
