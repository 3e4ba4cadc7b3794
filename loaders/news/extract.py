"""From an article's text to its records, stage after stage.

==  ===========================================================================  ===================
 0  reads through what printing and copying have put into the text                text
 1  cuts the text into headline, dateline, paragraphs, headings, lists            text
 2  parses every segment into sentences                                           language
 3  reads names of states and organisations, titles of office, names of persons   names
 4  makes the cast of the article, and says whom a noun or pronoun means          cast
 5  finds posts: who holds, held or is to hold which                              posts
 6  finds utterances and their speakers                                           voices, cast
 7  finds delegations, rounds, meetings, calls, documents on the table            events, values
 8  finds acts (proposals, demands, promises ...) and how far each holds          acts, standing
 9  enters what each stage has found, with the statements that carry it           entering
==  ===========================================================================  ===================

Stages 7 and 8 run where at least two sides are named. What each word means stands in the YAML files of ``lexicons``.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...graph.records import WRITING, Key, SourceRecords, Span, When
from .acts.finding import find_acts
from .acts.relevance import Talks
from .acts.skipped import NO_SIDE, NOTHING_FOUND, ONE_SIDE, skipped_in_words
from .cast.actors import Actors
from .cast.attribution import Attribution
from .cast.own_papers import OwnPaper, note_own_official, own_paper
from .cast.parties import are_named_together, face
from .entering.acts import add_acts
from .entering.agents import needed_agents
from .entering.events import add_events
from .entering.labels import add_labels, add_list_headers
from .entering.papers import add_papers
from .entering.posts import add_holdings
from .entering.publication import Publication, read_publication
from .entering.sheet import Sheet
from .entering.teams import add_attendees, add_teams
from .entering.utterances import add_utterances, links
from .events.attendees import find_attendees
from .events.details import FoundEvent
from .events.finding import find_events
from .events.negotiating import told_in_words
from .events.papers import find_papers
from .events.teams import find_members
from .events.told_enough import told_enough
from .language.annotation import annotate, load_model, model_name
from .lexicons.issue_schemes import IssueWords, our_issues
from .lexicons.word_lists import fingerprint, load_lexicons
from .names.gazetteer import load_gazetteer
from .posts.holdings import holdings
from .posts.roles import find_roles
from .posts.title_held import Role
from .standing.assess import Standings
from .text.language import check_english
from .text.readable import readable
from .text.segments import cut
from .values.dates import day_of
from .voices.speech import find_utterances

_TALKS = frozenset({"round", "talks", "summit", "meeting", "call", "signing", "agreement", "ceasefire"})
"""Kinds of events whose parties negotiate."""
_LEADING = frozenset({"round", "talks", "summit", "conference", "meeting"})
"""Kinds of the event that an article's delegations are at."""


def extractor_version(model: str | None = None, issues: IssueWords | None = None) -> str:
    """Everything that decides the result besides the text: rules, lexicons, model, issues, how records are written."""
    own = issues.version if issues is not None else ""
    return f"parley-news {fingerprint()} {model_name(model)} writing {WRITING}{own}"


def read_article(
    text: str,
    *,
    source_id: str,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    model: str | None = None,
    issues: IssueWords | None = None,
) -> SourceRecords:
    """The records of an article; ``text`` is its canonical text, which all offsets refer to.

    ``issues`` are what items may be on, by default those that are shipped.

    Raises ``NotEnglish``, ``UnreadableSource`` (nothing to read, or a date that is none), ``ModelUnusable``,
    ``LexiconError``.
    """
    load_lexicons()
    issues = issues or our_issues()
    view = readable(text)
    segments = cut(view.text)
    check_english(view.text, source_id)
    told = read_publication(view, segments, source_id=source_id, publisher=publisher, published=published, title=title)
    year = int(told.published.value[:4]) if told.published is not None and told.published.value[:4].isdigit() else None
    actors = Actors(annotate(view.text, segments, load_model(model)), load_gazetteer(), year)
    sheet, notes, untold = _read(actors, told, issues)
    if told.outlet is not None:
        actors.agents.setdefault(told.outlet.key, told.outlet)
    version = extractor_version(model, issues)
    source = told.source(
        text, id=source_id, url=url or "", loader="news", extractor=version, scheme=issues.scheme
    )  # fmt: skip
    placed = sheet.placed(view)
    statements = sorted(placed, key=lambda s: (s.span, s.key))
    facts = list(sheet.records.values())
    agents = needed_agents(actors, [*statements, *facts], source.publisher)
    return SourceRecords(source, (*agents, *facts, *statements, *links(placed)), notes, untold, told.yearless)


