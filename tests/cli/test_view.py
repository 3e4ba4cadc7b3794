"""The page is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from parley.output import write_text

from .conftest import Run


def test_the_page_is_written_to_a_file_or_to_stdout(run: Run, store: str, tmp_path: Path):
    written = run("view", "-o", "page.html", "--title", "Harbour <talks>", "--store", store)
    assert written.code == 0
    assert written.out == ""
    assert written.err.splitlines()[-1] == "wrote page.html"
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html")
    assert "Harbour <talks>" not in page
    assert run("view", "-o", "-", "--title", "Harbour <talks>", "--store", store).out == page
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_the_page_can_leave_the_words_out(run: Run, store: str, tmp_path: Path):
    run("view", "-o", "page.html", "--no-quotes", "--store", store)
    assert "headed the Norland delegation" not in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("output", "words"), [(".", "it is a folder"), ("none/page.html", "there is no folder none")])
def test_a_folder_is_never_overwritten_or_made(run: Run, store: str, output: str, words: str):
    failed = run("view", "-o", output, "--store", store)
    assert failed.code == 1
    assert words in failed.err


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = tmp_path / "page.html"
    page.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(click.FileError, match="No space left"):
        write_text(str(page), "new")
    assert page.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_over_an_answer_has_its_facts_alone_and_the_question_as_its_title(run: Run, store: str, tmp_path: Path):
    assert run("view", "-o", "page.html", "--question", "posts", "--store", store).code == 0
    whole = run("view", "-o", "-", "--store", store).out
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert len(page) < len(whole)
    assert "<title>Who holds which post now?</title>" in page
    refused = run("view", "-o", "page.html", "--question", "posst", "--store", store)
    assert refused.code == 2
    assert "did you mean posts" in refused.err
    refused = run("view", "-o", "page.html", "--post", "minister", "--store", store)
    assert refused.code == 2
    assert "a page without --question does not take --post" in refused.err


def test_a_page_over_an_empty_answer_says_so(run: Run, store: str):
    said = run("view", "-o", "page.html", "--question", "posts", "--text", "nobody says this", "--store", store)
    assert said.code == 0
    assert "the answer is empty: so is the page" in said.err


@pytest.mark.parametrize(("content", "words"), [(None, "No such file"), (b"no package", "its SHA-256 differs")])
def test_an_engine_that_is_none_is_one_line_and_no_page(
    run: Run, store: str, tmp_path: Path, content: bytes | None, words: str
):
    package = tmp_path / "oxigraph.tgz"
    if content is not None:
        package.write_bytes(content)
    failed = run("view", "-o", "page.html", "--with-sparql", package, "--store", store)
    assert failed.code == 1
    assert words in failed.err
    assert "docs/page.md" in failed.err
    assert not (tmp_path / "page.html").exists()


STORY = """title: How it went
steps:
  - title: The table
    text: What lies on it.
    link: file:///somewhere/talks.html#view=graph
"""


def test_a_story_goes_into_the_page_without_the_place_of_its_links(run: Run, store: str, tmp_path: Path):
    (tmp_path / "story.yaml").write_text(STORY, encoding="utf-8")
    assert run("view", "-o", "page.html", "--story", "story.yaml", "--store", store).code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '"at":"#view=graph"' in page
    assert "somewhere" not in page


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "story.yaml: No such file"),
        ("", "story.yaml: here must stand title, steps"),
        ("title: x", "story.yaml, line 1: steps is missing"),
        ("title: x\nsteps: []", "line 2: steps must be a list"),
        (STORY.replace("text:", "words:"), "line 4: words is not known here; there are title, text, link"),
        (STORY.replace("#view=graph", ""), "line 5: link must be an address of the page"),
        (STORY.replace("What lies on it.", "''"), "line 4: here must stand text"),
        ("title: [", "is not valid YAML"),
    ],
)
def test_a_story_that_is_none_is_told_with_its_line(
    run: Run, store: str, tmp_path: Path, content: str | None, words: str
):
    if content is not None:
        (tmp_path / "story.yaml").write_text(content, encoding="utf-8")
    failed = run("view", "-o", "page.html", "--story", "story.yaml", "--store", store)
    assert failed.code == 1
    assert words in failed.err
    assert len(failed.err.strip().splitlines()) == 1
