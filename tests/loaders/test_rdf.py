"""A file of RDF is a source that goes by its name, whatever it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.graph.writing.foreign import RDF_FORMATS, GraphSource
from parley.loaders.documents import Document
from parley.loaders.files import Named
from parley.loaders.rdf import RDF_ENDINGS, RDF_TYPES
from parley.loaders.sources import named_sources, read_source
from parley.loaders.web import Manners

MANNERS = Manners("test")


@pytest.mark.parametrize("ending", [*RDF_ENDINGS, ".TTL"])
def test_a_file_with_such_an_ending_is_a_dataset(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"States of 2031{ending}"
    path.write_bytes(b"anything")
    found = read_source(Named(str(path)), MANNERS)
    assert found == GraphSource(
        "states-of-2031", path.name, b"anything", RDF_ENDINGS[ending.lower()], origin=str(path)
    )  # fmt: skip


def test_every_format_that_is_named_can_be_read() -> None:
    assert {*RDF_ENDINGS.values(), *RDF_TYPES.values()} == set(RDF_FORMATS)


def test_a_folder_gives_articles_and_datasets_alike(tmp_path: Path) -> None:
    for name in ("a.txt", "b.ttl", "c.md", "d.html", "e.jsonld", "f.csv"):
        (tmp_path / name).write_text("Talks go on.", encoding="utf-8")
    found = [read_source(one, MANNERS) for one in named_sources([str(tmp_path)])]
    kinds = [(one.id, Document if isinstance(one, Document) else GraphSource) for one in found]
    assert kinds == [("a", Document), ("b", GraphSource), ("c", Document), ("d", Document), ("e", GraphSource)]
