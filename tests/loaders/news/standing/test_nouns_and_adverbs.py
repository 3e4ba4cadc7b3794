"""Every noun, adjective, adverb and mark of signatures.yaml: plain, negated, in a question, under "if"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Literal, TypeAlias

import pytest

from parley.loaders.news.standing.judging import judge
from parley.loaders.news.standing.signatures import adjectives, adverbs, nouns, phrases
from parley.loaders.news.standing.value import Value

from .assessing import assessed

Form: TypeAlias = Literal["plain", "negated", "question", "if"]
FORMS: Final[Mapping[Form, str]] = {
    "plain": "They made {}.",
    "negated": "They did not make {}.",
    "question": "Did they make {}?",
    "if": "If they make {}, prices will fall.",
}
OF_CLAUSE: Final[Mapping[Form, str]] = {
    "plain": "Norway {} offered Sweden a truce.",
    "negated": "Norway {} did not offer Sweden a truce.",
    "question": "Has Norway {} offered Sweden a truce?",
    "if": "If Norway {} offered Sweden a truce, prices will fall.",
}
ENDS: Final = {
    "that": (
        ("the {} that Norway offered Sweden a truce", "offered"),
        ("a {} that Sweden was offered a truce", "offered"),
    ),
    "to": (("a {} to offer Sweden a truce", "offer"), ("the {} to propose a truce to Sweden", "propose")),
    "ing": (("a {} of offering Sweden a truce", "offering"), ("the {} about offering Sweden a truce", "offering")),
}
OTHERWISE: Final = frozenset(
    {(noun, "to") for noun in ("rumour", "gossip", "leak", "chatter", "scenario", "danger", "prophecy", "ultimatum")}
    | {(noun, frame) for noun in ("worries", "fears", "hopes") for frame in ENDS}
    | {("say-so", "that")}
)
"""Nouns that the parser reads as verbs' subjects, cuts in two, or that the walk knows by their singular."""
NOT_SEEN: Final = frozenset({"would-be", "with a laugh", "lest", "supposing", "now that"})
"""Words of several parts and marks that are no marks to the parser: the walk does not see them, which is a fault."""
NEVER_SEEN: Final = frozenset(phrases("once") | {"all but", "every time", "each time", "time and again", "as a rule"})
"""Adverbs that leave a told act a told act, and phrases that the walk, which looks at single words, does not see."""
NEGATIVE: Final = frozenset(word for word, effect in adverbs("effect").items() if effect.so == "-")
UNTENSED_MARKS: Final = frozenset({"whether", "should"})
"""Marks of other clauses than those of these sentences: "they asked whether", "should he come"."""


def seen(words: Iterable[str], unseen: frozenset[str] = NOT_SEEN) -> list[object]:
    """The words, those that the walk does not see yet as failures that are expected."""
    fault = pytest.mark.xfail(reason="the walk does not see it", strict=True)
    return [pytest.param(word, marks=fault) if word in unseen else word for word in sorted(words)]


def stands(value: Value) -> str | None:
    return judge(value, said=False, own=False, binds=False).standing


@cache
def read(sentences: tuple[str, ...], words: tuple[str, ...]) -> tuple[Value, ...]:
    return tuple(assessed(sentences, words))


@cache
def of_nouns(form: Form) -> Mapping[tuple[str, str], Value]:
    """The value of what hangs on each noun: in the first sentence in which the walk comes by the noun."""
    found: dict[tuple[str, str], Value] = {}
    for turn in (0, 1):
        left = [entry for entry in nouns() if entry[1] in ENDS and not _by_noun(entry, found.get(entry))]
        ends = [ENDS[frame][turn] for _, frame in left]
        sentences = [FORMS[form].format(end.format(word)) for (word, _), (end, _) in zip(left, ends, strict=True)]
        found.update(zip(left, assessed(sentences, [word for _, word in ends]), strict=True))
    return found


def _by_noun(entry: tuple[str, str], value: Value | None) -> bool:
    return value is not None and f"{entry[0]}: {entry[1]}" in value.why


@pytest.mark.parametrize(("noun", "frame"), [entry for entry in nouns() if entry[1] in ENDS])
def test_a_noun_has_the_effect_that_the_lexicon_gives_it(noun: str, frame: str):
    effect = nouns()[noun, frame]
    values: dict[Form, Value] = {form: of_nouns(form)[noun, frame] for form in FORMS}
    if (noun, frame) in OTHERWISE:
        assert all(stands(values[form]) is None for form in ("negated", "question", "if"))
        return
    assert _by_noun((noun, frame), values["plain"]), values["plain"].why
    assert values["plain"].polarity == effect.so
    assert values["plain"].forces == effect.forces
    assert [source.kind for source in values["plain"].sources] == [effect.source] * (effect.source is not None)
    if not effect.granted:
        assert values["negated"].polarity == effect.if_not or values["negated"].forces & effect.forces
        assert "question" in values["question"].forces
        assert "hypothesis" in values["if"].forces
        assert all(stands(values[form]) is None for form in ("negated", "question", "if"))


