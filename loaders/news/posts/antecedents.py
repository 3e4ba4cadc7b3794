"""Whom the words before a title mean: "its", "their", a subject, the body that the sentence before tells of."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..names.title_grammar import Title
from .acting_for import spoken_for
from .guesses import sending
from .whole_names import named_before

_SUBJECTS = ("nsubj", "nsubjpass")


class Antecedents:
    """Asked for the bodies and states that the words before a place tell of."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors

    def told_before(self, sentence: Sentence, title: Title) -> Key | None:
        """The body of "A's ministry said no. Spokesman NAME called it late"."""
        earlier = self.actors.article.sentences[sentence.number - 1] if sentence.number else None
        if earlier is None or earlier.segment_number != sentence.segment_number or title.start > sentence.start:
            return None
        says = wordset("reporting", "say")
        subjects = (t for t in earlier.span if t.dep_ == "nsubj" and t.head.lemma_ in says and t.head.dep_ == "ROOT")
        body = next((t for t in subjects if t.lemma_.lower() in offices().bodies), None)
        return self._body(body) if body is not None else None

    def antecedent(self, sentence: Sentence, offset: int, *, many: bool) -> Key | None:
        if (nearest := self._beside_pronoun(sentence, offset)) is not None:
            return nearest
        text = self.actors.article.text
        for subject, where in self.subjects(sentence, offset, back=2):
            if _closes_quotation(text[start_of(subject) : offset]):
                continue  # "It is how a library works," said its director
            keys = self._actors_of(subject, where)
            if len(keys) == 1:
                return self.actors.party_of(keys[0]) if keys[0] in self.actors.delegations else keys[0]
            lemma = subject.lemma_.lower()
            if lemma in offices().bodies or (many and subject.tag_ in ("NNS", "NNPS")):
                return self._body(subject)
        return spoken_for(self.actors, sentence, offset) if many else None

    def _beside_pronoun(self, sentence: Sentence, offset: int) -> Key | None:
        """The one body named in "It followed an appeal to A by its leader", where "it" is something told before."""
        before = [t for t in sentence.span if t.dep_ in _SUBJECTS and start_of(t) < offset]
        if not before or any(t.lower_ != "it" for t in before):
            return None
        named = (m for m in self.actors.readings[sentence.number].mentions if m.start < offset and m.form != "demonym")
        keys = {m.entry.key: m for m in named if m.entry.kind == "state" or m.entry.party}
        return self.actors.known(next(iter(keys.values()))) if len(keys) == 1 else None

    def _body(self, noun: Token) -> Key:
        """The body that a noun names in the words before it; a name in full earlier in the article counts first."""
        behind = noun.doc[noun.i + 1 : noun.i + 2].tokens
        if behind and behind[0].pos_ == "PROPN" and behind[0] in (noun.head, *children(noun, "appos")):
            return self.actors.organization(start_of(behind[0]), end_of(behind[0]))  # "The farmers' party Harvest"
        first = min((t for t in noun.lefts if t.pos_ in ("NOUN", "PROPN", "ADJ")), key=lambda t: t.i, default=noun)
        start, end = start_of(first), end_of(noun)
        whole = named_before(self.actors, noun.text, start) if first is noun and noun.text.islower() else None
        return whole or self.actors.organization(start, end, self.actors.mention_at(start, start + 1))

    def state_meant(self, subject: Token, where: Sentence) -> Key | None:
        """The one state that a subject means; that of a person when the subject is named by the post alone."""
        if self.names_several(subject, where):
            return None
        states = {k for k in map(self.actors.party_of, self._actors_of(subject, where)) if k.startswith("state/")}
        return states.pop() if len(states) == 1 else None

    def names_several(self, subject: Token, where: Sentence) -> bool:
        """True for "delegations from A and B"."""
        first, last = start_of(subject.left_edge), end_of(subject.right_edge)
        inside = [m for m in self.actors.readings[where.number].mentions if first <= m.start < last]
        return len({m.entry.key for m in inside if m.entry.kind == "state"}) > 1

    def _actors_of(self, subject: Token, where: Sentence) -> tuple[Key, ...]:
        """Bodies and states that a noun means, and the side of whoever holds the post that it names."""
        if self.actors.person_at(start_of(subject), end_of(subject)) is not None:
            return ()
        keys = self.actors.resolve(subject, where)
        if sending(subject):
            keys = tuple(self.actors.sides.get(k, k) for k in keys)
        return tuple(k for k in keys if k.startswith(("state/", "organization/", "delegation/")))

    def subjects(self, sentence: Sentence, offset: int, *, back: int) -> Iterator[tuple[Token, Sentence]]:
        """Subjects before a place, of its own sentence first, then of those before it in the text."""
        sentences = self.actors.article.sentences
        for number in range(sentence.number, max(-1, sentence.number - back - 1), -1):
            where = sentences[number]
            same = where.segment_number == sentence.segment_number
            if not same and (number < sentence.number - 1 or where.segment.kind != "paragraph"):
                return
            found = [t for t in where.span if t.dep_ in _SUBJECTS and t.pos_ != "PRON" and start_of(t) < offset]
            for token in sorted(found, key=lambda t: (t.head.dep_ != "ROOT", t.i)):
                yield token, where


def _closes_quotation(words: str) -> bool:
    """True for words that begin inside a quotation and go on behind it."""
    return words.count('"') % 2 == 1 or words.count("”") > words.count("“")
