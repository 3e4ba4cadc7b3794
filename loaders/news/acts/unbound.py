"""Whether the words of an item point at what stands elsewhere: "question him", "the next one", "before then".

Whoever reads an item alone knows who acts, to whom, and what the item's own words before a pointing word name. What a
pointing word takes up must be among these; else the item cannot be understood.
"""

from __future__ import annotations

import re
from typing import Final

from ..cast.actors import Actors
from ..language.annotation import start_of
from ..language.parse import Token
from ..language.syntax import base, children, subject_of
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from .addressees import answering
from .antecedents import antecedent
from .frames import FoundAct
from .matter import matter
from .terms import FoundTerm

_SEVERAL: Final = frozenset({"they", "them"})
_PERSON: Final = frozenset({"he", "him", "his", "she", "her"})
_POINTING: Final = frozenset({"this", "that", "these", "those"})
_AT_A_TIME: Final = frozenset({"before", "until", "till", "by", "since", "from"})
_ORDINALS: Final = ("first", "second", "third", "former", "latter", "last")
_PLACED: Final = ("in", "at", "on", "near", "to", "into", "from", "through", "along", "around")
_OBJECTS: Final = ("dobj", "pobj", "dative")
_TIMES: Final = ("DATE", "TIME")
_FIGURES: Final = ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY")
_AMOUNTS: Final = ("number", "figure", "amount", "sum", "level", "limit", "total", "volume", "rate")
_WORDS = re.compile(r"(?<![\w’'-])\w+(?![\w-])")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def points_elsewhere(actors: Actors, act: FoundAct, term: FoundTerm) -> bool:
    """True when a word that is printed of an act takes up what neither these words nor its parties name."""
    conditions = [(part.start, part.end) for aspect, part in term.parts if aspect == "condition"]
    spans, printed = [matter(actors, act), *conditions], f"{term.label} {term.condition}"
    words = [t for t in act.sentence.span if any(start <= start_of(t) < end for start, end in spans)]
    last = next((t for t in reversed(words) if spans[0][0] <= start_of(t) < spans[0][1] and not t.is_punct), None)
    if last is not None and last.lower_ == "first" and last.tag_ == "RB":
        return True  # "wants the prisoners freed first": before what
    if _is_pointed_at(act.root) and not term.label.endswith("]"):
        return True  # "rejected that sequence"
    if act.type in ("reject", "threaten") and _tells_no_more(act.root):
        return True  # "refused to travel"
    if act.type == "reject":
        return False
    subject = subject_of(act.head)  # who acts is told beside the item
    whole = set(_WORDS.findall(printed.lower()))
    seen = [t for t in words if t.lower_ in whole or not (t.text.isalnum() or t.lower_ not in printed.lower())]
    whose = [subject] if subject is not None and subject.pos_ == "NOUN" and subject in words else []
    taken_up = ("one", "ones") if term.label.endswith("]") else ()  # what it stands for is beside it in brackets
    told = sorted({*seen, *whose}, key=lambda t: t.i)
    loose = (t for t in seen if t != subject and _is_loose(actors, act, t, [s for s in told if s.i < t.i]))
    return any(t.lower_ not in taken_up for t in loose)


def _tells_no_more(root: Token) -> bool:
    """True for "refused to travel", which tells neither where nor with whom."""
    return root.pos_ == "VERB" and all(c.dep_ in ("aux", "neg", "punct") for c in root.children)


def _is_pointed_at(noun: Token) -> bool:
    """True for "that sequence", "this debt", which was told before."""
    pointed = any(c.lower_ in _POINTING and c.dep_ == "det" for c in noun.children)
    return pointed and not any(c.dep_ in ("relcl", "acl", "prep", "compound", "nmod", "poss") for c in noun.children)


