"""A first mapping is guessed from columns, can be read at once, and says why it guesses what."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from parley.graph.errors import MappingFault, UnreadableSource
from parley.graph.records import Agent, PostHolding
from parley.loaders.data_files import data_in
from parley.loaders.datasets.guessing import first_mapping
from parley.loaders.datasets.mapping_files import read_mapping
from parley.loaders.datasets.reading import DatasetSource, ReadDataset, read_dataset
from parley.loaders.files import Named
from parley.loaders.sources import read_data, read_source
from tests.loaders.datasets.made_up import MANNERS, lines, of, table

ROWS = [
    {"No.": str(number), "full name": f"Brook, Ada {letter}", "birth_date": f"{number}.7.1970",
     "Nationality": "Chadian",
     "position": "Minister of Ferries", "Ministry": "Harbour Office", "since": "2030-01-01", "until": "",
     "wikidata": f"Q12345{number}", "re: marks": "yes # no"}
    for number, letter in enumerate("abcd", start=1)
]  # fmt: skip


def guessed(data: bytes, tmp_path: Path) -> tuple[str, ReadDataset]:
    found = data_in(data)
    assert found is not None
    text = first_mapping(data, found, "officials.csv")
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    source = DatasetSource("a", read_mapping(path), found.form, lambda: io.BytesIO(data), "a", found.separator)
    return text, read_dataset(source)


def test_columns_are_guessed_explained_and_read(tmp_path: Path) -> None:
    text, read = guessed(table(ROWS), tmp_path)
    assert "id: No.   # its name tells of 'id', and no two rows have the same" in text
    assert "born: {from: birth_date, as: day_first}   # its name tells of 'born', and its texts are days" in text
    assert '  - "re: marks"   # such as "yes # no"' in text
    person = next(one for one in of(Agent, read) if one.kind == "person")
    assert (person.label, person.born, person.side, person.same_as) == (
        "Ada a Brook", "1970-07-01", "state/TD", ("http://www.wikidata.org/entity/Q123451",),
    )  # fmt: skip
    post = of(PostHolding, read)[0]
    assert (post.title, post.start, post.organization) == (
        "Minister of Ferries", "2030-01-01", "organization/Harbour Office",
    )  # fmt: skip
    assert read.notes == ()


def test_objects_of_json_lines_are_guessed_too(tmp_path: Path) -> None:
    objects = [{"id": f"x{n}", "person": {"name": f"Ada {n}"}, "country": "tcd"} for n in ("Brook", "Dole")]
    text, read = guessed(lines(*objects), tmp_path)
    assert "name: {from: person.name, as: name}" in text
    assert "side: {from: country, as: iso3}" in text
    assert read.made["person"] == 2


def test_without_ids_the_names_are_and_that_is_told(tmp_path: Path) -> None:
    text, _ = guessed(table([{"name": "Ada Brook", "post": "clerk"}, {"name": "Cy Dole", "post": "clerk"}]), tmp_path)
    assert "id: name   # no column has another text in each row: two people of one name are one" in text


def test_the_same_table_gives_the_same_mapping(tmp_path: Path) -> None:
    assert guessed(table(ROWS), tmp_path)[0] == guessed(table(ROWS), tmp_path)[0]


def test_a_table_without_names_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="none of its columns seems to hold names: year, sum; write its mapping"):
        guessed(table([{"year": "2031", "sum": "4"}] * 3), tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "people"),
    [
        ("a.csv", "name\nAda Brook\nBo Stone\n", 2),
        ("a.csv", "name;post\nAda Brook;clerk\nBo Stone\n", 1),
        ("a.tsv", "name\tpost, or none\nAda Brook\tclerk, once\n", 1),
        ("a.csv.gz", f'name,post\n"Ada {"B" * 200_000}",clerk\nBo Stone,envoy\n', 2),
    ],
)
def test_a_file_that_is_a_table_by_its_name_alone_is_mapped_and_read(
    tmp_path: Path, name: str, text: str, people: int
) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    data, found = read_data(str(path))
    mapping = tmp_path / "mine.yaml"
    mapping.write_text(first_mapping(data, found, name), encoding="utf-8")
    source = read_source(Named(str(path)), MANNERS, str(mapping))
    assert isinstance(source, DatasetSource)
    assert read_dataset(source).made["person"] == people


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("read: table\nrecords: [{person: {id: a}}]\n", "records 1, person: it does not say what 'name' is"),
        ("read: table\nrecords: [{person: {id: a, name: b, nam: c}}]\n", "'nam' is none of"),
        ("read: table\nrecords: [{man: {id: a, name: b}}]\n", "'man' is none of the shapes person, organisation"),
        ("read: tables\nrecords: []\n", "read: 'tables' is none of table, lines, json, wikidata, sssom"),
        ("read: table\nrecords: []\n", "records: a list of records is wanted"),
        ("read: table\nrecords: [{person: {id: a, name: {from: b, as: c}}}]\n", "'c' is none of the converters"),
        ("read: table\nrecords: [{person: {id: a, name: {from: b, pattern: '('}}}]\n", "is no regular expression"),
        ("read: table\nrecords: [{person: {id: a, name: b, side: c}}]\n", "say who is meant, with as: country"),
        ("read: table\nread: json\n", "stands twice"),
        ("read: [table\n", "is not valid YAML"),
        ("[" * 2000, "too deep"),
        ("", "a mapping is wanted"),
        ("a: 1\n", "'a' is none of"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_told_with_its_place(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingFault) as caught:
        read_mapping(path)
    assert why in str(caught.value)
    assert str(caught.value).startswith(f"mapping {path}")
    assert "\n" not in str(caught.value)
