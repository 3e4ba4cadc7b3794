"""Queries put through our door answer what the engine answers, and what the W3C's suite for SPARQL expects."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pytest
import yaml

from parley.graph.engine.results import run_query
from parley.graph.engine.store import Store
from parley.graph.errors import QueryError, QueryRefused

from .answers import Answer, agree, engines, expected, ours, same_letters
from .suite import EVALUATED, READ, Case, cases

Outcome: TypeAlias = Literal["passes", "fails", "refused"]
KNOWN: Final = Path(__file__).parent / "not_passed.yaml"


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """The folder of the suite."""
    found = shared / "w3c" / "sparql"
    if not (found / "sparql11").is_dir():
        pytest.skip(f"no W3C test suite in {found}: see README.md in the folder of shared data")
    return found


@pytest.fixture(scope="module")
def outcomes(folder: Path) -> dict[str, tuple[Outcome, Outcome]]:
    """What becomes of each test through our door, and through the engine's own."""
    return {case.name: outcome(case, folder) for case in cases(folder)}


def outcome(case: Case, folder: Path) -> tuple[Outcome, Outcome]:
    """What becomes of a test through our door, and through the engine's; it never calls another server."""
    store, sparql = Store("memory:"), case.sparql(folder)
    if case.kind in EVALUATED:
        case.load(store.engine, folder)
    given = _our_answer(case, store, sparql)
    if given == "refused":
        return "refused", "refused"
    raw = _raw_answer(case, store, sparql)
    if case.kind not in EVALUATED:
        return _passed((given is None) != (case.kind in READ)), _passed((raw is None) != (case.kind in READ))
    wanted = expected(case, folder)
    alike = given is not None and raw is not None and same_letters(given, raw)
    return (
        _passed(alike and given is not None and agree(given, wanted, lax=case.lax)),
        _passed(raw is not None and agree(raw, wanted, lax=case.lax)),
    )


def _our_answer(case: Case, store: Store, sparql: str) -> Answer | Literal["refused"] | None:
    try:
        results = run_query(store, sparql, {})
        return ours(case, results) if case.kind in EVALUATED else True
    except QueryRefused:
        return "refused"
    except QueryError as error:
        return None if case.kind in EVALUATED or "cannot be read" in str(error) else True


def _raw_answer(case: Case, store: Store, sparql: str) -> Answer | None:
    try:
        return engines(case, store.engine, sparql)
    except SyntaxError:
        return None
    except (ValueError, OSError, RuntimeError):  # it was read, and could not be answered
        return None if case.kind in EVALUATED else True


def _passed(passed: bool) -> Outcome:
    return "passes" if passed else "fails"


def test_what_the_engine_passes_passes_through_our_door(outcomes: dict[str, tuple[Outcome, Outcome]]) -> None:
    assert len(outcomes) > 800
    assert [name for name, (our, raw) in outcomes.items() if raw == "passes" and our != "passes"] == []


def test_what_is_not_passed_is_known_with_its_reason(outcomes: dict[str, tuple[Outcome, Outcome]]) -> None:
    known = yaml.safe_load(KNOWN.read_text(encoding="utf-8"))
    found = sorted(name for name, (our, _) in outcomes.items() if our == "fails")
    assert found == sorted(name for names in known["fails"].values() for name in names)


def test_what_calls_another_server_is_refused(outcomes: dict[str, tuple[Outcome, Outcome]], folder: Path) -> None:
    refused = {name for name, (our, _) in outcomes.items() if our == "refused"}
    calling = {case.name for case in cases(folder) if re.search(r"\bservice\b", case.sparql(folder), re.IGNORECASE)}
    assert refused <= calling
    assert len(refused) > 5
