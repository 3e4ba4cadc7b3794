"""What of a graph is to be checked: what has changed since it last passed the same rules, or everything.

What a source says is checked by itself; whether questions read it, at each node that a change has touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from rdflib import URIRef

from ...ontology.terms import PARLEY
from ..engine.passes import Passes
from .audit import Problem, check_canonical, source_graphs

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_ROOM: Final = __package__.partition(".graph")[0]
_RULES: Final = (f"{_ROOM}.ontology", f"{_ROOM}.graph.identity", f"{_ROOM}.graph.reading")
"""Where the rules stand: vocabulary, shapes, and the modules that put them to a graph."""
_CANONICAL: Final = f"SELECT ?node ?canonical WHERE {{ GRAPH ?graph {{ ?node <{PARLEY.canonical}> ?canonical }} }}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be checked, and what has passed already."""

    graphs: tuple[str, ...]
    """The graphs of the sources to check."""
    passed: frozenset[str]
    """The IRIs of the other sources."""
    nodes: frozenset[str] | None
    """What to compare besides these sources, of what questions read; None for everything."""


def plan_check(knowledge: Knowledge, *, everything: bool) -> Plan:
    """Return what is to be checked."""
    graphs, passes = source_graphs(knowledge), knowledge.passes()
    if everything or passes.rules != rules():
        return Plan(tuple(graphs), frozenset(), None)
    passed = {graph for graph in graphs if _source(graph) in passes.sources}
    left = tuple(graph for graph in graphs if graph not in passed)
    return Plan(left, frozenset(map(_source, passed)), passes.changed)


def check_reading(knowledge: Knowledge, plan: Plan) -> tuple[Problem, ...]:
    """Tell where questions do not read what the sources say, as far as that is to be checked."""
    if plan.nodes is None:
        return check_canonical(knowledge)
    drift = knowledge.drift(sources=map(_source, plan.graphs), nodes=sorted(plan.nodes))
    return check_canonical(knowledge, drift)


def keep_passed(knowledge: Knowledge, plan: Plan, graphs: Iterable[str], misread: Iterable[Problem]) -> None:
    """Let the store remember, if it can be written, that the sources of these graphs have passed.

    Nodes that are misread will be looked at again. Knowledge that is open for reading may be closed by this.
    """
    nodes = {problem.node for problem in misread}
    for node in sorted(nodes):
        nodes |= {str(row["canonical"]) for row in knowledge.query(_CANONICAL, bindings={"node": URIRef(node)})}
    knowledge.keep(Passes(rules(), plan.passed.union(map(_source, graphs)), frozenset(nodes)))


@cache
def rules() -> str:
    """Return a name of the rules that changes whenever they do, or what puts them to a graph does."""
    found = sha256(version("pyshacl").encode())
    for room in _RULES:
        for part in sorted(files(room).iterdir(), key=lambda part: part.name):
            if part.is_file() and part.name.endswith((".py", ".ttl")):
                found.update(part.name.encode() + b"\0" + part.read_bytes() + b"\0")
    return found.hexdigest()


def _source(graph: str) -> str:
    return graph.removesuffix("/graph")
