"""What an act is about, in words that can stand by themselves: the stretch of the text."""

from __future__ import annotations

import re

from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, modal, perfect
from ..lexicons.word_lists import wordset
from .behind import with_behind
from .bodies import may_be_asked
from .frames import FoundAct

_LITTLE = 60
_TIMES = ("DATE", "TIME")
_ASKING = ("ask", "beg", "plead", "request", "seek", "give", "offer")
"""Verbs of whom time is asked or given."""
_FOR_ALL = re.compile(r" for (?:all|every|each|one|\d[\d,.]*)\b(?: [a-z]+)?")
"""The rest of "an exchange of all | for all"."""


def matter(actors: Actors, act: FoundAct) -> tuple[int, int]:
    """Offsets of what an act is about: its content, with the words that the content cannot do without."""
    if act.rule.startswith("modal"):
        end = act.span[1]
        return act.span[0], min(end, _told_besides(act.root) or end, _gapped(actors, act) or end)
    start, end = act.content
    if act.nested and act.head.dep_ == "acl" and act.head.head.i == act.root.i < act.head.i:
        return start, end_of(act.head.nbor(-1))  # "three priorities | put forward by X"
    asked = act.type in ("demand", "request", "propose")  # "wants a written commitment that ..."
    found = (None if asked else _of_readiness(act.root, act.head)) or _of_no(act.root, act.head)
    if found is not None:
        return found
    if act.head.pos_ == "VERB" and act.root.i > act.head.i:
        first = _beside(actors, act) or _asked_for(actors, act)
        start = min(start, first) if first is not None else start
    end = min(end, _next_clause(act.root) or end, _called(act) or end, _background(act.root) or end)
    end = _whole(actors.article.text, act.root, end)
    end = with_behind(act, end)
    end = min(end, _gapped(actors, act) or end)
    if act.root.lemma_ in ("exchange", "swap") and (rest := _FOR_ALL.match(actors.article.text, end)) is not None:
        end = rest.end()
    return start, _quoted_whole(actors.article.text, start, end)


def _gapped(actors: Actors, act: FoundAct) -> int | None:
    """Where begins what another side does likewise: "to deliver 900 tons |and Chad about 1,100"."""
    for other in act.root.subtree:
        joined = other.dep_ in ("conj", "npadvmod", "appos") and other.pos_ == "PROPN" and other.i > act.root.i
        if (
            not joined
            or other.nbor(-1).lower_ not in ("and", ",")
            or actors.mention_at(start_of(other), end_of(other)) is None
        ):
            continue
        counted = any(t.pos_ == "NUM" for t in other.doc.tokens[other.i + 1 : other.i + 4])
        named = actors.mention_at(start_of(other.head), end_of(other.head)) is not None
        if counted and not named:
            return end_of(other.nbor(-2))
    return None


def _told_besides(root: Token) -> int | None:
    """Where begins what has been done besides: "would contribute | but ruled out liability"."""
    aside = next((c for c in children(root, "parataxis") if c.lemma_.lower() in wordset("reporting", "say")), None)
    if aside is not None and aside.i > root.i and aside.left_edge.text == ",":
        return end_of(aside.left_edge.nbor(-1))  # "will send ten monitors|, its chief mediator said"
    past = (c for c in children(root, "conj") if c.tag_ == "VBD" and bool(modal(root)))
    other = next(past, None)
    return end_of(root.doc[max(root.i, _joined_at(root, other) - 1)]) if other is not None else None


def _next_clause(root: Token) -> int | None:
    """Where a clause begins that is only joined to what is asked for: "asked that X be freed and promised to ..."."""
    for other in children(root, "conj"):
        goes_on = other.tag_ in ("VBD", "VBZ") or bool(modal(other)) or perfect(other)
        told = other.pos_ in ("VERB", "AUX") and goes_on
        if told and root.tag_ in ("VB", "VBN", "VBG") and not modal(root):
            return end_of(other.doc[max(root.i, _joined_at(root, other) - 1)])
    return None


def _background(root: Token) -> int | None:
    """Where begins what had happened before: "suspend relations|, after its ministers were turned away".

    Without a comma it may be a condition: "would return the boats after the fine was paid".
    """
    for token in root.subtree:
        before = token.nbor(-1) if token.i > root.i + 1 else None
        before = before.nbor(-1) if before is not None and before.lower_ == "even" else before  # ", even as"
        comma = before is not None and before.text == ","
        because = token.i > root.i + 1 and token.lower_ == "because" and token.dep_ == "mark"
        had = token.lower_ == "after" and token.dep_ == "mark" and token.head.tag_ == "VBD" and token.i > root.i + 1
        had = had and token.nbor(-1).dep_ != "npadvmod"  # "soldiers captured hours after it took effect"
        if because or (had and not children(token.head, "auxpass")):
            return end_of(token.nbor(-2) if token.nbor(-1).text == "," else token.nbor(-1))
        if not comma or token.lower_ not in wordset("acts", "terms", "background"):
            continue
        verb = token.head if token.dep_ == "mark" else None
        if token.lower_ == "amid" or (verb is not None and (verb.tag_ == "VBD" or perfect(verb) or _was(verb))):
            return end_of(before.nbor(-1)) if before is not None else None
    return None


def _was(verb: Token) -> bool:
    return any(c.tag_ == "VBD" for c in children(verb, "auxpass", "aux"))


