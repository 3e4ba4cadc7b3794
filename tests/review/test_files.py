"""The file of decisions: what is written is read back, hand-made lines stay, and what is not right is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.errors import ReviewError
from parley.graph.records import SourceRecords
from parley.review.entries import Decisions, EntityEntry, Entry, Mention, version_of
from parley.review.fields import GROUPS, QUANTITY_FIELDS, TERM_FIELDS, Field
from parley.review.merging import fresh, merge
from parley.review.reading import read_decisions
from parley.review.showing import show
from parley.review.writing import write_decisions
from tests.graph.examples import HARBOURTOWN, TEXT
from tests.review.people import file_of, shown

FACTS = show(HARBOURTOWN)
HEAD = replace(file_of(), entries=())
WRITTEN = fresh(HEAD, FACTS).text


def without_lines(read: Decisions) -> Decisions:
    return replace(
        read,
        entries=tuple(replace(entry, line=0) for entry in read.entries),
        entities=tuple(replace(entry, line=0) for entry in read.entities),
    )


# ---------------------------------------------------------------------- writing and reading back

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
days = st.sampled_from(["", "2031", "2031-05", "2031-05-07"])


def values(field: Field) -> st.SearchStrategy[Any]:  # Any: values of fields
    several = {"agents": words, "events": words, "speakers": words, "issues": words}
    if field.holds in several:
        return st.lists(several[field.holds], min_size=1, max_size=3).map(tuple)
    if field.holds == "terms":
        return st.lists(tables(TERM_FIELDS), min_size=1, max_size=2).map(tuple)
    if field.holds == "quantity":
        return tables(tuple(f for f in QUANTITY_FIELDS if f.name not in ("minimum", "maximum"))).filter(bool)
    return {
        "choice": st.sampled_from(field.choices or ("x",)),
        "date": st.sampled_from(["2031", "2031-05-07", "2031-05-07T10:30", "2031-05-07/2031-05-08"]),
        "number": st.integers(0, 99).map(str),
        "truth": st.just("true"),
    }.get(field.holds, words)


def tables(fields: tuple[Field, ...]) -> st.SearchStrategy[Any]:  # Any: as above
    must = {field.name: values(field) for field in fields if field.required}
    return st.fixed_dictionaries(must, optional={f.name: values(f) for f in fields if not f.required})


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    group = draw(st.sampled_from(sorted(GROUPS)))
    entry = Entry(
        group, draw(tables(GROUPS[group].fields)), draw(words), at=draw(st.sampled_from(["", "line 3"]) | words),
        fact=draw(st.just("") | words), also=tuple(draw(st.lists(words, max_size=2))), by=draw(st.just("") | words),
        on=draw(days), because=draw(st.just("") | words), found=draw(st.booleans()),
    )  # fmt: skip
    decision = draw(st.sampled_from(["undecided", "accept", "reject", "edit", "add"]))
    return replace(entry, decision=decision, id="" if decision == "add" else entry.fingerprint)  # type: ignore[arg-type]


mentions = st.builds(lambda kind, label, source: Mention("", kind, label, source),
                     st.sampled_from(["person", "item", "state"]), words, st.just("") | words)  # fmt: skip
decided_entities = st.builds(
    EntityEntry, st.sampled_from(["same", "different", "unsure"]), mentions,
    st.integers(0, 99).map(lambda n: Mention(f"https://data.example/{n}")), words, days, st.just("") | words,
)  # fmt: skip


@settings(max_examples=150)
@given(
    st.lists(entries(), max_size=3, unique_by=lambda entry: entry.fingerprint),
    st.lists(decided_entities, max_size=2, unique_by=lambda entry: (str(entry.first), str(entry.second))),
    words, words, days,
)  # fmt: skip
def test_what_is_written_is_read_back(facts: list[Entry], same: list[EntityEntry], source: str, by: str, on: str):
    facts.sort(key=lambda entry: list(GROUPS).index(entry.group))
    decisions = Decisions("f.yaml", source, "0" * 64, by, on, tuple(facts), tuple(same))
    text = write_decisions(decisions)
    assert without_lines(read_decisions("f.yaml", text)) == decisions
    assert all(character.isprintable() or character == "\n" for character in text)


def test_the_facts_of_a_source_are_read_back_as_they_were_shown():
    read = without_lines(read_decisions("mine.yaml", WRITTEN))
    assert read.entries == tuple(one.entry for one in FACTS)
    assert {entry.group for entry in read.entries} == set(GROUPS) - {"delegations", "statements"}
    assert version_of([read]) == ""


@settings(max_examples=200)
@given(st.text(max_size=200) | st.binary(max_size=100).map(lambda data: data.decode("latin-1")))
def test_no_text_does_more_than_be_refused(text: str):
    with pytest.raises(ReviewError) as raised:
        read_decisions("f.yaml", text)
    assert "\n" not in str(raised.value)
    assert str(raised.value).isprintable()


# ---------------------------------------------------------------------- what is refused

MINIMAL = "format: parley decisions 1\nsource: s\nby: me\n"
POST = "posts:\n- decision: add\n  person: A\n  title: b\n  tenure: current\n  standing: asserted\n  quote: A is b\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("format: parley decisions 2\n", "line 1: is of the format 'parley decisions 2'; this Parley reads"),
        ("source: s\n", "does not say its format"),
        (MINIMAL + "colour: red\n", "line 4: the file: nothing is called 'colour' here"),
        (MINIMAL + "by: you\n", "line 4: by stands twice"),
        (MINIMAL + POST.replace("title", "titel"), "line 7: posts: nothing is called 'titel' here"),
        (MINIMAL + POST.replace("add", "perhaps"), "'perhaps' is none of undecided, accept, reject, edit, add"),
        (MINIMAL + POST.replace("current", "past"), "tenure: 'past' is none of current, former, announced"),
        (MINIMAL + POST.replace("  quote: A is b\n", ""), "`quote:` is missing"),
        (MINIMAL + POST.replace("  title: b\n", ""), "`title:` is missing"),
        (MINIMAL + POST.replace("decision: add", "decision: accept"), "`id:` is missing"),
        (MINIMAL + POST + "  id: 0123456789\n", "an added fact has no `id:`"),
        (MINIMAL + POST + POST.partition("\n")[2], "is the same fact"),
        (MINIMAL.replace("by: me\n", "") + POST, "who decided this"),
        (MINIMAL.replace("source: s\n", "") + POST, "does not say `source:`"),
        (MINIMAL + "on: yesterday\n", "on: 'yesterday' is not a date"),
        (MINIMAL + "posts: [\n", r"is not valid YAML \(line 5, column 1: "),
        (MINIMAL + "posts: soon\n", "a list is wanted here"),
        (MINIMAL + "posts: [soon]\n", "a table"),
        (MINIMAL + "posts: &a []\nevents: *a\n", "refer to other places"),
        (MINIMAL + "source2: !!python/object/apply:os.system [ls]\n", "tags"),
        (MINIMAL + "--- \nformat: x\n", "a second document"),
        (MINIMAL + f"posts: {'[' * 100}{']' * 100}\n", "too deep"),
        (MINIMAL + f"posts: {'[' * 20_000}\n", "too deep"),
        (MINIMAL + POST.replace("title: b", f"title: {'b' * 20_000}"), "20,000 characters"),
        (MINIMAL + 'posts:\n- decision: "\\x1b[31m"\n', r"\\x1b"),
        (MINIMAL + "entities:\n- decision: same\n  first: Anna\n  second: {person: B}\n", "an entity is an IRI"),
        (MINIMAL + "entities:\n- decision: same\n  first: {person: B}\n", "`second:` is missing"),
        (MINIMAL + 2 * "entities:\n- {decision: same, first: {person: A}, second: {person: B}}\n", "stands twice"),
        (MINIMAL + "entities:\n" + 2 * "- {decision: same, first: {item: A}, second: {item: B}}\n", "decided twice"),
    ],
)  # fmt: skip
def test_what_is_not_right_is_one_line_that_says_where(text: str, message: str):
    with pytest.raises(ReviewError, match=message) as raised:
        read_decisions("f.yaml", text)
    assert str(raised.value).startswith("f.yaml")
    assert str(raised.value).isprintable()


def test_changed_fields_without_the_word_edit_are_refused():
    text = WRITTEN.replace("tenure: former", "tenure: current")
    for decision in ("undecided", "accept"):
        with pytest.raises(ReviewError, match=r"its fields are changed.*write `decision: edit`"):
            read_decisions("mine.yaml", text.replace("decision: undecided", f"decision: {decision}"))


# ---------------------------------------------------------------------- writing again over a file that is there

BY_HAND = """\
- decision: add
  # my own
  person: Ada Brook
  title: captain
  tenure: current
  standing: asserted
  quote: Ada Brook
