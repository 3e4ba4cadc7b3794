"""Lines that are one paragraph: where a text was wrapped to a width, and where a word was divided at a line's end.

A break is read through only where the lines around it show that it is none of the writer's: they are as long as the
width allows, or a sentence runs over it. Headings, lists, labels and datelines keep their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .view import Change

_NARROWEST, _WIDEST = 40, 132
"""Widths that texts are wrapped to."""
_MOST = 0.6
"""The part of the lines before another that are full in a text that was wrapped."""
_END = re.compile(r"[.!?:;…][\"”’'»)\]*]*$")
_OWN = re.compile(
    r"[-–—•▪◦‣●○■·]\s|[>#|]|\*+\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|Q[.:\s]|A[.:]|By [A-Z]|"
    r"by [A-ZÀ-Þ]\S+(?: [A-ZÀ-Þ]\S+){1,3}$|[-_=~*]{3,}|\*\*[^*]+:\*\*"
)
"""What begins a line of its own: a bullet, a sign of a turn, a byline."""
_LABEL = re.compile(r"(?:\S+ ){0,6}\S+:(?:\s|$)")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
_BLANKS = re.compile(r"[ \t]*\n[ \t]*")


def wraps(text: str) -> list[Change]:
    """What is read in the stead of the breaks of lines that belong together."""
    blocks = [list(_lines(text, *block.span())) for block in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", text)]
    width = _width(text, blocks)
    breaks = (gap for number, block in enumerate(blocks) for gap in _breaks(text, block, width, first=not number))
    return [_joint(text, start, end) for start, end in breaks]


def _joint(text: str, start: int, end: int) -> Change:
    """What is read for a break: a space, nothing within "US-led", not even the hyphen of a word that goes on."""
    if not _HYPHENATED.search(text, max(0, start - 40), start) or not text[end : end + 1].isalpha():
        return start, end, " "
    divided = divides(text[max(0, start - 40) : start], text[end : end + 40], text)
    return start - divided, end, ""


def divides(before: str, line: str, whole: str) -> bool:
    """True when the hyphen at the end of a line only divides a word that goes on in the next.

    >>> divides("to cease-", "fire talks", "they held fire"), divides("a US-", "led plan", "")
    (True, False)
    """
    cut = _HYPHENATED.search(before)
    rest = re.match(r"[^\W\d_]+", line)
    if not cut or not rest or not (cut[1][-1].islower() and rest[0].islower()):
        return False
    return f"{cut[1]}-{rest[0]}".casefold() not in whole.casefold()


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text[start:end]):
        yield start + line.start(), start + line.end()


def _width(text: str, blocks: Sequence[Sequence[tuple[int, int]]]) -> int:
    """The width that a text is wrapped to; 0 for a text whose lines are as long as they are."""
    longest = max((len(text[a:b].rstrip()) for block in blocks for a, b in block), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return 0
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = [pair for pair in pairs if _is_full(text, *pair, longest)]
    open_ended = [pair for pair in full if not _END.search(text[slice(*pair[0])].rstrip())]
    wrapped = len(full) >= max(2, _MOST * len(pairs)) and len(open_ended) >= _MOST * len(full)
    return longest if wrapped else 0


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """True when the first word of the next line would not have found room."""
    word = text[slice(*following)].split(maxsplit=1)
    return len(text[slice(*line)].rstrip()) + 1 + len(word[0] if word else "") > width


def _breaks(text: str, block: Sequence[tuple[int, int]], width: int, *, first: bool) -> Iterator[tuple[int, int]]:
    """The breaks in a block of lines that are read through."""
    ragged = not width and _is_ragged(text, block)
    for number, (line, following) in enumerate(pairwise(block)):
        words, after = text[slice(*line)].strip(), text[slice(*following)].strip()
        if not words or not after or _OWN.match(after):
            continue
        runs_on = after[0].islower() and not _END.search(words) and len(words) > 1
        heads = first and not number and not after[0].islower()
        full = width and _is_full(text, line, following, width) and not (_LABEL.match(after) and _END.search(words))
        if full or (runs_on and words[0] not in "-•*") or (ragged and not heads):
            gap = _BLANKS.search(text, line[0] + len(text[slice(*line)].rstrip()))
            if gap is not None:
                yield gap.span()


def _is_ragged(text: str, block: Sequence[tuple[int, int]]) -> bool:
    """True for a block of short lines that is running text: sentences run over its breaks, and it ends as one."""
    lines = [text[slice(*line)].strip() for line in block]
    if len(lines) < 3 or not _END.search(lines[-1]) or max(map(len, lines)) > _WIDEST // 2:
        return False
    broken = [line for line in lines[:-1] if not _END.search(line)]
    small = any(line[0].islower() for line in lines[1:])
    return small and len(broken) > len(lines) / 2 and not any(map(_OWN.match, lines))
