"""What the words of a clause itself say of it: "not", "will", "reportedly", "if", "in 1978"."""

from __future__ import annotations

import re

from ..language.parse import Token
from ..language.syntax import child, children, modal, negated
from ..lexicons.word_lists import wordset
from .phrases import before_noun, beside, hangs_after, inverted, opens_with
from .signatures import adjectives, adverb_phrases, adverbs, phrases, predicates
from .value import Value

_YEAR = re.compile(r"(1[4-9]\d\d|20\d\d)(s?)\Z")
_LONG_AGO = re.compile(r"\b(?:decades?|centur(?:y|ies)|generations?) (?:ago|earlier|before)\b|\blast century\b", re.I)
BYGONE_YEARS = 8
"""Years before the article's own after which an act is background."""
_UNDATED = 2000
"""The year before which an act is background in an article that has no date."""


def of_clause(verb: Token, value: Value, *, year: int | None, backshifted: bool) -> Value:
    """The value of a clause with its own words."""
    if _is_negated(verb):
        value = value.negated().because("not")
    value = _with_modal(verb, value, backshifted=backshifted)
    value = _with_adverbs(verb, value)
    if _commands(verb):
        value = value.with_force("imperative").because("imperative")
    if inverted(verb) or opens_with(verb, "marks", "hypothesis"):
        value = value.with_force("hypothesis").because("if")
    if hangs_on(verb):
        value = value.with_force("conditional").because("if")
    if _asked(verb):
        value = value.with_force("question").because("?")
    if _whenever(verb):
        value = value.at("general").because("whenever")
    if any(c.lower_ == "according" for c in children(verb, "prep")):
        value = value.by("said", None).because("according to")
    if is_long_ago(verb, year):
        value = value.at("background").because("long ago")
    return _in_paper(verb, _with_asides(verb, value))


def _is_negated(verb: Token) -> bool:
    if negated(verb):
        return True
    if any(k.lower_ == "never" for c in children(verb, "advmod") for k in c.children):
        return True  # "had never before accepted"
    none = [c for c in children(verb, "dobj", "attr") if c.lower_ in ("nothing", "none", "nobody")]
    none += [k for c in children(verb, "dobj") for k in c.children if k.lower_ == "no" and k.dep_ == "det"]
    subject = child(verb, "nsubj", "nsubjpass")
    nobody = subject is not None and subject.lower_ in ("nobody", "none", "nothing", "neither")
    less = any(c.lower_ in phrases("less") for c in children(verb, "advmod"))
    longer = any(c.lower_ == "longer" and any(k.lower_ == "no" for k in c.children) for c in children(verb, "advmod"))
    return bool(none) or nobody or less or longer or _begins_with_neither(verb) or _is_turned_by_no(verb, subject)


def _is_turned_by_no(verb: Token, subject: Token | None) -> bool:
    """True for "At no time did X promise", "Never did X agree"."""
    turned = next((c for c in children(verb, "aux") if subject is not None and c.i < subject.i), None)
    if turned is None:
        return False
    return any(t.lower_ in ("no", "never", "nowhere") for t in verb.doc.tokens[turned.sent.start : turned.i])


def _begins_with_neither(verb: Token) -> bool:
    joins = children(verb.head, "cc") if verb.dep_ == "conj" else []
    nor = any(c.lower_ == "nor" and verb.head.i < c.i < verb.i for c in joins)
    return nor or any(c.lower_ in ("neither", "nor") for c in verb.children)


def _with_modal(verb: Token, value: Value, *, backshifted: bool) -> Value:
    word = modal(verb)
    if not word:
        return value
    if word == "would" and verb.lemma_ == "like":
        return value  # what somebody wants now
    perfect = any(c.dep_ == "aux" and c.lower_ in ("have", "'ve", "’ve") for c in verb.children)
    if word in ("should", "must", "ought", "need"):
        return value.with_force("prescribed").because(word)
    if perfect and word in ("would", "could"):
        return value.with_force("counterfactual").because(f"{word} have")
    if word == "can" and not perfect:
        return value.with_force("ability").because(word)
    if word in ("may", "might", "could"):
        value = value.at_most("possible").because(word)
        return value if perfect else value.at("planned")
    if word == "would" and not backshifted:
        value = value.at_most("possible")
        if not hangs_on(verb):  # what somebody "would" do, nobody says when
            value = value.with_force("ability")
    return value.at("planned").because(word)


