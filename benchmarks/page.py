"""What opening the page costs a browser, and a frame of its table, beside plain pyvis over the same nodes and edges.

    python -m benchmarks.page

Needs the development dependencies (playwright) and Chromium. For each graph the page and pyvis's own HTML are opened
in turn in a fresh window, a few times; what counts is the processor time of the main thread until a second after they
are loaded, the middle of the times. Made-up talks are those of the page's tests. The largest graph is that of 1,000
items twenty times over, with names of its own each time; pyvis, which lays out for minutes, is left out of it.

A frame is what a table costs each time that it is moved or zoomed, against vis-network with its own look, no physics,
and the same cards at the same places with the same lines, on a canvas of the same size.
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

from parley.graph.explorer.page import embed_json, render, vis_network
from parley.graph.knowledge import open_knowledge
from parley.graph.records import SourceRecords
from parley.loaders.documents import read_document
from parley.loaders.news.extract import read_article
from tests.graph.explorer.multiplied import multiplied
from tests.graph.explorer.several import several

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, WAIT_MS = 5, 1000
FRAMES, COPIES, LARGE = 60, 20, "1,000 made-up items"
LARGEST = "20,000 made-up items"
DRAWN = """() => {
  const boxes = Parley.layout.now().boxes;
  const nodes = [...boxes].map(([id, box]) => ({ id, x: box.x, y: box.y, label: Parley.model.nodes[id].label }));
  const lines = Parley.lines.drawn().map((edge) => ({ from: edge.from, to: edge.to }));
  const { clientWidth: width, clientHeight: height } = document.getElementById("pane");
  return { nodes, edges: lines, width, height };
}"""
"""The cards and lines of the table that is open."""
PLAIN = """<!doctype html><meta charset="utf-8"><style>#graph {{ width: {width}px; height: {height}px }}</style>
<div id="graph"></div><script>{script}</script><script>
const data = {data};
const made = {{ nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) }};
const network = new vis.Network(document.getElementById("graph"), made, {{ physics: false }});
network.moveTo({{ position: {{ x: 590, y: 400 }}, scale: 1 }});
const zoom = (factor) => network.moveTo({{ scale: network.getScale() * factor }});
</script>"""
ZOOMED = """(frames) => new Promise((done) => {
  const by = typeof Parley === "undefined" ? zoom : Parley.draw.zoom;
  const frame = (left) => {
    if (!left) return done();
    by(left % 2 ? 1.02 : 1 / 1.02);
    requestAnimationFrame(() => frame(left - 1));
  };
  frame(frames);
})"""


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

    found = re.search(r'id="data">(.*?)</template>', page, re.S)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])  # plain JSON
    network = Network(directed=True, cdn_resources="in_line")
    for node in data["network"]["nodes"]:
        network.add_node(node, label=data["nodes"][node]["label"])
    for one, other, *_ in data["network"]["edges"]:
        network.add_edge(one, other)
    return len(data["network"]["nodes"]), str(network.generate_html(notebook=False))


def opened(browser: Any, file: Path) -> tuple[Any, Any]:  # playwright's browser, page and session
    """A file in a fresh window, and what tells of its costs."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(file.as_uri())
    return page, session


def spent_ms(session: Any) -> float:  # playwright's session
    """The processor time of the main thread until now."""
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(told["TaskDuration"]) * 1000


def cost_ms(browser: Any, file: Path) -> float:  # playwright's browser
    """The processor time of the main thread for opening a file in a fresh window."""
    page, session = opened(browser, file)
    page.wait_for_timeout(WAIT_MS)
    told = spent_ms(session)
    page.context.close()
    return told


def opening_ms(browser: Any, folder: Path, *pages: str) -> list[float]:  # playwright's browser
    """The processor time for opening each of some pages, in turn with the others."""
    files = [folder / f"{number}.html" for number in range(len(pages))]
    for file, text in zip(files, pages, strict=True):
        file.write_text(text, encoding="utf-8")
    times = [[cost_ms(browser, file) for file in files] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def frame_ms(page: Any, session: Any) -> tuple[float, float]:  # playwright's page and session
    """What a frame costs while the table is zoomed, and while it is dragged."""
    box = page.locator("#graph").bounding_box()
    page.mouse.move(box["x"] + 600, box["y"] + 300)
    before = spent_ms(session)
    page.evaluate(ZOOMED, FRAMES)
    between = spent_ms(session)
    page.mouse.down()
    for step in range(FRAMES):
        page.mouse.move(box["x"] + 600 + step, box["y"] + 300 + step)
        page.evaluate("() => new Promise(requestAnimationFrame)")
    page.mouse.up()
    return (between - before) / FRAMES, (spent_ms(session) - between) / FRAMES


def frames(browser: Any, folder: Path) -> None:  # playwright's browser
    """Print what a frame of a large table costs, beside one of plain vis-network."""
    own, plainly = folder / "page.html", folder / "plain.html"
    own.write_text(page_of(several(1, rounds=2, items=300)), encoding="utf-8")
    times = []
    cards = 0
    for _ in range(ROUNDS):
        page, session = opened(browser, own)
        if page.locator("#unfold").is_visible():
            page.locator("#unfold").click()
        drawn = page.evaluate(DRAWN)
        cards = len(drawn["nodes"])
        first = frame_ms(page, session)
        page.context.close()
        plainly.write_text(PLAIN.format(script=vis_network(), data=embed_json(drawn), **drawn), encoding="utf-8")
        page, session = opened(browser, plainly)
        times.append((*first, *frame_ms(page, session)))
        page.context.close()
    zoomed, dragged, plain_zoomed, plain_dragged = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"\n| {cards} cards | page, ms | plain vis-network, ms | page against it |\n|---|---|---|---|")
    print(f"| a zoomed frame | {zoomed:.1f} | {plain_zoomed:.1f} | {zoomed / plain_zoomed:.2f} |")
    print(f"| a dragged frame | {dragged:.1f} | {plain_dragged:.1f} | {dragged / plain_dragged:.2f} |")


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
            own, plainly = opening_ms(browser, Path(folder), page, other)
            size = len(page.encode()) / 1000 / len(every)
            print(f"| {name} | {nodes:,} | {own:.0f} | {plainly:.0f} | {own / plainly:.2f} | {size:.0f} |", flush=True)
            if name == LARGE:
                large = multiplied(page, COPIES)
                small, most = opening_ms(browser, Path(folder), page, large)
                size = len(large.encode()) / 1000 / len(every) / COPIES
                print(f"| {LARGEST} | {COPIES * nodes:,} | {most:.0f} | | | {size:.0f} |")
                print(f"\n{LARGEST} cost {most / small:.2f} times as much as {LARGE}.")
        frames(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
