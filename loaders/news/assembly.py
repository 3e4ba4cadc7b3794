"""Turns what the stages found into records: facts with the statements that carry them."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from ...graph.records import (
    Act,
    Attendance,
    Condition,
    DelegationMembership,
    Event,
    EventKind,
    Item,
    ItemKind,
    Key,
    Link,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Span,
    Standing,
    Statement,
    Term,
)  # fmt: skip
from .actors import Actors, slug
from .acts import FoundAct
from .annotation import extent
from .attribution import Attributed
from .events import FoundEvent
from .modality import ACT_MODALITIES, conditional_clauses, modality_of
from .papers import FoundPaper
from .quotations import quotations, quoted_inside
from .roles import Holding, Role
from .sheet import Sheet
from .syntax import child
from .teams import Attendee, Member, delegation_headings
from .terms import FoundTerm, read_term

_ITEM_KINDS: dict[str, ItemKind] = {
    "propose": "Proposal", "offer": "Proposal", "demand": "Demand", "request": "Demand", "commit": "Commitment", "agree": "Agreement",
}  # fmt: skip
_FAMILIES = {"offer": "propose", "request": "demand"}
_EVENT_ASPECTS = {
    "occurrence": "start",
    "ordinal": "ordinal",
    "parties": "parties",
    "place": "place",
    "date": "date",
    "duration": "duration",
    "format": "format",
}
_PAPER_ASPECTS = {"count": "count", "draft": "status", "about": "content", "quality": "content", "exchange": ""}
_RANK = ("asserted", "claimed", "conditional", "expected", "denied")


def add_holdings(sheet: Sheet, actors: Actors, holdings: tuple[Holding, ...]) -> None:
    """Posts: the words beside the name are the article's own, even inside reported speech."""
    for holding in holdings:
        sheet.enter(
            PostHolding(
                holding.key, holding.person, holding.name, holding.tenure, holding.standing, holding.organization
            )
        )
        for role in holding.roles:
            _state_role(sheet, role, (holding.key,), "tenure" if role.tenure != "current" else "")
            _state_unit(sheet, actors, role)


def _state_role(sheet: Sheet, role: Role, supports: tuple[Key, ...], aspect: str = "") -> None:
    chain, mode = sheet.attribution.chain_at(role.span.start, role.span.end)
    quoted = mode == "direct-quote"
    sheet.state(
        role.span, "claim" if quoted and chain else "fact", supports=supports, chain=chain if quoted else (), mode=mode if quoted else "unattributed",
        rule=role.rule, aspect="",
    )  # fmt: skip


def _state_unit(sheet: Sheet, actors: Actors, role: Role) -> None:
    """ "the X's Y Directorate": Y belongs to X."""
    if role.title.organization is None or role.organization is None:
        return
    start, end = role.title.organization
    words = actors.article.text[start:end]
    for mark in ("’s ", "'s "):
        whole, found, part = words.partition(mark)
        if found and actors.mention_at(start, start + len(whole)) is None and len(part.split()) >= 2:
            mention = next((m for m in actors.gazetteer.match(words, 0, len(whole))), None)
            parent = actors.organization(start, start + len(whole), None)
            agent = actors.agents[role.organization]
            side = (
                actors.known(replace(mention, start=start + mention.start, end=start + mention.end))
                if mention is not None
                else agent.side
            )
            actors.agents[parent] = replace(actors.agents[parent], side=side)
            actors.agents[role.organization] = replace(
                agent, label=part, part_of=parent, side=agent.side or side, surface_forms=(*agent.surface_forms, part)
            )
            lead = 4 if actors.article.text[max(0, start - 4) : start].lower() == "the " else 0
            sheet.state(
                Span(start - lead, end),
                "fact",
                supports=(role.organization,),
                chain=(),
                rule="unit-of",
                aspect="organization",
            )
            return


