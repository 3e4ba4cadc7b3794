"""What stands right behind the words of an act and belongs to them, where a parser gave it to the verb."""

from __future__ import annotations

from typing import Final

from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, modal
from ..lexicons.word_lists import wordset
from .frames import FoundAct

_TIMES: Final = ("DATE", "TIME")
_SHARES: Final = ("first", "last", "rest", "remainder", "second", "others")
_HOW: Final = ("only", "directly", "solely", "jointly", "exclusively")
_ASKING: Final = ("propose", "offer", "demand", "request", "commit")
"""Acts that say what is to be done."""
_ASIDE: Final = 6
"""Words of an aside in a list at most: "and, since last year, a schedule"."""
_JOINED: Final = 3
"""Letters of the "and" that goes on with a list."""
_FEWEST: Final = 4
"""Words behind a comma that may say more of what is before it."""


def with_behind(act: FoundAct, end: int) -> int:
    """The end with what follows at once and belongs to it.

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
        return _held(act, first)
    if act.type in _ASKING:
        if first.lower_ == "," and len(after) > 1 and after[1].lower_ == "with" and after[1].head is act.head:
            return _with(after[1])
        if found := _how(act, after) or _shared(act, after) or _examples(act, after) or _listed_on(act, after):
            return found
    if (found := _at_once(act, after, end) or _to_do(act, after)) is not None:
        return found
    return _behind_comma(act, after) if first.text == "," and len(after) >= _FEWEST else None


def _held(act: FoundAct, prep: Token) -> int | None:
    """The end of "a zone | for the fighters"; none for when something was said."""
    held = child(prep, "pobj", "pcomp")
    if prep.lower_ == "at" and held is not None and held.lower_ == "time":
        return _to_comma(prep) if any(c.lower_ == "same" for c in held.children) else None
    timed = held is None or held.ent_type_ in _TIMES or held.lower_ in wordset("reporting", "carriers")
    asked = prep.lower_ == "before" and act.type in ("demand", "request") and held is not None
    return _to_comma(prep) if not timed and (prep.lower_ != "before" or asked) else None


def _with(prep: Token) -> int | None:
    """The end of "a system|, with contracts to be required of all"; none for "with officials saying that"."""
    held = child(prep, "pcomp", "pobj")
    return _to_comma(prep) if held is not None and held.lemma_ not in wordset("reporting", "say") else None


def _how(act: FoundAct, after: list[Token]) -> int | None:
    """The end of "accept it | only through A", "a handover | directly between A and B", "a bank | as paying agent"."""
    first = after[0]
    if first.lower_ == "as" and first.dep_ == "prep" and first.head is act.head:
        return _to_comma(first)
    how = after[1] if first.lower_ in _HOW and len(after) > 1 and after[1].dep_ == "prep" else None
    own = how is not None and first.head is how and (how.head is act.head or how.head in act.root.subtree)
    return _to_comma(how) if how is not None and own else None


def _at_once(act: FoundAct, after: list[Token], end: int) -> int | None:
    """The end of what goes on without a comma."""
    first = after[0]
    if first.lower_ == "and" and len(after) > 1 and after[1].dep_ == "conj" and after[1].pos_ == "ADP":
        goes_on = after[1].head is act.root.head or any(t.lower_ == after[1].lower_ for t in act.root.subtree)
        return _to_comma(after[1]) if goes_on else None  # "guarantees on prisons | and on property"
    lifts = first.lower_ == "before" and first.dep_ == "mark" and modal(first.head) in ("will", "would")
    if lifts and act.type in ("demand", "request"):
        return _to_comma(first.head)  # "wants a brake | before it will lift its veto"
    if not first.i:
        return None
    before = first.nbor(-1)
    if first.lower_ in ("a.m.", "p.m.", "am", "pm") and before.pos_ == "NUM":
        return end_of(first)
    at_once = start_of(first) == end + 1
    relative = first.dep_ == "nsubj" and first.tag_ == "PRP" and at_once and first.head.i > first.i
    if relative and before.pos_ in ("NOUN", "PROPN"):
        return _to_comma(first.head)  # "countries | it would approve"
    split = before.pos_ in ("NOUN", "ADJ") and first.ent_type_ not in _TIMES and first.pos_ in ("NOUN", "PROPN")
    annex = split and at_once and first.dep_ in ("advcl", "dep", "dobj")
    return end_of(first) if annex else None  # "a ten-year operating | annex"


def _to_do(act: FoundAct, after: list[Token]) -> int | None:
    """The end of "signed an agreement in A | on Tuesday to set up a body": what is to be done by it."""
    if act.type != "agree" or base(act.root) not in wordset("acts", "agreements"):
        return None
    to = next((t for t in after if t.tag_ == "TO"), None)
    between = [t for t in after if to is not None and t.i < to.i]
    timed = all(t.ent_type_ in _TIMES or t.lower_ in ("on", "in") or t.ent_type_ == "GPE" for t in between)
    if to is None or not timed or to.head.tag_ != "VB":
        return None
    return _to_comma(to.head)


def _behind_comma(act: FoundAct, after: list[Token]) -> int | None:
    """The end of what a comma sets apart and belongs to what is before it."""
    first, done = after[0], after[1]
    if first.nbor(-1).lower_ == "all" and first.nbor(-2).lower_ == "above":
        return _to_mark_of_list(after[1:])  # "ties between unions, above all|, A and B"
    if done.lower_ == "to" and after[2].lower_ == "be" and after[3].tag_ == "VBN":
        return _to_comma(after[3])
    if done.lower_ == "the" and after[2].lower_ in _SHARES and after[3].lower_ in ("of", "to"):
        return _to_mark(after[2:])  # "in three groups, the last of them after ..."
    behind = next((t for t in after[1:5] if t.lower_ in ("included", "excluded", "excepted")), None)
    if behind is not None and not any(t.is_punct for t in after[1:5] if t.i < behind.i):
        return end_of(behind)  # "all systems, missile defence included"
    joined = done.dep_ in ("acl", "advcl") and (done.head is act.head or done.head.i >= act.root.i)
    plain = not children(done, "nsubj", "nsubjpass", "aux", "auxpass")
    bare = done.tag_ == "VBN" and done.lower_.endswith("ed") and plain
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
