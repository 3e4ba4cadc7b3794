"""A fact in words: one glance tells what is claimed."""

from __future__ import annotations

import pytest

from parley.review.fields import Fields
from parley.review.wording import in_words


@pytest.mark.parametrize(
    ("group", "fields", "sentence"),
    [
        ("posts", {"person": "person: Ida Marsh", "title": "envoy", "tenure": "announced"}, "Ida Marsh is to be envoy"),
        ("delegations", {"label": "Port team", "represents": "organization: Sea & <b>League</b>"},
         "Port team is the delegation of Sea & <b>League</b>"),
        ("memberships", {"member": "envoys of the port", "delegation": "the team", "role": "member"},
         "envoys of the port are in the team"),
        ("memberships", {"member": "Hans Press", "delegation": "team", "role": "member"}, "Hans Press is in the team"),
        ("events", {"kind": "round", "label": "talks", "ordinal": "3", "place": "Oslo", "date": "2031-05",
                    "parties": ("Norland", "Sudmark"), "duration": {"printed": "an hour"}, "standing": "expected"},
         "talks (round 3), in Oslo, on 2031-05, with Norland and Sudmark, lasting an hour (expected)"),
        ("events", {"kind": "call", "label": "Call of ministers"}, "Call of ministers"),
        ("events", {"kind": "call", "label": "exchange"}, "exchange (call)"),
        ("attendances", {"agent": "heads of ports", "event": "the talks", "capacity": "attendee"},
         "heads of ports are at the talks"),
        ("attendances", {"agent": "Norland", "event": "talks", "capacity": "party"},
         "Norland is at the talks as party"),
        ("acts", {"type": "agree", "agents": ("Norland", "Sudmark"), "item": "a truce"},
         "Norland and Sudmark agree on: a truce"),
        ("acts", {"type": "demand", "agents": ("Norland",), "addressees": ("Sudmark",), "item": "boats"},
         "Norland demands (of Sudmark): boats"),
        ("acts", {"type": "threaten", "agents": ("Norland",), "addressees": ("Sudmark",), "item": "closing the port"},
         "Norland threatens (towards Sudmark): closing the port"),
        ("acts", {"type": "takeStep", "agents": ("Norland", "Westmark"), "item": "recall of their envoys"},
         "Norland and Westmark take a step: recall of their envoys"),
        ("documents", {"label": "draft memoranda", "count": "2", "draft": "true"}, "2 draft memoranda"),
        ("documents", {"label": "memorandum", "draft": "true", "exchanged_at": "talks"},
         "memorandum (draft) exchanged at the talks"),
        ("statements", {"said_by": ("Post", "Ada Brook"), "modality": "claim"}, "Ada Brook says this"),
        ("statements", {"said_by": "the article", "modality": "negative-expectation"},
         "the article says this (negative expectation)"),
    ],
)  # fmt: skip
def test_a_fact_is_one_sentence(group: str, fields: Fields, sentence: str):
    assert in_words(group, fields) == sentence
