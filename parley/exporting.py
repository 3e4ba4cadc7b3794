"""Handing the graph on: to a file of the format that its ending or the caller names, or to stdout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from .output import STDOUT, check_writable, write_files, written

if TYPE_CHECKING:
    import networkx

    from .graph.knowledge import Knowledge

ENDINGS: Final = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".csv": "csv",
}
EXPORTS: Final = tuple(ENDINGS.values())
LISTS: Final = ("ftm", "schemaorg", "quickstatements", "dcat")
"""Formats of others that hold people, bodies, posts and sanctions, or only what the sources are."""
_RDF: Final = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "jsonld": "jsonld"}

_NETWORKS: Final = ("graphml", "gexf", "csv")


def settle_export(output: str, form: str | None) -> str:
    """Return the format to write, or refuse what cannot be written before any work is done."""
    form = form or ENDINGS.get(Path(output).suffix.lower())
    if form is None:
        endings = ", ".join(ENDINGS)
        raise click.UsageError(f"`{output}` does not tell the format: end it with {endings}, or give --format.")
    if form == "csv" and output == STDOUT:
        raise click.UsageError("csv is two files, of nodes and of edges: give -o NAME.csv.")
    check_writable(output)
    return form


def export(knowledge: Knowledge, output: str, form: str, *, quotes: bool) -> list[str]:
    """Write the graph and return the names of the files; all are written, or none."""
    told = knowledge if quotes else knowledge.without_words()
    if form in _RDF:
        with written(output) as file:
            told.write(file, _RDF[form])
        return [output] if output != STDOUT else []
    if form in LISTS:
        with written(output) as file:
            file.write(_list(told, form))
        return [output] if output != STDOUT else []
    files = _files(told, output, form)
    write_files(files)
    return [name for name in files if name != STDOUT]


def _list(knowledge: Knowledge, form: str) -> bytes:
    from .graph.reading.description import description
    from .graph.reading.interchange import followthemoney, quickstatements, schema_org

    writers = {
        "ftm": followthemoney,
        "schemaorg": schema_org,
        "quickstatements": quickstatements,
        "dcat": description,
    }
    return writers[form](knowledge)


def settle_network(output: str) -> str:
    """Return the format of a file of who sat with whom, or refuse what cannot be written before any work is done."""
    form = ENDINGS.get(Path(output).suffix.lower(), "")
    if form not in _NETWORKS:
        raise click.UsageError(f"`{output}` does not tell the format: end it with .graphml, .gexf or .csv.")
    check_writable(output)
    return form


def write_network(network: networkx.Graph[str], output: str, form: str) -> list[str]:
    """Write who sat with whom and return the names of the files; all are written, or none."""
    from .graph.history.company import line_rows, node_rows
    from .graph.reading.network import gexf, graphml

    path = Path(output)
    if form == "csv":
        tables = {"nodes": node_rows, "edges": line_rows}
        files = {str(path.with_name(f"{path.stem}-{part}.csv")): write(network) for part, write in tables.items()}
    else:
        files = {output: graphml(network) if form == "graphml" else gexf(network)}
    write_files(files)
    return list(files)


def _files(knowledge: Knowledge, output: str, form: str) -> dict[str, bytes]:
    from .graph.reading.csv_tables import edge_table, node_table
    from .graph.reading.network import gexf, graphml, to_networkx

    network = to_networkx(knowledge)
    if form == "csv":
        path = Path(output)
        name = path.stem if path.suffix.lower() == ".csv" else path.name
        tables: dict[str, Callable[..., bytes]] = {"nodes": node_table, "edges": edge_table}
        return {str(path.with_name(f"{name}-{part}.csv")): write(network) for part, write in tables.items()}
    return {output: graphml(network) if form == "graphml" else gexf(network)}
