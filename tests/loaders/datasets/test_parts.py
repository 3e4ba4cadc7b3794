"""A large dataset is read in parts: what comes of it is what comes of it read at once, but for the text itself."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from parley.graph.errors import UnreadableSource
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.loaders.datasets.mapping_files import shipped
from parley.loaders.datasets.reading import DatasetSource, Reading, read_dataset
from parley.ontology.terms import OA, PARLEY, SCHEMA

PEOPLE = ("Ada Brook", "Boris Stone", "Carl Hill", "Dana Reed", "Emil Brook")


def entity(id: str, schema: str, /, **properties: list[str]) -> dict[str, object]:
    return {"id": id, "schema": schema, "properties": properties}


def entities(count: int) -> list[dict[str, object]]:
    """People whose posts, bodies and sanctions stand in other rows, some before them."""
    rows: list[dict[str, object]] = []
    for n in range(count):
        name = PEOPLE[n % len(PEOPLE)]
        item = {"wikidataId": [f"Q{n % 4 + 1}"]} if n % 3 == 0 else {}
        born = {"birthDate": [f"19{n % 40 + 50}"], "nationality": ["td"]}
        rows += [
            entity(f"o{n}", "Occupancy", holder=[f"p{n}"], post=[f"q{n % 3}"], startDate=["2029"]),
            entity(f"p{n}", "Person", name=[name], **born, **item),
            entity(f"s{n}", "Sanction", entity=[f"p{count - n - 1}"], authority=["Council"], startDate=["2030"]),
        ]
    rows += [entity(f"q{n}", "Position", name=[f"Minister of {n}"], country=["td"]) for n in range(3)]
    return rows


def source(id: str, rows: list[dict[str, object]]) -> DatasetSource:
    data = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    return DatasetSource(id, shipped("ftm"), "lines", lambda: io.BytesIO(data), id)


def add(knowledge: Knowledge, given: DatasetSource, at_once: int) -> Reading:
    reading = Reading(replace(given, is_large=True))
    knowledge.add_parts(
        given.id, lambda: reading.parts(at_once=at_once), text_hash=reading.content_hash, reading=reading.described
    )
    return reading


def said(knowledge: Knowledge) -> set[str]:
    """All quads but those that tell of the text as a whole, and where passages of it border on others."""
    aside = (SCHEMA.text, PARLEY.contentHash, OA.prefix, OA.suffix)
    lines = knowledge.serialized("nq").decode().splitlines()
    return {line for line in lines if line.split(" ")[1].strip("<>") not in aside}


@pytest.mark.parametrize("at_once", [1, 4, 7, 1000])
def test_parts_give_what_the_whole_gives(at_once: int) -> None:
    first, second = source("a", entities(9)), source("b", entities(5))
    with open_knowledge() as parts, open_knowledge() as whole:
        for one in (first, second):
            reading = add(parts, one, at_once)
            read = read_dataset(one)
            whole.add(read.records)
            assert (reading.made, reading.rows, reading.notes) == (read.made, read.rows, read.notes)
        assert said(parts) == said(whole)
        parts.remove("a", in_parts=True)
        whole.remove("a")
        assert said(parts) == said(whole)
        assert not parts.drift().unread + parts.drift().unsaid


def test_the_same_dataset_again_is_unchanged_and_another_takes_its_place(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as knowledge:
        reading = Reading(source("a", entities(3)))
        given = {"text_hash": reading.content_hash, "reading": reading.described}
        for expected in ("added", "unchanged"):
            assert (
                knowledge.add_parts("a", lambda: Reading(source("a", entities(3))).parts(at_once=2), **given)
                == expected
            )
        given["text_hash"] = "0" * 64
        assert (
            knowledge.add_parts("a", lambda: Reading(source("a", entities(2))).parts(at_once=2), **given) == "replaced"
        )
        with open_knowledge() as fresh:
            add(fresh, source("a", entities(2)), 2)
            assert said(knowledge) == said(fresh)


def test_one_id_for_two_is_told_whatever_part_it_is_in() -> None:
    rows = entities(4)
    rows += [
        {**rows[1], "properties": {"name": ["Somebody Else"]}},
        rows[4],
        {"id": "x", "schema": "Person", "properties": {}},
    ]
    for at_once in (2, 100):
        with open_knowledge() as knowledge:
            notes = "\n".join(add(knowledge, source("a", rows), at_once).notes)
        assert "line 16, id: 'p0' stands for something else already, in line 2: left out" in notes
        assert "line 17" not in notes
        assert "line 18, caption, properties.name: is empty" in notes


def test_a_file_that_makes_no_record_leaves_nothing(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as knowledge:
        add(knowledge, source("a", entities(1)), 2)
        before = knowledge.serialized("nq")
        with pytest.raises(UnreadableSource, match="2 rows read as ftm, and none makes a record"):
            add(knowledge, source("b", [{"id": "x"}, {"id": "y"}]), 1)
        assert knowledge.serialized("nq") == before
