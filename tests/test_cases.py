"""The known faults, case by case: what must and must not be read in each, as ``cases.yaml`` has it.

The texts lie beside the other data that are not ours to publish; those that are not right yet say why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from parley.evaluation.evaluation import predict
from parley.extracting import Method, extract
from parley.given import Given, as_given
from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from parley.graph.records import (
    Act,
    Agent,
    Attendance,
    Condition,
    DelegationMembership,
    Event,
    Item,
    PostHolding,
    SourceRecords,
    Statement,
    Term,
)
from parley.graph.writing.foreign import GraphSource
from parley.loaders.files import Named
from parley.loaders.sources import read_source
from parley.loaders.web import Manners

Row = Mapping[str, Any]  # Any: texts, lists of texts, and numbers
CASES: Final[dict[str, dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def case(name: str) -> Any:  # Any: what pytest makes of it
    why = CASES[name].get("not_met")
    return pytest.param(name, marks=[pytest.mark.xfail(reason=why, strict=True)] if why else [])


@pytest.mark.parametrize("name", [case(name) for name in CASES])
def test_a_case_is_read_as_it_says(name: str, shared: Path):
    wanted, rows = CASES[name], told(records(shared / "cases" / "files" / name, CASES[name].get("published")))
    for kind, some in wanted.get("has", {}).items():
        for row in some:
            assert any(fits(row, found) for found in rows[kind]), f"no {kind} {row} among {rows[kind]}"
    for kind, some in wanted.get("lacks", {}).items():
        for row in some:
            assert not [found for found in rows[kind] if fits(row, found)]
    for kind, number in wanted.get("count", {}).items():
        assert len(rows[kind]) == number, rows[kind]
    if other := wanted.get("same_as"):
        same = told(records(shared / "cases" / "files" / other, CASES[other].get("published")))
        for kind in wanted.get("kinds", ["acts", "posts", "events", "people"]):
            assert sorted(map(str, rows[kind])) == sorted(map(str, same[kind]))


def test_the_page_of_a_case_escapes_its_text_once(shared: Path):
    with open_knowledge() as knowledge:
        knowledge.add(records(shared / "cases" / "files" / "v01-chars.txt", None))
        page = render(knowledge)
    assert "<script>alert(1)" not in page
    assert "&amp;amp;" not in page
    assert "&amp;lt;" not in page


def test_every_case_has_its_line_and_most_are_met(shared: Path):
    files = {path.name for path in (shared / "cases" / "files").iterdir()}
    assert set(CASES) == files
    assert sum("not_met" not in wanted for wanted in CASES.values()) >= 80
    for wanted in CASES.values():
        assert wanted.get("has") or wanted.get("lacks") or wanted.get("count") or wanted.get("same_as")


# ---------------------------------------------------------------------- what was read, as rows


@cache
def records(path: Path, published: str | None) -> SourceRecords:
    """What is read in a file."""
    found = read_source(Named(str(path)), Manners("cases"))
    assert not isinstance(found, GraphSource)
    return extract(as_given(found, Given(published=published)), Method()).records


def told(read: SourceRecords) -> dict[str, list[Row]]:
    """The records as rows of plain texts, by kind."""
    return {kind: list(rows(read)) for kind, rows in _ROWS.items()}


def fits(wanted: Row, found: Row) -> bool:
    """Whether a row has all that is wanted: words within a text, members of a list, anything else as it is."""
    for name, value in wanted.items():
        there = found[name]
        if isinstance(there, list):
            if not (set(value) <= set(there) if value else not there):
                return False
        elif isinstance(value, str) and value:
            if value.casefold() not in str(there).casefold():
                return False
        elif there != value:
            return False
    return True


def _labels(read: SourceRecords) -> dict[str, str]:
    return {str(r.key): getattr(r, "label", "") for r in read.records if hasattr(r, "key")}


def _of(read: SourceRecords, kind: type) -> Iterator[Any]:  # Any: records of that kind
    return (record for record in read.records if isinstance(record, kind))


def _source(read: SourceRecords) -> Iterator[Row]:
    source, label = read.source, _labels(read)
    published = source.published.value if source.published else ""
    publisher = label.get(str(source.publisher), "")
    yield {"title": source.title, "publisher": publisher, "published": published, "text": source.text}


def _people(read: SourceRecords) -> Iterator[Row]:
    label = _labels(read)
    for agent in _of(read, Agent):
        if agent.kind == "person":
            yield {"name": agent.label, "side": label.get(str(agent.side), "")}


def _others(read: SourceRecords) -> Iterator[Row]:
    label = _labels(read)
    for agent in _of(read, Agent):
        if agent.kind != "person":
            yield {"name": agent.label, "kind": agent.kind, "side": label.get(str(agent.side), "")}


def _posts(read: SourceRecords) -> Iterator[Row]:
    label = _labels(read)
    for post in _of(read, PostHolding):
        yield {
            "person": label[post.person],
            "title": post.title,
            "of": label.get(str(post.organization), ""),
            "tenure": post.tenure,
        }


def _events(read: SourceRecords) -> Iterator[Row]:
    label = _labels(read)
    for event in _of(read, Event):
        yield {
            "kind": event.kind,
            "label": event.label,
            "day": event.when.value if event.when else "",
            "place": label.get(str(event.place), ""),
            "number": event.ordinal,
            "parties": [label[key] for key in event.parties],
            "standing": event.standing,
        }


def _attendances(read: SourceRecords) -> Iterator[Row]:
    label = _labels(read)
    for one in _of(read, Attendance):
        yield {"who": label[one.agent], "event": label[one.event], "capacity": one.capacity}


def _members(read: SourceRecords) -> Iterator[Row]:
    label = _labels(read)
    for one in _of(read, DelegationMembership):
        yield {"who": label[one.member], "delegation": label[one.delegation], "role": one.role}


def _acts(read: SourceRecords) -> Iterator[Row]:
    label, by_key = _labels(read), {r.key: r for r in read.records if hasattr(r, "key")}
    for act in _of(read, Act):
        item = by_key[act.item]
        assert isinstance(item, Item)
        terms = [term for key in item.terms if isinstance(term := by_key[key], Term)]
        conditions = [by_key[term.condition] for term in terms if term.condition]
        amounts = [q for term in terms for q in (term.quantity, term.duration, *term.further) if q is not None]
        said = [s for s in _of(read, Statement) if act.key in (*s.supports, *s.disputes)]
        yield {
            "type": act.type,
            "by": [label[key] for key in act.agents],
            "toward": [label[key] for key in (*act.addressees, *act.implied_addressees)],
            "item": item.label,
            "standing": act.standing,
            "amounts": [amount.printed for amount in amounts],
            "values": [str(v) for q in amounts for v in (q.value, q.minimum, q.maximum) if v is not None],
            "condition": " ".join(c.text for c in conditions if isinstance(c, Condition)),
            "speakers": sorted({label[key] for s in said for key in s.chain}),
            "words": " / ".join(read.source.text[s.span.start : s.span.end] for s in said),
        }


def _said(read: SourceRecords) -> Iterator[Row]:
    for one in predict(read).statements:
        yield {"speaker": " ".join(one.speaker), "text": one.text, "denial": one.denial}


_ROWS: Final = {
    "source": _source,
    "people": _people,
    "others": _others,
    "posts": _posts,
    "events": _events,
    "attendances": _attendances,
    "members": _members,
    "acts": _acts,
    "said": _said,
}
