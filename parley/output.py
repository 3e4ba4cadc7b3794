"""Writing: text as UTF-8, a file whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

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
    if output == STDOUT:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    path = Path(output).resolve()
    if path.exists() and not path.is_file():  # a device or pipe cannot be replaced
        path.write_text(text, encoding="utf-8", newline="")
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.FileError(output, error.strerror or str(error)) from error
