"""Whose side acts: the party of a subject, or of whoever speaks of "our side", "his government", "the delegation"."""

from __future__ import annotations

from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.attribution import Attributed, Attribution
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, conjuncts, subject_of
from ..lexicons.word_lists import wordset
from .bodies import is_domestic_body
from .together import acting_together

_NEGOTIATING: Final = frozenset(
    {"international-organization", "agency", "armed-movement", "de-facto-authority", "un_members", "un_observers"}
    | {"other_states"}
)
"""Kinds of known actors that promise and demand by themselves."""


def speaking_side(actors: Actors, attribution: Attribution, token: Token) -> tuple[Key, ...]:
    """The sides of whoever says these words; () in the article's own voice."""
    holder = attribution.at(start_of(token), end_of(token))
    return sides_of(actors, holder.speakers) if holder is not None else ()


def sides_of(actors: Actors, speakers: tuple[Key, ...]) -> tuple[Key, ...]:
    """The sides that speakers speak for; a court or a parliament, and who sits in one, speaks for none."""
    words = {key: set(actors.agents[key].label.lower().split()) for key in speakers if key in actors.agents}
    houses = wordset("actors", "houses")
    speakers = tuple(key for key in speakers if not (actors.is_private(key) or _is_deputies(actors, key)))
    return actors.parties(k for k in speakers if not (k.startswith("organization/") and words.get(k, set()) & houses))


def own_sides(actors: Actors, said: Attributed, acting: tuple[Key, ...]) -> tuple[Key, ...]:
    """The sides of whoever says something; of a ministry that is nobody's by its words, the one side that it tells of.

    "A will not go back, the foreign ministry said" is A's own word.
    """
    sides = sides_of(actors, said.speakers)
    if len(acting) != 1 or said.utterance.kind == "turn" or negotiates(actors, sides):
        return sides
    nobodys = all(actors.is_ministry_of_nobody(key) for key in said.speakers)
    return acting if said.speakers and nobodys else sides


def _is_deputies(actors: Actors, key: Key) -> bool:
    """True for members of a parliament without a name, who speak for no government."""
    agent = actors.agents.get(key)
    unnamed = agent is not None and agent.kind == "unnamed"
    return unnamed and agent is not None and bool({*agent.label.lower().split()} & wordset("actors", "deputies"))


def acting_sides(actors: Actors, sentence: Sentence, subject: Token | None, *, own: tuple[Key, ...]) -> tuple[Key, ...]:
    """The sides that a subject stands for; ``own`` when it is a body of the speaker's side: "the government"."""
    group = actors.group(subject) if subject is not None else None
    if group is not None and actors.resolve(subject, sentence) == (group,):
        return actors.parties([group])  # also of those who do not negotiate elsewhere: "the airlines"
    if subject is not None and (is_domestic_body(subject) or _is_other_name(actors, sentence, subject)):
        return ()
    if subject is not None and (_is_somebody_beside(subject) or _are_some_of_a_people(subject)):
        return ()
    if subject is not None and _is_part_of_a_state(subject):
        return (actors.unnamed(subject, []),)  # "eastern Libyan forces" are not Libya
    if own and subject is not None and speaks_for_several(subject) and actors.alone and set(own) <= set(actors.pair):
        return actors.pair
    meant = (key for key in actors.resolve(subject, sentence) if not _is_deputies(actors, key))
    sides = tuple(key for key in actors.parties(meant) if not _is_outlet(actors, key))
    if sides and subject is not None:
        sides = acting_together(actors, sentence, subject, sides)
    if not sides and subject is not None and _stand_for_somebody(actors, subject):
        return (actors.unnamed(subject),)
    if sides or subject is None or not negotiates(actors, own):
        return sides
    others = {actors.party_of(actors.known(mention)) for mention in actors.modifiers(subject)}
    concerned = not actors.pair or bool(set(own) & set(actors.pair))
    concerned = concerned and not all(_is_of_rebels(actors, side) for side in own)
    return (
        own if _is_own(subject, concerned=concerned) and others <= set(own) else ()
    )  # "the A movement", said by an official of B


def _is_somebody_beside(subject: Token) -> bool:
    """True for "A's neighbour", "A's rival", who is another than A."""
    owner = child(subject, "poss")
    called = base(subject) in wordset("actors", "callings_of_states") - {"state", "country", "nation"}
    return called and owner is not None and owner.pos_ == "PROPN"


def _are_some_of_a_people(subject: Token) -> bool:
    """True for "most Georgians", "half of the Georgians", who are no side."""
    some = wordset("actors", "some")
    of = any(p.lower_ == "of" for p in children(subject, "prep"))
    people = subject.pos_ == "PROPN" and subject.lower_.endswith("s")
    return (people and any(c.lower_ in some for c in subject.children)) or (of and subject.lower_ in some)


def _is_part_of_a_state(subject: Token) -> bool:
    """True for forces, authorities or leaders of a part of a country, or of those who fight its government."""
    beside = {c.lower_ for c in subject.children if c.dep_ in ("amod", "compound", "nmod")}
    bodies = wordset("actors", "sides") | {"leader", "commander", "fighter", "official", "faction"}
    if base(subject) in wordset("actors", "factions") and any(p.lower_ == "of" for p in children(subject, "prep")):
        return True  # "a faction of the X"
    if any(p.lower_ in ("in", "of") for p in children(subject, "prep")):
        return False  # "the separatist authorities in X", which tells whose
    return base(subject) in bodies and subject.tag_ == "NNS" and tell_a_part(beside)


