"""What an act is about, in words that can stand by themselves: the stretch of the text, and the label of its item."""

from __future__ import annotations

import re

from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, finite, modal, negated, own_words, perfect
from ..lexicons.word_lists import wordset
from .acting import acting_sides, may_be_asked
from .frames import FoundAct

_LONGEST = 600
_LITTLE = 60
_TIMES = ("DATE", "TIME")
_ASKING = ("ask", "beg", "plead", "request", "seek", "give", "offer")
"""Verbs of whom time is asked or given."""
_SHARES = ("first", "last", "rest", "remainder", "second", "others")
_TOPIC = 4
"""Words of what a sentence opens with: "on cars"."""
_ASIDE = re.compile(
    r"\s(?:on (?:several|many|numerous|two|three|various) occasions|several times|many times|more than once)\b|"
    r"\s(?:shortly |just )?(?:before|after|at) (?:noon|midnight|midday|dawn|dusk|sunrise|sunset)\b|"
    r"\sin (?:exchange|return)$|\son (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|"
    r"\sat the (?:start|end|beginning|close) of (?:the|last|this) (?:week|month|year|day)\b|"
    r"\s(?:later|earlier) (?:this|last|next) (?:week|month|year)$|, (?:more|less) than [^,]* times .*$|"
    r"\s*\([^()]*\)|\s[–—]\s\w+ing\b.*$|"
    r", (?:which(?! (?:would|will|takes? in|includes?|covers?|contains?|comprises?|provides?|foresees?|envisages?|"
    r"calls? for)\b)|"
    r"who|whose|where|bearing in mind|most of (?:it|them|which))\b.*$|"
    r", an? [a-z-]+ (?:that|which|first|once|already|never)\b.*$|"
    r", an? (?:proposal|offer|demand|move|step|condition|idea|plan|formula|figure|request|decision|suggestion|"
    r"agreement|pledge|commitment|deal|promise|policy|goal)\b.*$"
)
_MONTH = re.compile(
    r" (?:in|since|last) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{4})?$"
)
_ATTRIBUTION = re.compile(
    r",? (?:he|she|it|they|(?:the|its|his|her|their)(?: [a-z]+){1,3}|[A-Z][\w’'.-]*(?: [A-Z][\w’'-]*){0,2}) "
    r"(?:says?|said|adds?|added|argue[sd]?|warn(?:s|ed)|told \w+)$"
)
_LOOSE_END = re.compile(
    r"(?:[ ,;:–—-]+(?:and|but|or|nor|while|as|which|that|who|only|until|unless|if|to|with|for|above all|though|however|"
    r"(?:(?:at|by|until|before|in|from|since) the (?:end|start|beginning|middle) )?of))*[ ,;:–—-]*$"
)
_LOOSE_START = re.compile(
    r"^(?:(?:and|but|or|that,?|to|then|also|first|instead|first that)\s+|[,;:–—-]\s*)+", re.IGNORECASE
)
_SO_CALLED = re.compile(r"^what (?:it|he|she|they|\w+) (?:calls?|called|describes? as|described as) ")
_BINDING = re.compile(
    r"^(?:(?:(?:be|is|are|was|were|['’](?:re|s|m)) )?going to|"
    r"be (?:ready|prepared|willing|able|open|happy|bound|obliged) to|"
    r"(?:is|are|was|were) to|commit(?:ting)? to) "
)
_FOR_ALL = re.compile(r" for (?:all|every|each|one|\d[\d,.]*)\b(?: [a-z]+)?")
"""The rest of "an exchange of all | for all"."""
_COMMITMENT = re.compile(r"^(?:(?:its|their|his|her|our|the|a) )?(?:[a-z]+ )?commitments? to (?=\w)")
_OWNER = re.compile(r"^(?:its|his|her|their|our|(?:the |a )?[\w-]+(?: [\w-]+){0,2}[’']s) ")


# ---------------------------------------------------------------------- the stretch


