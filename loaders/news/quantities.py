"""Amounts and durations as the text prints them: bounds, "another", "each side", ranges, indefinite.

Nothing is computed: no totals over both sides, no sums of earlier and later amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ...graph.records import Approximation, Quantity

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "half": Decimal("0.5"), "hundreds": None, "dozens": None, "thousands": None,
}  # fmt: skip
_SCALE = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_UNITS = {"minute": "MIN", "hour": "HUR", "day": "DAY", "week": "WEE", "month": "MON", "year": "ANN"}
_APPROXIMATIONS: dict[str, Approximation] = {
    "at least": "atLeast", "no fewer than": "atLeast", "no less than": "atLeast", "not less than": "atLeast", "a minimum of": "atLeast",
    "over": "moreThan", "more than": "moreThan", "above": "moreThan", "upwards of": "moreThan", "in excess of": "moreThan",
    "up to": "atMost", "at most": "atMost", "no more than": "atMost", "not more than": "atMost", "a maximum of": "atMost",
    "as many as": "atMost", "under": "lessThan", "less than": "lessThan", "fewer than": "lessThan", "nearly": "about", "almost": "about",
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about", "an estimated": "about",
    "close to": "about", "just over": "moreThan", "just under": "lessThan",
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_TENS})(?:-(?:{_SMALL}))?|{_SMALL})"
_SCALED = rf"{_NUMBER}(?:[ -](?:{'|'.join(_SCALE)}))*"
_APPROX = "|".join(sorted(map(re.escape, _APPROXIMATIONS), key=len, reverse=True))
_UNIT = r"(?:minute|hour|day|week|month|year)"
_LEAD = rf"(?:(?P<approx>{_APPROX})\s+)?(?P<more>(?:another|an additional|a further|additional|further)\s+)?"
_AMOUNT = re.compile(
    rf"(?<![\w.,:/-]){_LEAD}(?:[$€£¥]\s?)?(?P<low>{_SCALED})"
    rf"(?:\s?(?:[–—-]|to|or)\s?(?P<high>{_SCALED}))?(?P<percent>\s?%|\s+percent|\s+per cent)?(?P<after>\s+(?:more|additional|further|extra))?"
    r"(?![\w/:]|,\d|\.\d|-[a-z])",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"(?<![\w.,:/]){_LEAD}(?P<low>{_SCALED}|an?|half an)(?:\s?(?:[–—-]|to|or)\s?(?P<high>{_SCALED}))?[\s-]+(?P<unit>{_UNIT})s?(?P<hyphen>-long)?\b",
    re.IGNORECASE,
)
_LOOSE_DURATION = re.compile(rf"(?P<approx>several|a few|many)\s+(?P<unit>{_UNIT})s\b", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\b(?:indefinite(?:ly)?|open-ended|unlimited in time|for as long as (?:needed|necessary)|without a time limit)\b",
    re.IGNORECASE,
)
_EACH_SIDE = re.compile(
    r"\b(?:(?:from|for|by|on|per)\s+)?(?:each|either|per|both)\s+(?:side|party|country|of the (?:sides|parties|two sides))s?\b|\beach\b(?=\s*[.,;]|$)",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?:\d{1,2}\s?[–-]\s?)?$|\b(?:Article|Resolution|Chapter|Section|No\.|Point|"
    r"Round|Protocol|Phase|Stage|Day|COP|aged?)\s+$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"^(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|^\s*(?:a\.m|p\.m|am\b|pm\b|GMT|UTC|o'clock|o’clock)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its place in the text."""

    start: int
    end: int
    quantity: Quantity
    duration: bool = False


def find_amounts(text: str, start: int, end: int) -> tuple[Amount, ...]:
    """Durations and amounts within ``text[start:end]``, in order, never overlapping; offsets are the text's."""
    found: list[Amount] = []
    for match in _DURATION.finditer(text, start, end):
        if match["unit"] and not _is_date(text, match.start("low"), match.end("low")):
            found.append(_duration(match))
    found += [_loose(match) for match in _LOOSE_DURATION.finditer(text, start, end)]
    taken = [(a.start, a.end) for a in found]
    for match in _INDEFINITE.finditer(text, start, end):
        found.append(Amount(match.start(), match.end(), Quantity(match[0], indefinite=True), duration=True))
    for match in _AMOUNT.finditer(text, start, end):
        inside = any(a < match.end() and match.start() < b for a, b in taken)
        if inside or _is_date(text, match.start("low"), match.end("high") if match["high"] else match.end("low")):
            continue
        if amount := _amount(text, match, end):
            found.append(amount)
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def number(words: str) -> Decimal | None:
    """The value of a printed number; ``None`` for a word that names none ("dozens")."""
    parts = re.split(r"[ -]+", words.lower().replace(",", ""))
    total = Decimal(0)
    for part in parts:
        if part in _SCALE:
            total = (total or Decimal(1)) * _SCALE[part]
        elif re.fullmatch(r"\d+(?:\.\d+)?", part):
            total += Decimal(part)
        elif (value := _WORDS.get(part)) is not None:
            total += value
        else:
            return None
    return total


