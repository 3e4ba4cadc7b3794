"""The SPARQL editor is a component: it works on the page of an endpoint as it does on a page with an engine."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent

import pyoxigraph
import pytest
from playwright.sync_api import Browser, Page

from parley.graph.explorer.page import editor
from parley.graph.knowledge import open_knowledge

from .made_up import first_article

pytestmark = pytest.mark.browser
DOCS = Path(__file__).parents[3] / "docs" / "page.md"
NAMES = """PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?person ?name ?post WHERE { ?person a foaf:Person ; skos:prefLabel ?name OPTIONAL { ?person <x:post> ?post } }
ORDER BY ?name"""


def documented() -> str:
    """The endpoint's page, as the docs have it."""
    found = re.search(r"^    <!doctype html>.*?</script>\n(?=\n)", DOCS.read_text("utf-8"), re.S | re.M)
    assert found
    return dedent(found[0])


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server that speaks the SPARQL protocol over a graph, and gives out the documented page."""
    store = pyoxigraph.Store()
    with open_knowledge() as knowledge:
        knowledge.add(first_article())
        store.load(knowledge.serialized("nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    files = {"/": ("text/html", documented()), "/editor.js": ("text/javascript", editor()), "/favicon.ico": ("", "")}

    class Server(BaseHTTPRequestHandler):
        def reply(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self.reply(200, files[self.path][0], files[self.path][1].encode())

        def do_POST(self) -> None:
            assert self.path == "/sparql"
            query = self.rfile.read(int(self.headers["Content-Length"])).decode()
            try:
                found = store.query(query)
            except SyntaxError as error:
                self.reply(400, "text/plain", f"Refused: {error}".encode())
                return
            assert isinstance(found, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean)
            body = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            assert body is not None
            self.reply(200, "application/sparql-results+json", body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser, endpoint: str) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.goto(endpoint)
    yield opened
    context.close()
    assert trouble == []


def answers(page: Page, query: str) -> str:
    page.locator("#query").fill(query)
    page.get_by_role("button", name="Run").click()
    page.locator("#answer:not(:has-text('Working')) > *").first.wait_for()
    return page.locator("#answer").inner_text()


def test_the_documented_page_of_an_endpoint_asks_it_and_shows_rows_and_truth(page: Page) -> None:
    assert page.locator("#query").input_value() == "ASK { ?s ?p ?o }"
    assert "yes" in answers(page, "ASK { ?s ?p ?o }")
    assert answers(page, NAMES).startswith("3 rows")
    assert page.locator("#answer thead th").all_inner_texts() == ["person", "name", "post"]
    assert "Zoë Lindqvist-Åberg" in page.locator("#answer tbody tr").last.inner_text()
    assert page.locator("#answer tbody tr").first.locator("td").last.inner_text() == ""


def test_what_the_endpoint_refuses_is_told_in_its_words_as_text(page: Page) -> None:
    assert "Refused: " in answers(page, "SELECT <b>?s</b>")
    assert page.locator("#answer [role=alert]").count() == 1
    assert page.locator("#answer b").count() == 0
    assert "yes" in answers(page, "ASK {}")


def test_a_runner_gives_text_questions_are_offered_and_an_iri_leads_where_the_page_says(page: Page) -> None:
    page.evaluate(
        """() => {
          const found = { head: { vars: ["x"] }, results: { bindings: [{ x: { type: "uri", value: "x:known" } }] } };
          const run = async (query) => (query === "triples" ? "<x:s> <x:p> <x:o> ." : found);
          const link = (iri) => (iri === "x:known" ? Parley.dom.el("a", { href: "#known" }, "known here") : null);
          const questions = { one: { text: "Who?", sparql: "the question" } };
          document.querySelector("main").replaceChildren(Parley.editor.made({ run, link, questions }).view());
        }"""
    )
    page.locator("#questions").select_option("one")
    assert page.locator("#query").input_value() == "the question"
    page.get_by_role("button", name="Run").click()
    assert page.locator("#answer td a").inner_text() == "known here"
    assert answers(page, "triples") == "<x:s> <x:p> <x:o> ."


def test_of_two_queries_at_once_the_later_one_is_answered(page: Page) -> None:
    page.evaluate(
        """() => {
          window.waiting = [];
          const run = (query) => new Promise((then) => waiting.push(() => then(query)));
          document.querySelector("main").replaceChildren(Parley.editor.made({ run }).view());
        }"""
    )
    for query in ("first", "second"):
        page.locator("#query").fill(query)
        page.get_by_role("button", name="Run").click()
    page.evaluate("waiting[1]()")
    page.locator("#answer pre").wait_for()
    page.evaluate("waiting[0]()")
    assert page.locator("#answer").inner_text() == "second"
