"""Which uses of a verb are acts of negotiation: by what it is about, not by the word alone ("want to be clear")."""

from __future__ import annotations

from functools import cache

from ..language.parse import Token
from ..language.syntax import base, child, children, complements, conjuncts, modal, negated, passive, subject_of
from ..lexicons.word_lists import lexicon, wordset
from ..standing.embedding import frame_of
from .frames import Frame


def fits(verb: Token, frame: Frame, content: Token) -> bool:
    """True when a frame of a verb fits its words: its particles, what it is about, its sense."""
    if frame.particles is not None:
        beside = children(verb, "prep", "prt", "advmod", "dative")
        if not any(c.lower_ in frame.particles for c in beside):
            return False
    if verb.lemma_ == "call" and any(c.lower_ == "off" for c in children(verb, "prt")):
        return False  # "called off the meeting on Saturday"
    if frame.events is not None and not (_is_about(verb, frame.events) or content.lemma_.lower() in frame.events):
        return False
    if not _has_sense(verb, frame, content):
        return False
    own = content.dep_ == "xcomp" or content is next_infinitive(verb)
    if frame.clause and not (content.dep_ == "ccomp" or (own and frame.act in ("commit", "agree", "threaten"))):
        return False
    if frame.act in ("request", "demand", "commit") and content.head.lower_ == "about":
        return False
    if verb.lemma_ == "call" and frame.particles and "on" in frame.particles and content.dep_ == "pobj":
        return False  # "called on the minister": a visit
    if verb.lemma_ == "call" and frame.particles and child(verb, "dobj", "oprd", "attr") is not None:
        return False  # "called it the Council for ..."
    if verb.lower_ == "pressing" and frame.particles is None and content.pos_ not in ("VERB", "AUX"):
        return False  # "resolving pressing issues"
    if verb.lemma_ in ("press", "push") and any(c.lower_ in ("on", "ahead") for c in children(verb, "prt", "advmod")):
        return False  # "would press on regardless"
    if verb.i and verb.lemma_ == "order" and verb.nbor(-1).lower_ == "in":
        return False
    if frame.act == "demand" and verb.lemma_ in ("demand", "require") and _is_thing(subject_of(verb)):
        return False  # "it demands a firm response"
    if frame.act == "reject" and content.lemma_ in ("comment", "elaborate", "disclose", "specify", "identify"):
        return False  # "would not comment": to reporters
    if frame.act == "commit" and passive(verb) and {base(content), content.lower_} & wordset("topics", "talks"):
        return False  # "the talks are guaranteed by A": what A is in them
    if frame.planned and content.lemma_.lower() in wordset("acts", "journeys"):
        return False  # "intends to fly to Paris"
    if frame.past and not (verb.tag_ in ("VBD", "VBN") and verb.dep_ not in ("amod", "acl")):
        return False
    if frame.weak and content.dep_ == "ccomp" and content.pos_ in ("VERB", "AUX"):
        return modal(content) in ("should", "must") or _is_wished(verb, content)
    return True


def _is_thing(subject: Token | None) -> bool:
    """True for "it", "this" and the like."""
    return subject is not None and subject.lower_ in ("it", "this", "that", "which", "what", "there")


def next_infinitive(verb: Token) -> Token | None:
    """What a verb's "to" is followed by, where a parser takes it for a purpose: "commit to adopt"."""
    clauses = (c for c in children(verb, "advcl") if c.i > verb.i and c.left_edge.lower_ == "to")
    return next((c for c in clauses if c.left_edge.i <= verb.i + 2 and frame_of(c, verb) == "to"), None)


def _has_sense(verb: Token, frame: Frame, content: Token) -> bool:
    """False for uses of the word that are no act of negotiation: "offered condolences", "want to be clear"."""
    things = [t for c in (content, *children(verb, "dobj", "dative")) for t in conjuncts(c)]
    if frame.not_about and any(t.lemma_.lower() in frame.not_about for t in things):
        return False
    if verb.lemma_ in wordset("acts", "removing") and _is_somebody(content):
        return False  # "dismissed the water minister"
    if frame.planned and content.lemma_.lower() in wordset("acts", "states"):
        return False
    if verb.lemma_ == "accept" and frame.events is None and modal(verb) and not negated(verb):
        return False  # "could accept 60 days", "will accept 40 men": conceded or promised, not agreed
    own = any(c.dep_ == "poss" or c.lower_ == "the" for c in content.children)
    if verb.lemma_ == "counter" and frame.act == "propose" and own:
        return False  # "countered with A's weapons": what about them
    if frame.done is not None and content.lemma_.lower() not in frame.done:
        return False
    if (
        verb.lemma_ == "commit"
        and frame.events is None
        and any(_is_another(t, content) for t in children(verb, "dobj"))
    ):
        return False  # "commit our nations to ...", "it commits A to ...": not whoever does so
    return not (_wants_little(verb, content) or _is_opinion(verb, frame, content) or _only_asks(verb, content))


def _is_another(thing: Token, content: Token) -> bool:
    """True for whom somebody binds besides himself: "commit A | to open the port"."""
    return thing.i < content.i and not thing.lower_.endswith(("self", "selves"))


def _is_somebody(noun: Token) -> bool:
    """True for a person's name, and for the holder of an office: "Water Minister X", "the head of its delegation"."""
    beside = (c.lower_ for c in children(noun, "compound", "nmod"))
    return noun.ent_type_ == "PERSON" or any(word in _office_nouns() for word in (noun.lower_, *beside))


@cache
def _office_nouns() -> frozenset[str]:
    entries = lexicon("offices")["heads"].items()
    return frozenset(title.split()[-1] for title, entry in entries if entry["category"] != "group")


