"""Kills builds, and readers beside them, at random moments; ends with 1 when anything is lost or half of it is seen.

    python -m benchmarks.kills [--builds 100] [--readers 100] [--articles 40] [--seed 1] FOLDER ...

The shortest articles of the folders are built into a store on disk by `parley build`, which is killed at a random
moment after it has told of the first article that it added; the next build goes on where that one ended, and a store
that is complete is begun anew. Whoever opens the store next, to read or to change it, must at once find what a build of
the first articles leaves, to the byte: of as many as were told of, or more. Beside every other build readers run, one
of which is killed with it; the others must end well and show such a state. Then readers are killed beside no build.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from parley.building import build_sources
from parley.given import Given
from parley.graph.errors import ParleyError
from parley.graph.knowledge import open_knowledge

READERS: Final = (("ask", "heads"), ("view", "-o", "page.html"), ("export", "-o", "graph.nq"))
LONGEST_SECONDS: Final = 4.0
"""So long after its first article a build is killed at the latest, and a reader after its start."""


def digest(data: bytes) -> str:
    """Return what stands for all that is exported of a graph."""
    return hashlib.sha256(data).hexdigest()


def shortest(folders: Iterable[str], count: int, to: Path) -> list[str]:
    """Copy the shortest articles of some folders into one; return their ids in the order in which they are built."""
    found = sorted((path.stat().st_size, path) for folder in folders for path in Path(folder).rglob("*.txt"))
    to.mkdir()
    for number, (_, path) in enumerate(found[:count]):
        shutil.copyfile(path, to / f"a{number:03}.txt")
    return sorted(path.stem for path in to.iterdir())


def states(folder: Path) -> dict[str, int]:
    """Return the digests of what builds of the first articles leave, and of how many articles each is."""
    with open_knowledge() as knowledge:
        found = {digest(knowledge.serialized("nq")): 0}
        for number, path in enumerate(sorted(folder.iterdir()), start=1):
            build_sources(knowledge, [str(path)], Given(), lambda line: None)
            found[digest(knowledge.serialized("nq"))] = number
    return found


class Soak:
    """A store that is built, killed, looked at and built on."""

    def __init__(self, folder: Path, ids: Sequence[str], chance: random.Random) -> None:
        self._folder = folder
        self._store = folder / "store"
        self._ids = ids
        self._states = states(folder / "articles")
        self._chance = chance
        self._stored = 0
        """So many articles were told of, or seen."""
        self.builds = 0
        self.readers = 0
        self.happened: Counter[str] = Counter()
        self.faults: list[str] = []

    def kill_a_build(self, *, beside: bool) -> None:
        """Kill a build after it has added an article, unless it ends before that, and a reader with it."""
        if self._stored == len(self._ids):
            self.begin_anew()
        build = self._started("build", "articles", "--jobs", str(self._chance.choice((1, 2))))
        assert build.stderr is not None
        lines = [next(build.stderr, "")]
        while lines[-1] and not lines[-1].startswith("added"):
            lines.append(next(build.stderr, ""))
        readers = [self._started(*arguments) for arguments in READERS] if beside else []
        seconds = self._chance.random() * LONGEST_SECONDS
        time.sleep(seconds)
        build.kill()
        killed = self._chance.choice(readers or [build])
        killed.kill()
        lines += build.stderr.read().splitlines()
        build.communicate()
        told = [line.split()[1].rstrip(":") for line in lines if line.startswith(("added", "unchanged"))]
        before, self._stored = self._stored, max(self._stored, *(self._ids.index(id) + 1 for id in told), 0)
        was_killed = build.returncode == -signal.SIGKILL
        if not was_killed and build.returncode:
            self.faults.append(f"a build ended with {build.returncode}: {lines[-1]}")
        self.builds += was_killed
        self.happened[f"builds {'killed' if was_killed else 'that had ended'}{', beside readers' * beside}"] += 1
        where = f"a build killed {seconds:.2f} s after its first article, of {self._stored}"
        for reader, arguments in zip(readers, READERS, strict=False):
            self._look_at_reader(reader, arguments, least=before, where=where)
        self.look(where)

    def kill_a_reader(self) -> None:
        """Kill a reader that is alone."""
        arguments = self._chance.choice(READERS)
        reader = self._started(*arguments)
        seconds = self._chance.random() * LONGEST_SECONDS
        time.sleep(seconds)
        reader.kill()
        where = f"{arguments[0]} killed after {seconds:.2f} s"
        self._look_at_reader(reader, arguments, least=self._stored, where=where)
        self.look(where)

    def look(self, where: str) -> None:
        """Open the store, to read or to change it, and note what is wrong with what is there."""
        reading = self._chance.random() < 0.5
        try:
            with open_knowledge(self._store, create=False, reading=reading) as knowledge:
                found = self._states.get(digest(knowledge.serialized("nq")))
                if knowledge.told:
                    self.faults.append(f"after {where}: told {knowledge.told}")
        except ParleyError as error:
            self.faults.append(f"after {where}: {error}")
            return
        self._judge(found, self._stored, where)
        if found is not None:
            self.happened["articles stored, but not yet told of"] += max(found - self._stored, 0)
            self._stored = max(self._stored, found)

    def begin_anew(self) -> None:
        """Begin a new store after the one that is complete, of which no more than one snapshot may be left."""
        if self._store.exists():
            open_knowledge(self._store).close()
            kept = [path for path in (self._store / "snapshots").iterdir() if path.is_dir()]
            if len(kept) != 1:
                self.faults.append(f"{len(kept)} snapshots are left")
            shutil.rmtree(self._store)
        self._stored = 0
        self.happened["stores begun"] += 1

    def _judge(self, found: int | None, least: int, where: str) -> None:
        if found is None:
            self.faults.append(f"after {where}: what is seen is no whole sources")
        elif found < least:
            self.faults.append(f"after {where}: {least - found} articles that were stored are lost")

    def _look_at_reader(
        self, reader: subprocess.Popen[str], arguments: Sequence[str], *, least: int, where: str
    ) -> None:
        _, complaint = reader.communicate()
        if reader.returncode not in (0, -signal.SIGKILL):
            self.faults.append(f"{where}: {arguments[0]} ended with {reader.returncode}: {complaint}")
        was_killed = reader.returncode == -signal.SIGKILL
        self.readers += was_killed
        self.happened[f"readers {'killed' if was_killed else 'that ended'}: {arguments[0]}"] += 1
        written = self._folder / arguments[-1]
        if written.suffix == ".nq" and written.exists():
            self._judge(self._states.get(digest(written.read_bytes())), least, f"{where}, in its export")
        if written.suffix == ".html" and written.exists() and not written.read_bytes().endswith(b"</html>\n"):
            self.faults.append(f"{where}: half a page is left")
        written.unlink(missing_ok=True)

    def _started(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "parley", *arguments, "--store", "store"], cwd=self._folder, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip


def main() -> int:
    """Print what has happened how often, and every fault; return 1 when there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    for name, usual in (("builds", 100), ("readers", 100), ("articles", 40), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ids = shortest(given.folders, given.articles, Path(folder) / "articles")
        soak = Soak(Path(folder), ids, random.Random(given.seed))
        while soak.builds < given.builds and not soak.faults:
            soak.kill_a_build(beside=bool(soak.builds % 2))
        while soak.readers < given.readers and not soak.faults:
            soak.kill_a_reader()
    for what, count in sorted(soak.happened.items()):
        print(f"{count:6} {what}")
    print(*soak.faults or ["nothing lost, no half source seen"], sep="\n")
    return bool(soak.faults)


if __name__ == "__main__":
    raise SystemExit(main())