def add_teams(sheet: Sheet, actors: Actors, members: list[Member], event: Key | None) -> None:
    """Delegations and their members; a heading's own words carry the delegation."""
    for delegation, number in delegation_headings(actors):
        segment = actors.article.segments[number]
        sheet.state(
            Span(segment.start, segment.end),
            "fact",
            supports=(delegation,),
            chain=(),
            mode="heading",
            rule="delegation-heading",
        )
    heads = {(m.member, m.delegation): m for m in members if m.role == "head"}
    for member in members:
        role = member.role
        key = Key(f"membership/{member.member.split('/')[1]}-{member.delegation.split('/')[1]}-{role}")
        sheet.enter(DelegationMembership(key, member.member, member.delegation, role, member.standing))
        supports = (key,)
        if role == "member" and (member.member, member.delegation) in heads:
            supports = (key,)
        chain = () if member.evidence == "heading-implied" or role == "head" else None
        mode = "heading" if member.evidence == "heading-implied" else None
        sheet.state(
            member.span,
            member.modality,
            supports=supports,
            chain=chain,
            mode=mode,
            evidence=member.evidence,
            rule=f"team-{role}",
        )
    for key, delegation_record in actors.delegations.items():
        sheet.enter(
            delegation_record if event is None or delegation_record.lasting else replace(delegation_record, event=event)
        )
        del key


def add_events(sheet: Sheet, actors: Actors, events: list[FoundEvent]) -> dict[int, Key]:
    """Events with a statement for each detail; returns the key of each event by its position in the list."""
    keys: dict[int, Key] = {}
    rounds = {e.ordinal: e for e in events if e.kind == "round" and e.ordinal}
    process = _process(sheet, actors, events)
    for number, event in enumerate(events):
        keys[number] = sheet.free(event.key) if event.key in sheet.records else event.key
        place = _place(sheet, actors, event)
        earlier = rounds.get(event.ordinal - 1) if event.ordinal and event.kind == "round" else None
        previous = earlier.key if earlier is not None and earlier is not event else None
        kind: EventKind = "talks" if event.kind == "talks" else event.kind
        standing: Standing = "expected" if event.planned or event.which == "next" else "asserted"
        belongs = process if event.kind in ("round", "talks") else None
        sheet.enter(
            Event(
                keys[number],
                kind,
                event.label,
                standing,
                event.ordinal,
                belongs,
                previous,
                place,
                event.when,
                event.parties,
                event.duration,
                event.format,
            )
        )
        for party in _participants(event):
            attendance = Key(f"attendance/{keys[number].split('/')[1]}-{party.split('/')[1].lower()}")
            sheet.enter(Attendance(attendance, party, keys[number], "party", standing))
        told = False
        for detail, sentence in event.details:
            chain, mode = sheet.attribution.chain_at(detail.span.start, detail.span.end)
            presupposed = chain and not detail.claim and mode in ("paraphrase", "mixed-quote", "list-summary")
            facts = [keys[number]]
            if detail.aspect == "parties":
                facts += [
                    Key(f"attendance/{keys[number].split('/')[1]}-{p.split('/')[1].lower()}") for p in _participants(event)
                ]
            layout = sentence.segment.kind if sentence.segment.kind in ("headline", "caption", "heading") else None
            told = True
            sheet.state(
                detail.span,
                "fact" if not chain or presupposed else "claim",
                supports=facts,
                aspect=_EVENT_ASPECTS[detail.aspect],
                chain=() if presupposed else chain,
                mode="unattributed" if presupposed else (mode if chain else layout or "unattributed"),
                rule=f"event-{detail.aspect}",
            )  # type: ignore[arg-type]  # the three layouts are attribution modes
        if not told:
            start, end = event.mentions[0]
            sheet.state(
                Span(start, end),
                "expectation" if standing == "expected" else "fact",
                supports=(keys[number],),
                rule="event-mention",
                chain=(),
            )
        _cover_parties(sheet, event, keys[number])
    return keys


def _participants(event: FoundEvent) -> tuple[Key, ...]:
    """The people and delegations that took part, where the text names them; otherwise the parties."""
    return event.attendees or event.parties


def _cover_parties(sheet: Sheet, event: FoundEvent, key: Key) -> None:
    """Every party has words: where none name the parties at once, the event's own words stand for them."""
    covered = {k for s in sheet.statements.values() for k in s.supports}
    missing = [
        k
        for p in _participants(event)
        if (k := Key(f"attendance/{key.split('/')[1]}-{p.split('/')[1].lower()}")) not in covered
    ]
    if missing:
        start, end = event.mentions[-1]
        sheet.state(Span(start, end), "fact", supports=missing, aspect="parties", chain=(), rule="event-mention")


