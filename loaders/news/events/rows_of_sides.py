"""Sides in a row, with their titles: "President A, Minister B and C met", "between the president of A and B"."""

from __future__ import annotations

import re

from ....graph.records import Key
from ..cast.actors import Actors
from ..cast.several import is_closed, rows
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..lexicons.word_lists import wordset
from ..names.offices import offices

_TITLE = re.compile(r"(?:[A-Z][\w’'-]*|of|the|and|for|\s)*")
_TITLES = re.compile(r"(?:,|,?\s+and|,?\s+as well as)\s(?:[A-Z][\w’'-]*|of|the|and|for|to|\s){0,40}")


def in_row(actors: Actors, verb: Token, sentence: Sentence) -> tuple[Key, ...]:
    """The people named one after another with their titles right before a verb: "President A, Minister B and C met"."""
    found: list[Key] = []
    text, end = actors.article.text, sentence.start
    limit = start_of(verb)
    for start, stop, person in actors.names.following(sentence.start):
        if start >= limit:
            break
        between = text[end:start]
        if not (_TITLES.fullmatch(between) if found else len(between) < 60 and _TITLE.fullmatch(between)):
            return ()
        found.append(person)
        end = stop
    return tuple(dict.fromkeys(found)) if len(found) > 1 and not text[end:limit].strip() else ()


def row_around(actors: Actors, name: Token, sentence: Sentence) -> tuple[Key, ...]:
    """All of "A, the B, the C and D", in whose midst a name stands, however a parser hangs them on one another."""
    text, place = actors.article.text, start_of(name)
    around = (r for r in rows(text, actors.readings[sentence.number].mentions) if r[0].start <= place < r[-1].end)
    row = next(around, [])
    sides = all((m.entry.kind == "state" or m.entry.party) and m.form in ("name", "alias") for m in row)
    return tuple(dict.fromkeys(actors.known(m) for m in row)) if is_closed(text, row) and sides else ()


def row_behind(actors: Actors, link: Token, sentence: Sentence) -> tuple[Key, ...]:
    """Those in the row behind "between", with titles: "the President of A, President of B NAME and Minister NAME"."""
    titles = frozenset(word for title in offices().heads for word in title.split())
    end, closed = link.i, False
    for token in sentence.span:
        if token.i == end + 1 and not (closed and token.text == ","):
            named = token.pos_ == "PROPN" or token.lower_ in wordset("actors", "in_rows")
            end = token.i if named or {token.lower_, token.lemma_.lower()} & titles else end
            closed = closed or token.lower_ == "and"  # "between A and B, C said": C is none of them
    words = [t for t in sentence.span if link.i < t.i <= end]
    if not words:
        return ()
    start, stop = start_of(words[0]), end_of(words[-1])
    found = {at: person for at, to, person in actors.names.following(start) if to <= stop}
    text = actors.article.text
    for mention in actors.readings[sentence.number].mentions:
        if mention.entry.kind != "state" or not start <= mention.start < mention.end <= stop:
            continue
        at = mention.end
        holder = next((to for to in found if at < to and _TITLE.fullmatch(text[at:to])), None)
        if holder is None:
            found[at] = actors.known(mention)
        elif actors.party_of(found[holder]) == found[holder]:
            found[holder] = actors.known(mention)  # his post was not read: whose he is stands before him
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))
