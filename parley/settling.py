"""What a workspace offers on negotiations and on what is one: lists, and decisions of people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from .graph.errors import ReviewError
from .graph.files import write_whole
from .rows import Table

if TYPE_CHECKING:
    from .graph.identity.clusters import Verdict
    from .graph.knowledge import Knowledge
    from .queries.given import Given


class Settling:
    """Lists what was found across sources, and decides where people have to."""

    knowledge: Knowledge

    def negotiations(self, **given: Unpack[Given]) -> Table:
        """The negotiations, a row for each: parties, mediators, rounds, first and last news, sources, publishers.

        ``fact`` is its IRI; lists are joined by commas. They are narrowed as the question of this name is.
        """
        from .answers import negotiation_rows
        from .queries.listing import columns

        return Table(columns(), tuple(negotiation_rows(self.knowledge, given)), "Negotiations")

    def same(self, name: str) -> Table:
        """What is one under a name, a row for each node of a source, with why; several of one name one after another.

        Raises ``UnknownName`` with what comes close.
        """
        from .sameness import MEMBER_COLUMNS, found_under, member_rows

        return Table(MEMBER_COLUMNS, tuple(member_rows(found_under(self.knowledge, name)[0])), f"What is {name!r}")

    def candidates(self, *kinds: str, limit: int | None = None) -> Table:
        """What may be one and nobody has decided, the most promising first; two clusters are one row.

        ``kinds`` are persons, events, items, negotiations, names (of organisations and places) or posts.
        """
        from .candidates import CANDIDATE_COLUMNS, candidate_rows
        from .graph.reading.candidates import find_candidates

        found = find_candidates(self.knowledge, kinds=kinds, limit=limit)
        return Table(CANDIDATE_COLUMNS, tuple(candidate_rows(found)), "What may be one")

    def decide(
        self, first: str, second: str, verdict: Verdict, *, by: str = "", on: str = "", because: str = ""
    ) -> None:
        """Decide that two nodes are ``same``, ``different``, or that it is ``unsure``, by any of their names or IRIs.

        Raises ``UnknownName``, and ``DecisionError`` for what does not go with other decisions, which it names.
        """
        from .deciding import decide_by_name

        decide_by_name(self.knowledge, first, second, verdict, by=by, on=on, because=because)

    def undo(self, first: str, second: str) -> None:
        """Take back what was decided on two nodes; raise ``DecisionError`` when nothing was."""
        from .deciding import undo_by_name

        undo_by_name(self.knowledge, first, second)

    def decisions(self) -> Table:
        """What was decided on which nodes are one."""
        from .deciding import DECISION_COLUMNS, decision_rows

        return Table(DECISION_COLUMNS, tuple(decision_rows(self.knowledge)), "Decisions on what is one")

    def save_decisions(self, path: str | Path) -> Path:
        """Write these decisions as an SSSOM table, which ``read(decisions=...)`` takes, and return its path."""
        from .deciding import written_decisions

        try:
            write_whole({Path(path): written_decisions(self.knowledge).encode("utf-8")})
        except OSError as error:
            raise ReviewError(path, 0, f"cannot be written ({error.strerror or error})") from error
        return Path(path)
