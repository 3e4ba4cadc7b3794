"""Whether an act belongs to a negotiation: a party does it, towards another or in talks that the text tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, subject_of
from ..lexicons.word_lists import wordset
from .acting import negotiates, speaks_for_several, tell_a_part
from .bodies import is_domestic_body
from .frames import FoundAct

Talks: TypeAlias = Literal["told", "meant", "none"]
"""How a text tells of talks between parties: as held, by words of bargaining alone, or not at all."""
_COURTS: Final = ("court", "tribunal")
_AGAINST: Final[frozenset[ActType]] = frozenset({"threaten", "takeStep"})
"""What is done against another side, which must be told."""
_ANSWERS: Final[frozenset[ActType]] = frozenset({"reject", "agree", "agreeToConsider", "withdraw", "setCondition"})
"""What answers another side by its kind."""
_OF_ANYBODY: Final[frozenset[ActType]] = frozenset({"propose", "offer", "demand", "request"})
"""What mediators and others put to the parties."""


def irrelevance(actors: Actors, act: FoundAct, *, talks: Talks, dialogue: bool) -> str:
    """Why an act is none of a negotiation; empty for one that is. In a ``dialogue`` several sides speak in turn."""
    if _is_of_oneself(act) and not any(_others(actors, act)):
        return "no other side"
    if len(act.agents) == 1 and (_is_of_several(act) or _asks_itself(actors, act) or _helps_itself(actors, act)):
        return "one side or several"
    bilateral = actors.alone and set(act.agents) <= set(actors.pair)
    to_all = _is_addressed_to_all(act) and not (dialogue and act.rule == "act-adjective")  # "we are ready to"
    if to_all and not bilateral and not any(_others(actors, act)):
        return "no other side"
    if act.type in ("demand", "request") and _is_put_to_anybody(act) and not any(_others(actors, act)):
        return "no other side"
    if _is_put_to_parliament(act) or _is_put_at_home(actors, act):
        return "a domestic matter"
    bargains = bool(set(act.agents) & {*actors.pair, *actors.bargaining})
    warned = act.type == "threaten" and (bilateral or (bargains and talks == "told"))  # those who talk are meant
    if act.type in _AGAINST and not (act.of_agreement or warned) and not any(_others(actors, act)):
        return "no other side"
    if _is_step(act) and (talks == "none" or (act.forceful and not _is_struck(actors, act, talks))):
        return "no talks are told"
    of_a_group = bargains and not any(key.startswith("state/") for key in act.agents)  # whose matter wages are
    if len(act.agents) < 2 and not of_a_group and _is_domestic(act) and not any(_others(actors, act)):
        return "a domestic matter"
    if any(_is_party(actors, key) for key in act.agents):
        several = sum(_is_party(actors, key) for key in act.agents) > 1
        if several or any(_others(actors, act)):
            return ""
        if len(act.agents) > 1 and not all(actors.is_official(key) for key in act.agents):
            return "no other side"  # a ministry and its contractor
        if act.of_agreement and talks == "told":
            return ""  # what was agreed has been broken
        near = act.type in _ANSWERS or (bargains and act.type not in _AGAINST) or _is_towards_somebody(actors, act)
        return "" if talks != "none" and near else "no other side"
    named = all(key.startswith(("person/", "unnamed/")) for key in act.agents)
    done = act.rule == "act-deed"
    several = act.type in _OF_ANYBODY - {"offer"} and all(_is_several(actors, key) for key in act.agents)
    alone = named and not several and not any(_others(actors, act)) and not actors.alone
    anything = done or act.type in _OF_ANYBODY
    if talks == "told" and not alone and any(_takes_part(actors, key, anything=anything) for key in act.agents):
        return ""
    if (
        act.type in _OF_ANYBODY
        and not _is_private(actors, act)
        and any(_is_party(actors, key) for key in act.addressees)
    ):
        return ""
    return "nobody who negotiates"


def _is_private(actors: Actors, act: FoundAct) -> bool:
    """True for "She called on A to ...", where she holds no post and nothing else is told of her."""
    subject = subject_of(act.head) if act.head.pos_ in ("VERB", "AUX") else None
    people = all(key.startswith("person/") and not actors.is_official(key) for key in act.agents)
    return people and subject is not None and subject.lower_ in ("he", "she")


def _is_step(act: FoundAct) -> bool:
    return act.rule == "act-deed" and act.type in _AGAINST and not act.of_agreement


def _is_struck(actors: Actors, act: FoundAct, talks: Talks) -> bool:
    """True for force that one side of the talks uses against the other; a missile that is tested is none."""
    pair = set(actors.pair)
    return talks == "told" and set(act.agents) <= pair and bool(pair & set(_others(actors, act)))


def _is_of_oneself(act: FoundAct) -> bool:
    """True for what a speaker does himself, or "we" do, both sides or one: "I will show you", "we will cooperate"."""
    verb = act.head if act.head.pos_ in ("VERB", "AUX") else act.head.head
    subject = subject_of(verb)
    alone = subject is not None and subject.lower_ == "i"
    together = subject is not None and subject.lower_ == "we" and act.root.lemma_.lower() in wordset("acts", "jointly")
    return alone or together


def _is_addressed_to_all(act: FoundAct) -> bool:
    """True for "we will", "we are ready" or "X must" in a speech: towards whom, only its words tell."""
    bare = act.rule.startswith("modal") or act.rule == "act-adjective" or act.head.lemma_ == "want" or act.planned
    return (
        bare
        and len(act.agents) < 2
        and act.sentence.segment.kind == "turn"
        and act.type not in _ANSWERS - {"setCondition"}
    )


def _is_put_to_anybody(act: FoundAct) -> bool:
    """True for "urged governments to", "are asking our partners to": what is asked of no party in particular."""
    return any(noun.lower_ in wordset("acts", "anybody") for noun in _asked(act))


def _is_put_to_parliament(act: FoundAct) -> bool:
    """True for "I am asking Congress to", "asked the court to": whatever it is about, no side is asked."""
    return any(noun.lemma_.lower() in wordset("acts", "domestic") or base(noun) in _COURTS for noun in _asked(act))


def _is_put_at_home(actors: Actors, act: FoundAct) -> bool:
    """True for "asked his staff to", "asked NAME to form a government", where nothing tells that NAME is another's."""
    staff = wordset("actors", "staff")
    if any(noun.lemma_.lower() in staff and child(noun, "poss") is not None for noun in _asked(act)):
        return True
    asked = [noun for noun in _asked(act) if noun.dep_ in ("dobj", "dative", "pobj")]
    objects = [noun for noun in asked if noun.pos_ == "NOUN"]
    if act.type in ("demand", "request") and objects and not act.addressees and all(map(is_domestic_body, objects)):
        return act.root not in objects or act.head.lemma_ == "appeal"  # "asked the governor to"
    if act.type not in ("demand", "request") or not act.addressees or any(_named_others(actors, act)):
        return False
    own = asked and all(base(noun) in wordset("actors", "own_bodies") for noun in asked)
    if own and all(key.startswith("unnamed/") for key in act.addressees):
        return all(key.startswith("state/") for key in act.agents)  # "I asked the government to ..."
    at_home = {*act.agents, *act.addressees}
    return all(key.startswith("person/") and actors.party_of(key) in at_home for key in act.addressees)


