"""A lexicon of standing that says something twice, or something that has no meaning, is an error with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.loaders.news.lexicons.strict_yaml import LexiconError
from parley.loaders.news.standing.signatures import Effect, parse_effect, read_frames

WRONG = {
    "has its frame that twice": [
        {"words": ["say"], "that": "said +/u"},
        {"words": ["tell", "say"], "that": "said +/u"},
    ],
    "has no field called gerund": [{"words": ["say"], "gerund": "said +/u"}],
    "'so' is no effect": [{"words": ["say"], "that": "so +/u"}],
    "'+/x' is no effect": [{"words": ["say"], "that": "+/x"}],
    "is not text": [{"words": ["say"], "that": True}],
    "a list is wanted": [{"words": "say", "that": "said"}],
    "a mapping is wanted": ["say"],
}


@pytest.mark.parametrize(("message", "lines"), WRONG.items())
def test_what_is_not_right_is_an_error(message: str, lines: list[object]):
    with pytest.raises(LexiconError, match=message.replace("+", r"\+")) as raised:
        read_frames("predicates", lines)
    assert "signatures.yaml" in str(raised.value)


EFFECTS: dict[str, Callable[[Effect], bool]] = {
    "+/-": lambda effect: (effect.so, effect.if_not) == ("+", "-"),
    "-": lambda effect: (effect.so, effect.if_not) == ("-", "-"),
    "alleged": lambda effect: (effect.so, effect.source) == ("+", "alleged"),
    "wish": lambda effect: effect.so == "u" and effect.forces == {"wish"},
    "foreseen +/u planned": lambda effect: (effect.source, effect.time) == ("foreseen", "planned"),
    "believed +/- probable": lambda effect: (effect.source, effect.certainty) == ("believed", "probable"),
    "+/+": lambda effect: effect.granted,
    "said +/+": lambda effect: not effect.granted,
}


@pytest.mark.parametrize(("text", "holds"), EFFECTS.items())
def test_an_effect_is_what_its_words_say(text: str, holds: Callable[[Effect], bool]):
    assert holds(parse_effect(text))
