"""The corpus that comes with the project is whole: each text with its gold, each quotation in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.evaluation.gold import read_gold

CORPUS = Path(__file__).parents[2] / "examples" / "corpus"


@pytest.mark.parametrize("half", ["tuning", "held"])
def test_a_half_is_read_without_a_fault_and_has_enough_of_the_rare_classes(half: str) -> None:
    articles = read_gold(CORPUS / half)
    former = sum(role.status == "former" for a in articles for person in a.persons for role in person.roles)
    counts = {
        "articles": len(articles),
        "without negotiation": sum(a.split == "negative" for a in articles),
        "former roles": former,
        "numbers": sum(len(p.quantities) for a in articles for p in a.proposals),
        "denials": sum(s.denial for a in articles for s in a.statements),
        "agreements to consider": sum(p.kind == "agreement-to-consider" for a in articles for p in a.proposals),
    }
    assert counts["articles"] >= 30
    assert counts["without negotiation"] >= 4
    assert min(counts[name] for name in ("former roles", "numbers", "denials", "agreements to consider")) >= 40


def test_the_halves_share_no_text() -> None:
    texts = [{a.text for a in read_gold(CORPUS / half)} for half in ("tuning", "held")]
    assert not texts[0] & texts[1]
