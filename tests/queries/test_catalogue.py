"""Every shipped question has a full header, parses, and keeps the rules that keep it fast and steady."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import Store

from parley.graph.errors import UnknownName
from parley.queries.catalogue import Question, catalogue, parse_question, question

QUESTIONS = list(catalogue().values())
EVIDENCE = {"quote", "speaker", "source", "start", "end"}

each_question = pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.name)


def braces(sparql: str, keyword: str) -> list[str]:
    """What stands between the braces after each ``keyword``."""
    found = []
    for match in re.finditer(rf"\b{keyword}\s*\{{", sparql):
        depth, start = 1, match.end()
        end = start
        while depth:
            depth += {"{": 1, "}": -1}.get(sparql[end], 0)
            end += 1
        found.append(sparql[start : end - 1])
    return found


def groups(sparql: str) -> list[str]:
    """What stands in each WHERE, without what stands in the groups inside."""
    found = []
    for inside in braces(sparql, "WHERE"):
        flat, depth = "", 0
        for character in inside:
            depth -= character == "}"
            flat += character if not depth or character in "{}" else ""
            depth += character == "{"
        found.append(flat)
    return found


def body(asked: Question) -> str:
    return "\n".join(line for line in asked.sparql.splitlines() if not line.startswith("#"))


def test_the_catalogue_holds_the_questions_that_are_promised():
    promised = "heads members formerly posts rounds proposals status terms agreed statements one-sided"
    assert set(promised.split()) <= catalogue().keys()


@each_question
def test_a_question_parses_and_answers_with_its_documented_columns(asked: Question):
    results = Store().query(asked.sparql)
    assert tuple(variable.value for variable in results.variables) == asked.columns


@each_question
def test_a_header_is_a_question_with_an_example_of_its_own(asked: Question):
    assert asked.text.endswith("?")
    assert asked.example.split()[:3] == ["parley", "ask", asked.name]
    assert all(f"?{parameter}" in body(asked) for parameter in asked.parameters)
    assert set(asked.parameters) <= set(asked.columns) & {"party", "round", "person", "post", "date"}


@each_question
def test_columns_that_join_several_values_are_told_to_be_lists(asked: Question):
    joined = re.findall(
        r'GROUP_CONCAT\((?:[^()]|\([^()]*\))*; separator="[^"]+"\)(?:, "[^"]*", ""\))? AS \?(\w+)', body(asked)
    )
    assert set(joined) & set(asked.columns) <= set(asked.lists) <= set(asked.columns)
    assert set(asked.numbers) <= set(asked.lists)


def test_a_question_is_shown_without_its_sparql():
    assert len(repr(question("proposals"))) < 600


@each_question
def test_columns_are_named_and_rows_ordered(asked: Question):
    assert "SELECT *" not in body(asked)
    assert body(asked).rstrip().splitlines()[-1].startswith("ORDER BY ?")


@each_question
def test_each_optional_is_one_pattern_on_a_subject_that_is_bound_before(asked: Question):
    sparql = body(asked)
    optionals = braces(sparql, "OPTIONAL")
    bound_only_there = set()
    for inside in optionals:
        assert re.fullmatch(r"\s*\?\w+ \S+ \?\w+\s*", inside), f"more than one pattern: {inside}"
        subject, _, value = inside.split()
        assert subject not in bound_only_there, f"chained on {subject}"
        bound_only_there.add(value)


@each_question
def test_what_is_only_looked_for_is_looked_for_step_by_step(asked: Question):
    """The engine joins all that an EXISTS has for each row anew, wherever that begins: only what is bound is cheap."""
    for inside in braces(body(asked), "EXISTS"):
        own = inside.partition("FILTER")[0].strip()
        starts = {line.split()[0] for line in re.split(r"\.\s", f"{own} ") if line.strip()}
        assert len(starts) <= 1, f"several things: {own}"
        assert "/" not in own, f"a path: {own}"


@each_question
def test_nothing_is_joined_after_an_optional(asked: Question):
    """A pattern after an OPTIONAL is evaluated anew for every row before it."""
    for group in groups(body(asked)):
        after = re.split(r"\bOPTIONAL\b", group, maxsplit=1)[1:]
        lines = [
            line.strip() for part in after for line in re.sub(r"\((?:[^()]|\([^()]*\))*\)", "()", part).splitlines()
        ]
        joined = [line for line in lines[1:] if re.match(r"[?{]|VALUES|MINUS|UNION", line)]
        assert joined == []


@each_question
def test_an_answer_carries_its_words(asked: Question):
    assert set(asked.columns) >= EVIDENCE or asked.name == "headless"


@each_question
def test_what_a_question_is_silent_on_is_a_question_too(asked: Question):
    assert asked.silence is None or asked.silence in catalogue()


def test_an_unknown_question_is_met_with_close_ones():
    with pytest.raises(UnknownName) as raised:
        question("hedas")
    assert "heads" in raised.value.suggestions


def test_a_header_without_columns_is_refused():
    with pytest.raises(ValueError, match="columns, example"):
        parse_question("mine", "# Who?\nSELECT ?a WHERE { ?a ?b ?c }")
