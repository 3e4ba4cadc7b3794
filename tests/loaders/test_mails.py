"""A mail gives its text under sender, day and subject, however it is packed."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from parley.graph.errors import UnreadableSource
from parley.loaders.documents import read_document
from parley.loaders.news.extract import read_article

BODY = (
    "Good morning.\n\n1. Chad offered Sudan 40 wells, Foreign Minister Renée Ngarta said.\n\n"
    "> On Wed, Mar 5, 2025 at 9:00 AM Ana Rau <ana@example.org> wrote:\n> Sudan agreed to the plan last week.\n\n"
    "Sign up here. Unsubscribe | Privacy\n--\nThe Desert Brief, 1 High Street\n"
)


def mail() -> EmailMessage:
    made = EmailMessage()
    made["From"] = '"The Desert Brief" <brief@example.org>'
    made["To"] = "reader@example.org"
    made["Date"] = "Thu, 06 Mar 2025 06:00:00 +0000"
    made["Subject"] = "Fwd: Chad makes an offer – Ngarta"
    return made


def read(folder: Path, made: EmailMessage):
    path = folder / "brief.eml"
    path.write_bytes(bytes(made))
    return read_document(path)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_is_read_without_its_packing(tmp_path: Path, encoding: str) -> None:
    made = mail()
    made.set_content(BODY, cte=encoding)
    found = read(tmp_path, made)
    assert found.text.startswith("From: The Desert Brief <brief@example.org>\nDate: Thu, 06 Mar 2025 06:00:00 +0000\n")
    assert found.text.endswith(BODY)
    source = read_article(found.text, source_id=found.id).source
    assert source.title == "Chad makes an offer – Ngarta"
    assert source.publisher == "organization/the-desert-brief"
    assert source.published is not None
    assert source.published.value == "2025-03-06T06:00"


def test_the_plain_part_goes_before_the_page_and_attachments_are_named(tmp_path: Path) -> None:
    made = mail()
    made.set_content(BODY)
    made.add_alternative("<p>Another text</p>", subtype="html")
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="wells.pdf")
    found = read(tmp_path, made)
    assert "Another text" not in found.text
    assert found.notes == ("its attachments are not read: wells.pdf",)


def test_a_mail_that_is_a_page_gives_the_text_of_the_page(tmp_path: Path) -> None:
    made = mail()
    made.set_content("<html><body><p>Chad offered Sudan 40 wells, the minister said.</p></body></html>", subtype="html")
    assert read(tmp_path, made).text.endswith("\n\nChad offered Sudan 40 wells, the minister said.\n")


@pytest.mark.parametrize("data", [b"", b"Talks go on.", b"From: a\n\n", b"Subject: x\nContent-Type: image/png\n\nx"])
def test_what_is_no_mail_or_has_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.eml"
    path.write_bytes(data)
    with pytest.raises(UnreadableSource) as raised:
        read_document(path)
    assert "\n" not in str(raised.value)


def test_what_a_mail_quotes_says_nothing(tmp_path: Path) -> None:
    made = mail()
    made.set_content(BODY)
    records = read_article(read(tmp_path, made).text, source_id="brief").records
    assert not any("agreed" in getattr(record, "label", "") for record in records)
    assert sorted(r.label for r in records if getattr(r, "kind", "") == "person") == ["Renée Ngarta"]
