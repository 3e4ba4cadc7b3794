"""Which words mean whom: one question, "whom does this noun mean?", answered from names, titles, nouns and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from ....graph.records import Key
from ..language.annotation import Article, Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, conjuncts, is_part_of_several, subject_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Gazetteer, Mention
from ..names.offices import offices
from ..text.spans import Spans
from ..voices.quotations import quotations
from ..voices.utterances import Utterance
from . import pronouns
from .actor_words import acts_by_itself, attending, means_pair, number_of
from .bargaining import (
    agreeing_nouns,
    bargaining_nouns,
    families,
    groups_told,
    head_word,
    is_name_of_a_body,
    names_told,
    owner_of_group,
)
from .descriptions import (
    bodies_within,
    described,
    last_states,
    movement_named,
    named_beside,
    named_movement,
)
from .groups import Groups
from .heard import Heard
from .holders import body_named_before, holder, holders_of, leader, told_of_before
from .parties import are_alone, are_many, are_named_together, home_state, main_parties, stand_out
from .several import all_of_many, joint_sides, listed_together

_WHERE = re.compile(r" (?:at|of|in|from|with|for) ")
_TWO = 2
_JOINT = "unnamed/joint-"
"""How the keys of joint statements, communiqués and declarations begin."""


class Actors(Groups):
    """The cast of an article, asked by words."""

    def __init__(self, article: Article, gazetteer: Gazetteer, year: int | None = None) -> None:
        super().__init__(article, gazetteer, year)
        self.pair = main_parties(self)
        several = joint_sides(self, self.pair) or all_of_many(self) or listed_together(self, self.pair)
        self.pair = () if several else self.pair
        together = are_named_together(self, self.pair)
        self.alone = together and are_alone(self, self.pair)
        """True when these two sides alone are in question."""
        alone = (together or stand_out(self, self.pair)) and not are_many(self)
        self.told_pair: tuple[Key, ...] = several or (self.pair if alone else ())
        """Whom "the parties" means: the two sides, where words name them at once or nobody else is named as often.

        Where several states face one together they are more than two.
        """
        spans = quotations(article.text, article.segments)
        self._quoted = Spans((start, end, True) for start, end in spans)
        self._heard = Heard((), self.resolve, self.unnamed)
        self._talking = tuple(bargaining_nouns(article))
        self._told = (*self._talking, *agreeing_nouns(article))
        """The nouns for those who are told to be in talks with somebody, or to agree."""
        self._note_groups()
        self._owners = frozenset(owner for owner, _ in self._owned_groups())
        groups = {self.party_of(key) for _, key in self._groups.values()}
        if len(self.bargaining) == _TWO and (groups == self.bargaining or self._is_company_in_talks_with_others()):
            self.pair = self.told_pair = tuple(sorted(self.bargaining))  # not the state whose workers they are
            self.alone = False
        self._take_owner_as_side()
        if self.pair and self._is_union_in_talks_with_others():
            self.pair, self.told_pair, self.alone = (), (), False
        self._firms = tuple(sorted(key for key in self.bargaining if self._is_firm(key)))

    def _note_groups(self) -> None:
        """Notes the bodies and groups that the text tells to bargain, by the nouns and names that mean them."""
        named: dict[str, dict[Key, Token]] = {}
        """The bodies that are named of each family of groups, by their first mentions: "the drivers' union NAME"."""
        for noun, sentence in names_told(self._told):
            before = {c.text for c in children(noun, "compound", "nmod")}
            before |= {noun.nbor(-1).text} if noun.i else set()
            keys = self.resolve(noun, sentence)
            if not keys and (is_name_of_a_body(noun) or before & families().keys()):
                keys = (self._body(noun, []),)
            for key in (k for k in keys if k.startswith("organization/")):
                words = before & {"union"}
                if self.gazetteer.entry(key) is None:
                    self._name(key)
                    words = {head_word(self.agents[key].label), *before}
                for word in families().keys() & words:
                    named.setdefault(word, {}).setdefault(key, noun)
        only = {
            word: (next(iter(bodies.values())), next(iter(bodies)))
            for word, bodies in named.items()
            if len(bodies) == 1
        }
        for lemma, (noun, sentence) in groups_told(self._told).items():
            if lemma in only and start_of(only[lemma][0]) < start_of(noun):
                self._groups[lemma] = only[lemma]
                continue
            army = self._noun(noun, sentence, speaker=False) if "army" in families()[lemma] else []
            body = self._named_behind(noun)
            body = body or (self._only_union(noun) if "labour" in families()[lemma] else self._only_company(noun))
            self._groups[lemma] = noun, army[0] if army else body or self.unnamed(noun, [])  # it acts for no state
        for lemma, told in only.items():
            self._groups.setdefault(lemma, told)

    def _owned_groups(self) -> Iterator[tuple[Key, Key]]:
        """Those who bargain with a group of their own, and the group: "A and its bondholders resumed talks"."""
        for noun, sentence in self._told:
            for one in conjuncts(noun):
                group = self._groups.get(base(one)) if one.pos_ == "NOUN" else None
                owner = owner_of_group(one) if group is not None and sentence.segment.kind != "headline" else None
                keys = self.parties(self._one(owner, sentence, speaker=False)) if owner is not None else ()
                known = [key for key in keys if key.startswith(("state/", "organization/"))]
                if group is not None and len(keys) == len(known) == 1 and self.party_of(group[1]) not in known:
                    yield known[0], self.party_of(group[1])

    def _take_owner_as_side(self) -> None:
        """Takes those who bargain with their own creditors or workers, and these, as the two sides, where none are."""
        owned = dict.fromkeys(self._owned_groups())
        owners, groups = {owner for owner, _ in owned}, {group for _, group in owned}
        if len(owners) == len(groups) == 1 and not (self.pair and are_named_together(self, self.pair)):
            self.pair = self.told_pair = (*owners, *groups)
            self.alone = False

    def _is_company_in_talks_with_others(self) -> bool:
        """True where one of the two sides is a company, which talks with a union and not with the state it is in."""
        entries = [self.gazetteer.entry(key) for key in self.pair]
        companies = any(entry is not None and entry.category == "company" for entry in entries)
        return companies and len(self.bargaining & set(self.pair)) == 1

    def _is_union_in_talks_with_others(self) -> bool:
        """True where one of the two sides is a union, which talks with a company and not with the state it is in."""
        entries = [self.gazetteer.entry(key) for key in self.pair]
        unions = [e for e in entries if e is not None and e.category == "non-governmental" and e.party]
        return bool(unions) and bool(self.bargaining) and not self.bargaining & set(self.pair)

    @cached_property
    def home(self) -> Key | None:
        """The state whose "the government" is."""
        return home_state(self, self.pair)

    def party_of(self, key: Key) -> Key:
        """The side that an agent acts for; "the finance ministry" for the state whose "the government" is."""
        side = super().party_of(key)
        return self.home or side if side == key and self.is_ministry_of_nobody(key) else side

    def is_ministry_of_nobody(self, key: Key) -> bool:
        """True for "the interior ministry", "an official at the ministry", "the government's envoy", of nobody told."""
        agent = self.agents.get(key)
        if agent is None or agent.kind not in ("organization", "unnamed") or self.gazetteer.entry(key) is not None:
            return False
        words, bodies = agent.label.lower().split(), {"ministry", "cabinet", "government's", "government’s"}
        own = agent.side is None and key not in self.sides and bool(bodies & {*words})
        holder = _WHERE.split(agent.label.lower())[0].split()[
            -1
        ]  # "official" in "an official at the ministry of water"
        return own and (agent.kind == "organization" or words[-1] in bodies or holder in offices().heads)

    @cached_property
    def bargaining(self) -> frozenset[Key]:
        """The organisations that the text tells to be in talks with somebody, known or not."""
        told = (*self._talking, *names_told(self._told))
        keys = (key for noun, sentence in told for key in self.resolve(noun, sentence))
        entries = ((key, self.gazetteer.entry(key)) for key in keys if key.startswith("organization/"))
        named = {key for key, entry in entries if entry is None or entry.kind != "outlet"}
        owners = {key for key in self._owners if key.startswith("organization/")}
        return frozenset(named | owners | {self.party_of(key) for _, key in self._groups.values()})

    def hear(self, utterances: tuple[Utterance, ...]) -> None:
        """Takes in who speaks where, so that "we" in a quotation means its speaker."""
        self._heard = Heard(utterances, self.resolve, self.unnamed)

    def resolve(self, token: Token | None, sentence: Sentence, *, speaker: bool = False) -> tuple[Key, ...]:
        """Whom a noun means, with everybody coordinated with it; () when it is nobody in particular."""
        if token is None:
            return ()
        tokens = conjuncts(token) if token.pos_ in ("NOUN", "PROPN", "PRON") else [token]
        tokens = [one for noun in tokens for one in (noun, *bodies_within(noun))]
        return tuple(dict.fromkeys(key for one in tokens for key in self._one(one, sentence, speaker)))

    def attendee(self, token: Token, sentence: Sentence) -> tuple[Key, ...]:
        """Whoever a noun means, and somebody unnamed when it means nobody known."""
        person = self.person_at(start_of(token), end_of(token))
        if person is None and token.pos_ == "NOUN" and token.lemma_.lower() in attending():
            return (self._attending_noun(token),)
        return self.resolve(token, sentence, speaker=True)

    def parties(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """The sides of several agents, each once; those of a joint statement are both."""
        sides = (self.pair if key.startswith(_JOINT) and self.pair else (self.party_of(key),) for key in keys)
        return tuple(dict.fromkeys(side for both in sides for side in both))

    # ------------------------------------------------------------------ one noun

    def _one(self, token: Token, sentence: Sentence, speaker: bool) -> list[Key]:
        clauses = [c.i for c in children(token, "relcl")]  # a name after "whose team is led by" is not the noun's
        beside = (c for c in children(token, "appos") if not any(token.i < i < c.i for i in clauses))
        for noun in (token, *beside):  # "another expert, NAME"
            if person := self.person_at(start_of(noun), end_of(noun)):
                return [person]
        mention = self.mention_at(start_of(token), end_of(token))
        if mention is not None and acts_by_itself(token, mention):
            return [self.known(mention)]
        if mention is None and token.pos_ in ("NOUN", "PROPN") and (named := named_beside(self, token)) is not None:
            return [named]
        titled = self.titled.covering(start_of(token), end_of(token)) if mention is None else None
        if titled is not None and token.pos_ in ("NOUN", "PROPN"):
            return [titled]
        if token.pos_ == "PRON" or (token.lower_ == "both" and token.dep_ in ("nsubj", "dobj", "dative", "pobj")):
            return self._pronoun(token, sentence)
        if speaker and is_part_of_several(token):
            return [self.unnamed(token)]
        if called := self._called(token):
            return called
        if (body := self._named.get(token.text)) is not None and self._is_short_for(token, body):
            return [body]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return []
        return self._noun(token, sentence, speaker)

    def _pronoun_of(self, owner: Token, sentence: Sentence) -> list[Key]:
        """Whom "his", "her" or "its" means."""
        if owner.lower_ == "its":
            body = pronouns.last_body(self, owner, sentence)
            return [self.known(body)] if body is not None and not isinstance(body, tuple) else []
        person = pronouns.last_person(self, owner, sentence, meant=self.resolve)
        return [person] if person is not None else []

    def _pronoun(self, token: Token, sentence: Sentence) -> list[Key]:
        if token.lower_ in pronouns.SPEAKERS:
            return list(self._heard.speakers_at(start_of(token), self.article))
        if token.lower_ in pronouns.PERSONS:
            if (speaker := self._heard.reporting(token, sentence)) is not None:
                return [speaker]
            if (spokesman := pronouns.last_unnamed(self, token, sentence)) is not None:
                return list(self.resolve(spokesman, self.article.sentences[sentence.number - 1], speaker=True))
            person = pronouns.last_person(self, token, sentence, meant=self.resolve)
            if (
                person is not None
                and token.dep_ in ("dobj", "dative")
                and person in self.resolve(subject_of(token.head), sentence)
            ):
                person = pronouns.last_besides(self, token, person)  # nobody urges "him" who is himself
            return [person] if person is not None else []
        if token.lower_ in pronouns.GROUPS:
            spoken = sentence.segment.kind == "turn"
            if spoken or self._quoted.covering(start_of(token), end_of(token)):  # in somebody's mouth they are anybody
                return []
            if (asked := pronouns.those_asked_before(self, token, sentence)) is not None:
                return list(self.resolve(*asked, speaker=True)) or [self.unnamed(asked[0])]
            for subject, earlier in pronouns.plural_subjects(self, token, sentence):
                if base(subject) in wordset("actors", "no_parties") | wordset("actors", "private_people"):
                    return []  # "teachers stayed away. They want ..."
                keys = self.resolve(subject, earlier, speaker=True)
                if not keys and number_of(subject) >= _TWO:
                    return []
                if not keys and base(subject) in wordset("actors", "collectives") and not subject.ent_type_:
                    return [self.unnamed(subject)]  # "Poor countries think so. They want ..."
                if keys and (len(keys) > 1 or token.lower_ != "both"):
                    of_both = base(subject) in wordset("actors", "teams") and not self.modifiers(subject)
                    return list(self.pair if of_both and self.pair else keys)
            together = token.lower_ == "both" or token.head.lemma_ == "agree" or pronouns.is_mutual(token.head)
            met = pronouns.last_pair(self, token, sentence) or pronouns.last_met(self, sentence)
            return list(met or (self.pair if together else ()))
        if token.lower_ in pronouns.BODIES:
            if (speaker := self._heard.reporting(token, sentence)) is not None:
                return [speaker]
            body = pronouns.last_body(self, token, sentence)
            if isinstance(body, tuple):
                return list(self.resolve(*body, speaker=True))
            if body is not None:
                return [self.known(body)]
            carrier = pronouns.last_carrier(self, token, sentence)
            return list(self.resolve(*carrier, speaker=True)) if carrier is not None else []
        return []

    def _noun(self, token: Token, sentence: Sentence, speaker: bool) -> list[Key]:
        found = self._party_or_body(token, sentence, speaker)
        unknown = all(key.startswith("unnamed/") for key in found)
        group = self.group(token) or self._sender(token, sentence) if unknown else None
        led = self._led_by_owner(token) if unknown and group is None else None
        if led is not None:
            for key in found:
                self.sides.setdefault(key, led)  # "NAME's office said"
            return found or [led]
        return found if group is None else [group]

    def _sender(self, token: Token, sentence: Sentence) -> Key | None:
        """The group or body whose delegates a noun tells of: "the union's negotiators", "the group's delegation"."""
        owner = child(token, "poss")
        several = token.tag_ == "NNS" or base(token) in ("delegation", "team", "committee")
        if owner is None or owner.pos_ != "NOUN" or not several or base(token) not in wordset("actors", "sent"):
            return None
        whose = self.resolve(owner, sentence)
        known = [key for key in whose if key.startswith("organization/")]
        return self.group(owner) or (known[0] if len(whose) == 1 and known else None)

    def _led_by_owner(self, token: Token) -> Key | None:
        """The side of whose government, office or team a noun tells: "NAME's government", "President NAME's office"."""
        owner = child(token, "poss")
        if owner is None or base(token) not in wordset("actors", "own_bodies") | wordset("actors", "bodies"):
            return None
        person = self.person_at(start_of(owner), end_of(owner))
        side = self.party_of(person) if person is not None else None
        return side if side != person else None

    def _party_or_body(self, token: Token, sentence: Sentence, speaker: bool) -> list[Key]:
        lemma = base(token)
        if (movement := movement_named(self, token)) is not None:
            return [self._body(movement, [])]
        modifiers = self.modifiers(token)
        definite = any(c.lower_ == "the" for c in token.children)
        if (owner := child(token, "poss")) is not None and owner.tag_ == "PRP$":
            if (own := self._of_somebody(token, owner, modifiers, sentence)) is not None:
                return own
            modifiers = modifiers or self._its(token, owner, sentence)
        if (
            token.tag_ in ("NNS", "NNPS")
            and definite
            and not modifiers
            and (holders := holders_of(self, token, speaker=speaker))
        ):
            return holders
        if lemma == "leader" and token.tag_ == "NN" and modifiers and (led := leader(self, token, modifiers)):
            return [led]
        held = speaker and lemma in offices().heads
        plural = token.tag_ in ("NNS", "NNPS") and (lemma in ("man", "woman") or held)
        if plural and (both := pronouns.last_two(self, token, self.pair)):
            return list(both)
        if definite and not modifiers and lemma in wordset("actors", "pairs") and (many := number_of(token)) > _TWO:
            return list(pronouns.last_several(self, token, sentence, many))
        if means_pair(token, bool(modifiers), definite):
            if lemma in wordset("actors", "of_states") and any(not s.startswith("state/") for s in self.told_pair):
                return list(last_states(self, sentence))
            return list(pronouns.last_pair(self, token, sentence) or self.told_pair)
        if lemma in wordset("actors", "sides") and modifiers:
            return [self.known(m) for m in modifiers]
        if (rebels := named_movement(token, modifiers)) is not None:
            return [self.known(rebels)]
        if not modifiers and (party := described(self, token, self.pair)) is not None:
            return [party]
        if lemma in ("delegation", "team") and (modifiers or definite):
            if modifiers:
                named = "team" if not any(c.lower_ == "negotiating" for c in token.children) else "negotiating team"
                return [self.delegation(self.known(modifiers[0]), lasting=lemma == "team", named=named)]
            party = self.section_party(sentence)
            return [self.delegation(party)] if party else []
        if token.tag_ not in ("NNS", "NNPS"):
            if speaker and (earlier := told_of_before(self, token, sentence)) is not None:
                return self._one(*earlier, speaker)
            if person := holder(self, token, modifiers):
                return [person]
            if not modifiers and (body := body_named_before(self, token, sentence)) is not None:
                return self._one(*body, speaker)
        return self._by_its_words(token, modifiers, speaker=speaker, definite=definite)

    def _of_somebody(
        self, token: Token, owner: Token, modifiers: list[Mention], sentence: Sentence
    ) -> list[Key] | None:
        """Whoever "his family", "its delegation", "its head" mean; ``None`` where the noun is to tell."""
        lemma = base(token)
        if lemma in wordset("actors", "sides") | {"delegation"} and owner.lower_ == "its":
            return self._pronoun_of(owner, sentence)
        if lemma in wordset("reporting", "households") and owner.lower_ in ("his", "her"):
            of = [self.agents[key].label for key in self._pronoun_of(owner, sentence)]
            return [self.somebody(f"{token.lower_} of {of[0]}", ())] if of else []
        body = pronouns.last_body(self, owner, sentence) if owner.lower_ == "its" and not modifiers else None
        if not isinstance(body, tuple) or token.tag_ != "NN" or lemma not in offices().heads:
            return None
        whose = self.resolve(*body, speaker=True)
        if len(whose) != 1 or not whose[0].startswith("organization/"):
            return None
        head = self.somebody(
            f"{token.lower_} of {self.agents[whose[0]].label}", (), printed=f"{owner.text} {token.text}"
        )
        self.sides.setdefault(head, self.party_of(whose[0]))
        return [head]

    def _its(self, token: Token, owner: Token, sentence: Sentence) -> list[Mention]:
        """The known body whose post or people "its" tells, which led the words before: "Its negotiator said ..."."""
        lemma = base(token)
        post = lemma in offices().heads or lemma in wordset("actors", "envoys") | wordset("actors", "bodies")
        body = pronouns.last_body(self, owner, sentence) if owner.lower_ == "its" and post else None
        return [body] if isinstance(body, Mention) and body.entry.kind != "outlet" else []
