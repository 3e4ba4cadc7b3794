"""Says a fact in words, so that a person sees at a glance what it claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from .fields import Fields, Value
from .values import NEW_AGENTS

_ACTS: Final[Mapping[str, tuple[str, str, str]]] = {
    "propose": ("proposes", "propose", "to"), "offer": ("offers", "offer", "to"),
    "demand": ("demands", "demand", "of"), "request": ("asks for", "ask for", "of"),
    "commit": ("promises", "promise", "to"), "agree": ("agrees on", "agree on", "with"),
    "agreeToConsider": ("agrees to consider", "agree to consider", "with"), "reject": ("rejects", "reject", "towards"),
    "setCondition": ("makes a condition of", "make a condition of", "for"), "expect": ("expects", "expect", "of"),
    "withdraw": ("withdraws", "withdraw", "towards"), "carryOut": ("carries out", "carry out", "for"),
    "discuss": ("discusses", "discuss", "with"), "threaten": ("threatens", "threaten", "towards"),
    "takeStep": ("takes a step", "take a step", "towards"),
}  # fmt: skip
"""What one does and what several do, and the word before those to whom it is done."""
_TENURES: Final[Mapping[str, str]] = {"current": "is", "former": "was", "announced": "is to be"}
_PLAIN: Final = frozenset(("claim", "fact"))
"""Modalities that go without saying."""
_NEW: Final = re.compile(rf"(?:{'|'.join(NEW_AGENTS)}): ")


def in_words(group: str, fields: Fields) -> str:
    """Return the fact as a sentence without a full stop; how it stands is added unless the source asserts it."""
    sentence = " ".join(_WORDS[group](fields).split())
    standing = fields.get("standing")
    return f"{sentence} ({standing})" if standing and standing != "asserted" else sentence


def _said(value: Value | None) -> str:
    if isinstance(value, tuple):
        names = [_said(one) for one in value]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)
    return _NEW.sub("", value, count=1) if isinstance(value, str) and _NEW.match(value) else str(value or "")


def _the(value: Value | None) -> str:
    name = _said(value)
    return name if name.startswith("the ") else f"the {name}"


def _is(value: Value | None) -> str:
    """Whether somebody "is" or several "are": "heads of diplomacy" are."""
    first = _said(value).partition(" ")[0]
    return "are" if first.islower() and first.endswith("s") and not first.endswith("ss") else "is"


def _with(word: str, value: Value | None) -> str:
    return f" {word} {_said(value)}" if value else ""


def _post(fields: Fields) -> str:
    verb = _TENURES.get(_said(fields.get("tenure")), "is")
    return f"{_said(fields.get('person'))} {verb} {_said(fields.get('title'))}{_with('of', fields.get('organization'))}"


def _delegation(fields: Fields) -> str:
    kind, event = "lasting team" if fields.get("lasting") else "delegation", fields.get("event")
    at = f" at {_the(event)}" if event else ""
    return f"{_said(fields.get('label'))} is the {kind} of {_said(fields.get('represents'))}{at}"


def _membership(fields: Fields) -> str:
    member = fields.get("member")
    verb = "heads" if fields.get("role") == "head" else f"{_is(member)} in"
    return f"{_said(member)} {verb} {_the(fields.get('delegation'))}"


def _event(fields: Fields) -> str:
    duration, number = fields.get("duration"), fields.get("ordinal")
    printed = duration.get("printed") if isinstance(duration, Mapping) else ""
    label, kind = _said(fields.get("label")), _said(fields.get("kind"))
    mark = f" ({kind} {_said(number)})" if number else "" if kind in label.casefold() else f" ({kind})"
    told = (
        f"{label}{mark}",
        _with("in", fields.get("place")), _with("on", fields.get("date")),
        _with("with", fields.get("parties")), _with("lasting", printed),
    )  # fmt: skip
    return ",".join(filter(None, told))


def _attendance(fields: Fields) -> str:
    agent, capacity = fields.get("agent"), fields.get("capacity")
    role = _with("as", capacity) if capacity != "attendee" else ""
    return f"{_said(agent)} {_is(agent)} at {_the(fields.get('event'))}{role}"


def _act(fields: Fields) -> str:
    agents, kind = fields.get("agents"), _said(fields.get("type"))
    one, several, toward = _ACTS.get(kind, (kind, kind, "to"))
    verb = several if isinstance(agents, tuple) and len(agents) > 1 else one
    addressees = f" ({toward} {_said(fields['addressees'])})" if fields.get("addressees") else ""
    return f"{_said(agents)} {verb}{addressees}: {_said(fields.get('item'))}"


def _document(fields: Fields) -> str:
    label, count = _said(fields.get("label")), _said(fields.get("count"))
    draft = " (draft)" if fields.get("draft") and "draft" not in label.casefold() else ""
    exchanged = f" exchanged at {_the(fields['exchanged_at'])}" if fields.get("exchanged_at") else ""
    return (
        f"{f'{count} ' if count not in ('', '1') else ''}{label}{draft}{_with('about', fields.get('about'))}"
        f"{_with('by', fields.get('authors'))}{exchanged}"
    )


def _statement(fields: Fields) -> str:
    speakers, modality = fields.get("said_by"), _said(fields.get("modality"))
    speaker = speakers[-1] if isinstance(speakers, tuple) else speakers
    meant = "" if modality in _PLAIN else f" ({modality.replace('-', ' ')})"
    return f"{_said(speaker)} says this{meant}"


_WORDS: Final[Mapping[str, Callable[[Fields], str]]] = {
    "posts": _post,
    "delegations": _delegation,
    "memberships": _membership,
    "events": _event,
    "attendances": _attendance,
    "acts": _act,
    "documents": _document,
    "statements": _statement,
}
