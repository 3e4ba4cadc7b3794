"""An article tells its outlet, day and headline where people print them; what stands about it says nothing."""

from __future__ import annotations

import pytest

from parley.graph.knowledge import open_knowledge
from parley.loaders.news.extract import read_article

from .reading import Told, whole

HEADLINE = "Chad and Sudan hold cattle talks"
DAY = "2025-03-05"
BODY = (
    "Chadian Foreign Minister Renée Ngarta met Sudanese envoy Tariq Anwar in Cairo. Chad offered Sudan 40 wells. "
    "Anwar rejected the offer, and the talks in Cairo go on."
)


def article(*lines: str) -> Told:
    return whole("\n\n".join(lines) + "\n", published=None)


def told_of(read: Told) -> tuple[str, str, str]:
    source = read.source
    return source.title, read.label(source.publisher), source.published.value if source.published else ""


@pytest.mark.parametrize(
    ("lines", "publisher", "published"),
    [
        ((HEADLINE, "By Ana Rau | Lake Herald", BODY), "Lake Herald", ""),
        ((HEADLINE, "By Ana Rau and Jon Berg | Lake Herald | March 5, 2025", BODY), "Lake Herald", "2025-03-05"),
        ((HEADLINE, "By Ana Rau, Reuters", BODY), "Reuters", ""),
        ((HEADLINE, "Reuters", BODY), "Reuters", ""),
        (("Associated Press", HEADLINE, BODY), "Associated Press", ""),
        ((HEADLINE, "Al Jazeera, 5 March 2025", BODY), "al-Jazeera", "2025-03-05"),
        ((HEADLINE, BODY, "© 2025 Reuters. All rights reserved."), "Reuters", ""),
        ((HEADLINE, BODY, "Source: Reuters"), "Reuters", ""),
        ((HEADLINE, "October 14 - 15, 2003", BODY), "", "2003-10"),
        ((HEADLINE, "September 30 - October 1, 2003", BODY), "", "2003"),
        ((HEADLINE, "Geneva, 5 March 2025", BODY), "", "2025-03-05"),
        ((HEADLINE, "Geneva, October 14-15, 2003", BODY), "", "2003-10"),
        ((HEADLINE, f"CAIRO, March 5, 2025 (Reuters) - {BODY}"), "Reuters", "2025-03-05"),
        ((HEADLINE, f"CAIRO, 3-4 March 2025 - {BODY}"), "", "2025-03"),
        ((f"Title: {HEADLINE}\nSource: Herald\nDate: 2025-03-05\nURL: https://e.org", BODY), "Herald", "2025-03-05"),
        ((f"From: Desk <d@e.org>\nDate: 5 Mar 2025\nSubject: {HEADLINE}", BODY, "Unsubscribe"), "Desk", "2025-03-05"),
        ((f"From: Ana Rau <d@e.org>\nDate: Wed, 5 Mar 2025\nSubject: {HEADLINE}", BODY), "", "2025-03-05"),
        ((HEADLINE, "By Ana Rau, Carbon & Capital", BODY), "Carbon & Capital", ""),
        ((HEADLINE, "By Our Diplomatic Correspondent, The Padma Courier", BODY), "The Padma Courier", ""),
        ((HEADLINE, "By Ana Rau, BBC News, Asunción", BODY), "BBC", ""),
        ((HEADLINE, "By Ana Rau, Northern Forest Journal", BODY), "Northern Forest Journal", ""),
        ((HEADLINE, "By Ana Rau, Rome", BODY), "", ""),
        ((HEADLINE, "By Reuters Staff", BODY), "Reuters", ""),
        ((HEADLINE, "ANA RAU, Nikkei staff writer, and JON BERG, Contributing writer", BODY), "Nikkei", ""),
        ((HEADLINE, "Premium Times (Abuja)", "5 March 2025", BODY), "Premium Times", "2025-03-05"),
        ((HEADLINE, "5 March 2025, Bogotá — Andes Broadcasting, web desk", BODY), "Andes Broadcasting", "2025-03-05"),
        ((HEADLINE, "December 3, 2024, Davao Mirror", BODY), "Davao Mirror", "2024-12-03"),
        ((HEADLINE, "5 March 2025 | Peace and Security", BODY), "", "2025-03-05"),
        ((HEADLINE, "**Brussels, 5 March 2025 — by Ana Rau**", BODY), "", "2025-03-05"),
        ((HEADLINE, "CAIRO, 5 March 2025 (Sahel Radio News) -", BODY), "Sahel Radio News", "2025-03-05"),
        ((HEADLINE, f"CAIRO, 5 March 2025: {BODY}"), "", "2025-03-05"),
        (("**The Lake Gazette** | Cairo", HEADLINE, "*Ana Rau, 5 March 2025*", BODY), "The Lake Gazette", "2025-03-05"),
        ((HEADLINE, "**Aral Echo**", "by Ana Rau", "March 5, 2025, 6:42 p.m.", BODY), "Aral Echo", "2025-03-05T18:42"),
        ((HEADLINE, "ANA RAU and JON BERG, Lake Business Daily staff writers", BODY), "Lake Business Daily", ""),
        ((HEADLINE, "Ana Rau, El Eco del Norte (English service)\nCairo, 5 March 2025", BODY), "El Eco del Norte", DAY),
        ((HEADLINE, "*By Ana Rau, Lake Times business desk*", BODY), "Lake Times", ""),
        ((HEADLINE, "**Lake Tribune** · Environment", "Bonn, 5 March 2025 · Jon Berg", BODY), "Lake Tribune", DAY),
        ((HEADLINE, "Lake News\nPublished Wednesday, Mar. 5, 2025\nReporter: Ana Rau", BODY), "Lake News", DAY),
        ((HEADLINE, "Agence Alizé — Doha / Goma, 5 March 2025", BODY), "Agence Alizé", "2025-03-05"),
        (("*Al-Masar, Cairo | Wednesday, 5 March 2025 | Politics*", HEADLINE, BODY), "Al-Masar", "2025-03-05"),
        ((HEADLINE, "*Published: 5 March 2025, 18:40 Aden time*", BODY), "", "2025-03-05T18:40"),
        ((HEADLINE, "Radio Nistru, 5 March 2025\nText: Ana Rau", BODY), "Radio Nistru", "2025-03-05"),
        ((HEADLINE, "By ANA RAU\nEl Correo del Norte", BODY), "El Correo del Norte", ""),
        ((HEADLINE, "La Punta (Doha), 5 March 2025. By Ana Rau, correspondent", BODY), "La Punta", DAY),
        ((HEADLINE, "By Ana Rau and Jon Berg, Nordkyst fish news, Bergen/Oslo", BODY), "Nordkyst fish news", ""),
        ((HEADLINE, "CAIRO/DOHA (Lake Press Agency), 5 March 2025 -", BODY), "Lake Press Agency", "2025-03-05"),
        ((HEADLINE, f"CAIRO (Agência Lua), 5 March 2025 - {BODY}"), "Agência Lua", "2025-03-05"),
        (("CAIRO, 5 March 2025 (Lake Wire) -", HEADLINE, BODY), "Lake Wire", "2025-03-05"),
        ((f"Headline: {HEADLINE}\nBy ANA RAU", BODY), "", ""),
        ((f"Title: {HEADLINE}\nPaper: Lake Morning\nFiled by: A Rau\nDate: March 5, 2025", BODY), "Lake Morning", DAY),
        (("LAKE POST-GAZETTE", "Issue of Wednesday 5 March 2025", HEADLINE, BODY), "LAKE POST-GAZETTE", DAY),
        ((HEADLINE, "Lake Radio Network", "A text of it", "Cairo, 5 March 2025", BODY), "Lake Radio Network", DAY),
        ((HEADLINE, "Published 5 March 2025 · 4 min read", BODY), "", DAY),
        ((HEADLINE, "*Lake Tribune, Cairo edition – Wednesday 5 March 2025, page 3*", BODY), "Lake Tribune", DAY),
        ((HEADLINE, "LAKE MONITOR / Tbilisi / 05.03.2025", BODY), "LAKE MONITOR", DAY),
        ((HEADLINE, "Lake Observer – Rome bureau – March 5, 2025 (Wed.)", BODY), "Lake Observer", DAY),
        ((HEADLINE, "O Lago do Sul · Porto Alegre · 5 March 2025 · Economia", BODY), "O Lago do Sul", DAY),
        ((HEADLINE, "Cairo, Doha | 5 March 2025", BODY), "", DAY),
        ((HEADLINE, "Lake Times", BODY), "", ""),
        ((HEADLINE, "Published: Wednesday, March 5, 2025 | By Ana Rau", BODY), "", DAY),
        ((HEADLINE, "Lake Post, Rome", "Wednesday 5 March 2025, updated 7.12am", BODY), "Lake Post", DAY),
        ((HEADLINE, "Von unserem Mann in Rom, Ana Rau — Lake Times, 5 March 2025", BODY), "Lake Times", DAY),
        ((HEADLINE, "Kampong Speu, 5 March 2025", BODY), "", "2025-03-05"),
        ((HEADLINE, "Ana Rau, Labour Correspondent", "5 March 2025", BODY), "", "2025-03-05"),
        ((HEADLINE, BODY), "", ""),
    ],
)  # fmt: skip
def test_outlet_and_day_are_found_where_they_stand(lines: tuple[str, ...], publisher: str, published: str) -> None:
    read = article(*lines)
    assert told_of(read) == (HEADLINE, publisher, published)
    assert read.persons == ["Renée Ngarta", "Tariq Anwar"]
    assert [act for act, _, _ in read.acts] == ["offer", "reject"]


