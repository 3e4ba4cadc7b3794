"""Times reading datasets against the bare parser of each format, and loading against the engine and rdflib.

Run as ``python -m benchmarks.datasets`` (``--help`` for the sizes). The rows are made up, the same in each run.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import rdflib

from parley.graph.engine.store import Store
from parley.graph.identifiers import DEFAULT_BASE, Minter
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.ntriples import ntriples
from parley.graph.writing.foreign import GraphSource
from parley.graph.writing.writer import write
from parley.loaders.data_files import data_in
from parley.loaders.datasets.mapping_files import shipped
from parley.loaders.datasets.reading import DatasetSource, Reading, read_dataset

GIVEN: Final = ("Ada", "Boris", "Carl", "Dmitry", "Elena", "Galina", "Hugo", "Ivan", "Lena", "Maria", "Oleg", "Ali")
SYLLABLES: Final = (
    "ba",
    "ko",
    "ri",
    "mo",
    "tu",
    "ne",
    "sa",
    "li",
    "vo",
    "gre",
    "pan",
    "shi",
    "dol",
    "ker",
    "zha",
    "mir",
)
_READ: Final = 1 << 20
ENDINGS: Final = ("ov", "in", "enko", "sky", "er", "")


def names(count: int, seed: int) -> list[str]:
    """Made-up names of people, of which some are alike."""
    draw = random.Random(seed)
    surnames = [
        "".join(draw.choice(SYLLABLES) for _ in range(3)).capitalize() + draw.choice(ENDINGS)
        for _ in range(max(10, count // 5))
    ]
    return [f"{draw.choice(GIVEN)} {draw.choice(surnames)}" for _ in range(count)]


def seconds(what: Callable[[], object]) -> float:
    """How much processor time something takes."""
    begun = time.process_time()
    what()
    return time.process_time() - begun


def table(
    rows: Iterator[Mapping[str, str]], columns: tuple[str, ...], separator: str = ",", *, header: bool = True
) -> bytes:
    """Rows as a table."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", delimiter=separator, lineterminator="\n")
    if header:
        writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def samples(count: int) -> dict[str, bytes]:
    """A file of so many records in each format that is timed."""
    people = names(count, 1)
    ftm = (
        {"id": f"p{n}", "caption": name, "schema": "Person", "properties": {
            "name": [name], "birthDate": [f"19{n % 60 + 30}-07-18"], "nationality": ["td"], "position": ["Member"]}}
        for n, name in enumerate(people)
    )  # fmt: skip
    eu = (
        {"_file": "F", "recordId": str(n), "programKey": "EU", "measure": "Asset freeze", "startDate": "3.6.2031",
         "schema": "Person", "name": name, "nationality": "Chadian", "birthDate": "18.7.1970", "position": "Member"}
        for n, name in enumerate(people)
    )  # fmt: skip
    ucdp = (
        {"id": str(n), "dyad_name": "A - B", "side_a": "Government of Chad", "side_b": f"Front {n % 50}",
         "where_coordinates": f"Town {n % 200}", "country": "Chad", "date_start": "2031-06-01",
         "date_end": "2031-06-02", "source_office": "Lake Herald"}
        for n in range(count)
    )  # fmt: skip
    popolo = {
        "persons": [{"id": f"p{n}", "name": name} for n, name in enumerate(people)],
        "memberships": [{"person_id": f"p{n}", "role": "member", "organization_id": "o"} for n in range(count)],
        "organizations": [{"id": "o", "name": "Assembly"}],
    }
    gdelt = (
        {"GLOBALEVENTID": str(n), "SQLDATE": "20310602", "FractionDate": "2031.4", "EventCode": "100",
         "EventRootCode": "10", "Actor1CountryCode": "RUS", "Actor2CountryCode": "UKR", "SOURCEURL": f"https://e.example/{n}"}
        for n in range(count)
    )  # fmt: skip
    pax = (
        {"AgtId": str(n), "Agt": f"Accord {n}", "Dat": "2031-06-02", "Con": "Chad/Peru", "Part": "Chad; Peru",
         "TpsSub": "1"}
        for n in range(count)
    )  # fmt: skip
    acled = (
        {"event_id_cnty": f"TCD{n}", "event_date": "2 June 2031", "event_type": "Battles", "sub_event_type": "Clash",
         "actor1": "Military Forces of Chad (2030-)", "actor2": f"Front {n % 50}", "iso": "148", "country": "Chad",
         "location": f"Town {n % 200}", "source": "Lake Herald"}
        for n in range(count)
    )  # fmt: skip
    sssom = (
        {"subject_id": f"http://e.example/a{n}", "predicate_id": "skos:exactMatch",
         "object_id": f"http://e.example/b{n}", "mapping_justification": "semapv:ManualMappingCuration"}
        for n in range(count)
    )  # fmt: skip
    wikidata = (
        {"id": f"Q{n + 1}", "type": "item", "labels": {"en": {"language": "en", "value": name}}, "claims": {
            "P31": [claim({"id": "Q5"})], "P39": [claim({"id": f"Q{n % 90 + 1}"})]}}
        for n, name in enumerate(people)
    )  # fmt: skip
    return {
        "pax": table(pax, tuple(dict.fromkeys((*shipped("pax").fields, "Part", "TpsSub")))),
        "acled": table(acled, (*shipped("acled").fields, *UCDP[-20:])),
        "sssom": table(sssom, shipped("sssom").fields, "\t"),
        "wikidata": "".join(f"{json.dumps(one)}\n" for one in wikidata).encode(),
        "ftm": "".join(f"{json.dumps(one)}\n" for one in ftm).encode(),
        "eu-sanctions": table(eu, (*shipped("eu-sanctions").fields, "_file")),
        "ucdp": table(ucdp, tuple(dict.fromkeys((*shipped("ucdp").fields, *UCDP)))),
        "popolo": json.dumps(popolo).encode(),
        "gdelt": table(gdelt, shipped("gdelt").header, "\t", header=False),
    }


