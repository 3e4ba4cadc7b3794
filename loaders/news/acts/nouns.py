"""Acts that a noun makes: "X's proposal on ...", "made an offer", "announced a deal to ..."."""

from __future__ import annotations

from typing import Final

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import base, child, children, clause, conjuncts, modal, negated, subject_of
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from .bodies import is_domestic_body, may_be_asked
from .frames import FoundAct, Frame, verb_frames, word_frames
from .objects import is_willingness
from .relevance import other_sides

_PUT_TO: Final[frozenset[ActType]] = frozenset({"propose", "offer", "demand", "request"})
"""What is put to somebody: "a request to A"."""


def noun_act(actors: Actors, sentence: Sentence, noun: Token, *, before: list[FoundAct]) -> FoundAct | None:
    """ "X's proposal on ...", unless the same act was read from words before it."""
    frame = word_frames("nouns")[noun.lemma_.lower()]
    if noun.pos_ == "PROPN" or (frame.act == "demand" and noun.head.lemma_.lower() in wordset("acts", "market")):
        return None
    owner = _owner(actors, noun)
    giver = _giver(noun) if owner is None and not frame.pair else None
    behind = [p for p in children(noun.head, "prep") if p.i == noun.i + 1 or (giver is not None and p.i > noun.i)]
    preps = (p for p in (*children(noun, "prep"), *behind) if p.lower_ in frame.to and owner not in p.children)
    held = next((p for p in preps if not _names_whom(actors, frame, noun, p)), None)
    content = child(held, "pobj", "pcomp") if held is not None else _content_of(noun)
    if content is None and giver is not None and frame.act in ("offer", "propose") and _tells_what(noun):
        content = noun
    if content is None or (frame.clause and content.pos_ not in ("VERB", "AUX")) or _is_missing(noun):
        return None
    if giver is not None and _goes_on(content):
        return None
    if frame.act == "commit" and owner is not None and _is_asked_for(noun):
        return None
    if giver is None and frame.weak and content.tag_ == "VB" and noun.tag_ == "NNS":
        return None  # "its plans to extend the pipeline": what one means to do oneself
    if any(c.dep_ == "neg" or c.lower_ == "no" for c in noun.children):
        return None
    if frame.act == "commit" and any(c.lower_ in wordset("acts", "traits") for c in children(noun, "amod")):
        return None
    agents = _agents(actors, sentence, noun, frame, owner=owner, giver=giver)
    covered = any(a.type == frame.act and set(a.agents) & set(agents) and a.head.i < noun.i for a in before)
    if not agents or covered:
        return None
    if giver is None and not frame.clause and frame.act == "commit" and not _is_voiced(noun):
        return None
    willing = frame.act == "commit" and len(agents) == 1 and is_willingness(noun)
    own_plan = giver is not None and frame.weak and content.tag_ == "VB"  # "unveiled a plan to invest ..."
    first = content.left_edge
    opens = first.dep_ == "mark" and first.lower_ == "for"  # "a proposal | for | a panel to trace the lost"
    told = [t for t in (*content.subtree, *_to_do_behind(noun, content)) if not (opens and t is first)]
    words = [t for t in (*noun.subtree, *told) if owner is None or t.i >= min(owner.left_edge.i, noun.i)]
    return FoundAct(
        type="withdraw" if _is_withdrawn(noun) else "commit" if own_plan else "offer" if willing else frame.act,
        agents=agents,
        addressees=_given_to(actors, sentence, noun) if giver is not None else (),
        span=extent(words if giver is None else clause(noun.head if noun.head.pos_ == "VERB" else noun.head.head)),
        content=extent(told),
        root=content,
        head=noun,
        sentence=sentence,
        rule="act-noun",
        planned=own_plan,
        nested=giver is None,
    )


def _to_do_behind(noun: Token, content: Token) -> list[Token]:
    """What is to be done with it, which a parser hangs on the noun: "A's proposal of a panel | to trace the lost"."""
    behind = (c for c in children(noun, "acl", "advcl") if c.tag_ == "VB" and c.left_edge.lower_ == "to")
    return [t for c in behind if c.left_edge.i == content.right_edge.i + 1 for t in c.subtree]


