"""Whose post a title names when its own words do not say: "its negotiator", "the bloc's envoy", "Foreign Minister X".

The nearest thing that tells decides: what led the sentence before, the team that the holder leads, the one state that
the article is about. Where two could be meant, nobody is: see :mod:`.guesses`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ....graph.records import Evidence, Key
from ..cast.actors import Actors
from ..cast.topic import UNITED_NATIONS, Topic
from ..language.annotation import Sentence, start_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.readings import Reading
from ..names.title_grammar import Title
from .acting_for import acts_for, leading_side, speaks, stands_for
from .antecedents import Antecedents
from .guesses import Guesses
from .leaders import leads_team, led_by
from .owners import meant_by, owner_of
from .phrases import TEAM
from .title_held import Role, is_rank
from .whole_names import named_before

_MOVEMENTS = frozenset({"armed-movement", "de-facto-authority", "party"})
_BODIES = frozenset({"international-organization", "agency", "non-governmental", "ministry-like"})
_COMPANIES = frozenset({"company"})
_SUBJECTS = ("nsubj", "nsubjpass")
_DETERMINERS = ("its", "their")
_NEAR = 3
"""Sentences before a place in which the state may be named that "the country" there is."""


class Whose:
    """Asked for the body or state of one title after another."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self.topic = Topic(actors)
        self.before = Antecedents(actors)

    # ------------------------------------------------------------------ a body under a general noun

    def described(self, start: int, end: int) -> Key | None:
        """The body that "bloc", "movement" or "county" stands for: the one last named that it can mean."""
        text = self.actors.article.text
        words = text[start:end].lower().split()
        noun = words[-1]
        own = text[:start].split()[-1:] in (["its"], ["their"])  # "its five-man team"
        if TEAM.fullmatch(text[start:end]) or (own and TEAM.fullmatch(noun) and text[start:end].islower()):
            return self._sent_by(start)
        if len(words) == 1 and (meant := meant_by(self.actors, start)) is not None:
            return meant
        capitals = text[start:end] != text[start:end].lower()
        if capitals and noun not in wordset("offices", "in_capitals"):
            part = len(words) == 1 and noun in wordset("offices", "parts_of_names")
            return named_before(self.actors, text[start:end], start) if part else None
        if noun in wordset("offices", "general", "states") and len(words) == 1:
            return self._state_before(start) or self.topic.state or self._state_alone(start)
        if noun in wordset("offices", "general", "movements") and len(words) == 1:
            return self._named_before(start, _MOVEMENTS)
        if noun in wordset("offices", "general", "companies") and len(words) == 1:
            return self._named_before(start, _COMPANIES)
        if noun in wordset("offices", "general", "bodies") and len(words) == 1:
            return self._named_before(start, _BODIES)
        return named_before(self.actors, text[start:end], start)

    def _sent_by(self, team: int) -> Key | None:
        """Whose team "the delegation" is: that of the last one named in the paragraph; of "its team" what leads it."""
        sentence = self.actors.article.sentence_at(team)
        if sentence is None:
            return None
        before = self.actors.article.text[:team].split()[-1:]
        if before in (["its"], ["their"]):
            return self.before.antecedent(sentence, team, many=before == ["their"])
        nouns = (t for where in self.actors.article.of_segment(sentence.segment_number) for t in where.span)
        teams = [t for t in nouns if start_of(t) < team and TEAM.fullmatch(t.text)]
        found = [beside for t in teams if (beside := self.actors.modifiers(t))]
        return self.actors.known(found[-1][0]) if found else None

    def _named_before(self, offset: int, categories: frozenset[str]) -> Key | None:
        for mention in self._mentions_before(offset):
            if mention.entry.category in categories and mention.form != "demonym":
                return self.actors.known(mention)
        return None

    def _state_before(self, offset: int) -> Key | None:
        """The state that led the words before; of another paragraph only where nobody's is the government at home."""
        sentence = self.actors.article.sentence_at(offset)
        for subject, where in self.before.subjects(sentence, offset, back=2) if sentence is not None else ():
            if sentence is not None and where.segment_number != sentence.segment_number and self.actors.home:
                return self.actors.home
            if (state := self.before.state_meant(subject, where)) is not None or self.before.names_several(
                subject, where
            ):
                return state
        return None

    def _mentions_before(self, offset: int) -> Iterator[Mention]:
        for reading in reversed(self.actors.readings):
            if reading.sentence.start < offset:
                yield from (m for m in reversed(reading.mentions) if m.start < offset)

    def _state_alone(self, offset: int) -> Key | None:
        """The one state that the sentences right before a place name, besides adjectives and capitals."""
        sentence = self.actors.article.sentence_at(offset)
        first = sentence.number - _NEAR if sentence is not None else 0
        near = [r for r in self.actors.readings if first <= r.sentence.number and r.sentence.start <= offset]
        named = (m for r in near for m in r.mentions if m.start < offset and m.form not in ("demonym", "capital"))
        states = {m.entry.key: m for m in named if m.entry.kind == "state"}
        return self.actors.known(next(iter(states.values()))) if len(states) == 1 else None

    # ------------------------------------------------------------------ from what is around a title

    def of(self, role: Role, roles: Iterable[Role], guesses: Guesses) -> tuple[Key, Evidence] | None:
        """Whose post a title without a body is, and how that is told: never by the words of the title themselves."""
        reading, title = self.actors.readings[role.sentence], role.title
        last = bisect_left(reading.titles.starts, title.end)
        named = bisect_left(reading.titles.starts, role.span.end)
        if title.determiner in _DETERMINERS:
            return _inferred(self.before.antecedent(reading.sentence, title.start, many=title.determiner == "their"))
        told = stands_for(self.actors, role, reading.sentence)
        if (owner := told or owner_of(self.actors, reading.sentence, title)) is not None:
            return _inferred(owner)
        if title.determiner == "our":
            return _inferred(self._speakers(roles))
        of_states = {title.head, title.head.split()[-1]} & wordset("offices", "of_states")
        begin = bisect_left(reading.titles.starts, min(title.start, role.span.start) if of_states else title.start)
        leads = leads_team(self.actors, reading, last) or leads_team(self.actors, reading, named)
        if team := led_by(self.actors, reading, reading.titles.addressed(begin)) or leads:
            return _inferred(team)
        if self._of_secretary_general(title):
            return _inferred(self.topic.known(UNITED_NATIONS))
        text = self.actors.article.text
        if (led := TEAM.search(text, title.start, title.end)) is not None:  # "the delegation's leader"
            return _inferred(self._sent_by(led.start()) or leading_side(self.actors, reading.sentence, title.start))
        if is_rank(role):
            return _inferred(self._by_clauses(role, reading.sentence))
        if title.determiner in ("a", "an", "another", "one") and title.tenure == "current":
            return _inferred(self._by_clauses(role, reading.sentence)) if of_states else None
        if of_states:
            if (opposite := self._opposite(role, roles)) is not None:
                return _inferred(opposite)
            if (heading := self._heading(reading.sentence)) is not None:
                return (heading, "heading-implied") if guesses.is_plain(title) else None
            return _inferred(self._guessed(role, guesses) or self._by_clauses(role, reading.sentence))
        heads = {title.head, title.head.split()[-1]}
        if heads & wordset("offices", "of_organizations"):
            return _inferred(self.topic.secretariat or self.topic.organization)
        if heads & wordset("offices", "of_speakers") and title.determiner in ("", "the") and self.topic.spoken:
            return _inferred(self.topic.headline_body() or self._only_body(reading, title.start))
        if heads & wordset("offices", "of_speakers") and (body := self.before.told_before(reading.sentence, title)):
            return _inferred(body)
        return _inferred(acts_for(self.actors, role) if role.tenure == "current" else None)

    def _by_clauses(self, role: Role, sentence: Sentence) -> Key | None:
        """The side for which its holder acts, or which leads the paragraph; no state is the latter for its leader."""
        if (found := acts_for(self.actors, role)) is not None:
            return found
        leads = wordset("offices", "heads_of_state") | wordset("offices", "heads_of_government")
        if role.title.head in leads | wordset("offices", "local") or not speaks(self.actors, role.person, sentence):
            return None
        return leading_side(self.actors, sentence, role.title.start)

    def _guessed(self, role: Role, guesses: Guesses) -> Key | None:
        """The state that speaks, that the article is about, or that leads the words before, if nothing else fits."""
        abroad = role.title.head in wordset("offices", "abroad") and role.tenure == "current"
        if abroad or role.title.head in wordset("offices", "local"):
            return None
        if self.topic.spoken:
            home = self.topic.home
            return home if home is not None and guesses.fits(role, home, whole=False) else None
        if (domestic := self.topic.domestic) is not None and guesses.names(domestic) and guesses.fits(role, domestic):
            return domestic
        groups = not any(side.startswith("state/") for side in self.actors.pair)
        if groups and (alone := self.actors.home) is not None and guesses.fits(role, alone):
            return alone  # the one state that acts at all
        return self._subject_before(role, guesses)

    def _speakers(self, roles: Iterable[Role]) -> Key | None:
        """ "our minister" in a briefing: of whoever the spokesman speaks for."""
        heads = wordset("offices", "of_speakers")
        speakers = {r.organization for r in roles if r.title.head.split()[-1] in heads}
        [only] = speakers if len(speakers) == 1 else [None]
        return self.actors.party_of(only) if only is not None else self.topic.home

    def _heading(self, sentence: Sentence) -> Key | None:
        """The one state that the heading above a sentence names."""
        if sentence.segment.heading is None:
            return None
        heading = self.actors.article.segments[sentence.segment.heading]
        found = self.actors.gazetteer.match(self.actors.article.text, heading.start, heading.end)
        states = {m.entry.key: m for m in found if m.entry.kind == "state"}
        return self.actors.known(next(iter(states.values()))) if len(states) == 1 else None

    def _opposite(self, role: Role, roles: Iterable[Role]) -> Key | None:
        """The other side in "the delegations, led by NAME and Vice Premier NAME"."""
        words = self.actors.readings[role.sentence].words
        pair = self.actors.pair
        before = {w.lower for w in words if w.start < role.title.start}
        is_led = before & wordset("offices", "led") and before & {"led", "headed"}
        if len(pair) != 2 or not is_led or "and" not in before:
            return None
        others = {
            self.actors.party_of(r.organization)
            for r in roles
            if r.organization is not None and r.person in self._people(role) and r.person != role.person
        }
        left = [side for side in pair if side not in others]
        return left[0] if len(others) == 1 and len(left) == 1 else None

    def _people(self, role: Role) -> set[Key]:
        names = self.actors.readings[role.sentence].names
        found = (self.actors.person_at(n.start, n.end) for n in names if n.end < role.title.start)
        return {person for person in found if person is not None}

    def _of_secretary_general(self, title: Title) -> bool:
        printed = self.actors.article.text[title.start : title.end].lower()
        envoy = title.head in ("special envoy", "personal envoy", "special representative", "deputy representative")
        own = "secretary-general" in printed and title.head != "secretary-general"
        return self.topic.names_secretary_general and (own or envoy)

    def _only_body(self, reading: Reading, before: int) -> Key | None:
        """The one organisation named before in a sentence: "the briefing at the A by the spokesman"."""
        named = {m.entry.key: m for m in reading.mentions if m.start < before and m.entry.kind == "organization"}
        return self.actors.known(next(iter(named.values()))) if len(named) == 1 else None

    def _subject_before(self, role: Role, guesses: Guesses) -> Key | None:
        """The state alone that leads the sentence, or the one before, in which somebody of a bare title acts."""
        sentence = self.actors.article.sentences[role.sentence]
        for subject, where in self.before.subjects(sentence, role.title.start, back=1):
            if where.segment_number != sentence.segment_number:
                return None
            state = self.before.state_meant(subject, where)
            if state is None:
                continue
            alone = guesses.is_alone(where, state, role, limit=where.end) and guesses.fits(role, state)
            own = where.number == sentence.number
            stands = guesses.acts(role, subject) and (own or guesses.leads(subject, where))
            stands = stands or (own and guesses.is_sent_by(role, subject))
            return state if alone and stands else None
        return None


def _inferred(found: Key | None) -> tuple[Key, Evidence] | None:
    return (found, "inferred") if found is not None else None
