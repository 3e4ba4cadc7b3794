"""What is built from the sources holds what it needs, no more, and runs from anywhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from email import message_from_bytes
from email.message import Message
from importlib.metadata import version
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
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", work / "dist", work / "copy", cwd=work)
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


def test_both_tell_the_licences_and_the_versions_of_python(built: Path):
    metadata = [member(path, "METADATA" if path.suffix == ".whl" else "PKG-INFO") for path in built.iterdir()]
    assert len(metadata) == 2
    for told in metadata:
        assert told["License-Expression"] == "Apache-2.0 AND CC-BY-4.0"
        assert set(told.get_all("License-File", [])) == {"LICENSE", "LICENSE-DATA"}
        classifiers = told.get_all("Classifier", [])
        for minor in (11, 12, 13):
            assert f"Programming Language :: Python :: 3.{minor}" in classifiers
        assert any(classifier.startswith("Operating System :: ") for classifier in classifiers)
        assert "example" not in "".join(told.get_all("Project-URL", []))


def member(path: Path, name: str) -> Message:
    """The metadata in a wheel or an sdist."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            inside = next(one for one in wheel.namelist() if one.endswith(f".dist-info/{name}"))
            return message_from_bytes(wheel.read(inside))
    with tarfile.open(path) as sdist:
        inside = min((one for one in sdist.getnames() if one.endswith(f"/{name}")), key=len)
        file = sdist.extractfile(inside)
        assert file is not None
        return message_from_bytes(file.read())


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that was empty before the wheel was installed, at the tested versions."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", with_pip=True)
    pins = re.findall(r"^(\S+==.+?) \\$", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    (home / "constraints.txt").write_text("\n".join(pins), encoding="utf-8")
    run(home / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", "--only-binary=:all:",
        "--constraint", home / "constraints.txt", next(built.glob("*.whl")), cwd=home)  # fmt: skip
    return home / "venv" / "bin"


def test_the_example_of_the_readme_prints_what_it_shows(installed: Path, tmp_path: Path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    [example] = re.findall(r"^```console\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    commands = re.findall(r"^\$ (parley (?:build|ask) .*)$", example, re.MULTILINE)
    assert len(commands) == 2
    blocks = [f"$ {command}\n{printed(installed / 'parley', command, tmp_path)}" for command in commands]
    assert "\n".join(blocks) == example


def printed(parley: Path, command: str, folder: Path) -> str:
    """What the command prints in the folder, both streams as a terminal shows them."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"} | {"PYTHONPATH": ""}
    done = subprocess.run(
        [parley, *shlex.split(command)[1:]], cwd=folder, env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", check=True,
    )  # fmt: skip
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n"


def test_the_wheel_installs_from_wheels_alone_and_runs_elsewhere(installed: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert run(installed / "parley", "--version", cwd=elsewhere).split()[-1] == version("parley-kg")
    assert "heads" in run(installed / "parley", "ask", cwd=elsewhere)
    assert "build" in run(installed / "python", "-m", "parley", "--help", cwd=elsewhere)
    if sys.platform != "win32":
        (elsewhere / "talks.txt").write_text(
            "Ruritania Offers Truce\nRuritania offered a truce to Syldavia, Ada Novak said on Monday.\n",
            encoding="utf-8",
        )
        run(installed / "parley", "build", "talks.txt", cwd=elsewhere)
        assert "talks" in run(installed / "parley", "sources", "--format", "csv", cwd=elsewhere)
