"""Cuts an article into segments with absolute offsets: headline, dateline, caption, heading, bullet ...

Works on layout and punctuation alone; what a segment means is decided by later stages.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from ..lexicons.word_lists import lexicon, wordset
from .datelines import agency_dateline, is_dateline, is_shouted
from .segment import Segment
from .speeches import with_own_words
from .surroundings import END, surroundings
from .turns import labels_in, labels_of_turns

_BULLET = re.compile(r"^(?:[-–—•*▪◦‣●○■·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_LABEL = re.compile(r"^(?P<label>[^:“”\"‘.!?]{1,60}):\s+(?=\S)")
_CLOCK = re.compile(
    r"^[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d\b[\])]?"
    r"(?:\s?(?:(?i:[ap]\.?m\.?)(?!\w)|(?:GMT|UTC|BST|C?EST|CET|EDT|MSK|local time)\b))?"
    r"\s*[-–—:|]?\s+(?=[A-ZÀ-Þ“\"‘'])"
)
"""The time that an entry of a live report begins with."""
_LONG: Final = 120
"""Characters of a first line with an end mark beyond which it is no headline."""
_LONGEST: Final = 300
"""Those of any: a page whose text is one line, with a credit behind its last sentence, has no headline in it."""
_ROSTER = re.compile(
    r"\b(?:delegations?|negotiating teams?|negotiators|delegates|participants|attendees|team)\b", re.IGNORECASE
)


@cache
def _boilerplate() -> re.Pattern[str]:
    patterns: list[str] = [*lexicon("words")["layout"]["boilerplate"], *lexicon("words")["layout"]["related"]]
    return re.compile(rf"^(?:{'|'.join(patterns)})\.?$", re.IGNORECASE)


def cut(text: str) -> tuple[Segment, ...]:
    """The segments of ``text`` in order; together they cover every line that is not blank."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n\r\u2028\u2029]+", text)]
    lines = [trimmed for a, b in lines if (trimmed := _trim(text, a, b))]
    segments: list[Segment] = []
    heading: int | None = None
    header: int | None = None
    speaking = labels_of_turns(text[a:b] for a, b in lines)
    around = surroundings(text, lines)
    for number, (start, end) in enumerate(lines):
        following = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        if number in around:
            segments += around[number]
            continue
        labels = labels_in(text[start:end], speaking) if segments else []
        before = _trim(text, start, start + labels[0].start() if labels else end)
        turns = _turns(start, end, labels, heading)
        if before is None:
            segments += turns
            continue
        segment = _classify(text, *before, segments, following, header is not None)
        if segment.kind == "heading":
            heading, header = len(segments), None
            segment = replace(segment, heading=None)
        elif segment.kind == "list-header":
            header = len(segments)
            segment = replace(segment, heading=heading)
        elif segment.kind == "bullet":
            segment = replace(segment, heading=heading, header=header)
        else:
            if segment.kind == "paragraph":
                header = None
            segment = replace(segment, heading=heading)
        segments += [segment, *turns]
    return tuple(with_own_words(text, segments))


