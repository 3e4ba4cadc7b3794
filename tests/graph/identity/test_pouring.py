"""A large source that is poured in gives the graph that one change gives, and nothing of it is there before all is."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import UnreadableSource
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.writing.foreign import GraphSource
from tests.graph.engine.test_crashes import CHECKOUT
from tests.graph.writing.test_foreign import ARTICLE, STATES, dataset

NODES = (
    "ex:a",
    "ex:b",
    "ex:norland",
    "wd:Q100",
    "<https://www.wikidata.org/entity/Q100>",
    "wd:Q900",
    "<x>",
    "_:n",
    "_:m",
)
SAID = (
    "owl:sameAs wd:Q100", "owl:sameAs wd:Q900", "owl:sameAs wd:Q7", "parley:isoCode 'XN'", "rdfs:label 'A label'",
    "skos:prefLabel 'Norland, a state'", "schema:name 'Ein Name'@de", "a foaf:Person", "schema:birthDate '1950'",
    "skos:prefLabel 'Ada Brook'", "ex:knows ex:b", "ex:knows wd:Q100", "ex:knows _:n", "ex:size 1.50", "ex:in <x>",
    "owl:sameAs ex:b", "skos:exactMatch ex:c", "owl:sameAs ex:norland", "owl:sameAs <https://m.wikidata.org/wiki/Q900>",
    "ex:code 'a \\\\u00e9 \\\"b\\\" \\\\n'",
)  # fmt: skip
BODIES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(SAID)), min_size=1, max_size=12).map(
    lambda rows: "".join(f"{node} {said} .\n" for node, said in rows)
)


def poured(source: GraphSource) -> GraphSource:
    """The same source as one that is read as a stream."""
    data = source.data
    return replace(source, data=b"", stream=lambda: io.BytesIO(data))


def built(*sources: GraphSource, pour: bool, decided: bool = False) -> Knowledge:
    knowledge = open_knowledge()
    knowledge.add(ARTICLE)
    if decided:
        knowledge.decide("http://example.org/a", "http://example.org/b", "same")
    for source in sources:
        knowledge.add_graph(poured(source) if pour else source)
    return knowledge


@given(st.lists(BODIES, min_size=1, max_size=3), st.booleans())
def test_what_is_poured_in_is_what_one_change_gives(bodies: list[str], decided: bool) -> None:
    sources = [dataset(f"d{number}", body) for number, body in enumerate(bodies)]
    with built(*sources, pour=True, decided=decided) as one, built(*sources, pour=False, decided=decided) as other:
        assert one.serialized("nq") == other.serialized("nq")
        one.remove("d0", in_parts=True)
        other.remove("d0")
        assert one.serialized("nq") == other.serialized("nq")
        assert one.drift() == other.drift()


def test_a_name_that_was_taken_out_in_parts_is_none_any_more() -> None:
    two = "ex:a owl:sameAs wd:Q100 . ex:b owl:sameAs wd:Q100 . "
    with open_knowledge() as knowledge:
        knowledge.add_graph(poured(dataset("d", f"{two} ex:a skos:prefLabel 'Ada Brook' .")))
        knowledge.remove("d", in_parts=True)
        knowledge.add_graph(dataset("e", f"{two} ex:b skos:prefLabel 'Ada' ."))
        (row,) = knowledge.query("SELECT ?name { ?one owl:sameAs ?item ; skos:prefLabel ?name }")
        assert str(row["name"]) == "Ada"


def test_what_a_bad_line_stops_leaves_nothing(tmp_path: Path) -> None:
    with open_knowledge(tmp_path / "store") as knowledge:
        knowledge.add(ARTICLE)
        knowledge.add_graph(poured(dataset("d", STATES)))
        before = knowledge.serialized("nq")
        for id in ("d", "e"):
            body = "".join(f"ex:n{number} ex:size {number} .\n" for number in range(30_000))
            with pytest.raises(UnreadableSource, match=r"line 300[0-9][0-9]"):
                knowledge.add_graph(poured(dataset(id, f"{body}no triple")))
            assert knowledge.serialized("nq") == before
        assert knowledge.add_graph(poured(dataset("d", STATES))) == "unchanged"
        assert knowledge.add_graph(poured(dataset("d", "ex:a ex:b ex:c ."))) == "replaced"
    with open_knowledge(tmp_path / "store", reading=True) as knowledge:
        assert not knowledge.told
        assert knowledge.size("d") == 1


@pytest.mark.parametrize("body", ["", "# nothing\n"])
def test_an_empty_file_is_told(body: str) -> None:
    with open_knowledge() as knowledge, pytest.raises(UnreadableSource, match="no triples"):
        knowledge.add_graph(poured(dataset("d", body)))


def test_triples_about_triples_are_refused_however_deep() -> None:
    deep = "<< " * 100_000 + "ex:a ex:b ex:c"
    with open_knowledge() as knowledge:
        for body in (deep, "ex:a ex:b <<( ex:c ex:d ex:e )>> ."):
            with pytest.raises(UnreadableSource, match="triples about triples"):
                knowledge.add_graph(poured(dataset("d", body)))
        knowledge.add_graph(poured(dataset("d", "".join(f"ex:a ex:b '<<{n}>>' .\n" for n in range(2_000)))))
        assert knowledge.size("d") == 2_000


def test_a_literal_that_is_too_long_is_told_in_one_line() -> None:
    with open_knowledge() as knowledge, pytest.raises(UnreadableSource) as told:
        knowledge.add_graph(poured(dataset("d", f"ex:a ex:b '{'x' * 20_000_000}' .")))
    assert "\n" not in str(told.value)
    assert "16,777,216" in str(told.value) or "16777216" in str(told.value)


KILLED_IN_THE_MIDDLE = """
import io, os, signal, sys
from dataclasses import replace
from parley.graph.engine.store import Store
from parley.graph.knowledge import open_knowledge
from tests.graph.identity.test_pouring import STATES, dataset, poured
steps = int(sys.argv[2])
def counted(self, *given, what, **named):
    global steps
    what(self, *given, **named)
    steps -= 1
    if not steps:
        os.kill(os.getpid(), signal.SIGKILL)
