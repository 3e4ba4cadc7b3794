"""What the graph says, in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.graph.content.reading import read_content
from parley.graph.content.records import Content, Fact, Node, Ref
from parley.graph.knowledge import open_knowledge
from tests.graph.explorer.made_up import first_article, second_article


@pytest.fixture(scope="module")
def content() -> Iterator[Content]:
    with open_knowledge("memory:") as knowledge:
        knowledge.add(first_article())
        knowledge.add(second_article())
        yield read_content(knowledge)


def named(content: Content, label: str) -> Node:
    return next(node for node in content.nodes if node.label == label)


def sentence(content: Content, fact: Fact) -> str:
    labels = {node.id: node.label for node in content.nodes}
    words = " ".join(labels[word.node] if isinstance(word, Ref) else word for word in fact.words)
    return words.replace(" :", ":").replace(" ,", ",")


def test_the_parties_come_first_and_whoever_belongs_to_them_has_their_side(content: Content) -> None:
    assert [(side.label, side.party) for side in content.sides][:2] == [("Norland", True), ("Suderia", True)]
    assert named(content, "Per Halvorsen").side == named(content, "Norland").id
    assert named(content, "handing over of at least 400 boats").side == named(content, "Norland").id
    assert named(content, "exchange of sick sailors").side == ""


def test_each_part_of_an_event_keeps_its_own_statements_and_standing(content: Content) -> None:
    facts = {sentence(content, fact): fact for fact in content.facts}
    lasted = facts["Third round lasted about two hours"]
    assert lasted.standing == "claimed"
    assert len(lasted.statements) == 1
    assert facts["Third round takes place in Ostrava Bay"].standing == "asserted"


def test_what_is_expected_conditional_or_denied_reads_so(content: Content) -> None:
    said = {sentence(content, fact) for fact in content.facts}
    assert "observers are expected to observe Next round" in said
    assert "Norland committed, towards Suderia at Third round, on a condition: return of the wreck" in said
    assert "It is denied that Norland proposed: handing over of boats" in said


def test_the_last_status_is_the_most_telling(content: Content) -> None:
    assert named(content, "joint harbour commissions").statuses[-1].key == "underConsideration"
    assert named(content, "handing over of boats").statuses[-1].standing == "denied"


def test_a_former_post_is_never_the_note_as_if_it_were_held(content: Content) -> None:
    notes = {node.note for node in content.nodes if node.label == "Marek Dvořák"}
    assert "Secretary of the Sea Council · head of delegation" in notes
    assert not any("Fisheries" in note for note in notes)
