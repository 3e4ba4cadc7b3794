"""Enters acts of negotiation, the items that they concern and their terms; what is told several times is one act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ....graph.records import Act, Condition, Item, Key, Modality, Span, Standing, Term
from ..acts.addressees import implied_addressees
from ..acts.fragments import does_so, takes_up
from ..acts.frames import ITEM_KINDS, FoundAct
from ..acts.little import says_too_little
from ..acts.presuppositions import presupposed
from ..acts.terms import FoundTerm, ends_in_mid_air, read_term
from ..acts.unbound import points_elsewhere
from ..cast.actors import Actors
from ..cast.members import slug
from ..language.annotation import end_of, start_of
from ..lexicons.issue_schemes import IssueWords
from ..standing.wording import in_words
from ..voices.statement_kinds import ACT_MODALITIES
from .answered import answered_issues
from .ledger import FAMILIES, Entered, Ledger
from .sheet import Sheet

_FEWEST = 4
"""Words of an act that stand by themselves, without the purpose or condition after them."""
_LENT = ("headline", "caption")
_TELLING = {*ITEM_KINDS, "setCondition", "threaten", "reject"}
"""Acts that tell their item themselves, where they take up nothing told before; others need not."""
_TRADED = re.compile(r"(?:in )?(?:exchange|return) for\b", re.IGNORECASE)
_RANK: tuple[Standing, ...] = ("asserted", "claimed", "conditional", "expected", "denied")


def add_acts(
    sheet: Sheet, actors: Actors, acts: Iterable[FoundAct], issues: IssueWords, *, skipped: dict[int, str]
) -> None:
    """Acts, the items that they concern and their terms; one node for what is told several times.

    ``skipped`` gets, by place, why an act that takes up what was told before is none.
    """
    ledger = Ledger()
    acts = sorted(acts, key=lambda a: (a.sentence.number, not a.nested))
    below = any(sentence.segment.kind not in _LENT for sentence in actors.article.sentences)
    for act in sorted(acts, key=_is_lent):
        term = read_term(actors, act, issues, answered=answered_issues(act, ledger.told()))
        standing = _standing(act, term)
        entered = ledger.told_before(act, term) if not takes_up(act) else None
        if entered is not None:
            _add_telling(sheet, entered, act, term, standing)
        else:
            considered = ledger.considered(act)
            if considered is None and (does_so(act) or takes_up(act)):
                skipped[start_of(act.head)] = "nothing told before"
                continue
            if _is_lent(act) and below:
                skipped[start_of(act.head)] = "told by the headline alone"
                continue
            if considered is None and act.type in _TELLING and points_elsewhere(actors, act, term):
                skipped[start_of(act.head)] = "nothing told before"
                continue
            if any(part.start <= start_of(act.root) < part.end for aspect, part in term.parts if aspect == "condition"):
                skipped[start_of(act.head)] = "only a condition"
                continue
            if considered is None and says_too_little(actors, act, term.label):
                skipped[start_of(act.head)] = "too few words"
                continue
            entered = _enter(sheet, actors, act, term, standing=standing, considered=considered)
            ledger.note(entered)
        _state_act(sheet, act, term, entered)


def _is_lent(act: FoundAct) -> bool:
    """True for the words of a headline or caption, which the text below tells more exactly."""
    return act.sentence.segment.kind in _LENT


def _standing(act: FoundAct, term: FoundTerm) -> Standing:
    """The act's standing; a headline lends words, and is never enough to assert."""
    if _is_lent(act) and act.standing == "asserted":
        return "claimed"
    traded = act.type == "agree" and _TRADED.match(term.condition)  # both halves are agreed
    binds = act.type in ("commit", "offer", "agree") and not traded
    return (
        "conditional"
        if term.condition and binds and act.standing in ("asserted", "claimed", "expected")
        else act.standing
    )


# ---------------------------------------------------------------------- records


