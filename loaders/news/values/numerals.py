"""Numbers as words and figures, bounds and currencies: what :mod:`.quantities` builds its patterns from."""

from __future__ import annotations

import re
from decimal import Decimal

from ....graph.records import Approximation

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
WORDS: dict[str, Decimal | None] = {
    "a": Decimal(1),
    "an": Decimal(1),
    **{word: Decimal(n) for n, word in enumerate(re.findall(r"\w+", _SMALL), 1)},
    **{word: Decimal(10 * n) for n, word in enumerate(re.findall(r"\w+", _TENS), 2)},
    "half": Decimal("0.5"),
    **dict.fromkeys(("hundreds", "dozens", "thousands")),
}
SCALE = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
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
SHORT = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
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
APPROXIMATIONS = {phrase: bound for bound, phrases in _BOUNDS.items() for phrase in phrases}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_DIGITS}|(?:{_TENS})(?:-(?:{_SMALL}))?|{_SMALL})"
SCALED = rf"(?:{_NUMBER}|(?:half )?an?(?=[ -](?:{'|'.join(SCALE)})\b))(?:[ -](?:{'|'.join(SCALE)}))*"
APPROX = "|".join(sorted(map(re.escape, APPROXIMATIONS), key=len, reverse=True))
CURRENCY = r"(?:\b(?:US|AU?|CA?|HK|NZ))?\$|[€£¥]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\.?\s+(?:\d{{1,2}}\s?[–-]\s?)?$|"
    r"\b(?:Article|Resolution|Chapter|Section|No\.|Point|Round|Protocol|Phase|Stage|Day|COP|aged?)\s+$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    rf"^(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|^\s*(?:a\.m|p\.m|am\b|pm\b|GMT|UTC|o'clock|o’clock)"
)


def number(words: str) -> Decimal | None:
    """The value of a printed number; ``None`` for a word that names none ("dozens")."""
    parts = re.split(r"[ -]+", re.sub(r"\bhalf an?\b", "half", words.lower().replace(",", "")))
    total = Decimal(0)
    for part in parts:
        if part in SCALE:
            total = (total or Decimal(1)) * SCALE[part]
        elif re.fullmatch(r"\d+(?:\.\d+)?", part):
            total += Decimal(part)
        elif (value := WORDS.get(part)) is not None:
            total += value
        else:
            return None
    return total


def currency(printed: str) -> str:
    """The ISO 4217 code of the sign in a printed amount; "" for none."""
    return next((name for sign, name in _CURRENCIES.items() if sign in printed.upper()), "")


def is_date(text: str, start: int, end: int) -> bool:
    """True for figures that are part of a date, a time or the name of an article or round."""
    digits = text[start:end]
    year = bool(re.fullmatch(r"(?:19|20)\d\d", digits))
    before, after = text[max(0, start - 25) : start], text[end : end + 16]
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after):
        return True
    return year and bool(
        re.search(r"(?:\b(?:in|of|since|by|until|from|before|after|early|late|mid)[\s-]|[,(]\s?|–\s?)$", before)
        or not re.match(r"\s+(?:[^\W\d_][\w-]*\s+)?(?:[^\W\d_][\w-]*s|people|men|women|children)\b", after)
    )
