"""Acts that a verb makes: "X proposed that ...", "urged Y to ...", "was asked by X to ...", "agreed with Y on ..."."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent, start_of
from ..language.parse import Token
from ..language.syntax import (
    agent_of,
    child,
    children,
    clause,
    finite,
    modal,
    negated,
    own_words,
    passive,
    subject_of,
)
from ..lexicons.word_lists import wordset
from ..voices.contents import speaks_too
from .acting import acting_sides, all_known, doer, is_domestic_body
from .bare import is_hostile
from .frames import FoundAct, Frame, verb_frames, word_frames
from .listed import above
from .relevance import other_sides
from .senses import declines_to_say, fits, is_empty, next_infinitive
from .stances import considers


def verb_act(actors: Actors, sentence: Sentence, verb: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """The act of a verb, by the first of its frames that fits; ``own`` is whoever says it, if anybody does."""
    lemma = verb.lemma_.lower()
    if _is_only_wished(verb) or _is_subject(verb):
        return None
    for frame in verb_frames().get(lemma, ()):
        content = _content(verb, frame)
        if content is None or not fits(verb, frame, content):
            continue
        act = _act(actors, sentence, verb, frame, content, own=own)
        if act is not None:
            return act
    by_mood = _frame_by_mood(verb)
    content = _content(verb, by_mood) if by_mood is not None else None
    if by_mood is None or content is None:
        return None
    act = _act(actors, sentence, verb, by_mood, content, own=own)
    return act if act is not None and (by_mood is _REFUSAL or set(act.agents) & set(own)) else None


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
        return _REFUSAL
    with_particle = {"live": "with", "settle": "for", "go": "along"}
    particle = with_particle.get(lemma)
    concedes = lemma in wordset("acts", "conceded") or any(
        c.lower_ == particle for c in children(verb, "prep", "advmod")
    )
    return _CONCESSION if concedes and modal(verb) in ("would", "could", "can") and not negated(verb) else None


def _refuses(verb: Token) -> bool:
    """True for "could not accept ...", "will never sign ...", "does not recognise ..."."""
    present = any(c.dep_ == "aux" and c.lower_ in ("do", "does") for c in verb.children)
    by_somebody = passive(verb) and agent_of(verb) is not None  # "was not supported by X"
    return negated(verb) and (present or by_somebody or modal(verb) in ("will", "would", "can", "could", "shall"))


_OF_A_THING = ("propose", "reject", "demand")
"""What is done to a thing that a relative clause tells more of."""
_WHEN = ("DATE", "TIME")
"""Kinds of names that tell when, not what: "agreed on Wednesday to ..."."""
_REFUSAL = Frame("reject", ())
"""The frame of a verb of agreeing in a clause that says no."""
_CONCESSION = Frame("offer", ())
"""The frame of "could accept", "would settle for", said by whoever would."""


def _content(verb: Token, frame: Frame) -> Token | None:
    """Head of what an act is about; what "which" takes up for a relative clause."""
    found = _own_content(verb, frame)
    if found is None or found.tag_ not in ("WDT", "WP"):
        return found
    clauses = (t for t in (verb, *verb.ancestors) if t.dep_ == "relcl")
    relative = next(clauses, None)
    nouns = [relative.head, *relative.head.ancestors] if relative is not None else []
    nouns = [t for t in nouns if t.pos_ in ("NOUN", "PROPN")][:2]
    whole = _outer(relative.head) if relative is verb and relative.head.pos_ == "NOUN" else None
    told = whole is not None and whole.lemma_.lower() not in word_frames("nouns")  # not "the proposal that A tabled"
    if frame.events is None and frame.act in _OF_A_THING and told:
        return whole  # "short truces of a day, which A has floated"
    fits = (t for t in nouns if frame.events is not None and t.lemma_.lower() in frame.events)
    return next(fits, found)


def _outer(noun: Token) -> Token:
    """The noun that a noun belongs to: "truces" for "day" in "truces of a day"."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _own_content(verb: Token, frame: Frame) -> Token | None:
    if passive(verb):
        return child(verb, "xcomp", "ccomp") or child(verb, "nsubjpass")
    if frame.particles is not None:
        held = next((c for c in children(verb, "prep", "dative", "prt") if c.lower_ in frame.particles), None)
        inner = child(held, "pobj", "pcomp") if held is not None else None
        if inner is not None and (frame.particles == {"to"} or frame.act == "reject"):
            return inner
        if held is not None and held.dep_ == "prt" and (thing := child(verb, "dobj")) is not None:
            return thing  # "broke off the talks after ..."
        later = (c for c in children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i and not _goes_on(c))
        later = (c for c in later if not (c.dep_ == "advcl" and child(verb, "dobj") and finite(c)))
        return next(later, None) or (_asked_of(inner) if inner is not None else None) or inner or child(verb, "dobj")
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and agent_of(verb) is not None:
        return verb.head  # "the pause proposed by X"
    named = child(verb, "dobj") if frame.events is not None else None
    if named is not None and frame.events is not None and named.lemma_.lower() in frame.events:
        return named
    found = child(verb, "ccomp", "xcomp")
    if found is not None and found.i < verb.i:
        found = None
    if found is not None and found.dep_ == "xcomp" and verb.lemma_ == "agree":
        to = next(
            (
                p
                for c in children(verb, "prep")
                if c.i < found.i and c.lower_ in ("to", "on")
                for p in children(c, "pobj")
                if p.ent_type_ not in _WHEN
            ),
            None,
        )
        found = to or found  # "agreed to a framework to cut tariffs"
    if found is None and (frame.takes_object or verb.lemma_ in ("agree", "consent", "commit", "appeal", "ask")):
        preps = (p for p in children(verb, "prep", "dative") if p.lower_ in ("to", "for", "on", "about", "upon"))
        for inner in (child(prep, "pcomp", "pobj") for prep in preps):
            day = inner is not None and inner.ent_type_ in _WHEN and inner.head.lower_ in ("on", "upon")
            sake = inner is not None and inner.lower_ == "sake"
            if inner is not None and inner.pos_ == "PROPN" and verb.lemma_ == "appeal" and inner.head.lower_ == "to":
                inner = _asked_of(inner)
            found = inner if inner is not None and not day and not sake else found
    if frame is _CONCESSION and child(verb, "dobj") is None:
        found = found or next((p for c in children(verb, "prep") for p in children(c, "pobj", "pcomp")), None)
    found = found or _behind_aside(verb)
    thing = found or child(verb, "dobj") or child(verb, "advcl" if frame.takes_object else "attr")
    return thing or (next_infinitive(verb) if frame.clause else None)


