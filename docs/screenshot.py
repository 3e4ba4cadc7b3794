"""Makes docs/explorer.png: the page of the Istanbul article, as the README shows it.

    python docs/screenshot.py [ARTICLE] [-o PICTURE]

Needs the development dependencies (playwright) and Chromium; the article's page is built in memory. PICTURE is
docs/explorer.png unless another is named.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from parley.loaders.documents import read_document
from parley.loaders.news.extract import read_article

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "istanbul" / "article.txt"
PICTURE = ROOT / "docs" / "explorer.png"
WIDTH, HEIGHT = 1440, 880


def page_of(article: Path) -> str:
    """The explorer's page over one article."""
    document = read_document(str(article))
    records = read_article(
        document.text,
        source_id=document.id,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        title=document.title,
    )
    with open_knowledge() as knowledge:
        knowledge.add(records)
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
        page.wait_for_selector("#graph canvas")
        page.wait_for_timeout(1000)
        page.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Takes a picture of the explorer.")
    parser.add_argument("article", nargs="?", type=Path, default=ARTICLE)
    parser.add_argument("-o", dest="picture", type=Path, default=PICTURE)
    given = parser.parse_args()
    take(page_of(given.article), given.picture)
