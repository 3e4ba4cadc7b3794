"""Links that lead to two items are told, with two of them and who says so, until somebody cuts them."""

from __future__ import annotations

import pytest

from parley.graph.knowledge import open_knowledge
from parley.graph.reading.item_clashes import find_item_clashes
from tests.graph.writing.test_foreign import dataset

EX = "http://example.org/"


@pytest.mark.parametrize(
    "bodies",
    [
        ("ex:a owl:sameAs wd:Q5 .", "ex:a owl:sameAs ex:b .", "ex:b owl:sameAs ex:c .", "ex:c owl:sameAs wd:Q8 ."),
        ("ex:a owl:sameAs wd:Q5 , ex:x .", "ex:b skos:exactMatch ex:x .", "ex:b schema:sameAs wd:Q8 ."),
        ("ex:a owl:sameAs wd:Q5 .", "ex:a owl:sameAs <https://m.wikidata.org/wiki/Q8> ."),
        ("wd:Q5 owl:sameAs wd:Q8 .",),
    ],
)
def test_two_items_are_told_with_their_sources(bodies: tuple[str, ...]) -> None:
    with open_knowledge() as knowledge:
        for number, body in enumerate(bodies):
            knowledge.add_graph(dataset(f"d{number}", body))
        (clash,) = find_item_clashes(knowledge)
        assert "two items of Wikidata" in clash.what
        assert (clash.first.says, clash.first.source) == ("Q5", "d0")
        assert (clash.second.says, clash.second.source) == ("Q8", f"d{len(bodies) - 1}")
        assert "Q8" in clash.second.quote


@pytest.mark.parametrize(
    "body",
    [
        "ex:a owl:sameAs wd:Q5 , <https://m.wikidata.org/wiki/Q5> . ex:b owl:sameAs ex:a , ex:b .",
        "ex:a owl:sameAs wd:Q5 ; schema:sameAs <https://example.com/x> . "
        "ex:b owl:sameAs wd:Q8 ; schema:sameAs <https://example.com/x> .",
        "ex:a owl:sameAs 'wd:Q5' , wd:Q8 .",
    ],
)
def test_what_leads_to_one_item_is_not(body: str) -> None:
    with open_knowledge() as knowledge:
        knowledge.add_graph(dataset("d", body))
        assert find_item_clashes(knowledge) == ()


def test_what_is_cut_is_told_no_more() -> None:
    with open_knowledge() as knowledge:
        knowledge.add_graph(dataset("d", "ex:a owl:sameAs wd:Q5 , ex:b . ex:b owl:sameAs wd:Q8 ."))
        knowledge.decide(f"{EX}b", f"{EX}a", "different")
        assert find_item_clashes(knowledge) == ()
