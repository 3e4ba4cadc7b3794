"""A store read into memory answers as the one on the disk does, and is refused where it would not fit."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

import parley
from parley.graph.engine.replica import free_bytes, in_memory
from parley.graph.errors import QueryTimedOut, StoreClosed, StoreReadOnly, StoreTooLarge
from parley.graph.knowledge import Apart, open_knowledge

from ..examples import HARBOURTOWN
from ..hostile import hostile

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(HARBOURTOWN)
        knowledge.add(hostile())
    return tmp_path / "store"


def test_a_replica_says_what_the_store_says_and_leaves_it_to_others(store: Path):
    with open_knowledge(store, reading=True) as knowledge:
        there = {name: knowledge.serialized(name) for name in ("nq", "ttl")}
    with open_knowledge(store, replica=True) as knowledge, open_knowledge(store) as writer:
        writer.remove("harbourtown")
        assert {name: knowledge.serialized(name) for name in there} == there
        with pytest.raises(StoreReadOnly):
            knowledge.remove("harbourtown")
        assert not knowledge.keep(knowledge.passes())


def test_a_query_of_a_replica_can_be_stopped(store: Path):
    with open_knowledge(store, replica=True) as knowledge:
        assert len(knowledge.query("SELECT ?s { ?s ?p ?o } LIMIT 3", apart=Apart(60))) == 3
        with pytest.raises(QueryTimedOut):
            knowledge.query(LONG, apart=Apart(0.05))


@pytest.mark.parametrize("apart", [None, Apart(60)])
@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a parley:Statement } } ORDER BY ?g",
        "SELECT ?s FROM <https://w3id.org/parley/id/source/harbourtown/graph> { ?s a parley:Statement } ORDER BY ?s",
        "SELECT ?s { ?s a parley:Statement } ORDER BY ?s",
    ],
)
def test_a_replica_answers_of_every_graph_as_the_store_does(store: Path, sparql: str, apart: Apart | None):
    with open_knowledge(store, reading=True) as disk, open_knowledge(store, replica=True) as memory:
        there = disk.query(sparql, apart=apart).csv()
        assert there.count("\n") > 2 or "GRAPH" in sparql
        assert memory.query(sparql, apart=apart).csv() == there


def test_a_replica_is_answered_from_memory_and_closed_with_its_store(store: Path):
    memory = open_knowledge(store, replica=True)
    (graph,) = list((store / "snapshots").glob("[0-9]*"))
    for path in graph.glob("*.sst"):
        path.write_bytes(b"")
    assert len(memory.query("SELECT ?s { ?s a parley:Statement }")) > 2
    memory.close()
    with pytest.raises(StoreClosed):
        memory.query("ASK {}")


def test_a_workspace_over_a_replica_answers_alike(store: Path):
    with parley.open(store, reading=True) as disk, parley.open(store, replica=True) as memory:
        assert memory.ask("proposals").rows == disk.ask("proposals").rows


@pytest.mark.parametrize(
    ("free", "why"),
    [
        (500, "1 quads take about 0 MB in memory, and 0 MB are free"),
        (None, "the system does not tell how much memory is free"),
    ],
)
def test_what_would_not_fit_is_refused_with_what_to_do(free: int | None, why: str):
    engine = ox.Store()
    for graph in (ox.DefaultGraph(), ox.NamedNode("urn:g")):
        engine.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.NamedNode("urn:c"), graph))
    with pytest.raises(StoreTooLarge, match=f"^talks: {why}; leave out the replica, so that it is read from the disk$"):
        in_memory(engine, "talks", free=free)
    assert len(in_memory(engine, "talks", free=600)) == 1


def test_what_is_free_is_what_the_system_tells(tmp_path: Path):
    told = tmp_path / "meminfo"
    told.write_text("MemTotal: 32 kB\nMemAvailable:      16 kB\n", "ascii")
    assert free_bytes(told) == 16 * 1024
    told.write_text("MemAvailable:\n", "ascii")
    assert free_bytes(told) == free_bytes(tmp_path / "nothing")
