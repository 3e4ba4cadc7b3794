"""Whom a name in a table may mean is found however many have one part of it."""

from __future__ import annotations

from parley.graph.knowledge import open_knowledge
from parley.graph.reading.reconciling import Pool, Wanted
from parley.graph.writing.foreign import GraphSource

ROW = '<urn:{0}> a <http://xmlns.com/foaf/0.1/Person> ; <http://www.w3.org/2004/02/skos/core#prefLabel> "{1}" .\n'


def test_who_shares_two_parts_of_a_name_is_found_though_very_many_have_each_of_them() -> None:
    many = 350
    alike = [f"Ada Dole{'aeiou'[n % 5]}n{n}" for n in range(many)] + [f"Cy{n}x Brook" for n in range(many)]
    body = "".join(ROW.format(n, name) for n, name in enumerate((*alike, "Ada Brook")))
    with open_knowledge() as knowledge:
        knowledge.add_graph(GraphSource("people", "people", body.encode(), "ttl"))
        pool = Pool(knowledge)
        assert [one.label for one in pool.offers(Wanted("BROOK, Ada"))] == ["Ada Brook"]
        assert pool.offers(Wanted("Ada Quill")) == []