def _is_date(text: str, start: int, end: int) -> bool:
    digits = text[start:end]
    year = bool(re.fullmatch(r"(?:19|20)\d\d", digits))
    before, after = text[max(0, start - 25) : start], text[end : end + 16]
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after):
        return True
    return year and bool(
        re.search(r"(?:\b(?:in|of|since|by|until|from|before|after|early|late|mid)[\s-]|[,(]\s?|–\s?)$", before)
        or not after[:1].isspace()
    )


def _bounds(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None, Approximation]:
    low_words = re.sub(r"^half an$", "half", match["low"].lower())
    low, high = number(low_words), number(match["high"]) if match["high"] else None
    approximation = (
        _APPROXIMATIONS[match["approx"].lower()] if match["approx"] and not _is_particle(match) else "exactly"
    )
    if low is not None and high is not None and high < low and high < 100 and low < 100:
        high = None
    return low, high, approximation


def _is_particle(match: re.Match[str]) -> bool:
    """True for "over" in "hand over 3,000": it belongs to the verb."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return (match["approx"] or "").lower() == "over" and bool(
        re.search(r"\b(?:hand|turn|tak|giv|sign)(?:e|s|ed|ing|en)?\s+$", before, re.IGNORECASE)
    )


def _quantity(match: re.Match[str], printed: str, **extra: object) -> Quantity | None:
    low, high, approximation = _bounds(match)
    if low is None:
        return None
    value = minimum = maximum = None
    if high is not None:
        minimum, maximum = low, high
    elif approximation in ("atLeast", "moreThan"):
        minimum = low
    elif approximation in ("atMost", "lessThan"):
        maximum = low
    else:
        value = low
    return Quantity(printed, value, minimum, maximum, approximation=approximation, **extra)  # type: ignore[arg-type]  # keyword fields are checked by the callers


def _duration(match: re.Match[str]) -> Amount:
    quantity = _quantity(match, match[0], unit=match["unit"].lower() + "s", unit_code=_UNITS[match["unit"].lower()])
    return Amount(match.start(), match.end(), quantity or Quantity(match[0]), duration=True)


def _loose(match: re.Match[str]) -> Amount:
    unit = match["unit"].lower()
    return Amount(
        match.start(),
        match.end(),
        Quantity(match[0], unit=unit + "s", unit_code=_UNITS[unit], approximation="about"),
        duration=True,
    )


def _amount(text: str, match: re.Match[str], end: int) -> Amount | None:
    rest = text[match.end() : end]
    each = _EACH_SIDE.search(rest[:60])
    per_side = bool(each and not re.search(r"[.;]|\band\b|\bbut\b", rest[: each.start()]))
    until = match.end() + each.end() if each and per_side else match.end()
    unit = "percent" if match["percent"] else _currency(match[0]) or _counted(rest)
    if not unit and match["low"].lower() in _WORDS:
        return None
    start = match.start("low") if _is_particle(match) else match.start()
    quantity = _quantity(
        match, text[start:until], unit=unit, per_side=per_side, additional=bool(match["more"] or match["after"])
    )
    if quantity is None:
        return None
    return Amount(start, until, quantity)


def _currency(printed: str) -> str:
    return next(
        (name for sign, name in {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}.items() if sign in printed), ""
    )


def _counted(rest: str) -> str:
    """The noun counted: the words up to a preposition or a verb-like break, "bodies" in "bodies of troops"."""
    words = []
    for match in re.finditer(r"\s+([^\W\d_][\w’'-]*)", rest):
        if match.start() != sum(len(w) for w in words) or len(words) == 4:
            break
        if match[1].lower() in _STOP:
            break
        words.append(match[0])
        if match[1].endswith("s") and not match[1].endswith("ous"):
            break
    return "".join(words).strip()


_STOP = frozenset(
    ["of", "from", "to", "in", "on", "at", "for", "by", "with", "and", "or", "but", "as", "that", "which", "who", "were", "was", "are", "is", "be", "been", "have", "has", "had", "will", "would", "could", "may", "might", "must", "should", "can", "each", "per", "than", "then", "after", "before", "during", "since", "until", "according", "when", "while", "where", "more"]
)
