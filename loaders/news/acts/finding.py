"""Acts of negotiation: who proposes, offers, demands, promises, agrees to or rejects what.

Verbs (in :mod:`.verbs`), adjectives ("ready to"), nouns ("Russia's proposal on ...") and bare promises ("X will
return ...") are read from acts.yaml on the parse. A clause whose subject is nobody in particular yields no act.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..cast.attribution import Attributed, Attribution
from ..language.annotation import Sentence, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children, clause, modal, negated, subject_of
from ..lexicons.word_lists import wordset
from ..standing.assess import Standings
from ..standing.judging import Judgement, judge
from ..voices.utterances import Utterance
from .acting import acting_sides, is_domestic_body, speaking_side
from .bare import modal_acts
from .frames import FoundAct, word_frames
from .listed import listed_acts
from .matter import is_fragment
from .relevance import Talks, irrelevance, other_sides
from .stances import considers, stance_act
from .verbs import verb_act


def find_acts(
    actors: Actors,
    attribution: Attribution,
    standings: Standings,
    *,
    talks: Talks = "told",
    skipped: dict[int, str] | None = None,
) -> tuple[FoundAct, ...]:
    """Every act of a negotiation that the text tells to be one, in order.

    ``talks``: how the text tells of talks between parties; ``skipped`` gets, by place, why other finds are no acts.
    """
    found: list[FoundAct] = []
    passed: dict[int, str] = {} if skipped is None else skipped
    judging = _Judging(actors, standings, talks, passed)
    listed = listed_acts(actors)
    for sentence in actors.article.sentences:
        if sentence.segment.kind not in ("list-header", "roster", "heading"):
            own = _of_sentence(actors, sentence, attribution, judging)
            item = listed.get(sentence.number)
            if item is not None and all(act.nested for act in own):
                own += [told for told in (judging.told(item),) if told is not None]
            found += own
    for act in found:
        passed.pop(start_of(act.head), None)  # read otherwise at first
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Judging:
    """Tells which finds are acts of the negotiation, and how far they hold; notes why others are none."""

    actors: Actors
    standings: Standings
    talks: Talks
    skipped: dict[int, str]

    def told(self, act: FoundAct) -> FoundAct | None:
        """The act with its standing; ``None`` for one that the text does not tell to be so."""
        value, holder = self.standings.assess(act.head, act.sentence), self.standings.holder(act.head)
        if reason := irrelevance(self.actors, act, talks=self.talks):
            self.skipped[start_of(act.head)] = reason
            return None
        if act.rule == "act-listed":
            value = value.because(*_besides(act, said=holder is not None))
            return replace(act, standing="claimed" if holder is not None else "asserted", value=value)
        value = value.at("planned") if act.planned else value
        own = holder is not None and _of_one_side(self.actors, act, holder)
        value = value.hoped_for() if own and act.type == "agree" and "ability" in value.forces else value
        in_the_saying = act.rule.startswith("modal") or act.rule == "act-adjective"
        said_now = own and (in_the_saying or act.refusal or act.type == "agreeToConsider")
        judged = judge(
            value.said_now() if said_now or act.rule == "act-adjective" else value,
            said=holder is not None or (act.rule == "act-stated" and _one_says(self.standings, act)),
            own=own,
            binds=act.type in ("commit", "offer", "agree"),
            refusal=act.refusal,
        )
        if judged.standing is not None and is_fragment(act):
            judged = Judgement(None, "cut words")
        if judged.standing is None:
            self.skipped[start_of(act.head)] = judged.reason
            return None
        value = value.because(*_besides(act, said=holder is not None and not value.sources, now=said_now))
        return replace(act, standing=judged.standing, value=value)


def _besides(act: FoundAct, *, said: bool, now: bool = False) -> list[str]:
    """What decides how an act stands besides the walk to it, as links of the walk."""
    lent = act.sentence.segment.kind in ("headline", "caption")
    so = {"headline": lent, "spoken": said, "planned": act.planned, "refusal": act.refusal, "own word": now}
    return [link for link, holds in so.items() if holds]


def _one_says(standings: Standings, act: FoundAct) -> bool:
    """True when a person confirms a readiness, which is his word; states that do so together act."""
    reporter = standings.reporter(act.head)
    return reporter is not None and all(key.startswith("person/") for key in reporter.speakers)


def _of_one_side(actors: Actors, act: FoundAct, holder: Attributed) -> bool:
    """True when whoever says so is of a side that acts, or holds a post of which nothing says whose it is."""
    sides = actors.parties(holder.speakers)
    official = all(actors.is_official(key) and key not in actors.sides for key in holder.speakers)
    return bool(set(act.agents) & set(sides)) or official


def _of_sentence(actors: Actors, sentence: Sentence, attribution: Attribution, judging: _Judging) -> list[FoundAct]:
    found: list[FoundAct] = []
    for token in sentence.span:
        act: FoundAct | None = None
        if token.pos_ in ("VERB", "AUX"):
            own = speaking_side(actors, attribution, token)
            act = verb_act(actors, sentence, token, own=own) or stance_act(actors, sentence, token, own=own)
        if act is None and token.pos_ in ("ADJ", "VERB") and token.lower_ in word_frames("adjectives"):
            own = speaking_side(actors, attribution, token)
            act = _adjective_act(actors, sentence, token, own=own)
        if act is None and token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in word_frames("nouns"):
            act = _noun_act(actors, sentence, token, before=found)
        if act is not None and (told := judging.told(act)) is not None:
            found.append(told)
    spoken = attribution.within(sentence)
    modal_ones = (judging.told(act) for act in modal_acts(actors, sentence, attribution))
    bare = [act for act in modal_ones if act is not None and not _within_another(act, found)]
    heads = {act.head.i for act in bare}
    found = [act for act in found if act.nested or act.type != "expect" or act.head.i not in heads]
    found += bare
    return [_clipped(act, spoken) for act in _without_doubles(found)]


def _clipped(act: FoundAct, spoken: list[Utterance]) -> FoundAct:
    """An act does not reach beyond the words of the utterance that it is part of (a headline's ": Speaker")."""
    start = start_of(act.head)
    limits = (u.content for u in spoken if u.kind in ("headline", "according"))
    holder = next((content for content in limits if content[0] <= start < content[1]), None)
    if holder is None:
        return act
    return replace(act, span=_cut(act.span, holder), content=_cut(act.content, holder))


def _within_another(act: FoundAct, others: list[FoundAct]) -> bool:
    """True for a bare act whose verb stands in the words of an act that is told by itself."""
    start = start_of(act.head)
    return any(not other.nested and other.span[0] <= start < other.span[1] for other in others)


def _cut(span: tuple[int, int], limit: tuple[int, int]) -> tuple[int, int]:
    return max(limit[0], span[0]), min(limit[1], span[1])


def _without_doubles(acts: list[FoundAct]) -> list[FoundAct]:
    kept: list[FoundAct] = []
    for act in acts:
        same = (k for k in kept if k.type == act.type and k.agents == act.agents)
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
    if content is None or not agents or modal(verb) == "should":
        return None
    act = _adjective_type(adjective, verb, content)
    if act == "offer" and not set(agents) & set(own):
        return None
    return FoundAct(
        type=act,
        agents=agents,
        addressees=(),
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
    if act == "commit" and not negated(verb) and considers(content):
        return "agreeToConsider"
    if modal(verb) in ("would", "could") and act == "commit":
        return "reject" if negated(verb) else "offer"
    if negated(verb):
        return "reject" if act == "commit" else "commit"
    return act


# ---------------------------------------------------------------------- nouns


def _noun_act(actors: Actors, sentence: Sentence, noun: Token, *, before: list[FoundAct]) -> FoundAct | None:
    """ "X's proposal on ...", unless the same act was read from words before it."""
    frame = word_frames("nouns")[noun.lemma_.lower()]
    named = (c for c in children(noun, "amod", "compound") if actors.mention_at(*extent([c])))
    if noun.pos_ == "PROPN" or (frame.act == "demand" and noun.head.lemma_.lower() in wordset("acts", "market")):
        return None
    owner = child(noun, "poss") or next(named, None) or _maker(actors, noun)
    giver = _giver(noun) if owner is None and not frame.pair else None
    if giver is not None and is_domestic_body(giver):
        return None
    preps = (c for c in children(noun, "prep") if c.lower_ in frame.to and (owner is None or owner not in c.children))
    held = next(preps, None)
    content = child(held, "pobj", "pcomp") if held is not None else _content_of(noun)
    with_others = any(c.lower_ == "with" for c in children(noun, "prep"))
    of_both = owner is None and frame.pair and _came_about(noun) and actors.alone and not with_others
    if content is not None and frame.clause and content.pos_ not in ("VERB", "AUX"):
        return None
    if content is None or any(c.dep_ == "neg" or c.lower_ == "no" for c in noun.children):
        return None
    if owner is None:
        agents = (
            actors.parties(actors.resolve(giver, sentence)) if giver is not None else actors.pair if of_both else ()
        )
    else:
        agents = () if frame.pair else actors.parties(_owners(actors, sentence, noun, owner))
    covered = any(a.type == frame.act and set(a.agents) & set(agents) and a.head.i < noun.i for a in before)
    if frame.weak and not actors.alone and not other_sides(actors, sentence, agents, extent(noun.subtree)):
        return None
    nobody = all(actors.agents[key].kind in ("person", "unnamed") for key in agents if key in actors.agents)
    if not agents or covered or nobody:
        return None
    return FoundAct(
        type=frame.act,
        agents=agents,
        addressees=_given_to(actors, sentence, noun) if giver is not None else (),
        span=extent(t for t in noun.subtree if owner is None or t.i >= min(owner.left_edge.i, noun.i))
        if giver is None
        else extent(clause(noun.head)),
        content=extent(content.subtree),
        root=content,
        head=noun,
        sentence=sentence,
        rule="act-noun",
        nested=giver is None,
    )


def _content_of(noun: Token) -> Token | None:
    """The clause that says what a proposal or promise is; a relative clause only tells of it."""
    found = child(noun, "acl", "relcl", "ccomp")
    first = found.left_edge if found is not None else None
    relative = first is not None and first.tag_ in ("WDT", "WP") and first.lower_ != "that"
    return None if relative else found


def _giver(noun: Token) -> Token | None:
    """Who makes an offer, issues a demand: the subject of the verb that the noun is the object of."""
    verb = noun.head
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
        return actors.resolve(subject_of(noun.head) if noun.head.pos_ == "VERB" else None, sentence)
    mention = actors.mention_at(*extent([owner]))
    return (actors.known(mention),) if mention is not None else actors.resolve(owner, sentence)
