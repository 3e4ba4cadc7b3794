"""Acts of negotiation: who proposes, offers, demands, promises, agrees to or rejects what.

Verbs (in :mod:`.verbs`), adjectives ("ready to"), nouns ("Russia's proposal on ...") and bare promises ("X will
return ...") are read from acts.yaml on the parse. A clause whose subject is nobody in particular yields no act.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..cast.attribution import Attribution
from ..cast.own_papers import OwnPaper
from ..language.annotation import Sentence, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children, clause, modal, negated, subject_of
from ..lexicons.word_lists import wordset
from ..standing.assess import Standings
from ..voices.utterances import Utterance
from .acting import acting_sides, speaking_side
from .asides import answers_in_asides, apart_from_aside
from .bare import modal_acts
from .bound import bound_act
from .deeds import deed_act
from .frames import FoundAct, word_frames
from .judging import Judging
from .listed import enumerated, listed_acts
from .nouns import noun_act
from .objects import with_whom
from .provided import provided_act
from .relevance import Talks
from .stances import considers, stance_act
from .threats import is_hostile
from .verbs import verb_act

_WORD = 4
"""Letters of a word that is no abbreviation: the full stop behind it ends a sentence."""


def find_acts(
    actors: Actors,
    attribution: Attribution,
    standings: Standings,
    *,
    talks: Talks = "told",
    paper: OwnPaper | None = None,
    skipped: dict[int, str] | None = None,
) -> tuple[FoundAct, ...]:
    """Every act of a negotiation that the text tells to be one, in order.

    ``talks``: how the text tells of talks between parties;
    ``paper``: the text as that of one side's own office; ``skipped`` gets, by place, why other finds are no acts.
    """
    found: list[FoundAct] = []
    passed: dict[int, str] = {} if skipped is None else skipped
    judging = Judging(actors, standings, talks, paper, passed, dialogue=_is_dialogue(actors, attribution))
    listed = listed_acts(actors)
    for sentence in actors.article.sentences:
        if sentence.segment.kind not in ("list-header", "roster", "heading"):
            own = _of_sentence(actors, sentence, attribution, judging, before=found)
            item = listed.get(sentence.number)
            if item is not None and all(act.nested for act in own):
                own += [told for told in (judging.told(item),) if told is not None]
            found += own
    for act in found:
        passed.pop(start_of(act.head), None)  # read otherwise at first
    return tuple(found)


def _is_dialogue(actors: Actors, attribution: Attribution) -> bool:
    turns = (said.speakers for said in attribution.all if said.utterance.kind == "turn")
    return len({side for who in turns for side in actors.parties(who) if side.startswith("state/")}) > 1


def _of_sentence(
    actors: Actors, sentence: Sentence, attribution: Attribution, judging: Judging, *, before: list[FoundAct]
) -> list[FoundAct]:
    found: list[FoundAct] = []
    for token in sentence.span:
        act: FoundAct | None = None
        own = speaking_side(actors, attribution, token) if _may_act(token) else ()
        if token.pos_ in ("VERB", "AUX"):
            act = verb_act(actors, sentence, token, own=own) or stance_act(actors, sentence, token, own=own)
            act = act or bound_act(actors, sentence, token, own=own)
            if act is not None and act.type == "carryOut" and negated(token):
                act = None  # "has not withdrawn" is a deed of its own
        if act is None and token.pos_ in ("ADJ", "VERB") and token.lower_ in word_frames("adjectives"):
            act = _adjective_act(actors, sentence, token, own=own)
        if act is None and token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in word_frames("nouns"):
            act = noun_act(actors, sentence, token, before=found)
        if act is None and token.pos_ in ("NOUN", "PROPN"):
            act = provided_act(actors, sentence, token, before=chain(reversed(found), reversed(before)))
        if act is None and token.pos_ in ("VERB", "NOUN"):
            act = deed_act(actors, sentence, token, own=own)
        if act is None:
            continue
        act = apart_from_aside(act)
        for one in (act, *enumerated(act)):
            if (told := judging.told(one)) is not None:
                found.append(told)
                answers = (judging.beside(told, answer) for answer in answers_in_asides(actors, told))
                found += [answer for answer in answers if answer is not None]
    spoken = attribution.within(sentence)
    modal_ones = (judging.told(act) for act in modal_acts(actors, sentence, attribution))
    bare = [act for act in modal_ones if act is not None and not _within_another(act, found)]
    bare = [act for act in bare if not any(other.head in children(act.head, "xcomp") for other in found)]
    heads = {act.head.i for act in bare}
    found = [act for act in found if act.nested or act.type != "expect" or act.head.i not in heads]
    found += bare
    return [_clipped(act, spoken) for act in _without_doubles(found)]


def _may_act(token: Token) -> bool:
    """True for a word of which whoever says it may matter."""
    if token.pos_ == "NOUN":
        return token.lemma_.lower() in wordset("deeds", "breaches")
    return token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.lower_ in word_frames("adjectives"))


def _clipped(act: FoundAct, spoken: list[Utterance]) -> FoundAct:
    """An act does not reach beyond the words of the utterance that it is part of (a headline's ": Speaker")."""
    start = start_of(act.head)
    limits = [u.content for u in spoken if u.kind in ("headline", "according")]
    limits = [content for content in limits if content[0] <= start < content[1]][:1]
    for limit in (*limits, _full_stop(act)):
        if limit is not None:
            act = replace(act, span=_cut(act.span, limit), content=_cut(act.content, limit))
    return act


def _full_stop(act: FoundAct) -> tuple[int, int] | None:
    """Up to where an act's own sentence reaches, where several of one quotation are read as one."""
    ends = (
        t for t in act.sentence.span
        if t.i > act.head.i and t.text == "." and len(t.nbor(-1).text) >= _WORD and t.nbor(-1).is_lower
    )  # fmt: skip
    end = next(ends, None)
    return (min(act.span[0], act.content[0]), start_of(end)) if end is not None else None


def _within_another(act: FoundAct, others: list[FoundAct]) -> bool:
    """True for a bare act whose verb stands in the words of an act that is told by itself."""
    start = start_of(act.head)
    return any(not other.nested and other.span[0] <= start < other.span[1] for other in others)


def _cut(span: tuple[int, int], limit: tuple[int, int]) -> tuple[int, int]:
    return max(limit[0], span[0]), min(limit[1], span[1])


def _without_doubles(acts: list[FoundAct]) -> list[FoundAct]:
    kept: list[FoundAct] = []
    for act in acts:
        same = (k for k in kept if k.type == act.type and k.agents == act.agents and k.content[1] > act.content[0])
        if not any(k.span[0] <= act.span[0] and act.span[1] <= k.span[1] for k in same):
            kept.append(act)
    return kept


# ---------------------------------------------------------------------- adjectives


def _adjective_act(actors: Actors, sentence: Sentence, adjective: Token, *, own: tuple[Key, ...]) -> FoundAct | None:
    """ "X is ready to ...": X binds itself, or refuses to; "would be ready to" offers, when X says so."""
    stands = adjective.dep_ == "acomp" or adjective.pos_ == "ADJ"
    verb = adjective.head if stands else adjective  # a parser may take "is prepared" for a passive
    if adjective is not verb and (
        adjective.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "stay", "stand", "seem", "appear")
    ):
        return None
    held = (p for c in children(adjective, "prep") if c.lower_ in ("to", "for") for p in children(c, "pobj", "pcomp"))
    content = child(adjective, "xcomp", "ccomp") or next(held, None)
    subject = child(verb, "nsubjpass") if adjective is verb else subject_of(verb)
    agents = acting_sides(actors, sentence, subject, own=own)
    if adjective.lower_ == "prepared" and any(c.dep_ == "advmod" for c in children(adjective, "advmod")):
        return None  # "better prepared to deter"
    if content is None or not agents or modal(verb) == "should" or content.lower_ == "business":
        return None
    act = _adjective_type(adjective, verb, content)
    others = actors.parties([key for noun in with_whom(content) for key in actors.resolve(noun, sentence)])
    if modal(verb) in ("would", "could") and act == "offer" and not set(agents) & set(own):
        return None
    return FoundAct(
        type=act,
        agents=agents,
        addressees=tuple(key for key in others if key not in agents),
        span=extent(clause(verb)),
        content=extent(content.subtree),
        root=content,
        head=adjective,
        sentence=sentence,
        rule="act-adjective",
        refusal=act == "reject" and negated(verb),
    )


def _adjective_type(adjective: Token, verb: Token, content: Token) -> ActType:
    act: ActType = word_frames("adjectives")[adjective.lower_].act
    if act == "commit" and not negated(verb) and is_hostile(content):
        return "threaten"
    if act == "commit" and not negated(verb) and considers(content):
        return "agreeToConsider"
    if modal(verb) in ("would", "could") and act == "commit":
        return "reject" if negated(verb) else "offer"
    if negated(verb):
        return "reject" if act == "commit" else "commit"
    return "offer" if act == "commit" else act  # who is ready to do something has not yet bound himself
