"""Who is named by the words of a noun phrase: known actors beside a noun, bodies and people that have no other name."""

from __future__ import annotations

from ....graph.records import Key
from ..language.annotation import end_of, start_of
from ..language.noun_phrases import first_word, last_word
from ..language.parse import Token
from ..language.syntax import base, children, conjuncts, is_part_of_several, subject_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.offices import offices
from .actor_words import acts_by_itself, same_entity, says_something
from .bargaining import families
from .descriptions import movement_of, of_one_body, state_among
from .holders import holder
from .members import Cast

_SOME = ("some", "several", "many", "other")


class Phrases(Cast):
    """The cast of an article, entered by the words that stand together."""

    def modifiers(self, token: Token) -> list[Mention]:
        """Known actors among the words before a noun: "the Russian side", "Ukraine’s delegation"."""
        found: list[Mention] = []
        for word in token.subtree:
            apart = base(word.head) in wordset("actors", "unnamed_sides")
            if apart and not (word.head.tag_ == "NN" and base(word.head) == "party"):  # "the A party" to talks is A
                continue  # "the Kenyan opposition" is not Kenya
            if word.i < token.i and word.dep_ in ("amod", "compound", "poss", "nmod", "conj", "pobj", "nsubj"):
                mention = self.mention_at(start_of(word), end_of(word))
                if mention is not None and mention not in found and mention.entry.kind != "outlet":
                    found.append(mention)
        for prep in children(token, "prep"):
            if prep.lower_ in ("of", "from"):
                held = (self.mention_at(start_of(word), end_of(word)) for word in children(prep, "pobj"))
                found += [mention for mention in held if mention is not None]
        return found

    def unnamed(self, token: Token, modifiers: list[Mention] | None = None) -> Key:
        """Somebody without a name, one agent per article and phrase."""
        first = first_word(token)
        while first.is_punct and first.i < token.i:
            first = first.nbor(1)
        if first.lower_ in ("a", "an", "the") and first.i < token.i and first.i > 0 and first.nbor(-1).is_punct:
            first = first.nbor(1)
        label = self._words(first, token)
        if (last := last_word(token)) is not token:
            label = self._words(first, last)
        elif is_part_of_several(token):
            label = self._words(first, next(p for p in children(token, "prep") if p.lower_ == "of").right_edge)
        printed = label
        if len(label.split()) == 1:
            label = f"unnamed {label if token.pos_ == 'PROPN' else label.lower()}"
        known = (self.modifiers(token) if modifiers is None else modifiers) or self._belonging(token, last)
        if token.tag_ == "NNS" and any(c.dep_ == "nummod" or c.lower_ in _SOME for c in token.children):
            known = [mention for mention in known if mention.entry.kind == "state"]  # "four opposition groups"
        if not known and last is not token and last.lower_ in ("ministry", "cabinet"):
            known = self._leading(token)
        return self.somebody(label, known, printed=printed)

    def _leading(self, token: Token) -> list[Mention]:
        """The state that leads the paragraph before "an official at the ministry": "A said no. An official ..."."""
        sentence = self.article.sentence_at(start_of(token))
        near = self.article.of_segment(sentence.segment_number) if sentence is not None else ()
        for earlier in reversed([s for s in near if s.end <= start_of(token)]):
            subject = subject_of(earlier.span.root)
            mention = self.mention_at(start_of(subject), end_of(subject)) if subject is not None else None
            if mention is not None and mention.entry.kind == "state":
                return [mention]
        return []

    def _belonging(self, token: Token, last: Token) -> list[Mention]:
        """The known actors in the phrase after a noun: "members of the B team"."""
        words = [word for word in token.subtree if token.i < word.i <= last.i]
        of_others = wordset("actors", "leaders") | wordset("actors", "collectives") | {"alliance", "movement", "group"}
        if words and any(word.lower_ == "in" for word in words) and any(base(t) in of_others for t in (token, *words)):
            return []  # "leaders in A" may be anybody's, "an alliance of rebels in A" is not A's
        if (movement := movement_of(self, words)) is not None:
            return [movement]
        found = (self.mention_at(start_of(word), end_of(word)) for word in words)
        return [mention for mention in found if mention is not None and mention.entry.kind != "outlet"]

    def _body(self, token: Token, modifiers: list[Mention]) -> Key:
        """A ministry or the like, named as printed, on the side that its words tell."""
        parts, own = ("PROPN", "ADP", "CCONJ", "DET"), of_one_body(token)
        behind = (t.i for t in token.doc.tokens[token.i + 1 :] if t.pos_ in ("VERB", "AUX") or t.text == ";")
        end = next(behind, len(token.doc))  # "the A Group | has proposed ten; the B Group, twelve"
        after: list[Token] = []
        for t in (t for t in own if token.i < t.i < end and t.pos_ in parts):
            goes_on = t.pos_ == "PROPN" and t.dep_ == "conj" and not t.ent_type_ and t.head in after
            after += [t] if same_entity(t, token) or goes_on else []  # "the Ministry of Trade, Industry | and Tourism"
        if token.lower_ == "government" and (state := state_among(self, after)) is not None:
            return self.known(state)
        first = own[0]
        while first.i < token.i and first.pos_ in ("DET", "ADP", "PUNCT"):
            first = first.nbor(1)
        last = max((token, *after), key=lambda t: t.i)
        first = self._other_half(token, first) or first
        return self.organization(start_of(first), end_of(last), modifiers[0] if modifiers else None)

    def _other_half(self, body: Token, first: Token) -> Token | None:
        """Where the name "A River and Lake Authority" begins, which a parser takes for two."""
        half, joint = body.head, first.nbor(-1) if first.i else first
        joined = body.dep_ == "conj" and joint.pos_ == "CCONJ" and half.i == joint.i - 1 and half.pos_ == "PROPN"
        bodies = wordset("actors", "bodies_named") | wordset("actors", "bodies") | families().keys()
        if not joined or base(body) not in bodies or base(half) in bodies or half.left_edge.lower_ != "the":
            return None  # also for "the A Front and B Union", who are two
        start, end = start_of(half), end_of(half)
        if self.mention_at(start, end) is not None or self.person_at(start, end) is not None:
            return None
        return half.left_edge.nbor(1)

    def _attending_noun(self, token: Token) -> Key:
        modifiers = self.modifiers(token)
        of = next((c for c in children(token, "prep") if c.lower_ == "of"), None)
        if of is None:
            return holder(self, token, modifiers) or self.unnamed(token, modifiers)
        words = [t.i for t in token.subtree if t.dep_ != "det" or t.i > token.i]
        last = max(t.i for t in of.subtree)
        inside = (self.mention_at(start_of(t), end_of(t)) for t in of.subtree)
        named = modifiers or [mention for mention in inside if mention is not None]
        return self.somebody(" ".join(token.doc[min(words) : last + 1].text.split()), named)

    def _words(self, first: Token, last: Token) -> str:
        return " ".join(self.article.text[start_of(first) : end_of(last)].split())

    def _called(self, token: Token) -> list[Key]:
        """Whose name follows what it is called: "its ally X", "the main party, X", "the mediators, X and Y"."""
        for beside in children(token, "appos"):
            first = beside.left_edge
            calls = token.tag_ == "NN" and token.lemma_.lower() in wordset("actors", "callings_of_states")
            if not (calls and first.i == token.i + 1) and first.nbor(-1).text != ",":
                continue
            mentions = [self.mention_at(start_of(noun), end_of(noun)) for noun in conjuncts(beside)]
            named = [m for noun, m in zip(conjuncts(beside), mentions, strict=True) if m and acts_by_itself(noun, m)]
            if named and len(named) == len(mentions) and all(m.entry.kind != "outlet" for m in named):
                return [self.known(m) for m in named]
        return []

    def _is_firm(self, key: Key) -> bool:
        """True for an organisation that is no union, party, movement or office by its name, as far as it is known."""
        agent, entry = self.agents.get(key), self.gazetteer.entry(key)
        if agent is None or agent.kind != "organization" or agent.side is not None:
            return False
        words = {word.lower().strip("’'s") for word in agent.label.split()}
        bodies = wordset("actors", "bodies_named") | wordset("actors", "bodies") | families().keys()
        return entry.category == "company" if entry is not None else not words & bodies

    def labelled(self, token: Token) -> Key:
        """Whom the label of a turn means: somebody named there, else somebody unnamed in the label's own words."""
        person = self.person_at(start_of(token), end_of(token))
        mention = self.mention_at(start_of(token), end_of(token)) if person is None else None
        if mention is not None and acts_by_itself(token, mention):
            return self.known(mention)
        return person or self.unnamed(token)

    def _by_its_words(self, token: Token, modifiers: list[Mention], *, speaker: bool, definite: bool) -> list[Key]:
        """A body or somebody unnamed under the words that the text has for it."""
        lemma = base(token)
        if speaker and (lemma in offices().heads or (lemma in wordset("reporting", "carriers") and definite)):
            return [self.unnamed(token, modifiers)]
        body = token.pos_ == "PROPN" or lemma in wordset("actors", "bodies")
        known = token.text in self.full_names or token.lower_ in wordset("reporting", "outlets")
        if body and (modifiers or token.ent_type_ == "ORG" or known):
            return [self._body(token, modifiers)]
        after = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if lemma in wordset("reporting", "papers") and after is not None and after.pos_ == "PROPN":
            return [self._body(after, [])]  # "the newspaper NAME"
        if lemma in wordset("reporting", "unnamed") and (speaker or modifiers):
            return [self.unnamed(token, modifiers)]
        if speaker and says_something(token) and lemma not in wordset("reporting", "not_speakers"):
            return [self.unnamed(token, modifiers)]
        return []
