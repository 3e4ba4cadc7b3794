"""The page in a browser, used as a reader uses it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from parley.graph.records import Agent, Key, Source, SourceRecords, Span, Statement
from parley.loaders.news.extract import read_article

from .conftest import OpenPage, rendered
from .made_up import SECOND, first_article, second_article

pytestmark = pytest.mark.browser

CORPUS = Path(__file__).parents[3] / "examples" / "corpus" / "tuning" / "articles"
HOSTILE = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"' href=\u2028</script>\n<!--"


def find(page: Page, words: str) -> str:
    """Search, take the first result with the keyboard, and return the heading of the panel."""
    page.get_by_role("combobox", name="Search").fill(words)
    page.keyboard.press("Enter")
    return page.locator("#details h2").inner_text()


def test_it_opens_from_disk_in_silence_and_draws(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert page.locator("h1").inner_text() == "Norland–Suderia talks"
    assert page.locator("#graph canvas").count() == 1
    assert "5 of 7 items known only from what Zoë Lindqvist-Åberg says" in page.locator("#details").inner_text()


def test_the_policy_forbids_all_that_the_file_does_not_hold() -> None:
    html = rendered(first_article())
    assert "default-src 'none'" in html
    assert "unsafe" not in html[: html.index("<style>")]
    assert not re.search(
        r"<(script|link|img|iframe)[^>]+(src|href)=[\"']?(?!data:|[\"'])[^#\s>]", html.partition("<style>")[0]
    )
    assert "sourceMappingURL" not in html


@pytest.mark.parametrize("words", ["dvorak", "Dvořák", "DVORAK marek", "dvorka"])
def test_a_person_is_found_by_surname_with_or_without_diacritics_and_typos(open_page: OpenPage, words: str) -> None:
    assert find(open_page(rendered(first_article())), words) == "Marek Dvořák"


def test_a_state_is_found_by_its_alias_and_a_sentence_by_its_words(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    assert find(page, "grand sud") == "Suderia"
    page.get_by_role("combobox", name="Search").fill("sea cross once")
    assert page.locator("#results .group").first.inner_text().startswith("WORDS")
    page.keyboard.press("Enter")
    assert "with the help of the Sea Cross once Suderia is ready" in page.locator("#article .strong").inner_text()


def test_the_keyboard_reaches_every_result(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.keyboard.press("/")
    page.keyboard.type("norland")
    second = page.locator("#results [role=option]").nth(1).locator(".name").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text().casefold() == second.casefold()
    page.locator("#graph").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#details h2").inner_text().casefold() != second.casefold()


def test_a_person_shows_the_posts_with_tenure_speaker_and_exact_words(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    find(page, "dvořák")
    facts = page.locator("#details").inner_text()
    assert "holds the post of Secretary of the Sea Council" in facts
    assert "formerly held the post of Minister of Fisheries" in facts
    assert "stated by Harbour Post" in facts
    assert "Marek Dvořák, formerly Minister of Fisheries, now Secretary of the Sea Council" in facts


def test_claims_say_who_claims_and_what_pulls_against_them(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    find(page, "400 boats")
    facts = page.locator("#details").inner_text()
    assert "said by Zoë Lindqvist-Åberg · reported by Harbour Post" in facts
    assert "is in tension with" in facts


def test_an_expected_attendance_is_not_told_as_presence(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    find(page, "observers")
    facts = page.locator("#details").inner_text()
    assert "are expected to observe Next round" in facts
    assert "observed Next round" not in facts


def test_a_quote_leads_to_its_place_in_the_article_and_back(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    find(page, "400 boats")
    page.locator("#details .quote").first.click()
    strong = page.locator("#article .strong")
    assert strong.inner_text() == "Norland proposed handing over at least 400 more boats from each side"
    page.locator("#article .piece", has_text="Both sides agreed").click()
    page.get_by_role("tab", name="Details").click()
    assert page.locator("#details h2").inner_text() == "Exchange of sick sailors"


def test_sentences_that_yielded_nothing_are_dimmed_and_counted(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.get_by_role("tab", name="Article").click()
    dimmed = page.locator("#article .dimmed")
    told = page.locator("#article .silence").inner_text()
    assert told.startswith(f"{dimmed.count()} of ")
    pieces = page.locator("#article .piece").all_inner_texts()
    assert not set(dimmed.all_inner_texts()) & set(pieces)


def test_a_filter_leaves_what_is_chosen_and_brings_back_the_rest(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.locator("#view-items").click()
    assert page.locator("#page .card").count() == 7
    counted = page.locator("#filter-status-demanded .count").inner_text()
    page.locator("#filter-status-demanded").click()
    assert page.locator("#page .card").count() == int(counted) == 1
    page.locator("#filter-status-agreed").click()
    assert page.locator("#page .card").count() == 2
    page.locator("#show-all").click()
    assert page.locator("#page .card").count() == 7


def test_a_double_click_leaves_only_this(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), address="#view=items&status=proposed,agreed")
    page.locator("#filter-status-demanded").dblclick()
    assert page.locator("#chips li b").all_inner_texts() == ["Demanded"]
    assert page.locator("#page .card").count() == 1
    page.locator("#chips li button").click()
    assert page.locator("#chips").is_hidden()
    assert page.locator("#page .card").count() == 7


def test_filtering_by_speaker_leaves_what_that_speaker_says(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.locator("#view-table").click()
    page.locator(".facet", has_text="a delegate").click()
    rows = page.locator("#facts tbody tr")
    assert rows.count() == 1
    assert "Third round lasted about two hours" in rows.first.inner_text()


def test_positions_say_where_the_sources_are_silent(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    page.locator("#view-positions").click()
    assert "no position in the sources" in page.locator("table.positions").inner_text()


def test_two_sources_are_told_apart(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article(), second_article()))
    page.locator("#view-table").click()
    table = page.locator("#facts").inner_text()
    assert "Third round lasted barely forty minutes" in table
    assert "Harbour Post, 24 May 2031, 09:30" in table
    assert "publisher of “Suderia Denies Any Offer on Boats” (25 May 2031)" in table
    assert "disputed by Marek Dvořák" in table
    page.locator(".facet", has_text="25 May 2031: ").click()
    assert "Harbour Post" not in page.locator("#facts tbody").inner_text()


def test_offsets_count_code_points(open_page: OpenPage) -> None:
    source = first_article()
    text = "🚢⚓ " + source.source.text
    moved = [
        replace(record, span=Span(record.span.start + 3, record.span.end + 3))
        if isinstance(record, Statement)
        else record
        for record in source.records
    ]
    page = open_page(rendered(SourceRecords(replace(source.source, text=text), tuple(moved))))
    find(page, "400 boats")
    page.locator("#details .quote").first.click()
    assert page.locator("#article .strong").inner_text().startswith("Norland proposed")


def test_hostile_words_stay_words(open_page: OpenPage) -> None:
    said = Statement(Key("statement/1"), Span(0, len(HOSTILE)), "claim", chain=(Key("person/x"),))
    person = Agent(Key("person/x"), "person", HOSTILE, surface_forms=(HOSTILE,), aliases=(HOSTILE + "2",))
    article = Source("evil", HOSTILE, HOSTILE, "news", "made up", url="javascript:window.hacked=1")
    page = open_page(rendered(SourceRecords(article, (person, said))))
    assert "<script>window.hacked" in page.locator("h1").inner_text()
    find(page, "hacked")
    page.get_by_role("tab", name="Article").click()
    for view in ("items", "positions", "table", "graph"):
        page.locator(f"#view-{view}").click()
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_an_empty_graph_says_so(open_page: OpenPage) -> None:
    page = open_page(rendered())
    assert "This graph is empty" in page.locator("#empty").inner_text()
    page.locator("#view-table").click()
    assert "0 facts" in page.locator("#page").inner_text()


def test_the_address_brings_back_view_and_selection(open_page: OpenPage) -> None:
    html = rendered(first_article())
    page = open_page(html)
    find(page, "dvořák")
    page.locator("#view-table").click()
    address = page.evaluate("location.hash")
    again = open_page(html, address=address)
    assert again.locator("#details h2").inner_text() == "Marek Dvořák"
    assert again.locator("#view-table").get_attribute("aria-selected") == "true"


def test_back_returns_to_what_was_selected_before(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()))
    find(page, "dvořák")
    find(page, "halvorsen")
    page.go_back()
    assert page.locator("#details h2").inner_text() == "Marek Dvořák"


def test_a_denied_act_never_looks_like_a_proposal(open_page: OpenPage) -> None:
    page = open_page(rendered(second_article()))
    page.locator("#view-items").click()
    card = page.locator("#page .card").inner_text()
    assert "Denied: proposed" in card
    assert "It is denied that Norland proposed" in card
    assert page.locator("#page .chip").inner_text() == "✕ Denied: proposed"


def test_a_phone_opens_on_the_proposals_and_nothing_sticks_out(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), width=390, height=844)
    assert page.locator("#page .card").count() == 7
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_csv_guards_cells_that_a_spreadsheet_would_run(open_page: OpenPage) -> None:
    formula = Agent(Key("person/x"), "person", "=1+1", side=Key("state/norland"))
    said = Statement(Key("statement/1"), Span(0, 7), "claim", chain=(formula.key,), disputes=(Key("act/boats"),))
    second = second_article()
    records = SourceRecords(
        replace(second.source, text=SECOND), (*second.records, formula, replace(said, key=Key("statement/9")))
    )
    page = open_page(rendered(records))
    with page.expect_download() as download:
        page.locator("#export").select_option("csv")
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert '"\'=1+1"' in text
    assert '"=1+1"' not in text


def test_without_quotes_no_words_of_the_source_are_in_the_file(open_page: OpenPage) -> None:
    html = rendered(first_article(), quotes=False)
    assert "was accompanied by" not in html
    page = open_page(html)
    page.get_by_role("tab", name="Article").click()
    assert "without the words" in page.locator("#article").inner_text()


def test_the_same_graph_gives_the_same_bytes() -> None:
    forward, backward = rendered(first_article(), second_article()), rendered(second_article(), first_article())
    assert forward == backward
    data = json.loads(re.search(r'id="data">(.*?)</template>', forward, re.S).group(1))  # type: ignore[union-attr]  # the page always has it
    assert [source["title"] for source in data["sources"]] == sorted(source["title"] for source in data["sources"])


def test_an_organisation_that_people_act_for_has_a_lane_though_it_is_no_party(open_page: OpenPage) -> None:
    text = (CORPUS / "27_cyprus_consultations.txt").read_text("utf-8")
    page = open_page(rendered(read_article(text, source_id="consultations")))
    page.get_by_role("tab", name="Table").click()
    assert page.locator("table").first.is_visible()


def test_the_page_is_ascii_and_reads_the_same_whatever_it_is_taken_for(open_page: OpenPage) -> None:
    html = rendered(first_article())
    assert html.isascii()
    words = "[document.title, document.querySelector('#graph canvas') !== null, Parley.model.nodes.map((n) => n.label)]"
    page = open_page(html)
    read = page.evaluate(words)
    assert "Zoë Lindqvist-Åberg" in read[2]
    other = open_page(html.replace('charset="utf-8"', 'charset="windows-1251"'))
    assert other.evaluate("document.characterSet") == "windows-1251"
    assert other.evaluate(words) == read
