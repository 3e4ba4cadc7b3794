"""`parley review` and what `parley build` makes of the file: accepted, rejected, edited and added, and taken back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import parley
from parley.graph.errors import ReviewError, SourcesUnread
from tests.cli.conftest import Run

TEXT = """\
Norland’s Delegation Arrives for Talks With Sudmark

Foreign Minister of Norland Ada Brook headed the Norland delegation at the third round of talks between Norway and
Denmark in Oslo on Monday. Norway proposed a ceasefire of 48 hours. Denmark demanded the return of 12 boats.

“Norway will return the boats,” said Danish Prime Minister Cole Reed. Norwegian Defense Minister Ida Marsh attended.
"""

pytestmark = pytest.mark.usefixtures("article")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def decisions(run: Run, tmp_path: Path) -> Path:
    """The file as `parley review` writes it, with who decides filled in."""
    assert run("review", "talks.txt", "--by", "Edda Lund", "--on", "2031-05-07").code == 0
    return tmp_path / "talks.decisions.yaml"


def decide(path: Path, fact: str, decision: str, *changes: tuple[str, str]) -> None:
    """Write a decision on the fact whose sentence begins so, and change lines of its entry."""
    text = path.read_text(encoding="utf-8")
    (block,) = [b for b in text.split("\n\n") if re.search(rf'^  fact: "?{re.escape(fact)}', b, re.MULTILINE)]
    decided = re.sub("decision: [a-z]+", f"decision: {decision}", block)
    for old, new in changes:
        assert old in decided
        decided = decided.replace(old, new)
    path.write_text(text.replace(block, decided), encoding="utf-8")


def rows(run: Run, question: str) -> list[dict[str, str]]:
    return [
        {name: cell["value"] for name, cell in row.items()}
        for row in json.loads(run("ask", question, "--format", "json").out)["results"]["bindings"]
    ]


def holders(run: Run) -> set[tuple[str, str]]:
    return {(row["holder"], row["post"]) for row in rows(run, "posts")}


def test_a_file_in_which_nothing_is_decided_changes_nothing(run: Run, decisions: Path):
    decisions.rename("aside.yaml")
    assert run("build", "talks.txt").code == 0
    plain = run("export", "-o", "-", "--format", "nquads").out
    Path("aside.yaml").rename(decisions)
    built = run("build", "talks.txt")
    assert "decisions: talks.decisions.yaml" in built.err
    assert "unchanged talks" in built.err
    assert run("export", "-o", "-", "--format", "nquads").out == plain


def test_what_is_rejected_stays_out_until_the_decision_is_taken_back(run: Run, decisions: Path):
    run("build", "talks.txt")
    before = holders(run)
    assert ("Cole Reed", "Prime Minister") in before
    plain = run("export", "-o", "-", "--format", "nquads").out
    decide(decisions, "Cole Reed is", "reject", ("standing", "because: no such minister\n  standing"))
    assert "replaced talks" in run("build", "talks.txt").err
    assert holders(run) == before - {("Cole Reed", "Prime Minister")}
    (row,) = rows(run, "decisions")
    assert (row["verdict"], row["by"], row["on"], row["because"]) == (
        "rejected", "Edda Lund", "2031-05-07", "no such minister",
    )  # fmt: skip
    assert run("check").code == 0
    assert "unchanged talks" in run("build", "talks.txt").err
    decisions.unlink()
    assert "replaced talks" in run("build", "talks.txt").err
    assert run("export", "-o", "-", "--format", "nquads").out == plain


def test_edited_and_added_facts_are_in_the_graph_with_who_decided(run: Run, decisions: Path):
    decide(decisions, "Cole Reed is", "edit", ("tenure: current", "tenure: former"))
    added = (
        "\n- decision: add\n  agent: Ida Marsh\n  event: {event}\n  capacity: observer\n  standing: asserted\n"
        "  quote: Norwegian Defense Minister Ida Marsh attended\n"
    )
    text = decisions.read_text(encoding="utf-8")
    event = re.search(r"^events:\n(?:.*\n)*?  label: (.*)$", text, re.MULTILINE)
    assert event
    head, _, tail = text.partition("attendances:\n")
    decisions.write_text(f"{head}attendances:{added.format(event=event[1])}{tail}", encoding="utf-8")
    built = run("build", "talks.txt")
    assert built.code == 0, built.err
    assert ("Cole Reed", "Prime Minister") in {(row["holder"], row["post"]) for row in rows(run, "formerly")}
    assert {row["verdict"] for row in rows(run, "decisions")} == {"edited", "added"}
    assert run("check").code == 0


def test_writing_again_keeps_what_was_decided(run: Run, decisions: Path):
    decide(decisions, "Cole Reed is", "reject")
    before = decisions.read_bytes()
    ran = run("review", "talks.txt")
    assert decisions.read_bytes() == before
    assert re.fullmatch(r"wrote talks.decisions.yaml: \d+ facts, 0 new, 1 decided; .*\n", ran.err)


def test_a_text_that_changed_under_a_decision_is_told_of(run: Run, decisions: Path, article: Path):
    decide(decisions, "Cole Reed is", "reject")
    article.write_text(
        "Correction\n\n" + TEXT.replace("Danish Prime Minister", "Danish Trade Minister"), encoding="utf-8"
    )
    built = run("build", "talks.txt")
    assert "text changed under a decision" in built.err
    assert "line 6, characters" in built.err
    assert rows(run, "decisions") == []
    article.write_text("Correction\n\n" + TEXT, encoding="utf-8")
    built = run("build", "talks.txt")
    assert "the text has changed, the words still stand in it" in built.err
    assert [row["verdict"] for row in rows(run, "decisions")] == ["rejected"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("parley decisions 1", "parley decisions 7", "is of the format"),
        ("decision: undecided", "decision: mabye", "'mabye' is none of undecided, accept, reject, edit, add"),
        ("standing:", "colour: red\n  standing:", "nothing is called 'colour' here"),
        ("by: Edda Lund", "by: !!python/name:os.system x", "tags"),
    ],
)
def test_a_file_that_is_not_right_is_one_line_and_nothing_of_it_is_applied(
    run: Run, decisions: Path, old: str, new: str, message: str
):
    text = decisions.read_text(encoding="utf-8")
    body = text.index("\nformat:")
    decisions.write_text(text[:body] + text[body:].replace(old, new, 1), encoding="utf-8")
    for command in (("build", "talks.txt"), ("review", "talks.txt"), ("build", "--decisions", decisions)):
        ran = run(*command)
        assert ran.code == 1
        (line,) = [line for line in ran.err.splitlines() if line.startswith("parley: ")]
        assert re.search(rf"talks\.decisions\.yaml, line \d+: .*{re.escape(message)}", line)
    assert json.loads(run("sources", "--format", "json").out) == []


def test_a_file_that_is_named_is_gone_by_and_one_that_is_not_there_is_told_of(run: Run, decisions: Path):
    decide(decisions, "Cole Reed is", "reject")
    decisions.rename("mine.yaml")
    assert run("build", "talks.txt", "--decisions", "mine.yaml").code == 0
    assert len(rows(run, "decisions")) == 1
    assert "decides on facts of talks, which is not among these sources" in run("build", "--decisions", "mine.yaml").err
    assert "there is no such file" in run("build", "talks.txt", "--decisions", "none.yaml").err
    assert run("build").code == 2


def test_decisions_that_are_not_named_any_more_are_told_of(run: Run, decisions: Path, tmp_path: Path):
    decide(decisions, "Norway proposes", "reject")
    kept = decisions.rename(tmp_path / "kept.yaml")
    assert run("build", "talks.txt", "--decisions", str(kept)).code == 0
    again = run("build", "talks.txt")
    assert "no longer goes by the decisions on it: name their file with --decisions" in again.err
    assert "no longer" not in run("build", "talks.txt").err


def test_review_writes_to_stdout_and_refuses_what_is_no_article(run: Run, tmp_path: Path):
    ran = run("review", "talks.txt", "-o", "-")
    assert ran.out.startswith("# What was read")
    assert not (tmp_path / "talks.decisions.yaml").exists()
    (tmp_path / "data.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert "it is a dataset" in run("review", "data.ttl").err
    assert run("review", "https://news.example/1").code == 2
    assert "is not a date" in run("review", "talks.txt", "--on", "today").err


# ---------------------------------------------------------------------- entities

ENTITIES = """\
format: parley decisions 1
by: Edda Lund
on: 2031-05-07
entities:
- decision: {verdict}
  first: {{person: Cole Reed, source: talks}}
  second: {{person: Cole Reed, source: later}}
  because: the same minister
