"""A sentence begins where marks and abbreviations let it begin."""

from __future__ import annotations

import pytest

from parley.loaders.news.language.annotation import annotate, load_model
from parley.loaders.news.text.segment import Segment


def sentences(text: str) -> list[str]:
    article = annotate(text, (Segment("paragraph", 0, len(text)),), load_model())
    return [text[s.start : s.end] for s in article.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegation is led by Brig. Gen. Anders Holm, and Amb. Lena Dahl advises it.",
        "Sen. Mark Doyle and Rep. Ana Ruiz met Adm. J. K. Larsen in St. Lucia on Jan. 5.",
        "Annex No. 4 lists the ports of both countries.",
        "The case of Norway v. Iceland cost approx. 3 million dollars.",
        "Lt. Col. Dahl and H.E. Ana Ruiz, Ph.D., agreed.",
        "The U.S. delegation left the hall.",
        "Norway will open two ports; three quays; and a yard.",
        "“Stop the boats!” she said.",
        "“The door is open,” he said, “but the time is short.”",
        "The parties agreed on... nothing.",
    ],
)
def test_nothing_is_cut_after_an_abbreviation_or_inside_a_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["Norway will open two ports;", "Iceland will reduce its quota;", "Greenland will observe it."],
        ["“We have agreed to nothing.”", "Dahl left the room."],
        ["He said no.", "Its oil minister, Col. Dahl, said yes."],
        ["They met at 10 a.m.", "Talks ended at noon."],
        ["The talks (their third this year) failed.", "(The second had failed too.)", "Both left."],
        ["‘We shall see.’", "The door closed.", "3,000 people waited."],
        ["The minister said: “We will open the ports.", "We expect the same of you.”"],
    ],
)
def test_a_sentence_ends_at_its_mark(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_what_stands_together_is_parsed_together() -> None:
    text = "The rebels, whose team is led by Maj. Gen. Anders Holm, offered to release 40 sailors."
    [sentence] = annotate(text, (Segment("paragraph", 0, len(text)),), load_model()).sentences
    assert [(t.text, t.dep_) for t in sentence.span if t.dep_ in ("ROOT", "nsubj")] == [
        ("rebels", "nsubj"), ("offered", "ROOT"),
    ]  # fmt: skip
