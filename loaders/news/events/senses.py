"""Nouns that look like events of a negotiation and are none: "a round of sanctions", "the National Congress"."""

from __future__ import annotations

from ....graph.records import EventKind
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from .clauses import telling_verb
from .details import Phrase, whole
from .no_sides import are_no_side

_NEXT = frozenset({"next", "new", "latest", "another", "previous", "last", "this", "final", "further", "current"})
"""Words by which a bare "round" is one of talks."""

BEFORE_NOUN = ("amod", "det", "compound", "nummod", "poss", "nmod", "punct")
"""How words hang on the noun that they stand before."""


def is_none(actors: Actors, phrase: Phrase, kind: EventKind) -> bool:
    """True for words that name no event in particular, or none of a negotiation."""
    head, verb = phrase.head, telling_verb(phrase.head)
    cases = (o for p in children(verb, "prep") for o in children(p, "pobj"))
    if any(c.lower_ in ("each", "every") for o in cases for c in o.children):
        return True  # "In each case talks began after a week"
    body = actors.mention_at(start_of(phrase.first), end_of(phrase.last))
    if body is not None and body.entry.kind == "organization" and kind in wordset("events", "titled"):
        return True  # "the Conference on the Lakes Region", which is a body
    counts = {t.lower_ for t in _numerals(head)}
    if "least" in counts or ("one" in counts and any(c.lower_ == "each" for c in children(verb, "nsubj"))):
        return True  # "each went through at least one failed round"
    partners = [o for p in children(head, "prep") if p.lower_ == "with" for o in children(p, "pobj")]
    if are_no_side(partners) or _is_said_of_event(phrase, kind):
        return True
    if words_before(phrase) & wordset("events", "none") or is_general(phrase, kind) or other_sense(phrase, kind):
        return True
    occurs = head.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("events", "occurrence")
    return kind in wordset("events", "occurring_only") and not occurs


def _numerals(head: Token) -> list[Token]:
    """The words for how many: "at least one"."""
    return [t for c in children(head, "nummod", "quantmod", "advmod") for t in c.subtree if t.i < head.i]


def _is_said_of_event(phrase: Phrase, kind: EventKind) -> bool:
    """True for what an event is said to be: "The earlier round, on May 16, was the first encounter for years"."""
    verb = phrase.head.head
    if phrase.head.dep_ != "attr" or verb.lemma_ != "be" or kind == "round":
        return False
    subjects = (one for noun in children(verb, "nsubj") for one in (noun, *children(noun, "appos")))
    return any(one.lemma_.lower() in wordset("teams", "events") and one.pos_ == "NOUN" for one in subjects)


def is_set(phrase: Phrase, kind: EventKind) -> bool:
    """True for several that are told of at once: "four rounds since March"."""
    plural = phrase.first.tag_ in ("NNS", "NNPS") and phrase.first.lower_ not in ("talks", "negotiations")
    return plural and kind in ("round", "summit", "conference", "signing", "agreement", "congress")


def words_before(phrase: Phrase) -> set[str]:
    """The words that qualify the noun."""
    first, head = phrase.first, phrase.head
    inside = (t for t in head.subtree if t.dep_ in (*BEFORE_NOUN, "advmod"))
    before = (t for t in (*inside, *head.children) if t.i < first.i)
    return {t.lower_ for t in before if t.nbor(1).text != "-" or t.nbor(1).begins > end_of(t)}  # not of "last-ditch"


def other_sense(phrase: Phrase, kind: EventKind) -> bool:
    """True for "a round of sanctions", "a call for a truce", "on the sidelines of the summit", "Congress"."""
    if _in_address(phrase) or _names_body(phrase) or any(c.lower_ == "such" for c in phrase.head.children):
        return True  # "the first such conversation" is the one just told of
    if kind == "call" and phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in ("via", "by", "through"):
        return True  # "talks via videoconference"
    if phrase.head.dep_ == "pobj" and phrase.head.head.head.lemma_.lower() in wordset("events", "parts_of_topics"):
        return True
    before = {t.lower_ for t in phrase.head.subtree if t.i < phrase.first.i and t.dep_ in ("compound", "amod", "nmod")}
    if phrase.first.lemma_.lower() == "session":
        inside = phrase.head.dep_ == "pobj" and phrase.head.head.lower_ == "of" and phrase.head.pos_ == "PROPN"
        about = {o.lower_ for p in children(phrase.head, "prep") for o in children(p, "pobj")}
        return inside or bool((before | about) & wordset("events", "no_sessions"))
    if kind == "congress" and phrase.first.lower_ == "congress":
        return phrase.first == phrase.last and (phrase.head.pos_ == "PROPN" or bool(phrase.head.lefts[:-1]))
    if kind == "conference" and phrase.head.pos_ == "PROPN" and phrase.head.dep_ == "nsubj":
        verb = phrase.head.head
        speaks = wordset("reporting", "say") | wordset("events", "wish")
        if verb.lemma_.lower() in speaks and children(verb, "dobj", "ccomp", "xcomp"):
            return True  # "The Harbour Conference urged the parties to talk" is a body
    if kind == "round" and phrase.first == phrase.last:
        return _is_no_round(phrase, before)
    if kind == "call" and phrase.last.lower_ in ("call", "calls") and phrase.first == phrase.last:
        asks = any(p.lower_ in ("for", "on", "to") for p in children(phrase.head, "prep"))
        return asks or any(c.dep_ in ("acl", "relcl") for c in phrase.head.children)
    return False


