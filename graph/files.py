"""Writes files whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write the files in one step; when one of them cannot be written, what was there before stays as it was."""
    with ExitStack() as outputs:
        for path, data in files.items():
            output = outputs.enter_context(whole_file(path))
            output.write(data)
            output.flush()


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
