"""Enters what is said and is no act of negotiation, and joins statements that tell the same twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from ....graph.records import AttributionMode, Key, Link, Span, Statement
from ..cast.actors import Actors
from ..cast.attribution import Attributed
from ..language.annotation import extent
from ..language.syntax import child
from ..voices.denials import denies
from ..voices.quotations import quotations, quoted_inside
from ..voices.runs import is_bare
from ..voices.statement_kinds import conditional_clauses, modality_of
from ..voices.utterances import Utterance
from .sheet import Sheet

_SHORT = 8
"""Words: a quoted sentence of fewer goes with the quotation before it."""
_CLOSING = ('"', "”", "»")
_ENDING = " \n\t.!?…"
"""What ends a sentence within a quotation, and stands before its next one."""
_LONGEST_WHOLE = 60
"""Words: a quotation of more is told in several pieces, a speech sentence by sentence."""
_LONGEST_CUE = 100
"""Characters of the words that name the speaker between two halves of a quotation."""
_SHORTEST_TURN = 4
"""Words: a sentence of a turn of fewer goes with its neighbour."""


def add_utterances(sheet: Sheet, actors: Actors) -> None:
    """What is said and is no act: one statement an utterance, with its quoted words and conditions as parts."""
    quoted = quotations(sheet.text, actors.article.segments)
    acts = _ActStatements(sheet)
    wholes: set[Key] = set()
    denied: Attributed | None = None
    speaking = {actors.party_of(one.chain[-1]) for one in sheet.attribution.all if not _is_in_headline(one)}
    own = [one for one in sheet.attribution.all if not one.passes_on]
    for group in _groups(own, sheet.text):
        said = _as_one(group)
        denial = any(denies(one.utterance, after_denial=_follows(actors, denied, one)) for one in group)
        denied = said if denial else None
        start, end = said.utterance.content
        if end - start >= 4 and not _is_told_below(actors, said, speaking):
            spoken = acts.standing_for(said, part_of_it=len(group) == 1)
            whole = spoken.key if spoken is not None else _state_utterance(sheet, said)
            if denial:
                sheet.statements[whole] = replace(sheet.statements[whole], modality="denial")
            wholes.add(whole)
            for other in said.speakers[1:4]:  # "the ministers of A and B said": each of them
                key = _state_utterance(sheet, replace(said, chain=(*said.chain[:-1], other)))
                if denial:
                    sheet.statements[key] = replace(sheet.statements[key], modality="denial")
            for one in group:
                _state_parts(sheet, one, whole, quoted)
            if said.unnamed and said.utterance.cue is not None:
                sheet.state(Span(*_cue(said)), "fact", supports=said.chain, chain=(), rule="unnamed-source")
    _join_parts(sheet, wholes)


def _is_in_headline(said: Attributed) -> bool:
    return said.utterance.mode == "headline"


def _is_told_below(actors: Actors, said: Attributed, speaking: set[Key]) -> bool:
    """True for a headline's "X says ..." when X has no name there, or somebody of X's side speaks below."""
    if not _is_in_headline(said) or said.utterance.kind not in ("say", "speak"):
        return False
    return said.unnamed or actors.party_of(said.chain[-1]) in speaking


def _groups(found: Iterable[Attributed], text: str) -> list[list[Attributed]]:
    """The utterances; those that are one statement together.

    Sentences and paragraphs that go on with a quotation belong to the one before them; the shortest sentences of a
    turn in a transcript to their neighbour ("That is false."); and what one subject says with several verbs is one.
    """
    result: list[list[Attributed]] = []
    for said in found:
        before = result[-1] if result else None
        if before is not None and (_goes_on(before, said, text) or _is_coordinated(before[-1], said)):
            before.append(said)
        else:
            result.append([said])
    return result


def _as_one(group: list[Attributed]) -> Attributed:
    first = group[0]
    if len(group) == 1:
        return first
    content = first.utterance.content[0], max(one.utterance.content[1] for one in group)
    modes = {one.utterance.mode for one in group}
    mode: AttributionMode = modes.pop() if len(modes) == 1 else "mixed-quote"
    return replace(first, utterance=replace(first.utterance, content=content, mode=mode))


def _follows(actors: Actors, denied: Attributed | None, said: Attributed) -> bool:
    """True when the speaker, or another of the same side, goes on right after a denial in words that are quoted."""
    if denied is None or said.utterance.mode == "paraphrase":
        return False
    if actors.party_of(denied.chain[-1]) != actors.party_of(said.chain[-1]):
        return False
    return 0 <= said.utterance.sentence.number - denied.utterance.sentence.number <= 1


def _is_coordinated(before: Attributed, said: Attributed) -> bool:
    """True for the second verb in "X dismissed the report and said ..."."""
    one, other = before.utterance.verb, said.utterance.verb
    if one is None or other is None or one is other or before.chain != said.chain:
        return False
    if before.utterance.sentence is not said.utterance.sentence or other.dep_ != "conj":
        return False
    kinds = {before.utterance.kind, said.utterance.kind}
    own = child(other, "nsubj")
    return kinds <= {"say", "speak"} and own is None and one in list(other.ancestors)[:3]


def _goes_on(group: list[Attributed], said: Attributed, text: str) -> bool:
    before = _as_one(group)
    (first, last), (start, end) = before.utterance.content, said.utterance.content
    if before.chain != said.chain or before.utterance.mode != "direct-quote" or not last <= start:
        return False
    if before.utterance.kind == said.utterance.kind == "turn":
        shortest = min(len(text[first:last].split()), len(text[start:end].split()))
        return not text[last:start].strip() and shortest < _SHORTEST_TURN
    if denies(said.utterance, after_denial=False) or len(text[first:end].split()) > _LONGEST_WHOLE:
        return False
    if not text[last:start].strip(_ENDING):
        short = is_bare(said.utterance) and len(text[start:end].split()) < _SHORT
        return short or (
            text[first:last].rstrip(_ENDING)[-1:] not in _CLOSING and said.utterance.mode == "direct-quote"
        )
    return is_bare(said.utterance) and _is_split(group[-1].utterance, said.utterance, text)


def _is_split(before: Utterance, said: Utterance, text: str) -> bool:
    """True for the second half of "“A,” X said. “B.”": nothing but X's cue stands between."""
    told, end = before.cue, before.sentence.end
    if told is None or before.kind != "say" or before.sentence.segment is not said.sentence.segment:
        return False
    return before.content[1] <= told[0] and not text[end : said.content[0]].strip() and end - told[0] < _LONGEST_CUE


