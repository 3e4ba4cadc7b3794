"""Sends a question to an OpenAI-compatible address: retries while a server is busy, and never waits or reads for ever.

The key comes from the environment, goes into one header of the request, and is taken out of whatever is told.
"""

from __future__ import annotations

import email.utils
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit, urlunsplit

from ...graph.errors import ModelUnusable, one_line
from .settings import KEY, LlmSettings

if TYPE_CHECKING:
    import httpx

_BUSY: Final = frozenset([408, 425, 429, 500, 502, 503, 504, 529])
"""Statuses after which the same question may get an answer."""
_LONGEST_WAIT: Final = 120.0
"""Seconds: a server that asks for more is asked again after that."""
_SHORTEST_KEY: Final = 6
"""Characters: servers that want no key are often given one such as "x"."""


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """The server answers, but not the question."""

    status: int
    why: str


class Unreachable(Exception):
    """No answer comes, however often one asks."""


class Transport:
    """One address, asked again and again."""

    def __init__(self, settings: LlmSettings, key: str, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._settings = settings
        self._key = key.strip()
        self._sleep = sleep
        if not _is_server(settings.url):
            raise ModelUnusable(settings.model, "its address is none; give one such as http://localhost:8080/v1")
        self._address = address(settings.url)
        self._gone = False
        """True when the last question found nobody: the next one is put once."""
        self.requests = 0

    @property
    def shown(self) -> str:
        """The address without a password that stands in it."""
        parts = urlsplit(self._address)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))

    def post(self, body: dict[str, Any], *, patient: bool = True) -> bytes:  # Any: JSON
        """Return what the server answers; raise :class:`Refused` or :class:`Unreachable`.

        An impatient question is not repeated after a 500, with which some servers refuse what they do not know.
        """
        tries = 1 if self._gone else self._settings.tries
        for number in range(1, tries + 1):
            try:
                status, wait, data = self._once(body)
            except _NoAnswer as error:
                wait, trouble = None, str(error)
                if number >= min(tries, error.tries):
                    self._gone = True
                    raise Unreachable(f"{trouble}{_times(number)}") from None
            else:
                self._gone = False
                if status == 200:
                    return data
                last = number == tries or status not in _BUSY or (status == 500 and not patient)
                if last:
                    raise Refused(status, (self._told(data) or "nothing") + (_times(number) if status in _BUSY else ""))
            self._sleep(min(_LONGEST_WAIT, wait if wait is not None else 2.0 ** (number - 1)))
        raise AssertionError("unreachable: the last try raises or returns")

    def _once(self, body: dict[str, Any]) -> tuple[int, float | None, bytes]:  # Any: JSON
        """Status, seconds that the server wants us to wait, and body of one answer."""
        import httpx

        if not (self._key.isascii() and self._key.isprintable()):
            raise _NoAnswer(f"{KEY} holds characters that no key has", tries=1)
        auth = None  # a name and password of the address
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
            auth = _as_it_is
        self.requests += 1
        until = time.monotonic() + self._settings.seconds
        data = json.dumps(body, ensure_ascii=True).encode()
        late = _NoAnswer(f"no whole answer within {self._settings.seconds:g} seconds", tries=2)
        try:
            with (
                self._client() as client,
                _closed_after(self._settings.seconds, client),
                client.stream("POST", self._address, content=data, headers=headers, auth=auth) as response,
            ):
                return response.status_code, _wait(response), self._body(response)
        except httpx.TimeoutException:
            raise late from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, RuntimeError, ValueError) as error:
            if time.monotonic() >= until:
                raise late from None
            raise _NoAnswer(self.clean(str(error)) or type(error).__name__) from None

    def _client(self) -> httpx.Client:
        """One that uses the proxy that was named, and none that the environment names for other programs."""
        import httpx

        limits = httpx.Timeout(self._settings.seconds, connect=min(30.0, self._settings.seconds))
        return httpx.Client(transport=httpx.HTTPTransport(proxy=self._settings.proxy or None), timeout=limits)

    def _body(self, response: httpx.Response) -> bytes:
        parts, size, most = [], 0, self._settings.max_bytes
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > most:
                raise _NoAnswer(f"the answer has more than {most:,} bytes", tries=1)
        return b"".join(parts)

    def _told(self, data: bytes) -> str:
        """What the server says is wrong: the message of its JSON, or the beginning of its page."""
        words = data[:20_000].decode("utf-8", "replace")
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            return self.clean(words)
        error = found.get("error", found.get("message", found)) if isinstance(found, dict) else found
        return self.clean(str(error.get("message", error) if isinstance(error, dict) else error))

    def clean(self, words: str) -> str:
        """Words for one line of talk, without the key; what is shorter than any key may be part of a word."""
        return one_line(words.replace(self._key, "***") if len(self._key) >= _SHORTEST_KEY else words, limit=400)


class _NoAnswer(Exception):
    """One try has come to nothing; ``tries`` is how often it is worth trying."""

    def __init__(self, why: str, *, tries: int = 100) -> None:
        super().__init__(why)
        self.tries = tries


@contextmanager
def _closed_after(seconds: float, client: httpx.Client) -> Iterator[None]:
    """Close a client in the middle of an answer that trickles in: each of its bytes would be waited for anew."""
    timer = threading.Timer(seconds, client.close)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _as_it_is(request: httpx.Request) -> httpx.Request:
    return request


def _is_server(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def address(url: str) -> str:
    """Where questions go, under a base address.

    >>> address("http://localhost:8080/v1/")
    'http://localhost:8080/v1/chat/completions'
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    path = path if path.endswith("/chat/completions") else f"{path}/chat/completions"
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def _wait(response: httpx.Response) -> float | None:
    """The seconds of a Retry-After header, which may hold a moment instead."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    moment = email.utils.parsedate_tz(value) if value else None
    return max(0.0, email.utils.mktime_tz(moment) - time.time()) if moment else None


def _times(number: int) -> str:
    return f" (asked {number} times)" if number > 1 else ""


def advice(status: int) -> str:
    """What to do about a status, if that is known."""
    if 300 <= status < 400:
        return "; it points elsewhere, and nothing is sent there: give the right address"
    if status in (401, 403):
        return f"; set {KEY} to a key that this server takes"
    if status == 404:
        return "; give the base address, such as http://localhost:8080/v1, and a model that this server has"
    return ""
