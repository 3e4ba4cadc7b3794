"""Acts of negotiation: who proposes, offers, demands, promises, agrees to or rejects what.

Verbs, adjectives ("ready to"), nouns ("Russia's proposal on ...") and bare promises ("X will return ...") are read from
acts.yaml on the parse. An act needs somebody who acts: a clause whose subject is nobody in particular yields none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ...graph.records import ActType, Key
from .actors import Actors
from .annotation import Sentence, extent, start_of
from .lexicons import lexicon
from .speech import Utterance
from .syntax import agent_of, child, children, clause, complements, conjuncts, modal, negated, passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act at one place in the text; ``span`` is its clause, ``content`` what it is about."""

    type: ActType
    agents: tuple[Key, ...]
    addressees: tuple[Key, ...]
    span: tuple[int, int]
    content: tuple[int, int]
    root: Token
    """Head of the content."""
    head: Token
    """The verb, adjective or noun that makes it an act."""
    sentence: Sentence
    rule: str
    mood: str = ""
    """``will``, ``would`` or ``may`` for acts that are only expected or supposed."""
    nested: bool = False
    """True for an act that is named within another ("agreed to consider Russia's proposal")."""


@cache
def _verbs() -> dict[str, list[dict[str, Any]]]:  # Any: entries of acts.yaml
    index: dict[str, list[dict[str, Any]]] = {}
    for entry in lexicon("acts")["verbs"]:
        for lemma in entry["lemmas"]:
            index.setdefault(lemma, []).append(entry)
    return index


@cache
def _by_word(group: str) -> dict[str, dict[str, Any]]:
    return {word: entry for entry in lexicon("acts")[group] for word in entry["words"]}


def find_acts(actors: Actors, utterances: tuple[Utterance, ...]) -> tuple[FoundAct, ...]:
    """Every act, in order of the text."""
    found: list[FoundAct] = []
    for sentence in actors.article.sentences:
        if sentence.segment.kind in ("list-header", "roster", "heading"):
            continue
        spoken = [u for u in utterances if u.sentence.number == sentence.number]
        here: list[FoundAct] = []
        for token in sentence.span:
            if token.pos_ in ("VERB", "AUX"):
                here += _verb_acts(actors, sentence, token)
            elif token.pos_ in ("ADJ", "VERB") and token.lower_ in _by_word("adjectives"):
                here += _adjective_act(actors, sentence, token)
            elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in _by_word("nouns"):
                here += _noun_act(actors, sentence, token, here)
        if not here or all(a.nested for a in here):
            here += _modal_acts(actors, sentence, spoken)
        found += [_clipped(a, spoken) for a in _without_doubles(here)]
    return tuple(found)


def _clipped(act: FoundAct, spoken: list[Utterance]) -> FoundAct:
    """An act does not reach beyond the words of the utterance that it is part of (a headline's ": Speaker")."""
    start = start_of(act.head)
    holder = next(
        (u for u in spoken if u.kind in ("headline", "according") and u.content[0] <= start < u.content[1]), None
    )
    if holder is None:
        return act
    a, b = holder.content
    span = max(a, act.span[0]), min(b, act.span[1])
    return replace(act, span=span, content=(max(a, act.content[0]), min(b, act.content[1])))


def _without_doubles(acts: list[FoundAct]) -> list[FoundAct]:
    kept: list[FoundAct] = []
    for act in acts:
        inside = any(
            k.type == act.type and k.agents == act.agents and k.span[0] <= act.span[0] and act.span[1] <= k.span[1]
            for k in kept
        )
        if not inside:
            kept.append(act)
    return kept


# ---------------------------------------------------------------------- verbs


def _verb_acts(actors: Actors, sentence: Sentence, verb: Token) -> Iterator[FoundAct]:
    for entry in _verbs().get(verb.lemma_.lower(), ()):
        content = _content(verb, entry)
        if content is None or not _fits(verb, entry, content):
            continue
        if (act := _verb_act(actors, sentence, verb, entry, content)) is not None:
            yield act
            return


def _fits(verb: Token, entry: dict[str, Any], content: Token) -> bool:
    if "with" in entry and not any(
        c.lower_ in entry["with"] for c in children(verb, "prep", "prt", "advmod", "dative")
    ):
        return False
    if (
        "event" in entry
        and not any(t.lemma_.lower() in entry["event"] for c in complements(verb) for t in conjuncts(c))
        and not (passive(verb) and (s := child(verb, "nsubjpass")) is not None and s.lemma_.lower() in entry["event"])
    ):
        return False
    if entry.get("past") and not (verb.tag_ in ("VBD", "VBN") and verb.dep_ not in ("amod", "acl")):
        return False
    if entry.get("weak") and content.dep_ == "ccomp" and content.pos_ in ("VERB", "AUX"):
        return modal(content) in ("should", "must") or content.tag_ == "VB"
    return True


