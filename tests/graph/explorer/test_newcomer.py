"""What made somebody stumble who had never seen the page and answered questions with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from parley.graph.records import Agent, Event, EventKind, Key, When
from tests.graph.history.series import BROOK, NORLAND, PARTIES, REED, TALKS, Article, a_round, an_act, attends, holds

from .conftest import OpenPage, rendered
from .made_up import first_article
from .several import apart, several
from .test_claims import of_series
from .test_questions import second_round
from .test_ties import choose

pytestmark = pytest.mark.browser


def a_meeting(key: str, kind: EventKind, label: str, day: str, number: int | None = None) -> Event:
    """An event of the talks that goes by another name than a round's, and is held."""
    when = When(day, "text", day)
    return Event(Key(f"event/{key}"), kind, label, "asserted", number, TALKS, when=when, parties=PARTIES)


def columns(page: Page) -> list[str]:
    """What stands over the seats, from left to right."""
    return [name.inner_text().split("\n")[0] for name in page.locator(".seats thead th").all()][1:]


def fits(page: Page, selector: str) -> bool:
    """Whether nothing in these elements is wider than they are."""
    return bool(page.locator(selector).evaluate_all("(all) => all.every((one) => one.scrollWidth <= one.clientWidth)"))


def test_a_round_that_was_held_is_not_drawn_as_its_plan(open_page: OpenPage) -> None:
    third = Agent(Key("state/XT"), "state", "Thirdland", world=True, code="XT")
    plan = Event(
        Key("event/plan"), "round", "second round of the talks", "expected", 2, TALKS,
        when=When("2031-06-02", "text", "2 June"), parties=(NORLAND, third.key),
    )  # fmt: skip
    told = Article("p", "Harbour Post", "2031-05-30").say("A second round is due on 2 June.", plan, third)
    page = open_page(of_series(told, second_round()), address="#view=timeline")
    assert page.evaluate("Parley.model.talks[0].rounds.map((round) => round.events.length)") == [1, 2]
    second = page.locator('.strip .meeting[aria-label^="Round 2"]')
    assert second.evaluate_all("(all) => all.map((one) => one.classList.contains('held'))") == [True]


def test_an_event_tells_how_many_independent_publishers_tell_of_it(open_page: OpenPage) -> None:
    page = open_page(of_series(), address="#view=timeline")
    page.locator(".moment h3 a").first.click()
    assert "Told by 3 independent publishers" in page.locator("#details").inner_text()


def test_the_buttons_of_the_panel_stand_below_each_other_rather_than_break(open_page: OpenPage) -> None:
    page = open_page(of_series(), address="#view=timeline")
    page.locator(".moment h3 a").first.click()
    page.evaluate("document.getElementById('details').style.width = '240px'")
    tall = page.locator("#details .buttons button").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert tall
    assert max(tall) < 40


def test_what_moved_says_between_which_rounds_and_on_which_day(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()))
    page.locator("#rail .round", has_text="Round 2").click()
    assert page.locator("#chips b").inner_text() == "from round 1 to 2"
    assert "What moved from round 1 to 2, as it stood after round 2" in page.locator("#rail").inner_text()
    page.locator("#rail .kind", has_text="refused").click()
    told = page.locator("#rail .changed .terms").first.inner_text()
    assert told.startswith(("5 May 2031: ", "6 May 2031: ", "2 June 2031: "))


def test_what_changed_is_narrowed_by_the_filters_and_the_rest_counted(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()))
    kinds = page.locator("#rail .kind")
    every = sum(int(words.split()[1]) for words in kinds.all_inner_texts())
    assert "hidden by the filters" not in page.locator("#rail").inner_text()
    page.locator("#legend .facet", has_text="property").click()
    left = sum(int(words.split()[1]) for words in kinds.all_inner_texts())
    assert 0 < left < every
    assert f"{every - left} hidden by the filters" in page.locator("#rail").inner_text()


def test_a_tile_counts_planned_rounds_apart(open_page: OpenPage) -> None:
    ahead = second_round().say("A third round is planned for July.", *a_round(3, "2031-07-01", "expected"))
    page = open_page(rendered(ahead.made(), *several(1)))
    assert "1 round, 1 planned" in page.locator(".tile", has_text="Norland–Sudmark talks").inner_text()
    assert "planned" not in page.locator(".tile", has_text="Ostland").locator(".numbers").inner_text()


def test_the_seats_stand_in_order_of_time(open_page: OpenPage) -> None:
    call = Article("k", "Harbour Post", "2031-05-21")
    call.say("They spoke by telephone on 20 May.", a_meeting("call", "call", "telephone call", "2031-05-20"))
    call.say("Ada Brook was on the line.", attends(BROOK, "event/call"))
    after = second_round().say("Cole Reed attended.", attends(REED, "event/round-2"))
    page = open_page(of_series(call, after), address="#view=people")
    assert columns(page) == ["Round 1", "Telephone call", "Round 2"]