"""


def with_hand_made_lines() -> str:
    text = WRITTEN.replace("posts:\n", f"posts:  # all of them\n{BY_HAND}", 1)
    text = text.replace(
        "- decision: undecided\n  fact: Cole Reed is foreign", "- decision: reject # no!\n  fact: Cole Reed is foreign"
    )
    return text.replace("by: Edda Lund", "by: Edda Lund  # the editor")


def test_a_file_that_fits_is_left_as_it_is_byte_for_byte():
    text = with_hand_made_lines()
    assert merge(text, HEAD, FACTS, text=TEXT).text == text
    assert merge(text, replace(HEAD, by="", on=""), FACTS, text=TEXT).text == text


def test_no_hand_made_line_is_lost_when_facts_come_and_go():
    reed, visit = shown("Cole Reed is foreign").id, shown("Visit").id
    some = [one for one in FACTS if one.entry.group != "documents" and one.entry.id != visit]
    old = fresh(HEAD, some).text.replace("posts:\n", f"posts:  # all of them\n{BY_HAND}", 1)
    less = [one for one in FACTS if one.entry.id != reed]
    merged = merge(old, HEAD, less, text=TEXT)
    assert [line for line in old.splitlines() if line not in merged.text.splitlines()] == []
    read = read_decisions("mine.yaml", merged.text)
    assert {entry.id for entry in read.entries if not entry.found} == {reed}
    assert {entry.id for entry in read.entries} == {"", *(one.entry.id for one in FACTS)}
    assert (merged.new, merged.lost, merged.decided) == (2, 1, 1)
    again = merge(merged.text, HEAD, FACTS, text=TEXT)
    assert "found: false" not in again.text
    assert again.new == again.lost == 0


@settings(max_examples=60)
@given(st.sets(st.integers(0, len(FACTS) - 1)), st.sets(st.integers(0, len(FACTS) - 1)))
def test_whatever_is_found_first_and_then_all_is_in_the_file_once(first: set[int], then: set[int]):
    text = fresh(HEAD, [FACTS[n] for n in sorted(first)]).text
    read = read_decisions("mine.yaml", merge(text, HEAD, [FACTS[n] for n in sorted(then)], text=TEXT).text)
    assert {entry.id for entry in read.entries} == {FACTS[n].entry.id for n in first | then}
    assert {entry.id for entry in read.entries if not entry.found} == {FACTS[n].entry.id for n in first - then}


def test_windows_line_ends_and_indented_lists_are_kept():
    text = re.sub(r"(?m)^(- |  )", r"  \1", WRITTEN.partition("events:")[0]).replace("\n", "\r\n")
    merged = merge(text, HEAD, FACTS, text=TEXT)
    assert merged.text.startswith(text[:500])
    assert merged.text.count("\n") == merged.text.count("\r\n")
    assert len(read_decisions("mine.yaml", merged.text).entries) == len(FACTS)


def test_a_file_about_another_source_is_not_written_over():
    with pytest.raises(ReviewError, match="is about the source harbourtown, not other"):
        merge(WRITTEN, replace(HEAD, source="other", text="1"), FACTS, text=TEXT)


def test_the_head_tells_the_text_and_who_decides_now():
    merged = merge(with_hand_made_lines(), replace(HEAD, text="f" * 64, by="Olaf Pine"), FACTS, text=TEXT)
    read = read_decisions("mine.yaml", merged.text)
    assert (read.text, read.by, read.on) == ("f" * 64, "Olaf Pine", "2031-05-07")
    assert "# the editor" in merged.text


def test_what_one_person_decided_stays_hers_when_another_goes_on():
    same = "entities:\n- decision: same\n  first: {person: A}\n  second: {person: B}\n"
    merged = merge(with_hand_made_lines() + same, replace(HEAD, by="Olaf Pine", on="2031-06-01"), FACTS, text=TEXT)
    read = read_decisions("mine.yaml", merged.text)
    assert len(read.decided) == 2
    assert {read.decider(entry) for entry in (*read.decided, *read.entities)} == {("Edda Lund", "2031-05-07")}
    assert (read.by, read.on) == ("Olaf Pine", "2031-06-01")
    assert all(not entry.by for entry in read.entries if entry.decision == "undecided")
    assert merge(merged.text, replace(HEAD, by="Olaf Pine", on="2031-06-01"), FACTS, text=TEXT).text == merged.text


def test_an_own_fact_is_marked_when_its_words_are_gone_and_not_before():
    text = with_hand_made_lines()
    assert merge(text, HEAD, FACTS, text=TEXT).lost == 0
    merged = merge(text, HEAD, FACTS, text=TEXT.replace("Ada Brook", "A. Brook"))
    (gone,) = (entry for entry in read_decisions("mine.yaml", merged.text).entries if not entry.found)
    assert gone.decision == "add"
    assert merge(merged.text, HEAD, FACTS, text=TEXT).text == text


def test_the_fact_stands_before_who_says_it_then_the_words_then_the_lines_to_edit():
    (entry,) = re.findall(r"(?m)^- decision: undecided\n  fact: Cole Reed is foreign(?:.*\n  )+id:", WRITTEN)
    names = re.findall(r"(?m)^(?:- |  )([a-z_]+):", entry)
    assert names[:5] == ["decision", "fact", "said_by", "quote", "at"]
    assert set(names[5:-1]) >= {"person", "title", "tenure"}


def test_further_words_are_not_shown_that_stand_in_those_shown_before():
    for one in FACTS:
        quotes = (one.entry.quote, *one.entry.also)
        assert not any(quote in other for n, quote in enumerate(quotes) for other in quotes[:n])


def test_an_id_does_not_depend_on_the_order_or_number_of_facts():
    turned = SourceRecords(HARBOURTOWN.source, tuple(reversed(HARBOURTOWN.records)))
    assert show(turned) == FACTS
    assert len({one.entry.id for one in FACTS}) == len(FACTS)
