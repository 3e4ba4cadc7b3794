"""Whose account a sentence goes on with, that does not say so itself.

"The mediators had floated a pause, a diplomat said. The army had asked for time." The second sentence is the
diplomat's as well: what a party is only said to have done is not shown as done.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.attribution import Attributed, Attribution
from ..language.annotation import Sentence
from ..language.parse import Token
from ..language.syntax import base, child, children, negated, subject_of
from ..lexicons.word_lists import wordset
from .frames import FoundAct

_BACK: Final = ("it", "they", "he", "she")
"""Subjects that a sentence takes over from the one before."""
_ACCOUNTS: Final = ("say", "according")
_DOUBTS: Final = 3
"""Sentences after an act among which one may take it back."""
_GOES_ON: Final = 3
"""Sentences for which an account goes on that one before them opens."""
Opening: TypeAlias = tuple[Token | None, Sentence]
"""Who gives an account, where that is told, and the sentence that opens it."""


def account_of(actors: Actors, attribution: Attribution, act: FoundAct) -> Key | None:
    """Who tells what happened in the sentence before and goes on in this one; ``None`` where the article tells it."""
    if (reasoner := _reasons(act)) is not None:
        tellers = actors.resolve(reasoner, act.sentence, speaker=True)
        return tellers[0] if tellers and not set(actors.parties(tellers)) & set(act.agents) else None
    number = act.sentence.number
    before = actors.article.sentences[number - 1] if number else None
    if before is None or before.segment_number != act.sentence.segment_number:
        return None
    if any(said.utterance.kind != "speak" for said in attribution.said_within(act.sentence)):
        return None
    told = next((said for said in attribution.said_within(before) if said.utterance.kind in _ACCOUNTS), None)
    if told is None and _earlier(act.head) and (teller := _teller_of(before.span.root)) is not None:
        sides = actors.resolve(teller, before, speaker=True)
        others = set(actors.parties(sides)) - set(act.agents)
        return sides[0] if others and len(sides) == 1 else None  # "X briefed the house. B had accepted ..."
    if told is None or told.utterance.mode == "direct-quote" or not _is_whole(told):
        return None
    own = bool(set(actors.parties(told.speakers)) & set(act.agents))
    verb = act.head if act.head.pos_ in ("VERB", "AUX") else act.head.head
    subject = subject_of(verb)
    taken_over = subject is not None and subject.lower_ in _BACK and _is_first(act, subject) and not own
    if taken_over and set(actors.resolve(subject, act.sentence)) & set(told.speakers):
        return None  # "A praised the talks, he said. He rejected a request of B": what he did, the article tells
    answers = verb.lemma_.lower() in wordset("acts", "light_with") and not own
    goes_on = _adds(verb, subject, told) and not own
    return told.chain[-1] if _earlier(verb) or taken_over or answers or goes_on else None


def _reasons(act: FoundAct) -> Token | None:
    """Who gives a reason behind a colon: "A doubts it: B had asked for a pause", "A said it was less than that: B"."""
    colons = [t for t in act.sentence.span if t.text == ":" and t.i < act.head.i]
    before = [t for t in act.sentence.span if colons and t.i < colons[0].i and t.pos_ == "VERB"]
    reasons = wordset("acts", "reasoning") | wordset("reporting", "say")
    return next((s for t in before if base(t) in reasons for s in children(t, "nsubj")), None)


def _teller_of(verb: Token) -> Token | None:
    """Who gives an account in a sentence: "X spoke to reporters", "X met the press"."""
    held = [noun for p in children(verb, "prep") if p.lower_ in ("to", "with") for noun in children(p, "pobj")]
    heard = any(base(noun) in wordset("acts", "hearing") for noun in (*held, *children(verb, "dobj")))
    return child(verb, "nsubj") if heard else None


def opening_of(actors: Actors, attribution: Attribution, act: FoundAct) -> Opening | None:
    """Who opens an account of what happened in the sentences before, which says nothing itself of what happened.

    "X gave an interview. Y offered a truce", "Rumours swirled. The army had agreed", "Suppose Y agreed. X then offers".
    """
    if any(said.utterance.kind != "speak" for said in attribution.said_within(act.sentence)):
        return None
    number = act.sentence.number
    for earlier in reversed(actors.article.sentences[max(0, number - _GOES_ON) : number]):
        if earlier.segment_number != act.sentence.segment_number:
            return None
        verb = earlier.span.root
        if verb.lemma_.lower() in wordset("acts", "supposing") and verb.tag_ == "VB":
            return None, earlier
        telling = _telling(verb)
        if telling is None and _tells_what(verb):
            continue
        if telling is not None or _recounts(verb):
            return _owner(verb, telling), earlier
    return None


def _recounts(verb: Token) -> bool:
    """True for "briefed the house", "described the session"; not for "described it as warm"."""
    told = verb.lemma_.lower() in wordset("acts", "recounting") and verb.tag_ == "VBD"
    return told and not any(c.lower_ == "as" for c in verb.children)


def _tells_what(verb: Token) -> bool:
    """True for a sentence that itself says what happened: "In an interview X said that ..."."""
    return any(t.dep_ == "ccomp" and t.i > verb.i for t in verb.children)


def _telling(verb: Token) -> Token | None:
    """The interview, the letter, the rumour or the dream that a sentence is about, or in which it is told."""
    held = [n for p in children(verb, "prep") if p.lower_ in ("in", "on") and p.i < verb.i for n in children(p, "pobj")]
    if _tells_what(verb):
        nouns = [n for clause in children(verb, "ccomp") for n in children(clause, "dobj")]
    else:
        given = children(verb, "dobj") if verb.lemma_.lower() in wordset("acts", "giving_accounts") else []
        subjects = children(verb, "nsubj", "attr")
        nouns = [*given, *held, *(n for n in subjects if _is_nobodys(n) or child(n, "poss") is not None)]
    tellings = wordset("acts", "tellings") | wordset("signatures", "accounts")
    return next((n for n in nouns if base(n) in tellings or _is_nobodys(n)), None)


def _is_nobodys(telling: Token) -> bool:
    """True for a rumour, a dream, a novel: nobody stands behind what it tells."""
    return base(telling) in wordset("acts", "nobodys") | wordset("signatures", "unreal")


def _owner(verb: Token, telling: Token | None) -> Token | None:
    """Who briefs, gives an interview or writes a letter; nobody who is known spreads a rumour or dreams."""
    if telling is not None and (_is_nobodys(telling) or telling.dep_ in ("nsubj", "nsubjpass", "attr")):
        return child(telling, "poss")
    return child(verb, "nsubj")


def _adds(verb: Token, subject: Token | None, told: Attributed) -> bool:
    """True where the one of whom somebody told something "also" did more: "B agreed to X, A said. B also promised"."""
    root = told.utterance.root
    before = subject_of(root) if root is not None else None
    also = any(c.lower_ == "also" for c in verb.children)
    return also and subject is not None and before is not None and subject.lower_ == before.lower_


def doubted_after(actors: Actors, act: FoundAct) -> bool:
    """True where the next words take an act back or leave it open: "This could not be verified", "X denied this"."""
    sentences = actors.article.sentences
    for later in sentences[act.sentence.number + 1 : act.sentence.number + 1 + _DOUBTS]:
        if later.segment_number != act.sentence.segment_number:
            return False
        verb = later.span.root
        if [t.lower_ for t in list(later.span)[:2]] == ["or", "did"]:
            return later.number == act.sentence.number + 1  # "Or did it?"
        if verb.lemma_ == "say" and any(c.lower_ == "so" and c.i < verb.i for c in verb.children):
            return later.number == act.sentence.number + 1  # "So says a senior figure"
        about = [t for t in children(verb, "nsubj", "nsubjpass", "dobj") if _points_at_all(t)]
        next_one = later.number == act.sentence.number + 1
        if not about or not (next_one or any(t.lower_ in ("all", "none") for one in about for t in one.subtree)):
            continue
        taken = verb.lemma_.lower() in wordset("acts", "taking_back")
        nobody = [t for s in children(verb, "nsubj") for t in s.subtree]
        open_ = verb.lemma_.lower() in wordset("acts", "checking") and (negated(verb) or _is_none([*about, *nobody]))
        happened = verb.lemma_.lower() in ("happen", "occur") and (negated(verb) or _is_none(about))
        told = happened or (verb.lemma_ == "be" and any(t.lemma_ in ("say", "claim", "tell") for t in verb.subtree))
        if taken or open_ or told:
            return True
    return False


def _points_at_all(word: Token) -> bool:
    """True for "this", "all this", "none of it", "the report": what the words before tell."""
    if word.lower_ in ("any", "all", "none") and any(t.lower_ in ("it", "this", "that") for t in word.subtree):
        return True
    bare = word.lower_ in ("this", "that", "none", "neither") and not any(c.dep_ == "relcl" for c in word.children)
    told = word.lower_ in ("report", "account", "claim")
    return bare or (told and any(c.lower_ in ("the", "this") for c in word.children))


def _is_none(words: list[Token]) -> bool:
    return any(word.lower_ in ("none", "neither") for word in words)


def _is_whole(told: Attributed) -> bool:
    """True when the sentence is somebody's word as a whole, not in a clause beside."""
    verb = told.utterance.verb
    return verb is None or verb.dep_ == "ROOT"


def _is_first(act: FoundAct, subject: Token) -> bool:
    """True for a pronoun that nobody in its own sentence can be meant by."""
    return not any(t.i < subject.i and t.dep_ in ("nsubj", "nsubjpass") for t in act.sentence.span)


def _earlier(verb: Token) -> bool:
    """True for "had asked", "had been offered"."""
    return any(c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for c in verb.children)
