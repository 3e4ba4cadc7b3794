"""The sentences and amounts of the page, and the order of its events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.content.reading import read_content
from parley.graph.content.records import Content, Fact, Node, Ref, Time
from parley.graph.explorer.cards import drawn
from parley.graph.explorer.timeline import in_time
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Act, ActType, Agent, DelegationMembership, Item, Key, Record, SourceRecords, Statement
from tests.graph.explorer.made_up import TEXT, first_article, label_of_divers, span_of


def content_of(*more: Record, without: tuple[str, ...] = ()) -> Content:
    """The first article's content with more records in it, and without some."""
    article = first_article()
    kept = tuple(record for record in article.records if getattr(record, "key", None) not in without)
    with open_knowledge("memory:") as knowledge:
        knowledge.add(SourceRecords(article.source, (*kept, *more)))
        return read_content(knowledge)


def named(content: Content, label: str) -> Node:
    return next(node for node in content.nodes if node.label == label)


def facts_about(content: Content, label: str, kind: str) -> list[Fact]:
    me = Ref(named(content, label).id)
    return [fact for fact in content.facts if fact.kind == kind and me in fact.words]


def quotes(content: Content, fact: Fact) -> list[str]:
    said = {statement.id: statement.quote for statement in content.statements}
    return [said[statement] for statement in fact.statements]


def test_an_amount_says_its_unit_and_what_is_around_it_once() -> None:
    content = content_of()
    assert named(content, "pauses at sea of 24–48 hours").amount == "24–48-hour"
    assert named(content, "handing over of at least 400 boats").amount == "at least 400 more boats, from each side"
    lasted = [word for fact in facts_about(content, "Third round", "event") for word in fact.words]
    assert "about two hours" in lasted


def test_nothing_is_said_of_an_amount_that_is_not_stated() -> None:
    words = [word for fact in content_of().facts for word in fact.words]
    assert not any("not stated" in word for word in words if isinstance(word, str))


def test_a_card_has_the_condition_and_the_help_of_its_item() -> None:
    assert named(content_of(), "return of the wreck").limits == ("once Suderia is ready", "with the help of Sea Cross")


def test_help_that_the_label_names_is_not_said_twice() -> None:
    label = "return the wreck with the help of the Sea Cross"
    wreck = next(r for r in first_article().records if isinstance(r, Item) and r.key == "item/wreck")
    content = content_of(replace(wreck, label=label), without=("item/wreck",))
    assert named(content, label).limits == ("once Suderia is ready",)


@pytest.mark.parametrize("label", ["return the wreck", "the wreck's return", "clarify the fate of the divers"])
def test_an_act_reads_well_with_a_noun_and_with_a_verb(label: str) -> None:
    divers = next(r for r in first_article().records if isinstance(r, Item) and r.key == "item/divers")
    content = content_of(replace(divers, label=label), without=("item/divers",))
    (act,) = facts_about(content, label, "act")
    labels = {node.id: node.label for node in content.nodes}
    words = [labels[word.node] if isinstance(word, Ref) else word for word in act.words]
    assert words == ["Norland", "demanded", "of", "Suderia", "at", "Third round", ":", label]


def test_an_editors_label_is_cited_after_the_sentence_under_it() -> None:
    content = content_of(*label_of_divers())
    (act,) = facts_about(content, "clarity on detained divers", "act")
    assert quotes(content, act) == ["Norland demanded clarity on detained divers", "Norland Offers"]
    assert next(s for s in content.statements if s.quote == "Norland Offers").label


def test_who_heads_a_delegation_is_its_member_in_one_fact() -> None:
    member = DelegationMembership(
        Key("membership/zoe-too"),
        Key("person/zoe-lindqvist-aberg"),
        Key("delegation/norland"),
        "member",
        "asserted",
    )
    said = Statement(Key("statement/zoe-too"), span_of("Lindqvist-Åberg said"), "fact", supports=(member.key,))
    content = content_of(member, said)
    assert facts_about(content, "Zoë Lindqvist-Åberg", "member") == []
    (head,) = facts_about(content, "Zoë Lindqvist-Åberg", "head")
    assert "Lindqvist-Åberg said" in quotes(content, head)
    expected = content_of(replace(member, standing="expected"), said)
    assert len(facts_about(expected, "Zoë Lindqvist-Åberg", "member")) == 1


def test_the_names_of_members_are_no_evidence_of_whom_a_delegation_represents() -> None:
    content = content_of()
    assert [fact.statements for fact in facts_about(content, "Norlandic delegation", "delegation")] == [()]
    assert len(facts_about(content, "Norlandic delegation", "member")) == 1


def test_somebody_only_named_gets_no_card_unless_they_belong_or_speak() -> None:
    stranger = Agent(Key("person/stranger"), "person", "Ida Fremd")
    native = Agent(Key("person/native"), "person", "Olav Innfødt", side=Key("state/norland"))
    cards = {node.label for node in drawn(content_of(stranger, native))}
    assert "Olav Innfødt" in cards
    assert "Zoë Lindqvist-Åberg" in cards
    assert "Ida Fremd" not in cards


def test_a_part_knows_its_whole() -> None:
    part = Statement(
        Key("statement/part"),
        span_of("at least 400 more boats"),
        "proposal",
        chain=(Key("person/zoe-lindqvist-aberg"),),
        part_of=Key("statement/boats"),
    )
    content = content_of(part)
    whole = next(s for s in content.statements if s.quote.startswith("Norland proposed handing over"))
    assert [s.whole for s in content.statements if s.quote == "at least 400 more boats"] == [whole.id]
    assert TEXT.count("at least 400 more boats") == 1


def event(name: str, *, date: str = "", number: int | None = None, series: str = "talks", after: str = "") -> Node:
    return Node(name, "event", name, time=Time(date, number, series, after))


def ids(events: tuple[Node, ...]) -> list[str]:
    return [node.id for node in events]


def test_events_go_by_date_then_by_number_then_by_what_they_follow() -> None:
    third, second = event("third", number=3), event("second", date="2031-05-02", number=2)
    first, call = event("first", number=1), event("call", date="2031-06-01", series="")
    next_one, some = event("next", after="third"), event("some day")
    placed, apart = in_time([next_one, third, some, call, second, first])
    assert ids(placed) == ["first", "second", "third", "next", "call"]
    assert ids(apart) == ["some day"]


def test_a_number_does_not_place_an_event_among_those_of_another_series() -> None:
    placed, apart = in_time([event("other", number=7, series="else"), event("second", date="2031-05-02", number=2)])
    assert ids(placed) == ["second"]
    assert ids(apart) == ["other"]


@pytest.mark.parametrize(("act", "words"), [("threaten", "threatened"), ("takeStep", "took a step")])
def test_a_threat_and_a_step_of_ones_own_are_told_as_such(act: ActType, words: str) -> None:
    by = Key("state/norland")
    said = Statement(
        Key("statement/new"), span_of("Norland will return the wreck"), "claim", supports=(Key("act/new"),)
    )
    new = (
        Item(Key("item/new"), "Item", "closing of the bay"),
        Act(Key("act/new"), act, (by,), Key("item/new"), "asserted"),
    )
    (fact,) = facts_about(content_of(*new, said), "closing of the bay", "act")
    assert [word for word in fact.words if isinstance(word, str)] == [words, ":"]