def _asked(act: FoundAct) -> list[Token]:
    """The nouns for whom something is asked of, where a verb asks."""
    if act.head.pos_ != "VERB" or act.type not in ("demand", "request", "propose"):
        return []
    on = [o for p in children(act.head, "prep") if p.lower_ in ("on", "of", "from", "to") for o in children(p, "pobj")]
    subject = child(act.root, "nsubj") if act.root.i > act.head.i else None
    return [*children(act.head, "dobj", "dative"), *on, *([subject] if subject is not None else [])]


def _is_of_several(act: FoundAct) -> bool:
    """True for what "we" do together, where nothing tells who the others are."""
    verb = act.head if act.head.pos_ in ("VERB", "AUX") else act.head.head
    subject = subject_of(verb)
    return subject is not None and speaks_for_several(subject)


def _asks_itself(actors: Actors, act: FoundAct) -> bool:
    """True for "she offered a year if A gave up X", taken for A's: whom "she" means was read wrongly."""
    subject = subject_of(act.head) if act.head.pos_ in ("VERB", "AUX") else None
    if subject is None or actors.mention_at(start_of(subject), end_of(subject)) is not None:
        return False
    clauses = [c for verb in (act.head, act.root) for c in children(verb, "advcl")]
    marked = [c for c in clauses if {m.lower_ for m in children(c, "mark")} & {"if", "unless", "once", "provided"}]
    named = [s for c in marked for s in children(c, "nsubj", "nsubjpass") if s.pos_ == "PROPN"]
    return any(set(actors.parties(actors.resolve(s, act.sentence))) & set(act.agents) for s in named)


