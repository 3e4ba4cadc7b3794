"""The terms of the vocabulary, and of the vocabularies that it reuses, as plain IRI strings.

``PARLEY.Statement`` is ``"https://w3id.org/parley/ns#Statement"``; a name with a hyphen is written
``PARLEY["issue-prisoners"]``. A name that the Turtle does not define raises :class:`UnknownTerm`. What the
records call by a short word (``capacity="observer"``) is looked up in a table: ``CAPACITIES["observer"]``.
This module loads no RDF library and no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .closed import ClosedNamespace, Concepts, UnknownTerm
from .reused import DCTERMS, FOAF, NAMESPACES, OA, OPENGOV, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, TIME, XSD

NAMESPACE: Final = "https://w3id.org/parley/ns#"


def _concepts(prefix: str, names: str) -> Concepts:
    return Concepts(NAMESPACE, prefix, names)


ACT_TYPES: Final = _concepts(
    "",
    """
    agree agreeToConsider carryOut commit demand discuss expect offer propose reject request
    setCondition takeStep threaten withdraw
    """,
)
"""``records.ActType``."""

APPROXIMATIONS: Final = _concepts("", "about atLeast atMost exactly lessThan moreThan")
"""``records.Approximation``."""

ASPECTS: Final = _concepts(
    "aspect-",
    """
    action addressee agent assistance author beneficiary capacity condition content count date
    duration end format headline issue kind location modified obligor ordinal organization parties
    place post previous process published publisher purpose quantity reciprocity result role side
    standing start status tenure
    """,
)
"""``records.Statement.aspect``."""

ATTRIBUTION_MODES: Final = _concepts(
    "attributionMode-",
    """
    caption direct-quote heading headline item-label list-summary mixed-quote paraphrase
    unattributed
    """,
)
"""``records.AttributionMode``."""

CAPACITIES: Final = _concepts("capacity-", "attendee host mediator observer party")
"""``records.Capacity``."""

DATE_BASES: Final = _concepts("date-", "partial resolved text")
"""``records.DateBasis``."""

DELEGATION_ROLES: Final = _concepts("role-", "head member")
"""``records.DelegationRole``."""

EVENT_KINDS: Final = _concepts(
    "event-",
    """
    agreement call ceasefire conference congress exchange incident meeting pressConference round signing
    summit talks visit
    """,
)
"""``records.EventKind``, and ``records.Incident``."""

EVIDENCE: Final = _concepts("evidence-", "explicit heading-implied inferred presupposed")
"""``records.Evidence``."""

MODALITIES: Final = _concepts(
    "modality-",
    """
    agreement agreement-to-consider assessment claim commitment conditional demand denial
    expectation fact hypothetical negative-expectation proposal reason refusal-to-speculate
    rejection
    """,
)
"""``records.Modality``."""

SAYING_ROLES: Final = _concepts("saying-", "publisher source speaker")
"""Places in the chain that hands on a statement."""

STANDINGS: Final = _concepts("", "asserted claimed conditional denied expected")
"""``records.Standing``."""

STATUSES: Final = _concepts(
    "",
    """
    agreed anticipated carriedOut demanded madeConditional offered promised proposed rejected
    requested stepTaken underConsideration underDiscussion withdrawn
    """,
)
"""Where an item stands after an act."""

TENURES: Final = _concepts("", "announced current former")
"""``records.Tenure``."""

VERDICTS: Final = _concepts("verdict-", "accepted added different edited rejected same unsure")
"""Answers of a decision."""

ISSUES: Final = _concepts(
    "issue-",
    """
    accountability adaptation agriculture aid airspace amnesty armedForces armedGroups armsControl
    attacksOnInfrastructure autonomy biodiversity borders carbonMarkets ceasefire chemicalWeapons
    children citizenship civilSociety civilians climate climateFinance confidenceBuilding
    constitution consularMatters cooperation corridors corruption crime crossings
    cultureAndEducation cyber debt demilitarization detention development diplomaticRelations
    disarmament drugs economy elections emissions energy environment evacuation exportControls
    extradition family finance fisheries food foreignForces forests format fossilFuels frozenAssets
    governance health holySites hostages humanRights humanitarian implementation independence
    integration intellectualProperty intelligence investment justice labour land language
    leadersMeeting localTruce lossAndDamage maritime marketAccess media mediation medical membership
    memorandum migration minerals mines minorities missiles missing monitoring movement neutrality
    normalization nuclear nuclearEnergy occupation oceans peacekeeping police political
    politicalParties pollution prisoners process propaganda property publicAdministration
    recognition reconciliation reconstruction referendum refugees relations religion remains
    renewables reparations rights sanctions schedule security securityGuarantees selfDetermination
    settlement settlements shipping sovereignty space status subsidies tariffs taxation technology
    territory terrorism tradeBalance transition transport victims water weaponsSupply withdrawal
    women
    """,
)
"""``records.Item.issues``."""

ACTION_KINDS: Final = _concepts(
    "",
    """
    allowInspection apologize appoint arrest blockade buildInfrastructure buyGoods ceasefire
    clarifyStatus clearMines closeCrossing compensate continueTalks cooperate cutRelations
    deployForces destroyWeapons disarm dismantle easeBlockade endWar enrich evacuate
    exchangePrisoners exchangeWounded expel extendTruce extradite formWorkingGroups freezeAssets
    fund grantAmnesty grantRights guaranteeSecurity haltAttacks haltProgramme haltTalks
    haltWeaponsSupply holdElections holdMeeting imposeSanctions improveRelations inspect integrate
    invest investigate joinOrganization leaveOrganization liftSanctions mediate monitor occupy
    openCrossing prepareDocument prosecute provideAid provideEnergy provideWeapons publish
    raiseTariffs recognise reduceDebt reduceEmissions reduceProduction reduceTariffs reform
    releaseDetainees renounceForce resign respectBorders restoreRelations restrictExports
    resumeTalks returnChildren returnProperty returnRefugees sellGoods shareInformation
    shareTechnology signAgreement strike support surrender transferPower transferRemains
    transferTerritory visit withdrawForces
    """,
)
"""``records.Term.action``."""

DEFAULT_STATUSES: Final[Mapping[str, str]] = {
    act: STATUSES[status]
    for act, status in {
        "agree": "agreed",
        "agreeToConsider": "underConsideration",
        "carryOut": "carriedOut",
        "commit": "promised",
        "demand": "demanded",
        "discuss": "underDiscussion",
        "expect": "anticipated",
        "offer": "offered",
        "propose": "proposed",
        "reject": "rejected",
        "request": "requested",
        "setCondition": "madeConditional",
        "takeStep": "stepTaken",
        "threaten": "anticipated",
        "withdraw": "withdrawn",
    }.items()
}
"""Where an item stands after an act of each type, when nothing else is said."""

_TABLES: Final = (
    ACT_TYPES, APPROXIMATIONS, ASPECTS, ATTRIBUTION_MODES, CAPACITIES, DATE_BASES, DELEGATION_ROLES, EVENT_KINDS,
    EVIDENCE, MODALITIES, SAYING_ROLES, STANDINGS, STATUSES, TENURES, VERDICTS, ISSUES, ACTION_KINDS,
)  # fmt: skip

_VOCABULARY = """
    ActType ActionKind Agreement Approximation Aspect Attendance AttributionMode Capacity Commitment
    Condition DateBasis Decision Delegation DelegationMembership DelegationRole Demand EventKind
    Evidence FactDecision Incident Issue Item Link Match Modality NegotiatingTeam NegotiationAct NegotiationDocument
    NegotiationEvent NegotiationProcess PostHolding Proposal Round Sanction SayingRole Standing Statement
    Status Tenure Term UnnamedAgent Verdict aboutText actType actionKind additional addressee
    alsoFoundBy approximation asOf aspect assistedBy atRound attendee attributionMode because
    beneficiary block cameoCode canonical capacity chainPosition changed checked concerns condition conditionText
    confidence contentHash contradicts count currentStatus dateBasis decidedBy decidedOn
    defaultStatus dependsOn discussedAt disputedBy duration eventKind evidence exchangedAt factText
    fingerprint firstNode format formatVersion formerlyHeld hasTerm impliedAddressee inTensionWith
    includesRepresentativesOf indefinite isoCode locationText modality objectText obligor ofTeam
    onFact onIssue origin party paxCode perSide ploverCode post previousRound printedDate
    printedForm programme purpose quantity reciprocal representedBy represents respondsTo resultingStatus rule
    sameContentAs sanctioned sanctionedBy secondNode side sourceId standing standingBecause supportedBy surfaceForm
    telling tenure variantOf verdict
    scheme-actType
    scheme-actionKind scheme-approximation scheme-aspect scheme-attributionMode scheme-capacity
    scheme-dateBasis scheme-delegationRole scheme-eventKind scheme-evidence scheme-issue
    scheme-modality scheme-sayingRole scheme-standing scheme-status scheme-tenure scheme-verdict
