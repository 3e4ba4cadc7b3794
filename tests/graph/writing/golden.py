"""Prints the graph of the example source as Turtle.

python -m tests.graph.writing.golden > tests/graph/writing/golden.ttl
"""

from __future__ import annotations

import rdflib

from parley.graph.identifiers import Minter
from parley.graph.ntriples import ntriples
from parley.graph.writing.writer import write
from parley.ontology.terms import PREFIXES
from tests.graph.examples import HARBOURTOWN

if __name__ == "__main__":
    written = write(HARBOURTOWN, Minter())
    graph = rdflib.Graph().parse(data=ntriples(written.facts | written.derived), format="nt")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    print(graph.serialize(format="turtle").strip())
