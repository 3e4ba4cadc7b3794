"""Those whom an article tells to bargain, by their names and by their nouns: unions, companies, fronts."""

from __future__ import annotations

from functools import cached_property

from ....graph.records import Key
from ..language.annotation import Article, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, children
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Gazetteer
from ..names.introduced import initials, undescribed
from .bargaining import families, group_meant, is_the_company
from .phrases import Phrases

_SHORT = 2
"""Letters of a word by which no body is known."""


class Groups(Phrases):
    """The cast of an article with the groups and bodies that it tells to bargain."""

    def __init__(self, article: Article, gazetteer: Gazetteer, year: int | None = None) -> None:
        super().__init__(article, gazetteer, year)
        self._groups: dict[str, tuple[Token, Key]] = {}
        self._firms: tuple[Key, ...] = ()
        """The companies that the text tells to bargain."""
        self._named: dict[str, Key | None] = {}
        """The bodies that nobody lists and that the text tells to bargain, by words of their names."""

    @cached_property
    def nouns(self) -> dict[str, list[Token]]:
        """The nouns of the text by their base forms, in order."""
        found: dict[str, list[Token]] = {}
        for token in (t for sentence in self.article.sentences for t in sentence.span if t.pos_ in ("NOUN", "PROPN")):
            found.setdefault(base(token), []).append(token)
        return found

    def group(self, token: Token) -> Key | None:
        """The group that a noun means, of those that the text tells to bargain: "the employers"."""
        lemma = group_meant(token, self._groups)
        if lemma is None and len(self._firms) == 1 and is_the_company(token):
            return self._firms[0]
        return self._groups[lemma][1] if lemma is not None else None

    def _name(self, body: Key) -> None:
        """Notes a body by each word of its name that tells it from others, which no two bodies share."""
        words = {word for word in self.agents[body].label.split() if word[0].isupper() and len(word) > _SHORT}
        general = wordset("actors", "bodies_named") | wordset("actors", "bodies") | families().keys()
        general |= wordset("actors", "general_names") | wordset("actors", "descriptions", "heads")
        for word in sorted(words):
            if word.lower() not in general and not self.gazetteer.match(word):
                self._named[word] = None if self._named.get(word, body) != body else body
        short = initials(undescribed(self.agents[body].label)).upper()
        if len(short) > _SHORT and not self.gazetteer.match(short):
            self._named.setdefault(short, body)

    def _is_short_for(self, name: Token, body: Key) -> bool:
        """True for "the Jinetes" of "the Jinetes del Sur", not for "the northern Jinetes"."""
        words = {*self.agents[body].label.split()}
        return (name.pos_ == "PROPN" or name.text.isupper()) and all(
            c.text in words for c in children(name, "compound", "nmod", "amod")
        )

    def _named_behind(self, group: Token) -> Key | None:
        """The body that a comma names behind its noun: "its union, the A Union of B"."""
        of = (group, group.head) if group.dep_ == "conj" else (group,)
        behind = (c for noun in of for c in children(noun, "appos") if c.left_edge.i == group.i + 2)
        name = next((c for c in behind if c.pos_ == "PROPN" and c.ent_type_ != "PERSON"), None)
        if name is None:
            return None
        mention = self.mention_at(start_of(name), end_of(name))
        if mention is not None:
            return self.known(mention)
        body = self._body(name, [])
        self._name(body)
        return body

    def _only_union(self, group: Token) -> Key | None:
        """The one union of workers that an article names; one that nobody lists only before its noun."""
        mentions = [mention for reading in self.readings for mention in reading.mentions]
        unions = {m.entry.key: m for m in mentions if m.entry.category == "non-governmental" and m.entry.party}
        if unions:
            return self.known(next(iter(unions.values()))) if len(unions) == 1 else None
        names = [noun for noun in self.nouns.get("union", ()) if noun.pos_ == "PROPN" and noun.ent_type_ == "ORG"]
        unknown = [noun for noun in names if self.mention_at(start_of(noun), end_of(noun)) is None]
        told = base(group) in ("union", "worker", "dockworker")
        bodies = {self._body(noun, []) for noun in unknown if told and start_of(noun) < start_of(group)}
        return bodies.pop() if len(bodies) == 1 else None

    def _only_company(self, noun: Token) -> Key | None:
        """The company that an article names before it has "the company", where it names one."""
        if noun.tag_ != "NN" or base(noun) not in wordset("actors", "companies"):
            return None
        mentions = [mention for reading in self.readings for mention in reading.mentions]
        companies = {m.entry.key: m for m in mentions if m.entry.category == "company"}
        first = min((m.start for m in mentions if m.entry.category == "company"), default=start_of(noun))
        only = len(companies) == 1 and first < start_of(noun)
        return self.known(next(iter(companies.values()))) if only else None