def test_a_post_of_two_names_that_changed_hands_is_told_once(open_page: OpenPage) -> None:
    after = second_round()
    for title in ("fisheries minister", "minister for the sea"):
        for person, tenure in ((BROOK, "former"), (REED, "current")):
            holding = holds(person, title, NORLAND, tenure)  # type: ignore[arg-type]  # a Literal of two
            after.say(f"{title}, {tenure}.", replace(holding, key=Key(f"{holding.key}-{title.split()[-1]}")))
    page = open_page(of_series(after), address="#view=people")
    assert page.locator(".replaced li").count() == 1
    assert "minister for the sea" in page.locator(".replaced li").inner_text().lower()


def test_the_axis_of_the_timeline_keeps_to_the_room_beside_the_panel(open_page: OpenPage) -> None:
    page = open_page(of_series(second_round()), address="#view=timeline")
    page.locator(".strip .deed").first.focus()
    page.keyboard.press("Enter")
    page.locator("#details h2").wait_for()
    for width in (1440, 1300):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert fits(page, ".in-time .scroll")
    assert page.evaluate("document.activeElement.classList.contains('deed')")


def test_no_name_of_a_month_is_cut_at_the_end_of_the_axis(open_page: OpenPage) -> None:
    early, late = (Article(day, "Harbour Post", day).say("Nothing new.") for day in ("2031-01-10", "2031-07-19"))
    page = open_page(of_series(early, second_round(), late), address="#view=timeline")
    outside = page.locator(".strip .month").evaluate_all(
        """(all) => all.filter((one) => one.textContent
          && one.getBoundingClientRect().right > one.ownerSVGElement.getBoundingClientRect().right).length"""
    )
    assert outside == 0


def test_lanes_name_their_negotiation_whole(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(3, rounds=2)), address="#view=timeline")
    names = page.locator(".strip .lane-link .lane-name").evaluate_all("(all) => all.map((one) => one.lastChild.data)")
    assert "Ostland 1–Westmark 1 talks" in names


def test_six_rounds_stand_side_by_side_with_all_their_words(open_page: OpenPage) -> None:
    more = Article("r", "Harbour Post", "2031-12-01")
    for number in range(2, 7):
        day = f"2031-{number + 4:02}-02"
        more.say(f"Round {number}.", *a_round(number, day, place="Harbourtown upon the Sound"))
        more.say("Norland spoke.", *an_act("demand", NORLAND, f"more ropes {number}", event=f"event/round-{number}"))
    page = open_page(of_series(more))
    assert page.locator("#rail .round").count() == 6
    assert fits(page, "#rail .rounds")
    assert fits(page, "#rail .round b, #rail .round .note")


def test_an_act_of_two_negotiations_is_once_among_the_latest_changes(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(2)))
    page.evaluate("Parley.model.actsIn[1] = Parley.model.actsIn[0]")
    page.evaluate("Parley.views.show()")
    assert set(page.locator(".latest h3 button").all_inner_texts()) == {page.evaluate("Parley.model.talks[0].title")}


def test_a_round_of_another_name_tells_its_number_in_the_timeline(open_page: OpenPage) -> None:
    told = Article("m", "Harbour Post", "2031-06-03")
    told.say("Both met.", a_meeting("m", "round", "meeting of both countries", "2031-06-02", 2))
    page = open_page(of_series(told), address="#view=timeline")
    assert "Round 2: Meeting of both countries" in page.locator(".moment h3").all_inner_texts()


def test_the_look_follows_the_system_until_the_reader_chooses(open_page: OpenPage) -> None:
    page = open_page(of_series())
    look = "document.documentElement.dataset.theme"
    assert page.evaluate(look) == "light"
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert page.evaluate(look) == "dark"
    page.locator("#theme").click()
    page.reload()
    assert page.evaluate(look) == "light"


def test_a_tight_window_has_words_that_can_be_read_and_shows_what_is_chosen(open_page: OpenPage) -> None:
    page = open_page(rendered(first_article()), width=1024, height=768)
    assert page.evaluate("Parley.draw.smallest()") >= 10
    assert not page.locator("#panel").is_visible()
    page.locator("#about").click()
    assert page.locator("#panel").is_visible()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("Parley.draw.smallest()") >= 10
    farthest = "[...Parley.layout.now().boxes].sort((a, b) => b[1].x - a[1].x)[0][0]"
    choose(page, page.evaluate(f"Parley.model.label({farthest})"))
    right = page.evaluate(
        """() => {
          const box = Parley.draw.place(Parley.shown.state.selected), frame = document.getElementById("graph");
          return frame.getBoundingClientRect().left + Parley.draw.onScreen(box).x + box.w / 2;
        }"""
    )
    panel = page.locator("#panel").bounding_box()
    assert panel is not None
    assert right <= panel["x"] + 1


def test_between_filters_and_panel_the_facts_of_an_event_have_a_line(open_page: OpenPage) -> None:
    page = open_page(of_series(), width=1024, height=768, address="#view=timeline")
    page.locator(".moment h3 a").first.click()
    assert page.locator(".moment dd").first.evaluate("(one) => one.clientWidth") > 300


def test_the_name_of_the_only_negotiation_is_whole_beside_what_else_there_is(open_page: OpenPage) -> None:
    page = open_page(rendered(*several(1), apart()))
    assert page.locator("#up").inner_text().startswith("Overview, with ")
    assert fits(page, "h1")
