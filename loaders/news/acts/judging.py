"""Which finds are acts of the negotiation that the text tells to be so, how far each holds, and why others are none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ....graph.records import Key, Standing
from ..cast.actors import Actors
from ..cast.attribution import NOT_FOUND, Attributed
from ..cast.own_papers import OwnPaper, is_joint
from ..language.annotation import start_of
from ..language.parse import Token
from ..language.syntax import base, child, negated, subject_of
from ..lexicons.word_lists import wordset
from ..standing.assess import Standings
from ..standing.judging import Judgement, judge
from ..standing.own_words import hangs_on
from ..standing.value import Value
from .accounts import account_of, doubted_after, opening_of
from .acting import representatives
from .addressees import told_to
from .fragments import is_fragment, is_of_somebody_else, names_only_people
from .frames import FoundAct
from .objects import is_conceded
from .relevance import Talks, irrelevance


@dataclass(frozen=True, slots=True)
class Judging:
    """Tells which finds are acts of the negotiation, and how far they hold; notes why others are none."""

    actors: Actors
    standings: Standings
    talks: Talks
    paper: OwnPaper | None
    skipped: dict[int, str]
    dialogue: bool = False
    """True for a text in which speakers of several states take turns."""

    def told(self, act: FoundAct) -> FoundAct | None:
        """The act with its standing; ``None`` for one that the text does not tell to be so."""
        found = self._told(act)
        holder = self.standings.holder(act.head)
        if found is not None and holder is not None and any(key == NOT_FOUND for key in holder.speakers):
            self.skipped[start_of(act.head)] = "said by somebody who is not found"
            return None
        if found is not None and found.standing == "asserted":
            teller = account_of(self.actors, self.standings.attribution, found)
            if teller is not None:
                return _claimed_by(teller, found)
            opening = opening_of(self.actors, self.standings.attribution, found)
            if opening is not None:
                tellers = self.actors.resolve(*opening, speaker=True)
                if len(tellers) == 1:
                    return _claimed_by(tellers[0], found)
                self.skipped[start_of(act.head)] = "told in an account that is nobody's"
                return None
            if doubted_after(self.actors, found):
                self.skipped[start_of(act.head)] = "doubted right after"
                return None
        if found is not None and found.standing == "claimed" and holder is None and found.told_by is None:
            found = self._with_teller(found)
        if found is None or self.paper is None or holder is not None:
            return found
        if self.paper.vouches_for(self.actors.parties(act.agents)):
            return found
        value = found.value.because("own paper") if found.value is not None else None
        standing: Standing = "claimed" if found.standing == "asserted" else found.standing
        return replace(found, standing=standing, value=value, told_by=self.paper.publisher)

    def beside(self, act: FoundAct, answer: FoundAct) -> FoundAct | None:
        """An answer that is told in the same breath as an act; it stands as far as that does."""
        if act.standing not in ("asserted", "claimed"):
            return None
        if reason := irrelevance(self.actors, answer, talks=self.talks, dialogue=self.dialogue):
            self.skipped[start_of(answer.head)] = reason
            return None
        said = self.standings.holder(act.head) is not None  # the aside stands in nobody's words that the act is not in
        standing: Standing = "claimed" if said else act.standing
        return replace(answer, standing=standing, value=act.value, told_by=act.told_by)

    def _is_of_those_who_issue_it(self, act: FoundAct) -> bool:
        """True for what the sides of a joint statement will do by it."""
        return is_joint(self.actors) and set(act.agents) <= {*self.actors.pair, *self.actors.told_pair}

    def _with_teller(self, act: FoundAct) -> FoundAct:
        """What the walk above an act finds to be somebody's word, as his: "told A that he was ready provided B ..."."""
        nouns = (s.noun for s in act.value.sources if s.noun is not None) if act.value is not None else ()
        tellers = [key for noun in nouns for key in self.actors.resolve(noun, act.sentence, speaker=True)]
        return replace(act, told_by=tellers[-1]) if tellers else act

    def _told(self, act: FoundAct) -> FoundAct | None:
        holder = self.standings.holder(act.head)
        if reason := irrelevance(self.actors, act, talks=self.talks, dialogue=self.dialogue):
            self.skipped[start_of(act.head)] = reason
            return None
        if act.planned and _is_a_meeting(act):
            self.skipped[start_of(act.head)] = "a meeting that is planned"
            return None
        if act.rule == "modal-will" and holder is None and self.paper is None and not _is_agreed_on(self.actors, act):
            self.skipped[start_of(act.head)] = "foreseen by the article"
            return None
        if holder is not None and _is_taken_for_granted(act, holder):
            return replace(act, standing="asserted", value=Value())
        value = self.standings.assess(act.head, act.sentence, own=act.rule != "act-provided")
        if act.rule == "act-listed":
            value = value.because(*_besides(act, said=holder is not None))
            return replace(act, standing="claimed" if holder is not None else "asserted", value=value)
        value = value.at("planned") if act.planned else value
        own = holder is not None and _of_one_side(self.actors, act, holder)
        if act.root.pos_ == "VERB" and act.root.i != act.head.i and hangs_on(act.root):
            value = value.with_force("conditional").because("if")  # "ready to let ships pass if ..."
        value = value.hoped_for() if own and act.type == "agree" and "ability" in value.forces else value
        in_the_saying = act.rule.startswith("modal") or act.rule == "act-adjective"
        foretold = holder is not None and not own and _is_foretold(self.actors, act, holder)
        value = value.at("planned") if foretold else value
        conceded = act.type == "offer" and ("ability" in value.forces or is_conceded(act.head))  # "could live with 60"
        joint = holder is None and act.rule == "modal-will" and not act.planned and self._is_of_those_who_issue_it(act)
        said_now = joint or (own and (in_the_saying or act.refusal or conceded or act.type == "agreeToConsider"))
        judged = judge(
            value.said_now() if said_now or (act.rule == "act-adjective" and not foretold) else value,
            said=holder is not None or (act.rule == "act-stated" and _one_says(self.standings, act)),
            own=own,
            binds=act.type in ("commit", "offer", "agree"),
            refusal=act.refusal,
        )
        cut = is_fragment(act) or names_only_people(self.actors, act) or is_of_somebody_else(self.actors, act)
        if judged.standing is not None and cut:
            judged = Judgement(None, "cut words")
        if judged.standing is None:
            self.skipped[start_of(act.head)] = judged.reason
            return None
        value = value.because(*_besides(act, said=holder is not None and not value.sources, now=said_now))
        people = representatives(self.actors, act.sentence, _subject(act.head), act.agents)
        addressees = act.addressees or told_to(self.actors, act)
        return replace(act, standing=judged.standing, value=value, represented_by=people, addressees=addressees)


