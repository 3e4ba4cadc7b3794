"""Who has sat with whom, as a network: people or parties, tied by the events at which both were."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal

from ..reading.csv_tables import guarded
from ..reading.network import readable
from .happenings import Happening, members_at
from .timeline import History

if TYPE_CHECKING:
    import networkx

Kind = Literal["sat-with", "sides"]
_SEED: Final = 1
_PLACES: Final = 4
_NODES: Final = ("id", "label", "type", "side", "events", "betweenness", "circle", "said")
_LINES: Final = ("source", "target", "weight", "events")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with the events at which he was."""

    node: str
    events: tuple[str, ...]


def company(history: History, kind: Kind) -> networkx.Graph[str]:
    """Return who sat with whom at events that somebody tells were held; lines weigh by the number of events.

    Nodes have ``label``, ``type``, ``side``, ``events`` (how many), ``betweenness``, ``circle`` (a number) and
    ``said``, what these mean in words. Lines have ``weight``, ``events`` (their names) and ``predicate``.
    """
    import networkx

    record = history.record
    network: networkx.Graph[str] = networkx.Graph()
    seated: defaultdict[str, set[str]] = defaultdict(set)
    tied: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for event in sorted(history.happenings.all.values(), key=lambda one: one.node):
        present = sorted(_present(history, event, kind)) if event.held else []
        for guest in present:
            seated[guest].add(event.node)
        for pair in combinations(present, 2):
            tied[pair].add(event.node)
    for guest in sorted(seated):
        side = record.side(guest)
        network.add_node(
            guest,
            label=readable(record.label(guest)),
            type=record.kind(guest),
            side=readable(record.label(side)) if side != guest else "",
            events=len(seated[guest]),
        )
    for (one, other), events in sorted(tied.items()):
        named = sorted(_named(history.happenings.all[event]) for event in events)
        network.add_edge(one, other, weight=len(events), events=readable("; ".join(named)), predicate="sat with")
    _measure(network)
    return network


def _present(history: History, event: Happening, kind: Kind) -> set[str]:
    record = history.record
    people = {agent for agent, _ in members_at(record, event.node)}
    if kind == "sat-with":
        return {agent for agent in people if record.kind(agent) == "person"}
    return {*event.parties, *event.guests, *record.parties(people)}


def _named(event: Happening) -> str:
    where = ", ".join(part for part in (event.place, event.when.value) if part)
    return f"{event.name} ({where})" if where else event.name


def _measure(network: networkx.Graph[str]) -> None:
    """Add betweenness and circles; the nodes are numbered first, so that nothing hangs on the order of sets."""
    import networkx

    names = list(network)
    number = {name: place for place, name in enumerate(names)}
    numbered: networkx.Graph[int] = networkx.Graph()
    numbered.add_nodes_from(number.values())
    numbered.add_edges_from((number[one], number[other], data) for one, other, data in network.edges(data=True))
    between = networkx.betweenness_centrality(numbered)
    found = networkx.community.louvain_communities(numbered, weight="weight", seed=_SEED) if names else []
    circles = {member: number for number, some in enumerate(sorted(map(sorted, found)), 1) for member in some}
    linking = set(networkx.articulation_points(numbered))
    for member, name in enumerate(names):
        data = network.nodes[name]
        data["betweenness"] = round(between[member], _PLACES)
        data["circle"] = circles[member]
        parted = _parted(numbered, member) if member in linking else 1
        touched = {circles[other] for other in (member, *numbered[member])}
        data["said"] = _said(parted, len(touched), alone=not numbered[member])


def _parted(network: networkx.Graph[int], member: int) -> int:
    """Return into how many parts those whom somebody sat with would fall without him."""
    import networkx

    rest = network.subgraph([other for other in network if other != member])
    return sum(1 for part in networkx.connected_components(rest) if part & set(network[member]))


def _said(parted: int, circles: int, *, alone: bool) -> str:
    if parted > 1:
        return f"links {parted} otherwise separate circles"
    if circles > 1:
        return f"sat with people of {circles} circles, who met otherwise too"
    return "sat with nobody who is named" if alone else "sat within one circle"


def bridges(network: networkx.Graph[str]) -> list[str]:
    """Return who links circles, in words, those first who do so most."""
    linking = [data for _, data in network.nodes(data=True) if data["said"].startswith("links ")]
    linking.sort(key=lambda data: (-data["betweenness"], data["label"]))
    return [f"{data['label']} {data['said']} (betweenness {data['betweenness']})" for data in linking]


def node_rows(network: networkx.Graph[str]) -> bytes:
    """Return the nodes as CSV."""
    return _table(_NODES, ([node, *(data[name] for name in _NODES[1:])] for node, data in network.nodes(data=True)))


def line_rows(network: networkx.Graph[str]) -> bytes:
    """Return the lines as CSV."""
    label = network.nodes
    lines = sorted(network.edges(data=True), key=lambda line: line[:2])
    columns = (*_LINES[:1], "source_label", _LINES[1], "target_label", *_LINES[2:])
    rows = ([a, label[a]["label"], b, label[b]["label"], data["weight"], data["events"]] for a, b, data in lines)
    return _table(columns, rows)


def _table(columns: Iterable[str], rows: Iterator[list[object]] | Iterable[list[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
