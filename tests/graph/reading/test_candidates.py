"""What people have to settle is listed once for two groups of nodes, with both contexts, until it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.candidates import KINDS, Candidate, find_candidates, rank_candidates
from parley.graph.reading.contexts import Contexts
from tests.graph.several import FIRST, FISH, Told, article, brooks, holds, person


@pytest.fixture
def knowledge() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        for said in brooks():
            opened.add(said)
        yield opened


def labels(found: list[Candidate]) -> set[frozenset[str]]:
    return {frozenset((one.first.label, one.second.label)) for one in found}


def test_a_candidate_shows_what_both_sources_say_and_why(knowledge: Knowledge):
    found = find_candidates(knowledge, kinds=["persons"])
    assert labels(found) == {frozenset(("Ada Brook", "Brook")), frozenset(("Olaf Brook", "Brook"))}
    one = next(each for each in found if each.first.label == "Ada Brook")
    assert (one.kind, one.pairs, one.second.label) == ("person", 1, "Brook")
    assert Decimal("0.4") <= one.score < Decimal("0.7")
    assert one.because
    assert (one.first.source, one.first.publisher, one.first.day) == ("one", "Harbour Post", "2031-03-02")
    assert one.first.sentence == "Ada Brook met them at the first round."
    assert find_candidates(knowledge, limit=1) == found[:1]
    assert not find_candidates(knowledge, kinds=KINDS.keys() - {"persons"})


def test_two_groups_are_one_row_however_many_nodes_are_in_them(knowledge: Knowledge):
    ada = person("Ada Brook")
    told = Told("Ada Brook met them again.", (FIRST, holds(ada, "envoy")), (FISH, ada))
    before = labels(find_candidates(knowledge))
    knowledge.add(article("four", "Coast Times", "2031-03-03", told))
    found = find_candidates(knowledge)
    assert labels(found) == before
    assert len(found) == len(before)
    assert max(one.pairs for one in found) == 2


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_is_decided_is_listed_no_more_nor_what_follows_from_it(knowledge: Knowledge, verdict: str):
    first = next(one for one in find_candidates(knowledge) if one.first.label == "Ada Brook")
    knowledge.decide(first.first.node, first.second.node, verdict)  # type: ignore[arg-type]  # one of the three
    assert frozenset(("Ada Brook", "Brook")) not in labels(find_candidates(knowledge))
    knowledge.undo(first.first.node, first.second.node)
    assert frozenset(("Ada Brook", "Brook")) in labels(find_candidates(knowledge))


def test_pairs_that_are_put_off_are_left_out(knowledge: Knowledge):
    ranked = rank_candidates(knowledge)
    rows = knowledge.query(
        "SELECT ?n ?c { GRAPH ?g { ?n parley:canonical ?c } FILTER(STRENDS(STR(?g), '/graph/identity')) }"
    )
    canonical = {str(row["n"]): str(row["c"]) for row in rows}
    key = " ".join(sorted((canonical[ranked[0].first], canonical[ranked[0].second])))
    assert rank_candidates(knowledge, besides=[key]) == ranked[1:]


def test_a_node_that_its_source_does_not_tell_of_does_not_stand(knowledge: Knowledge):
    contexts = Contexts(knowledge)
    source = f"{knowledge.base}source"
    assert contexts.stands(f"{source}/one/person/ada-brook")
    assert not contexts.stands(f"{source}/one/person/nobody")
    assert contexts.is_read(f"{source}/one/person/nobody")
    assert not contexts.is_read(f"{source}/nine/person/nobody")
