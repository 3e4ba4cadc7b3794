"""What an act is about, in words that can stand by themselves: the stretch of the text."""

from __future__ import annotations

import re

from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, modal, perfect
from ..lexicons.word_lists import wordset
from .acting import may_be_asked
from .frames import FoundAct

_LITTLE = 60
_TIMES = ("DATE", "TIME")
_ASKING = ("ask", "beg", "plead", "request", "seek", "give", "offer")
"""Verbs of whom time is asked or given."""
_SHARES = ("first", "last", "rest", "remainder", "second", "others")
_HOW = ("only", "directly", "solely", "jointly", "exclusively")
_ASIDE = 6
"""Words of an aside in a list at most: "and, since last year, a schedule"."""
_JOINED = 3
"""Letters of the "and" that goes on with a list."""
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
    end = _with_rest(act, end)
    end = min(end, _gapped(actors, act) or end)
    if act.root.lemma_ in ("exchange", "swap") and (rest := _FOR_ALL.match(actors.article.text, end)) is not None:
        end = rest.end()
    return start, _quoted_whole(actors.article.text, start, end)


def _with_rest(act: FoundAct, end: int) -> int:
    """The end with what follows at once and belongs to it, where a parser gave it to the verb.

    "A zone | for the fighters", "a corridor|, to be watched by monitors", "sought their release | before signing".
    """
    if act.root.i <= act.head.i:
        return end
    while (rest := _rest(act, end)) is not None:
        end = rest
    return end


def _rest(act: FoundAct, end: int) -> int | None:
    after = [t for t in act.sentence.span if start_of(t) >= end]
    if not after or after[0].doc is not act.head.doc:
        return None
    first = after[0]
    if first.head is act.head and first.dep_ in ("prep", "advcl") and first.lower_ in wordset("acts", "terms", "rest"):
        held = child(first, "pobj", "pcomp")
        if first.lower_ == "at" and held is not None and held.lower_ == "time":
            return _to_comma(first) if any(c.lower_ == "same" for c in held.children) else None
        timed = held is None or held.ent_type_ in _TIMES or held.lower_ in wordset("reporting", "carriers")
        asked = first.lower_ == "before" and act.type in ("demand", "request") and held is not None
        return _to_comma(first) if not timed and (first.lower_ != "before" or asked) else None
    asked = act.type in ("propose", "offer", "demand", "request", "commit")
    how = after[1] if first.lower_ in _HOW and len(after) > 1 and after[1].dep_ == "prep" else None
    if asked and how is not None and first.head is how and (how.head is act.head or how.head in act.root.subtree):
        return _to_comma(how)  # "accept a handover | only through A", "with a handover | directly between A and B"
    if first.lower_ == "as" and first.dep_ == "prep" and first.head is act.head and asked:
        return _to_comma(first)  # "offered a bank | as paying agent"
    if first.lower_ == "," and asked and len(after) > 1 and after[1].lower_ == "with" and after[1].head is act.head:
        held = child(after[1], "pcomp", "pobj")  # "a system|, with contracts to be required of all"
        return _to_comma(after[1]) if held is not None and held.lemma_ not in wordset("reporting", "say") else None
    if asked and (listed := _shared(act, after) or _examples(act, after) or _listed_on(act, after)) is not None:
        return listed
    if first.lower_ == "and" and len(after) > 1 and after[1].dep_ == "conj" and after[1].pos_ == "ADP":
        goes_on = after[1].head is act.root.head or any(t.lower_ == after[1].lower_ for t in act.root.subtree)
        return _to_comma(after[1]) if goes_on else None  # "guarantees on prisons | and on property"
    lifts = first.lower_ == "before" and first.dep_ == "mark" and modal(first.head) in ("will", "would")
    if lifts and act.type in ("demand", "request"):
        return _to_comma(first.head)  # "wants a brake | before it will lift its veto"
    if first.lower_ in ("a.m.", "p.m.", "am", "pm") and after[0].i and first.nbor(-1).pos_ == "NUM":
        return end_of(first)
    relative = first.dep_ == "nsubj" and first.tag_ == "PRP" and start_of(first) == end + 1 and first.head.i > first.i
    if relative and act.sentence.span.doc[first.i - 1].pos_ in ("NOUN", "PROPN"):
        return _to_comma(first.head)  # "countries | it would approve"
    split = act.sentence.span.doc[first.i - 1].pos_ in ("NOUN", "ADJ") and first.ent_type_ not in _TIMES
    if (
        split
        and first.pos_ in ("NOUN", "PROPN")
        and start_of(first) == end + 1
        and first.dep_ in ("advcl", "dep", "dobj")
    ):
        return end_of(first)  # "a ten-year operating | annex"
    if first.text != "," or len(after) < 4:
        return None
    if first.nbor(-1).lower_ == "all" and first.nbor(-2).lower_ == "above":
        return _to_mark_of_list(after[1:])  # "ties between unions, above all|, A and B"
    if after[1].lower_ == "to" and after[2].lower_ == "be" and after[3].tag_ == "VBN":
        return _to_comma(after[3])
    if after[1].lower_ == "the" and after[2].lower_ in _SHARES and after[3].lower_ in ("of", "to"):
        return _to_mark(after[2:])  # "in three groups, the last of them after ..."
    behind = next((t for t in after[1:5] if t.lower_ in ("included", "excluded", "excepted")), None)
    if behind is not None and not any(t.is_punct for t in after[1:5] if t.i < behind.i):
        return end_of(behind)  # "all systems, missile defence included"
    done = after[1]
    joined = done.dep_ in ("acl", "advcl") and (done.head is act.head or done.head.i >= act.root.i)
    bare = (
        done.tag_ == "VBN" and done.lower_.endswith("ed") and not children(done, "nsubj", "nsubjpass", "aux", "auxpass")
    )
    return _to_comma(done) if joined and bare and child(done, "prep") is not None else None


