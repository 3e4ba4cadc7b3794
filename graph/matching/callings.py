"""What kind of work a post is: kinds of which one person has only one at a time, or posts that go with any other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

FREE: Final = "any"
"""The calling of a post that goes with every other: who negotiates, leads, speaks for somebody or has a rank."""
_WORDS: Final = {
    FREE: """negotiator head chief leader envoy representative delegate member official diplomat spokesman spokeswoman
        spokesperson chairman chairwoman chairperson chair deputy
        general colonel major lieutenant captain admiral marshal brigadier
        commander officer mediator coordinator observer participant counterpart""",
    "business": "ceo executive businessman businesswoman banker trader entrepreneur owner shipowner merchant",
    "press": "journalist editor correspondent columnist reporter broadcaster presenter anchor blogger",
    "parliament": "lawmaker mp senator congressman congresswoman parliamentarian legislator speaker councillor",
    "bench": "judge justice prosecutor lawyer attorney magistrate",
    "office": """minister president premier chancellor secretary aide adviser advisor governor ambassador king prince
        emir director undersecretary""",
}
_HEADS: Final = frozenset(("president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan"))
_SINGLE: Final = _HEADS | {
    "vice president", "foreign minister", "secretary of state", "defense minister", "defense secretary",
    "finance minister", "treasury secretary", "interior minister",
}  # fmt: skip
"""What only one person of a state is at a time, in the words of :func:`in_order`."""
_OF: Final = re.compile(r"(?P<before>.*?)\b(?P<head>minister|secretary) (?:of|for) (?:the )?(?!state\b)(?P<what>.+)")
_CALLINGS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}


def are_of_two(titles: Iterable[str], others: Iterable[str]) -> bool:
    """True for two sets of titles that nobody has at one time; not where one is empty.

    >>> are_of_two({"foreign minister"}, {"lawmaker"}), are_of_two({"foreign minister"}, {"general"})
    (True, False)
    """
    first, second = ({calling(title) for title in some} for some in (titles, others))
    return bool(first and second) and not first & second and FREE not in first | second


@lru_cache(maxsize=8192)
def calling(title: str) -> str:
    """Return what kind of post a title is, of one or of several: that of the last word that tells, or else that word.

    >>> calling("prime ministers of both countries"), calling("chief negotiator"), calling("striker")
    ('office', 'any', 'striker')
    """
    words = title.partition(" of ")[0].partition(" for ")[0].split() or [title]
    ones = (one for word in reversed(words) for one in (word, word.removesuffix("s")))
    return next((_CALLINGS[one] for one in ones if one in _CALLINGS), words[-1])


@lru_cache(maxsize=8192)
def in_order(title: str) -> str:
    """Return a title with what it is of before it, as others write it.

    >>> in_order("first deputy minister of finance"), in_order("minister of foreign affairs")
    ('first deputy finance minister', 'foreign minister')
    >>> in_order("secretary of state")
    'secretary of state'
    """
    found = _OF.fullmatch(title)
    turned = f"{found['before']}{found['what']} {found['head']}" if found else title
    return turned.replace("foreign affairs minister", "foreign minister")


def is_of_one(title: str) -> bool:
    """True for a post of which a state has one: its head, its government's, or who leads a great ministry.

    >>> is_of_one("minister of foreign affairs"), is_of_one("deputy foreign minister")
    (True, False)
    """
    return in_order(title) in _SINGLE


def is_of_many(title: str) -> bool:
    """True for a title of one word that many of one state have: which minister or envoy it is, it does not tell.

    >>> is_of_many("secretary"), is_of_many("foreign minister"), is_of_many("president")
    (True, False, False)
    """
    return len(title.split()) == 1 and title not in _HEADS