def _enter(
    sheet: Sheet, actors: Actors, act: FoundAct, term: FoundTerm, *, standing: Standing, considered: Entered | None
) -> Entered:
    if considered is not None:
        item_key, term_key = considered.item_key, considered.term_key
    else:
        item_key, term_key = _enter_item(sheet, act, term)
    act_key = sheet.free(f"act/{act.type}-{_name(act, term)}")
    implied = _implied(actors, act, considered)
    sheet.enter(
        Act(
            act_key, act.type, act.agents, item_key, standing, act.addressees,
            implied_addressees=implied, represented_by=act.represented_by,
        )
    )  # fmt: skip
    return Entered(act, term, act_key, item_key, term_key)


def _implied(actors: Actors, act: FoundAct, considered: Entered | None) -> tuple[Key, ...]:
    """Whom an act without an addressee is meant for; to take up or reject something answers whose it was."""
    if considered is not None and not act.addressees:
        others = tuple(agent for agent in considered.act.agents if agent not in act.agents)
        if others:
            return others
    return implied_addressees(actors, act)


def _name(act: FoundAct, term: FoundTerm) -> str:
    return f"{'-'.join(a.split('/')[1].lower() for a in act.agents)}-{slug(term.text)[:50]}"


def _enter_item(sheet: Sheet, act: FoundAct, term: FoundTerm) -> tuple[Key, Key]:
    """The keys of a new item and its term."""
    base = f"{FAMILIES.get(act.type, act.type)}-{_name(act, term)}"
    condition = _enter_condition(sheet, term) if term.condition else None
    term_key = sheet.enter(_term(sheet.free(f"term/{base}"), term, condition))
    kind = ITEM_KINDS.get(act.type, "Item")
    item = Item(sheet.free(f"item/{base}"), kind, term.label, term.issues, (term_key,))
    return sheet.enter(item), term_key


def _enter_condition(sheet: Sheet, term: FoundTerm) -> Key:
    key = sheet.free(f"condition/{slug(term.condition)[:60]}")
    return sheet.enter(Condition(key, term.condition, term.depends_on))


def _term(key: Key, term: FoundTerm, condition: Key | None) -> Term:
    return Term(
        key=key,
        text=term.text,
        action=term.action,
        obligors=term.obligors,
        beneficiaries=term.beneficiaries,
        quantity=term.quantity,
        duration=term.duration,
        reciprocal=term.reciprocal,
        purpose=term.purpose,
        location=term.location,
        assisted_by=term.assisted_by,
        condition=condition,
        further=term.further,
    )


# ---------------------------------------------------------------------- what another telling adds


def _add_telling(sheet: Sheet, entered: Entered, act: FoundAct, term: FoundTerm, standing: Standing) -> None:
    """The best standing and all addressees; a headline adds neither words nor standing."""
    known = sheet.records[entered.act_key]
    assert isinstance(known, Act)
    addressees = tuple(dict.fromkeys((*known.addressees, *act.addressees)))
    sheet.records[entered.act_key] = replace(
        known,
        standing=known.standing if _is_lent(act) else _joined(known.standing, standing),
        addressees=addressees,
        implied_addressees=() if addressees else known.implied_addressees,
    )
    _enrich(sheet, entered.term_key, term)


def _joined(known: Standing, again: Standing) -> Standing:
    """The standing of what is told twice: the better one, but what was claimed first is never lifted to asserted."""
    better = min(known, again, key=_RANK.index)
    return known if better == "asserted" else better


def _enrich(sheet: Sheet, key: Key, term: FoundTerm) -> None:
    """A second mention adds what the first did not give; "another 400" is more exact than "400"."""
    known = sheet.records[key]
    assert isinstance(known, Term)
    condition = known.condition
    if condition is None and term.condition:
        condition = _enter_condition(sheet, term)
    old, new = known.quantity, term.quantity
    exact = old is None or (new is not None and (new.additional, new.per_side) > (old.additional, old.per_side))
    sheet.records[key] = replace(
        known,
        quantity=new if exact else old,
        duration=known.duration or term.duration,
        action=known.action or term.action,
        purpose=known.purpose or term.purpose,
        obligors=known.obligors or term.obligors,
        beneficiaries=known.beneficiaries or term.beneficiaries,
        location=known.location or term.location,
        assisted_by=known.assisted_by or term.assisted_by,
        reciprocal=known.reciprocal or term.reciprocal,
        condition=condition,
        further=known.further or term.further,
    )


