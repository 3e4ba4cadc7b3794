"""What a part of a lexicon must look like, as data: words, terms, truths, patterns, and tables and lists of them.

A shape tells every fault of a value with its place. Which file has which shape is for
:mod:`parley.loaders.news.lexicons.schemas`.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Protocol

from .strict_yaml import Place

_LONG = 80
"""Characters of a text that a message shows."""
_FEW = 20
"""So many terms are listed when none is like the one that was written."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong at a place of a file."""

    place: Place
    why: str
    beside: Place | None = None
    """The other place that it cannot stand beside."""


class Shape(Protocol):
    """What a value must look like."""

    def fits(self, value: object) -> bool:
        """Whether it is plain at once that nothing is wrong with the value: the short way for what is in order."""

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell everything that is wrong with the value that stands at a place."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words that may stand somewhere, and what they are called."""

    called: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """One text: in lower case unless ``cased``, and one of the terms if there are any."""

    of: Terms | None = None
    cased: bool = False

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        if type(value) is not str or not value or value != value.strip():
            return False
        return value in self.of.names if self.of else self.cased or value == value.lower()

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a text."""
        if not self.fits(value):
            yield Fault(place, self._why(value))

    def _why(self, value: object) -> str:
        if isinstance(value, (list, dict)):
            return f"one text is wanted, not {value!r}"
        if not isinstance(value, str) or not value or value != value.strip():
            return f"{value!r} is not text; put it in quotes"
        if self.of:
            return f"there is no {self.of.called} {value!r}{meant(value, self.of.names)}"
        return f"{value!r} has a capital letter and would never be found; did you mean {value.lower()}?"


@dataclass(frozen=True, slots=True)
class Words:
    """A list of texts, each once."""

    word: Word = field(default_factory=Word)

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        return isinstance(value, list) and all(map(self.word.fits, value)) and len(set(value)) == len(value)

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a list of texts."""
        if not isinstance(value, list):
            yield Fault(place, f"a list is wanted, not {value!r}; put it in brackets")
            return
        if self.fits(value):
            return
        for number, word in enumerate(value):
            yield from self.word.faults(word, (*place, number))
            if word in value[:number]:
                first = value.index(word)
                yield Fault((*place, number), f"{word!r} stands twice in this list; take one out", (*place, first))


@dataclass(frozen=True, slots=True)
class Truth:
    """``true`` or ``false``."""

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        return isinstance(value, bool)

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a truth."""
        if not self.fits(value):
            yield Fault(place, f"true or false is wanted, not {value!r}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""

    def fits(self, value: object) -> bool:
        """Whether nothing is wrong with the value."""
        return next(self.faults(value, ()), None) is None

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a pattern."""
        if not isinstance(value, str) or not value:
            yield Fault(place, f"{value!r} is not text; put it in quotes")
            return
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # what will mean something else one day
                re.compile(value)
        except (re.error, OverflowError, RecursionError, Warning) as error:
            yield Fault(place, f"{_shown(value)} is no regular expression ({error})")


@dataclass(frozen=True, slots=True)
class Distinct:
    """A rule: a word may stand in one entry alone, or in several under conditions that do not meet."""

    words: str = ""
    """The field that holds them; an entry without fields holds nothing else."""
    when: tuple[str, ...] = ()
    """The fields that are conditions: for lists it is enough that one word is in both."""

    def faults(self, entries: Iterable[tuple[Place, Any]]) -> Iterator[Fault]:  # Any: entries that are in shape
        """Tell which entries claim what an earlier one has."""
        owners: dict[tuple[object, ...], tuple[Place, Any]] = {}  # Any: as above
        for place, entry in entries:
            told: set[object] = set()
            for claim in self._claims(entry):
                owner, other = owners.setdefault(claim, (place, entry))
                if owner != place and claim[0] not in told:
                    told.add(claim[0])
                    alike = " under the same conditions" if self.when else ""
                    why = f"{claim[0]!r} is in another entry too{alike}; take it out of one"
                    yield Fault(self._at(place, entry, claim[0]), why, self._at(owner, other, claim[0]))

    def _at(self, place: Place, entry: Any, word: object) -> Place:  # Any: as above
        held = entry.get(self.words) if self.words else entry
        place = (*place, self.words) if self.words else place
        return (*place, held.index(word)) if isinstance(held, list) else place

    def _claims(self, entry: Any) -> Iterable[tuple[object, ...]]:  # Any: an entry that is in shape
        words = _several(entry.get(self.words) if self.words else entry)
        if not self.when:
            return ((word,) for word in words if word is not None)
        return product(words, *(_several(entry.get(name) or None) for name in self.when))


