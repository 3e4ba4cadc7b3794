"""Building with a language model, alone or beside the rules: what is told, what is built, what is asked of whom."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from parley.loaders.llm.reading import LlmReader
from tests.loaders.llm.server import ARTICLE, Served, act, good, refusal, reply, said, serving

from .conftest import Run

KEY = "sk-very-secret"
PAGE = Path(__file__).parents[2] / "docs" / "llm.md"
FOUND = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?fact ?reader WHERE {
  ?fact (parley:supportedBy|parley:disputedBy)/(prov:wasGeneratedBy|parley:alsoFoundBy) ?reading .
  ?reading prov:wasAssociatedWith/rdfs:label ?label .
  BIND(STRBEFORE(?label, " ") AS ?reader)
}
ORDER BY ?fact ?reader
"""


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PARLEY_LLM_URL", "PARLEY_LLM_MODEL", "PARLEY_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def served() -> Iterator[Served]:
    with serving(reply(good())) as served:
        yield served


def llm(served: Served, extractor: str = "llm") -> tuple[str, ...]:
    return ("--extractor", extractor, "--llm-url", served.url, "--llm-model", "a-model")


def rows(run: Run, tmp_path: Path, query: str) -> list[dict[str, str]]:
    (tmp_path / "asked.rq").write_text(query, encoding="utf-8")
    answer = json.loads(run("query", "asked.rq", "--format", "json").out)
    return [{name: cell["value"] for name, cell in row.items()} for row in answer["results"]["bindings"]]


def found_by(run: Run, tmp_path: Path, kind: str) -> dict[str, set[str]]:
    """Who found which facts of a kind."""
    found: dict[str, set[str]] = {}
    for row in rows(run, tmp_path, FOUND):
        if f"/{kind}/" in row["fact"]:
            found.setdefault(row["fact"].rpartition("/")[2], set()).add(row["reader"])
    return found


def test_a_model_alone_builds_a_graph_that_keeps_its_rules(run: Run, article: Path, served: Served):
    built = run("build", article, *llm(served))
    assert built.code == 0, built.err
    added, usage = built.err.splitlines()[1:]
    assert added.startswith("added talks: 6 statements; no publisher and no date")
    assert usage == "language model: 1 request, 100 tokens read, 20 written"
    assert "0 problems" in run("check").err
    assert "a truce of 48 hours" in run("ask", "proposals", "--format", "csv").out
    assert "parley-llm a-model prompts " in run("sources", "--format", "csv").out


def test_a_source_that_is_known_is_not_asked_about_again(run: Run, article: Path, served: Served):
    run("build", article, *llm(served))
    again = run("build", article, *llm(served))
    assert again.err.splitlines()[1:] == ["unchanged talks"]
    assert len(served.asked) == 1
    run("build", article, *llm(served)[:-1], "another-model")
    assert [body["model"] for body in served.asked] == ["a-model", "another-model"]


def test_the_key_is_sent_and_neither_told_nor_kept(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PARLEY_LLM_KEY", KEY)
    with serving(reply(good())) as served:
        built = run("build", article, *llm(served), "-v")
    assert served.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in built.err + built.out
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]


def test_what_is_not_kept_is_counted_and_with_v_listed(run: Run, article: Path):
    told = good()
    told["acts"].append(act("agree", "Borduria", "peace", said("Borduria agreed to peace at last")))
    with serving(reply(told)) as served:
        counted = run("build", article, *llm(served)).err
        listed = run("build", article, *llm(served), "-v", "--store", "other").err
    line = "note: talks: not kept of the model's answer: 1 of acts: its quotation does not stand in the text"
    assert line in counted.splitlines()
    assert "Borduria agreed to peace" not in counted
    assert (
        "note: talks: not kept: acts: its quotation does not stand in the text: “Borduria agreed to peace at last”"
        in (listed.splitlines())
    )


def test_an_article_that_the_model_does_not_answer_is_left_as_it_was(run: Run, article: Path, served: Served):
    run("build", article, *llm(served))
    before = run("ask", "proposals", "--format", "csv").out
    article.write_text(f"{ARTICLE}More talks follow.\n", encoding="utf-8")
    with serving(refusal(401, "who are you?")) as locked:
        failed = run("build", article, *llm(locked))
    assert failed.code == 1
    assert failed.err.splitlines()[1:] == [
        f"parley: talks: the language model has not read it: {locked.url}/chat/completions answers 401: who are you?; "
        "set PARLEY_LLM_KEY to a key that this server takes",
        "1 of 1 sources could not be read",
    ]
    assert run("ask", "proposals", "--format", "csv").out == before


