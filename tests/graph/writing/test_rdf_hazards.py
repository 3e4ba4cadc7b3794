"""What would take the process down is refused before the engine sees it; what people write is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.graph.errors import UnreadableSource
from parley.graph.identifiers import DEFAULT_BASE, Minter
from parley.graph.writing.foreign import GraphSource, write_graph
from parley.graph.writing.rdf_hazards import DEEPEST, hazard, xml_hazard

MINTER = Minter(DEFAULT_BASE)
DEEP = 100_000
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.example/">'
QUOTED = '<b a=">"/>'
LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def with_entities(entities: str, text: str) -> str:
    said = f'<rdf:Description rdf:about="urn:x"><e:p>{text}</e:p></rdf:Description>'
    return f'<?xml version="1.0"?><!DOCTYPE rdf:RDF [{entities}]>{RDF}{said}</rdf:RDF>'


def refusal(text: str, format: str) -> str:
    with pytest.raises(UnreadableSource) as caught:
        write_graph(GraphSource("x", "x", text.encode(), format, origin=f"x.{format}"), MINTER)
    assert "\n" not in str(caught.value)
    return caught.value.why


@pytest.mark.parametrize(
    ("entities", "text", "words"),
    [
        (LAUGHS, "&a9;", "entities by other entities"),
        ('<!ENTITY a "&a;">', "&a;", "entities by other entities"),
        ('<!ENTITY a "ha"><!ENTITY a "&a;&a;">', "&a;", "entities by other entities"),
        ('<!ENTITY a "ha">]><!DOCTYPE r [<!ENTITY b "&a;&a;">', "&b;", "entities by other entities"),
        (f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 30_000, "stand for 3,000,000,000 bytes"),
        ('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;", "in another way"),
        ("<!ENTITY a 'ha'>", "&a;", "in another way"),
    ],
)
def test_entities_that_are_no_plain_shorthands_are_refused(entities: str, text: str, words: str) -> None:
    assert words in refusal(with_entities(entities, text), "rdf")


def test_shorthands_of_namespaces_are_read() -> None:
    shorthands = '<!ENTITY e "http://e.example/"><!ENTITY q "http://e.example/?a=1&amp;b=">'
    text = (
        with_entities(shorthands, "&e;y")
        .replace('"urn:x"', '"&e;x"')
        .replace("</e:p>", '</e:p><e:q rdf:resource="&q;2"/>')
    )
    facts = write_graph(GraphSource("x", "x", text.encode(), "rdf"), MINTER).facts
    assert facts == {
        ("<http://e.example/x>", "<http://e.example/p>", '"http://e.example/y"'),
        ("<http://e.example/x>", "<http://e.example/q>", "<http://e.example/?a=1&b=2>"),
    }


def test_many_uses_of_a_shorthand_are_read() -> None:
    one = '<rdf:Description rdf:about="&e;x{0}"><e:p rdf:resource="&e;y{0}"/></rdf:Description>'
    text = with_entities('<!ENTITY e "http://e.example/a/rather/long/namespace/of/somebody#">', "")
    text = text.replace("</rdf:RDF>", "".join(map(one.format, range(50_000))) + "</rdf:RDF>")
    assert hazard(text.encode(), "rdf") == ""


def cut(text: str, size: int) -> Iterator[bytes]:
    data = text.encode()
    return (data[start : start + size] for start in range(0, len(data), size))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (with_entities(LAUGHS, "&a9;"), "entities by other entities"),
        (with_entities(f'<!ENTITY abc "{"x" * 10_000}">', "&abc;" * 300), "stand for"),
        (with_entities('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"), "in another way"),
        (with_entities('<!ENTITY % a "ha">', ""), "in another way"),
        (f"{RDF}{'<a>' * 600}{'</a>' * 600}</rdf:RDF>", "nested more than 500 deep"),
        (f"{RDF}\n<e:a>\n</e:b>\n</rdf:RDF>", "line 3: it is not XML: mismatched tag"),
        (f"{RDF}\n<e:a/>\n", "line 3: it is not XML: no element found"),
    ],
)
@pytest.mark.parametrize("size", [7, 1 << 20])
def test_a_large_file_of_xml_is_refused_for_the_same_wherever_it_is_cut(text: str, words: str, size: int) -> None:
    assert words in xml_hazard(cut(text, size))


@pytest.mark.parametrize("encoding", ["gb2312", "xyz"])
def test_a_large_file_of_xml_in_an_encoding_that_cannot_be_read_is_told(encoding: str) -> None:
    assert "save it as UTF-8" in xml_hazard(cut(f'<?xml version="1.0" encoding="{encoding}"?>{RDF}</rdf:RDF>', 1 << 20))


def test_a_large_file_of_xml_that_does_no_harm_may_be_read() -> None:
    long = '<!ENTITY abc "http://e.example/a/rather/long/namespace/of/somebody#">'
    marks = f"<!-- {'<b>' * 600} --><![CDATA[{'<b>' * 600}]]>{QUOTED * 600}"
    for text in (with_entities(long, "&abc;x &amp; &#10; " * 900), f"{RDF}{marks}</rdf:RDF>"):
        assert xml_hazard(cut(text, 5)) == ""


@pytest.mark.parametrize(
    ("text", "format", "words"),
    [
        (f"{RDF}{'<rdf:Description><e:p>' * DEEP}x{'</e:p></rdf:Description>' * DEEP}</rdf:RDF>", "rdf", "nested"),
        ('{"@id":"urn:x","urn:p":' * DEEP + "1" + "}" * DEEP, "jsonld", "nested"),
        ('{"@id":"urn:x","urn:p":' + '{"@list":[' * 30_000 + "]}" * 30_000 + "}", "jsonld", "nested"),
        ('{"@graph":' * 12_000 + "[]" + "}" * 12_000, "jsonld", "nested"),
        ("<urn:x> <urn:p> " + "<<( <urn:x> <urn:p> " * DEEP + "1" + " )>>" * DEEP + " .", "ttl", "triples about"),
        ("<urn:x> <urn:p> " + "<<( <urn:x> <urn:p> " * DEEP + '"1"' + " )>>" * DEEP + " .", "nq", "triples about"),
    ],
    ids=["XML", "objects", "lists", "graphs", "Turtle", "N-Quads"],
)  # fmt: skip
def test_what_is_nested_too_deeply_is_refused(text: str, format: str, words: str) -> None:
    assert words in refusal(text, format)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('{"@id":"urn:x","urn:p":"' + "[{" * DEEP + '\\""}', "jsonld"),
        ("[" + ",".join('{"@id":"urn:x","urn:p":[1]}' for _ in range(DEEP)) + "]", "jsonld"),
        ('<urn:x> <urn:p> "' + "<<( " * DEEP + '" .', "ttl"),
        ("# " + "<<( " * DEEP + "\n<urn:x> <urn:p> 1 .", "ttl"),
        (f"{RDF}<!-- {'<b>' * DEEP} --><![CDATA[{'<b>' * DEEP}]]>{QUOTED * DEEP}</rdf:RDF>", "rdf"),
    ],
    ids=["a string", "one beside the other", "a string of Turtle", "a comment", "no tags"],
)  # fmt: skip
def test_what_only_looks_deep_is_not_refused(text: str, format: str) -> None:
    assert hazard(text.encode(), format) == ""


def test_what_is_as_deep_as_may_be_is_read() -> None:
    text = '{"@id":"urn:x","urn:p":' * DEEPEST + "1" + "}" * DEEPEST
    assert len(write_graph(GraphSource("x", "x", text.encode(), "jsonld"), MINTER).facts) == 2


def test_nodes_without_names_and_lists_of_turtle_may_be_as_deep_as_they_like() -> None:
    text = "<urn:x> <urn:p> " + "[ <urn:p> ( " * 5_000 + "1" + " ) ]" * 5_000 + " ."
    assert len(write_graph(GraphSource("x", "x", text.encode(), "ttl"), MINTER).facts) == 15_001


@pytest.mark.parametrize(
    ("start", "end", "format"), [('<urn:x> <urn:p> "', '" .', "ttl"), ('{"urn:p":"', '"}', "jsonld")]
)
def test_a_value_that_is_longer_than_the_engine_reads_is_one_line(start: str, end: str, format: str) -> None:
    assert "shorten its longest value" in refusal(start + "x" * 17_000_000 + end, format)