def _behind_aside(verb: Token) -> Token | None:
    """What is proposed in "A has proposed, he added, that ...", which a parser hangs on the aside."""
    asides = (
        c for c in children(verb, "parataxis") if c.i > verb.i + 1 and c.lemma_.lower() in wordset("events", "saying")
    )
    clauses = (c for aside in asides for c in children(aside, "ccomp") if c.i > aside.i)
    return next((c for c in clauses if any(m.lower_ == "that" for m in children(c, "mark"))), None)


def _goes_on(clause_of: Token) -> bool:
    """True for "called on A ..., saying that": what is said besides."""
    return clause_of.dep_ == "advcl" and clause_of.tag_ == "VBG" and clause_of.lemma_ in wordset("events", "saying")


def _asked_of(noun: Token) -> Token | None:
    """The infinitive right behind whom something is asked of: "appealed to A | to help"."""
    behind = [*children(noun, "acl", "relcl", "advcl"), *children(noun.head.head, "advcl")]
    asked = (c for c in behind if c.tag_ == "VB" and c.left_edge.lower_ == "to" and c.left_edge.i == noun.i + 1)
    return next(asked, None)


def _act(
    actors: Actors, sentence: Sentence, verb: Token, frame: Frame, content: Token, *, own: tuple[Key, ...]
) -> FoundAct | None:
    if is_empty(verb, frame, content) or declines_to_say(verb, content):
        return None
    by = verb.dep_ == "acl" and content.i == verb.head.i
    subject = agent_of(verb) if by or passive(verb) else _subject(verb)
    agents = acting_sides(actors, sentence, subject, own=own) or above(actors, sentence, verb)
    if (
        frame.act == "offer"
        and subject is not None
        and subject.pos_ == "PRON"
        and _gives_anothers(actors, content, agents)
    ):
        return None  # "he offered British support", said beside a Kenyan: who "he" is was taken wrongly
    if frame.act == "agree":
        agents = _agreeing(actors, sentence, verb, subject, agents, own=own)
    if not agents:
        return None
    addressees = _addressees(actors, sentence, verb, frame, content)
    act = _type(verb, frame, content)
    shown = act == "propose" and frame.events is not None and not addressees and not actors.alone
    if shown and not other_sides(actors, sentence, agents, extent(clause(verb))):
        return None  # a plan that is unveiled, put to nobody
    if act == "agree" and verb.lemma_ in ("decide", "resolve") and len(agents) == 1:
        act = "commit"  # what one decides by itself
    if act == "agree":
        agents, addressees = tuple(dict.fromkeys((*agents, *_partners(actors, sentence, verb)))), ()
        if len(agents) < 2 and frame.events is not None and verb.lemma_ in wordset("acts", "together"):
            return None  # with whom is not told
    return FoundAct(
        type=act,
        agents=agents,
        addressees=tuple(a for a in addressees if a not in agents),
        span=extent(content.subtree) if by else extent(_own_clause(verb, subject)),
        content=extent(own_words(content) if by or content.is_ancestor(verb) else _with_rest(verb, content)),
        root=content,
        head=verb,
        sentence=sentence,
        rule="act-stated" if frame.act == "commit" and frame.events is not None else "act-verb",
        refusal=act == "reject" and (frame is _REFUSAL or frame.act != "reject"),
        planned=frame.planned,
        addressed=any(n.dep_ not in ("nsubj", "nsubjpass") for n in _addressed(verb, frame, content)),
        nested=by,
    )


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


