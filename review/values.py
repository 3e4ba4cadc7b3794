"""Checks what the fields of an entry hold, before anything is made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Final

from ..graph.errors import ParleyError, UnwritableValue, one_line
from ..graph.ntriples import moment
from .fields import QUANTITY_FIELDS, TERM_FIELDS, THE_ARTICLE, Field, Holds, Value

LONGEST: Final = 10_000
"""Characters of the longest text that a field holds."""
NEW_AGENTS: Final = ("person", "organization", "unnamed")
"""Kinds of agents that an entry may name though nobody knows them."""


class Problem(ParleyError):
    """Something that a field cannot hold; whoever reads the file says where."""


def checked(field: Field, value: Value) -> Value:
    """Return the value as a field holds it; raise :class:`Problem` when it cannot."""
    if not value:
        return ""
    return _CHECKS[field.holds](field, value)


def _text(field: Field, value: Value) -> str:
    if not isinstance(value, str):
        raise Problem("text is wanted here, not a list or table")
    if len(value) > LONGEST:
        raise Problem(f"has {len(value):,} characters; {LONGEST:,} are taken at most")
    return value


def _choice(field: Field, value: Value) -> str:
    word = _text(field, value)
    if word not in field.choices:
        close = get_close_matches(word, field.choices) if len(field.choices) > 20 else field.choices
        known = f"is none of {', '.join(close)}" if close else "is none of the words of the vocabulary"
        raise Problem(f"{one_line(word, limit=60)!r} {known}")
    return word


def _agent(field: Field, value: Value) -> str:
    """A name, or a kind and a name for somebody new, which becomes ``person: Anna Lind``."""
    if isinstance(value, Mapping):
        if len(value) != 1 or next(iter(value)) not in NEW_AGENTS:
            raise Problem("somebody new is written {person: NAME}, {organization: NAME} or {unnamed: WORDS}")
        ((kind, name),) = value.items()
        return f"{kind}: {_text(field, name)}"
    return _text(field, value)


def _list(one: Callable[[Field, Value], Value]) -> Callable[[Field, Value], Value]:
    def several(field: Field, value: Value) -> Value:
        items = value if isinstance(value, tuple) else (value,)
        return tuple(one(field, item) for item in items)

    return several


def _speakers(field: Field, value: Value) -> Value:
    if value == THE_ARTICLE:
        return THE_ARTICLE
    return _list(_agent)(field, value)


def _date(field: Field, value: Value) -> str:
    word = _text(field, value)
    try:
        for part in word.split("/", 1):
            moment(part)
    except UnwritableValue as error:
        raise Problem(one_line(error)) from error
    return word


def _number(field: Field, value: Value) -> str:
    word = _text(field, value)
    whole = field.name in ("ordinal", "count")
    if not re.fullmatch(r"[0-9]{1,9}" if whole else r"-?[0-9]{1,20}(\.[0-9]{1,10})?", word):
        example = "3" if whole else "1200 or 1.5"
        raise Problem(f"{one_line(word, limit=60)!r} is not a number: write digits, such as {example}")
    return word


def _truth(field: Field, value: Value) -> str:
    if value not in ("true", "false"):
        raise Problem("true or false is wanted here")
    return "true" if value == "true" else ""


def _table(fields: tuple[Field, ...], value: Value) -> Mapping[str, Value]:
    if not isinstance(value, Mapping):
        raise Problem("a table is wanted here, such as {printed: 3 boats, value: 3, unit: boats}")
    known = {field.name: field for field in fields}
    found: dict[str, Value] = {}
    for name, inner in value.items():
        if name not in known:
            raise Problem(f"nothing is called {one_line(name, limit=60)!r} here")
        try:
            if kept := checked(known[name], inner):
                found[name] = kept
        except Problem as problem:
            raise Problem(f"{name}: {problem}") from problem
    for field in fields:
        if field.required and field.name not in found:
            raise Problem(f"`{field.name}:` is missing")
    return found


def _quantity(field: Field, value: Value) -> Mapping[str, Value]:
    found = _table(QUANTITY_FIELDS, value)
    if "value" in found and ("minimum" in found or "maximum" in found):
        raise Problem("an amount has a value, or a minimum and a maximum, not both")
    return found


def _term(field: Field, value: Value) -> Mapping[str, Value]:
    return _table(TERM_FIELDS, value)


_CHECKS: Final[Mapping[Holds, Callable[[Field, Value], Value]]] = {
    "text": _text,
    "choice": _choice,
    "agent": _agent,
    "agents": _list(_agent),
    "delegation": _text,
    "event": _text,
    "events": _list(_text),
    "place": _text,
    "date": _date,
    "number": _number,
    "truth": _truth,
    "quantity": _quantity,
    "issues": _list(_text),
    "terms": _list(_term),
    "speakers": _speakers,
}
