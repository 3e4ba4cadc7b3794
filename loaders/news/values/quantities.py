"""Amounts and durations as the text prints them: bounds, "another", "each side", ranges, indefinite.

Nothing is computed: no totals over both sides, no sums of earlier and later amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ....graph.records import Approximation, Quantity
from ..lexicons.word_lists import wordset
from .numerals import APPROX, APPROXIMATIONS, CURRENCY, SCALE, SCALED, SHORT, WORDS, currency, is_date, number
from .shares import find_shares

_UNITS = {"minute": "MIN", "hour": "HUR", "day": "DAY", "week": "WEE", "month": "MON", "year": "ANN"}
_UNIT = r"(?:minute|hour|day|week|month|year)"
_LEAD = rf"(?:(?P<approx>{APPROX})\s+)?(?P<more>(?:another|an additional|a further|additional|further)\s+)?"
_MONEY = (
    r"euros?|dollars?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|kroner|reais|pesos?|rand|liras?|shillings?|"
    r"dinars?|dirhams?|shekels?|won|kronor|baht|naira"
)
_MEASURE = r"kilomet(?:re|er)|km|met(?:re|er)|mile|tonne|ton|megawatt|gigawatt|barrel|hectare|acre|bed|truck|lorry"
_AMOUNT = re.compile(
    rf"(?<![\w.,:/-]){_LEAD}(?P<between>between\s+)?(?P<sign>(?:{CURRENCY})\s?)?"
    rf"(?P<low>{SCALED})(?P<short>(?(sign)(?:bn|tn|m|k)\b|(?:bn|tn|m)(?=\s(?:{_MONEY})\b)))?(?:(?(between)\s+and\s+|\s?(?:[–—-]|to|or)\s?)"
    rf"(?:{CURRENCY})?(?P<high>{SCALED})(?(sign)(?P<highshort>(?:bn|tn|m|k)\b)?|))?"
    r"(?P<percent>\s?%|[\s-]+percent|\s+per cent)?(?P<after>\s+(?:more|additional|further|extra))?"
    rf"(?![\w/:]|,\d|\.\d|-(?!(?:{_MEASURE})\b)[a-z])",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?<![\w.,:/-])(?P<low>{SCALED})(?P<what>\s+[a-z][\w-]*(?:\s[a-z][\w-]*)?)?(?:-for-|\s+for\s+)"
    r"(?P=low)(?![\w/:,.-]*\d)",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"\bfrom\s+(?P<low>(?:{CURRENCY})?{SCALED}(?:\s?%|(?:\s+[a-z]+){{0,2}}?))\s+to\s+(?P<high>(?:{CURRENCY})?{SCALED})\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:rais|increas|cut|lower|reduc|extend|stretch|prolong|lengthen|shorten|widen|expand|doubl|ris|rose|fall|fell|"
    r"grow|grew|drop|scal|bring|brought|slash|trim|halv|mov|up|down)\w*\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s+(?:an?|per|each|every)\s+(?:second|minute|hour|day|night|week|month|quarter|season|year)\b|"
    r"\s+(?:daily|weekly|monthly|annually|yearly)\b",
    re.IGNORECASE,
)
_OF_OWN = re.compile(
    rf"\s+of\s+(?:the|its|their|his|her|our|these|those)\b(?:\s+own\b)?(?P<all>\s+{SCALED})?", re.IGNORECASE
)
_PAST = re.compile(r"\s+(?:ago|earlier|later)\b", re.IGNORECASE)
_HANDED = re.compile(r"\b(?:hand|turn|tak|giv|sign)(?:e|s|ed|ing|en)?\s+$", re.IGNORECASE)
_SPREAD = re.compile(r"(?:\d(?:bn|tn|[mk])?|million|billion|percent|per cent)\b[^.;,]{0,24}$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|these|those|both)\s+$", re.IGNORECASE)
_DURATION = re.compile(
    rf"(?<![\w.,:/]){_LEAD}(?P<low>{SCALED}|an?|half an)(?:\s?(?:[–—-]|to|or)\s?(?P<high>{SCALED}))?"
    rf"(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>{_UNIT})s?(?P<hyphen>-long)?\b(?![\s-]olds?\b)(?P<later>\s+and\s+a\s+half\b)?",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:^|[.;:,(“\"]|\b(?:for|after|in|within|of|about|over|under|than|just|took|take|takes|taken|taking|"
    r"last|lasts|lasted|lasting|by|every|and|or|to|into|from|is|was|be|spent|spend|another))\s*$",
    re.IGNORECASE,
)
_NEAR = 200
"""Characters after a number in which stands what it counts."""
_BOUND_BEFORE = re.compile(rf"(?<![\w-])({APPROX})\s+\Z", re.IGNORECASE)
_LOOSE_DURATION = re.compile(rf"(?P<approx>several|a few|many)\s+(?P<unit>{_UNIT})s\b", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\b(?:indefinite(?:ly)?|open-ended|unlimited in time|for as long as (?:needed|necessary)|without a time limit)\b",
    re.IGNORECASE,
)
_EACH_SIDE = re.compile(
    r"\b(?:(?:from|for|by|on|per)\s+)?(?:each|either|per|both)\s+"
    r"(?:side|party|country|of the (?:sides|parties|two sides))s?\b|"
    r"\b(?:each\b(?=\s*[.,;]|$)|apiece\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its place in the text."""

    start: int
    end: int
    quantity: Quantity
    duration: bool = False
    was: bool = False
    """True for the amount from which another is to change: "from 24 months to 48"."""


