"""``parley export``: the format comes from the ending, the file is written whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import networkx
import pytest
import rdflib

from parley.exporting import ENDINGS, EXPORTS, LISTS
from parley.graph.knowledge import open_knowledge
from parley.output import write_files
from tests.graph.examples import TEXT
from tests.graph.shingles import shared_runs

from .conftest import Run

RDF_FORMATS = {"turtle": "turtle", "jsonld": "json-ld"}


@pytest.mark.parametrize("ending", [".ttl", ".jsonld"])
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_the_ending_tells_the_format(run: Run, store: str, tmp_path: Path, ending: str):
    written = run("export", "-o", f"talks{ending}", "--store", store)
    assert (written.code, written.out) == (0, "")
    assert written.err.splitlines() == [f"store: {store}", f"wrote talks{ending}"]
    with open_knowledge(store) as knowledge:
        read = rdflib.Graph().parse(tmp_path / f"talks{ending}", format=RDF_FORMATS[ENDINGS[ending]])
        assert len(read) == len(knowledge.graph())


@pytest.mark.parametrize("form", [form for form in EXPORTS if form != "csv"])
def test_a_format_can_be_named_and_go_to_stdout(run: Run, store: str, tmp_path: Path, form: str):
    piped = run("export", "-o", "-", "--format", form, "--store", store)
    run("export", "-o", "talks.txt", "--format", form, "--store", store)
    assert piped.code == 0
    assert piped.out == (tmp_path / "talks.txt").read_text(encoding="utf-8")
    assert "wrote" not in piped.err
    assert [path.name for path in tmp_path.iterdir()] == ["talks.txt"]


def test_csv_is_two_files(run: Run, store: str, tmp_path: Path):
    written = run("export", "-o", "talks.csv", "--store", store)
    assert written.err.splitlines()[1:] == ["wrote talks-nodes.csv", "wrote talks-edges.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["talks-edges.csv", "talks-nodes.csv"]
    nodes, edges = (list(csv.DictReader(io.StringIO((tmp_path / f"talks-{part}.csv").read_text(encoding="utf-8"))))
                    for part in ("nodes", "edges"))  # fmt: skip
    known = {row["iri"]: row["label"] for row in nodes}
    assert "Ada Brook" in known.values()
    assert all(known[row["source"]] == row["source_label"] for row in edges)
    assert {row["target"] for row in edges} <= set(known)


def test_gephi_and_networkx_read_the_same_network(run: Run, store: str, tmp_path: Path):
    for name in ("talks.gexf", "talks.graphml"):
        run("export", "-o", name, "--store", store)
    one, other = networkx.read_gexf(tmp_path / "talks.gexf"), networkx.read_graphml(tmp_path / "talks.graphml")
    assert set(one) == set(other)
    assert one.number_of_edges() == other.number_of_edges() > 20


@pytest.mark.parametrize("form", EXPORTS)
def test_no_words_of_the_text_go_out_when_none_are_to(run: Run, store: str, tmp_path: Path, form: str):
    run("export", "-o", "with", "--format", form, "--store", store)
    run("export", "-o", "without", "--format", form, "--no-quotes", "--store", store)
    files = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert len(files) == (4 if form == "csv" else 2)
    for name, text in files.items():
        if name.startswith("without"):
            assert shared_runs(TEXT, text) == set()
            assert "Ada Brook" in text or name == "without-edges.csv"
    assert any(shared_runs(TEXT, text) for name, text in files.items() if name.startswith("with") and "out" not in name)


def test_a_page_without_words_has_no_words_of_the_text_in_labels_either(run: Run, store: str, tmp_path: Path):
    run("view", "-o", "page.html", "--no-quotes", "--store", store)
    data = (tmp_path / "page.html").read_text(encoding="utf-8").partition('id="data">')[2].partition("</template>")[0]
    assert shared_runs(TEXT, data) == set()
    assert "proposal 1 by Norland" in data


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["-o", "talks.docx"], 2, "does not tell the format: end it with .ttl, "),
        (["-o", "-"], 2, "does not tell the format"),
        (["-o", "-", "--format", "csv"], 2, "csv is two files"),
        (["-o", "talks.ttl", "--format", "word"], 2, "word"),
        ([], 2, "-o"),
        (["-o", "none/talks.ttl"], 1, "there is no folder none"),
        (["-o", ".", "--format", "turtle"], 1, "it is a folder"),
        (["-o", "/dev/full", "--format", "turtle"], 1, os.strerror(errno.ENOSPC)),
        (["-o", "/proc/talks.ttl"], 1, os.strerror(errno.ENOENT)),
    ],
)
def test_what_cannot_be_written_is_one_clear_line(
    run: Run, store: str, tmp_path: Path, arguments: list[str], code: int, words: str
):
    failed = run("export", *arguments, "--store", store)
    assert (failed.code, failed.out) == (code, "")
    assert words in failed.err
    assert "Traceback" not in failed.err
    assert not list(tmp_path.iterdir())


@contextmanager
def small_disk(room: int) -> Iterator[None]:
    """No file can grow beyond ``room`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_runs_full_leaves_the_old_files_and_nothing_half_written(tmp_path: Path):
    one, other = tmp_path / "talks-nodes.csv", tmp_path / "talks-edges.csv"
    for path in (one, other):
        path.write_text("old", encoding="utf-8")
    with pytest.raises(click.FileError, match=os.strerror(errno.EFBIG)), small_disk(4096):
        write_files({str(one): b"new", str(other): b"new" * 4096})
    assert {path: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {one: "old", other: "old"}


def test_exporting_again_gives_the_same_bytes(run: Run, store: str):
    for form in (form for form in EXPORTS if form != "csv"):
        arguments = ("export", "-o", "-", "--format", form, "--store", store)
        assert run(*arguments).out == run(*arguments).out


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_of_a_part_holds_what_fits_and_says_when_nothing_does(
    run: Run, store: str, tmp_path: Path, form: str
):
    def exported(*options: str) -> tuple[str, str]:
        done = run(
            "export", "-o", "part.csv" if form == "csv" else "part", "--format", form, "--store", store, *options
        )
        assert done.code == 0
        name = tmp_path / ("part-nodes.csv" if form == "csv" else "part")
        return name.read_text(encoding="utf-8"), done.err

    whole, _ = exported()
    part, _ = exported("--issue", "property")
    assert "return of 12 boats" in part
    assert "40 fishing licences" in whole
    assert len(part) < len(whole)
    assert exported("--source", "harbourtown")[0] == whole
    nothing, told = exported("--text", "nobody says this")
    assert "Norland" not in nothing
    assert "nothing fits what is asked for: it will be empty" in told


def test_a_page_of_a_part_shows_what_fits(run: Run, store: str, tmp_path: Path):
    assert run("view", "-o", "part.html", "--person", "Reed", "--no-quotes", "--store", store).code == 0
    page = (tmp_path / "part.html").read_text(encoding="utf-8")
    assert "Cole Reed" in page
    assert "Coast Watch" not in page


@pytest.mark.parametrize(
    ("option", "words"), [("--source", "no source 'x'"), ("--party", "nothing here is called 'x'")]
)
def test_a_part_of_what_is_not_there_is_one_line_and_writes_nothing(
    run: Run, store: str, tmp_path: Path, option: str, words: str
):
    failed = run("export", "-o", "part.ttl", option, "x", "--store", store)
    assert failed.code == 1
    assert words in failed.err.splitlines()[-1]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", LISTS)
def test_lists_for_other_tools_go_to_a_file_or_stdout_with_the_same_bytes(
    run: Run, store: str, tmp_path: Path, form: str
):
    piped = run("export", "-o", "-", "--format", form, "--store", store)
    written = run("export", "-o", "list.txt", "--format", form, "--store", store)
    assert (piped.code, written.code, written.err.splitlines()[-1]) == (0, 0, "wrote list.txt")
    assert piped.out == (tmp_path / "list.txt").read_text(encoding="utf-8")
    part = run("export", "-o", "-", "--format", form, "--store", store, "--no-quotes")
    assert shared_runs(TEXT, part.out) == set()
