"""Two made-up articles about talks that never were, with every kind of record that the page shows."""

# ruff: noqa: E501  the tables are easier to read with one row a line

from __future__ import annotations

from decimal import Decimal

from parley.graph.records import (
    Act,
    ActType,
    Agent,
    Attendance,
    Condition,
    Delegation,
    DelegationMembership,
    Event,
    Item,
    Key,
    Link,
    Modality,
    NegotiationDocument,
    Place,
    PostHolding,
    Process,
    Quantity,
    Record,
    Source,
    SourceRecords,
    Span,
    Standing,
    Statement,
    Term,
    When,
)

TEXT = """Norland Offers to Return 400 Fishing Boats
The third round of talks between Norland and Suderia in Ostrava Bay lasted about two hours, a delegate told the Harbour Post.
The head of the Norlandic delegation, presidential adviser Zoë Lindqvist-Åberg, was accompanied by Deputy Minister Per Halvorsen.
Suderia's team is led by Marek Dvořák, formerly Minister of Fisheries, now Secretary of the Sea Council.
Lindqvist-Åberg said: "Norland proposed handing over at least 400 more boats from each side."
Norland suggested 24–48-hour pauses at sea to rescue crews, she said.
Suderia agreed to consider joint harbour commissions, according to Lindqvist-Åberg.
Both sides agreed to go on exchanging sick sailors.
Norland demanded clarity on detained divers, she added.
Norland will return the wreck with the help of the Sea Cross once Suderia is ready.
Over 90 boats have already been returned by Norland.
Observers from Westmark are expected at the next round.
Draft memoranda were exchanged in the second round on May 2.
"""

SECOND = """Suderia Denies Any Offer on Boats
Dvořák said Suderia had received no proposal on boats.
The third round lasted "barely forty minutes", a Suderian official said.
"""

_STATES = {"norland": ("Norland", "NL-0"), "suderia": ("Suderia", "SD-0"), "westmark": ("Westmark", "WM-0")}


def first_article() -> SourceRecords:
    """The article of the Harbour Post."""
    source = Source(
        id="harbour-post-1",
        title="Norland Offers to Return 400 Fishing Boats",
        text=TEXT,
        loader="news",
        extractor="made up",
        publisher=Key("organization/harbour-post"),
        published=When("2031-05-24T09:30", "text", "May 24, 2031, 09:30"),
        url="https://example.org/boats",
    )
    return SourceRecords(source, (*_agents(), *_posts_and_teams(), *_events(), *_table(), *_statements()))


def second_article() -> SourceRecords:
    """The article of the Suder Gazette, which disputes an act of the first in its own terms."""
    said = Statement(
        Key("statement/1"), _span(SECOND, "Suderia had received no proposal on boats"), "denial",
        chain=(Key("person/marek-dvorak"),), disputes=(Key("act/boats"),),
    )  # fmt: skip
    short = Statement(
        Key("statement/2"), _span(SECOND, 'The third round lasted "barely forty minutes"'), "claim",
        chain=(Key("unnamed/official"),), mode="mixed-quote", supports=(Key("event/round-3"),), aspect="duration",
    )  # fmt: skip
    records: tuple[Record, ...] = (
        *_states(),
        Agent(Key("person/marek-dvorak"), "person", "Marek Dvořák", side=Key("state/suderia")),
        Agent(Key("unnamed/official"), "unnamed", "a Suderian official", side=Key("state/suderia")),
        Item(Key("item/boats"), "Proposal", "handing over of boats", ("prisoners",)),
        Act(Key("act/boats"), "propose", (Key("state/norland"),), Key("item/boats"), "denied"),
        Event(
            Key("event/round-3"), "round", "Third round", "asserted", ordinal=3,
            parties=(Key("state/norland"), Key("state/suderia")),
            duration=Quantity("barely forty minutes", maximum=Decimal(40), unit_code="MIN", approximation="atMost"),
        ),
        said,
        short,
    )  # fmt: skip
    source = Source(
        id="suder-gazette-1", title="Suderia Denies Any Offer on Boats", text=SECOND, loader="news", extractor="made up",
        published=When("2031-05-25", "text", "May 25, 2031"),
    )  # fmt: skip
    return SourceRecords(source, records)


def span_of(words: str) -> Span:
    """Where these words stand in the first article."""
    return _span(TEXT, words)


