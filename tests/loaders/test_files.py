"""What a user names becomes files with ids, in one order, none twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.graph.errors import UnreadableSource
from parley.loaders.documents import read_document
from parley.loaders.files import find_sources, read_bytes

ENDINGS = (".txt", ".md", ".ttl")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name, encoding="utf-8")


def found(*given: str) -> list[tuple[str, str]]:
    named = find_sources(given, ENDINGS)
    assert [one.trouble for one in named if one.trouble] == []
    return [(one.path, one.id) for one in named]


def test_a_folder_gives_its_files_in_order_with_ids_from_their_places() -> None:
    made("f/b/1.txt", "f/a/1.txt", "f/Zürich talks.MD", "f/a/x.ttl", "f/a/deep/er/2.txt")
    made("f/.hidden.txt", "f/.git/1.txt", "f/a/table.csv", "f/LICENSE")
    assert found("f") == [
        ("f/Zürich talks.MD", "zurich-talks"),
        ("f/a/1.txt", "a.1"),
        ("f/a/deep/er/2.txt", "a.deep.er.2"),
        ("f/a/x.ttl", "a.x"),
        ("f/b/1.txt", "b.1"),
    ]


def test_ids_do_not_depend_on_where_the_folder_is_seen_from(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made("f/a/1.txt")
    ids = [found(name)[0][1] for name in ("f", "f/", "./f", str(here / "f"))]
    monkeypatch.chdir("f")
    assert {*ids, found(".")[0][1]} == {"a.1"}


def test_files_that_would_share_an_id_get_one_each_in_any_order() -> None:
    made("f/talks.txt", "f/talks.md", "f/a b.txt", "f/a-b.txt", "f/a/b.txt")
    ids = dict(found("f"))
    assert len(set(ids.values())) == 5
    assert ids["f/a/b.txt"] == "a.b"
    assert ids["f/talks.md"].startswith("talks-")
    long = "x" * 60
    made(f"g/{long}1.txt", f"g/{long}2.txt")
    assert len(set(dict(found("g")).values())) == 2


def test_a_pattern_gives_what_matches_named_from_its_fixed_part() -> None:
    made("f/a/1.txt", "f/b/1.txt", "f/b/2.csv")
    assert found("f/*/1.txt") == [("f/a/1.txt", "a.1"), ("f/b/1.txt", "b.1")]
    assert found("f/**/*.csv") == [("f/b/2.csv", "b.2")]
    assert found("f/[a]/?.txt") == [("f/a/1.txt", "a.1")]
    assert found("f/a/?.txt") == [("f/a/1.txt", "1")]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file() -> None:
    made("talks[1].txt", "talks1.txt")
    assert found("talks[1].txt") == [("talks[1].txt", "")]


def test_what_is_named_twice_is_read_once() -> None:
    made("f/1.txt")
    assert found("f/1.txt", "f", "f/*.txt", "./f/1.txt") == [("f/1.txt", "")]


def test_addresses_stdin_and_missing_files_are_left_to_whoever_reads_them() -> None:
    names = ["https://example.org/*?x=[1]", "-", "none.txt", "nul\0*"]
    assert found(*names) == [(name, "") for name in names]


@pytest.mark.parametrize(
    ("name", "words"), [("no*.txt", "no file matches this pattern"), ("empty", "no file in this folder ends in one of")]
)
def test_a_pattern_or_folder_without_files_is_one_clear_line(name: str, words: str) -> None:
    made("empty/table.csv")
    (one,) = find_sources([name], ENDINGS)
    assert isinstance(one.trouble, UnreadableSource)
    assert words in str(one.trouble)


def test_links_in_a_circle_end() -> None:
    made("f/1.txt")
    os.symlink("..", "f/up")
    os.symlink("1.txt", "f/again.txt")
    assert len(found("f")) == 1


def test_a_folder_that_may_not_be_seen_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made("f/1.txt", "f/closed/2.txt")
    scanning = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scanning(path)

    monkeypatch.setattr(os, "scandir", scandir)
    named = find_sources(["f"], ENDINGS)
    assert [one.path for one in named if not one.trouble] == ["f/1.txt"]
    assert ["Permission denied" in str(one.trouble) for one in named if one.trouble] == [True]


def test_a_source_that_is_too_large_is_not_read_whole() -> None:
    with open("large.txt", "wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(UnreadableSource, match="more than 50,000,000 bytes: allow more with --max-bytes"):
        read_bytes("large.txt", 50_000_000)
    assert len(read_bytes("large.txt", 50_000_001)) == 50_000_001


def test_a_long_name_is_cut_and_stays_one_of_its_own_however_it_is_named() -> None:
    long = "joint-statement-on-the-framework-for-talks-between"
    made(f"f/{long}-chad-and-sudan.txt", f"f/{long}-chad-and-libya.txt", "f/short-name.txt")
    ids = dict(found("f"))
    assert len(set(ids.values())) == 3
    assert ids["f/short-name.txt"] == "short-name"
    assert all(id.startswith("joint-statement-on-the-framework-for-talks-") for id in list(ids.values())[:2])
    assert {read_document(path).id for path in ids} == set(ids.values())
