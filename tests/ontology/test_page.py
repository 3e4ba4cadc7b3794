"""The vocabulary's documentation has a place for every term, leads nowhere that is not there, and stays the same."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib.namespace import SKOS

from docs.ontology_page import ontology_page
from parley.ontology.terms import NAMESPACE
from parley.ontology.validation import vocabulary

ROOT = Path(__file__).resolve().parents[2]
VOID = {"meta", "link", "br", "img"}


class Read(HTMLParser):
    """The anchors of a page, its links, what it fetches, and the text under each anchor."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.text: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.anchors += [told["id"]] if "id" in told else []
        self.links += [told["href"]] if tag == "a" else []
        if tag in ("script", "link", "img", "iframe") or "src" in told:
            self.fetched.append(tag)
        if tag not in VOID:
            self.open.append((tag, told.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, anchor in self.open:
            if anchor:
                self.text[anchor] = self.text.get(anchor, "") + data


@pytest.fixture(scope="module")
def page() -> Read:
    return Read(ontology_page())


def terms() -> dict[str, str]:
    """Our terms by anchor, each with its definition."""
    graph = vocabulary()
    own = {str(node) for node in graph.subjects() if str(node).startswith(NAMESPACE)}
    defined = {str(node): str(words) for node, words in graph.subject_objects(SKOS.definition)}
    return {iri.removeprefix(NAMESPACE): defined[iri] for iri in own}


def test_every_term_has_its_anchor_once_and_its_definition_is_there(page: Read):
    known = terms()
    assert len(known) > 400
    assert set(known) <= set(page.anchors)
    assert len(page.anchors) == len(set(page.anchors))
    schemes = {name for name in known if name.startswith("scheme-")}  # a heading, with its definition below it
    assert [name for name in set(known) - schemes if known[name] not in page.text[name]] == []
    assert [name for name in schemes if f"<p>{known[name]}" not in ontology_page().replace("&#x27;", "'")] == []


def test_links_lead_to_what_is_there_and_nothing_is_fetched(page: Read):
    assert page.open == []
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.anchors)
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links)
    assert page.fetched == []


def test_a_term_tells_its_range_and_its_scheme_its_concepts(page: Read):
    assert "prov:Agent" in page.text["obligor"]
    assert "TjPrire" in page.text["issue-prisoners"]
    assert "humanitarian" in page.text["issue-prisoners"]
    assert "#issue-prisoners" in page.links  # its wider issue lists it


@pytest.mark.slow
def test_the_command_writes_the_same_page_each_time(tmp_path: Path):
    output = tmp_path / "new" / "ontology.html"
    command = [sys.executable, str(ROOT / "docs" / "ontology_page.py"), "-o", str(output)]
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    )
    assert output.read_text(encoding="utf-8") == ontology_page()
