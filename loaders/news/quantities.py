"""Amounts and durations as the text prints them: bounds, "another", "each side", ranges, indefinite.

Nothing is computed: no totals over both sides, no sums of earlier and later amounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ...graph.records import Approximation, Quantity
from .lexicons import wordset

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS: dict[str, Decimal | None] = {
    "a": Decimal(1),
    "an": Decimal(1),
    **{word: Decimal(n) for n, word in enumerate(re.findall(r"\w+", _SMALL), 1)},
    **{word: Decimal(10 * n) for n, word in enumerate(re.findall(r"\w+", _TENS), 2)},
    "half": Decimal("0.5"),
    **dict.fromkeys(("hundreds", "dozens", "thousands")),
}
_SCALE = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_CURRENCIES = {
    "AU$": "AUD",
    "A$": "AUD",
    "CA$": "CAD",
    "C$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
_SHORT = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
_UNITS = {"minute": "MIN", "hour": "HUR", "day": "DAY", "week": "WEE", "month": "MON", "year": "ANN"}
_BOUNDS: dict[Approximation, tuple[str, ...]] = {
    "atLeast": ("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    "moreThan": ("over", "more than", "above", "upwards of", "in excess of", "just over"),
    "atMost": ("up to", "at most", "no more than", "not more than", "a maximum of", "as many as"),
    "lessThan": ("under", "less than", "fewer than", "just under"),
    "about": (
        *("nearly", "almost", "about", "around", "some", "roughly", "approximately"),
        *("an estimated", "close to"),
    ),
}
_APPROXIMATIONS = {phrase: bound for bound, phrases in _BOUNDS.items() for phrase in phrases}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_DIGITS}|(?:{_TENS})(?:-(?:{_SMALL}))?|{_SMALL})"
_SCALED = rf"(?:{_NUMBER}|(?:half )?an?(?=[ -](?:{'|'.join(_SCALE)})\b))(?:[ -](?:{'|'.join(_SCALE)}))*"
_APPROX = "|".join(sorted(map(re.escape, _APPROXIMATIONS), key=len, reverse=True))
_UNIT = r"(?:minute|hour|day|week|month|year)"
_LEAD = rf"(?:(?P<approx>{_APPROX})\s+)?(?P<more>(?:another|an additional|a further|additional|further)\s+)?"
_MONEY = r"euros?|dollars?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|kroner|reais|pesos?|rand|liras?|shillings?"
_MEASURE = r"kilomet(?:re|er)|km|met(?:re|er)|mile|tonne|ton|megawatt|gigawatt|barrel|hectare|acre|bed|truck|lorry"
_CURRENCY = r"(?:\b(?:US|AU?|CA?|HK|NZ))?\$|[€£¥]"
_AMOUNT = re.compile(
    rf"(?<![\w.,:/-]){_LEAD}(?P<between>between\s+)?(?P<sign>(?:{_CURRENCY})\s?)?"
    rf"(?P<low>{_SCALED})(?P<short>(?(sign)(?:bn|tn|m|k)\b|(?:bn|tn|m)(?=\s(?:{_MONEY})\b)))?(?:(?(between)\s+and\s+|\s?(?:[–—-]|to|or)\s?)"
    rf"(?:{_CURRENCY})?(?P<high>{_SCALED})(?(sign)(?P<highshort>(?:bn|tn|m|k)\b)?|))?"
    r"(?P<percent>\s?%|[\s-]+percent|\s+per cent)?(?P<after>\s+(?:more|additional|further|extra))?"
    rf"(?![\w/:]|,\d|\.\d|-(?!(?:{_MEASURE})\b)[a-z])",
    re.IGNORECASE,
)
_FOR = re.compile(rf"(?<![\w.,:/-])(?P<low>{_SCALED})(?:-for-|\s+for\s+)(?P=low)(?![\w/:,.-]*\d)", re.IGNORECASE)
_DURATION = re.compile(
    rf"(?<![\w.,:/]){_LEAD}(?P<low>{_SCALED}|an?|half an)(?:\s?(?:[–—-]|to|or)\s?(?P<high>{_SCALED}))?"
    rf"(?P<half>\s+and\s+a\s+half)?[\s-]+(?P<unit>{_UNIT})s?(?P<hyphen>-long)?\b(?![\s-]olds?\b)(?P<later>\s+and\s+a\s+half\b)?",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:^|[.;:,(“\"]|\b(?:for|after|in|within|of|about|over|under|than|just|took|take|takes|taken|taking|"
    r"last|lasts|lasted|lasting|by|every|and|or|to|into|from|is|was|be|spent|spend|another))\s*$",
    re.IGNORECASE,
)
_LOOSE_DURATION = re.compile(rf"(?P<approx>several|a few|many)\s+(?P<unit>{_UNIT})s\b", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\b(?:indefinite(?:ly)?|open-ended|unlimited in time|for as long as (?:needed|necessary)|without a time limit)\b",
    re.IGNORECASE,
)
_EACH_SIDE = re.compile(
    r"\b(?:(?:from|for|by|on|per)\s+)?(?:each|either|per|both)\s+"
    r"(?:side|party|country|of the (?:sides|parties|two sides))s?\b|"
    r"\beach\b(?=\s*[.,;]|$)",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\.?\s+(?:\d{{1,2}}\s?[–-]\s?)?$|"
    r"\b(?:Article|Resolution|Chapter|Section|No\.|Point|Round|Protocol|Phase|Stage|Day|COP|aged?)\s+$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    rf"^(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|^\s*(?:a\.m|p\.m|am\b|pm\b|GMT|UTC|o'clock|o’clock)"
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
        if not _is_rate(match) and not _is_date(text, match.start("low"), match.end("low")):
            found.append(_duration(match))
    for match in _FOR.finditer(text, start, end):
        counted = _counted(text[match.end() : end])
        unit = "" if counted.split(" ")[-1] in wordset("quantities", "exchanges") else counted
        quantity = Quantity(match[0], number(match["low"]), unit=unit, per_side=True)
        found.append(Amount(match.start(), match.end(), quantity))
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


def _is_rate(match: re.Match[str]) -> bool:
    """True for "a day" in "40 trucks a day": no stretch of time."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return match["low"].lower() in ("a", "an") and not match["approx"] and not _LASTING.search(before)


