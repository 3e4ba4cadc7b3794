"""Every line between two cards reads from both of its ends."""

from __future__ import annotations

import pytest

from parley.graph.content.lines import read_back
from parley.graph.content.reading import read_content
from parley.graph.content.wording import ACTS
from parley.graph.knowledge import open_knowledge
from tests.graph.explorer.made_up import first_article, second_article


@pytest.mark.parametrize("past", [past for past, *_ in ACTS.values()])
def test_what_was_done_is_done_by_somebody_from_the_other_end(past: str) -> None:
    assert read_back(past).endswith(" by")
    assert read_back(f"expected: {past}") == f"expected: {read_back(past)}"


def test_no_line_of_a_graph_reads_alike_from_both_ends() -> None:
    with open_knowledge() as knowledge:
        for source in (first_article(), second_article()):
            knowledge.add(source)
        labels = {edge.label for fact in read_content(knowledge).facts for edge in fact.edges}
    assert len(labels) > 10
    assert [label for label in labels if read_back(label) == label] == []
