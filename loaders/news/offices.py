"""The words that titles of office are made of, from offices.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ...graph.records import Tenure
from .lexicons import lexicon, wordset


@dataclass(frozen=True, slots=True)
class Offices:
    """Title vocabulary in lower case; heads and bodies may be several words."""

    heads: frozenset[str]
    plurals: dict[str, str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    bodies: frozenset[str]
    honorifics: frozenset[str]
    ranks: dict[str, str]
    """Ranks as printed, in lower case, with the noun that takes them up later."""
    address: frozenset[str]
    """Honorifics and ranks."""
    retired: frozenset[str]
    """What stands in brackets after a rank that is no longer held."""
    verbs: dict[str, str]
    """Verbs that hold a post, with the title of their subject: "ran"."""
    tenures: dict[str, Tenure]
    only_after: frozenset[str]
    """Heads that stand only after a name or before "of"."""
    leads: frozenset[str]
    """Heads that make their holder the leader of what follows "of"."""
    implies: dict[str, str]
    """Heads that belong to one state when nothing else is said: its ISO code."""
    longest: int


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
        frozenset(w.lower() for w in wordset("offices", k)) for k in ("modifiers", "portfolios", "bodies", "honorifics")
    )
    ranks = {form.lower(): noun for noun, forms in lexicon("offices")["ranks"].items() for form in forms}
    verbs = {verb: title for title, forms in lexicon("offices")["links"]["verbs"].items() for verb in forms}
    groups = (heads, plurals, modifiers, portfolios, bodies, honorifics, ranks, tenures)
    return Offices(
        heads=frozenset(heads),
        plurals=plurals,
        modifiers=modifiers,
        portfolios=portfolios,
        bodies=bodies,
        honorifics=honorifics,
        ranks=ranks,
        address=honorifics | frozenset(ranks),
        retired=wordset("offices", "retired"),
        verbs=verbs,
        tenures=tenures,
        only_after=frozenset(word for word, entry in heads.items() if entry.get("precedes_name") is False),
        leads=frozenset(word for word, entry in heads.items() if entry.get("role") == "leads"),
        implies={word: entry["implies"] for word, entry in heads.items() if "implies" in entry},
        longest=max(len(w.split()) for group in groups for w in group),
    )