def _join_parts(sheet: Sheet, wholes: set[Key]) -> None:
    """Makes whatever else a speaker states within an utterance a part of it, of the narrowest that holds it."""
    by_chain: dict[tuple[Key, ...], list[Statement]] = {}
    for key in sorted(wholes):
        by_chain.setdefault(sheet.statements[key].chain, []).append(sheet.statements[key])
    for key, part in sheet.statements.items():
        if key in wholes or part.part_of or part.aspect or not part.chain:
            continue
        holding = [w for w in by_chain.get(part.chain, ()) if _holds(w.span, part.span)]
        if holding:
            narrowest = min(holding, key=lambda w: (w.span.end - w.span.start, w.key))
            sheet.statements[key] = replace(part, part_of=narrowest.key)


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end and whole != part


class _ActStatements:
    """The statements of acts, found by who says them and where."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        acts = [s for s in sheet.statements.values() if s.rule.startswith(("act-", "modal-"))]
        self._longest = max((s.span.end - s.span.start for s in acts), default=0)
        self._by_chain: dict[tuple[Key, ...], list[tuple[int, int, Key]]] = {}
        for number, statement in enumerate(acts):
            place = (statement.span.start, number, statement.key)
            self._by_chain.setdefault(statement.chain, []).append(place)
        for places in self._by_chain.values():
            places.sort()

    def standing_for(self, said: Attributed, *, part_of_it: bool) -> Statement | None:
        """The statement entered first that stands for the whole of an utterance; its larger part may do for it."""
        start, end = said.utterance.content
        places = self._by_chain.get(said.chain, [])
        first = bisect_left(places, start - max(self._longest, 3), key=_start)
        last = bisect_right(places, max(end, start + 3), key=_start)
        near = sorted(places[first:last], key=lambda place: place[1])
        statements = (self._sheet.statements[key] for _, _, key in near)
        return next((s for s in statements if _same_words(s, start, end, part_of_it)), None)


def _start(place: tuple[int, int, Key]) -> int:
    return place[0]


def _same_words(statement: Statement, start: int, end: int, part_of_it: bool) -> bool:
    """True when an act's statement stands for the whole utterance: it covers nearly all of it, or its first half."""
    if statement.part_of or statement.aspect:
        return False
    first, last = statement.span.start, statement.span.end
    shared = min(last, end) - max(first, start)
    covered = shared / max(1, max(last, end) - min(first, start))
    return covered > 0.8 or (part_of_it and abs(first - start) <= 3 and last <= end + 2 and covered > 0.5)


def _state_utterance(sheet: Sheet, said: Attributed) -> Key:
    utterance = said.utterance
    start, end = utterance.content
    return sheet.state(
        Span(start, end),
        modality_of(utterance, sheet.text[start:end]),
        chain=said.chain,
        mode=utterance.mode,
        rule=f"speech-{utterance.kind}",
        confidence=Decimal("0.7" if utterance.follows is not None else "0.9"),
    )


def _state_parts(sheet: Sheet, said: Attributed, whole: Key, quoted: tuple[tuple[int, int], ...]) -> None:
    """The quoted words of an utterance, as its whole is meant, and what it makes conditions."""
    utterance, modality = said.utterance, sheet.statements[whole].modality
    start, end = utterance.content
    for a, b in quoted_inside(quoted, start, end) if utterance.mode == "mixed-quote" else ():
        if b - a > 8 and (a, b) != (start, end):
            span = Span(a, b)
            sheet.state(span, modality, chain=said.chain, mode="direct-quote", rule="quoted-words", part_of=whole)
    for clause in conditional_clauses(utterance.root):
        sheet.state(
            Span(*extent(clause.subtree)),
            "conditional",
            chain=said.chain,
            mode=utterance.mode,
            rule="condition-clause",
            part_of=whole,
        )


def _cue(said: Attributed) -> tuple[int, int]:
    """The words that name the speaker, with whom the words were told to."""
    verb, speaker = said.utterance.verb, said.utterance.speaker
    if verb is None:
        return said.utterance.cue or (0, 0)
    told = [t for t in verb.children if t.dep_ in ("dobj", "dative") and t.i > verb.i and t.ent_type_]
    return extent([*([speaker.left_edge, speaker] if speaker is not None else []), verb, *told])


def links(statements: Iterable[Statement]) -> list[Link]:
    """Statements of different words that carry the same act: told twice."""
    by_fact: dict[Key, list[Key]] = {}
    for statement in statements:
        for fact in statement.supports:
            if fact.startswith("act/") and not statement.aspect:
                by_fact.setdefault(fact, []).append(statement.key)
    return [Link("sameContentAs", keys[0], other) for keys in by_fact.values() for other in keys[1:]]
