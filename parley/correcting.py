"""Puts what a person has decided on facts and entities into what is built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .deciding import lost
from .graph.errors import ReviewError, one_line
from .graph.identifiers import content_hash
from .graph.records import SourceRecords
from .loaders.documents import Document
from .loaders.files import STDIN, is_address
from .review.applying import apply
from .review.entities import Taken, forget, settle
from .review.entries import Decisions, version_of
from .review.reading import read_decisions
from .review.sssom import ENDING as ENDING_OF_TABLES
from .review.sssom import read_sssom

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

ENDING: Final = ".decisions.yaml"
"""What takes the place of an article's ending in the name of the file beside it."""


def beside(origin: str) -> Path | None:
    """Return the name of the file of decisions beside an article; what is no file has none."""
    return None if origin == STDIN or is_address(origin) else Path(origin).with_suffix(ENDING)


class Corrections:
    """The decisions that a build goes by: files that were named, and those beside the articles."""

    def __init__(self, named: Sequence[str | Path], say: Callable[[str], None]) -> None:
        self._files = {path: _read(path) for path in dict.fromkeys(str(Path(one).resolve()) for one in named)}
        self._say = say
        self._used: set[str] = set()
        self._missing: set[str] = set()

    def of(self, document: Document) -> tuple[Decisions, ...]:
        """Return the files that decide on facts of a document; the one beside it is taken up and told of.

        Those that are named are about it when they have its id, or the very text.
        """
        path = beside(document.origin)
        if path is not None:
            self._take_up(path)
        own, text = str(path.resolve()) if path is not None else "", content_hash(document.text)
        files = [file for file in self._files.values() if file.entries]
        found = [file for file in files if own == file.path or document.id == file.source or text == file.text]
        self._used.update(file.path for file in found)
        return tuple(file for file in found if file.decided)

    def _take_up(self, path: Path) -> None:
        name = str(path.resolve())
        if name in self._files:
            return
        if path.is_file():
            self._files[name] = _read(name)
            self._say(f"decisions: {path}")
        else:
            self._missing.add(name)

    def applied(self, records: SourceRecords, files: Sequence[Decisions]) -> SourceRecords:
        """Return the records as the files' decisions make them, and tell what there is to tell."""
        if not files:
            return records
        done = apply(records, files)
        for note in done.notes:
            self._say(f"note: {note}")
        source = done.records.source
        return replace(done.records, source=replace(source, extractor=source.extractor + suffix(files)))

    def settle(self, knowledge: Knowledge) -> list[str]:
        """Decide on entities as the files say, file by file; return what could not be done."""
        for path in sorted(self._missing):
            forget(knowledge, path)
        for file in self._files.values():
            if file.entries and file.path not in self._used:
                self._say(f"note: {file.path}: decides on facts of {file.source}, which is not among these sources")
        troubles = []
        taken: Taken = {}
        for file in self._files.values():
            try:
                for note in settle(knowledge, file, taken):
                    self._say(f"note: {note}")
            except ReviewError as error:
                troubles.append(one_line(error, limit=2000))
        for note in lost(knowledge):
            self._say(f"note: {note}")
        return troubles


def suffix(files: Sequence[Decisions]) -> str:
    """Return what is added to the name of who reads: another decision makes another reading."""
    version = version_of(tuple(files))
    return f" decisions {version}" if version else ""


def _read(path: str) -> Decisions:
    read = read_sssom if path.casefold().endswith(ENDING_OF_TABLES) else read_decisions
    return read(path, file_text(path))


def file_text(path: str) -> str:
    """Return the text of a file of decisions; raise ReviewError when it cannot be read."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        why = "there is no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        raise ReviewError(path, 0, f"cannot be read: {why}") from error
    except UnicodeDecodeError as error:
        raise ReviewError(path, 0, "is not UTF-8 text: save it as UTF-8") from error
