"""What the article says is found: the statements against the gold facts, by the scorer that lies beside them."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from .conftest import Ran

pytestmark = pytest.mark.slow

REQUIRED_FACTS = 80
ROW_PRECISION = 0.85
TOLD = re.compile(r"required (\d+)/(\d+) = .* row precision ([0-9.]+)")
MARKS = {"presupposed", "inferred"}


def test_the_article_is_the_one_that_the_gold_is_of(article: str, shared: Path):
    assert article == (shared / "seed" / "article.txt").read_text(encoding="utf-8")


def test_the_statements_hold_the_required_facts(ask: Callable[..., Ran], shared: Path, tmp_path: Path):
    answer = tmp_path / "statements.json"
    answer.write_text(ask("evidence").out, encoding="utf-8")
    scorer = [sys.executable, str(shared / "gold" / "score_seed.py"), str(answer)]
    done = subprocess.run(scorer, capture_output=True, encoding="utf-8", check=False)
    scored = TOLD.search(done.stdout)
    assert scored, done.stdout + done.stderr
    assert int(scored[1]) >= REQUIRED_FACTS, done.stdout
    assert float(scored[3]) >= ROW_PRECISION, done.stdout


def test_what_the_words_only_take_for_granted_is_marked_so(ask: Callable[..., Ran], shared: Path, tmp_path: Path):
    scorer = scorer_of(shared)
    answer = tmp_path / "statements.json"
    answer.write_text(ask("evidence").out, encoding="utf-8")
    facts = yaml.safe_load((shared / "gold" / "seed_facts.yaml").read_text(encoding="utf-8"))["facts"]
    unmarked = []
    for row in scorer.rows(answer):
        right = [fact for fact in facts if states(scorer, row, fact)]
        if right and all(fact["evidence"] in MARKS for fact in right) and row["evidence"] not in MARKS:
            unmarked.append((row, [fact["key"] for fact in right]))
    assert unmarked == []


def test_every_statement_quotes_the_article_at_its_place(ask: Callable[..., Ran], article: str):
    rows = ask("evidence").rows()
    assert rows
    assert [row for row in rows if article[int(row["start"]) : int(row["end"])] != row["quote"]] == []


def states(scorer: ModuleType, row: dict[str, Any], fact: dict[str, Any]) -> bool:
    """Whether a row is right for a gold fact, as the scorer has it."""
    return bool(
        scorer.overlaps(row, fact["char"])
        and scorer.same_speaker(row, fact["asserted_by"])
        and row["modality"] == fact["modality"]
    )


def scorer_of(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_seed", shared / "gold" / "score_seed.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
