"""Fetches one page from the web, when a user has given its address: that page, its site's robots.txt, nothing else.

robots.txt is asked for once per site on the way, also of a site that a redirect leads to. A site without one
permits, a site that fails to give one forbids (RFC 9309).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from ..graph.errors import UnreadableSource, one_line
from .files import MAX_BYTES, is_address

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    import httpx

MAX_REDIRECTS: Final = 5
_ROBOTS_BYTES: Final = 500_000
_REDIRECTS: Final = frozenset([301, 302, 303, 307, 308])


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from the web."""

    data: bytes
    type: str
    """The media type, without parameters; empty when the server has named none."""
    charset: str
    url: str
    """The address that it came from in the end."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Who asks, and how much time and room an answer gets."""

    agent: str
    seconds: float = 30.0
    """For the whole way to a page, redirects and robots.txt included."""
    max_bytes: int = MAX_BYTES


def fetch(address: str, manners: Manners) -> Fetched:
    """Return what stands at an address; raise :class:`UnreadableSource` with the reason when it cannot be had."""
    import httpx

    visit = _Visit(address, manners)
    try:
        with httpx.Client(headers={"User-Agent": manners.agent}) as client:
            return visit.page(client)
    except httpx.TimeoutException:
        raise visit.trouble(f"the server did not answer within {manners.seconds:g} seconds") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError, ValueError) as error:
        raise visit.trouble(f"no answer ({one_line(error) or type(error).__name__})") from error


class _Visit:
    """One way to a page, with what the sites on it permit."""

    def __init__(self, address: str, manners: Manners) -> None:
        self._address = address
        self._manners = manners
        self._until = time.monotonic() + manners.seconds
        self._rules: dict[str, RobotFileParser] = {}

    def trouble(self, why: str) -> UnreadableSource:
        return UnreadableSource(self._address, why)

    def page(self, client: httpx.Client) -> Fetched:
        url = self._address
        for _ in range(MAX_REDIRECTS + 1):
            if not is_address(url) or not urlsplit(url).hostname:
                raise self.trouble(f"it leads to {one_line(url)}, which is no web address")
            if not self._permitted(client, url):
                raise self.trouble("the site's robots.txt does not permit programs to read this page")
            with client.stream("GET", url, timeout=self._left()) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    url = urljoin(url, response.headers["location"])
                    continue
                if response.status_code != 200:
                    said = f"{response.status_code} {response.reason_phrase}".strip()
                    raise self.trouble(f"the server answers {said}")
                data = self._body(response, self._manners.max_bytes)
                kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
                return Fetched(data, kind, response.charset_encoding or "", url)
        raise self.trouble(f"it redirects more than {MAX_REDIRECTS} times")

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise self.trouble(f"it did not arrive within {self._manners.seconds:g} seconds")
        return left

    def _permitted(self, client: httpx.Client, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._asked(client, site)
        return self._rules[site].can_fetch(self._manners.agent, url)

    def _asked(self, client: httpx.Client, site: str) -> RobotFileParser:
        from urllib.robotparser import RobotFileParser

        rules, url = RobotFileParser(), f"{site}/robots.txt"
        with client.stream("GET", url, timeout=self._left()) as response:
            if response.status_code == 200:
                text = self._body(response, _ROBOTS_BYTES, cut=True).decode("utf-8", "replace")
                rules.parse(text.removeprefix("\ufeff").splitlines())
            elif response.status_code >= 500 or response.status_code == 429:
                raise self.trouble(f"its site does not give its robots.txt ({response.status_code}): try again later")
            else:
                rules.parse([])
        return rules

    def _body(self, response: httpx.Response, room: int, *, cut: bool = False) -> bytes:
        """Read an answer, no more of it than there is room for, and no longer than there is time."""
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > room and not cut:
                raise self.trouble(f"it has more than {room:,} bytes: allow more with --max-bytes")
            if size > room:
                break
            self._left()
        return b"".join(parts)[: room if cut else None]
