"""The figures are those of the development set's own scorer, whatever is scored."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.evaluating import evaluate
from parley.evaluation.evaluation import score
from parley.evaluation.gold import read_gold
from parley.evaluation.predictions import read_predictions, to_json
from parley.evaluation.records import GoldArticle

from .made_up import write_predictions

Predicted = dict[str, dict[str, Any]]


class Scorer:
    """The other scorer, the gold as it reads it, and the same gold as it is read here."""

    def __init__(self, folder: Path, module: ModuleType) -> None:
        self.folder = folder
        self.module = module
        paths = sorted((folder / "gold").glob("*.yaml"))
        self.gold = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
        self.articles: list[GoldArticle] = read_gold(folder)
        self.perfect: Predicted = {id: module.gold_as_pred(gold) for id, gold in self.gold.items()}

    def theirs(self, predictions: Predicted) -> dict[str, Any]:
        """What the other scorer makes of predictions that its command line would have filled in alike."""
        filled = copy.deepcopy(predictions)
        for category in ("participations", "past_actions"):
            if any(category in some for some in predictions.values()):
                for id in self.gold:
                    filled.setdefault(id, {}).setdefault(category, [])
        results, negatives = self.module.run(self.gold, filled)
        return json.loads(json.dumps({"results": results, "negatives": negatives}))

    def ours(self, predictions: Predicted, where: Path) -> dict[str, Any]:
        """The same part of what is reported here."""
        found = read_predictions(write_predictions(where, predictions), self.gold)
        content = json.loads(json.dumps(score(self.articles, found).to_content(per_article=True)))
        return {name: content[name] for name in ("results", "negatives")}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> Scorer:
    spec = importlib.util.spec_from_file_location("devset_score", shared / "devset" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Scorer(shared / "devset", module)


@pytest.mark.slow
def test_of_the_gold_itself(scorer: Scorer, tmp_path: Path):
    ours = scorer.ours(scorer.perfect, tmp_path)
    assert ours == scorer.theirs(scorer.perfect)
    assert {row["F1"] for row in ours["results"]["all"]["categories"].values()} == {1.0}


@pytest.mark.slow
def test_of_what_is_found_in_the_articles(scorer: Scorer, tmp_path: Path):
    from parley.evaluation.evaluation import predict
    from parley.loaders.news.extract import read_article

    found = {
        article.id: to_json(predict(read_article(article.text, source_id=article.id, published=article.published)))
        for article in scorer.articles
    }
    assert scorer.ours(found, tmp_path / "found") == scorer.theirs(found)
    command = [sys.executable, scorer.folder / "score.py", tmp_path / "found", "--json", tmp_path / "scores"]
    subprocess.run([*map(str, command)], capture_output=True, check=True)
    evaluation = evaluate(scorer.folder, predictions=tmp_path / "found")
    told = json.loads((tmp_path / "scores").read_text(encoding="utf-8"))
    content = json.loads(json.dumps(evaluation.to_content(per_article=True)))
    assert {name: content[name] for name in told} == told


@pytest.mark.slow
@settings(max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_of_the_gold_perturbed(scorer: Scorer, tmp_path_factory: pytest.TempPathFactory, seed: int):
    chance = random.Random(seed)
    ids = chance.sample(sorted(scorer.gold), 4)
    predictions = {id: perturbed(scorer.perfect[chance.choice([id, id, id, *ids])], chance) for id in ids}
    assert scorer.ours(predictions, tmp_path_factory.mktemp("found")) == scorer.theirs(predictions)


def test_of_other_articles_predictions(scorer: Scorer, tmp_path: Path):
    ids = list(scorer.gold)
    rotated = {id: scorer.perfect[ids[(place + 1) % len(ids)]] for place, id in enumerate(ids)}
    assert scorer.ours(rotated, tmp_path) == scorer.theirs(rotated)


def perturbed(predictions: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Predictions with some items lost, doubled, shuffled and changed in every way that figures depend on."""
    found = copy.deepcopy(predictions)
    for category in list(found):
        items = found[category]
        found[category] = [copy.deepcopy(item) for item in items for _ in range(chance.choice([0, 1, 1, 1, 1, 2]))]
        chance.shuffle(found[category])
        for item in found[category]:
            if chance.random() < 0.6:
                change(item, items, chance)
    for category in ("participations", "past_actions"):
        if chance.random() < 0.2:
            del found[category]
    return found


def change(item: dict[str, Any], others: list[dict[str, Any]], chance: random.Random) -> None:
    """Change one field of an item, to another's value or to a part of its own."""
    field = chance.choice(sorted(item))
    value = item[field]
    if field == "roles":
        for role in value:
            change(role, value, chance)
    elif field == "quantities":
        item[field] = [*value, chance.choice([3, 40.0, 24])][chance.randrange(2) :]
    elif field == "agent" and chance.random() < 0.3:
        item[field] = [other[field] if isinstance(other[field], str) else other[field][0] for other in others]
    elif isinstance(value, str):
        item[field] = chance.choice(WAYS)(value, chance.choice(others)[field] or "", chance)
    else:
        item[field] = chance.choice(others)[field]


def cut(value: str, other: str, chance: random.Random) -> str:
    words = value.split()
    return " ".join(words[: chance.randint(1, len(words))]) if words else value


WAYS: list[Callable[[str, Any, random.Random], Any]] = [
    cut,
    lambda value, other, chance: other,
    lambda value, other, chance: f"{value} and {other}",
    lambda value, other, chance: value[: chance.randint(0, len(value))],
    lambda value, other, chance: value.upper(),
    lambda value, other, chance: f"the {value} side",
    lambda value, other, chance: chance.choice(["Moscow", "Washington", "Israeli delegation", "Kyiv’s", "", None]),
    lambda value, other, chance: " ".join([value] * 20),
]