# ---------------------------------------------------------------------- statements


def _state_act(sheet: Sheet, act: FoundAct, term: FoundTerm, entered: Entered) -> None:
    """A statement for the act's clause, without the conditions and purposes at its end, and one for each part."""
    modality: Modality = ACT_MODALITIES.get(act.type, "claim")
    if act.standing == "expected" and act.value is not None and act.value.certainty == "possible":
        modality = "hypothetical"
    words = _from_quotation(sheet, act, _own_words(sheet.text, act, term))
    chain = (act.told_by,) if act.told_by is not None else _said_by(sheet, act, words, _standing(act, term))
    because = in_words(act.value.because("condition") if act.value and term.condition else act.value)
    if act.standing == "denied":
        sheet.state(words, "denial", disputes=(entered.act_key,), chain=chain, rule=act.rule, because=because)
        return
    supports = (entered.act_key, entered.term_key) if words.end == act.span[1] else (entered.act_key,)
    whole = sheet.state(words, modality, supports=supports, chain=chain, rule=act.rule, because=because)
    _state_presuppositions(sheet, act, whole)
    for aspect, span in term.parts:
        sheet.state(
            span,
            "conditional" if aspect == "condition" else modality,
            supports=(entered.term_key,),
            aspect=aspect,
            rule=f"term-{aspect}",
            part_of=whole,
            chain=chain,
            because=because,
        )


def _from_quotation(sheet: Sheet, act: FoundAct, words: Span) -> Span:
    """The words from where somebody's own begin: "It also set a target: | 'We agree to ...'"."""
    place = start_of(act.head), end_of(act.head)
    holder = sheet.attribution.at(*place) if sheet.attribution.is_quoted(*place) else None
    return Span(max(words.start, holder.utterance.content[0]), words.end) if holder is not None else words


def _said_by(sheet: Sheet, act: FoundAct, words: Span, standing: Standing) -> tuple[Key, ...] | None:
    """Who says what an act is read from; ``None`` where the words themselves tell.

    Words may reach beyond an utterance, where a parser takes in others: "..., he said, 'we urge A to ...'". What the
    article itself tells to depend on something is nobody else's, what one "reportedly" does nobody's in particular.
    """
    place = start_of(act.head), end_of(act.head)
    if sheet.attribution.at(words.start, words.end) is None and sheet.attribution.is_spoken(*place):
        return sheet.attribution.chain_at(*place)[0]
    if sheet.attribution.is_spoken(words.start, words.end):
        return None
    hearsay = act.rule != "act-stated" and act.value is not None and any(s.noun is None for s in act.value.sources)
    return () if standing in ("conditional", "expected") or (standing == "claimed" and hearsay) else None


def _state_presuppositions(sheet: Sheet, act: FoundAct, whole: Key) -> None:
    """What an act takes for granted: "continue X" that X goes on, "release the detained Y" that Y are detained."""
    for span in presupposed(act):
        sheet.state(span, "claim", evidence="presupposed", rule="presupposed", part_of=whole)


def _own_words(text: str, act: FoundAct, term: FoundTerm) -> Span:
    start, end = act.span
    for aspect, span in term.parts:
        together = aspect == "condition" and act.type in ("reject", "setCondition")  # "will not ... until ..."
        apart = aspect in ("condition", "purpose", "assistance") and not together
        if apart and span.start > max(start + 12, end_of(act.head)) and not ends_in_mid_air(act, start, span):
            left = text[start : span.start].split()
            end = min(end, span.start) if len(left) >= _FEWEST else end
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return Span(start, end)
