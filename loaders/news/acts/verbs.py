"""Acts that a verb makes: "X proposed that ...", "urged Y to ...", "was asked by X to ...", "agreed with Y on ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent, start_of
from ..language.parse import Token
from ..language.syntax import (
    agent_of,
    base,
    child,
    children,
    clause,
    conjuncts,
    finite,
    modal,
    negated,
    own_words,
    passive,
    subject_of,
)
from ..lexicons.word_lists import wordset
from ..voices.contents import speaks_too
from .acting import acting_sides, all_known, doer
from .bodies import is_domestic_body, may_be_asked
from .frames import FoundAct, Frame, verb_frames
from .listed import above
from .objects import CONCESSION, REFUSAL, content_of, is_willingness, whom_before, with_rest, with_whom
from .relevance import other_sides
from .senses import declines_to_say, fits, is_empty
from .stances import considers
from .threats import is_hostile, warns


def verb_act(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """The act of a verb, by the first of its frames that fits; ``own`` is whoever says it, if anybody does."""
    lemma = verb.lemma_.lower()
    if _is_only_wished(verb) or _is_subject(verb) or _is_blamed(verb):
        return None
    for frame in verb_frames().get(lemma, ()):
        content = content_of(verb, frame)
        if content is None or not fits(verb, frame, content):
            continue
        act = _act(actors, sentence, verb, frame, content, own=own)
        if act is not None:
            return act
    by_mood = _frame_by_mood(verb)
    content = content_of(verb, by_mood) if by_mood is not None else None
    if by_mood is None or content is None:
        return None
    act = _act(actors, sentence, verb, by_mood, content, own=own)
    if by_mood is CONCESSION and _concedes_little(content):
        return None
    return act if act is not None and (by_mood is REFUSAL or set(act.agents) & set(own)) else None


def _concedes_little(content: Token) -> bool:
    """True for "would support sanctions", which warns, and "would accept access but not the number"."""
    words = [t.lower_ for t in content.subtree]
    partly = any(words[n : n + 2] == ["but", "not"] for n in range(len(words)))
    return partly or base(content) in wordset("acts", "warned_of")


def _is_blamed(verb: Token) -> bool:
    """True for "accused X of rejecting the map": somebody's reproach, whose the act is not."""
    held = verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in ("of", "for", "over", "as")
    return held and verb.head.head.lemma_.lower() in wordset("acts", "blaming")


def _is_subject(verb: Token) -> bool:
    """True for "agreeing on a text could take years", also where a parser loses it: "..., and agreeing on ..."."""
    after_and = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).lower_ == "and"
    return verb.dep_ == "csubj" or after_and


def _is_only_wished(verb: Token) -> bool:
    """True for the subjunctive in "its insistence that X commit to a pause"."""
    subject = child(verb, "nsubj")
    bare = subject is not None and verb.tag_ in ("VB", "VBP") and not children(verb, "aux", "auxpass")
    marked = verb.dep_ in ("ccomp", "acl", "conj") and any(c.lower_ == "that" for c in children(verb, "mark"))
    return bare and marked and subject is not None and subject.tag_ in ("NN", "NNP")


def _frame_by_mood(verb: Token) -> Frame | None:
    lemma = verb.lemma_.lower()
    if lemma in wordset("acts", "refused") and _refuses(verb):
        return REFUSAL
    with_particle = {"live": "with", "settle": "for", "go": "along"}
    particle = with_particle.get(lemma)
    concedes = lemma in wordset("acts", "conceded") or any(
        c.lower_ == particle for c in children(verb, "prep", "advmod")
    )
    return CONCESSION if concedes and modal(verb) in ("would", "could", "can") and not negated(verb) else None


def _refuses(verb: Token) -> bool:
    """True for "could not accept ...", "will never sign ...", "does not recognise ..."."""
    present = any(c.dep_ == "aux" and c.lower_ in ("do", "does") for c in verb.children)
    by_somebody = passive(verb) and agent_of(verb) is not None  # "was not supported by X"
    return negated(verb) and (present or by_somebody or modal(verb) in ("will", "would", "can", "could", "shall"))