def claim(value: Mapping[str, str]) -> dict[str, object]:
    """A claim of Wikidata with this value."""
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": "normal"}


UCDP: Final = (
    "country", "source_office", *(f"left_{number}" for number in range(36)),
)  # fmt: skip
"""Columns besides those by which the format is recognised, so that there are as many as it has."""


def bare(name: str, data: bytes) -> object:
    """What the parser of the format gives, and nothing is done with it."""
    if name in ("ftm", "wikidata"):
        return [json.loads(line) for line in data.splitlines()]
    if name == "popolo":
        return json.loads(data)
    return list(csv.reader(io.StringIO(data.decode()), delimiter="\t" if name in ("gdelt", "sssom") else ","))


def source(name: str, data: bytes) -> DatasetSource:
    """A file as it is read."""
    found = data_in(data)
    assert found is not None
    return DatasetSource(name, shipped(name), found.form, lambda: io.BytesIO(data), name, found.separator or ",")


def time_reading(count: int) -> None:
    """Print how many records a second are read in each format."""
    print(f"{'format':<14}{'records/s':>12}{'bare parser':>14}")
    for name, data in samples(count).items():
        ours = seconds(partial(read_dataset, source(name, data)))
        theirs = seconds(partial(bare, name, data))
        print(f"{name:<14}{count / ours:>12,.0f}{count / theirs:>14,.0f}")


def loading(folder: Path, count: int) -> dict[str, Callable[[], object]]:
    """Ways to load the same people: the engine's own, rdflib's, and ours of their triples and of the dataset.

    A source is kept in a graph of its own and in that of all, so the engine alone into both is what ours cannot avoid.
    """
    given = samples(count)["ftm"]
    dataset = replace(source("ftm", given), is_large=True)
    file, quads = folder / "people.nt", folder / "people.nq"
    with file.open("wb") as out:
        for part in Reading(dataset).parts(at_once=2_000):
            out.write(ntriples(write(part, Minter()).facts).replace(DEFAULT_BASE, "http://people.example/").encode())
    with file.open("rb") as given_lines, quads.open("wb") as out:
        for line in given_lines:
            out.write(line + line.replace(b" .\n", b" <http://people.example/graph> .\n"))

    def engine_alone() -> None:
        with quads.open("rb") as lines, closing(Store(folder / "e")) as store:
            store.pour(iter(lambda: lines.read(_READ) + lines.readline(), b""))

    def bulk(name: str, graph: ox.NamedNode | None) -> None:
        ox.Store(folder / name).bulk_load(path=file, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)

    def ours(name: str, add: Callable[[Knowledge], object]) -> None:
        with open_knowledge(folder / name) as knowledge:
            add(knowledge)

    def parts(knowledge: Knowledge) -> None:
        knowledge.add_parts("ftm", lambda: Reading(dataset).parts(at_once=2_000), text_hash="0" * 64, reading="")

    rdf = GraphSource("people", "people", b"", "nt", stream=lambda: file.open("rb"))
    return {
        "bulk_load, default graph": partial(bulk, "a", None),
        "bulk_load, named graph": partial(bulk, "b", ox.NamedNode("http://people.example/graph")),
        "bulk_load, both graphs": engine_alone,
        "rdflib, in memory": lambda: rdflib.Graph().parse(file, format="nt"),
        "as RDF, joined": partial(ours, "c", lambda knowledge: knowledge.add_graph(rdf)),
        "dataset read, joined, matched": partial(ours, "d", parts),
        "of that reading alone": lambda: sum(len(part.records) for part in Reading(dataset).parts(at_once=2_000)),
    }


def time_loading(count: int) -> None:
    """Print what loading costs in processor time and memory, each way in a process of its own, on the disk."""
    with tempfile.TemporaryDirectory() as folder:
        ways = loading(Path(folder), count)
        triples = sum(1 for _ in (Path(folder) / "people.nt").open("rb"))
        print(f"{count:,} people, {triples:,} triples")
        least = 0.0
        for name, way in ways.items():
            took, memory = apart(way)
            least = least or took
            print(f"{name:<32}{took:>8.1f} s{took / least:>7.1f} x{memory:>8,.0f} MB", flush=True)


def apart(job: Callable[[], object]) -> tuple[float, float]:
    """Return the processor time and the megabytes that a job takes in a process of its own."""
    child = os.fork()
    if child == 0:
        job()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    assert status == 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--loaded", type=int, default=6_000)
    given = parser.parse_args()
    if given.records:
        time_reading(given.records)
    if given.loaded:
        time_loading(given.loaded)


if __name__ == "__main__":
    main()