def _is_loose(actors: Actors, act: FoundAct, word: Token, before: list[Token]) -> bool:
    low = word.lower_
    above = set(word.ancestors)  # "a gauge downstream from it": not from the gauge
    nouns = [t for t in before if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in _TIMES and t not in above]
    if low in _SEVERAL:
        return not (_several(nouns) or _are_several(actors, act) or _is_party(actors, act, word))
    if low == "their" and word.head is act.root and act.type in ("demand", "request"):  # "demanded their return"
        return not (_several(nouns) or _are_several(actors, act) or _is_party(actors, act, word))
    if low in _PERSON:
        people = [key for key in (*act.agents, *act.addressees, *act.represented_by) if key.startswith("person/")]
        own = low in ("his", "her") and word.dep_ == "poss" and people  # "asked for arms to protect his country"
        return not (own or any(_is_a_person(t) for t in nouns) or _is_party(actors, act, word))
    if low == "remaining" and word.dep_ == "amod":
        known = any(c.dep_ in ("prep", "relcl", "acl", "compound") for c in word.head.children)
        return not known and not any(base(t) == base(word.head) for t in nouns)
    if low == "both" and word.dep_ == "pobj" and word.head.lower_ == "by":
        return len({*act.agents, *act.addressees}) < 2  # "issued by both"
    if low == "both" and word.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return not (_several(nouns) or len({*act.agents, *act.addressees}) > 1)
    if low == "it":
        return _is_loose_it(actors, act, word, nouns)
    if low in ("one", "ones"):
        return _stands_for_a_noun(word) and not nouns
    if low in _POINTING and word.tag_ == "DT" and word.dep_ in (*_OBJECTS, "nsubj", "nsubjpass", "attr"):
        return not nouns and not any(c.dep_ in ("relcl", "acl", "prep") for c in word.children)
    if low in _POINTING and word.dep_ == "det":
        told = base(word.head) in _AMOUNTS and any(t.pos_ == "NUM" for t in before)  # "600, all above that number"
        return not told and _is_elsewhere(actors, word.head, nouns)
    if low == "such" and word.dep_ == "amod" and word.i + 1 < len(word.doc):
        return word.nbor(1).lower_ != "as" and not any(base(t) == base(word.head) for t in nouns)
    if low in _ORDINALS and word.dep_ in (*_OBJECTS, "nsubj", "nsubjpass") and word.pos_ == "ADJ":
        return not nouns and not any(c.dep_ in ("prep", "relcl", "acl") for c in word.children)  # "accept the first"
    if low == "same" and base(word.head) in (wordset("acts", "spans") | wordset("acts", "taking_up")) - {"time"}:
        first = word.head.left_edge.i
        return not any(t.ent_type_ in _TIMES for t in before if t.i < first)  # "over the same period"
    if low == "then" and word.i and word.nbor(-1).lower_ in _AT_A_TIME:
        return not any(t.ent_type_ in _TIMES for t in before)
    if low in ("there", "here") and word.dep_ != "expl":
        return not any(_is_a_place(t) for t in nouns)
    if low in ("each", "another") and word.dep_ == "det":
        return _is_any(word.head) and not any(base(t) == base(word.head) for t in nouns)
    marks = ("the", "all") if word.dep_ == "pobj" and word.head.lower_ == "by" else ("the",)
    known = word.pos_ == "NUM" and any(c.lower_ in marks for c in word.children)
    return word.pos_ == "NUM" and _counts_nothing(word, known=known) and (known or not nouns)


def _several(nouns: list[Token]) -> bool:
    groups = wordset("actors", "groups") | wordset("actors", "bodies") | wordset("actors", "sides")
    several = (
        t.tag_ in ("NNS", "NNPS") or base(t) in groups or any(c.dep_ == "conj" for c in t.children) for t in nouns
    )
    return any(several)