def _act(
    actors: Actors, sentence: Sentence, verb: Token, frame: Frame, content: Token, *, own: tuple[Key, ...]
) -> FoundAct | None:
    if is_empty(verb, frame, content) or declines_to_say(verb, content):
        return None
    by = verb.dep_ == "acl" and content.i == verb.head.i
    subject = agent_of(verb) if by or passive(verb) else _subject(verb)
    agents = _doers(actors, sentence, verb, frame, content, subject, own=own)
    if not agents:
        return None
    addressees = _addressees(actors, sentence, verb, frame, content)
    several = any(noun.tag_ == "NNS" for noun in _addressed(verb, frame, content))
    if several and set(addressees) & set(agents):
        addressees = ()  # "suggested to both sides": others than whoever suggests it
    if frame.act in ("demand", "request") and addressees and set(addressees) <= set(agents) and _is_he(subject):
        return None  # "it called on A's ministry": who "it" is was taken wrongly
    act = _type(verb, frame, content)
    shown = act == "propose" and frame.events is not None and not addressees and not actors.alone
    if shown and not other_sides(actors, sentence, agents, extent(clause(verb))):
        return None  # a plan that is unveiled, put to nobody
    if act == "agree" and verb.lemma_ in ("decide", "resolve") and len(agents) == 1:
        act = "commit"  # what one decides by itself
    if act == "commit" and len(agents) == 1 and is_willingness(content):
        act = "offer"
    if act == "agree":
        agents, addressees = tuple(dict.fromkeys((*agents, *_partners(actors, sentence, verb)))), ()
        if len(agents) < 2 and frame.events is not None and verb.lemma_ in wordset("acts", "together"):
            return None  # with whom is not told
    warned = act == "threaten" and frame.act == "takeStep"
    if warned:
        content, words = verb, [t for t in clause(verb) if t.i >= verb.i]  # "would impose duties unless B gave way"
    else:
        words = _matter(verb, frame, content, by=by)
    whom = whom_before(verb, content) if frame.act in ("offer", "commit") else None
    return FoundAct(
        type=act,
        agents=agents,
        addressees=tuple(a for a in addressees if a not in agents),
        span=extent(content.subtree) if by else extent(_own_clause(verb, subject)),
        content=extent(t for t in words if whom is None or not addressees or t.i > whom.i),
        root=content,
        head=verb,
        sentence=sentence,
        rule="modal-unless" if warned else "act-stated" if frame.act == "commit" and frame.events else "act-verb",
        refusal=act == "reject" and (frame is REFUSAL or frame.act != "reject"),
        planned=frame.planned,
        addressed=any(n.dep_ not in ("nsubj", "nsubjpass") for n in _addressed(verb, frame, content)),
        nested=by,
    )


def _doers(
    actors: Actors, sentence: Sentence, verb: Token, frame: Frame, content: Token, subject: Token | None,
    *, own: tuple[Key, ...],
) -> tuple[Key, ...]:  # fmt: skip
    """The sides that do it; () where nobody does who is known, or who a pronoun means was taken wrongly."""
    agents = acting_sides(actors, sentence, subject, own=own) or above(actors, sentence, verb)
    pronoun = subject is not None and subject.pos_ == "PRON"
    if frame.act == "offer" and pronoun and _gives_anothers(actors, content, agents):
        return ()  # "he offered British support", said beside a Kenyan
    if verb.lemma_ == "want" and _wants_for_itself(content):
        return ()
    if verb.dep_ == "relcl" and any(c.lower_ == "which" for c in children(verb, "nsubj")):
        agents = tuple(key for key in agents if not key.startswith("person/"))  # "A, head of a union, which wants ..."
    return _agreeing(actors, sentence, verb, subject, agents, own=own) if frame.act == "agree" else agents


def _is_he(subject: Token | None) -> bool:
    """True for a pronoun that takes up somebody told before."""
    return subject is not None and subject.pos_ == "PRON" and subject.lower_ in ("it", "they", "he", "she")


def _matter(verb: Token, frame: Frame, content: Token, *, by: bool) -> list[Token]:
    """The words of what an act is about."""
    alone = by or content.is_ancestor(verb) or (content.dep_ == "nsubjpass" and content.head is verb)
    return own_words(content) if alone else with_rest(verb, content, frame)


