"""The frames of acts.yaml (which words make which act of negotiation), and the act that a frame finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from ....graph.records import ActType, ItemKind, Key, Standing
from ..language.annotation import Sentence
from ..language.parse import Token
from ..lexicons.word_lists import lexicon
from ..standing.value import Value

ITEM_KINDS: Final[dict[ActType, ItemKind]] = {
    "propose": "Proposal",
    "offer": "Proposal",
    "demand": "Demand",
    "request": "Demand",
    "commit": "Commitment",
    "agree": "Agreement",
}
"""What kind of item an act is about; any other act is about an item of no kind of its own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of acts.yaml; its header says what the fields mean."""

    act: ActType
    words: tuple[str, ...]
    to: frozenset[str] = frozenset()
    particles: frozenset[str] | None = None
    events: frozenset[str] | None = None
    takes_object: bool = False
    weak: bool = False
    past: bool = False
    clause: bool = False
    pair: bool = False
    planned: bool = False
    not_about: frozenset[str] = frozenset()
    done: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act at one place in the text; ``span`` is its clause, ``content`` what it is about."""

    type: ActType
    agents: tuple[Key, ...]
    addressees: tuple[Key, ...]
    span: tuple[int, int]
    content: tuple[int, int]
    root: Token
    """Head of the content."""
    head: Token
    """The verb, adjective or noun that makes it an act."""
    sentence: Sentence
    rule: str
    refusal: bool = False
    """True when the "not" of the clause has made it a refusal: "will not accept"."""
    planned: bool = False
    """True for what somebody only means to do: "plans to build"."""
    standing: Standing = "asserted"
    """How far it holds, by the words above and about it."""
    value: Value | None = None
    addressed: bool = False
    """True when its words name somebody whom it is meant for, known or not."""
    represented_by: tuple[Key, ...] = ()
    """The people through whom the agents act."""
    of_agreement: bool = False
    """True for what is done with something agreed: "violated the truce"."""
    forceful: bool = False
    """True for force that is used: "shelled the town"."""
    told_by: Key | None = None
    """The office of another side that publishes the text, and alone tells of it."""
    nested: bool = False
    """True for an act that is named within another ("agreed to weigh Kenya's offer")."""


@cache
def verb_frames() -> dict[str, list[Frame]]:
    """The frames of each verb's base form, the first that fits counts."""
    index: dict[str, list[Frame]] = {}
    for frame in _frames("verbs"):
        for lemma in frame.words:
            index.setdefault(lemma, []).append(frame)
    return index


@cache
def word_frames(group: Literal["adjectives", "nouns"]) -> dict[str, Frame]:
    """The frame of each adjective or noun."""
    return {word: frame for frame in _frames(group) for word in frame.words}


def _frames(group: str) -> Iterator[Frame]:
    for line in lexicon("acts")[group]:
        yield Frame(
            act=line["act"],
            words=tuple(line["lemmas"] if group == "verbs" else line["words"]),
            to=frozenset(line.get("to", line.get("prepositions", ()))),
            particles=frozenset(line["with"]) if "with" in line else None,
            events=frozenset(line["event"]) if "event" in line else None,
            takes_object=line.get("object", False),
            weak=line.get("weak", False),
            past=line.get("past", False),
            clause=line.get("clause", False),
            pair=line.get("pair", False),
            planned=line.get("planned", False),
            not_about=frozenset(line.get("not", ())),
            done=frozenset(line["does"]) if "does" in line else None,
        )
