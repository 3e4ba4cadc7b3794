"""Whose words stand where: utterances with their speakers resolved, and the chain of speakers at any place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...graph.records import AttributionMode, Key
from .actors import Actors
from .annotation import end_of, start_of
from .lexicons import lexicon
from .speech import Utterance
from .syntax import children


@dataclass(frozen=True, slots=True)
class Attributed:
    """An utterance with its speakers; ``chain`` runs from the reporting source inwards."""

    utterance: Utterance
    speakers: tuple[Key, ...]
    chain: tuple[Key, ...]
    unnamed: bool


class Attribution:
    """All utterances of an article whose speaker is somebody."""

    def __init__(self, actors: Actors, utterances: tuple[Utterance, ...]) -> None:
        self.actors = actors
        resolved = [self._resolve(u, utterances, 12) for u in utterances]
        self.all = tuple(self._nested([a for a in resolved if a is not None]))

    def _resolve(self, utterance: Utterance, utterances: tuple[Utterance, ...], steps: int) -> Attributed | None:
        if utterance.follows is not None:
            source = (
                self._resolve(utterances[utterance.follows], utterances, steps - 1)
                if steps and utterances[utterance.follows] is not utterance
                else None
            )
            return replace(source, utterance=utterance) if source else None
        reference = self.actors.resolve(utterance.speaker, utterance.sentence, speaker=True)
        if reference is None:
            return None
        outlet = self._told_to(utterance)
        unnamed = any(
            self.actors.agents.get(k) is not None and self.actors.agents[k].kind == "unnamed" for k in reference.keys
        )
        chain = (outlet,) if outlet and outlet not in reference.keys else ()
        return Attributed(utterance, reference.keys, (*chain, reference.keys[0]), unnamed)

    def _told_to(self, utterance: Utterance) -> Key | None:
        """The outlet in "a source told <outlet>": it reports the words."""
        verb = utterance.verb
        if verb is None:
            return None
        candidates = children(verb, "dobj", "dative") + [
            p for c in children(verb, "prep", "dative") if c.lower_ in ("to", "with", "by") for p in children(c, "pobj")
        ]
        for noun in candidates:
            mention = self.actors.mention_at(start_of(noun), end_of(noun))
            if mention is not None and mention.entry.kind == "outlet":
                return self.actors.known(mention)
        return None

    def _nested(self, found: list[Attributed]) -> list[Attributed]:
        """Speech within speech gets the longer chain; the same speaker within itself is one utterance."""
        kept: list[Attributed] = []
        for inner in found:
            outer = next((o for o in found if o is not inner and _contains(o, inner)), None)
            if outer is None:
                kept.append(inner)
            elif set(inner.speakers) & set(outer.speakers) or inner.utterance.kind in ("speak", "reason", "concession"):
                if inner.utterance.kind == "speak" and not set(inner.speakers) & set(outer.speakers):
                    continue
                if inner.utterance.kind in ("reason", "concession"):
                    kept.append(inner)
            elif (
                inner.utterance.verb is None
                or inner.utterance.verb.lemma_.lower() in lexicon("reporting")["say_within_speech"]
            ):
                kept.append(Attributed(inner.utterance, inner.speakers, (*outer.chain, *inner.chain), inner.unnamed))
        return kept

    def at(self, start: int, end: int) -> Attributed | None:
        """The innermost utterance that holds a stretch of the text."""
        holding = [a for a in self.all if a.utterance.content[0] <= start and end <= a.utterance.content[1]]
        return min(holding, key=lambda a: a.utterance.content[1] - a.utterance.content[0]) if holding else None

    def chain_at(self, start: int, end: int) -> tuple[tuple[Key, ...], AttributionMode]:
        """The chain of speakers of a stretch, empty for the article's own voice, and how it is attributed."""
        holder = self.at(start, end)
        return (holder.chain, holder.utterance.mode) if holder else ((), "unattributed")

    def in_sentence(self, number: int) -> list[Attributed]:
        """Utterances of one sentence."""
        return [a for a in self.all if a.utterance.sentence.number == number]


def _contains(outer: Attributed, inner: Attributed) -> bool:
    a, b = outer.utterance.content, inner.utterance.content
    same = a == b
    return (
        (not same
        and a[0] <= b[0]
        and b[1] <= a[1]
        and outer.utterance.kind not in ("speak", "reason"))
        or (
            outer.utterance.kind == "speak"
            and not same
            and a[0] <= b[0]
            and b[1] <= a[1]
            and inner.utterance.kind == "speak"
        )
    )