def _wants_for_itself(content: Token) -> bool:
    """True for "wants its army to take over the camps": asked of nobody."""
    subject = child(content, "nsubj")
    own = wordset("actors", "own_bodies") | wordset("actors", "sides") | wordset("actors", "bodies")
    its = subject is not None and any(c.tag_ == "PRP$" for c in children(subject, "poss"))
    return subject is not None and its and base(subject) in own


def _gives_anothers(actors: Actors, thing: Token, agents: tuple[Key, ...]) -> bool:
    """True for a thing that is of another side by its words."""
    owners = [actors.party_of(actors.known(m)) for m in actors.modifiers(thing) if m.start < start_of(thing)]
    return bool(owners) and not set(owners) & set(agents)


def _agreeing(
    actors: Actors, sentence: Sentence, verb: Token, subject: Token | None, agents: tuple[Key, ...], *,
    own: tuple[Key, ...],
) -> tuple[Key, ...]:  # fmt: skip
    """Who agrees; () where somebody who is joined to the subject is not known."""
    if subject is not None:
        return agents if all_known(actors, sentence, subject) else ()
    if not passive(verb):
        return agents
    if _partners(actors, sentence, verb):  # "an agreement was reached with X"
        return own
    concerned = set(own) <= set(actors.pair)  # "it was agreed", which one of the two may say of both
    return actors.pair if actors.alone and concerned else ()


def _subject(verb: Token) -> Token | None:
    """The subject; of "said that A and called on B to ..." it is that of "said"."""
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and head.head.i < head.i:
        goes_on = passive(head) and finite(verb) and verb.tag_ == head.head.tag_ and not child(verb, "nsubj")
        if speaks_too(verb, head.head) or goes_on:  # "stated that boats had been seized, and promised to ..."
            return subject_of(head.head)
    return doer(verb)


def _type(verb: Token, frame: Frame, content: Token) -> ActType:
    """The kind of act; not to agree is to reject, where somebody is told not to."""
    if frame is REFUSAL or (frame.act in ("agree", "agreeToConsider") and _turns_down(verb)):
        return "reject"
    if frame.act == "demand" and verb.lemma_ == "want" and negated(verb) and verb.tag_ == "VB":
        return "reject"  # "does not want the text reopened"
    if frame.act == "commit" and content.dep_ in ("xcomp", "ccomp") and is_hostile(content) and not negated(content):
        return "threaten"
    if frame.act == "takeStep" and modal(verb) in ("will", "would") and not negated(verb) and warns(verb):
        return "threaten"
    only_considers = frame.act in ("agree", "commit", "offer") and content.dep_ == "xcomp" and considers(content)
    return "agreeToConsider" if only_considers else frame.act


def _turns_down(verb: Token) -> bool:
    """True for "will not agree", "did not accept": not for "has not yet agreed", "could not reach a deal"."""
    if not negated(verb) or _nobody(verb) or verb.lemma_ in wordset("acts", "together") or _agrees_on(verb):
        return False
    does = any(c.dep_ == "aux" and c.lower_ in ("do", "does", "did") for c in verb.children)
    return (does or bool(modal(verb))) and not any(c.lower_ == "yet" for c in children(verb, "advmod"))


def _agrees_on(verb: Token) -> bool:
    """True for "could not agree on a date": several found none, and nobody rejected anything."""
    return verb.lemma_ == "agree" and any(c.lower_ in ("on", "about", "over") for c in children(verb, "prep"))


def _nobody(verb: Token) -> bool:
    """True for "no agreement was reached": what was not, though nobody refused."""
    subject = child(verb, "nsubj", "nsubjpass")
    return passive(verb) or subject is None or any(c.lower_ in ("no", "neither") for c in subject.children)


def _own_clause(verb: Token, subject: Token | None) -> list[Token]:
    tokens = clause(verb)
    if verb.dep_ not in ("conj", "xcomp", "advcl", "acl", "relcl"):
        return tokens
    first = verb.i
    if subject is not None and subject.i > verb.head.i:
        first = min(first, subject.left_edge.i)
    return [t for t in tokens if t.i >= first]


