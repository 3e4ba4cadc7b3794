"""The command that writes a first mapping of a table, and shows rows as a mapping reads them: its options and help."""

from __future__ import annotations

import click

from .opening import format_option, say
from .output import check_writable, write_text

_SHOWN = 10


@click.command(name="map")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="MAPPING", help="Where to write the mapping [default: stdout].")
@click.option("--as", "named", metavar="FORMAT", default="", help="With --check: a mapping's file, or a format.")
@click.option("--check", is_flag=True, help=f"Show what becomes of the first {_SHOWN} rows; nothing is loaded.")
@format_option
def map_table(file: str, output: str | None, named: str, form: str, *, check: bool) -> None:
    """Write a first mapping of the table or JSON in FILE, guessed from its columns, or check one on its first rows.

    \b
    Example: parley map officials.csv -o officials.yaml
    """
    if not check and (named or form != "table"):
        raise click.UsageError("--as and --format go with --check.")
    if check and output is not None:
        raise click.UsageError("--check writes no mapping: leave out --output.")
    if check:
        _check(file, named, form)
        return
    from .loaders.datasets.guessing import first_mapping
    from .loaders.sources import read_data

    output = output or "-"
    check_writable(output)
    data, found = read_data(file)
    write_text(output, first_mapping(data, found, file))
    if output != "-":
        say(f"wrote {output}; look at what becomes of the rows: parley map {file} --as {output} --check")


def _check(file: str, named: str, form: str) -> None:
    from .answers import print_rows
    from .graph.errors import UnreadableSource
    from .loaders.datasets.reading import DatasetSource, in_numbers, read_dataset
    from .loaders.datasets.showing import shown
    from .loaders.files import Named
    from .loaders.sources import read_source
    from .loaders.web import Manners

    source = read_source(Named(file), Manners(""), named)
    if not isinstance(source, DatasetSource):
        raise UnreadableSource(file, "it is no table or JSON of a known format: name its mapping with --as")
    read = read_dataset(source, most=_SHOWN)
    for note in read.notes:
        say(f"note: {file}: {note}")
    rows = [{"record": one.kind, "tells": one.tells, "rests on": one.rests_on} for one in shown(read.records)]
    print_rows(["record", "tells", "rests on"], rows, form)
    say(f"{source.format.title}: {in_numbers(read.made, read.rows)}; nothing is loaded")
