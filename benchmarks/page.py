"""What opening the page costs a browser, beside plain pyvis over the same nodes and edges.

    python benchmarks/page.py

Needs the development dependencies (playwright) and Chromium. For each graph the page and pyvis's own HTML are opened
in turn in a fresh window, a few times; what counts is the processor time of the main thread until a second after they
are loaded, the middle of the times. Made-up talks are those of the page's tests.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from parley.graph.records import SourceRecords
from parley.loaders.documents import read_document
from parley.loaders.news.extract import read_article
from tests.graph.explorer.several import several

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, WAIT_MS = 5, 1000


def articles(*folders: str) -> Iterable[SourceRecords]:
    """The articles of folders or files, as the rules read them."""
    for folder in folders:
        path = ROOT / folder
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            document = read_document(str(file))
            yield read_article(document.text, source_id=document.id, title=document.title)


GRAPHS: dict[str, Callable[[], Iterable[SourceRecords]]] = {
    "one article": lambda: articles("examples/istanbul/article.txt"),
    "66 articles": lambda: articles("examples/corpus/tuning/articles", "examples/corpus/held/articles"),
    "1,000 made-up items": lambda: several(25, rounds=2, items=20),
}


def page_of(sources: Iterable[SourceRecords]) -> str:
    """The page over a fresh graph of these sources."""
    with open_knowledge() as knowledge:
        for one in sources:
            knowledge.add(one)
        return render(knowledge)


def plain(page: str) -> tuple[int, str]:
    """How many nodes a page draws from, and what pyvis makes of these and their edges by itself."""
    from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis ships no types

    found = re.search(r'id="data">(.*?)</script>', page, re.S)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])  # plain JSON
    network = Network(directed=True, cdn_resources="in_line")
    for node in data["network"]["nodes"]:
        network.add_node(node["id"], label=data["nodes"][node["id"]]["label"])
    for edge in data["network"]["edges"]:
        network.add_edge(edge["from"], edge["to"])
    return len(data["network"]["nodes"]), str(network.generate_html(notebook=False))


def cost_ms(browser: Any, file: Path) -> float:  # playwright's browser
    """The processor time of the main thread for opening a file in a fresh window."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(file.as_uri())
    page.wait_for_timeout(WAIT_MS)
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return float(told["TaskDuration"]) * 1000


def main() -> None:
    """Print a row for each graph."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed (Debian and Ubuntu: apt install chromium)")
    print(
        "| graph | nodes | page, ms | plain pyvis, ms | page against pyvis | kB a source |\n|---|---|---|---|---|---|"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, sources in GRAPHS.items():
            every = list(sources())
            page = page_of(every)
            nodes, other = plain(page)
            files = [Path(folder) / "page.html", Path(folder) / "plain.html"]
            for file, text in zip(files, (page, other), strict=True):
                file.write_text(text, encoding="utf-8")
            times = [[cost_ms(browser, file) for file in files] for _ in range(ROUNDS)]
            own, plainly = (statistics.median(column) for column in zip(*times, strict=True))
            size = len(page.encode()) / 1000 / len(every)
            print(f"| {name} | {nodes:,} | {own:.0f} | {plainly:.0f} | {own / plainly:.2f} | {size:.0f} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