def _with_rest(verb: Token, content: Token) -> list[Token]:
    """What an act is about, with the terms that a parser hangs on the verb: "a pause | for 30 days, with no text"."""
    words = list(content.subtree)
    held = content.head.pos_ == "ADP" and content.head.head is verb
    if content.head is not verb and not held:
        return words
    amount = content.head is verb and all(t.pos_ in ("NUM", "SYM", "DET", "ADV", "ADP", "PUNCT") for t in words)
    for c in (c for c in verb.children if c.i > words[-1].i):
        between = [t for t in c.doc.tokens[words[-1].i + 1 : c.left_edge.i] if t.text != ","]
        begins = c.dep_ in ("xcomp", "prep") or (c.dep_ == "advcl" and c.left_edge.lower_ == "to")
        at_once = begins and (held or amount) and c.left_edge.i == words[-1].i + 1
        added = c.dep_ == "dobj" and c.nbor(-1).lower_ != "," and words[-1].lower_ in ("plus", "and", "or")
        if between or not (at_once or added or (content.pos_ in ("NOUN", "NUM") and _is_a_term(c, content))):
            if c.text == ",":
                continue
            break
        words += c.doc.tokens[words[-1].i + 1 : c.right_edge.i + 1]
    return words


def _is_a_term(prep: Token, thing: Token) -> bool:
    """True for "within 30 days", "to 10 per cent", "without conditions", "with a text": part of what is asked for."""
    noun = child(prep, "pobj", "pcomp")
    if prep.dep_ != "prep" or noun is None:
        return False
    counted = noun.pos_ == "NUM" or any(c.pos_ in ("NUM", "SYM") for c in noun.children)
    if prep.lower_ in ("within", "by", "until", "for", "over", "from", "to"):
        return counted and not (noun.ent_type_ == "DATE" and prep.lower_ in ("from", "to"))
    if prep.lower_ == "in":
        return thing.lemma_.lower() in wordset("acts", "changes")  # "a cut in the duty"
    return prep.lower_ in ("without", "plus") or (prep.lower_ == "with" and noun.pos_ == "NOUN")


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
    if frame is _REFUSAL or (frame.act in ("agree", "agreeToConsider") and _turns_down(verb)):
        return "reject"
    if frame.act == "demand" and verb.lemma_ == "want" and negated(verb) and verb.tag_ == "VB":
        return "reject"  # "does not want the text reopened"
    if frame.act == "commit" and content.dep_ in ("xcomp", "ccomp") and is_hostile(content) and not negated(content):
        return "threaten"
    only_considers = frame.act in ("agree", "commit", "offer") and content.dep_ == "xcomp" and considers(content)
    return "agreeToConsider" if only_considers else frame.act


def _turns_down(verb: Token) -> bool:
    """True for "will not agree", "did not accept": not for "has not yet agreed", "could not reach a deal"."""
    if not negated(verb) or _nobody(verb) or verb.lemma_ in wordset("acts", "together"):
        return False
    does = any(c.dep_ == "aux" and c.lower_ in ("do", "does", "did") for c in verb.children)
    return (does or bool(modal(verb))) and not any(c.lower_ == "yet" for c in children(verb, "advmod"))


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
    return [key for noun in together for key in actors.parties(actors.resolve(noun, sentence))]


def _addressees(actors: Actors, sentence: Sentence, verb: Token, frame: Frame, content: Token) -> tuple[Key, ...]:
    nouns = (noun for noun in _addressed(verb, frame, content) if not is_domestic_body(noun))
    return actors.parties([key for noun in nouns for key in actors.resolve(noun, sentence)])


def _addressed(verb: Token, frame: Frame, content: Token) -> Iterator[Token]:
    """Nouns for whom an act is addressed to: its object, the subject of what is asked for, "to X"."""
    if frame.takes_object:
        objects = children(verb, "dobj", "dative")
        yield from (c for c in objects if c.pos_ in ("PROPN", "NOUN", "PRON") and c != content)
        inner = child(content, "nsubj") if content.dep_ in ("ccomp", "xcomp") else None
        if inner is not None:
            yield inner
    if frame.act in ("demand", "request") and content.dep_ == "ccomp":
        asked = child(content, "nsubj")
        if asked is not None:
            yield asked
    if frame.act in ("demand", "request") and content.pos_ == "NOUN":  # "seek an explanation from X"
        sources = (p for c in children(content, "prep") if c.lower_ == "from" for p in children(c, "pobj"))
        yield from sources
    against = frame.act in ("takeStep", "threaten")
    for prep in children(verb, "prep", "dative"):
        if prep.lower_ in frame.to:
            nouns = (p for p in children(prep, "pobj") if p != content or prep.lower_ in ("on", "upon"))
            yield from (p for p in nouns if not (against and p.pos_ == "PRON"))
