"""The article and real exports of datasets: what is one by itself, what after decisions, and what never is."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.graph.identifiers import Minter
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import Key, SourceRecords
from parley.loaders.datasets.reading import read_dataset
from parley.queries.ask import ask
from parley.review.sssom import read_sssom
from tests.loaders.datasets.made_up import source_in

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "merging"
FILES = {
    "eu": "opensanctions/eu_journal_negotiators.csv",
    "wikidata": "wikidata/Q7747_trimmed.json",
    "pax": "pax/pax_v2_russia_ukraine.csv",
}
EU = {
    "Medinsky": "32026R1843/2095", "Shoigu": "32014R0269/212", "Putin": "32014R0269/669", "Peskov": "32014R0269/677",
    "Gumerova": "32014R0269/764", "daughter": "32014R0269/1158", "son": "32014R0269/1159",
    "Kostyukov 1": "32018R1542/9", "Kostyukov 2": "32019R0796/8",
}  # fmt: skip


@pytest.fixture(scope="module")
def several(shared: Path, records: SourceRecords, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The article and the datasets, with nothing decided."""
    with open_knowledge() as knowledge:
        knowledge.add(records)
        for id, name in FILES.items():
            path = tmp_path_factory.mktemp("merging") / id
            knowledge.add(read_dataset(source_in(path, (shared / "samples" / name).read_bytes())).records)
        yield knowledge


@pytest.fixture(scope="module")
def decided(several: Knowledge) -> Iterator[Knowledge]:
    """The same, with the decisions that the example ships; taken back afterwards."""
    before = several.serialized("nq")
    entries = read_sssom("decisions.tsv", (EXAMPLE / "decisions.tsv").read_text(encoding="utf-8")).entities
    pairs = [(entry.first.iri, entry.second.iri) for entry in entries]
    for pair in pairs:
        several.decide(*pair, "same")
    yield several
    for pair in pairs:
        several.undo(*pair)
    assert several.serialized("nq") == before


def node(source: str, name: str) -> str:
    return Minter().node(source, Key(f"person/{name}"))


def canonical(knowledge: Knowledge, iri: str) -> str:
    rows = knowledge.query(f"SELECT ?c {{ GRAPH ?g {{ <{iri}> parley:canonical ?c }} }}")
    return str(next(iter(rows))["c"])


def are_one(knowledge: Knowledge, *nodes: str) -> bool:
    return len({canonical(knowledge, one) for one in nodes}) == 1


def asked(knowledge: Knowledge, one: str, other: str) -> bool:
    first, second = sorted((one, other))
    return bool(
        knowledge.query(f"ASK {{ GRAPH ?g {{ ?m parley:firstNode <{first}> ; parley:secondNode <{second}> }} }}")
    )


def test_putin_with_stray_spaces_in_his_name_is_putin_by_the_day_of_his_birth(several: Knowledge) -> None:
    assert are_one(several, node("eu", EU["Putin"]), node("wikidata", "Q7747"))


def test_two_rows_on_one_man_are_a_candidate_then_decided(several: Knowledge) -> None:
    two = node("eu", EU["Kostyukov 1"]), node("eu", EU["Kostyukov 2"])
    assert not are_one(several, *two)
    assert asked(several, *two)


def test_who_has_a_fitting_name_is_asked_about(several: Knowledge) -> None:
    for name, row in (
        ("vladimir-medinsky", "Medinsky"),
        ("dmitry-peskov", "Peskov"),
        ("igor-kostyukov", "Kostyukov 1"),
    ):
        assert asked(several, node("article", name), node("eu", EU[row]))
        assert not are_one(several, node("article", name), node("eu", EU[row]))


@pytest.mark.parametrize("relative", ["son", "daughter"])
def test_children_are_not_their_father(several: Knowledge, relative: str) -> None:
    for father in (node("article", "dmitry-peskov"), node("eu", EU["Peskov"])):
        assert not are_one(several, father, node("eu", EU[relative]))
        assert not asked(several, father, node("eu", EU[relative]))


def test_a_name_inside_another_is_another(several: Knowledge) -> None:
    umerov = node("article", "rustem-umerov")
    assert not are_one(several, umerov, node("eu", EU["Gumerova"]))
    assert not asked(several, umerov, node("eu", EU["Gumerova"]))


def test_after_the_decisions_each_is_one(decided: Knowledge) -> None:
    assert are_one(
        decided, node("eu", EU["Kostyukov 1"]), node("eu", EU["Kostyukov 2"]), node("article", "igor-kostyukov")
    )
    assert are_one(decided, node("article", "vladimir-medinsky"), node("eu", EU["Medinsky"]))
    assert are_one(decided, node("article", "dmitry-peskov"), node("eu", EU["Peskov"]))
    assert not are_one(decided, node("eu", EU["Peskov"]), node("eu", EU["son"]))


def test_the_head_of_the_team_has_a_second_source_that_tells_of_no_round(decided: Knowledge) -> None:
    rows = list(ask(decided, "heads", party="Russia").results)
    told = {(str(row["head"]), str(row["delegation"]), str(row["round"]), str(row["standing"])) for row in rows}
    assert told == {
        ("Vladimir Medinsky", "Russian delegation", "3", "asserted"),
        ("Vladimir Medinsky", "negotiating team of Russia", "", "claimed"),
    }
    assert {str(row["speaker"]) for row in rows} == {"the publisher", "European Union"}


def test_people_of_the_article_are_under_sanctions_since_days(decided: Knowledge) -> None:
    rows = ask(decided, "sanctioned").results
    assert {(str(row["name"]), str(row["since"]), str(row["programme"])) for row in rows} == {
        ("Dmitry Peskov", "2022-02-28", "EU-UKR"), ("Igor Kostyukov", "2019-01-21", "EU-CHEM"),
        ("Igor Kostyukov", "2020-10-22", "EU-CYB"), ("Vladimir Medinsky", "2026-07-23", "EU-UKR"),
        ("Vladimir Putin", "2022-02-25", "EU-UKR"),
    }  # fmt: skip


def test_the_post_of_the_article_has_the_terms_of_wikidata(decided: Knowledge) -> None:
    rows = ask(decided, "terms-of-office").results
    assert {(str(row["title"]), str(row["since"]), str(row["fits"])) for row in rows} == {
        ("President", "2000-05-07", "no"), ("President", "2012-05-07", "yes"),
    }  # fmt: skip


def test_earlier_agreements_are_on_issues_that_the_article_tells_of(several: Knowledge) -> None:
    rows = list(ask(several, "earlier-agreements", party="Ukraine").results)
    assert [str(row["day"]) for row in rows] == ["2014-09-05", "2014-09-19", "2015-02-12", "2018-03-02", "2018-03-26"]
    assert {str(row["sides"]) for row in rows} == {"Russia, Ukraine"}
    assert "prisoners" in str(rows[0]["issues"])


def test_no_dataset_is_asserted_and_all_keep_the_rules(decided: Knowledge) -> None:
    from parley.graph.reading.audit import check_canonical, check_source, source_graphs

    for graph in source_graphs(decided):
        assert check_source(decided, graph).problems == ()
        if not graph.endswith("/article/graph"):
            assert not list(decided.query(f"SELECT * {{ GRAPH <{graph}> {{ ?f parley:standing parley:asserted }} }}"))
    assert check_canonical(decided) == ()


@pytest.mark.slow
def test_the_example_runs(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main = runpy.run_path(str(EXAMPLE / "merging.py"))["main"]
    main([str(shared / "samples" / name) for name in FILES.values()])
    told = capsys.readouterr().out
    assert "negotiating team of Russia" in told
    assert "Minsk" in told
