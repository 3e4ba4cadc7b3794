"""Acts in an answer, each with its item and its term: what the text must hold for them, and what is entered then."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ...graph.records import Act, Condition, Item, Key, Modality, Span, Term
from ..news.acts.frames import ITEM_KINDS
from ..news.acts.issues import action_of, issues_of
from ..news.acts.terms import amounts
from ..news.cast.members import slug
from ..news.voices.statement_kinds import ACT_MODALITIES
from .answers import Deed
from .desk import Desk, Nothing, Words

_LONGEST_LABEL: Final = 110


def enter_act(record: Deed, desk: Desk) -> None:
    """An act of negotiation, with its item and its term."""
    words = desk.words(record)
    agents = desk.parties(record["agents"], "agent")
    if not agents:
        raise Nothing("nobody does it")
    addressees = tuple(key for key in desk.parties(record["addressees"], "addressee") if key not in agents)
    if words.standing == "claimed" and _sides(words.chain, desk) & set(agents):
        words = replace(words, standing="asserted")  # who says "we propose" proposes
    content = desk.inside(record["content"], words.span) or words.span
    term = _term(record, agents, addressees, content, words, desk)
    name = f"{'-'.join(a.split('/')[1].lower() for a in agents)}-{slug(term.text)[:50]}"
    act = Act(Key(f"act/{record['type']}-{name}"), record["type"], agents, Key("item"), words.standing, addressees)
    act = replace(act, event=desk.events.get(record["event"] or ""))
    known = desk.ledger.act(act, term, words.span)
    modality: Modality = ACT_MODALITIES.get(record["type"], "claim")
    desk.state(words, "act", (known.key if known else _new_act(act, term, name, desk),), modality=modality)


def _sides(chain: tuple[Key, ...], desk: Desk) -> set[Key]:
    """The last speaker, and the side of it."""
    agent = desk.company.agents.get(chain[-1]) if chain else None
    return {key for key in (agent.key, agent.side) if key} if agent is not None else set()


def _term(
    record: Deed, agents: tuple[Key, ...], addressees: tuple[Key, ...], content: Span, words: Words, desk: Desk
) -> Term:
    """What is to be done, in the text's words, with the amounts that these give."""
    text = " ".join(desk.text[content.start : content.end].split())
    quantity, duration, further = amounts(desk.text, content.start, content.end, [])
    obliged = {"commit": agents, "demand": addressees, "request": addressees}
    condition = desk.printed(record["condition"], words.span)
    return Term(
        key=Key("term"),
        text=text,
        action=action_of(text) or action_of(desk.text[words.span.start : words.span.end]),
        obligors=obliged.get(record["type"], ()),
        quantity=quantity,
        duration=duration,
        further=further,
        purpose=desk.printed(record["purpose"], words.span),
        condition=_condition(condition, desk) if condition else None,
    )


def _condition(words: str, desk: Desk) -> Key:
    for known in desk.ledger.all(Condition):
        if known.text == words:
            return known.key
    return desk.ledger.enter(Condition(desk.ledger.free(f"condition/{slug(words)[:60]}"), words))


def _new_act(act: Act, term: Term, name: str, desk: Desk) -> Key:
    """An act with an item and a term of its own."""
    ledger, kind = desk.ledger, ITEM_KINDS.get(act.type, "Item")
    term = replace(term, key=ledger.free(f"term/{act.type}-{name}"))
    words = term.text
    label = words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rsplit(" ", 1)[0] + " …"
    issues = issues_of(words, desk.issues) or desk.issues.rest
    item = Item(ledger.free(f"item/{act.type}-{name}"), kind, label, issues, (ledger.enter(term),))
    return ledger.enter(replace(act, key=ledger.free(act.key), item=ledger.enter(item)))
