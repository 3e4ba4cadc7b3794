"""What an article is about: the state or organisation that a bare title in it belongs to."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from ....graph.records import Key
from ..names.gazetteer import Mention
from .actors import Actors

_PLACED = ("in", "at", "near", "from", "to", "after", "before", "of")
UNITED_NATIONS = Key("organization/united-nations")
_OTHER_SECRETARIATS = tuple(
    Key(f"organization/{id}") for id in ("nato", "osce", "arab-league", "asean", "gcc", "oas", "commonwealth", "oecd")
)


class Topic:
    """The main state and organisation of an article; ``None`` where two could be it."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors

    @cached_property
    def headline(self) -> str:
        first = next(iter(self.actors.article.segments), None)
        return self.actors.article.text[first.start : first.end].lower() if first is not None else ""

    @cached_property
    def spoken(self) -> bool:
        """True for what one side publishes of its own words: a briefing, a readout."""
        return any(word in self.headline for word in ("briefing", "conference", "readout", "transcript"))

    @cached_property
    def home(self) -> Key | None:
        """The state whose capital the dateline has, when the article is about it."""
        found = self.actors.gazetteer.match(self.actors.article.text, 0, min(600, len(self.actors.article.text)))
        text = self.actors.article.text
        for mention in found:
            line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
            ends = text[mention.end : mention.end + 1] in (",", " ", "\n", ":") and not line.strip()
            if mention.form == "capital" and mention.start and ends:
                key = Key(mention.entry.key)
                about = self.actors.pair or [k for k, _ in self.counted.most_common(1)]
                return self.actors.known(mention) if key in about or not about or self.spoken else None
        return None

    def headline_body(self) -> Key | None:
        """The body that a headline names as the one that speaks: "X Foreign Ministry briefing"."""
        for reading in self.actors.readings:
            if reading.sentence.segment.kind != "headline":
                break
            for n in range(len(reading.words)):
                found = reading.titles.qualifier(n, len(reading.words))
                if found is not None and found[1] is not None:
                    return self.actors.organization(*found[1], found[0])
        return self.home

    @cached_property
    def names_secretary_general(self) -> bool:
        """True when an article has a Secretary-General and no other body's than the United Nations can be meant."""
        text = self.actors.article.text
        return "secretary-general" in text.lower() and not any(k in self.counted for k in _OTHER_SECRETARIATS)

    @cached_property
    def secretariat(self) -> Key | None:
        return self.known(UNITED_NATIONS) if self.names_secretary_general else None

    @cached_property
    def counted(self) -> Counter[Key]:
        counted: Counter[Key] = Counter()
        for reading in self.actors.readings:
            for mention in reading.mentions:
                if mention.entry.kind != "outlet" and not self._is_place(mention):
                    counted[Key(mention.entry.key)] += 1
        return counted

    def _is_place(self, mention: Mention) -> bool:
        before = self.actors.article.text[max(0, mention.start - 6) : mention.start].split()
        return mention.form == "capital" and bool(before) and before[-1].lower() in _PLACED

    @cached_property
    def state(self) -> Key | None:
        """The state that the article is about, when it is about one."""
        sides = [side for side in self.actors.pair if side.startswith("state/")]
        if len(self.actors.pair) == 2 and len(sides) == 1:  # a state and a movement
            return sides[0]
        return self._leading("state/", 0.7) or self._in_lead("state/") or self._only_place

    @cached_property
    def domestic(self) -> Key | None:
        """The state that an article is about so much that bare titles in it can be taken for its own.

        There is none in articles on talks of two states: a bare title there may be of either.
        """
        states = Counter({k: n for k, n in self.counted.items() if k.startswith("state/")})
        sides = [side for side in self.actors.pair if side.startswith("state/")]
        state = self.state
        if state is None or (len(sides) == 2 and not self._dominates(states, state, 0.75)) or self.spoken:
            return None
        at_home = state == self.home or (state == self.actors.home and not self.actors.pair)
        share = 0.5 if (len(self.actors.pair) == 2 and len(sides) == 1) or at_home else 0.7
        return state if not states or self._dominates(states, state, share) else None

    def _dominates(self, states: Counter[Key], state: Key, share: float) -> bool:
        return states[state] >= share * sum(states.values())

    @cached_property
    def organization(self) -> Key | None:
        """The organisation that the article is about, when it is about one."""
        return self._leading("organization/", 0.6) or self._in_lead("organization/")

    def _leading(self, kind: str, share: float) -> Key | None:
        counted = Counter({k: n for k, n in self.counted.items() if k.startswith(kind)})
        if not counted:
            return None
        key, count = counted.most_common(1)[0]
        return self.known(key) if count >= share * sum(counted.values()) else None

    def _in_lead(self, kind: str) -> Key | None:
        """The only one that the headline and the first paragraph name."""
        bodies = [r for r in self.actors.readings if r.sentence.segment.kind == "paragraph"]
        first = bodies[0].sentence.segment_number if bodies else -1
        opening = [r for r in self.actors.readings if r.sentence.segment_number <= first]
        found = {Key(m.entry.key) for r in opening for m in r.mentions if not self._is_place(m)}
        named = [key for key in found if key.startswith(kind)]
        return self.known(named[0]) if len(named) == 1 else None

    @cached_property
    def _only_place(self) -> Key | None:
        """The one state whose capital an article has as a place, when it names no state otherwise."""
        mentions = [m for r in self.actors.readings for m in r.mentions if m.entry.kind == "state"]
        keys = {m.entry.key for m in mentions}
        return self.actors.known(mentions[0]) if len(keys) == 1 else None

    def known(self, key: Key) -> Key:
        found = (m for r in self.actors.readings for m in r.mentions if m.entry.key == key)
        mention = next(found, None)
        return self.actors.known(mention) if mention is not None else self.actors.unprinted(key)