def _are_several(actors: Actors, act: FoundAct) -> bool:
    """True where those who act are several, or a movement, whom "they" may mean."""
    parties = {*act.agents, *act.addressees, *answering(actors, act)}
    subject = subject_of(act.head)
    if subject is not None and (subject.tag_ == "NNS" or (subject.pos_ == "PROPN" and subject.lower_.endswith("s"))):
        return True  # "the Faroes want to keep what they have"
    return len(act.agents) > 1 or len(act.addressees) > 1 or any(not key.startswith("state/") for key in parties)


def _is_party(actors: Actors, act: FoundAct, word: Token) -> bool:
    """True for a pronoun that means who acts or whom the act is meant for."""
    meant = actors.resolve(word, act.sentence)
    known = {*act.agents, *act.addressees, *act.represented_by, *answering(actors, act)}
    return bool(known & {*meant, *actors.parties(meant)})


def _is_a_place(noun: Token) -> bool:
    return noun.ent_type_ in ("GPE", "LOC", "FAC") or (noun.dep_ == "pobj" and noun.head.lower_ in _PLACED)


def _is_a_person(noun: Token) -> bool:
    if noun.dep_ == "nsubj" and noun.tag_ == "NN":
        return True  # "that the occupier halt his fire"
    known = wordset("actors", "envoys") | wordset("actors", "private_people") | wordset("reporting", "unnamed")
    return noun.ent_type_ == "PERSON" or (noun.tag_ == "NN" and base(noun) in known | set(offices().heads))


def _is_loose_it(actors: Actors, act: FoundAct, word: Token, nouns: list[Token]) -> bool:
    """True for "host it", where nothing that may be "it" is told; "it" that does something may be who acts."""
    if word.dep_ not in _OBJECTS or any(t.tag_ in ("NN", "NNP") for t in nouns):
        return False
    if word.head.pos_ == "VERB" and any(c.tag_ in ("TO", "IN") for c in word.head.children if c.i > word.i):
        return False  # "make it clear that"
    return not act.addressees and not _is_party(actors, act, word)


def _stands_for_a_noun(word: Token) -> bool:
    """True for "a longer one", "the ones"; not for "one truck", "one of the two"."""
    if word.dep_ in ("nummod", "compound", "quantmod", "npadvmod", "det"):
        return False
    if "by" in {t.lower_ for t in word.doc.tokens[max(0, word.i - 1) : word.i + 2]}:
        return False  # "one by one"
    of = [noun for p in children(word, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    counted = any(noun.pos_ in ("NOUN", "PROPN") for noun in of)
    return not counted and word.dep_ in (*_OBJECTS, "nsubj", "nsubjpass", "attr", "appos", "conj", "ROOT")


def _is_elsewhere(actors: Actors, noun: Token, nouns: list[Token]) -> bool:
    """True for "that momentum", "during this visit", of which nothing before tells; times and seasons are clear."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in _TIMES or base(noun) in wordset("acts", "spans"):
        return False
    told = any(c.dep_ in ("relcl", "acl", "prep", "nummod") or c.i > noun.i for c in noun.children if not c.is_punct)
    return not told and not any(base(t) == base(noun) for t in nouns) and not antecedent(actors, noun)


def _is_any(noun: Token) -> bool:
    """True for "each application" with nothing beside it that says of what."""
    beside = [c for c in noun.children if not c.is_punct and c.dep_ not in ("det", "cc", "conj")]
    known = wordset("acts", "understood") | wordset("acts", "spans") | wordset("actors", "sides")
    return not beside and noun.pos_ == "NOUN" and base(noun) not in known


def _counts_nothing(word: Token, *, known: bool) -> bool:
    """True for "grant five", "come down to 32", "the seven": of what, is not told."""
    stands = word.dep_ in _OBJECTS or (known and word.dep_ in ("nsubj", "nsubjpass"))
    if word.ent_type_ in _FIGURES or _YEAR.fullmatch(word.text) or not stands:
        return False
    held = [noun for p in children(word, "prep") for noun in children(p, "pobj")]
    return not any(noun.pos_ in ("NOUN", "PROPN") for noun in held) and not children(word, "relcl", "acl")
