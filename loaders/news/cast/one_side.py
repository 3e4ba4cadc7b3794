"""Who is one side under two names: a state and its army, the movement that rules it, or the community it is of."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from ....graph.records import Key
from ..language.annotation import end_of, start_of
from ..lexicons.word_lists import wordset
from ..names.gazetteer import Mention
from ..names.offices import offices
from ..names.readings import Reading
from .members import Cast

_RULES: Final = re.compile(
    r"(?:[’']s?)?(?: interim| caretaker)? (?:authorit|government|administration|regime|cabinet|rulers|minister)",
    re.IGNORECASE,
)
"""What stands behind the name of a movement that rules: "the A authorities", "A's government"."""
_OWNS: Final = re.compile(r"[’']s? ")


def join_one_side(cast: Cast, votes: Counter[Key]) -> None:
    """Leave of two who are one side only one, and its votes."""
    for army in wordset("actors", "armies_of_states") & votes.keys():
        entry = cast.gazetteer.entry(army)
        if entry is not None and votes[Key(f"state/{entry.state}")] > 0:
            del votes[Key(army)]
    for community in map(Key, wordset("actors", "communities") & votes.keys()):
        entry = cast.gazetteer.entry(community)
        if entry is not None and votes[community] > 0:
            votes[community] += votes.pop(Key(f"state/{entry.state}"), 0)
    for ruler in [key for key, count in votes.items() if count > 0 and _rules(cast, key)]:
        entry = cast.gazetteer.entry(ruler)
        state = Key(f"state/{entry.state}") if entry is not None else ruler
        third = any(count > 0 and key.startswith("state/") for key, count in votes.items() if key != state)
        if votes[state] > 0 and third:
            votes[state] += votes.pop(ruler)


def _rules(cast: Cast, key: Key) -> bool:
    """True for a movement of whose authorities an article tells."""
    entry = cast.gazetteer.entry(key)
    if entry is None or entry.category != "armed-movement" or not entry.state:
        return False
    named = (m for reading in cast.readings for m in reading.mentions if m.entry.key == key)
    return any(_RULES.match(cast.article.text, m.end) for m in named)


def is_of_company(cast: Cast, reading: Reading, mention: Mention) -> bool:
    """True for the A of "A's Harbour Minerals", which is none of those who act."""
    owns = _OWNS.match(cast.article.text, mention.end)
    if mention.entry.kind != "state" or owns is None:
        return False
    entity = next((e for e in reading.sentence.span.ents if start_of(e[0]) == owns.end()), None)
    if entity is None or entity.label_ != "ORG" or any(m.start <= owns.end() < m.end for m in reading.mentions):
        return False
    words = {t.lower_ for t in entity}
    people = any(n.start <= end_of(entity[-1]) + 1 and owns.end() < n.end for n in reading.names)
    official = {*offices().bodies, *offices().portfolios, *wordset("actors", "state_offices")}
    return not (people or words & official or entity[-1].lower_ in offices().heads)
