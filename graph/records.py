"""What a loader may say: frozen records of one source, each tied to the words that support it.

Records know nothing of RDF. They point at one another by :data:`Key`, a short local name such as
``person/anna-lind``; :mod:`parley.graph.identifiers` turns keys into IRIs and
:mod:`parley.graph.writing.writer` turns records into triples. A key is stable: it is made from what the
record says, never from its position in a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, NewType, TypeAlias

WRITING: Final = 4
"""Raise it when the same records are written as other triples: stores then read their sources again."""

Key = NewType("Key", str)
"""``kind/name``: unique within one source, or in the world when the record says ``world=True``."""

AgentKind: TypeAlias = Literal["person", "state", "organization", "unnamed"]
Tenure: TypeAlias = Literal["current", "former", "announced"]
Standing: TypeAlias = Literal["asserted", "claimed", "expected", "conditional", "denied"]
DelegationRole: TypeAlias = Literal["head", "member"]
Capacity: TypeAlias = Literal["party", "attendee", "observer", "mediator", "host"]
Approximation: TypeAlias = Literal["exactly", "about", "atLeast", "moreThan", "atMost", "lessThan"]
DateBasis: TypeAlias = Literal["text", "partial", "resolved"]
Evidence: TypeAlias = Literal["explicit", "heading-implied", "presupposed", "inferred"]
Modality: TypeAlias = Literal[
    "fact", "claim", "assessment", "proposal", "demand", "commitment", "agreement",
    "agreement-to-consider", "rejection", "denial", "conditional", "expectation", "hypothetical",
    "negative-expectation", "refusal-to-speculate", "reason",
]  # fmt: skip
AttributionMode: TypeAlias = Literal[
    "direct-quote", "mixed-quote", "paraphrase", "list-summary", "item-label", "headline",
    "caption", "heading", "unattributed",
]  # fmt: skip
EventKind: TypeAlias = Literal[
    "round", "talks", "meeting", "summit", "conference", "call", "visit", "signing", "exchange",
    "pressConference", "ceasefire", "agreement", "congress",
]  # fmt: skip
Incident: TypeAlias = Literal["incident"]
"""The kind of an event that is no part of negotiations: a clash, a strike, as datasets list them."""
ActType: TypeAlias = Literal[
    "propose", "offer", "demand", "request", "commit", "agree", "agreeToConsider", "reject",
    "setCondition", "expect", "withdraw", "carryOut", "discuss", "threaten", "takeStep",
]  # fmt: skip
ItemKind: TypeAlias = Literal["Proposal", "Demand", "Commitment", "Agreement", "Item"]
MatchKind: TypeAlias = Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]
LinkKind: TypeAlias = Literal["inTensionWith", "sameContentAs", "contradicts"]
FactVerdict: TypeAlias = Literal["accepted", "edited", "added", "rejected"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive, 0-based) of the source's canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """A day or a moment as precisely as the text gives it.

    ``value`` is ISO 8601, possibly partial (``2025``, ``2025-06``, ``2025-06-02``,
    ``2025-07-24T00:33``) or an interval (``2022-01-09/2022-01-10``, ``/2022-01-10`` where only the last
    day is told); ``printed`` is the text's own
    form; ``value`` is empty where the day cannot be told. ``basis``: ``text`` (all of it is printed),
    ``partial`` (year or month supplied from the publication date), ``resolved`` (from a weekday or a
    word such as "yesterday").
    """

    value: str
    basis: DateBasis
    printed: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as printed: ``value`` when exact or about, otherwise ``minimum`` and ``maximum``.

    ``unit`` is the thing counted in the text's words ("POWs"); ``unit_code`` a UN/CEFACT code for
    durations (``MIN HUR DAY WEE MON ANN``). A total over both sides is never computed.
    """

    printed: str
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    unit_code: str = ""
    approximation: Approximation = "exactly"
    per_side: bool = False
    additional: bool = False
    indefinite: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """One that has read a source beside its loader; statements name it by ``name``."""

    name: str
    """A short word that is part of IRIs, such as ``llm``."""
    extractor: str
    """Everything that decides what it finds besides the text."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a scheme; ``broader`` is the id of the one above it, ``codes`` are those of PA-X."""

    id: str
    label: str
    broader: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueScheme:
    """The issues that items may be on."""

    id: str
    label: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Where a dataset comes from, under which licence, and which version of its format was read."""

    home: str = ""
    licence: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was read: its identity, its canonical text and what made the records."""

    id: str
    title: str
    text: str
    loader: str
    """Name of the loader, ``news`` for articles."""
    extractor: str
    """Everything that decides the result besides the text: code version, lexicons, model."""
    publisher: Key | None = None
    published: When | None = None
    modified: When | None = None
    url: str = ""
    language: str = "en"
    readers: tuple[Reader, ...] = ()
    """Who else has read it; what they find stands beside what the loader finds."""
    scheme: IssueScheme | None = None
    """What its items may be on; none for the issues of the vocabulary, of which nothing is told then."""
    dataset: Dataset | None = None
    """What is known of a dataset; none for an article."""
    starts: int = 0
    """Where the text begins in that of a large dataset, of which it is a part; spans refer to the whole."""
    whole_hash: str = ""
    """Of a part the hash of the whole dataset, whose text is not kept."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A person, state, organisation, or somebody whom the text does not name."""

    key: Key
    kind: AgentKind
    label: str
    surface_forms: tuple[str, ...] = ()
    """Every form printed in this source, in order of first appearance."""
    aliases: tuple[str, ...] = ()
    """Other names that a gazetteer knows, for search."""
    world: bool = False
    """True when a gazetteer identifies it: it then has one IRI for all sources."""
    code: str = ""
    """ISO 3166-1 alpha-2 for states."""
    side: Key | None = None
    """The state or party that it belongs to."""
    part_of: Key | None = None
    """The organisation that it is a unit of; for an unnamed agent, the one that it speaks for."""
    born: str = ""
    """The day on which a person was born, ISO 8601, possibly partial; ``died`` alike."""
    died: str = ""
    same_as: tuple[str, ...] = ()
    """IRIs under which others know it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region or building where something happens, as the text names it."""

    key: Key
    label: str
    surface_forms: tuple[str, ...] = ()
    inside: Key | None = None
    """The state that the text itself puts it in."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One atomic statement: these words, said by this chain of agents, support these facts.

    ``chain`` runs from the publisher inwards to the speaker; empty means the article's own voice.
    ``supports`` and ``disputes`` name fact records; ``aspect`` narrows it to one field of them
    (``place``, ``date``, ``duration``, ``parties``, ``ordinal``, ``format``, ``quantity``, ``condition``,
    ``purpose``, ``assistance``, ``headline``, ``published``, ``modified`` ...). ``part_of`` is the wider
    statement of which these words are a part; a statement that has none is the whole utterance.
    """

    key: Key
    span: Span
    modality: Modality
    chain: tuple[Key, ...] = ()
    evidence: Evidence = "explicit"
    mode: AttributionMode = "unattributed"
    confidence: Decimal = Decimal("0.9")
    rule: str = ""
    supports: tuple[Key, ...] = ()
    disputes: tuple[Key, ...] = ()
    aspect: str = ""
    part_of: Key | None = None
    reader: str = ""
    """Name of the reader that found it; empty for the loader itself."""
    also_found_by: tuple[str, ...] = ()
    """Names of other readers that found the same words said by the same speaker for the same facts."""
    cites: tuple[str, ...] = ()
    """Addresses of what it was taken from: it is no witness besides them."""
    standing_because: str = ""
    """Why what it tells of stands as it does: the words above and about it, and what each does to it."""


