"""Labels of turns in transcripts: "Q:", "ANSWER:", "MS. RAU:", "Ana Rau:"; whether a line begins somebody's turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SIGN = r"(?P<sign>(?i:q|question|a|answer|ans))"
_NAME = r"(?:[^\W\d_][\w'’-]*\.?|\([^)]{1,60}\))"
_MARK = r"(?:\*\*|__)?"
_SIGNED = re.compile(rf"^{_MARK}(?P<label>{_SIGN})(?:\.?{_MARK}:{_MARK}|\.{_MARK}|\s+[-–—])\s+(?=\S)")
_NAMED = re.compile(rf"^{_MARK}(?P<label>{_NAME}(?:,? {_NAME}){{0,7}}){_MARK}:{_MARK}\s+(?=\S)(?P<sign>(?!))?")
_SMALL = frozenset({"of", "the", "for", "and", "de", "van", "von", "bin", "al", "del", "da"})
_QUESTIONER = re.compile(
    r"(?i:q|question|reporter|journalist|interviewer|moderator|correspondent|press|media|anchor|host|presenter|"
    r"audience|participant)s?\b"
)


def labels_of_turns(lines: Iterable[str]) -> frozenset[str]:
    """The labels that mark turns: signs such as "Q:", names in capitals, and other names that begin several lines."""
    seen: Counter[str] = Counter()
    signs = 0
    for line in lines:
        if _SIGNED.match(line):
            signs += 1
        elif (named := _NAMED.match(line)) and _is_name(named["label"]):
            seen[named["label"]] += 1
    asked = signs or sum(count for label, count in seen.items() if _QUESTIONER.match(label))
    if not asked and not any(count > 1 for count in seen.values()):
        return frozenset()
    found = {label for label, count in seen.items() if count > 1 or asked > 1 or _shouted(label)}
    return frozenset({*found, *(["Q"] if signs > 1 or (signs and found) else [])})


def turn_label(line: str, labels: frozenset[str]) -> re.Match[str] | None:
    """The label that begins a turn, with ``sign`` when it is no name."""
    if not labels:
        return None
    signed = _SIGNED.match(line) if "Q" in labels else None
    if signed:
        return signed
    named = _NAMED.match(line)
    return named if named and named["label"] in labels else None


def is_questioner(label: str) -> bool:
    """True for the label of whoever asks."""
    return bool(_QUESTIONER.match(label))


def _is_name(label: str) -> bool:
    words = label.partition("(")[0].split()
    return bool(words) and all(w[0].isupper() or w in _SMALL for w in words)


def _shouted(label: str) -> bool:
    """True for "REPORTER" or "MR. KANE", a name in capitals."""
    name = label.partition("(")[0].strip(" ,")
    return name.isupper() and sum(c.isalpha() for c in name) >= 3