def _wants_little(verb: Token, content: Token) -> bool:
    """True for "want to be clear", "seek to calm", "wanted more": what one wants of nobody else."""
    others = any(c.i < content.i for c in children(verb, "dobj"))
    same_subject = content.dep_ == "xcomp" and child(content, "nsubj") is None and not others
    if verb.lemma_ == "want" and content.dep_ == "pobj":
        return True  # "all that it wants to America"
    if verb.lemma_ == "like" and (modal(verb) != "would" or negated(verb)):
        return True
    if verb.lemma_ in ("want", "like", "seek", "solicit") and same_subject:
        return True
    now = verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in children(verb, "aux"))  # "is seeking a larger share"
    if verb.lemma_ == "seek" and verb.tag_ in ("VB", "VBG") and not now:  # "will seek the adoption of ...", of nobody
        return not any(c.lower_ == "from" for c in verb.subtree)
    return verb.lemma_ == "want" and content.dep_ == "dobj" and sum(1 for _ in content.subtree) < 3


def _is_opinion(verb: Token, frame: Frame, content: Token) -> bool:
    """True for "agreed that the talks were useful": nothing is to be done."""
    if frame.act == "agree" and verb.lemma_ == "accept" and content.dep_ == "ccomp" and modal(content) == "could":
        return True  # "accepted that it could no longer be a member"
    if frame.act != "agree" or content.dep_ != "ccomp" or modal(content) not in ("", "can"):
        return False
    if modal(content):
        return True
    return content.tag_ in ("VBD", "VBZ", "VBP", "VBN") and not _is_wished(verb, content)


def _only_asks(verb: Token, content: Token) -> bool:
    """True for "asked whether", "asked how": a question, nothing that is asked for."""
    if verb.lemma_ != "ask":
        return False
    if content.lemma_ in ("name", "identify", "quote") and passive(content):
        return True  # "asked not to be named"
    if content.dep_ != "ccomp" or frame_of(content, verb) == "np-to":
        return False
    wished = _is_wished(verb, content) or modal(content) in ("should", "must")
    return not wished or frame_of(content, verb) == "whether"


def _is_wished(verb: Token, content: Token) -> bool:
    """True for "suggested that they meet", "that prisoners be freed": what is told as a fact would be past."""
    if modal(content) in ("will", "would", "shall") or any(c.lemma_ == "do" for c in children(content, "aux")):
        return False  # "insists that it will leave", "suggested that they do agree"
    passive_wish = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in content.children)
    return content.tag_ == "VB" or passive_wish or (content.tag_ == "VBP" and _is_past(verb))


def _is_past(verb: Token) -> bool:
    """True for "insisted", "had insisted", "continued to insist"."""
    told = verb.head if verb.dep_ == "xcomp" and verb.tag_ == "VB" else verb
    return told.tag_ in ("VBD", "VBN")


def _is_about(verb: Token, events: frozenset[str]) -> bool:
    if any(t.lemma_.lower() in events for c in complements(verb) for t in conjuncts(c)):
        return True
    subject = child(verb, "nsubjpass") if passive(verb) else None
    return subject is not None and subject.lemma_.lower() in events


def is_empty(verb: Token, frame: Frame, content: Token) -> bool:
    """True for contents that say nothing, or that are called untrue rather than turned down."""
    more = any(p.lower_ in ("to", "in", "of") and child(p, "pobj", "pcomp") for p in children(content, "prep"))
    nothing = content.lower_ in wordset("acts", "empty") and content.pos_ not in ("VERB", "AUX") and not more
    relative = content.lower_ == "that" and content.dep_ == "dobj" and verb.dep_ in ("acl", "relcl")
    if content.tag_ in ("WDT", "WP", "IN", "TO") or relative or nothing:
        return True
    if (
        content.lemma_.lower() in wordset("acts", "agreements")
        and frame.act == "agree"
        and not _is_described(content, verb)
    ):
        return True
    asks_nothing = content.pos_ == "PRON" and frame.act in ("propose", "offer", "demand", "request", "commit")
    thought = content.lower_ == "idea" and more  # "rejects the idea of inspectors"
    untrue = content.lower_ in wordset("acts", "untrue") and not (thought or verb.lemma_ == "object")
    return asks_nothing or (frame.act == "reject" and untrue)


def _is_described(noun: Token, verb: Token) -> bool:
    """True when words beside a noun say which it is: "a peace agreement", "a deal on grain"."""
    aside = ("in", "at", "with", "by", "during")
    beside = [c for c in children(verb, "prep", "xcomp", "advcl", "ccomp", "dep") if c.lower_ not in aside]
    partners = (
        t for c in children(verb, "prep") if c.lower_ == "with" for p in children(c, "pobj") for t in p.children
    )
    beside += [c for c in partners if c.dep_ in ("acl", "relcl") and any(k.lower_ == "for" for k in c.subtree)]
    return (
        any(c.i > noun.i for c in beside)
        or any(c.dep_ in ("compound", "prep", "acl", "relcl", "poss", "ccomp", "nmod") for c in noun.children)
        or noun.pos_ == "PROPN"
    )


def declines_to_say(verb: Token, content: Token) -> bool:
    """True for "declined to comment", "refused to give details"; not for "refused to give up arms"."""
    refuses = wordset("reporting", "refuse", "verbs"), wordset("reporting", "refuse", "complements")
    if verb.lemma_.lower() not in refuses[0] or content.lemma_.lower() not in refuses[1]:
        return False
    if content.lemma_ == "give" and child(content, "prt") is not None:
        return False
    matter = child(content, "dobj") if verb.lemma_ == "refuse" and content.lemma_ == "discuss" else None
    told = matter is not None and matter.pos_ in ("NOUN", "PROPN") and base(matter) not in wordset("acts", "hollow")
    return not told