"""


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Path:
    """Two articles in the store, and the name of a file."""
    other = TEXT.replace("Monday", "Friday").replace("Danish Prime", "Swedish Prime")  # nothing joins two sides
    (tmp_path / "later.txt").write_text(other, encoding="utf-8")
    assert run("build", "talks.txt", "later.txt").code == 0
    return tmp_path / "same.yaml"


def reeds(run: Run) -> int:
    return len({row["person"] for row in rows(run, "posts") if row["holder"] == "Cole Reed"})


def test_a_decision_on_entities_is_applied_replaced_and_taken_back_with_its_line(run: Run, two: Path):
    assert reeds(run) == 2
    two.write_text(ENTITIES.format(verdict="same"), encoding="utf-8")
    for _ in range(2):
        assert run("build", "--decisions", two).code == 0
        assert reeds(run) == 1
    two.write_text(ENTITIES.format(verdict="different"), encoding="utf-8")
    assert run("build", "--decisions", two).code == 0
    assert reeds(run) == 2
    two.write_text(ENTITIES.format(verdict="same"), encoding="utf-8")
    run("build", "--decisions", two)
    two.write_text(ENTITIES.partition("entities:")[0], encoding="utf-8")
    assert run("build", "--decisions", two).code == 0
    assert reeds(run) == 2
    with parley.open("parley-store") as talks:
        assert talks.knowledge.decisions() == []


def test_an_iri_from_an_answer_names_an_entity_also_when_it_is_merged(run: Run, two: Path):
    first, second = sorted({row["person"] for row in rows(run, "posts") if row["holder"] == "Cole Reed"})
    text = f"format: parley decisions 1\nby: me\nentities:\n- decision: same\n  first: {first}\n  second: {second}\n"
    two.write_text(text, encoding="utf-8")
    for _ in range(2):
        ran = run("build", "--decisions", two)
        assert ran.code == 0, ran.err
        assert reeds(run) == 1


def test_a_name_that_several_have_is_refused_and_one_that_nobody_has_waits(run: Run, two: Path):
    two.write_text(ENTITIES.format(verdict="same").replace(", source: talks", ""), encoding="utf-8")
    ran = run("build", "--decisions", two)
    assert ran.code == 1
    assert "same.yaml, line 5: entities: person 'Cole Reed' can be 2 nodes: add its source" in ran.err
    two.write_text(ENTITIES.format(verdict="same").replace("Cole Reed, source: talks", "Jan Nobody"), encoding="utf-8")
    ran = run("build", "--decisions", two)
    assert ran.code == 0
    assert "nothing in the graph is person 'Jan Nobody' yet: not applied" in ran.err


@pytest.mark.parametrize(
    ("second", "more", "message"),
    [
        ("{person: Cole Reed, source: talks}", "", "line 5: entities: the two are one node already"),
        ("{person: Cole Reed, source: later}", "- decision: unsure\n  first: https://w3id.org/parley/id/source/later/person/cole-reed\n"
         "  second: {person: Cole Reed, source: talks}\n", "line 8: entities: is decided twice; keep one"),
        ("https://w3id.org/parley/id/source/talks/unnamed/x", "", "is never merged with anybody"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_on_two_entities_is_told_and_changes_nothing(
    run: Run, two: Path, second: str, more: str, message: str
):
    first = "- decision: same\n  first: {person: Cole Reed, source: talks}\n"
    text = f"format: parley decisions 1\nby: me\n\nentities:\n{first}  second: {second}\n{more}"
    two.write_text(text, encoding="utf-8")
    ran = run("build", "--decisions", two)
    assert ran.code == 1
    assert message in ran.err
    assert reeds(run) == 2


def test_two_files_may_agree_on_entities_but_not_differ(run: Run, two: Path, tmp_path: Path):
    other = tmp_path / "other.yaml"
    two.write_text(ENTITIES.format(verdict="same"), encoding="utf-8")
    other.write_text(ENTITIES.format(verdict="same").replace("Edda Lund", "Olaf Pine"), encoding="utf-8")
    both = ("build", "--decisions", two, "--decisions", other)
    assert run(*both).code == 0
    with parley.open("parley-store") as talks:
        assert [decision.by for decision in talks.knowledge.decisions()] == ["Edda Lund"]
    other.write_text(ENTITIES.format(verdict="different").replace("Edda Lund", "Olaf Pine"), encoding="utf-8")
    ran = run(*both)
    assert ran.code == 1
    assert "other.yaml, line 5: entities: " in ran.err
    assert "same.yaml, line 5, says same of the same two; agree on one" in ran.err
    assert reeds(run) == 1
    ran = run("build", "--decisions", other)
    assert "'different' takes the place of 'same', which Edda Lund had decided on the same two" in ran.err
    assert reeds(run) == 2
    assert "takes the place" not in run("build", "--decisions", other).err


# ---------------------------------------------------------------------- Python


def test_python_reviews_and_reads_with_decisions(tmp_path: Path, article: Path):
    with parley.open() as talks:
        path = talks.review(article, tmp_path / "mine.yaml", by="Edda Lund", on="2031-05-07")
        decide(path, "Cole Reed is", "reject")
        assert "added talks" in talks.read(article, decisions=[path])[-1]
        assert [row["verdict"] for row in talks.ask("decisions")] == ["rejected"]
        path.write_text("format: other\n", encoding="utf-8")
        with pytest.raises(ReviewError, match="is of the format"):
            talks.read(article, decisions=[path])
        path.rename(article.with_suffix(".decisions.yaml"))
        with pytest.raises(SourcesUnread, match="is of the format"):
            talks.read(article)
        with pytest.raises(ValueError, match="give output"):
            talks.review("https://news.example/1")


def test_sentences_that_yield_nothing_are_told(run: Run, article: Path):
    article.write_text(
        "Talks in Oslo\n\nNorway proposed a ceasefire to Denmark.\n\nRain fell all day.\n", encoding="utf-8"
    )
    told = run("review", "talks.txt", "--unread")
    assert (told.code, told.out) == (0, "5: Rain fell all day.\n")
    assert "1 of 3 sentences yielded nothing" in told.err
    assert not (article.parent / "talks.decisions.yaml").exists()
    assert "1 of 3 sentences yielded nothing" in run("review", "talks.txt").err


def test_a_list_of_unread_sentences_takes_no_file(run: Run):
    told = run("review", "talks.txt", "--unread", "-o", "file.yaml")
    assert (told.code, told.out) == (2, "")
    assert "--unread writes no file" in told.err
