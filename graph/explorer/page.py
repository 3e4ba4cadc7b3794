"""Renders the canonical graph as one HTML file that works offline: data, scripts and styles inside, no request at all.

pyvis builds the network's data and brings vis-network; its own template is never used (it asks the network for
parts and puts text into the page as markup).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..history.record import Record
from ..history.timeline import History
from .contract import Contract
from .engine import Engine, packed_text

if TYPE_CHECKING:
    from ..knowledge import Knowledge

SCRIPTS = (
    "dom.js", "model.js", "status.js", "shown.js", "ties.js", "tape.js", "pen.js", "cards.js", "layout.js",
    "vector.js", "ways.js", "lines.js", "draw.js", "words.js", "walk.js", "axis.js", "life.js", "listings.js",
    "glance.js", "panel.js", "article.js", "claims.js", "planned.js", "tiles.js", "overview.js", "rail.js",
    "facets.js", "story.js", "strip.js", "timeline.js", "compare.js", "positions.js", "posts.js", "people.js",
    "views.js", "search.js", "editor.js", "sparql.js", "exports.js", "address.js", "masthead.js", "paper.js",
    "keys.js", "app.js",
)  # fmt: skip
"""In the order in which they use one another."""


def render(
    knowledge: Knowledge,
    *,
    title: str | None = None,
    quotes: bool = True,
    engine: Engine | None = None,
    questions: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    story: Mapping[str, object] | None = None,
) -> str:
    """The page as text; with ``quotes=False`` it carries no words of the sources. Same graph, same bytes.

    With an ``engine`` it answers SPARQL over the whole graph, and offers ``questions``: each a ``text`` and ``sparql``.
    A ``story`` has a ``title`` and ``steps``, each with ``title``, ``text`` and the address ``at`` which it stands.
    """
    shown = knowledge if quotes else knowledge.without_words()
    history = History(Record(shown, wordless=not quotes))
    data = Contract(history, quotes=quotes).data(title or "")
    data["title"] = data["title"] or _title(history, beside=len(data["talks"]) > 1)
    data |= {"questions": questions} if engine else {}
    data |= {"story": story} if story else {}
    scripts = [_plain(vis_network()), _plain("\n".join(_read(name) for name in SCRIPTS))]
    modules = [engine.module] if engine else []
    styles = _read("page.css")
    policy = "; ".join([
        "default-src 'none'",
        " ".join(["script-src", *map(_hash, modules + scripts), *(["'wasm-unsafe-eval'"] if engine else [])]),
        "style-src " + _hash(styles),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    parts = {
        "@POLICY@": policy,
        "@TITLE@": _escape_html(data["title"]),
        "@STYLES@": styles,
        "@DATA@": embed_json(data),
        "@ENGINE@": _engine(engine, shown) if engine else "",
        "@SCRIPTS@": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    template = _read("page.html").encode("ascii", "xmlcharrefreplace").decode("ascii")
    return re.sub("@[A-Z]+@", lambda mark: parts[mark.group()], template)


def editor() -> str:
    """The script of the SPARQL editor alone, for the page of an endpoint: docs/page.md has one."""
    return "\n".join(_read(name) for name in ("dom.js", "editor.js"))


def _engine(engine: Engine, knowledge: Knowledge) -> str:
    """The engine, what it runs, its licence, and every graph that it answers from."""
    parts = {"engine": engine.binary, "triples": packed_text(knowledge.serialized("nq"))}
    kept = [f'<script type="text/plain" id="{name}">{text}</script>' for name, text in parts.items()]
    licence = f'<script type="text/plain" id="licence">{engine.licence}</script>'
    return "\n".join([*kept, licence, f'<script type="module">{engine.module}</script>'])


def embed_json(data: object) -> str:
    """JSON that is safe inside an element, in ASCII: no character in it begins a tag or an entity, or ends the line.

    >>> embed_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _title(history: History, beside: bool) -> str:
    """A negotiation's name is that of the page only where nothing stands beside it."""
    content, talks = history.record.content, list(history.negotiations.parties)
    if len(talks) == 1 and not beside:
        return history.record.label(talks[0])
    if len(content.sources) == 1:
        return content.sources[0].title
    return f"Negotiations in {len(content.sources)} sources" if content.sources else "Nothing here yet"


def vis_network() -> str:
    """The script of vis-network that pyvis brings."""
    import pyvis  # type: ignore[import-untyped]  # pyvis ships no types

    script = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = script.read_text(encoding="utf-8")
    return text.partition("//# sourceMappingURL")[0]  # a browser's developer tools would ask for the map


def _plain(script: str) -> str:
    """A script in ASCII: a page of that alone is decoded, kept and read by a browser in half the room.

    >>> _plain("const mark = '≠'")
    "const mark = '\\\\u2260'"
    """
    return re.sub(r"[^\x00-\x7f]", lambda found: json.dumps(found.group())[1:-1], script)


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _escape_html(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
