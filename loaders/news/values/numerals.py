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
_BETWEEN_THOUSANDS = re.compile("(?<=\\d)[ ,\u00a0\u202f'’](?=\\d{3})")
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00a0\u202f'’]\d{3})+(?![\d.,]?\d)|\d+(?:\.\d+)?"
_WORD = rf"(?:(?:{_TENS})(?:-(?:{_SMALL}))?|{_SMALL})"
_NUMBER = rf"(?:{_DIGITS}|{_WORD})"
_SCALE = "|".join(SCALE)
_MORE = rf"(?:(?: and)? {_WORD}(?![\w-])(?:[ -](?:{_SCALE})\b){{0,2}}){{1,4}}"
_HUNDREDS = rf"(?:{_WORD}|an?)[ -](?:hundred|thousand)(?:[ -](?:{_SCALE}))*{_MORE}"
SCALED = rf"(?:{_HUNDREDS}|(?:{_NUMBER}|(?:half )?an?(?=[ -](?:{_SCALE})\b))(?:[ -](?:{_SCALE}))*)"
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
    plain = _BETWEEN_THOUSANDS.sub("", words.lower())
    total = part = Decimal(0)
    for word in re.split(r"[ -]+", re.sub(r"\bhalf an?\b", "half", plain)):
        if word in SCALE:
            part = (part or Decimal(1)) * SCALE[word]
            if SCALE[word] >= 10**3:
                total, part = total + part, Decimal(0)
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            part += Decimal(word)
        elif (value := WORDS.get(word)) is not None:
            part += value
        elif word != "and":
            return None
    return total + part


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
