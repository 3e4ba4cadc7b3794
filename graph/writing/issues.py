"""Writes the issues that items are on as concepts of SKOS, with their codes, those above them, and their scheme."""

from __future__ import annotations

from collections.abc import Iterable

from ...ontology.terms import PARLEY, SKOS
from ..errors import UnwritableValue
from ..identifiers import OUR_ISSUES
from ..ntriples import ref, text
from ..records import Issue, IssueScheme
from .sheet import Sheet


def issue_nodes(sheet: Sheet, ids: Iterable[str]) -> list[str]:
    """Return the issues of an item, and write what they are, where the source's scheme tells it."""
    scheme, known = sheet.source.scheme, sheet.issues
    if scheme is None:
        return [ref(sheet.minter.issue(OUR_ISSUES, id)) for id in ids]
    nodes = []
    for id in ids:
        if id not in known:
            raise UnwritableValue(id, f"in source {sheet.source.id}: is no issue of the scheme {scheme.id}")
        nodes.append(_write_issue(sheet, scheme, known[id]))
    return nodes


def _write_issue(sheet: Sheet, scheme: IssueScheme, issue: Issue) -> str:
    """Write one issue and those above it; return its node."""
    node, top, facts = ref(sheet.minter.issue(scheme.id, issue.id)), ref(sheet.minter.scheme(scheme.id)), sheet.facts
    facts.types(node, PARLEY.Issue, SKOS.Concept)
    sheet.label(node, issue.label)
    facts.add(node, SKOS.notation, *(f"{text(code)}^^<{PARLEY.paxCode}>" for code in issue.codes))
    facts.add(node, SKOS.inScheme, top)
    facts.types(top, SKOS.ConceptScheme)
    sheet.label(top, scheme.label)
    if issue.broader:
        facts.add(node, SKOS.broader, _write_issue(sheet, scheme, sheet.issues[issue.broader]))
    return node
