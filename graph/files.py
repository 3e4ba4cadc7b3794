"""Writes files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write the files in one step; when one of them cannot be written, what was there before stays as it was."""
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            target = path.resolve()
            if target.exists() and not target.is_file():  # a device or pipe cannot be replaced
                target.write_bytes(data)
                continue
            part = target.with_name(f".{target.name}.{os.getpid()}.part")
            parts[part] = target
            part.write_bytes(data)
        for part, target in parts.items():
            part.replace(target)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to that takes the place of ``path`` when all is written; otherwise that stays as it was."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or pipe cannot be replaced
        with target.open("wb") as output:
            yield output
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as output:
            yield output
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
