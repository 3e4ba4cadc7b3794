"""`parley build` of files that are gone through rather than read, packed or not, and what it says of them."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from parley.loaders.large import LARGE
from tests.graph.engine.test_crashes import CHECKOUT
from tests.graph.identity.test_pouring import KILLED_IN_THE_MIDDLE

from .conftest import Run

LINE = "<http://example.org/{0}> <http://example.org/says> {1} .\n"
MANY = "".join(LINE.format(number, f'"{"some words " * 9}"') for number in range(6_000))
PROSE = "She said, after a long day of talks, that the ministers would meet again; nobody, it seems, believed her.\n"


def people(count: int) -> str:
    """People of whom much is told that is not mapped, so that few make a large file."""
    rows = ({"id": f"p{n}", "schema": "Person", "properties": {"name": [f"Ada Brook{n}"], "x": ["y" * 40_000]}}
            for n in range(count))  # fmt: skip
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def told(run: Run, *arguments: object) -> list[str]:
    return run("build", *arguments).err.splitlines()[1:]


def test_rdf_is_put_in_as_it_is_read_packed_or_not(run: Run, tmp_path: Path) -> None:
    assert len(MANY) > LARGE
    (tmp_path / "a.nt").write_text(MANY, encoding="utf-8")
    half = MANY.index("\n", len(MANY) // 2) + 1
    packed = gzip.compress(MANY[:half].encode()) + gzip.compress(MANY[half:].encode()) + b"\0" * 9
    (tmp_path / "b.nt.gz").write_bytes(packed)
    assert told(run, "a.nt", "b.nt.gz") == ["added a: 6000 triples", "added b: 6000 triples"]
    assert told(run, "a.nt", "b.nt.gz") == ["unchanged a", "unchanged b"]
    (tmp_path / "a.nt").write_text(MANY + LINE.format("x", '"y"'), encoding="utf-8")
    assert told(run, "a.nt") == ["replaced a: 6001 triples"]
    assert run("check").code == 0


def test_rdf_in_xml_is_put_in_as_it_is_read_and_says_what_a_small_file_of_it_would(run: Run, tmp_path: Path) -> None:
    start, end = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.example/">',
        "</rdf:RDF>",
    )
    one = '<rdf:Description rdf:about="http://e.example/{0}"><e:p><rdf:Description e:q="{1}"/></e:p></rdf:Description>'
    few = "".join(one.format(n, n) for n in range(40))
    (tmp_path / "a.rdf").write_text(f"{start}{few}<!--{' ' * LARGE}-->{end}", encoding="utf-8")
    assert told(run, "a.rdf") == ["added a: 80 triples"]
    large = run("export", "-").out
    (tmp_path / "a.rdf").write_text(f"{start}{few}{end}", encoding="utf-8")
    assert told(run, "a.rdf") == ["replaced a: 80 triples"]
    assert without_hash(run("export", "-").out) == without_hash(large)


def without_hash(text: str) -> list[str]:
    return [line for line in text.splitlines() if "contentHash" not in line]


def popolo(count: int) -> dict[str, object]:
    """People and their seats, with much besides."""
    return {
        "note": {"x": ["y" * 40_000] * 20},
        "persons": [{"id": f"p{n}", "name": f"Ada Brook{n}"} for n in range(count)],
        "memberships": [{"person_id": f"p{n}", "role": "clerk", "organization_id": "o"} for n in range(count)],
        "organizations": [{"id": "o", "name": "Assembly"}],
    }


@pytest.mark.parametrize("indent", [None, 1])
def test_json_is_read_in_parts_whether_it_is_an_object_or_a_list(run: Run, tmp_path: Path, indent: int | None) -> None:
    (tmp_path / "a.json").write_text(json.dumps(popolo(30), indent=indent), encoding="utf-8")
    assert told(run, "a.json")[-1] == ("added a: Popolo: 1 organisation, 30 people, 30 posts held from 61 rows")
    rows = [json.loads(line) for line in people(15).splitlines()]
    (tmp_path / "b.json").write_text(json.dumps(rows, indent=indent), encoding="utf-8")
    (tmp_path / "c.json").write_bytes(gzip.compress(json.dumps(rows).encode()))
    for name in ("b", "c"):
        assert told(run, f"{name}.json")[-1] == f"added {name}: FollowTheMoney entities: 15 people from 15 rows"
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.nt", MANY.encode() + LINE.format("x", "<a b>").encode(), "line 6001: it is not RDF"),
        ("a.nt", MANY.encode() + LINE.format("x", '<http://e.example/a"b>').encode(), "line 6001: it is not RDF"),
        ("a.nt.gz", gzip.compress(MANY.encode())[:-9], "it is compressed (gzip) and broken off: get it again"),
        ("a.nt.gz", gzip.compress(MANY.encode())[:-8] + b"wrong---", "it is compressed (gzip) and damaged"),
        ("a.nt.gz", gzip.compress(b" " * 30_000_000), "unpacked it has more than 20,000,000 bytes"),
        ("a.csv", PROSE.encode() * 6_000, "its ending says a table (CSV), and it holds none"),
        ("a.jsonl", people(20).encode() + b"\0\n", "line 21: it holds NUL characters"),
        ("a.json", json.dumps(popolo(9)).encode()[:-5], "line 1: it is not JSON that can be read: "),
        ("a.json", json.dumps(popolo(9)).encode() + b"]", "something follows after its end"),
        ("a.json", json.dumps({"x": ["y" * 90_000] * 9}).encode(), "it is JSON, with x, and of no known format"),
        ("a.rdf", b"<rdf:RDF>" + b" " * LARGE + b"<a>", "line 1: it is not XML"),
    ],
)
def test_what_is_wrong_with_a_large_file_is_one_line_and_nothing_is_kept(
    run: Run, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.ttl").write_text(LINE.format(1, 1), encoding="utf-8")
    first, *rest = told(run, name, "b.ttl")
    assert first.startswith(f"parley: {name}: cannot be read: ")
    assert why in first
    assert rest == ["added b: 1 triples", "1 of 2 sources could not be read"]


def test_one_bad_record_of_a_large_dataset_is_told_with_its_place_and_left_out(run: Run, tmp_path: Path) -> None:
    bad = '{"id": "q", "schema": "Person", "properties": {"name": ["=1+1"], "birthDate": ["in May"]}}\n{"id": \n'
    (tmp_path / "a.jsonl").write_text(people(15) + bad + people(1), encoding="utf-8")
    *notes, added = told(run, "a.jsonl")
    assert added == "added a: FollowTheMoney entities: 16 people from 18 rows"
    assert [note.removeprefix("note: a.jsonl: ") for note in notes] == [
        "line 16, properties.birthDate: 'in May' is no date such as 2025, 2025-06 or 2025-06-02: left out",
        "line 17: it is not JSON: Expecting value: line 1 column 7 (char 6): left out",
        "fields that are neither mapped nor ignored: properties.x (16)",
    ]
    assert told(run, "a.jsonl") == ["unchanged a"]
    assert run("check").code == 0


@pytest.mark.parametrize("command", [["sources"], ["build", "a.ttl"]])
def test_after_a_load_was_killed_the_next_command_says_so_in_one_line(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "a.ttl").write_text(LINE.format(1, 1), encoding="utf-8")
    assert told(run, "a.ttl") == ["added a: 1 triples"]
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(tmp_path / "parley-store"), "1"], cwd=CHECKOUT, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    first = run(*command).err.splitlines()
    assert first[1] == "A program ended while it was adding d: nothing of that is kept, so do it again."
    assert "adding d" not in run(*command).err
    assert len(run("sources", "--format", "csv").out.splitlines()) == 2
