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
from .transport import Refused, Transport, Unreachable, advice

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
            return self._count(self._kept(self._settings.replay / request_name(source_id, messages), after))
        return self._count(self._asked(messages))

    def _kept(self, path: Path, after: str) -> bytes:
        """An answer that somebody has put into a folder."""
        most = self._settings.max_bytes
        try:
            with path.open("rb") as file:
                data = file.read(most + 1)
        except FileNotFoundError:
            if after:
                why = f"{path.parent}: the answer cannot be used ({after}), and {path.name} is not there"
                raise NoAnswer(why) from None
            raise NoAnswer(f"{path} is not there; --dry-run writes what to ask") from None
        except OSError as error:
            raise NoAnswer(f"{path}: {error.strerror}") from None
        if len(data) > most:
            raise NoAnswer(f"{path} has more than {most:,} bytes")
        return data

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
        if error.status == 413 or (error.status in (400, 422, 500) and _TOO_LONG.search(error.why)):
            raise TooLong(error.why) from None
        if form == len(_FORMS) - 1 or error.status not in _NOT_THIS_FORM:
            raise NoAnswer(f"{self._where} answers {error.status}: {error.why}{advice(error.status)}") from None
        return form + 1

    def _count(self, data: bytes) -> str:
        """The words in an answer as servers send it, with its tokens counted; other words are the answer itself."""
        words = data.decode(json.detect_encoding(data), "replace")
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict) or "choices" not in found:
            if self._settings.replay is not None:
                return words
            raise self._useless(f"answers with what is no chat completion: {words[:80]}")
        spent = found.get("usage")
        if isinstance(spent, dict):
            self.usage += Usage(0, _tokens(spent, "prompt_tokens"), _tokens(spent, "completion_tokens"))
        try:
            return _message(found["choices"])
        except NoAnswer as error:
            raise self._useless(str(error)) from None

    def _useless(self, why: str) -> NoAnswer:
        return NoAnswer(f"{self._where} {self._transport.clean(why) if self._transport else one_line(why)}")


def _tokens(spent: dict[str, object], name: str) -> int:
    number = spent.get(name)
    return number if type(number) is int and 0 <= number < 10**12 else 0


def _message(choices: object) -> str:
    """The words of an answer; thoughts stand for it where a server has taken the answer for thoughts."""
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise NoAnswer("answers with a chat completion that holds no message")
    if choice.get("finish_reason") == "length":
        raise TooLong("the answer breaks off")
    words = next(
        filter(None, (_words(message.get(name)) for name in ("content", "reasoning_content", "reasoning"))), ""
    )
    refusal = _words(message.get("refusal")) or "no reason given" * (choice.get("finish_reason") == "content_filter")
    if refusal and not _words(message.get("content")):
        raise NoAnswer(f"answers with a refusal: {refusal}")
    return words


def _words(content: object) -> str:
    """Words, or the words of parts of a message."""
    if isinstance(content, list):
        texts = (part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text")
        return "".join(text for text in texts if isinstance(text, str))
    return content if isinstance(content, str) else ""
