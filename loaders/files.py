"""The files that a user names: a file, a folder, a pattern; which ids they get, and their bytes."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..graph.errors import SourceError, UnreadableSource
from ..graph.identifiers import digest, file_id

STDIN: Final = "-"
MAX_BYTES: Final = 20_000_000
"""The largest source that is read unless the user allows more."""


@dataclass(frozen=True, slots=True)
class Named:
    """One source to read, or why there is none."""

    path: str
    """A path, an address, or ``-``."""
    id: str = ""
    """The id that its place in a folder gives it; empty when its own name does."""
    trouble: SourceError | None = None


def find_sources(
    given: Iterable[str], endings: Collection[str], *, also: Callable[[Path], bool] = lambda path: False
) -> list[Named]:
    """Return the sources that the user has named, in order, none twice.

    Of a folder that is the files with these endings, and those of which ``also`` is true.
    """
    found: dict[str, Named] = {}
    for name in given:
        for one in _named(name, endings, also):
            found.setdefault(os.path.realpath(one.path) if os.path.exists(one.path) else one.path, one)
    return list(found.values())


def is_address(source: str) -> bool:
    """True for what is an address on the web rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def read_bytes(origin: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Return what is in a file or on standard input; raise :class:`UnreadableSource` when it cannot be had."""
    try:
        if origin == STDIN:
            data = sys.stdin.buffer.read(max_bytes + 1)
        else:
            with Path(origin).open("rb") as file:
                data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableSource(origin, "there is no such file") from None
    except IsADirectoryError:
        raise UnreadableSource(origin, "it is a folder: name the files in it") from None
    except PermissionError:
        why = "it is a folder: name the files in it" if Path(origin).is_dir() else "reading it is not permitted"
        raise UnreadableSource(origin, why) from None
    except (OSError, ValueError) as error:
        raise UnreadableSource(origin, getattr(error, "strerror", None) or str(error)) from error
    if len(data) > max_bytes:
        raise UnreadableSource(origin, f"it has more than {max_bytes:,} bytes: allow more with --max-bytes")
    return data


def _named(name: str, endings: Collection[str], also: Callable[[Path], bool]) -> list[Named]:
    if name == STDIN or is_address(name) or "\0" in name:
        return [Named(name)]
    if Path(name).is_dir():
        return _in_folder(Path(name), endings, also)
    if glob.has_magic(name) and not os.path.lexists(name):
        return _matching(name)
    return [Named(name)]


def _in_folder(folder: Path, endings: Collection[str], also: Callable[[Path], bool]) -> list[Named]:
    troubles: list[Named] = []

    def note(error: OSError) -> None:
        where = str(error.filename)
        troubles.append(Named(where, trouble=UnreadableSource(where, error.strerror or "reading it is not permitted")))

    paths = [path for path in _walk(folder, note) if path.suffix.lower() in endings or also(path)]
    if not paths and not troubles:
        why = f"no file in this folder ends in one of {' '.join(endings)}"
        return [Named(str(folder), trouble=UnreadableSource(folder, why))]
    return [*troubles, *_with_ids(folder, sorted(paths))]


def _walk(folder: Path, onerror: object) -> Iterator[Path]:
    for where, folders, files in os.walk(folder, onerror=onerror):  # type: ignore[arg-type]  # typeshed: any callable
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in files if not name.startswith("."))


def _matching(pattern: str) -> list[Named]:
    paths = sorted(path for path in map(Path, glob.glob(pattern, recursive=True)) if path.is_file())
    if not paths:
        return [Named(pattern, trouble=UnreadableSource(pattern, "no file matches this pattern"))]
    parts = Path(pattern).parts
    plain = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return _with_ids(Path(*parts[:plain]), paths)


def _with_ids(root: Path, paths: list[Path]) -> list[Named]:
    """Name files after their places under ``root``; those that would share an id get a hash of their place besides."""
    places = [path.relative_to(root) for path in paths]
    ids = [".".join(map(file_id, (*place.parts[:-1], place.stem))) for place in places]
    shared = Counter(ids)
    return [
        Named(str(path), f"{id}-{digest(place.as_posix(), length=8)}" if shared[id] > 1 else id)
        for path, place, id in zip(paths, places, ids, strict=True)
    ]