def _process(sheet: Sheet, actors: Actors, events: list[FoundEvent]) -> Key | None:
    leading = next((e for e in events if e.kind in ("round", "talks") and len(e.parties) >= 2), None)
    if leading is None:
        return None
    labels = [actors.agents[p].label for p in leading.parties if p in actors.agents]
    key = Key("process/" + "-".join(sorted(slug(label) for label in labels)) + "-talks")
    return sheet.enter(Process(key, "–".join(labels) + " talks", leading.parties))


def _place(sheet: Sheet, actors: Actors, event: FoundEvent) -> Key | None:
    if event.place is None:
        return None
    key = Key(f"place/{slug(event.place[0])}")
    sheet.enter(Place(key, event.place[0], (event.place[0],)))
    return key


def add_attendees(sheet: Sheet, attendees: list[Attendee], event: Key | None) -> None:
    """People beside the delegations, at the article's leading event."""
    if event is None:
        return
    for attendee in attendees:
        key = Key(f"attendance/{event.split('/')[1]}-{attendee.agent.split('/')[1]}-{attendee.capacity}")
        sheet.enter(Attendance(key, attendee.agent, event, attendee.capacity, attendee.standing))
        sheet.state(attendee.span, attendee.modality, supports=(key,), rule="attendance")


def add_papers(sheet: Sheet, papers: list[FoundPaper], events: dict[int, Key], found: list[FoundEvent]) -> None:
    """Documents on the table with a statement for each detail."""
    for paper in papers:
        exchanged = None
        if paper.exchanged_at is not None:
            a, b = paper.exchanged_at
            exchanged = next(
                (events[n] for n, e in enumerate(found) if any(x < b and a < y for x, y in e.mentions)), None
            )
        claimed = any(sheet.attribution.at(s.start, s.end) for _, s, _ in paper.details)
        sheet.enter(
            NegotiationDocument(
                paper.key,
                paper.label,
                "claimed" if claimed else "asserted",
                paper.count,
                paper.draft,
                paper.about,
                (),
                exchanged,
            )
        )
        for aspect, span, _ in paper.details:
            chain, mode = sheet.attribution.chain_at(span.start, span.end)
            modality = "assessment" if aspect == "quality" else "claim" if chain else "fact"
            sheet.state(
                span,
                modality,
                supports=(paper.key,),
                aspect=_PAPER_ASPECTS[aspect],
                chain=chain,
                mode=mode,
                rule=f"paper-{aspect}",
            )  # type: ignore[arg-type]  # one of three modalities


def add_acts(sheet: Sheet, actors: Actors, acts: tuple[FoundAct, ...]) -> None:
    """Acts, the items that they concern and their terms; one node for what is told several times."""
    entered: list[tuple[FoundAct, FoundTerm, Key, Key, Key]] = []
    for act in sorted(acts, key=lambda a: (a.sentence.number, not a.nested)):
        term = read_term(actors, act)
        same = next((e for e in entered if _same_act(act, term, e[0], e[1])), None)
        considered = _considered(act, acts, entered)
        holder = sheet.attribution.at(*act.span)
        standing = _standing(act, term, holder)
        if same is not None:
            _, _, act_key, _item_key, term_key = same
            known = sheet.records[act_key]
            assert isinstance(known, Act)
            if same[0].sentence.segment.kind in ("headline", "caption"):
                _reword(sheet, known.item, term_key, act, term)
            better = min(known.standing, standing, key=_RANK.index)
            sheet.records[act_key] = replace(
                known, standing=better, addressees=tuple(dict.fromkeys((*known.addressees, *act.addressees)))
            )
            _enrich(sheet, term_key, term)
        else:
            item_key = considered if considered is not None else _enter_item(sheet, act, term)
            term_key = sheet.records[item_key].terms[0]  # type: ignore[union-attr]  # items that stand here have one term
            names = "-".join(a.split("/")[1].lower() for a in act.agents)
            act_key = sheet.free(f"act/{act.type}-{names}-{slug(term.text)[:50]}")
            sheet.enter(Act(act_key, act.type, act.agents, item_key, standing, act.addressees))
            entered.append((act, term, act_key, item_key, term_key))
        _state_act(sheet, act, term, act_key, term_key, holder)


