"""Find the names of states, organisations and outlets in a text, by lexicons and before any model.

It knows names, not contexts: whether a capital stands for its government, or an ambiguous word for a person, is
for the caller to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ....graph.records import Key
from ..lexicons.word_lists import lexicon as checked
from ..text.spellings import plain, spellings
from .entries import Entry, Form, Kind, Lexicon, read_lexicon

__all__ = ["Entry", "Form", "Gazetteer", "Kind", "Mention", "load_gazetteer"]

_TOKEN = re.compile(r"\w+")
_ARABIC_ARTICLES = ("al-", "el-", "Al-", "El-", "AL-", "EL-")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where the gazetteer knows the name; the possessive ’s is left out."""

    start: int
    end: int
    entry: Entry
    form: Form
    ambiguous: bool = False
    """True when the words often mean something else, or another entry."""
    alternatives: tuple[Entry, ...] = ()
    """Other entries that have the same name."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one spelling means; no entries for a mask."""

    entries: tuple[Entry, ...]
    form: Form = "name"
    ambiguous: bool = False


class Gazetteer:
    """The names of the lexicons, ready to be found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.entries = lexicon.entries
        self.generic = lexicon.generic
        """Words for outlets in general ("state media"), in lower case."""
        self._words_in_capitals = lexicon.words_in_capitals
        self._by_key = {entry.key: entry for entry in lexicon.entries}
        self._readings = _readings(lexicon, self._by_key)
        self._by_token = _by_first_token(self._readings)

    def entry(self, key: str) -> Entry | None:
        """Return the entry with this key (``state/RU``), if there is one."""
        return self._by_key.get(Key(key))

    def whole(self, entry: Entry) -> Entry:
        """Return the union that negotiates for one of its bodies, else the entry itself."""
        above = self.entry(entry.part_of) if entry.part_of else None
        return above if above is not None and above.party else entry

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return the entries that have exactly this name, the usual one first."""
        reading = self._readings.get(plain(name))
        return reading.entries if reading else ()

    def match(self, text: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
        """Return the mentions in ``text[start:end]`` in order; the longest name wins and none overlap."""
        return tuple(self._mentions(text, start, len(text) if end is None else end))

    def _mentions(self, text: str, start: int, end: int) -> Iterator[Mention]:
        reached, printed, text = start, text, _plain_once(text)
        for token in _TOKEN.finditer(text, start, end):
            readings, begin = self._by_token.get(token[0], ()), token.start()
            if not readings or begin < reached or (begin and _is_word(text[begin - 1])):
                continue
            for name, reading in readings:
                stop = begin + len(name)
                if stop <= end and text.startswith(name, begin) and _ends_there(text, name, stop):
                    reached = stop
                    part = begin > 0 and text[begin - 1] == "-" and _is_body(reading)  # "the Non-Academic Union"
                    if reading.entries and not (part or _in_arabic_name(text, begin, reading)):
                        yield self._mention(printed, begin, stop, reading)
                    break

    def _mention(self, text: str, start: int, stop: int, reading: _Reading) -> Mention:
        end = stop - 1 if plain(text[stop - 1]) == "-" else stop
        shouted = text[start:end] in self._words_in_capitals and _is_shouted(text, start, end)
        first, *others = reading.entries
        return Mention(start, end, first, reading.form, reading.ambiguous or shouted, tuple(others))


def _is_body(reading: _Reading) -> bool:
    return bool(reading.entries) and reading.entries[0].kind == "organization" and reading.form != "demonym"


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of this room's lexicons, read once."""
    return Gazetteer(read_lexicon(checked))


@lru_cache(maxsize=2)
def _plain_once(text: str) -> str:
    """The plain text, kept while sentence after sentence of one article is searched."""
    return plain(text)


def _readings(lexicon: Lexicon, by_key: Mapping[Key, Entry]) -> dict[str, _Reading]:
    listed = _listed(lexicon.entries)
    result: dict[str, _Reading] = {}
    varied: dict[str, _Reading] = {}
    for word, forms in listed.items():
        entries = tuple(by_key[key] for key in lexicon.shared.get(word, ())) or tuple(forms)
        doubtful = len(entries) > 1 or word in entries[0].doubtful
        reading = _Reading(entries, forms[entries[0]], doubtful)
        first, *others = spellings(word)
        result.setdefault(first, reading)
        for other in others:
            varied.setdefault(other, reading)
    for word in sorted(lexicon.masks):
        for spelling in spellings(word):
            varied[spelling] = _Reading(())
    return {**varied, **result}


def _listed(entries: Iterable[Entry]) -> dict[str, dict[Entry, Form]]:
    listed: dict[str, dict[Entry, Form]] = {}
    for entry in entries:
        for word, form in entry.words():
            listed.setdefault(word, {}).setdefault(entry, form)
    return listed


def _by_first_token(readings: Mapping[str, _Reading]) -> dict[str, tuple[tuple[str, _Reading], ...]]:
    groups: dict[str, list[tuple[str, _Reading]]] = {}
    for name, reading in readings.items():
        token = _TOKEN.match(name)
        if token is not None:
            groups.setdefault(token.group(), []).append((name, reading))
    return {token: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for token, names in groups.items()}


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


_CURRENCIES: Final = "$€£¥₦₹"
"""Signs before which the name of a state is that of its money: "US$3 billion"."""


def _ends_there(text: str, name: str, stop: int) -> bool:
    follows = stop < len(text) and (_is_word(text[stop]) or text[stop] in _CURRENCIES)
    return follows if name[-1] == "-" else not follows


def _in_arabic_name(text: str, start: int, reading: _Reading) -> bool:
    """True for the last part of a surname such as "al-Iraqi", where only a demonym or a state's name can stand."""
    by_origin = reading.form == "demonym" or reading.entries[0].kind == "state"
    return by_origin and text[max(0, start - 3) : start] in _ARABIC_ARTICLES


def _is_shouted(text: str, start: int, end: int) -> bool:
    """True when the line that the place stands in has no small letter."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return not any(char.islower() for char in text[first : len(text) if last < 0 else last])
