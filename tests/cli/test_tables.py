"""Tables lose nothing, keep to their width and stay harmless on a terminal."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from parley.flat import delimited, json_lines
from parley.tables import PLAIN_WIDTH, heading, table

ANSWER = {
    "side": "Ruritania",
    "act": "propose",
    "quote": "offered a truce",
    "speaker": "Ada Novak",
    "modality": "claim",
    "source": "Talks go on",
    "start": "10",
    "end": "25",
    "fact": "https://example.org/fact/1",
}


def test_facts_stand_in_the_table_and_their_words_below():
    lines = table(list(ANSWER), [ANSWER]).splitlines()
    assert lines[0].split() == ["side", "act"]
    assert lines[2].split() == ["Ruritania", "propose"]
    assert lines[3].strip() == "“offered a truce”"
    assert lines[4].strip() == "– Ada Novak, Talks go on, characters 10 to 25 (claim)"


def test_terms_are_worded_and_iris_under_the_same_name_stay_whole():
    iris = ("https://e.org/act/carryOut-x", "parley:agreeToConsider")
    assert "agree to consider" in table(["act"], [{"act": "agreeToConsider"}])
    for iri in iris:
        assert table(["act"], [{"act": iri}], whole=True).split() == ["act", "-" * len(iri), iri]


def test_a_fact_told_twice_is_one_row_with_two_quotes():
    text = table(list(ANSWER), [ANSWER, ANSWER | {"quote": "a truce, again", "start": "40", "end": "54"}])
    assert text.count("Ruritania") == 1
    assert text.count("“") == 2


def test_words_inside_longer_ones_of_the_same_voice_are_left_to_the_machine_formats():
    longer = ANSWER | {"quote": "he said it offered a truce to us", "start": "2", "end": "33"}
    assert table(list(ANSWER), [ANSWER, longer]).count("“") == 1
    assert table(list(ANSWER), [ANSWER, longer | {"speaker": "Jan Berg"}]).count("“") == 2
    assert table(list(ANSWER), [ANSWER, longer | {"modality": "denial"}]).count("“") == 2
    assert table(list(ANSWER), [ANSWER, longer | {"start": "20", "end": "51"}]).count("“") == 2


def test_a_source_that_all_answers_share_is_named_once():
    again = ANSWER | {"start": "40", "end": "54"}
    assert table(list(ANSWER), [ANSWER, again]).count("Talks go on") == 1
    assert table(list(ANSWER), [ANSWER, again | {"source": "No talks"}]).count("Talks go on") == 1
    assert table(list(ANSWER), [ANSWER, again | {"source": "No talks"}]).count("No talks") == 1


def test_the_title_of_a_source_stands_once_for_each_fact_it_tells():
    told = (("A", "10"), ("A", "40"), ("B", "10"))
    rows = [ANSWER | {"source": source, "start": start, "end": f"{start}1"} for source, start in told]
    text = table(list(ANSWER), [*rows, ANSWER | {"side": "other", "source": "B", "quote": "q4"}])
    signed = [line.split(", ")[1] for line in text.splitlines() if line.lstrip().startswith("–")]
    assert [line for line in signed if line in ("A", "B")] == ["A", "B", "B"]
    assert len(signed) == 4


def test_columns_of_iris_only_or_of_nothing_are_left_out_unless_they_are_all_there_is():
    rows = [{"a": "https://example.org/x", "b": "word", "c": ""}]
    assert table(["a", "b", "c"], rows).splitlines()[0] == "b"
    assert "https://example.org/x" in table(["a"], [{"a": "https://example.org/x"}])


def test_no_rows_give_no_text():
    assert table(["a"], []) == ""


def test_control_characters_of_a_text_never_reach_the_terminal():
    assert "\x1b" not in table(["a"], [{"a": "\x1b[31mred\x07\u202e"}])


def test_many_wide_columns_become_blocks():
    columns = [f"column{n}" for n in range(20)]
    text = table(columns, [{name: f"a value of {name} that is long" for name in columns}], width=60)
    assert all(f"a value of {name}" in text for name in columns)


def test_a_heading_is_plain_words():
    assert heading("durationUnit") == "duration unit"


def test_only_terms_are_put_in_plain_words():
    text = table(["act", "item", "mode"], [{"act": "agreeToConsider", "item": "eBay", "mode": "direct-quote"}])
    assert text.splitlines()[2].split("  ") == ["agree to consider", "eBay", "direct-quote"]


words = st.text(st.characters(categories=["L", "N", "P"]), max_size=80).filter(lambda word: ":" not in word)  # no IRIs


@given(st.lists(st.fixed_dictionaries({"a": words, "b": words, "c": words}), min_size=1, max_size=4))
def test_a_table_holds_every_character_and_keeps_its_width(rows: list[dict[str, str]]):
    text = table(["a", "b", "c"], rows, width=PLAIN_WIDTH)
    shown = [n for n in "abc" if any(row[n] for row in rows)]
    printed = re.sub(r"\s", "", text)
    for row in rows:
        for name in shown or "abc":
            assert set(row[name]) <= set(printed)


def test_an_issue_is_spelled_alike_alone_and_in_a_list():
    rows = [{"issue": "exportControls", "item": "aB"}, {"issue": "trade, exportControls", "item": "aB, exportControls"}]
    assert [line.split("  ")[0] for line in table(["issue", "item"], rows).splitlines()[2:]] == [
        "export controls",
        "trade, export controls",
    ]
    assert "aB, exportControls" in table(["issue", "item"], rows)


def test_without_a_width_each_row_is_one_line():
    rows = [{"path": f"/{'folder/' * 60}a.txt", "title": "word " * 60}] * 2
    assert len(table(["path", "title"], rows, width=None).splitlines()) == 4


def test_a_row_is_one_line_of_json_whatever_line_ends_its_texts_hold():
    row = {"quote": "one\ntwo\u2028three\u2029four\x85five\r", "said": True, "count": 3}
    (line,) = json_lines([row]).splitlines()
    assert json.loads(line) == row
    assert delimited(["said", "quote"], [row]).startswith("said,quote\ntrue,")
