"""Datasets are read strictly: what is recognised, what is told, what is left out, and what stops a file."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from parley.graph.errors import UnreadableSource
from parley.graph.records import Agent, PostHolding
from parley.graph.writing.foreign import GraphSource
from parley.loaders.datasets.reading import read_dataset
from parley.loaders.documents import Document
from parley.loaders.files import Named
from parley.loaders.sources import named_sources, read_source
from tests.loaders.datasets.made_up import EU_COLUMNS, EU_ROW, FTM_PERSON, MANNERS, lines, of, read, source_in, table

EU = table([EU_ROW], EU_COLUMNS)
PROSE = "Norland and Southland met, on Monday, in Harbourtown. Both sides, she said, want peace; nothing was signed.\n"


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.json", "a"])
def test_a_format_is_recognised_by_what_a_file_holds_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert source_in(path, EU).format.name == "eu-sanctions"
    assert source_in(path, table([EU_ROW], EU_COLUMNS, ";")).format.name == "eu-sanctions"
    assert source_in(path, table([EU_ROW], EU_COLUMNS, "\t")).format.name == "eu-sanctions"
    assert source_in(path, EU.decode().encode("utf-16")).format.name == "eu-sanctions"
    assert source_in(path, lines(FTM_PERSON, FTM_PERSON)).format.name == "ftm"
    assert source_in(path, json.dumps(FTM_PERSON, indent=1).encode()).format.name == "ftm"
    assert source_in(path, json.dumps([FTM_PERSON]).encode()).format.name == "ftm"
    assert source_in(path, b'{"persons": [{"id": "a", "name": "Ada Brook"}]}').format.name == "popolo"
    assert source_in(path, b'{"entities": {"Q1": {"id": "Q1", "labels": {}, "claims": {}}}}').format.name == "wikidata"


@pytest.mark.parametrize(
    ("data", "format"),
    [
        ('@prefix e: <http://e.example/> .\ne:a e:b "c" .\n', "ttl"),
        ('# made by hand\n\nPREFIX e: <http://e.example/>\ne:a e:b "c" .\n', "ttl"),
        ('<http://e.example/a> <http://e.example/b> "c" .\n', "nq"),
        ('<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "rdf"),
        ('{"@context": {"e": "http://e.example/"}, "e:p": 1}', "jsonld"),
    ],
)
def test_rdf_is_known_by_how_it_begins(tmp_path: Path, data: str, format: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(data, encoding="utf-8")
    found = read_source(Named(str(path)), MANNERS)
    assert isinstance(found, GraphSource)
    assert found.format == format


def test_a_file_of_gzip_is_read_as_what_it_holds(tmp_path: Path) -> None:
    assert source_in(tmp_path / "eu.csv.gz", gzip.compress(EU)).id == "eu"
    path = tmp_path / "a.ttl.gz"
    path.write_bytes(gzip.compress(b"<a:a> <a:b> <a:c> ."))
    found = read_source(Named(str(path)), MANNERS)
    assert isinstance(found, GraphSource)
    assert (found.format, found.id) == ("ttl", "a")
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(PROSE.encode()))
    assert isinstance(read_source(Named(str(path)), MANNERS), Document)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.gz", gzip.compress(EU)[:-20], "it is compressed (gzip) and broken off: get it again"),
        ("a.gz", b"\x1f\x8bnothing", "it is compressed (gzip) and damaged"),
        ("a.gz", gzip.compress(b" " * 30_000_000), "unpacked it has more than 20,000,000 bytes"),
        (
            "a.csv",
            PROSE.encode() * 3,
            "its ending says a table (CSV), and it holds none: if it is an article, name it .txt",
        ),
        (
            "a.csv",
            b'id,text\n1,"They met, she said."\n2,"All agreed, he said."\n',
            "a table (CSV, 2 columns), with id, text,",
        ),
        ("a.json", b'{"posts": [{"title": "My holiday"}]}', "it is JSON, with posts, and of no known format"),
        ("a.json", b'{"id": 1, "id": 2}', "'id' stands twice in an object"),
        ("a.json", b"[" * 100_000 + b"]" * 100_000, "it is nested too deeply"),
        ("a.json", b'[{"a": ' + b"9" * 6_000 + b"}]", "Exceeds the limit"),
        ("a.csv", b"name,post\nJos\xe9,x\nAna,y\n", "cannot be read: it is not UTF-8: save it as UTF-8"),
        ("a.jsonl", b'{"a": ' * 200 + b"1" + b"}" * 200 + b'\n{"a": 1}\n', "it is nested too deeply"),
        ("a.xlsx", b"PK\x03\x04xl/workbook", "it is no workbook that can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableSource) as caught:
        read_source(Named(str(path)), MANNERS)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_somebody_may_say_what_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(PROSE, encoding="utf-8")
    assert isinstance(read_source(Named(str(path)), MANNERS, "article"), Document)
    path.write_bytes(EU)
    article = read_source(Named(str(path)), MANNERS, "article")
    assert isinstance(article, Document)
    assert article.text == EU.decode()
    with pytest.raises(UnreadableSource, match="row 1: it has no column 'Con', as pax 2 has"):
        read_dataset(source_in(path, EU, "pax"))


def test_a_folder_may_hold_articles_datasets_and_files_that_are_neither(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    (tmp_path / "b.csv").write_bytes(EU)
    (tmp_path / "c.json").write_bytes(b'{"anything": 1}')
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress(lines(FTM_PERSON)))
    (tmp_path / "e.csv").write_text(PROSE, encoding="utf-8")
    assert [Path(one.path).name for one in named_sources([str(tmp_path)])] == ["a.txt", "b.csv", "d.jsonl.gz"]


def test_one_bad_row_is_told_with_its_place_and_the_others_are_read() -> None:
    second = EU.decode().splitlines()[1].replace(",7,", ",8,", 1)
    data = f"{EU.decode()}short,row\n{second}\n"
    found = read(data.encode(), "eu-sanctions")
    assert found.notes == ("row 3: it has 2 cells, where there are 18 columns: left out",)
    assert (found.made["person"], found.rows) == (2, 3)


def test_a_value_that_is_none_is_told_with_row_and_field_and_the_rest_is_kept() -> None:
    found = read(table([{**EU_ROW, "startDate": "31.2.2031", "nationality": "Atlantean"}], EU_COLUMNS), "eu-sanctions")
    assert "row 2, nationality: 'Atlantean' is no state by its name or ISO code: left out" in found.notes
    assert any(note.startswith("row 2, startDate: '31.2.2031' day is out of range") for note in found.notes)
    assert found.made["person"] == found.made["sanction"] == 1


def test_a_row_without_what_its_record_needs_is_told() -> None:
    found = read(table([EU_ROW, {**EU_ROW, "recordId": "8", "name": " "}], EU_COLUMNS), "eu-sanctions")
    assert "row 3, name: is empty, and no record can be made without it: left out" in found.notes


def test_an_id_that_stands_for_two_things_is_told() -> None:
    found = read(table([EU_ROW, {**EU_ROW, "name": "Cy DOLE"}], EU_COLUMNS), "eu-sanctions")
    assert any("'F1/7' stands for something else already, in row 2" in note for note in found.notes)
    assert [one.label for one in of(Agent, found) if one.kind == "person"] == ["Ada BROOK"]


def test_every_field_is_mapped_ignored_by_name_or_told_with_a_count() -> None:
    rows = [{**EU_ROW, "recordId": str(number), "colour": "red" if number else ""} for number in range(3)]
    found = read(table(rows, (*EU_COLUMNS, "colour")), "eu-sanctions")
    assert found.notes == ("fields that are neither mapped nor ignored: colour (2)",)


ADA = {"id": "p", "name": "Ada Brook"}
HALL = {"organizations": [{"id": "o", "name": "Hall"}]}
MEMBER = {"role": "member", "organization_id": "o"}
IS_HUMAN = {"P31": [{"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q5"}}}}]}
ITEM = {"id": "Q1", "labels": {"en": {"language": "en", "value": "Ada Brook"}}, "claims": IS_HUMAN}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("popolo", {"persons": [ADA | {"other_names": [{"name": {"en": "A. Brook"}}]}]}, "other_names.name.en (1)"),
        ("popolo", {"persons": [ADA | {"identifiers": {"wikidata": {"identifier": "Q1"}}}]}, "identifiers.wikidata.id"),
        ("popolo", {"persons": [ADA | {"birth_date": {"year": 1970}}]}, "birth_date.year (1)"),
        ("popolo", {"persons": [ADA | {"memberships": {"first": MEMBER}}], **HALL}, "memberships.first.role (1)"),
        ("popolo", {"persons": [ADA | {"memberships": ["member"]}], **HALL}, "memberships (1)"),
        ("popolo", {"persons": [ADA], "memberships": [[MEMBER]], **HALL}, "memberships 1: it is no object"),
        ("popolo", {"persons": [ADA], "memberships": {"first": MEMBER}, **HALL}, "first.role (1)"),
        ("wikidata", {"entities": {"Q1": ITEM, "more": {"Q2": ITEM}}}, "more: it is an entity without an id"),
        ("wikidata", {"entities": {"Q1": ITEM}, "data": {"entities": {"Q2": ITEM}}}, "parts that are not read: data"),
        (
            "wikidata",
            {"entities": {"Q1": ITEM | {"claims": IS_HUMAN | {"P39": {"0": {}}}}}},
            "Q1 P39: it is no list of",
        ),
        ("wikidata", {"entities": {"Q1": ITEM | {"claims": IS_HUMAN | {"P39": [[]]}}}}, "Q1 P39 1: it is no claim"),
    ],
)
def test_what_stands_deeper_in_json_than_it_is_looked_for_is_told(name: str, data: object, told: str) -> None:
    found = read(json.dumps(data).encode(), name, "json")
    assert told in "; ".join(found.notes)


def test_lists_in_lists_are_gone_through() -> None:
    person = ADA | {"other_names": [[{"name": "A. Brook"}]], "birth_date": [["1970"]], "memberships": [[MEMBER]]}
    found = read(json.dumps({"persons": [person], **HALL}).encode(), "popolo", "json")
    (ada,) = (one for one in of(Agent, found) if one.kind == "person")
    assert (ada.aliases, ada.born) == (("A. Brook",), "1970")
    assert [one.title for one in of(PostHolding, found)] == ["member"]
    assert not found.notes


def test_what_is_of_no_kind_that_is_mapped_is_counted() -> None:
    boat = {"id": "v-1", "schema": "Vessel", "properties": {"name": ["Ferry"]}}
    assert "1 row of no kind that is mapped: left out" in read(lines(FTM_PERSON, boat), "ftm", "lines").notes
    whole = b'{"persons": [{"id": "a", "name": "Ada Brook"}], "motions": [], "areas": []}'
    assert "parts that are not read: areas, motions" in read(whole, "popolo", "json").notes


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (EU.replace(b"celex", b"name", 1), "row 1: two columns are called 'name'"),
        (EU + b'F1,"open', "row 3: it is no table: a quotation mark is not closed"),
        (EU + b"\xff\xfe,\n", "it is not UTF-8: save it as UTF-8"),
        (EU + b"a\0b,\n", "it holds NUL characters"),
        (EU.splitlines()[0] + b"\n", "0 rows read as eu-sanctions, and none makes a record"),
    ],
)
def test_doubt_about_the_whole_file_stops_it(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(data, "eu-sanctions")
    assert why in str(caught.value)


def test_broken_json_lines_are_told_and_the_others_are_read() -> None:
    data = lines(FTM_PERSON) + b'{"id": "NK-2", "schema"\n[1]\n{"id": 1, "a": NaN}\n'
    data += b'{"id": "NK-3", "schema": "Person", "properties": {"name": ["half \\ud800"]}}\n'
    found = read(data, "ftm", "lines")
    assert [note.partition(":")[0] for note in found.notes] == ["line 2", "line 3", "line 4", "line 5"]
    assert found.made["person"] == 1


def test_of_json_lines_that_are_broken_off_the_whole_ones_are_read(tmp_path: Path) -> None:
    data = lines(FTM_PERSON, FTM_PERSON)[:-20]
    found = read_dataset(source_in(tmp_path / "a.json", data))
    assert found.made["person"] == 1
    assert found.notes[0].startswith("line 2: it is not JSON")


def test_names_of_any_kind_are_kept_and_never_run() -> None:
    hostile = '=HYPERLINK("http://e.example")<script>alert(1)</script>\u202e"{{7*7}}'
    found = read(table([{**EU_ROW, "name": hostile, "recordId": '../../x y"<z>'}], EU_COLUMNS), "eu-sanctions")
    (person,) = (one for one in of(Agent, found) if one.kind == "person")
    assert person.label == hostile


def test_a_very_long_text_is_searched_only_as_far_as_there_is_sense_in_it() -> None:
    found = read(table([{**EU_ROW, "reason": "headed the " * 200_000}], EU_COLUMNS), "eu-sanctions")
    assert found.made["team"] == 0
    assert found.made["person"] == 1


def test_the_same_file_gives_the_same_records_and_its_rows_may_stand_in_any_order() -> None:
    rows = [{**EU_ROW, "recordId": str(number), "name": f"Ada BROOK {number}"} for number in range(4)]
    one, same, other = (read(table(given, EU_COLUMNS), "eu-sanctions") for given in (rows, rows, rows[::-1]))
    assert one.records == same.records
    assert {(post.key, post.person) for post in of(PostHolding, one)} == {
        (post.key, post.person) for post in of(PostHolding, other)
    }


def test_a_workbook_is_a_table(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(EU_COLUMNS)
    book.active.append([EU_ROW.get(name) for name in EU_COLUMNS])
    book.active.append([{**EU_ROW, "recordId": 8, "name": "=1+1", "alias": "Cy DOLE"}.get(name) for name in EU_COLUMNS])
    book.create_sheet("Other people").append(["name"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    source = source_in(path, path.read_bytes())
    found = read_dataset(source)
    assert source.format.name == "eu-sanctions"
    (person,) = (one for one in of(Agent, found) if one.kind == "person")
    assert (person.label, person.born) == ("Ada BROOK", "1970-07-18")
    assert found.notes[0] == "row 3, name: is empty, and no record can be made without it: left out"  # nothing is run
    assert "parts that are not read: sheet Other people" in found.notes
