"""What every fact is made with: how it stands, the statements for and against it in their order, its verb."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..reading.lookup import PARLEY, PROV, SCHEMA, TYPE, Triples, concept_key
from .records import Edge, Fact, Words
from .wording import is_plural, verb

_EDITORS = {"item-label", "headline", "caption", "heading"}
"""Words set over the text: they are cited after its sentences."""


class FactParts:
    """Makes facts of one graph. ``order`` gives each statement's place in its source."""

    def __init__(
        self,
        triples: Triples,
        kinds: dict[str, str],
        order: dict[str, tuple[str, str]],
    ) -> None:
        self._triples = triples
        self._kinds = kinds
        self._order = order

    def _part(
        self, iri: str, place: int, kind: str, words: Words, aspect: str, edges: tuple[Edge, ...],
        sources: tuple[str, ...] = (),
    ) -> Fact:  # fmt: skip
        every = self._triples.all(iri, PARLEY + "supportedBy")
        every = [s for s in every if not sources or s.startswith(tuple(f"{source}/" for source in sources))]
        aspects = {s: concept_key(self._get(s, PARLEY + "aspect")) for s in every}
        support = [s for s in every if aspects[s] == aspect] or [s for s in every if not aspects[s]] or every
        standing = self._standing(iri)
        standing = self._claimed(support, standing) if standing in ("asserted", "claimed") else standing
        disputes = self._disputes(iri)
        return Fact(f"{iri}#{place}", kind, standing, words, self._sorted(support), disputes, edges, aspect)

    def _structure(self, iri: str, words: Words, edges: tuple[Edge, ...] = ()) -> Fact:
        return Fact(f"{iri}#self", "structure", "structure", words, (), edges=edges)

    def _fact(self, iri: str, kind: str, words: Words, *, edges: tuple[Edge, ...]) -> Fact:
        support = self._sorted(self._triples.all(iri, PARLEY + "supportedBy"))
        return Fact(iri, kind, self._standing(iri), words, support, self._disputes(iri), edges)

    def _claimed(self, statements: Sequence[str], otherwise: str) -> str:
        """``asserted`` if the source itself says it in one of the statements, else ``claimed``."""
        if not statements:
            return otherwise
        return "asserted" if any(self._own_voice(s) for s in statements) else "claimed"

    def _own_voice(self, statement: str) -> bool:
        source = self._get(statement, PROV + "wasDerivedFrom")
        if SCHEMA + "Dataset" in self._triples.all(source, TYPE):  # what a dataset tells is its claim
            return False
        saying = self._triples.all(statement, PROV + "qualifiedAttribution")
        return all(concept_key(self._get(each, PROV + "hadRole")) == "publisher" for each in saying)

    def _disputes(self, iri: str) -> tuple[str, ...]:
        return self._sorted(self._triples.all(iri, PARLEY + "disputedBy"))

    def _standing(self, iri: str) -> str:
        return concept_key(self._get(iri, PARLEY + "standing"))

    def _edge_label(self, standing: str, label: str) -> str:
        return {"asserted": label, "": label, "claimed": f"◔ {label}"}.get(standing, f"{standing}: {label}")

    def _place(self, statements: Sequence[str]) -> tuple[str, str]:
        return min((self._order[s] for s in statements if s in self._order), default=("~", ""))

    def _sorted(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Sentences before labels and headlines over them, each in the order of the text."""

        def place(statement: str) -> tuple[bool, str, str, str]:
            over = concept_key(self._get(statement, PARLEY + "attributionMode")) in _EDITORS
            return (over, *self._order.get(statement, ("~", "")), statement)

        return tuple(sorted(set(statements), key=place))

    def _many(self, agents: Sequence[str]) -> bool:
        """Whether the verb after these subjects is in the plural."""
        if len(agents) != 1:
            return len(agents) > 1
        kind, count = self._kinds.get(agents[0]), self._get(agents[0], PARLEY + "count")
        return kind in ("unnamed", "document") and (is_plural(self._triples.name(agents[0])) or count not in ("", "1"))

    def _verb(self, standing: str, subject: str, plain: str, infinitive: str) -> str:
        return verb(standing, plain, infinitive, plural=self._many([subject]))

    def _of(self, cls: str) -> list[str]:
        return self._triples.subjects(TYPE, PARLEY + cls)

    def _get(self, iri: str, prop: str) -> str:
        return self._triples.first(iri, prop)