def number(words: str) -> Decimal | None:
    """The value of a printed number; ``None`` for a word that names none ("dozens")."""
    parts = re.split(r"[ -]+", re.sub(r"\bhalf an?\b", "half", words.lower().replace(",", "")))
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
        or not re.match(r"\s+(?:[^\W\d_][\w-]*\s+)?(?:[^\W\d_][\w-]*s|people|men|women|children)\b", after)
    )


def _bounds(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None, Approximation]:
    low, high = number(match["low"]), number(match["high"]) if match["high"] else None
    groups = match.groupdict()
    if groups.get("half") or groups.get("later"):
        low = low + Decimal("0.5") if low is not None else None
    scales = [_SHORT.get((groups.get(g) or "").lower(), 1) for g in ("short", "highshort")]
    if low is not None and high is not None and low < high and scales[0] == 1:
        last = re.split(r"[ -]", match["high"].lower())[-1]
        scaled = re.split(r"[ -]", match["low"].lower())[-1] in _SCALE
        scales[0] = scales[1] if scales[1] > 1 else 1 if scaled else _SCALE.get(last, 1)
    low, high = low and low * scales[0], high and high * scales[1]
    approximation = (
        _APPROXIMATIONS[match["approx"].lower()] if match["approx"] and not _is_particle(match) else "exactly"
    )
    if low is not None and high is not None and high < low and high < 100 and low < 100:
        high = None
    return low, high, approximation


def _is_particle(match: re.Match[str]) -> bool:
    """True for "over" in "hand over 500": it belongs to the verb."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return (match["approx"] or "").lower() == "over" and bool(
        re.search(r"\b(?:hand|turn|tak|giv|sign)(?:e|s|ed|ing|en)?\s+$", before, re.IGNORECASE)
    )


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
    unit, quantity = match["unit"].lower(), _quantity(match, match[0])
    if quantity is not None:
        quantity = replace(quantity, unit=unit + "s", unit_code=_UNITS[unit])
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
    if re.match(r"\s+years?\s+old\b", rest):
        return None
    unit = "percent" if match["percent"] else _currency(match[0]) or _counted(rest)
    if not unit and match["low"].lower() in _WORDS:
        return None
    start = match.start("low") if _is_particle(match) else match.start()
    if match["between"] and not match["high"]:
        start = match.start("sign" if match["sign"] else "low")
    quantity = _quantity(match, text[start:until])
    if quantity is None:
        return None
    additional = bool(match["more"] or match["after"])
    return Amount(start, until, replace(quantity, unit=unit, per_side=per_side, additional=additional))


def _currency(printed: str) -> str:
    return next((name for sign, name in _CURRENCIES.items() if sign in printed.upper()), "")


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
        if match[1].endswith("s") and not match[1].endswith("ous"):
            break
    return "".join(words).strip()
