"""The terms of the vocabularies that Parley reuses, as plain IRI strings, closed like our own.

Only what the project writes or asks for is listed; add a name here when it is needed, and a test checks its
spelling where the vocabulary is known to rdflib.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .closed import ClosedNamespace

DCTERMS: Final = ClosedNamespace(
    "http://purl.org/dc/terms/",
    """
    conformsTo created creator date description identifier issued license modified provenance
    publisher rights source title
    """,
)
FOAF: Final = ClosedNamespace(
    "http://xmlns.com/foaf/0.1/",
    """
    Agent Document Group Organization Person familyName givenName homepage name page
    """,
)
OA: Final = ClosedNamespace(
    "http://www.w3.org/ns/oa#",
    """
    Annotation SpecificResource TextPositionSelector TextQuoteSelector end exact hasBody hasSelector
    hasSource hasTarget prefix start suffix
    """,
)
OPENGOV: Final = ClosedNamespace("http://www.w3.org/ns/opengov#", "Post otherName post")
ORG: Final = ClosedNamespace(
    "http://www.w3.org/ns/org#",
    """
    FormalOrganization Membership Organization OrganizationalUnit Post Role changedBy classification
    hasMember hasMembership hasPost hasUnit headOf heldBy holds identifier linkedTo member
    memberDuring memberOf organization postIn role roleProperty subOrganizationOf unitOf
    """,
)
OWL: Final = ClosedNamespace(
    "http://www.w3.org/2002/07/owl#",
    """
    Class DatatypeProperty NamedIndividual ObjectProperty Ontology SymmetricProperty differentFrom
    sameAs versionIRI versionInfo
    """,
)
PROV: Final = ClosedNamespace(
    "http://www.w3.org/ns/prov#",
    """
    Activity Agent Association Attribution Entity Location Organization Person Role SoftwareAgent
    actedOnBehalfOf agent alternateOf atLocation atTime endedAtTime generatedAtTime hadMember
    hadPrimarySource hadRole invalidatedAtTime qualifiedAssociation qualifiedAttribution
    specializationOf startedAtTime used value wasAssociatedWith wasAttributedTo wasDerivedFrom
    wasGeneratedBy wasInfluencedBy wasInformedBy wasQuotedFrom wasRevisionOf
    """,
)
RDF: Final = ClosedNamespace(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    """
    Property Statement first langString nil object predicate rest subject type value
    """,
)
RDFS: Final = ClosedNamespace(
    "http://www.w3.org/2000/01/rdf-schema#",
    """
    Class Datatype comment domain isDefinedBy label range seeAlso subClassOf subPropertyOf
    """,
)
SCHEMA: Final = ClosedNamespace(
    "https://schema.org/",
    """
    AchieveAction Action AdministrativeArea Article BroadcastEvent City Claim Country CreativeWork
    DataDownload Dataset DigitalDocument Event EventSeries GovernmentOrganization Intangible
    Legislation NewsArticle NewsMediaOrganization Organization Person Place PropertyValue
    QuantitativeValue Role about additionalType address affiliation agent alternateName appearance
    articleBody attendee author birthDate birthPlace claimInterpreter containedInPlace contentUrl
    creativeWorkStatus creator dateCreated dateModified datePublished deathDate description duration
    encodingFormat endDate endTime eventStatus familyName firstAppearance gender givenName
    hasOccupation hasPart headline identifier inLanguage isBasedOn isPartOf jobTitle keywords
    latitude license location longitude maxValue memberOf mentions minValue name nationality object
    organizer participant position previousItem propertyID publisher recipient result roleName
    sameAs sourceOrganization startDate startTime subEvent superEvent temporalCoverage text unitCode
    unitText url value version worksFor
    """,
)
SEM: Final = ClosedNamespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    """
    Actor Event Place Role hasActor hasBeginTimeStamp hasEndTimeStamp hasPlace hasTimeStamp
    subEventOf
    """,
)
SKOS: Final = ClosedNamespace(
    "http://www.w3.org/2004/02/skos/core#",
    """
    Concept ConceptScheme altLabel broadMatch broader closeMatch definition exactMatch hasTopConcept
    hiddenLabel inScheme narrowMatch narrower notation note prefLabel related relatedMatch scopeNote
    topConceptOf
    """,
)
TIME: Final = ClosedNamespace(
    "http://www.w3.org/2006/time#",
    """
    Duration Instant Interval hasBeginning hasDuration hasEnd inXSDDate inXSDDateTime
    inXSDDateTimeStamp inXSDgYear inXSDgYearMonth
    """,
)
XSD: Final = ClosedNamespace(
    "http://www.w3.org/2001/XMLSchema#",
    """
    anyURI boolean date dateTime decimal double duration gYear gYearMonth integer nonNegativeInteger
    string
    """,
)

NAMESPACES: Final[Mapping[str, ClosedNamespace]] = {
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "oa": OA,
    "opengov": OPENGOV,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}
"""Each reused namespace by its usual prefix."""
