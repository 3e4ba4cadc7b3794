"""Whose side acts: the party of a subject, or of whoever speaks of "our side", "his government", "the delegation"."""

from __future__ import annotations

import re
from typing import Final

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.attribution import Attributed, Attribution
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, conjuncts, subject_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention

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
        together = (
            *sides,
            *_listed_with(actors, sentence, subject, sides),
            *_unnamed_beside(actors, sentence, subject),
        )
        sides = tuple(dict.fromkeys(_sent_by(actors, sentence, subject) or together))
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


def _unnamed_beside(actors: Actors, sentence: Sentence, subject: Token) -> list[Key]:
    """Those beside a side whom no name tells: "A and the three African members"."""
    others = [one for one in conjuncts(subject) if one.tag_ == "NNS" and one.i != subject.i]
    told = (one for one in others if any(c.dep_ in ("nummod", "amod", "compound") for c in one.children))
    return [actors.unnamed(one) for one in told if not actors.resolve(one, sentence) and not is_domestic_body(one)]


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


def is_domestic_body(noun: Token) -> bool:
    """True for bodies and people of a state that do not negotiate for it: a court, a company, its people."""
    if base(noun) in wordset("actors", "towards") and any(c.lower_ in ("of", "to") for c in noun.children):
        return True  # "the creditors of A" are not A
    named = noun.pos_ == "PROPN"
    if any(t.lower_ in wordset("actors", "advocates") for t in noun.subtree if t.dep_ in ("compound", "amod", "appos")):
        return True  # "the NGO consortium"
    if named and _is_of_a_trade(noun):
        return True
    kinds = {c.lower_ for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"}
    if base(noun) in ("team", "squad", "side") and kinds - wordset("actors", "kinds_of_teams"):
        return True  # "the cycling team"
    return base(noun) in wordset("actors", "houses" if named else "no_parties")


def _is_of_a_trade(name: Token) -> bool:
    """True for the "Union of Teachers", the "Boat Builders' Association": who is in it has a trade, and no state."""
    held = [noun for p in children(name, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    trades = wordset("actors", "no_parties") | wordset("actors", "private_people")
    words = [*(noun for one in held for noun in conjuncts(one)), *children(name, "compound", "poss", "nmod")]
    return any(t.lower_.removesuffix("s") in trades and t.lower_.endswith("s") for t in words)


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


def may_be_asked(noun: Token) -> bool:
    """True for "mediators", "the parties", "the regional government", "the Kachin": people or a body without a name."""
    if noun.pos_ == "PROPN":
        return noun.tag_ == "NNPS" or noun.ent_type_ == "NORP" or any(c.lower_ == "the" for c in noun.children)
    if any(c.lower_ in ("each", "every", "any", "no") for c in noun.children):
        return False
    if noun.lower_ in wordset("acts", "anybody") and not any(c.lower_ == "the" for c in noun.children):
        return False
    known = ("collectives", "envoys", "pairs", "sides", "bodies", "groups", "own_bodies")
    return noun.pos_ == "NOUN" and any(base(noun) in wordset("actors", name) for name in known)


_BETWEEN: Final = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:(?P<last>(?:, )?(?:and|as well as))|,)\s+(?:the )?(?:\w+ of )?", re.IGNORECASE
)
"""What may stand between two names of a list: "the Republic of A (A) and the Kingdom of B"."""


def _sent_by(actors: Actors, sentence: Sentence, subject: Token) -> list[Key]:
    """All those of "diplomats from A, B and C"."""
    if subject.tag_ not in ("NNS", "NNPS"):
        return []
    joint = _joint_adjectives(actors, subject)
    if len(joint) > 1:
        return list(actors.parties(actors.known(mention) for mention in joint))
    held = (noun for p in children(subject, "prep") if p.lower_ in ("from", "of") for noun in children(p, "pobj"))
    named = [(one, actors.mention_at(start_of(one), end_of(one))) for noun in held for one in conjuncts(noun)]
    if len(named) < 2 or any(m is None or m.entry.kind == "outlet" for _, m in named):
        return []
    return list(actors.parties(actors.known(m) for _, m in named if m is not None))


def _joint_adjectives(actors: Actors, subject: Token) -> list[Mention]:
    """The states of "Egyptian and Qatari mediators"; none where another adjective is joined to them."""
    if base(subject) not in wordset("actors", "envoys"):
        return []
    first = next((c for c in children(subject, "amod") if child(c, "conj") is not None), None)
    named = [actors.mention_at(start_of(one), end_of(one)) for one in conjuncts(first)] if first is not None else []
    states = [mention for mention in named if mention is not None and mention.entry.kind == "state"]
    return states if len(states) == len(named) else []


def _listed_with(actors: Actors, sentence: Sentence, subject: Token, sides: tuple[Key, ...]) -> list[Key]:
    """States that stand in one list with a subject, also where a parser has lost them: "A, B, and C"."""
    mentions = [
        m
        for m in actors.readings[sentence.number].mentions
        if (m.entry.kind == "state" or m.entry.party) and m.form in ("name", "alias")
    ]
    runs: list[list[Mention]] = []
    ended = False
    for mention in mentions:
        before = runs[-1][-1] if runs else None
        link = _BETWEEN.fullmatch(actors.article.text, before.end, mention.start) if before is not None else None
        ends = link is not None and link["last"] is not None
        if before is not None and before.entry.key == mention.entry.key:
            continue  # "the Republic of A (A) and B"
        if link is not None and (ends or not ended):
            runs[-1].append(mention)
        else:  # "For A and B, the C will ...": C is not of the list
            runs.append([mention])
        ended = ends
    start = start_of(subject)
    joined = (actors.person_at(start_of(t), end_of(t)) for t in subject.subtree if t.dep_ == "conj" and t.i > subject.i)
    people = [key for key in joined if key is not None]
    if not any(m.start <= start < m.end for m in mentions):
        return list(actors.parties(people))
    listed = next((run for run in runs if run[0].start <= start < run[-1].end), [])
    keys = list(dict.fromkeys(actors.party_of(actors.known(mention)) for mention in listed))
    return keys if set(keys) & set(sides) and len(keys) > len(sides) else []


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