def find_amounts(text: str, start: int, end: int) -> tuple[Amount, ...]:
    """Durations and amounts within ``text[start:end]``, in order, never overlapping; offsets are the text's."""
    change = _CHANGE.search(text, start, end)
    if change is not None and _changes(change):
        before = find_amounts(text, start, change.end("low"))
        after = find_amounts(text, change.start("high"), end)
        return _from_to(before, after, change)
    found: list[Amount] = []
    taken: list[tuple[int, int]] = []
    for match in _DURATION.finditer(text, start, end):
        past = _PAST.match(text, match.end()) is not None
        if past:
            taken.append(match.span())
        elif not _is_rate(match) and not is_date(text, match.start("low"), match.end("low")):
            found.append(_duration(match))
    for match in _FOR.finditer(text, start, end):
        counted = (match["what"] or "").strip() or _counted(text[match.end() : min(end, match.end() + _NEAR)])
        unit = "" if counted.split(" ")[-1] in wordset("quantities", "exchanges") else counted
        quantity = Quantity(match[0], number(match["low"]), unit=unit, per_side=True)
        found.append(Amount(match.start(), match.end(), quantity))
    found += [_loose(match) for match in _LOOSE_DURATION.finditer(text, start, end)]
    found += _shares(text, start, end, found)
    taken += [(a.start, a.end) for a in found]
    for match in _INDEFINITE.finditer(text, start, end):
        found.append(Amount(match.start(), match.end(), Quantity(match[0], indefinite=True), duration=True))
    for match in _AMOUNT.finditer(text, start, end):
        inside = any(a < match.end() and match.start() < b for a, b in taken)
        if inside or is_date(text, match.start("low"), match.end("high") if match["high"] else match.end("low")):
            continue
        if amount := _amount(text, match, end):
            found.append(amount)
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def _shares(text: str, start: int, end: int, found: list[Amount]) -> list[Amount]:
    """Shares and loose numbers where no amount stands; they have no value."""
    shares: list[Amount] = []
    for begin, finish, noun, loose in find_shares(text, start, end):
        if any(a.start < finish and begin < a.end for a in found):
            continue
        lead = _BOUND_BEFORE.search(text, start, begin)
        bound = APPROXIMATIONS[lead[1].lower()] if lead else "about" if loose else "exactly"
        first = lead.start() if lead else begin
        unit = _counted(" " + text[noun : min(end, noun + _NEAR)])
        shares.append(Amount(first, finish, Quantity(text[first:finish], unit=unit, approximation=bound)))
    return shares


def _changes(match: re.Match[str]) -> bool:
    """True for "cut from 25 to 10 percent"; "from 20 to 30 hostages" is a range."""
    low = number(re.sub(r"[^\d.,]+$", "", match["low"].lstrip("$€£¥")))
    high = number(match["high"].lstrip("$€£¥"))
    if low is not None and high is not None and high < low:
        return True
    return _CHANGES.search(match.string, max(0, match.start() - 80), match.start()) is not None


def _from_to(before: tuple[Amount, ...], after: tuple[Amount, ...], change: re.Match[str]) -> tuple[Amount, ...]:
    """The amounts of a change, the first one marked; each has the other's unit for want of its own."""
    old, new = before[-1] if before else None, after[0] if after else None
    if old is None or new is None or old.start < change.start("low") or new.start > change.start("high"):
        return before + after
    old, new = _with_unit(old, new), _with_unit(new, old)
    return (*before[:-1], replace(old, was=True), new, *after[1:])


def _with_unit(amount: Amount, other: Amount) -> Amount:
    if amount.quantity.unit:
        return amount
    unit, code = other.quantity.unit, other.quantity.unit_code
    return replace(amount, duration=other.duration, quantity=replace(amount.quantity, unit=unit, unit_code=code))


