"""Answers as flat rows for programs: plain values with their types, lists as lists, nothing for what is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from rdflib.term import Node

from ..graph.engine.results import Results
from .catalogue import Question

Value: TypeAlias = str | int | float | bool
Flat: TypeAlias = dict[str, Value | list[Value]]

_MARK: Final = "\x1f"
"""Parts the values of a list where a program reads it: no name has this character, the unit separator."""
_JOINED: Final = re.compile(r'separator="(?:, |; | > | / | )"')


def parted(sparql: str) -> str:
    """Return the SPARQL of a question with lists that can be told apart again, whatever their values hold."""
    return _JOINED.sub(r'separator="\\u001F"', sparql)


def flat_rows(results: Results, asked: Question | None = None) -> Iterator[Flat]:
    """Yield the rows of a query; ``asked`` is the question whose :func:`parted` SPARQL it is, if it is one's.

    What is unbound is left out, and of a question what is empty too: it tells of nothing there.
    """
    lists = asked.lists if asked else ()
    numbers = asked.numbers if asked else ()
    for row in results:
        flat: Flat = {}
        for column in results.columns:
            term = row[column]
            if term is None or (asked is not None and not str(term)):
                continue
            if column in lists:
                parts = [part for part in str(term).split(_MARK) if part]
                flat[column] = [_number(part) if column in numbers else part for part in parts]
            else:
                flat[column] = _value(term)
        yield flat


def _value(term: Node) -> Value:
    """A number or truth value as itself, anything else (IRIs, texts, days) as it is written."""
    value = getattr(term, "value", None)
    if isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal | float):
        return _number(str(term))
    return str(term)


def _number(text: str) -> Value:
    """The number that a text is, as exactly as JSON has it; the text itself where it is none."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    if not number.is_finite():
        return text
    return int(number) if number == number.to_integral_value() else float(number)
