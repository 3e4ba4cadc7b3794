"""The shapes that a mapping can make of rows, and the slots of each: what a slot holds and whether it must be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Holds: TypeAlias = Literal["text", "day", "party"]


@dataclass(frozen=True, slots=True)
class Slot:
    """What one slot of a shape takes; of a row without a slot that must be filled no record is made."""

    holds: Holds = "text"
    many: bool = False
    must: bool = False


_TEXT, _TEXTS, _DAY = Slot(), Slot(many=True), Slot("day")
_PARTY, _PARTIES = Slot("party"), Slot("party", many=True)
_ID, _REF = Slot(must=True), Slot("party", must=True)
_MUST = Slot(must=True)
SHAPES: Final[Mapping[str, Mapping[str, Slot]]] = {
    "person": {
        "id": _ID, "name": _MUST, "also": _TEXTS, "born": _DAY, "died": _DAY, "side": _PARTY, "same": _TEXTS,
    },
    "organisation": {"id": _ID, "name": _MUST, "also": _TEXTS, "side": _PARTY, "part_of": _PARTY, "same": _TEXTS},
    "position": {"id": _ID, "title": _MUST, "body": _PARTY, "same": _TEXTS},
    "post": {
        "person": _REF, "title": _TEXT, "position": _TEXT, "body": _PARTY, "start": _DAY, "end": _DAY, "same": _TEXTS,
        "ended": _TEXT,
    },
    "team": {"person": _REF, "party": _REF, "lead": _TEXT},
    "sanction": {
        "of": _REF, "by": _REF, "label": _TEXT, "programme": _TEXT, "start": _DAY, "end": _DAY,
    },
    "event": {
        "id": _ID, "name": _MUST, "kind": _MUST, "start": _DAY, "end": _DAY, "place": _TEXT, "inside": _PARTY,
        "parties": _PARTIES, "cites": _TEXTS, "said_by": _TEXT,
    },
    "agreement": {
        "id": _ID, "name": _MUST, "date": _DAY, "parties": Slot("party", many=True, must=True), "issues": _TEXTS,
        "named_in": _TEXT,
    },
    "act": {
        "id": _ID, "type": _MUST, "item": _MUST, "date": _DAY, "agent": _REF, "addressee": _PARTY, "cites": _TEXTS,
    },
    "alignment": {"subject": _ID, "predicate": _MUST, "object": _MUST, "label": _TEXT},
}  # fmt: skip
"""``position`` makes no record of its own: posts refer to it. ``ended`` is what tells that a post is held no more;
of the parties to an agreement those count that the text in ``named_in`` names, with other states in it, if any."""