def matter(actors: Actors, act: FoundAct) -> tuple[int, int]:
    """Offsets of what an act is about: its content, with the words that the content cannot do without."""
    if act.rule.startswith("modal"):
        return act.span[0], min(act.span[1], _told_besides(act.root) or act.span[1])
    start, end = act.content
    if act.nested and act.head.dep_ == "acl" and act.head.head.i == act.root.i < act.head.i:
        return start, end_of(act.head.nbor(-1))  # "three priorities | put forward by X"
    found = _of_readiness(act.root, act.head) or _of_no(act.root, act.head)
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
    if first.lower_ == "and" and len(after) > 1 and after[1].dep_ == "conj" and after[1].pos_ == "ADP":
        goes_on = after[1].head is act.root.head or any(t.lower_ == after[1].lower_ for t in act.root.subtree)
        return _to_comma(after[1]) if goes_on else None  # "guarantees on prisons | and on property"
    relative = first.dep_ == "nsubj" and first.tag_ == "PRP" and start_of(first) == end + 1 and first.head.i > first.i
    if relative and act.sentence.span.doc[first.i - 1].pos_ in ("NOUN", "PROPN"):
        return _to_comma(first.head)  # "countries | it would approve"
    split = act.sentence.span.doc[first.i - 1].pos_ in ("NOUN", "ADJ") and first.ent_type_ not in _TIMES
    if split and first.pos_ in ("NOUN", "PROPN") and start_of(first) == end + 1 and first.dep_ in ("advcl", "dep"):
        return end_of(first)  # "a ten-year operating | annex"
    if first.text != "," or len(after) < 4:
        return None
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


def _gapped(actors: Actors, act: FoundAct) -> int | None:
    """Where begins what another side does likewise: "to deliver 900 tons |and Chad about 1,100"."""
    for other in act.root.subtree:
        joined = other.dep_ == "conj" and other.pos_ == "PROPN" and other.i > act.root.i
        if not joined or other.nbor(-1).lower_ != "and" or actors.mention_at(start_of(other), end_of(other)) is None:
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


# ---------------------------------------------------------------------- the label


def item_label(actors: Actors, act: FoundAct, words: str) -> str:
    """What is to be done, short and without who is to do it, which the term tells."""
    text = actors.article.text
    if act.type == "carryOut":
        words = re.sub(r"^(?:when|after|because) ", "", " ".join(text[act.span[0] : act.span[1]].split()))
    elif act.type == "takeStep" and act.head.pos_ == "VERB":  # "expel the ambassador"
        if act.root.i == act.head.i and end_of(act.head) < act.span[1]:
            words = " ".join(text[end_of(act.head) : act.span[1]].split())
        done = child(act.head, "nsubjpass")
        told = _MONTH.sub("", words[: _when(act, words)])
        words = _phrase(text, done) if act.refusal and done is not None else told  # "has not been carried out by A"
        words = f"{'not ' if act.refusal else ''}{act.head.lemma_}{_particles(act)} {words}"
    elif act.head.lemma_ == "invite" and (act.root.ent_type_ in ("GPE", "LOC") or base(act.root) == "capital"):
        words = f"a visit to {words}"
    elif act.type == "setCondition":  # what will not be without the condition: both belong to it
        first = min((start_of(t) for t in act.root.children if t.dep_ in ("aux", "neg")), default=act.span[0])
        subject = child(act.root, "nsubj", "nsubjpass")
        before = [c for c in children(act.root, "advcl") if subject is not None and c.i < subject.i]
        if before:  # "if the text is not changed, the talks will not go on"
            first = start_of(before[0].left_edge)
        elif subject is not None and not acting_sides(actors, act.sentence, subject, own=act.agents):
            first = start_of(subject.left_edge)  # "no support will come without reform"
        words = re.sub(
            r"^(?:will|would|shall|can|could|['’](?:ll|d|re)) ", "", " ".join(text[first : act.span[1]].split())
        )
    elif act.rule == "act-stated":  # "confirmed the country's readiness": the agents are told beside it
        words = _OWNER.sub("", words)
    elif act.rule == "modal-let":  # "let us extend the truce"
        content = child(act.root, "ccomp") or act.root
        words = " ".join(text[start_of(content) : act.span[1]].split())
    elif act.rule.startswith("modal") or (act.root.tag_ == "VB" and act.root.dep_ == "ccomp") or _is_it(act.root):
        words = _without_subject(actors, act, words)
    short = _SO_CALLED.sub("", _ATTRIBUTION.sub("", _ASIDE.sub("", words)))
    short = balanced(_LOOSE_END.sub("", _LOOSE_START.sub("", _BINDING.sub("", short))))
    if perfect(act.root) and short.startswith(f"{act.root.text} "):  # "would have given"
        short = f"{act.root.lemma_}{short[len(act.root.text) :]}"
    if act.type == "commit":  # "reaffirmed its commitment to X" commits to X
        short = _COMMITMENT.sub("", short) or short
    words = f"{short or words}{_behind_colon(act, text)}{_topic(act, short or words)}"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _particles(act: FoundAct) -> str:
    """What stands between a step's verb and what it is about: "break | off | the talks", "walk | out of | them"."""
    between = act.head.doc.tokens[act.head.i + 1 : act.root.left_edge.i] if act.root.i > act.head.i else []
    kept = all(t.pos_ == "ADP" or t.dep_ == "prt" for t in between)
    return "".join(f" {t.lower_}" for t in between) if kept else ""