def _standing(act: FoundAct, term: FoundTerm, holder: Attributed | None) -> Standing:
    if (
        act.type == "expect"
        or (act.mood in ("will", "may", "might", "could", "would")
        and not act.rule.startswith("modal"))
    ):
        return "expected"
    if term.condition and act.type in ("commit", "offer", "agree"):
        return "conditional"
    return "claimed" if holder is not None and holder.utterance.kind != "speak" else "asserted"


def _considered(
    act: FoundAct, acts: tuple[FoundAct, ...], entered: list[tuple[FoundAct, FoundTerm, Key, Key, Key]]
) -> Key | None:
    """The item that "agreed to consider X's proposal" or "rejected X's proposal" is about, when it was entered."""
    if act.type not in ("agreeToConsider", "reject", "agree", "withdraw"):
        return None
    inside = next(
        (e for e in entered if e[0].nested and act.span[0] <= e[0].span[0] and e[0].span[1] <= act.span[1]), None
    )
    return inside[3] if inside is not None else None


def _enter_item(sheet: Sheet, act: FoundAct, term: FoundTerm) -> Key:
    names = "-".join(a.split("/")[1].lower() for a in act.agents)
    base = f"{_FAMILIES.get(act.type, act.type)}-{names}-{slug(term.text)[:50]}"
    condition = None
    if term.condition:
        condition = sheet.enter(
            Condition(sheet.free(f"condition/{slug(term.condition)[:60]}"), term.condition, term.depends_on)
        )
    term_key = sheet.free(f"term/{base}")
    sheet.enter(_term(term_key, term, condition))
    return sheet.enter(
        Item(
            sheet.free(f"item/{base}"),
            _ITEM_KINDS.get(act.type, "Item"),
            _item_label(act, term),
            term.issues,
            (term_key,),
        )
    )


def _reword(sheet: Sheet, item_key: Key, term_key: Key, act: FoundAct, term: FoundTerm) -> None:
    """The body's words for an item replace a headline's."""
    item, known = sheet.records[item_key], sheet.records[term_key]
    assert isinstance(item, Item)
    assert isinstance(known, Term)
    sheet.records[item_key] = replace(
        item, label=_item_label(act, term), issues=tuple(dict.fromkeys((*item.issues, *term.issues)))
    )
    sheet.records[term_key] = replace(known, text=term.text)


def _item_label(act: FoundAct, term: FoundTerm) -> str:
    """The words of an item as a label: "that A clarify B" becomes "A to clarify B", a long one is cut."""
    words = term.text
    subject = child(act.root, "nsubj") if act.root.tag_ == "VB" and act.root.dep_ == "ccomp" else None
    if subject is not None and not any(c.dep_ == "aux" for c in act.root.children):
        words = words.replace(f" {act.root.text} ", f" to {act.root.text} ", 1)
    return words if len(words) <= 110 else words[:109].rsplit(" ", 1)[0] + " …"


def _term(key: Key, term: FoundTerm, condition: Key | None) -> Term:
    return Term(
        key, term.text, term.action, term.obligors, term.beneficiaries, term.quantity, term.duration, term.reciprocal, term.purpose, term.location,
        term.assisted_by, condition,
    )  # fmt: skip


def _enrich(sheet: Sheet, key: Key, term: FoundTerm) -> None:
    """A second mention adds what the first did not give; "another 3,000" is more exact than "3,000"."""
    known = sheet.records[key]
    assert isinstance(known, Term)
    quantity = known.quantity
    if term.quantity and (
        quantity is None
        or (term.quantity.additional, term.quantity.per_side) > (quantity.additional, quantity.per_side)
    ):
        quantity = term.quantity
    sheet.records[key] = replace(
        known, quantity=quantity, duration=known.duration or term.duration, action=known.action or term.action, purpose=known.purpose or term.purpose,
        obligors=known.obligors or term.obligors, beneficiaries=known.beneficiaries or term.beneficiaries,
    )  # fmt: skip


def _same_act(act: FoundAct, term: FoundTerm, other: FoundAct, known: FoundTerm) -> bool:
    if _FAMILIES.get(act.type, act.type) != _FAMILIES.get(other.type, other.type) or set(act.agents) != set(
        other.agents
    ):
        return False
    amounts = {(q.value, q.minimum, q.maximum) for q in (term.quantity, known.quantity) if q is not None}
    if len(amounts) == 2:
        return False
    if term.action and term.action == known.action and term.quantity and known.quantity:
        return True
    return fuzz.token_sort_ratio(term.text.lower(), known.text.lower()) >= 75


