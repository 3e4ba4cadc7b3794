"""Reads what a model answers: JSON in whatever wrapping, checked against the schema, and nothing but data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias, TypedDict, cast

from ...graph.errors import ModelUnusable, one_line
from ...graph.records import (
    ActType,
    AgentKind,
    Capacity,
    DelegationRole,
    EventKind,
    Modality,
    Standing,
    Tenure,
)
from .prompts import schema

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

_THOUGHTS: Final = re.compile(r"\A\s*(?![{`]).*?</think>", re.DOTALL)
"""What stands before an answer; some servers leave out where it begins."""
_MOST_STARTS: Final = 1_000
"""Braces at which an answer is looked for."""


class Told(TypedDict):
    """What every fact has: how it stands, who says it, and the words."""

    standing: Standing
    said_by: list[str]
    quote: str


class Actor(TypedDict):
    """Somebody in the article."""

    name: str
    kind: AgentKind
    side: str | None


class Post(Told):
    """Somebody holds a post."""

    person: str
    title: str
    organization: str | None
    tenure: Tenure


class Member(Told):
    """Somebody is in a delegation."""

    member: str
    party: str
    role: DelegationRole


class Happening(Told):
    """A round, a meeting, a call ..."""

    id: str
    kind: EventKind
    label: str | None
    ordinal: int | None
    place: str | None
    date: str | None
    duration: str | None
    parties: list[str]


class Attending(Told):
    """Somebody takes part in an event."""

    agent: str
    event: str
    capacity: Capacity


class Deed(Told):
    """Somebody proposes, demands, promises ... something."""

    type: ActType
    agents: list[str]
    addressees: list[str]
    content: str
    condition: str | None
    purpose: str | None
    event: str | None


class Paper(Told):
    """A document on the table."""

    label: str
    draft: bool
    about: str | None
    authors: list[str]


class Saying(TypedDict):
    """Somebody says something."""

    modality: Modality
    said_by: list[str]
    quote: str


class Answer(TypedDict):
    """What the schema in ``answer.json`` admits."""

    actors: list[Actor]
    posts: list[Post]
    delegations: list[Member]
    events: list[Happening]
    attendances: list[Attending]
    acts: list[Deed]
    documents: list[Paper]
    statements: list[Saying]


Table: TypeAlias = dict[str, object]


class UnusableAnswer(ValueError):
    """An answer is no JSON of the schema; the message says what is wrong with it, for the model to repair."""


def check_installed(model: str) -> None:
    """Raises ``ModelUnusable`` when what checks answers is not installed: before anything is asked and paid for."""
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        raise ModelUnusable(model, "its answers are checked with jsonschema: pip install jsonschema") from None


def read_answer(content: str) -> Answer:
    """The records in an answer: the first JSON object of the schema, whatever words and fences stand around it."""
    problem = "it holds no complete JSON object" if content.strip() else "it is empty"
    for found in _tables(_THOUGHTS.sub("", content)):
        error = min(_validator().iter_errors(found), key=lambda e: (len(e.path), str(list(e.path))), default=None)
        if error is None:
            return cast(Answer, found)
        place = "/".join(map(str, error.path)) or "the object"
        problem = f"{place}: {one_line(error.message, limit=200)}"
    raise UnusableAnswer(problem)


def _tables(content: str) -> Iterator[Table]:
    """The JSON objects in a text that have a list of an answer, or nothing."""
    decoder, lists = json.JSONDecoder(object_pairs_hook=_table), schema()["properties"].keys()
    place = content.find("{")
    for _ in range(_MOST_STARTS):
        if place < 0:
            return
        try:
            found, end = decoder.raw_decode(content, place)
        except UnusableAnswer:
            raise
        except (ValueError, RecursionError):
            end = place + 1
        else:
            if not found or found.keys() & lists:
                yield found
            else:
                end = place + 1  # it may be inside
        place = content.find("{", end)


def _table(pairs: list[tuple[str, object]]) -> Table:
    """An object, in which nothing may stand twice: one of the two would be lost."""
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UnusableAnswer(f"{one_line(twice, limit=80)!r} stands twice in one object")
    return table


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())
