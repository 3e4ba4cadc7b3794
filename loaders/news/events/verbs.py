"""Verbs that tell of an event: "A met B", "A phoned B", "A received B", "A visited X", "they exchanged prisoners"."""

from __future__ import annotations

from collections.abc import Iterator

from ....graph.records import EventKind, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts, passive
from ..lexicons.word_lists import wordset
from ..standing.assess import Standings
from .clause_parties import brings_others_too, mediates
from .naming import listed, with_names
from .no_sides import are_no_side
from .occasions import agreed_there, body, called_on, exchanged_for, is_often, spoken_with, stayed, worked_out
from .outlook import Outlook, outlook
from .participants import asked, subject_above, taking_part
from .parties import together
from .phones import by_phone, line_of
from .told_event import Needs, ToldEvent, telling_verbs

_IN_TURN = ("then", "later", "afterwards", "subsequently")
_PHONING = frozenset({"phone", "telephone"})  # whoever "calls" somebody without a name may call him something
_SITTINGS = frozenset({"session", "talk", "talks", "round", "negotiation", "consultation"})
"""What several who meet "at" it are all there for; two may meet by themselves at a summit."""


def told_events(actors: Actors, standings: Standings, sentence: Sentence) -> Iterator[ToldEvent]:
    """The events that the verbs of a sentence tell of."""
    for verb in sentence.span:
        if verb.pos_ == "AUX" and (found := stayed(actors, standings, sentence, verb)) is not None:
            yield found
        if verb.pos_ != "VERB" or verb.lemma_ not in telling_verbs():
            continue
        how = outlook(standings, verb, sentence)
        if how == "none":
            continue
        found = _brought_together(actors, sentence, verb, how) or _met(actors, sentence, verb, how)
        found = found or _hosted(actors, sentence, verb, how)
        found = found or _exchanged(actors, sentence, verb, how) or _visited(actors, sentence, verb, how)
        found = found or exchanged_for(actors, sentence, verb, how) or worked_out(actors, sentence, verb, how)
        found = found or agreed_there(actors, sentence, verb, how)
        if found is not None:
            yield found


