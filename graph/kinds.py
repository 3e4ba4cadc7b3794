"""What kind of thing a node is, in words: the most telling of the classes that it is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from ..ontology.terms import FOAF, OA, ORG, PARLEY, PROV, SCHEMA, SKOS

ENTITIES: Final[Mapping[str, str]] = {
    PARLEY.UnnamedAgent: "unnamed agent",
    FOAF.Person: "person",
    SCHEMA.Country: "state",
    PARLEY.NegotiatingTeam: "negotiating team",
    PARLEY.Delegation: "delegation",
    ORG.Post: "post",
    SCHEMA.Place: "place",
    PARLEY.NegotiationProcess: "negotiation process",
    PARLEY.Round: "round",
    PARLEY.NegotiationEvent: "event",
    PARLEY.NegotiationDocument: "document",
    PARLEY.Proposal: "proposal",
    PARLEY.Demand: "demand",
    PARLEY.Commitment: "commitment",
    PARLEY.Agreement: "agreement",
    PARLEY.Item: "item",
    ORG.Organization: "organisation",
}
"""Classes of what the sources tell of, with the word for each; of several the first counts."""

FACTS: Final[Mapping[str, str]] = {
    PARLEY.PostHolding: "holding of a post",
    PARLEY.DelegationMembership: "membership of a delegation",
    PARLEY.Attendance: "attendance",
    PARLEY.NegotiationAct: "act",
    PARLEY.NegotiationEvent: "event",
    PARLEY.NegotiationDocument: "document",
    PARLEY.Incident: "incident",
    PARLEY.Sanction: "sanction",
}
"""Classes of what has a standing and statements that carry it."""

UNNAMED: Final[Mapping[str, str]] = {
    PARLEY.Statement: "statement",
    **FACTS,
    PARLEY.Term: "term",
    PARLEY.Condition: "condition",
    PARLEY.Issue: "issue",
    SKOS.ConceptScheme: "scheme of issues",
    PARLEY.Decision: "decision",
    PARLEY.FactDecision: "decision",
    SCHEMA.NewsArticle: "article",
    SCHEMA.Dataset: "dataset",
    SCHEMA.QuantitativeValue: "amount",
    OA.SpecificResource: "passage",
    OA.TextPositionSelector: "position in a text",
    OA.TextQuoteSelector: "quotation",
    PROV.Attribution: "link in a chain of speakers",
    PROV.SoftwareAgent: "extractor",
    PROV.Agent: "agent",
    PROV.Activity: "extraction",
}
"""Classes of what goes by what it tells, or by its place."""


def kind_in_words(classes: Collection[str]) -> str:
    """Return the word for a node of these classes.

    >>> kind_in_words({PARLEY.Proposal, PARLEY.Item, PROV.Entity})
    'proposal'
    """
    return next((words for table in (ENTITIES, UNNAMED) for cls, words in table.items() if cls in classes), "node")


def in_words(name: str) -> str:
    """A local name as words.

    >>> in_words("agreeToConsider"), in_words("direct-quote")
    ('agree to consider', 'direct quote')
    """
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).replace("-", " ").strip()
