"""Any number of programs read a store while one changes it, and none of them ever sees half a source."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from parley.graph.errors import StoreLocked, StoreMissing, StoreReadOnly
from parley.graph.knowledge import Knowledge, open_knowledge
from tests.cli.test_faults import SENTENCES, added, datasets, heard, small_disk, started
from tests.cli.test_stopping import started as begun
from tests.graph.examples import HARBOURTOWN

BEHIND = re.compile(r"A build is running: this shows the store as of source (\d+) of (\d+)\.")
LAST = "<http://e.org/999> <http://e.org/p> 1 ."


def asked(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    process = begun("-m", "parley", *arguments, cwd=folder)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def ids(knowledge: Knowledge) -> set[str]:
    """The sources that are there, of which each is whole."""
    found = {entry.id for entry in knowledge.sources()}
    assert {knowledge.size(id) for id in found} <= {SENTENCES, 1}
    assert len(knowledge.query("SELECT ?s WHERE { ?s <http://e.org/p> ?o }")) == sum(map(knowledge.size, found))
    return found


def held_up(folder: Path, count: int) -> subprocess.Popen[str]:
    """A build that has added so many sources and waits for the last one."""
    datasets(folder / "f", count)
    os.mkfifo(folder / "f" / "wait.ttl")
    build = started(folder, "f")
    told = heard(build, lines=count + 1)
    assert len(added(told)) == count, told
    return build


def let_go(build: subprocess.Popen[str], folder: Path) -> None:
    (folder / "f" / "wait.ttl").write_text(LAST, encoding="utf-8")
    _, told = build.communicate()
    assert build.returncode == 0, told


def space(folder: Path) -> int:
    """What a folder takes on the disk: a file that stands in it under several names once."""
    files = {path.stat().st_ino: path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file()}
    return sum(files.values())


def snapshots(store: Path) -> list[str]:
    return sorted(path.name for path in (store / "snapshots").iterdir() if path.is_dir())


def test_every_command_that_reads_works_beside_a_build(tmp_path: Path) -> None:
    build = held_up(tmp_path, 3)
    (tmp_path / "q.rq").write_text("SELECT ?s { ?s <http://e.org/p> ?o }", encoding="utf-8")
    for command in (
        ("ask", "heads"), ("query", "q.rq"), ("sources",), ("check",), ("export", "-o", "all.nq"),
        ("view", "-o", "all.html"), ("sample", "-o", "rows.csv"),
    ):  # fmt: skip
        done = asked(tmp_path, *command)
        assert done.returncode == 0, done.stderr
    let_go(build, tmp_path)
    assert len(asked(tmp_path, "sources", "--format", "csv").stdout.splitlines()) == 5


def test_what_a_reader_does_not_see_yet_is_told_in_one_line(tmp_path: Path) -> None:
    build = held_up(tmp_path, 200)
    listed = asked(tmp_path, "sources", "--format", "csv")
    told = listed.stderr.splitlines()[1:]
    shown = len(listed.stdout.splitlines()) - 1
    assert 0 <= shown <= 200
    assert told == ([f"A build is running: this shows the store as of source {shown} of 201."] if shown < 200 else [])
    let_go(build, tmp_path)
    last = asked(tmp_path, "sources", "--format", "csv")
    assert last.stderr == "store: parley-store\n"
    assert len(last.stdout.splitlines()) == 202


def test_a_build_beside_many_readers_shows_whole_sources_and_never_fewer(tmp_path: Path) -> None:
    datasets(tmp_path / "f", 150)
    build = started(tmp_path, "f")
    heard(build, lines=3)
    seen: set[str] = set()
    openings = 0
    while build.poll() is None:
        with open_knowledge(tmp_path / "parley-store", reading=True) as one:
            with open_knowledge(tmp_path / "parley-store", reading=True) as other:
                now, then = ids(one), ids(other)
            shown = BEHIND.fullmatch(one.told)
            assert seen <= now <= then
            assert not one.told or (shown is not None and int(shown[1]) == len(now))
            seen, openings = then, openings + 1
    _, complaint = build.communicate()
    assert build.returncode == 0, complaint
    assert openings > 1
    with open_knowledge(tmp_path / "parley-store", reading=True) as last:
        assert (len(ids(last)), last.told) == (150, "")


def test_a_reader_keeps_what_it_has_opened_and_it_is_removed_after_him(tmp_path: Path) -> None:
    datasets(tmp_path / "f", 2)
    assert asked(tmp_path, "build", "f/d000.ttl").returncode == 0
    store = tmp_path / "parley-store"
    with open_knowledge(store, reading=True) as reader:
        assert asked(tmp_path, "build", "f/d001.ttl").returncode == 0
        assert asked(tmp_path, "remove", "d000").returncode == 0
        assert ids(reader) == {"d000"}
        assert len(snapshots(store)) == 2
    assert asked(tmp_path, "build", "f").returncode == 0
    assert len(snapshots(store)) == 1


def test_what_a_workspace_has_read_is_seen_while_it_stays_open(tmp_path: Path) -> None:
    import parley

    datasets(tmp_path / "f", 3)
    with parley.open(tmp_path / "store") as talks:
        for _ in range(2):
            talks.read(tmp_path / "f")
            with parley.open(tmp_path / "store", reading=True) as other:
                assert (len(other.sources()), other.knowledge.told) == (3, "")


def test_what_is_open_for_reading_cannot_be_changed(tmp_path: Path) -> None:
    open_knowledge(tmp_path / "store").close()
    with open_knowledge(tmp_path / "store", reading=True) as reader, pytest.raises(StoreReadOnly, match="reading only"):
        reader.add(HARBOURTOWN)


def test_where_there_is_nothing_to_read_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_knowledge(tmp_path / "none", reading=True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_without_snapshots_gets_one_for_its_first_reader(tmp_path: Path) -> None:
    import shutil

    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(HARBOURTOWN)
    shutil.rmtree(tmp_path / "store" / "snapshots")
    for _ in range(2):
        with open_knowledge(tmp_path / "store", reading=True) as reader:
            assert (len(reader.sources()), reader.told) == (1, "")
    assert snapshots(tmp_path / "store") == ["1"]


def test_what_another_tool_has_written_is_read_and_while_it_writes_the_last_snapshot_is(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(HARBOURTOWN)
    other = ox.Store(str(tmp_path / "store"))
    other.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.NamedNode("urn:c")))
    with open_knowledge(tmp_path / "store", reading=True) as reader:
        assert not reader.query("ASK { <urn:a> ?b ?c }")
        assert "Another program" in reader.told
    with pytest.raises(StoreLocked):
        open_knowledge(tmp_path / "store")
    del other
    with open_knowledge(tmp_path / "store", reading=True) as reader:
        assert reader.query("ASK { <urn:a> ?b ?c }")
        assert reader.told == ""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_after_a_kill_readers_see_all_that_was_told(seed: int, tmp_path: Path) -> None:
    chosen = random.Random(seed)
    store = tmp_path / "parley-store"
    datasets(tmp_path / "f", 120)
    told: set[str] = set()
    for _ in range(4):
        build = started(tmp_path, "f")
        lines = heard(build, lines=chosen.randrange(2, 60), seconds=chosen.random() / 50)
        readers = [begun("-m", "parley", "sources", cwd=tmp_path) for _ in range(2)]
        assert all(lines), lines
        build.send_signal(signal.SIGKILL)
        told |= added(lines + build.communicate()[1].splitlines())
        readers[0].kill()
        _, complaint = readers[1].communicate()
        assert readers[1].returncode == 0, complaint
        readers[0].communicate()
        with open_knowledge(store, reading=True) as reader:
            assert told <= ids(reader)
            assert reader.told == ""
        assert len(snapshots(store)) <= 2
    last = asked(tmp_path, "build", "f")
    assert last.returncode == 0, last.stderr
    with open_knowledge(store, reading=True) as reader:
        assert len(ids(reader)) == 120
    assert len(snapshots(store)) == 1


@pytest.mark.slow
def test_readers_that_are_killed_leave_nothing_behind(tmp_path: Path) -> None:
    chosen = random.Random(1)
    datasets(tmp_path / "f", 60)
    build = started(tmp_path, "f")
    heard(build, lines=2)
    while build.poll() is None:
        readers = [begun("-m", "parley", "sources", cwd=tmp_path) for _ in range(3)]
        for reader in readers:
            assert reader.stderr is not None
            for _ in range(chosen.randrange(2)):
                reader.stderr.readline()
            reader.kill()
            reader.communicate()
    _, complaint = build.communicate()
    assert build.returncode == 0, complaint
    datasets(tmp_path / "f", 61)
    assert asked(tmp_path, "build", "f").returncode == 0
    assert len(snapshots(tmp_path / "parley-store")) == 1


@pytest.mark.slow
def test_the_store_takes_little_more_room_than_what_it_holds(tmp_path: Path) -> None:
    store = tmp_path / "store"
    with open_knowledge(store) as knowledge:
        for number in range(120):
            knowledge.add(HARBOURTOWN.__class__(_named(f"s{number}"), HARBOURTOWN.records))
    for number in range(120, 125):
        with open_knowledge(store) as knowledge:
            knowledge.add(HARBOURTOWN.__class__(_named(f"s{number}"), HARBOURTOWN.records))
    taken = space(store)
    engine = ox.Store(str(store))
    engine.optimize()
    engine.backup(str(tmp_path / "best"))
    assert taken <= 1.3 * space(tmp_path / "best")


def _named(id: str):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(HARBOURTOWN.source, id=id)


@pytest.mark.root
@pytest.mark.parametrize("killed", [False, True])
def test_a_store_on_a_read_only_disk_is_read_whole(killed: bool, tmp_path: Path) -> None:
    datasets(tmp_path / "f", 100)
    with small_disk(tmp_path / "disk", "size=50m") as disk:
        build = started(tmp_path, "f", "--store", str(disk / "store"))
        told = heard(build, lines=80)
        if killed:
            build.kill()
        told += build.communicate()[1].splitlines()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        listed = asked(tmp_path, "sources", "--format", "csv", "--store", disk / "store")
        assert listed.returncode == 0, listed.stderr
        assert len(listed.stderr.splitlines()) == 1
        assert added(told) <= {line.split(",")[0] for line in listed.stdout.splitlines()}
        (tmp_path / "q.rq").write_text("ASK { ?s <http://e.org/p> ?o }", encoding="utf-8")
        assert asked(tmp_path, "query", "q.rq", "--store", disk / "store").stdout == "yes\n"


@pytest.mark.slow
@pytest.mark.root
def test_a_store_on_a_full_disk_is_read_whole(tmp_path: Path) -> None:
    datasets(tmp_path / "f", 3000)
    with small_disk(tmp_path / "disk", "size=3m") as disk:
        build = started(tmp_path, "f", "--store", str(disk / "store"))
        told = build.communicate()[1].splitlines()
        assert build.returncode == 1
        with pytest.raises(OSError, match="No space"):
            (disk / "rest").write_bytes(bytes(10_000_000))
        listed = asked(tmp_path, "sources", "--format", "csv", "--store", disk / "store")
        assert listed.returncode == 0, listed.stderr
        assert added(told) <= {line.split(",")[0] for line in listed.stdout.splitlines()}
        assert len(listed.stderr.splitlines()) == 1
