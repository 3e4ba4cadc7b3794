"""What can be taken out of the page: pictures, data, paper."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from parley.graph.records import Agent, Key, Source, SourceRecords, Span, Statement

from .conftest import OpenPage, rendered
from .made_up import first_article
from .several import several

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def exported(page: Page, kind: str) -> bytes:
    with page.expect_download() as download:
        page.locator("#export").select_option(kind)
    return Path(download.value.path()).read_bytes()


def texts(picture: bytes) -> str:
    root = ElementTree.fromstring(picture)  # made by the page itself
    return " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def test_the_table_is_handed_on_in_lines_with_its_sources(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), width=900, height=500)
    picture = exported(page, "svg")
    told = texts(picture)
    assert "Dvořák" in told
    assert "From 1 source · Harbour Post" in told
    height = float(ElementTree.fromstring(picture).attrib["height"])
    assert height > page.evaluate("Parley.layout.now().height") > 500


def test_a_picture_in_points_is_three_times_as_large_and_whole(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), width=900, height=500)
    picture = exported(page, "png")
    width, height = int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
    size = page.evaluate("[Parley.layout.now().width, Parley.layout.now().height]")
    assert (width, height) == (int(size[0] * 3), int((size[1] + 36) * 3))


def test_hostile_names_are_text_in_the_picture(open_page: OpenPage) -> None:
    name = "</text><script>alert(1)</script>&\"'\x07"
    person = Agent(Key("person/x"), "person", name)
    said = Statement(Key("statement/1"), Span(0, 4), "claim", chain=(person.key,))
    article = Source("evil", name, "Text", "news", "made up")
    page = open_page(rendered(SourceRecords(article, (person, said))))
    picture = exported(page, "svg")
    assert b"<script" not in picture
    assert "<script>" in texts(picture)


def test_data_tell_their_version(open_page: OpenPage) -> None:
    data = json.loads(exported(open_page(rendered(*several(2))), "json"))
    assert data["version"] == 3
    assert len(data["talks"]) == 2


def test_facts_are_handed_on_as_they_are_filtered(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2)), address="#view=table")
    every = exported(page, "csv").decode().count("\n")
    page.locator("[id^='filter-side-']").first.click()
    assert 0 < exported(page, "csv").decode().count("\n") < every


def test_paper_has_the_whole_table_in_lines_and_light(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.locator("#theme").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    image = page.locator("#printed img")
    assert image.is_visible()
    assert str(image.get_attribute("src")).startswith("data:image/svg+xml")
    assert page.locator("#graph").is_hidden()
    assert page.locator("#side").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("#printed img").count() == 0
