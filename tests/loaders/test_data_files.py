"""A file of data is told from running text by what it holds, and is never read as an article."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from parley.graph.errors import UnreadableSource
from parley.graph.writing.foreign import GraphSource
from parley.loaders.data_files import DATA_ENDINGS, data_refusal
from parley.loaders.datasets.reading import DatasetSource
from parley.loaders.documents import DOCUMENT_ENDINGS, read_document
from parley.loaders.files import Named
from parley.loaders.rdf import RDF_ENDINGS
from parley.loaders.sources import read_source
from parley.loaders.web import Manners
from tests.conftest import ROOT

PROSE = "Norland and Southland met, on Monday, in Harbourtown. Both sides, she said, want peace; nothing was signed.\n"
TABLES = {
    "CSV, 3": "name,state,year\nAda Brook,Norland,2031\nCy Dole,Southland,2031\n",
    "CSV, 4": 'id,text,from,to\n1,"They met, and talked.\nThen they left.",2,3\n2,"All agreed, she said.",3,4\n',
    "CSV, 2": "name,state\nAda Brook,Norland\n",
    "CSV, 9": "id,event date,actor1,actor2,type,place,latitude,longitude,notes\n",
    "TSV, 3": "# made by hand\nid\tname\tnote\n1\tAda Brook\tShe leads the delegation.\n2\tCy Dole\tHe does not.\n",
    "CSV with semicolons, 3": "name;year;sum\nNorland;2031;1,5\nSouthland;2031;2,5\n",
    "columns parted by |, 3": "name|year|sum\nNorland|2031|1,5\nSouthland|2031|2,5\n",
    "CSV, 5": "2031, 4, 10, 7, 3\n2032, 5, 11, 8, 1\n2033, 6, 12, 9, 0\n",
}
ARTICLES = {
    "commas": PROSE * 3,
    "semicolons": "First, the truce; second, the exchange; third, the border.\n" * 4,
    "thousands": "Norland freed 7,500 men\nSouthland freed 2,500 men\nNobody freed 1,200 women\n",
    "transcript": "ADA BROOK:\tWe have an offer.\nCY DOLE:\tWhich one?\nADA BROOK:\tA truce of 48 hours.\n",
    "indented": "\tNorland made an offer.\n\tSouthland refused it.\n\tThe talks go on.\n",
    "a table in it": f"{PROSE}\n{PROSE}\n{PROSE}\nyear,dead,freed\n2031,4,10\n2032,5,11\n\n{PROSE}\n",
    "a table of Markdown": f"# Talks\n\n{PROSE}\n| year | dead |\n|---|---|\n| 2031 | 4 |\n| 2032 | 5 |\n\n{PROSE}",
    "delegation": "Ada Brook, foreign minister, head\nCy Dole, her deputy, member\nEve Finn, general, member\n",
    "brackets": f"[Editor’s note: this was corrected.]\n{PROSE}",
    "brace": f"{{Harbourtown}} {PROSE}",
    "one line": PROSE,
    "bars": f"By Ada Brook | Harbour Post | 5 May\n{PROSE}{PROSE}",
}


@pytest.mark.parametrize("name", ["t.csv", "t.txt", "t", "-", "t.md"])
@pytest.mark.parametrize("kind", TABLES)
def test_a_table_is_told_with_its_columns_whatever_its_file_is_called(kind: str, name: str) -> None:
    refused = data_refusal(TABLES[kind].encode(), name)
    assert refused.startswith(f"it is a table ({kind} columns), not an article: give articles as text")


@pytest.mark.parametrize("kind", ARTICLES)
def test_running_text_is_read_if_its_ending_is_one_of_a_text(kind: str) -> None:
    for name in ("a.txt", "a.md", "a", "-", "https://e.example/a?as=.csv"):
        assert data_refusal(ARTICLES[kind].encode(), name) == ""
    for name in ("a.csv", "https://e.example/a.csv?b"):
        assert data_refusal(ARTICLES[kind].encode(), name) == (
            "its ending says a table (CSV), and it holds none: if it is an article, name it .txt or say --as article; "
            "if it is a table all the same, write a mapping of it with `parley map`"
        )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"name": "Ada Brook"}', "it is JSON, not an article"),
        ("\ufeff \n[1, 2]", "it is JSON, not an article"),
        ("[" * 100_000 + "]" * 100_000, "it is JSON, not an article"),
        ('{"id": 1}\n\n{"id": 2}\n', "it is JSON lines, not an article"),
        ('{"@context": {"e": "http://e.example/"}, "e:p": 1}', "it is JSON-LD: name it .jsonld"),
    ],
)
def test_json_is_told(text: str, words: str) -> None:
    for name in ("d.json", "d.txt", "-"):
        assert data_refusal(text.encode(), name).startswith(words)


def packed(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, PROSE)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (packed("[Content_Types].xml", "xl/workbook.xml"), "it is an Excel workbook, not an article"),
        (packed("[Content_Types].xml", "word/document.xml"), "it is a Word document: save it as PDF or text"),
        (packed("article.txt"), "it is a ZIP archive: unpack it first"),
        (gzip.compress(PROSE.encode()), "it is compressed (gzip): unpack it first"),
        ("name,state\nAda,Norland\n".encode("utf-16"), "it is a table (CSV, 2 columns)"),
        ("name,state\nAda,Nörland\n".encode("cp1252"), "it is a table (CSV, 2 columns)"),
    ],
)
def test_what_is_packed_or_in_other_characters_is_told_too(data: bytes, words: str) -> None:
    assert data_refusal(data, "d.txt").startswith(words)


def test_an_empty_file_is_an_empty_file_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"\n")
    with pytest.raises(UnreadableSource, match="there is no text in it"):
        read_document(path)


def test_no_ending_is_of_data_and_of_something_that_is_read() -> None:
    assert not DATA_ENDINGS.keys() & {*DOCUMENT_ENDINGS, *RDF_ENDINGS}


def test_every_article_that_lies_about_is_still_read(shared: Path) -> None:
    folders = (shared / "realnews/articles", shared / "devset/articles", shared / "cases/files", ROOT / "examples")
    paths = [path for folder in folders for ending in ("txt", "md") for path in sorted(folder.rglob(f"*.{ending}"))]
    assert len(paths) > 600
    assert [path for path in paths if data_refusal(path.read_bytes(), str(path))] == []


def test_every_sample_of_data_is_recognised_or_refused_in_one_line(shared: Path) -> None:
    paths = [path for path in sorted((shared / "samples").rglob("*.*")) if path.suffix not in (".md", ".txt")]
    assert len(paths) >= 28
    for path in paths:
        if path.suffix in RDF_ENDINGS:
            assert isinstance(read_source(Named(str(path)), Manners("test")), GraphSource)
            continue
        told = ""
        try:
            assert isinstance(read_source(Named(str(path)), Manners("test")), DatasetSource)
        except UnreadableSource as refused:
            told = str(refused)
        assert not told or (
            "and of no known format: write a mapping of it with `parley map`" in told and "\n" not in told
        )
