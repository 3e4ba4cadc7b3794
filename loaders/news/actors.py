"""The cast of one article: persons, states, organisations, groups and unnamed sources, and which words mean whom.

:class:`Actors` answers one question, "whom does this noun mean?", and remembers everybody it was asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...graph.records import Agent, Delegation, Key, Span
from .annotation import Article, Sentence, end_of, start_of
from .entries import Entry
from .gazetteer import Gazetteer, Mention
from .lexicons import lexicon
from .names import NameMention, Person, cluster, find_names, fold
from .syntax import children, conjuncts
from .titles import TitleReader, offices
from .words import Word, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES = frozenset({"side", "government", "authority", "leadership", "administration", "regime", "officials", "party"})
_TEAMS = frozenset({"delegation", "team", "negotiator", "delegate"})
_PAIRS = frozenset(
    {
        "side",
        "party",
        "country",
        "nation",
        "state",
        "leader",
        "president",
        "delegation",
        "neighbour",
        "neighbor",
        "government",
        "capital",
        "minister",
    }
)
_BOTH = frozenset({"both", "two", "warring", "opposing", "rival"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom some words mean: usually one agent, two for "both sides"."""

    keys: tuple[Key, ...]
    span: Span
    confidence: float = 0.9


@dataclass(slots=True)
class Reading:
    """One sentence as words, with the names and known actors in it."""

    sentence: Sentence
    words: list[Word]
    reader: TitleReader
    mentions: list[Mention]
    names: list[NameMention] = field(default_factory=list)


def slug(text: str) -> str:
    """A key's name part: folded words joined with hyphens."""
    return "-".join(fold(text).split()) or "x"


def _aliases(entry: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entry.aliases, *entry.capitals, *entry.metonyms, *entry.demonyms)))


