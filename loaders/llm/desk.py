"""The desk at which an answer's records are entered: it finds their words in the text, or says what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ...graph.records import AttributionMode, Key, Modality, Place, Span, Standing
from ..news.cast.members import slug
from ..news.entering.publication import Publication
from ..news.lexicons.issue_schemes import IssueWords
from ..news.text.segment import Segment
from ..news.values.dates import day_of
from ..news.voices.quotations import quotations, share_quoted
from .answers import Told
from .company import Company
from .grounding import Quotations
from .ledger import Ledger

_MODALITIES: Final[dict[Standing, Modality]] = {
    "expected": "expectation",
    "conditional": "conditional",
    "denied": "denial",
    "claimed": "claim",
}


class Nothing(Exception):
    """The text does not say this; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Words:
    """Where a record's quotation stands, who says it, and how that makes it stand."""

    span: Span
    chain: tuple[Key, ...]
    mode: AttributionMode
    standing: Standing
    confidence: Decimal

    @property
    def modality(self) -> Modality:
        """How a statement of a plain fact is meant."""
        return _MODALITIES.get(self.standing, "claim" if self.chain else "fact")


class Desk:
    """Where the records of one part of an article are entered: its words, its people, its ledger."""

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        part: Span,
        company: Company,
        ledger: Ledger,
        publication: Publication,
        issues: IssueWords,
    ) -> None:
        self.text = text
        self.company = company
        self.ledger = ledger
        self.issues = issues
        self.published: date | None = day_of(publication.published)
        self.events: dict[str, Key] = {}
        """The answer's own names for its events."""
        outlet = publication.outlet
        self._outlet = outlet.key if outlet else None
        self._own_names = {n.casefold() for n in (outlet.label, *outlet.aliases)} if outlet else set()
        self._quotations = Quotations(text, part)
        self._quoted = quotations(text, segments)
        self._headlines = [s for s in segments if s.kind == "headline"]

    # ------------------------------------------------------------------ what the text says

    def words(self, told: Told) -> Words:
        """The words that carry a record; raises ``Nothing`` when the text does not have them."""
        span, chain = self.quote(told["quote"]), self.chain(told["said_by"])
        standing: Standing = "claimed" if chain and told["standing"] == "asserted" else told["standing"]
        if not chain and standing == "claimed":
            standing = "asserted"
        return Words(span, chain, self.mode(span, chain), standing, self.confidence(told["quote"], span))

    def quote(self, quote: str) -> Span:
        """Where a quotation stands."""
        span = self._quotations.find(quote)
        if span is None:
            raise Nothing("its quotation does not stand in the text")
        return span

    def confidence(self, quote: str, span: Span) -> Decimal:
        """Less for words that are only nearly those of the text."""
        return Decimal(
            "0.8" if " ".join(self.text[span.start : span.end].split()) == " ".join(quote.split()) else "0.7"
        )

    def chain(self, names: Iterable[str]) -> tuple[Key, ...]:
        """Those who hand on the words, the publisher left out."""
        heard = [name for name in names if name.casefold() not in self._own_names]
        chain = tuple(dict.fromkeys(self.agent(name, "speaker") for name in heard))
        return tuple(key for key in chain if key != self._outlet)

    def mode(self, span: Span, chain: tuple[Key, ...]) -> AttributionMode:
        """How words are attributed, by the quotation marks of the text."""
        if not chain:
            return (
                "headline"
                if any(s.start <= span.start and span.end <= s.end for s in self._headlines)
                else "unattributed"
            )
        share = share_quoted(self._quoted, span.start, span.end)
        return "direct-quote" if share > 0.95 else "mixed-quote" if share > 0 else "paraphrase"

    def agent(self, name: str, what: str) -> Key:
        """Whom a name means; raises ``Nothing`` for somebody whom the text does not name."""
        key = self.company.key(name)
        if key is None:
            raise Nothing(f"its {what} is not named in the text")
        return key

    def agents(self, names: Iterable[str], what: str) -> tuple[Key, ...]:
        """Whom several names mean, each once."""
        return tuple(dict.fromkeys(self.agent(name, what) for name in names))

    def parties(self, names: Iterable[str], what: str) -> tuple[Key, ...]:
        """The sides that several names mean, each once."""
        for name in (names := list(names)):
            self.agent(name, what)
        return tuple(dict.fromkeys(key for name in names if (key := self.company.party(name))))

    def inside(self, words: str | None, span: Span) -> Span | None:
        """Where some words stand inside a quotation."""
        return self._quotations.find(words, inside=span) if words else None

    def printed(self, words: str | None, span: Span) -> str:
        """Words as the quotation prints them, on one line; empty when it does not."""
        found = self.inside(words, span)
        return " ".join(self.text[found.start : found.end].split()) if found else ""

    def name(self, words: str, span: Span) -> str:
        """A name as the quotation prints it, or another place of the text; raises ``Nothing`` when none does."""
        found = self.inside(words, span) or self._quotations.find(words)
        if found is None:
            raise Nothing("its name does not stand in the text")
        return " ".join(self.text[found.start : found.end].split())

    def place(self, name: str | None, span: Span) -> Key | None:
        """A place that the quotation names, entered."""
        printed = self.printed(name, span)
        if not printed or printed.islower():
            return None
        return self.ledger.enter(Place(Key(f"place/{slug(printed)}"), printed, (printed,)))

    # ------------------------------------------------------------------ statements

    def state(
        self,
        words: Words,
        rule: str,
        facts: tuple[Key, ...],
        *,
        modality: Modality | None = None,
        span: Span | None = None,
    ) -> None:
        """A statement for some words that carry facts, or dispute them when they are denied."""
        self.ledger.state(
            span or words.span,
            words.modality if modality is None or words.standing == "denied" else modality,
            chain=words.chain,
            mode=words.mode,
            rule=f"llm-{rule}",
            facts=facts,
            disputed=words.standing == "denied",
            confidence=words.confidence,
        )
