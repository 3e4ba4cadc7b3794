"""Whose words stand where: utterances with their speakers resolved, and the chain of speakers at any place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ....graph.records import AttributionMode, Key
from ..language.annotation import Sentence, end_of, start_of
from ..language.syntax import children, is_one_more, passive
from ..lexicons.word_lists import wordset
from ..voices.utterances import Utterance
from .actors import Actors

_MOST = 0.6
_ANYBODY: Final = ("it", "they", "one", "another", "others", "each", "both", "some")
"""Whose word it is if nobody knows whom they mean."""
_AGAINST: Final = ("though", "although", "while", "whereas")
_LONGEST_CHAIN = 12
"""How many quotations in a row are followed back to the one that names its speaker."""


_UNNAMED: Final = "unnamed speaker"
NOT_FOUND: Final = Key("unnamed/unnamed-speaker")
"""Who says something and is not found: "he said", where no man is named before."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """An utterance with its speakers; ``chain`` runs from the reporting source inwards."""

    utterance: Utterance
    speakers: tuple[Key, ...]
    chain: tuple[Key, ...]
    unnamed: bool
    passes_on: bool = False
    """True when nearly all of it is what somebody else says, who is told of in it."""


class Attribution:
    """All utterances of an article whose speaker is somebody."""

    def __init__(self, actors: Actors, utterances: tuple[Utterance, ...]) -> None:
        self._actors = actors
        self._by_sentence: dict[int, list[Attributed]] = {}
        resolved = [self._resolve(u, utterances, _LONGEST_CHAIN) for u in utterances]
        for found in resolved:
            if found is not None and found.utterance.kind != "lead":
                self._by_sentence.setdefault(found.utterance.sentence.number, []).append(found)
        for number, inside in self._by_sentence.items():
            self._by_sentence[number] = _nested(inside)
        self.all = tuple(one for inside in self._by_sentence.values() for one in inside)

    def at(self, start: int, end: int) -> Attributed | None:
        """The innermost utterance that holds a stretch of the text."""
        holding = self._holding(start, end)
        return min(holding, key=lambda a: a.utterance.content[1] - a.utterance.content[0], default=None)

    def _holding(self, start: int, end: int) -> list[Attributed]:
        """The utterances that hold a stretch of the text."""
        sentence = self._actors.article.sentence_at(start)
        inside = self._by_sentence.get(sentence.number, []) if sentence is not None else []
        return [a for a in inside if a.utterance.content[0] <= start and end <= a.utterance.content[1]]

    def is_spoken(self, start: int, end: int) -> bool:
        """True for a stretch that only somebody's words tell; "denied that" and the like are told of by the text."""
        return any(holder.utterance.kind != "speak" for holder in self._holding(start, end))

    def is_quoted(self, start: int, end: int) -> bool:
        """True for a stretch in somebody's own words: a quotation, or a turn of a speech."""
        holder = self.at(start, end)
        return holder is not None and (holder.utterance.kind == "turn" or holder.utterance.mode == "direct-quote")

    def within(self, sentence: Sentence) -> list[Utterance]:
        """The utterances of a sentence whose speaker is somebody."""
        return [found.utterance for found in self.said_within(sentence)]

    def said_within(self, sentence: Sentence) -> list[Attributed]:
        """The utterances of a sentence with their speakers."""
        return self._by_sentence.get(sentence.number, [])

    def chain_at(self, start: int, end: int) -> tuple[tuple[Key, ...], AttributionMode]:
        """The chain of speakers of a stretch, empty for the article's own voice, and how it is attributed."""
        holder = self.at(start, end)
        return (holder.chain, holder.utterance.mode) if holder else ((), "unattributed")

    def _resolve(self, utterance: Utterance, utterances: Sequence[Utterance], steps: int) -> Attributed | None:
        if utterance.follows is not None:
            followed = utterances[utterance.follows]
            if not steps or followed is utterance:
                return None
            source = self._resolve(followed, utterances, steps - 1)
            return replace(source, utterance=utterance) if source else None
        if utterance.kind == "turn" and utterance.speaker is not None:
            speakers: tuple[Key, ...] = (self._actors.labelled(utterance.speaker),)
        else:
            speakers = self._actors.resolve(utterance.speaker, utterance.sentence, speaker=True)
        if not speakers:
            speakers = self._nobody_known(utterance)
        if not speakers:
            return None
        outlet = self._told_to(utterance)
        agents = (self._actors.agents.get(k) for k in speakers)
        unnamed = any(agent is not None and agent.kind == "unnamed" for agent in agents)
        chain = (outlet,) if outlet and outlet not in speakers else ()
        return Attributed(utterance, speakers, (*chain, speakers[0]), unnamed)

    def _nobody_known(self, utterance: Utterance) -> tuple[Key, ...]:
        """Somebody unnamed in the text's words, for who says something and is not found: it is not the text's word."""
        speaker = utterance.speaker
        if speaker is None or utterance.kind not in ("say", "according"):
            return ()
        indirect = utterance.mode == "paraphrase"
        anybody = speaker.lower_ in _ANYBODY or is_one_more(speaker)
        if speaker.lower_ in ("he", "she") or (anybody and indirect and _says(utterance)):
            return (self._actors.somebody(_UNNAMED, (), printed=speaker.text),)
        if speaker.pos_ in ("NOUN", "PROPN") and _says(utterance):
            return (self._actors.unnamed(speaker),)
        return ()

    def _told_to(self, utterance: Utterance) -> Key | None:
        """The outlet in "a source told <outlet>": it reports the words."""
        verb = utterance.verb
        if verb is None:
            return None
        preps = [c for c in children(verb, "prep", "dative") if c.lower_ in ("to", "with", "by")]
        for noun in (*children(verb, "dobj", "dative"), *(p for c in preps for p in children(c, "pobj"))):
            mention = self._actors.mention_at(start_of(noun), end_of(noun))
            if mention is not None and mention.entry.kind == "outlet":
                return self._actors.known(mention)
        return None


