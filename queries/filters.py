"""What a question can be narrowed by: each filter as lines of SPARQL for where its search begins, none of it a value.

A question takes a filter when its search has the variables on which one of the filter's ways stands. They are called
the same in every question: ``?document``, ``?quote``, ``?standingIri``, ``?itemIri``, ``?fact``, ``?statement``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from . import belonging
from .catalogue import Question


@dataclass(frozen=True, slots=True)
class Way:
    """How a filter narrows the questions whose search fits ``needs``: a variable, and what ties it to the rest."""

    needs: re.Pattern[str]
    variable: str
    lines: tuple[str, ...] = ()


def _way(needs: str, variable: str, *lines: str) -> Way:
    return Way(re.compile(needs, re.MULTILINE), variable, lines)


_DOCUMENT: Final = r"\?document parley:sourceId \?id"
ANY_FACT: Final = "^# any fact$"
"""The line that marks the search for facts of every kind."""
_WHO: Final = "schema:agent|org:member|parley:attendee|parley:party|schema:author"
"""Who has a part in a fact."""
_A_STATEMENT: Final = r"\?{} (a parley:Statement|parley:modality|parley:attributionMode)\b"
_CONTRADICTS: Final = "parley:contradicts ;"
_PLANNED: Final = r"\?fact \(schema:superEvent\?/parley:party\|schema:agent\)"
_ACT: Final = "^(parley:supportedBy|parley:disputedBy)"
"""From a statement to the facts that it tells of."""
_TOLD_BY: Final = f"prov:wasAttributedTo|{_ACT}/({_WHO})"
_ON_ISSUE: Final = f"FILTER EXISTS {{{{ ?{{}} {_ACT}/parley:concerns/parley:onIssue ?onIssue }}}}"


def _either(pattern: str) -> tuple[str, ...]:
    """Lines that keep what one of two statements fits."""
    return "FILTER(", f"  EXISTS {{ ?fact {pattern} }} ||", f"  EXISTS {{ ?other {pattern} }}", ")"


FILTERS: Final[Mapping[str, tuple[Way, ...]]] = {
    "negotiation": (
        _way(r"\?fact a parley:NegotiationProcess", "fact"),
        _way(r"BIND\(\?statement AS \?fact\)", belonging.VARIABLE, *belonging.statements("statement")),
        _way(_A_STATEMENT.format("fact"), belonging.VARIABLE, *belonging.statements("fact")),
        _way(r"\?actIri parley:concerns ", belonging.VARIABLE, *belonging.facts("actIri")),
        _way(r"\?fact\b", belonging.VARIABLE, *belonging.facts("fact")),
        _way(_A_STATEMENT.format("statement"), belonging.VARIABLE, *belonging.statements("statement")),
        _way(r"\?team\b", belonging.VARIABLE, f"?team parley:atRound/schema:superEvent ?{belonging.VARIABLE} ."),
    ),
    "party": (
        _way(ANY_FACT, "ofParty", f"?fact ({_WHO})/parley:side? ?ofParty ."),
        _way(_CONTRADICTS, "ofParty", *_either(f"({_TOLD_BY})/parley:side? ?ofParty")),
        _way(_PLANNED, "ofParty", "?fact (schema:superEvent?/parley:party|schema:agent/parley:side?) ?ofParty ."),
        _way(r"(?<!AS )\?party\b", "party"),
        _way(r"\|schema:agent \?partyIri", "ofParty", "?fact parley:party|parley:addressee|schema:agent ?ofParty ."),
        _way(r"schema:agent[ /]", "ofParty", "?fact schema:agent/parley:side? ?ofParty ."),
        _way(r"\?actIri parley:concerns ", "ofParty", "?actIri schema:agent/parley:side? ?ofParty ."),
        _way(r"\?fact a parley:NegotiationProcess", "ofParty", "?fact parley:party ?ofParty ."),
        _way(r"\?fact a parley:NegotiationEvent", "ofParty", "?fact parley:party ?ofParty ."),
        _way(r"\?eventIri skos:prefLabel", "ofParty", "?eventIri parley:party ?ofParty ."),
    ),
    "round": (
        _way(ANY_FACT, "round", "?fact ((parley:atRound|org:organization/parley:atRound)?)/schema:position ?round ."),
        _way(r"# parameters: .*\bround\b", "round"),
    ),
    "person": (
        _way(
            ANY_FACT,
            "byPerson",
            f"FILTER(EXISTS {{ ?fact {_WHO} ?byPerson }} || EXISTS {{ ?statement prov:wasAttributedTo ?byPerson }})",
        ),
        _way(_CONTRADICTS, "byPerson", *_either(f"({_TOLD_BY}) ?byPerson")),
        _way(r"# columns: .*\bperson\b", "person"),
        _way(
            r"\?statement parley:modality [^.]*prov:wasAttributedTo",
            "byPerson",
            "FILTER(",
            "  EXISTS { ?fact schema:agent|parley:attendee ?byPerson } ||",
            "  EXISTS { ?statement prov:wasAttributedTo ?byPerson }",
            ")",
        ),
    ),
    "post": (_way(r"# parameters: .*\bpost\b", "post"),),
    "date": (_way(r"# parameters: .*\bdate\b", "date"),),
    "issue": (
        _way(ANY_FACT, "onIssue", "?fact parley:concerns/parley:onIssue ?onIssue ."),
        _way(_CONTRADICTS, "onIssue", *_either(f"{_ACT}/parley:concerns/parley:onIssue ?onIssue")),
        _way(r"\?itemIri\b", "onIssue", "?itemIri parley:onIssue ?onIssue ."),
        _way(r"\?fact parley:onIssue \?issueIri", "issueIri"),
        _way(r"\?statement a parley:Statement\b", "onIssue", _ON_ISSUE.format("statement")),
        _way(_A_STATEMENT.format("fact"), "onIssue", _ON_ISSUE.format("fact")),
    ),
    "standing": (_way(r"^(?! *OPTIONAL).*parley:standing \?standingIri", "standingIri"),),
    "source": (_way(_DOCUMENT, "id"),),
    "dataset": (_way(_DOCUMENT, "ofDataset", "?document parley:sourceId ?ofDataset ."),),
    "publisher": (_way(_DOCUMENT, "ofPublisher", "?document schema:publisher ?ofPublisher ."),),
    "since": (
        _way(
            _DOCUMENT,
            "notBefore",
            "?document schema:datePublished ?outSince .",
            "FILTER(STR(?outSince) >= SUBSTR(?notBefore, 1, STRLEN(STR(?outSince))))",
        ),
    ),
    "until": (
        _way(
            _DOCUMENT,
            "notAfter",
            "?document schema:datePublished ?outUntil .",
            "FILTER(SUBSTR(STR(?outUntil), 1, 10) <= SUBSTR(?notAfter, 1, STRLEN(STR(?outUntil))))",
        ),
    ),
    "text": (
        _way(
            r"oa:exact \?quote\b",
            "withText",
            r'FILTER(CONTAINS(LCASE(REPLACE(REPLACE(REPLACE(REPLACE(?quote, "\\s+", " "),',
            r"""  "[‘’ʼ]", "'"), '[“”„«»]', '"'), "[‐‑–—−]", "-")), LCASE(?withText)))""",
        ),
    ),
}  # fmt: skip
"""Of several ways the first that fits a question counts.

A publication date that is only a month or a year is inside a limit that lies in it. The words of a quotation are
compared without regard to case, line breaks and the kinds of quotation marks and dashes.
"""


@cache
def ways(asked: Question) -> Mapping[str, Way]:
    """Return the filters that the question takes, each with its way, in the order of :data:`FILTERS`."""
    found = ((name, next((way for way in of_name if way.needs.search(asked.sparql)), None))
             for name, of_name in FILTERS.items())  # fmt: skip
    return {name: way for name, way in found if way is not None}


def takes(asked: Question) -> tuple[str, ...]:
    """Return the names of the filters that the question takes.

    >>> from .catalogue import question
    >>> takes(question("headless"))
    ('negotiation', 'party', 'round')
    """
    return tuple(ways(asked))
