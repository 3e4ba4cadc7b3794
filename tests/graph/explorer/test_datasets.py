"""Datasets beside articles: whose word each value is, identifiers that lead out, and days that differ side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from parley.graph.explorer.page import render
from parley.graph.identifiers import Minter
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Agent
from tests.graph.history.series import SERIES, fill
from tests.loaders.datasets.made_up import EU_COLUMNS, EU_ROW, FTM_PERSON, ReadDataset, lines, of, read, table

from .conftest import OpenPage

pytestmark = pytest.mark.browser


def page_with(born: str) -> str:
    """The made-up articles, and two datasets that know one person, born on this day as one of them has it."""
    eu = read(table([{**EU_ROW, "birthDate": born}], EU_COLUMNS), "eu-sanctions")
    ftm = read(lines(FTM_PERSON), "ftm", "lines")
    with open_knowledge() as knowledge:
        fill(knowledge, SERIES)
        for title, one in (("List of one", eu), ("List of another", ftm)):
            source = replace(one.records.source, id=title[8:], title=title)
            knowledge.add(replace(one.records, source=source))
        knowledge.decide(person(eu, "one"), person(ftm, "another"), "same")
        return render(knowledge)


def person(read: ReadDataset, source: str) -> str:
    """The IRI of the person in a dataset."""
    key = next(one.key for one in of(Agent, read) if one.kind == "person")
    return Minter().node(source, key)


def choose(page: Page, iri_of: str) -> None:
    """Select somebody of whom a dataset knows."""
    page.evaluate(
        """(words) => {
          const fact = Parley.model.facts.find((one) => one.kind === "listed" && one.words.at(-1) === words);
          location.hash = `node=${Parley.model.nodes[fact.words[0]].id}`;
        }""",
        iri_of,
    )
    page.locator("#details .listings").wait_for()


def test_each_dataset_has_a_column_and_an_identifier_is_a_link_of_whom_it_is_from(open_page: OpenPage) -> None:
    page = open_page(page_with("18.7.1970"))
    choose(page, "http://www.wikidata.org/entity/Q1234567")
    titles = page.locator(".listings thead th").all_inner_texts()
    assert sorted(titles) == ["List of another", "List of one"]
    row = page.locator(".listings tbody tr", has_text="known as")
    cells = dict(zip(titles, row.locator("td").all_inner_texts(), strict=True))
    assert cells["List of one"].strip() == ""
    link = row.locator("a", has_text="Q1234567")
    assert link.get_attribute("href") == "http://www.wikidata.org/entity/Q1234567"
    assert "noopener" in str(link.get_attribute("rel"))
    assert "under sanctions of" in page.locator("#details .facts").inner_text()
    page.locator(".listings tbody tr", has_text="born").get_by_role("button", name="18 July 1970: its words").click()
    assert "18.7.1970" in page.locator("#article .strong").inner_text()


@pytest.mark.parametrize(("born", "differ"), [("19.8.1971", True), ("18.7.1970", False)])
def test_days_that_cannot_both_be_right_stand_side_by_side_and_are_marked(
    open_page: OpenPage, born: str, differ: bool
) -> None:
    page = open_page(page_with(born))
    choose(page, "http://www.wikidata.org/entity/Q1234567")
    row = page.locator(".listings tbody tr", has_text="born")
    told = " ".join(row.locator("td").all_inner_texts())
    assert "July 1970" in told
    assert ("19 August 1971" in told) == differ
    assert ("≠" in row.locator("th").inner_text()) == differ


def test_what_is_under_no_negotiation_is_told_in_one_too(open_page: OpenPage) -> None:
    page = open_page(page_with("18.7.1970"))
    choose(page, "http://www.wikidata.org/entity/Q1234567")
    assert page.evaluate("Parley.model.talks.length") == 2
    page.evaluate("location.hash += `&talks=${Parley.model.nodes[Parley.model.talks[0].node].id}`")
    page.locator("#up").wait_for()
    assert "under sanctions of" in page.locator("#details .facts").inner_text()
