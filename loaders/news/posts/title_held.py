"""One title of one person: what the other modules of this room find, complete and pass on."""

from __future__ import annotations

from dataclasses import dataclass

from ....graph.records import Evidence, Key, Span, Tenure
from ..names.offices import offices
from ..names.title_grammar import Title


@dataclass(frozen=True, slots=True)
class Role:
    """One title of one person at one place in the text."""

    person: Key
    title: Title
    span: Span
    sentence: int
    organization: Key | None
    tenure: Tenure
    rule: str
    inferred: bool = False
    """True when the words do not say that it is this person's: told by who else is there."""
    told: Evidence = "explicit"
    """How it is told whose the post is: by these words, by the heading above them, or by what stands around."""

    @property
    def heads_delegation(self) -> bool:
        """True for "head of the Russian delegation": a place in a delegation, not a post."""
        return self.title.head in offices().leads and self.rule.endswith("delegation")


def is_rank(role: Role) -> bool:
    """True for a rank: beside a post it is a form of address."""
    return role.title.head in offices().ranks or role.rule == "rank"