def _with_adverbs(verb: Token, value: Value) -> Value:
    if beside(verb, phrases("less")):
        value = value.negated().because("not")
    if phrase := beside(verb, adverb_phrases()):
        value = value.at(adverbs("effect")[phrase].time).because(phrase)
    for c in verb.children:
        if c.dep_ not in ("advmod", "npadvmod", "prep", "neg") or c.i == verb.i:
            continue
        effect = adverbs("effect").get(c.lower_)
        if effect is None or c.lower_ in phrases("once"):
            continue
        if effect.source is not None:
            value = value.by(effect.source, None)
        value = value.at_most(effect.certainty).at(effect.time if effect.time != "done" else value.time)
        value = value.with_force(*effect.forces).because(c.lower_)
    return value


def _whenever(verb: Token) -> bool:
    """True for what is done "whenever" something is."""
    return any(k.lower_ == "whenever" for c in children(verb, "advcl") for k in c.children)


def _commands(verb: Token) -> bool:
    """True for "Accept the map": no subject, no auxiliary, and the clause begins with it."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp", "conj") or verb.lower_ == "let":
        return False
    if verb.dep_ == "conj":
        return _commands(verb.head) and child(verb, "nsubj", "aux") is None
    before = [
        t
        for t in verb.subtree
        if t.i < verb.i and not t.is_punct and t.dep_ not in ("cc", "intj", "npadvmod", "advmod")
    ]
    return not before


def hangs_on(verb: Token) -> bool:
    """True for a clause that says under which condition only it holds."""
    if hangs_after(verb):
        return True
    for c in children(verb, "advcl"):
        marks = {k.lower_ for k in c.children if k.i < c.i and (k.dep_ in ("mark", "advmod") or k.tag_ == "WRB")}
        says_little = c.lower_ in wordset("acts", "if_any") and child(c, "nsubj", "nsubjpass") is None  # "if eligible"
        if "even" not in marks and marks & phrases("conditional") and not says_little and not is_belief(c):
            return True
        if "when" in marks and modal(verb) in ("will", "shall") and c.tag_ in ("VBZ", "VBP") and not modal(c):
            return True  # "when X signs, Y will pay"
        first = c.left_edge
        if first.lower_ in ("had", "should", "were") and first.head is c and first.dep_ in ("aux", "ROOT"):
            return True
    return False


def _with_asides(verb: Token, value: Value) -> Value:
    """The value by whoever says it in an aside: "X, it seems, has accepted", "to hear X tell it"."""
    for c in verb.children:
        subject = child(c, "nsubj", "nsubjpass")
        effect = predicates().get((c.lemma_.lower(), "that"))
        if effect is not None and _is_set_apart(c, subject):
            value = value.by(effect.source or "alleged", None).because(f"it {c.lower_}")
        marked = c.dep_ == "advcl" and any(k.lower_ == "as" for k in children(c, "mark", "advmod"))
        tells = c.lemma_ in ("tell", "see", "put", "describe", "have")
        if marked and tells and subject is not None and any(k.lower_ == "it" for k in children(c, "dobj")):
            value = value.by("said", subject).because("as they tell it")
        if c.dep_ == "advcl" and is_belief(c):
            value = value.by("alleged", None).because("if one believes it")
        told = child(c, "ccomp") if c.dep_ == "advcl" and c.lemma_ == "hear" else None
        if told is not None and told.lemma_ in ("tell", "describe", "put"):
            value = value.by("said", child(told, "nsubj")).because("to hear them tell it")
    return value


def _is_set_apart(aside: Token, subject: Token | None) -> bool:
    """True for ", it seems,"; not for "a plan it says is fair"."""
    it = aside.dep_ == "parataxis" and subject is not None and subject.lower_ == "it"
    return it and subject is not None and (subject.i == 0 or subject.nbor(-1).is_punct)


def is_belief(clause: Token) -> bool:
    """True for "if the reports are to be believed", "if the leaks are right", "if one believes the papers"."""
    if not any(k.lower_ == "if" for k in children(clause, "mark")):
        return False
    words = {t.lemma_.lower() for t in (clause, *children(clause, "acomp", "xcomp"))}
    about = children(clause, "nsubj", "nsubjpass", "dobj")
    anybody = any(t.lower_ in ("one", "you") for t in about)
    told = any(
        t.lemma_.lower() in wordset("acts", "tellings") | wordset("acts", "nobodys") | phrases("reports") for t in about
    )
    return bool(words & {"believe", "trust", "right", "true", "correct", "accurate"}) and (anybody or told)


def _asked(verb: Token) -> bool:
    """True when the sentence that the words stand in ends on a question mark."""
    for token in verb.doc.tokens[verb.i + 1 :]:
        if token.text in (".", "!", "?", "…"):
            return token.text == "?"
    return False


def _in_paper(verb: Token, value: Value) -> Value:
    """ "Under the draft, X would pay": only written there."""
    first = children(verb.head, "prep") if verb.dep_ == "conj" else []  # "Under the draft, A agrees and B promises"
    for prep in (*children(verb, "prep"), *(p for p in first if p.i < verb.head.i)):
        for held in (o for one in children(prep, "pobj") for o in (one, *_of_which(one))):
            word = held.lemma_.lower()
            if held.lower_ == "it" and prep.lower_ == "in" and prep.i == verb.sent.start:
                return value.by("document", held).because("in it")
            unreal = word in phrases("unreal") and prep.lower_ in ("in", "on")
            if unreal or _is_one_of_several(verb, prep, held):
                return value.with_force("hypothesis").because(word)
            if word in phrases("accounts") and prep.lower_ in ("in", "by", "from", "to") and prep.i < verb.i:
                owner = child(held, "poss") or child(held, "amod")
                return value.by("said", owner).because(word)
            written = bool(modal(verb)) or (verb.tag_ in ("VBZ", "VBP") and prep.i < verb.i)
            within = prep.lower_ in ("under", "in") or (prep.lower_ == "on" and prep.i < verb.i)  # "on page one"
            if word in phrases("papers") and within and written:
                return value.by("document", held).at("planned").because(word)
    return value


def _of_which(part: Token) -> list[Token]:
    """The draft of "article 4 of the draft"."""
    return [noun for of in children(part, "prep") if of.lower_ == "of" for noun in children(of, "pobj")]


def _is_one_of_several(verb: Token, prep: Token, held: Token) -> bool:
    """True for "In the Russian one, X agreed", "In another, X agreed": one of several versions."""
    first = prep.lower_ == "in" and prep.i == verb.sent.start
    return first and held.lower_ in ("one", "another", "other")


# ---------------------------------------------------------------------- long ago


def is_long_ago(verb: Token, year: int | None) -> bool:
    """True for what another government did, or what was done long before the article."""
    subject = child(verb, "nsubj", "nsubjpass")
    rules = subject is not None and subject.lemma_.lower() in phrases("governments")
    if (
        subject is not None
        and rules
        and any(c.lower_ in phrases("bygone") for c in children(subject, "amod", "compound"))
    ):
        return True
    since = year - BYGONE_YEARS if year is not None else _UNDATED
    below = children(verb, "xcomp")
    for c in (k for head in (verb, *below) for k in children(head, "prep", "npadvmod", "advmod")):
        if c.dep_ == "prep" and c.lower_ not in ("in", "during", "on", "by", "back"):
            continue
        words = [t for t in c.subtree if abs(t.i - verb.i) < 40]
        if any(_is_before(t.text, since) for t in words if t.head is c or t.head.head is c or t is c):
            return True
        if _LONG_AGO.search(verb.doc.between(words)):
            return True
    return False


def _is_before(word: str, since: int) -> bool:
    found = _YEAR.match(word)
    return found is not None and int(found[1]) < since


# ---------------------------------------------------------------------- nouns


def of_noun(noun: Token, value: Value) -> Value:
    """The value of a noun of an act with the words before it: "no", "alleged", "so-called"."""
    for c in noun.children:
        if c.i > noun.i:
            continue
        if c.lower_ in ("no", "neither") or c.dep_ == "neg":
            told = noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")  # the verb's clause has the "no" already
            value = value if told else value.negated().because("no")
        elif c.lower_ == "called" and c.i > 1 and noun.doc[c.i - 2].lower_ == "so":
            value = value.negated().because("so-called")
        elif c.dep_ in ("amod", "compound", "advmod", "nmod") and c.lower_ in adjectives():
            value = _described(value, c.lower_)
    words = before_noun(noun)
    for word in words.split():
        if word in adjectives() and ("-" in word or word == "any"):
            value = _described(value, word)
    return value


def _described(value: Value, adjective: str) -> Value:
    effect = adjectives()[adjective]
    if effect.so == "-":  # "did not make the false offer": no offer either way
        return (value.negated() if value.polarity == "+" else value).because(adjective)
    return value.with_force(*effect.forces).because(adjective)
