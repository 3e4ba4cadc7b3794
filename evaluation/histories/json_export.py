"""What was found of a history as one JSON object: the format that scorers of the same gold share."""

from __future__ import annotations

from .records import SECTIONS, FoundHistory, FoundMention


def to_json(found: FoundHistory) -> dict[str, object]:
    """Return the object; in a response the answer comes first."""
    content: dict[str, object] = {
        "articles": {id: {"negotiations": list(some)} for id, some in found.negotiations.items()}
    }
    for section in SECTIONS:
        content[section] = [
            {"id": cluster.id, "mentions": [_mention(one) for one in cluster.mentions]}
            for cluster in found.clusters.get(section, ())
        ]
    content["links"] = {kind: [[_mention(end) for end in ends] for ends in some] for kind, some in found.links.items()}
    content["statements"] = [
        {"article": one.article, "spans": [list(span) for span in one.spans]} for one in found.statements
    ]
    return content


def _mention(mention: FoundMention) -> dict[str, object]:
    told: dict[str, object] = {
        "article": mention.place.article,
        "spans": [list(span) for span in mention.place.spans],
        "label": mention.label,
        "forms": list(mention.forms),
    }
    more = {"ordinal": mention.ordinal, "date": mention.date}
    return told | {name: value for name, value in more.items() if value}