def _helps_itself(actors: Actors, act: FoundAct) -> bool:
    """True for "she pledged to help A", taken for A's: whom "she" means was read wrongly."""
    subject = subject_of(act.head) if act.head.pos_ in ("VERB", "AUX") else None
    if subject is None or subject.pos_ != "PRON" or act.type not in ("commit", "offer"):
        return False
    verbs = [act.root, *children(act.root, "xcomp", "ccomp")]
    helped = (t for verb in verbs for t in children(verb, "dobj", "nsubj") if t.i > act.head.i)
    named = (actors.mention_at(start_of(t), end_of(t)) for t in helped)
    return any(actors.party_of(actors.known(m)) in act.agents for m in named if m is not None and m.form == "name")


def _is_towards_somebody(actors: Actors, act: FoundAct) -> bool:
    """True where another side is named near what one side does alone, or in the headline, or where talks are told."""
    sentences = actors.article.sentences
    near = list(sentences[max(0, act.sentence.number - 1) : act.sentence.number + 2])
    near += [s for s in sentences[:3] if s.segment.kind == "headline"]
    if any(other_sides(actors, s, act.agents, (s.start, s.end)) for s in near) or _wants_otherwise(actors, act, near):
        return True
    words = wordset("topics", "talks") | wordset("topics", "negotiation") | wordset("actors", "others")
    return any(t.lemma_.lower() in words or t.lower_ in words for s in near for t in s.span)


def _wants_otherwise(actors: Actors, act: FoundAct, near: list[Sentence]) -> bool:
    """True where the other of the two sides does something beside: "The government wants ... The rebels want ..."."""
    others = set(actors.pair) - set(act.agents)
    if len(others) != 1 or not set(act.agents) <= set(actors.pair):
        return False
    subjects = ((subject_of(s.span.root), s) for s in near if s is not act.sentence)
    return any(others & set(actors.parties(actors.resolve(t, s))) for t, s in subjects if t is not None)


def _is_domestic(act: FoundAct) -> bool:
    """True when the sentence speaks of a parliament, a court, an election ..."""
    words = wordset("acts", "domestic")
    return any(t.lemma_.lower() in words or t.lower_ in words for t in act.sentence.span)


def _is_several(actors: Actors, key: Key) -> bool:
    """True for "African delegations", "the small island states": several who are told under one name."""
    agent = actors.agents.get(key)
    groups = wordset("actors", "teams") | wordset("actors", "pairs") | wordset("actors", "collectives")
    last = agent.label.split()[-1].lower() if agent is not None and agent.kind == "unnamed" else ""
    return last.endswith("s") and last.removesuffix("s") in groups


