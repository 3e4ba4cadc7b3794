"""Records become triples: the same bytes in any order, every character kept, nothing undefined."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import graph_diff, isomorphic

from parley.graph.errors import DuplicateKey, UndefinedKeys, UnwritableValue
from parley.graph.identifiers import Minter
from parley.graph.ntriples import decimal, moment, ntriples, number, parsed_ntriples, text
from parley.graph.records import Agent, Key, Place, Record, SourceRecords, Span, Statement
from parley.graph.writing.writer import write
from tests.graph.examples import HARBOURTOWN

GOLDEN = Path(__file__).with_name("golden.ttl")
MINTER = Minter()


def with_records(*records: Record) -> SourceRecords:
    return replace(HARBOURTOWN, records=(*HARBOURTOWN.records, *records))


def test_the_example_gives_the_golden_graph() -> None:
    """Regenerate: python -m tests.graph.writing.golden > tests/graph/writing/golden.ttl"""
    written = write(HARBOURTOWN, MINTER)
    found = rdflib.Graph().parse(data=ntriples(written.facts | written.derived), format="nt")
    golden = rdflib.Graph().parse(GOLDEN, format="turtle")
    if not isomorphic(found, golden):
        _, only_found, only_golden = graph_diff(found, golden)
        pytest.fail(f"new:\n{only_found.serialize(format='nt')}\nmissing:\n{only_golden.serialize(format='nt')}")


@given(st.randoms(use_true_random=False))
def test_records_in_any_order_give_the_same_bytes(order: random.Random) -> None:
    shuffled = list(HARBOURTOWN.records)
    order.shuffle(shuffled)
    mixed = write(replace(HARBOURTOWN, records=tuple(shuffled)), MINTER)
    straight = write(HARBOURTOWN, MINTER)
    assert ntriples(mixed.facts) == ntriples(straight.facts)
    assert mixed.fingerprint == straight.fingerprint


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_string_is_read_back_letter_by_letter_and_written_as_the_engine_writes_it(value: str) -> None:
    line = f"<a:b> <a:b> {text(value)} .\n"
    quads = list(ox.parse(line, ox.RdfFormat.N_TRIPLES))
    assert [quad.object for quad in quads] == [ox.Literal(value)]
    assert (ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.N_TRIPLES) or b"").decode() == line
    assert parsed_ntriples(line.encode()) == {("<a:b>", "<a:b>", text(value))}


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_a_number_is_written_as_the_engine_keeps_it(value: Decimal) -> None:
    for written in (number(value), decimal(value)):
        store = ox.Store()
        store.update(f"INSERT DATA {{ <a:b> <a:b> {written} }}")
        assert [str(quad.object) for quad in store] == [written]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2031", "gYear"),
        ("2031-05", "gYearMonth"),
        ("2031-05-04", "date"),
        ("2031-05-04T08:15", "dateTime"),
        ("2031-05-04T08:15:30Z", "dateTime"),
        ("2031-05-04T08:15+02:00", "dateTime"),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(value: str, kind: str) -> None:
    literal = rdflib.util.from_n3(moment(value))
    assert isinstance(literal, rdflib.Literal)
    assert literal.datatype == rdflib.XSD[kind]
    assert not literal.ill_typed


@pytest.mark.parametrize("value", ["", "May", "2031-13", "2031-02-30", "2031-05-04T25:00", "04.05.2031", "２０３１"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(UnwritableValue, match="is not a date"):
        moment(value)


def test_a_reference_that_nothing_defines_is_named_with_its_user() -> None:
    with pytest.raises(UndefinedKeys, match=r"place/nowhere \(needed by place/pier\)") as caught:
        write(with_records(Place(Key("place/pier"), "pier", inside=Key("place/nowhere"))), MINTER)
    assert caught.value.missing == {"place/nowhere": ("place/pier",)}


def test_two_different_records_with_one_key_are_refused_and_a_repeated_record_is_not() -> None:
    pier = Place(Key("place/pier"), "pier")
    assert write(with_records(pier, pier), MINTER) == write(with_records(pier), MINTER)
    with pytest.raises(DuplicateKey, match="place/pier"):
        write(with_records(pier, replace(pier, label="quay")), MINTER)


def test_a_statement_outside_the_text_is_refused() -> None:
    beyond = Statement(Key("statement/beyond"), Span(0, len(HARBOURTOWN.source.text) + 1), "fact")
    with pytest.raises(UnwritableValue, match="is not a passage"):
        write(with_records(beyond), MINTER)


def test_a_word_that_the_vocabulary_does_not_have_is_refused() -> None:
    statement = Statement(Key("statement/odd"), Span(0, 3), "fact", aspect="colour")
    with pytest.raises(UnwritableValue, match="colour"):
        write(with_records(statement), MINTER)


def test_only_what_the_source_asserts_becomes_a_shortcut() -> None:
    shortcuts = {
        predicate.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for _, predicate, _ in write(HARBOURTOWN, MINTER).derived
    }
    assert shortcuts == {
        "holds>", "formerlyHeld>", "headOf>", "memberOf>", "attendee>", "includesRepresentativesOf>", "respondsTo>",
    }  # fmt: skip
    claimed = tuple(
        replace(record, standing="claimed") if hasattr(record, "standing") else record for record in HARBOURTOWN.records
    )
    derived = write(replace(HARBOURTOWN, records=claimed), MINTER).derived
    assert {predicate.rpartition("#")[2] for _, predicate, _ in derived} == {"respondsTo>"}


def test_without_a_publisher_the_source_speaks_through_an_unnamed_one() -> None:
    written = write(replace(HARBOURTOWN, source=replace(HARBOURTOWN.source, publisher=None)), MINTER)
    publisher = f"<{MINTER.source('harbourtown')}/publisher>"
    assert any(publisher in (s, o) and p.endswith("wasAttributedTo>") for s, p, o in written.facts)
    assert any(s == publisher and o.endswith("UnnamedAgent>") for s, _, o in written.facts)


def test_half_a_character_and_an_endless_number_are_refused() -> None:
    with pytest.raises(UnwritableValue, match="lone surrogate"):
        write(with_records(Agent(Key("person/x"), "person", "\ud83d")), MINTER)
    for value in ("NaN", "Infinity"):
        with pytest.raises(UnwritableValue, match="finite"):
            number(Decimal(value))


def test_amounts_keep_their_printed_form_and_an_unknown_bound_is_absent() -> None:
    facts = write(HARBOURTOWN, MINTER).facts
    licences = {(p, o) for s, p, o in facts if s.endswith("/term/licences/quantity>")}
    assert ("<https://schema.org/minValue>", '"40"^^<http://www.w3.org/2001/XMLSchema#integer>') in licences
    assert not [p for p, _ in licences if p in ("<https://schema.org/maxValue>", "<https://schema.org/value>")]
    assert (f"<{'https://w3id.org/parley/ns#'}printedForm>", '"at least 40 licences"') in licences