def _met(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "A met B", "A spoke by phone with B", "A phoned B", "negotiators met in X"."""
    phone = by_phone(verb)
    if is_often(verb):
        return None
    if phone and any(c.lemma_ in wordset("events", "by_phone") for c in children(verb, "xcomp")):
        return None  # "agreed to speak by phone": the other verb tells it
    kind: EventKind = "call" if phone or verb.lemma_ in wordset("events", "calling") else "meeting"
    if any(_names_event(t) for c in verb.children if c.dep_ in ("dobj", "prep") for t in c.subtree if _beside(t, verb)):
        return None  # its noun tells it
    held = [(c.lower_, o.lemma_.lower()) for c in children(verb, "prep") for o in children(c, "pobj")]
    if any(noun in wordset("teams", "events") and (link == "for" or noun in _SITTINGS) for link, noun in held):
        return None  # "met for a second round", "sat down at the first session"
    if other := called_on(actors, sentence, verb, how) or spoken_with(actors, sentence, verb, how, phone=phone):
        return other
    others = _others(actors, sentence, verb, phone=phone)
    if others is None:
        return None
    partners = tuple(key for noun in others for key in taking_part(actors, noun, sentence))
    told = verb.lemma_ == "tell" and not any(_may_be_called(actors, key) for key in partners)
    if (others and not partners) or are_no_side(others) or told:
        return None  # "met reporters", "met with his advisers", "told the Harbour News by phone"
    agents = together(actors, sentence, verb, others) or _gathered(actors, sentence, verb)
    if len(agents) == 1 and agents[0].startswith("unnamed/") and verb.lemma_ in wordset("events", "bargaining"):
        agents = ()  # "negotiators haggled": their words tell who met
    words = "" if agents or others or phone or verb.lemma_ not in wordset("events", "convening") else body(actors, verb)
    needs: Needs = "day" if asked(verb) is not None else ""
    if verb.lemma_ in wordset("events", "bargaining"):
        kind, needs = "talks", "day or place"
    return ToldEvent(verb, kind, agents, how, partners=partners, words=words, needs=needs) if agents or words else None


def _others(actors: Actors, sentence: Sentence, verb: Token, *, phone: bool) -> list[Token] | None:
    """The words for those whom the subject met or called; ``None`` where the verb tells of no meeting."""
    if verb.lemma_ in wordset("events", "calling"):
        links = [c for c in children(verb, "prep", "prt") if c.lower_ in ("on", "for", "off", "upon")]
        if any(not any(t.ent_type_ == "DATE" for t in c.subtree) for c in links):
            return None
        counterpart = [
            c for c in children(verb, "oprd") if c.lemma_.lower() == "counterpart"
        ]  # "called | her counterpart"
        others = counterpart or children(verb, "dobj")
        called = [key for o in others for key in taking_part(actors, o, sentence)]
        people = any(key.startswith("person/") for key in called) or (verb.lemma_ in _PHONING and bool(called))
        named = child(verb, "ccomp") is not None or (not counterpart and child(verb, "oprd") is not None)
        return others if people and not named else None
    if verb.lemma_ not in wordset("events", "by_phone" if phone else "in_person"):
        return None
    if not phone and any(_is_thing(actors, o, sentence) for o in children(verb, "dobj")):
        return None  # "met the requirements"
    preps = _links_to_others(verb, phone=phone)
    if verb.lemma_ == "sit" and (_looks_on(verb) or not (preps or child(verb, "prt", "advmod"))):
        return None
    others = [p for c in preps for p in children(c, "pobj") if p.lower_ != "face" and not mediates(p)]
    return others + _objects(actors, sentence, verb)


def _may_be_called(actors: Actors, key: Key) -> bool:
    """True for people, states and those who negotiate; what somebody tells a paper by phone is no call."""
    entry = actors.gazetteer.entry(key)
    return key.startswith(("person/", "unnamed/", "delegation/")) or (entry is not None and entry.party)


def _looks_on(sits: Token) -> bool:
    """True for who "sat in on" a session: not one of those who met."""
    behind = [t.lower_ for t in sits.doc.tokens[sits.i + 1 : sits.i + 3]]
    return behind == ["in", "on"] or (behind[:1] == ["in"] and not any(word.isalnum() for word in behind[1:]))


def _links_to_others(verb: Token, *, phone: bool) -> list[Token]:
    """The "with" and "to" of a verb, also behind "by phone"; not the last of "met A, then with B", who met apart."""
    beside = children(verb, "prep")
    beside += [k for c in beside for o in children(c, "pobj") for k in children(o, "prep") if phone]
    faces = [t for t in verb.subtree if t.lower_ == "face" and t.i < verb.i + 4]
    beside += [k for face in faces for k in children(face, "prep")]
    links = [c for c in beside if c.lower_ in ("with", "to")]
    return [c for c in links if c in links[:1] or c.nbor(-1).lower_ not in _IN_TURN]


def _objects(actors: Actors, sentence: Sentence, verb: Token) -> list[Token]:
    """Those whom a verb is done to; not what two discuss, nor the face in "face to face"."""
    things = verb.lemma_ in wordset("events", "about_things")
    found = [o for o in children(verb, "dobj") if o.lower_ != "face"]
    return [o for o in found if taking_part(actors, o, sentence)] if things else found


def _is_thing(actors: Actors, noun: Token, sentence: Sentence) -> bool:
    """True for an object that is nobody; not for the one of "met face to face"."""
    return noun.pos_ == "NOUN" and noun.lower_ != "face" and not taking_part(actors, noun, sentence)


def _beside(token: Token, verb: Token) -> bool:
    """True when no other clause lies between a token and the verb."""
    above = token.head
    while above not in (verb, above.head):
        if above.pos_ == "VERB":
            return False
        above = above.head
    return True


def _names_event(token: Token) -> bool:
    """True for a noun that says what the verb says: "spoke in a phone call"."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in wordset("events", "calls")


def _gathered(actors: Actors, sentence: Sentence, verb: Token) -> tuple[Key, ...]:
    """Several who are one noun, where a place or "to discuss" makes it a meeting: "Technical teams will meet in X"."""
    subject = subject_above(verb)
    if subject is None or verb.lemma_ in ("speak", "talk") or children(verb, "dobj"):
        return ()
    if subject.tag_ in ("NN", "NNP") and _is_joint(actors, subject, verb) and actors.told_pair:
        return actors.told_pair
    several = subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "both", "delegation", "council", "team")
    where = any(c.dep_ == "prep" and c.lower_ in ("in", "at", "on") for c in verb.children)
    where = where or any(c.dep_ in ("npadvmod", "advmod") for c in verb.children)
    where = where or any(o.ent_type_ == "TIME" for p in children(verb, "prep") for o in children(p, "pobj"))
    purpose = any(c.dep_ in ("advcl", "xcomp") for c in verb.children)
    if not (several and (where or purpose)):
        return ()
    found = taking_part(actors, subject, sentence)
    nobody = all(key.startswith("unnamed/") for key in found) and not actors.modifiers(subject)
    return actors.told_pair if nobody and _stands_for_both(subject, verb) and actors.told_pair else found