def _turns(start: int, end: int, labels: list[re.Match[str]], heading: int | None) -> list[Segment]:
    """What each of several speakers says in a line from ``start``; a name before it is read by itself."""
    found: list[Segment] = []
    for n, label in enumerate(labels):
        span = (start + label.start("label"), start + label.end("label"))
        last = start + labels[n + 1].start() if n + 1 < len(labels) else end
        turn = Segment("turn", start + label.end(), last, label=span, heading=heading)
        found += [turn] if label["sign"] else [Segment("name", *span, heading=heading), turn]
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _classify(text: str, start: int, end: int, before: list[Segment], following: str, in_list: bool) -> Segment:
    line = text[start:end]
    if is_dateline(line):
        return Segment("dateline", start, end)
    if _boilerplate().match(line):
        return Segment("boilerplate", start, end)
    if following and (alone := agency_dateline(line)) is not None and alone.end() == len(line):
        return _paragraph(text, start, end)  # "DAKAR, 22 August 2030 (Reuters) -", and nothing behind it
    if before and (clock := _CLOCK.match(line)):
        return _timed(text, start + clock.end(), end, following)
    marker = _BULLET.match(line)
    if not marker and all(s.kind in ("dateline", "boilerplate") or s.start == s.end for s in before):
        closed = len(line) > (_LONG if END.search(line) else _LONGEST)
        return _paragraph(text, start, end) if closed else Segment("headline", start, end)
    if marker:
        return _bullet(text, start + marker.end(), end)
    if line.endswith(":") and len(line) < 250:
        return Segment("list-header", start, end)
    body_started = any(s.kind in ("paragraph", "bullet", "list-header", "turn") for s in before)
    if (label := _LABEL.match(line)) and is_label(label["label"]) and not _is_dated(line):
        if not body_started and is_shouted(label["label"]) and len(line) > 80 and not _LABEL.match(following):
            return Segment("paragraph", start + label.end(), end, place=(start, start + len(label["label"])))
        if in_list or before[-1].kind == "bullet":
            return _bullet(text, start, end)
    listing = before[-1].kind == "roster" or (
        before[-1].kind == "heading" and is_roster_heading(text[before[-1].start : before[-1].end])
    )
    if listing and not END.search(line) and len(line) < 160 and not is_roster_heading(line):
        return Segment("roster", start, end)
    if not body_started and not END.search(line) and len(line) < 250 and following:
        return Segment("caption", start, end)
    if is_heading(line) and following:
        return Segment("heading", start, end)
    return _paragraph(text, start, end)


def _is_dated(line: str) -> bool:
    """True for "DHAKA, 17 April 2029: Bangladesh has ...", which no label begins."""
    place = agency_dateline(line)
    return place is not None and bool(place["date"])


def _timed(text: str, start: int, end: int, following: str) -> Segment:
    """An entry of a live report without its time, or the heading of one."""
    heads = following and not END.search(text[start:end]) and end - start < 100
    return Segment("heading" if heads else "paragraph", start, end)


def _bullet(text: str, start: int, end: int) -> Segment:
    label = _LABEL.match(text[start:end])
    if label and (is_label(label["label"]) or _is_topic(label["label"])):
        return Segment("bullet", start + label.end(), end, label=(start, start + label.end("label")))
    return Segment("bullet", start, end)


def _paragraph(text: str, start: int, end: int) -> Segment:
    match = agency_dateline(text[start:end])
    if match is None:
        return Segment("paragraph", start, end)
    outlet = next((match.span(g) for g in ("outlet", "outlet2") if match[g]), None)
    place = match.start("place"), match.start("place") + len(match["place"].rstrip())
    return Segment(
        "paragraph",
        start + match.end(),
        end,
        place=(start + place[0], start + place[1]),
        outlet=outlet and (start + outlet[0], start + outlet[1]),
    )


def is_label(words: str) -> bool:
    """True for the few capitalised words before the colon of a list item."""
    parts, small = words.split(), wordset("words", "layout", "small")
    return 1 <= len(parts) <= 6 and all(p[0].isupper() or p.lower() in small or p[0].isdigit() for p in parts)


def _is_topic(words: str) -> bool:
    """True for "Next step", the topic of a list item; "He said" is none."""
    parts, telling = words.split(), wordset("reporting", "say")
    short = len(parts) <= 3 and parts[0][0].isupper() and parts[0].lower() not in ("he", "she", "they", "we", "it")
    return short and not any({p, p[:-1], p[:-2]} & telling or p == "said" for p in map(str.lower, parts))


def is_heading(line: str) -> bool:
    """True for a short line without an end mark whose words are mostly capitalised."""
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    if not words or len(words) > 10 or END.search(line) or line.endswith((",", ";", ":")) or "," in line:
        return False
    small = wordset("words", "layout", "small")
    capital = [w for w in words if w[0].isupper() or w.lower() in small]
    return len(capital) >= 0.8 * len(words) or len(words) <= 4


def is_roster_heading(line: str) -> bool:
    """True for a heading under which the members of a team are listed."""
    return len(line) < 80 and bool(_ROSTER.search(line)) and is_heading(line)
