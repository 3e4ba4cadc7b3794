"""Writes what a language model would be asked about sources, a file for each request; asks and builds nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from .building import AGENT
from .given import Given, as_given
from .graph.errors import ParleyError, one_line
from .loaders.documents import Document
from .loaders.files import Named
from .loaders.llm.reading import requests
from .loaders.sources import read_source
from .loaders.web import Manners
from .output import made_folder, write_files


def write_requests(
    sources: Sequence[Named], given: Given, where: str, say: Callable[[str], None], *, max_bytes: int
) -> int:
    """Write the requests for ``sources`` to a folder, tell of each, and return how many could not be read."""
    assert given.method.llm is not None
    folder = made_folder(where)
    failed = 0
    for source in sources:
        try:
            found = read_source(source, Manners(AGENT, max_bytes=max_bytes))
            if not isinstance(found, Document):
                say(f"{found.id}: a dataset, of which nothing is asked")
                continue
            document = as_given(found, given)
            for name, body in requests(document.id, document.text, given.method.llm).items():
                write_files({str(folder / name): f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()})
                say(f"wrote {folder / name}")
        except ParleyError as error:
            say(f"parley: {one_line(error, limit=2000)}")
            failed += 1
    return failed
