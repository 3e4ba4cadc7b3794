"""Every view keeps the rules of axe-core, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from parley.graph.explorer.page import render
from parley.graph.knowledge import open_knowledge
from tests.graph.history.series import NORLAND, SERIES, Article, an_act, fill

from .conftest import OpenPage, rendered
from .made_up import first_article, second_article
from .several import apart, several

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = Axe()


def against(page: Page) -> list[str]:
    """What the page does against the rules, of any impact, with the elements that do it."""
    found = AXE.run(page).response["violations"]
    return [f"{one['id']} ({one['impact']}): {[node['html'] for node in one['nodes']]}" for one in found]


def each_view(page: Page) -> dict[str, list[str]]:
    """What each view that can be chosen does against the rules."""
    found = {}
    for tab in page.locator(".views [role=tab]:visible").all():
        tab.click()
        found[tab.inner_text()] = against(page)
    return found


def one_article() -> str:
    return rendered(first_article(), second_article())


def many_negotiations() -> str:
    """One with what sources differ on and a step, three more, and what is in none."""
    steps = Article("s", "Harbour Post", "2031-06-25")
    steps.say("Norland closed its ports.", *an_act("takeStep", NORLAND, "close the ports"))
    with open_knowledge() as knowledge:
        fill(knowledge, (*SERIES, steps))
        for one in (*several(3, rounds=3, items=14), apart()):
            knowledge.add(one)
        return render(knowledge)


@pytest.mark.parametrize("made", [one_article, many_negotiations])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_no_view_breaks_a_rule(
    open_page: OpenPage, made: Callable[[], str], scheme: Literal["light", "dark"], width: int, height: int
) -> None:
    page = open_page(made(), width=width, height=height, scheme=scheme)
    found = each_view(page)
    if page.locator("#view-overview").is_visible():
        page.locator("#view-overview").click()
        page.locator(".tile .enter", has_text="Norland").click()
        found |= {f"in it: {view}": told for view, told in each_view(page).items()}
    page.locator("#view-items").click()
    page.locator("#page a.link").first.click()
    found["selected"] = against(page)
    page.locator("#details .quote").first.click()
    found["article"] = against(page)
    page.locator("#search").fill("t")
    found["search"] = against(page)
    page.keyboard.press("Escape")
    page.evaluate("document.getElementById('filters').open = true")
    page.locator("#legend .facet").first.click()
    found["filtered"] = against(page)
    assert len(found) > 10
    assert {where: told for where, told in found.items() if told} == {}
