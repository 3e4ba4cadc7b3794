"""Minimal pairs on standing: nothing is asserted that should not be, and what stands is found."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
RIGHT = 125
"""A little under what was reached, of 133: raise it with each gain."""
OWN_RIGHT = 100
"""The same of the 120 pairs of the project, in other words; 89 before anybody had looked at what was wrong."""


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    """The folder of the pairs and their scorer."""
    if not (shared / "standing" / "pairs_dev.yaml").is_file():
        pytest.skip(f"no pairs on standing in {shared}: they are not part of the project")
    return shared / "standing"


@pytest.fixture(scope="module")
def verdicts(folder: Path) -> dict[str, tuple[str, str]]:
    """The kind of each pair, and what its judge says of it."""
    return _judged(folder, folder / "pairs_dev.yaml")


@pytest.fixture(scope="module")
def own_verdicts(folder: Path) -> dict[str, tuple[str, str]]:
    """The same for the pairs of the project."""
    return _judged(folder, ROOT / "examples" / "pairs" / "standing.yaml")


def _judged(folder: Path, file: Path) -> dict[str, tuple[str, str]]:
    scorer = _scorer(folder / "score_pairs.py")
    pairs: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    acts = scorer.read(pairs)
    return {pair["id"]: (pair["kind"], scorer.judge(pair, acts.get(pair["id"], []))[0]) for pair in pairs}


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_pairs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_asserted_that_should_not_be(verdicts: dict[str, tuple[str, str]]):
    assert [pair for pair, (_, verdict) in verdicts.items() if verdict == "wrong-asserted"] == []


def test_the_pairs_are_as_right_as_they_were(verdicts: dict[str, tuple[str, str]]):
    assert Counter(verdict for _, verdict in verdicts.values())["right"] >= RIGHT


def test_every_act_that_is_told_is_found(verdicts: dict[str, tuple[str, str]]):
    told = {pair: verdict for pair, (kind, verdict) in verdicts.items() if kind.startswith("pos-")}
    assert len(told) == 40
    assert set(told.values()) == {"right"}


def test_of_the_own_pairs_too_nothing_is_asserted_that_should_not_be(own_verdicts: dict[str, tuple[str, str]]):
    assert [pair for pair, (_, verdict) in own_verdicts.items() if verdict == "wrong-asserted"] == []
    assert Counter(verdict for _, verdict in own_verdicts.values())["right"] >= OWN_RIGHT
