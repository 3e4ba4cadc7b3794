"""What belongs to a negotiation, as lines of SPARQL that find it: its events, what is done at them or by its sides.

An act is of a negotiation where it is told at one of its events, or joins two of its parties in a source that tells of
it, or comes from one of them towards nobody, or from a mediator, in a source that tells of no other negotiation of
theirs. Posts are those that people of its sides hold where it is told of.
"""

from __future__ import annotations

from typing import Final

VARIABLE: Final = "ofNegotiation"
"""What stands for the negotiation in the lines."""
VALUES: Final = "# which"
"""The line in whose place stands which negotiation is meant."""
_AT_THE_TABLE: Final = "(parley:party|^schema:superEvent/^parley:atRound/parley:attendee/parley:side?)"
_SAID: Final = "(parley:supportedBy|parley:disputedBy)"
_TELLS: Final = f"^schema:superEvent/{_SAID}/prov:wasDerivedFrom"


def _each(variable: str, path: str) -> str:
    """A search of its own for where a path leads from the negotiation."""
    return f"{{ SELECT DISTINCT ?{variable} WHERE {{\n  {VALUES}\n  ?{VARIABLE} {path} ?{variable} .\n}} }}"


_TABLE_AND_SOURCES: Final = f"{_each('one', _AT_THE_TABLE)}\n{_each('telling', _TELLS)}"
_AT_ITS_EVENTS: Final = f"""\
{VALUES}
?told (schema:superEvent|(parley:atRound|parley:exchangedAt|parley:discussedAt)/schema:superEvent) ?{VARIABLE} ."""
_OF_DELEGATIONS: Final = f"""\
{VALUES}
?told org:organization/parley:atRound/schema:superEvent ?{VARIABLE} ."""
_BETWEEN_TWO: Final = f"""\
{_each("one", "parley:party")}
{_each("another", "parley:party")}
{_each("telling", _TELLS)}
?told schema:agent/parley:side? ?one ;
  (schema:agent|parley:addressee|parley:impliedAddressee|parley:representedBy)/parley:side? ?another ;
  {_SAID}/prov:wasDerivedFrom ?telling .
FILTER(?one != ?another)
MINUS {{
  {VALUES}
  ?told parley:atRound/schema:superEvent ?elsewhere .
  FILTER(?elsewhere != ?{VARIABLE})
}}"""
_BY_ONE: Final = f"""\
{_TABLE_AND_SOURCES}
?told schema:agent/parley:side? ?one ;
  {_SAID}/prov:wasDerivedFrom ?telling .
FILTER(
  NOT EXISTS {{ ?told parley:addressee|parley:impliedAddressee ?anybody }} ||
  NOT EXISTS {{
    {VALUES}
    ?{VARIABLE} parley:party ?one .
  }}
)
MINUS {{
  {VALUES}
  ?elsewhere a parley:NegotiationProcess ;
    {_AT_THE_TABLE} ?one ;
    {_TELLS} ?telling .
  FILTER(?elsewhere != ?{VARIABLE})
}}"""
_POSTS: Final = f"""\
{_TABLE_AND_SOURCES}
?told a parley:PostHolding ;
  org:member/parley:side? ?one ;
  {_SAID}/prov:wasDerivedFrom ?telling ."""
_WAYS: Final = (_AT_ITS_EVENTS, _OF_DELEGATIONS, _BETWEEN_TWO, _BY_ONE, _POSTS)


def facts(variable: str) -> tuple[str, ...]:
    """Return the lines that leave the facts of a negotiation as a variable."""
    return _lines(f"(?told AS ?{variable})", ())


def statements(variable: str) -> tuple[str, ...]:
    """Return the lines that leave the statements behind its facts, and those that these are part of, as a variable."""
    return _lines(f"?{variable}", (f"?told {_SAID}/schema:isPartOf? ?{variable} .",))


def _lines(selected: str, behind: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for way in _WAYS:
        found += [*(["UNION"] if found else []), "{", *(f"  {line}" for line in way.splitlines()), "}"]
    return "{", f"  SELECT DISTINCT {selected}", "  WHERE {", *(f"    {line}" for line in (*found, *behind)), "  }", "}"
