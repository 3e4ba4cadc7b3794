"""A made-up source that uses every kind of record: Norland and Sudmark talk in Harbourtown."""

from __future__ import annotations

from decimal import Decimal

from parley.graph.records import (
    Act,
    Agent,
    Attendance,
    Condition,
    Delegation,
    DelegationMembership,
    Event,
    Item,
    Key,
    Link,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Quantity,
    Record,
    Source,
    SourceRecords,
    Span,
    Statement,
    Term,
    When,
)

TEXT = """\
Norland offers Sudmark 40 fishing licences

The third round of talks between Norland and Sudmark took place in Harbourtown on May 4 and lasted about two hours.
Ada Brook, the former harbour minister, headed the Norland delegation. A naval officer also came.
“We propose at least 40 licences for each side,” Brook said, “if the Coast Watch agrees.”
Sudmark will consider it, a diplomat told the Harbour Post. Brook denied that drafts had been exchanged.
The Westmark envoy is expected to attend. Sudmark demanded the return of 12 boats within 30–45 days.
Cole Reed is Sudmark’s foreign minister.
"""


def at(words: str, text: str = TEXT) -> Span:
    """The place of some words in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


NORLAND, SUDMARK, WESTMARK = Key("state/XN"), Key("state/XS"), Key("state/XW")
POST, WATCH = Key("organization/harbour-post"), Key("organization/coast-watch")
BROOK, REED = Key("person/ada-brook"), Key("person/cole-reed")
OFFICER, DIPLOMAT = Key("unnamed/a-naval-officer"), Key("unnamed/a-diplomat")
NAVY = Key("organization/navy")
TOWN, TALKS, ROUND, EARLIER = Key("place/harbourtown"), Key("process/talks"), Key("event/round-3"), Key("event/round-2")
TEAM, DELEGATION = Key("delegation/norland-team"), Key("delegation/norland-at-round-3")
LICENCES, BOATS = Key("item/licences"), Key("item/boats")

AGENTS: tuple[Record, ...] = (
    Agent(
        NORLAND, "state", "Norland", surface_forms=("Norland",), aliases=("Kingdom of Norland",), world=True, code="XN"
    ),
    Agent(SUDMARK, "state", "Sudmark", surface_forms=("Sudmark", "Sudmark’s"), world=True, code="XS"),
    Agent(WESTMARK, "state", "Westmark", surface_forms=("Westmark",), world=True, code="XW"),
    Agent(POST, "organization", "Harbour Post", surface_forms=("the Harbour Post",), world=True),
    Agent(WATCH, "organization", "Coast Watch", surface_forms=("the Coast Watch",), side=NORLAND),
    Agent(NAVY, "organization", "navy", side=NORLAND, part_of=WATCH),
    Agent(BROOK, "person", "Ada Brook", surface_forms=("Ada Brook", "Brook"), side=NORLAND),
    Agent(REED, "person", "Cole Reed", surface_forms=("Cole Reed",), side=SUDMARK),
    Agent(OFFICER, "unnamed", "a naval officer", surface_forms=("A naval officer",), side=NORLAND, part_of=NAVY),
    Agent(DIPLOMAT, "unnamed", "a diplomat", surface_forms=("a diplomat",)),
    Place(TOWN, "Harbourtown", surface_forms=("Harbourtown",), inside=WESTMARK),
)
EVENTS: tuple[Record, ...] = (
    Process(TALKS, "Talks of Norland and Sudmark", parties=(NORLAND, SUDMARK)),
    Event(EARLIER, "round", "Round 2", "asserted", ordinal=2, process=TALKS),
    Event(
        ROUND, "round", "Round 3", "asserted",
        ordinal=3, process=TALKS, previous=EARLIER, place=TOWN, when=When("2031-05-04", "partial", "May 4"),
        parties=(NORLAND, SUDMARK), format="expanded format",
        duration=Quantity("about two hours", value=Decimal(2), unit="hours", unit_code="HUR", approximation="about"),
    ),
    Event(
        Key("event/visit"), "visit", "Visit of the envoy", "expected",
        when=When("2031-05-09/2031-05-10", "resolved", "at the weekend"),
    ),
    Delegation(TEAM, "Norland team", represents=NORLAND, lasting=True),
    Delegation(DELEGATION, "Norland delegation", represents=NORLAND, event=ROUND, team=TEAM),
)  # fmt: skip
ROLES: tuple[Record, ...] = (
    DelegationMembership(Key("membership/brook"), BROOK, DELEGATION, "head", "asserted"),
    DelegationMembership(Key("membership/officer"), OFFICER, DELEGATION, "member", "asserted"),
    PostHolding(Key("holding/brook"), BROOK, "harbour minister", "former", "asserted"),
    PostHolding(Key("holding/reed"), REED, "foreign minister", "current", "asserted", organization=SUDMARK),
    PostHolding(Key("holding/reed-next"), REED, "prime minister", "announced", "asserted", organization=SUDMARK),
    Attendance(Key("attendance/sudmark"), SUDMARK, ROUND, "party", "asserted"),
    Attendance(Key("attendance/westmark"), WESTMARK, ROUND, "observer", "expected"),
)
CONTENT: tuple[Record, ...] = (
    Item(LICENCES, "Proposal", "40 fishing licences", issues=("fisheries",), terms=(Key("term/licences"),)),
    Item(BOATS, "Demand", "return of 12 boats", issues=("property",), terms=(Key("term/boats"),)),
    Term(
        Key("term/licences"), "at least 40 licences for each side",
        obligors=(NORLAND,), beneficiaries=(SUDMARK,), reciprocal=True, condition=Key("condition/watch"),
        quantity=Quantity(
            "at least 40 licences", minimum=Decimal(40), unit="licences", approximation="atLeast", per_side=True
        ),
    ),
    Term(
        Key("term/boats"), "the return of 12 boats within 30–45 days",
        action="returnProperty", obligors=(NORLAND,), beneficiaries=(SUDMARK,), purpose="fishing",
        location="Harbourtown", assisted_by=(WATCH,),
        quantity=Quantity("12 boats", value=Decimal("12"), unit="boats", additional=True),
        duration=Quantity(
            "30–45 days", minimum=Decimal(30), maximum=Decimal("45.5"), unit="days", unit_code="DAY", indefinite=True
        ),
    ),
    Condition(Key("condition/watch"), "if the Coast Watch agrees", depends_on=WATCH),
    Act(Key("act/propose"), "propose", (NORLAND,), LICENCES, "claimed", addressees=(SUDMARK,), event=ROUND),
    Act(Key("act/consider"), "agreeToConsider", (SUDMARK,), LICENCES, "claimed", addressees=(NORLAND,)),
    Act(
        Key("act/demand"), "demand", (SUDMARK,), BOATS, "asserted", addressees=(NORLAND,),
        when=When("2031-05", "text", "May"),
    ),
    NegotiationDocument(
        Key("document/drafts"), "drafts", "denied",
        count=2, draft=True, about="licences", authors=(NORLAND,), exchanged_at=ROUND, discussed_at=(EARLIER, ROUND),
    ),
)  # fmt: skip
STATEMENTS: tuple[Record, ...] = (
    Statement(
        Key("statement/title"),
        at("Norland offers Sudmark 40 fishing licences"),
        "fact",
        mode="headline",
        supports=(Key("source"),),
        aspect="headline",
    ),
    Statement(
        Key("statement/round"),
        at("The third round of talks between Norland and Sudmark took place in Harbourtown on May 4"),
        "fact",
        supports=(ROUND, EARLIER, Key("attendance/sudmark")),
    ),
    Statement(
        Key("statement/duration"),
        at("lasted about two hours"),
        "fact",
        supports=(ROUND,),
        aspect="duration",
        part_of=Key("statement/round"),
    ),
    Statement(
        Key("statement/head"),
        at("Ada Brook, the former harbour minister, headed the Norland delegation"),
        "fact",
        supports=(Key("membership/brook"), Key("holding/brook")),
        rule="apposition",
    ),
    Statement(
        Key("statement/officer"),
        at("A naval officer also came"),
        "fact",
        supports=(Key("membership/officer"),),
        confidence=Decimal("0.75"),
    ),
    Statement(
        Key("statement/propose"),
        at("We propose at least 40 licences for each side"),
        "proposal",
        (POST, BROOK),
        mode="direct-quote",
        supports=(Key("act/propose"), Key("term/licences")),
        rule="speech-act",
        standing_because="“propose”: is so",
    ),
    Statement(
        Key("statement/condition"),
        at("if the Coast Watch agrees"),
        "conditional",
        (POST, BROOK),
        mode="direct-quote",
        supports=(Key("condition/watch"),),
        aspect="condition",
    ),
    Statement(
        Key("statement/consider"),
        at("Sudmark will consider it"),
        "agreement-to-consider",
        (POST, POST, DIPLOMAT),
        mode="paraphrase",
        supports=(Key("act/consider"),),
    ),
    Statement(
        Key("statement/denial"),
        at("drafts had been exchanged"),
        "denial",
        (POST, BROOK),
        evidence="presupposed",
        mode="paraphrase",
        disputes=(Key("document/drafts"),),
    ),
    Statement(
        Key("statement/envoy"),
        at("The Westmark envoy is expected to attend"),
        "expectation",
        evidence="inferred",
        supports=(Key("attendance/westmark"), Key("event/visit")),
    ),
    Statement(
        Key("statement/boats"),
        at("Sudmark demanded the return of 12 boats within 30–45 days"),
        "demand",
        supports=(Key("act/demand"), Key("term/boats")),
    ),
    Statement(
        Key("statement/reed"),
        at("Cole Reed is Sudmark’s foreign minister"),
        "fact",
        supports=(Key("holding/reed"), Key("holding/reed-next")),
    ),
    Link("inTensionWith", Key("statement/propose"), Key("statement/title"), why="offer against proposal"),
    Link("sameContentAs", Key("statement/boats"), Key("statement/condition")),
    Link("contradicts", Key("statement/denial"), Key("statement/consider")),
)

HARBOURTOWN = SourceRecords(
    Source(
        id="harbourtown",
        title="Norland offers Sudmark 40 fishing licences",
        text=TEXT,
        loader="news",
        extractor="news 1.0; lexicons 1",
        publisher=POST,
        published=When("2031-05-05T08:15", "text", "05.05.2031 08:15"),
        modified=When("2031-05-06", "text", "6 May 2031"),
        url="https://harbour-post.example/talks?round=3",
    ),
    (*AGENTS, *EVENTS, *ROLES, *CONTENT, *STATEMENTS),
)
