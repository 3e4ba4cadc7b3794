"""The arrows between the rooms: who may import whom, held as data and checked in every module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "ontology": set(),
    "graph": {"ontology"},
    "loaders": {"graph", "ontology"},
    "queries": {"graph", "ontology"},
    "evaluation": {"graph", "loaders", "ontology"},
    "review": {"graph", "loaders", "ontology"},
    "parley": {"ontology", "graph", "loaders", "queries", "evaluation", "review"},
}
FLOORS: dict[str, tuple[tuple[str, ...], ...]] = {
    "loaders/news": (
        ("lexicons",),
        ("text", "values"),
        ("language",),
        ("names", "voices"),
        ("cast",),
        ("standing",),
        ("posts", "acts"),
        ("events",),
        ("entering",),
        ("extract",),
    ),
    "graph": (
        ("errors", "records", "identifiers", "files", "kinds", "ntriples", "country_codes"),
        ("engine",),
        ("writing", "matching"),
        ("identity",),
        ("changing",),
        ("knowledge",),
        ("reading",),
        ("content",),
        ("history",),
        ("explorer",),
    ),
}
"""The rooms inside a room, from the ground up: each imports only from floors below its own."""
ALONE = {"errors", "records", "identifiers", "files", "kinds", "ntriples", "country_codes"}
"""Modules on the ground floor of the graph, which may use one another."""
STARTED = {"parley.__main__", "parley.loaders.news.lexicons.make_countries"}
"""Modules that nothing imports: they are run."""
FORBIDDEN: dict[str, set[str]] = {
    "loaders": {"rdflib", "pyoxigraph", "requests", "socket"},
    "queries": {"pyoxigraph", "click", "rich"},
    "evaluation": {"rdflib", "pyoxigraph", "click", "rich"},
    "review": {"pyoxigraph", "click", "rich", "spacy"},
    "graph": {"click", "spacy"},
    "ontology": {"click", "spacy"},
}
"""Libraries that have no place in a room."""
ASKS = {"loaders/web.py", "loaders/llm/transport.py"}
"""Modules of the loaders that use the network: one fetches the address that a user gave, one asks the model there."""
PRINTS = {"parley"}
"""Rooms whose modules may print."""
MODULES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports; relative ones start with ``parley.``."""
    package = [*path.relative_to(ROOT).parent.parts]
    package = package if package[0] == "parley" else ["parley", *package]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            dotted = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{dotted}.{alias.name}" for alias in node.names)


@each_module
def test_a_room_imports_only_the_rooms_below_it(path: Path):
    room = room_of(path)
    for name in imported(path):
        first, *rest = name.split(".")
        target = rest[0] if first == "parley" and rest and rest[0] in MAY_IMPORT else None
        assert target is None or target == room or target in MAY_IMPORT[room], f"{path} imports {name}"


def dotted(path: Path) -> str:
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join(parts if parts[0] == "parley" else ["parley", *parts])


def known(name: str, names: set[str]) -> str:
    """The module that an imported name stands for: itself, or the module that it is taken from."""
    return name if name in names else name.rpartition(".")[0]


def arrows() -> dict[str, set[str]]:
    """Every module of ours with those that it imports, wherever the import stands."""
    names = {dotted(path) for path in MODULES}
    return {
        dotted(path): {known(name, names) for name in imported(path)} & names - {dotted(path)}
        for path in MODULES
        if path.name != "__init__.py"
    }


@pytest.mark.parametrize("house", FLOORS)
def test_inside_a_room_no_import_runs_up_or_along_a_floor(house: str):
    start = ".".join(["parley", *house.split("/")])
    floor = {room: number for number, rooms in enumerate(FLOORS[house]) for room in rooms}
    upward = []
    for module, targets in arrows().items():
        for target in targets:
            if module.startswith(f"{start}.") and target.startswith(f"{start}."):
                own, other = (name.removeprefix(f"{start}.").split(".")[0] for name in (module, target))
                fine = own == other or floor[other] < floor[own] or {own, other} <= ALONE
                upward += [] if fine else [f"{module} imports {target}"]
    assert not upward


@pytest.mark.parametrize("house", FLOORS)
def test_every_room_inside_a_room_has_its_floor(house: str):
    here = {path.stem for path in (ROOT / house).iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert here - {"__init__"} == {room for rooms in FLOORS[house] for room in rooms}


def test_no_modules_import_one_another_in_a_circle():
    from graphlib import CycleError, TopologicalSorter

    circle: list[str] = []
    try:
        TopologicalSorter(arrows()).prepare()
    except CycleError as error:
        circle = error.args[1]
    assert not circle, " -> ".join(circle)


def test_every_module_is_imported_by_another_or_run():
    used = set().union(*arrows().values())
    for path in MODULES:
        if path.name == "__init__.py":
            used |= {known(name, {dotted(path) for path in MODULES}) for name in imported(path)}
    assert {dotted(path) for path in MODULES if path.name != "__init__.py"} - used == STARTED


def test_only_the_engine_names_the_store_of_pyoxigraph():
    naming = {
        path.relative_to(ROOT).parent.as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr == "engine")
        or (
            isinstance(node, ast.Attribute) and node.attr == "Store" and ast.unparse(node.value) in ("ox", "pyoxigraph")
        )
        or (
            isinstance(node, ast.ImportFrom) and node.module == "pyoxigraph" and "Store" in {a.name for a in node.names}
        )
    }
    assert naming == {"graph/engine"}


@each_module
def test_a_room_leaves_alone_the_libraries_of_others(path: Path):
    assert not {name.split(".")[0] for name in imported(path)} & FORBIDDEN.get(room_of(path), set())


@pytest.mark.parametrize("path", sorted((ROOT / "loaders").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_of_the_loaders_only_two_use_the_network(path: Path):
    uses = {name.split(".")[0] for name in imported(path)} & {"httpx", "urllib3", "http", "ssl"}
    assert not uses or path.relative_to(ROOT).as_posix() in ASKS


@each_module
def test_between_rooms_imports_are_relative(path: Path):
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
    absolute = {module.split(".")[0] for module in modules}
    assert "parley" not in absolute


@each_module
def test_only_the_command_line_prints(path: Path):
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    printing = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
    assert room_of(path) in PRINTS or not printing


def test_every_folder_with_modules_is_a_package_that_is_installed():
    import tomllib

    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = set(listed["tool"]["setuptools"]["packages"])
    checked = set(listed["tool"]["mypy"]["packages"])  # mypy finds what lies inside a room by itself
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in MODULES}
    found = {name if name.startswith("parley") else f"parley.{name}" for name in found}
    assert found == packages
    assert checked == {name for name in packages if name.count(".") <= 1}


def test_the_version_is_told_once_more_in_the_same_words():
    import tomllib

    from parley import __version__

    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert listed["project"]["version"] == __version__
