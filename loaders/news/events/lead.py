"""What the head of an article tells of the event that it is about: the day of what was done there, and that it is here.

"A and B traded maps on Monday. Their ministers met for an hour": the meeting was on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ....graph.records import Span, When
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import child, children, conjuncts
from ..lexicons.word_lists import wordset
from ..values.dates import DatedSpan, day_of, find_dates
from ..values.quantities import find_amounts
from .details import Detail, FoundEvent, Phrase
from .last_days import last_day_of, over_days
from .own_days import governor_of
from .participants import taking_part

_SITTINGS: Final = frozenset({"meeting", "talks"})
_NEAR: Final = 2
"""Sentences behind the lead in which what was done on its day is told on."""
_WEEK: Final = timedelta(days=7)
_BEFORE: Final = 20
"""Characters before the words for an event in which the hours may stand that it took."""
_OF_HOURS: Final = re.compile(r"\bafter (?:[\w-]+ )?(?:hours|morning|afternoon|evening|night|a day|one day) of ")
_AFTER: Final = re.compile(r"\b(?:after|at|during|following) (?:[\w-]+ ){0,3}$")
"""Before the words for an event at or after which something was done."""
_OUTSIDE: Final = frozenset({"zone", "border", "frontier"})
"""Sites that are in no town."""
_STEM: Final = 4
"""Letters by which a noun is that of a verb: "offer" of "offered", "proposal" of "proposed"."""


def add_day_of_lead(actors: Actors, event: FoundEvent, published: date | None) -> None:
    """Dates a meeting by the day of the lead: what both sides came to that day, or what is told right before it."""
    lead = _lead(actors)
    untold = event.when is None and event.kind in _SITTINGS and not (event.planned or event.which or event.cancelled)
    if lead is None or published is None or not untold:
        return
    told = [s for m in event.mentions if m.news and (s := actors.article.sentence_at(m.span.start)) is not None]
    near = any(0 < sentence.number - lead.number <= _NEAR and _is_simple_past(sentence) for sentence in told)
    bygone = any(_had_been(s) for m in event.mentions if (s := actors.article.sentence_at(m.span.start)) is not None)
    root, said = lead.span.root, wordset("events", "saying")
    of_hours = _is_of_hours(actors, event, lead)
    days = event.duration is not None and event.duration.unit_code == "DAY" and event.duration.value != 1
    goes_on = event.going_on and days and any(0 < sentence.number - lead.number <= 2 * _NEAR for sentence in told)
    near = of_hours or (near and event.kind == "meeting") or _is_of_both(actors, event, lead)
    if not (goes_on or (near and not bygone)):
        return
    told_of = children(root, "ccomp") if root.lemma_ in said else []
    verbs = {one for verb in (root, *told_of) for one in conjuncts(verb) if one.lemma_ not in said}
    if of_hours and any(c.lower_ == "after" for c in children(root, "prep")):
        verbs.add(root)  # "said on Tuesday, after four hours of talks"
    dated = next((d for verb, d in _deeds(actors, lead, published) if verb in verbs), None)
    if dated is not None:
        last = replace(dated.when, value=f"/{dated.when.value}")  # "had met for three days"
        event.when = over_days(last, event.duration) if goes_on else _over_days(actors, event, lead, dated.when)
        event.details.append((Detail("date", Span(dated.start, dated.end)), lead))


def deed_before(
    actors: Actors, phrase: Phrase, verb: Token, published: date | None
) -> tuple[DatedSpan, Sentence] | None:
    """The day of "A offered on Monday to wait" for "The offer was made at talks in X", with its sentence."""
    sentence = phrase.sentence
    subject = child(verb, "nsubjpass", "nsubj")
    if published is None or not sentence.number or subject is None or subject.pos_ != "NOUN":
        return None
    if subject.i > phrase.first.i or not any(c.lower_ == "the" for c in subject.children):
        return None
    earlier = actors.article.sentences[sentence.number - 1]
    stem = subject.lemma_.lower()[:_STEM]
    agreed = wordset("events", "agreeing") if subject.lemma_.lower() in wordset("events", "come_to") else ()
    deeds = [(did.lemma_.lower(), d) for did, d in _deeds(actors, earlier, published)]
    same = (d for did, d in deeds if did.startswith(stem) or did in agreed)
    found = next(same, None)
    return (found, earlier) if found is not None else None


def is_told_here(actors: Actors, event: FoundEvent, published: date | None) -> bool:
    """True for what the sides did in the week of a lead that tells that they are here: "signed a map here"."""
    lead, day = _lead(actors), last_day_of(event.when)
    if lead is None or published is None or day is None or event.planned or event.place is not None:
        return False
    theirs = len(event.parties) > 2 or (bool(actors.told_pair) and set(event.parties) <= set(actors.told_pair))
    here = any(t.lower_ == "here" and t.dep_ == "advmod" and t.head.pos_ == "VERB" for t in lead.span)
    near = here or _is_at_a_site(actors, event)
    return near and theirs and timedelta() <= published - day < _WEEK


def _is_at_a_site(actors: Actors, event: FoundEvent) -> bool:
    """True for "met for an hour at a hotel near the harbour": in the town from which is written."""
    told = (s for m in event.mentions if m.news and (s := actors.article.sentence_at(m.span.start)) is not None)
    held = (t for s in told for t in s.span if t.dep_ == "pobj" and t.head.lower_ in ("at", "in"))
    sites = wordset("events", "sites") - _OUTSIDE
    inside = (t for t in held if t.pos_ == "NOUN" and t.lemma_.lower() in sites and t.head.head.pos_ == "VERB")
    return any(not any(_is_of_town(actors, noun, k) for k in noun.subtree) for noun in inside)


def _is_of_town(actors: Actors, site: Token, word: Token) -> bool:
    """True for a name by which a site is elsewhere: "a hotel in X", not "a hotel near the A headquarters"."""
    near = {k for p in children(site, "prep") if p.lower_ == "near" for k in p.subtree}
    if word.pos_ != "PROPN" or word not in near:
        return word.pos_ == "PROPN"
    mention = actors.mention_at(start_of(word), end_of(word))
    return word.ent_type_ == "GPE" and (mention is None or mention.entry.kind == "state")


def _is_of_hours(actors: Actors, event: FoundEvent, lead: Sentence) -> bool:
    """True for talks of which the lead tells that something was said or done "after six hours of talks"."""
    text, spans = actors.article.text, (m.span for m in event.mentions if lead.start <= m.span.start < lead.end)
    return any(_OF_HOURS.search(text, max(lead.start, span.start - _BEFORE), span.end) for span in spans)


def _over_days(actors: Actors, event: FoundEvent, lead: Sentence, when: When) -> When:
    """From the first day to the last of "agreed on Thursday after four days of talks"; any other day as it is."""
    text, last = actors.article.text, day_of(when)
    for mention in event.mentions if last is not None else ():
        if lead.start <= mention.span.start < lead.end:
            for amount in find_amounts(text, max(lead.start, mention.span.start - _BEFORE), mention.span.end):
                days = amount.quantity.value if amount.duration and amount.quantity.unit_code == "DAY" else None
                if last is not None and days and days > 1 and text[: amount.start].endswith(" after "):
                    first = last - timedelta(days=int(days) - 1)
                    return replace(when, value=f"{first.isoformat()}/{last.isoformat()}")
    return when


def _lead(actors: Actors) -> Sentence | None:
    return next((s for s in actors.article.sentences if s.segment.kind == "paragraph"), None)


def _is_of_both(actors: Actors, event: FoundEvent, lead: Sentence) -> bool:
    """True for the talks of A and B where the lead tells that "A and B agreed on Friday to wait" (, officials said)."""
    root = lead.span.root
    said = children(root, "ccomp") if root.lemma_ in wordset("events", "saying") else []
    deals = wordset("events", "agreeing") | wordset("events", "dealing")
    deal = next((verb for verb in (root, *said) if verb.lemma_ in deals), None)
    subject = child(deal, "nsubj") if deal is not None else None
    if subject is None or len(conjuncts(subject)) < 2 or (event.place and not _is_done_at(actors, event, lead)):
        return False
    acting = actors.parties(taking_part(actors, subject, lead))
    return len(acting) > 1 and set(acting) == set(actors.told_pair) and set(event.parties) <= set(acting)


def _is_done_at(actors: Actors, event: FoundEvent, lead: Sentence) -> bool:
    """True where the lead or what follows it tells of something done or said "after a daylong meeting in X"."""
    text = actors.article.text
    for mention in event.mentions:
        sentence = actors.article.sentence_at(mention.span.start)
        near = sentence is not None and 0 <= sentence.number - lead.number < _NEAR
        if near and sentence is not None and _AFTER.search(text, sentence.start, mention.span.start):
            return True
    return False


def _had_been(sentence: Sentence) -> bool:
    return any(c.lower_ == "had" for c in children(sentence.span.root, "aux"))


def _is_simple_past(sentence: Sentence) -> bool:
    """True for "The two met for an hour", not for "had met before"."""
    root = sentence.span.root
    return root.tag_ == "VBD" and not children(root, "aux")


def _deeds(actors: Actors, sentence: Sentence, published: date) -> Iterator[tuple[Token, DatedSpan]]:
    """Each verb of a sentence with the day of the week on which it was done."""
    root = sentence.span.root
    phrase = Phrase(sentence, root, root, root)
    for dated in find_dates(actors.article.text, sentence.start, sentence.end, published):
        day, verb = day_of(dated.when), _deed_of(phrase, dated)
        recent = day is not None and "/" not in dated.when.value and timedelta() <= published - day < _WEEK
        if recent and verb is not None and verb.tag_ == "VBD":
            yield verb, dated


def _deed_of(phrase: Phrase, dated: DatedSpan) -> Token | None:
    """The verb of a day, also where a parser hangs the day on a noun: "traded maps of the border on Friday"."""
    above = governor_of(phrase, dated)
    if above is None or above.pos_ == "VERB" or not dated.when.printed.lower().startswith("on "):
        return above if above is not None and above.pos_ == "VERB" else None
    return next((t for t in above.ancestors if t.pos_ == "VERB"), None)