def _called(act: FoundAct) -> int | None:
    """Where what somebody calls it begins: "described the request for a truce | as a trick"."""
    verb = act.head.head
    if not act.nested or act.head.pos_ != "NOUN" or verb.lemma_.lower() not in wordset("acts", "calling"):
        return None
    as_what = (t for t in act.head.subtree if t.lower_ == "as" and t.dep_ == "prep" and t.i > act.root.i)
    found = next(as_what, None)
    return end_of(found.nbor(-1)) if found is not None else None


def _joined_at(root: Token, other: Token) -> int:
    return next((c.i for c in root.children if c.dep_ == "cc" and root.i < c.i < other.i), int(other.left_edge.i))


def _quoted_whole(text: str, start: int, end: int) -> int:
    """The end of a quotation that began within a stretch and goes on a little."""
    for left, right in (("“", "”"), ('"', '"')):
        inside = text[start:end]
        is_open = inside.count(left) % 2 if left == right else inside.count(left) > inside.count(right)
        closing = text.find(right, end, end + _LITTLE) if is_open else -1
        if closing >= 0 and "\n" not in text[end:closing]:
            return closing + 1
    return end


def _beside(actors: Actors, act: FoundAct) -> int | None:
    """Where "$9 million" begins in "offered $9 million for a fund", "a pause" in "commit to a pause for 45 days"."""
    prep = act.root.head
    given = child(act.head, "dobj")
    if given is not None and prep.i == act.head.i and act.root.pos_ == "VERB" and given.i < act.root.i:
        counted = given.pos_ in ("NUM", "SYM") or any(c.pos_ in ("NUM", "SYM") for c in given.children)
        return start_of(given.left_edge) if counted and act.type in ("commit", "offer") else None
    if prep.dep_ not in ("prep", "dative") or prep.head != act.head:
        return None
    preps = (c for c in children(act.head, "prep", "dative") if act.head.i < c.i < prep.i)
    earlier = (c for c in preps if c.lower_ in ("to", "on", "for"))
    asked = act.head.lemma_.lower() in ("ask", "petition", "beg")  # "asked the mediators for changes"
    nouns = [*([] if asked else children(act.head, "dobj")), *(noun for c in earlier for noun in children(c, "pobj"))]
    things = (n for n in nouns if n.i < act.root.i and n.pos_ in ("NOUN", "NUM", "SYM") and not _acts(actors, act, n))
    things = (n for n in things if not _is_time(n) or act.head.lemma_ in _ASKING)
    noun = next(things, None)
    return start_of(noun.left_edge) if noun is not None else None


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in _TIMES or base(noun) in wordset("acts", "spans")


def _asked_for(actors: Actors, act: FoundAct) -> int | None:
    """Where "the volume" begins in "asked for the volume to be raised", whose root is the verb."""
    if act.root.pos_ not in ("VERB", "AUX") or act.root.dep_ not in ("xcomp", "advcl", "acl", "relcl", "ccomp"):
        return None
    for prep in children(act.head, "prep"):
        noun = child(prep, "pobj")
        if noun is None or (_is_time(noun) and act.head.lemma_ not in _ASKING):  # "insisted for months that"
            continue
        if prep.lower_ == "for" and act.head.i < prep.i < act.root.i and noun.pos_ == "NOUN":
            return None if _acts(actors, act, noun) else start_of(noun.left_edge)
    return None


def _acts(actors: Actors, act: FoundAct, noun: Token) -> bool:
    """True for a noun that names an agent, to whom an act is addressed."""
    asked = bool(act.addressees) and noun.dep_ in ("dobj", "dative") and may_be_asked(noun)
    return noun.pos_ not in ("NUM", "SYM") and (asked or bool(actors.resolve(noun, act.sentence)))


def _of_readiness(noun: Token, head: Token) -> tuple[int, int] | None:
    """What "readiness to help" or "openness to talks" is for."""
    if noun.lemma_.lower() not in wordset("acts", "readiness"):
        return None
    verb = child(noun, "acl")
    for prep in children(noun, "prep"):
        if verb is not None and prep.i < verb.i and prep.lower_ in ("to", "for") and child(prep, "pobj") is not None:
            return extent([*(t for p in children(prep, "pobj") for t in p.subtree), *verb.subtree])
    if verb is not None:
        return extent(t for t in verb.subtree if t != verb.left_edge or t.lower_ != "to")
    for prep in (*children(noun, "prep"), *(c for c in children(head, "prep") if c.i == noun.i + 1)):
        if prep.lower_ in ("to", "for", "of"):
            done = child(prep, "pcomp")
            return extent(done.subtree) if done is not None else extent([*noun.subtree, *prep.subtree])
    return None


def _of_no(word: Token, head: Token) -> tuple[int, int] | None:
    """What somebody says no to."""
    if word.lower_ != "no":
        return None
    preps = (p for p in (*children(word, "prep"), *children(head, "prep")) if p.lower_ == "to" and p.i > word.i)
    held = (noun for p in preps for noun in children(p, "pobj", "pcomp"))
    noun = next(held, None)
    return extent(noun.subtree) if noun is not None else None


def _whole(text: str, root: Token, end: int) -> int:
    """The end of what was cut in two, by a hyphen or within a name: "a counter-text that ...", "Ambassador A | B"."""
    last = next((t for t in root.sent if end_of(t) == end), None)
    if last is not None and last.pos_ == "PROPN" and last.dep_ == "compound" and last.head.i == last.i + 1:
        end = end_of(last.head)
    if text[end : end + 1] != "-" or not text[end + 1 : end + 2].isalpha():
        return end
    rest = next((t for t in root.doc[root.i + 1 :] if start_of(t) == end + 1), None)
    return max(end_of(rest), extent(rest.subtree)[1]) if rest is not None else end
