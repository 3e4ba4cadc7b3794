"""``parley evaluate``: figures on stdout, talk on stderr, faults in one line each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import parley
from parley.extracting import LlmSettings, Method
from tests.evaluation.made_up import GOLD, as_predictions, write_corpus, write_predictions
from tests.evaluation.test_histories import write_history
from tests.loaders.llm.server import actor, answer, refusal, reply, serving

from .conftest import Run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def found(tmp_path: Path) -> Path:
    return write_predictions(tmp_path / "found", {"talks": as_predictions(GOLD["talks"])})


def test_predictions_made_elsewhere_are_scored(run: Run, corpus: Path, found: Path):
    ran = run("evaluate", corpus, "--predictions", found)
    assert ran.code == 0
    assert ran.err == "no predictions for storm: counted as empty\n"
    assert "statements                      3      3      4  1.000  0.750  0.857  1.000  0.750\n" in ran.out
    assert "missed statements" not in ran.out


def test_mistakes_and_articles_are_shown_when_asked_for(run: Run, corpus: Path, found: Path):
    out = run("evaluate", corpus, "--predictions", found, "--errors", "--per-article").out
    assert "\narticle talks " in out
    assert "\nmissed statements, storm: the mayor: “The harbour was closed on Sunday”\n" in out


def test_json_holds_the_same(run: Run, corpus: Path, found: Path):
    ran = run("evaluate", corpus, "--predictions", found, "--errors", "--format", "json")
    content = json.loads(ran.out)
    assert content["results"]["all"]["categories"]["statements"]["R"] == 0.75
    assert content["negatives"] == {"storm": {"proposals": 0, "events": 0, "statements": 0}}
    assert [error["sentence"] for error in content["errors"]] == ["The harbour was closed on Sunday, the mayor said."]


def test_a_file_takes_the_figures_and_stdout_stays_empty(run: Run, corpus: Path, found: Path, tmp_path: Path):
    ran = run("evaluate", corpus, "--predictions", found, "--format", "json", "-o", tmp_path / "scores.json")
    assert ran.out == ""
    assert ran.err.endswith(f"wrote {tmp_path / 'scores.json'}\n")
    assert set(json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))) == {
        "results", "classes", "negatives"
    }  # fmt: skip


@pytest.mark.slow
def test_articles_are_read_and_what_is_found_is_written(run: Run, corpus: Path, tmp_path: Path):
    ran = run("evaluate", corpus, "--write-predictions", tmp_path / "new" / "found")
    assert ran.code == 0
    assert ran.err == f"wrote 2 files to {tmp_path / 'new' / 'found'}\n"
    again = run("evaluate", corpus, "--predictions", tmp_path / "new" / "found")
    assert again.out == ran.out
    assert str(parley.evaluate(corpus)) == ran.out
    talks = json.loads((tmp_path / "new" / "found" / "talks.json").read_text(encoding="utf-8"))
    assert "Cole Reed" in [person["name"] for person in talks["persons"]]


def test_each_fault_of_the_gold_is_a_line(run: Run, corpus: Path):
    (corpus / "gold" / "storm.yaml").write_text("id: storm\n- x\n", encoding="utf-8")
    (corpus / "articles" / "talks.txt").write_text("Nothing of it.\n", encoding="utf-8")
    ran = run("evaluate", corpus)
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert lines[0].startswith(f"parley: {corpus / 'gold' / 'storm.yaml'}: is not valid YAML")
    assert all("do not stand in the article; copy them exactly" in line for line in lines[1:])
    assert len(lines) > 5


@pytest.mark.parametrize("arguments", [["elsewhere"], ["corpus", "--predictions", "elsewhere"]])
def test_a_folder_that_is_not_there_is_one_line(run: Run, corpus: Path, arguments: list[str]):
    ran = run("evaluate", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("parley: elsewhere: there is no such folder; name ")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "options",
    [("--predictions", "found", "--write-predictions", "x"), ("--predictions", "found", "--extractor", "llm"),
     ("--extractor", "llm"), ("--replay", "x")],
)  # fmt: skip
def test_options_that_contradict_each_other_are_wrong_usage(run: Run, corpus: Path, options: tuple[str, ...]):
    assert run("evaluate", corpus, *options).code == 2


def test_a_folder_that_cannot_be_made_is_told_before_the_work(run: Run, corpus: Path):
    Path("taken").write_text("", encoding="utf-8")
    ran = run("evaluate", corpus, "--write-predictions", "taken/found")
    assert ran.code == 1
    assert "taken/found" in ran.err


def test_what_a_model_answers_is_scored_without_asking_it(run: Run, corpus: Path, tmp_path: Path):
    reader = ("--extractor", "llm", "--llm-model", "m")
    run("build", *sorted(corpus.glob("articles/*.txt")), *reader, "--dry-run", "answers")
    speaks = {"modality": "claim", "said_by": ["the mayor"], "quote": "The harbour was closed on Sunday"}
    missing = {"modality": "claim", "said_by": ["the mayor"], "quote": "The harbour is open"}
    for request in (tmp_path / "answers").iterdir():
        storm = request.name.startswith("storm-")
        told = answer(actors=[actor("the mayor", "unnamed")], statements=[speaks, missing]) if storm else answer()
        request.write_bytes(reply(told).body)
    ran = run("evaluate", corpus, *reader, "--replay", "answers")
    assert ran.code == 0, ran.err
    assert "statements                      1      1      4  1.000  0.250  0.400  1.000  0.250\n" in ran.out
    assert ran.err.splitlines() == [
        "note: storm: not kept of the model's answer: 1 of statements: its quotation does not stand in the text",
    ]
    method = Method("llm", llm=LlmSettings("m", replay=tmp_path / "answers"))
    assert str(parley.evaluate(corpus, method=method)) == ran.out


@pytest.mark.parametrize("extractor", ["llm", pytest.param("both", marks=pytest.mark.slow)])
def test_figures_of_articles_that_the_model_does_not_answer_are_not_told(run: Run, corpus: Path, extractor: str):
    with serving(refusal(403, "no")) as served:
        ran = run("evaluate", corpus, "--extractor", extractor, "--llm-model", "m", "--llm-url", served.url)
    assert (ran.code, ran.out) == (1, "")
    assert len(served.asked) == 1
    assert ran.err.splitlines()[-1].startswith("parley: storm: the language model has not read it: ")


def test_a_history_is_scored_as_one_and_written_as_one(run: Run, tmp_path: Path):
    folder = write_history(tmp_path / "history")
    ran = run("evaluate", folder, "--errors", "--write-predictions", tmp_path / "found")
    assert (ran.code, ran.err) == (0, f"wrote {tmp_path / 'found' / 'history.json'}\n")
    assert ran.out.startswith(" " * 45)
    assert "\ncontradiction " in ran.out
    written = json.loads((tmp_path / "found" / "history.json").read_text(encoding="utf-8"))
    assert sorted(written["articles"]) == ["a1", "a2", "a3"]
    assert {"variant", "response", "contradiction", "repeat"} == written["links"].keys()
    assert json.loads(run("evaluate", folder, "--format", "json").out)["articles"] == 3


@pytest.mark.parametrize("options", [("--per-article",), ("--predictions", "found")])
def test_what_a_history_does_not_take_is_one_line(run: Run, tmp_path: Path, options: tuple[str, ...]):
    ran = run("evaluate", write_history(tmp_path / "history"), *options)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(f"leave out {options[0]}\n")
    assert len(ran.err.splitlines()) == 1
