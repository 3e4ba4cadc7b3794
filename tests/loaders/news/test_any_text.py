"""Whatever the text, reading it gives records that can be written, or one of Parley's own errors."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.errors import NotEnglish, ParleyError, UnreadableSource
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Act, Agent, Event, Statement
from parley.loaders.news.extract import read_article

from .reading import OPENING, whole

SENTENCES = [
    "Sudanese Foreign Minister Salma Idriss said that Sudan would free 300 prisoners if Chad opened the crossing.",
    "“We agreed on a 90-day truce,” said Tariq Anwar, Chad’s envoy. “Nothing else.”",
    "The second round of talks was held in Cairo on June 1.",
    "The Chadian delegation includes Tariq Anwar and representatives from the army.",
    "According to Tariq Anwar, the parties exchanged two draft memoranda.",
    "- Prisoners: Sudan offered 1,000 for 1,000.",
    "The Sudanese delegation\nSalma Idriss, foreign minister\nYasir Nour – general",
    "REPORTER: And now?\nANWAR: We wait.",
    "GENEVA, March 3 (Reuters) - Both sides rejected it.", "24.07.2025, 10:15",
    "Presidents Idris Oumar and Hamid Barka met; they spoke by phone on Monday.",
]  # fmt: skip
MARKS = [
    "“", "”", '"', "‘", "’", "’s", "(", ")", "[", "]", "«", "…", ":", " - ", "\n", "\n\n", "\u2028", "\r\n", "\t",
    "\x07", "\u200f", "\u202e", "\u200b", "\ufeff",
    "\u0301", "𝕏", "🤝", "السلام", "Привет", "会谈", "Dr.", "U.S.", "-elect", "ex-", "31 February",
    "99999999999999999999", "said", "that", "will", "the", "SUDAN",
]  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Sentences with pieces cut out and marks thrown in."""
    parts = [OPENING.format("Sudan", "Chad")] if draw(st.booleans()) else []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)):
        for at, size, mark in draw(
            st.lists(st.tuples(st.integers(0, 120), st.integers(0, 6), st.sampled_from(["", *MARKS])), max_size=4)
        ):
            sentence = sentence[:at] + mark + sentence[at + size :]
        parts.append(sentence)
    return draw(st.sampled_from(["\n\n", "\n", " "])).join(parts)


def check(text: str, published: str | None) -> None:
    try:
        read = read_article(text, source_id="any", published=published)
    except NotEnglish:
        return
    for record in read.records:
        if isinstance(record, Statement):
            assert 0 <= record.span.start < record.span.end <= len(text)
    with open_knowledge() as knowledge:
        assert knowledge.add(read) == "added"  # a key that nothing defines is refused
    assert read_article(text, source_id="any", published=published) == read


@given(articles(), st.sampled_from([None, "2025-07-24", "2025-07", "2025"]))
@settings(derandomize=True, max_examples=60)
def test_mangled_articles_are_read_alike_twice_and_can_be_written(text: str, published: str | None) -> None:
    check(text, published)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300).filter(lambda t: t.strip()))
@settings(derandomize=True, max_examples=60)
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    try:
        check(text, None)
    except UnreadableSource:
        assert not any(c.isalnum() for c in text)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff\n"])
def test_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(UnreadableSource):
        read_article(text, source_id="x")


@pytest.mark.parametrize("published", ["yesterday", "2025-13-01", "4/7/2025"])
def test_a_publication_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(UnreadableSource, match="write it as 2025-07-24"):
        read_article("Talks go on.", source_id="x", published=published)


@pytest.mark.parametrize(
    "text",
    [
        "Les négociations entre le Soudan et le Tchad ont repris lundi à Genève. La délégation "
        "soudanaise a proposé une trêve de trois mois.",
        "Переговоры между Суданом и Чадом возобновились в понедельник. Делегация Судана предложила "
        "перемирие на девяносто дней, заявил "
        "министр, и заложники будут освобождены.",
        "استؤنفت المحادثات بين السودان وتشاد يوم الاثنين في جنيف واقترح الوفد السوداني هدنة لمدة تسعين "
        "يوما وقال وزير الخارجية إن الرهائن سيطلق سراحهم",
        "Die Gespräche zwischen dem Sudan und dem Tschad wurden am Montag in Genf wieder aufgenommen. "
        "Die Delegation schlug eine Waffenruhe vor.",
        "Las conversaciones entre Sudán y Chad se reanudaron el lunes en Ginebra. La delegación propuso "
        "una tregua y el ministro habló de paz.",
    ],
    ids=["French", "Russian", "Arabic", "German", "Spanish"],
)
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(NotEnglish):
        read_article(text, source_id="x")


def test_a_sports_report_has_people_who_speak_and_no_negotiation() -> None:
    read = whole(
        "United beat City 3-1\n\nUnited beat City 3-1 on Sunday. Striker Marco Bellini scored twice and "
        "said the team had deserved it.\n\n"
        "“We worked hard all week,” coach Henrik Dalgaard said. “The second goal changed the match.”"
    )
    assert read.persons == ["Henrik Dalgaard", "Marco Bellini"]
    assert {who for who, _ in read.said} == {"Henrik Dalgaard", "Marco Bellini"}
    assert [r for r in read.records if isinstance(r, Act | Event)] == []


def test_a_recipe_says_nothing() -> None:
    read = whole(
        "Lentil soup\n\nServes 4.\n\n- 300 g red lentils\n- 2 onions\n\nChop the onions and fry them "
        "for 10 minutes. Add the lentils."
    )
    assert [r for r in read.records if isinstance(r, Agent | Act | Event)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Sudan and Chad agree to resume peace talks",
        "Talks",
        "123 456",
        "... !!!",
        "🇺🇦🤝",
        "Talks\n" * 300,
        "talks " * 3,
        "a" * 5000,
    ],
)
def test_odd_short_texts_are_read(text: str) -> None:
    check(text, None)


def test_an_error_is_one_line() -> None:
    with pytest.raises(ParleyError) as raised:
        read_article("", source_id="x")
    assert "\n" not in str(raised.value)
