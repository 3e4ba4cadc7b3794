"""The YAML lexicons of this room, checked and read once, and a fingerprint that says which ones were used."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from .checking import all_faults, checked_reader
from .strict_yaml import LexiconError, to_table, to_texts


def lexicon(name: str) -> dict[str, Any]:  # Any: the shape is each file's own, described in its header
    """The content of ``name.yaml``; the first thing that is wrong with it is an error."""
    return _tables(name)


def lexicon_bytes(file: str) -> bytes:
    """The bytes of a file of this room."""
    return files(__package__).joinpath(file).read_bytes()


def lexicon_names() -> list[str]:
    """The names of all lexicons, sorted."""
    found = (entry.name for entry in files(__package__).iterdir())
    return sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml"))


@cache
def load_lexicons() -> None:
    """Read every lexicon, once: what is wrong with one is an error before an article is read, not in the middle."""
    for name in lexicon_names():
        lexicon(name)


def faults_of_lexicons() -> list[LexiconError]:
    """Everything that is wrong with the lexicons, by file and line."""
    return all_faults(lexicon_bytes, lexicon_names())


_tables = checked_reader(lexicon_bytes)


@cache
def wordset(name: str, *place: str) -> frozenset[str]:
    """The words of the list that stands at a place in ``name.yaml``."""
    file, found = f"{name}.yaml", lexicon(name)
    for key in place[:-1]:
        found = to_table(found[key], file, key)
    return frozenset(to_texts(found[place[-1]], file, "/".join(place)))


@cache
def fingerprint() -> str:
    """Hash over every lexicon and rule module of the reader's rooms: it changes when a result may change."""
    digest = hashlib.sha256()
    for name, data in sorted(_rules(files(__package__.rpartition(".")[0]), "")):
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()[:16]


def _rules(room: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in room.iterdir():
        name = f"{path}{entry.name}"
        if entry.is_dir():
            yield from _rules(entry, f"{name}/")
        elif name.endswith((".yaml", ".py")) and not entry.name.startswith("make_"):
            yield name, entry.read_bytes()
