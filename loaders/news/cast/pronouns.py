"""What "he", "she", "they" and "it" may take up: the subjects and names of the sentences before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from ....graph.records import Key
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from .members import Cast

PERSONS = frozenset({"he", "she", "him", "her", "himself", "herself"})
GROUPS = frozenset({"they", "them", "both"})
BODIES = frozenset({"it"})
SPEAKERS = frozenset({"we", "us", "i", "me"})
_SHE = frozenset({"she", "her", "herself"})
Meant: TypeAlias = Callable[["Token", Sentence], tuple[Key, ...]]
_NAMED_LATELY = 60
"""Names before a pronoun among which whom it means is sought."""
_SPEAKS_ON = 3
"""Sentences before one in which "she said" goes on with who spoke first."""
_SUBJECTS = ("nsubj", "nsubjpass")


def last_person(cast: Cast, token: Token, sentence: Sentence, *, meant: Meant, back: int = 4) -> Key | None:
    """The person that was the subject of a sentence before, unless another was named since; else the last one named.

    ``meant`` tells whom a noun such as "the minister" means. Nobody known to be a woman is "he", and "she" no man. A
    subject "he" takes up the subject "he" of the sentence before, ``back`` times at most.
    """
    fits = partial(_fits, cast, token.lower_)
    named = cast.names.before(start_of(token), most=_NAMED_LATELY)[::-1]
    last = next((key for key in named if fits(key)), None)
    if last is None:
        return None
    for earlier in _recent(cast, sentence, 3):
        if earlier.number == sentence.number and not _may_take_up_its_own(token):
            continue
        same = next((t for t in earlier.span if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        goes_on = same is not None and same.lower_ == token.lower_ and earlier.number < sentence.number
        if goes_on and same is not None and back and token.dep_ in _SUBJECTS:
            return last_person(cast, same, earlier, meant=meant, back=back - 1)
        for t in earlier.span:
            if t.dep_ in _SUBJECTS and t.head.dep_ in ("ROOT", "ccomp") and start_of(t) < start_of(token):
                person = _subject(cast, t, earlier, meant)
                if person is not None and fits(person):
                    return person
        if earlier.number != sentence.number and cast.names.begin_within(earlier.start, earlier.end):
            return last
    return next((key for key in named if _is_known(cast, token.lower_, key)), last)


def last_besides(cast: Cast, token: Token, person: Key) -> Key | None:
    """The person named last before a pronoun who is another than this one."""
    named = cast.names.before(start_of(token), most=_NAMED_LATELY)[::-1]
    return next((key for key in named if key != person and _fits(cast, token.lower_, key)), None)


def _may_take_up_its_own(token: Token) -> bool:
    """True for the subject of a main or relative clause: "X came, during which he said ..."."""
    verb = token.head
    if verb.dep_ in ("ROOT", "parataxis", "relcl"):
        return True
    return any(t.tag_ in ("WDT", "WP") and t.head.dep_ == "prep" and t.i < token.i for t in verb.subtree)


def _subject(cast: Cast, subject: Token, sentence: Sentence, meant: Meant) -> Key | None:
    for noun in (subject, *children(subject, "appos")):  # "the envoy, NAME, said"
        person = cast.person_at(start_of(noun), end_of(noun))
        if person is not None:
            return person
    if subject.pos_ not in ("NOUN", "PROPN"):
        return None
    found = [key for key in meant(subject, sentence) if key.startswith("person/")]
    return found[0] if len(found) == 1 else None


def _fits(cast: Cast, pronoun: str, person: Key) -> bool:
    return _is_known(cast, pronoun, person) or person not in cast.genders


def _is_known(cast: Cast, pronoun: str, person: Key) -> bool:
    return cast.genders.get(person) == ("f" if pronoun in _SHE else "m")


def last_unnamed(cast: Cast, token: Token, sentence: Sentence) -> Token | None:
    """The noun of somebody unnamed who spoke in the sentences before, when "he" or "she" comes first in the next."""
    if not sentence.number or token.dep_ not in _SUBJECTS:
        return None
    if cast.names.begin_within(sentence.start, start_of(token)):
        return None
    for earlier in list(_recent(cast, sentence, _SPEAKS_ON))[1:]:
        if earlier.segment_number != sentence.segment_number or cast.names.begin_within(earlier.start, earlier.end):
            return None
        says = [t for t in earlier.span if t.dep_ == "nsubj" and t.head.lemma_.lower() in wordset("reporting", "say")]
        for t in says:
            if t.tag_ == "NN" and t.pos_ == "NOUN" and t.lemma_.lower() in wordset("reporting", "unnamed"):
                return t
        if not any(t.lower_ == token.lower_ for t in says):
            return None
    return None


def last_two(cast: Cast, token: Token, pair: tuple[Key, ...]) -> tuple[Key, ...]:
    """The person named last of each side, for "both men" or "the two women"."""
    words = {c.lower_ for c in token.children}
    if "both" not in words and not {"the", "two"} <= words:
        return ()
    found: dict[Key, Key] = {}
    for person in reversed(cast.names.before(start_of(token), most=20)):
        side = cast.party_of(person)
        if side in pair:
            found.setdefault(side, person)
    return tuple(found.values()) if len(found) == 2 else ()


def last_pair(cast: Cast, token: Token, sentence: Sentence) -> tuple[Key, ...]:
    """The two sides that a sentence just before names together as who acted: "A and B spoke. Both leaders said ..."."""
    if (here := _pair_before(cast, token, sentence)) is not None:
        return here
    for earlier in _recent(cast, sentence, 1):
        if earlier.number == sentence.number or earlier.segment_number != sentence.segment_number:
            continue
        for subject in earlier.span:
            if subject.dep_ in _SUBJECTS and subject.pos_ == "PROPN" and len(conjuncts(subject)) == 2:
                keys = [_named(cast, one) for one in conjuncts(subject)]
                sides = tuple(dict.fromkeys(cast.parties(key for key in keys if key is not None)))
                if len(sides) == 2:
                    return sides
    return ()


def last_several(cast: Cast, token: Token, sentence: Sentence, number: int) -> tuple[Key, ...]:
    """The sides that a sentence before lists, when they are so many: "A, B and C met. The three leaders signed"."""
    for earlier in _recent(cast, sentence, 4):
        for noun in reversed(list(earlier.span)):
            if start_of(noun) >= start_of(token) or noun.pos_ != "PROPN" or noun.dep_ == "conj":
                continue
            keys = [_named(cast, one) for one in conjuncts(noun)]
            sides = tuple(dict.fromkeys(cast.parties(key for key in keys if key is not None)))
            if len(sides) == number == len(keys):
                return sides
    own = (m for m in cast.readings[sentence.number].mentions if m.end <= start_of(token))
    states = (cast.known(m) for m in own if m.entry.kind == "state")
    named = tuple(dict.fromkeys(cast.parties(states)))  # "A buys from B and C, the three said"
    return named if len(named) == number else ()


def last_met(cast: Cast, sentence: Sentence) -> tuple[Key, ...]:
    """The two sides of whom a sentence before tells that one met the other or spoke with it."""
    for earlier in _recent(cast, sentence, 3):
        if earlier.number == sentence.number or earlier.segment_number != sentence.segment_number:
            continue
        for verb in (t for t in earlier.span if t.pos_ == "VERB"):
            withs = [o for p in children(verb, "prep") if p.lower_ == "with" for o in children(p, "pobj")]
            others = withs if verb.lemma_ in ("speak", "talk", "meet", "confer") else []
            others += children(verb, "dobj") if verb.lemma_ == "meet" else []
            keys = [_named(cast, one) for one in (*children(verb, "nsubj"), *others[:1])]
            sides = tuple(dict.fromkeys(cast.parties(key for key in keys if key is not None)))
            if len(sides) == 2:
                return sides
    return ()


def _pair_before(cast: Cast, token: Token, sentence: Sentence) -> tuple[Key, ...] | None:
    """The two states that the sentence itself names together before: "leaders of A and B, the two countries ..."."""
    for noun in reversed([t for t in sentence.span if t.i < token.i and t.pos_ == "PROPN" and t.dep_ == "conj"]):
        if any(t.dep_ == "appos" and t.head.dep_ in _SUBJECTS for t in noun.ancestors):
            continue  # "A, a guarantor with B and C, appealed to both sides"
        keys = [_named(cast, one) for one in (noun.head, noun)]
        sides = tuple(dict.fromkeys(key for key in keys if key is not None and key.startswith("state/")))
        if len(sides) == 2:
            return sides
    return None


def _named(cast: Cast, noun: Token) -> Key | None:
    person = cast.person_at(start_of(noun), end_of(noun))
    if person is not None:
        return person
    mention = cast.mention_at(start_of(noun), end_of(noun))
    return cast.known(mention) if mention is not None else None


def is_mutual(verb: Token) -> bool:
    """True for what takes two: "stay in touch", "help each other"."""
    words = list(verb.subtree)
    touch = any(t.lemma_.lower() in ("contact", "touch") and t.head.lower_ == "in" for t in words)
    other = any(t.lower_ in ("other", "another") and t.i and t.nbor(-1).lower_ in ("each", "one") for t in words)
    return touch or other


def plural_subjects(cast: Cast, token: Token, sentence: Sentence) -> Iterator[tuple[Token, Sentence]]:
    """Subjects before a pronoun that stand for several, the nearest sentence first."""
    groups = wordset("actors", "groups")
    for earlier in _recent(cast, sentence, 3):
        for subject in earlier.span:
            if subject.dep_ not in _SUBJECTS or subject.pos_ == "PRON" or start_of(subject) >= start_of(token):
                continue
            plural = subject.tag_ in ("NNS", "NNPS") or subject.lemma_.lower() in groups
            if plural or len(conjuncts(subject)) > 1:
                yield subject, earlier


def last_body(cast: Cast, token: Token, sentence: Sentence) -> Mention | tuple[Token, Sentence] | None:
    """The known actor that was the subject last, or the noun of a body without a name: "The administration waits"."""
    bodies = wordset("actors", "bodies") | wordset("actors", "sides") | wordset("reporting", "papers")
    bodies |= wordset("actors", "groups")
    if token.dep_ in ("dobj", "dative") and (asked := _asked_before(cast, token, sentence)) is not None:
        return asked
    inner = token.head.dep_ == "advcl" and token.head.head.dep_ == "ccomp"  # "that X asked for more because it ..."
    for earlier in _recent(cast, sentence, 2):
        if earlier.number == sentence.number - 1 and (teller := _teller(earlier)) is not None:
            return teller, earlier
        own = inner and earlier.number == sentence.number
        for t in reversed(list(earlier.span)) if own else earlier.span:
            if t.dep_ not in _SUBJECTS or start_of(t) >= start_of(token) or _is_told_of(t, token):
                continue
            if t.head is token.head and token.dep_ in ("dobj", "dative"):
                continue  # nobody asks "it" who is itself
            if t.pos_ == "PROPN" and (mention := cast.mention_at(start_of(t), end_of(t))) is not None:
                return mention
            thing = t.tag_ == "NNS" or (t.tag_ == "NN" and t.lemma_.lower() in wordset("actors", "reactions"))
            owner = child(t, "poss") if thing and earlier.number == sentence.number - 1 else None
            if owner is not None and (mention := cast.mention_at(start_of(owner), end_of(owner))) is not None:
                return mention  # "Moscow's grievances are familiar. It wants ..."
            main = earlier.number == sentence.number - 1 and t.dep_ == "nsubj" and t.head.dep_ == "ROOT"
            own_clause = t.pos_ == "PROPN" and (earlier.number == sentence.number or (main and t.tag_ == "NNP"))
            if own_clause and cast.person_at(start_of(t), end_of(t)) is None:
                return t, earlier  # a body that is not known: "Gulf Airways was held up, and it wants ..."
            if t.tag_ not in ("NN", "NNP") or t.lemma_.lower() not in bodies:
                continue
            if earlier.number == sentence.number - 1 or (
                t.head.dep_ == "ROOT" and token.head.dep_ in ("relcl", "advcl")
            ):
                return t, earlier  # also "The group meets again in May, when it will ..."
    return None


def _asked_before(cast: Cast, token: Token, sentence: Sentence) -> Mention | tuple[Token, Sentence] | None:
    """The body that was asked or told something just before: "A urged the Commission to wait. B asked it to ..."."""
    for noun, earlier in _asked(cast, sentence, back=1):
        if noun.pos_ == "PROPN" and len(conjuncts(noun)) == 1:
            mention = cast.mention_at(start_of(noun), end_of(noun))
            return mention if mention is not None else (noun, earlier)
    return None


def those_asked_before(cast: Cast, token: Token, sentence: Sentence) -> tuple[Token, Sentence] | None:
    """Those who were asked something before: "invited the two leaders to return. She asked them to ..."."""
    if token.lower_ != "them" or token.dep_ not in ("dobj", "dative"):
        return None
    asked = (found for found in _asked(cast, sentence, back=2) if found[0].tag_ in ("NNS", "NNPS"))
    return next(asked, None)


def _asked(cast: Cast, sentence: Sentence, *, back: int) -> Iterator[tuple[Token, Sentence]]:
    """Whom the main verbs of the sentences before ask or tell to do something, the nearest first."""
    for earlier in list(_recent(cast, sentence, back))[1:]:
        verb = earlier.span.root
        on = [noun for p in children(verb, "prep") if p.lower_ in ("on", "to") for noun in children(p, "pobj")]
        if child(verb, "xcomp", "ccomp") is not None:
            yield from ((noun, earlier) for noun in (*children(verb, "dobj", "dative"), *on))


def _teller(sentence: Sentence) -> Token | None:
    """The body that says a whole sentence, which "it" goes on with: "the group said ...", "It said ..."."""
    verb = sentence.span.root
    if verb.lemma_.lower() not in wordset("reporting", "say"):
        return None
    said = next((c for c in children(verb, "nsubj") if c.i < verb.i), None)
    bodies = wordset("actors", "own_bodies") | wordset("actors", "groups") | wordset("actors", "bodies")
    body = said is not None and (said.lower_ == "it" or (said.tag_ == "NN" and said.lemma_.lower() in bodies))
    return said if body and child(verb, "ccomp") is not None else None


def _is_told_of(subject: Token, pronoun: Token) -> bool:
    """True for X in "X, it said, would ...": what "it" says is about X."""
    verb = pronoun.head
    return verb.lemma_.lower() in wordset("reporting", "say") and subject.head in (verb.head, *children(verb, "ccomp"))


def told_of_between(pronoun: Token, content: tuple[int, int]) -> bool:
    """True for X in "A said X asked for more because it ...": "it" may be X, of whom somebody's words tell first."""
    if pronoun.head.dep_ != "advcl":
        return False
    words = (t for t in pronoun.doc[: pronoun.i] if start_of(t) >= content[0])
    return any(t.dep_ in _SUBJECTS and t.pos_ == "PROPN" for t in words)


def last_carrier(cast: Cast, token: Token, sentence: Sentence) -> tuple[Token, Sentence] | None:
    """The statement, communiqué or the like that was the subject of the sentence before: "It also set a target"."""
    for earlier in _recent(cast, sentence, 1):
        for t in earlier.span:
            if t.dep_ in _SUBJECTS and t.lemma_.lower() in wordset("reporting", "carriers") and t.i < token.i:
                return t, earlier
    return None


def _recent(cast: Cast, sentence: Sentence, before: int) -> Iterator[Sentence]:
    """The sentence and those before it, backwards."""
    return reversed(cast.article.sentences[max(0, sentence.number - before) : sentence.number + 1])
