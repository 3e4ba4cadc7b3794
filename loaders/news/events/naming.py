"""What an event is called: by its own noun with what is known of it, which is number, parties, place or day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ....graph.records import Key
from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Parse, Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from .details import FoundEvent, Phrase

_LONGEST = 3
"""Names in a label; of more an event is called by its place."""
_HYPHENS = ("-", "–", "+")
_STRETCH = re.compile(r"(?:[\w-]+ )?(?:hours?|days?|nights?|weeks?) of (?=[a-z])", re.IGNORECASE)
"""What is left out of "nine hours of talks"."""


def core_words(actors: Actors, phrase: Phrase, start: Token) -> str:
    """The noun of an event with the words before it that tell which kind or which one it is.

    Articles, owners, days and judgements are left out: "second round" of "today's tense second round".
    """
    doc = phrase.head.doc
    while (name := actors.mention_at(start_of(start), end_of(start))) and name.start < start_of(start):
        start = start.nbor(-1)  # "United" of "United States-A talks"
    kept = [t for t in doc[start.i : phrase.last.i + 1] if t.i >= phrase.first.i or _tells_which(actors, t, phrase)]
    kept = [t for t in kept if t.i >= phrase.first.i or not _is_cut(t, kept)]
    between = [t for t in doc[start.i : phrase.first.i] if t not in kept]
    kept += [t for t in between if _is_hyphened(t, kept) or _joins_names(t, kept)]
    kept = [t for t in sorted(kept, key=lambda t: t.i) if t.text not in _HYPHENS or _joins(t, kept)]
    dash = max((n for n, t in enumerate(kept) if t.text in _HYPHENS and _stands_alone(t)), default=-1)
    kept = kept[dash + 1 :]  # "of the president - EU talks"
    while kept and not kept[0].text[0].isalnum():
        kept.pop(0)
    text = actors.article.text
    words = ""
    for before, token in zip([None, *kept], kept, strict=False):
        gap = before is not None and (token.i != before.i + 1 or end_of(before) < start_of(token))
        words += (" " if gap else "") + text[start_of(token) : end_of(token)]
    words = _STRETCH.sub("", " ".join(words.split()))
    return words if len(words) <= 120 else words[:119].rsplit(" ", 1)[0] + " …"


def rest_of_name(actors: Actors, noun: Token) -> str:
    """What a proper name has behind its noun: " for Democracy", " on Security and Cooperation", " of the Americas"."""
    if noun.tag_ not in ("NNP", "NNPS"):
        return ""
    for prep in children(noun, "prep"):
        held = [o for o in children(prep, "pobj") if o.tag_ in ("NNP", "NNPS")]
        if prep.i == noun.i + 1 and prep.lower_ in ("of", "on", "for") and held:
            words = [
                t for t in held[0].subtree if t.tag_ in ("NNP", "NNPS", "CC") or (t.dep_ == "det" and t.head == held[0])
            ]
            last = _last_of_run(noun.doc, held[0], words)
            return actors.article.text[end_of(noun) : end_of(last)]
    return ""


def _last_of_run(doc: Parse, first: Token, words: list[Token]) -> Token:
    """The last capitalised word that follows without another between."""
    inside, last = {t.i for t in words}, first
    for token in doc.tokens[first.i + 1 :]:
        if token.i not in inside:
            break
        last = token if token.tag_ in ("NNP", "NNPS") else last
    return last


def _stands_alone(dash: Token) -> bool:
    """True for a dash with space on both sides."""
    return end_of(dash.nbor(-1)) < start_of(dash) and end_of(dash) < start_of(dash.nbor(1))


def _joins(hyphen: Token, kept: list[Token]) -> bool:
    inside = {t.i for t in kept}
    return hyphen.i - 1 in inside and hyphen.i + 1 in inside


def _is_cut(token: Token, kept: list[Token]) -> bool:
    """True for a word of a compound whose last word is left out: "UN" of "UN-sponsored talks"."""
    after = token.doc[token.i + 1 : token.i + 3]
    joined = len(after) == 2 and after[0].text in _HYPHENS and end_of(token) == start_of(after[0])
    return joined and after[1] not in kept


def _is_hyphened(token: Token, kept: list[Token]) -> bool:
    """True for the first half of "high-level"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].text in _HYPHENS and after[1] in kept and end_of(token) == start_of(after[0])


def _joins_names(token: Token, kept: list[Token]) -> bool:
    """True for the "and" of "A and B talks"."""
    return token.dep_ == "cc" and token.lower_ in ("and", "&") and _joins(token, kept)


def _tells_which(actors: Actors, token: Token, phrase: Phrase) -> bool:
    if any(t.dep_ == "poss" for t in (token, *token.ancestors) if phrase.head.i > t.i):
        return False
    if token.ent_type_ in ("DATE", "TIME") and token.lower_ not in wordset("events", "ordinals"):
        return False
    if token.lower_ in wordset("events", "ordinals") or token.lower_ in wordset("events", "formats"):
        return True
    if token.text in _HYPHENS or token.lower_[:2].isdigit():
        return True
    if token.pos_ == "ADJ" and token.text[0].isupper() and phrase.head.tag_ in ("NNP", "NNPS"):
        return True  # "the U.S.-African Leaders Summit"
    mention = actors.mention_at(start_of(token), end_of(token))
    if mention is not None and token.dep_ not in ("poss", "case"):
        return True
    return token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("compound", "nmod", "conj", "amod", "npadvmod")


def name_of(actors: Actors, event: FoundEvent) -> str:
    """The label of an event.

    Whoever met stands in it where the words for the event name them, else where it was, else the day.
    """
    if event.named or event.ordinal_in_core or not event.core:
        named = f"{event.core or event.telling}{event.rest}{_of_day(event)}"
        return named if " " in named else _told_apart(actors, event, named)
    known = [name for k in event.sides if not (name := _label(actors, k)).startswith("unnamed ")]
    inside = sum(name.lower() in event.core.lower() for name in known)
    core = _lowered(event.core) + _of_day(event)
    if event.kind == "visit" and event.place:
        guests = with_names(actors, event.attendees)
        of = f" of {listed(actors, guests)}" if 0 < len(guests) < _LONGEST else ""
        return f"{core}{of} to {event.place[0]}"
    if 0 < len(known) <= _LONGEST and len(known) == len(event.sides) and not inside and not event.parties_in_core:
        return f"{core} {'with' if len(known) == 1 else event.linked} {listed(actors, event.sides)}"
    if event.body and " of " not in core:
        return f"{core} of {event.body}"
    if event.place and event.place[0].lower() not in core.lower() and not event.parties_in_core:
        return f"{core} in {event.place[0]}"
    which = event.parties_in_core or any(c.isupper() for c in core)
    return core if which else _told_apart(actors, event, core)


def _told_apart(actors: Actors, event: FoundEvent, core: str) -> str:
    """A bare noun with those who met, else with its day: "call between A and B", "meeting of June 3"."""
    met = with_names(actors, event.attendees) or with_names(actors, event.parties)
    if event.kind != "visit" and 1 < len(met) <= _LONGEST and not event.inferred:
        return f"{core} between {listed(actors, met)}"
    if event.kind == "visit" and len(met) == 1:
        return f"{core} of {listed(actors, met)}"
    day = event.when.printed if event.when is not None and not event.postponed else ""
    return f"{core} of {day}" if " " not in core and any(c.isdigit() for c in day) else core


def _of_day(event: FoundEvent) -> str:
    """The day or year of a paper, which tells it from others: " of 2020"."""
    printed = (
        event.when is not None and event.when.basis != "resolved" and event.kind in wordset("events", "dated_only")
    )
    shown = event.when is not None and event.when.printed in event.core  # "the 2020 agreement"
    return f" of {event.when.printed}" if printed and event.when is not None and not shown else ""


def _lowered(core: str) -> str:
    """A capital at the head of a sentence or title is none of the noun's own."""
    first = core.split()[0]
    return core[0].lower() + core[1:] if first.lower() in _common() else core


def _common() -> frozenset[str]:
    formats, ordinals = wordset("events", "formats"), wordset("events", "ordinals")
    return frozenset(
        {*formats, *ordinals, "talks", "meeting", "negotiations", "consultations", "summit", "round", "call"}
    )


def with_names(actors: Actors, keys: Iterable[Key]) -> tuple[Key, ...]:
    """Those who are called something: not "unnamed officials"."""
    return tuple(key for key in dict.fromkeys(keys) if not _label(actors, key).startswith("unnamed "))


def listed(actors: Actors, keys: Iterable[Key]) -> str:
    """Names as a list: "A, B and C"."""
    *others, last = dict.fromkeys(_label(actors, k) for k in keys)
    return f"{', '.join(others)} and {last}" if others else last


def _label(actors: Actors, key: Key) -> str:
    return actors.agents[key].label if key in actors.agents else actors.delegations[key].label