def _content(verb: Token, entry: dict[str, Any]) -> Token | None:
    if passive(verb):
        return child(verb, "xcomp", "ccomp") or child(verb, "nsubjpass")
    if "with" in entry:
        held = next((c for c in children(verb, "prep", "dative", "prt") if c.lower_ in entry["with"]), None)
        inner = child(held, "pobj", "pcomp") if held is not None else None
        clause_after = child(verb, "xcomp", "ccomp", "advcl")
        return clause_after or inner or child(verb, "dobj")
    found = child(verb, "ccomp", "xcomp")
    if found is not None and found.i < verb.i:
        found = None
    if found is None and (entry.get("object") or verb.lemma_ in ("agree", "commit", "appeal", "ask")):
        for prep in children(verb, "prep", "dative"):
            if (
                prep.lower_ in ("to", "for", "on", "about", "upon")
                and (inner := child(prep, "pcomp", "pobj")) is not None
            ):
                found = inner
    return found or child(verb, "dobj") or child(verb, "advcl" if entry.get("object") else "attr")


def _verb_act(
    actors: Actors, sentence: Sentence, verb: Token, entry: dict[str, Any], content: Token
) -> FoundAct | None:
    act: ActType = entry["act"]
    mood = modal(verb) or (
        "will" if any(c.lower_ in ("going", "expected", "set") for c in children(verb, "aux")) else ""
    )
    if _bare_infinitive(verb) or _declines_to_say(verb, content):
        return None
    subject = agent_of(verb) if passive(verb) else subject_of(verb)
    reference = actors.resolve(subject, sentence)
    if reference is None:
        return None
    agents = actors.parties(reference.keys)
    addressees = _addressees(actors, sentence, verb, entry, content)
    if negated(verb):
        if act not in ("agree", "agreeToConsider"):
            return None
        act = "reject"
    if act == "agree" and content.lemma_.lower() in lexicon("acts")["consider"] and content.dep_ == "xcomp":
        act = "agreeToConsider"
    if act == "agree":
        together = [p for c in children(verb, "prep") if c.lower_ == "with" for p in children(c, "pobj")]
        partners = [k for p in together if (r := actors.resolve(p, sentence)) for k in actors.parties(r.keys)]
        agents, addressees = tuple(dict.fromkeys((*agents, *partners))), ()
    if act == "agree" and mood in ("would", "could", "might", "may", "can"):
        return None
    if act in ("carryOut", "agree") and mood:
        act = "expect" if act == "carryOut" else act
    tokens = clause(verb)
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl", "relcl"):
        tokens = [
            t
            for t in tokens
            if t.i >= verb.i or (subject is not None and t.i >= subject.left_edge.i and subject.i > verb.head.i)
        ]
    return FoundAct(
        act,
        agents,
        tuple(a for a in addressees if a not in agents),
        extent(tokens),
        extent(list(content.subtree)),
        content,
        verb,
        sentence,
        "act-verb",
        mood,
    )


def _declines_to_say(verb: Token, content: Token) -> bool:
    refuse = lexicon("reporting")["refuse"]
    return verb.lemma_.lower() in refuse["verbs"] and content.lemma_.lower() in refuse["complements"]


def _bare_infinitive(verb: Token) -> bool:
    to = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    return (
        (to or verb.tag_ == "VBG")
        and verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "ccomp")
        and not any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP", "VBD") for c in verb.children)
    )


def _addressees(
    actors: Actors, sentence: Sentence, verb: Token, entry: dict[str, Any], content: Token
) -> tuple[Key, ...]:
    candidates: list[Token] = []
    if entry.get("object"):
        candidates += [
            c for c in children(verb, "dobj", "dative") if c.pos_ in ("PROPN", "NOUN", "PRON") and c != content
        ]
        if content.dep_ in ("ccomp", "xcomp") and (inner := child(content, "nsubj")) is not None:
            candidates.append(inner)
    if (
        entry["act"] in ("demand", "request")
        and content.dep_ == "ccomp"
        and (inner := child(content, "nsubj", "nsubjpass")) is not None
    ):
        candidates.append(inner)
    for prep in children(verb, "prep", "dative"):
        if prep.lower_ in entry.get("to", ()):
            candidates += [p for p in children(prep, "pobj") if p != content or prep.lower_ in ("on", "upon")]
    found = [k for c in candidates if (r := actors.resolve(c, sentence)) for k in actors.parties(r.keys)]
    return tuple(dict.fromkeys(found))


