"""Whatever stops a build, what it told as added is there whole, and the next build goes on."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parley.graph.knowledge import open_knowledge

CHECKOUT = Path(__file__).resolve().parents[2]
SENTENCES = 40
ARTICLE = (
    "Ruritania Offers Syldavia a Truce\n"
    "Ruritania’s foreign minister Ada Novak said on Monday that Ruritania had offered Syldavia a truce of {0} hours.\n"
)


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "parley", "build", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def datasets(folder: Path, count: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        said = "".join(f'<http://e.org/{number}> <http://e.org/p> "{n}" .\n' for n in range(SENTENCES))
        (folder / f"d{number:03}.ttl").write_text(said, encoding="utf-8")


def articles(folder: Path, count: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"t{number:03}.txt").write_text(ARTICLE.format(number + 2), encoding="utf-8")


def heard(process: subprocess.Popen[str], *, lines: int, seconds: float = 0.0) -> list[str]:
    """Return the first lines that a build tells, and wait that much longer for another."""
    assert process.stderr is not None
    told = [process.stderr.readline() for _ in range(lines)]
    select.select([process.stderr], [], [], seconds)
    return told


def added(told: list[str]) -> set[str]:
    return {line.split()[1].rstrip(":") for line in told if line.startswith(("added", "unchanged"))}


def whole(store: Path, told: set[str]) -> set[str]:
    """What is there are whole sources, and among them those that were told; return their ids."""
    with open_knowledge(store, create=False) as knowledge:
        ids = {entry.id for entry in knowledge.sources()}
        assert told <= ids
        assert {knowledge.size(id) for id in ids if id.startswith("d")} <= {SENTENCES}
        subjects = knowledge.query("SELECT DISTINCT ?s { ?s <http://e.org/p> ?o }")
        assert {int(str(row["s"]).rpartition("/")[2]) for row in subjects} == {
            int(id[1:]) for id in ids if id.startswith("d")
        }
    return ids


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(15))
def test_a_build_that_is_killed_leaves_what_it_has_told(seed: int, tmp_path: Path) -> None:
    chosen = random.Random(seed)
    datasets(tmp_path / "f", 40)
    for _ in range(2):
        build = started(tmp_path, "f")
        told = heard(build, lines=chosen.randrange(1, 30), seconds=chosen.random() / 50)
        build.send_signal(signal.SIGKILL)
        told += build.communicate()[1].splitlines()
        ids = whole(tmp_path / "parley-store", added(told))
    last = started(tmp_path, "f").communicate()[1]
    assert f"unchanged {max(ids)}" in last
    assert len(whole(tmp_path / "parley-store", added(last.splitlines()))) == 40


@pytest.mark.slow
def test_a_build_of_articles_that_is_killed_leaves_what_it_has_told(tmp_path: Path) -> None:
    articles(tmp_path / "f", 12)
    build = started(tmp_path, "f")
    told = heard(build, lines=4, seconds=0.05)
    build.send_signal(signal.SIGKILL)
    told += build.communicate()[1].splitlines()
    ids = whole(tmp_path / "parley-store", added(told))
    assert 3 <= len(ids) < 12
    last = started(tmp_path, "f").communicate()[1].splitlines()
    assert sum(line.startswith("unchanged") for line in last) == len(ids)
    assert len(whole(tmp_path / "parley-store", added(last))) == 12


def test_a_second_build_at_the_same_time_is_told_to_wait(tmp_path: Path) -> None:
    datasets(tmp_path / "f", 200)
    os.mkfifo(tmp_path / "f" / "wait.ttl")
    first = started(tmp_path, "f")
    heard(first, lines=3)
    second = started(tmp_path, "f")
    _, told = second.communicate()
    assert second.returncode == 1
    assert told.splitlines()[1:] == [
        "parley: parley-store: another program has this knowledge open; wait until it ends, or work on a copy"
    ]
    (tmp_path / "f" / "wait.ttl").write_text("<http://e.org/200> <http://e.org/p> 1 .", encoding="utf-8")
    _, told = first.communicate()
    assert first.returncode == 0, told


def test_an_interrupted_build_is_one_line(tmp_path: Path) -> None:
    datasets(tmp_path / "f", 5)
    os.mkfifo(tmp_path / "f" / "wait.ttl")
    build = started(tmp_path, "f")
    told = heard(build, lines=6)
    build.send_signal(signal.SIGINT)
    assert build.communicate()[1].split() == ["parley:", "stopped"]  # after the line break that ends ^C
    assert build.returncode == 130
    assert len(whole(tmp_path / "parley-store", added(told))) == 5


@contextmanager
def small_disk(where: Path, options: str) -> Iterator[Path]:
    """A disk in memory, mounted for as long as it is needed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a disk needs Linux and root")
    where.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", where], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip(f"mounting is not permitted here: {mounted.stderr.decode().strip()}")
    try:
        yield where
    finally:
        subprocess.run(["umount", where], check=True)


@pytest.mark.slow
@pytest.mark.root
def test_a_full_disk_is_one_line_and_leaves_what_was_told(tmp_path: Path) -> None:
    datasets(tmp_path / "f", 3000)
    with small_disk(tmp_path / "disk", "size=2m") as disk:
        build = started(tmp_path, "f", "--store", str(disk / "store"))
        _, said = build.communicate()
        told = said.splitlines()
        assert build.returncode == 1
        assert told[-1].startswith(f"parley: {disk}/store: cannot be written (")
        assert told[-1].endswith("check its permissions and the free space")
        assert all(line.startswith("added") for line in told[1:-1])
        subprocess.run(["mount", "-o", "remount,size=100m", disk], check=True)
        whole(disk / "store", added(told))
        after = started(tmp_path, "f/d00*.ttl", "--store", str(disk / "store"))
        assert after.communicate()[1]
        assert after.returncode == 0


@pytest.mark.root
@pytest.mark.parametrize("made_before", [True, False])
def test_a_read_only_disk_is_one_line(made_before: bool, tmp_path: Path) -> None:
    datasets(tmp_path / "f", 2)
    with small_disk(tmp_path / "disk", "size=20m") as disk:
        if made_before:
            started(tmp_path, "f/d000.ttl", "--store", str(disk / "store")).communicate()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        build = started(tmp_path, "f", "--store", str(disk / "store"))
        told = build.communicate()[1].splitlines()
        assert build.returncode == 1
        assert len(told) == 2
        assert told[1].startswith(f"parley: {disk}/store: cannot be written (")