def _is_joint(actors: Actors, body: Token, verb: Token) -> bool:
    """True for "the joint commission", "the two countries' commission", and for "the commission" that meets again.

    Not for one that the article calls that of a single side: "the parliamentary commission".
    """
    called = (t for s in actors.article.sentences for t in s.span if t.lemma_ == body.lemma_)
    if any(c.lower_ in wordset("events", "own_words") for t in called for c in t.children):
        return False
    words = {c.lower_ for t in (body, *children(body, "poss")) for c in t.children}
    joint = "joint" in words or (bool(words & {"two", "both"}) and bool(children(body, "poss")))
    again = "the" in words and any(c.lower_ in ("again", "next") for c in children(verb, "advmod"))
    named = any(c.dep_ == "prep" for c in body.children)  # "a joint committee on that deal" may be of others
    return body.lemma_.lower() in wordset("actors", "sent") and not named and (joint or again)


def _stands_for_both(noun: Token, verb: Token) -> bool:
    """True for "the foreign ministers", "the ministers' commissions", and for "ministers" who "will meet again"."""
    known = wordset("actors", "sent") | {"minister", "president", "leader", "official"}
    owners = [t for t in children(noun, "poss") if t.tag_ == "NNS"]
    which = any(c.lower_ == "the" for t in owners or [noun] for c in t.children)
    again = any(c.lower_ == "again" for c in children(verb, "advmod"))
    alone = not any(c.dep_ in ("prep", "relcl", "acl", "nummod") for c in noun.children)
    alone = alone and bool(owners or not children(noun, "poss"))
    return alone and noun.lemma_.lower() in known and (which or again)


