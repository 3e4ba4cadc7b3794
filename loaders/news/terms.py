"""The terms of an act: what is to be done, how much, how long, for what, with whose help, under which condition.

Each part comes with its own exact words; parts that the text does not give stay empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ...graph.records import Key, Quantity, Span
from .actors import Actors
from .acts import FoundAct
from .annotation import end_of, extent, start_of
from .lexicons import lexicon
from .quantities import find_amounts
from .syntax import child, children

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELP = frozenset({"assistance", "help", "mediation", "support", "facilitation", "aid", "cooperation"})
_ALONG = frozenset({"along", "across", "near", "inside", "throughout"})
_RECIPROCAL = re.compile(
    r"\b(?:exchang|swap|mutual|reciprocal|each (?:side|other)|both sides|joint|bilateral|all[- ]for[- ]all|\d+[- ]for[- ]\d+)",
    re.IGNORECASE,
)
_GIVING = frozenset(
    ["transfer", "return", "hand", "give", "deliver", "release", "send", "provide", "supply", "repatriate", "pay", "lend", "offer", "extend"]
)


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term before it gets its keys; ``parts`` are (aspect, words) of its details."""

    action: str
    issues: tuple[str, ...]
    text: str
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
    parts: tuple[tuple[str, Span], ...]


@cache
def _patterns() -> tuple[list[tuple[str, re.Pattern[str]]], list[tuple[str, re.Pattern[str]]]]:
    topics = lexicon("topics")
    issues = [(name, re.compile(pattern)) for name, pattern in topics["issues"].items()]
    actions = [(entry["kind"], re.compile(entry["pattern"])) for entry in topics["actions"]]
    return issues, actions


def topics_of(text: str) -> tuple[str, tuple[str, ...]]:
    """The kind of action and the issues that some words name; "" and () for none."""
    issues, actions = _patterns()
    words = text.lower()
    action = next((kind for kind, pattern in actions if pattern.search(words)), "")
    return action, tuple(name for name, pattern in issues if pattern.search(words))


def read_term(actors: Actors, act: FoundAct) -> FoundTerm:
    """The term of an act, from the words of its content."""
    text = actors.article.text
    parts: list[tuple[str, Span]] = []
    start, end = act.span if act.rule.startswith("modal") else act.content
    quantity, duration = _amounts(text, start, max(end, act.content[1]), parts)
    tokens = list(act.root.subtree) if not act.rule.startswith("modal") else list(act.head.subtree)
    purpose = _purpose(text, tokens, act, parts)
    location = _location(text, tokens, parts)
    assisted = _assistance(actors, tokens, act, parts)
    condition, depends_on = _condition(actors, act, parts)
    words = _trimmed(text, start, end, parts)
    action, issues = topics_of(words)
    if not action and not issues:
        action, issues = topics_of(text[act.span[0] : act.span[1]])
    reciprocal = bool(_RECIPROCAL.search(text[start:end])) and act.type not in ("demand", "request")
    return FoundTerm(
        action, issues, words, _obligors(actors, act, quantity), _beneficiaries(actors, act, tokens), quantity, duration, reciprocal,
        purpose, location, assisted, condition, depends_on, tuple(parts),
    )  # fmt: skip


def _amounts(text: str, start: int, end: int, parts: list[tuple[str, Span]]) -> tuple[Quantity | None, Quantity | None]:
    quantity = duration = None
    for amount in find_amounts(text, start, end):
        if amount.duration and duration is None:
            duration = amount.quantity
            parts.append(("duration", Span(amount.start, _noun_end(text, amount.end, end))))
        elif (
            not amount.duration
            and quantity is None
            and (amount.quantity.unit or amount.quantity.approximation != "exactly")
        ):
            quantity = amount.quantity
            finish = amount.end
            if not amount.quantity.per_side:
                at = text.find(amount.quantity.unit, amount.end, end) if amount.quantity.unit else -1
                finish = at + len(amount.quantity.unit) if at >= 0 else amount.end
            parts.append(("quantity", Span(amount.start, finish)))
    return quantity, duration


