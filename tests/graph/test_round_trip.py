"""Whatever a loader says of any text comes back through a query as it was said."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from parley.graph.knowledge import open_knowledge
from parley.graph.records import (
    Agent,
    AttributionMode,
    Evidence,
    Key,
    Modality,
    PostHolding,
    Source,
    SourceRecords,
    Span,
    Statement,
)

ASKED = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?who ?title ?quote ?prefix ?suffix ?start ?end ?modality ?evidence ?mode ?confidence ?speaker
WHERE {
  ?fact org:member/skos:prefLabel ?who ; parley:post/skos:prefLabel ?title ; parley:supportedBy ?statement .
  ?statement parley:modality ?modality ; parley:evidence ?evidence ; parley:attributionMode ?mode ;
    parley:confidence ?confidence ; prov:wasAttributedTo/skos:prefLabel ?speaker ; oa:hasTarget ?target .
  ?target oa:hasSelector ?position , ?words .
  ?position oa:start ?start ; oa:end ?end .
  ?words oa:exact ?quote ; oa:prefix ?prefix ; oa:suffix ?suffix .
}
"""
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@st.composite
def said(draw: st.DrawFn) -> SourceRecords:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    person, holding = Key(f"person/{draw(TEXT)}"), Key(f"holding/{draw(TEXT)}")
    statement = Statement(
        Key(f"statement/{draw(TEXT)}"),
        span,
        draw(st.sampled_from(get_args(Modality))),
        chain=draw(st.sampled_from([(), (person,)])),
        evidence=draw(st.sampled_from(get_args(Evidence))),
        mode=draw(st.sampled_from(get_args(AttributionMode))),
        confidence=draw(st.decimals(0, 1, places=3)),
        supports=(holding,),
    )
    records = (
        Agent(person, "person", draw(TEXT)),
        PostHolding(holding, person, draw(TEXT), "current", "claimed"),
        statement,
    )
    return SourceRecords(Source(draw(TEXT), draw(TEXT), text, "news", draw(TEXT)), records)


@given(said())
def test_a_statement_comes_back_as_it_was_said(source: SourceRecords) -> None:
    agent, holding, statement = source.records
    assert isinstance(agent, Agent)
    assert isinstance(holding, PostHolding)
    assert isinstance(statement, Statement)
    with open_knowledge() as knowledge:
        knowledge.add(source)
        assert knowledge.add(source) == "unchanged"
        (row,) = knowledge.query(ASKED)
        (entry,) = knowledge.sources()
    text, span = source.source.text, statement.span
    assert (entry.id, entry.title, entry.extractor) == (source.source.id, source.source.title, source.source.extractor)
    assert (str(row["who"]), str(row["title"])) == (agent.label, holding.title)
    assert str(row["quote"]) == text[span.start : span.end]
    assert text.startswith(str(row["prefix"]) + str(row["quote"]) + str(row["suffix"]), max(0, span.start - 32))
    assert (int(str(row["start"])), int(str(row["end"]))) == (span.start, span.end)
    assert str(row["modality"]).endswith(f"#modality-{statement.modality}")
    assert str(row["evidence"]).endswith(f"#evidence-{statement.evidence}")
    assert str(row["mode"]).endswith(f"#attributionMode-{statement.mode}")
    assert Decimal(str(row["confidence"])) == statement.confidence
    assert str(row["speaker"]) == (agent.label if statement.chain else "the publisher")
