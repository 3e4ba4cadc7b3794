"""What goes out in formats of others says what the graph says, and comes back as the same people and posts."""

from __future__ import annotations

import io
import json
from typing import Any

import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.description import description
from parley.graph.reading.interchange import followthemoney, quickstatements, schema_org
from parley.graph.reading.register import entities, posts_held, sanctions
from parley.graph.records import (
    Agent,
    Dataset,
    Key,
    PostHolding,
    Record,
    Sanction,
    Source,
    SourceRecords,
    Span,
    Statement,
)
from parley.loaders.datasets.mapping_files import shipped
from parley.loaders.datasets.reading import DatasetSource, read_dataset
from tests.graph.examples import HARBOURTOWN

ITEM, LISTED = "http://www.wikidata.org/entity/", "https://www.opensanctions.org/entities/"
COUNCIL = Agent(Key("organization/council"), "organization", "Harbour Council")
CHAD = Agent(Key("state/TD"), "state", "Chad", world=True, code="TD")


def dataset(*records: Record, url: str = "") -> SourceRecords:
    """A dataset in which each fact rests on a row."""
    facts = [str(one.key) for one in records if isinstance(one, PostHolding | Sanction)]
    text = "".join(f"row {number}\n" for number in range(len(facts)))
    spans, start = [], 0
    for line in text.splitlines():
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    told = [
        Statement(Key(f"statement/{number}"), spans[number], "claim", supports=(Key(key),))
        for number, key in enumerate(facts)
    ]
    source = Source("list", "List", text or "x\n", "datasets", "datasets 1", url=url, dataset=Dataset(licence="CC0"))
    return SourceRecords(source, (*records, *told))


def read_back(data: bytes) -> SourceRecords:
    source = DatasetSource("back", shipped("ftm"), "lines", lambda: io.BytesIO(data), "back")
    return read_dataset(source).records


def told_by(knowledge: Knowledge) -> tuple[Any, ...]:
    """People, posts and sanctions without the IRIs that differ."""
    people = {one.iri: one for one in entities(knowledge) if one.is_person}
    return (
        sorted((one.label, *sorted(one.names), *one.born, *sorted(one.same), *one.codes) for one in people.values()),
        sorted(
            (people[one.person].label, one.title, one.current, one.since, one.until, one.same)
            for one in posts_held(knowledge)
        ),
        sorted((one.authority, one.label, one.programme, one.since) for one in sanctions(knowledge)),
    )  # fmt: skip


NAMES = st.text(st.characters(categories=["L"]), min_size=2, max_size=12).map(lambda text: f"Ada {text}")
DAYS = st.sampled_from(["", "1970", "1970-07", "1970-07-18"])


@st.composite
def people(draw: st.DrawFn) -> tuple[Record, ...]:
    found: list[Record] = [COUNCIL, CHAD]
    for number in range(draw(st.integers(1, 4))):
        names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
        key = Key(f"person/{number}")
        same = tuple(draw(st.sets(st.sampled_from([f"{ITEM}Q{number + 1}1", f"{LISTED}id-{number}"]))))
        found.append(Agent(
            key, "person", names[0], surface_forms=tuple(names), aliases=tuple(names[1:]), born=draw(DAYS),
            same_as=same, side=CHAD.key if draw(st.booleans()) else None,
        ))  # fmt: skip
        if draw(st.booleans()):
            since, until = draw(DAYS), draw(DAYS)
            found.append(PostHolding(
                Key(f"holding/{number}"), key, f"clerk {number}", "former" if until else "current", "claimed",
                organization=CHAD.key, start=since, end=until, post_same_as=(f"{ITEM}Q9{number}",),
            ))  # fmt: skip
        if draw(st.booleans()):
            found.append(Sanction(Key(f"sanction/{number}"), key, COUNCIL.key, "freeze", "claimed", "EU", draw(DAYS)))
    return tuple(found)


@settings(max_examples=25)
@given(people())
def test_what_goes_out_to_followthemoney_comes_back_the_same(records: tuple[Record, ...]) -> None:
    with open_knowledge() as one, open_knowledge() as other:
        one.add(dataset(*records))
        out = followthemoney(one)
        other.add(read_back(out))
        assert told_by(one) == told_by(other)
        assert followthemoney(one) == out


def brook(standing: str = "claimed") -> tuple[Record, ...]:
    person = Key("person/1")
    return (
        COUNCIL, CHAD, Agent(person, "person", "Ada Brook", same_as=(f"{ITEM}Q5",), side=CHAD.key, born="1970-07"),
        PostHolding(
            Key("holding/1"), person, "clerk", "former", standing, start="2030-01", end="2031-02-03",  # type: ignore[arg-type]
            post_same_as=(f"{ITEM}Q6",),
        ),
    )  # fmt: skip


def test_statements_for_wikidata_have_days_and_a_reference() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dataset(*brook(), url="https://e.example/list"))
        assert quickstatements(knowledge).decode() == (
            "Q5\tP39\tQ6\tP580\t+2030-01-00T00:00:00Z/10\tP582\t+2031-02-03T00:00:00Z/11\tS854\t"
            '"https://e.example/list"\n'
        )


def test_what_has_no_reference_or_no_item_is_no_statement_for_wikidata() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dataset(*brook()))
        knowledge.add(HARBOURTOWN)
        assert quickstatements(knowledge) == b""


def test_what_is_denied_goes_out_nowhere() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dataset(*brook("denied"), url="https://e.example/list"))
        assert b"clerk" not in followthemoney(knowledge) + schema_org(knowledge) + quickstatements(knowledge)


def test_schema_org_tells_people_and_their_posts() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dataset(*brook()))
        (person,) = (one for one in json.loads(schema_org(knowledge))["@graph"] if one["@type"] == "Person")
    assert person["name"] == "Ada Brook"
    assert person["sameAs"] == [f"{ITEM}Q5"]
    assert person["nationality"] == [{"@type": "Country", "identifier": "TD"}]
    assert person["hasOccupation"] == [
        {"@type": "Role", "roleName": "clerk", "startDate": "2030-01", "endDate": "2031-02-03"}
    ]


def test_sources_are_described_in_dcat_and_void() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(dataset(*brook()))
        knowledge.add(HARBOURTOWN)
        graph = rdflib.Graph().parse(data=description(knowledge), format="turtle")
        sizes = {str(id): int(str(size)) for id, size in graph.query(  # type: ignore[misc, union-attr]  # rows of two
            "SELECT ?id ?n { ?s a dcat:Dataset ; dcterms:identifier ?id ; void:triples ?n }",
            initNs={"dcat": rdflib.DCAT, "dcterms": rdflib.DCTERMS, "void": rdflib.VOID},
        )}  # fmt: skip
        assert sizes == {"list": knowledge.size("list"), "harbourtown": knowledge.size("harbourtown")}
        assert (None, rdflib.DCTERMS.license, rdflib.Literal("CC0")) in graph


def test_an_article_goes_out_too() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        schemata = [json.loads(line)["schema"] for line in followthemoney(knowledge).splitlines()]
        assert {"Person", "Organization", "Position", "Occupancy"} <= set(schemata)
