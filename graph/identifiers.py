"""The one place that mints IRIs, from the stable keys of records, never from labels alone.

A name that is plain enough stands in its IRI as it is; any other name becomes a readable slug and a hash
of the whole name. No plain name looks like a slug with a hash, so two names never share an IRI.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Final, NewType

from anyascii import anyascii

from ..ontology.terms import ISSUES, PARLEY
from .errors import UnwritableValue
from .records import Key, Span

Iri = NewType("Iri", str)

DEFAULT_BASE: Final = "https://w3id.org/parley/id/"
"""Where data live unless the user names another base."""
SOURCE_KEY: Final = Key("source")
"""The key that stands for the source itself."""
OUR_ISSUES: Final = "parley"
"""The name of the scheme of issues that the vocabulary has; any other is a user's own."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_HASHED: Final = re.compile(r"-[0-9a-f]{12}\Z")
_BASE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\#?]*[/]")
_SLUG_LENGTH: Final = 48
_KINDS: Final = (
    "decision", "delegation", "document", "event", "extractor", "item", "organization", "person", "place", "post",
    "process", "scheme", "source", "state", "unnamed",
)  # fmt: skip
"""What the IRIs of the graph of all sources begin with, after the base."""


@lru_cache(maxsize=65_536)
def path_segment(name: str) -> str:
    """Return the name as one segment of an IRI; different names give different segments.

    >>> path_segment("united-nations"), path_segment("Foreign Minister")
    ('united-nations', 'foreign-minister-bf2367cc5576')
    """
    if _PLAIN.fullmatch(name) and not _HASHED.search(name):
        return name
    return f"{slug(name)}-{digest(name)}"


def slug(text: str) -> str:
    """Return the text as lower-case Latin letters, digits and hyphens, for reading only."""
    return _latin(text[:200])[:_SLUG_LENGTH].rstrip("-") or "x"


def file_id(stem: str) -> str:
    """Return the id of a source by its file's name: the slug, and a hash of the whole name where that had to be cut.

    >>> file_id("Talks: day 2"), file_id("Talks on the release of prisoners in the capital of Chad, day 2")
    ('talks-day-2', 'talks-on-the-release-of-prisoners-in-the-capital-fa13b037')
    """
    whole = _latin(stem)
    return slug(stem) if len(whole) <= _SLUG_LENGTH else f"{slug(stem)}-{digest(stem, length=8)}"


