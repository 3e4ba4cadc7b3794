"""What :func:`.assess.assess` answers: how far a clause holds, by whose word, and which words say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..language.parse import Token
from .signatures import Certainty, Effect, Force, Polarity, SourceKind, Time

_CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible")
_TIMES: tuple[Time, ...] = ("done", "planned", "general", "background")
_LASTING: frozenset[Force] = frozenset({"withdrawn", "mention", "unserious"})
"""What holds for all that is said, also for what is taken for granted there."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody whose word it is: the noun that stands for them, if there is one."""

    kind: SourceKind
    noun: Token | None


class Value(NamedTuple):
    """How far a clause holds, as its last source has it; the text itself vouches for it when there is none."""

    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    time: Time = "done"
    forces: frozenset[Force] = frozenset()
    sources: tuple[Source, ...] = ()
    why: tuple[str, ...] = ()
    """The links of the way down to the clause, in words."""

    def because(self, *words: str) -> Value:
        """The same with further links."""
        return self._replace(why=(*self.why, *words))

    def negated(self) -> Value:
        """The clause with a "not" in it."""
        turned: dict[Polarity, Polarity] = {"+": "-", "-": "+", "u": "u"}
        return self._replace(polarity=turned[self.polarity])

    def at_most(self, certainty: Certainty) -> Value:
        """No surer than this."""
        return self._replace(certainty=max(self.certainty, certainty, key=_CERTAINTIES.index))

    def at(self, time: Time) -> Value:
        """No nearer to what has been done than this."""
        return self._replace(time=max(self.time, time, key=_TIMES.index))

    def with_force(self, *forces: Force) -> Value:
        """The same as a question, a wish, a hypothesis ..."""
        return self._replace(forces=self.forces | frozenset(forces))

    def by(self, kind: SourceKind, noun: Token | None) -> Value:
        """The same as somebody's word."""
        return self._replace(sources=(*self.sources, Source(kind, noun)))

    def said_now(self) -> Value:
        """The same where saying so is the act: "we will", "we must", "ready to"."""
        return self._replace(certainty="certain", time="done", forces=self.forces - {"prescribed", "wish", "ability"})

    def hoped_for(self) -> Value:
        """The same where those who can do it say so: "we can agree"."""
        return self._replace(forces=self.forces - {"ability"}).at_most("possible").at("planned")

    def granted(self) -> Value:
        """What is taken for granted beside it: as true as whoever says all this is to be believed."""
        return Value("+", forces=self.forces & _LASTING, sources=self.sources, why=self.why)

    def under(self, effect: Effect, noun: Token | None) -> Value:
        """The value of what hangs on a word with this effect; ``noun`` is who says or thinks it."""
        if effect.granted:
            return self.granted()
        if "rumour" in effect.forces and self.polarity == "-" and any(s.kind == "denied" for s in self.sources):
            return self  # "denied reports that": what was rumoured is denied
        polarity = {"+": effect.so, "-": effect.if_not, "u": "u"}[self.polarity]
        below = self._replace(polarity=polarity).at_most(effect.certainty).with_force(*effect.forces)
        below = below.at(effect.time) if effect.time != "done" else below
        if self.polarity == "-" and polarity == "u" and effect.source == "said":
            below = below.with_force("unsaid")
        return below.by(effect.source, noun) if effect.source is not None else below
