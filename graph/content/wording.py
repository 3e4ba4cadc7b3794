"""Words for verbs, dates, amounts and lists: small and pure, shared by all sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..kinds import in_words
from ..reading.lookup import PARLEY, SCHEMA, Triples, concept_key
from .records import Ref, Words

ACTS = {
    "propose": ("proposed", "propose", "to"),
    "offer": ("offered", "offer", "to"),
    "demand": ("demanded", "demand", "of"),
    "request": ("requested", "request", "of"),
    "commit": ("committed", "commit", ", towards"),
    "agree": ("agreed", "agree", ", towards"),
    "agreeToConsider": ("agreed to consider", "agree to consider", ", towards"),
    "reject": ("rejected", "reject", ", towards"),
    "setCondition": ("set a condition", "set a condition", ", towards"),
    "expect": ("expected", "expect", "of"),
    "withdraw": ("withdrew", "withdraw", ", towards"),
    "carryOut": ("carried out", "carry out", ", towards"),
    "discuss": ("discussed", "discuss", "with"),
    "threaten": ("threatened", "threaten", ", towards"),
    "takeStep": ("took a step", "take a step", ", towards"),
}
"""Past form, infinitive, and the words before the addressee, of each act type. A colon and the item follow, so that
a sentence holds whether the item's label is a noun or a verb."""

_MANY = {"is": "are", "was": "were", "holds": "hold", "heads": "head", "represents": "represent", "comes": "come"}
_IRREGULAR = {"memoranda", "people", "men", "women", "media", "data", "staff", "police"}
_AROUND = (
    ("perSide", "from each side", r"\b(each|per|both|either)\b"),
    ("additional", "in addition", r"\b(another|additional|further|extra|more(?! than))\b"),
    ("indefinite", "indefinite", r"\bindefinite"),
)
_IF = re.compile(r"^(?:if|pending|provided(?: that)?|on condition (?:that|of)|subject to)\s+", re.IGNORECASE)
_ADVANCE = [
    "underDiscussion",
    "anticipated",
    "requested",
    "demanded",
    "offered",
    "proposed",
    "madeConditional",
    "underConsideration",
    "promised",
    "agreed",
    "rejected",
    "withdrawn",
    "stepTaken",
    "carriedOut",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def advancement(status: str) -> int:
    """How far along the life of an item a status is; decides among acts of the same or no date."""
    return _ADVANCE.index(status) if status in _ADVANCE else -1


def verb(standing: str, plain: str, infinitive: str, *, plural: bool = False) -> str:
    """The verb as the standing allows it; what is denied keeps it, after "it is denied that".

    >>> verb("expected", "attended", "attend"), verb("conditional", "attended", "attend")
    ('is expected to attend', 'would, if a condition is met, attend')
    >>> verb("asserted", "is a member of", "be a member of", plural=True)
    'are members of'
    """
    if standing == "expected":
        return f"{'are' if plural else 'is'} expected to {_of_many(infinitive) if plural else infinitive}"
    if standing == "conditional":
        return f"would, if a condition is met, {infinitive}"
    return _of_many(plain) if plural else plain


def deed(standing: str, past: str, infinitive: str, *, plural: bool = False) -> str:
    """The verb of an act: a conditional one is done, its condition follows after the addressee.

    >>> deed("conditional", "committed", "commit"), deed("expected", "agreed", "agree", plural=True)
    ('committed', 'are expected to agree')
    """
    return past if standing != "expected" else verb(standing, past, infinitive, plural=plural)


def _of_many(words: str) -> str:
    first, space, rest = words.partition(" ")
    return _MANY.get(first, first) + space + rest.replace("a member of", "members of")


def is_plural(name: str) -> bool:
    """Whether a description of unnamed people or papers stands for several of them.

    >>> [is_plural(name) for name in ("heads of customs and police", "a senior official", "draft memoranda", "press")]
    [True, False, True, False]
    """
    noun = re.split(r" (?:of|from|for|in|at|on|to|with|by|between) ", name)[0]
    word = noun.rpartition(" ")[2].casefold()
    return " and " in noun or word in _IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def listed(nodes: Sequence[str]) -> Words:
    """Several nodes in a row, with commas and a last "and"."""
    words: list[str | Ref] = []
    for place, node in enumerate(nodes):
        if place:
            words.append("and" if place == len(nodes) - 1 else ",")
        words.append(Ref(node))
    return tuple(words)


def moment(value: str) -> str:
    """A day, month, year or moment in words, exactly as precise as it is.

    >>> moment("2031-05-02"), moment("2031-05"), moment("2031-05-02T09:30")
    ('2 May 2031', 'May 2031', '2 May 2031, 09:30')
    """
    day, _, clock = value.partition("T")
    parts = day.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return value
    words = [str(int(part)) for part in parts[2:]] + [_MONTHS[int(part) - 1] for part in parts[1:2]] + parts[:1]
    return " ".join(words) + (f", {clock[:5]}" if clock and not clock.startswith("00:00:00") else "")


_SIGNS = {"USD": r"\$", "EUR": "€", "GBP": "£", "percent": "per cent|%"}
"""Other ways in which a unit is printed."""


def amount(triples: Triples, quantity: str) -> str:
    """An amount in the text's own form, with what the words around it say of it, each said once."""
    unit = triples.first(quantity, SCHEMA + "unitText")
    printed = triples.first(quantity, PARLEY + "printedForm") or _figures(triples, quantity)
    words = [printed if not unit or names_unit(printed, unit) else f"{printed} {unit}"]
    for name, say, same in _AROUND:
        if triples.first(quantity, PARLEY + name) == "true" and not re.search(same, printed, re.IGNORECASE):
            words.append(say)
    return ", ".join(words)


def names_unit(printed: str, unit: str) -> bool:
    """Whether a printed amount already has its unit, in the singular or the plural.

    >>> names_unit("36–40-hour", "hours"), names_unit("about an hour", "hours"), names_unit("over 90", "boats")
    (True, True, False)
    >>> names_unit("$40 million", "USD"), names_unit("20 per cent", "percent"), names_unit("40 million", "USD")
    (True, True, False)
    """
    whole = unit.casefold()
    forms = {whole, whole.removesuffix("s"), re.sub("ies$", "y", whole)}
    said = printed.casefold()
    short = re.search(r"\d\s?(h|hrs?|mins?|km|m|kg|t)\.?$", said)
    if re.search(_SIGNS.get(unit, "(?!)"), said):
        return True
    return bool(short) or any(re.search(rf"\b{re.escape(form)}", said) for form in forms)


_OPENING = (
    "once ", "when ", "after ", "as soon as ", "unless ", "until ", "only ", "in exchange ", "in return ", "should ",
)  # fmt: skip


def condition_of(text: str) -> str:
    """A condition in a few words, without the word that opens it.

    >>> condition_of("pending the consent of both"), condition_of("once Norland is ready"), condition_of("")
    ('if: the consent of both', 'once Norland is ready', 'on a condition')
    """
    plain = _IF.sub("", text)
    opened = text.casefold().startswith(_OPENING)
    return text if opened else f"if: {plain}" if plain else "on a condition"


def _figures(triples: Triples, quantity: str) -> str:
    value, low, high = (triples.first(quantity, SCHEMA + name) for name in ("value", "minValue", "maxValue"))
    approximation = concept_key(triples.first(quantity, PARLEY + "approximation"))
    near = "" if approximation in ("", "exactly") else f"{in_words(approximation)} "
    return near + (value or " to ".join(part for part in (low, high) if part) or "an amount")
