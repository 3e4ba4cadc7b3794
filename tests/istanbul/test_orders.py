"""The article and real exports of every format that there are samples of, in one graph: in any order it is the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import SourceRecords
from parley.loaders.datasets.reading import read_dataset
from parley.review.sssom import read_sssom
from tests.graph.identity.test_identity import without_chosen_iris
from tests.loaders.datasets.made_up import source_in
from tests.loaders.datasets.test_samples import SAMPLES

from .test_merging import EXAMPLE, FILES

IDS = {name: id for id, name in FILES.items()}
"""Those that the decisions which are shipped are about."""


@pytest.fixture(scope="module")
def sources(shared: Path, records: SourceRecords, tmp_path_factory: pytest.TempPathFactory) -> list[SourceRecords]:
    folder = tmp_path_factory.mktemp("orders")
    read = [records]
    for number, name in enumerate(SAMPLES):
        path = folder / IDS.get(name, f"sample-{number}")
        read.append(read_dataset(source_in(path, (shared / "samples" / name).read_bytes())).records)
    return read


def decisions() -> list[tuple[str, str]]:
    entries = read_sssom("decisions.tsv", (EXAMPLE / "decisions.tsv").read_text(encoding="utf-8")).entities
    return [(entry.first.iri, entry.second.iri) for entry in entries]


def loaded(knowledge: Knowledge, sources: list[SourceRecords], *, first: int) -> None:
    """Load the sources, with the decisions after so many of them."""
    for source in sources[:first]:
        knowledge.add(source)
    for pair in decisions():
        knowledge.decide(*pair, "same")
    for source in sources[first:]:
        knowledge.add(source)


@pytest.mark.slow
def test_any_order_of_articles_datasets_and_decisions_gives_one_canonical_graph(sources: list[SourceRecords]) -> None:
    graphs = []
    for seed, first in ((0, len(sources)), (1, 0), (2, len(sources) // 2)):
        with open_knowledge() as knowledge:
            loaded(knowledge, random.Random(seed).sample(sources, len(sources)), first=first)
            graphs.append(without_chosen_iris(knowledge))
            drift = knowledge.drift()
            assert not drift.unread + drift.unsaid
    assert len(graphs[0]) > 10_000
    assert graphs[0] == graphs[1] == graphs[2]


@pytest.mark.slow
def test_undone_decisions_and_sources_taken_out_give_the_earlier_graphs_byte_for_byte(
    sources: list[SourceRecords],
) -> None:
    with open_knowledge() as knowledge:
        before = []
        for source in sources:
            before.append(knowledge.serialized("nq"))
            knowledge.add(source)
        for pair in decisions():
            before.append(knowledge.serialized("nq"))
            knowledge.decide(*pair, "same")
        assert len(set(before)) == len(before)
        for pair in reversed(decisions()):
            knowledge.undo(*pair)
            assert knowledge.serialized("nq") == before.pop()
        for source in reversed(sources):
            knowledge.remove(source.source.id)
            assert knowledge.serialized("nq") == before.pop()
