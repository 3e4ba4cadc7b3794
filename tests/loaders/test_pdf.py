"""A PDF gives running text, or one clear line on why it does not."""

from __future__ import annotations

import builtins
import random
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from parley.graph.errors import ParleyError, UnreadableSource
from parley.loaders.documents import read_document
from parley.loaders.pdf import pdf_text


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF in Helvetica, each page some lines."""
    contents = []
    for lines in pages:
        shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
        contents.append(f"BT /F1 10 Tf 14 TL 50 780 Td\n{shown}ET".encode("cp1252"))
    return drawn(*contents)


def columns(heading: str, *rows: tuple[str, str]) -> bytes:
    """A PDF of a page in two columns, drawn row by row as some programs do."""
    lines = [(50, 780, heading)]
    for number, row in enumerate(rows):
        lines += [(x, 760 - 14 * number, words) for x, words in zip((50, 310), row, strict=True)]
    shown = "".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj ET\n" for x, y, words in lines)
    return drawn(shown.encode("cp1252"))


def drawn(*contents: bytes) -> bytes:
    """A PDF whose pages are drawn by these commands."""
    pages = contents
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def text(*pages: Sequence[str]) -> str:
    return pdf_text(pdf(*pages), "talks.pdf")[0]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as raised:
        pdf_text(data, "talks.pdf")
    assert "\n" not in str(raised.value)
    return str(raised.value)


BODY = (
    "The parties met in Harbourtown on 7 May and agreed on a truce of 48 hours, which be-",
    "gins on Friday. They also discussed the exchange of prisoners and set up three wor-",
    "king groups, which report to the ministers.",
)
JOINED = (
    "The parties met in Harbourtown on 7 May and agreed on a truce of 48 hours, which begins on Friday. They also "
    "discussed the exchange of prisoners and set up three working groups, which report to the ministers."
)


def test_lines_become_paragraphs_and_hyphenated_words_whole() -> None:
    assert text(("Joint Communique", *BODY, "The next round is in June.")) == (
        f"Joint Communique\n{JOINED}\nThe next round is in June.\n"
    )


def test_a_compound_keeps_its_hyphen_where_it_is_written_so_elsewhere_or_before_a_capital() -> None:
    lines = (
        "The long-term plan was set out by the ministers in the morning, and the text of this long-",
        "term plan was then given to the delegations of both sides, to the observers of the non-",
        "Ruritanian press and to everybody else who had asked for it.",
    )
    assert "this long-term plan" in text(lines)
    assert "non-Ruritanian press" in text(lines)


def test_bullets_and_short_lines_stay_lines() -> None:
    lines = (
        "The sides agreed on the following points, each of which is binding from the day on:", "- a truce of 48 hours",
        "- an exchange of 100 prisoners", "1. Further talks", "Signed.", "Ada Novak",
    )  # fmt: skip
    assert text(lines) == "".join(f"{line}\n" for line in lines)


def test_page_numbers_and_running_headers_are_left_out_and_a_paragraph_runs_over_the_page() -> None:
    told = (
        "The talks of the third year were held in the hall of the harbour office, and they went on",
        "through the night in spite of the rain that fell on the roof and of all the noise from it,",
        "which nobody in the hall had heard before, until the ministers of both countries agreed",
        "that it was late.",
    )
    pages = [
        ("Ministry of Ruritania", line, "Communique 12/31", f"Page {number} of 4")
        for number, line in enumerate(told, start=1)
    ]
    assert text(*pages) == f"{' '.join(told)}\n"


def test_what_only_looks_like_a_header_or_a_number_stays() -> None:
    assert text(("48", "hours of truce were agreed."), ("2031", "was the year.")) == (
        "48 hours of truce were agreed.\n2031 was the year.\n"
    )
    assert text(("Ministry", "One thing."), ("Ministry", "Another thing.")).count("Ministry") == 2


def test_pages_without_text_are_noted() -> None:
    assert pdf_text(pdf(("Talks go on.",), ()), "talks.pdf") == ("Talks go on.\n", ("1 of 2 pages have no text",))


def test_a_scanned_pdf_is_refused_with_what_to_do() -> None:
    assert "ocrmypdf" in refusal(pdf((), ()))


def encrypted(password: str, algorithm: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(pdf(("Talks go on.",))))), BytesIO()
    writer.encrypt(password, "owner", algorithm=algorithm)
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_pdf_is_refused_unless_it_opens_without_a_password() -> None:
    assert "password" in refusal(encrypted("secret", "RC4-128"))
    assert pdf_text(encrypted("", "RC4-128"), "talks.pdf")[0] == "Talks go on.\n"


@pytest.mark.parametrize("cut", [lambda data: b"talks", lambda data: data[:40], lambda data: b"%PDF-1.4\n\x00\xff%%EOF",
                                 lambda data: data.replace(b"/Pages", b"/Pigs!")])  # fmt: skip
def test_a_broken_pdf_is_one_line(cut: Callable[[bytes], bytes]) -> None:
    assert refusal(cut(pdf(("Talks go on.",))))


def test_a_pdf_with_any_bytes_changed_is_read_or_refused() -> None:
    chosen, whole = random.Random(3), pdf(BODY, BODY)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chosen.randrange(1, 8)):
            data[chosen.randrange(10, len(data))] = chosen.randrange(256)
        try:
            found, _ = pdf_text(bytes(data), "talks.pdf")
        except ParleyError:
            continue
        found.encode()


def test_without_the_extra_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.startswith("pypdf"):
            raise ImportError(name)
        return importing(name, *rest, **more)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(builtins, "__import__", without)
    assert "pip install pypdf" in refusal(b"%PDF-1.4")


def test_a_pdf_is_known_by_its_ending_or_its_first_bytes(tmp_path: Path) -> None:
    for name in ("talks.pdf", "TALKS.PDF", "talks"):
        (tmp_path / name).write_bytes(pdf(("Talks go on.",)))
        found = read_document(tmp_path / name)
        assert (found.id, found.text) == ("talks", "Talks go on.\n")


def test_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    data = columns(
        "Joint statement on the wells",
        ("The delegations of Chad and Sudan met on", "The sides agreed to set up a group on"),
        ("Monday in the capital. The minister of", "wells. Sudan asked for the return of its"),
        ("Chad headed its delegation. Chad offered", "herds. The next round will be held in the"),
        ("Sudan forty wells.", "spring."),
    )
    assert pdf_text(data, "talks.pdf")[0] == (
        "Joint statement on the wells\n"
        "The delegations of Chad and Sudan met on Monday in the capital. The minister of Chad headed its delegation. "
        "Chad offered Sudan forty wells.\n"
        "The sides agreed to set up a group on wells. Sudan asked for the return of its herds. The next round will be "
        "held in the spring.\n"
    )


def test_a_table_is_no_text_in_columns() -> None:
    data = columns("Positions", ("Chad", "40 wells"), ("Sudan", "the herds"), ("Niger", "to host"), ("Mali", "nothing"))
    assert "Chad 40 wells" in " ".join(pdf_text(data, "talks.pdf")[0].split())


def test_footnotes_stand_behind_the_text_that_runs_over_the_page() -> None:
    first = (
        "The delegations of Chad and Sudan met in the capital on Monday for three hours.1",
        "Chad offered Sudan forty wells in the western valley and asked for the herds that",
        "1 See the statement of both ministries.",
    )
    second = ("were taken in May. Sudan agreed to reply within two weeks.",)
    assert text(first, second) == (
        "The delegations of Chad and Sudan met in the capital on Monday for three hours. Chad offered Sudan forty "
        "wells in the western valley and asked for the herds that were taken in May. Sudan agreed to reply within two "
        "weeks.\n1 See the statement of both ministries.\n"
    )
