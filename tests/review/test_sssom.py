"""Decisions as an SSSOM table: what is written is read back, and what is not right is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import ReviewError
from parley.graph.identity.clusters import Decision
from parley.review.sssom import read_sssom, to_sssom

BASE = "https://data.example/talks/"
A, B, C = (f"{BASE}source/{name}/person/brook" for name in "abc")
HEAD = "subject_id\tpredicate_id\tobject_id\tpredicate_modifier\tauthor_label\tmapping_date\n"
free = st.text(st.characters(codec="utf-8"), max_size=20)


def decided(text: str) -> list[tuple[str, str, str, str, str, str]]:
    entries = read_sssom("same.tsv", text).entities
    return [(e.first.iri, e.second.iri, e.decision, e.by, e.on, e.because) for e in entries]


@given(st.lists(st.sampled_from(["same", "different", "unsure"]), min_size=3, max_size=3), free, free)
def test_what_is_written_is_read_back_with_the_white_space_of_free_text_made_even(
    verdicts: list[str], by: str, because: str
):
    pairs = [(A, B), (A, C), (B, "http://www.wikidata.org/entity/Q1")]
    told = [
        Decision(one, two, verdict, by, "2031-05-07", because)  # type: ignore[arg-type]  # one of the three
        for (one, two), verdict in zip(pairs, verdicts, strict=True)
    ]
    text = to_sssom(told, {A: because}, BASE)
    even = [" ".join(words.split()) for words in (by, because)]
    assert decided(text) == [(d.first, d.second, d.verdict, even[0], d.on, even[1]) for d in sorted(told)]
    assert to_sssom(reversed(told), {A: because}, BASE) == text


def test_the_head_and_the_columns_are_those_of_the_standard():
    lines = to_sssom([Decision(A, B, "same", "Ada", "2031-05-07", "one post")], {A: "Ada Brook"}, BASE).splitlines()
    assert lines[0] == "# curie_map:"
    assert f"#   id: {BASE}" in lines
    assert any(line.startswith("# license: ") for line in lines)
    assert f"# mapping_set_id: {BASE}graph/decisions" in lines
    row = dict(zip(lines[-2].split("\t"), lines[-1].split("\t"), strict=True))
    assert (row["subject_id"], row["predicate_id"]) == ("id:source/a/person/brook", "skos:exactMatch")
    assert row["mapping_justification"] == "semapv:ManualMappingCuration"
    assert (row["subject_label"], row["author_label"], row["confidence"]) == ("Ada Brook", "Ada", "1.0")


@pytest.mark.parametrize(
    ("predicate", "modifier", "verdict"),
    [
        ("owl:sameAs", "", "same"), ("skos:exactMatch", "Not", "different"), ("owl:differentFrom", "", "different"),
        ("http://www.w3.org/2004/02/skos/core#relatedMatch", "", "unsure"),
    ],
)  # fmt: skip
def test_tables_of_others_are_read(predicate: str, modifier: str, verdict: str):
    text = f"{HEAD}{A}\t{predicate}\t{B}\t{modifier}\tAda\t\n"
    assert decided(text) == [(A, B, verdict, "Ada", "", "")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "same.tsv, line 1: is no SSSOM table: the column subject_id, predicate_id, object_id is missing"),
        ("subject_id\tobject_id\n", "line 1: is no SSSOM table: the column predicate_id is missing"),
        (f"{HEAD}{A}\tskos:broadMatch\t{B}\n", "line 2: predicate_id: 'skos:broadMatch' is none of skos:exactMatch"),
        (f"{HEAD}{A}\towl:differentFrom\t{B}\tNot\n", "line 2: predicate_id: 'Not owl:differentFrom' is none of"),
        (f"{HEAD}a b\towl:sameAs\t{B}\n", "line 2: 'a b' is no IRI"),
        (f"{HEAD}x:> }}\towl:sameAs\t{B}\n", "is no IRI"),
        (f"{HEAD}{A}\n", "line 2: '' is no IRI"),
        (f"{HEAD}{A}\towl:sameAs\t{B}\t\tAda\tMay\n", "line 2: mapping_date: 'May'"),
        (f"{HEAD}{A}\towl:sameAs\t{B}\n{B}\towl:sameAs\t{A}\n", "line 3: is decided twice, the first time in line 2"),
        (f"# curie_map: [\n{HEAD}", "same.tsv"),
    ],
)
def test_what_is_not_right_is_one_line_with_its_place(text: str, message: str):
    with pytest.raises(ReviewError) as refused:
        read_sssom("same.tsv", text)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