@pytest.mark.parametrize(
    "about",
    [
        "Correction: An earlier version of this article said that Libya had offered Niger 500 wells.",
        "This story has been corrected: Libya did not offer Niger 500 wells.",
        "See also\n\nLibya offers Niger 500 wells\n\nTalks with Niger in Tripoli",
        "Related stories:\nLibya offers Niger 500 wells",
        "Read more: Libya offers Niger 500 wells",
        "Most read\n\nLibya agrees to free 30 herders, says General Omar Saleh",
        "By Omar Saleh, Niger Editor",
    ],
)
def test_what_stands_about_an_article_says_nothing(about: str) -> None:
    read, plain = article(HEADLINE, BODY, about), article(HEADLINE, BODY)
    assert (read.persons, read.acts, read.said) == (plain.persons, plain.acts, plain.said)
    assert {e.label for e in read.records if hasattr(e, "ordinal")} == {
        e.label for e in plain.records if hasattr(e, "ordinal")
    }


def test_the_article_goes_on_after_a_box_of_links() -> None:
    first, last = BODY.split(" Anwar ", 1)
    read = article(HEADLINE, first, "Related stories", "Libya offers Niger 500 wells", f"Anwar {last}")
    assert read.acts == article(HEADLINE, first, f"Anwar {last}").acts


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, "By the lake, Chad waits.", BODY),
        ("Reuters reporter freed in Chad", BODY),
        (HEADLINE, "Note: both sides wait.", BODY),
        (HEADLINE, BODY, "> “We wait,” said Anwar."),
    ],
)
def test_what_only_looks_like_an_imprint_is_text(lines: tuple[str, ...]) -> None:
    assert article(*lines).source.publisher is None


