"""The door to the knowledge: adding, replacing and removing sources, in memory and on disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import SKOS

from parley.graph.engine.store import Store
from parley.graph.errors import (
    SourceIdTaken,
    StoreClosed,
    StoreFormat,
    StoreLocked,
    StoreMissing,
    StoreUnwritable,
    UnknownName,
    UnknownSource,
)
from parley.graph.identifiers import DEFAULT_BASE, content_hash
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import Agent, Key, SourceRecords, Statement
from tests.graph.examples import HARBOURTOWN, TEXT

SOURCE = HARBOURTOWN.source
OTHER = SourceRecords(replace(SOURCE, id="other", url=""), HARBOURTOWN.records)


@pytest.fixture(params=["memory", "disk"])
def knowledge(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Knowledge]:
    with open_knowledge("memory:" if request.param == "memory" else tmp_path / "store") as opened:
        yield opened


def everything(knowledge: Knowledge, tmp_path: Path) -> bytes:
    path = tmp_path / "dump.nq"
    knowledge.dump(path)
    return path.read_bytes()


def test_what_the_records_claim_is_read_back_with_its_words(knowledge: Knowledge) -> None:
    knowledge.add(HARBOURTOWN)
    rows = knowledge.query(
        """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX parley: <https://w3id.org/parley/ns#>
        SELECT DISTINCT ?statement ?quote ?start ?end { ?fact parley:supportedBy|parley:disputedBy ?statement .
          ?statement oa:hasTarget/oa:hasSelector/oa:exact ?quote ; oa:hasTarget/oa:hasSelector/oa:start ?start ;
            oa:hasTarget/oa:hasSelector/oa:end ?end }"""
    )
    found = {str(row["statement"]).split("/source/harbourtown/")[1]: row for row in rows}
    said = {str(record.key): record for record in HARBOURTOWN.records if isinstance(record, Statement)}
    assert found.keys() == said.keys()
    for key, row in found.items():
        start, end = int(str(row["start"])), int(str(row["end"]))
        assert (start, end) == (said[key].span.start, said[key].span.end)
        assert str(row["quote"]) == TEXT[start:end]


def test_loading_twice_adds_nothing(knowledge: Knowledge, tmp_path: Path) -> None:
    assert knowledge.add(HARBOURTOWN) == "added"
    before = everything(knowledge, tmp_path)
    assert knowledge.add(HARBOURTOWN) == "unchanged"
    assert everything(knowledge, tmp_path) == before


def test_adding_and_removing_leaves_nothing(knowledge: Knowledge, tmp_path: Path) -> None:
    knowledge.add(HARBOURTOWN)
    knowledge.remove("harbourtown")
    assert everything(knowledge, tmp_path).strip() == b""
    assert knowledge.sources() == []
    assert knowledge.graphs() == []


def test_removing_one_source_leaves_what_another_says_too(knowledge: Knowledge, tmp_path: Path) -> None:
    knowledge.add(OTHER)
    alone = everything(knowledge, tmp_path)
    knowledge.add(HARBOURTOWN)
    knowledge.remove("harbourtown")
    assert everything(knowledge, tmp_path) == alone
    assert not [iri for iri in knowledge.graphs() if "harbourtown" in iri]


def test_the_order_of_sources_does_not_matter(tmp_path: Path) -> None:
    with open_knowledge() as one, open_knowledge() as two:
        for source in (HARBOURTOWN, OTHER):
            one.add(source)
        for source in (OTHER, HARBOURTOWN):
            two.add(source)
        assert everything(one, tmp_path) == everything(two, tmp_path)


@pytest.mark.parametrize(
    "changed",
    [
        replace(HARBOURTOWN, source=replace(SOURCE, text=TEXT + "More.\n")),
        replace(HARBOURTOWN, source=replace(SOURCE, extractor="news 2.0; lexicons 1")),
        replace(HARBOURTOWN, records=HARBOURTOWN.records[:11]),
    ],
    ids=["text", "extractor", "records"],
)
def test_a_changed_source_replaces_what_it_said_before(
    knowledge: Knowledge, changed: SourceRecords, tmp_path: Path
) -> None:
    knowledge.add(HARBOURTOWN)
    assert knowledge.add(changed) == "replaced"
    with open_knowledge() as fresh:
        fresh.add(changed)
        assert everything(knowledge, tmp_path) == everything(fresh, tmp_path)


def test_it_knows_whether_it_holds_a_text_read_by_an_extractor(knowledge: Knowledge) -> None:
    knowledge.add(HARBOURTOWN)
    text_hash = content_hash(TEXT)
    assert knowledge.holds("harbourtown", text_hash, SOURCE.extractor)
    assert not knowledge.holds("harbourtown", text_hash, "news 2.0")
    assert not knowledge.holds("harbourtown", content_hash("x"), SOURCE.extractor)
    assert not knowledge.holds("other", text_hash, SOURCE.extractor)


def test_a_source_id_that_another_file_has_taken_is_refused(knowledge: Knowledge) -> None:
    knowledge.add(HARBOURTOWN, origin="a/harbourtown.txt")
    changed = replace(HARBOURTOWN, source=replace(SOURCE, text=TEXT + "More.\n"))
    with pytest.raises(SourceIdTaken, match="--id") as caught:
        knowledge.add(changed, origin="b/harbourtown.txt")
    assert caught.value.taken_by == "a/harbourtown.txt"
    assert knowledge.add(HARBOURTOWN, origin="b/harbourtown.txt") == "unchanged"
    assert knowledge.sources()[0].origin == "b/harbourtown.txt"
    assert knowledge.add(changed, origin="b/harbourtown.txt") == "replaced"


def test_sources_are_listed_by_id_with_what_is_known_of_them(knowledge: Knowledge) -> None:
    knowledge.add(OTHER)
    knowledge.add(HARBOURTOWN, origin="harbourtown.txt")
    first, second = knowledge.sources()
    assert (first.id, first.title, first.publisher, first.statements, first.extractor, first.origin) == (
        "harbourtown", SOURCE.title, "Harbour Post", 12, SOURCE.extractor, "harbourtown.txt",
    )  # fmt: skip
    assert (first.published, second.id, second.origin) == ("2031-05-05T08:15:00", "other", "")


def test_removing_a_source_that_is_not_there_suggests_one_that_is(knowledge: Knowledge) -> None:
    knowledge.add(HARBOURTOWN)
    with pytest.raises(UnknownSource, match="did you mean harbourtown"):
        knowledge.remove("harbortown")


def test_a_title_that_is_empty_and_an_id_in_any_script_are_fine(knowledge: Knowledge) -> None:
    source = replace(SOURCE, id='Переговоры "3"\n<x>', title="", publisher=None, published=None, text="x")
    knowledge.add(SourceRecords(source, ()))
    assert [(entry.id, entry.title, entry.publisher) for entry in knowledge.sources()] == [
        (source.id, "", "the publisher")
    ]
    knowledge.remove(source.id)


def test_the_graph_is_a_copy(knowledge: Knowledge) -> None:
    knowledge.add(HARBOURTOWN)
    copy = knowledge.graph()
    assert (rdflib.URIRef(f"{DEFAULT_BASE}state/XN"), SKOS.prefLabel, rdflib.Literal("Norland")) in copy
    copy.remove((None, None, None))
    assert len(knowledge.graph()) > 0


@pytest.mark.parametrize("format", ["ttl", "nt", "rdf"])
def test_an_exported_graph_is_the_canonical_graph(knowledge: Knowledge, tmp_path: Path, format: str) -> None:
    knowledge.add(HARBOURTOWN)
    path = tmp_path / f"out.{format}"
    knowledge.dump(path)
    names = {"ttl": "turtle", "nt": "nt", "rdf": "xml"}
    assert isomorphic(rdflib.Graph().parse(path, format=names[format]), knowledge.graph())
    first = path.read_bytes()
    knowledge.dump(path)
    assert path.read_bytes() == first


def test_exports_leave_the_bookkeeping_out_and_refuse_unknown_formats(knowledge: Knowledge, tmp_path: Path) -> None:
    knowledge.add(HARBOURTOWN, origin="/home/somebody/harbourtown.txt")
    assert b"somebody" not in everything(knowledge, tmp_path)
    assert b"formatVersion" not in everything(knowledge, tmp_path)
    with pytest.raises(UnknownName, match="docx"):
        knowledge.dump(tmp_path / "out.docx")
    with pytest.raises(StoreUnwritable, match=os.strerror(errno.ENOENT)):
        knowledge.dump(tmp_path / "no" / "out.ttl")


# ---------------------------------------------------------------- opening


def test_a_store_on_disk_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as first:
        first.add(HARBOURTOWN)
        before = everything(first, tmp_path)
    with open_knowledge(tmp_path / "store", create=False) as again:
        assert everything(again, tmp_path) == before
        assert again.add(HARBOURTOWN) == "unchanged"


def test_a_second_opener_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store"), pytest.raises(StoreLocked, match="another program"):
        open_knowledge(tmp_path / "store")
    open_knowledge(tmp_path / "store").close()


def a_file(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def a_folder_of_other_things(path: Path) -> None:
    path.mkdir()
    (path / "letter.txt").write_text("x", encoding="utf-8")


def another_version(path: Path) -> None:
    open_knowledge(path).close()
    store = Store(path)
    store.engine.update(
        "DELETE { GRAPH ?g { ?s ?p 1 } } INSERT { GRAPH ?g { ?s ?p 99 } } WHERE { GRAPH ?g { ?s ?p 1 } }"
    )
    store.close()


def rdf_of_others(path: Path) -> None:
    store = Store(path)
    store.engine.update("INSERT DATA { <a:b> <a:b> <a:b> }")
    store.close()


def a_broken_store(path: Path) -> None:
    open_knowledge(path).close()
    (path / "CURRENT").write_text("MANIFEST-999999\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (a_file, "is a file"),
        (a_folder_of_other_things, "other things in it"),
        (another_version, "format 99"),
        (rdf_of_others, "not Parley's"),
        (a_broken_store, "is no store that can be opened"),
    ],
)
def test_what_is_no_store_of_ours_is_refused_and_left_alone(
    make: Callable[[Path], None], told: str, tmp_path: Path
) -> None:
    path = tmp_path / "store"
    make(path)
    before = sorted(entry.name for entry in path.iterdir() if entry.suffix == ".txt") if path.is_dir() else []
    with pytest.raises(StoreFormat, match=told):
        open_knowledge(path)
    assert (sorted(entry.name for entry in path.iterdir() if entry.suffix == ".txt") if path.is_dir() else []) == before


def test_nothing_is_made_where_nothing_is_when_that_is_not_wanted(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="parley build"):
        open_knowledge(tmp_path / "store", create=False)
    assert not (tmp_path / "store").exists()


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreUnwritable, match="cannot be written"):
        open_knowledge(tmp_path / "file" / "store")


def test_a_store_keeps_its_base_and_refuses_another(tmp_path: Path) -> None:
    base = "https://data.example/talks/"
    with open_knowledge(tmp_path / "store", base=base) as first:
        first.add(HARBOURTOWN)
        assert (rdflib.URIRef(f"{base}state/XN"), SKOS.prefLabel, rdflib.Literal("Norland")) in first.graph()
    with open_knowledge(tmp_path / "store") as again:
        assert again.base == base
    with pytest.raises(StoreFormat, match=f"was built with the base {base}"):
        open_knowledge(tmp_path / "store", base="https://elsewhere.example/")


def test_a_closed_knowledge_says_so() -> None:
    knowledge = open_knowledge()
    knowledge.close()
    with pytest.raises(StoreClosed, match="closed"):
        knowledge.add(HARBOURTOWN)


def test_a_wrong_record_leaves_the_knowledge_as_it_was(knowledge: Knowledge, tmp_path: Path) -> None:
    knowledge.add(HARBOURTOWN)
    before = everything(knowledge, tmp_path)
    wrong = Agent(Key("person/x"), "person", "X", side=Key("state/nowhere"))
    with pytest.raises(Exception, match="state/nowhere"):
        knowledge.add(replace(HARBOURTOWN, records=(wrong,)))
    assert everything(knowledge, tmp_path) == before
