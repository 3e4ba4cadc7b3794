"""The example of corrections: what a reader put right in the article is in the graph, and nothing else has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parley.graph.identifiers import content_hash
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.audit import check_source, source_graphs
from parley.graph.records import SourceRecords
from parley.queries.ask import ask
from parley.review.applying import apply
from parley.review.entries import Decisions
from parley.review.merging import fresh
from parley.review.reading import read_decisions
from parley.review.showing import show

from .golden import ARTICLE

ROOT = ARTICLE.parent.parent.parent
EXAMPLE = ROOT / "examples" / "review" / "istanbul.decisions.yaml"
STATEMENTS = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?start ?end ?speaker ?modality ?evidence WHERE {
  ?statement prov:wasAttributedTo ?speaker ; parley:modality ?modality ; parley:evidence ?evidence ;
    oa:hasTarget/oa:hasSelector/oa:start ?start ; oa:hasTarget/oa:hasSelector/oa:end ?end .
} ORDER BY ?start ?end ?speaker ?modality ?evidence
"""


@pytest.fixture(scope="module")
def example() -> Decisions:
    return read_decisions(str(EXAMPLE), EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reviewed(records: SourceRecords, example: Decisions) -> Iterator[Knowledge]:
    done = apply(records, [example])
    assert [note for note in done.notes if "not applied" in note or "not found" in note] == []
    with open_knowledge() as knowledge:
        knowledge.add(done.records)
        yield knowledge


def rows(knowledge: Knowledge, question: str, columns: str) -> set[tuple[str, ...]]:
    found = ask(knowledge, question).results
    return {tuple("" if row[name] is None else str(row[name]) for name in columns.split()) for row in found}


def test_the_example_is_about_this_article(example: Decisions, article: str):
    assert example.text == content_hash(article)


def test_each_decision_is_told_with_who_took_it_and_when(reviewed: Knowledge, example: Decisions):
    assert rows(reviewed, "decisions", "verdict by on") == {
        (verdict, example.by, example.on) for verdict in ("accepted", "added", "edited", "rejected")
    }


def test_what_was_rejected_is_no_proposal_any_more_but_its_words_stay(knowledge: Knowledge, reviewed: Knowledge):
    before, after = (rows(known, "proposals", "side act item addressee") for known in (knowledge, reviewed))
    assert {row[:3] for row in before - after} >= {("Russia", "commit", "readiness for the next round")}
    assert {(row[1], row[3]) for row in after - before} == {("propose", "Ukraine")}


def test_nothing_that_was_said_is_lost(knowledge: Knowledge, reviewed: Knowledge):
    def said(known: Knowledge) -> set[tuple[str, ...]]:
        found = known.query(STATEMENTS)
        return {tuple(str(row[name]) for name in found.columns) for row in found}

    assert said(knowledge) <= said(reviewed)
    assert len(said(reviewed)) == len(said(knowledge)) + 1


def test_the_graph_keeps_its_rules(reviewed: Knowledge):
    (graph,) = source_graphs(reviewed)
    assert check_source(reviewed, graph).problems == ()


def test_the_page_on_corrections_shows_entries_as_they_are(records: SourceRecords):
    page = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    read, own, _ = re.findall(r"^```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    written = fresh(Decisions("mine.yaml", "article", "", "", ""), show(records)).text
    assert read in written
    assert own in EXAMPLE.read_text(encoding="utf-8")


def test_every_fact_of_the_article_is_found_again_after_being_written_and_read(records: SourceRecords, tmp_path: Path):
    text = fresh(Decisions("mine.yaml", "article", content_hash(records.source.text), "A", ""), show(records)).text
    read = read_decisions("mine.yaml", text.replace("decision: undecided\n", "decision: accept\n"))
    done = apply(records, [read])
    assert done.notes == ()
    assert {replace(one, line=0) for one in read.entries if one.decision != "accept"} == set()
    assert set(records.records) <= set(done.records.records)
