"""Verbs of speech that tell of nothing said: asked of the reader, only alleged, told to set the time, done not said."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import child, negated, passive, subject_of
from ..lexicons.word_lists import wordset
from .utterances import QuotedSentence


def sets_the_time(verb: Token) -> bool:
    """True for "after the government announced new measures": told to say when something else was."""
    times = ("after", "before", "since", "until", "when", "once", "as")
    return verb.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in times for c in verb.children)


def is_no_speech(verb: Token) -> bool:
    """True for "was welcomed by X at the airport", "dismissed by the senate", "set out to run", "by addressing it"."""
    if verb.tag_ == "VBG" and (verb.dep_ == "pcomp" or (verb.dep_ == "conj" and verb.head.tag_ == "VBG")):
        return not any(c.dep_ == "ccomp" for c in verb.children) and verb.head.lower_ != "as"
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "acl" and child(verb, "dobj", "ccomp", "nsubj", "agent") is None:
        return True  # "the agreement announced in May"
    if verb.tag_ == "VB" and not any(c.lower_ in ("do", "does", "did") for c in verb.children):
        return True  # "will brief the council", "rather than condemn it": not yet, or not
    done_to = child(verb, "nsubjpass", "dobj")
    lemma = verb.lemma_.lower()
    if lemma == "set":
        return child(verb, "xcomp") is not None
    if done_to is None or lemma not in ("welcome", "dismiss"):
        return False
    somebody = done_to.ent_type_ == "PERSON" or done_to.lemma_.lower() in wordset("reporting", "unnamed")
    return somebody or (lemma == "dismiss" and passive(verb) and done_to.pos_ == "PRON")


def by_the_way(verb: Token) -> bool:
    """True for "asked not to be named", and for what somebody does for a living."""
    hidden = child(verb, "xcomp")
    if hidden is not None and hidden.lemma_ in ("name", "identify", "quote") and passive(hidden) and negated(hidden):
        return True
    for_a_living = verb.lemma_ in ("advise", "brief", "address", "defend")
    return for_a_living and verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP")


def is_asked(here: QuotedSentence, verb: Token) -> bool:
    """True for a question of the article's own: "Did X say that ...?", "What did X ask for?"."""
    if here.sentence.span[-1].text != "?" or here.inside():
        return False
    subject = child(verb, "nsubj")
    turned = subject is not None and any(c.dep_ == "aux" and c.i < subject.i for c in verb.children)
    return turned or any(t.tag_ in ("WP", "WDT", "WRB") for t in here.sentence.span[:2])


def is_alleged(verb: Token) -> bool:
    """True for "X is said to have demanded ...": told of X by nobody."""
    head = verb.head
    told = wordset("reporting", "say") | {"believe", "report", "rumour"}
    return verb.dep_ == "xcomp" and passive(head) and head.lemma_.lower() in told and subject_of(head) is None
