"""The people, bodies, posts and sanctions of a graph in formats of others: FollowTheMoney, schema.org, QuickStatements.

What goes out can be read back by `parley build`. Nothing is made up: what no source tells is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from ..identifiers import digest
from .register import Entity, Held, entities, posts_held, sanctions

if TYPE_CHECKING:
    from ..knowledge import Knowledge

_ITEM: Final = re.compile(r"https?://(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/(Q[1-9][0-9]*)")
_LISTED: Final = re.compile(r"https://www\.opensanctions\.org/entities/(.+)")
_PRECISION: Final = {4: ("-00-00", 9), 7: ("-00", 10), 10: ("", 11)}
"""What is put behind a year, month or day, and how Wikidata calls its precision."""


def followthemoney(knowledge: Knowledge) -> bytes:
    """Return the graph as entities of FollowTheMoney, JSON lines sorted by kind and IRI."""
    known = {one.iri: one for one in entities(knowledge)}
    lines = [_ftm_entity(one) for one in known.values()]
    lines += _ftm_posts(posts_held(knowledge))
    for one in sanctions(knowledge):
        told = {
            "entity": [_id(one.of)], "authority": [one.authority], "provisions": [one.label],
            "program": [one.programme], "startDate": [one.since], "endDate": [one.until],
        }  # fmt: skip
        lines.append(_ftm(one.iri, "Sanction", one.label, told))
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()


def _ftm_entity(one: Entity) -> dict[str, Any]:  # Any: JSON
    told: dict[str, Iterable[str]] = {
        "name": [one.label], "alias": (name for name in one.names if name != one.label), "birthDate": one.born,
        "deathDate": one.died, "wikidataId": _found(_ITEM, one.same),
        "nationality" if one.is_person else "country": map(_country, one.codes),
    }  # fmt: skip
    line = _ftm(one.iri, "Person" if one.is_person else "Organization", one.label, told)
    referents = list(_found(_LISTED, one.same))
    return {**line, "referents": referents} if referents else line


def _country(code: str) -> str:
    """Return a code as FollowTheMoney has it; it does not know those that are assigned by users, but for Kosovo."""
    return "" if code.startswith("X") and code != "XK" else code.lower()


def _ftm_posts(held: Iterable[Held]) -> Iterator[dict[str, Any]]:  # Any: JSON
    known: dict[str, dict[str, Any]] = {}
    terms: dict[str, dict[str, Any]] = {}
    for one in held:
        told = {"name": [one.title], "country": [_country(one.code)], "wikidataId": [*_found(_ITEM, [one.same])]}
        position = known.setdefault(one.post, _ftm(one.post, "Position", one.title, told))
        for item in told["wikidataId"]:
            listed = position["properties"].setdefault("wikidataId", [])
            listed += [] if item in listed else [item]
        term = {
            "holder": [_id(one.person)], "post": [_id(one.post)], "startDate": [one.since], "endDate": [one.until],
            "status": ["current" if one.current else "ended"],
        }  # fmt: skip
        iri = "\n".join((one.person, one.post, one.since, one.until, str(one.current)))
        terms.setdefault(iri, _ftm(iri, "Occupancy", "", term))
    yield from (*known.values(), *terms.values())


def _ftm(iri: str, schema: str, caption: str, told: Mapping[str, Iterable[str]]) -> dict[str, Any]:  # Any: JSON
    properties = {name: kept for name, values in told.items() if (kept := [value for value in values if value])}
    return {"id": _id(iri), **({"caption": caption} if caption else {}), "schema": schema, "properties": properties}


def _id(iri: str) -> str:
    return f"parley-{digest(iri, length=20)}"


def schema_org(knowledge: Knowledge) -> bytes:
    """Return the people and bodies as JSON-LD of schema.org, with the posts that people hold."""
    roles: dict[str, list[dict[str, str]]] = {}
    for one in posts_held(knowledge):
        role = {"@type": "Role", "roleName": one.title, "startDate": one.since, "endDate": one.until}
        told = {name: value for name, value in role.items() if value}
        if told not in roles.setdefault(one.person, []):
            roles[one.person].append(told)
    nodes = []
    for entity in entities(knowledge):
        node: dict[str, Any] = {  # Any: JSON
            "@id": entity.iri, "@type": "Person" if entity.is_person else "Organization", "name": entity.label,
            "alternateName": [name for name in entity.names if name != entity.label], "birthDate": list(entity.born),
            "deathDate": list(entity.died), "sameAs": list(entity.same), "hasOccupation": roles.get(entity.iri, []),
            "nationality": [{"@type": "Country", "identifier": code} for code in entity.codes if entity.is_person],
        }  # fmt: skip
        nodes.append({name: value for name, value in node.items() if value})
    whole = {"@context": "https://schema.org", "@graph": nodes}
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def quickstatements(knowledge: Knowledge) -> bytes:
    """Return posts held as statements for Wikidata: where person and post are items, with an address as reference."""
    items = {one.iri: next(_found(_ITEM, one.same), "") for one in entities(knowledge)}
    lines: dict[str, None] = {}
    for one in posts_held(knowledge):
        post = next(_found(_ITEM, [one.same]), "")
        if not items.get(one.person) or not post or not one.url or '"' in one.url:
            continue
        days = [("P580", one.since), ("P582", one.until)]
        told = [part for name, day in days for part in ([name, _wikidata_time(day)] if day else [])]
        lines["\t".join((items[one.person], "P39", post, *told, "S854", f'"{one.url}"'))] = None
    return "".join(f"{line}\n" for line in lines).encode()


def _wikidata_time(day: str) -> str:
    rest, precision = _PRECISION[len(day[:10])]
    return f"+{day[:10]}{rest}T00:00:00Z/{precision}"


def _found(pattern: re.Pattern[str], iris: Iterable[str]) -> Iterator[str]:
    return (found[1] for iri in iris if (found := pattern.fullmatch(iri)))
