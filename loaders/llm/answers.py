"""Reads what a model answers: JSON in whatever wrapping, checked against the schema, and nothing but data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, TypedDict, cast

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

_FENCED = re.compile(r"```(?:json)?[ \t]*\n(.*?)\n?[ \t]*```", re.DOTALL | re.IGNORECASE)
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)


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
    label: str
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
        raise ModelUnusable(model, 'its answers are checked with jsonschema: pip install "parley-kg[llm]"') from None


def read_answer(content: str) -> Answer:
    """The records in an answer: plain JSON, JSON in a fence, or JSON between other words."""
    found = next(_tables(_THOUGHTS.sub("", content)), None)
    if found is None:
        raise UnusableAnswer("it is empty" if not content.strip() else "it holds no complete JSON object")
    error = min(_validator().iter_errors(found), key=lambda e: (len(e.path), str(list(e.path))), default=None)
    if error is not None:
        place = "/".join(map(str, error.path)) or "the object"
        raise UnusableAnswer(f"{place}: {one_line(error.message, limit=200)}")
    return cast(Answer, found)


def _tables(content: str) -> Iterator[Table]:
    """JSON objects in a text: all of it, what is fenced in it, what is from its first brace to its last."""
    first, last = content.find("{"), content.rfind("}")
    for words in (content, *_FENCED.findall(content), content[first : last + 1] if first >= 0 else ""):
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())
