"""The store as such: what a change leaves behind, and what closing it writes out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from parley.graph.engine.store import Store
from parley.graph.errors import StoreClosed
from parley.graph.knowledge import open_knowledge
from tests.graph.engine.test_crashes import started
from tests.graph.examples import HARBOURTOWN

ONE, TWO = (("<urn:a>", "<urn:b>", f'"{number}"') for number in (1, 2))
FILL_THE_DISK_BEFORE_CLOSING = """
import resource, sys
from parley.graph.engine.store import Store
from parley.graph.errors import StoreUnwritable
from tests.graph.engine.test_store import MANY, ONE
store = Store(sys.argv[1])
store.change(remove={}, insert={"urn:many": MANY})
store.change(remove={}, insert={"urn:one": [ONE]})  # too soon for a snapshot of its own
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.RLIM_INFINITY))
try:
    store.close()
except StoreUnwritable as error:
    print(error)
"""
MANY = [("<urn:a>", "<urn:b>", f'"{number}"') for number in range(2000)]


def test_a_graph_that_is_left_empty_is_gone_and_one_that_is_not_stays() -> None:
    store = Store("memory:")
    store.change(remove={}, insert={"urn:g": [ONE, TWO], "urn:h": [ONE]})
    store.change(remove={"urn:g": [ONE], "urn:h": [ONE]}, insert={})
    assert [graph.value for graph in store.engine.named_graphs() if isinstance(graph, ox.NamedNode)] == ["urn:g"]
    assert store.triples("urn:g") == {TWO}
    store.change(remove={"urn:g": [TWO]}, insert={"urn:g": [ONE]})
    assert store.triples("urn:g") == {ONE}


def test_an_empty_graph_that_somebody_else_has_left_is_not_told() -> None:
    store = Store("memory:")
    store.engine.add_graph(ox.NamedNode("urn:g"))
    assert store.named_graphs() == []


def test_closing_writes_out_the_log_so_that_nothing_needs_it_any_more(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(HARBOURTOWN)
    logs = list((tmp_path / "store").glob("*.log"))
    for log in logs:
        log.unlink()
    assert logs
    with open_knowledge(tmp_path / "store", create=False) as knowledge, open_knowledge() as fresh:
        fresh.add(HARBOURTOWN)
        assert knowledge.serialized("nq") == fresh.serialized("nq")


def test_a_store_that_is_closed_twice_stays_closed(tmp_path: Path) -> None:
    knowledge = open_knowledge(tmp_path / "store")
    knowledge.add(HARBOURTOWN)
    knowledge.close()
    knowledge.close()
    with pytest.raises(StoreClosed):
        knowledge.query("ASK {}")


def test_a_disk_that_is_full_when_the_store_is_closed_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    told, trouble = started(FILL_THE_DISK_BEFORE_CLOSING, tmp_path / "store").communicate()
    assert "cannot be written" in told, trouble
    assert told.count("\n") == 1
    for reading in (True, False):
        store = Store(tmp_path / "store", reading=reading)
        assert store.triples("urn:one") == {ONE}
        assert store.triples("urn:many") == set(MANY)
        store.close()


def test_what_went_wrong_first_is_told_when_closing_goes_wrong_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from parley.graph.errors import StoreUnwritable

    def full(self: Store) -> None:
        raise StoreUnwritable(self.where, "No space left on device")

    monkeypatch.setattr(Store, "close", full)
    with pytest.raises(KeyboardInterrupt), open_knowledge(tmp_path / "store"):
        raise KeyboardInterrupt
    with pytest.raises(StoreUnwritable), open_knowledge(tmp_path / "other"):
        pass


def test_a_program_that_only_reads_writes_nothing_out(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(HARBOURTOWN)
    reading = "import sys, resource\nfrom parley.graph.knowledge import open_knowledge\n"
    reading += "with open_knowledge(sys.argv[1], create=False) as k:\n"
    reading += "  resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); print(len(k.sources()))"
    done = subprocess.run(
        [sys.executable, "-c", reading, str(tmp_path / "store")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr
