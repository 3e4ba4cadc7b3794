"""Which dates of a sentence may be an event's: not a deadline, the day of saying, or of something else's end."""

from __future__ import annotations

import re
from datetime import date

from ....graph.records import When
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, passive
from ..lexicons.word_lists import wordset
from ..standing.phrases import run_on
from ..values.dates import DatedSpan
from .attachment import own_words_of
from .clauses import telling_verb
from .details import FoundEvent, Phrase, whole
from .not_held import is_nearly
from .numbers import ordinals

_DISCUSSING = frozenset(
    {"discuss", "debate", "review", "praise", "welcome", "criticise", "criticize", "condemn", "describe"}
)
"""Verbs whose day is not that of the event that they are about."""
_SINCE = frozenset({"since", "from", "until", "till", "by", "before", "after"})
"""Before a date: the event is not then."""
_BY = re.compile(r"\b(?:by|before|(?:not?|any) later than)\s(?:the\s)?(?:(?:end|middle|start|beginning)\sof\s)?$")
"""Before a date that is a deadline."""
_OF_THAT_YEAR = re.compile(r"\s(?:of\s)?that year\b")
"""Behind a month of a year that another sentence tells."""
_SET_FIRST = re.compile(
    r"\b(?:postponed|delayed|deferred|moved|rescheduled|put off|pushed back) from (?:the )?$"
    r"|\b(?:originally|initially|first|previously) (?:planned|scheduled|set|due|slated) (?:for|on) (?:the )?$"
)
"""Before the day for which something was set and on which it was not: "postponed from"."""
_HOW_OFTEN = re.compile(r"(?:in )?(?:an?|\w+) (?:day|week|month|year|decade)s?", re.IGNORECASE)
"""In "the second in a month", "a third meeting in five weeks": no day."""
_DATELINE = re.compile(r"[A-Z][A-Z’'. -]+(?:\([^()]*\))?,?\s*(?:\([^()]*\))?\s*,?\s*")
"""Before the date of a dateline: the town in capitals."""
_DASH = re.compile(r"\)?\s*(?:\([^()]*\)\s*)?[-–—]{1,2}\s")
_NAMES = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON", "NORP"})
_INNER = ("pobj", "prep", "npadvmod", "nummod", "compound", "nmod", "poss", "advmod", "amod", "appos", "tmod")
_PARTS_OF_DAY = frozenset(
    {"morning", "afternoon", "evening", "night", "day", "days", "date", "end", "start", "week", "half", "time"}
)
_STRETCHES = frozenset({"day", "hour", "morning", "afternoon", "evening", "night"})
_STRETCH = re.compile(r"\d.*(?:[–—-]|\bto\b|\buntil\b|\bthrough\b).*\d")


def may_be_its_day(
    actors: Actors, event: FoundEvent, phrase: Phrase, dated: DatedSpan, *, verb: Token, published: date | None
) -> bool:
    """False for a date that tells of something else, or of another day than that on which the event is."""
    text, before = actors.article.text, _before(actors, dated)
    if event.postponed:
        set_for = before in ("to", "until", "till")
    else:
        begins = event.planned and before == "from"  # "scheduled in X from October 6"
        own = begins or _is_stretch(dated.when) or _owns(phrase, dated) or before not in _SINCE
        known = own and not _BY.search(text, max(0, dated.start - 30), dated.start)
        set_for = known and not _SET_FIRST.search(text, max(0, dated.start - 40), dated.start)
    of_saying = event.kind in ("round", "talks") and _is_of_saying(phrase, dated)
    nth = any(t.lower_ in ordinals() for t in phrase.head.children) and governor_of(phrase, dated) is phrase.head
    once = nth or dated.when.printed.startswith("in a")
    often = not dated.when.value and once and bool(_HOW_OFTEN.fullmatch(dated.when.printed))
    counted = _is_counted(phrase, verb) and dated.end >= start_of(verb)
    nearly = any(is_nearly(c) for c in children(verb, "advmod", "acomp"))
    nearly = nearly and governor_of(phrase, dated) not in own_words_of(phrase)  # not "held in May, nearly collapsed"
    other = _is_of_binding(event, phrase, dated)
    other = (
        other
        or nearly
        or often
        or of_saying
        or _is_of_confirming(phrase, dated)
        or counted
        or _is_one_of_two(phrase, dated)
        or _is_counted_from(phrase, dated)
        or _is_of_breaking_off(phrase, dated)
        or bool(_OF_THAT_YEAR.match(text, dated.end))
        or _is_of_its_end(phrase, dated)
    )
    return set_for and not (
        other or _heads_dateline(text, phrase.sentence, dated) or _is_last_day(phrase, dated, published)
    )


def _is_of_binding(event: FoundEvent, phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "agreed on Thursday to return to talks", which is the day of the agreeing."""
    governor = governor_of(phrase, dated)
    bound = governor is not None and governor.lemma_ in wordset("events", "binding") and governor.tag_ in ("VBD", "VBN")
    return (
        bound and event.planned and governor is not None and start_of(governor) < dated.start < start_of(phrase.first)
    )


def _owns(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "after Friday's talks", where it is not the day that something is after."""
    owners = children(phrase.head, "poss")
    return any(dated.start <= start_of(t) < dated.end for t in owners)


def _is_of_its_end(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "the breakdown of the talks on Sunday", "suspended the talks on Sunday": not the day when they began."""
    above = phrase.head.head
    if whole(phrase.head).dep_ in ("dobj", "nsubjpass") and above.lemma_ in wordset("events", "halting"):
        return not _owns(phrase, dated) and governor_of(phrase, dated) not in own_words_of(phrase) - {phrase.head}
    if phrase.head.dep_ != "pobj":
        return False
    if above.lower_ == "of" and above.head.lower_ == "out":  # "walked out of the talks"
        above = above.head
    leaves = above.lower_ in ("from", "out") and above.head.lemma_ in wordset("events", "leaving")
    return leaves or (phrase.head.head.lower_ == "of" and above.head.lemma_ in wordset("events", "ends"))


def _is_counted(phrase: Phrase, verb: Token) -> bool:
    """True for "The meeting was the second in X this year", which tells among which it is counted."""
    said = children(verb, "attr") if verb.lemma_ == "be" and whole(phrase.head).head is verb else []
    return any(t.lower_ in wordset("events", "ordinals") for noun in said for t in (noun, *children(noun, "amod")))


def _is_of_breaking_off(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for the day on which talks "were broken off by A", wherever a parser hangs their noun."""
    above = governor_of(phrase, dated)
    return above is not None and passive(above) and "break off" in run_on(above)


def _is_counted_from(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "Two weeks before the meeting, on 10 May, A ...", which is a day two weeks before it."""
    noun = whole(phrase.head)
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("before", "after") or governor_of(phrase, dated) is phrase.head:
        return False
    return any(c.ent_type_ in ("DATE", "TIME") for c in children(link, "npadvmod"))


def _is_last_day(phrase: Phrase, dated: DatedSpan, published: date | None) -> bool:
    """True for "will end next Friday" or "lapsed on Friday", which says nothing of the first day."""
    governor = governor_of(phrase, dated)
    between = (t for t in phrase.sentence.span if t.i > phrase.end.i and start_of(t) < dated.start)
    if any(t.lemma_ in wordset("events", "lapsing") for t in between):
        return True
    to_come = published is not None and dated.when.value[:10] > published.isoformat()
    return to_come and governor is not None and governor.lemma_ in wordset("events", "ending_day")


def _is_one_of_two(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "May" in "in May or June"."""
    inside = [t for t in phrase.sentence.span if start_of(t) < dated.end and end_of(t) > dated.start]
    return any(children(t, "conj") and any(c.lower_ == "or" for c in children(t, "cc")) for t in inside)


def _is_of_saying(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "comments on Monday at a fourth round": what is said there is of one of its days."""
    governor = governor_of(phrase, dated)
    says = wordset("events", "saying") | wordset("reporting", "carriers")
    noun = whole(phrase.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "after" and noun.head.head is governor and noun.lemma_ in _STRETCHES:
        return False  # "was announced on Monday after a day of talks"
    if governor is not None and (governor is said_as_it(phrase) or is_at_its_time(telling_verb(phrase.head), governor)):
        return False
    return governor is not None and governor.lemma_.lower() in says and governor not in own_words_of(phrase)


def is_at_its_time(verb: Token, above: Token) -> bool:
    """True for "said on Friday as the round drew to a close": what is said is of that day too."""
    marks = {c.lower_ for c in children(verb, "mark", "advmod")}
    return verb.dep_ == "advcl" and verb.head is above and bool(marks & {"as", "when", "while"})


def said_as_it(phrase: Phrase) -> Token | None:
    """The "said" of "said on Friday as a round opened", which a parser takes for a round that somebody opened."""
    noun = whole(phrase.head)
    opens = any(c.lemma_.lower() in wordset("events", "occurrence") for c in children(noun, "acl"))
    return noun.head.head if opens and noun.dep_ == "pobj" and noun.head.lower_ == "as" else None


def is_of_discussing(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "The council discussed the call on Sunday"."""
    governor = governor_of(phrase, dated)
    return governor is phrase.head.head and phrase.head.dep_ == "dobj" and governor.lemma_ in _DISCUSSING


def _is_of_confirming(phrase: Phrase, dated: DatedSpan) -> bool:
    """True for "The ministry confirmed the talks on Thursday": on that day it did so."""
    verb = phrase.head.head if phrase.head.dep_ == "dobj" else None
    behind = dated.start > end_of(phrase.end) and dated.when.basis == "resolved"
    return verb is not None and behind and verb.lemma_ in ("confirm", "announce", "deny") and verb.tag_ == "VBD"


def _heads_dateline(text: str, sentence: Sentence, dated: DatedSpan) -> bool:
    """True for the date in "OSLO, 3 March 2025 - ...", which is the article's."""
    before = text[sentence.segment.start : dated.start]
    return bool(_DATELINE.fullmatch(before) and _DASH.match(text, dated.end))


def _before(actors: Actors, dated: DatedSpan) -> str:
    """The word before a date, in lower case."""
    words = actors.article.text[max(0, dated.start - 14) : dated.start].lower().split()
    return words[-1] if words else ""


def governor_of(phrase: Phrase, dated: DatedSpan) -> Token | None:
    """The word that a date hangs on: a verb, or a noun that is no date; names right before it are passed over."""
    inside = [t for t in phrase.sentence.span if start_of(t) < dated.end and end_of(t) > dated.start]
    top = next((t for t in inside if t.head not in inside), None)
    if top is None:
        return None
    token = top
    while token.head is not token:
        above = token.head
        if above.lower_ in ("beginning", "starting") and above.i and above.nbor(-1).lower_ == "week":
            token = above  # "in the week beginning 12 May"
            continue
        if above.pos_ in ("VERB", "AUX", "ADJ") or token.dep_ not in _INNER:
            return above
        dates = above.ent_type_ in ("DATE", "TIME") or above.lower_ in _PARTS_OF_DAY
        passed = above.ent_type_ in _NAMES and above.i < token.i and above not in own_words_of(phrase)
        if not (above.pos_ in ("ADP", "SCONJ", "PART", "NUM", "ADV") or dates or passed):
            return above
        token = above
    return token


def _is_stretch(when: When) -> bool:
    """True for a date from one day to another, whether the days can be told or not."""
    return "/" in when.value or bool(not when.value and _STRETCH.search(when.printed))
