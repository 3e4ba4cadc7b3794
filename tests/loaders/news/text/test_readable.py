"""A text is read without what printing and copying have put into it, and every place leads back to its own words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.records import Act
from parley.loaders.news.text.readable import readable

from ..reading import whole

PLAIN = (
    "Chad and Sudan hold cattle talks\n\n"
    "Chad’s Foreign Minister Renée Ngarta said on Monday that Chad would reopen the western pass. “We want calm,” "
    "Ngarta said. Sudan’s envoy Tariq Anwar demanded 40 wells and the return of all herds. Ngarta said that her "
    "government had offered Sudan the first five fields at the second round of talks in Cairo.\n"
)


def wrapped(text: str, width: int) -> str:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return "\n".join(lines)


FORMS = {
    "wrapped at 64": wrapped(PLAIN, 64),
    "wrapped at 50, no blank line": wrapped(PLAIN.replace("\n\n", "\n"), 50),
    "wrapped, CRLF": wrapped(PLAIN, 72).replace("\n", "\r\n"),
    "CR": PLAIN.replace("\n", "\r"),
    "decomposed": unicodedata.normalize("NFD", PLAIN),
    "no-break spaces": PLAIN.replace("Renée ", "Renée\u00a0").replace("40 ", "40\u202f").replace("d’s F", "d’s\u00a0F"),
    "soft hyphens": PLAIN.replace("Anwar", "An\u00adwar").replace("demanded", "de\u00admand\u00aded"),
    "no width": PLAIN.replace("Ngarta", "Ngar\u200bta").replace("Sudan", "\u200eSudan\u200f"),
    "ligatures": PLAIN.replace("first five", "ﬁrst ﬁve").replace("fields", "ﬁelds"),
    "entities": PLAIN.replace("’", "&rsquo;").replace("“", "&ldquo;").replace("”", "&#8221;").replace("é", "&eacute;"),
    "misread": PLAIN.encode().decode("windows-1252", "replace"),
    "links and strokes": PLAIN.replace("Tariq Anwar", "[Tariq Anwar](https://example.org/a_(b))").replace(
        "40 wells", "**40 wells**"
    ),
    "notes": PLAIN.replace("pass.", "pass.[1]").replace("herds.", "herds.²"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_text_says_the_same_however_it_was_copied(form: str) -> None:
    text = FORMS[form]
    plain, told = whole(PLAIN), whole(text)
    assert told.persons == plain.persons == ["Renée Ngarta", "Tariq Anwar"]
    assert told.posts == plain.posts
    assert told.acts == plain.acts
    assert [who for who, _ in told.said] == [who for who, _ in plain.said]
    assert told.source.text == text
    assert [a.item for a in told.of(Act)] == [a.item for a in plain.of(Act)]


def test_a_quotation_is_the_text_s_own_words() -> None:
    text = PLAIN.replace("de", "de\u00ad").replace("all herds", "all\nherds")
    [words] = [words for who, words in whole(text).said if who == "Tariq Anwar"]
    assert words in text
    assert words.endswith("Tariq Anwar de\u00admande\u00add 40 wells and the return of all\nherds")


def test_a_plain_text_is_read_as_it_stands() -> None:
    assert readable(PLAIN).text is PLAIN


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("to cease-\nfire lines that\nheld for a week", "to ceasefire lines that held for a week"),
        ("They cut it,\nand left.", "They cut it, and left."),
        ("Talks\n- one truce\n- two posts", "Talks\n- one truce\n- two posts"),
        ("REPORTER: And now?\nANWAR: We wait.", "REPORTER: And now?\nANWAR: We wait."),
        ("The team\nSalma Idriss, envoy\nYasir Nour, aide", "The team\nSalma Idriss, envoy\nYasir Nour, aide"),
        ("They met. Then\nthe talks began.", "They met. Then the talks began."),
        ("AT&T and R&D; km² and 5 < 6", "AT&T and R&D; km² and 5 < 6"),
        ("an Ä” and “É” are letters", "an Ä” and “É” are letters"),
        ("a list [1, 2] and [sic]", "a list [1, 2] and [sic]"),
        ("see [the text](not an address)", "see [the text](not an address)"),
    ],
)  # fmt: skip
def test_only_what_is_sure_is_read_through(text: str, seen: str) -> None:
    assert readable(text).text == seen


@given(
    st.text(
        st.sampled_from("aé\u0301\u00ad\u200b\u00a0ﬁ\r\n -.&;[]()*_â€™Ã©¹A:/#1")
        | st.characters(exclude_categories=["Cs"])
    )
)
def test_every_stretch_of_a_view_has_its_place_in_the_text(text: str) -> None:
    view = readable(text)
    last = 0
    for n in range(len(view.text)):
        place = view.place(n, n + 1)
        assert 0 <= place.start < place.end <= len(text)
        assert last <= place.start
        last = place.start
