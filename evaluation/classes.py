"""Classes that the categories hold among others and that are easily got wrong, each counted by itself.

They are read from the pairs of the categories and change nothing there. Right is what is of the class in the gold and
was found to be of it. Of few a share says little: see ``ENOUGH``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from .scoring import Compared, Comparison
from .tally import Tally, tally

F = TypeVar("F")
E = TypeVar("E")

ENOUGH: Final = 10
"""From this number in the gold on, shares are told."""
_TO_CONSIDER: Final = "agreement-to-consider"


def classes(comparison: Comparison) -> dict[str, Tally]:
    """Return the counts of the classes in one article.

    A proposal that was found to be an agreement to consider, where the gold takes that for an alternative to another
    kind, counts neither for nor against.
    """
    accepted = {i for i, j in comparison.proposals.pairs if _TO_CONSIDER in comparison.proposals.gold[j].alt_kinds}
    return {
        "quantities in proposals": tally(comparison.quantities),
        "former roles": _class(
            comparison.roles, lambda held: held[1].status == "former", lambda held: held[1].status == "former"
        ),
        "denials": _class(comparison.statements, lambda said: said.denial, lambda said: said.denial),
        "agreements to consider": _class(
            comparison.proposals,
            lambda found: found.kind == _TO_CONSIDER,
            lambda gold: gold.kind == _TO_CONSIDER,
            neutral=frozenset(accepted),
        ),
    }


def _class(
    compared: Compared[F, E],
    is_found: Callable[[F], bool],
    is_gold: Callable[[E], bool],
    *,
    neutral: frozenset[int] = frozenset(),
) -> Tally:
    gold = {j for j in compared.counted_gold if is_gold(compared.gold[j])}
    found = {i for i in compared.counted_found if is_found(compared.found[i])}
    right = [(i, j) for i, j in compared.pairs if i in found and j in gold]
    found -= neutral - {i for i, _ in right}
    return Tally(len(right), len(found), len(gold), len(right), len(right))
