"""A second made-up source, of a week later: what the first lacks, and what can be merged with things of the first."""

from __future__ import annotations

from decimal import Decimal

from parley.graph.records import (
    Act,
    Agent,
    Condition,
    Delegation,
    DelegationMembership,
    Event,
    Item,
    Key,
    Quantity,
    Record,
    Source,
    SourceRecords,
    Statement,
    Term,
    When,
)

from .examples import NORLAND, POST, SUDMARK, WESTMARK, at

TEXT = """\
Sudmark rejects a joint patrol

A fruitless day: Sudmark rejected a joint patrol, Norland’s Ada Brook said.
The third round lasted one hour. Brook repeated the offer of licences, now of 60.
Norland and Sudmark agreed to meet again if the weather allows. Brook declined to say when.
The Westmark delegation included Olaf Pine. Sudmark demanded the return of the twelve seized boats.
"""

AGENTS: tuple[Record, ...] = (
    Agent(NORLAND, "state", "Norland", world=True, code="XN"),
    Agent(SUDMARK, "state", "Sudmark", world=True, code="XS"),
    Agent(WESTMARK, "state", "Westmark", world=True, code="XW"),
    Agent(POST, "organization", "Harbour Post", world=True),
    Agent(Key("person/brook"), "person", "Ada Brook", surface_forms=("Brook",), side=NORLAND),
    Agent(Key("person/pine"), "person", "Olaf Pine", side=WESTMARK),
)
FACTS: tuple[Record, ...] = (
    Event(
        Key("event/round-3"), "round", "Third round", "asserted",
        ordinal=3, parties=(SUDMARK, NORLAND), when=When("2031-05-12", "resolved", "Monday"),
        duration=Quantity("one hour", value=Decimal(1), unit="hours", unit_code="HUR"),
    ),
    Delegation(Key("delegation/westmark"), "Westmark delegation", represents=WESTMARK, event=Key("event/round-3")),
    DelegationMembership(
        Key("membership/pine"), Key("person/pine"), Key("delegation/westmark"), "member", "asserted"
    ),
    Item(Key("item/patrol"), "Proposal", "a joint patrol", issues=("maritime", "security")),
    Item(Key("item/meeting"), "Agreement", "to meet again", issues=("process",), terms=(Key("term/meeting"),)),
    Item(Key("item/licences"), "Proposal", "60 licences", issues=("fisheries", "economy"), terms=(Key("term/60"),)),
    Item(Key("item/boats"), "Demand", "return of the boats", issues=("property",)),
    Term(Key("term/meeting"), "to meet again", reciprocal=True, condition=Key("condition/weather")),
    Term(
        Key("term/60"), "60 licences", obligors=(NORLAND,), beneficiaries=(SUDMARK, WESTMARK),
        quantity=Quantity("60", value=Decimal(60), unit="licences"),
    ),
    Condition(Key("condition/weather"), "if the weather allows"),
    Act(Key("act/reject"), "reject", (SUDMARK,), Key("item/patrol"), "claimed"),
    Act(Key("act/offer"), "offer", (NORLAND,), Key("item/licences"), "claimed", addressees=(SUDMARK, WESTMARK)),
    Act(Key("act/agree"), "agree", (NORLAND, SUDMARK), Key("item/meeting"), "asserted", event=Key("event/round-3")),
    Act(Key("act/demand"), "demand", (SUDMARK,), Key("item/boats"), "asserted"),
)  # fmt: skip
BROOK_SAID = (POST, Key("person/brook"))
STATEMENTS: tuple[Record, ...] = (
    Statement(
        Key("statement/label"), at("A fruitless day", TEXT), "assessment", mode="item-label",
        supports=(Key("event/round-3"),), aspect="content",
    ),
    Statement(
        Key("statement/reject"), at("Sudmark rejected a joint patrol", TEXT), "rejection", BROOK_SAID,
        mode="paraphrase", supports=(Key("act/reject"),),
    ),
    Statement(
        Key("statement/round"), at("The third round lasted one hour", TEXT), "fact", supports=(Key("event/round-3"),)
    ),
    Statement(
        Key("statement/offer"), at("Brook repeated the offer of licences, now of 60", TEXT), "proposal", BROOK_SAID,
        mode="paraphrase", supports=(Key("act/offer"),),
    ),
    Statement(
        Key("statement/agree"), at("Norland and Sudmark agreed to meet again", TEXT), "agreement",
        supports=(Key("act/agree"), Key("term/meeting")),
    ),
    Statement(
        Key("statement/weather"), at("if the weather allows", TEXT), "conditional",
        supports=(Key("condition/weather"),), aspect="condition", part_of=Key("statement/agree"),
    ),
    Statement(
        Key("statement/declined"), at("Brook declined to say when", TEXT), "refusal-to-speculate", BROOK_SAID,
        mode="paraphrase",
    ),
    Statement(
        Key("statement/pine"), at("The Westmark delegation included Olaf Pine", TEXT), "fact",
        supports=(Key("membership/pine"), Key("delegation/westmark")),
    ),
    Statement(
        Key("statement/demand"), at("Sudmark demanded the return of the twelve seized boats", TEXT), "demand",
        supports=(Key("act/demand"),),
    ),
    Statement(
        Key("statement/seized"), at("the twelve seized boats", TEXT), "fact", evidence="presupposed",
        part_of=Key("statement/demand"),
    ),
)  # fmt: skip

SEQUEL = SourceRecords(
    Source(
        id="sequel", title="Sudmark rejects a joint patrol", text=TEXT, loader="news",
        extractor="news 1.0; lexicons 1", publisher=POST, published=When("2031-05-13", "text", "13.05.2031"),
    ),
    (*AGENTS, *FACTS, *STATEMENTS),
)  # fmt: skip
