"""Words of signatures.yaml that the sentences of the tests do not reach, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_FURTHER = "the walk looks for a word and one beside it: the phrase is longer, or its parts stand otherwise"
_PREPOSITION = "with somebody after the preposition the walk sees the frame `to`, which is no fact either"
_FORM = "the walk names the verb of this adjective, or never asks for the adjective in this frame"
_PARSE = "the parser reads the word as something else in sentences as short as these"
_UNREAD: Final[dict[str, str]] = {
    _FURTHER: """
        accustomed to: ing to | anyone's guess: that whether | ask for comment on: whether
        back away from: ing np | back out of: ing np | become clear: that to
        become known: that to | cannot help but: to | could not help but: to | fall short of: ing np
        far-fetched: np-subject that | gear up: passive-to | go as far as: ing to | have the courage: to
        have the foresight: to | help but: to | high time: that to | in a position: ing | lay out: np
        look forward to: passive-to that | make known: that | not known: that whether | note with regret: that
        out of the question: np-subject that | role-play: ing np that to | stand ready: passive-to
        steer clear of: ing | stop short of: ing np | take note: that | take steps: to
        take the opportunity: to | take the time: to | the case: that | the truth: that
        without foundation: np-subject that | would like: ing np np-to that to | would rather: ing that to
    """,
    _PREPOSITION: """
        call on: np-to | caution against: np-to | dream of: ing np-to | look at: np-to | moot: np-to
        talk about: np-to | talk of: np-to | think about: to | think of: np-to | toy with: np-to
        warn against: np-to
    """,
    _FORM: """
        about: ing | disputed: that | expected: that | meant: ing np-to to | prepare: passive-to
        supposed: np-to to | telling: that to | used: to
    """,
    _PARSE: """
        demur at: ing to | foretell: passive-to | hop: ing | like: that | long: ing np np-to that to
        profess: that to | remain: to | scruple: ing to | time: to | wont: ing to | yet: to
        authorise: ing | convince: passive-to | fake: that to | foresee: passive-to | manifest: that
        unconvinced: that
    """,
}
ASSERTED: Final = frozenset(
    {
        ("back away from", "np"), ("back out of", "np"), ("far-fetched", "np-subject"), ("help but", "to"),
        ("high time", "that"), ("hop", "ing"), ("in a position", "ing"), ("like", "that"), ("long", "ing"),
        ("long", "np"), ("out of the question", "np-subject"), ("role-play", "ing"), ("role-play", "np"),
        ("scruple", "ing"), ("scruple", "to"), ("without foundation", "np-subject"), ("without foundation", "that"),
    }
)  # fmt: skip
"""Those whose short sentence comes out as a fact though the word says otherwise."""


def _pairs() -> Iterator[tuple[tuple[str, str], str]]:
    for reason, entries in _UNREAD.items():
        for entry in (part.strip() for line in entries.splitlines() for part in line.split("|")):
            word, _, frames = entry.partition(": ")
            yield from (((word, frame), reason) for frame in frames.split())


UNREAD: Final = dict(_pairs())
"""The reason for each word and frame."""
