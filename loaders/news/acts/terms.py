"""The terms of an act: what is to be done, how much, how long, for what, with whose help, under which condition.

Each part comes with its own exact words; parts that the text does not give stay empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....graph.records import Key, Quantity, Span
from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children
from ..lexicons.issue_schemes import IssueWords
from ..lexicons.word_lists import wordset
from ..values.quantities import find_amounts
from .antecedents import with_antecedents
from .conditions import Parts, condition_of
from .frames import FoundAct
from .issues import action_of, issues_near, issues_of
from .labels import balanced, item_label
from .matter import matter

_RECIPROCAL = re.compile(
    r"\b(?:exchang|swap|mutual|reciprocal|each (?:side|other)|both sides|joint|"
    r"bilateral (?:truce|cease-?fire|pause|halt|release|withdrawal)|"
    r"all[- ]for[- ]all|\d+[- ]for[- ]\d+)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b", re.IGNORECASE)
_AFTER_AMOUNT = re.compile(
    r"(?:[ -](?!(?:to|for|in|on|of|and|or|by|with|from|at|as|that|which|will|would|,)\b)[\w’'-]+){0,3}"
)
_AMOUNT = 4
"""Words of a bare amount."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term before it gets its keys; ``parts`` are (aspect, words) of its details."""

    action: str
    issues: tuple[str, ...]
    text: str
    label: str
    """What the item is called."""
    obligors: tuple[Key, ...]
    beneficiaries: tuple[Key, ...]
    quantity: Quantity | None
    duration: Quantity | None
    reciprocal: bool
    purpose: str
    location: str
    assisted_by: tuple[Key, ...]
    condition: str
    depends_on: Key | None
    further: tuple[Quantity, ...]
    parts: tuple[tuple[str, Span], ...]


def read_term(actors: Actors, act: FoundAct, scheme: IssueWords, *, answered: tuple[str, ...] = ()) -> FoundTerm:
    """The term of an act, from the words of its content; its issues are those of the scheme.

    ``answered`` are the issues of what it answers, where its own words may not name one.
    """
    text = actors.article.text
    parts: Parts = []
    start, end = matter(actors, act)
    condition, depends_on = condition_of(actors, act, parts)
    quantity, duration, further = amounts(text, start, max(end, act.content[1], act.span[1]), parts)
    tokens = list(act.head.subtree) if act.rule.startswith("modal") else list(act.root.subtree)
    purpose = _purpose(text, tokens, act, parts)
    location = _location(text, tokens, parts)
    assisted = _assistance(actors, tokens, parts)
    words = _trimmed(text, (start, end), act, parts)
    whole = text[min(max(act.span[0], start_of(act.head)), start) : act.span[1]]  # no titles of speakers
    issues = issues_of(words, scheme) or issues_of(whole, scheme)
    if not issues:
        issues = (answered if scheme.nearest else ()) or issues_near(actors, act, scheme)
    return FoundTerm(
        action=action_of(words) or action_of(whole),
        issues=issues,
        text=words,
        label=with_antecedents(actors, act, item_label(actors, act, words)),
        obligors=_obligors(actors, act, quantity),
        beneficiaries=_beneficiaries(actors, act, tokens),
        quantity=quantity,
        duration=duration,
        reciprocal=bool(_RECIPROCAL.search(text[start:end])) and act.type not in ("demand", "request"),
        purpose=purpose,
        location=location,
        assisted_by=assisted,
        condition=condition,
        depends_on=depends_on,
        further=further,
        parts=tuple(parts),
    )


def amounts(
    text: str, start: int, end: int, parts: Parts
) -> tuple[Quantity | None, Quantity | None, tuple[Quantity, ...]]:
    """The first amount and the first duration of some words, and what else they count."""
    quantity = duration = None
    further, changes = list[Quantity](), False
    conditions = [span for aspect, span in parts if aspect == "condition"]
    for amount in find_amounts(text, start, end):
        found = amount.quantity
        told = bool(found.unit or found.approximation != "exactly" or found.value is None)
        if amount.was or any(c.start <= amount.start < c.end for c in conditions):
            further.append(found)  # not what is asked for: where it starts from, or what depends on it
        elif amount.duration and duration is None:
            duration = found
            parts.append(("duration", Span(amount.start, _noun_end(text, amount.end, end))))
        elif amount.duration:
            further.append(found)
        elif quantity is None and (told or changes or _OF_THEM.match(text, amount.end, end)):
            quantity = found
            within = found.per_side or found.unit in found.printed
            at = text.find(found.unit, amount.end, end) if found.unit and not within else -1
            parts.append(("quantity", Span(amount.start, at + len(found.unit) if at >= 0 else amount.end)))
        elif _is_told(found):
            further.append(found)
        changes = amount.was  # "from 300 to 450": what it is to become needs no unit
    return quantity, duration, tuple(further)


def _is_told(amount: Quantity) -> bool:
    """True for a number with a unit, or above what counts things by the way ("the two sides")."""
    return bool(amount.unit) or (amount.value or 0) >= 20


