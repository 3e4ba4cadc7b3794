"""Acts of negotiation: who proposes, offers, demands, promises, agrees to or rejects what.

Verbs (in :mod:`.verb_acts`), adjectives ("ready to"), nouns ("Russia's proposal on ...") and bare promises ("X will
return ...") are read from acts.yaml on the parse. A clause whose subject is nobody in particular yields no act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ...graph.records import ActType, Key
from .act_frames import FoundAct, word_frames
from .actors import Actors
from .annotation import Sentence, extent, start_of
from .syntax import child, children, clause, conjuncts, denied, modal, negated, passive, subject_of
from .utterances import Utterance
from .verb_acts import verb_act

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_acts(actors: Actors, utterances: Iterable[Utterance]) -> tuple[FoundAct, ...]:
    """Every act, in order of the text."""
    spoken: dict[int, list[Utterance]] = {}
    for utterance in utterances:
        spoken.setdefault(utterance.sentence.number, []).append(utterance)
    found: list[FoundAct] = []
    for sentence in actors.article.sentences:
        if sentence.segment.kind not in ("list-header", "roster", "heading"):
            found += _of_sentence(actors, sentence, spoken.get(sentence.number, []))
    return tuple(found)


def _of_sentence(actors: Actors, sentence: Sentence, spoken: list[Utterance]) -> list[FoundAct]:
    found: list[FoundAct] = []
    for token in sentence.span:
        act: FoundAct | None = None
        if token.pos_ in ("VERB", "AUX"):
            act = verb_act(actors, sentence, token)
        elif token.pos_ == "ADJ" and token.lower_ in word_frames("adjectives"):
            act = _adjective_act(actors, sentence, token)
        elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in word_frames("nouns"):
            act = _noun_act(actors, sentence, token, before=found)
        if act is not None:
            found.append(act)
    bare = list(_modal_acts(actors, sentence, spoken))
    heads = {act.head.i for act in bare}
    found = [act for act in found if act.nested or act.type != "expect" or act.head.i not in heads]
    if all(act.nested for act in found):
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


def _adjective_act(actors: Actors, sentence: Sentence, adjective: Token) -> FoundAct | None:
    """ "X is ready to ...": X binds itself, or refuses to."""
    act: ActType = word_frames("adjectives")[adjective.lower_].act
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "stay", "stand"):
        return None
    held = (p for c in children(adjective, "prep") if c.lower_ in ("to", "for") for p in children(c, "pobj", "pcomp"))
    content = child(adjective, "xcomp", "ccomp") or next(held, None)
    subjects = actors.resolve(subject_of(verb), sentence)
    if content is None or not subjects or modal(verb) in ("would", "could", "should"):
        return None
    if negated(verb):
        act = "reject" if act == "commit" else "commit"
    return FoundAct(
        type=act,
        agents=actors.parties(subjects),
        addressees=(),
        span=extent(clause(verb)),
        content=extent(content.subtree),
        root=content,
        head=adjective,
        sentence=sentence,
        rule="act-adjective",
        mood=modal(verb),
    )


# ---------------------------------------------------------------------- nouns


def _noun_act(actors: Actors, sentence: Sentence, noun: Token, *, before: list[FoundAct]) -> FoundAct | None:
    """ "X's proposal on ...", unless the same act was read from words before it."""
    frame = word_frames("nouns")[noun.lemma_.lower()]
    named = (c for c in children(noun, "amod", "compound") if actors.mention_at(*extent([c])))
    owner = child(noun, "poss") or next(named, None)
    held = next((c for c in children(noun, "prep") if c.lower_ in frame.to), None)
    content = child(held, "pobj", "pcomp") if held is not None else child(noun, "acl", "relcl", "ccomp")
    if owner is None or content is None or any(c.dep_ == "neg" or c.lower_ == "no" for c in noun.children):
        return None
    agents = actors.parties(_owners(actors, sentence, noun, owner))
    covered = any(a.type == frame.act and a.agents == agents and a.head.i < noun.i for a in before)
    if not agents or covered:
        return None
    return FoundAct(
        type=frame.act,
        agents=agents,
        addressees=(),
        span=extent(t for t in noun.subtree if t.i >= owner.left_edge.i),
        content=extent(content.subtree),
        root=content,
        head=noun,
        sentence=sentence,
        rule="act-noun",
        denied=denied(noun),
        nested=True,
    )


def _owners(actors: Actors, sentence: Sentence, noun: Token, owner: Token) -> tuple[Key, ...]:
    """Whose proposal it is; "its" and "the country's" are those of the subject."""
    pronoun = owner.pos_ == "PRON" and owner.lower_ in ("its", "their", "our", "his", "her")
    if owner.lemma_.lower() == "country" or pronoun:
        return actors.resolve(subject_of(noun.head) if noun.head.pos_ == "VERB" else None, sentence)
    mention = actors.mention_at(*extent([owner]))
    return (actors.known(mention),) if mention is not None else actors.resolve(owner, sentence)


# ---------------------------------------------------------------------- bare promises and demands


def _modal_acts(actors: Actors, sentence: Sentence, spoken: list[Utterance]) -> Iterator[FoundAct]:
    """ "X will ..." said by X's side is a promise; "Y must ..." said by the other side a demand."""
    for utterance in spoken:
        root = utterance.root
        told = utterance.kind in ("refuse", "reason", "concession", "speak")
        if root is None or told:
            continue
        for head in conjuncts(root):
            act = _modal_act(actors, sentence, utterance, head) if head.pos_ in ("VERB", "AUX") else None
            if act is not None:
                yield act


def _modal_act(actors: Actors, sentence: Sentence, utterance: Utterance, root: Token) -> FoundAct | None:
    word = modal(root) or ("must" if root.lemma_ in ("need", "have") and child(root, "xcomp") is not None else "")
    if word == "would" and utterance.backshifted:
        word = "will"
    own = actors.parties(actors.resolve(utterance.speaker, sentence, speaker=True))
    subject = child(root, "nsubj", "nsubjpass")
    we = subject is not None and subject.lower_ in ("we", "i") and utterance.mode in ("direct-quote", "mixed-quote")
    sides = own if we else actors.parties(actors.resolve(subject, sentence))
    if not sides or word not in ("will", "shall", "must", "should"):
        return None
    kinds = {actors.agents[s].kind for s in sides if s in actors.agents}
    if not kinds & {"state", "organization"} or root.lemma_ == "be" or passive(root):
        return None
    act: ActType = "commit" if set(sides) & set(own) or not own else "expect"
    agents, addressees = sides, tuple[Key, ...]()
    if word in ("must", "should"):
        if act == "commit":
            return None
        act, agents, addressees = "demand", own, sides
    if negated(root) and act == "commit":
        act = "reject"
    span = extent(clause(root))
    mood = "will" if act == "expect" else ""
    return FoundAct(act, agents, addressees, span, span, root, root, sentence, f"modal-{word}", mood)
