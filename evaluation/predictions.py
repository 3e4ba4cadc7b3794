"""Predictions as files, one JSON per article: the format that scorers of the same gold share."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from ..graph.errors import EvaluationError, EvaluationFaults
from .fields import Entry
from .gold import read_text
from .records import Event, Participation, PastAction, Person, Predictions, Proposal, Role, Statement


def read_predictions(folder: Path, ids: Iterable[str]) -> dict[str, Predictions]:
    """Return what ``folder/ID.json`` hold; an article without a file is left out.

    Raises ``EvaluationFaults`` with a line for every fault.
    """
    if not folder.is_dir():
        raise EvaluationError(folder, "", "there is no such folder; name one that holds ID.json for each article")
    faults: list[EvaluationError] = []
    found = {}
    for id in ids:
        path = folder / f"{id}.json"
        if path.exists():
            try:
                content = _parsed(path)
            except EvaluationError as error:
                faults.append(error)
                continue
            found[id] = _read(Entry(content, path=path, place="", faults=faults))
    if not found and not faults:
        raise EvaluationError(folder, "", "it holds no ID.json of any article of the gold; name the files like those")
    if faults:
        raise EvaluationFaults(faults)
    return found


def _parsed(path: Path) -> object:
    text = read_text(path)
    try:
        content: object = json.loads(text)
        json.dumps(content, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        raise EvaluationError(path, "", f"{half} is half a character; write the whole character") from None
    except ValueError as error:
        raise EvaluationError(path, "", f"is not valid JSON: {error}") from error
    except RecursionError:
        raise EvaluationError(path, "", "its lists are too deep in each other; write what DIR/ID.json holds") from None
    return content


def to_json(predictions: Predictions) -> dict[str, list[dict[str, object]]]:
    """Return predictions as the JSON object of a file."""
    content: dict[str, list[dict[str, object]]] = {
        "persons": [{"name": p.name, "roles": [_role_to_json(r) for r in p.roles]} for p in predictions.persons],
        "proposals": [_proposal_to_json(p) for p in predictions.proposals],
        "events": [{"label": e.label, "date": e.date, "place": e.place} for e in predictions.events],
        "statements": [_statement_to_json(s) for s in predictions.statements],
    }
    if predictions.participations is not None:
        content["participations"] = [
            {"who": _joined(p.who), "in": p.within, "capacity": p.capacity} for p in predictions.participations
        ]
    if predictions.past_actions is not None:
        content["past_actions"] = [{"agent": _joined(a.agent), "text": a.text} for a in predictions.past_actions]
    return content


def _role_to_json(role: Role) -> dict[str, object]:
    return {"title": role.title, "org": role.org, "status": role.status}


def _proposal_to_json(proposal: Proposal) -> dict[str, object]:
    return {
        "kind": proposal.kind,
        "agent": list(proposal.agent),
        "addressee": _joined(proposal.addressee) or None,
        "text": proposal.text,
        "quantities": list(proposal.quantities),
        "issue": list(proposal.issues),
    }


def _statement_to_json(statement: Statement) -> dict[str, object]:
    said: dict[str, object] = {"speaker": _joined(statement.speaker), "text": statement.text}
    return said | {"denial": True} if statement.denial else said


def _joined(names: Iterable[str]) -> str:
    return " and ".join(names)


def _read(entry: Entry) -> Predictions:
    return Predictions(
        persons=tuple(
            Person(e.text("name"), tuple(_read_role(role) for role in e.entries("roles")))
            for e in entry.entries("persons")
        ),
        proposals=tuple(_read_proposal(e) for e in entry.entries("proposals")),
        events=tuple(
            Event(e.text("label"), e.text("date") or None, e.text("place") or None) for e in entry.entries("events")
        ),
        statements=tuple(
            Statement(e.texts("speaker"), e.text("text"), e.truth("denial")) for e in entry.entries("statements")
        ),
        participations=tuple(
            Participation(e.texts("who"), e.text("in"), e.text("capacity")) for e in entry.entries("participations")
        )
        if "participations" in entry
        else None,
        past_actions=tuple(PastAction(e.texts("agent"), e.text("text")) for e in entry.entries("past_actions"))
        if "past_actions" in entry
        else None,
    )


def _read_proposal(entry: Entry) -> Proposal:
    return Proposal(
        entry.text("kind"), entry.texts("agent"), entry.texts("addressee"), entry.text("text"),
        entry.numbers("quantities"), entry.texts("issue"),
    )  # fmt: skip


def _read_role(entry: Entry) -> Role:
    return Role(entry.text("title"), entry.text("org") or None, entry.text("status") or "current")