@pytest.mark.parametrize(
    ("line", "given", "published"),
    [
        ("Cairo, 11 March", "2026", "2026-03-11"),
        ("CAIRO, March 10 (Reuters) - ", "2026", "2026-03-10"),
        ("CAIRO, Dec. 31 - ", "2026", "2026-12-31"),
        ("CAIRO, Jan. 1 - ", "2024", "2024-01-01"),
        ("CAIRO, Feb. 29 - ", "2024", "2024-02-29"),
        ("Wednesday, March 11", "2026", "2026-03-11"),
        ("CAIRO, March 10 - ", "2026-03", "2026-03-10"),
        ("CAIRO, March 10 - ", "2026-04", "2026-04"),
        ("CAIRO, March 10, 2025 - ", "2026", "2025-03-10"),
        ("CAIRO, March 10, 2025 - ", "2026-05-01", "2026-05-01"),
        ("CAIRO, March 10 - ", None, ""),
        ("CAIRO - ", "2026", "2026"),
    ],
)
def test_a_year_completes_the_day_of_a_dateline_and_changes_no_full_day(line: str, given: str, published: str) -> None:
    text = f"{HEADLINE}\n\n{line}{BODY}\n" if line.endswith("- ") else f"{HEADLINE}\n\n{line}\n\n{BODY}\n"
    assert told_of(whole(text, published=given))[2] == published


def test_a_day_without_a_year_is_told_as_such_only_where_nobody_gives_it() -> None:
    def yearless(line: str, published: str | None = None) -> str:
        return read_article(f"{HEADLINE}\n\n{line}{BODY}\n", source_id="made-up", published=published).yearless

    assert yearless("CAIRO, March 10 - ") == "March 10"
    assert [yearless("CAIRO - "), yearless("CAIRO, March 10, 2025 - "), yearless("CAIRO, March 10 - ", "2026")] == [
        ""
    ] * 3


def test_publishers_of_one_name_are_one_node_that_their_sources_share() -> None:
    with open_knowledge() as knowledge:
        for number in "12":
            knowledge.add(read_article(BODY, source_id=f"a{number}", publisher="Lake Herald", published="2025-03-05"))
        rows = list(
            knowledge.query("SELECT ?publisher WHERE { GRAPH ?graph { ?article schema:publisher ?publisher } }")
        )
        assert len(rows) > 1
        assert {str(row["publisher"]) for row in rows} == {knowledge.base + "organization/lake-herald"}


@pytest.mark.parametrize(
    "headline",
    [
        "World Powers Resume Nuclear Talks",
        "Pilots ground air service",
        "Peace Talks Resume, World Powers Say",
        "Photos Show Destroyed Bridge",
        "From ashes to accord",
        "Trade Talks Shake the World",
    ],
)
def test_a_headline_above_a_day_is_a_headline(headline: str) -> None:
    assert told_of(article(headline, "5 March 2025", BODY)) == (headline, "", "2025-03-05")


def test_what_stands_behind_text_is_read() -> None:
    read = article(f"Title: {HEADLINE}\nDate: 5 March 2025\nText: {BODY}")
    assert [act for act, _, _ in read.acts] == ["offer", "reject"]


def test_whose_reports_a_byline_used_does_not_publish() -> None:
    read = whole("Gas talks resume\n\nBy Ana Croitoru with AP, Moldpres\n\nKenya offered to open the port.\n", None)
    assert read.source.publisher is None
