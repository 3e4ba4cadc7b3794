"""Many articles: whoever reads them, the graph is the same, troubles are told alike, and no process is left over."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import parley
from parley.building import build_sources
from parley.given import Given
from parley.graph.errors import NotEnglish, ParleyError, SourceIdTaken, SourcesUnread, UnreadableSource, WorkersLost
from parley.workers import Crew, worth

from .conftest import Run
from .test_faults import articles, heard, started

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "f"
    articles(where, 12)
    return where


def told(knowledge: parley.Workspace, *sources: object, **options: Any) -> list[str]:
    lines: list[str] = []
    build_sources(knowledge.knowledge, [str(source) for source in sources], Given(), lines.append, **options)
    return lines


def graph_of(folder: Path, **options: Any) -> bytes:
    with parley.open() as talks:
        assert len(talks.read(folder, **options)) == len(list(folder.iterdir()))
        return talks.knowledge.serialized("nq")


class Recorded(Executor):
    """Does what it is given when its result is asked for, the last first, and counts how much waits."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        assert not kwargs
        pickle.loads(pickle.dumps((fn, args)))
        future = _Asked(self)
        self.waiting.append((future, fn, args))
        self.most = max(self.most, len(self.waiting))
        return future

    def work(self) -> None:
        while self.waiting:
            future, function, arguments = self.waiting.pop()
            try:
                future.set_result(pickle.loads(pickle.dumps(function(*arguments))))
            except ParleyError as error:
                future.set_exception(pickle.loads(pickle.dumps(error)))


class _Asked(Future[Any]):
    def __init__(self, by: Recorded) -> None:
        super().__init__()
        self._by = by

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._by.work()
        return super().exception(timeout)


class Lost(Executor):
    """Loses the third task while others wait, as a cluster does whose machine goes away."""

    def __init__(self, error: BaseException | None) -> None:
        self._error = error
        self.tasks: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future() if len(self.tasks) != 2 else _Losing(self._error)
        self.tasks.append(future)
        if len(self.tasks) < 3:
            future.set_result(fn(*args))
        return future


class _Losing(Future[Any]):
    def __init__(self, error: BaseException | None) -> None:
        super().__init__()
        self._error = error

    def exception(self, timeout: float | None = None) -> BaseException | None:
        if self._error:
            self.set_exception(self._error)
        else:
            self.cancel()
        return super().exception(timeout)


def test_the_graph_is_the_same_whoever_reads(folder: Path):
    alone = graph_of(folder, jobs=1)
    with ThreadPoolExecutor(3) as threads:
        assert graph_of(folder, executor=threads) == alone
        assert threads.submit(int).result() == 0  # it is still open
    assert graph_of(folder, executor=Recorded()) == alone
    assert graph_of(folder, jobs=2) == alone


def test_what_is_in_flight_is_bounded(tmp_path: Path):
    articles(tmp_path / "f", 300)
    for path in list((tmp_path / "f").iterdir())[2:]:
        path.write_text("Nothing was said in the town on that day, and nobody asked.", encoding="utf-8")
    executor = Recorded()
    executor._max_workers = 2  # type: ignore[attr-defined]  # as those of the standard library have it
    with parley.open() as talks:
        assert len(told(talks, tmp_path / "f", executor=executor)) == 300
    assert 2 <= executor.most <= 16


def test_what_is_held_is_not_read_again(folder: Path, tmp_path: Path):
    executor = Recorded()
    with parley.open(tmp_path / "store") as talks:
        told(talks, folder / "t00*.txt", jobs=1)
        lines = told(talks, folder, executor=executor)
        assert lines[:10] == [f"unchanged t00{number}" for number in range(10)]
        assert [line.partition(":")[0] for line in lines[10:]] == ["added t010", "added t011"]
    assert executor.most == 2


