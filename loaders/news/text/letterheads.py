"""Heads of mails and of saved articles: lines such as "Subject: ..." over the text, and what mails quote below it.

Tells which lines they are and what each holds; mails in MIME are decoded by :mod:`parley.loaders.mails`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Head: TypeAlias = Literal["headline", "dateline", "outlet", "boilerplate"]

_HEADS: Final[dict[str, Head]] = {
    **dict.fromkeys(("subject", "title", "headline"), "headline"),
    **dict.fromkeys(("date", "sent", "published", "publication date", "published on"), "dateline"),
    **dict.fromkeys(
        ("source", "publisher", "outlet", "publication", "paper", "newspaper", "agency", "news agency"), "outlet"
    ),
    **dict.fromkeys(
        (
            *("from", "to", "cc", "bcc", "reply-to", "message-id", "list-id", "list-unsubscribe", "mime-version"),
            *("content-type", "content-transfer-encoding", "x-mailer", "author", "authors", "by", "byline", "url"),
            *("link", "web", "language", "section", "tags", "keywords", "updated", "accessed", "importance"),
            *("filed by", "reporter", "reporters", "correspondent", "desk"),
        ),
        "boilerplate",
    ),
}
_OF_A_MAIL: Final = frozenset({"from", "to", "subject", "sent"})
_TITLES: Final = frozenset({"headline", "title"})
"""Heads that a text may have alone."""
_HEAD = re.compile(r"(?P<name>[A-Za-z][A-Za-z -]{1,25}):(?:\s+(?P<value>\S.*))?$")
_ANSWER = re.compile(r"(?:(?:Re|Fwd?|AW|WG)\s*:\s*)+", re.IGNORECASE)
_SENDER = re.compile(r"[\"“]?(?P<name>[^<\"“”@]+?)[\"”]?\s*<[^<>\s]+@[^<>\s]+>$")
_QUOTED = re.compile(r">|On\b.{6,200}\bwrote:$|-{2,}\s*Original Message\s*-{2,}$", re.IGNORECASE)
_FORWARDED = re.compile(r"-{2,}\s*Forwarded message\s*-{2,}$|Begin forwarded message:$", re.IGNORECASE)
_SIGNED = re.compile(r"--$")
_LONGEST_SIGNATURE = 8
_NEWSLETTER = re.compile(r"\bunsubscribe\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """What a line is, and which of its characters hold it."""

    kind: Head
    start: int
    end: int


def letter_parts(lines: Sequence[str]) -> dict[int, Part]:
    """The lines of a text, by number, that are heads or quoted parts of a mail; empty for any other text."""
    first = next((n + 1 for n, line in enumerate(lines[:40]) if _FORWARDED.fullmatch(line)), 0)
    found = _heads(lines, first)
    if not found:
        return {}
    found.update({n: Part("boilerplate", 0, len(lines[n])) for n in range(first)})
    names = {_name(lines[n]) for n in found if n >= first}
    if names & _OF_A_MAIL:
        found |= _quoted(lines, max(found) + 1)
    return found


def _heads(lines: Sequence[str], first: int) -> dict[int, Part]:
    newsletter = any(_NEWSLETTER.search(line) for line in lines)
    found: dict[int, Part] = {}
    for n in range(first, len(lines)):
        head = _HEAD.fullmatch(lines[n])
        kind = _HEADS.get(head["name"].lower().strip()) if head else None
        if head is None or kind is None:
            break
        found[n] = _part(head, kind, newsletter=newsletter)
    named = {_name(lines[n]) for n in found}
    known = any(part.kind == "headline" for part in found.values()) or "from" in named
    return found if known and (len(named) >= 2 or named & _TITLES) else {}


def _part(head: re.Match[str], kind: Head, *, newsletter: bool) -> Part:
    if head["value"] is None:
        return Part("boilerplate", 0, head.end())
    if kind == "headline":
        answer = _ANSWER.match(head["value"])
        return Part(kind, head.start("value") + (answer.end() if answer else 0), head.end())
    sender = _SENDER.fullmatch(head["value"]) if head["name"].lower() == "from" and newsletter else None
    if sender is not None:
        return Part("outlet", head.start("value") + sender.start("name"), head.start("value") + sender.end("name"))
    return Part(kind, head.start("value"), head.end())


def _quoted(lines: Sequence[str], first: int) -> dict[int, Part]:
    """What a mail quotes, from an original message on all, and its signature."""
    found: dict[int, Part] = {}
    everything = False
    for n in range(first, len(lines)):
        quoted = _QUOTED.match(lines[n])
        signed = _SIGNED.fullmatch(lines[n]) and len(lines) - n <= _LONGEST_SIGNATURE
        everything = everything or bool(signed) or bool(quoted and lines[n].startswith("--"))
        if quoted or everything:
            found[n] = Part("boilerplate", 0, len(lines[n]))
    return found


def _name(line: str) -> str:
    return line.partition(":")[0].lower().strip()
