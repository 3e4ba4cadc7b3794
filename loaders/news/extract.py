"""From an article's text to its records: the whole way, stage after stage."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...graph.errors import NotEnglish, UnreadableSource
from ...graph.records import Agent, Key, Record, Source, SourceRecords, Span, When
from . import assembly
from .actors import Actors, slug
from .acts import find_acts
from .annotation import Article, annotate, load_model, model_name
from .attribution import Attribution
from .dates import DatedSpan, dateline, day_of, parse_day
from .events import find_events
from .gazetteer import load_gazetteer
from .labels import add_labels, add_list_headers
from .lexicons import fingerprint, lexicon
from .papers import find_papers
from .roles import find_roles, holdings
from .segments import Segment, cut
from .sheet import Sheet
from .speech import find_utterances
from .teams import find_attendees, find_members

_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "by", "on", "as", "at", "from", "it", "he", "his", "which", "has", "have", "are", "be", "not", "will", "said"]
)


def extractor_version(model: str | None = None) -> str:
    """Everything that decides the result besides the text: rules, lexicons and model."""
    return f"parley-news {fingerprint()} {model_name(model)}"


def read_article(
    text: str,
    *,
    source_id: str,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    model: str | None = None,
) -> SourceRecords:
    """The records of an article; ``text`` is its canonical text, which all offsets refer to.

    Raises ``NotEnglish``, ``UnreadableSource`` (nothing to read, or a date that is none), ``ModelUnusable``.
    """
    day = _publication_day(source_id, published)
    check_english(text, source_id)
    segments = cut(text)
    if not segments:
        raise UnreadableSource(source_id, "the text is empty")
    dates = next(
        (found for s in segments if s.kind == "dateline" and (found := dateline(text, s.start, s.end))[0]), (None, None)
    )
    known = day or (dates[0].when if dates[0] else None)
    article = annotate(text, segments, load_model(model))
    actors = Actors(article, load_gazetteer())
    sheet = _records(actors, segments, dates, known)
    outlet = _publisher(actors, publisher, segments)
    headline = next((s for s in segments if s.kind == "headline"), None)
    source = Source(
        source_id, title or (text[headline.start : headline.end] if headline else _opening(text)), text, "news", extractor_version(model),
        publisher=outlet, published=known, modified=dates[1].when if dates[1] else None, url=url or "",
    )  # fmt: skip
    return SourceRecords(source, tuple(_needed(actors, sheet, outlet)))


def _publication_day(source_id: str, published: str | None) -> When | None:
    if not published:
        return None
    day = parse_day(published)
    if day is None:
        raise UnreadableSource(source_id, f"the publication date {published!r} is no date; write it as 2025-07-24")
    return day


def check_english(text: str, source_id: str) -> None:
    """Raises ``NotEnglish`` for a text whose words are mostly not English."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) >= 20 and sum(w in _ENGLISH for w in words) < 0.1 * len(words):
        raise NotEnglish(source_id)


def _records(
    actors: Actors, segments: tuple[Segment, ...], dates: tuple[DatedSpan | None, DatedSpan | None], known: When | None
) -> Sheet:
    article = actors.article
    roles = find_roles(actors)
    utterances = find_utterances(article)
    attribution = Attribution(actors, utterances)
    sheet = Sheet(article.text, attribution)
    _publication_facts(sheet, segments, dates)
    assembly.add_holdings(sheet, actors, holdings(actors, roles))
    if is_about_negotiation(article, actors):
        members = list(find_members(actors, roles))
        events = find_events(actors, day_of(known))
        keys = assembly.add_events(sheet, actors, events)
        leading = next(
            (
                keys[n]
                for n, e in enumerate(events)
                if e.kind in ("round", "talks", "summit", "conference", "meeting") and e.which != "next"
            ),
            None,
        )
        assembly.add_teams(sheet, actors, members, leading)
        assembly.add_attendees(sheet, list(find_attendees(actors)), leading)
        assembly.add_papers(sheet, find_papers(actors), keys, events)
        assembly.add_acts(sheet, actors, find_acts(actors, utterances))
        add_labels(sheet, actors, leading)
    add_list_headers(sheet, actors)
    assembly.add_utterances(sheet, actors)
    return sheet