def _shared(act: FoundAct, after: list[Token]) -> int | None:
    """The end of "A's request for eggs |and cheese was turned down", where a parser takes the second for a subject."""
    later = next((t for t in after[1:] if t.dep_ in ("nsubj", "nsubjpass")), None)
    joined = act.rule == "act-noun" and after[0].lower_ in ("and", "or") and later is not None
    if not joined or later is None or later.left_edge is not after[1] or later.head.dep_ != "conj":
        return None
    return end_of(later) if later.head.head is act.head else None


def _examples(act: FoundAct, after: list[Token]) -> int | None:
    """The end of a list of examples: "barriers, including by A|, B and C"; none where a clause follows."""
    opened = any(t.lower_ in ("including", "namely") for t in act.root.subtree if start_of(t) < start_of(after[0]))
    told = [t for t in after if t.dep_ in ("nsubj", "nsubjpass")]
    joined = any(t.lower_ in ("and", "or") for t in after)
    return _to_mark_of_list(after[1:]) if opened and joined and after[0].text == "," and not told else None


def _listed_on(act: FoundAct, after: list[Token]) -> int | None:
    """Where a list ends that a parser gave to the verb: "12 men|, three vans and, if possible, the papers"."""
    begins = next((n for n, t in enumerate(after) if t.lower_ not in (",", "and", "or")), 0)
    apart = begins > 1 and after[begins - 1].text == "," and after[begins - 2].lower_ in ("and", "or")
    closing = next((n for n, t in enumerate(after[: begins + _ASIDE]) if n > begins and t.text == ","), None)
    aside = after[begins:closing] if apart and closing is not None else []
    first = after[closing + 1] if aside and closing is not None and closing + 1 < len(after) else after[begins]
    if not begins or (apart and not aside):
        return None
    nouns = (t for t in (first, *first.ancestors) if t.pos_ == "NOUN" and first.i - 1 <= t.left_edge.i <= first.i)
    given = (t for t in nouns if t.dep_ in ("dobj", "pobj") and (t.head is act.head or t.head in aside))
    noun = next(given, None)
    if noun is None:
        return None
    end = _to_comma(noun)
    beside = [*after[:begins], *(t for t in after if end - _JOINED <= start_of(t) <= end + 1)]
    if not any(t.lower_ in ("and", "or") for t in beside):
        return None  # "a treatment as generous|, a rule known as ..."
    last = next(t for t in reversed(act.sentence.span) if end_of(t) <= end)
    return end_of(last.nbor(-1)) if last.dep_ == "cc" else end


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


def _to_mark(words: list[Token]) -> int:
    """The end of the words before a semicolon, a quotation mark or the end of the sentence."""
    last = words[0]
    for token in words:
        if token.text in (";", '"', "”", "–", "—") or (token.text == "." and token is words[-1]):
            break
        last = token
    return end_of(last)


def _to_mark_of_list(words: list[Token]) -> int | None:
    """The end of a list, up to a quotation mark or the end of the sentence."""
    told = [t for t in words if not t.is_space]
    stop = next((n for n, t in enumerate(told) if t.text in ('"', "”", "–", "—", ".")), len(told))
    stop -= stop > 1 and told[stop - 1].text == ","
    return end_of(told[stop - 1]) if stop else None


def _to_comma(word: Token) -> int:
    """The end of what depends on a word, before a comma."""
    last = word
    for token in sorted(word.subtree, key=lambda t: t.i):
        if token.i > word.i and token.text in (",", ";", ":", "–", "—", '"', "”"):
            break
        last = token if token.i >= word.i else last
    return end_of(last)


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
        comma = token.i > root.i + 1 and token.nbor(-1).text == ","
        because = token.i > root.i + 1 and token.lower_ == "because" and token.dep_ == "mark"
        had = token.lower_ == "after" and token.dep_ == "mark" and token.head.tag_ == "VBD" and token.i > root.i + 1
        had = had and token.nbor(-1).dep_ != "npadvmod"  # "soldiers captured hours after it took effect"
        if because or (had and not children(token.head, "auxpass")):
            return end_of(token.nbor(-2) if token.nbor(-1).text == "," else token.nbor(-1))
        if not comma or token.lower_ not in wordset("acts", "terms", "background"):
            continue
        verb = token.head if token.dep_ == "mark" else None
        if token.lower_ == "amid" or (verb is not None and (verb.tag_ == "VBD" or perfect(verb) or _was(verb))):
            return end_of(token.nbor(-2))
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
    earlier = (c for c in children(act.head, "prep", "dative") if c.i < prep.i and c.lower_ in ("to", "on", "for"))
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
