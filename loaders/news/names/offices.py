"""The words that titles of office are made of, from offices.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from ....graph.records import Tenure
from ..lexicons.word_lists import lexicon, wordset

T = TypeVar("T")


class Phrases(dict[str, T]):
    """Words and phrases in lower case, each with what it stands for."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        super().__init__(phrases)
        self.longest: dict[str, int] = {}
        """How many words the longest phrase has that begins with a word."""
        for words in (phrase.split() for phrase in phrases):
            self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))


def _themselves(phrases: Iterable[str]) -> Phrases[str]:
    return Phrases({phrase: phrase for phrase in phrases})


@dataclass(frozen=True, slots=True)
class Offices:
    """Title vocabulary in lower case; heads and bodies may be several words."""

    heads: Phrases[str]
    plurals: Phrases[str]
    modifiers: Phrases[str]
    portfolios: Phrases[str]
    bodies: Phrases[str]
    honorifics: Phrases[str]
    ranks: Phrases[str]
    """Ranks as printed, in lower case, with the noun that takes them up later."""
    address: Phrases[str]
    """Honorifics and ranks."""
    retired: frozenset[str]
    """What stands in brackets after a rank that is no longer held."""
    verbs: dict[str, str]
    """Verbs that hold a post, with the title of their subject: "ran"."""
    tenures: Phrases[Tenure]
    only_after: frozenset[str]
    """Heads that stand only after a name or before "of"."""
    leads: frozenset[str]
    """Heads that make their holder the leader of what follows "of"."""
    implies: dict[str, str]
    """Heads that belong to one state when nothing else is said: its ISO code."""
    unless: dict[str, str]
    """Those of them that another state has too, which a text may name alone: its ISO code."""
    private: frozenset[str]
    """Heads whose holder speaks for no state."""
    watching: frozenset[str]
    """Heads with the states that their holder knows or reports of, and does not serve: "Korea expert"."""
    groups: frozenset[str]
    """Heads that several people are together: "delegation"."""
    beginnings: frozenset[str]
    """The words that a phrase of any kind begins with."""


@cache
def offices() -> Offices:
    """The vocabulary of offices.yaml."""
    heads: dict[str, dict[str, Any]] = lexicon("offices")["heads"]  # Any: texts and a truth
    plurals = {entry["plural"]: word for word, entry in heads.items() if entry.get("plural", word) != word}
    tenures: dict[str, Tenure] = {
        form: entry["tenure"]
        for word, entry in lexicon("offices")["tenure_words"].items()
        for form in (word, f"{word}-", f"-{word}")
    }
    modifiers, portfolios, bodies, honorifics = (
        _themselves(word.lower() for word in wordset("offices", group))
        for group in ("modifiers", "portfolios", "bodies", "honorifics")
    )
    ranks = {form.lower(): noun for noun, forms in lexicon("offices")["ranks"].items() for form in forms}
    verbs = {verb: title for title, forms in lexicon("offices")["links"]["verbs"].items() for verb in forms}
    return Offices(
        heads=_themselves(heads),
        plurals=Phrases(plurals),
        modifiers=modifiers,
        portfolios=portfolios,
        bodies=bodies,
        honorifics=honorifics,
        ranks=Phrases(ranks),
        address=_themselves((*honorifics, *ranks)),
        retired=wordset("offices", "retired"),
        verbs=verbs,
        tenures=Phrases(tenures),
        only_after=frozenset(word for word, entry in heads.items() if entry.get("precedes_name") is False),
        leads=frozenset(word for word, entry in heads.items() if entry.get("role") == "leads"),
        implies={word: entry["implies"] for word, entry in heads.items() if "implies" in entry},
        unless={word: entry["unless"] for word, entry in heads.items() if "unless" in entry},
        private=wordset("offices", "private")
        | {word for word, entry in heads.items() if entry["category"] in ("expert", "media", "business")},
        watching=frozenset(word for word, entry in heads.items() if entry["category"] in ("expert", "media")),
        groups=frozenset(word for word, entry in heads.items() if entry["category"] == "group"),
        beginnings=frozenset(
            phrase.split()[0]
            for group in (heads, plurals, modifiers, portfolios, bodies, honorifics, tenures)
            for phrase in group
        ),
    )
