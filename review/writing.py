"""Writes a file of decisions: short entries in YAML, every value on a line of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from .entries import FORMAT, Decisions, EntityEntry, Entry, Mention
from .fields import EXTRA, GROUPS, Value

_PLAIN: Final = re.compile(r"[A-Za-z0-9À-ɏ][\w ,./()’“”–-]*")
_AT: Final = re.compile(r"[a-z0-9][a-z0-9 ,-]*")
LOST: Final = "found: false  # the last reading did not find it"
"""The line that marks a fact as not found any more."""
_HEAD: Final = """\
# What was read in this source, one fact each. Decide on as many as you like:
#   decision: accept     it is right
#   decision: reject     it is wrong: it stays out
#   decision: edit       it is right as the lines below say, which you have changed
#   decision: undecided  it is taken as it was read
# Each entry begins with the fact in a sentence, who says it and in which words; below are the lines to edit.
# An entry of your own begins with `decision: add`, has the same lines and the exact words as `quote:`, and no `id:`.
# Fill in who decides and on which day (YYYY-MM-DD); an entry can have its own `by:`, `on:` and `because:`.
"""


def write_decisions(decisions: Decisions) -> str:
    """Return the text of a file that holds these decisions; reading it gives them back."""
    lines = [_HEAD, f"format: {FORMAT}\n"]
    lines += [f"{name}: {scalar(getattr(decisions, name))}\n" for name in ("source", "text", "by", "on")]
    lines.append("\n")
    for group in GROUPS:
        entries = [entry for entry in decisions.entries if entry.group == group]
        if entries:
            lines.append(f"{group}:\n{write_entries(entries)}")
    if decisions.entities:
        lines.append(f"entities:\n{''.join(map(_entity, decisions.entities))}")
    return "".join(lines)


def write_entries(entries: Iterable[Entry]) -> str:
    """Return the lines of entries of one group, an empty one before each."""
    return "".join(_block(_rows(entry)) for entry in entries)


def scalar(value: str, *, flow: bool = False) -> str:
    """Return text as one line of YAML that is read back as the same text, whatever is in it; ``flow``: in brackets."""
    if _PLAIN.fullmatch(value) and value == value.strip() and len(value) < 1000 and not (flow and "," in value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(c) for c in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _rows(entry: Entry) -> list[str]:
    rows = [f"decision: {entry.decision}"]
    if not entry.found:
        rows.append(LOST)
    words = ("by", "on", "because", "fact")
    rows += [f"{name}: {scalar(getattr(entry, name))}" for name in words if getattr(entry, name)]
    if "said_by" in entry.fields:
        rows += _field("said_by", entry.fields["said_by"])
    rows.append(f"quote: {json_quoted(entry.quote)}")
    if entry.at:
        rows.append(f"at: {json_quoted(entry.at) if not _AT.fullmatch(entry.at) else entry.at}")
    for name in dict.fromkeys([*(field.name for field in GROUPS[entry.group].fields), EXTRA.name]):
        if name in entry.fields and name != "said_by":
            rows += _field(name, entry.fields[name])
    if entry.also:
        rows += ["also:", *(f"- {json_quoted(quote)}" for quote in entry.also)]
    if entry.id:
        rows.append(f"id: {entry.id}")
    return rows


def json_quoted(value: str) -> str:
    """Return text between double quotes, as exact words are written."""
    return "".join(c if c.isprintable() else _escaped(c) for c in json.dumps(value, ensure_ascii=False))


def _field(name: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{name}: {scalar(value)}"]
    if isinstance(value, tuple) and any(isinstance(one, Mapping) for one in value):
        rows = [f"{name}:"]
        for one in value:
            inner = [row for key, held in one.items() for row in _field(key, held)] if isinstance(one, Mapping) else []
            rows += [f"{'  ' if number else '- '}{row}" for number, row in enumerate(inner)]
        return rows
    return [f"{name}: {_flow(value)}"]


def _flow(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(held)}" for key, held in value.items()) + "}"
    return scalar(value, flow=True)


def _block(rows: list[str]) -> str:
    return "".join(f"{'  ' if number else '- '}{row}\n" for number, row in enumerate(rows)) + "\n"


def _entity(entry: EntityEntry) -> str:
    rows = [f"decision: {entry.decision}", f"first: {_mention(entry.first)}", f"second: {_mention(entry.second)}"]
    rows += [f"{name}: {scalar(getattr(entry, name))}" for name in ("by", "on", "because") if getattr(entry, name)]
    return _block(rows)


def _mention(mention: Mention) -> str:
    if mention.iri:
        return json_quoted(mention.iri)
    within = f", source: {scalar(mention.source, flow=True)}" if mention.source else ""
    return f"{{{mention.kind}: {scalar(mention.label, flow=True)}{within}}}"
