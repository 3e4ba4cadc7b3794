"""Words for verbs, dates, amounts and lists: small and pure, shared by all sentences."""

from __future__ import annotations

from collections.abc import Sequence

from .content import Ref, Words
from .triples import PARLEY, SCHEMA, Triples, concept_key, in_words

ACTS = {
    "propose": ("proposed", "propose", "to"),
    "offer": ("offered", "offer", "to"),
    "demand": ("demanded", "demand", "from"),
    "request": ("requested", "request", "from"),
    "commit": ("committed to", "commit to", "towards"),
    "agree": ("agreed to", "agree to", "addressed to"),
    "agreeToConsider": ("agreed to consider", "agree to consider", "addressed to"),
    "reject": ("rejected", "reject", "addressed to"),
    "setCondition": ("set a condition for", "set a condition for", "addressed to"),
    "expect": ("expects", "expect", "addressed to"),
    "withdraw": ("withdrew", "withdraw", "addressed to"),
    "carryOut": ("carried out", "carry out", "addressed to"),
    "discuss": ("discussed", "discuss", "addressed to"),
}
"""Past form, infinitive, and the preposition before the addressee, of each act type."""

_ADVANCE = [
    "discussed",
    "expected",
    "requested",
    "demanded",
    "offered",
    "proposed",
    "conditional",
    "underConsideration",
    "promised",
    "agreed",
    "rejected",
    "withdrawn",
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

    >>> verb("expected", "attended", "attend"), verb("conditional", "agreed to", "agree to")
    ('is expected to attend', 'would, on a condition, agree to')
    """
    if standing == "expected":
        return f"{'are' if plural else 'is'} expected to {infinitive}"
    if standing == "conditional":
        return f"would, on a condition, {infinitive}"
    return plain


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


def amount(triples: Triples, quantity: str) -> str:
    """An amount in the text's own form, with what the words around it say of it."""
    unit = triples.first(quantity, SCHEMA + "unitText")
    printed = triples.first(quantity, PARLEY + "printedForm") or _figures(triples, quantity)
    words = [printed if not unit or unit.casefold() in printed.casefold() else f"{printed} {unit}"]
    for name, say in (
        ("perSide", "from each side"),
        ("additional", "on top of an amount not stated"),
        ("indefinite", "without an end"),
    ):
        if triples.first(quantity, PARLEY + name) == "true":
            words.append(say)
    return ", ".join(words)


def _figures(triples: Triples, quantity: str) -> str:
    value, low, high = (triples.first(quantity, SCHEMA + name) for name in ("value", "minValue", "maxValue"))
    approximation = concept_key(triples.first(quantity, PARLEY + "approximation"))
    near = "" if approximation in ("", "exactly") else f"{in_words(approximation)} "
    return near + (value or " to ".join(part for part in (low, high) if part) or "an amount")
