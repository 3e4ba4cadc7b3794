"""Makes the pictures of the page: one article's table as the README shows it, and many negotiations.

    python docs/screenshot.py [ARTICLE] [-o PICTURE]
    python docs/screenshot.py --every FOLDER

Needs the development dependencies (playwright) and Chromium; the pages are built in memory. Without arguments it
makes docs/explorer.png of the Istanbul article and docs/overview.png of the made-up series. With ``--every`` it makes
a picture of every view, to be looked at one by one: of one article, of six and of all made-up ones, in three sizes of
the window, light and dark.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from parley.graph.explorer.page import render
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.loaders.documents import read_document
from parley.loaders.news.extract import read_article

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "istanbul" / "article.txt"
PICTURE = ROOT / "docs" / "explorer.png"
SERIES, OVERVIEW = ROOT / "examples" / "series" / "zarafshan" / "articles", ROOT / "docs" / "overview.png"
CORPUS = ROOT / "examples" / "corpus"
WIDTH, HEIGHT = 1440, 880
SIZES: Final = ((1440, 900), (1024, 768), (390, 844))
FEW = 6


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


def page_of_series(most: int | None = None) -> str:
    """The explorer's page over the articles of the made-up series, or the first of them, with outlets and days."""
    with open_knowledge() as knowledge, (SERIES / "index.tsv").open(encoding="utf-8", newline="") as table:
        for row in islice(csv.DictReader(table, delimiter="\t"), most):
            read(knowledge, SERIES / f"{row['id']}.txt", row["outlet"], row["date"], row["url"])
        return render(knowledge)


def page_of_corpus() -> str:
    """The explorer's page over all made-up articles of the corpus, which are on many negotiations."""
    with open_knowledge() as knowledge:
        for article in sorted(CORPUS.glob("*/articles/*.txt")):
            read(knowledge, article)
        return render(knowledge)


@contextmanager
def chromium() -> Iterator[Any]:  # playwright's browser
    """A browser of its own, where Chromium is installed."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        sys.exit("Chromium is not installed (Debian and Ubuntu: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def take(html: str, picture: Path) -> None:
    """Open ``html`` from disk in Chromium, wait until it is drawn, and save what is to be seen."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page_file = Path(folder) / "talks.html"
        page_file.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.wait_for_selector("#graph canvas, .tile")
        page.wait_for_timeout(1000)
        page.screenshot(path=str(picture))


def take_views(page: Any, folder: Path, name: str) -> None:  # playwright's page
    """Save a picture of each view that is open to the reader, and of an item that is selected."""
    for tab in page.locator(".views [role=tab]:visible").all():
        tab.click()
        page.wait_for_timeout(300)
        page.screenshot(path=str(folder / f"{name}-{tab.inner_text().split()[0].lower()}.png"))
    if page.locator("#view-items:visible").count():
        page.locator("#view-items").click()
        for issue in page.locator("#page details.issue:not([open]) summary").all()[:1]:
            issue.click()
        page.locator("#page li .link").first.click()
        page.wait_for_timeout(300)
        page.screenshot(path=str(folder / f"{name}-selected.png"))


def take_every(folder: Path) -> None:
    """Save every view of every page, in every size and look, over all negotiations and in the first of them."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {"1": page_of(ARTICLE), f"{FEW}": page_of_series(FEW), "many": page_of_corpus()}
    with tempfile.TemporaryDirectory() as temporary, chromium() as browser:
        for sources, html in pages.items():
            page_file = Path(temporary) / f"{sources}.html"
            page_file.write_text(html, encoding="utf-8")
            for (width, height), look in ((size, look) for size in SIZES for look in ("light", "dark")):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=look)
                page.goto(page_file.as_uri())
                take_views(page, folder, f"{sources}-{width}-{look}")
                page.goto("about:blank")
                page.goto(page_file.as_uri())
                if page.locator(".tile .enter").count():
                    page.locator(".tile .enter").first.click()
                    take_views(page, folder, f"{sources}-{width}-{look}-one")
                page.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Takes a picture of the explorer.")
    parser.add_argument("article", nargs="?", type=Path)
    parser.add_argument("-o", dest="picture", type=Path, default=PICTURE)
    parser.add_argument("--every", metavar="FOLDER", type=Path, help="pictures of every view, size and look")
    given = parser.parse_args()
    if given.every:
        take_every(given.every)
    else:
        take(page_of(given.article or ARTICLE), given.picture)
        if given.article is None:
            take(page_of_series(), OVERVIEW)
