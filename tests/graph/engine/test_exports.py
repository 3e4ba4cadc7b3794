"""What is exported is read back by its usual tool, is the same on every run, and holds whatever the texts hold."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import SKOS

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.reading.csv_tables import EDGE_COLUMNS, NODE_COLUMNS, edge_table, guarded, node_table
from parley.graph.reading.network import gexf, graphml, readable, to_networkx
from parley.graph.records import SourceRecords
from parley.graph.writing.foreign import GraphSource
from parley.ontology.context import jsonld_context
from parley.ontology.terms import PREFIXES
from parley.ontology.validation import vocabulary

from ..examples import HARBOURTOWN
from ..hostile import HOSTILE, hostile

pytestmark = [  # rdflib's own readers of quads and of JSON-LD still use what it has deprecated
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
]
ROOT = Path(__file__).parents[3]
_DIGESTS = """
import hashlib
from parley.graph.reading.csv_tables import edge_table, node_table
from parley.graph.knowledge import open_knowledge
from parley.graph.reading.network import gexf, graphml, to_networkx
from parley.graph.explorer.page import render
from tests.graph.examples import HARBOURTOWN
from tests.graph.hostile import hostile
with open_knowledge() as knowledge:
    for source in (hostile(), HARBOURTOWN):
        knowledge.add(source)
    for told in (knowledge, knowledge.without_words()):
        network = to_networkx(told)
        files = [told.serialized(name) for name in ("ttl", "trig", "nq", "jsonld")]
        files += [write(network) for write in (graphml, gexf, node_table, edge_table)] + [render(told).encode()]
        print(*(hashlib.sha256(data).hexdigest() for data in files))