pour, change = Store.pour, Store.change
with open_knowledge(sys.argv[1]) as knowledge:
    Store.pour = lambda self, *given: counted(self, *given, what=pour)
    Store.change = lambda self, **named: counted(self, what=change, **named)
    knowledge.add_graph(poured(dataset("d", STATES + "ex:more owl:sameAs wd:Q100 .")))
"""


@pytest.mark.parametrize("replaces", [False, True])
@pytest.mark.parametrize("first", ["change", "read"])
def test_killing_a_load_at_any_step_leaves_the_store_as_it_was(tmp_path: Path, replaces: bool, first: str) -> None:
    store = tmp_path / "store"
    with open_knowledge(store) as knowledge:
        knowledge.add(ARTICLE)
        knowledge.add_graph(dataset("c", "ex:c owl:sameAs wd:Q100 ; ex:size 1 ."))
        if replaces:
            knowledge.add_graph(poured(dataset("d", STATES)))
        before = knowledge.serialized("nq")
    for step in range(1, 4 + replaces):
        ended = subprocess.run(
            [sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(store), str(step)], cwd=CHECKOUT, check=False
        )
        assert ended.returncode == -signal.SIGKILL
        with open_knowledge(store, reading=first == "read") as knowledge:
            assert knowledge.told == "A program ended while it was adding d: nothing of that is kept, so do it again."
            assert knowledge.serialized("nq") == before
        with open_knowledge(store) as knowledge:
            assert not knowledge.told
            assert knowledge.serialized("nq") == before
    with open_knowledge(store) as knowledge:
        knowledge.add_graph(poured(dataset("d", STATES)))
        assert not any(knowledge.drift().unread + knowledge.drift().unsaid)


def test_nobody_reads_half_a_load(tmp_path: Path) -> None:
    store = tmp_path / "store"
    seen = []

    def lines() -> io.BytesIO:
        with open_knowledge(store, reading=True) as reading:
            seen.append(len(reading.sources()))
        return io.BytesIO(b"<a:a> <a:b> <a:c> .")

    with open_knowledge(store) as knowledge:
        knowledge.add(ARTICLE)
        knowledge.show()
        knowledge.add_graph(GraphSource("d", "d", b"", "nt", "d.nt", stream=lines))
    assert set(seen) == {1}