def tells_of_line(actors: Actors) -> bool:
    """True for an article that tells of a telephone or a video link: "the conversation" then is a call."""
    words = wordset("events", "phones")
    tokens = [t for s in actors.article.sentences for t in s.span]
    return any(t.lower_ in words or (t.lower_ == "call" and t.pos_ == "NOUN") for t in tokens)


def is_general(phrase: Phrase, kind: EventKind) -> bool:
    """True for "meetings" or "visits", which are none in particular; not for "the Fund's April meetings"."""
    plural = phrase.head.tag_ in ("NNS", "NNPS") and phrase.last.lemma_.lower() not in wordset("events", "plural_nouns")
    if whole(phrase.head).lemma_ in ("day", "week") and whole(phrase.head) is not phrase.head:
        return False  # "after two days of committee meetings"
    several = plural and kind in wordset("events", "singular_only")
    return several and not any(c.ent_type_ == "DATE" and c.i < phrase.first.i for c in phrase.head.children)


def is_other_exchange(actors: Actors, phrase: Phrase, kind: EventKind) -> bool:
    """True for a bare "exchange" that is not told to be one of people: "stock exchange", "an exchange of views"."""
    if kind != "exchange" or phrase.first != phrase.last or phrase.head.lower_ != "exchange":
        return False
    if any(c.dep_ in ("compound", "nmod") or c.lower_ == "of" for c in phrase.head.children):
        return True
    words = (t for s in actors.article.sentences for t in s.span)
    return not any(t.lemma_.lower() in wordset("events", "exchanged") for t in words)


def _in_address(phrase: Phrase) -> bool:
    """True for a word in a web address."""
    text, first = phrase.head.doc.text, phrase.first.begins - phrase.head.doc.offset
    start = max(text.rfind(" ", 0, first), text.rfind("\n", 0, first)) + 1
    chunk = text[start:].split(None, 1)[0] if text[start:].strip() else ""
    return "://" in chunk or "www." in chunk


def _names_body(phrase: Phrase) -> bool:
    """True for the noun in the name of a body: "the High Talks Committee"."""
    head = phrase.head
    if head.pos_ != "PROPN" or head.i + 1 >= len(head.doc):
        return False
    behind = head.nbor(1)
    return behind.pos_ == "PROPN" and behind.lemma_.lower() in wordset("events", "bodies")


def _is_no_round(phrase: Phrase, before: set[str]) -> bool:
    held = [o for p in children(phrase.last, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    about = [*held, *(c for c in children(phrase.head, "compound") if _apart(c) and c.lower_ != "opening")]
    if any(o.lemma_.lower() not in wordset("events", "rounds_of") and o.ent_type_ != "DATE" for o in about):
        return True
    voted = {t.lemma_.lower() for t in phrase.sentence.span} & wordset("events", "elections")
    return bool(before & wordset("events", "no_rounds") or (voted and not held))


def _apart(noun: Token) -> bool:
    """True for a common noun that is no part of a compound adjective ("two-day")."""
    return noun.pos_ == "NOUN" and (noun.i == 0 or noun.nbor(-1).text not in ("-", "–"))


def has_name(actors: Actors, phrase: Phrase) -> bool:
    """True when a capitalised word that is no party makes the noun a proper name."""
    inside = [t for t in phrase.head.subtree if t.i < phrase.first.i and t.dep_ in ("compound", "nmod")]
    inside = [t for t in inside if t.lower_ not in wordset("events", "regions")]
    return any(t.pos_ == "PROPN" and actors.mention_at(start_of(t), end_of(t)) is None for t in inside)


def is_of_name(noun: Token) -> bool:
    """True for the noun of "the National Conference of NAME"."""
    of_body = [o for p in children(noun, "prep") if p.lower_ == "of" for o in children(p, "pobj")]
    return any(o.pos_ == "PROPN" for o in of_body)