"""


@pytest.fixture(params=[HARBOURTOWN, hostile()], ids=["plain", "hostile"])
def knowledge(request: pytest.FixtureRequest) -> Iterator[Knowledge]:
    source: SourceRecords = request.param
    with open_knowledge() as opened:
        opened.add(source)
        yield opened


def labels(network: networkx.MultiDiGraph[str]) -> dict[str, str]:
    return dict(network.nodes(data="label"))


def lines(network: networkx.MultiDiGraph[str]) -> list[tuple[str, ...]]:
    names = ("predicate", "standing", "fact", "quote")
    return sorted((a, b, *(data[name] for name in names)) for a, b, data in network.edges(data=True))


@pytest.mark.parametrize(("name", "format"), [("ttl", "turtle"), ("jsonld", "json-ld")])
def test_a_graph_format_gives_the_canonical_graph_back(knowledge: Knowledge, name: str, format: str):
    read = rdflib.Graph().parse(data=knowledge.serialized(name), format=format)
    assert isomorphic(read, knowledge.graph())


@pytest.mark.parametrize(("name", "format"), [("trig", "trig"), ("nq", "nquads")])
def test_a_quad_format_gives_every_graph_back_but_the_bookkeeping(knowledge: Knowledge, name: str, format: str):
    read = rdflib.Dataset()
    read.parse(data=knowledge.serialized(name), format=format)
    named = {str(graph.identifier): graph for graph in read.graphs() if len(graph)}
    default = named.pop(str(read.default_graph.identifier))
    assert isomorphic(default, knowledge.graph())
    assert sorted(named) == knowledge.graphs()
    assert all(isomorphic(graph, knowledge.graph(iri)) for iri, graph in named.items())
    assert not any(iri.endswith("graph/store") for iri in named)


def test_lines_stand_in_the_order_of_their_bytes_whatever_their_characters():
    names = ("\N{GRINNING FACE}", "\N{LATIN SMALL LIGATURE FI}", "e\N{COMBINING ACUTE ACCENT}", "z", "\u00e9")
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    data = "".join(f'<http://e.example/{name}> <{label}> "{name}", "{name}\\n", "{name}"@en .\n' for name in names)
    with open_knowledge() as knowledge:
        for source_id in names[:2]:
            knowledge.add_graph(GraphSource(source_id, "Names", data.encode(), "ttl"))
        for format in ("nt", "nq"):
            lines = knowledge.serialized(format).splitlines(keepends=True)
            assert lines == sorted(lines)
            assert lines != sorted(lines, key=lambda line: line.decode().encode("utf-16-be"))


@pytest.mark.parametrize("base", ["https://w3id.org/parley/id/", "https://data.example/t%C3%A9l/"])
def test_turtle_has_a_block_for_each_subject_and_a_prefix_for_each_kind_of_node(base: str):
    with open_knowledge(base=base) as knowledge:
        knowledge.add(hostile())
        knowledge.add(HARBOURTOWN)
        head, *blocks = knowledge.serialized("ttl").decode().split("\n\n")
        subjects = {str(subject) for subject in knowledge.graph().subjects()}
    assert len(blocks) == len(subjects)
    assert head.splitlines() == sorted(head.splitlines())
    assert f"@prefix state: <{base}state/> ." in head.splitlines()
    assert any(block.startswith("state:XN ") for block in blocks)


def test_json_ld_is_readable_and_takes_its_names_from_the_shipped_context(knowledge: Knowledge):
    data = json.loads(knowledge.serialized("jsonld"))
    assert data["@context"] == jsonld_context()
    norland = next(node for node in data["@graph"] if node["id"].endswith("/state/XN"))
    assert "schema:Country" in norland["type"]
    memberships = [node for node in data["@graph"] if "parley:DelegationMembership" in node.get("type", ())]
    assert {node["parley:standing"] for node in memberships} == {"parley:asserted"}


def test_the_context_fits_the_vocabulary():
    context, known = jsonld_context(), vocabulary()
    assert {name: context[name] for name in PREFIXES} == dict(PREFIXES)
    for prefix, kind in (("parley", rdflib.OWL.ObjectProperty), ("parley", rdflib.OWL.DatatypeProperty)):
        for term in known.subjects(rdflib.RDF.type, kind):
            name = str(term).replace(PREFIXES[prefix], f"{prefix}:")
            points = context.get(name, {}).get("@type") == "@id"
            assert not name.startswith("parley:") or points == (kind == rdflib.OWL.ObjectProperty), name


def test_networkx_reads_graphml_back(knowledge: Knowledge):
    network = to_networkx(knowledge)
    read = networkx.parse_graphml(graphml(network).decode())
    assert labels(read) == labels(network)
    assert lines(read) == lines(network)


def test_networkx_reads_gexf_back_and_it_holds_no_date(knowledge: Knowledge, tmp_path: Path):
    network = to_networkx(knowledge)
    path = tmp_path / "talks.gexf"
    path.write_bytes(gexf(network))
    read = networkx.read_gexf(path)
    assert labels(read) == labels(network)
    assert lines(read) == lines(network)
    assert b"lastmodifieddate" not in path.read_bytes()
    assert {data["label"] == data["predicate"] for *_, data in read.edges(data=True)} == {True}


def test_the_network_holds_entities_with_their_kinds_and_facts_with_their_standing():
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        network = to_networkx(knowledge)
    label = labels(network)
    kinds = {label[node]: kind for node, kind in network.nodes(data="type")}
    assert kinds["Ada Brook"] == "person"
    assert kinds["Norland"] == "state"
    assert kinds["40 fishing licences"] == "proposal"
    assert kinds["Visit of the envoy"] == "visit"
    told = {(label[a], d["predicate"], label[b], d["standing"]) for a, b, d in network.edges(data=True)}
    assert ("Ada Brook", "heads", "Norland delegation", "asserted") in told
    assert ("Ada Brook", "formerly held", "harbour minister", "asserted") in told
    assert ("Norland", "propose", "40 fishing licences", "claimed") in told
    assert ("40 fishing licences", "is addressed to", "Sudmark", "claimed") in told
    assert ("Westmark", "takes part as observer in", "Round 3", "expected") in told
    assert ("Round 3", "follows", "Round 2", "asserted") in told
    assert ("return of 12 boats", "is to be helped by", "Coast Watch", "") in told
    quotes = {data["quote"] for _, _, data in network.edges(data=True) if data["predicate"] == "heads"}
    assert quotes == {"Ada Brook, the former harbour minister, headed the Norland delegation"}
    sides = {label[node]: side for node, side in network.nodes(data="side")}
    assert sides["Ada Brook"] == "Norland"


def test_every_attribute_of_the_network_is_text_that_xml_can_hold():
    with open_knowledge() as knowledge:
        knowledge.add(hostile())
        network = to_networkx(knowledge)
    attributes = [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]
    values = [value for data in attributes for value in data.values()]
    assert values
    assert all(type(value) is str and value == readable(value) for value in values)
    assert any("\U0001f600" in value and "\u202e" in value and "<script>" in value for value in values)
    assert not any(set(value) & {"\x00", "\x01", "\x1b", "\ufffe", "\r"} for value in values)


@pytest.mark.parametrize(("write", "columns"), [(node_table, NODE_COLUMNS), (edge_table, EDGE_COLUMNS)])
def test_csv_gives_every_row_back_and_no_cell_is_a_formula(
    knowledge: Knowledge, write: Callable[[networkx.MultiDiGraph[str]], bytes], columns: tuple[str, ...]
):
    network = to_networkx(knowledge)
    rows = list(csv.DictReader(io.StringIO(write(network).decode(), newline="")))
    assert tuple(rows[0]) == columns
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
    if write is node_table:
        assert {row["iri"]: row["label"] for row in rows} == {n: guarded(name) for n, name in labels(network).items()}
    else:
        read = sorted((r["source"], r["target"], r["predicate"], r["standing"], r["fact"], r["quote"]) for r in rows)
        assert read == lines(network)


@pytest.mark.parametrize("start", list("=+-@\t\r\n"))
def test_a_cell_that_begins_like_a_formula_is_guarded(start: str):
    assert guarded(f"{start}1") == f"'{start}1"


def test_hostile_text_comes_back_unchanged_from_the_graph_formats():
    with open_knowledge() as knowledge:
        knowledge.add(hostile())
        for name, format in (("ttl", "turtle"), ("jsonld", "json-ld")):
            read = rdflib.Graph().parse(data=knowledge.serialized(name), format=format)
            assert HOSTILE + "Ada Brook" in {str(label) for label in read.objects(None, SKOS.prefLabel)}


def test_the_same_knowledge_gives_the_same_bytes_in_every_process():
    def digests(seed: str) -> str:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", _DIGESTS]
        return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    first = digests("1")
    assert len(first.split()) == 18
    assert first == digests("2")