def test_bad_articles_are_told_as_when_they_are_read_one_by_one(folder: Path):
    (folder / "t003.txt").write_bytes(b"caf\x81")
    (folder / "t005.txt").write_text("Это текст о переговорах, а не статья по-английски", encoding="utf-8")
    (folder / "t007.txt").write_text("---\npublished: someday\n---\nThey met in May.", encoding="utf-8")
    (folder / "t008.ttl").write_text("<http://e.org/1> <http://e.org/p> 1 .", encoding="utf-8")
    with parley.open() as one, parley.open() as other, parley.open() as third:
        alone = told(one, folder, jobs=1)
        assert sum(line.startswith("parley: ") for line in alone) == 3
        assert told(other, folder, executor=Recorded()) == alone
        assert told(third, folder, jobs=2) == alone
        assert other.knowledge.serialized("nq") == one.knowledge.serialized("nq")


def test_two_sources_of_one_id_are_settled_in_their_order(folder: Path):
    (folder / "t003.txt").write_text("---\nid: t001\n---\nThey met in May, he said.", encoding="utf-8")
    (folder / "t004.txt").write_text("---\nid: t001\n---\n" + (folder / "t001.txt").read_text(), encoding="utf-8")
    with parley.open() as one, parley.open() as other:
        alone = told(one, folder, jobs=1)
        assert alone[4] == "unchanged t001"
        assert told(other, folder, executor=Recorded()) == alone
        assert other.knowledge.serialized("nq") == one.knowledge.serialized("nq")
        assert [(s.id, s.origin) for s in other.sources()] == [(s.id, s.origin) for s in one.sources()]


def test_a_model_that_cannot_be_used_ends_the_run_in_one_line(run: Run, folder: Path, tmp_path: Path):
    (tmp_path / "model").mkdir()
    built = run("build", "f", "--jobs", "2", "--model", tmp_path / "model")
    assert built.code == 1
    *_, trouble = built.err.splitlines()
    assert len(built.err.splitlines()) == 2
    assert trouble.startswith(f"parley: language model {tmp_path}/model: ")


@pytest.mark.parametrize("error", [RuntimeError("3 workers\n died"), None])
def test_a_task_that_an_executor_loses_is_one_line_and_what_was_added_stays(error: RuntimeError | None, folder: Path):
    executor = Lost(error)
    with parley.open() as talks:
        with pytest.raises(WorkersLost) as lost:
            talks.read(folder, executor=executor)
        assert [entry.id for entry in talks.sources()] == ["t000", "t001"]
        first, second, third = talks.read(folder)[:3]
        assert (first, second) == ("unchanged t000", "unchanged t001")
        assert third.startswith("added t002: 3 statements; no acts: no side is named")
    assert ("RuntimeError: 3 workers died" if error else "CancelledError") in str(lost.value)
    assert "\n" not in str(lost.value)
    assert executor.tasks[-1].cancelled()


def test_the_engine_writes_its_buffers_out_rather_than_keep_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("parley.graph.engine.opening._SHARE", 10**9)  # snapshots write them out too: one at the end
    tables = []
    for buffered in (10_000_000, 10_000):
        monkeypatch.setattr("parley.graph.engine.store._BUFFERED", buffered)
        with parley.open(tmp_path / str(buffered)) as talks:
            talks.read(folder)
            tables.append(len(list((tmp_path / str(buffered)).glob("*.sst"))))
    assert tables[0] < tables[1]


