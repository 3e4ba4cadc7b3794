"""Labels of turns in transcripts: "Q:", "ANSWER:", "MS. RAU:", "President of X Ana Rau:"; where somebody's turn begins.

Labels stand at the beginning of a line, in a transcript that is run together also after the end of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from ..lexicons.word_lists import lexicon

_SIGN = r"(?P<sign>(?i:q|question|a|answer|ans))"
_NAME = r"(?:[^\W\d_][\w'’-]*\.?|\([^)]{1,60}\))"
_MARK = r"(?:\*\*|__)?"
_SIGNED = re.compile(
    rf"^{_MARK}(?P<label>{_SIGN}(?:(?=[.:*_])|(?=\s+[-–—])|(?<=Q)(?=\s+[A-Z“\"'‘(])))"
    rf"(?:\.?{_MARK}:{_MARK}|\.{_MARK}|\s+[-–—]|{_MARK})\s+(?=\S)"
)
_NAMED = re.compile(rf"^{_MARK}(?P<label>{_NAME}(?:,? {_NAME}){{0,15}}){_MARK}:{_MARK}\s+(?=\S)(?P<sign>(?!))?")
_PART = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Adm|Lt|Col|Amb|Prof|Sen|Rep|Gov)\.|[^\W\d_a-z][\w’'-]*|of|the|and|for|on|in|to|de|van|von|"
    r"bin|al|del|da|&|\([^)]{1,60}\))"
)
_STARS = r"(?:\* ?){3}(?:[^.?!:]{1,150}? )??"
_INSIDE = re.compile(
    rf"(?:^|(?<=[.?!…»”)>])|{_STARS})\s?(?P<label>{_PART}(?:,? {_PART}){{0,24}}(?:\([^)]{{1,60}}\))?):\s+(?=\S)"
    r"(?P<sign>(?!))?"
)
"""A label after a sentence or after asterisks."""
_SMALL = frozenset({"of", "the", "for", "and", "de", "van", "von", "bin", "al", "del", "da", "on", "in", "to"})
_QUESTIONER = re.compile(
    r"(?i:(?:the )?(?:q|question|reporter|journalist|interviewer|moderator|correspondent|press|media|anchor|host|"
    r"presenter|audience|participant|remark|voice)s?\b)"
)
_LONGEST_NAME = 8
"""Words of a label that is only a name."""
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|my|us|me)\b")
_QUOTES = "“\"«„‘'"


def labels_of_turns(lines: Iterable[str]) -> frozenset[str]:
    """The labels that mark turns: signs such as "Q:", names in capitals or with an office, and others that recur."""
    seen: Counter[str] = Counter()
    led, signs = set[str](), 0
    for line in lines:
        if _SIGNED.match(line):
            signs += 1
        named = _NAMED.match(line)
        if named and _is_name(named["label"]) and _is_short(named["label"]):
            seen[named["label"]] += 1
        for label, words in _led(line):
            led.add(label)
            seen.update(m["label"] for m in _INSIDE.finditer(words) if _is_name(m["label"]))
    asked = signs or sum(count for label, count in seen.items() if _QUESTIONER.match(label))
    if not asked and not led and not any(count > 1 for count in seen.values()):
        return frozenset()
    found = {label for label, count in seen.items() if count > 1 or asked > 1 or _shouted(label)}
    if led:
        found |= {label for label in seen if len(label.split()) > 1 or _QUESTIONER.match(label)}
    return frozenset({*found, *led, *(["Q"] if signs > 1 or (signs and (found or led)) else [])})


def labels_in(line: str, labels: frozenset[str]) -> list[re.Match[str]]:
    """The labels that begin turns in a line, in order, with ``sign`` when one is no name."""
    if not labels:
        return []
    signed = _SIGNED.match(line) if "Q" in labels else None
    if signed:
        return [signed]
    named = _NAMED.match(line)
    first = [named] if named and named["label"] in labels else []
    inside = [m for m in _INSIDE.finditer(line) if m["label"] in labels]
    return first + [m for m in inside if not first or m.start("label") >= first[0].end()]


def is_questioner(label: str) -> bool:
    """True for the label of whoever asks."""
    return bool(_QUESTIONER.match(label))


def _led(line: str) -> Iterator[tuple[str, str]]:
    """Labels of an office that lead into somebody's own words, first or after asterisks; with these."""
    named = _NAMED.match(line)
    starred = (m for m in _INSIDE.finditer(line) if "*" in m[0])
    for match in ([named] if named else []) + list(starred):
        label, words = match["label"], line[match.end() :]
        if not _is_name(label) or not _is_titled(label) or words[0] in _QUOTES or _QUESTIONER.match(label):
            continue
        if _shouted(label) or _OWN.search(words):
            yield label, words


def _is_name(label: str) -> bool:
    words = label.partition("(")[0].split()
    return (
        bool(words) and words[0].lower() not in _SMALL - {"the"} and all(w[0].isupper() or w in _SMALL for w in words)
    )


def _is_short(label: str) -> bool:
    return len(label.split()) <= _LONGEST_NAME or _is_titled(label)


def _is_titled(label: str) -> bool:
    """True for "MS. RAU" and "President of X Ana Rau": a label with a word of address or of office."""
    return any(word.strip(".,").lower() in _titles() for word in label.partition("(")[0].split())


@cache
def _titles() -> frozenset[str]:
    words = lexicon("offices")
    heads = {head.split()[-1] for head, entry in words["heads"].items() if entry["category"] != "group"}
    return frozenset(heads | {"mr", "mrs", "ms", "madam", "dr", "sir", "gen", "adm", "amb", "administrator"})


def _shouted(label: str) -> bool:
    """True for "REPORTER" or "MR. KANE", a name in capitals."""
    name = label.partition("(")[0].strip(" ,")
    return name.isupper() and sum(c.isalpha() for c in name) >= 3
