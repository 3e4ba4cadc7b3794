"""What is built from the sources holds what it needs, no more, and runs from anywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
ROOMS = ("ontology", "graph", "loaders", "queries", "evaluation", "review")
DATA = {".rq", ".ttl", ".yaml", ".html", ".js", ".css", ".jsonld", ".json", ".md"}


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel, built in a copy: a build leaves things beside the sources."""
    work = tmp_path_factory.mktemp("build")
    left_out = shutil.ignore_patterns(".*", "build", "dist", "out", "*.egg-info", "__pycache__", "parley-store")
    shutil.copytree(ROOT, work / "copy", ignore=left_out)
    builder = work / "builder"
    venv.create(builder, with_pip=True)
    python = builder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--only-binary=:all:", "build", cwd=work)
    run(python, "-m", "build", "--outdir", work / "dist", work / "copy", cwd=work)
    return work / "dist"


def wheel_files(built: Path) -> set[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_holds_every_module_and_data_file_of_the_rooms(built: Path):
    inside = wheel_files(built)
    for room in ROOMS:
        for path in (ROOT / room).rglob("*"):
            if path.suffix in {".py", *DATA} and "__pycache__" not in path.parts:
                assert f"parley/{path.relative_to(ROOT)}" in inside


def test_the_wheel_holds_nothing_but_the_package_and_its_licences(built: Path):
    inside = wheel_files(built)
    assert {name.split("/")[0] for name in inside if ".dist-info" not in name} == {"parley"}
    assert not [name for name in inside if name.endswith(".txt") and ".dist-info" not in name]
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert any(name.endswith("licenses/LICENSE-DATA") for name in inside)


def test_the_sdist_holds_no_article_and_no_build(built: Path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        inside = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"} <= inside
    assert not [name for name in inside if name.split("/")[0] in {"out", "build", "benchmarks", "examples"}]


def test_the_wheel_installs_from_wheels_alone_and_runs_elsewhere(built: Path, tmp_path: Path):
    home, elsewhere = tmp_path / "venv", tmp_path / "elsewhere"
    elsewhere.mkdir()
    venv.create(home, with_pip=True)
    run(home / "bin" / "python", "-m", "pip", "install", "--quiet", "--only-binary=:all:", next(built.glob("*.whl")),
        cwd=elsewhere)  # fmt: skip
    assert run(home / "bin" / "parley", "--version", cwd=elsewhere).startswith("parley, version ")
    assert "heads" in run(home / "bin" / "parley", "ask", cwd=elsewhere)
    assert "build" in run(home / "bin" / "python", "-m", "parley", "--help", cwd=elsewhere)
    if sys.platform != "win32":
        (elsewhere / "talks.txt").write_text(
            "Ruritania Offers Truce\nRuritania offered a truce to Syldavia, Ada Novak said on Monday.\n",
            encoding="utf-8",
        )
        run(home / "bin" / "parley", "build", "talks.txt", cwd=elsewhere)
        assert "talks" in run(home / "bin" / "parley", "sources", "--format", "csv", cwd=elsewhere)
