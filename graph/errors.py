"""Everything that Parley raises on purpose; each message says what happened, where, and what to do.

::

    ParleyError
    ├── StoreError              the knowledge cannot be opened or written   (where)
    │   ├── StoreMissing        there is nothing at that place
    │   ├── StoreFormat         it is no store, or one of another version or base
    │   ├── StoreLocked         another program has it open
    │   ├── StoreUnwritable     the disk is read-only, full or failing
    │   ├── StoreReadOnly       it was opened for reading only
    │   ├── StoreTooLarge       it does not fit into memory
    │   └── StoreClosed         it was closed before
    ├── SourceError             something about one source
    │   ├── UnknownSource       no source has this id                       (id, suggestions)
    │   ├── SourceIdTaken       another source has this id                  (id, taken_by, origin)
    │   ├── UnreadableSource    a file or page cannot be read               (path, why)
    │   ├── SourcesUnread       some of several cannot be read              (troubles)
    │   ├── MappingFault        a mapping of a format cannot be used        (path, place, why)
    │   ├── NotEnglish          its text is in another language             (path, language)
    │   └── ModelSilent         a language model gives no usable answer     (path, why)
    ├── RecordError             a loader said something that cannot be written
    │   ├── UndefinedKeys       records point at keys that nothing defines  (source, missing)
    │   ├── DuplicateKey        two different records have one key          (source, key)
    │   └── UnwritableValue     a date, number, text, key or term is not valid (value, why)
    ├── DecisionError           a decision on identity cannot be taken      (first, second)
    ├── ReviewError             a file of decisions cannot be used          (path, line, why)
    ├── QueryError              a query cannot be run                       (why)
    │   ├── QuerySyntax         it is not SPARQL                            (line, column, text, why)
    │   ├── QueryRefused        a query may only read the store itself
    │   └── QueryTimedOut       its answer is not there in time             (seconds)
    ├── UnknownName             no question, party ... has this name        (value, suggestions)
    │   └── SeveralOfName       several have it
    ├── EvaluationError         gold or predictions cannot be scored        (path, field, why)
    ├── EvaluationFaults        several of those, a line each               (faults)
    ├── ModelUnusable           a language model is missing or does not fit (name, why)
    ├── EngineUnusable          the engine of the page's SPARQL is missing or another  (path, why)
    └── WorkersLost             processes that read ended before they were done (why)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_SUGGESTED = 15  # so many of what comes close are named


class ParleyError(Exception):
    """The root of the tree: one line that a person can act on."""

    def __reduce__(self) -> tuple[object, ...]:
        """How it comes whole out of a worker process: the message is not what its class is called with."""
        return _again, (type(self), self.args, self.__dict__)


class StoreError(ParleyError):
    """The knowledge at ``where`` cannot be opened or written."""

    def __init__(self, where: str | Path, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = str(where)
        self.why = why


class StoreMissing(StoreError):
    """There is nothing at that place, and none was to be made."""

    def __init__(self, where: str | Path) -> None:
        super().__init__(where, "there is no knowledge here; build it first, for instance: parley build article.txt")


class StoreFormat(StoreError):
    """What is there is no store of Parley, or one of another version or base."""


class StoreLocked(StoreError):
    """Another program has the store open."""

    def __init__(self, where: str | Path) -> None:
        super().__init__(where, "another program has this knowledge open; wait until it ends, or work on a copy")


class StoreUnwritable(StoreError):
    """The store cannot be written: a disk that is read-only, full or failing."""

    def __init__(self, where: str | Path, why: str) -> None:
        super().__init__(where, f"cannot be written ({one_line(why)}); check its permissions and the free space")


class StoreReadOnly(StoreError):
    """The knowledge was opened for reading, and is to be changed."""

    def __init__(self, where: str | Path) -> None:
        super().__init__(where, "this knowledge was opened for reading only; open it without that to change it")


class StoreTooLarge(StoreError):
    """The knowledge was to be read into memory, and would not fit, or that cannot be told."""

    def __init__(self, where: str | Path, why: str) -> None:
        super().__init__(where, f"{why}; leave out the replica, so that it is read from the disk")


class StoreClosed(StoreError):
    """The knowledge was closed before."""

    def __init__(self, where: str | Path) -> None:
        super().__init__(where, "this knowledge is closed; open it again")


class SourceError(ParleyError):
    """Something is wrong with one source."""


class UnknownSource(SourceError):
    """No source has this id."""

    def __init__(self, id: str, suggestions: Iterable[str] = ()) -> None:
        self.id = id
        self.suggestions = tuple(suggestions)
        super().__init__(f"there is no source {id!r}{_hint(self.suggestions)}; `parley sources` lists those there are")


class SourceIdTaken(SourceError):
    """Another source, from another origin and with another text, has this id."""

    def __init__(self, id: str, *, taken_by: str, origin: str) -> None:
        super().__init__(
            f"{origin}: the source id {id!r} is taken by {taken_by}, whose text is another; "
            f"give this one its own with --id, or remove the other first"
        )
        self.id = id
        self.taken_by = taken_by
        self.origin = origin


class UnreadableSource(SourceError):
    """A file or page cannot be read."""

    def __init__(self, path: str | Path, why: str) -> None:
        super().__init__(f"{path}: cannot be read: {why}")
        self.path = str(path)
        self.why = why


class SourcesUnread(SourceError):
    """Some of several sources cannot be read; the others are."""

    def __init__(self, troubles: Iterable[str]) -> None:
        self.troubles = tuple(troubles)
        super().__init__("; ".join(self.troubles))


class MappingFault(SourceError):
    """A mapping, which says what the fields of a format are, cannot be used."""

    def __init__(self, path: str | Path, place: str, why: str) -> None:
        super().__init__(f"mapping {path}: {f'{place}: ' if place else ''}{why}")
        self.path = str(path)
        self.place = place
        self.why = why


class NotEnglish(SourceError):
    """The text is in another language than the extractor reads."""

    def __init__(self, path: str | Path, language: str = "") -> None:
        seems = f"seems to be in {language}" if language else "does not seem to be in English"
        super().__init__(f"{path}: the text {seems}; only English articles can be read")
        self.path = str(path)
        self.language = language


class ModelSilent(SourceError):
    """A language model that was asked about a source gives no usable answer."""

    def __init__(self, path: str | Path, why: str) -> None:
        super().__init__(f"{path}: the language model has not read it: {printable(why)}")
        self.path = str(path)
        self.why = why


class RecordError(ParleyError):
    """A loader said something that cannot be written."""


class UndefinedKeys(RecordError):
    """Records point at keys that no record defines."""

    def __init__(self, source: str, missing: Mapping[str, Iterable[str]]) -> None:
        self.source = source
        self.missing = {key: tuple(sorted(users)) for key, users in sorted(missing.items())}
        told = "; ".join(f"{key} (needed by {', '.join(users)})" for key, users in self.missing.items())
        super().__init__(f"source {source}: no record defines {told}; the loader must yield them too")


class DuplicateKey(RecordError):
    """Two different records have the same key."""

    def __init__(self, source: str, key: str) -> None:
        super().__init__(f"source {source}: two different records have the key {key}; keys must be unique")
        self.source = source
        self.key = key


class UnwritableValue(RecordError):
    """A value is not a valid date, number, text, key or term."""

    def __init__(self, value: object, why: str) -> None:
        super().__init__(f"{value!r} {why}")
        self.value = value
        self.why = why


class DecisionError(ParleyError):
    """A decision on identity cannot be taken."""

    def __init__(self, first: str, second: str, why: str) -> None:
        super().__init__(f"<{first}>{f' and <{second}>' if second != first else ''}: {why}")
        self.first = first
        self.second = second
        self.why = why


class ReviewError(ParleyError):
    """A file of decisions says something that cannot be used; nothing of it is applied."""

    def __init__(self, path: str | Path, line: int, why: str) -> None:
        super().__init__(f"{path}{f', line {line}' if line else ''}: {printable(why)}")
        self.path = str(path)
        self.line = line
        self.why = why


class QueryError(ParleyError):
    """A query cannot be run."""

    def __init__(self, why: str) -> None:
        super().__init__(one_line(why))
        self.why = why


class QuerySyntax(QueryError):
    """A query is not SPARQL; a note of the error shows the place in its line."""

    def __init__(self, why: str, *, line: int, column: int, text: str) -> None:
        super().__init__(f"the query cannot be read: line {line}, column {column}: {why}")
        self.why, self.line, self.column, self.text = why, line, column, text


class QueryRefused(QueryError):
    """A query would reach beyond the store; queries only read the store itself."""


class QueryTimedOut(QueryError):
    """The answer to a query is not there after the seconds that it was given."""

    def __init__(self, seconds: float) -> None:
        why = f"the query was stopped after {seconds:g} s without an answer"
        super().__init__(f"{why}: ask for less, or give it more time (--timeout, in Python timeout=)")
        self.seconds = seconds


class UnknownName(ParleyError):
    """No question, party, person ... has this name."""

    def __init__(
        self, value: str, suggestions: Iterable[str] = (), *, others: Sequence[str] = (), why: str = ""
    ) -> None:
        self.value = value
        self.suggestions = tuple(suggestions)
        said = f"{value!r} {why}" if why else f"nothing here is called {value!r}"
        super().__init__(f"{said}{_hint(self.suggestions)}{f'; here are {some(others)}' if others else ''}")


class SeveralOfName(UnknownName):
    """Several have this name."""


class EvaluationError(ParleyError):
    """A file of gold or predictions cannot be scored."""

    def __init__(self, path: str | Path, field: str, why: str) -> None:
        super().__init__(f"{path}: {f'{field}: ' if field else ''}{why}")
        self.path, self.field, self.why = str(path), field, why


class EvaluationFaults(ParleyError):
    """Several things are wrong with the files of gold or predictions."""

    def __init__(self, faults: Iterable[EvaluationError]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(str, self.faults)))


class ModelUnusable(ParleyError):
    """A language model is missing or does not fit."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"language model {name or '(none)'}: {why}")
        self.name = name
        self.why = why