def test_a_dry_run_writes_the_requests_and_touches_nothing_else(run: Run, article: Path, tmp_path: Path):
    (tmp_path / "data.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    arguments = ("build", article, "data.ttl", "--extractor", "both", "--llm-model", "m", "--dry-run", "asked")
    dry = run(*arguments)
    assert dry.code == 0, dry.err
    (request,) = (tmp_path / "asked").iterdir()
    assert dry.err.splitlines() == [
        f"wrote {Path('asked') / request.name}",
        "data: a dataset, of which nothing is asked",
    ]
    written = request.read_bytes()
    body = json.loads(written)
    assert (body["model"], body["temperature"]) == ("m", 0)
    assert ARTICLE.strip() in body["messages"][0]["content"]
    assert not (tmp_path / "parley-store").exists()
    run(*arguments)
    assert request.read_bytes() == written


def test_a_dry_run_tells_of_sources_that_cannot_be_read(run: Run):
    dry = run("build", "none.txt", "--extractor", "llm", "--llm-model", "m", "--dry-run", "asked")
    assert dry.code == 1
    assert dry.err.splitlines()[-1] == "1 of 1 sources could not be read"


@pytest.mark.parametrize("where", ["talks.txt", "talks.txt/asked"])
def test_a_dry_run_into_what_is_no_folder_is_one_line(run: Run, article: Path, where: str):
    dry = run("build", article, "--extractor", "llm", "--llm-model", "m", "--dry-run", where)
    assert dry.code == 1
    assert f"'{where}'" in dry.err
    assert len(dry.err.splitlines()) == 1


def test_answers_in_a_folder_are_replayed_without_a_network(run: Run, article: Path, tmp_path: Path):
    settings = ("--extractor", "llm", "--llm-model", "m")
    run("build", article, *settings, "--dry-run", "answers")
    (name,) = (tmp_path / "answers").iterdir()
    name.write_bytes(reply(good()).body)
    built = run("build", article, *settings, "--replay", "answers")
    assert built.code == 0, built.err
    assert "added talks: 6 statements" in built.err
    assert run("build", article, *settings, "--replay", "elsewhere", "--store", "new").code == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--extractor", "llm"), "needs --llm-model"),
        (("--extractor", "both", "--llm-model", "m"), "needs --llm-url"),
        (("--extractor", "llm", "--llm-model", "m", "--llm-url", "file:///etc"), "is an http(s) address"),
        (("--extractor", "guess"), "guess"),
        (("--dry-run", "x"), "--dry-run goes with --extractor llm or both"),
        (("--replay", "x"), "--replay goes with --extractor llm or both"),
        (("--extractor", "llm", "--llm-model", "m", "--dry-run", "x", "--replay", "y"), "do not go together"),
    ],
)
def test_options_that_do_not_make_sense_are_refused(run: Run, article: Path, options: tuple[str, ...], told: str):
    refused = run("build", article, *options)
    assert refused.code == 2
    assert told in refused.err


def test_address_and_model_may_stand_in_the_environment(
    run: Run, article: Path, served: Served, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PARLEY_LLM_URL", served.url)
    monkeypatch.setenv("PARLEY_LLM_MODEL", "named")
    assert run("build", article, "--extractor", "llm").code == 0
    assert served.asked[0]["model"] == "named"


def test_without_what_checks_answers_nothing_is_asked(
    run: Run, article: Path, served: Served, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    monkeypatch.setattr(
        "parley.extracting._reader", lambda settings, issues, key: LlmReader(settings, issues=issues, key=key)
    )
    refused = run("build", article, *llm(served))
    assert refused.code == 1
    assert refused.err.splitlines()[-1].endswith("jsonschema: pip install jsonschema")
    assert served.asked == []


def test_python_names_the_model_in_a_method(article: Path, served: Served):
    import parley
    from parley.extracting import LlmSettings, Method

    with parley.build(article, method=Method("llm", llm=LlmSettings("a-model", served.url))) as talks:
        assert len(talks.ask("proposals").rows) == 1


def test_rules_ask_nobody_whatever_the_environment_says(
    run: Run, article: Path, served: Served, monkeypatch: pytest.MonkeyPatch
):
    from parley.extracting import Method

    monkeypatch.setenv("PARLEY_LLM_URL", served.url)
    seen: list[Any] = []
    monkeypatch.setattr("parley.building.build_sources", lambda *arguments, **_: seen.append(arguments) or 0)
    assert run("build", article).code == 0
    assert seen[0][2].method == Method()


# ---------------------------------------------------------------------- beside the rules


@pytest.mark.slow
def test_both_side_by_side_say_who_found_what(run: Run, article: Path, tmp_path: Path, served: Served):
    built = run("build", article, *llm(served, "both"))
    assert built.code == 0, built.err
    assert "0 problems" in run("check").err
    acts = found_by(run, tmp_path, "act")
    assert {"parley-llm"} in acts.values()
    (query,) = re.findall(r"```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    only = {row["fact"].rpartition("/")[2] for row in rows(run, tmp_path, query) if "/act/" in row["fact"]}
    assert only == {act for act, readers in acts.items() if readers == {"parley-llm"}}
    holdings = found_by(run, tmp_path, "holding")
    assert holdings["ada-novak-foreign-minister-current"] == {"parley-news", "parley-llm"}
    assert run("build", article, *llm(served, "both")).err.splitlines()[1:] == ["unchanged talks"]
    assert run("build", article).err.splitlines()[-1].startswith("replaced talks: ")
    assert set().union(*found_by(run, tmp_path, "holding").values()) == {"parley-news"}


@pytest.mark.slow
def test_without_an_answer_the_rules_records_are_built_and_told(run: Run, article: Path, served: Served):
    with serving(refusal(403, "no")) as locked:
        failed = run("build", article, *llm(locked, "both"))
    assert failed.code == 1
    trouble, added, last = failed.err.splitlines()[1:4]
    assert "answers 403: no" in trouble
    assert trouble.endswith("; what the rules find is in the graph")
    assert added.startswith("added talks: ")
    assert last == "language model: 1 request, tokens not told" or last == "1 of 1 sources could not be read in full"
    assert "Ada Novak" in run("ask", "posts", "--format", "csv").out
    again = run("build", article, *llm(served, "both"))
    assert again.code == 0
    assert "replaced talks: " in again.err


@pytest.mark.slow
def test_workers_ask_too_and_what_they_ask_is_counted(run: Run, tmp_path: Path):
    for number in range(4):
        (tmp_path / f"talks{number}.txt").write_text(f"{ARTICLE}This is number {number}.\n", encoding="utf-8")
    with serving(reply(good())) as served:
        built = run("build", *(f"talks{n}.txt" for n in range(4)), *llm(served), "--jobs", "2")
    assert built.code == 0, built.err
    assert built.err.splitlines()[-1] == "language model: 4 requests, 400 tokens read, 80 written"