def _when(act: FoundAct, words: str) -> int | None:
    """Where the time and the reason of a step begin in its words: "suspend the pact | in May after a launch"."""
    marks = ("after", "following", "because", "as", "when", "while", "amid", "since", "in", "on", "at", "last", "this")
    for other in children(act.head, "prep", "advcl", "npadvmod"):
        first = other.left_edge
        if other.i < act.head.i or first.i <= act.root.i or first.lower_ not in marks:
            continue
        held = child(other, "pobj") if other.dep_ == "prep" else other
        timed = held is not None and held.ent_type_ in _TIMES
        if timed or (other.dep_ == "advcl" and finite(other)) or first.lower_ in ("after", "following", "amid"):
            begins = " ".join(t.text for t in other.doc.tokens[first.i : first.i + 2])
            at = re.search(rf"[ ,]+{re.escape(begins)}\b", words)
            return at.start() if at is not None else None
    return None


def _behind_colon(act: FoundAct, text: str) -> str:
    """What a colon tells of a thing that says little itself: "a compromise in May: 18 instalments"."""
    if act.root.pos_ != "NOUN" or act.root.i < act.head.i or base(act.root) not in wordset("acts", "terms", "headings"):
        return ""
    after = [t for t in act.sentence.span if start_of(t) >= act.content[1]]
    colon = next((t for t in after[: _TOPIC + 1] if t.text == ":"), None)
    between = [t for t in after if colon is not None and t.i < colon.i]
    if colon is None or any(t.pos_ in ("VERB", "AUX") or t.is_punct for t in between):
        return ""
    told = " ".join(text[end_of(colon) : act.sentence.end].split()).rstrip(".")
    return f": {told}" if told and told[0] not in '“"' else ""


def _topic(act: FoundAct, words: str) -> str:
    """What a sentence opens with to tell what it is about: "On cars, A asked for a lower duty" (on cars)."""
    for prep in children(act.head, "prep") if act.rule == "act-verb" else ():
        noun = child(prep, "pobj")
        opens = prep.lower_ in ("on", "for", "regarding", "concerning") and prep.left_edge.i == act.sentence.span[0].i
        if not opens or noun is None or noun.ent_type_ or noun.pos_ != "NOUN" or prep.right_edge.i + 1 >= len(prep.doc):
            continue
        told = [t.text for t in prep.subtree]
        if prep.right_edge.nbor(1).text == "," and noun.lower_ not in words.lower() and len(told) <= _TOPIC:
            return f" ({' '.join((prep.lower_, *told[1:]))})"
    return ""


def _is_it(root: Token) -> bool:
    """True for "the request that it leave": the pronoun means whom the request is put to."""
    subject = child(root, "nsubj")
    it = subject is not None and subject.lower_ in ("it", "they")
    return it and root.tag_ in ("VB", "VBP") and root.dep_ == "acl"


def _phrase(text: str, noun: Token) -> str:
    start, end = extent(own_words(noun))
    words = " ".join(text[start:end].split())
    return words[0].lower() + words[1:] if noun.left_edge.pos_ == "DET" else words


def _without_subject(actors: Actors, act: FoundAct, words: str) -> str:
    """The words from the verb on when its subject is a side; "any pause must begin with ..." stays whole."""
    subject = child(act.root, "nsubj", "nsubjpass")
    if subject is not None and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN":
        return words  # "state authority must be restored"
    if subject is not None and subject.pos_ != "PRON":
        own = base(subject) in wordset("actors", "own_bodies")
        if not own and not acting_sides(actors, act.sentence, subject, own=act.agents):
            return words
    _, verb, rest = words.partition(f" {act.root.text} ")
    if not verb:
        return words
    return f"{'not ' if negated(act.root) else ''}{verb.strip()} {rest}"


def balanced(words: str) -> str:
    """The words without a quotation mark or bracket that lost its partner.

    >>> balanced('count to zero."')
    'count to zero.'
    """
    for left, right in (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")):
        if words.count(left) != words.count(right):
            words = words.replace(left, "").replace(right, "")
    return (words.replace('"', "") if words.count('"') % 2 else words).strip()