def _says(utterance: Utterance) -> bool:
    """True for a verb of saying with its subject, and for "according to": what thinks or shows says nothing."""
    verb, speaker = utterance.verb, utterance.speaker
    if verb is None:
        return (
            utterance.cue is not None and speaker is not None and speaker.dep_ == "pobj" and speaker.head.lower_ == "to"
        )
    subject = speaker is not None and speaker.dep_ in ("nsubj", "conj") and not passive(verb)
    return subject and verb.lemma_.lower() in wordset("reporting", "say_within_speech")


def _nested(found: list[Attributed]) -> list[Attributed]:
    """Speech within speech gets the longer chain; the same speaker within itself is one utterance."""
    kept: list[Attributed] = []
    for inner in found:
        outer = next((o for o in found if o is not inner and _contains(o.utterance, inner.utterance)), None)
        outer = None if outer is not None and _is_set_against(inner.utterance, outer.utterance) else outer
        if outer is None or inner.utterance.kind in ("reason", "concession") or _comments(inner.utterance):
            kept.append(inner)
        elif not set(inner.speakers) & set(outer.speakers) and _speaks_within(inner.utterance):
            kept.append(replace(inner, chain=(*outer.chain, *inner.chain)))
    told = [inner.utterance for inner in kept if len(inner.chain) > 1]
    return [replace(o, passes_on=any(_is_most_of(u, o.utterance) for u in told)) for o in kept]


def _is_most_of(inner: Utterance, outer: Utterance) -> bool:
    (a, b), (start, end) = outer.content, inner.content
    return inner is not outer and a <= start and end <= b and end - start > _MOST * (b - a)


def _comments(inner: Utterance) -> bool:
    """True for "..., a claim X has denied": the article tells it of what was said before the comma."""
    verb = inner.verb
    if verb is None or inner.kind != "speak" or verb.dep_ != "relcl" or inner.speaker is None:
        return False
    first = verb.head.left_edge
    return inner.speaker.head == verb and inner.speaker.i > verb.head.i and first.i > 0 and first.nbor(-1).text == ","


def _is_set_against(inner: Utterance, outer: Utterance) -> bool:
    """True for "X refused to sign, though Y said ...": the text sets beside it what somebody else says."""
    verb = inner.verb
    if verb is None or verb.dep_ != "advcl" or verb.head is not outer.verb:
        return False
    return any(c.dep_ == "mark" and c.lower_ in _AGAINST for c in verb.children)


def _speaks_within(inner: Utterance) -> bool:
    if inner.kind == "speak":
        return False
    return inner.verb is None or inner.verb.lemma_.lower() in wordset("reporting", "say_within_speech")


def _contains(outer: Utterance, inner: Utterance) -> bool:
    if outer.kind == "reason" or (outer.kind == "speak" and inner.kind != "speak"):
        return False
    a, b = outer.content, inner.content
    if outer.kind in ("say", "according", "headline", "header", "quote") and inner.kind == "speak":
        return a[0] <= b[0] + 1 and b[1] <= a[1] + 1  # "X said (that) Y offered ...": Y's offer is in X's mouth
    return a != b and a[0] <= b[0] and b[1] <= a[1]
