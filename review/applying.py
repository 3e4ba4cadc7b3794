"""Applies what a person has decided on the facts of a source to its records, and says where the text has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import Final

from ..graph.errors import ReviewError, one_line
from ..graph.identifiers import content_hash
from ..graph.records import (
    FactDecision,
    FactVerdict,
    Key,
    Link,
    Modality,
    SourceRecords,
    Span,
    Statement,
)
from .entries import Choice, Decisions, Entry
from .fields import GROUPS, Fact
from .making import Workshop
from .matching import Match, match
from .placing import find
from .removing import without
from .showing import place, show
from .values import Problem
from .wording import in_words

_VERDICTS: Final[dict[Choice, FactVerdict]] = {
    "accept": "accepted", "edit": "edited", "add": "added", "reject": "rejected",
}  # fmt: skip
_MODALITIES: Final[dict[str, Modality]] = {
    "propose": "proposal", "offer": "proposal", "demand": "demand", "request": "demand", "commit": "commitment",
    "agree": "agreement", "agreeToConsider": "agreement-to-consider", "reject": "rejection",
    "expect": "expectation", "setCondition": "conditional",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Applied:
    """The records with the decisions in them, and what there is to tell."""

    records: SourceRecords
    notes: tuple[str, ...] = ()


def apply(said: SourceRecords, files: Sequence[Decisions]) -> Applied:
    """Return the records as the files' decisions make them; raise ReviewError when a decision cannot be applied."""
    return _Applying(said, files).applied()


