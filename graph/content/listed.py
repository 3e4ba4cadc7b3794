"""What datasets list of people and bodies, as sentences: sanctions, days of birth, identifiers; each is their claim."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.lookup import OWL, PARLEY, SCHEMA, TYPE, Triples
from .records import Edge, Fact, Ref, Words
from .wording import moment


def listed_facts(triples: Triples, kinds: dict[str, str]) -> Iterator[Fact]:
    """Yield a sentence for each sanction, and one for each person or body of which a dataset tells more than a name."""
    for iri in triples.subjects(TYPE, PARLEY + "Sanction"):
        yield _sanction(triples, iri)
    for iri, kind in sorted(kinds.items()):
        if kind in ("person", "organization") and (words := _known_as(triples, iri)):
            support = tuple(triples.all(iri, PARLEY + "supportedBy"))
            yield Fact(f"{iri}#listed", "listed", "claimed", (Ref(iri), *words), support)


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


def _known_as(triples: Triples, iri: str) -> Words:
    """Return when somebody was born or died, and under which identifiers others know them; IRIs as text."""
    told = []
    for name, word in (("birthDate", "born"), ("deathDate", "died")):
        days = sorted(triples.all(iri, SCHEMA + name))
        told += [f"{word} {' or '.join(map(moment, days))}"] if days else []
    if same := sorted(triples.all(iri, OWL + "sameAs")):
        told.append(f"known as {', '.join(same)}")
    return ("is listed:", "; ".join(told)) if told else ()
