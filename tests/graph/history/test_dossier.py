"""Dossiers: sentences with footnotes, and text of articles that stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from parley.graph.errors import QueryError
from parley.graph.history.dossier import Dossier, dossier
from parley.graph.history.dossier_pages import to_html, to_markdown
from parley.graph.history.timeline import History
from parley.graph.records import Agent, Delegation, DelegationMembership, Key

from .series import BROOK, NORLAND, REED, SERIES, Article, a_round, an_act, holds, read

PINE = Key("person/olaf-pine")


def of(history: History, label: str, kind: str) -> Dossier:
    (node,) = (one.id for one in history.record.nodes.values() if (one.label, one.kind) == (label, kind))
    return dossier(history, node)


def lines(told: Dossier, title: str) -> list[str]:
    return [line.words for section in told.sections if section.title == title for line in section.lines]


@pytest.fixture(scope="module")
def brook(history: History) -> Dossier:
    return of(history, "Ada Brook", "person")


def test_a_dossier_tells_who_somebody_is(brook: Dossier):
    assert (brook.title, brook.kind) == ("Ada Brook", "person of Norland")


def test_posts_have_the_days_between_which_sources_tell_of_them(brook: Dossier):
    assert lines(brook, "Posts") == [
        "Ada Brook is told to be fisheries minister on 1 May 2031",
        "Ada Brook is told to be the former fisheries minister on 20 June 2031",
        "Ada Brook is told to be the former fisheries minister on 20 June 2031: "
        "the change lies between 1 May 2031 and then",
    ]


def test_it_tells_whom_somebody_sat_with(brook: Dossier):
    (met,) = lines(brook, "Whom they sat with")
    assert met == (
        "4 May 2031, Harbourtown: round 1 with Sudmark, planned for 2031-05-04, then held; there: Cole Reed (Sudmark)"
    )


def test_it_tells_what_somebody_did(brook: Dossier):
    assert lines(brook, "Proposed and offered") == [
        "4 May 2031: Norland (Ada Brook) offered: 40 fishing licences for boats"
    ]


def test_it_tells_what_somebody_said_word_for_word(brook: Dossier):
    (said,) = lines(brook, "In their own words")
    assert "<script>never</script>" in said


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Ada Brook", "person"),
        ("Norland", "state"),
        ("Norland–Sudmark talks", "process"),
        ("the return of the seized boats", "item"),
    ],
)
def test_every_sentence_has_a_footnote_with_exact_words(history: History, label: str, kind: str):
    told = of(history, label, kind)
    texts = {one.id: one.text for one in SERIES}
    assert told.sections
    for section in told.sections:
        for line in section.lines:
            assert line.quotes, line.words
            for quote in line.quotes:
                assert texts[quote.source][quote.start : quote.end] == quote.words


def test_what_only_others_say_of_a_party_stands_apart():
    act, item = an_act("agree", NORLAND, "the plan of the boats", standing="claimed")
    one = Article("a", "Post", "2031-05-05").say("Norland has agreed, Reed said.", act, item, by=REED)
    told = of(read(one), "Norland", "state")
    assert lines(told, "Agreed") == []
    assert lines(told, "Said of it by others alone") == [
        "5 May 2031: Norland agreed: the plan of the boats (as Cole Reed says) (day of publication)"
    ]


def test_a_successor_bounds_the_end_of_a_post():
    one = Article("a", "Post", "2031-05-05").say("Brook is minister.", holds(BROOK, "fisheries minister", NORLAND))
    other = Article("b", "Post", "2031-06-05").say("Pine is minister.", holds(PINE, "fisheries minister", NORLAND))
    other.records.append(Agent(PINE, "person", "Olaf Pine", side=NORLAND))
    assert lines(of(read(one, other), "Ada Brook", "person"), "Posts")[-1] == (
        "Olaf Pine is told to be fisheries minister on 5 June 2031: the change lies between 5 May 2031 and then"
    )


def test_who_headed_a_delegation_is_told():
    team = Delegation(Key("delegation/norland"), "Norland delegation", NORLAND, event=Key("event/round-1"))
    head = DelegationMembership(Key("membership/brook"), BROOK, team.key, "head", "asserted")
    one = Article("a", "Post", "2031-05-05").say("The round was held.", *a_round(1, "2031-05-04"))
    one.say("Brook headed the delegation.", team, head)
    (met,) = lines(of(read(one), "Ada Brook", "person"), "Whom they sat with")
    assert met == "4 May 2031: round 1 with Sudmark, held; they headed the delegation"


def test_markdown_has_a_note_for_each_mark_and_a_mark_for_each_note(brook: Dossier):
    body, notes = re.split(r"\n(?=\[\^1\]:)", to_markdown(brook))
    marks = set(re.findall(r"\[\^(\d+)\]", body))
    assert marks == set(re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE))


def test_text_of_articles_means_nothing_in_markdown(brook: Dossier):
    rendered = MarkdownIt("commonmark").render(re.sub(r"\[\^\d+\]", "", to_markdown(brook)))
    assert "<script" not in rendered
    assert "<em>" not in rendered
    assert "javascript:" not in re.sub(r">[^<]*<", "><", rendered)
    assert "&lt;script&gt;never&lt;/script&gt;" in rendered


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on")]


def test_the_html_page_has_no_script_and_only_safe_links(brook: Dossier):
    page = Tags()
    page.feed(to_html(brook))
    assert not page.tags & {"script", "b", "iframe", "img", "object"}
    assert page.links
    assert all(link.startswith(("#note-", "https://example.org/")) for link in page.links)


def test_the_same_sources_in_another_order_give_the_same_bytes(brook: Dossier):
    other = of(read(*reversed(SERIES)), "Ada Brook", "person")
    assert to_html(other) == to_html(brook)
    assert to_markdown(other) == to_markdown(brook)


def test_a_place_has_no_dossier(history: History):
    with pytest.raises(QueryError, match="parley describe"):
        of(history, "Harbourtown", "place")


def test_what_begins_a_line_begins_no_list():
    assert to_markdown(Dossier("1. one", "- two", ())).startswith("# &#49;. one\n\n\\- two")


def test_where_things_stand_says_whose_word_it_is():
    act, item = an_act("carryOut", NORLAND, "the plan of the boats", standing="claimed")
    one = Article("a", "Post", "2031-05-05").say("Norland did it, Reed said.", act, item, by=REED)
    told = of(read(one.say("The round was held.", *a_round(1, "2031-05-04"))), "the plan of the boats", "item")
    assert lines(told, "Where it stands") == [
        "5 May 2031: the plan of the boats: carried out by Norland (as Cole Reed says)"
    ]


def test_a_quotation_ends_without_the_comma_before_its_speaker_and_sums_print_plainly_in_html():
    one = Article("a", "Post", "2031-05-05").say("“We give $40,”", by=BROOK)
    told = of(read(one), "Ada Brook", "person")
    assert lines(told, "In their own words") == ["5 May 2031: “We give $40”"]
    assert "“We give \\$40”." in to_markdown(told)
    assert "“We give $40”." in to_html(told)