class _Applying:
    def __init__(self, said: SourceRecords, files: Sequence[Decisions]) -> None:
        self._said = said
        self._text = said.source.text
        self._files = files
        self._shop = Workshop(said.records, said.source.scheme)
        self._rejected: set[Key] = set()
        self._decided: list[tuple[FactDecision, Decisions, Entry]] = []
        self._notes: list[str] = []
        self._moved: Counter[str] = Counter()

    def applied(self) -> Applied:
        _check_once(self._files)
        facts = show(self._said)
        owners = {id(entry): file for file in self._files for entry in file.decided}
        entries = [entry for file in self._files for entry in file.decided]
        for found in match(entries, facts):
            self._file, self._entry = owners[id(found.entry)], found.entry
            before = self._shop.copied()
            try:
                self._apply(found)
            except Problem as problem:
                if not self._outdated:
                    raise ReviewError(self._file.path, self._entry.line, f"{self._entry.group}: {problem}") from problem
                self._shop = before
                self._note(f"text changed under a decision: {problem}; it is not applied")
        for path, count in self._moved.items():
            decisions = "1 decision is" if count == 1 else f"{count} decisions are"
            self._notes.append(f"{path}: the text has changed, the words still stand in it: {decisions} applied")
        return Applied(self._result(), tuple(self._notes))

    @property
    def _outdated(self) -> bool:
        """Whether somebody decided on another text than this one."""
        return self._file.text not in ("", content_hash(self._text)) or not self._entry.found

    def _apply(self, found: Match) -> None:
        entry, shown = found.entry, found.shown
        if shown is None:
            self._apply_alone(entry)
            return
        if not found.same and entry.decision != "add":
            self._note("is read otherwise now; the decision is applied all the same")
        elif content_hash(self._text) != self._file.text != "":
            self._moved[self._file.path] += 1
        record, statement = shown.record, shown.statement
        if entry.decision == "reject":
            self._rejected.add(record.key)
            self._record(shown.entry.fact, statement.span, None)
            return
        if shown.entry.fields != entry.fields:
            group, was = GROUPS[entry.group], shown.entry.fields
            record = self._shop.changed(group, record, was, entry.fields, quote=entry.quote)
            self._shop.by_key[record.key] = record
        moved = entry.quote != shown.entry.quote
        if moved or shown.entry.fields.get("said_by") != entry.fields.get("said_by") or isinstance(record, Statement):
            statement = self._restated(record, statement, self._span() if moved else statement.span)
        said = shown.entry.fact if entry.decision == "edit" else in_words(entry.group, entry.fields)
        self._record(said, statement.span, statement.key if isinstance(record, Statement) else record.key)

    def _apply_alone(self, entry: Entry) -> None:
        """A decision on a fact that the reading does not find: an own one, or one that it found once."""
        if entry.quote not in self._text:
            if entry.decision == "add" and not self._outdated:
                words = one_line(entry.quote, limit=80)
                raise Problem(f"the words {words!r} do not stand in the text; copy them exactly, or take the entry out")
            self._note("text changed under a decision: its words no longer stand in the text; it is not applied")
            return
        span = self._span()
        if entry.decision == "reject":
            self._record(entry.fact or in_words(entry.group, entry.fields), span, None)
            return
        if entry.decision != "add":
            self._note("is not found by the reading any more; its words stand in the text: the decision is applied")
        self._record(in_words(entry.group, entry.fields), span, self._made(entry, span))

    def _made(self, entry: Entry, span: Span) -> Key:
        group = GROUPS[entry.group]
        if group.record is Statement:
            return self._state(span, entry, ()).key
        key = Key(f"{group.kind}/{entry.fingerprint}")
        record = self._shop.made(group, key, entry.fields, quote=entry.quote)
        self._shop.by_key[key] = record
        facts = [key, *getattr(self._shop.by_key.get(getattr(record, "item", key)), "terms", ())]
        self._state(span, entry, facts)
        return key

    def _state(self, span: Span, entry: Entry, facts: Iterable[Key]) -> Statement:
        """Enter a statement of these words, or let the one that is there carry these facts too."""
        chain = self._shop.speakers(entry.fields.get("said_by", ""))
        denied = entry.fields.get("standing") == "denied"
        modality = self._modality(entry, spoken=bool(chain))
        speaker = sha256("\n".join(chain).encode()).hexdigest()[:6] if chain else "article"
        key = Key(f"statement/{span.start}-{span.end}-{modality}-{speaker}")
        known = self._shop.by_key.get(key)
        statement = known if isinstance(known, Statement) else Statement(
            key, span, modality, chain, mode="paraphrase" if chain else "unattributed", confidence=Decimal(1),
            rule="review",
        )  # fmt: skip
        carried = tuple(dict.fromkeys((*(statement.disputes if denied else statement.supports), *facts)))
        statement = replace(statement, **{"disputes" if denied else "supports": carried})  # type: ignore[arg-type]
        self._shop.by_key[key] = statement
        return statement

    def _modality(self, entry: Entry, *, spoken: bool) -> Modality:
        said, standing = entry.fields.get("modality"), entry.fields.get("standing")
        if said:
            return said  # type: ignore[return-value]  # checked when it was read
        if standing in ("denied", "expected", "conditional"):
            return {"denied": "denial", "expected": "expectation"}.get(standing, "conditional")  # type: ignore[return-value]
        return _MODALITIES.get(str(entry.fields.get("type", "")), "claim" if spoken else "fact")

    def _restated(self, record: Fact, statement: Statement, span: Span) -> Statement:
        """The statement of other words or another speaker: its other facts stay with the one that was read."""
        if isinstance(record, Statement):
            chain = self._shop.speakers(self._entry.fields.get("said_by", ""))
            modality: Modality = self._modality(self._entry, spoken=bool(chain))
            changed = replace(record, chain=chain, modality=modality, span=span)
            self._shop.by_key[record.key] = changed
            return changed
        kept = self._shop.by_key[statement.key]
        assert isinstance(kept, Statement)
        carried = [record.key] if record.key in (*kept.supports, *kept.disputes) else []
        own = {record.key}
        self._shop.by_key[kept.key] = replace(
            kept,
            supports=tuple(key for key in kept.supports if key not in own),
            disputes=tuple(key for key in kept.disputes if key not in own),
        )
        return self._state(span, self._entry, carried)

    def _span(self) -> Span:
        quote, at = self._entry.quote, self._entry.at
        places = find(self._text, quote, at)
        if not places:
            raise Problem(f"the words {one_line(quote, limit=80)!r} do not stand in the text: copy them exactly")
        if len(places) > 1:
            lines = " or ".join(f"`at: {place(self._text, span)}`" for span in places[:3])
            raise Problem(f"the words {one_line(quote, limit=80)!r} stand {len(places)} times in the text: say {lines}")
        return places[0]

    # ------------------------------------------------------------------ what comes of it

    def _record(self, said: str, span: Span, fact: Key | None) -> None:
        by, on = self._file.decider(self._entry)
        entry = self._entry
        name = entry.id or entry.fingerprint
        verdict = _VERDICTS[entry.decision]
        decision = FactDecision(Key(f"decision/{name}"), verdict, said, span, by, on, entry.because, fact)
        self._decided.append((decision, self._file, entry))

    def _note(self, what: str) -> None:
        entry = self._entry
        fact = one_line(entry.fact or in_words(entry.group, entry.fields), limit=100)
        self._notes.append(f"{self._file.path}, {entry.place}: {fact} ({entry.at or 'no place'}): {what}")

    def _result(self) -> SourceRecords:
        source = self._said.source
        shop = self._shop
        shop.by_key.update(shop.cast.added)
        needed = [source.publisher] if source.publisher else []
        left = without(shop.by_key, self._rejected, keep=needed)
        links = [r for r in self._said.records if isinstance(r, Link) and r.first in left and r.second in left]
        for decision, file, entry in self._decided:
            if decision.fact is not None and decision.fact not in left:
                why = f"{decision.said!r} is {decision.verdict}, but what it needs is rejected: decide on both"
                raise ReviewError(file.path, entry.line, f"{entry.group}: {why}")
        decisions = (decision for decision, _, _ in self._decided)
        return replace(self._said, source=source, records=(*left.values(), *links, *decisions))


def _check_once(files: Sequence[Decisions]) -> None:
    """Raise when two files decide on one fact."""
    seen: dict[str, tuple[str, int]] = {}
    for file in files:
        for entry in file.decided:
            name = entry.id or entry.fingerprint
            if name in seen:
                path, line = seen[name]
                why = f"{entry.group}: is decided in {path}, line {line}, too; keep one"
                raise ReviewError(file.path, entry.line, why)
            seen[name] = (file.path, entry.line)
