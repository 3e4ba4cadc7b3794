"""Negotiations are listed, what is one is shown, and what may be is decided, on the command line and in Python."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import parley
from parley.graph.errors import DecisionError, UnknownName
from parley.graph.knowledge import open_knowledge
from tests.cli.conftest import Ran, Run
from tests.graph.several import brooks, several

ADA, OLAF, BROOK = "source:one/person/ada-brook", "source:two/person/olaf-brook", "source:three/person/brook"


@pytest.fixture(autouse=True)
def store(run: Run) -> None:
    """A store in the current folder with the made-up articles."""
    with open_knowledge("parley-store") as knowledge:
        for said in (*several(), *brooks()):
            knowledge.add(said)


def rows(ran: Ran) -> list[dict[str, str]]:
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def pairs(run: Run) -> set[frozenset[str]]:
    found = rows(run("candidates", "--kind", "persons", "--format", "jsonl"))
    return {frozenset((row["firstLabel"], row["secondLabel"])) for row in found}


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda lines: monkeypatch.setattr("sys.stdin", io.StringIO(lines))


# ---------------------------------------------------------------------- negotiations


def test_negotiations_are_listed_and_narrow_questions_exports_and_pages(run: Run, tmp_path: Path):
    listed = rows(run("negotiations", "--format", "jsonl"))
    assert [row["negotiation"] for row in listed] == ["Norland–Sudmark talks", "Norland–Westmark talks"]
    assert "Norland, Westmark" in run("negotiations").out
    found = rows(run("ask", "status", "--negotiation", "Westmark-Norland", "--format", "jsonl"))
    assert {row["item"] for row in found} == {"a lower tariff", "a free port"}
    assert run("export", "-o", "part.ttl", "--negotiation", "Norland–Westmark").code == 0
    assert "a quota" not in (tmp_path / "part.ttl").read_text(encoding="utf-8")
    assert run("view", "-o", "part.html", "--negotiation", "Norland–Westmark").code == 0
    assert "Sudmark demanded" not in (tmp_path / "part.html").read_text(encoding="utf-8")
    missed = run("ask", "status", "--negotiation", "Westmarch")
    assert missed.code == 1
    assert "did you mean" in missed.err


def test_a_filter_that_a_question_has_no_place_for_is_wrong_usage(run: Run):
    ran = run("ask", "decisions", "--negotiation", "Norland–Sudmark")
    assert (ran.code, "does not take --negotiation" in ran.err) == (2, True)


# ---------------------------------------------------------------------- same


def test_what_is_one_under_a_name_is_shown_with_the_reasons_and_with_namesakes(run: Run):
    ran = run("same", "Ada Brook")
    for words in ("Ada Brook – Coast Times, 2031-03-03, tuesday", "“Ada Brook met them at the first round.”", ADA):
        assert words in ran.out
    assert "Why they are one" in ran.out
    assert re.search(r"^    \S.* \(0\.\d+\)$", ran.out, re.MULTILINE)
    one = run("same", "Brook").out
    assert one.startswith("Brook: person")
    assert "told of by one source" in one
    assert "Others who have the name\n  Ada Brook  person:" in one


def test_decisions_stand_among_the_reasons(run: Run):
    run("decide", OLAF, BROOK, "same", "--by", "Eva", "--because", "one envoy")
    run("decide", ADA, OLAF, "different")
    shown = run("same", BROOK).out
    assert shown.startswith("Olaf Brook: person")
    assert "same, decided by Eva: one envoy" in shown
    assert "What holds others apart" in shown
    found = rows(run("same", "Olaf Brook", "--format", "jsonl"))
    assert {row["source"] for row in found} == {"two", "three"}


@pytest.mark.parametrize("name", ["Ada Brok", "source:nine/person/x", 'x> } # "', ""])
def test_a_name_that_nobody_has_is_one_line(run: Run, name: str):
    ran = run("same", name)
    assert ran.code == 1
    assert ran.err.count("parley: ") == 1


# ---------------------------------------------------------------------- candidates and decisions


def test_candidates_are_shown_side_by_side(run: Run):
    ran = run("candidates", "--kind", "persons", "--limit", 1)
    assert "met them at the first round.”" in ran.out
    assert " | " in ran.out
    assert "`parley decide` goes through them" in ran.err


def test_each_answer_is_written_at_once(run: Run, typed: Callable[[str], None]):
    before = pairs(run)
    typed("what\nsame\nthe envoy\n")
    ran = run("decide", "--by", "Eva", "--on", "2031-05-07", "--kind", "persons")
    assert ran.code == 0
    assert "type one of same, different, unsure, skip, quit" in ran.err
    [decided] = rows(run("decisions", "--format", "jsonl"))
    assert (decided["verdict"], decided["by"], decided["on"]) == ("same", "Eva", "2031-05-07")
    assert decided["because"] == "the envoy"
    assert pairs(run) < before
    typed("k\n" * 50)
    assert " left" in run("decide").err
    typed("u\n\n" * 50)
    assert run("decide").code == 0
    assert run("candidates").err.endswith("nothing to decide\n")


def test_two_that_are_named_are_decided_on_and_it_is_taken_back(run: Run):
    ran = run("decide", ADA, BROOK, "same", "--because", "both envoy")
    assert (ran.code, ran.err.splitlines()[-1]) == (0, f"same: {ADA} and {BROOK}")
    assert run("decide", BROOK, ADA, "--undo").code == 0
    none = run("decisions", "--format", "jsonl")
    assert rows(none) == []
    assert none.err.splitlines()[-1].startswith("nothing was decided on which nodes are one")
    assert run("decide", "Ada Brook", "Olaf Brook", "different").code == 0
    again = run("decide", ADA, BROOK, "--undo")
    assert (again.code, "nothing was decided" in again.err) == (1, True)


def test_a_decision_on_two_names_is_taken_back_by_the_same_names(run: Run):
    assert run("decide", "Ada Brook", "Olaf Brook", "same").code == 0
    assert run("decide", "Ada Brook", "Olaf Brook", "--undo").code == 0
    none = run("decisions", "--format", "jsonl")
    assert rows(none) == []
    assert none.err.splitlines()[-1].startswith("nothing was decided on which nodes are one")
    again = run("decide", "Ada Brook", "Ada Brook", "--undo")
    assert again.code == 1
    assert " and <" not in again.err


def test_two_that_one_source_tells_apart_are_made_one_with_a_warning(run: Run):
    ran = run("decide", "return of boats", "a quota", "same")
    assert ran.code == 0
    assert "they are two in monday: if that is right, take it back with --undo" in ran.err


def test_two_names_of_one_node_are_refused_with_what_to_name_instead(run: Run):
    ran = run("decide", "Ada Brook", ADA, "different")
    assert (ran.code, "name two that `parley same` lists under it" in ran.err) == (1, True)


def test_two_of_different_kinds_are_never_one(run: Run):
    ran = run("decide", ADA, "Norland", "same")
    assert (ran.code, "organization and person are never one" in ran.err) == (1, True)
    assert run("decide", ADA, "Norland", "different").code == 0
    [decided] = rows(run("decisions", "--format", "jsonl"))
    assert {decided["first"], decided["second"]} == {"Ada Brook", "Norland"}


def test_what_does_not_go_with_others_is_refused_and_they_are_named(run: Run):
    run("decide", ADA, BROOK, "same", "--by", "Eva")
    run("decide", BROOK, OLAF, "same", "--by", "Tom")
    ran = run("decide", ADA, OLAF, "different")
    assert ran.code == 1
    assert "(by Eva)" in ran.err
    assert "(by Tom)" in ran.err
    assert len(rows(run("decisions", "--format", "jsonl"))) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (ADA,), (ADA, BROOK), (ADA, BROOK, "perhaps"), (ADA, BROOK, "same", "--undo"), ("--undo",),
        ("--because", "x"), (ADA, BROOK, "same", "--on", "May"), (ADA, BROOK, "same", "--kind", "persons"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_before_anything_is_opened(run: Run, arguments: tuple[str, ...]):
    ran = run("decide", *arguments)
    assert (ran.code, "store:" in ran.err) == (2, False)


def test_decisions_go_into_a_file_and_out_of_it_into_another_graph(run: Run, tmp_path: Path):
    run("decide", ADA, BROOK, "same", "--by", "Eva", "--because", "a\ttab")
    run("decide", ADA, OLAF, "different")
    assert run("decisions", "-o", "d.tsv").code == 0
    with open_knowledge("other") as knowledge:
        for said in (*several(), *brooks()):
            knowledge.add(said)
    for _ in range(2):
        assert run("build", "--decisions", "d.tsv", "--store", "other").code == 0
        assert run("decisions", "--store", "other", "-o", "-").out == (tmp_path / "d.tsv").read_text(encoding="utf-8")
    assert run("same", BROOK, "--store", "other").out == run("same", BROOK).out
    assert run("decisions", "-o", "d.tsv", "--format", "csv").code == 2
    assert run("decisions", "-o", "no/d.tsv").code != 0


def test_a_table_that_contradicts_what_is_decided_is_refused_whole(run: Run, tmp_path: Path):
    head = "subject_id\tpredicate_id\tobject_id\n"
    iri = {name: f"https://w3id.org/parley/id/source/{name.removeprefix('source:')}" for name in (ADA, OLAF, BROOK)}
    run("decide", ADA, BROOK, "same")
    text = f"{head}{iri[BROOK]}\towl:sameAs\t{iri[OLAF]}\n{iri[ADA]}\towl:differentFrom\t{iri[OLAF]}\n"
    (tmp_path / "d.tsv").write_text(text, encoding="utf-8")
    ran = run("build", "--decisions", "d.tsv")
    assert ran.code == 1
    assert "d.tsv, line 3: entities: these cannot all be so" in ran.err
    assert len(rows(run("decisions", "--format", "jsonl"))) == 1
    run("decide", ADA, BROOK, "--undo")
    assert run("build", "--decisions", "d.tsv").code == 0


def test_a_decision_outlasts_other_sources_and_is_told_when_its_node_is_gone(run: Run, tmp_path: Path):
    said = "Foreign Minister Ada Brok of Norway spoke with Chad’s envoy Idriss Saleh on Monday."
    article = f"Norway and Chad hold talks\n\n{said}\n"
    (tmp_path / "talks.txt").write_text(article, encoding="utf-8")
    assert run("build", "talks.txt", "--published", "2031-05-07").code == 0
    assert run("decide", "source:talks/person/ada-brok", ADA, "same").code == 0
    quiet = run("build", "talks.txt", "--published", "2031-05-07")
    assert "has no node" not in quiet.err
    (tmp_path / "talks.txt").write_text(article.replace("Brok ", "Brook "), encoding="utf-8")
    ran = run("build", "talks.txt", "--published", "2031-05-07")
    assert ran.code == 0
    assert "has no node source:talks/person/ada-brok any more; is it now source:talks/person/ada-brook?" in ran.err
    assert run("decide", "source:talks/person/ada-brok", ADA, "--undo").code == 0
    assert "has no node" not in run("build", "talks.txt", "--published", "2031-05-07").err
    run("decide", ADA, BROOK, "same")
    run("remove", "one")
    assert "has no node" not in run("build", "talks.txt", "--published", "2031-05-07").err


# ---------------------------------------------------------------------- Python


def test_python_lists_shows_and_decides(tmp_path: Path):
    with parley.open("parley-store") as work:
        assert work.negotiations(party="Westmark")["negotiation"] == ("Norland–Westmark talks",)
        assert set(work.same("Olaf Brook")["source"]) == {"two"}
        [row, *_] = work.candidates("persons", limit=1)
        work.decide(row["first"], row["second"], "different", by="Eva", because="two men")
        assert work.decisions()["verdict"] == ("different",)
        path = work.save_decisions(tmp_path / "d.tsv")
        work.undo(row["first"], row["second"])
        work.read(decisions=[path])
        assert [(one["by"], one["because"]) for one in work.decisions()] == [("Eva", "two men")]
        with pytest.raises(UnknownName):
            work.decide("Ada Brok", "Olaf Brook", "same")
        with pytest.raises(DecisionError):
            work.undo("Ada Brook", "Ada Brook")