def _is_asked_for(noun: Token) -> bool:
    """True for "asked for a commitment by A to ...", "a request: a commitment by A to ...": there is none yet."""
    if not any(c.lower_ in ("a", "an") for c in children(noun, "det")):
        return False
    above = [t.lemma_.lower() for t in noun.ancestors]
    verbs = {frame.act for lemma in above for frame in verb_frames().get(lemma, ())}
    nouns = {word_frames("nouns")[lemma].act for lemma in above if lemma in word_frames("nouns")}
    return bool((verbs | nouns) & {"demand", "request"})


def owners_of(actors: Actors, sentence: Sentence, noun: Token) -> tuple[Key, ...]:
    """The sides whose a proposal is by its words: "A's plan", "the A plan", "a plan by A"; () for none."""
    owner = _owner(actors, noun)
    if owner is not None and (group := actors.group(owner)) is not None:
        return actors.parties([group])  # "the company's offer"
    if owner is None or is_domestic_body(owner):
        return ()
    return tuple(k for k in actors.parties(_owners(actors, sentence, noun, owner)) if not k.startswith("person/"))


def _owner(actors: Actors, noun: Token) -> Token | None:
    named = (c for c in children(noun, "amod", "compound") if actors.mention_at(*extent([c])))
    return child(noun, "poss") or next(named, None) or _maker(actors, noun)


def _is_voiced(noun: Token) -> bool:
    """True for the readiness that somebody tells of ("noted A's willingness to"), not for a trait of his."""
    above = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    return above.lemma_.lower() in wordset("acts", "voicing")


def _names_whom(actors: Actors, frame: Frame, noun: Token, prep: Token) -> bool:
    """True for "a request to the WTO": whom it is put to, not what it is about."""
    held = child(prep, "pobj") if prep.lower_ == "to" and frame.act in _PUT_TO else None
    if held is None:
        return False
    above = prep.head if prep.head.pos_ == "VERB" else noun.head
    if noun.dep_ == "dobj" and above.lemma_ in wordset("acts", "putting") and held.tag_ in ("NNS", "NNP", "NNPS"):
        return True  # "put a proposal to the holders of its debt"
    somebody = may_be_asked(held) or base(held) in offices().heads
    return somebody or held.pos_ == "PROPN" or actors.mention_at(*extent([held])) is not None


