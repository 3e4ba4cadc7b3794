"""Gets answers from a model, or from a folder: in the form that the server takes, checked, repaired once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from ...graph.errors import one_line
from .answers import Answer, UnusableAnswer, read_answer
from .prompts import Messages, repair, request_name, schema
from .settings import LlmSettings, Usage
from .transport import Refused, Transport, Unreachable, needs_key

_NOT_THIS_FORM: Final = frozenset([400, 415, 422, 500, 501])
"""Statuses with which servers refuse a form of answer that they do not know."""
_TOO_LONG: Final = re.compile(
    r"context[ _](?:length|size|window)|maximum context|"
    r"exceeds? the (?:available|model)|too (?:long|many tokens|large)",
    re.IGNORECASE,
)


class TooLong(Exception):
    """The question or its answer does not fit into the model: ask in parts."""


class NoAnswer(Exception):
    """There is no usable answer; the message says where, why and what to do."""


def request_body(model: str, messages: Messages, form: int = 0) -> dict[str, Any]:  # Any: JSON
    """The body of a request, in one of the forms that servers take, the strictest first."""
    return {"model": model, "messages": messages, "temperature": 0, "stream": False, **_FORMS[form]()}


_FORMS: Final = (
    lambda: {
        "response_format": {
            "type": "json_schema",
            "json_schema": {
                "name": "answer",
                "strict": True,
                "schema": {key: value for key, value in schema().items() if not key.startswith("$")},
            },
        }
    },
    lambda: {"response_format": {"type": "json_object"}},
    dict[str, Any],
)


class Endpoint:
    """A model to ask; it remembers which form of answer its server takes, and what was spent."""

    def __init__(self, settings: LlmSettings, transport: Transport | None) -> None:
        self._settings = settings
        self._transport = transport
        self._form = 0
        self._cold = True
        """False for a model that takes no temperature."""
        self.usage = Usage()

    def ask(self, source_id: str, messages: Messages) -> Answer:
        """Return the records of the answer; raise :class:`TooLong` or :class:`NoAnswer`."""
        content = self._content(source_id, messages)
        try:
            return read_answer(content)
        except UnusableAnswer as error:
            problem = str(error)
        again = repair(messages, content, problem)
        try:
            return read_answer(self._content(source_id, again, after=problem))
        except UnusableAnswer as error:
            raise NoAnswer(f"{self._where} answers twice what cannot be used: {error}; try another model") from None

    @property
    def _where(self) -> str:
        return self._transport.shown if self._transport is not None else str(self._settings.replay)

    def _content(self, source_id: str, messages: Messages, *, after: str = "") -> str:
        """The words of one answer."""
        if self._settings.replay is not None:
            return self._count(_kept(self._settings.replay, request_name(source_id, messages), after))
        return self._count(self._asked(messages))

    def _asked(self, messages: Messages) -> bytes:
        """The body of one answer; a form that a server refuses gives way to the next, for good once that one works."""
        assert self._transport is not None
        before, form, cold = self._transport.requests, self._form, self._cold
        try:
            while True:
                body = request_body(self._settings.model, messages, form)
                if not cold:
                    del body["temperature"]
                try:
                    answer = self._transport.post(body, patient=form == len(_FORMS) - 1)
                except Refused as error:
                    if cold and error.status == 400 and "temperature" in error.why.lower():
                        cold = False
                        continue
                    form = self._next_form(form, error)
                else:
                    self._form, self._cold = form, cold
                    return answer
        except Unreachable as error:
            raise NoAnswer(f"{self._where}: {error}; see that the server runs, then build again") from None
        finally:
            self.usage += Usage(requests=self._transport.requests - before)

    def _next_form(self, form: int, error: Refused) -> int:
        if _TOO_LONG.search(error.why) and error.status in (400, 413, 422, 500):
            raise TooLong(error.why) from None
        if form == len(_FORMS) - 1 or error.status not in _NOT_THIS_FORM:
            raise NoAnswer(f"{self._where} answers {error.status}: {error.why}{needs_key(error.status)}") from None
        return form + 1

    def _count(self, data: bytes) -> str:
        """The words in an answer as servers send it, with its tokens counted; other words are the answer itself."""
        words = data.decode("utf-8", "replace")
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or "choices" not in found:
            if self._settings.replay is not None:
                return words
            raise NoAnswer(f"{self._where} answers with what is no chat completion: {one_line(words, limit=80)}")
        spent = found.get("usage")
        if isinstance(spent, dict):
            self.usage += Usage(0, _tokens(spent, "prompt_tokens"), _tokens(spent, "completion_tokens"))
        return _message(found["choices"], self._where)


def _tokens(spent: dict[str, object], name: str) -> int:
    number = spent.get(name)
    return number if isinstance(number, int) and 0 <= number < 10**12 else 0


def _message(choices: object, where: str) -> str:
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise NoAnswer(f"{where} answers with a chat completion that holds no message")
    if choice.get("finish_reason") == "length":
        raise TooLong("the answer breaks off")
    content = message.get("content")
    if isinstance(message.get("refusal"), str) and not content:
        raise NoAnswer(f"{where}: the model refuses: {one_line(message['refusal'], limit=120)}")
    return content if isinstance(content, str) else ""


def _kept(folder: Path, name: str, after: str) -> bytes:
    """An answer that somebody has put into a folder."""
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        if after:
            raise NoAnswer(f"{folder}: the answer cannot be used ({after}), and {name} is not there") from None
        raise NoAnswer(f"{folder / name} is not there; --dry-run writes what to ask") from None
    except OSError as error:
        raise NoAnswer(f"{folder / name}: {error.strerror}") from None
