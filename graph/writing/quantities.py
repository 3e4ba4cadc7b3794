"""Writes amounts: numbers only as the text gives them, with the printed form beside them."""

from __future__ import annotations

from ...ontology.terms import APPROXIMATIONS, PARLEY, SCHEMA
from ..ntriples import number, ref, true
from ..records import Quantity
from .sheet import Sheet


def write_quantity(sheet: Sheet, owner: str, link: str, quantity: Quantity, *, name: str) -> None:
    """Write an amount as a node of its own, named after its owner and linked from it."""
    node, facts = ref(f"{owner[1:-1]}/{name}"), sheet.facts
    facts.add(owner, link, node)
    facts.types(node, SCHEMA.QuantitativeValue)
    bounds = ((SCHEMA.value, quantity.value), (SCHEMA.minValue, quantity.minimum), (SCHEMA.maxValue, quantity.maximum))
    for bound, amount in bounds:
        if amount is not None:
            facts.add(node, bound, number(amount))
    facts.strings(node, SCHEMA.unitText, [quantity.unit])
    facts.strings(node, SCHEMA.unitCode, [quantity.unit_code])
    facts.add(node, PARLEY.approximation, f"<{APPROXIMATIONS[quantity.approximation]}>")
    marks = (
        (PARLEY.perSide, quantity.per_side),
        (PARLEY.additional, quantity.additional),
        (PARLEY.indefinite, quantity.indefinite),
    )
    for mark, holds in marks:
        if holds:
            facts.add(node, mark, true())
    facts.strings(node, PARLEY.printedForm, [quantity.printed])
    sheet.caption(node, quantity.printed or name)
