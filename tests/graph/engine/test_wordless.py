"""Without the words of the sources: who did what where stays, no run of six words of a text does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from rdflib import URIRef
from rdflib.namespace import SKOS

from parley.graph.content.reading import read_content
from parley.graph.explorer.page import render
from parley.graph.knowledge import DEFAULT_BASE, Knowledge, open_knowledge
from parley.graph.reading.csv_tables import edge_table, node_table
from parley.graph.reading.network import gexf, graphml, to_networkx
from parley.graph.records import Agent, Key, Source, SourceRecords, Statement
from parley.ontology.terms import OA, PARLEY, SCHEMA
from tests.graph.explorer.made_up import first_article, second_article

from ..examples import HARBOURTOWN, TEXT, at
from ..hostile import hostile
from ..shingles import shared_runs

ASK = "SELECT ?value WHERE {{ ?node <{0}> ?value }} ORDER BY ?value"


def everything(knowledge: Knowledge) -> str:
    """All that can be handed on, as one text."""
    network = to_networkx(knowledge)
    files = [knowledge.serialized(name) for name in ("ttl", "trig", "nq", "jsonld", "rdf", "nt")]
    files += [write(network) for write in (graphml, gexf, node_table, edge_table)]
    return "\n".join([*(data.decode() for data in files), _data(render(knowledge))])


def _data(page: str) -> str:
    return page[page.index('id="data"') :].partition("</template>")[0]


def told(knowledge: Knowledge, predicate: str) -> list[str]:
    return [str(row["value"]) for row in knowledge.query(ASK.format(predicate))]


@pytest.fixture(scope="module")
def wordless() -> Iterator[Knowledge]:
    with open_knowledge() as opened:
        opened.add(HARBOURTOWN, origin="/somewhere/harbourtown.txt")
        yield opened.without_words()


@pytest.mark.parametrize("source", [HARBOURTOWN, first_article(), second_article()], ids=lambda said: said.source.id)
def test_no_six_words_of_the_text_stand_in_anything_that_is_handed_on(source: SourceRecords):
    with open_knowledge() as knowledge:
        knowledge.add(source)
        assert shared_runs(source.source.text, everything(knowledge))
        assert shared_runs(source.source.text, everything(knowledge.without_words())) == set()
        assert shared_runs(source.source.text, _data(render(knowledge, quotes=False))) == set()


def test_no_free_text_of_a_hostile_source_is_left():
    said = hostile()
    own = tuple(replace(record, world=False) if isinstance(record, Agent) else record for record in said.records)
    with open_knowledge() as knowledge:
        knowledge.add(SourceRecords(replace(said.source, extractor="news 1"), own))
        assert "HYPERLINK" in everything(knowledge)
        assert "HYPERLINK" not in _data(render(knowledge, quotes=False))
        assert "HYPERLINK" not in everything(knowledge.without_words())


def test_names_that_the_gazetteer_gives_stay_however_long_they_are():
    council = Agent(
        Key("organization/council"), "organization", "Council of the Seven Seas and of All Straits", world=True
    )
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, council)))
        assert council.label in told(knowledge.without_words(), SKOS.prefLabel)


def test_a_name_of_six_words_from_the_text_goes():
    words = "Norland and Sudmark took place in Harbourtown"
    club = Agent(Key(f"organization/{words}"), "organization", words, surface_forms=(words,))
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=(*HARBOURTOWN.records, club)))
        left = knowledge.without_words()
        assert "organisation 1" in told(left, SKOS.prefLabel)
        assert shared_runs(TEXT, everything(left)) == set()


def test_an_address_or_an_id_that_spells_the_headline_goes():
    said = "norland-offers-sudmark-40-fishing-licences"
    source = replace(HARBOURTOWN.source, id=said, url=f"https://harbour-post.example/2031/{said}.html")
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, source=source))
        left = knowledge.without_words()
        assert "norland-offers" not in everything(left)
        assert told(left, SCHEMA.url) == []
        (source_id,) = told(left, PARLEY.sourceId)
        assert f"<{DEFAULT_BASE}source/{source_id}> " in left.serialized("nt").decode()
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        left = knowledge.without_words()
        assert told(left, SCHEMA.url) == [HARBOURTOWN.source.url]
        assert told(left, PARLEY.sourceId) == ["harbourtown"]


def test_items_and_events_get_names_that_say_what_they_are_and_whose(wordless: Knowledge):
    names = set(told(wordless, SKOS.prefLabel))
    assert {"proposal 1 by Norland and Sudmark", "demand 1 by Sudmark", "round 2", "round 3"} <= names
    assert {"unnumbered visit 1", "document 1", "unnamed agent 1 of navy", "unnamed agent 1"} <= names
    assert {"Ada Brook", "Norland", "Harbourtown", "harbour minister"} <= names


def test_proposals_are_counted_in_the_order_of_the_text():
    with open_knowledge() as knowledge:
        knowledge.add(first_article())
        left = knowledge.without_words()
        acts = "SELECT ?item ?start WHERE { ?act <%s> ?i ; <%s> ?s . ?i <%s> ?item . ?s <%s> ?t . ?t <%s>/<%s> ?start }"
        terms = (PARLEY.concerns, PARLEY.supportedBy, SKOS.prefLabel, OA.hasTarget, OA.hasSelector, OA.start)
        rows = sorted((int(str(row["start"])), str(row["item"])) for row in left.query(acts % terms))
    by_norland = [item for _, item in rows if item.endswith("by Norland")]
    assert by_norland == [f"proposal {number} by Norland" for number in range(1, len(by_norland) + 1)]
    assert len(by_norland) > 2


@pytest.mark.parametrize(
    "predicate",
    [
        SCHEMA.text, OA.exact, OA.prefix, OA.suffix, PARLEY.purpose, PARLEY.locationText, PARLEY.printedForm,
        PARLEY.printedDate, PARLEY.surfaceForm, PARLEY.format, PARLEY.aboutText,
    ],
)  # fmt: skip
def test_what_holds_words_is_left_out(wordless: Knowledge, predicate: str):
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        assert told(knowledge, predicate)
    assert told(wordless, predicate) == []
    graphs = [wordless.graph(iri) for iri in wordless.graphs()]
    assert not any((None, URIRef(predicate), None) in graph for graph in graphs)


def test_numbers_dates_places_and_hashes_stay(wordless: Knowledge):
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        for kept in (OA.start, OA.end, SCHEMA.value, SCHEMA.minValue, SCHEMA.startDate, PARLEY.contentHash,
                     SCHEMA.unitText, PARLEY.isoCode, PARLEY.standing, PARLEY.modality, PARLEY.rule):  # fmt: skip
            assert told(knowledge, kept)
            assert told(wordless, kept) == told(knowledge, kept)


def test_the_shape_of_the_graph_stays(wordless: Knowledge):
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        before, after = read_content(knowledge), read_content(wordless)
        network, left = to_networkx(knowledge), to_networkx(wordless)
        assert wordless.drift() == knowledge.drift()
    assert (len(after.nodes), len(after.statements)) == (len(before.nodes), len(before.statements))
    assert (len(left), left.number_of_edges()) == (len(network), network.number_of_edges())
    kinds = sorted(kind for _, kind in network.nodes(data="type"))
    assert sorted(kind for _, kind in left.nodes(data="type")) == kinds


def test_merged_nodes_have_one_neutral_name_in_every_graph():
    with open_knowledge() as knowledge:
        for source in (first_article(), second_article()):
            knowledge.add(source)
        one, other = (f"{DEFAULT_BASE}source/{name}/item/boats" for name in ("harbour-post-1", "suder-gazette-1"))
        knowledge.decide(one, other, "same", because="the words of the article, quoted at some length here")
        left = knowledge.without_words()
        assert "quoted at some length" not in everything(left)
        assert left.drift().unsaid == ()
        texts = first_article().source.text + second_article().source.text
        assert shared_runs(texts, everything(left)) == set()


def test_the_copy_can_be_read_and_leaves_the_original_alone(wordless: Knowledge):
    (entry,) = wordless.sources()
    assert (entry.id, entry.title, entry.statements, entry.origin) == ("harbourtown", "harbourtown", 12, "")
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        before = knowledge.serialized("nq")
        knowledge.without_words().close()
        assert knowledge.serialized("nq") == before


def test_a_source_without_a_publisher_keeps_the_name_that_we_gave_it():
    said = Statement(Key("statement/1"), at("Cole Reed"), "fact", supports=(Key("source"),), aspect="headline")
    with open_knowledge() as knowledge:
        knowledge.add(SourceRecords(Source("x", "Title", TEXT, "news", "news 1"), (said,)))
        assert told(knowledge.without_words(), SKOS.prefLabel) == ["the publisher"]