def label_of_divers() -> tuple[Statement, ...]:
    """An editor's label over the demand, which stands in the text before the demand itself is told of."""
    return (
        Statement(
            Key("statement/label"), span_of("Norland Offers"), "demand",
            mode="item-label", aspect="kind", supports=(Key("act/divers"),),
        ),
    )  # fmt: skip


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _states() -> tuple[Agent, ...]:
    return tuple(
        Agent(Key(f"state/{name}"), "state", label, world=True, code=code, aliases=(f"{label} City", f"Grand {label}"))
        for name, (label, code) in _STATES.items()
    )


def _agents() -> tuple[Record, ...]:
    norland, suderia = Key("state/norland"), Key("state/suderia")
    return (
        *_states(),
        Agent(Key("organization/harbour-post"), "organization", "Harbour Post"),
        Agent(Key("organization/sea-cross"), "organization", "Sea Cross"),
        Agent(Key("organization/sea-council"), "organization", "Sea Council", side=suderia),
        Agent(
            Key("person/zoe-lindqvist-aberg"), "person", "Zoë Lindqvist-Åberg",
            surface_forms=("Zoë Lindqvist-Åberg", "Lindqvist-Åberg"), side=norland,
        ),
        Agent(Key("person/per-halvorsen"), "person", "Per Halvorsen", side=norland),
        Agent(Key("person/marek-dvorak"), "person", "Marek Dvořák", side=suderia),
        Agent(Key("unnamed/delegate"), "unnamed", "a delegate"),
        Agent(Key("unnamed/observers"), "unnamed", "observers", side=Key("state/westmark")),
        Place(Key("place/ostrava-bay"), "Ostrava Bay"),
    )  # fmt: skip


def _posts_and_teams() -> tuple[Record, ...]:
    zoe, per, marek = (Key(f"person/{name}") for name in ("zoe-lindqvist-aberg", "per-halvorsen", "marek-dvorak"))
    norland, suderia = Key("state/norland"), Key("state/suderia")
    ours, theirs = Key("delegation/norland"), Key("delegation/suderia")
    return (
        PostHolding(Key("holding/zoe"), zoe, "Presidential Adviser", "current", "asserted", norland),
        PostHolding(Key("holding/per"), per, "Deputy Minister", "current", "asserted"),
        PostHolding(Key("holding/marek"), marek, "Secretary of the Sea Council", "current", "asserted", Key("organization/sea-council")),
        PostHolding(Key("holding/marek-former"), marek, "Minister of Fisheries", "former", "asserted", suderia),
        Delegation(ours, "Norlandic delegation", norland, Key("event/round-3")),
        Delegation(theirs, "Suderian delegation", suderia, Key("event/round-3")),
        DelegationMembership(Key("membership/zoe"), zoe, ours, "head", "asserted"),
        DelegationMembership(Key("membership/per"), per, ours, "member", "asserted"),
        DelegationMembership(Key("membership/marek"), marek, theirs, "head", "asserted"),
        Attendance(Key("attendance/westmark"), Key("unnamed/observers"), Key("event/next-round"), "observer", "expected"),
    )  # fmt: skip


def _events() -> tuple[Record, ...]:
    process, parties = Key("process/talks"), (Key("state/norland"), Key("state/suderia"))
    hours = Quantity("about two hours", value=Decimal(2), unit="hours", unit_code="HUR", approximation="about")
    return (
        Process(process, "Norland–Suderia talks", parties),
        Event(Key("event/round-2"), "round", "Second round", "asserted", 2, process, when=When("2031-05-02", "partial", "May 2")),
        Event(
            Key("event/round-3"), "round", "Third round", "asserted", 3, process, Key("event/round-2"),
            Key("place/ostrava-bay"), None, parties, hours,
        ),
        Event(Key("event/next-round"), "round", "Next round", "expected", None, process, Key("event/round-3")),
        NegotiationDocument(Key("document/memoranda"), "memoranda", "asserted", draft=True, exchanged_at=Key("event/round-2")),
    )  # fmt: skip


