"""Scores the extractor on a folder of articles with gold, by the scorer that lies beside the gold.

    python benchmarks/devset.py FOLDER [--errors] [--per-article]

FOLDER holds articles/ID.txt, articles/index.tsv (id, ..., date), gold/ID.yaml and score.py. Each article gets a store
of its own, is asked with the queries below, and the answers are written as score.py's predictions.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from parley.graph.knowledge import Knowledge, open_knowledge
from parley.loaders.news.extract import read_article

PREFIXES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX parley: <https://w3id.org/parley/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
WORDS = "oa:hasTarget/oa:hasSelector/oa:exact"
PERSONS = "SELECT ?node ?name WHERE { ?node a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"
ROLES = """
SELECT ?node ?title ?tenure ?in WHERE {
  ?h a parley:PostHolding ; org:member ?node ; parley:post ?post ; parley:tenure ?tenure .
  ?post skos:prefLabel ?title OPTIONAL { ?post org:postIn/skos:prefLabel ?in }
} ORDER BY ?node ?title"""
STATEMENTS = f"""
SELECT ?node ?speaker ?text WHERE {{
  ?node a parley:Statement ; {WORDS} ?text ; prov:qualifiedAttribution ?q .
  ?q prov:hadRole parley:saying-speaker ; prov:agent/skos:prefLabel ?speaker
  FILTER NOT EXISTS {{ ?node schema:isPartOf ?whole }}
  FILTER NOT EXISTS {{ ?node parley:aspect ?aspect }}
}} ORDER BY ?node"""
ACTS = f"""
SELECT ?node ?type ?agent ?text WHERE {{
  ?node a parley:NegotiationAct ; parley:actType ?type ; schema:agent/skos:prefLabel ?agent ; parley:supportedBy ?s .
  ?s {WORDS} ?text FILTER NOT EXISTS {{ ?s parley:aspect ?aspect }}
}} ORDER BY ?node ?agent ?text"""
ADDRESSEES = """
SELECT ?node ?to WHERE { ?node a parley:NegotiationAct ; parley:addressee/skos:prefLabel ?to } ORDER BY ?node ?to"""
QUANTITIES = """
SELECT ?node ?number WHERE {
  ?node a parley:NegotiationAct ; parley:concerns/parley:hasTerm ?t . ?t parley:quantity|parley:duration ?q .
  ?q schema:value|schema:minValue|schema:maxValue ?number
} ORDER BY ?node ?number"""
EVENTS = "SELECT ?node ?label WHERE { ?node a parley:NegotiationEvent ; skos:prefLabel ?label } ORDER BY ?node"
EVENT_DATES = """
SELECT ?node ?date WHERE { ?node a parley:NegotiationEvent ; schema:startDate ?date } ORDER BY ?node ?date"""
EVENT_PLACES = """
SELECT ?node ?place WHERE { ?node a parley:NegotiationEvent ; schema:location/skos:prefLabel ?place }
ORDER BY ?node ?place"""
MEMBERS = """
SELECT ?who ?in ?role WHERE {
  ?m a parley:DelegationMembership ; org:role ?role ;
     org:member/skos:prefLabel ?who ; org:organization/skos:prefLabel ?in
} ORDER BY ?who ?in ?role"""
ATTENDANCES = """
SELECT ?who ?in ?capacity WHERE {
  ?a a parley:Attendance ; parley:capacity ?capacity ;
     parley:attendee/skos:prefLabel ?who ; parley:atRound/skos:prefLabel ?in
} ORDER BY ?who ?in ?capacity"""
KINDS = {
    "propose": "proposal",
    "offer": "offer",
    "demand": "demand",
    "request": "request",
    "agree": "agreement",
    "agreeToConsider": "agreement-to-consider",
    "reject": "rejection",
    "commit": "commitment",
    "setCondition": "condition",
    "expect": "expectation",
    "withdraw": "rejection",
}
"""What the scorer calls each type of act."""


class Act:
    """One act with everything that its rows tell."""

    def __init__(self, type: str) -> None:
        self.type = type
        self.agents: list[str] = []
        self.texts: list[str] = []


def rows(knowledge: Knowledge, query: str) -> Iterator[dict[str, str]]:
    """The rows of a query as plain texts, IRIs cut to their last part except those of nodes."""
    found = json.loads(knowledge.query(PREFIXES + query).json())["results"]["bindings"]
    for row in found:
        yield {k: v["value"] if k == "node" else v["value"].rsplit("#", 1)[-1] for k, v in row.items()}


def predictions(knowledge: Knowledge) -> dict[str, list[dict[str, object]]]:
    """One article's graph in the scorer's format."""
    found = acts(knowledge)
    dates = {r["node"]: r["date"] for r in rows(knowledge, EVENT_DATES)}
    places = {r["node"]: r["place"] for r in rows(knowledge, EVENT_PLACES)}
    said: dict[str, list[str]] = {}
    for r in rows(knowledge, STATEMENTS):
        said.setdefault(r["text"], []).append(r["speaker"])
    return {
        "persons": persons(knowledge),
        "proposals": proposals(knowledge, found),
        "events": [
            {"label": r["label"], "date": dates.get(r["node"]), "place": places.get(r["node"])}
            for r in rows(knowledge, EVENTS)
        ],
        "statements": [{"speaker": " and ".join(dict.fromkeys(who)), "text": text} for text, who in said.items()],
        "participations": without_doubles(participations(knowledge)),
        "past_actions": [
            {"agent": " and ".join(act.agents), "text": max(act.texts, key=len)}
            for act in found.values()
            if act.type == "carryOut"
        ],
    }


def persons(knowledge: Knowledge) -> list[dict[str, object]]:
    """Every person with the posts held."""
    roles: dict[str, list[dict[str, str | None]]] = {}
    for r in rows(knowledge, ROLES):
        status = "former" if r["tenure"] == "former" else "current"
        roles.setdefault(r["node"], []).append({"title": r["title"], "org": r.get("in"), "status": status})
    return [{"name": r["name"], "roles": roles.get(r["node"], [])} for r in rows(knowledge, PERSONS)]


def acts(knowledge: Knowledge) -> dict[str, Act]:
    """The acts by their node."""
    found: dict[str, Act] = {}
    for r in rows(knowledge, ACTS):
        act = found.setdefault(r["node"], Act(r["type"]))
        for value, values in ((r["agent"], act.agents), (r["text"], act.texts)):
            if value not in values:
                values.append(value)
    return found


def proposals(knowledge: Knowledge, found: dict[str, Act]) -> list[dict[str, object]]:
    """Acts that the scorer counts as proposals, with addressee and numbers."""
    to = {r["node"]: r["to"] for r in rows(knowledge, ADDRESSEES)}
    numbers: dict[str, list[float]] = {}
    for r in rows(knowledge, QUANTITIES):
        numbers.setdefault(r["node"], []).append(float(r["number"]))
    return [
        {
            "kind": KINDS[act.type],
            "agent": act.agents,
            "addressee": to.get(node),
            "text": max(act.texts, key=len),
            "quantities": numbers.get(node, []),
        }
        for node, act in found.items()
        if act.type in KINDS
    ]


def participations(knowledge: Knowledge) -> list[dict[str, str]]:
    """Members of delegations and the people beside them."""
    members = [
        {"who": r["who"], "in": r["in"], "capacity": r["role"].removeprefix("role-")} for r in rows(knowledge, MEMBERS)
    ]
    attendees = [
        {"who": r["who"], "in": r["in"], "capacity": r["capacity"].removeprefix("capacity-")}
        for r in rows(knowledge, ATTENDANCES)
    ]
    return [*members, *attendees]


def without_doubles(found: list[dict[str, str]]) -> list[dict[str, object]]:
    """A head of a delegation is one participation, not also a member."""
    heads = {(p["who"], p["in"]) for p in found if p["capacity"] == "head"}
    return [dict(p) for p in found if not (p["capacity"] == "member" and (p["who"], p["in"]) in heads)]


def main(folder: Path, options: list[str]) -> int:
    """Write predictions for every article of ``folder`` and run its scorer on them."""
    with (folder / "articles" / "index.tsv").open(encoding="utf-8", newline="") as lines:
        dates = {r["id"]: r["date"] for r in csv.DictReader(lines, delimiter="\t")}
    with tempfile.TemporaryDirectory() as out:
        for article in sorted((folder / "articles").glob("*.txt")):
            with open_knowledge() as knowledge:
                text = article.read_text(encoding="utf-8")
                knowledge.add(read_article(text, source_id=article.stem, published=dates.get(article.stem)))
                found = json.dumps(predictions(knowledge), ensure_ascii=False)
            (Path(out) / f"{article.stem}.json").write_text(found, encoding="utf-8")
        scorer = [sys.executable, str(folder / "score.py"), out, "--gold", str(folder / "gold"), *options]
        return subprocess.run(scorer, check=False).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1], "score.py").is_file():
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
