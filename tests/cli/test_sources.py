"""What `parley build` takes besides a file of text: folders, patterns, pages, datasets; and what it says of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from click import unstyle

from parley.building import build_sources
from parley.given import Given
from parley.graph.knowledge import open_knowledge

from .conftest import Run

TURTLE = '<http://example.org/{0}> <http://example.org/number> {0} .\n'  # fmt: skip
TEXT = """\
Ruritania Offers Syldavia a Truce
Ruritania’s foreign minister Ada Novak said on Monday that Ruritania had offered Syldavia a truce of 48 hours.
Syldavia agreed to consider the proposal, she added.
"""


def datasets(folder: Path, count: int, *, broken: int = 0) -> None:
    for number in range(count):
        path = folder / f"part{number % 7}" / f"{number:04}.ttl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<broken" if number % 100 < broken * 100 // count else TURTLE.format(number), encoding="utf-8")


@pytest.mark.slow
def test_of_a_thousand_files_the_ten_that_are_broken_are_told_at_the_end(run: Run, tmp_path: Path) -> None:
    datasets(tmp_path / "many", 1000, broken=10)
    built = run("build", "many")
    assert built.code == 1
    store, *told, count = built.err.splitlines()
    assert store == "store: parley-store"
    assert count == "10 of 1000 sources could not be read"
    assert all(line.startswith("added part") and line.endswith(": 1 triples") for line in told[:990])
    assert all(line.startswith("parley: many/part") and "line 1: it is not RDF" in line for line in told[990:])
    assert len(run("sources", "--format", "csv").out.splitlines()) == 991


def test_files_of_one_name_in_two_folders_are_two_sources(run: Run, tmp_path: Path) -> None:
    for folder, number in (("a", 1), ("b", 2)):
        (tmp_path / "f" / folder).mkdir(parents=True)
        (tmp_path / "f" / folder / "1.ttl").write_text(TURTLE.format(number), encoding="utf-8")
    assert run("build", "f").err.splitlines()[1:] == ["added a.1: 1 triples", "added b.1: 1 triples"]
    assert run("build", "f/*/1.ttl").err.splitlines()[1:] == ["unchanged a.1", "unchanged b.1"]
    assert run("build", "f", "--id", "one").code == 2


def test_a_pattern_without_a_match_is_one_line(run: Run) -> None:
    built = run("build", "no*.txt")
    assert built.code == 1
    assert built.err.splitlines()[1] == "parley: no*.txt: cannot be read: no file matches this pattern"


def test_a_dataset_is_listed_replaced_and_removed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "states.ttl"
    path.write_text(TURTLE.format(1), encoding="utf-8")
    run("build", path, "--publisher", "The Office", "--published", "2031-05", "--url", "https://office.example/s")
    row = run("sources", "--format", "csv").out.splitlines()[1].split(",")
    assert row[:5] == ["states", "states.ttl", "The Office", "2031-05", "0"]
    assert row[5].startswith("parley-rdf ")
    assert run("build", path, "--publisher", "The Office").err.splitlines()[1] == "unchanged states"
    assert run("build", path, "--publisher", "An Office").err.splitlines()[1].startswith("replaced states")
    path.write_text(TURTLE.format(2), encoding="utf-8")
    assert run("build", path).err.splitlines()[1] == "replaced states: 1 triples"
    run("remove", "states")
    assert run("sources", "--format", "csv").out.splitlines()[1:] == []


def test_what_is_no_rdf_is_one_line_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(f"{TURTLE.format(1)}\nwhat is this\n", encoding="utf-8")
    built = run("build", "s.ttl")
    assert built.code == 1
    assert built.err.splitlines()[1].startswith("parley: s.ttl: cannot be read: line 3: ")


def test_a_table_is_one_line_and_no_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pax.csv").write_text("Con,Dat,Agt\nUkraine,2014-09-05,Minsk Protocol\n", encoding="utf-8")
    built = run("build", "pax.csv")
    assert built.code == 1
    told, last = built.err.splitlines()[1:]
    assert told.startswith(
        "parley: pax.csv: cannot be read: it is a table (CSV, 3 columns), with Con, Dat, Agt, and of no known format: "
        "write a mapping of it with `parley map`, or say with --as what it is ("
    )
    assert last == "1 of 1 sources could not be read"


def test_in_a_folder_a_table_is_told_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    datasets(tmp_path / "f", 2)
    (tmp_path / "f" / "figures.txt").write_text("name;year;sum\nNorland;2031;4\nSouthland;2031;5\n", encoding="utf-8")
    built = run("build", "f")
    assert built.code == 1
    told = built.err.splitlines()[1:]
    (line,) = (line for line in told if "figures.txt" in line)
    assert line.startswith(
        "parley: f/figures.txt: cannot be read: it is a table (CSV with semicolons, 3 columns), with name, year, sum, "
    )
    assert told[-1] == "1 of 3 sources could not be read"
    assert sum(line.startswith("added ") for line in told) == 2


def test_a_source_that_is_too_large_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(TURTLE.format(1), encoding="utf-8")
    assert "--max-bytes" in run("build", "s.ttl", "--max-bytes", "10").err
    assert run("build", "s.ttl", "--max-bytes", "1000").code == 0


def test_fifty_megabytes_of_text_are_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_text("She said so.\n" * 4_000_000, encoding="utf-8")
    built = run("build", "huge.txt")
    assert built.code == 1
    assert [line for line in built.err.splitlines() if "huge.txt" in line] == [
        "parley: huge.txt: cannot be read: it has more than 20,000,000 bytes: allow more with --max-bytes"
    ]


def test_a_text_that_is_too_long_for_the_language_model_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("She said so. " * 400_000, encoding="utf-8")
    built = run("build", "long.txt")
    assert built.code == 1
    assert built.err.splitlines()[1] == (
        "parley: long.txt: cannot be read: "
        "its text has 5,200,000 characters, and 1,000,000 can be read at once: divide it"
    )


def test_a_store_that_fails_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets(tmp_path / "f", 3)
    from parley.graph.errors import StoreUnwritable
    from parley.graph.knowledge import Knowledge

    def fail(self: Knowledge, *_: object, **__: object) -> None:
        raise StoreUnwritable("here", "No space left on device")

    monkeypatch.setattr(Knowledge, "add_graph", fail)
    told: list[str] = []
    with pytest.raises(StoreUnwritable):
        build_sources(open_knowledge(), [str(tmp_path / "f")], Given(), told.append)
    assert told == []


def test_on_a_terminal_a_bar_shows_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    datasets(tmp_path / "f", 3)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    told: list[str] = []
    assert build_sources(open_knowledge(), [str(tmp_path / "f")], Given(), told.append) == 0
    assert "3/3" in unstyle(capfd.readouterr().err)
    assert len(told) == 3


@pytest.mark.slow
def test_a_page_and_a_markdown_file_are_read_like_articles(run: Run, tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines()[1:])
    data = '{"@type": "NewsArticle", "headline": "Ruritania Offers Syldavia a Truce", "dateModified": "2031-05-08", '
    data += '"datePublished": "2031-05-07T10:33+00:00", "publisher": {"name": "The Daily Ruritanian"}}'
    (tmp_path / "page.html").write_text(
        f'<html><head><script type="application/ld+json">{data}</script><script type="application/ld+json">{{</script>'
        f"</head><body><article>{body}</article></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "note.md").write_text(f"# {TEXT.replace('Ada Novak', '**Ada Novak**')}", encoding="utf-8")
    first = run("build", "page.html", "note.md").err.splitlines()
    assert [line.partition(":")[0] for line in first[1:]] == ["note", "added page", "added note"]
    assert first[1].startswith("note: page.html: block 2 of its JSON-LD is not JSON")
    again = run("build", "page.html", "note.md").err.splitlines()
    assert again[2:] == ["unchanged page", "unchanged note"]
    rows = run("sources", "--format", "csv").out
    assert "page,Ruritania Offers Syldavia a Truce,The Daily Ruritanian,2031-05-07T10:33:00Z," in rows
    with open_knowledge("parley-store") as knowledge:
        asked = knowledge.query(
            "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX schema: <https://schema.org/> "
            "SELECT ?text ?start ?end ?exact { ?p oa:hasSource/schema:text ?text ; oa:hasSelector ?a , ?b . "
            "?a oa:start ?start ; oa:end ?end . ?b oa:exact ?exact }"
        )
        assert len(asked) > 4
        for row in asked:
            assert str(row["text"])[int(str(row["start"])) : int(str(row["end"]))] == str(row["exact"])
            assert "**" not in str(row["text"])
        changed = knowledge.query("SELECT ?d { ?s <https://schema.org/dateModified> ?d }")
        assert [str(row["d"]) for row in changed] == ["2031-05-08"]


def test_the_folder_that_the_store_lies_in_can_be_built(run: Run, tmp_path: Path) -> None:
    datasets(tmp_path, 2)
    assert run("build", ".").code == 0
    assert run("build", ".").err.splitlines()[1:] == ["unchanged part0.0000", "unchanged part1.0001"]
    assert os.path.isdir("parley-store")


@pytest.mark.parametrize(
    ("head", "note"),
    [
        ("", "no publisher and no date: weekdays stay open; give --publisher and --published"),
        ("publisher: The Post\n", "no date: weekdays stay open; give --published"),
        ("publisher: A\ndate: October 14-15, 2003\n", "no day of publication: weekdays stay open; give --published"),
        ("published: 2031-05-07\n", "no publisher; give --publisher"),
        ("published: 2031-05-07\npublisher: The Post\n", ""),
    ],
)  # fmt: skip
def test_what_nobody_says_of_an_article_is_told(run: Run, tmp_path: Path, head: str, note: str) -> None:
    (tmp_path / "truce.txt").write_text(f"---\nid: truce\n{head}---\n{TEXT}", encoding="utf-8")
    added = run("build", "truce.txt").err.splitlines()[1]
    assert added.endswith(f"; {note}") if note else "give" not in added
    assert run("build", "truce.txt").err.splitlines()[1] == "unchanged truce"
