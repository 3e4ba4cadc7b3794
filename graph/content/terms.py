"""The terms of an item in words: how much, for how long, by whom, for whom, with whose help, on which condition."""

from __future__ import annotations

from ..kinds import in_words
from ..reading.lookup import PARLEY, Triples, concept_key
from .records import Words
from .wording import amount, condition_of, listed


def term_words(triples: Triples, term: str, label: str) -> Words:
    """The parts of a term with dots between them; its text is left out where it only repeats the item's label."""
    get, every = triples.first, triples.all
    text = get(term, PARLEY + "objectText") or in_words(concept_key(get(term, PARLEY + "actionKind")))
    parts: list[Words] = []
    for name, say in (("quantity", "amount:"), ("duration", "for how long:")):
        if quantity := get(term, PARLEY + name):
            parts.append((f"{say} {amount(triples, quantity)}",))
    for name, say in (("obligor", "to be done by"), ("beneficiary", "for"), ("assistedBy", "with the help of")):
        if agents := every(term, PARLEY + name):
            parts.append((say, *listed(agents)))
    if get(term, PARLEY + "reciprocal") == "true":
        parts.append(("by both sides",))
    for name, say in (("purpose", "purpose:"), ("locationText", "where:")):
        if said := get(term, PARLEY + name):
            parts.append((f"{say} {said}",))
    for condition in every(term, PARLEY + "condition"):
        depends = every(condition, PARLEY + "dependsOn")
        on: Words = ("(depends on", *listed(depends), ")") if depends else ()
        parts.append((condition_of(get(condition, PARLEY + "conditionText")), *on))
    if text.casefold() != label.casefold() or not parts:
        parts.insert(0, (text,))
    return tuple(word for place, part in enumerate(parts) for word in ((("·",) if place else ()) + part))
