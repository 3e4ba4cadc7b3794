"""The people, bodies, posts and sanctions of a graph as plain records, for formats that know nothing else.

What is denied, expected or conditional is left out: those formats cannot say so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_SAID: Final = "FILTER(?standing IN (parley:asserted, parley:claimed))"
_ENTITIES: Final = """
SELECT ?node ?class ?label ?name ?born ?died ?code ?same WHERE {
  VALUES ?class { foaf:Person org:Organization }
  ?node a ?class ; skos:prefLabel ?label .
  FILTER NOT EXISTS { ?node a schema:Country }
  FILTER NOT EXISTS { ?node a parley:Delegation }
  FILTER NOT EXISTS { ?node a parley:NegotiatingTeam }
  OPTIONAL { ?node skos:altLabel|parley:surfaceForm ?name }
  OPTIONAL { ?node schema:birthDate ?born }
  OPTIONAL { ?node schema:deathDate ?died }
  OPTIONAL { ?node parley:side/parley:isoCode ?code }
  OPTIONAL { ?node owl:sameAs ?same }
}
ORDER BY ?node ?class ?name ?born ?same
"""
_POSTS: Final = f"""
SELECT DISTINCT ?person ?post ?title ?tenure ?since ?until ?body ?code ?same ?url ?source WHERE {{
  ?held a parley:PostHolding ; org:member ?person ; parley:post ?post ; parley:tenure ?tenure ;
    parley:standing ?standing ; parley:supportedBy/prov:wasDerivedFrom ?source .
  {_SAID}
  ?person a foaf:Person .
  ?post skos:prefLabel ?title .
  OPTIONAL {{ ?held schema:startDate ?since }}
  OPTIONAL {{ ?held schema:endDate ?until }}
  OPTIONAL {{ ?held org:organization ?body }}
  OPTIONAL {{ ?held org:organization/parley:isoCode ?code }}
  OPTIONAL {{ ?post owl:sameAs ?same }}
  OPTIONAL {{ ?source schema:url ?url }}
}}
ORDER BY ?person ?post ?since ?until ?source ?same
"""
_SANCTIONS: Final = f"""
SELECT ?sanction ?of ?authority ?label ?programme ?since ?until WHERE {{
  ?sanction a parley:Sanction ; parley:sanctioned ?of ; parley:sanctionedBy/skos:prefLabel ?authority ;
    skos:prefLabel ?label ; parley:standing ?standing .
  {_SAID}
  OPTIONAL {{ ?sanction parley:programme ?programme }}
  OPTIONAL {{ ?sanction schema:startDate ?since }}
  OPTIONAL {{ ?sanction schema:endDate ?until }}
}}
ORDER BY ?sanction ?authority
"""


@dataclass(slots=True)
class Entity:
    """Somebody, or a body, with all names and identifiers that the sources give."""

    iri: str
    is_person: bool
    label: str
    names: dict[str, None] = field(default_factory=dict)
    born: dict[str, None] = field(default_factory=dict)
    died: dict[str, None] = field(default_factory=dict)
    codes: dict[str, None] = field(default_factory=dict)
    same: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """A post that a person holds or held, by one source."""

    person: str
    post: str
    title: str
    current: bool
    since: str
    until: str
    body: str
    code: str
    same: str
    """An IRI under which others know the post."""
    url: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A sanction."""

    iri: str
    of: str
    authority: str
    label: str
    programme: str
    since: str
    until: str


def entities(knowledge: Knowledge) -> list[Entity]:
    """Return the people and bodies, by IRI; states and delegations are none."""
    found: dict[str, Entity] = {}
    for row in knowledge.query(_ENTITIES):
        iri = str(row["node"])
        one = found.setdefault(iri, Entity(iri, False, str(row["label"])))
        one.is_person |= str(row["class"]).endswith("Person")
        one.names[str(row["label"])] = None
        for name, kept in (
            ("name", one.names), ("born", one.born), ("died", one.died), ("code", one.codes), ("same", one.same),
        ):  # fmt: skip
            if row[name] is not None:
                kept[str(row[name])] = None
    return list(found.values())


def posts_held(knowledge: Knowledge) -> list[Held]:
    """Return the posts that people hold or held, a row for each source and identifier."""
    return [
        Held(
            str(row["person"]), str(row["post"]), str(row["title"]), str(row["tenure"]).endswith("#current"),
            *(str(row[name] or "") for name in ("since", "until", "body", "code", "same", "url")),
        )
        for row in knowledge.query(_POSTS)
        if not str(row["tenure"]).endswith("#announced")
    ]  # fmt: skip


def sanctions(knowledge: Knowledge) -> list[Listed]:
    """Return who is under sanctions, whose and since when."""
    names = ("sanction", "of", "authority", "label", "programme", "since", "until")
    return [Listed(*(str(row[name] or "") for name in names)) for row in knowledge.query(_SANCTIONS)]
