"""What is only said, expected or a step of one party never looks as if it were carried out or agreed."""

from __future__ import annotations

import pytest

from parley.graph.records import ActType, Key, Standing
from tests.graph.history.series import NORLAND, SUDMARK, Article, an_act

from .conftest import OpenPage
from .test_claims import of_series

pytestmark = pytest.mark.browser
BREACH, RETURN, PLAN = "break the agreement", "return of the crews", "the common plan"


DEEDS: tuple[tuple[str, ActType, Key, str, Standing], ...] = (
    ("Norland broke the agreement, Cole Reed said.", "takeStep", NORLAND, BREACH, "claimed"),
    ("Sudmark has sent the crews home, Cole Reed said.", "carryOut", SUDMARK, RETURN, "claimed"),
    ("Norland agreed to the common plan, Cole Reed said.", "agree", NORLAND, PLAN, "claimed"),
    ("Norland closed its ports.", "takeStep", NORLAND, "close the ports", "asserted"),
    ("Sudmark has paid the fines of May.", "carryOut", SUDMARK, "the fines of May", "asserted"),
    ("Norland will agree to a fishing ban if Sudmark does.", "agree", NORLAND, "a fishing ban", "conditional"),
    ("Norland threatened to leave the talks.", "threaten", NORLAND, "leave the talks", "asserted"),
)


def told() -> str:
    """The page over a series and what one article tells of Norland and Sudmark, a deed on each of seven days."""
    article = Article("d1", "Harbour Post", "2031-06-25")
    for day, (words, type, agent, label, standing) in enumerate(DEEDS, start=1):
        article.say(words, *an_act(type, agent, label, standing=standing, day=f"2031-06-{day * 3:02}"))
    return of_series(article)


@pytest.fixture(scope="module")
def html() -> str:
    return told()


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (BREACH, "◔ Step taken, claimed"),
        (RETURN, "◔ Carried out, claimed"),
        (PLAN, "◔ Agreed, claimed"),
        ("close the ports", "▸ Step taken"),
        ("the fines of May", "● Carried out"),
        ("a fishing ban", "◇ Agreed, conditional"),
        ("leave the talks", "▹ Anticipated"),
    ],
)
def test_a_chip_tells_what_is_done_and_what_is_only_said(open_page: OpenPage, html: str, item: str, words: str) -> None:
    page = open_page(html, address="#view=items&talks=none")
    row = page.locator("#page .card", has_text=item[0].upper() + item[1:])
    assert row.locator(".chip").inner_text() == words


def test_neither_a_claim_nor_a_step_counts_as_done(open_page: OpenPage, html: str) -> None:
    page = open_page(html, address="#view=items&talks=none")
    tones = page.evaluate(
        "Object.fromEntries(Parley.model.nodes.map((node, n) => [node.label, Parley.status.statusLook(n)[1]]))"
    )
    assert {name for name, tone in tones.items() if tone == "done"} == {"the fines of May"}
    assert tones["leave the talks"] == tones["close the ports"] == "beside"
    page.locator("[id='filter-status-carriedOut-claimed']").click()
    assert page.locator("#page .card").count() == 1
    assert "Carried out, claimed" in page.locator("#chips").inner_text()


def test_signs_of_time_and_positions_keep_a_claim_apart(open_page: OpenPage, html: str) -> None:
    page = open_page(html, address="#view=timeline")
    assert page.locator(".deed[aria-label*='crews']").get_attribute("class") == "deed word"
    assert page.locator(".deed[aria-label*='fines']").get_attribute("class") == "deed done"


def test_the_badge_follows_the_last_act_as_the_status_does(open_page: OpenPage) -> None:
    proposed = Article("p", "Harbour Post", "2031-06-01")
    proposed.say("Sudmark proposed a lighthouse.", *an_act("propose", SUDMARK, "a lighthouse"))
    agreed = Article("q", "Harbour Post", "2031-06-20")
    agreed.say("Norland agreed, if.", *an_act("agree", NORLAND, "a lighthouse", standing="conditional"))
    page = open_page(of_series(proposed, agreed), address="#view=items&talks=none")
    assert page.locator("#page .card", has_text="A lighthouse").locator(".chip").inner_text() == "◇ Agreed, conditional"