def _noun_end(text: str, start: int, end: int) -> int:
    """The end of the noun that a duration belongs to: "ceasefire" in "30-day ceasefire"."""
    match = _AFTER_AMOUNT.match(text, start, end)
    return match.end() if match else start


def _purpose(text: str, tokens: list[Token], act: FoundAct, parts: Parts) -> str:
    vague = wordset("acts", "vague")
    for token in tokens:
        if token.head.lemma_.lower() in vague:
            continue  # "work together to cut tariffs" says nothing without its purpose
        if token.dep_ != "advcl" or token == act.root or token.lemma_ in ("accord", "regard"):
            continue
        to = next((c for c in token.children if c.dep_ == "aux" and c.tag_ == "TO"), None)
        order = next((c for c in token.children if c.dep_ == "mark" and c.lower_ in ("so", "to")), None)
        if (first := to or order) is not None:
            span = extent([t for t in token.subtree if t.i >= first.i])
            parts.append(("purpose", Span(*span)))
            return text[span[0] : span[1]]
    return ""


def _location(text: str, tokens: list[Token], parts: Parts) -> str:
    for token in tokens:
        along = token.dep_ == "prep" and token.lower_ in wordset("acts", "terms", "along")
        if along and child(token, "pobj") is not None:
            span = extent(token.subtree)
            parts.append(("location", Span(*span)))
            return text[span[0] : span[1]]
    return ""


def _assistance(actors: Actors, tokens: list[Token], parts: Parts) -> tuple[Key, ...]:
    for token in tokens:
        held = token.dep_ == "prep" and token.lower_ in ("with", "through", "under", "via")
        noun = child(token, "pobj") if held else None
        if noun is None or noun.lemma_.lower() not in wordset("acts", "terms", "help"):
            continue
        helpers = [c for c in noun.children if c.dep_ in ("compound", "poss", "amod")]
        helpers += [o for p in children(noun, "prep") if p.lower_ in ("of", "from", "by") for o in children(p, "pobj")]
        keys = [actors.known(m) for h in helpers if (m := actors.mention_at(start_of(h), end_of(h)))]
        if keys:
            parts.append(("assistance", Span(*extent(token.subtree))))
            return tuple(dict.fromkeys(keys))
    return ()


def _trimmed(text: str, content: tuple[int, int], act: FoundAct, parts: Parts) -> str:
    """The words of a stretch without a condition at its end or at its beginning."""
    start, end = content
    apart = [s for aspect, s in parts if aspect == "condition"]
    start = max([start, *(s.end for s in apart if s.start <= start + 4 and s.end <= start_of(act.head))])
    cut = min(
        [s.start for s in apart if s.start > max(start, start_of(act.head)) and not ends_in_mid_air(act, start, s)],
        default=end,
    )
    words = balanced(" ".join(text[start : min(cut, end)].strip(" ,;:").split()))
    return re.sub(r"^(?:that )?(?:to )?", "", words, flags=re.IGNORECASE)


def ends_in_mid_air(act: FoundAct, start: int, span: Span) -> bool:
    """True when the words before a part cannot stand without it: "will commit | to negotiate", "those | subject to"."""
    words = [t for t in act.sentence.span if start <= start_of(t) < span.start]
    if not words or span.start >= act.sentence.end:
        return False
    if len(words) <= _AMOUNT and all(t.pos_ in ("NUM", "SYM", "PUNCT", "DET") for t in words):
        return True  # "$28 million | to feed the displaced"
    last = next((t for t in reversed(words) if not t.is_punct), words[-1])
    if last.pos_ in ("DET", "ADP", "AUX", "SCONJ", "PRON", "PART") and last.dep_ not in (
        "dobj",
        "pobj",
        "prt",
        "advmod",
    ):
        return True
    inside = [t for t in act.sentence.span if span.start <= start_of(t) < span.end]
    active = last.pos_ == "VERB" and (last.tag_ != "VBN" or last.dep_ == "acl")
    bound = active and any(t.head is last for t in inside)
    return bound or any(t.head in inside for t in words if t.dep_ in ("det", "amod", "compound", "nummod", "aux"))


def _obligors(actors: Actors, act: FoundAct, quantity: Quantity | None) -> tuple[Key, ...]:
    if quantity is not None and quantity.per_side:
        return actors.pair if set(act.agents) <= set(actors.pair) else ()
    if act.type in ("demand", "request"):
        return act.addressees
    if act.type in ("commit", "agree", "carryOut", "reject", "withdraw"):
        return act.agents
    if act.type == "offer" and act.root.pos_ == "VERB":
        return act.agents
    return ()


def _beneficiaries(actors: Actors, act: FoundAct, tokens: list[Token]) -> tuple[Key, ...]:
    giving = wordset("acts", "terms", "giving")
    for token in tokens:
        if token.lower_ == "to" and token.dep_ in ("prep", "dative") and token.head.lemma_.lower() in giving:
            held = [key for noun in children(token, "pobj") for key in actors.resolve(noun, act.sentence)]
            if held:
                return actors.parties(held)
    return act.addressees if act.type == "offer" else ()
