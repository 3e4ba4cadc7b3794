"""The column ``why``: the same rows in the same order, and beside each what makes its fact stand as it does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.graph.errors import QueryError
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.queries.ask import ask, shown
from parley.queries.catalogue import Question, catalogue
from parley.queries.why import shows_statements
from tests.graph.examples import HARBOURTOWN
from tests.graph.sequel import SEQUEL

BECAUSE = "“propose”: is so"
SHOWING = [asked for asked in catalogue().values() if shows_statements(asked)]


@pytest.fixture(scope="module")
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN)
        opened.add(SEQUEL)
        yield opened


def rows(knowledge: Knowledge, name: str, *, why: bool) -> list[tuple[str, ...]]:
    columns = catalogue()[name].columns
    return [tuple(str(row[column]) for column in columns) for row in ask(knowledge, name, why=why).results]


@pytest.mark.parametrize("asked", SHOWING, ids=lambda asked: asked.name)
def test_the_rows_and_their_order_stay(knowledge: Knowledge, asked: Question):
    assert rows(knowledge, asked.name, why=True) == rows(knowledge, asked.name, why=False)
    assert ask(knowledge, asked.name, why=True).results.columns == [*asked.columns, "why"]


def test_a_row_has_the_reason_of_its_statement_and_others_have_none(knowledge: Knowledge):
    found = {
        (str(row["quote"]), None if row["why"] is None else str(row["why"]))
        for row in ask(knowledge, "proposals", why=True, party="Norland").results
    }
    assert ("We propose at least 40 licences for each side", BECAUSE) in found
    assert {why for _, why in found} == {BECAUSE, None}


def test_what_is_given_counts_with_a_reason_as_without(knowledge: Knowledge):
    with_reasons = ask(knowledge, "proposals", why=True, party="Norland", round=3).results
    assert len(with_reasons) == len(ask(knowledge, "proposals", party="Norland", round=3).results) > 0


def test_the_query_that_is_shown_is_the_one_that_is_asked(knowledge: Knowledge):
    for asked in SHOWING:
        text = shown(knowledge, asked.name, why=True)
        assert text.startswith(f"# {asked.text}\n")
        assert len(knowledge.query(text)) == len(ask(knowledge, asked.name).results)


def test_a_question_that_shows_no_statement_has_no_reasons(knowledge: Knowledge):
    with pytest.raises(QueryError, match="headless shows no statements"):
        ask(knowledge, "headless", why=True)


def test_exports_without_words_hold_no_reasons(knowledge: Knowledge):
    reasons = "SELECT ?why WHERE { ?statement <https://w3id.org/parley/ns#standingBecause> ?why }"
    assert [str(row["why"]) for row in knowledge.query(reasons)] == [BECAUSE]
    assert len(knowledge.without_words().query(reasons)) == 0
