"""The graph of the article is well, and can be handed on without a run of six of its words."""

from __future__ import annotations

from parley.graph.explorer.page import render
from parley.graph.knowledge import Knowledge
from parley.graph.reading.audit import check_canonical, check_source, source_graphs
from parley.graph.reading.csv_tables import edge_table, node_table
from parley.graph.reading.network import gexf, graphml, to_networkx
from tests.graph.shingles import shared_runs


def test_the_graph_of_the_article_has_no_problems(knowledge: Knowledge):
    (graph,) = source_graphs(knowledge)
    checked = check_source(knowledge, graph)
    assert checked.statements > 50
    assert checked.problems == ()
    assert check_canonical(knowledge) == ()


def test_nothing_that_is_handed_on_without_words_has_six_words_of_the_article(knowledge: Knowledge, article: str):
    left = knowledge.without_words()
    network = to_networkx(left)
    files = {name: left.serialized(name) for name in ("ttl", "trig", "nq", "jsonld")}
    files |= {write.__name__: write(network) for write in (graphml, gexf, node_table, edge_table)}
    files["page"] = render(knowledge, quotes=False).partition('id="data">')[2].partition("</template>")[0].encode()
    assert {name: found for name, data in files.items() if (found := shared_runs(article, data.decode()))} == {}
    assert shared_runs(article, knowledge.serialized("jsonld").decode())
    assert len(network) == len(to_networkx(knowledge))


def test_every_node_of_the_article_has_a_label(knowledge: Knowledge):
    unlabelled = (
        "SELECT ?node { ?node ?p ?v FILTER NOT EXISTS { ?node <http://www.w3.org/2000/01/rdf-schema#label> ?l } }"
    )
    for told in (knowledge, knowledge.without_words()):
        assert [str(row["node"]) for row in told.query(unlabelled)] == []