def _is_a_meeting(act: FoundAct) -> bool:
    """True for "plan to hold a meeting in May", "plan to meet": an event, to which nobody is bound."""
    thing = child(act.root, "dobj")
    gathers = act.root.lemma_.lower() in wordset("acts", "gathering")
    gathers = gathers and (thing is None or thing.pos_ == "PROPN")  # not "plans to meet its obligations"
    meetings = wordset("topics", "talks") | {"meeting", "round", "summit"}
    meeting = thing is not None and base(thing) in meetings
    return gathers or (act.root.lemma_.lower() in ("hold", "have", "convene") and meeting)


def _is_taken_for_granted(act: FoundAct, holder: Attributed) -> bool:
    """True for A's demand in "he declined to say what had become of A's demand for": the article tells of it."""
    held = act.head.head if act.head.dep_ == "pobj" and act.head.head.lower_ == "of" else None
    became = held is not None and held.head.lemma_ == "become"
    return became and holder.utterance.kind == "refuse" and act.rule == "act-noun"


def _claimed_by(teller: Key, act: FoundAct) -> FoundAct:
    """The act as the one tells it who gives an account of what happened."""
    value = act.value.because("account") if act.value is not None else None
    return replace(act, standing="claimed", value=value, told_by=teller)


def _is_agreed_on(actors: Actors, act: FoundAct) -> bool:
    """True for "A will open the port" in an article's own voice that several will do, or beside what was agreed."""
    if len(act.agents) > 1 or is_joint(actors):
        return True
    done = child(act.root, "xcomp") if act.root.lemma_ == "be" else None  # "is to meet"
    if (done or act.root).lemma_.lower() in wordset("acts", "gathering"):
        return False
    number = act.sentence.number
    near = actors.article.sentences[max(0, number - 1) : number + 1]
    told = (t for s in near for t in s.span if s.segment.kind != "headline" or s is near[-1])
    agreed = (t for t in told if t.lemma_.lower() in wordset("acts", "agreeing"))
    return any(not (negated(t) or negated(t.head) or any(c.lower_ == "no" for c in t.children)) for t in agreed)


def _subject(head: Token) -> Token | None:
    """Who does what a verb, an adjective or a noun ("her offer") makes an act."""
    if head.pos_ == "ADJ":
        return subject_of(head.head)
    return child(head, "poss") if head.pos_ in ("NOUN", "PROPN") else subject_of(head)


def _besides(act: FoundAct, *, said: bool, now: bool = False) -> list[str]:
    """What decides how an act stands besides the walk to it, as links of the walk."""
    lent = act.sentence.segment.kind in ("headline", "caption")
    so = {"headline": lent, "spoken": said, "planned": act.planned, "refusal": act.refusal, "own word": now}
    return [link for link, holds in so.items() if holds]


def _one_says(standings: Standings, act: FoundAct) -> bool:
    """True when a person confirms a readiness, which is his word; sides that do so together act."""
    reporter = standings.reporter(act.head)
    return reporter is not None and len(act.agents) < 2 and all(key.startswith("person/") for key in reporter.speakers)


def _is_foretold(actors: Actors, act: FoundAct, holder: Attributed) -> bool:
    """True for others' readiness in a speech: its speaker is of a state that is known, or holds no post at all."""
    if act.rule != "act-adjective" or holder.utterance.kind != "turn":
        return False
    known = any(key.startswith("state/") for key in actors.parties(holder.speakers))
    return known or not any(actors.is_official(key) for key in holder.speakers)


def _of_one_side(actors: Actors, act: FoundAct, holder: Attributed) -> bool:
    """True when whoever says so is of a side that acts, or holds a post of which nothing says whose it is."""
    sides = actors.parties(holder.speakers)
    sideless = holder.utterance.kind != "turn"  # in a transcript others are spoken of
    official = sideless and all(
        (actors.is_official(key) and key not in actors.sides) or actors.is_ministry_of_nobody(key)
        for key in holder.speakers
    )
    return bool(set(act.agents) & set(sides)) or official
