"""A document is read exactly, or refused in one clear line."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import UnreadableSource
from parley.loaders.data_files import data_in
from parley.loaders.documents import Document, read_document


def written(folder: Path, data: bytes, name: str = "talks.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: str | Path) -> str:
    with pytest.raises(UnreadableSource) as raised:
        read_document(path)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_the_text_is_kept_as_it_is_and_the_id_comes_from_the_file(tmp_path: Path):
    path = written(tmp_path, "Talks – go on\r\n\r\nNext line.".encode(), "Zürich talks.txt")
    assert read_document(path) == Document("zurich-talks", "Talks – go on\r\n\r\nNext line.", origin=str(path))


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path):
    assert read_document(written(tmp_path, b"\xef\xbb\xbfTalks")).text == "Talks"


def test_front_matter_describes_the_text_after_it(tmp_path: Path):
    path = written(
        tmp_path, b"---\nid: t1\ntitle: 'Talks: day 2'\npublisher: The Post\npublished: 2025-07\n---\nTalks go on."
    )
    assert read_document(path) == Document(
        "t1", "Talks go on.", "Talks: day 2", "The Post", "2025-07", None, origin=str(path)
    )


def test_a_date_in_front_matter_stays_as_it_is_written(tmp_path: Path):
    path = written(tmp_path, b"---\npublished: 2025-07-24T00:33:00\n---\nTalks.")
    assert read_document(path).published == "2025-07-24T00:33:00"


def test_a_line_of_dashes_without_a_second_one_is_text(tmp_path: Path):
    assert read_document(written(tmp_path, b"---\nTalks go on.")).text == "---\nTalks go on."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no text"),
        (b"---\ntitle: x\n---\n \n", "no text"),
        (b"ab\0cd", "NUL"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        (b"\xff\xfeT\0a", "byte 4 is not UTF-16"),
        ("Talks in Минск".encode("cp1251"), "byte 9 (0xcc) is not UTF-8: save it as UTF-8 (for instance"),
        (b"\xef\xbb\xbfab\x81", "byte 5 (0x81) is not UTF-8"),
        (b"---\ntitel: x\n---\nTalks", "unknown front matter key titel: the known keys are id, title"),
        (b"---\ntitle: [a]\n---\nTalks", "`title` must be one line"),
        (b"---\ntitle: 'a\n---\nTalks", "not YAML"),
        (b"---\njust words\n---\nTalks", "key: value"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, data: bytes, words: str):
    assert words in refusal(written(tmp_path, data))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_text_is_read_as_its_byte_order_mark_promises(tmp_path: Path, encoding: str):
    assert read_document(written(tmp_path, "Türkiye’s talks".encode(encoding))).text == "Türkiye’s talks"


def test_a_text_in_windows_1252_is_read_and_said_to_be(tmp_path: Path):
    found = read_document(written(tmp_path, "Türkiye’s talks".encode("cp1252")))
    assert found.text == "Türkiye’s talks"
    assert found.notes == ("byte 1 (0xfc) is not UTF-8: it was read as Windows-1252",)


def test_front_matter_of_other_programs_tells_day_and_address(tmp_path: Path):
    head = b"---\ndate: 6 March 2025\nsource_url: https://e.org/1\nheadline: Talks\nSite: The Post\n---\nTalks go on."
    for name in ("talks.txt", "talks.md"):
        found = read_document(written(tmp_path, head, name))
        assert (found.title, found.publisher) == ("Talks", "The Post")
        assert (found.published, found.url) == ("6 March 2025", "https://e.org/1")
        assert found.notes == ()


def test_our_own_keys_count_before_those_of_other_programs(tmp_path: Path):
    path = written(tmp_path, b"---\ndate: 2025-03-06\npublished: 2025-03-05\n---\nTalks.")
    assert read_document(path).published == "2025-03-05"


def test_a_date_of_another_program_that_may_be_two_is_noted_and_not_taken(tmp_path: Path):
    found = read_document(written(tmp_path, b"---\ndate: 04/05/2025\n---\nTalks."))
    assert found.published is None
    assert found.notes == ("its front matter has a `date` that tells no day or address: '04/05/2025'",)


def test_missing_files_and_folders_are_refused(tmp_path: Path):
    assert "no such file" in refusal(tmp_path / "none.txt")
    assert "folder" in refusal(tmp_path)
    assert refusal("nul\0byte")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = written(tmp_path, b"Talks")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root reads everything: let the system call refuse

        def refuse(self: Path, mode: str) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    assert "not permitted" in refusal(path)


def test_a_dash_is_standard_input_named_after_what_it_holds(monkeypatch: pytest.MonkeyPatch):
    ids = []
    for data in (b"Talks", b"Other talks", b"Talks"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        document = read_document("-")
        assert (document.text, document.origin) == (data.decode(), "-")
        ids.append(document.id)
    assert ids[0] == ids[2] != ids[1]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_every_text_comes_back_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str):
    if text.strip() and not text.startswith("---") and data_in(text.encode()) is None:
        path = written(tmp_path_factory.mktemp("any"), text.encode())
        assert read_document(path).text == text


def test_only_the_end_of_a_line_ends_a_row():
    assert data_in(b",0\x1e,") is None