class Actors:
    """Everybody in one article."""

    def __init__(self, article: Article, gazetteer: Gazetteer) -> None:
        self.article = article
        self.gazetteer = gazetteer
        self.agents: dict[Key, Agent] = {}
        self.delegations: dict[Key, Delegation] = {}
        self.sides: dict[Key, Key] = {}
        """Person or group -> the state or party that it belongs to."""
        self.posts: dict[Key, list[str]] = {}
        """Person -> heads of the titles held, in lower case."""
        self.readings = [self._read(s) for s in article.sentences]
        self._check_headlines()
        self.persons = cluster(n for r in self.readings for n in r.names)
        self._named = {m.start: self._person_key(p) for p in self.persons for m in p.mentions}
        self._name_spans = sorted((m.start, m.end, self._person_key(p)) for p in self.persons for m in p.mentions)
        self._mention_spans = sorted(
            ((m.start, m.end, m) for r in self.readings for m in r.mentions), key=lambda e: e[:2]
        )
        for person in self.persons:
            key = self._person_key(person)
            self.agents[key] = Agent(key, "person", person.name, person.forms)
        self.pair = self._main_parties()

    # ------------------------------------------------------------------ reading

    def _read(self, sentence: Sentence) -> Reading:
        text = self.article.text
        words = words_of(text, sentence.start, sentence.end)
        mentions = list(self.gazetteer.match(text, sentence.start, sentence.end))
        reader = TitleReader(words, mentions)
        model = [
            (start_of(e[0]), end_of(e[-1]))
            for e in sentence.span.ents
            if e.label_ == "PERSON"
            or (e.label_ in ("ORG", "GPE", "NORP", "FAC") and self._near_title(e[0].i, e[-1].i, sentence))
        ]
        roster = sentence.segment.kind == "roster" or (
            (sentence.segment.kind == "paragraph"
            and self._under_roster(sentence)
            and sentence.span[0].pos_ == "PROPN")
            or sentence.span[0].ent_type_ == "PERSON"
        )
        names = find_names(
            words, reader, mentions, model, sentence.number, roster=roster and sentence.segment.kind != "headline"
        )
        return Reading(sentence, words, reader, mentions, names)

    def _check_headlines(self) -> None:
        """A name in a title-cased line counts as far as the body has it too ("President NAME Recaps Talks")."""
        body = [
            n.text
            for r in self.readings
            if r.sentence.segment.kind not in ("headline", "caption", "heading")
            for n in r.names
        ]
        for reading in self.readings:
            if body and reading.sentence.segment.kind in ("headline", "caption", "heading"):
                reading.names = [cut for n in reading.names if (cut := self._shortened(reading, n, body)) is not None]

    def _shortened(self, reading: Reading, name: NameMention, body: list[str]) -> NameMention | None:
        for last in range(name.last, name.first, -1):
            text = " ".join(w.text for w in reading.words[name.first : last])
            if any(set(fold(text).split()) <= set(fold(known).split()) for known in body):
                return replace(name, end=reading.words[last - 1].end, last=last, text=text)
        return None

    def _under_roster(self, sentence: Sentence) -> bool:
        heading = sentence.segment.heading
        if heading is None:
            return False
        from .segments import is_roster_heading

        segment = self.article.segments[heading]
        return is_roster_heading(self.article.text[segment.start : segment.end])

    def _near_title(self, first: int, last: int, sentence: Sentence) -> bool:
        tokens = sentence.span.doc
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
        capital = all(t.text[0].isupper() for t in tokens[first : last + 1])
        subject = any(
            t.dep_ == "nsubj" and t.head.lemma_.lower() in lexicon("reporting")["say"] for t in tokens[first : last + 1]
        )
        return capital and 2 <= last - first + 1 <= 3 and ((after == "," and sentence.span.start == first) or subject)

    def _person_key(self, person: Person) -> Key:
        return Key(f"person/{slug(person.name)}")

    # ------------------------------------------------------------------ whom words mean

    def known(self, mention: Mention) -> Key:
        """The key of a gazetteer's actor, entered with the form printed here."""
        entry = mention.entry
        key = Key(entry.key)
        form = self.article.text[mention.start : mention.end]
        agent = self.agents.get(key)
        if agent is None:
            state = self.state(entry.state) if entry.kind != "state" and entry.state else None
            kind = "state" if entry.kind == "state" else "organization"
            agent = Agent(
                key,
                kind,
                entry.label,
                (),
                _aliases(entry),
                world=True,
                code=entry.code if kind == "state" else "",
                side=state,
            )  # type: ignore[arg-type]  # kind is one of two literals
        if form not in agent.surface_forms:
            agent = replace(agent, surface_forms=(*agent.surface_forms, form))
        self.agents[key] = agent
        return key

    def state(self, code: str) -> Key:
        """The key of a state by ISO code, entered without a printed form."""
        key = Key(f"state/{code}")
        entry = self.gazetteer.entry(key)
        assert entry is not None
        self.agents.setdefault(key, Agent(key, "state", entry.label, (), _aliases(entry), world=True, code=entry.code))
        return key

    def person_at(self, start: int, end: int) -> Key | None:
        """The person whose name covers or touches this stretch."""
        return next((key for a, b, key in self._name_spans if a < end and start < b), None)

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The known actor whose name covers this stretch."""
        return next((m for a, b, m in self._mention_spans if a <= start and end <= b), None)

    def party_of(self, key: Key) -> Key:
        """The side that an agent acts for: a state for its officials and delegations, itself otherwise."""
        if key in self.delegations:
            return self.delegations[key].represents
        agent = self.agents.get(key)
        if agent is None or (agent.kind == "state"):
            return key
        return self.sides.get(key) or agent.side or key

    def parties(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """The sides of several agents, each once."""
        return tuple(dict.fromkeys(self.party_of(k) for k in keys))

    def resolve(self, token: Token | None, sentence: Sentence, *, speaker: bool = False) -> Reference | None:
        """Whom a noun means, with everybody coordinated with it; ``None`` when it is nobody in particular."""
        if token is None:
            return None
        keys: list[Key] = []
        tokens = conjuncts(token) if token.pos_ in ("NOUN", "PROPN", "PRON") else [token]
        for one in tokens:
            keys += self._one(one, sentence, speaker)
        span = Span(start_of(tokens[0].left_edge), end_of(tokens[-1]))
        return Reference(tuple(dict.fromkeys(keys)), span) if keys else None

    def _one(self, token: Token, sentence: Sentence, speaker: bool) -> list[Key]:
        start, end = start_of(token), end_of(token)
        if person := self.person_at(start, end):
            return [person]
        for beside in children(token, "appos"):  # "another expert, NAME"
            if person := self.person_at(start_of(beside), end_of(beside)):
                return [person]
        mention = self.mention_at(start, end)
        if mention is not None and self._acts(token, mention):
            return [self.known(mention)]
        if token.pos_ == "PRON":
            return self._pronoun(token, sentence)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return []
        return self._noun(token, sentence, speaker)

    def _acts(self, token: Token, mention: Mention) -> bool:
        """A demonym alone is an actor only as a noun ("Palestinians"); a capital not as a place ("in Moscow")."""
        if mention.form == "demonym":
            return token.pos_ in ("PROPN", "NOUN") and token.dep_ not in ("compound", "amod")
        return not (mention.form == "capital" and token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near"))

    def modifiers(self, token: Token) -> list[Mention]:
        """Known actors among the words before a noun: "the Russian side", "Ukraine’s delegation"."""
        found = []
        for word in token.subtree:
            if word.i < token.i and word.dep_ in ("amod", "compound", "poss", "nmod", "conj", "pobj", "nsubj"):
                mention = self.mention_at(start_of(word), end_of(word))
                if mention is not None and mention not in found and mention.entry.kind != "outlet":
                    found.append(mention)
        for prep in children(token, "prep"):
            if prep.lower_ in ("of", "from"):
                for word in children(prep, "pobj"):
                    mention = self.mention_at(start_of(word), end_of(word))
                    if mention is not None:
                        found.append(mention)
        return found

    def _noun(self, token: Token, sentence: Sentence, speaker: bool) -> list[Key]:
        lemma = token.lemma_.lower()
        plural = token.tag_ in ("NNS", "NNPS")
        modifiers = self.modifiers(token)
        words = {c.lower_ for c in token.children}
        if (plural and words & _BOTH and lemma in _PAIRS) or (
            plural and not modifiers and lemma in ("side", "party", "president", "leader") and "the" in words
        ):
            return list(self.pair)
        if lemma in _SIDES and modifiers:
            return [self.known(m) for m in modifiers]
        if lemma in ("delegation", "team") and (modifiers or "the" in words):
            if modifiers:
                return [self.delegation(self.known(modifiers[0]), lasting=lemma == "team")]
            nearest = self.section_party(sentence)
            return [self.delegation(nearest)] if nearest else []
        if not plural and (holder := self._holder(token, modifiers, sentence)):
            return [holder]
        if lemma in offices().heads and speaker:
            return [self.unnamed(token, modifiers)]
        if lemma in lexicon("reporting")["carriers"] and speaker and "the" in words:
            return [self.unnamed(token, modifiers)]
        if token.pos_ == "PROPN" or lemma in (
            "ministry",
            "office",
            "directorate",
            "army",
            "military",
            "council",
            "parliament",
            "committee",
            "department",
            "force",
        ):
            if modifiers or token.ent_type_ == "ORG":
                return [self.body(token, modifiers)]
        if lemma in lexicon("reporting")["unnamed"] and (speaker or modifiers):
            return [self.unnamed(token, modifiers)]
        return []

    def body(self, token: Token, modifiers: list[Mention]) -> Key:
        """A ministry or the like, named as printed, on the side that its words tell."""
        words = [
            t
            for t in token.subtree
            if t.i <= token.i
            or (t.head == token and t.lower_ == "of")
            or (t.dep_ == "pobj" and t.head.lower_ == "of" and t.i > token.i)
        ]
        after = [
            t
            for t in token.subtree
            if t.i > token.i
            and t.pos_ in ("PROPN", "ADP", "CCONJ", "DET")
            and t.ent_type_ == token.ent_type_
            and t.ent_type_
        ]
        last = max([token, *after], key=lambda t: t.i)
        first = min((t for t in words if t.i <= token.i), key=lambda t: t.i)
        while first.i < token.i and first.pos_ in ("DET", "ADP", "PUNCT"):
            first = first.nbor(1)
        return self.organization(start_of(first), end_of(last), modifiers[0] if modifiers else None)

    def organization(self, start: int, end: int, mention: Mention | None = None) -> Key:
        """An organisation that the gazetteer does not know, under its printed name."""
        label = " ".join(self.article.text[start:end].split())
        for lead in ("the ", "The ", "a ", "its ", "his ", "their "):
            label = label.removeprefix(lead)
        whole = self.mention_at(start, end)
        if whole is not None and whole.start <= start and end <= whole.end and whole.entry.kind != "outlet":
            return self.known(whole)
        key = Key(f"organization/{slug(label)}")
        side = self.party_of(self.known(mention)) if mention is not None and mention.entry.kind == "state" else None
        agent = self.agents.get(key)
        if agent is None:
            self.agents[key] = Agent(key, "organization", label, (label,), side=side)
        elif agent.side is None and side is not None:
            self.agents[key] = replace(agent, side=side)
        return key

    def take_side(self, organization: Key, party: Key) -> None:
        """Notes the side of an organisation that has none yet."""
        agent = self.agents[organization]
        if agent.kind == "organization" and agent.side is None and not agent.world:
            self.agents[organization] = replace(agent, side=party)

    def unnamed(self, token: Token, modifiers: list[Mention] | None = None) -> Key:
        """Somebody without a name, one agent per article and phrase."""
        first = token
        for t in token.lefts:
            if t.dep_ in ("amod", "compound", "nummod", "poss", "nmod", "advmod", "case", "punct") or t.pos_ in (
                "ADJ",
                "NOUN",
                "PROPN",
            ):
                first = min(first, t.left_edge, key=lambda x: x.i)
        label = " ".join(self.article.text[start_of(first) : end_of(token)].split())
        of = next((c for c in children(token, "prep") if c.lower_ == "of"), None)
        if of is not None and token.lemma_.lower() in offices().heads:
            label = " ".join(self.article.text[start_of(first) : end_of(max(of.subtree, key=lambda t: t.i))].split())
        if len(label.split()) == 1:
            label = f"unnamed {label.lower()}"
        key = Key(f"unnamed/{slug(label)}")
        mentions = self.modifiers(token) if modifiers is None else modifiers
        side = self.party_of(self.known(mentions[0])) if mentions else None
        if key not in self.agents:
            self.agents[key] = Agent(key, "unnamed", label, (label,), side=side)
        return key

    def representatives(self, noun: str, organization: Key) -> Key:
        """Unnamed people of an organisation ("representatives from the Ministry of X"), one agent per organisation."""
        agent = self.agents[organization]
        form = agent.surface_forms[0] if agent.surface_forms else agent.label
        label = f"{noun.lower()} from {form}"
        key = Key(f"unnamed/{slug(label)}")
        self.agents.setdefault(key, Agent(key, "unnamed", label, (form,), side=agent.side, part_of=organization))
        return key

    def attendee(self, token: Token, sentence: Sentence) -> tuple[Key, ...]:
        """Whoever a noun means, and somebody unnamed when it means nobody known."""
        start, end = start_of(token), end_of(token)
        if (
            self.person_at(start, end) is None
            and token.pos_ == "NOUN"
            and token.lemma_.lower() in lexicon("reporting")["unnamed"] + ["head", "chief"]
        ):
            modifiers = self.modifiers(token)
            of = next((c for c in children(token, "prep") if c.lower_ == "of"), None)
            if of is None and (holder := self._holder(token, modifiers, sentence)):
                return (holder,)
            words = [t for t in token.subtree if t.dep_ not in ("det",) or t.i > token.i]
            if of is not None:
                first, last = min(t.i for t in words), max(t.i for t in of.subtree)
                label = " ".join(token.doc[first : last + 1].text.split())
                return (self.somebody(label, modifiers),)
            return (self.unnamed(token, modifiers),)
        reference = self.resolve(token, sentence, speaker=True)
        return reference.keys if reference else ()

    def somebody(self, label: str, mentions: list[Mention]) -> Key:
        """An unnamed agent under the words that the text has for it."""
        key = Key(f"unnamed/{slug(label)}")
        side = self.party_of(self.known(mentions[0])) if mentions else None
        self.agents.setdefault(key, Agent(key, "unnamed", label, (label,), side=side))
        return key

    def delegation(self, party: Key, *, event: Key | None = None, lasting: bool = False) -> Key:
        """A party's delegation (or its lasting team), entered once."""
        party = self.party_of(party)
        kind = "team" if lasting else "delegation"
        key = Key(f"delegation/{party.split('/')[-1].lower()}-{kind}")
        if key not in self.delegations:
            label = f"{self.adjective(party)} {'negotiating team' if lasting else 'delegation'}"
            self.delegations[key] = Delegation(key, label, party, event=event, lasting=lasting)
        return key

    def adjective(self, party: Key) -> str:
        """The adjective that this text or the gazetteer has for a party, its name otherwise."""
        agent = self.agents.get(party)
        if agent is None or agent.kind != "state":
            return agent.label if agent is not None else str(party)
        entry = self.gazetteer.entry(party)
        return entry.demonyms[0] if entry is not None and entry.demonyms else agent.label

    def _holder(self, token: Token, modifiers: list[Mention], sentence: Sentence) -> Key | None:
        """The person last named that holds the post which a noun such as "the spokesman" names."""
        if not any(c.dep_ == "det" and c.lower_ == "the" for c in token.children) and not modifiers:
            return None
        if any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in token.children):
            return None
        lemma = token.lemma_.lower()
        sides = {self.party_of(self.known(m)) for m in modifiers}
        for start, _end, key in reversed(self._name_spans):
            if start >= start_of(token):
                continue
            heads = self.posts.get(key, ())
            fits = any(h == lemma or h.split()[-1] == lemma for h in heads)
            if fits and (not sides or self.sides.get(key) in sides):
                return key
        return None

    def section_party(self, sentence: Sentence) -> Key | None:
        """The party that the heading above a sentence names ("Ukrainian Delegation")."""
        heading = sentence.segment.heading
        if heading is None:
            return None
        segment = self.article.segments[heading]
        found = self.gazetteer.match(self.article.text, segment.start, segment.end)
        return self.known(found[0]) if found and self._under_roster(sentence) else None

    # ------------------------------------------------------------------ pronouns and pairs

    def _pronoun(self, token: Token, sentence: Sentence) -> list[Key]:
        word = token.lower_
        if word in ("he", "she", "him", "her", "himself", "herself"):
            return self._last_person(token, sentence)
        if word in ("they", "them", "both"):
            return self._last_group(token, sentence)
        if word == "it":
            return self._last_body(token, sentence)
        return []

    def _last_person(self, token: Token, sentence: Sentence) -> list[Key]:
        before = [(a, k) for a, _b, k in self._name_spans if a < start_of(token)]
        if not before:
            return []
        for earlier in reversed(self.article.sentences[max(0, sentence.number - 3) : sentence.number + 1]):
            if earlier.number == sentence.number:
                continue
            for t in earlier.span:
                if (
                    t.dep_ in ("nsubj", "nsubjpass")
                    and t.head.dep_ in ("ROOT", "ccomp")
                    and (key := self.person_at(start_of(t), end_of(t)))
                ):
                    return [key]
            if any(earlier.start <= a < earlier.end for a, _ in before):
                break
        own = [k for a, k in before if a >= sentence.start]
        return [own[-1] if own else before[-1][1]]

    def _last_group(self, token: Token, sentence: Sentence) -> list[Key]:
        for earlier in reversed(self.article.sentences[max(0, sentence.number - 3) : sentence.number + 1]):
            subjects = [
                t
                for t in earlier.span
                if t.dep_ in ("nsubj", "nsubjpass") and start_of(t) < start_of(token) and t.pos_ != "PRON"
            ]
            for subject in subjects:
                several = len(conjuncts(subject)) > 1
                if (
                    several
                    or subject.tag_ in ("NNS", "NNPS")
                    or subject.lemma_.lower() in ("delegation", "team", "ministry", "government", "assembly", "group")
                ):
                    reference = self.resolve(subject, earlier, speaker=True)
                    if reference is not None:
                        return list(reference.keys)
        return list(self.pair)

    def _last_body(self, token: Token, sentence: Sentence) -> list[Key]:
        for earlier in reversed(self.article.sentences[max(0, sentence.number - 2) : sentence.number + 1]):
            for t in earlier.span:
                if t.dep_ in ("nsubj", "nsubjpass") and start_of(t) < start_of(token) and t.pos_ == "PROPN":
                    mention = self.mention_at(start_of(t), end_of(t))
                    if mention is not None:
                        return [self.known(mention)]
        return []

    def _main_parties(self) -> tuple[Key, ...]:
        """The two sides of the story: "talks between A and B", "A-B talks", else the two that act most."""
        votes: Counter[Key] = Counter()
        for reading in self.readings:
            for mention in reading.mentions:
                if mention.entry.kind == "outlet" or mention.form == "capital":
                    continue
                key = Key(mention.entry.key)
                votes[key] += 1
                near = self.article.text[mention.end : mention.end + 2]
                if near[:1] in "-–" and any(m.start == mention.end + 1 for m in reading.mentions):
                    votes[key] += 3
            for token in reading.sentence.span:
                if token.lower_ == "between" and token.head.lemma_.lower() in (
                    "talk",
                    "negotiation",
                    "meeting",
                    "agreement",
                    "round",
                    "deal",
                    "call",
                    "conversation",
                ):
                    for pobj in children(token, "pobj"):
                        for one in conjuncts(pobj):
                            if mention := self.mention_at(start_of(one), end_of(one)):
                                votes[Key(mention.entry.key)] += 5
        top = [k for k, n in votes.most_common(2) if n > 1]
        for key in top:
            entry = next(m for r in self.readings for m in r.mentions if m.entry.key == key)
            self.known(entry)
        return tuple(top) if len(top) == 2 else ()