def _publication_facts(
    sheet: Sheet, segments: tuple[Segment, ...], dates: tuple[DatedSpan | None, DatedSpan | None]
) -> None:
    source = (Key("source"),)
    headline = next((s for s in segments if s.kind == "headline"), None)
    if headline is not None:
        sheet.state(
            Span(headline.start, headline.end),
            "fact",
            supports=source,
            aspect="headline",
            chain=(),
            mode="headline",
            rule="headline",
        )
    for found, aspect in zip(dates, ("published", "modified"), strict=True):
        if found is not None:
            sheet.state(Span(found.start, found.end), "fact", supports=source, aspect=aspect, chain=(), rule="dateline")


def is_about_negotiation(article: Article, actors: Actors) -> bool:
    """True when the words of negotiation and two sides are there; otherwise no rounds and no proposals are read."""
    words = set(lexicon("topics")["negotiation"])
    lemmas = [t.lemma_.lower() for s in article.sentences for t in s.span if t.pos_ in ("NOUN", "PROPN", "VERB")]
    hits = [w for w in lemmas if w in words]
    sides = {m.entry.key for r in actors.readings for m in r.mentions if m.entry.kind == "state" or m.entry.party}
    return len(hits) >= 3 and len(set(hits)) >= 2 and len(sides) >= 2


def _publisher(actors: Actors, publisher: str | None, segments: tuple[Segment, ...]) -> Key | None:
    name = publisher
    if not name:
        found = next((s.outlet for s in segments if s.outlet), None)
        name = actors.article.text[found[0] : found[1]] if found else ""
    if not name:
        return None
    entry = next(iter(actors.gazetteer.lookup(name)), None)
    if entry is not None and entry.kind == "outlet":
        key = Key(entry.key)
        actors.agents.setdefault(key, Agent(key, "organization", entry.label, (), tuple(entry.aliases), world=True))
        return key
    key = Key(f"organization/{slug(name)}")
    actors.agents.setdefault(key, Agent(key, "organization", name, (name,)))
    return key


def _needed(actors: Actors, sheet: Sheet, publisher: Key | None) -> Iterable[Record]:
    """The records, with the agents among them: every person, and whoever else a record points at."""
    statements = [sheet.statements[k] for k in sorted(sheet.statements, key=lambda k: (sheet.statements[k].span, k))]
    facts = list(sheet.records.values())
    used = {k for record in (*statements, *facts) for k in _references(record)}
    used |= {k for k, a in actors.agents.items() if a.kind == "person"} | ({publisher} if publisher else set())
    agents: dict[Key, Agent] = {}
    pending = sorted(used)
    while pending:
        key = pending.pop()
        agent = actors.agents.get(key)
        if agent is None or key in agents:
            continue
        side = actors.sides.get(key) or agent.side
        agents[key] = Agent(
            agent.key,
            agent.kind,
            agent.label,
            agent.surface_forms,
            agent.aliases,
            agent.world,
            agent.code,
            side if side != key else None,
            agent.part_of,
        )
        pending += [k for k in (side, agent.part_of) if k]
    delegations = [d for k, d in actors.delegations.items() if k in used and k not in sheet.records]
    for delegation in delegations:
        if delegation.represents not in agents and delegation.represents in actors.agents:
            agents[delegation.represents] = actors.agents[delegation.represents]
    return [*(agents[k] for k in sorted(agents)), *delegations, *facts, *statements, *assembly.links(sheet)]


def _references(record: Record) -> Iterable[Key]:
    for name in record.__dataclass_fields__:
        value = getattr(record, name)
        if name in ("key", "rule", "label", "text"):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str) and "/" in one:
                yield Key(one)


def _opening(text: str) -> str:
    first = " ".join(text.split()[:12])
    return first if len(first) < 100 else first[:99] + "…"
