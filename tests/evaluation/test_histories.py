"""Scoring a history: what is joined and linked across its articles, against what a careful reader knows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from parley.evaluating import Shown, evaluate, print_evaluation
from parley.evaluation.histories.evaluation import HistoryEvaluation
from parley.evaluation.histories.exporting import export_history
from parley.evaluation.histories.figures import Shares
from parley.evaluation.histories.gold import holds_history, read_history
from parley.evaluation.histories.json_export import to_json
from parley.evaluation.histories.places import Place, likeness, overlaps
from parley.evaluation.histories.records import FoundCluster, FoundHistory, FoundMention, HistoryGold, Mention
from parley.evaluation.histories.scoring import HistoryFigures, score_history
from parley.extracting import Method
from parley.graph.errors import EvaluationError, EvaluationFaults
from parley.graph.knowledge import open_knowledge
from parley.loaders.news.extract import read_article

SHARED = Path(os.environ.get("PARLEY_SHARED", "")) / "history" if os.environ.get("PARLEY_SHARED") else None
ROOT = Path(__file__).parent.parent.parent
TEXTS = {
    "a1": "Talks open\n\nNorway offered 300 tonnes, Minister Jan Berg said. The first round lasted four hours.\n",
    "a2": "Talks go on\n\nNorway raised its offer to 450 tonnes. Berg was there. The first round lasted two hours.\n",
    "a3": "Chile says no\n\nChile refused the 450 tonnes. “Norway offered 300 tonnes,” a paper had. Ana Berg too.\n",
}
GOLD = """\
articles:
- {id: a1, publisher: Harbour Wire, published: 2031-03-02, text: a1.txt}
- {id: a2, publisher: Evening Post, published: 2031-03-03, text: a2.txt}
- {id: a3, publisher: The Gull, published: 2031-03-05, text: a3.txt}
persons:
- {id: jan, label: Jan Berg, mentions: [{article: a1, names: [Jan Berg]}, {article: a2, names: [Berg]}]}
- {id: ana, label: Ana Berg, mentions: [{article: a3, names: [Ana Berg]}]}
never_same: [{a: jan, b: ana, why: namesakes}]
negotiations: [{id: no-cl, articles: [a1, a2, a3]}]
events:
- id: round1
  label: first round
  ordinal: 1
  mentions: [{article: a1, quote: The first round}, {article: a2, quote: The first round}]
proposals:
- id: t300
  label: 300 tonnes
  mentions: [{article: a1, quote: Norway offered 300 tonnes}, {article: a3, quote: Norway offered 300 tonnes}]
- id: t450
  label: 450 tonnes
  mentions: [{article: a2, quote: Norway raised its offer to 450 tonnes}, {article: a3, quote: the 450 tonnes}]
variants: [{a: t300, b: t450}]
responses: [{proposal: t450, act: reject, by: Chile, mentions: [{article: a3, quote: Chile refused the 450 tonnes}]}]
contradictions:
- {kind: duration, a: [{article: a1, quote: lasted four hours}], b: [{article: a2, quote: lasted two hours}]}
not_contradictions:
- {about: a later offer, a: [{article: a1, quote: 300 tonnes}], b: [{article: a2, quote: 450 tonnes}]}
repeats:
- kind: agency
  mentions: [{article: a1, quote: Norway offered 300 tonnes}, {article: a3, quote: Norway offered 300 tonnes}]