@dataclass(frozen=True, slots=True)
class Record:
    """A table of fields that are known: those that it needs and those that it may have."""

    needs: Mapping[str, Shape]
    may: Mapping[str, Shape] = field(default_factory=dict)
    apart: tuple[tuple[str, ...], ...] = ()
    """Groups of its lists of which only one may hold a word."""

    def fits(self, value: object) -> bool:
        """Whether it is plain at once that nothing is wrong with the value."""
        if not isinstance(value, dict) or self.apart or not self.needs.keys() <= value.keys():
            return False
        for name, item in value.items():
            shape = self.needs.get(name) or self.may.get(name)
            if shape is None or not shape.fits(item):
                return False
        return True

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a table and its fields."""
        if not isinstance(value, dict):
            yield Fault(place, f"a mapping is wanted, not {value!r}")
            return
        unknown = []
        for name, item in value.items():
            shape = self.needs.get(name) or self.may.get(name)
            if shape is None:
                unknown.append(name)
            else:
                yield from shape.faults(item, (*place, name))
        missing = [name for name in self.needs if name not in value]
        for name in unknown:
            yield Fault((*place, name), f"there is no such field{meant(name, [*self.needs, *self.may])}")
        for name in missing:
            if name not in {_nearest(other, [*self.needs, *self.may]) for other in unknown}:
                yield Fault(place, f"has no field {name!r}, and needs one")
        for group in self.apart:
            yield from _apart({name: value[name] for name in group if isinstance(value.get(name), list)}, place)


@dataclass(frozen=True, slots=True)
class Each:
    """A table of any number of names, each with the same kind of value."""

    value: Shape
    name: Shape = field(default_factory=Word)
    distinct: Distinct | None = None

    def fits(self, value: object) -> bool:
        """Never: its entries are looked at one by one."""
        return False

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a table and its values."""
        if not isinstance(value, dict):
            yield Fault(place, f"a mapping is wanted, not {value!r}")
            return
        sound = True
        for name, item in value.items():
            if not (self.name.fits(name) and self.value.fits(item)):
                wrong = [*self.name.faults(name, (*place, name)), *self.value.faults(item, (*place, name))]
                sound = sound and not wrong
                yield from wrong
        if sound and self.distinct:
            yield from self.distinct.faults(((*place, name), item) for name, item in value.items())


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of tables or lists of the same kind."""

    value: Shape
    distinct: Distinct | None = None

    def fits(self, value: object) -> bool:
        """Never: its entries are looked at one by one."""
        return False

    def faults(self, value: object, place: Place) -> Iterator[Fault]:
        """Tell what is wrong with a list and its entries."""
        if not isinstance(value, list):
            yield Fault(place, f"a list is wanted, not {value!r}; begin each entry with a hyphen")
            return
        odd = [(number, item) for number, item in enumerate(value) if not self.value.fits(item)]
        wrong = [fault for number, item in odd for fault in self.value.faults(item, (*place, number))]
        yield from wrong
        if self.distinct and not wrong:
            yield from self.distinct.faults(((*place, number), item) for number, item in enumerate(value))


def meant(word: object, names: Iterable[str]) -> str:
    """Return the end of a message that says which of the names was meant, or which there are."""
    known = sorted({*names})
    if near := _nearest(word, known):
        return f"; did you mean {near}?"
    return f"; it is one of {', '.join(known)}" if 0 < len(known) <= _FEW else ""


def _shown(value: str) -> str:
    return repr(value if len(value) <= _LONG else f"{value[:_LONG]}…")


def _nearest(word: object, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(str(word), sorted(names), n=1)), "")


def _several(value: object) -> Collection[object]:
    return value if isinstance(value, list) else (value,)


def _apart(lists: Mapping[str, list[object]], place: Place) -> Iterator[Fault]:
    owners: dict[object, str] = {}
    for name, words in lists.items():
        for number, word in enumerate(words):
            owner = owners.setdefault(word, name) if isinstance(word, str) else name
            if owner != name:
                why = f"{word!r} is in {owner!r} too, and cannot be both; take it out of one"
                yield Fault((*place, name, number), why, (*place, owner, lists[owner].index(word)))