def _noun_end(text: str, start: int, end: int) -> int:
    match = re.match(
        r"(?:[ -](?!(?:to|for|in|on|of|and|or|by|with|from|at|as|that|which|will|would|,)\b)[\w’'-]+){0,3}",
        text[start:end],
    )
    return start + match.end() if match else start


def _purpose(text: str, tokens: list[Token], act: FoundAct, parts: list[tuple[str, Span]]) -> str:
    for token in tokens:
        to = next((c for c in token.children if c.dep_ == "aux" and c.tag_ == "TO"), None)
        order = next((c for c in token.children if c.dep_ == "mark" and c.lower_ in ("so", "to")), None)
        if (
            (to is not None or order is not None)
            and token.dep_ == "advcl"
            and token != act.root
            and token.lemma_ not in ("accord", "regard")
        ):
            span = extent([t for t in token.subtree if t.i >= (to or order or token).i])
            parts.append(("purpose", Span(*span)))
            return text[span[0] : span[1]]
    return ""


def _location(text: str, tokens: list[Token], parts: list[tuple[str, Span]]) -> str:
    for token in tokens:
        if token.dep_ == "prep" and token.lower_ in _ALONG and child(token, "pobj") is not None:
            span = extent(list(token.subtree))
            parts.append(("location", Span(*span)))
            return text[span[0] : span[1]]
    return ""


def _assistance(actors: Actors, tokens: list[Token], act: FoundAct, parts: list[tuple[str, Span]]) -> tuple[Key, ...]:
    for token in tokens:
        noun = (
            child(token, "pobj")
            if token.dep_ == "prep" and token.lower_ in ("with", "through", "under", "via")
            else None
        )
        if noun is None or noun.lemma_.lower() not in _HELP:
            continue
        helpers = [c for c in noun.children if c.dep_ in ("compound", "poss", "amod")]
        helpers += [o for p in children(noun, "prep") if p.lower_ in ("of", "from", "by") for o in children(p, "pobj")]
        keys = [actors.known(m) for h in helpers if (m := actors.mention_at(start_of(h), end_of(h)))]
        if keys:
            parts.append(("assistance", Span(*extent(list(token.subtree)))))
            return tuple(dict.fromkeys(keys))
    return ()


def _condition(actors: Actors, act: FoundAct, parts: list[tuple[str, Span]]) -> tuple[str, Key | None]:
    text = actors.article.text
    marks = sorted(lexicon("acts")["conditions"], key=len, reverse=True)
    sentence = act.sentence
    pattern = re.compile(r"(?<![\w-])(?:but )?(?:" + "|".join(map(re.escape, marks)) + r")\b", re.IGNORECASE)
    end = max(act.span[1], act.content[1])
    for match in pattern.finditer(text, act.span[0], min(sentence.end, end + 2)):
        stop = re.compile(r"[,;:.](?=\s|$)|[”\"]").search(text, match.end(), sentence.end)
        finish = stop.start() if stop else sentence.end
        if finish - match.end() < 3:
            continue
        if match.start() <= act.span[0] + 1 and stop is None:
            continue
        parts.append(("condition", Span(match.start(), finish)))
        found = [m for m in actors.gazetteer.match(text, match.end(), finish) if m.entry.kind != "outlet"]
        return text[match.end() : finish].strip(), actors.party_of(actors.known(found[0])) if found else None
    return "", None


def _trimmed(text: str, start: int, end: int, parts: list[tuple[str, Span]]) -> str:
    cut = min([s.start for aspect, s in parts if aspect in ("condition", "purpose") and s.start > start], default=end)
    words = " ".join(text[start : min(cut, end)].strip(" ,;").split())
    return words.removeprefix("that ").removeprefix("to ")


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
    for token in tokens:
        if token.lower_ == "to" and token.dep_ in ("prep", "dative") and token.head.lemma_.lower() in _GIVING:
            keys = [
                k
                for p in children(token, "pobj")
                if (r := actors.resolve(p, act.sentence))
                for k in actors.parties(r.keys)
            ]
            if keys:
                return tuple(dict.fromkeys(keys))
    return act.addressees if act.type == "offer" else ()