def _is_rate(match: re.Match[str]) -> bool:
    """True for "a day" in "40 trucks a day": no stretch of time."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return match["low"].lower() in ("a", "an") and not match["approx"] and not _LASTING.search(before)


def _bounds(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None, Approximation]:
    low, high = number(match["low"]), number(match["high"]) if match["high"] else None
    groups = match.groupdict()
    if groups.get("half") or groups.get("later"):
        low = low + Decimal("0.5") if low is not None else None
    scales = [SHORT.get((groups.get(g) or "").lower(), 1) for g in ("short", "highshort")]
    if low is not None and high is not None and low < high and scales[0] == 1:
        last = re.split(r"[ -]", match["high"].lower())[-1]
        scaled = re.split(r"[ -]", match["low"].lower())[-1] in SCALE
        scales[0] = scales[1] if scales[1] > 1 else 1 if scaled else SCALE.get(last, 1)
    low, high = low and low * scales[0], high and high * scales[1]
    approximation = (
        APPROXIMATIONS[match["approx"].lower()] if match["approx"] and not _is_particle(match) else "exactly"
    )
    if low is not None and high is not None and high < low and high < 100 and low < 100:
        high = None
    return low, high, approximation


def _is_particle(match: re.Match[str]) -> bool:
    """True for "over" in "hand over 500", which belongs to the verb, or in "$5 million over four years"."""
    if (match["approx"] or "").lower() != "over":
        return False
    spread = "unit" in match.groupdict() and _SPREAD.search(match.string, max(0, match.start() - 30), match.start())
    return bool(spread or _HANDED.search(match.string, max(0, match.start() - 12), match.start()))


def _quantity(match: re.Match[str], printed: str) -> Quantity | None:
    """The value or the bounds that a match gives, without a unit."""
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
    return Quantity(printed, value, minimum, maximum, approximation=approximation)


def _duration(match: re.Match[str]) -> Amount:
    start = match.start("low") if _is_particle(match) else match.start()
    printed = match.string[start : match.end()]
    unit, quantity = match["unit"].lower(), _quantity(match, printed)
    if quantity is not None:
        quantity = replace(quantity, unit=unit + "s", unit_code=_UNITS[unit])
    return Amount(start, match.end(), quantity or Quantity(printed), duration=True)


def _loose(match: re.Match[str]) -> Amount:
    unit = match["unit"].lower()
    return Amount(
        match.start(),
        match.end(),
        Quantity(match[0], unit=unit + "s", unit_code=_UNITS[unit], approximation="about"),
        duration=True,
    )


def _amount(text: str, match: re.Match[str], end: int) -> Amount | None:
    rest = text[match.end() : min(end, match.end() + _NEAR)]
    each = _EACH_SIDE.search(rest[:60])
    per_side = bool(each and not re.search(r"[.;\d]|\band\b|\bbut\b", rest[: each.start()]))
    if re.match(r"\s+years?\s+old\b", rest):
        return None
    unit = "percent" if match["percent"] else currency(match[0])
    after = 0
    if not unit and (unit := _counted(rest)):
        after = rest.index(unit) + len(unit)
    elif not unit and (of := _OF_OWN.match(rest)) and (match["low"][0].isdigit() or of["all"]):
        unit = _counted(rest[of.end() :])
        after = rest.index(unit, of.end()) + len(unit)
    if not unit and match["low"].lower() in WORDS:
        return None
    if not match["approx"] and (number(match["low"]) or 9) <= 3 and _DEFINITE.search(text[: match.start()][-9:]):
        return None  # "the two sides" counts by the way
    if match["low"].lower() == "one" and unit.split(" ")[-1] in wordset("quantities", "no_amounts"):
        return None
    rate = _RATE.match(rest, after)
    until = match.end() + (each.end() if each and per_side else rate.end() if rate else 0)
    start = match.start("low") if _is_particle(match) else match.start()
    if match["between"] and not match["high"]:
        start = match.start("sign" if match["sign"] else "low")
    quantity = _quantity(match, text[start:until])
    if quantity is None:
        return None
    additional = bool(match["more"] or match["after"])
    return Amount(start, until, replace(quantity, unit=unit, per_side=per_side, additional=additional))


def _counted(rest: str) -> str:
    """The noun counted: the words up to a preposition or a verb-like break, "bodies" in "bodies of troops"."""
    words: list[str] = []
    if match := re.match(r"-([a-z]+)", rest):
        return match[1]
    for match in re.finditer(r"\s+([^\W\d_][\w’'-]*)", rest):
        if match.start() != sum(len(w) for w in words) or len(words) == 4:
            break
        if match[1].lower() in wordset("quantities", "not_counted"):
            break
        words.append(match[0])
        if match[1].lower() in wordset("quantities", "measures"):
            break  # "5 km wide"
        if match[1].endswith("s") and not match[1].endswith("ous"):
            break
    return "".join(words).strip()
