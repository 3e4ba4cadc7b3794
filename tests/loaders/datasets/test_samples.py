"""Real exports are read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.graph.records import Agent, PostHolding
from parley.loaders.datasets.reading import read_dataset
from tests.loaders.datasets.made_up import of, source_in

SAMPLES = {
    "opensanctions/eu_journal_negotiators.csv": ("eu-sanctions", {"person": 10, "post": 6, "team": 1, "sanction": 10}),
    "pax/pax_v2_russia_ukraine.csv": ("pax", {"agreement": 80}),
    "ftm/yente_t1_entities.ftm.json": ("ftm", {"person": 4, "organisation": 2, "post": 4}),
    "ftm/donations_head20.ftm.json": ("ftm", {"person": 2, "organisation": 8}),
    "everypolitician/zimbabwe-senate-ep-popolo-v1.0.json": ("popolo", {"person": 67, "organisation": 4, "post": 68}),
    "everypolitician/ep-popolo-minimal.json": ("popolo", {"person": 1}),
    "wikidata/Q7747_trimmed.json": ("wikidata", {"person": 1, "post": 21}),
    "wikidata/wbgetentities_Q7747_putin.json": ("wikidata", {"person": 1, "post": 21}),
    "sssom/foodie-inc.sssom.tsv": ("sssom", {"alignment": 4}),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_recognised_and_read_without_a_bad_row(shared: Path, tmp_path: Path, name: str) -> None:
    format, made = SAMPLES[name]
    source = source_in(tmp_path / "sample", (shared / "samples" / name).read_bytes())
    found = read_dataset(source)
    assert source.format.name == format
    assert dict(found.made) == made
    told = ("fields that are neither mapped nor ignored", "parts that are not read: areas, events, meta")
    others = [note for note in found.notes if not note.startswith(told)]
    assert all("of no kind that is mapped" in note for note in others)


def test_the_day_of_birth_stands_where_the_file_has_it_among_other_words(shared: Path, tmp_path: Path) -> None:
    data = (shared / "samples/opensanctions/eu_journal_negotiators.csv").read_bytes()
    found = read_dataset(source_in(tmp_path / "sample", data))
    born = {one.label: one.born for one in of(Agent, found) if one.kind == "person"}
    assert born["Vladimir Vladimirovich PUTIN"] == "1952-10-07"


def test_deprecated_claims_are_none(shared: Path, tmp_path: Path) -> None:
    data = (shared / "samples/wikidata/wbgetentities_Q7747_putin.json").read_bytes()
    posts = of(PostHolding, read_dataset(source_in(tmp_path / "sample", data)))
    assert ("2012-05-07", "") in {(one.start, one.end) for one in posts}
    assert ("2000-05-07", "2008-05-07") in {(one.start, one.end) for one in posts}
