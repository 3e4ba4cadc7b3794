"""Writes statements: which words, said by whom, support or dispute which facts."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from ...ontology.terms import (
    ASPECTS,
    ATTRIBUTION_MODES,
    EVIDENCE,
    LINKS,
    MODALITIES,
    OA,
    PARLEY,
    PROV,
    SAYING_ROLES,
    SCHEMA,
)
from ..errors import UnwritableValue
from ..ntriples import TripleSet, decimal, number, ref, text
from ..records import Link, Span, Statement
from .captions import place_caption
from .sheet import Sheet

UNKNOWN_PUBLISHER: Final = "the publisher"
"""The name of whoever has published a source that does not say who."""
CONTEXT_LENGTH: Final = 32
"""Code points kept before and after a quotation, so that it is found again in a changed page."""


def write_statement(sheet: Sheet, statement: Statement, *, publisher: str) -> None:
    """Write one statement, its chain of speakers and its words."""
    node, facts, key = sheet.node(statement.key, needed_by=statement.key), sheet.facts, statement.key
    facts.alike(node, _in_common(sheet, statement))
    facts.add(node, PARLEY.alsoFoundBy, *[_reading(sheet, reader) for reader in statement.also_found_by])
    facts.strings(node, PARLEY.standingBecause, [statement.standing_because])
    facts.add(node, PROV.hadPrimarySource, *map(ref, statement.cites))
    facts.add(node, SCHEMA.isPartOf, *sheet.nodes([statement.part_of], needed_by=key))
    for fact in sheet.nodes(statement.supports, needed_by=key):
        facts.add(fact, PARLEY.supportedBy, node)
    for fact in sheet.nodes(statement.disputes, needed_by=key):
        facts.add(fact, PARLEY.disputedBy, node)
    _write_chain(sheet, node, statement, publisher)
    facts.add(node, OA.hasTarget, write_passage(sheet, statement.span, facts))


def _in_common(sheet: Sheet, statement: Statement) -> Collection[tuple[str, str]]:
    """What a statement shares with very many others of its source, written once for all of them."""
    kind = (
        statement.reader, statement.modality, statement.evidence, statement.mode, statement.confidence,
        statement.rule, statement.aspect,
    )  # fmt: skip
    if kind not in sheet.in_common:
        said = TripleSet()
        said.types("", PARLEY.Statement, SCHEMA.Claim, PROV.Entity)
        said.add("", PROV.wasDerivedFrom, sheet.article)
        said.add("", PROV.wasGeneratedBy, _reading(sheet, statement.reader))
        said.add("", PARLEY.modality, f"<{MODALITIES[statement.modality]}>")
        said.add("", PARLEY.evidence, f"<{EVIDENCE[statement.evidence]}>")
        said.add("", PARLEY.attributionMode, f"<{ATTRIBUTION_MODES[statement.mode]}>")
        said.add("", PARLEY.confidence, decimal(statement.confidence))
        said.strings("", PARLEY.rule, [statement.rule])
        if statement.aspect:
            said.add("", PARLEY.aspect, f"<{ASPECTS[statement.aspect]}>")
        sheet.in_common[kind] = [(name, value) for _, name, value in said.listed()]
    return sheet.in_common[kind]


def _reading(sheet: Sheet, reader: str) -> str:
    """The activity in which one of the source's readers has read it."""
    if reader and reader not in {other.name for other in sheet.source.readers}:
        raise UnwritableValue(reader, f"is no reader of source {sheet.source.id}: name it among the source's readers")
    return ref(sheet.minter.extraction(sheet.source.id, reader))


def _write_chain(sheet: Sheet, node: str, statement: Statement, publisher: str) -> None:
    chain = [(sheet.node(agent, needed_by=statement.key), sheet.name(agent)) for agent in statement.chain]
    if not chain or chain[0][0] != publisher:
        own = sheet.source.publisher
        chain.insert(0, (publisher, sheet.name(own) if own is not None else UNKNOWN_PUBLISHER))
    last = len(chain)
    for position, (agent, name) in enumerate(chain, start=1):
        role = "publisher" if position == 1 else "speaker" if position == last else "source"
        link = f"{node[:-1]}/attribution/{position}>"
        sheet.facts.add(node, PROV.qualifiedAttribution, link)
        sheet.facts.types(link, PROV.Attribution)
        sheet.caption(link, f"{role}: {name}")
        sheet.facts.add(link, PROV.agent, agent)
        sheet.facts.add(link, PROV.hadRole, f"<{SAYING_ROLES[role]}>")
        sheet.facts.add(link, PARLEY.chainPosition, number(position))
    sheet.facts.add(node, PROV.wasAttributedTo, chain[-1][0])


def write_passage(sheet: Sheet, span: Span, facts: TripleSet) -> str:
    """Write some words of the text with their place, among ``facts``, and return their node."""
    whole = sheet.source.text
    start, end = (place - sheet.source.starts for place in (span.start, span.end))
    if not 0 <= start < end <= len(whole):
        raise UnwritableValue(span, f"is not a passage of source {sheet.source.id}, which has {len(whole)} characters")
    target = ref(sheet.minter.passage(sheet.source.id, span))
    position, quote = f"{target[:-1]}/position>", f"{target[:-1]}/quote>"
    facts.types(target, OA.SpecificResource)
    for one, kind in ((target, "passage"), (position, "position"), (quote, "quotation")):
        sheet.caption(one, place_caption(kind, span), facts)
    facts.add(target, OA.hasSource, sheet.article)
    facts.add(target, OA.hasSelector, position, quote)
    facts.types(position, OA.TextPositionSelector)
    facts.add(position, OA.start, number(span.start))
    facts.add(position, OA.end, number(span.end))
    facts.types(quote, OA.TextQuoteSelector)
    facts.add(quote, OA.exact, text(whole[start:end]))
    facts.add(quote, OA.prefix, text(whole[max(0, start - CONTEXT_LENGTH) : start]))
    facts.add(quote, OA.suffix, text(whole[end : end + CONTEXT_LENGTH]))
    return target


def write_link(sheet: Sheet, link: Link) -> None:
    """Write that two statements say the same or pull against each other, in both directions."""
    user = f"{link.kind} link"
    first, second = sheet.node(link.first, needed_by=user), sheet.node(link.second, needed_by=user)
    sheet.facts.add(first, LINKS[link.kind], second)
    sheet.facts.add(second, LINKS[link.kind], first)
    if link.kind == "contradicts":
        sheet.facts.add(first, PARLEY.inTensionWith, second)
        sheet.facts.add(second, PARLEY.inTensionWith, first)
