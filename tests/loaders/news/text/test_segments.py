"""An article is cut by its layout: what is said where stays at its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.loaders.news.language.words import words_of
from parley.loaders.news.text.segment import Segment
from parley.loaders.news.text.segments import cut
from parley.loaders.news.voices.quotations import quotations, quoted_inside, share_quoted


def kinds(text: str) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in cut(text)]


def second(text: str) -> tuple[Segment, str]:
    segment = cut(text)[1]
    return segment, text[segment.start : segment.end]


@pytest.mark.parametrize(
    "line", ["Talks are to resume on 3 May 2031", "Both sides will meet again in Doha, 3 May 2031"]
)
def test_a_day_in_what_is_told_is_not_that_of_the_article(line: str) -> None:
    assert not any(kind == "dateline" for kind, _ in kinds(f"Truce talks resume\n{line}\n\nThe sides met in Doha.\n"))


def test_headline_dateline_and_paragraph() -> None:
    text = "Truce talks resume\n24.07.2025, 10:15\n\nThe sides met in Doha.\n"
    assert kinds(text) == [
        ("headline", "Truce talks resume"), ("dateline", "24.07.2025, 10:15"), ("paragraph", "The sides met in Doha."),
    ]  # fmt: skip


def test_a_long_closed_first_line_is_no_headline() -> None:
    line = (
        "Delegations of the two countries met in the old customs house of the harbour on Monday and "
        + "talked on. " * 4
    )
    assert kinds(line)[0][0] == "paragraph"


def test_a_page_in_one_line_with_a_credit_at_its_end_is_no_headline() -> None:
    line = "Delegations of the two countries met in the old customs house. " * 6 + "Source: Harbour News"
    assert kinds(line)[0][0] == "paragraph"


@pytest.mark.parametrize(
    ("lead", "place", "outlet"),
    [
        ("GENEVA, March 3 (Reuters) - ", "GENEVA", "Reuters"), ("GENEVA (AP) — ", "GENEVA", "AP"),
        ("DOHA, Qatar (AP) — ", "DOHA, Qatar", "AP"), ("KHARTOUM — ", "KHARTOUM", None),
        ("WASHINGTON/BEIJING, May 12 (Reuters) - ", "WASHINGTON/BEIJING", "Reuters"),
        ("PARIS, July 2 /Xinhua/ -- ", "PARIS", "Xinhua"),
        ("BAKU. July 2 (Interfax) - ", "BAKU", "Interfax"),
        ("BOGOTÁ, Colombia, March 3 (AFP) - ", "BOGOTÁ, Colombia", "AFP"),
        ("MALINDI, Kenya-Somalia border, May 20 (Coast Wire) - ", "MALINDI", "Coast Wire"),
        ("Geneva, Switzerland (AFP) – ", "Geneva, Switzerland", "AFP"), ("Goma (Reuters) - ", "Goma", "Reuters"),
        ("NAIROBI, 3 March 2025 (IRIN) - ", "NAIROBI", "IRIN"), ("UNITED NATIONS (AP) -- ", "UNITED NATIONS", "AP"),
        ("RIO DE JANEIRO, Brazil – ", "RIO DE JANEIRO, Brazil", None),
        ("TUNIS, Feb. 10, 2025 (TAP) - ", "TUNIS", "TAP"),
        ("N'DJAMENA, Chad (AP) - ", "N'DJAMENA, Chad", "AP"), ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C.", "AP"),
        ("DUBAI, United Arab Emirates (AP) — ", "DUBAI, United Arab Emirates", "AP"),
        ("GAZA/CAIRO (Reuters) -", "GAZA/CAIRO", "Reuters"),
        ("NDOLA (Zambezi Post), 3 March 2031 - ", "NDOLA", "Zambezi Post"),
        ("Geneva, Switzerland - ", "Geneva, Switzerland", None), ("Tunis, UAE – ", "Tunis, UAE", None),
    ],
)  # fmt: skip
def test_the_dateline_of_an_agency_stands_apart(lead: str, place: str, outlet: str | None) -> None:
    text = f"Talks go on\n\n{lead}Talks opened on Monday."
    segment, words = second(text)
    assert (segment.kind, words) == ("paragraph", "Talks opened on Monday.")
    assert segment.place is not None
    assert text[slice(*segment.place)] == place
    assert (text[slice(*segment.outlet)] if segment.outlet else None) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "RSF - a militia - met them.",
        "The RSF - a militia - met.",
        "US, China – rivals – met.",
        "U.N. officials - met.",
        "By Friday Sudan had left.",
    ],
)
def test_other_dashes_are_no_datelines(line: str) -> None:
    assert second(f"Talks go on\n\n{line}")[0].place is None
    assert second(f"Talks go on\n\n{line}")[1] == line


def test_a_place_in_capitals_with_a_colon_is_no_speaker() -> None:
    text = (
        "Talks go on\n\nNEW DELHI: The neighbours will resume their talks on the river after a pause of years.\n\nYes."
    )
    segment, words = second(text)
    assert (segment.kind, words[:3]) == ("paragraph", "The")


def test_bullets_have_labels_and_know_their_header() -> None:
    text = "Talks\nMain points made by the envoy:\n- Truce Plan: a pause.\n2) Next Steps: talks.\n• No label here"
    segments = cut(text)
    assert [s.kind for s in segments[1:]] == ["list-header", "bullet", "bullet", "bullet"]
    assert [text[slice(*s.label)] if s.label else "" for s in segments[2:]] == ["Truce Plan", "Next Steps", ""]
    assert {s.header for s in segments[2:]} == {1}
    assert text[segments[2].start : segments[2].end] == "a pause."


def test_a_text_may_begin_with_a_bullet() -> None:
    assert kinds("• One\n• Two") == [("bullet", "One"), ("bullet", "Two")]


def test_a_paragraph_ends_a_list() -> None:
    segments = cut("Talks\nHe said:\n- One thing.\nThat was all for the day.\n- Another list.")
    assert [s.header for s in segments if s.kind == "bullet"] == [1, None]


def test_a_roster_stands_under_its_heading_and_ends_at_prose() -> None:
    text = "Talks\n\nThey met.\n\nThe Kenyan delegation\n\nAna Bly, minister\nOmar Said – envoy\n\nThe talks went on."
    segments = cut(text)
    assert [s.kind for s in segments] == ["headline", "paragraph", "heading", "roster", "roster", "paragraph"]
    assert {s.heading for s in segments[3:]} == {2}


def test_turns_of_an_interview() -> None:
    assert [
        k
        for k, _ in kinds("Interview\n\nShe met us.\n\nREPORTER: Why now?\nBLY: Because.\n\nQ: And then?\nA: Nothing.")
    ][2:] == ["name", "turn", "name", "turn", "turn", "turn"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("MS. OKAFOR-LUND: Nothing was signed.", "MS. OKAFOR-LUND"), ("**Ana Bly:** Nothing was signed.", "Ana Bly"),
        ("ANSWER: Nothing was signed.", "ANSWER"), ("A. Nothing was signed.", "A"),
        ("DEPUTY MINISTER BLY (in English): Nothing was signed.", "DEPUTY MINISTER BLY (in English)"),
    ],
)  # fmt: skip
def test_labels_of_turns(line: str, label: str) -> None:
    text = f"Briefing\n\nQ: Was it signed?\n{line}\nQ: Is that all?\n{line}"
    turn = cut(text)[-1]
    assert (turn.kind, text[slice(*(turn.label or (0, 0)))]) == ("turn", label)
    assert text[turn.start : turn.end] == "Nothing was signed."


def test_a_paragraph_between_two_turns_goes_on_with_the_first() -> None:
    text = "Briefing\n\nQ: Was it signed?\nA: No.\nNobody came.\nQ: Is that all?\nA: Yes.\nThe briefing ended at noon."
    assert [k for k, _ in kinds(text)][1:] == ["turn"] * 5 + ["paragraph"]


def test_lists_of_topics_or_parties_are_no_turns() -> None:
    assert "turn" not in dict(kinds("Talks\n\nThey met.\n\nUN: one seat.\nEU: two seats.\nMain point: none."))


@pytest.mark.parametrize("time", ["16:50", "9.05", "[16:50]", "4:50 pm", "16:50 GMT -", "16:50 |"])
def test_the_time_of_an_entry_stands_apart(time: str) -> None:
    text = f"Talks live\n\n{time} Chad’s envoy has left the hall."
    assert kinds(text)[-1] == ("paragraph", "Chad’s envoy has left the hall.")
    assert kinds(f"Talks live\n\n{time} Envoy leaves the hall early\nHe went home.")[1][0] == "heading"


def test_the_topic_of_a_list_item_is_its_label() -> None:
    text = "Talks\nThe day in brief:\n- Next step: a call.\n- He said: nothing."
    labels = [text[slice(*s.label)] if s.label else "" for s in cut(text) if s.kind == "bullet"]
    assert labels == ["Next step", ""]


@pytest.mark.parametrize(
    "line", ["Subscribe", "Advertisement", "Read more: other news", "© 2025 The Paper",
    "Reporting by A B; editing by C D", "Share this article", "By Ann Bly and Omar O’Neil"]
)  # fmt: skip
def test_boilerplate_is_told_apart(line: str) -> None:
    assert kinds(f"Talks go on\n\n{line}\n\nThe sides met.")[1] == ("boilerplate", line)


def test_headings_stand_between_paragraphs() -> None:
    assert [k for k, _ in kinds("Talks\n\nThey met again.\n\nWhat Comes Next\n\nThey will meet.")] == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
    ]


LINES = [
    "",
    " ",
    "- x",
    "A: b",
    "GENEVA (AP) — x.",
    "The team",
    "Ana Bly",
    "He said:",
    "24.07.2025",
    "“Open",
    "Done.”",
    "\u2028",
    "\ufeffx",
    "•",
    "1.",
    ":",
    "BLY: x",
]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30)))
@settings(derandomize=True, max_examples=150)
def test_segments_follow_one_another_and_leave_no_letter_out(lines: list[str]) -> None:
    text = "\n".join(lines)
    segments = cut(text)
    reached = 0
    for segment in segments:
        assert reached <= segment.start <= segment.end <= len(text)
        reached = segment.end
    told = {n for s in segments for a, b in [(s.start, s.end), s.label or (0, 0)] for n in range(a, b)}
    left_out = "".join(c for n, c in enumerate(text) if n not in told and c.isalnum())
    assert not left_out or any(s.place for s in segments) or left_out.isdigit() or len(left_out) < len(text) / 2
    for span in quotations(text, segments):
        assert 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The road is open,” he said. “Go.”", ["“The road is open,”", "“Go.”"]),
        ('"The road is open," he said.', ['"The road is open,"']),
        ("‘The road isn’t open,’ she said, at the sides’ wish.", ["‘The road isn’t open,’"]),
        ("«Go», he said; „Go“, she said", ["«Go»", "„Go“"]),
        ("“He said ‘no’, and left,” she said.", ["“He said ‘no’, and left,”"]),
        ("The Houthis’ demand isn't the sides' fault.", []),
        ("“We go on\n\n“and on.”", ["“We go on", "“and on.”"]),
        ('A 3" pipe', []),
    ],
)
def test_quotations_keep_their_marks_and_know_apostrophes(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in quotations(text, cut(text))] == found


def test_the_share_that_is_quoted() -> None:
    text = "“aa” bb “cc”"
    spans = quotations(text, cut(text))
    assert share_quoted(spans, 0, 4) == 1
    assert share_quoted(spans, 4, 8) == 0
    assert share_quoted(spans, 0, len(text)) == pytest.approx(8 / 12)
    assert quoted_inside(spans, 0, 7) == [(0, 4)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad’s ex-minister", ["Chad", "’s", "ex-", "minister"]),
        ("minister-designate Bly", ["minister", "-designate", "Bly"]),
        ("Lt. Gen. Ana al-Bly", ["Lt.", "Gen.", "Ana", "al-Bly"]),
        ("the Houthis' chief", ["the", "Houthis", "'", "chief"]),
        ("J. D. O’Neil, U.S. envoy", ["J.", "D.", "O’Neil", ",", "U.S.", "envoy"]), ("N’Djamena", ["N’Djamena"]),
    ],
)  # fmt: skip
def test_words_keep_hyphens_and_set_possessives_apart(text: str, words: list[str]) -> None:
    assert [w.text for w in words_of(text, 0, len(text))] == words
    assert all(text[w.start : w.end] == w.text for w in words_of(text, 0, len(text)))


@pytest.mark.parametrize(
    ("word", "capital"), [("al-Bly", True), ("d’Arc", True), ("Bly", True), ("anti-War", False), ("pro-Kenyan", False)]
)
def test_a_surname_with_an_article_counts_as_capital(word: str, capital: bool) -> None:
    assert words_of(word, 0, len(word))[0].capital is capital


def test_a_long_first_line_without_an_end_mark_is_no_headline() -> None:
    words = "The sides met in Doha on Monday and talked about the border " * 6
    assert [s.kind for s in cut(f"{words.strip()}\n\nThey met again.")] == ["paragraph", "paragraph"]


def test_labelled_lines_above_an_article_tell_its_headline_and_day_whoever_filed_it() -> None:
    text = "Title: Talks resume\nPaper: Lake Mirror\nFiled by: Ana Rau\nDate: 3 May 2031\n\nThe sides met in Doha.\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "boilerplate", "boilerplate", "dateline", "paragraph"]
