"""The shapes of the lexicons of names: states, organisations and outlets, each with all that it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .shapes import Each, Record, Shape, Truth, Word, Words

NAME: Final = Word(cased=True)
"""A word with the capitals that it has in a text."""
NAMES: Final = Words(NAME)
_NAMED: Final[Mapping[str, Shape]] = dict.fromkeys(("also", "ambiguous", "demonym", "metonym"), NAMES)
_STATE = Each(Record({}, may={**_NAMED, "label": NAME, "capital": NAMES, "combining": NAMES, "of": NAME}), name=NAME)
_ORGANIZATION = Each(
    Record(
        {"name": NAME},
        may={**_NAMED, "state": NAME, "faces": NAME, "party": Truth(), "part_of": NAME, "seat": NAMES},
    )
)
_OUTLET = Each(Record({"name": NAME}, may={"also": NAMES, "state": NAME, "ambiguous": NAMES}))
_EXTRAS: Final[Mapping[str, Shape]] = {
    "shared": Each(NAMES, name=NAME),
    "masks": NAMES,
    "words_in_capitals": NAMES,
    "generic": Words(),
}


def _sections(names: str, value: Shape) -> Record:
    return Record(dict.fromkeys(names.split(), value), may=_EXTRAS)


STATES: Final = _sections("un_members un_observers other_states territories former_states", _STATE)
ORGANIZATIONS: Final = _sections(
    "international-organization agency non-governmental armed-movement de-facto-authority party ministry-like company",
    _ORGANIZATION,
)
OUTLETS: Final = _sections("agency newspaper broadcaster magazine press-service", _OUTLET)
