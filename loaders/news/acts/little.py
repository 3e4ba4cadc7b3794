"""Whether the words of an item are too few to be understood by whoever reads them alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, children
from ..lexicons.word_lists import wordset
from .antecedents import antecedent, is_bare
from .frames import ITEM_KINDS, FoundAct
from .objects import is_conceded
from .relational import is_open

_TELLING: Final = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "SYM", "ADV")
_FEW = 2
"""Telling words that say enough only with a figure, or where one is a thing or deed: "passage without checks"."""
_SHARES: Final = ("percent", "%", "cent", "percentage", "point", "per", "tonne", "ton", "barrel", "megawatt")
"""Of what a figure is a share or a measure, they do not say."""
_MEASURED: Final = ("DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "QUANTITY")
"""What tells how much and how long, not what."""
_BESIDE_BARE = 3
"""Telling words among which a thing that is nowhere told leaves all in the dark: "the clause reworded"."""


def says_too_little(actors: Actors, act: FoundAct, label: str) -> bool:
    """True for what is asked for, offered or promised in a word or two that leave open what: "cars", "ten areas"."""
    if _is_some_paper(act) or (not label.endswith((")", "]")) and _leaves_its_thing_open(actors, act)):
        return True
    if act.type not in ITEM_KINDS or act.type == "agree" or label.endswith((")", "]")):
        return False  # what its sentence or an earlier one is about stands in brackets
    if act.type != "expect" and any(_takes_up(actors, noun) for noun in _central(act.root)):
        return True
    if _lacks_what(act.root) and not children(act.root, "conj"):
        return True
    if any(is_open(noun) for noun in _things(act.root)) and not children(act.root, "conj"):
        return True  # "a threshold of 60%"
    if act.type in ("demand", "request", "offer") and not is_conceded(act.head) and _is_a_measure_alone(act.root):
        return True
    if act.type in ("demand", "request", "offer") and _is_a_name_alone(act.root):
        return True  # "wants X, which would ease the traffic": to do what there
    if act.type in ("demand", "request") and _is_quoted_name(act.root):
        return True
    if act.type == "offer" and act.root.pos_ == "NOUN" and any(c.lower_ == "any" for c in children(act.root, "det")):
        return True  # "open to any structure that helps"
    words = [word for word in _telling(act, label) if not _is_asked(actors, act, word)]
    if len(words) > _BESIDE_BARE:
        return False
    if any(_is_nowhere_told(actors, noun) for noun in _things(act.root)) and not children(act.root, "conj"):
        return True
    if words and all(word.pos_ == "PROPN" for word in words):
        return True  # "offered Gulu": to do what there
    if len(words) > _FEW or any(_is_clear(word) for word in words):
        return False
    counted = (word for word in words if word.pos_ in ("NOUN", "PROPN") and base(word) not in _SHARES)
    figures = any(c.isdigit() for c in label) and any(counted)
    return not figures and (len(words) < _FEW or not any(_is_thing(word) for word in words))


def _is_some_paper(act: FoundAct) -> bool:
    """True for "dismissed an overture", "a text initialled by A": which one, nothing tells."""
    noun = act.root
    if noun.pos_ != "NOUN" or act.type not in ("agree", "reject", "agreeToConsider", "withdraw"):
        return False
    beside = [c for c in noun.children if not c.is_punct and c.dep_ not in ("cc", "conj") and act.head not in c.subtree]
    some = all(c.lower_ in ("a", "an") for c in beside) and bool(beside)
    beside_it = act.head.dep_ in ("relcl", "acl") and act.head.head is noun
    return some and (base(noun) in wordset("acts", "gestures") or (beside_it and base(noun) in papers()))


def _leaves_its_thing_open(actors: Actors, act: FoundAct) -> bool:
    """True for "suspend the pact", "a review of the price" where no headline and nothing before tells which."""
    things = [act.root] if act.root.pos_ == "NOUN" else children(act.root, "dobj", "nsubj", "nsubjpass")
    things += [noun for t in things for p in children(t, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    needing = wordset("acts", "needing_which")
    for noun in things:
        if base(noun) not in needing or not is_bare(noun) or antecedent(actors, noun):
            continue
        heads = (actors.article.sentence_at(start_of(t)) for t in actors.nouns.get(base(noun), ()))
        if not any(s is not None and s.segment.kind == "headline" for s in heads):
            return True
    return False


def _telling(act: FoundAct, label: str) -> list[Token]:
    """The words of the label that tell something, as they stand in the sentence."""
    printed = {word.lower() for word in re.findall(r"\w+|[$€£%]", label)}
    start, end = min(act.span[0], act.content[0]), max(act.span[1], act.content[1])
    inside = [t for t in act.sentence.span if start <= start_of(t) < end and t.pos_ in _TELLING]
    telling = [t for t in inside if t.lower_ in printed and base(t) not in wordset("acts", "telling_little")]
    return list({t.lower_: t for t in telling}.values())


def _is_asked(actors: Actors, act: FoundAct, word: Token) -> bool:
    """True for the name of whom something is asked of or offered to: "an explanation from B"."""
    mention = actors.mention_at(start_of(word), end_of(word)) if word.pos_ == "PROPN" else None
    held = word.dep_ == "pobj" and word.head.lower_ in ("from", "to", "of", "by")
    return held and mention is not None and actors.party_of(actors.known(mention)) in act.addressees


def _is_clear(word: Token) -> bool:
    return base(word) in wordset("acts", "clear_alone") | wordset("acts", "lasting")


def _is_thing(word: Token) -> bool:
    """True for a name, a deed, or a thing that is more than a paper or a date."""
    said_little = wordset("acts", "hollow") | papers() | set(_SHARES)
    if word.dep_ == "amod":
        return False  # "a phased plan"
    return word.pos_ in ("PROPN", "VERB") or (word.pos_ == "NOUN" and base(word) not in said_little)


def _things(root: Token) -> list[Token]:
    """What something is done to: the noun itself and those after "of", or a verb's objects; none for "sign"."""
    if base(root) in wordset("acts", "lasting"):
        return []
    if root.pos_ == "VERB":
        return children(root, "dobj", "nsubjpass", "nsubj")
    return [root, *(noun for p in children(root, "prep") if p.lower_ == "of" for noun in children(p, "pobj"))]


