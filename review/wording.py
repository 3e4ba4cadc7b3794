"""Says a fact in words, so that a person sees at a glance what it claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .fields import Fields, Value

_ACTS: Final[Mapping[str, str]] = {
    "propose": "proposes", "offer": "offers", "demand": "demands", "request": "asks for", "commit": "promises",
    "agree": "agrees on", "agreeToConsider": "agrees to consider", "reject": "rejects",
    "setCondition": "makes a condition of", "expect": "expects", "withdraw": "withdraws", "carryOut": "carries out",
    "discuss": "discusses",
}  # fmt: skip
_TENURES: Final[Mapping[str, str]] = {"current": "is", "former": "was", "announced": "is to be"}


def in_words(group: str, fields: Fields) -> str:
    """Return the fact as a sentence without a full stop; how it stands is added unless the source asserts it."""
    sentence = " ".join(_WORDS[group](fields).split())
    standing = fields.get("standing")
    return f"{sentence} ({standing})" if standing and standing != "asserted" else sentence


def _said(value: Value | None) -> str:
    if isinstance(value, tuple):
        names = [_said(one) for one in value]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)
    return value if isinstance(value, str) else ""


def _with(word: str, value: Value | None) -> str:
    return f" {word} {_said(value)}" if value else ""


def _post(fields: Fields) -> str:
    verb = _TENURES.get(_said(fields.get("tenure")), "is")
    return f"{_said(fields.get('person'))} {verb} {_said(fields.get('title'))}{_with('of', fields.get('organization'))}"


def _delegation(fields: Fields) -> str:
    kind = "lasting team" if fields.get("lasting") else "delegation"
    side, event = _said(fields.get("represents")), _with("at the", fields.get("event"))
    return f"{_said(fields.get('label'))} is the {kind} of {side}{event}"


def _membership(fields: Fields) -> str:
    verb = "heads" if fields.get("role") == "head" else "is in"
    return f"{_said(fields.get('member'))} {verb} the {_said(fields.get('delegation'))}"


def _event(fields: Fields) -> str:
    duration = fields.get("duration")
    printed = duration.get("printed") if isinstance(duration, Mapping) else ""
    return (
        f"{_said(fields.get('label'))}{_with('number', fields.get('ordinal'))}{_with('in', fields.get('place'))}"
        f"{_with('on', fields.get('date'))}{_with('of', fields.get('parties'))}{_with('lasting', printed)}"
    )


def _attendance(fields: Fields) -> str:
    return f"{_said(fields.get('agent'))} is at the {_said(fields.get('event'))} as {_said(fields.get('capacity'))}"


def _act(fields: Fields) -> str:
    verb = _ACTS.get(_said(fields.get("type")), _said(fields.get("type")))
    return f"{_said(fields.get('agents'))} {verb}{_with('(to', fields.get('addressees'))}{_closed(fields)}: " + _said(
        fields.get("item")
    )


def _closed(fields: Fields) -> str:
    return ")" if fields.get("addressees") else ""


def _document(fields: Fields) -> str:
    draft = " (draft)" if fields.get("draft") else ""
    return (
        f"{_said(fields.get('label'))}{draft}{_with('about', fields.get('about'))}{_with('by', fields.get('authors'))}"
        f"{_with('exchanged at the', fields.get('exchanged_at'))}"
    )


def _statement(fields: Fields) -> str:
    speakers = fields.get("said_by")
    speaker = speakers[-1] if isinstance(speakers, tuple) else speakers
    return f"{_said(speaker)} says this as {_said(fields.get('modality')).replace('-', ' ')}"


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