def test_errors_come_whole_out_of_a_worker():
    for error in (
        UnreadableSource("a.txt", "it is empty"),
        NotEnglish("a", "Finnish"),
        SourceIdTaken("a", taken_by="b", origin="c"),
        SourcesUnread(["one", "two"]),
        WorkersLost("why"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert (str(again), vars(again)) == (str(error), vars(error))


def test_processes_are_started_only_where_there_is_enough_to_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("parley.workers._cores", lambda: 4)
    assert [worth(number) for number in (0, 1, 15, 16, 31, 1000)] == [1, 1, 1, 2, 3, 4]


# ---------------------------------------------------------------------- processes that end


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a build has started to read with."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            command = (path.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == process.pid and b"spawn_main" in command:
            found.append(int(path.parent.name))
    return found


def gone(pids: list[int], *, seconds: float = 10) -> bool:
    """Whether processes end within a time."""
    until = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > until:
            return False
        os.sched_yield()
    return True


@pytest.fixture
def building(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A build in the middle of many articles, read by two processes."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked up in /proc")
    articles(tmp_path / "f", 400)
    build = started(tmp_path, "f", "--jobs", "2")
    heard(build, lines=3)
    yield build
    build.kill()
    build.communicate()


def finishes(tmp_path: Path) -> None:
    """The next build goes on: nothing half written, and all there in the end."""
    with parley.open(tmp_path / "parley-store", create=False) as talks:
        there = len(talks.sources())
    assert 2 <= there < 400
    with parley.open(tmp_path / "parley-store") as talks:
        lines = talks.read(*(str(tmp_path / "f" / f"t{number:03}.txt") for number in range(there + 3)), jobs=1)
    assert sum(line.startswith("unchanged") for line in lines) == there
    assert sum(line.startswith("added") for line in lines) == 3


def test_a_worker_that_is_killed_ends_the_run_in_one_line(building: subprocess.Popen[str], tmp_path: Path):
    pids = workers_of(building)
    assert len(pids) == 2
    os.kill(pids[0], signal.SIGKILL)
    said = building.communicate()[1].splitlines()
    assert building.returncode == 1
    assert said[-1].startswith("parley: the workers cannot go on (one was killed")
    assert all(line.startswith("added") for line in said[:-1])
    assert gone(pids)
    finishes(tmp_path)


def test_an_interrupted_build_ends_all_its_workers(building: subprocess.Popen[str], tmp_path: Path):
    pids = workers_of(building)
    for pid in [building.pid, *pids]:  # a terminal sends it to all of them
        os.kill(pid, signal.SIGINT)
    said = building.communicate()[1]
    assert building.returncode == 130
    assert [line for line in said.splitlines() if line and not line.startswith("added")] == ["parley: stopped"]
    assert gone(pids)
    finishes(tmp_path)


def test_a_killed_build_leaves_no_workers(building: subprocess.Popen[str], tmp_path: Path):
    pids = workers_of(building)
    assert len(pids) == 2
    building.kill()
    assert gone(pids)
    building.wait()
    finishes(tmp_path)


def test_a_script_needs_no_guard_and_is_run_once(folder: Path, tmp_path: Path):
    script = tmp_path / "script.py"
    script.write_text(
        'import parley\nprint("run")\nprint(len(parley.build("f", jobs=2).sources()))\n', encoding="utf-8"
    )
    checkout = str(Path(__file__).resolve().parents[2])
    for arguments, stdin in (([str(script)], None), ([], script.read_text(encoding="utf-8"))):
        ran = subprocess.run(
            [sys.executable, *arguments], input=stdin, cwd=tmp_path, env={**os.environ, "PYTHONPATH": checkout},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ran.stdout, ran.stderr) == ("run\n12\n", "")


def test_a_process_is_never_left_after_an_error():
    pids: list[int] = []

    def fail() -> None:
        with Crew(2) as crew:
            pids.append(crew.result(crew.submit(os.getpid)))
            crew.result(crew.submit(divmod, 1, 0))

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gone(pids)
    assert pids != [os.getpid()]


# ---------------------------------------------------------------------- a cluster


def test_a_dask_cluster_reads_them(folder: Path, tmp_path: Path):
    distributed = pytest.importorskip("distributed")
    alone = graph_of(folder, jobs=1)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1",
            local_directory=str(tmp_path / "dask"),
        ) as cluster,
        distributed.Client(cluster) as client,
    ):  # fmt: skip
        assert graph_of(folder, executor=client.get_executor()) == alone
        (folder / "t005.txt").write_text("Это текст о переговорах, а не статья по-английски", encoding="utf-8")
        with (
            parley.open() as talks,
            pytest.raises(SourcesUnread, match="t005: the text does not seem to be in English"),
        ):
            talks.read(folder, executor=client.get_executor())