def sentence_spans(text: str, model: str | None = None) -> tuple[Span, ...]:
    """Where the sentences of an article stand; ``text`` is its canonical text."""
    view = readable(text)
    sentences = annotate(view.text, cut(view.text), load_model(model)).sentences
    return tuple(view.place(sentence.start, sentence.end) for sentence in sentences)


# ---------------------------------------------------------------------- the stages


def _read(actors: Actors, told: Publication, issues: IssueWords) -> tuple[Sheet, tuple[str, ...], int]:
    """The records of the cast's article, in words which finds are no acts, and how many events are left out."""
    actors.note_outlet(told.outlet)
    roles = find_roles(actors)
    utterances = find_utterances(actors.article, actors.names)
    actors.hear(utterances)
    paper = own_paper(actors, told.outlet, told.title)
    if paper is not None:
        note_own_official(actors, paper, {role.person for role in roles if role.organization is not None})
    sheet = Sheet(actors.article.text, Attribution(actors, utterances))
    for one in told.prints:  # these statements support the source itself
        of_source = (Key("source"),)
        sheet.state(one.span, "fact", supports=of_source, aspect=one.aspect, chain=(), mode=one.mode, rule=one.rule)
    add_holdings(sheet, actors, holdings(actors, roles))
    notes: tuple[str, ...] = (ONE_SIDE if _sides(actors) else NO_SIDE,)
    untold = 0
    if several_sides(actors):
        notes, untold = _read_negotiation(sheet, actors, roles, issues, published=told.published, paper=paper)
    add_list_headers(sheet, actors)
    add_utterances(sheet, actors)
    return sheet, notes, untold


def _read_negotiation(
    sheet: Sheet,
    actors: Actors,
    roles: tuple[Role, ...],
    issues: IssueWords,
    *,
    published: When | None,
    paper: OwnPaper | None,
) -> tuple[tuple[str, ...], int]:
    members = list(find_members(actors, roles))
    day = day_of(published)
    standings = Standings(actors.article, sheet.attribution, year=day.year if day is not None else None)
    found = find_events(actors, standings, day)
    events = told_enough(actors, sheet.attribution, found)
    keys = add_events(sheet, actors, events)
    leading = _leading(keys, events)
    add_teams(sheet, actors, members, leading)
    add_attendees(sheet, find_attendees(actors, standings, roles, events), leading)
    add_papers(sheet, find_papers(actors), list(zip(keys, events, strict=True)))
    talks, skipped = talks_told(actors, found), dict[int, str]()
    acts = find_acts(actors, sheet.attribution, standings, talks=talks, paper=paper, skipped=skipped)
    add_acts(sheet, actors, acts, issues, skipped=skipped)
    add_labels(sheet, actors, leading)
    notes = skipped_in_words(skipped.values()) or (() if acts else (NOTHING_FOUND,))
    return notes, len(found) - len(events)


def several_sides(actors: Actors) -> bool:
    """True when at least two states or parties are named: nobody negotiates alone."""
    return len(_sides(actors)) >= 2


def _sides(actors: Actors) -> set[Key]:
    named = {m.entry.key for r in actors.readings for m in r.mentions if m.entry.kind == "state" or m.entry.party}
    return named | actors.bargaining | {*actors.leaders.values()}


def talks_told(actors: Actors, events: Sequence[FoundEvent]) -> Talks:
    """How the article tells of talks: parties have them or are named together, rounds are, or words of bargaining."""
    told = any(e.kind in _TALKS and len(e.parties) > 1 and not e.inferred and not e.wished for e in events)
    rounds = any(e.kind == "round" and (e.ordinal or e.which == "next") for e in events)
    groups = any(key.startswith("unnamed/") for key in actors.bargaining)
    if (
        told
        or groups
        or (actors.pair and (rounds or are_named_together(actors, actors.pair) or face(actors, actors.pair)))
    ):
        return "told"
    return told_in_words(actors)


def _leading(keys: Sequence[Key], events: Sequence[FoundEvent]) -> Key | None:
    """The event that the article is about: the first one of talks that is not still to come."""
    now = (pair for pair in zip(keys, events, strict=True) if pair[1].which != "next" and not pair[1].earlier)
    talks = (key for key, e in now if e.kind in _LEADING)
    return next(talks, None)
