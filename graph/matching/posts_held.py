"""Which post two people both hold, or which posts nobody holds at one time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .callings import are_of_two, in_order, is_of_one
from .closeness import talks_of
from .tellings import Telling

POST: Final = 0.35
"""What a post weighs that both hold."""
WORD: Final = 0.2
"""What a title of one word weighs."""
_BARE: Final = frozenset(
    ("minister", "president", "head", "leader", "chief", "official", "member", "chairman", "deputy")
)
"""Titles that say too little alone."""
_LESSER: Final = frozenset(("deputy", "former", "vice", "assistant", "acting"))
"""Words of a title that make it another's than that without them."""


def callings_apart(one: Telling, other: Telling) -> bool:
    """True when both have posts, and posts that nobody has at one time."""
    first, second = ({title for title, _ in posts(told)} for told in (one, other))
    return bool(one.posts and other.posts) and are_of_two(first, second)


def shared_post(one: Telling, other: Telling) -> tuple[str, float]:
    """Return a title that both hold, if one with more words, and what that weighs; a bare "minister" is none."""
    found = ("", 0.0)
    for first, body in posts(one):
        for second, other_body in posts(other):
            alike = first == second or _within(first, second) or _within(second, first)
            if not alike or _apart(body, other_body):
                continue
            title = min(first, second, key=len)
            whole = (
                len(title.split()) > 1 or body == other_body != "" or _of_talks(title, (body, one), (other_body, other))
            )
            if whole or title not in _BARE:
                found = max(found, (title, POST if whole else WORD), key=lambda pair: pair[1])
    return found


def _of_talks(title: str, *held: tuple[str, Telling]) -> bool:
    """True for the head of a state, told without it in a source on talks of that state."""
    bodies = {body for body, _ in held}
    bare = next((told for body, told in held if not body), None)
    return bare is not None and is_of_one(title) and any(bodies & set(parties) for parties in bare.talks)


def posts(told: Telling) -> Iterator[tuple[str, str]]:
    """Yield all posts told; a post of which a state has one is of the own side, where no state is told."""
    for title, body in (*told.posts, *told.once):
        yield in_order(title), body or (told.side if is_of_one(title) else "")


def title_of_a_side(one: Telling, other: Telling) -> str:
    """Return a title that both have, where only one is told to be of a side, which acts in the other's source."""
    known, bare = (one, other) if one.side else (other, one)
    titles = {title for title, _ in one.posts} & {title for title, _ in other.posts}
    return min(titles, default="") if known.side in bare.around and not bare.side else ""


def of_a_side_there(one: Telling, other: Telling) -> bool:
    """True when one is of a side in talks that both sources tell of, and the other is told to be of no other body."""
    known, bare = (one, other) if one.side else (other, one)
    between = {side for pair in talks_of(one) & talks_of(other) for side in pair.split("|")}
    elsewhere = {body for _, body in bare.posts} - {"", known.side}
    return known.side in between and not (bare.side or elsewhere) and not callings_apart(one, other)


def _apart(body: str, other: str) -> bool:
    """True for the bodies of two states."""
    return body != other and body.startswith("state/") and other.startswith("state/")


def _within(short: str, long: str) -> bool:
    """True when the longer title holds the shorter one and is not that of who stands in for its holder, or was it."""
    lesser = _LESSER & {*long.split()} - {*short.split()}
    return len(short.split()) > 1 and f" {short} " in f" {long} " and not lesser