def _state_act(
    sheet: Sheet, act: FoundAct, term: FoundTerm, act_key: Key, term_key: Key, holder: Attributed | None
) -> None:
    modality = ACT_MODALITIES.get(act.type, "claim")
    if act.mood in ("would", "could", "might", "may") and modality not in ("expectation",):
        modality = "hypothetical"
    start, end = act.span
    cut = [
        s.start for aspect, s in term.parts if aspect in ("condition", "purpose", "assistance") and s.start > start + 12
    ]
    words = Span(start, min([end, *cut]))
    while words.end > words.start and sheet.text[words.end - 1] in " ,;":
        words = Span(words.start, words.end - 1)
    whole = sheet.state(words, modality, supports=(act_key, *((term_key,) if words.end == end else ())), rule=act.rule)
    for aspect, span in term.parts:
        sheet.state(
            span,
            "conditional" if aspect == "condition" else modality,
            supports=(term_key,),
            aspect=aspect,
            rule=f"term-{aspect}",
            part_of=whole,
        )


def add_utterances(sheet: Sheet, actors: Actors) -> None:
    """What is said and is no act: one statement an utterance, with its quoted words and conditions as parts."""
    quoted = quotations(sheet.text, actors.article.segments)
    for said in sheet.attribution.all:
        utterance = said.utterance
        start, end = utterance.content
        if end - start < 4:
            continue
        spoken = [s for s in sheet.statements.values() if s.chain == said.chain and _same_words(s, start, end)]
        modality = modality_of(utterance, sheet.text[start:end])
        if spoken:
            whole = spoken[0].key
            modality = spoken[0].modality
        else:
            whole = sheet.state(
                Span(start, end),
                modality,
                chain=said.chain,
                mode=utterance.mode,
                rule=f"speech-{utterance.kind}",
                confidence=0.7 if utterance.follows is not None else 0.9,
            )
        for a, b in quoted_inside(quoted, start, end) if utterance.mode == "mixed-quote" else []:
            if b - a > 8 and (a, b) != (start, end):
                sheet.state(
                    Span(a, b), modality, chain=said.chain, mode="direct-quote", rule="quoted-words", part_of=whole
                )
        for clause in conditional_clauses(utterance.root):
            sheet.state(
                Span(*extent(list(clause.subtree))),
                "conditional",
                chain=said.chain,
                mode=utterance.mode,
                rule="condition-clause",
                part_of=whole,
            )
        if said.unnamed and utterance.cue is not None:
            sheet.state(
                Span(*_cue(sheet, said)), "fact", supports=said.chain, chain=(), rule="unnamed-source", aspect=""
            )


def _cue(sheet: Sheet, said: Attributed) -> tuple[int, int]:
    start, end = said.utterance.cue or (0, 0)
    verb = said.utterance.verb
    if verb is not None:
        speaker = said.utterance.speaker
        tokens = [t for t in verb.children if t.dep_ in ("dobj", "dative") and t.i > verb.i and t.ent_type_]
        left = [speaker.left_edge] if speaker is not None else []
        start, end = extent([*left, *([speaker] if speaker is not None else []), verb, *tokens])
    return start, end


def _same_words(statement: Statement, start: int, end: int) -> bool:
    """True when an act's statement stands for the whole utterance: it begins it, or covers nearly all of it."""
    if statement.part_of or statement.aspect or not statement.rule.startswith(("act-", "modal-")):
        return False
    span = (statement.span.start, statement.span.end)
    return _overlap(span, (start, end)) > 0.8 or (abs(span[0] - start) <= 3 and span[1] <= end + 2)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    inter = min(a[1], b[1]) - max(a[0], b[0])
    return inter / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def links(sheet: Sheet) -> list[Link]:
    """Statements of different words that carry the same act: told twice."""
    by_fact: dict[Key, list[Key]] = {}
    for statement in sheet.statements.values():
        for fact in statement.supports:
            if fact.startswith("act/") and not statement.aspect:
                by_fact.setdefault(fact, []).append(statement.key)
    return [Link("sameContentAs", keys[0], other) for keys in by_fact.values() for other in keys[1:]]