def _takes_part(actors: Actors, key: Key, *, anything: bool) -> bool:
    """True for bodies and officials, and for those without a name who put something to the parties, or do it."""
    agent = actors.agents.get(key)
    if agent is None:
        return key in actors.delegations
    if agent.kind == "organization":
        entry = actors.gazetteer.entry(key)
        words = {word.lower().strip("’'s") for word in agent.label.split()}
        known = entry is not None and entry.kind != "outlet"
        return known or agent.side is not None or bool(words & wordset("actors", "bodies_named"))
    if agent.kind == "person":
        return actors.is_official(key)
    groups = ("own_bodies", "sides", "bodies", "teams", "pairs", "collectives")
    stands_for = frozenset[str]().union(*(wordset("actors", group) for group in groups))
    words = {word.lower().removesuffix("s") for word in agent.label.split()}
    return anything or bool(words & stands_for)


def _others(actors: Actors, act: FoundAct) -> Iterator[Key]:
    """Other parties that the act is addressed to, or that its words name."""
    party = any(_is_party(actors, key) for key in act.agents)
    told = (key for key in act.addressees if not key.startswith("unnamed/") or (party and _is_others(actors, key)))
    yield from (key for key in told if key not in act.agents and not _is_at_home(actors, key))
    yield from _named_others(actors, act)


def _is_others(actors: Actors, unnamed: Key) -> bool:
    """True for "the rebels", "the North"; not for "the government" and "village councils", which may be one's own."""
    last = actors.agents[unnamed].label.split()[-1]
    groups = wordset("actors", "collectives") | wordset("actors", "envoys") | wordset("actors", "pairs")
    return last[0].isupper() or last.lower().removesuffix("s") in groups - wordset("actors", "own_bodies")


def _named_others(actors: Actors, act: FoundAct) -> list[Key]:
    """Other parties that the act's words name."""
    words = start, end = min(act.span[0], act.content[0]), max(act.span[1], act.content[1])
    named = other_sides(actors, act.sentence, act.agents, words)
    if named or not actors.bargaining:
        return named
    nouns = (t for t in act.sentence.span if t.pos_ == "PROPN" and start <= start_of(t) < end and t.dep_ == "pobj")
    keys = (key for noun in nouns for key in actors.resolve(noun, act.sentence) if key in actors.bargaining)
    return [k for k in dict.fromkeys(keys) if actors.party_of(k) not in act.agents and not _is_at_home(actors, k)]


def _is_at_home(actors: Actors, key: Key) -> bool:
    """True for a ministry or the like of which nothing tells that it is another state's."""
    agent = actors.agents.get(key)
    if agent is None or agent.kind != "organization" or agent.side is not None:
        return False
    words = {word.lower().removesuffix("s") for word in agent.label.split()}
    return actors.gazetteer.entry(key) is None and bool(words & wordset("acts", "ministries"))


def other_sides(actors: Actors, sentence: Sentence, agents: tuple[Key, ...], words: tuple[int, int]) -> list[Key]:
    """Parties besides the agents that a stretch of the text names."""
    found: list[Key] = []
    start, end = words
    for reading in actors.readings[sentence.number : sentence.number + 1]:
        for mention in reading.mentions:
            inside = start <= mention.start and mention.end <= end
            if inside and mention.entry.kind != "outlet" and (mention.entry.kind == "state" or mention.entry.party):
                key = actors.party_of(actors.known(mention))
                if key not in agents and key not in found:
                    found.append(key)
    return found


def _is_party(actors: Actors, key: Key) -> bool:
    if key in actors.bargaining:
        return True
    if key.startswith("unnamed/"):  # "eastern X forces", not "western states"
        words = actors.agents[key].label.lower().split()
        return tell_a_part({*words}) and words[-1].removesuffix("s") not in wordset("actors", "pairs")
    return key.startswith("state/") or key in actors.pair or negotiates(actors, (key,))
