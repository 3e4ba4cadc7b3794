"""Whatever stops a writer, the store on disk holds whole sources or nothing of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parley.graph.errors import StoreMissing, StoreUnwritable
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import SourceRecords
from tests.graph.examples import HARBOURTOWN

NOBODY = 65534
CHECKOUT = Path(__file__).resolve().parents[3]
ADD_FOR_EVER = """
import itertools, sys
from parley.graph.knowledge import open_knowledge
from tests.graph.engine.test_crashes import version
with open_knowledge(sys.argv[1]) as knowledge:
    for number in itertools.count():
        knowledge.add(version(number))
        print(number, flush=True)
"""
FILL_THE_DISK = """
import itertools, resource, sys
from parley.graph.errors import StoreUnwritable
from parley.graph.knowledge import open_knowledge
from tests.graph.engine.test_crashes import version
with open_knowledge(sys.argv[1]) as knowledge:
    knowledge.add(version(0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
    try:
        for number in itertools.count(1):
            knowledge.add(version(number))
    except StoreUnwritable as error:
        print(error)
"""


def version(number: int) -> SourceRecords:
    """A source of four, read by a new extractor each time it comes round again."""
    source = replace(HARBOURTOWN.source, id=f"source-{number % 4}", extractor=f"news {number // 4}")
    return replace(HARBOURTOWN, source=source)


def started(program: str, store: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(store)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def assert_whole(knowledge: Knowledge, tmp_path: Path) -> None:
    """Every graph is what building the sources that are there anew would give."""
    with open_knowledge() as fresh:
        for entry in knowledge.sources():
            number = int(entry.id.removeprefix("source-")) + 4 * int(entry.extractor.removeprefix("news "))
            fresh.add(version(number))
        dumps = []
        for opened in (knowledge, fresh):
            opened.dump(tmp_path / "dump.nq")
            dumps.append((tmp_path / "dump.nq").read_bytes())
    assert dumps[0] == dumps[1]


@pytest.mark.parametrize("sources", [1, 4, 9])
def test_killing_the_writer_leaves_whole_sources(sources: int, tmp_path: Path) -> None:
    writer = started(ADD_FOR_EVER, tmp_path / "store")
    assert writer.stdout is not None
    for _ in range(sources):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with open_knowledge(tmp_path / "store", create=False) as knowledge:
        assert len(knowledge.sources()) >= min(sources, 4)
        assert_whole(knowledge, tmp_path)


def test_interrupting_the_writer_leaves_whole_sources(tmp_path: Path) -> None:
    writer = started(ADD_FOR_EVER, tmp_path / "store")
    assert writer.stdout is not None
    for _ in range(5):
        writer.stdout.readline()
    writer.send_signal(signal.SIGINT)
    _, told = writer.communicate()
    assert "KeyboardInterrupt" in told
    with open_knowledge(tmp_path / "store", create=False) as knowledge:
        assert_whole(knowledge, tmp_path)


def test_a_full_disk_is_one_line_of_error_and_leaves_whole_sources(tmp_path: Path) -> None:
    writer = started(FILL_THE_DISK, tmp_path / "store")
    told, trouble = writer.communicate()
    assert "cannot be written" in told, trouble
    assert told.count("\n") == 1
    with open_knowledge(tmp_path / "store", create=False) as knowledge:
        assert_whole(knowledge, tmp_path)


@pytest.fixture
def folder_of_a_user() -> Iterator[Path]:
    """A folder of somebody who is not root, while the test runs as that user: root may write anywhere."""
    with tempfile.TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no users with ids")
def test_a_folder_that_must_not_be_written_is_reported(folder_of_a_user: Path) -> None:
    store = folder_of_a_user / "store"
    open_knowledge(store).close()
    store.chmod(0o500)
    with pytest.raises(StoreUnwritable, match="permissions"):
        open_knowledge(store)


def test_a_change_that_was_interrupted_is_seen_by_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_knowledge() as knowledge:
        knowledge.add(version(0))

        def interrupted(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as during:
            during.setattr("parley.graph.identity.index.IdentityIndex.follow", interrupted)
            with pytest.raises(KeyboardInterrupt):
                knowledge.add(version(1))
        knowledge.add(version(2))
        assert_whole(knowledge, tmp_path)


@pytest.mark.parametrize("left", [["LOG"], ["LOG", "LOCK", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"]])
def test_a_folder_in_which_a_store_was_only_begun_is_one_for_a_new_store(left: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "store"
    open_knowledge(folder).close()
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in left:
            path.unlink()
    shutil.rmtree(folder / "snapshots")
    for name in left:
        (folder / name).touch()
    with pytest.raises(StoreMissing):
        open_knowledge(folder, reading=True)
    with open_knowledge(folder) as knowledge:
        knowledge.add(HARBOURTOWN)
    with open_knowledge(folder, reading=True) as reader:
        assert [entry.id for entry in reader.sources()] == ["harbourtown"]
