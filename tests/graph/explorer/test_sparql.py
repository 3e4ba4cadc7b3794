"""A page that carries an engine answers SPARQL over its graph, offline; all other pages know nothing of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from parley.graph.errors import EngineUnusable
from parley.graph.explorer.engine import VERSION, Engine, read_engine
from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge

from .conftest import OpenPage, rendered
from .made_up import first_article

pytestmark = pytest.mark.browser
PACKAGE = Path(__file__).parents[3] / ".venv" / f"oxigraph-{VERSION}.tgz"
NAMES = """PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?person ?name WHERE { ?person a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    if not PACKAGE.exists():
        pytest.skip("`make engine` has not been run: no page with SPARQL is tried")
    return read_engine(PACKAGE)


def page_with(engine: Engine, *, quotes: bool = True) -> str:
    with open_knowledge() as knowledge:
        knowledge.add(first_article())
        asked = {"people": {"text": "Who is named?", "sparql": NAMES}}
        return render(knowledge, quotes=quotes, engine=engine, questions=asked)


def answers(page: Page, query: str) -> str:
    """Run a query and return what the page says."""
    page.locator("#query").fill(query)
    page.locator("#query").press("Control+Enter")
    page.locator("#answer:not(:has-text('Working')) > *").first.wait_for(timeout=30_000)
    return page.locator("#answer").inner_text()


def test_rows_truth_triples_and_mistakes_are_told(open_page: OpenPage, engine: Engine) -> None:
    page = open_page(page_with(engine), address="#view=sparql")
    page.locator("#questions").select_option("people")
    assert page.locator("#query").input_value() == NAMES
    told = answers(page, NAMES)
    assert told.startswith("3 rows")
    assert "Zoë Lindqvist-Åberg" in told
    assert "yes" in answers(page, "ASK { ?s ?p ?o }")
    assert "subject" in answers(page, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2")
    for refused in (
        "SELECT ?s WHERE { ?s ?p } LIMIT",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
    ):
        assert answers(page, refused)
        assert page.locator("#answer [role=alert]").count() == 1
    answers(page, NAMES)
    page.locator("#answer a.link", has_text="Per Halvorsen").click()
    assert page.locator("#details h2").inner_text() == "Per Halvorsen"
    assert page.locator("#answer tbody tr").count() == 3


def test_the_page_answers_from_the_sources_graphs_too_and_without_words_has_none(engine: Engine) -> None:
    assert "Apache License" in page_with(engine)
    assert page_with(engine) == page_with(engine)
    assert len(page_with(engine, quotes=False)) < len(page_with(engine))


def test_only_a_page_with_an_engine_may_run_it(open_page: OpenPage, engine: Engine) -> None:
    policies = [
        re.findall(r'content="(default-src[^"]*)"', html)[0] for html in (page_with(engine), rendered(first_article()))
    ]
    assert ["'wasm-unsafe-eval'" in policy for policy in policies] == [True, False]
    assert all("'unsafe-eval'" not in policy and "unsafe-inline" not in policy for policy in policies)
    page = open_page(rendered(first_article()), address="#view=sparql")
    assert page.locator("#view-sparql").is_hidden()
    assert page.evaluate("Parley.shown.state.view") == "graph"


def test_a_package_that_is_missing_or_another_is_told_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "oxigraph.tgz"
    other.write_bytes(b"something else")
    for path, words in ((tmp_path / "none.tgz", "No such file"), (other, "its SHA-256 differs")):
        with pytest.raises(EngineUnusable, match=words):
            read_engine(path)