@dataclass(frozen=True, slots=True)
class PostHolding:
    """A person holds, held or is to hold a post."""

    key: Key
    person: Key
    title: str
    tenure: Tenure
    standing: Standing
    organization: Key | None = None
    """The organisation or state that the post is in, when the text says or implies it."""
    start: str = ""
    """The first day, ISO 8601, possibly partial, where the source gives it; ``end`` the last alike."""
    end: str = ""
    post_same_as: tuple[str, ...] = ()
    """IRIs under which others know the post."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A party's team: at one event, or the lasting one (``lasting=True``)."""

    key: Key
    label: str
    represents: Key
    event: Key | None = None
    team: Key | None = None
    """The lasting team that this delegation comes from."""
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class DelegationMembership:
    """Somebody heads or belongs to a delegation."""

    key: Key
    member: Key
    delegation: Key
    role: DelegationRole
    standing: Standing


@dataclass(frozen=True, slots=True)
class Process:
    """A series of rounds between parties."""

    key: Key
    label: str
    parties: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A round of talks, a meeting, a call ...: what the text says of it, unknown fields left empty."""

    key: Key
    kind: EventKind | Incident
    label: str
    standing: Standing
    ordinal: int | None = None
    process: Key | None = None
    previous: Key | None = None
    place: Key | None = None
    when: When | None = None
    parties: tuple[Key, ...] = ()
    duration: Quantity | None = None
    format: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody takes part in an event outside the parties' delegations, or as a side of it."""

    key: Key
    agent: Key
    event: Key
    capacity: Capacity
    standing: Standing


