"""A dataset of RDF is kept as it is, joins the rest by equal identifiers, and leaves nothing behind when it goes."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from parley.graph.errors import ParleyError, UnreadableSource
from parley.graph.identifiers import Minter
from parley.graph.identity.clusters import Verdict
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import Agent, Key, Source, SourceRecords
from parley.graph.writing.foreign import GraphSource
from parley.graph.writing.shared_identifiers import at_odds, identifier

MINTER = Minter()
VERDICTS: tuple[Verdict, ...] = ("same", "different")
PREFIXES = """\
@prefix ex: <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix parley: <https://w3id.org/parley/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
"""
STATES = """\
ex:norland parley:isoCode "XN" ; owl:sameAs wd:Q100 ; rdfs:label "Nordland"@de ; ex:seat [ ex:in "Northtown" ] .
ex:brook owl:sameAs wd:Q900 ; ex:citizen ex:norland ; ex:age 50 .
"""
NORLAND, BROOK = MINTER.world(Key("state/XN")), MINTER.node("news", Key("person/brook"))
WIKIDATA_BROOK = "http://www.wikidata.org/entity/Q900"
ARTICLE = SourceRecords(
    Source("news", "News", "Brook spoke.", "news", "news 1"),
    (Agent(Key("state/XN"), "state", "Norland", world=True, code="XN"), Agent(Key("person/brook"), "person", "Brook")),
)


def dataset(id: str, body: str, format: str = "ttl") -> GraphSource:
    data = (PREFIXES if format in ("ttl", "trig") else "") + body
    return GraphSource(id, f"{id}.{format}", data.encode(), format, f"{id}.{format}")


def values(knowledge: Knowledge, node: str, path: str, graph: str = "") -> list[str]:
    pattern = f"<{node}> {path} ?v"
    rows = knowledge.query(
        "PREFIX ex: <http://example.org/> PREFIX owl: <http://www.w3.org/2002/07/owl#> "
        "PREFIX parley: <https://w3id.org/parley/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        f"SELECT ?v {{ {f'GRAPH <{graph}> {{ {pattern} }}' if graph else pattern} }} ORDER BY ?v"
    )
    return [str(row["v"]) for row in rows]


def dumped(knowledge: Knowledge, tmp_path: Path) -> bytes:
    knowledge.dump(tmp_path / "dump.nq")
    return (tmp_path / "dump.nq").read_bytes()


def test_a_dataset_is_kept_as_it_is_in_a_graph_of_its_own() -> None:
    with open_knowledge() as knowledge:
        assert knowledge.add_graph(dataset("d", "ex:a ex:b 'c' , ex:d . wd:Q1 ex:e 1.50 .")) == "added"
        copy = knowledge.graph(MINTER.source_graph("d"))
        assert {(str(s), str(p), str(o)) for s, p, o in copy} == {
            ("http://example.org/a", "http://example.org/b", "c"),
            ("http://example.org/a", "http://example.org/b", "http://example.org/d"),
            ("http://www.wikidata.org/entity/Q1", "http://example.org/e", "1.5"),
        }


def test_a_dataset_is_listed_replaced_when_it_changes_and_removed_whole(tmp_path: Path) -> None:
    with open_knowledge() as knowledge:
        empty = dumped(knowledge, tmp_path)
        first = dataset("d", STATES)
        assert knowledge.add_graph(first, origin="/data/d.ttl") == "added"
        (entry,) = knowledge.sources()
        assert (entry.id, entry.title, entry.statements, entry.origin) == ("d", "d.ttl", 0, "/data/d.ttl")
        assert entry.extractor.startswith("parley-rdf ")
        assert knowledge.holds("d", first.content_hash, entry.extractor)
        assert knowledge.add_graph(first) == "unchanged"
        assert knowledge.add_graph(dataset("d", "ex:norland ex:size 3 .")) == "replaced"
        assert values(knowledge, "http://example.org/norland", "ex:size") == ["3"]
        assert not values(knowledge, "http://example.org/norland", "parley:isoCode")
        knowledge.remove("d")
        assert dumped(knowledge, tmp_path) == empty


def test_a_state_with_the_same_code_is_one_node_and_its_wikidata_item_is_told() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(ARTICLE)
        knowledge.add_graph(dataset("d", STATES))
        assert values(knowledge, NORLAND, "owl:sameAs") == ["http://www.wikidata.org/entity/Q100"]
        assert values(knowledge, NORLAND, "rdfs:label") == ["Norland"]
        assert values(knowledge, NORLAND, "parley:surfaceForm") == ["Nordland"]
        assert values(knowledge, NORLAND, "ex:seat/ex:in") == ["Northtown"]
        assert values(knowledge, "http://example.org/brook", "ex:citizen") == [NORLAND]
        assert values(knowledge, "http://example.org/norland", "parley:canonical", MINTER.identity_graph) == [NORLAND]


@pytest.mark.parametrize(
    "body",
    [
        "ex:n owl:sameAs wd:Q100 ; ex:size 3 .",
        "ex:n schema:sameAs <https://www.wikidata.org/wiki/Q100> ; ex:size 3 .",
        "ex:n <http://schema.org/sameAs> <https://www.wikidata.org/entity/Q100> ; ex:size 3 .",
        "ex:n skos:exactMatch wd:Q100 ; ex:size 3 .",
        "ex:n wdt:P297 'XN' ; ex:size 3 .",
        "ex:n parley:isoCode 'xn' ; ex:size 3 .",
        "ex:n parley:isoCode 'XN'@en ; ex:size 3 .",
        "wd:Q100 ex:size 3 .",
        "<https://www.wikidata.org/entity/Q100> ex:size 3 .",
        "[] owl:sameAs wd:Q100 ; ex:size 3 .",
        "<> parley:isoCode 'XN' ; ex:size 3 .",
    ],
)
def test_every_way_to_name_the_same_thing_joins_it(body: str) -> None:
    with open_knowledge() as knowledge:
        knowledge.add_graph(dataset("d2", body))
        knowledge.add_graph(dataset("d", STATES))
        knowledge.add(ARTICLE)
        assert values(knowledge, NORLAND, "ex:size") == ["3"]
        knowledge.remove("d2")
        assert values(knowledge, NORLAND, "ex:size") == []
        assert values(knowledge, NORLAND, "parley:isoCode") == ["XN"]


@pytest.mark.parametrize(
    "body",
    [
        "ex:n schema:sameAs <https://encyclopaedia.example/wiki/Q100> ; ex:size 3 .",
        "ex:n rdfs:label 'Norland' ; ex:size 3 .",
        "ex:n rdfs:seeAlso wd:Q100 ; ex:size 3 .",
        "ex:n owl:sameAs 'http://www.wikidata.org/entity/Q100' ; ex:size 3 .",
        "ex:n parley:isoCode 'XS' ; owl:sameAs wd:Q100 ; ex:size 3 .",
    ],
)
def test_a_name_a_link_or_another_code_joins_nothing(body: str) -> None:
    with open_knowledge() as knowledge:
        for add in (lambda: knowledge.add(ARTICLE), lambda: knowledge.add_graph(dataset("d", STATES))):
            add()
        knowledge.add_graph(dataset("d2", body))
        assert values(knowledge, NORLAND, "ex:size") == []
        assert values(knowledge, "http://example.org/n", "ex:size") == ["3"]


@pytest.mark.parametrize(
    "body", ["parley:isoCode 'AZE'", "parley:isoCode 'aze'@en-GB", "wdt:P298 'AZE'", "parley:isoCode ' az'"]
)
def test_a_code_of_three_letters_is_that_of_two(body: str) -> None:
    with open_knowledge() as knowledge:
        knowledge.add_graph(dataset("d", "ex:n wdt:P297 'AZ' ; ex:size 3 ."))
        knowledge.add_graph(dataset("d2", f"ex:m {body} ; ex:seat 'Baku' ."))
        assert values(knowledge, "http://example.org/m", "ex:size") == ["3"]


@pytest.mark.parametrize("code", ["'XYZ'", "'A'", "'Azerbaijan'", "'31'", "'A-'", "ex:AZ"])
def test_what_is_no_code_joins_nothing(code: str) -> None:
    with open_knowledge() as knowledge:
        for name in "nm":
            knowledge.add_graph(dataset(name, f"ex:{name} parley:isoCode {code} ; ex:size '{name}' ."))
        assert values(knowledge, "http://example.org/n", "ex:size") == ["n"]


def test_a_person_joins_whom_the_user_has_decided_to_be_the_item() -> None:
    steps: list[Callable[[Knowledge], object]] = [
        lambda knowledge: knowledge.add(ARTICLE),
        lambda knowledge: knowledge.add_graph(dataset("d", STATES)),
        lambda knowledge: knowledge.decide(BROOK, WIKIDATA_BROOK, "same", by="an editor"),
    ]
    for order in permutations(steps):
        with open_knowledge() as knowledge:
            for step in order:
                step(knowledge)
            (one,) = values(knowledge, BROOK, "parley:canonical", MINTER.identity_graph)
            assert one.startswith(f"{MINTER.base}person/brook-")
            assert values(knowledge, one, "ex:age") == ["50"]
            assert values(knowledge, one, "ex:citizen") == [NORLAND]
            knowledge.remove("d")
            assert values(knowledge, one, "ex:age") == []
            assert values(knowledge, one, "rdfs:label") == ["Brook"]
            assert knowledge.decisions()


def test_a_decision_that_two_differ_outweighs_a_shared_identifier() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(ARTICLE)
        knowledge.decide(NORLAND, "http://example.org/norland", "different")
        knowledge.add_graph(dataset("d", STATES))
        assert values(knowledge, NORLAND, "ex:seat/ex:in") == []


def test_any_history_of_datasets_gives_what_building_anew_gives(tmp_path: Path) -> None:
    chosen = random.Random(5)
    bodies = [
        STATES,
        "ex:norland ex:size 3 . wd:Q100 ex:near wd:Q200 .",
        "ex:n2 owl:sameAs wd:Q100 ; ex:near ex:norland , wd:Q900 .",
        "ex:s wdt:P297 'XS' ; owl:sameAs wd:Q100 . ex:t owl:sameAs wd:Q100 ; ex:size 4 .",
        "wd:Q900 rdfs:label 'Brook of Norland' ; ex:citizen wd:Q100 .",
        f"<{NORLAND}> ex:size 5 ; owl:sameAs wd:Q200 .",
        "[] owl:sameAs wd:Q900 ; ex:child [ ex:age 5 ] . _:x ex:age 6 .",
        "ex:a owl:sameAs ex:b ; ex:size 1 . ex:b owl:sameAs wd:Q100 .",
        "ex:c owl:sameAs ex:b ; ex:size 2 . ex:z ex:near ex:b , ex:a .",
        "ex:c owl:sameAs ex:n2 , ex:a . ex:d skos:exactMatch ex:c ; owl:sameAs wd:Q900 .",
        "ex:a schema:birthDate '1950' . ex:norland owl:sameAs ex:a .",
    ]
    held: dict[str, str] = {}
    decided: dict[str, Verdict] = {}
    with open_knowledge() as knowledge:
        for _ in range(150):
            id = f"d{chosen.randrange(4)}"
            if chosen.random() < 0.25 and id in held:
                knowledge.remove(id)
                del held[id]
            elif chosen.random() < 0.15:
                other = chosen.choice([BROOK, "http://example.org/brook", "http://example.org/n2"])
                verdict: Verdict = chosen.choice(VERDICTS)
                knowledge.decide(WIKIDATA_BROOK, other, verdict)
                decided[other] = verdict
            elif chosen.random() < 0.15 and "news" not in held:
                knowledge.add(ARTICLE)
                held["news"] = ""
            else:
                held[id] = chosen.choice(bodies)
                knowledge.add_graph(dataset(id, held[id]))
            with open_knowledge() as fresh:
                for other, verdict in decided.items():
                    fresh.decide(WIKIDATA_BROOK, other, verdict)
                for id, body in sorted(held.items(), reverse=True):
                    if id == "news":
                        fresh.add(ARTICLE)
                    else:
                        fresh.add_graph(dataset(id, body))
                assert dumped(fresh, tmp_path) == dumped(knowledge, tmp_path)


def test_nodes_without_a_name_get_the_same_one_each_time_and_in_another_source_another(tmp_path: Path) -> None:
    body = "ex:a ex:b [ ex:c [ ex:d 1 ] , 2 ] , ( 1 2 ) . _:b1 ex:c _:b2 ."
    dumps = []
    for _ in range(2):
        with open_knowledge() as knowledge:
            knowledge.add_graph(dataset("d", body))
            dumps.append(dumped(knowledge, tmp_path))
    assert dumps[0] == dumps[1]
    assert b"_:" not in dumps[0]
    with open_knowledge() as knowledge:
        for id in ("d", "e"):
            knowledge.add_graph(dataset(id, "[] ex:c 1 ."))
        assert len(knowledge.query("SELECT ?s { ?s <http://example.org/c> ?v }")) == 2


@pytest.mark.parametrize(
    ("format", "body"),
    [
        ("ttl", "ex:a ex:b 'c' ."),
        ("trig", "ex:g { ex:a ex:b 'c' }"),
        ("nt", "<http://example.org/a> <http://example.org/b> \"c\" ."),
        ("nq", '<http://example.org/a> <http://example.org/b> "c" <http://example.org/g> .'),
        ("jsonld", '{"@id": "http://example.org/a", "http://example.org/b": "c"}'),
        ("rdf", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">'
                '<rdf:Description rdf:about="http://example.org/a"><ex:b>c</ex:b></rdf:Description></rdf:RDF>'),
    ],
)  # fmt: skip
def test_every_format_says_the_same(format: str, body: str) -> None:
    with open_knowledge() as knowledge:
        knowledge.add_graph(dataset("d", body, format))
        assert values(knowledge, "http://example.org/a", "ex:b") == ["c"]
        knowledge.remove("d")
        assert values(knowledge, "http://example.org/a", "ex:b") == []


@pytest.mark.parametrize(
    ("format", "body", "words"),
    [
        ("nt", "<http://e.org/a> <http://e.org/b> <http://e.org/c> .\nnonsense here", "line 2: it is not RDF"),
        ("ttl", "ex:a ex:b .", "line 10: "),
        ("ttl", "", "no triples"),
        ("rdf", "<html><body>Hello", "not RDF"),
        ("jsonld", '{"@id": "x"', "line 1: "),
        ("jsonld", '{"@context": "https://context.example", "name": "x"}', "nothing is fetched"),
        ("ttl", f"<{MINTER.source('news')}/person/brook> ex:b 1 .", "given out here"),
        ("ttl", f"ex:a ex:b <{MINTER.base}person/brook-0123456789ab> .", "Wikidata item"),
        ("ttl", "ex:a ex:b <<( ex:c ex:d ex:e )>> .", "triples about triples"),
    ],
)
def test_what_is_no_rdf_or_cannot_be_kept_is_one_line(format: str, body: str, words: str) -> None:
    with open_knowledge() as knowledge:
        with pytest.raises(UnreadableSource) as raised:
            knowledge.add_graph(dataset("d", body, format))
        assert words in str(raised.value)
        assert str(raised.value).startswith(f"d.{format}: ")
        assert "\n" not in str(raised.value)
        assert knowledge.sources() == []


def test_an_id_that_an_article_has_is_not_taken_over() -> None:
    with open_knowledge() as knowledge:
        knowledge.add(ARTICLE, origin="/a/news.txt")
        with pytest.raises(ParleyError, match="taken by"):
            knowledge.add_graph(dataset("news", STATES), origin="/b/news.ttl")


def test_what_is_said_with_odd_characters_goes_as_it_came(tmp_path: Path) -> None:
    said = "'\\u0001 \\\\ \\\" \\n\\r\\t \\u0085 \\u2028 \\U0001F600'@EN-gb"
    body = f"ex:a ex:b {said} , '007'^^<http://e.org/dt> , +7 , 1.0e3 ."
    with open_knowledge(tmp_path / "store") as knowledge:
        empty = dumped(knowledge, tmp_path)
        knowledge.add_graph(dataset("d", body))
        parts = [len(knowledge.graph(iri)) for iri in (MINTER.source_graph("d"), MINTER.derived_graph("d"))]
        assert len(knowledge.graph()) == sum(parts)
        assert knowledge.add_graph(dataset("d", body)) == "unchanged"
        assert knowledge.add_graph(dataset("d", body + "# changed")) == "replaced"
        knowledge.remove("d")
        assert dumped(knowledge, tmp_path) == empty


def test_identifiers_of_one_kind_that_differ_are_at_odds() -> None:
    assert identifier("<http://www.w3.org/2002/07/owl#sameAs>", '"Q1"') == ""
    assert not at_odds(["iso:XN"], ["wikidata:Q1"])
    assert not at_odds(["iso:XN", "wikidata:Q1"], ["wikidata:Q1"])
    assert at_odds(["wikidata:Q1"], ["wikidata:Q2"])
