"""Namespaces that know their names: a misspelt term is an error, never a new term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches


class UnknownTerm(KeyError, AttributeError):
    """A name that is not in the vocabulary: ``name``, ``namespace`` and the nearest names that are."""

    def __init__(self, name: str, *, namespace: str, known: Iterable[str]) -> None:
        near = get_close_matches(name, list(known), n=3)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        self.message = f"{name!r} is not a term of {namespace}{hint}"
        super().__init__(self.message)
        self.name = name
        self.namespace = namespace
        self.suggestions = tuple(near)

    def __str__(self) -> str:
        return self.message


class ClosedNamespace:
    """Gives the IRI of each of its names, by attribute or by item, and refuses every other name.

    ``names`` is one text with blanks between the names.

    >>> namespace = ClosedNamespace("https://example.org/ns#", "Person role-head")
    >>> namespace.Person, namespace["role-head"]
    ('https://example.org/ns#Person', 'https://example.org/ns#role-head')
    """

    def __init__(self, iri: str, names: str) -> None:
        self._iris = {name: iri + name for name in names.split()}
        self.__dict__.update(self._iris)  # so that an attribute that is there is found at once
        self.iri = iri

    def __getattr__(self, name: str) -> str:
        return self[name]

    def __getitem__(self, name: str) -> str:
        try:
            return self._iris[name]
        except KeyError:
            raise UnknownTerm(name, namespace=self.iri, known=self._iris) from None

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and iri.startswith(self.iri) and iri[len(self.iri) :] in self._iris

    def __iter__(self) -> Iterator[str]:
        return iter(self._iris.values())

    def __len__(self) -> int:
        return len(self._iris)


class Concepts(Mapping[str, str]):
    """Gives the IRI of each concept of one scheme by the short name that records use.

    >>> Concepts("https://example.org/ns#", "capacity-", "guest host")["host"]
    'https://example.org/ns#capacity-host'
    """

    __slots__ = ("_iris", "_prefix")

    def __init__(self, namespace: str, prefix: str, names: str) -> None:
        self._prefix = namespace + prefix
        self._iris = {name: self._prefix + name for name in names.split()}

    def __getitem__(self, name: str) -> str:
        try:
            return self._iris[name]
        except KeyError:
            raise UnknownTerm(name, namespace=f"{self._prefix}...", known=self._iris) from None

    def __contains__(self, name: object) -> bool:
        return name in self._iris

    def __iter__(self) -> Iterator[str]:
        return iter(self._iris)

    def __len__(self) -> int:
        return len(self._iris)