def _is_missing(noun: Token) -> bool:
    """True for "a lack of commitment"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return above is not None and above.lemma_.lower() in wordset("acts", "missing")


def _agents(
    actors: Actors, sentence: Sentence, noun: Token, frame: Frame, *, owner: Token | None, giver: Token | None
) -> tuple[Key, ...]:
    """Whose act the noun names; () for nobody who negotiates, or where a weak noun is put to no other side."""
    if giver is not None:
        agents = () if is_domestic_body(giver) else actors.parties(actors.resolve(giver, sentence))
    elif owner is not None:
        agents = () if frame.pair else actors.parties(_owners(actors, sentence, noun, owner))
    else:
        with_others = any(c.lower_ == "with" for c in children(noun, "prep"))
        agents = actors.pair if frame.pair and actors.alone and not with_others and _came_about(noun) else ()
    if frame.weak and not actors.alone and not other_sides(actors, sentence, agents, extent(noun.subtree)):
        return ()
    nobody = all(actors.agents[key].kind in ("person", "unnamed") for key in agents if key in actors.agents)
    return () if nobody else agents


def _content_of(noun: Token) -> Token | None:
    """The clause that says what a proposal or promise is; a relative clause only tells of it."""
    if (named := _apposed(noun)) is not None:
        return named
    found = child(noun, "acl", "relcl", "ccomp")
    own = found is not None and any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in found.children)
    if found is None or found.i < noun.i or (found.dep_ == "acl" and found.tag_ in ("VBN", "VBD", "VBG") and not own):
        return None  # "demands made in May", "commitments seeking to address fears"
    first = found.left_edge
    brings = found.dep_ == "relcl" and first.dep_ == "nsubj" and modal(found) == "will"  # "commitments that will help"
    relative = first.tag_ in ("WDT", "WP") and (first.lower_ != "that" or brings)
    return None if relative else found


def _apposed(noun: Token) -> Token | None:
    """What an offer is by the words between commas behind it: "A's latest offer, | a cap of 70,000 visas |, was"."""
    beside = child(noun, "appos")
    if beside is None or beside.pos_ != "NOUN" or beside.left_edge.nbor(-1).text != "," or noun.tag_ != "NN":
        return None
    told = any(t.pos_ == "NUM" for t in beside.subtree)  # not "a blow to hopes of peace"
    return beside if told and beside.left_edge.lower_ in ("a", "an") else None


def _goes_on(content: Token) -> bool:
    """True for "an assurance that work | would be halted", of which a parser has lost the verb."""
    last = content.right_edge
    return last.i + 1 < len(last.doc) and last.nbor(1).tag_ == "MD"


def _is_withdrawn(noun: Token) -> bool:
    """True for "a proposal of A on the road was withdrawn"; who dropped one that "was dropped" is not told."""
    own = noun.head.lemma_.lower() in ("withdraw", "retract", "rescind")
    return noun.dep_ == "nsubjpass" and own and not negated(noun.head)


def _tells_what(noun: Token) -> bool:
    """True for "a revised offer covering 40 villages"."""
    held = child(noun, "acl")
    return held is not None and held.lemma_.lower() in wordset("acts", "covering") and child(held, "dobj") is not None


def _giver(noun: Token) -> Token | None:
    """Who makes an offer, issues a demand, counters with a proposal: the subject of the verb that the noun hangs on."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_.lower() in wordset("acts", "light_with"):
        return subject_of(verb.head)
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in wordset("acts", "light"):
        return None
    return subject_of(verb)


def _given_to(actors: Actors, sentence: Sentence, noun: Token) -> tuple[Key, ...]:
    """Whom the offer is made to: "made Iceland an offer", "an offer to Iceland"."""
    preps = [
        p for head in (noun, noun.head) for p in children(head, "prep", "dative") if p.lower_ in ("to", "of", "on")
    ]
    nouns = [*children(noun.head, "dative"), *(k for p in preps if p.lower_ == "to" for k in children(p, "pobj"))]
    return actors.parties(
        key for held in nouns if held.pos_ in ("PROPN", "NOUN") for key in actors.resolve(held, sentence)
    )


def _came_about(noun: Token) -> bool:
    """True for "announced a deal to ...", but not for "hopes for a deal" or "would sign a deal"."""
    verb = noun.head
    told = noun.dep_ in ("dobj", "nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("acts", "made")
    return told and not modal(verb) and not negated(verb) and verb.tag_ not in ("VB", "VBG")


def _maker(actors: Actors, noun: Token) -> Token | None:
    """The known actor in "a proposal by X", "the offer of X to ..."."""
    for prep in children(noun, "prep"):
        if prep.lower_ in ("by", "from", "of"):
            for held in children(prep, "pobj"):
                if actors.mention_at(*extent([held])):
                    return held
    return None


def _owners(actors: Actors, sentence: Sentence, noun: Token, owner: Token) -> tuple[Key, ...]:
    """Whose proposal it is; "its" and "the country's" are those of the subject."""
    pronoun = owner.pos_ == "PRON" and owner.lower_ in ("its", "their", "our", "his", "her")
    if owner.lemma_.lower() == "country" or pronoun:
        above = noun.head.head if noun.head.pos_ == "ADP" else noun.head  # "stands by its offer"
        return actors.resolve(subject_of(above) if above.pos_ == "VERB" else None, sentence)
    mention = actors.mention_at(*extent([owner]))
    if mention is None:
        return actors.resolve(owner, sentence)
    joined = (key for noun in conjuncts(owner) if noun.i > owner.i for key in actors.resolve(noun, sentence))
    return actors.known(mention), *joined
