"""All about one person, party, negotiation or item in sentences, each with the words that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..content.records import Fact
from ..content.wording import moment
from ..errors import QueryError
from . import careers
from .appearances import appearances
from .deeds import Deed, called, deniers, in_words
from .positions import position
from .record import Quote, as_told, one_each
from .timeline import History

_DEEDS: Final = (
    ("Proposed and offered", ("propose", "offer")),
    ("Demanded and requested", ("demand", "request", "setCondition")),
    ("Promised", ("commit",)),
    ("Agreed", ("agree", "agreeToConsider")),
    ("Rejected and withdrew", ("reject", "withdraw")),
    ("Carried out", ("carryOut",)),
    ("Steps taken", ("takeStep",)),
    ("Discussed, expected, threatened", ("discuss", "expect", "threaten")),
)

_QUOTED: Final = "\"“”„«»'‘’ "


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the words that it rests on."""

    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All about one node."""

    title: str
    kind: str
    sections: tuple[Section, ...]


def dossier(history: History, node: str) -> Dossier:
    """Return all about a person, party, negotiation or item; raise QueryError for a node of another kind.

    What no words carry is left out.
    """
    record = history.record
    kind = record.kind(node)
    if kind not in _SECTIONS:
        raise QueryError(
            f"a dossier is of a person, a party, a negotiation or an item, and {record.label(node)!r} is none: "
            "`parley describe` tells of any node"
        )
    made = (
        Section(title, tuple(line for line in lines if line.quotes)) for title, lines in _SECTIONS[kind](history, node)
    )
    title = called(node, history.deeds.on.get(node, ())) if kind == "item" else record.label(node)
    side = record.side(node)
    of = f" of {record.label(side)}" if kind in ("person", "unnamed") and side != node else ""
    return Dossier(title, f"{_WORDS.get(kind, kind)}{of}", tuple(section for section in made if section.lines))


def _somebody(history: History, node: str) -> Iterator[tuple[str, list[Line]]]:
    """Yield the sections on a person or a party."""
    record = history.record
    person = record.is_person(node)
    they, them, their = ("they", "them", "their") if person else ("it", "it", "its")
    yield "Names in the sources", list(_names(history, node))
    held = careers.tenures(record, person=node) if person else careers.tenures(record, party=node)
    lines = [Line(careers.in_words(record, one), one_each(one.quotes)) for one in held]
    lines += [Line(words, quotes) for words, quotes in careers.bounds(record, held if person else ())]
    yield "Posts" if person else "Its people and their posts", lines
    for title, held_only in (
        (f"Whom {they} sat with", True),
        ("Meetings of which no source tells that they were held", False),
    ):
        seen = appearances(history, node, held=held_only)
        yield title, [Line(words, quotes) for words, quotes in seen]
    acts = [one for one in history.deeds.all if _acts(history, one, node)]
    own = [one for one in acts if not _hearsay(history, one, node)]
    for title, types in _DEEDS:
        yield title, [_act(history, one) for one in own if one.type in types]
    yield f"Said of {them} by others alone", [_act(history, one) for one in acts if one not in own]
    asked = [one for one in history.deeds.all if node in one.addressees and one not in acts]
    yield f"Put to {them}", [_act(history, one) for one in asked]
    yield f"In {their} own words", list(_said(history, node))


def _negotiation(history: History, node: str) -> Iterator[tuple[str, list[Line]]]:
    found = history.timeline(negotiation=node)
    events = [one for one in found if one.node in history.happenings.all]
    lines = [
        Line(
            _dated(entry.when.value, f"{entry.what}{f', {entry.place}' if entry.place else ''}: {entry.standing}")
            + as_told(entry.quotes, claimed=history.happenings.all[entry.node].standing == "claimed")
            + (" (day of publication)" if entry.dated == "publication" else "")
            + "".join(f"; also told as {other}" for other in entry.also),
            one_each(entry.quotes),
        )
        for entry in events
    ]
    yield "Rounds and other events", lines
    acts = [one for one in history.deeds.all if node in history.negotiations.of(one)]
    yield "Where things stand", list(_standing(history, dict.fromkeys(one.item for one in acts), node))
    for title, types in _DEEDS:
        yield title, [_act(history, one) for one in acts if one.type in types]


def _item(history: History, node: str) -> Iterator[tuple[str, list[Line]]]:
    record = history.record
    yield "Where it stands", list(_standing(history, [node]))
    yield "What became of it", [_act(history, one) for one in history.deeds.on.get(node, ())]
    terms = [fact for fact in record.content.facts if fact.kind == "term" and node in fact.nodes]
    yield "In detail", [_term(history, fact) for fact in terms]


def _standing(history: History, items: Iterable[str], negotiation: str = "") -> Iterator[Line]:
    """Yield where items stand, in all or in one negotiation, those first of which the last act is the latest."""
    found = [told for item in items if (told := position(history, item, history.acts_on(item, negotiation)))]
    for one in sorted(found, key=lambda one: (one.last.when.first, one.node), reverse=True):
        yield _line(_dated(one.last.when.value, f"{one.item}: {one.status_aside}"), one.last.quotes)


_SECTIONS: Final[Mapping[str, Callable[[History, str], Iterator[tuple[str, list[Line]]]]]] = {
    "person": _somebody, "unnamed": _somebody, "state": _somebody, "organization": _somebody,
    "process": _negotiation, "item": _item,
}  # fmt: skip
_WORDS: Final = {"process": "negotiation", "unnamed": "somebody whom the sources do not name"}


def _names(history: History, node: str) -> Iterator[Line]:
    """Yield the forms in which the sources print a name, each with a place where it stands."""
    record = history.record
    for form in record.forms(node):
        found = record.printed(node, form)
        if found:
            yield Line(f"Printed as “{form}”", (found,))


def _acts(history: History, one: Deed, node: str) -> bool:
    record = history.record
    return node in one.agents or node in one.people or node in record.sides(one.agents)


def _hearsay(history: History, one: Deed, node: str) -> bool:
    """True when only other parties tell of an act: no article in its own voice, and nobody whose side is not told."""
    record = history.record
    own = {node, record.side(node)}
    parties = record.parties(quote.voice for quote in one.quotes)
    return bool(parties) and all(
        quote.speaker and quote.voice in parties and quote.voice not in own for quote in one.quotes
    )


def _said(history: History, node: str) -> Iterator[Line]:
    """Yield what somebody is quoted with, word for word."""
    record = history.record
    for said in sorted(
        record.content.statements, key=lambda one: (record.published(one.source), one.source, one.start)
    ):
        if said.chain[-1:] == (node,) and not said.whole and said.mode in ("direct quote", "mixed quote"):
            quote = record.quote(said.id)
            yield Line(_dated(quote.published, f"“{_said_words(said.quote)}”"), (quote,))


def _said_words(quote: str) -> str:
    """Return what is said without the marks around it, nor the comma or full stop that leads on to who says it.

    >>> _said_words('"We have a plan,"'), _said_words("“Why?”")
    ('We have a plan', 'Why?')
    """
    return " ".join(quote.split()).strip(_QUOTED).rstrip(",;.").strip(_QUOTED)


def _act(history: History, one: Deed) -> Line:
    words = in_words(history.record, one)
    against = deniers(one, history.deeds.on[one.item])
    told = as_told(one.quotes, claimed=one.standing == "claimed", denied_by=against)
    dated = " (day of publication)" if one.dated_by == "published" and one.when.day else ""
    return _line(_dated(one.when.value, f"{words}{told}{dated}"), one.quotes)


def _term(history: History, fact: Fact) -> Line:
    quotes = history.record.words(fact)
    told = as_told(quotes, claimed=fact.standing == "claimed")
    return _line(f"{history.record.sentence(fact)}{told}", quotes)


def _line(words: str, quotes: Iterable[Quote]) -> Line:
    return Line(words, one_each(quotes))


def _dated(value: str, words: str) -> str:
    return f"{' to '.join(moment(day) for day in value.split('/'))}: {words}" if value else words