class EngineUnusable(ParleyError):
    """The package that holds the engine of the page's SPARQL is missing, or another than the one known."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}; docs/page.md tells how to get it")
        self.path = path
        self.why = why


class WorkersLost(ParleyError):
    """Processes that read articles ended before they were done."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            f"the workers cannot go on ({one_line(why) or 'one was killed, or there was too little memory'}); what was "
            "added stays: build the same again to go on, with fewer jobs if memory is short"
        )
        self.why = why


def one_line(text: object, *, limit: int = 300) -> str:
    """Return the text on one line, cut where it gets too long to read."""
    line = " ".join(str(text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def printable(text: str) -> str:
    """Return the text with what a terminal would obey instead of showing spelled out."""
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode("ascii") for c in text)


def _again(kind: type[ParleyError], arguments: tuple[object, ...], data: Mapping[str, object]) -> ParleyError:
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(data)
    return error


def some(names: Sequence[str], most: int = 10) -> str:
    """Return the first of the names, and how many others there are.

    >>> some(["a", "b", "c", "d"], 2)
    'a, b and 2 others'
    """
    left = len(names) - most
    return ", ".join(names) if left <= 1 else f"{', '.join(names[:most])} and {left} others"


def _hint(suggestions: tuple[str, ...]) -> str:
    others = f", or one of {len(suggestions) - _SUGGESTED} others" if len(suggestions) > _SUGGESTED else ""
    return f"; did you mean {', '.join(suggestions[:_SUGGESTED])}{others}?" if suggestions else ""
