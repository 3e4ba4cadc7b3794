"""Writing: text as UTF-8, a file whole or not at all."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from .graph.files import whole_file, write_whole

STDOUT = "-"


def settle_stdout() -> None:
    """Write UTF-8 to files and pipes whatever the locale, and to a terminal what it can show."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def check_writable(output: str) -> None:
    """Refuse a folder, or a file in a folder that is not there, before any work is done."""
    path = Path(output)
    if output != STDOUT and path.is_dir():
        raise click.FileError(output, "it is a folder: name a file in it")
    if output != STDOUT and not path.parent.is_dir():
        raise click.FileError(output, f"there is no folder {path.parent}")


def write_text(output: str, text: str) -> None:
    """Write ``text`` as UTF-8 to the file ``output`` in one step, or to stdout when it is ``-``."""
    write_files({output: text.encode("utf-8")})


@contextmanager
def written(output: str) -> Iterator[BinaryIO]:
    """A file to write to, which is there in one step when all is written; stdout when it is ``-``."""
    with _refusals_told(output):
        if output == STDOUT:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        else:
            with whole_file(Path(output)) as file:
                yield file


def write_files(files: Mapping[str, bytes]) -> None:
    """Write the files in one step, all or none; what is named ``-`` goes to stdout."""
    with _refusals_told(" and ".join(files)):
        for output, data in files.items():
            if output == STDOUT:
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
        write_whole({Path(output): data for output, data in files.items() if output != STDOUT})


@contextmanager
def _refusals_told(output: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # whoever read it has seen enough
        raise
    except OSError as error:
        raise click.FileError(output, error.strerror or str(error)) from error


def made_folder(folder: str) -> Path:
    """The folder, there before the long work that is to end in it."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.FileError(folder, error.strerror or str(error)) from error
    return Path(folder)