def _partners(actors: Actors, sentence: Sentence, verb: Token) -> list[Key]:
    """Those with whom somebody agrees."""
    preps = [c for head in (verb, *children(verb, "dobj")) for c in children(head, "prep")]
    preps += [c for thing in children(verb, "dobj") for c in thing.subtree if c.lower_ == "with" and c not in preps]
    together = (p for c in preps if c.lower_ == "with" for p in children(c, "pobj"))
    return [key for noun in together for key in actors.parties(_partner(actors, sentence, noun))]


def _partner(actors: Actors, sentence: Sentence, noun: Token) -> Iterable[Key]:
    """Whom a noun behind "with" means: B for "with their B counterpart"."""
    found = actors.resolve(noun, sentence)
    sent = base(noun) in wordset("actors", "envoys")
    return found or ([actors.known(mention) for mention in actors.modifiers(noun)] if sent else [])


def _addressees(actors: Actors, sentence: Sentence, verb: Token, frame: Frame, content: Token) -> tuple[Key, ...]:
    """Whom an act is addressed to; somebody unnamed in the text's own words where they are not known by name."""
    nouns = [noun for noun in _addressed(verb, frame, content) if not is_domestic_body(noun)]
    known = actors.parties([key for noun in nouns for key in actors.resolve(noun, sentence)])
    if known:
        beside = (one for noun in nouns for one in conjuncts(noun) if one.i != noun.i and one.tag_ == "NNS")
        unnamed = [actors.unnamed(one) for one in beside if may_be_asked(one) and not actors.resolve(one, sentence)]
        return tuple(dict.fromkeys((*known, *unnamed)))
    given = frame.act == "offer" and content.dep_ == "pobj" and verb.lemma_ == "offer"  # "offered troops for ..."
    told = (noun for noun in nouns if noun.dep_ in ("dobj", "dative", "pobj") and not given)
    asked = (noun for noun in told if may_be_asked(noun) or _is_to_do(noun, frame, content))
    return tuple(dict.fromkeys(actors.unnamed(noun) for noun in asked))


def _is_to_do(noun: Token, frame: Frame, content: Token) -> bool:
    """True for "urged partners to prepare": whoever is to do something is somebody."""
    does = frame.act in ("demand", "request") and content.tag_ == "VB" and content.dep_ == "xcomp"
    return does and noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head is content.head


def _addressed(verb: Token, frame: Frame, content: Token) -> Iterator[Token]:
    """Nouns for whom an act is addressed to: its object, the subject of what is asked for, "to X"."""
    if frame.takes_object:
        objects = children(verb, "dobj", "dative")
        before = (c for c in objects if c.i < content.i or content.i < verb.i)
        yield from (c for c in before if (c.pos_ in ("PROPN", "NOUN", "PRON") or c.lower_ == "both") and c != content)
        inner = child(content, "nsubj") if content.dep_ in ("ccomp", "xcomp") else None
        inner = whom_before(verb, content) if inner is None and frame.act in ("offer", "commit") else inner
        if inner is not None:
            yield inner
    if frame.act in ("demand", "request") and content.dep_ == "ccomp":
        asked = child(content, "nsubj")
        if asked is not None:
            yield asked
    if frame.act in ("demand", "request") and content.tag_ == "VB":  # "called for X and Y to join"
        named = (
            p for c in children(verb, "prep") if c.lower_ == "for" and c.i < content.i for p in children(c, "pobj")
        )
        yield from (p for p in named if p.pos_ == "PROPN")
    if frame.act in ("demand", "request") and content.pos_ == "NOUN":  # "seek an explanation from X"
        sources = (p for c in children(content, "prep") if c.lower_ == "from" for p in children(c, "pobj"))
        yield from sources
    if frame.act in ("offer", "commit", "propose") and content.i > verb.i:
        yield from with_whom(content)
    against = frame.act in ("takeStep", "threaten")
    for prep in children(verb, "prep", "dative"):
        if prep.lower_ in frame.to:
            nouns = (p for p in children(prep, "pobj") if p != content or prep.lower_ in ("on", "upon"))
            yield from (p for p in nouns if not (against and p.pos_ == "PRON"))