@pytest.mark.parametrize("adjective", seen(adjectives()))
def test_an_adjective_makes_the_noun_of_an_act_none(adjective: str):
    effect = adjectives()[adjective]
    sentences = tuple(pattern.format(f"the {adjective} offer of a truce") for pattern in FORMS.values())
    values = dict(zip(FORMS, read(sentences, ("offer",) * len(FORMS)), strict=True))
    assert values["plain"].forces == effect.forces
    assert values["plain"].polarity == ("-" if effect.so == "-" else "+")
    assert values["negated"].forces >= effect.forces
    assert "question" in values["question"].forces
    assert "hypothesis" in values["if"].forces
    negated_twice = effect.so == "-"  # "did not make the false offer": read as if one had been made
    assert all(stands(value) is None for form, value in values.items() if not (form == "negated" and negated_twice))


@pytest.mark.parametrize("adverb", [word for word in adverbs("effect") if word not in NEVER_SEEN])
def test_an_adverb_has_its_effect_on_its_clause(adverb: str):
    effect = adverbs("effect")[adverb]
    sentences = tuple(pattern.format(adverb) for pattern in OF_CLAUSE.values())
    values = dict(zip(OF_CLAUSE, read(sentences, ("offered", "offer", "offered", "offered")), strict=True))
    plain = values["plain"]
    assert plain.polarity == ("-" if adverb in NEGATIVE else "+")
    assert (plain.certainty, plain.time, plain.forces) == (effect.certainty, effect.time, effect.forces)
    assert [source.kind for source in plain.sources] == [effect.source] * (effect.source is not None)
    assert values["negated"].polarity == "-"
    assert "question" in values["question"].forces
    assert "hypothesis" in values["if"].forces
    assert all(stands(values[form]) is None for form in ("negated", "question", "if"))


@pytest.mark.parametrize("adverb", sorted(phrases("once")))
def test_what_is_done_again_is_done(adverb: str):
    [value] = assessed([f"Norway {adverb} offered Sweden a truce."], ["offered"])
    assert stands(value) == "asserted"


@pytest.mark.parametrize("adverb", [word for word in adverbs("said") if " " not in word and word != "deadpan"])
def test_an_adverb_of_saying_tells_what_becomes_of_what_is_said(adverb: str):
    effect = adverbs("said")[adverb]
    [value] = assessed([f"They {adverb} said that Norway offered Sweden a truce."], ["offered"])
    assert value.polarity == ("-" if effect.so == "-" else "+")
    assert value.forces == effect.forces
    assert stands(value) is None


@pytest.mark.parametrize("phrase", seen(["in error", "by mistake", "with a laugh", "in jest", "with a smirk"]))
def test_so_does_a_phrase(phrase: str):
    [value] = assessed([f"They said {phrase} that Norway offered Sweden a truce."], ["offered"])
    assert stands(value) is None


SUPPOSED = sorted(phrases("marks", "hypothesis") - phrases("marks", "granted") - UNTENSED_MARKS)
GRANTED = sorted(phrases("marks", "granted") - {"till", "before", "until", "once", "given"})


@pytest.mark.parametrize("mark", seen(SUPPOSED, NOT_SEEN | {"assuming", "in the event that", "provided", "providing"}))
def test_what_is_under_a_condition_or_purpose_is_no_fact(mark: str):
    sentences = [
        f"{mark.capitalize()} Norway offers Sweden a truce, prices will fall.",
        f"Prices will fall {mark} Norway offers Sweden a truce.",
    ]
    assert [stands(value) for value in assessed(sentences, ["offers", "offers"])] == [None, None]


@pytest.mark.parametrize("mark", seen(GRANTED))
def test_what_is_told_beside_a_fact_is_taken_for_granted(mark: str):
    sentences = [
        f"{mark.capitalize()} Norway offered Sweden a truce, prices fell.",
        f"Prices did not fall {mark} Norway offered Sweden a truce.",
    ]
    assert [stands(value) for value in assessed(sentences, ["offered", "offered"])] == ["asserted", "asserted"]


@pytest.mark.parametrize("mark", seen(phrases("conditional")))
def test_what_hangs_on_a_condition_says_so(mark: str):
    [value] = assessed([f"Norway will offer Sweden a truce {mark} prices fall."], ["offer"])
    assert "conditional" in value.forces
    assert judge(value, said=True, own=True, binds=True).standing == "conditional"


@pytest.mark.parametrize("preposition", sorted(phrases("untrue")))
def test_what_stands_under_a_preposition_of_absence_is_not_so(preposition: str):
    sentences = [
        f"They left {preposition} offering Sweden a truce.",
        f"{preposition.capitalize()} offering Sweden a truce, they left.",
    ]
    assert [stands(value) for value in assessed(sentences, ["offering", "offering"])] == [None, None]
