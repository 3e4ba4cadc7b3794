"""Goes through JSON value after value: a list or an object may be of any size, for it is never whole in memory."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

from ...graph.errors import UnreadableSource, one_line
from .plain_text import opened_text, text_in

_READ: Final = 1 << 16
"""So many characters are read at once."""
_LONGEST: Final = 20_000_000
"""Characters of one value; one that is longer than that is taken for broken."""
_CUT: Final = len("e+")
"""So many characters may follow what looks like a number, and yet it may go on after them."""
_DEEPEST: Final = 60
_HALF: Final = re.compile("[\ud800-\udfff]")
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_TOO_DEEP: Final = "it is nested too deeply"


class JsonText:
    """A text of JSON of which the part is held that is being read."""

    def __init__(self, stream: BinaryIO, origin: str, *, at_once: int = _READ) -> None:
        self._origin = origin
        self._at_once = at_once
        self._text = opened_text(stream)
        self._held = ""
        self._at = 0
        self._line = 1
        """The line in which what is held begins."""
        self._is_all = False

    def next(self) -> str:
        """Return the character with which the next value or mark begins; empty at the end."""
        while True:
            space = _SPACE.match(self._held, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def value(self) -> Any:  # Any: what stands in JSON
        """Return the next value, whole."""
        self.next()
        while True:
            try:
                value, end = _STRICT.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if self._is_all or len(self._held) - self._at > _LONGEST:
                    why = error.msg if self._is_all else f"one value is longer than {_LONGEST:,} characters"
                    raise self._fault(why, error.lineno) from None
            except RecursionError:
                raise self._fault(_TOO_DEEP) from None
            except ValueError as error:
                raise self._fault(one_line(error)) from None
            else:
                if end + _CUT < len(self._held) or self._is_all:
                    break
            self._more(len(self._held) - self._at)
        if why := _doubtful(self._held[self._at : end], value):
            raise self._fault(why)
        self._at = end
        return value

    def listed(self) -> Iterator[Any]:  # Any: as above
        """Yield the values of a list; of what is no list, itself, unless it is empty."""
        if self.next() != "[":
            if value := self.value():
                yield value
            return
        self._take("[")
        if self.next() == "]":
            self._take("]")
            return
        yield self.value()
        while self._take(",", "]") == ",":
            yield self.value()

    def names(self) -> Iterator[str]:
        """Yield the names in an object; the value of each is to be gone through before the next is asked for."""
        self._take("{")
        if self.next() == "}":
            self._take("}")
            return
        seen: set[str] = set()
        while True:
            name = self.value()
            if not isinstance(name, str) or name in seen:
                why = f"{name!r} stands twice in an object" if name in seen else "a name is no text"
                raise self._fault(why)
            seen.add(name)
            self._take(":")
            yield name
            if self._take(",", "}") == "}":
                return

    def skip(self) -> None:
        """Go past the next value."""
        if self.next() == "{":
            for _ in self.names():
                self.value()
        else:
            deque(self.listed(), maxlen=0)

    def end(self) -> None:
        """Raise UnreadableSource where anything follows."""
        if self.next():
            raise self._fault("something follows after its end")

    def _take(self, *marks: str) -> str:
        found = self.next()
        if found not in marks:
            raise self._fault(f"{' or '.join(marks)} is missing" + ("" if found else ", for it is broken off"))
        self._at += 1
        return found

    def _more(self, least: int = 0) -> bool:
        """Read on, and let go of what has been read; return whether there was more."""
        self._line += self._held.count("\n", 0, self._at)
        self._held, self._at = self._held[self._at :], 0
        with text_in(self._origin) as place:
            place.line = self._line + self._held.count("\n")
            more = self._text.read(max(self._at_once, least))
            place.check(more)
        self._held += more
        self._is_all = not more
        return bool(more)

    def _fault(self, why: str, line: int = 0) -> UnreadableSource:
        number = self._line + (line - 1 if line else self._held.count("\n", 0, self._at))
        return UnreadableSource(self._origin, f"line {number}: it is not JSON that can be read: {why}")


def loaded(text: str) -> Any:  # Any: as above
    """Return what JSON says; raise ValueError for what is none, stands twice in an object, or is nested too deeply."""
    try:
        value = _STRICT.decode(text)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    if why := _doubtful(text, value):
        raise ValueError(why)
    return value


def _doubtful(text: str, value: Any) -> str:  # Any: as above
    """Why a value cannot be taken though it is JSON; empty where it can."""
    if _depth(text) > _DEEPEST:
        return _TOO_DEEP
    if "\\ud" in text.lower() and _HALF.search(json.dumps(value, ensure_ascii=False)):
        return "it holds half a character (a lone surrogate)"
    return ""


def _depth(text: str) -> int:
    deepest = depth = 0
    inside = escaped = False
    if text.count("[") + text.count("{") <= _DEEPEST:
        return 0
    for char in text:
        if inside:
            escaped, inside = char == "\\" and not escaped, char != '"' or escaped
        elif char == '"':
            inside = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:  # Any: as above
    found = dict(pairs)
    if len(found) != len(pairs):
        name = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"{name!r} stands twice in an object")
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


_STRICT: Final = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
