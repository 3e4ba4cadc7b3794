"""From what somebody gives with a question to terms: names to nodes, days and words to literals; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date as Date
from typing import TYPE_CHECKING, Final, TypedDict

from rdflib import Literal, URIRef
from rdflib.term import Node

from ..graph.errors import QueryError, UnknownName, UnknownSource
from ..ontology.terms import ISSUES, STANDINGS
from .likeness import closest, folded
from .names import resolve

if TYPE_CHECKING:
    from ..graph.knowledge import Knowledge


_LABELS: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?issue ?label WHERE { ?issue a parley:Issue ; skos:inScheme ?scheme ; skos:prefLabel ?label }
"""
"""The issues of the schemes under which sources were read."""


_PLAIN: Final = str.maketrans(dict.fromkeys("‘’ʼ", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑–—−", "-"))
"""Marks that keyboards do not have, as those that they have; the filter does the same to quotations."""
_DATASETS: Final = """
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX schema: <https://schema.org/>

SELECT ?id ?title WHERE { ?dataset a schema:Dataset ; parley:sourceId ?id ; schema:headline ?title }
"""


class Given(TypedDict, total=False):
    """What an answer may be narrowed by; None stands for everything.

    ``negotiation``, ``party``, ``person``, ``post`` and ``publisher`` are names or IRIs, ``source`` is an id;
    ``dataset`` is the title or id of a dataset, of which several files may be there; ``issue``
    is the id or label of an issue, ``standing`` a term of the vocabulary, or several of which one is to fit; ``date``,
    ``since`` and ``until`` are YYYY-MM-DD.
    """

    negotiation: str | None
    party: str | None
    round: int | None
    person: str | None
    post: str | None
    date: str | None
    issue: str | Sequence[str] | None
    standing: str | Sequence[str] | None
    source: str | None
    dataset: str | None
    publisher: str | None
    since: str | None
    until: str | None
    text: str | None


def terms(knowledge: Knowledge, given: Given) -> dict[str, list[Node]]:
    """Return the terms that stand for what is given; raise UnknownName or QueryError for what stands for none."""
    since, until = given.get("since"), given.get("until")
    read = {name: _READERS[name](knowledge, value) for name, value in given.items() if value not in (None, ())}
    if since and until and since > until:
        raise QueryError(f"no day is both since {since} and until {until}: give the earlier one as since")
    return read


def _named(kind: str) -> Callable[[Knowledge, str], list[Node]]:
    return lambda knowledge, name: [resolve(knowledge, kind, name)]


def _number(knowledge: Knowledge, value: object) -> list[Node]:
    return [Literal(value)]


def _day(knowledge: Knowledge, value: str) -> list[Node]:
    try:
        return [Literal(Date.fromisoformat(value).isoformat())]
    except ValueError:
        raise QueryError(f"{value!r} is not a day: give it as YYYY-MM-DD") from None


def _words(knowledge: Knowledge, value: str) -> list[Node]:
    if not value.split():
        raise QueryError("the text to look for is empty: give some words of it")
    return [Literal(" ".join(value.translate(_PLAIN).split()))]


def _source(knowledge: Knowledge, value: str) -> list[Node]:
    known = [entry.id for entry in knowledge.sources()]
    if value not in known:
        raise UnknownSource(value, closest(value, known))
    return [Literal(value)]


def _dataset(knowledge: Knowledge, value: str) -> list[Node]:
    """The ids of the datasets of a name, which may have been loaded from several files."""
    ids: dict[str, set[str]] = {}
    for row in knowledge.query(_DATASETS):
        for name in (row["id"], row["title"]):
            ids.setdefault(_key(str(name)), set()).add(str(row["id"]))
    if _key(value) not in ids:
        raise UnknownName(value, closest(value, ids) or sorted(ids))
    return [Literal(id) for id in sorted(ids[_key(value)])]


def _standings(knowledge: Knowledge, value: str | Sequence[str]) -> list[Node]:
    return _concepts({name: {iri} for name, iri in STANDINGS.items()}, value)


def _issues(knowledge: Knowledge, value: str | Sequence[str]) -> list[Node]:
    """Issues of the vocabulary, and those of the schemes under which sources were read, by their ids or labels."""
    found: dict[str, set[str]] = {name: {iri} for name, iri in ISSUES.items()}
    for row in knowledge.query(_LABELS):
        iri = str(row["issue"])
        for name in (str(row["label"]), iri.rpartition("#issue-")[2]):
            found.setdefault(name, set()).add(iri)
    return _concepts(found, value)


def _concepts(concepts: Mapping[str, Collection[str]], value: str | Sequence[str]) -> list[Node]:
    by_name: dict[str, set[str]] = {}
    for name, iris in concepts.items():
        by_name.setdefault(_key(name), set()).update(iris)
        for iri in iris:
            by_name[iri] = {iri}
    found: list[Node] = []
    for name in [value] if isinstance(value, str) else value:
        fitting = by_name.get(name) or by_name.get(_key(name))
        if fitting is None:
            near = closest(name, concepts)
            raise UnknownName(name, near, others=() if near else sorted(concepts))
        found += map(URIRef, sorted(fitting))
    return found


def _key(name: str) -> str:
    """How a term is compared: ``export controls`` and ``exportControls`` are one."""
    return folded(name).replace(" ", "")


_READERS: Final[Mapping[str, Callable[..., list[Node]]]] = {
    **{kind: _named(kind) for kind in ("negotiation", "party", "person", "post", "publisher")},
    **dict.fromkeys(("date", "since", "until"), _day),
    "round": _number,
    "issue": _issues,
    "standing": _standings,
    "source": _source,
    "dataset": _dataset,
    "text": _words,
}
