"""Markdown becomes the text that a reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import UnreadableSource
from parley.loaders.documents import read_document
from parley.loaders.markdown import plain_markdown


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("# Talks *go* on #\nThey\nmet.", "Talks go on\n\nThey met.\n"),
        ("Setext\n===\n\nText", "Setext\n\nText\n"),
        ("**Bold**, _it_, ~~no~~, `x`, [a *link*](http://e.org 't'), <http://e.org>", "Bold, it, no, x, a link, http://e.org\n"),
        ("[one][1] &amp; two\\*\n\n[1]: http://e.org", "one & two*\n"),
        ("* **Truce:** 48 hours\n* 100\n  prisoners\n\nEnd", "- Truce: 48 hours\n- 100 prisoners\n\nEnd\n"),
        ("3. a\n4. b\n   - c\n5. d", "3. a\n4. b\n- c\n5. d\n"),
        ("**Lake Herald**\nby Ana Rau\n5 March, 6 p.m.\n\nThey", "Lake Herald\nby Ana Rau\n5 March, 6 p.m.\n\nThey\n"),
        ("Lake Herald\nMay 5, 2024 (Sat.)", "Lake Herald\nMay 5, 2024 (Sat.)\n"),
        ("The Nile\nTalks ended.", "The Nile Talks ended.\n"),
        (f"{'Rain. ' * 50}\n\nLake Herald\nRome", f"{('Rain. ' * 50).strip()}\n\nLake Herald Rome\n"),
        ("Talks on the\nNile\nended.", "Talks on the Nile ended.\n"),
        ("> quoted\n> words\n\nsaid", "quoted words\n\nsaid\n"),
        ("| a | b |\n|---|--:|\n| *1* | 2 |\n| 3 | |\n\nx", "a | b\n1 | 2\n3 | \n\nx\n"),
        ("a  \nb\\\nc", "a\nb\nc\n"),
        ("![picture](x.png)\n\na<br>b<!-- c -->\n\n<div>\nd\n</div>\n\n***\n\ne", "ab\n\ne\n"),
        ("```\nx = 1\n```\nafter", "x = 1\n\nafter\n"),
        ("", ""),
    ],
)  # fmt: skip
def test_markup_is_taken_out_and_words_stay(markdown: str, plain: str) -> None:
    assert plain_markdown(markdown) == plain


def test_a_file_keeps_what_its_front_matter_says_and_notes_what_it_does_not_read(tmp_path: Path) -> None:
    path = tmp_path / "talks.md"
    path.write_text(
        "---\ntitle: 'Talks'\nlayout: post\ntags: [a]\npublished: 2031-05-07\n---\n# *Talks*\n", encoding="utf-8"
    )
    found = read_document(path)
    assert (found.id, found.text, found.title, found.published) == ("talks", "Talks\n", "Talks", "2031-05-07")
    assert found.notes == ("its front matter has keys that are not read: layout, tags",)


@pytest.mark.parametrize("opening", ["", "# Talks on the river end\n\n", "**TALKS ON THE RIVER END**\n\n"])
def test_the_title_in_front_matter_is_the_headline_of_the_text_once(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "talks.md"
    path.write_text(f"---\ntitle: Talks on the river end\n---\n{opening}They ended early.\n", encoding="utf-8")
    first, *rest = read_document(path).text.split("\n")
    assert first.casefold() == "talks on the river end"
    assert "".join(rest) == "They ended early."


def test_a_file_with_markup_alone_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "talks.md").write_text("![](x.png)\n***\n", encoding="utf-8")
    with pytest.raises(UnreadableSource, match="no text"):
        read_document(tmp_path / "talks.md")


@given(
    st.lists(st.sampled_from([*"#*_-+>|`[](){}<!&\\~=\n \t1.", "word", "    ", "```", "|---|", "\n\n"]), max_size=60)
)
def test_any_markdown_becomes_text_and_loses_no_word(parts: list[str]) -> None:
    markdown = "".join(parts)
    plain = plain_markdown(markdown)
    assert plain == "" or plain.endswith("\n")
    if not set(markdown) & set("<[!]`>|~&="):
        assert plain.count("word") == markdown.count("word")
