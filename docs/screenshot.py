"""Makes the pictures of the page: one article's table as the README shows it, and many negotiations.

    python docs/screenshot.py [ARTICLE] [-o PICTURE]

Needs the development dependencies (playwright) and Chromium; the pages are built in memory. Without arguments it
makes docs/explorer.png of the Istanbul article and docs/overview.png of the made-up series.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
import tempfile
from pathlib import Path

from parley.graph.explorer.page import render
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.loaders.documents import read_document
from parley.loaders.news.extract import read_article

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "istanbul" / "article.txt"
PICTURE = ROOT / "docs" / "explorer.png"
SERIES, OVERVIEW = ROOT / "examples" / "series" / "zarafshan" / "articles", ROOT / "docs" / "overview.png"
WIDTH, HEIGHT = 1440, 880


def read(knowledge: Knowledge, article: Path, publisher: str = "", published: str = "", url: str = "") -> None:
    """Read an article into the graph, with what is told of it or else with what it says of itself."""
    document = read_document(str(article))
    records = read_article(
        document.text,
        source_id=document.id,
        publisher=publisher or document.publisher,
        published=published or document.published,
        url=url or document.url,
        title=document.title,
    )
    knowledge.add(records)


def page_of(article: Path) -> str:
    """The explorer's page over one article."""
    with open_knowledge() as knowledge:
        read(knowledge, article)
        return render(knowledge)


def page_of_series() -> str:
    """The explorer's page over the articles of the made-up series, with their outlets and days."""
    with open_knowledge() as knowledge, (SERIES / "index.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            read(knowledge, SERIES / f"{row['id']}.txt", row["outlet"], row["date"], row["url"])
        return render(knowledge)


def take(html: str, picture: Path) -> None:
    """Open ``html`` from disk in Chromium, wait until it is drawn, and save what is to be seen."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed (Debian and Ubuntu: apt install chromium)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "talks.html"
        page_file.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.wait_for_selector("#graph canvas, .tile")
        page.wait_for_timeout(1000)
        page.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Takes a picture of the explorer.")
    parser.add_argument("article", nargs="?", type=Path)
    parser.add_argument("-o", dest="picture", type=Path, default=PICTURE)
    given = parser.parse_args()
    take(page_of(given.article or ARTICLE), given.picture)
    if given.article is None:
        take(page_of_series(), OVERVIEW)
