"""Words of signatures.yaml that the sentences of the tests do not reach, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_FURTHER = "the walk looks for a word and one beside it: the phrase is longer, or its parts stand otherwise"
_PREPOSITION = "with somebody after the preposition the walk sees the frame `to`, which is no fact either"
_FORM = "the walk names the verb of this adjective, or never asks for the adjective in this frame"
_NOUN = "the walk goes by the noun, whose clause is taken for granted whatever is said of the noun"
_PARSE = "the parser reads the word as something else in sentences as short as these"
_UNREAD: Final[dict[str, str]] = {
    _FURTHER: """
        accustomed to: ing to | anyone's guess: that whether | ask for comment on: whether | at liberty: ing np-to to
        back away from: ing np | back out of: ing np | become clear: that to | become known: that to
        cannot help but: to | come to light: that to | could not help but: to | fall short of: ing np
        far-fetched: np-subject that | follow up by: ing to | gear up: passive-to | get around to: ing
        go as far as: ing to | go so far as: ing to | have the courage: to | have the foresight: to | help but: to
        high time: that to | hold off on: np | in a position: ing np-to to | lay out: np
        look forward to: ing np np-to passive-to that to | make known: that | make sure: to | not known: that whether
        note with regret: that | out of the question: np-subject that | pour cold water on: ing
        pull back from: ing np | role-play: ing np that to | shy away from: ing np | stand ready: ing passive-to to
        steer away from: ing np | steer clear of: ing np | step back from: ing np | stop short of: ing np
        take into account: that | take note: that | take steps: to | take the opportunity: to | take the time: to
        take the trouble: to | talk out of: ing | the case: that | the truth: that | without foundation: np-subject that
        would like: ing np np-to that to | would rather: ing np-to that to
    """,
    _PREPOSITION: """
        argue for: np-to | call for: np-to | call on: np-to | caution against: np-to | dream of: ing np-to
        look at: np-to | moot: np-to | talk about: np-to | talk of: np-to | think about: np-to to | think of: np-to
        toy with: np-to | warn against: np-to
    """,
    _FORM: """
        about: ing | disputed: that | expected: that | meant: ing np-to to | prepare: passive-to | supposed: np-to to
        telling: that to | used: to
    """,
    _NOUN: "fact: that",
    _PARSE: """
        demur at: ing to | foretell: passive-to | hop: ing | like: that | long: ing np np-to that to | mystery: that
        profess: that to | remain: to | scruple: ing to | time: that to | wont: ing to | yet: to
        authorise: ing | convince: passive-to | fake: that to | foresee: passive-to | manifest: that | unconvinced: that
    """,
}
ASSERTED: Final = frozenset(
    {
        ("about", "ing"), ("at liberty", "ing"), ("at liberty", "np-to"), ("at liberty", "to"),
        ("back away from", "np"), ("back out of", "np"), ("far-fetched", "np-subject"), ("help but", "to"),
        ("high time", "that"), ("hold off on", "np"), ("hop", "ing"), ("in a position", "ing"), ("like", "that"),
        ("long", "ing"), ("long", "np"), ("look forward to", "np"), ("not known", "that"),
        ("out of the question", "np-subject"), ("pour cold water on", "ing"), ("pull back from", "np"),
        ("role-play", "ing"), ("role-play", "np"), ("scruple", "ing"), ("scruple", "to"), ("shy away from", "np"),
        ("steer away from", "np"), ("steer clear of", "np"), ("step back from", "np"), ("time", "that"), ("used", "to"),
        ("without foundation", "np-subject"), ("without foundation", "that"),
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
