"""What datasets list of people and bodies, as sentences: sanctions, days of birth, identifiers; each is their claim."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.lookup import PARLEY, SCHEMA, TYPE, Triples
from ..reading.tellings import LISTED, Listed
from .records import Edge, Fact, Ref, Words
from .wording import moment

_ASPECTS = dict(zip(LISTED, ("born", "died", "known as"), strict=True))


def listed_facts(triples: Triples, kinds: dict[str, str], listed: Listed) -> Iterator[Fact]:
    """Yield a sentence for each sanction, and for each day of birth or death and identifier of a person or body."""
    for iri in triples.subjects(TYPE, PARLEY + "Sanction"):
        yield _sanction(triples, iri)
    for iri, kind in sorted(kinds.items()):
        if kind in ("person", "organization"):
            yield from _values(triples, iri, listed)


def _sanction(triples: Triples, iri: str) -> Fact:
    who, authority = triples.first(iri, PARLEY + "sanctioned"), triples.first(iri, PARLEY + "sanctionedBy")
    programme, since, until = (
        triples.first(iri, name) for name in (PARLEY + "programme", SCHEMA + "startDate", SCHEMA + "endDate")
    )
    words: Words = (Ref(who), "is under sanctions of", Ref(authority), f": {triples.name(iri)}")
    words += (f"({programme})",) if programme else ()
    words += (f", since {moment(since)}",) if since else ()
    words += (f", until {moment(until)}",) if until else ()
    edge = Edge(who, authority, "under sanctions of", "sanction", quiet=True)
    support = tuple(triples.all(iri, PARLEY + "supportedBy"))
    disputes = tuple(triples.all(iri, PARLEY + "disputedBy"))
    standing = triples.first(iri, PARLEY + "standing").rpartition("#")[2]
    return Fact(iri, "sanction", standing, words, support, disputes, (edge,))


def _values(triples: Triples, iri: str, listed: Listed) -> Iterator[Fact]:
    """Yield a sentence for each value, with the statements that list it: others list no value, or another one."""
    support = triples.all(iri, PARLEY + "supportedBy")
    for name, aspect in _ASPECTS.items():
        for number, value in enumerate(sorted(triples.all(iri, name))):
            words: Words = (Ref(iri), f"is listed: {aspect}", value if aspect == "known as" else moment(value))
            tellers = tuple(said for said in support if (name, value) in listed.get(said, ()))
            id = f"{iri}#listed-{aspect.replace(' ', '-')}-{number}"
            yield Fact(id, "listed", "claimed", words, tellers or tuple(support), aspect=aspect)
