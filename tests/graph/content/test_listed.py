"""What datasets list stands on the page as their claim: sanctions, births, identifiers, the days of posts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.graph.content.reading import read_content
from parley.graph.content.records import Content, Ref
from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from tests.loaders.datasets.made_up import (
    EU_COLUMNS,
    EU_ROW,
    FTM_OCCUPANCY,
    FTM_PERSON,
    FTM_POSITION,
    lines,
    read,
    table,
)
from tests.loaders.datasets.test_mappings import gdelt


@pytest.fixture(scope="module")
def content() -> Content:
    with open_knowledge() as knowledge:
        for number, one in enumerate((
            read(table([EU_ROW], EU_COLUMNS), "eu-sanctions"),
            read(lines(FTM_PERSON, FTM_POSITION, FTM_OCCUPANCY), "ftm", "lines"),
            read(gdelt(EventCode="046", EventRootCode="04", Actor1CountryCode="TCD", Actor2CountryCode="SDN",
                       ActionGeo_FullName="Lakeside", ActionGeo_CountryCode="CD"), "gdelt", separator="\t"),
        )):  # fmt: skip
            source = replace(one.records.source, id=f"list-{number}")
            knowledge.add(replace(one.records, source=source))
        return read_content(knowledge)


def sentences(content: Content) -> list[str]:
    names = {node.id: node.label for node in content.nodes}
    return [
        " ".join(names[word.node] if isinstance(word, Ref) else word for word in fact.words) for fact in content.facts
    ]


def test_sanctions_births_identifiers_and_days_are_told(content: Content) -> None:
    told = sentences(content)
    assert "Ada Brook is under sanctions of European Union : Asset freeze (EU-NOR) , since 3 June 2031" in told
    assert "Ada Brook is listed: born 18 July 1970" in told
    assert any("known as http://www.wikidata.org/entity/Q1234567" in one for one in told)
    assert any("Minister of Ferries in Chad (since 2030, until 1 May 2031)" in one for one in told)


def test_nothing_that_a_dataset_tells_is_asserted_on_the_page(content: Content) -> None:
    assert {fact.standing for fact in content.facts} <= {"claimed", "structure"}
    assert all(fact.statements for fact in content.facts if fact.standing == "claimed")


def test_the_page_has_no_markup_of_a_dataset() -> None:
    with open_knowledge() as knowledge:
        row = {**EU_ROW, "name": "<script>alert(1)</script>"}
        knowledge.add(read(table([row], EU_COLUMNS), "eu-sanctions").records)
        assert "<script>alert(1)" not in render(knowledge)
