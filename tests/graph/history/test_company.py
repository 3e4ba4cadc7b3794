"""Who sat with whom: weights, bridges in words, and the same bytes each time."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from parley.graph.history.company import bridges, company, line_rows, node_rows
from parley.graph.history.timeline import History
from parley.graph.reading.network import gexf, graphml
from parley.graph.records import Agent, Event, Key, When

from .series import NORLAND, Article, attends, read


def met(*tables: tuple[str, ...]) -> History:
    """Return a history in which these people sat together, a day for each table."""
    articles = []
    for number, people in enumerate(tables, 1):
        day = f"2031-05-{number:02}"
        event = Event(Key("event/one"), "meeting", f"meeting {number}", "asserted", when=When(day, "text", day))
        agents = [Agent(Key(f"person/{name.lower()}"), "person", f"{name} Smith", side=NORLAND) for name in people]
        there = [attends(one.key, "event/one") for one in agents]
        articles.append(Article(f"a{number}", "Post", day).say("They met.", event, *agents, *there))
    return read(*articles)


def test_people_at_one_event_are_tied_and_weigh_by_events(history: History):
    network = company(history, "sat-with")
    assert [network.nodes[node]["label"] for node in network] == ["Ada Brook", "Cole Reed"]
    assert [data["weight"] for *_, data in network.edges(data=True)] == [1]


def test_parties_are_tied_by_rounds_that_were_held_alone(history: History):
    network = company(history, "sides")
    ((_, _, data),) = network.edges(data=True)
    assert (data["weight"], data["events"]) == (1, "round 1 (Harbourtown, 2031-05-04)")


def test_who_links_circles_is_told_in_words():
    network = company(met(("Ann", "Bob"), ("Bob", "Cid")), "sat-with")
    labels = {data["label"]: data["said"] for _, data in network.nodes(data=True)}
    assert labels["Bob Smith"] == "links 2 otherwise separate circles"
    assert bridges(network) == ["Bob Smith links 2 otherwise separate circles (betweenness 1.0)"]


def test_nobody_who_sits_at_one_table_links_anything():
    network = company(met(("Ann", "Bob", "Cid")), "sat-with")
    assert bridges(network) == []
    assert {data["said"] for _, data in network.nodes(data=True)} == {"sat within one circle"}


def test_of_nothing_there_is_an_empty_network():
    network = company(read(), "sat-with")
    assert len(network) == 0
    assert node_rows(network).count(b"\n") == 1


def test_each_format_is_whole_and_the_same_each_time(history: History):
    for kind in ("sat-with", "sides"):
        first, second = (company(history, kind) for _ in range(2))  # type: ignore[arg-type]
        for write in (graphml, gexf, node_rows, line_rows):
            assert write(first) == write(second)
        assert ET.fromstring(gexf(first)).tag.endswith("gexf")
        assert ET.fromstring(graphml(first)).tag.endswith("graphml")