@dataclass(frozen=True, slots=True)
class Condition:
    """What a promise or an agreement depends on, in the text's words."""

    key: Key
    text: str
    depends_on: Key | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be done under an item: who is to do what for whom, how much, how long."""

    key: Key
    text: str
    action: str = ""
    """Name of an action kind of the ontology (``exchangePrisoners``), when the lexicon knows it."""
    obligors: tuple[Key, ...] = ()
    beneficiaries: tuple[Key, ...] = ()
    quantity: Quantity | None = None
    duration: Quantity | None = None
    reciprocal: bool = False
    purpose: str = ""
    location: str = ""
    assisted_by: tuple[Key, ...] = ()
    condition: Key | None = None
    further: tuple[Quantity, ...] = ()
    """Other amounts and durations in its words, in their order."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something on the table. What happens to it is told by acts."""

    key: Key
    kind: ItemKind
    label: str
    issues: tuple[str, ...] = ()
    """Ids of issues of the source's scheme (``prisoners``)."""
    terms: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A party proposes, demands, agrees, rejects, threatens ... an item."""

    key: Key
    type: ActType
    agents: tuple[Key, ...]
    item: Key
    standing: Standing
    addressees: tuple[Key, ...] = ()
    event: Key | None = None
    when: When | None = None
    implied_addressees: tuple[Key, ...] = ()
    """Whom it is meant for though the words do not say so; never somebody among ``addressees``."""
    represented_by: tuple[Key, ...] = ()
    """The people through whom the agents act: the minister who offers it in his country's name."""


@dataclass(frozen=True, slots=True)
class NegotiationDocument:
    """A memorandum, draft, treaty ... that the talks are about."""

    key: Key
    label: str
    standing: Standing
    count: int | None = None
    draft: bool = False
    about: str = ""
    authors: tuple[Key, ...] = ()
    exchanged_at: Key | None = None
    discussed_at: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Sanction:
    """Somebody is under sanctions of an authority."""

    key: Key
    subject: Key
    authority: Key
    label: str
    standing: Standing
    programme: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A node that others have named, and which nodes of others it is or is near to."""

    key: Key
    iri: str
    label: str = ""
    matches: tuple[tuple[MatchKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements say the same, pull against each other, or contradict each other."""

    kind: LinkKind
    first: Key
    second: Key
    why: str = ""


@dataclass(frozen=True, slots=True)
class FactDecision:
    """A person has decided on a fact of the source; of what is rejected nothing else is left.

    ``said`` is the fact in words as it lay before them, ``span`` the words of the text that it rests on.
    """

    key: Key
    verdict: FactVerdict
    said: str
    span: Span
    by: str
    on: str = ""
    """The day, ISO 8601; empty when nobody said."""
    because: str = ""
    fact: Key | None = None
    """The fact or statement as it stands now; of what is rejected there is none."""


Keyed: TypeAlias = (
    Agent | Place | Statement | PostHolding | Delegation | DelegationMembership | Process | Event
    | Attendance | Condition | Term | Item | Act | NegotiationDocument | Sanction | Alignment
)  # fmt: skip
Record: TypeAlias = Keyed | Link | FactDecision


@dataclass(frozen=True, slots=True)
class SourceRecords:
    """Everything that one source says."""

    source: Source
    records: tuple[Record, ...]
    notes: tuple[str, ...] = ()
    """What was found that is no act, counted by the reason, in words; told to whoever reads, not part of the graph."""
    untold: int = 0
    """Events left out because neither their sides nor their day and place are told; not part of the graph either."""
    yearless: str = ""
    """The day of publication that is printed without its year; not part of the graph either."""
