"""A real browser and rendered pages for the explorer's tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from parley.graph.records import SourceRecords

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

OpenPage = Callable[..., Page]


def rendered(*sources: SourceRecords, quotes: bool = True) -> str:
    """The page over a fresh graph of these sources."""
    with open_knowledge("memory:") as knowledge:
        for records in sources:
            knowledge.add(records)
        return render(knowledge, quotes=quotes)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a network of its own; tests are skipped where it is not installed."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("chromium is not installed: the page is not tried in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a page from disk; afterwards it must have asked for nothing else and complained of nothing."""
    contexts, trouble = [], []

    def opened(
        html: str,
        *,
        width: int = 1440,
        height: int = 900,
        address: str = "",
        scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        path = tmp_path / "talks.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("request", lambda request: trouble.append(request.url) if request.url != page.url else None)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: trouble.append(dialog.message) or dialog.dismiss())
        page.goto(path.as_uri() + address)
        trouble[:] = [entry for entry in trouble if not entry.startswith((path.as_uri(), "data:,"))]
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []
