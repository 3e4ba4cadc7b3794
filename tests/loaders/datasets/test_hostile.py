"""Whatever stands in a file of data: it is read, or refused in one line; nothing else ever comes of it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.graph.errors import ParleyError, UnreadableSource
from parley.graph.knowledge import open_knowledge
from parley.loaders.datasets.mapping_files import format_names
from parley.loaders.datasets.reading import DatasetSource, read_dataset
from parley.loaders.files import Named
from parley.loaders.sources import read_source
from tests.loaders.datasets.made_up import (
    EU_COLUMNS,
    EU_ROW,
    FTM_OCCUPANCY,
    FTM_PERSON,
    FTM_POSITION,
    FTM_SANCTION,
    MANNERS,
    lines,
    table,
)
from tests.loaders.datasets.test_mappings import claim, time

ODD = [
    None, True, 0, 1.5, "", [], {}, ["x"], {"a": "b"}, [[]], [None], "2031-99-99", "\0", "a\nb", "<>", "Q0", "x" * 300,
    {"value": {"time": 5}}, "../../etc", "=1+1", 12345678901234567890, "\u202e", '"', "a b",
]  # fmt: skip
FTM: list[Any] = [FTM_PERSON, FTM_POSITION, FTM_OCCUPANCY, FTM_SANCTION]
WIKIDATA: dict[str, Any] = {"entities": {"Q5": {
    "id": "Q5", "labels": {"en": {"value": "Ada Brook"}}, "aliases": {"en": [{"value": "A. B."}]}, "claims": {
        "P31": [claim({"id": "Q5"})], "P569": [claim(time("+1970-07-18T00:00:00Z"))],
        "P39": [{**claim({"id": "Q6"}, P580=time("+2030-01-02T00:00:00Z")), "references": [{"snaks": {"P854": []}}]}],
    },
}}}  # fmt: skip
POPOLO: dict[str, Any] = {
    "persons": [{"id": "a", "name": "Ada Brook", "identifiers": [{"scheme": "wikidata", "identifier": "Q5"}]}],
    "memberships": [{"person_id": "a", "role": "clerk", "organization_id": "o", "start_date": "2030"}],
    "organizations": [{"id": "o", "name": "Assembly", "parent_id": "o"}],
}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # Any: JSON
    found = [path] if path else []
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        found += places(one, (*path, key))
    return found


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """One of the files with odd values at some of its places."""
    whole = copy.deepcopy(draw(st.sampled_from([FTM, WIKIDATA, POPOLO])))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(places(whole) or [("x",)]))
        inside = whole
        for step in path[:-1]:
            inside = inside[step]
        if isinstance(inside, dict | list) and path != ("x",):
            inside[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
    return (
        lines(*whole)
        if isinstance(whole, list) and all(isinstance(one, dict) for one in whole)
        else json.dumps(whole).encode()
    )


def put_in(path: Path, data: bytes) -> str:
    """Read a file and put it into a graph; return why it is refused, if it is."""
    path.write_bytes(data)
    try:
        found = read_source(Named(str(path)), MANNERS)
        if isinstance(found, DatasetSource):
            with open_knowledge() as knowledge:
                knowledge.add(read_dataset(found).records)
    except ParleyError as error:
        return str(error)
    return ""


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(broken())
def test_odd_values_anywhere_in_json_are_read_or_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    assert "\n" not in put_in(tmp_path / "a.json", data)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_odd_bytes_anywhere_in_a_table_are_read_or_refused_in_one_line(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(table([EU_ROW, {**EU_ROW, "recordId": "8"}], EU_COLUMNS))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    assert "\n" not in put_in(tmp_path / "a.csv", bytes(whole))


@pytest.mark.parametrize("form", format_names())
def test_a_file_of_another_kind_than_somebody_says_is_refused(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a"
    for data in (
        lines(*FTM),
        json.dumps(WIKIDATA).encode(),
        table([{"a": "1", "b": "2"}] * 3),
        b"PK\x03\x04",
        b"They met.\n",
    ):
        path.write_bytes(data)
        if form in ("ftm", "wikidata") and data[:1] == b"{":
            continue
        with pytest.raises(UnreadableSource):
            read_dataset(read_source(Named(str(path)), MANNERS, form))  # type: ignore[arg-type]  # it is refused, or one


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (json.dumps(POPOLO).encode()[:-9], "it begins like JSON, and is none (line 1, column "),
        (b'[\n {"id": "a"\n', "it begins like JSON, and is none (line 3, column 1: "),
        (table([EU_ROW], EU_COLUMNS) + b'F1,"open', "row 3: it is no table: a quotation mark is not closed"),
    ],
)
def test_what_is_broken_is_never_taken_for_an_article(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableSource) as caught:
        read_dataset(read_source(Named(str(path)), MANNERS))  # type: ignore[arg-type]  # as above
    assert why in str(caught.value)