def _hosted(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "A received B": two people, or a state's leader and another's delegation."""
    if verb.lemma_ not in wordset("events", "receiving") or _is_for_show(verb) or how == "wished":
        return None  # an offer to receive somebody is not yet a meeting
    hosts = taking_part(actors, subject_above(verb), sentence)
    received = children(verb, "dobj")
    people = any(one.lemma_.lower() in wordset("actors", "envoys") for one in received)
    guests = [key for one in received for key in taking_part(actors, one, sentence)]
    guests = [key for key in guests if people or key.startswith(("person/", "delegation/"))]
    if all(key.startswith("unnamed/") for key in guests):
        return None  # "has hosted experts of both sides"
    if len(hosts) != 1 or hosts[0] in guests or not hosts[0].startswith(("person/", "state/")):
        return None
    host = hosts[0] if verb.lemma_ in ("host", "entertain") else None
    return ToldEvent(verb, "meeting", (*hosts, *guests), how, host)


def _is_for_show(verb: Token) -> bool:
    """True for "hosted A at the opening of the games", which tells of no meeting."""
    held = [o for p in children(verb, "prep") if p.lower_ in ("at", "for") for o in children(p, "pobj")]
    return any(t.lemma_.lower() in wordset("events", "shows") for o in held for t in o.subtree)


def _brought_together(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "A brought B and C together", "A convened B and C": whoever does so is none of them, and stands between them."""
    together = any(c.lower_ == "together" for c in verb.children)
    brought = [one for noun in children(verb, "dobj") for one in conjuncts(noun)]
    convenes = verb.lemma_ in wordset("events", "assembling") and not passive(verb)
    if not (convenes or (together and verb.lemma_ in wordset("events", "together"))):
        return None
    subject = subject_above(verb)
    if subject is not None and subject.lemma_.lower() in wordset("actors", "envoys") | wordset("teams", "teams"):
        return None  # "the delegation that brought together members of both houses" is made of them
    guests = tuple(dict.fromkeys(k for one in brought for k in taking_part(actors, one, sentence)))
    hosts = [k for k in taking_part(actors, subject_above(verb), sentence) if k not in guests]
    if len(guests) < 2 or (subject is not None and brings_others_too(verb, subject)):
        return None
    return ToldEvent(verb, "meeting", guests, how, between=tuple(hosts))


def _exchanged(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "The two sides exchanged 40 prisoners": what has been done."""
    each = verb.lemma_ in ("release", "free", "return") and any(c.lower_ == "each" for c in verb.children)
    if (
        not (verb.lemma_ in ("exchange", "swap") or each)
        or how != "told"
        or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP")
    ):
        return None
    goods = [t for o in children(verb, "dobj", "nsubjpass") for t in o.subtree]
    if not any(t.lemma_.lower() in wordset("events", "exchanged") for t in goods):
        return None
    agents = taking_part(actors, subject_above(verb), sentence)
    return ToldEvent(verb, "exchange", agents, how) if len(agents) > 1 else None


def _visited(actors: Actors, sentence: Sentence, verb: Token, how: Outlook) -> ToldEvent | None:
    """ "A visited X", "A arrived in X on Monday": a person and a place that is not of his own state."""
    arrives = verb.lemma_ in wordset("events", "arriving")
    if not (arrives or verb.lemma_ == "visit"):
        return None
    links = [p for p in children(verb, "prep") if p.lower_ in ("in", "to")] if arrives else [verb]
    nouns = wordset("teams", "events") | {"visit"}
    for place in [o for link in links for o in children(link, "pobj", "dobj")]:
        guests = taking_part(actors, subject_above(verb), sentence)
        mention = actors.mention_at(start_of(place), end_of(place))
        home = mention.entry.key if mention is not None and arrives else ""
        guests = tuple(k for k in guests if k.startswith(("person/", "delegation/")) and actors.party_of(k) != home)
        named = any(t.lemma_.lower() in nouns for t in verb.subtree if t.i > place.i)
        to_do = arrives and child(verb, "xcomp", "advcl") is not None
        if place.ent_type_ in ("GPE", "LOC") and guests and not (named or to_do):
            words = [t for t in place.subtree if t.i <= place.i and t.ent_type_ == place.ent_type_] or [place]
            goal = actors.article.text[start_of(words[0]) : end_of(place)]
            return ToldEvent(verb, "visit", guests, how, goal=goal, needs="day" if arrives else "")
    return None


def told_label(actors: Actors, told: ToldEvent, place: str = "") -> str:
    """What such an event is called: "meeting in X", "call with B", "phone call between A and B"."""
    noun = "talks" if told.kind == "talks" else "meeting"
    if not told.agents:
        return f"{noun} of {told.words}"
    if place and told.kind in ("meeting", "talks"):
        return f"{noun} in {place}"
    known = with_names(actors, told.agents)
    partners = [k for k in known if k in told.partners]
    call = f"{line_of(told.verb)} call".strip()
    if partners and len(partners) < len(told.agents) and told.kind in ("call", "meeting", "talks"):
        return f"{call if told.kind == 'call' else noun} with {listed(actors, partners)}"
    if told.kind == "visit":
        return f"visit of {listed(actors, known)} to {told.goal}" if known else f"visit to {told.goal}"
    nouns = {"call": call, "exchange": "exchange", "talks": "talks", "meeting": noun}
    if len(known) < 2:
        return nouns[told.kind]
    return f"{nouns[told.kind]} {'of' if told.kind == 'meeting' else 'between'} {listed(actors, known)}"


def first_subject(verb: Token) -> list[Token]:
    """The words for the subject of a verb."""
    subject = subject_above(verb)
    return [] if subject is None else [t for one in conjuncts(subject) for t in one.subtree]
