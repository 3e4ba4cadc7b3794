"""The page over a graph many times as large: its data taken so many times, each time as other nodes."""

from __future__ import annotations

import json
import re
from typing import Any

from parley.graph.explorer.page import embed_json

DATA = re.compile(r'(?<=id="data">).*?(?=</template>)', re.DOTALL)
LISTS = {
    "nodes": (
        "publisher", "node", "side", "variants", "words", "chain", "events", "items", "people", "parties", "guests",
        "by", "item", "replaces", "event", "about", "from", "to", "id",
    ),
    "facts": ("facts", "fact"),
    "statements": ("statements", "disputes", "whole"),
    "sources": ("sources", "source"),
    "talks": ("talks",),
}  # fmt: skip
LIST_OF = {key: name for name, keys in LISTS.items() for key in keys}


def multiplied(html: str, times: int) -> str:
    """The page with its data so many times; labels of nodes and titles of sources end in the number of the copy."""
    found = DATA.search(html)
    assert found is not None
    data = json.loads(found[0])
    sizes = {name: len(data[name]) for name in LISTS}
    copies = [_copy(data, {name: size * number for name, size in sizes.items()}, number) for number in range(times)]
    made = dict(data)
    for name in ("sources", "sides", "nodes", "facts", "statements", "talks", "acts", "differs", "stacks"):
        made[name] = [one for copy in copies for one in copy[name]]
    made["timeline"] = [[n for copy in copies for n in copy["timeline"][part]] for part in (0, 1)]
    made["network"] = {part: [one for copy in copies for one in copy["network"][part]] for part in ("nodes", "edges")}
    made["network"]["lines"] = data["network"]["lines"]
    return DATA.sub(lambda _: embed_json(made), html, count=1)


def _copy(data: dict[str, Any], offsets: dict[str, int], number: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        name: _moved(data[name], "", offsets) for name in data if name not in ("timeline", "stacks", "network")
    }
    made["timeline"], made["stacks"] = (_moved(data[name], "node", offsets) for name in ("timeline", "stacks"))
    by = offsets["nodes"], offsets["nodes"], offsets["facts"], 0
    edges = [[one + more for one, more in zip(edge, by, strict=True)] for edge in data["network"]["edges"]]
    made["network"] = {"nodes": [n + offsets["nodes"] for n in data["network"]["nodes"]], "edges": edges}
    for node in made["nodes"]:
        node |= {"id": f"{node['id']}/{number}", "label": f"{node['label']} {number}"}
    for statement, own in zip(made["statements"], data["statements"], strict=True):
        statement["links"] = [[words, other + offsets["statements"]] for words, other in own["links"]]
    for source in made["sources"]:
        source |= {"id": f"{source['id']}/{number}", "title": f"{source['title']} {number}"}
    for talks in made["talks"]:
        talks["number"] += offsets["talks"]
    return made


def _moved(value: Any, key: str, offsets: dict[str, int]) -> Any:  # plain JSON
    if isinstance(value, dict):
        return {name: _moved(one, name, offsets) for name, one in value.items()}
    if isinstance(value, list):
        return [_moved(one, key, offsets) for one in value]
    if isinstance(value, int) and not isinstance(value, bool) and key in LIST_OF:
        return value + offsets[LIST_OF[key]]
    return value