def tell_a_part(words: set[str]) -> bool:
    """True where one of the words before forces or authorities tells that they are not those of the whole state."""
    return not words.isdisjoint(wordset("actors", "parts_of_states") | wordset("actors", "apart"))


def speaks_for_several(subject: Token) -> bool:
    """True for "together, we will ...", "we both", "we reaffirmed our shared aim": those beside the speaker too."""
    if subject.lower_ != "we":
        return False
    beside = [c for c in (*subject.children, *children(subject.head, "advmod", "dep")) if not any(c.children)]
    things = [t for noun in children(subject.head, "dobj", "pobj") for t in noun.subtree]
    things += [t for prep in children(subject.head, "prep") for t in prep.subtree]
    shared = wordset("actors", "shared")
    ours = any(t.lower_ in shared and t.i > 0 and t.nbor(-1).lower_ == "our" for t in things)
    return ours or any(c.lower_ in ("together", "jointly", "both", "collectively") for c in beside)


def doer(verb: Token) -> Token | None:
    """Who does what a verb tells; of "thanked X for keeping its word" whoever is thanked."""
    first = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "pcomp" and verb.tag_ == "VBG" else verb
    above = first.head.head
    if first.tag_ != "VBG" or first.dep_ != "pcomp" or first.head.lower_ != "for":
        return subject_of(verb)
    if above.lemma_.lower() in wordset("teams", "thank"):
        return child(above, "dobj", "dative") or subject_of(verb)
    if above.lower_ in ("grateful", "thankful", "thanks", "gratitude"):
        to = (p for c in children(above, "prep", "dative") if c.lower_ == "to" for p in children(c, "pobj"))
        return next(to, above)
    return subject_of(verb)


def _is_outlet(actors: Actors, key: Key) -> bool:
    entry = actors.gazetteer.entry(key)
    return entry is not None and entry.kind == "outlet"


def _is_other_name(actors: Actors, sentence: Sentence, noun: Token) -> bool:
    """True for a name in which a state's stands and which is no body of it: "Emirates Global Aluminum", "Air Chad"."""
    if noun.pos_ != "PROPN" and noun.lower_ != "it":
        return False
    keys = actors.resolve(noun, sentence)
    if set(keys) & actors.bargaining:
        return False
    unknown = keys and all(k.startswith("organization/") and actors.gazetteer.entry(k) is None for k in keys)
    words = {w.lower().strip("’'s") for k in keys if k in actors.agents for w in actors.agents[k].label.split()}
    return bool(unknown) and not words & (wordset("actors", "bodies_named") | wordset("actors", "bodies"))


def _stand_for_somebody(actors: Actors, noun: Token) -> bool:
    """True for "the five leaders of the north": several who act together and whom the text does not name."""
    if noun.tag_ != "NNS":
        return False
    told = any(c.dep_ in ("nummod", "prep", "amod") for c in noun.children)
    if base(noun) in wordset("actors", "collectives"):  # "official creditors", "two gang coalitions"
        bare = noun.dep_ == "nsubj" and not any(c.dep_ in ("det", "poss") for c in noun.children)  # "investors"
        return told or bare or any(c.dep_ == "compound" or c.lower_ == "the" for c in noun.children)
    return base(noun) in wordset("actors", "envoys") and told and any(c.lower_ == "the" for c in noun.children)


def all_known(actors: Actors, sentence: Sentence, subject: Token) -> bool:
    """False when somebody who is joined to a subject is not known: "you and the President", "A and NAME"."""
    for one in conjuncts(subject):
        unknown = one.pos_ in ("PRON", "PROPN") and not actors.parties(actors.resolve(one, sentence))
        if unknown and len(conjuncts(subject)) > 1:
            return False
    return not any(t.lower_ == "i" and t.dep_ == "conj" for t in subject.subtree)


def negotiates(actors: Actors, sides: tuple[Key, ...]) -> bool:
    """True for a state, or an organisation that negotiates."""
    for side in sides:
        entry = actors.gazetteer.entry(side)
        if (
            side in actors.pair
            or side in actors.bargaining
            or (entry is not None and (entry.party or entry.category in _NEGOTIATING))
        ):
            return True
    return False


def _is_of_rebels(actors: Actors, side: Key) -> bool:
    """True for a movement, in whose mouth "the army" and "the government" are those of the other side."""
    entry = actors.gazetteer.entry(side)
    army = side in wordset("actors", "armies_of_states")
    return entry is not None and entry.category == "armed-movement" and not army


def _is_own(noun: Token, *, concerned: bool) -> bool:
    """True for "our army", "the administration"; "the army" is a speaker's only where his side is in the talks."""
    if base(noun) not in wordset("actors", "own_bodies"):
        return False
    words = {c.lower_ for c in noun.children}
    the = "the" in words and (concerned or base(noun) in wordset("actors", "own_alone"))
    return the or bool(words & {"its", "his", "her", "their", "our", "my"})


def representatives(
    actors: Actors, sentence: Sentence, subject: Token | None, sides: tuple[Key, ...]
) -> tuple[Key, ...]:
    """The people among those whom a subject means, who act in the name of these sides and are none of them."""
    people = (key for key in actors.resolve(subject, sentence) if key.startswith(("person/", "unnamed/")))
    found = (key for key in people if key not in sides and set(actors.parties([key])) & set(sides))
    return tuple(dict.fromkeys(found))