_ITEMS: dict[str, tuple[str, ActType, str, Standing, str, Modality]] = {
    "boats": ("handing over of at least 400 boats", "propose", "prisoners", "claimed", "Norland proposed handing over at least 400 more boats from each side", "proposal"),
    "pauses": ("pauses at sea of 24–48 hours", "propose", "ceasefire", "claimed", "Norland suggested 24–48-hour pauses at sea to rescue crews", "proposal"),
    "commissions": ("joint harbour commissions", "agreeToConsider", "format", "claimed", "Suderia agreed to consider joint harbour commissions", "agreement-to-consider"),
    "sailors": ("exchange of sick sailors", "agree", "medical", "asserted", "Both sides agreed to go on exchanging sick sailors", "agreement"),
    "divers": ("clarity on detained divers", "demand", "civilians", "claimed", "Norland demanded clarity on detained divers", "demand"),
    "wreck": ("return of the wreck", "commit", "remains", "conditional", "Norland will return the wreck with the help of the Sea Cross once Suderia is ready", "conditional"),
    "returned": ("return of over 90 boats", "carryOut", "remains", "asserted", "Over 90 boats have already been returned by Norland", "fact"),
}  # fmt: skip


def _table() -> tuple[Record, ...]:
    records: list[Record] = []
    norland, suderia = Key("state/norland"), Key("state/suderia")
    amount = Quantity(
        "at least 400 more boats",
        minimum=Decimal(400),
        unit="boats",
        approximation="atLeast",
        per_side=True,
        additional=True,
    )
    pause = Quantity("24–48-hour", minimum=Decimal(24), maximum=Decimal(48), unit_code="HUR")
    terms = {
        "boats": Term(Key("term/boats"), "hand over boats", obligors=(norland, suderia), quantity=amount, reciprocal=True),
        "pauses": Term(Key("term/pauses"), "pauses at sea", duration=pause, purpose="to rescue crews"),
        "wreck": Term(
            Key("term/wreck"), "return the wreck", obligors=(norland,), beneficiaries=(suderia,),
            assisted_by=(Key("organization/sea-cross"),), condition=Key("condition/ready"),
        ),
    }  # fmt: skip
    records.append(Condition(Key("condition/ready"), "once Suderia is ready", suderia))
    for name, (label, act, issue, standing, _, _) in _ITEMS.items():
        both = name == "sailors"
        agents = (norland, suderia) if both else (suderia,) if name == "commissions" else (norland,)
        addressees = () if both or name in ("commissions", "returned") else (suderia,)
        records += [terms[name]] if name in terms else []
        records.append(
            Item(Key(f"item/{name}"), "Proposal", label, (issue,), (terms[name].key,) if name in terms else ())
        )
        records.append(
            Act(Key(f"act/{name}"), act, agents, Key(f"item/{name}"), standing, addressees, Key("event/round-3"))
        )
    return tuple(records)


def _statements() -> tuple[Record, ...]:
    zoe = (Key("person/zoe-lindqvist-aberg"),)
    said: dict[str, tuple[str, Modality, tuple[Key, ...], tuple[str, ...], str]] = {
        "zoe": (
            "head of the Norlandic delegation, presidential adviser Zoë Lindqvist-Åberg",
            "fact",
            (),
            ("membership/zoe", "holding/zoe"),
            "",
        ),
        "per": ("was accompanied by Deputy Minister Per Halvorsen", "fact", (), ("membership/per", "holding/per"), ""),
        "marek": ("Suderia's team is led by Marek Dvořák", "fact", (), ("membership/marek",), ""),
        "marek-posts": (
            "Marek Dvořák, formerly Minister of Fisheries, now Secretary of the Sea Council",
            "fact",
            (),
            ("holding/marek", "holding/marek-former"),
            "",
        ),
        "round": (
            "The third round of talks between Norland and Suderia in Ostrava Bay",
            "fact",
            (),
            ("event/round-3",),
            "",
        ),
        "lasted": ("lasted about two hours", "claim", (Key("unnamed/delegate"),), ("event/round-3",), "duration"),
        "observers": (
            "Observers from Westmark are expected at the next round",
            "expectation",
            (),
            ("attendance/westmark", "event/next-round"),
            "",
        ),
        "drafts": (
            "Draft memoranda were exchanged in the second round on May 2",
            "fact",
            (),
            ("event/round-2", "document/memoranda"),
            "",
        ),
    }
    for name, (_, _, _, standing, words, modality) in _ITEMS.items():
        said[name] = (words, modality, () if standing == "asserted" else zoe, (f"act/{name}",), "")
    statements = [
        Statement(
            Key(f"statement/{name}"), _span(TEXT, words), modality, chain,
            supports=tuple(Key(key) for key in supports), aspect=aspect,
        )
        for name, (words, modality, chain, supports, aspect) in said.items()
    ]  # fmt: skip
    return (*statements, Link("inTensionWith", Key("statement/boats"), Key("statement/returned"), "made up"))