"""

PARLEY: Final = ClosedNamespace(
    NAMESPACE,
    " ".join([_VOCABULARY, *(iri.removeprefix(NAMESPACE) for table in _TABLES for iri in table.values())]),
)
"""Our own terms: classes and properties, then schemes; the concepts come from the tables."""

ITEM_CLASSES: Final[Mapping[str, str]] = {
    kind: PARLEY[kind] for kind in ("Proposal", "Demand", "Commitment", "Agreement", "Item")
}
"""``records.ItemKind``."""

LINKS: Final[Mapping[str, str]] = {kind: PARLEY[kind] for kind in ("inTensionWith", "sameContentAs", "contradicts")}
"""``records.LinkKind``: properties between two statements, written both ways."""

PREFIXES: Final[Mapping[str, str]] = {
    prefix: namespace.iri for prefix, namespace in sorted({**NAMESPACES, "parley": PARLEY}.items())
}
"""Every prefix that the project uses, with its namespace."""

__all__ = [
    "ACTION_KINDS",
    "ACT_TYPES",
    "APPROXIMATIONS",
    "ASPECTS",
    "ATTRIBUTION_MODES",
    "CAPACITIES",
    "DATE_BASES",
    "DCTERMS",
    "DEFAULT_STATUSES",
    "DELEGATION_ROLES",
    "EVENT_KINDS",
    "EVIDENCE",
    "FOAF",
    "ISSUES",
    "ITEM_CLASSES",
    "LINKS",
    "MODALITIES",
    "NAMESPACE",
    "NAMESPACES",
    "OA",
    "OPENGOV",
    "ORG",
    "OWL",
    "PARLEY",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SAYING_ROLES",
    "SCHEMA",
    "SEM",
    "SKOS",
    "STANDINGS",
    "STATUSES",
    "TENURES",
    "TIME",
    "VERDICTS",
    "XSD",
    "ClosedNamespace",
    "Concepts",
    "UnknownTerm",
]
