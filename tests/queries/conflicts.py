"""Who negotiates in the made-up articles, and how they begin."""

from __future__ import annotations

from parley.graph.records import SourceRecords

from .made_up import Says, article, body, person, state

KENYA, ETHIOPIA, QATAR = state("KE", "Kenya"), state("ET", "Ethiopia"), state("QA", "Qatar")
CHILE = state("CL", "Chile")
UNION, PORT, BOARD = body("Dockers Union"), body("Harbour Logistics"), body("Mediation Board")
REBELS, GOVERNMENT = body("Northern Front"), state("XG", "Guria")
OTIENO, BEKELE, HAMAD = person("Amina Otieno", KENYA), person("Dawit Bekele", ETHIOPIA), person("Hamad Saleh", QATAR)
HOLM, LUND = person("Ingrid Holm", PORT), person("Mats Lund", UNION)


def border(*said: Says) -> SourceRecords:
    return article("border", said, parties=(KENYA, ETHIOPIA), third=((QATAR, "mediator"),))


ZONE = Says(
    "Kenya had proposed a buffer zone along the border, Otieno said.", "propose", (KENYA,), "a buffer zone", OTIENO
)
RISE = Says(
    "The union demands a rise of 9 percent.", "demand", (UNION,), "a rise of 9 percent", standing="asserted", to=(PORT,)
)