"""


def write_history(folder: Path, gold: str = GOLD) -> Path:
    folder.mkdir()
    for id, text in TEXTS.items():
        (folder / f"{id}.txt").write_text(text, encoding="utf-8")
    (folder / "articles.yaml").write_text(gold, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path / "history")


@pytest.fixture
def gold(folder: Path) -> HistoryGold:
    return read_history(folder)


def found(mention: Mention, label: str = "") -> FoundMention:
    return FoundMention(mention.place, label or next(iter(mention.names), ""), mention.names)


def perfect(gold: HistoryGold) -> FoundHistory:
    """What a store would say that knows all that the gold does."""
    first = {one.id: found(one.mentions[0], one.label) for one in gold.clusters["proposals"]}
    clusters = {
        section: tuple(FoundCluster(one.id, tuple(found(m, one.label) for m in one.mentions)) for one in some)
        for section, some in gold.clusters.items()
    }
    links = {
        "variant": [tuple(first[id] for id in sorted(pair)) for pair in gold.variants],
        "response": [(found(m), first[tie.proposal]) for tie in gold.responses for m in tie.mentions],
        "contradiction": [(found(sides.one[0]), found(sides.other[0])) for sides in gold.contradictions],
        "repeat": [(found(a), found(b)) for tie in gold.repeats for a, b in combinations(tie.mentions, 2)],
    }
    talks = {a.id: tuple(n.id for n in gold.negotiations if a.id in n.articles) for a in gold.articles}
    return FoundHistory(talks, clusters, {kind: tuple(some) for kind, some in links.items()})  # type: ignore[misc]


def parted(history: FoundHistory) -> FoundHistory:
    """The same with nothing joined."""
    clusters = {
        section: tuple(FoundCluster(f"{c.id}/{n}", (m,)) for c in some for n, m in enumerate(c.mentions))
        for section, some in history.clusters.items()
    }
    return replace(history, clusters=clusters, links={})


def merged(history: FoundHistory) -> FoundHistory:
    """The same with everything joined."""
    clusters = {
        section: (FoundCluster("all", tuple(m for c in some for m in c.mentions)),)
        for section, some in history.clusters.items()
        if some
    }
    return replace(history, clusters=clusters)


def test_who_knows_all_gets_full_marks(gold: HistoryGold):
    figures = score_history(gold, perfect(gold))
    assert {section: told.across.f1 for section, told in figures.identity.items()} == {
        "persons": 1, "events": 1, "proposals": 1,
    }  # fmt: skip
    assert {kind: told.shares.f1 for kind, told in figures.links.items()} == dict.fromkeys(figures.links, 1)
    assert figures.negotiations.assigned.f1 == 1


def test_who_joins_nothing_is_never_wrong_and_finds_no_pair(gold: HistoryGold):
    persons = score_history(gold, parted(perfect(gold))).identity["persons"]
    assert (persons.across.precision, persons.across.recall, persons.bcubed.precision) == (None, 0, 1)
    assert persons.mixed == {}


def test_who_joins_all_has_merged_the_namesakes(gold: HistoryGold):
    persons = score_history(gold, merged(perfect(gold))).identity["persons"]
    assert persons.broken == (("jan", "ana"),)
    assert persons.mixed == {"all": {"ana": 1, "jan": 2}}
    assert persons.across.recall == 1


def test_a_link_between_look_alikes_is_a_trap(gold: HistoryGold):
    sides = gold.not_contradictions[0]
    wrong = (found(sides.one[0]), found(sides.other[0]))
    figures = score_history(gold, replace(perfect(gold), links={"contradiction": (wrong,)})).links["contradiction"]
    assert (figures.hits, figures.wrong, figures.traps) == (0, 1, 1)
    assert figures.false_per_ten_articles == pytest.approx(10 / 3)


def test_what_was_not_read_is_not_asked_of_the_links_on_what_was(gold: HistoryGold):
    figures = score_history(gold, replace(perfect(gold), links={}, statements=())).links["contradiction"]
    assert (figures.shares.gold, figures.on_found.gold) == (1, 0)
    places = tuple(one.place for sides in gold.contradictions for one in (*sides.one, *sides.other))
    figures = score_history(gold, replace(perfect(gold), links={}, statements=places)).links["contradiction"]
    assert (figures.on_found.gold, figures.on_found.recall) == (1, 0)


def test_places_are_one_when_half_of_the_shorter_is_shared():
    one, other, long = (Place("a", (span,)) for span in ((0, 10), (5, 30), (0, 900)))
    assert overlaps(one, other)
    assert likeness(one, other) == pytest.approx(5 / 30)
    assert not overlaps(one, Place("a", ((6, 30),)))
    assert not overlaps(one, long)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("quote: the 450 tonnes", "quote: the 451 tonnes", "the words 'the 451 tonnes' do not stand in a3; copy them"),
        ("article: a2, names", "article: a9, names", "there is no article a9; name one of articles.yaml"),
        ("{a: t300, b: t450}", "{a: t300, b: t999}", "there is no t999; name one that the gold holds"),
        ("proposal: t450", "proposal: t999", "there is no proposal t999; name one of proposals"),
        ("text: a1.txt", "text: ../secret.txt", "lies outside the folder; put the article into it"),
        ("repeats:", "repaets:", "is no field here"),
        ("ordinal: 1", "ordinal: first", "'first' is no whole number; write one without quotes"),
        ("published: 2031-03-02", "published: Monday", "articles[0].published"),
        ("text: a1.txt", "text: nowhere.txt", "cannot be read"),
        ("articles: [a1, a2, a3]", "articles: [a1, a4]", "there is no article a4"),
        ("events:", "events: {", "not valid YAML"),
    ],
)
def test_a_fault_of_the_gold_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str):
    folder = write_history(tmp_path / "history", GOLD.replace(old, new, 1))
    with pytest.raises((EvaluationFaults, EvaluationError)) as raised:
        read_history(folder)
    faults = raised.value.faults if isinstance(raised.value, EvaluationFaults) else [raised.value]
    assert any(told in str(fault) for fault in faults)


def test_a_folder_with_articles_yaml_is_a_history_and_is_read_into_one_graph(folder: Path):
    assert holds_history(folder)
    assert not holds_history(folder.parent)
    evaluation = evaluate(folder)
    assert isinstance(evaluation, HistoryEvaluation)
    assert evaluation.figures.identity["persons"].found == 3
    assert "one across articles" in str(evaluation)
    assert json.dumps(evaluation.to_content(errors=True)) == json.dumps(evaluate(folder).to_content(errors=True))


def _scored(folder: Path, export: Path) -> dict[str, Any]:
    """What the shared scorer, a program of its own, says of an export."""
    path = SHARED / "score_history.py" if SHARED else None
    if path is None or not path.is_file():
        pytest.skip("the shared scorer of histories is not here: set PARLEY_SHARED to the folder that holds it")
    told = export.with_suffix(".told")
    command = [sys.executable, str(path), str(export), "--gold", str(folder), "--json", str(told)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    scored: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    return scored


def _ours(figures: HistoryFigures) -> dict[str, object]:
    told: dict[str, object] = {
        section: (one.found, one.gold, one.extra, _three(one.across), _three(one.bcubed), _three(one.end_to_end),
                  len(one.mixed), len(one.broken))
        for section, one in figures.identity.items()
    }  # fmt: skip
    for kind, link in figures.links.items():
        told[kind] = (link.hits, link.wrong, link.shares.gold, link.outside, link.traps, _three(link.shares))
    told["negotiations"] = _three(figures.negotiations.assigned), _three(figures.negotiations.pairs)
    return told


def _three(shares: Shares) -> tuple[float | None, ...]:
    return tuple(round(x, 9) if x is not None else None for x in (shares.precision, shares.recall, shares.f1))


def _theirs(result: dict[str, Any]) -> dict[str, object]:
    def three(told: dict[str, float | None]) -> tuple[float | None, ...]:
        return tuple(round(x, 9) if x is not None else None for x in (told["p"], told["r"], told["f1"]))

    told: dict[str, object] = {}
    for section, one in result.items():
        if section in ("persons", "events", "proposals", "documents", "organisations"):
            told[section] = (
                one["coverage"]["found"], one["coverage"]["gold"], one["extra"], three(one["cross"]), three(one["b3"]),
                three(one["end_to_end"]), one["false_merges"], one["never_same"]["broken"],
            )  # fmt: skip
    for kind, link in result["links"].items():
        told[kind] = (link["hits"], link["wrong"], link["gold"], link.get("outside"), link.get("traps"), three(link))
    told["negotiations"] = three(result["negotiations"]["assigned"]), three(result["negotiations"]["pairs"])
    return told


def _folders() -> list[Path]:
    shared = [SHARED / "series"] if SHARED else []
    return [path for path in (ROOT / "examples" / "series" / "zarafshan", *shared) if holds_history(path)]


@pytest.mark.parametrize("path", _folders(), ids=lambda path: path.name)
@pytest.mark.parametrize("change", [perfect, lambda gold: parted(perfect(gold)), lambda gold: merged(perfect(gold))],
                         ids=["perfect", "parted", "merged"])  # fmt: skip
def test_the_figures_are_those_of_the_scorer_that_others_use(
    path: Path, change: Callable[[HistoryGold], FoundHistory], tmp_path: Path
):
    gold = read_history(path)
    history = change(gold)
    export = tmp_path / "history.json"
    export.write_text(json.dumps(to_json(history)), encoding="utf-8")
    assert _ours(score_history(gold, history)) == _theirs(_scored(path, export))


@pytest.mark.slow
@pytest.mark.parametrize("path", _folders(), ids=lambda path: path.name)
def test_the_figures_of_what_is_read_are_those_of_the_scorer_that_others_use(path: Path, tmp_path: Path):
    shown = Shown("json", output=str(tmp_path / "f"))
    assert print_evaluation(str(path), shown, lambda told: None, write_to=str(tmp_path), method=Method())
    theirs = _scored(path, tmp_path / "history.json")
    told = json.loads((tmp_path / "f").read_text(encoding="utf-8"))
    for kind, link in theirs["links"].items():
        assert {name: told["links"][kind][name] for name in ("hits", "wrong", "gold", "f1")} == {
            name: link[name] for name in ("hits", "wrong", "gold", "f1")
        }
    for section in ("persons", "events", "proposals"):
        assert told[section]["pairs"]["f1"] == theirs[section]["cross"]["f1"]
        assert told[section]["b3"]["f1"] == theirs[section]["b3"]["f1"]


def test_a_body_that_all_sources_share_is_told_of_in_each_of_them():
    with open_knowledge() as knowledge:
        for number in "12":
            text = "Talks go on\n\n(Harbour Wire) Norway and Chile held talks on Monday.\n"
            knowledge.add(read_article(text, source_id=f"a{number}", publisher="Harbour Wire", published="2031-03-05"))
        found = export_history(knowledge)
    [wire] = [one for one in found.clusters["organisations"] if one.mentions[0].label == "Harbour Wire"]
    assert [mention.place.article for mention in wire.mentions] == ["a1", "a2"]


def test_of_two_of_one_name_each_is_where_his_post_is_told():
    text = (
        "Talks go on\n\nNorway and Chile held talks on Monday. Foreign Minister Jan Berg of Norway spoke.\n\n"
        "Jan Berg, the hydrologist of the Harbour Institute in Lima, takes no part in the talks.\n"
    )
    with open_knowledge() as knowledge:
        knowledge.add(read_article(text, source_id="a1", publisher="Harbour Wire", published="2031-03-05"))
        found = export_history(knowledge)
    starts = {mention.place.spans[0][0] for one in found.clusters["persons"] for mention in one.mentions}
    assert starts == {text.index("Jan Berg"), text.rindex("Jan Berg")}
