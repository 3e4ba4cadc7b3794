"""A made-up corpus of two articles with their gold, written into a folder, and predictions that fit it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import yaml

TALKS = """Norland offers truce in Harbourtown

Norland offered Sudmark a truce of 40 days on Monday, Ada Brook said. Brook, a former harbour minister, led the
delegation. "There is no secret plan," she said. Sudmark agreed to study the offer of 40 days.
Gen. Cole Reed denied any delay.
"""
STORM = """Storm closes harbour

The harbour was closed on Sunday, the mayor said.
"""


def role(title: str, org: str | None, status: str, quote: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "org": org, "status": status, "quote": quote, **more}


def proposal(kind: str, agent: str, quote: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": kind, "alt_kinds": [], "agent": [agent], "agent_person": None, "addressee": None, "content": quote,
        "quantities": [], "duration": None, "status": "stated", "quote": quote, **more,
    }  # fmt: skip


def statement(speaker: str, quote: str, **more: Any) -> dict[str, Any]:
    return {"speaker": speaker, "content": quote, "direct": False, "quote": quote, **more}


GOLD: dict[str, dict[str, Any]] = {
    "storm": {
        "id": "storm", "headline": "Storm closes harbour", "outlet": "Harbour Gazette", "date": "2031-05-05",
        "topic": "weather", "split": "negative", "persons": [], "participations": [], "events": [], "proposals": [],
        "statements": [statement("the mayor", "The harbour was closed on Sunday")], "past_actions": [],
    },
    "talks": {
        "id": "talks", "headline": "Norland offers truce in Harbourtown", "outlet": "Harbour Gazette",
        "date": "2031-05-05", "topic": "boats", "split": "invented",
        "persons": [
            {"name": "Ada Brook", "aliases": ["Brook"], "quote": "Ada Brook",
             "roles": [role("harbour minister", "Norland", "former", "a former harbour minister")]},
            {"name": "Cole Reed", "quote": "Gen. Cole Reed",
             "roles": [role("General", None, "current", "Gen. Cole Reed")]},
        ],
        "participations": [
            {"who": "Ada Brook", "in": "delegation", "capacity": "head", "quote": "led the\ndelegation"},
        ],
        "events": [
            {"type": "round of talks", "label": "talks in Harbourtown", "place": "Harbourtown", "date": "2031-05-05",
             "ordinal": None, "date_basis": "text", "date_text": "on Monday",
             "quote": "Norland offers truce in Harbourtown"},
        ],
        "proposals": [
            proposal("offer", "Norland", "offered Sudmark a truce of 40 days", addressee="Sudmark",
                     agent_person="Ada Brook", quantities=[{"value": 40, "unit": "days"}], alt_kinds=["proposal"]),
            proposal("agreement-to-consider", "Sudmark", "Sudmark agreed to study the offer of 40 days",
                     quantities=[{"value": 40, "unit": "days"}], optional=True),
        ],
        "statements": [
            statement("Ada Brook", "Norland offered Sudmark a truce of 40 days on Monday"),
            statement("Ada Brook", "There is no secret plan", direct=True, denial=True),
            statement("Cole Reed", "Gen. Cole Reed denied any delay", denial=True),
        ],
        "past_actions": [
            {"agent": "Norland", "action": "offered", "object": "a truce", "quantity": None,
             "quote": "offered Sudmark a truce"},
        ],
    },
}  # fmt: skip
TEXTS = {"talks": TALKS, "storm": STORM}


def as_predictions(gold: dict[str, Any]) -> dict[str, Any]:
    """The gold of an article as the predictions of somebody who finds all of it."""
    roles = ("title", "org", "status")
    return copy.deepcopy({
        "persons": [
            {"name": p["name"], "roles": [{k: r[k] for k in roles} for r in p["roles"]]} for p in gold["persons"]
        ],
        "proposals": [
            {"kind": p["kind"], "agent": p["agent"], "addressee": p["addressee"], "text": p["quote"],
             "quantities": [q["value"] for q in p["quantities"]]}
            for p in gold["proposals"]
        ],
        "events": [{k: e[k] for k in ("label", "date", "place")} for e in gold["events"]],
        "statements": [
            {"speaker": s["speaker"], "text": s["quote"]} | ({"denial": True} if s.get("denial") else {})
            for s in gold["statements"]
        ],
        "participations": [{k: p[k] for k in ("who", "in", "capacity")} for p in gold["participations"]],
        "past_actions": [{"agent": a["agent"], "text": a["quote"]} for a in gold["past_actions"]],
    })  # fmt: skip


def write_corpus(folder: Path, gold: dict[str, dict[str, Any]] = GOLD) -> Path:
    """Write the articles and their gold as ``parley evaluate`` reads them."""
    (folder / "gold").mkdir(parents=True)
    (folder / "articles").mkdir()
    for id, content in gold.items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / "gold" / f"{id}.yaml").write_text(text, encoding="utf-8")
        (folder / "articles" / f"{id}.txt").write_text(TEXTS[id], encoding="utf-8")
    index = "id\toutlet\tdate\n" + "".join(f"{id}\tHarbour Gazette\t2031-05-05\n" for id in gold)
    (folder / "articles" / "index.tsv").write_text(index, encoding="utf-8")
    return folder


def write_predictions(folder: Path, predictions: dict[str, Any]) -> Path:
    """Write predictions, a file for each article."""
    folder.mkdir(parents=True, exist_ok=True)
    for id, content in predictions.items():
        (folder / f"{id}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return folder
