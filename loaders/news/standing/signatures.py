"""The lexicon of signatures.yaml: what a word makes of the clause or the noun that hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias, cast

from ..lexicons.strict_yaml import LexiconError, to_table, to_text, to_texts
from ..lexicons.word_lists import lexicon, wordset

Polarity: TypeAlias = Literal["+", "-", "u"]
SourceKind: TypeAlias = Literal["said", "denied", "believed", "foreseen", "alleged", "document"]
Certainty: TypeAlias = Literal["certain", "probable", "possible"]
Time: TypeAlias = Literal["done", "planned", "general", "background"]
Force: TypeAlias = Literal[
    "question", "hypothesis", "counterfactual", "conditional", "wish", "prescribed", "imperative", "mention",
    "unserious", "unsaid", "withdrawn", "rumour", "ability",
]  # fmt: skip
Frame: TypeAlias = Literal["that", "whether", "to", "np-to", "ing", "np", "np-subject", "passive-to"]

FRAMES: Final = frozenset({"that", "whether", "to", "np-to", "ing", "np", "np-subject", "passive-to"})
FORCES: Final[tuple[Force, ...]] = (
    "question", "hypothesis", "counterfactual", "wish", "prescribed", "mention", "unserious", "unsaid", "withdrawn",
    "rumour", "imperative", "ability",
)  # fmt: skip
_SOURCES: Final = frozenset({"said", "denied", "believed", "foreseen", "alleged", "document"})
_FILE: Final = "signatures.yaml"


@dataclass(frozen=True, slots=True)
class Effect:
    """What hangs on a word: so or not when the word's own clause is so, and when it is not; whose word it is."""

    so: Polarity = "u"
    if_not: Polarity = "u"
    source: SourceKind | None = None
    certainty: Certainty = "certain"
    time: Time = "done"
    forces: frozenset[Force] = frozenset()

    @property
    def granted(self) -> bool:
        """True for what is taken for granted, whether the word's clause is so or not."""
        return self.so == self.if_not == "+" and self.source is None


UNKNOWN_CLAUSE: Final = Effect("u", "u", "believed", "possible")
"""Of a clause under a word that the lexicon does not know."""
UNKNOWN_INFINITIVE: Final = Effect("u", "u", forces=frozenset({"wish"}))
"""Of an infinitive or gerund under a word that the lexicon does not know."""
GRANTED: Final = Effect("+", "+")
SHARED: Final = Effect("+", "-")
SAID: Final = Effect("+", "u", "said")
DENIED: Final = Effect("-", "u", "denied")
NOT: Final = Effect("-", "u")


@cache
def predicates() -> dict[tuple[str, str], Effect]:
    """The effect of each predicate in each of its frames."""
    return read_frames("predicates", lexicon("signatures")["predicates"])


def read_frames(group: str, lines: Iterable[object]) -> dict[tuple[str, str], Effect]:
    """The effect of each word in each of its frames; raises ``LexiconError`` for lines that are not right."""
    found: dict[tuple[str, str], Effect] = {}
    for words, frames in _read(group, lines, FRAMES):
        for word in words:
            for frame, effect in frames.items():
                if (word, frame) in found:
                    raise LexiconError(_FILE, word, f"has its frame {frame} twice")
                found[word, frame] = effect
    return found


@cache
def nouns() -> dict[tuple[str, str], Effect]:
    """The effect of each noun on the clause that it has beside it."""
    return {
        (word, frame): effect
        for words, frames in _lines("nouns", FRAMES)
        for word in words
        for frame, effect in frames.items()
    }


@cache
def adjectives() -> dict[str, Effect]:
    """The effect of adjectives on the noun of an act that they stand before."""
    return {
        word: effect
        for words, frames in _lines("adjectives", {"effect"})
        for word in words
        for effect in frames.values()
    }


@cache
def adverbs(of: Literal["effect", "said"]) -> dict[str, Effect]:
    """The effect of adverbs on their clause, or on what a verb of saying that they belong to introduces."""
    lines = _lines("adverbs", {"effect", "said"})
    return {word: frames[of] for words, frames in lines for word in words if of in frames}


@cache
def adverb_phrases() -> frozenset[str]:
    """The adverbs that have an effect on their clause."""
    return frozenset(adverbs("effect"))


@cache
def phrases(*place: str) -> frozenset[str]:
    """The words of a list of the lexicon."""
    return wordset("signatures", *place)


def _lines(group: str, allowed: Iterable[str]) -> Iterator[tuple[tuple[str, ...], dict[str, Effect]]]:
    return _read(group, lexicon("signatures")[group], allowed)


def _read(
    group: str, lines: Iterable[object], allowed: Iterable[str]
) -> Iterator[tuple[tuple[str, ...], dict[str, Effect]]]:
    for line in lines:
        table = to_table(line, _FILE, group)
        words = to_texts(table.get("words"), _FILE, group)
        entry = words[0] if words else group
        if unknown := sorted(set(table) - {"words", *allowed}):
            raise LexiconError(_FILE, entry, f"has no field called {', '.join(unknown)}")
        yield (
            words,
            {name: parse_effect(to_text(table[name], _FILE, entry), entry) for name in table if name != "words"},
        )


def parse_effect(text: str, entry: str = "") -> Effect:
    """Return the effect that a line of the lexicon spells.

    >>> parse_effect("said +/u").source
    'said'
    """
    so, if_not = "u", "u"
    source: SourceKind | None = None
    certainty: Certainty = "certain"
    time: Time = "done"
    forces: set[Force] = set()
    for word in text.split():
        if word == "-":
            so, if_not = "-", "-"
        elif "/" in word and set(word) <= set("+-u/") and len(word) == 3:
            so, if_not = word[0], word[2]
        elif word in _SOURCES:
            source = cast(SourceKind, word)
        elif word in ("probable", "possible"):
            certainty = cast(Certainty, word)
        elif word in ("planned", "general"):
            time = cast(Time, word)
        elif word in FORCES:
            forces.add(word)
        else:
            raise LexiconError(_FILE, entry, f"{word!r} is no effect; the head of the file lists them")
    signed = "/" in text or "-" in text.split()
    if not signed and not forces & {"wish", "prescribed", "question", "hypothesis", "unsaid"}:
        so, if_not = "+", "u"
    return Effect(cast(Polarity, so), cast(Polarity, if_not), source, certainty, time, frozenset(forces))