def _latin(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")


def free_key(key: str, taken: Container[Key]) -> Key:
    """Return the key itself, or with a number when something else has it already.

    >>> free_key("event/talks", {Key("event/talks"), Key("event/talks-2")})
    'event/talks-3'
    """
    candidate, number = Key(key), 2
    while candidate in taken:
        candidate, number = Key(f"{key}-{number}"), number + 1
    return candidate


def digest(text: str, *, length: int = 12) -> str:
    """Return the first ``length`` hexadecimal digits of the text's SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def content_hash(text: str) -> str:
    """Return the SHA-256 of a source's canonical text, by which a changed text is known."""
    return digest(text, length=64)


@dataclass(frozen=True, slots=True)
class Minter:
    """Gives the IRIs of everything under one base."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise UnwritableValue(self.base, "is not a base for IRIs: give an absolute IRI that ends with /")

    def source(self, source_id: str) -> Iri:
        """The article or dataset itself."""
        return Iri(f"{self.base}source/{path_segment(source_id)}")

    def source_graph(self, source_id: str) -> Iri:
        """The named graph of what the source says."""
        return Iri(f"{self.source(source_id)}/graph")

    def derived_graph(self, source_id: str) -> Iri:
        """The named graph of the shortcuts that follow from the source's asserted facts."""
        return Iri(f"{self.source(source_id)}/derived")

    def extraction(self, source_id: str, reader: str = "") -> Iri:
        """The activity that read the source; one of another reader beside its loader has that one's name."""
        return Iri(f"{self.source(source_id)}/extraction" + (f"/{path_segment(reader)}" if reader else ""))

    def extractor(self, loader: str, extractor: str) -> Iri:
        """The software that read it."""
        name = f"{loader}\n{extractor}"
        return Iri(f"{self.base}extractor/{slug(loader)}-{digest(name)}")

    def node(self, source_id: str, key: Key) -> Iri:
        """A source's own node."""
        return self.source(source_id) if key == SOURCE_KEY else Iri(f"{self.source(source_id)}/{_path(key)}")

    def world(self, key: Key) -> Iri:
        """A node that all sources share, because a gazetteer knows it."""
        return Iri(self.base + _path(key))

    def post(self, source_id: str, title: str, organization: str) -> Iri:
        """A post, told apart by its title and by the organisation (an IRI, or empty) that it is in."""
        name = f"{title}\n{organization}"
        return Iri(f"{self.source(source_id)}/post/{slug(title)}-{digest(name)}")

    def scheme(self, id: str) -> Iri:
        """A scheme of issues, which all sources that are read under it share."""
        return Iri(PARLEY["scheme-issue"] if id == OUR_ISSUES else f"{self.base}scheme/{path_segment(id)}")

    def issue(self, scheme: str, id: str) -> Iri:
        """An issue of a scheme."""
        return Iri(ISSUES[id] if scheme == OUR_ISSUES else f"{self.scheme(scheme)}#issue-{path_segment(id)}")

    def passage(self, source_id: str, span: Span) -> Iri:
        """Some words of a source's text."""
        return Iri(f"{self.source(source_id)}#char={span.start},{span.end}")

    def is_world(self, iri: str) -> bool:
        """True for a node of ours that belongs to no single source."""
        return iri.startswith(self.base) and not self.is_of_source(iri)

    def is_of_source(self, iri: str) -> bool:
        """True for a node that one source alone can tell of."""
        return iri.startswith(f"{self.base}source/")

    def is_foreign(self, iri: str) -> bool:
        """True for a node that others have named: a dataset brought it along."""
        return not iri.startswith(self.base)

    def is_given_out(self, iri: str) -> bool:
        """True for an IRI that is minted here and may stand for another node tomorrow, or for none."""
        rest = iri.removeprefix(self.base)
        return rest != iri and (
            rest.startswith(("source/", "graph/", "decision/", "match/")) or bool(_HASHED.search(rest))
        )

    def blank(self, source_id: str, number: int) -> Iri:
        """A node to which a dataset gives no name: the one that comes so many nodes after its first."""
        return Iri(f"{self.source(source_id)}/blank/{number}")

    def relative(self, source_id: str) -> Iri:
        """What the relative names in a dataset are relative to."""
        return Iri(f"{self.source(source_id)}/node/")

    def canonical(self, member: str) -> Iri:
        """The IRI that a cluster takes from one of its members; a node of no single source is its own."""
        if not self.is_of_source(member):
            return Iri(member)
        kind, last = member.rsplit("/", 2)[1:]
        name = _HASHED.sub("", last)
        return Iri(f"{self.base}{kind}/{slug(name)}-{digest(member)}")

    def decision(self, first: str, second: str) -> Iri:
        """The decision on two nodes, whichever is named first."""
        pair = "\n".join(sorted((first, second)))
        return Iri(f"{self.base}decision/{digest(pair, length=24)}")

    def match(self, block: str, first: str, second: str) -> Iri:
        """What was found on two nodes among the tellings of a block."""
        return Iri(f"{self.base}match/{digest(chr(10).join((block, first, second)), length=24)}")

    @property
    def prefixes(self) -> Mapping[str, str]:
        """A prefix for each kind of node, such as ``state:``, and ``id:`` for all of them."""
        return {"id": self.base, **{kind: f"{self.base}{kind}/" for kind in _KINDS}}

    @property
    def identity_graph(self) -> Iri:
        """Which source node is which canonical node."""
        return Iri(f"{self.base}graph/identity")

    @property
    def decisions_graph(self) -> Iri:
        """What people and rules have decided on identity."""
        return Iri(f"{self.base}graph/decisions")

    @property
    def matches_graph(self) -> Iri:
        """What was found to be one, or to be settled by people, by what several sources tell."""
        return Iri(f"{self.base}graph/matches")

    @property
    def links_graph(self) -> Iri:
        """What links facts of different sources, as plain triples."""
        return Iri(f"{self.base}graph/links")

    @property
    def store_graph(self) -> Iri:
        """Bookkeeping: format version, origins, fingerprints. Never exported."""
        return Iri(f"{self.base}graph/store")


def _path(key: Key) -> str:
    kind, slash, name = key.partition("/")
    if not slash or not kind or kind in ("source", "graph"):
        raise UnwritableValue(key, "is not a key: write kind/name, such as person/jane-doe")
    return f"{path_segment(kind)}/{path_segment(name)}"
