"""Events and acts of all sources in order of time, a line for each, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from .days import When
from .deeds import Deed, Deeds, in_words, standing
from .happenings import Happening, Happenings
from .negotiations import Negotiations
from .record import Quote, Record, independent, one_each, publishers

COLUMNS: Final = (
    "day", "dated", "what", "place", "parties", "standing", "also", "publishers", "independent",
    "quote", "speaker", "publisher", "published", "source", "start", "end", "negotiation", "node",
)  # fmt: skip
"""What a row of a timeline tells."""
_BASES: Final = {"text": "printed", "partial": "partly printed", "resolved": "worked out"}
"""What the day of an event rests on, in words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline."""

    node: str
    when: When
    dated: str
    """Where the day comes from, in words."""
    what: str
    place: str
    parties: tuple[str, ...]
    standing: str
    also: tuple[str, ...]
    quotes: tuple[Quote, ...]
    negotiations: frozenset[str]
    concerns: frozenset[str]
    """Its parties, those of its negotiation where it names none."""
    order: tuple[str, ...]

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who tells of it."""
        return publishers(quote for quote in self.quotes if not quote.against)

    @property
    def independent(self) -> tuple[str, ...]:
        """Who of them has something that no other had before."""
        return independent(quote for quote in self.quotes if not quote.against)


class History:
    """All that happened, as all sources tell it together."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.happenings = Happenings(record)
        self.deeds = Deeds(record, self.happenings)
        self.negotiations = Negotiations(record, self.happenings)

    def deeds_known(self, on: str) -> Deeds:
        """Return the acts by what had come out on a day."""
        return Deeds(self.record, self.happenings, known_on=on)

    def acts_on(self, item: str, negotiation: str = "", deeds: Deeds | None = None) -> tuple[Deed, ...]:
        """Return the acts on an item, in all or in one negotiation."""
        acts = (deeds or self.deeds).on.get(item, ())
        return tuple(one for one in acts if not negotiation or negotiation in self.negotiations.of(one))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Events, then acts of each day, in order of time."""
        found = [self._event(one) for one in self.happenings.all.values()]
        found += [self._act(one) for one in self.deeds.all]
        return tuple(sorted(found, key=lambda entry: entry.order))

    def timeline(
        self, *, negotiation: str = "", party: str = "", since: str = "", until: str = ""
    ) -> tuple[Entry, ...]:  # fmt: skip
        """Return the entries of a negotiation, in which a party has a part, from some day to some day."""
        return tuple(
            entry
            for entry in self.entries
            if (not negotiation or negotiation in entry.negotiations)
            and (not party or party in entry.concerns)
            and (not since or (entry.when.last and entry.when.last >= since))
            and (not until or (entry.when.first and entry.when.first <= until))
        )

    def rows(self, entries: tuple[Entry, ...]) -> Iterator[Mapping[str, str | int]]:
        """Yield a row for each entry and each source that tells of it; one without words for what a dataset tells."""
        for entry in entries:
            for quote in one_each(entry.quotes) or (None,):
                yield {
                    "day": entry.when.value,
                    "dated": entry.dated,
                    "what": entry.what,
                    "place": entry.place,
                    "parties": self.record.labels(entry.parties),
                    "standing": entry.standing,
                    "also": "; ".join(f"also told as {other}" for other in entry.also),
                    "publishers": len(entry.publishers),
                    "independent": len(entry.independent),
                    **cited(quote),
                    "negotiation": self.record.labels(entry.negotiations),
                    "node": entry.node,
                }

    def _event(self, one: Happening) -> Entry:
        when, dated = one.when, _BASES.get(one.when.basis, "told")
        if not when.day:
            when, dated = When(one.told_first), "publication" if one.told_first else "not told"
        talks, parties = self.negotiations.of(one), {*one.parties, *one.guests}
        above = [self.negotiations.parties.get(node, frozenset()) for node in talks] if len(parties) < 2 else []
        between = f": {self.record.labels(one.parties)}" if one.parties else ""
        between += f" ({self.record.labels(talks)})" if len(one.parties) < 2 and talks else ""
        guests = f", with {self.record.labels(one.guests)}" if one.guests else ""
        return Entry(
            node=one.node,
            when=when,
            dated=dated,
            what=f"{one.name}{between}{guests}",
            place=one.place,
            parties=(*one.parties, *one.guests),
            standing=one.history,
            also=one.also,
            quotes=one.quotes,
            negotiations=talks,
            concerns=frozenset(parties).union(*above),
            order=(when.first or "~", "0", one.number.zfill(4), one.label, one.node),
        )

    def _act(self, one: Deed) -> Entry:
        event = self.happenings.all.get(one.event)
        parties = self.record.sides((*one.agents, *one.addressees))
        return Entry(
            node=one.facts[0],
            when=one.when,
            dated=one.dated if one.when.day else "not told",
            what=in_words(self.record, one),
            place=event.place if event else "",
            parties=tuple(sorted(parties, key=self.record.label)),
            standing=standing(one, self.deeds.on[one.item]),
            also=(),
            quotes=one.quotes,
            negotiations=self.negotiations.of(one),
            concerns=parties,
            order=(one.when.first or "~", "1", one.published, *one.facts),
        )


def cited(quote: Quote | None) -> dict[str, str | int]:
    """Return the columns that tell of a quotation, empty where there is none."""
    if quote is None:
        return dict.fromkeys(("quote", "speaker", "publisher", "published", "source", "start", "end"), "")
    return {
        "quote": quote.words,
        "speaker": quote.speaker
        + (" (against it)" if quote.against else "")
        + (f" (as {quote.after} had it before)" if quote.after else ""),
        "publisher": quote.publisher,
        "published": quote.published,
        "source": quote.source,
        "start": quote.start,
        "end": quote.end,
    }
