"""Times reading datasets against the bare parser of each format, loading against the engine, and matching of names.

Run as ``python -m benchmarks.datasets`` (``--help`` for the sizes). The rows are made up, the same in each run.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import resource
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any, Final

import pyoxigraph as ox
import rdflib

from parley.graph.identifiers import Minter
from parley.graph.knowledge import open_knowledge
from parley.graph.ntriples import ntriples
from parley.graph.reading.reconciling import Pool, Wanted
from parley.graph.writing.writer import write
from parley.loaders.data_files import data_in
from parley.loaders.datasets.mapping_files import shipped
from parley.loaders.datasets.reading import DatasetSource, read_dataset

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
    """How long something takes."""
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


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
    return {
        "ftm": "".join(f"{json.dumps(one)}\n" for one in ftm).encode(),
        "eu-sanctions": table(eu, (*shipped("eu-sanctions").fields, "_file")),
        "ucdp": table(ucdp, tuple(dict.fromkeys((*shipped("ucdp").fields, *UCDP)))),
        "popolo": json.dumps(popolo).encode(),
        "gdelt": table(gdelt, shipped("gdelt").header, "\t", header=False),
    }


UCDP: Final = (
    "country", "source_office", *(f"left_{number}" for number in range(36)),
)  # fmt: skip
"""Columns besides those by which the format is recognised, so that there are as many as it has."""


def bare(name: str, data: bytes) -> object:
    """What the parser of the format gives, and nothing is done with it."""
    if name == "ftm":
        return [json.loads(line) for line in data.splitlines()]
    if name == "popolo":
        return json.loads(data)
    return list(csv.reader(io.StringIO(data.decode()), delimiter="\t" if name == "gdelt" else ","))


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


def time_loading(count: int) -> None:
    """Print how long the same triples take the engine, rdflib, and us, with identity and matching."""
    records = read_dataset(source("ftm", samples(count)["ftm"])).records
    begun = time.perf_counter()
    written = write(records, Minter())
    writing = time.perf_counter() - begun
    data = ntriples(written.facts).encode()
    engine = seconds(lambda: ox.Store().bulk_load(data, format=ox.RdfFormat.N_TRIPLES))
    library = seconds(lambda: rdflib.Graph().parse(data=data, format="nt"))
    with open_knowledge() as knowledge:
        added = seconds(lambda: knowledge.add(records))
    print(
        f"{len(written.facts):,} triples of {count:,} people: written in {writing:.1f} s, bulk_load {engine:.1f} s, ",
        end="",
    )
    print(f"rdflib {library:.1f} s, added with identity and matching {added:.1f} s ({added / engine:.0f} x bulk_load)")


def time_matching(few: int, many: int) -> None:
    """Print how long it takes to look up names among others."""
    known = names(many, 2)

    def query(sparql: str) -> Iterator[dict[str, Any]]:  # Any: what a row of an answer holds
        for number, name in enumerate(known):
            yield {"node": str(number), "name": name, "label": name, "born": None, "side": None, "code": None}

    begun = time.perf_counter()
    pool = Pool(SimpleNamespace(query=query))  # type: ignore[arg-type]  # it only asks
    ready = time.perf_counter() - begun
    wanted = names(few, 3)
    took = seconds(lambda: [pool.offers(Wanted(name)) for name in wanted])
    print(f"{few:,} names looked up among {many:,} in {took:.0f} s, after {ready:.1f} s to get ready")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--loaded", type=int, default=3_000)
    parser.add_argument("--names", type=int, nargs=2, default=(10_000, 100_000), metavar=("FEW", "MANY"))
    given = parser.parse_args()
    time_reading(given.records)
    time_loading(given.loaded)
    time_matching(*given.names)
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
