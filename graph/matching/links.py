"""What links two facts of different sources that are not one: a variant, an answer, a repeat, a contradiction."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

LinkName: TypeAlias = Literal["variantOf", "respondsTo", "sameContentAs", "contradicts"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One node is tied to another: the later item to the earlier, the answer to what was asked, two statements."""

    first: str
    second: str
    name: LinkName
    score: float
    because: str
    block: str = ""
    """What they have in common that made them be compared."""

    @property
    def decimal(self) -> Decimal:
        """The score as it is written."""
        return Decimal(str(self.score))


def between(one: str, other: str, name: LinkName, *, score: float, because: str) -> Link:
    """Return the link of two statements, in whichever order they are given."""
    first, second = sorted((one, other))
    return Link(first, second, name, score, because)