# ---------------------------------------------------------------------- adjectives, nouns, bare promises


def _adjective_act(actors: Actors, sentence: Sentence, adjective: Token) -> Iterator[FoundAct]:
    entry = _by_word("adjectives")[adjective.lower_]
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "stay", "stand"):
        return
    content = child(adjective, "xcomp", "ccomp") or next(
        (p for c in children(adjective, "prep") if c.lower_ in ("to", "for") for p in children(c, "pobj", "pcomp")),
        None,
    )
    reference = actors.resolve(subject_of(verb), sentence)
    if content is None or reference is None or modal(verb) in ("would", "could", "should"):
        return
    act: ActType = entry["act"]
    if negated(verb):
        act = "reject" if act == "commit" else "commit"
    agents = actors.parties(reference.keys)
    yield FoundAct(
        act,
        agents,
        (),
        extent(clause(verb)),
        extent(list(content.subtree)),
        content,
        adjective,
        sentence,
        "act-adjective",
        modal(verb),
    )


def _noun_act(actors: Actors, sentence: Sentence, noun: Token, before: list[FoundAct]) -> Iterator[FoundAct]:
    entry = _by_word("nouns")[noun.lemma_.lower()]
    owner = child(noun, "poss") or next(
        (c for c in children(noun, "amod", "compound") if actors.mention_at(*extent([c]))), None
    )
    held = next((c for c in children(noun, "prep") if c.lower_ in entry["prepositions"]), None)
    content = child(held, "pobj", "pcomp") if held is not None else child(noun, "acl", "relcl", "ccomp")
    if owner is None or content is None or any(c.dep_ == "neg" or c.lower_ == "no" for c in noun.children):
        return
    keys: tuple[Key, ...] = ()
    if owner.lemma_.lower() == "country" or (
        owner.pos_ == "PRON" and owner.lower_ in ("its", "their", "our", "his", "her")
    ):
        reference = actors.resolve(subject_of(noun.head) if noun.head.pos_ == "VERB" else None, sentence)
        keys = reference.keys if reference else ()
    elif (mention := actors.mention_at(*extent([owner]))) is not None:
        keys = (actors.known(mention),)
    elif (reference := actors.resolve(owner, sentence)) is not None:
        keys = reference.keys
    if not keys:
        return
    agents = actors.parties(keys)
    covered = any(a.type == entry["act"] and a.agents == agents and a.head.i < noun.i for a in before)
    if covered:
        return
    tokens = [t for t in noun.subtree if t.i >= owner.left_edge.i]
    yield FoundAct(
        entry["act"],
        agents,
        (),
        extent(tokens),
        extent(list(content.subtree)),
        content,
        noun,
        sentence,
        "act-noun",
        nested=True,
    )


def _modal_acts(actors: Actors, sentence: Sentence, spoken: list[Utterance]) -> Iterator[FoundAct]:
    """ "X will ..." said by X's side is a promise; "Y must ..." said by the other side a demand."""
    for utterance in spoken:
        root = utterance.root
        if (
            root is None
            or root.pos_ not in ("VERB", "AUX")
            or utterance.kind in ("refuse", "reason", "concession", "speak")
        ):
            continue
        word = modal(root) or ("must" if root.lemma_ in ("need", "have") and child(root, "xcomp") is not None else "")
        speaker = actors.resolve(utterance.speaker, sentence, speaker=True)
        subject = child(root, "nsubj", "nsubjpass")
        reference = actors.resolve(subject, sentence)
        if reference is None or word not in ("will", "shall", "must", "should"):
            continue
        sides = actors.parties(reference.keys)
        own = actors.parties(speaker.keys) if speaker else ()
        states = [s for s in sides if s in actors.agents and actors.agents[s].kind in ("state", "organization")]
        if not states or root.lemma_ == "be" or passive(root):
            continue
        act: ActType = "commit" if set(sides) & set(own) or not own else "expect"
        agents, addressees = sides, tuple[Key, ...]()
        if word in ("must", "should"):
            if not own or set(sides) & set(own):
                continue
            act, agents, addressees = "demand", own, sides
        if negated(root) and act == "commit":
            act = "reject"
        span = extent(clause(root))
        yield FoundAct(
            act,
            agents,
            addressees,
            span,
            span,
            root,
            root,
            sentence,
            f"modal-{word}",
            "will" if act == "expect" else "",
        )