def _lacks_what(root: Token) -> bool:
    """True for "a delay of ten months", "offered to renew": of what, or what, is not told."""
    if root.pos_ == "VERB":
        return _lacks_object(root)
    if root.pos_ != "NOUN" or base(root) not in wordset("acts", "changing"):
        return False
    held = [noun for p in children(root, "prep") for noun in children(p, "pobj", "pcomp")]
    told = [noun for noun in held if noun.ent_type_ not in _MEASURED]
    named = [c for c in children(root, "compound", "nmod", "poss") if c.ent_type_ not in _MEASURED and c.pos_ != "NUM"]
    named = [c for c in named if not any(t.pos_ == "NUM" for t in c.subtree)]  # "a ten-month delay"
    return not told and not named and not children(root, "relcl", "acl")


def _lacks_object(verb: Token) -> bool:
    """True for "offered to renew", "respond in due course", "settle at 25%"."""
    lemma, preps = base(verb), children(verb, "prep", "dative")
    if lemma in wordset("acts", "needing_what") and verb.tag_ in ("VB", "VBG"):
        does = any(c.tag_ == "MD" for c in children(verb, "aux"))  # "A will deliver": what, is not told
        about = ("dobj", "nsubjpass", "ccomp", "xcomp", "dative", "prt", "relcl", "acl", "conj")
        told = children(verb, *about) or (not does and children(verb, "nsubj"))
        return verb.dep_ in ("xcomp", "ccomp", "conj", "acl", "ROOT") and not told
    if children(verb, "dobj", "nsubjpass", "ccomp", "xcomp", "prt"):
        return False
    if lemma in wordset("acts", "answering_what"):
        return not any(p.lower_ == "to" for p in preps)
    held = [noun for p in preps for noun in children(p, "pobj", "pcomp")]
    figures = all(noun.pos_ in ("NUM", "SYM") or base(noun) in _SHARES for noun in held)
    return bool(held) and figures and lemma in wordset("acts", "settling")


def _is_a_measure_alone(root: Token) -> bool:
    """True for "asked for 120 days", "for close to 30 percent": of what, is not told."""
    shared = base(root) in ("percent", "%", "cent")
    if root.pos_ == "NUM":  # "twelve and a half per cent"
        nouns = [t for t in root.subtree if t.pos_ == "NOUN" and t.lower_ != "half"]
        return bool(nouns) and all(base(noun) in _SHARES for noun in nouns)
    timed = root.pos_ == "NOUN" and base(root) in wordset("acts", "spans") - {"time"}
    named = [c for c in children(root, "prep", "acl", "relcl", "compound") if c.lower_ != "per"]
    return (timed or shared) and not named


def _is_quoted_name(root: Token) -> bool:
    """True for "insisted on 'joint declaration'": a word or two of somebody's, and what about them is not told."""
    first, last = root.left_edge, root.right_edge
    quoted = (
        first.i and first.nbor(-1).text in ('"', "“") and last.i + 1 < len(root.doc) and last.nbor(1).text in ('"', "”")
    )
    return bool(quoted) and root.pos_ == "NOUN" and last.i - first.i < _FEW + 1


def _is_a_name_alone(root: Token) -> bool:
    """True for "wants X", a place or somebody, whatever stands beside it."""
    asked = root.dep_ == "dobj" or (root.dep_ == "pobj" and root.head.lower_ == "for" and root.head.head.pos_ == "VERB")
    return root.pos_ == "PROPN" and asked and not children(root, "compound", "prep", "poss", "nummod")


def _central(root: Token) -> list[Token]:
    """The nouns on which an item hangs: itself, a verb's subject and objects, what its prepositions hold."""
    done = [root, *children(root, "conj", "xcomp")]
    nouns = [noun for verb in done for noun in (verb, *children(verb, "dobj", "nsubj", "nsubjpass"))]
    held = [noun for one in nouns for p in children(one, "prep") for noun in children(p, "pobj")]
    return [*nouns, *held, *([root.head] if root.dep_ in ("relcl", "acl") else [])]


def _takes_up(actors: Actors, noun: Token) -> bool:
    """True for "the list", "that label", "its finding" where no fuller words for it stand before."""
    if base(noun) not in wordset("acts", "taking_up") or noun.tag_ not in ("NN", "NNS"):
        return False
    beside = [c for c in noun.children if not c.is_punct and c.dep_ not in ("cc", "conj", "case")]
    owned = len(beside) == 1 and beside[0].tag_ == "PRP$" and beside[0].lower_ in ("its", "their", "his", "her")
    return owned or (is_bare(noun) and not antecedent(actors, noun))


def _is_nowhere_told(actors: Actors, noun: Token) -> bool:
    """True for "the clause" in an article that never says which."""
    return is_bare(noun) and base(noun) in papers() and not antecedent(actors, noun)


@cache
def papers() -> frozenset[str]:
    """What is written or meant, and is nothing without its matter: "the text", "the plan", "the clause"."""
    return frozenset().union(
        *(wordset("acts", name) for name in ("agreements", "asked", "unnamed", "pointing", "plans", "parts_of_papers"))
    )
