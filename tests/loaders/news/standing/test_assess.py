"""The walk link by link: what stands above and about a clause, and what becomes of the clause."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from parley.loaders.news.lexicons.word_lists import wordset
from parley.loaders.news.standing.judging import judge
from parley.loaders.news.standing.signatures import adverbs, nouns, predicates
from parley.loaders.news.standing.value import Value

from .assessing import assessed, value_of


def stands(value: Value) -> str | None:
    return judge(value, said=False, own=False, binds=False).standing


def standings(sentences: dict[str, str]) -> list[str | None]:
    return [stands(value) for value in assessed(list(sentences), list(sentences.values()))]


FACTS = {
    "Norway offered Sweden a truce.": "offered",
    "They met and Norway offered Sweden a truce.": "offered",
    "They did not meet, and Norway offered Sweden a truce.": "offered",
    "They did not meet but offered Sweden a truce.": "offered",
    "They met the minister, who had offered Sweden a truce.": "offered",
    "They did not meet the minister who had offered Sweden a truce.": "offered",
    "Norway, having offered Sweden a truce, left the room.": "offered",
    "Although Norway offered Sweden a truce, prices did not fall.": "offered",
    "Prices did not fall after Norway offered Sweden a truce.": "offered",
    "They did not leave before Norway offered Sweden a truce.": "offered",
    "Norway managed to offer Sweden a truce.": "offer",
    "Norway did not fail to offer Sweden a truce.": "offer",
    "They rejected the offer of a truce.": "offer",
    "Norway signed an agreement in 2024 and offered Sweden a truce.": "offered",
    "The owner of the shares of 1959 offered Sweden a truce.": "offered",
}


@pytest.mark.parametrize(("sentence", "word"), FACTS.items())
def test_what_the_text_tells_or_takes_for_granted_is_asserted(sentence: str, word: str):
    assert stands(value_of(sentence, word)) == "asserted"


NONE = {
    "Norway did not offer Sweden a truce.": ("offer", "told not to be so"),
    "Norway never offered Sweden a truce.": ("offered", "told not to be so"),
    "Norway no longer offers Sweden a truce.": ("offers", "told not to be so"),
    "Neither Norway nor Finland offered Sweden a truce.": ("offered", "told not to be so"),
    "Norway did not meet them, nor did it offer Sweden a truce.": ("offer", "told not to be so"),
    "Nobody offered Sweden a truce.": ("offered", "told not to be so"),
    "Norway offered nothing.": ("offered", "told not to be so"),
    "They left without offering Sweden a truce.": ("offering", "told not to be so"),
    "Instead of offering Sweden a truce, they left.": ("offering", "told not to be so"),
    "Norway did not meet or offer Sweden a truce.": ("offer", "told not to be so"),
    "Norway failed to offer Sweden a truce.": ("offer", "told not to be so"),
    "They deny offering Sweden a truce.": ("offering", "denied"),
    "They met to offer Sweden a truce.": ("offer", "wish"),
    "They have the courage to offer Sweden a truce.": ("offer", "wish"),
    "If Norway offers Sweden a truce, prices will fall.": ("offers", "hypothesis"),
    "Unless Norway offers Sweden a truce, prices will fall.": ("offers", "hypothesis"),
    "They will wait until Norway offers Sweden a truce.": ("offers", "hypothesis"),
    "Had Norway asked Sweden, it would have offered a truce.": ("offered", "counterfactual"),
    "Had Norway offered Sweden a truce, the talks would have gone on.": ("offered", "counterfactual"),
    "Norway would have offered Sweden a truce.": ("offered", "counterfactual"),
    "Norway could have offered Sweden a truce.": ("offered", "counterfactual"),
    "Norway should offer Sweden a truce.": ("offer", "prescribed"),
    "Norway can offer Sweden a truce.": ("offer", "ability"),
    "Norway may have offered Sweden a truce.": ("offered", "only possible"),
    "Offer Sweden a truce.": ("offer", "imperative"),
    "Did Norway offer Sweden a truce?": ("offer", "question"),
    "They asked whether Norway offered Sweden a truce.": ("offered", "question"),
    "Norway often offered Sweden a truce.": ("offered", "general"),
    "In 1978, Norway offered Sweden a truce.": ("offered", "background"),
    "Norway offered Sweden a truce two decades ago.": ("offered", "background"),
    "The previous government offered Sweden a truce.": ("offered", "background"),
    "In the novel, Norway offered Sweden a truce.": ("offered", "hypothesis"),
    "They did not say that Norway offered Sweden a truce.": ("offered", "unsaid"),
    "They called it a myth that Norway offered Sweden a truce.": ("offered", "told not to be so"),
    "The so-called offer of a truce was old.": ("offer", "told not to be so"),
    "Sweden laughed at the “offer” of a truce.": ("offer", "mention"),
}


@pytest.mark.parametrize(("sentence", "word", "reason"), [(s, *rest) for s, rest in NONE.items()])
def test_what_is_no_fact_says_why(sentence: str, word: str, reason: str):
    judged = judge(value_of(sentence, word), said=False, own=False, binds=False)
    assert reason in (judged.reason, judged.standing)


CLAIMED = {
    "They said that Norway offered Sweden a truce.": "offered",
    "Norway offered Sweden a truce, they said.": "offered",
    "Norway reportedly offered Sweden a truce.": "offered",
    "It was reported that Norway offered Sweden a truce.": "offered",
    "Norway is said to have offered Sweden a truce.": "offered",
    "It seems that Norway offered Sweden a truce.": "offered",
    "They believe that Norway offered Sweden a truce.": "offered",
}


@pytest.mark.parametrize(("sentence", "word"), CLAIMED.items())
def test_what_somebody_says_is_claimed(sentence: str, word: str):
    assert stands(value_of(sentence, word)) == "claimed"


def test_whose_word_it_is_stands_in_the_chain_the_outermost_first():
    value = value_of("Officials said that analysts believe that Norway offered Sweden a truce.", "offered")
    assert [(one.kind, one.noun and one.noun.lower_) for one in value.sources] == [
        ("said", "officials"),
        ("believed", "analysts"),
    ]


def test_a_shared_saying_holds_for_both_clauses():
    text = "They said that prices fell and that Norway offered Sweden a truce."
    assert [source.kind for source in value_of(text, "offered").sources] == ["said"]


def test_would_after_a_past_saying_is_will_and_otherwise_only_possible():
    said = value_of("They said that Norway would offer Sweden a truce.", "offer")
    alone = value_of("Norway would offer Sweden a truce.", "offer")
    assert (said.certainty, said.time) == ("certain", "planned")
    assert (alone.certainty, alone.time) == ("possible", "planned")


def test_what_a_draft_says_is_only_written_there():
    value = value_of("Under the draft, Norway would offer Sweden a truce.", "offer")
    assert [source.kind for source in value.sources] == ["document"]
    assert value.time == "planned"


def test_what_is_long_ago_counts_from_the_year_of_the_article():
    text = "In 2019, Norway offered Sweden a truce."
    assert stands(value_of(text, "offered", year=2020)) == "asserted"
    assert stands(value_of(text, "offered", year=2040)) is None
    assert stands(value_of(text, "offered", year=None)) == "asserted"


def test_a_quotation_that_somebody_says_is_not_only_mentioned():
    value = value_of("“Norway offered Sweden a truce,” the Swedish minister Anna Berg said.", "offered")
    assert "mention" not in value.forces


# ---------------------------------------------------------------------- words that nobody knows

ENDINGS = ("ize", "ate", "ify", "ork", "ond", "ump", "ist", "ell")
KNOWN = {word for word, _ in (*predicates(), *nouns())} | wordset("reporting", "say") | set(adverbs("effect"))
SYLLABLES = st.tuples(*map(st.sampled_from, ("bdfgklmnprstvz", "aeiou", "lmnrst"))).map("".join)
STEMS = st.tuples(SYLLABLES, st.sampled_from(ENDINGS)).map("".join)
VERBS = st.lists(STEMS.filter(lambda word: word not in KNOWN), min_size=20, max_size=20, unique=True)
UNDER = {
    "They have {1} that Norway offered Sweden a truce.": "offered",
    "The minister {1} that Norway offered Sweden a truce.": "offered",
    "They will {0} to offer Sweden a truce.": "offer",
    "Norway was {1} to offer Sweden a truce.": "offer",
    "They are {1} to offer Sweden a truce.": "offer",
}


@pytest.mark.parametrize(("pattern", "word"), UNDER.items())
@settings(max_examples=10, derandomize=True, phases=[Phase.generate])  # the same words at each run
@given(verbs=VERBS)
def test_what_hangs_on_a_word_that_nobody_knows_is_never_asserted(pattern: str, word: str, verbs: list[str]):
    sentences = [pattern.format(verb, f"{verb.removesuffix('e')}ed") for verb in verbs]
    values = assessed(sentences, [word] * len(sentences))
    embedded = [(s, v) for s, v in zip(sentences, values, strict=True) if "relative clause" not in v.why]  # of a noun
    assert len(embedded) >= 0.9 * len(sentences)
    assert [(sentence, value.why) for sentence, value in embedded if stands(value) == "asserted"] == []
