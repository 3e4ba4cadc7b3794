"""Parley in Python: what is built is asked, gives plain values, goes to other tools, and tells what goes wrong."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF

import parley
from parley.graph.errors import (
    QueryError,
    QueryRefused,
    SourcesUnread,
    StoreClosed,
    StoreMissing,
    StoreUnwritable,
    UnknownName,
)
from tests.graph.examples import BROOK, HARBOURTOWN, TEXT

ROOT = Path(__file__).parent.parent
HEAVY = ("spacy", "pyvis", "networkx", "rdflib", "pyoxigraph", "pandas", "click")
DATASET = '@prefix ex: <http://example.org/> . ex:norland <http://www.w3.org/2004/02/skos/core#prefLabel> "Norland" .\n'
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def talks() -> Iterator[parley.Workspace]:
    with parley.open() as workspace:
        workspace.knowledge.add(HARBOURTOWN)
        yield workspace


class Elements(HTMLParser):
    """Each element of a fragment with its attributes, and its text."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def loaded_after(code: str) -> set[str]:
    """Which heavy libraries a fresh Python has loaded after the code."""
    program = f"import sys\n{code}\nimport json\nprint(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_parley_loads_nothing_heavy_and_asking_no_language_model():
    assert loaded_after("import parley; dir(parley)") == set()
    asking = "import parley\nwith parley.open() as talks: talks.ask('heads'); talks.query('SELECT ?a {}')"
    assert not loaded_after(asking) & {"spacy", "pyvis", "networkx", "pandas", "click"}


def test_parley_offers_what_it_names_and_nothing_else():
    assert {"open", "build", "Workspace", "Table", "Page", "__version__"} <= set(dir(parley))
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        parley.opne  # noqa: B018


@pytest.mark.slow
def test_an_article_is_built_and_asked(tmp_path: Path):
    article = tmp_path / "talks.txt"
    article.write_text("Norway Offers Truce\nNorway offered a truce to Finland, Ada Novak said on Monday.\n", "utf-8")
    with parley.build(article, store=tmp_path / "store", source_id="monday", publisher="Harbour Post") as talks:
        assert [(entry.id, entry.publisher) for entry in talks.sources()] == [("monday", "Harbour Post")]
        asked = talks.ask("proposals", party="Norway")
        assert {(row["actor"], row["act"]) for row in asked} == {("Norway", "offer")}
        text = article.read_text("utf-8")
        assert all(text[row["start"] : row["end"]] == row["quote"] for row in asked)
        assert talks.read(article, source_id="monday") == ("unchanged monday",)
    with parley.open(tmp_path / "store", create=False) as again:
        assert again.ask("proposals", party="Norway").rows == asked.rows


def test_asking_why_adds_a_column(talks: parley.Workspace):
    asked = talks.ask("proposals", why=True)
    assert asked.columns == (*talks.ask("proposals").columns, "why")
    assert {row["why"] for row in asked} == {"“propose”: is so", None}
    assert "why: “propose”: is so" in repr(asked)


def test_a_dataset_is_read_from_a_path_and_told_of(talks: parley.Workspace, tmp_path: Path):
    path = tmp_path / "states.ttl"
    path.write_text(DATASET, encoding="utf-8")
    assert talks.read(path) == ("added states: 1 triples",)
    assert [entry.id for entry in talks.sources()] == ["harbourtown", "states"]


def test_what_cannot_be_read_is_told_and_the_rest_is_there(talks: parley.Workspace, tmp_path: Path):
    (tmp_path / "states.ttl").write_text(DATASET, encoding="utf-8")
    (tmp_path / "broken.ttl").write_text("ex:norland", encoding="utf-8")
    with pytest.raises(SourcesUnread, match=r"none\.ttl") as raised:
        talks.read(tmp_path / "none.ttl", tmp_path / "broken.ttl", tmp_path / "states.ttl")
    assert len(raised.value.troubles) == 2
    assert not any(trouble.startswith("parley:") for trouble in raised.value.troubles)
    assert "states" in {entry.id for entry in talks.sources()}


def test_what_names_one_source_is_not_given_to_several(talks: parley.Workspace, tmp_path: Path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.ttl").write_text(DATASET, encoding="utf-8")
    with pytest.raises(ValueError, match="one source, and 2 are given"):
        talks.read(tmp_path, source_id="both")
    assert [entry.id for entry in talks.sources()] == ["harbourtown"]


def test_a_build_that_fails_lets_go_of_the_store(tmp_path: Path):
    with pytest.raises(SourcesUnread):
        parley.build(tmp_path / "none.ttl", store=tmp_path / "store")
    parley.open(tmp_path / "store", create=False).close()


def test_a_question_gives_its_columns_its_words_and_what_is_not_said(talks: parley.Workspace):
    heads = talks.ask("heads", party="Norland")
    assert heads.title == "Who heads each delegation?"
    assert [row["head"] for row in heads] == ["Ada Brook"]
    (row,) = heads
    assert (type(row["round"]), type(row["start"]), type(row["fact"])) == (int, int, str)
    assert TEXT[row["start"] : row["end"]] == row["quote"]
    assert heads.silence is not None
    assert "side" in heads.silence.columns
    assert talks.ask("rounds").silence is None
    assert "heads" in {asked.name for asked in talks.questions()}


def test_a_question_takes_all_of_its_parameters(talks: parley.Workspace):
    every = talks.ask("posts")
    assert {row["holder"] for row in every} == {"Cole Reed"}
    assert talks.ask("posts", person="Cole Reed").rows == every.rows
    assert len(talks.ask("posts", person="Ada Brook")) == 0
    assert talks.ask("rounds", round=3).rows != talks.ask("rounds", round=2).rows
    assert {row["holder"] for row in talks.ask("held", post="harbour minister")} == {"Ada Brook"}
    assert len(talks.ask("held", date="2031-05-05")) > len(talks.ask("held", date="2031-05-04")) == 0
    with pytest.raises(QueryError, match="'May 4' is not a day"):
        talks.ask("held", date="May 4")


def test_a_name_that_nothing_has_is_told_with_what_comes_close(talks: parley.Workspace):
    with pytest.raises(UnknownName, match="heads") as raised:
        talks.ask("haeds")
    assert "heads" in raised.value.suggestions
    with pytest.raises(UnknownName, match="Norland"):
        talks.ask("heads", party="Norlnd")
    with pytest.raises(QueryError, match="does not take post"):
        talks.ask("heads", post="envoy")


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("7", 7),
        ("2.50", Decimal("2.50")),
        ("1e3", 1000.0),
        ("true", True),
        (f"'2031-05-04'^^<{XSD}date>", datetime.date(2031, 5, 4)),
        (f"'2031-05-04T10:30:00'^^<{XSD}dateTime>", datetime.datetime(2031, 5, 4, 10, 30)),
        (f"'PT2H'^^<{XSD}duration>", datetime.timedelta(hours=2)),
        (f"'2031'^^<{XSD}gYear>", "2031"),
        (f"'2031-05'^^<{XSD}gYearMonth>", "2031-05"),
        (f"'aGk='^^<{XSD}base64Binary>", "aGk="),
        ("'<a>b</a>'^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>", "<a>b</a>"),
        ("'Harbour'@en", "Harbour"),
        ("<http://example.org/a>", "http://example.org/a"),
        ("?nothing", None),
    ],
)
def test_values_are_those_of_python(talks: parley.Workspace, term: str, value: object):
    (row,) = talks.query(f"SELECT ({term} AS ?x) {{}}")
    assert row["x"] == value
    assert type(row["x"]) is type(value)


def test_a_query_of_ones_own_takes_bindings_and_only_reads(talks: parley.Workspace):
    named = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?node ?name { ?node skos:prefLabel ?name }"
    assert len(talks.query(named, bindings={"name": Literal("Ada Brook")})) == 1
    assert len(talks.query(named)) > 10
    assert talks.query(named).title == ""
    with pytest.raises(QueryError, match="cannot be read"):
        talks.query("SELECT ?x {")
    for form, of in (("ASK", r"bool\(\)"), ("CONSTRUCT", r"graph\(\) or turtle\(\)")):
        with pytest.raises(QueryError, match=rf"no rows but .*: {of} of what knowledge.query"):
            talks.query(f"{form} WHERE {{ ?s skos:prefLabel ?o }}")
    with pytest.raises(QueryError, match=r"\?name is given a value: let SELECT name it"):
        talks.query("SELECT ?node { ?node skos:prefLabel ?name }", bindings={"name": Literal("Ada Brook")})
    with pytest.raises(QueryRefused):
        talks.query("SELECT ?x { SERVICE <http://127.0.0.1/> { ?x ?y ?z } }")


def test_a_table_becomes_a_frame(talks: parley.Workspace):
    table = talks.ask("rounds")
    frame = table.to_pandas()
    assert frame.shape == (len(table), len(table.columns))
    assert tuple(frame.columns) == table.columns
    assert frame.to_dict("records") == [dict(row) for row in table]
    none = talks.query("SELECT ?x { ?x a <http://example.org/None> }").to_pandas()
    assert (none.shape, list(none.columns)) == ((0, 1), ["x"])
    empty = talks.query("SELECT ?x ?y { BIND(1 AS ?y) }").to_pandas()
    assert empty.loc[0, "x"] is None
    assert empty.infer_objects()["y"].dtype == "int64"


def test_a_table_prints_its_question_and_its_rows(talks: parley.Workspace):
    text = str(talks.ask("heads"))
    assert text.splitlines()[0] == "Who heads each delegation?"
    assert "Ada Brook" in text
    assert "“Ada Brook, the former harbour minister, headed the Norland delegation”" in text
    assert str(talks.query("SELECT ?x { ?x a foaf:Person ; parley:side state:XN , state:XS }")).startswith(
        "(no rows; nothing fits both "
    )
    assert repr(talks) == "<parley.Workspace memory:>"


def test_what_is_wrong_with_a_query_of_ones_own_is_shown_with_its_table(talks: parley.Workspace):
    none = talks.query("SELECT ?x { ?x a foaf:Persn }")
    assert f"<p>no rows; {none.note}</p>" in none._repr_html_()
    assert talks.query("SELECT (COUNT(*) AS ?n) { ?x a foaf:Persn }").note == none.note
    assert talks.query("SELECT (COUNT(*) AS ?n) { ?x a foaf:Person }").note == ""
    some = talks.query("SELECT ?x ?nam { ?x a foaf:Person ; foaf:name ?name }")
    assert str(some).splitlines()[-1] == repr(some).splitlines()[-1] == "(?nam stands in no pattern: ?name?)"
    assert some._repr_html_().endswith("<p>?nam stands in no pattern: ?name?</p>")


def test_a_table_gives_rows_by_number_slices_and_columns_by_name(talks: parley.Workspace):
    rows = talks.ask("status")
    assert rows[0] == rows.rows[0] == next(iter(rows))
    assert rows[-1]["act"] == rows["act"][-1]
    assert len(rows["act"]) == len(rows) == 3
    assert rows[1:].rows == rows.rows[1:]
    assert rows[:0].columns == rows.columns
    with pytest.raises(IndexError):
        rows[3]
    with pytest.raises(KeyError, match="verb is not a column: there are item, status"):
        rows["verb"]


def test_a_long_table_is_shown_by_its_first_rows_and_printed_whole(talks: parley.Workspace):
    many = talks.query("SELECT ?n { VALUES ?n { " + " ".join(map(str, range(1000))) + " } } ORDER BY ?n")
    assert repr(many).splitlines()[-1] == "... and 980 rows more: print() shows all, [20:] the others"
    assert str(many).splitlines()[-1].strip() == "999"
    assert repr(many[:20]) == str(many[:20])


def test_a_question_is_shown_shortly(talks: parley.Workspace):
    assert all("SELECT" not in repr(asked) for asked in talks.questions())


def test_lists_of_sources_are_read_like_single_ones(talks: parley.Workspace, tmp_path: Path):
    paths = []
    for name in ("one", "two", "three"):
        paths.append(tmp_path / f"{name}.ttl")
        paths[-1].write_text(DATASET, encoding="utf-8")
    assert len(talks.read([str(paths[0]), paths[1]], paths[2])) == 3
    assert talks.read(()) == talks.read([]) == ()
    with parley.build(paths) as built:
        assert {entry.id for entry in built.sources()} == {"one", "two", "three"}


def test_a_part_is_a_workspace_of_its_own(talks: parley.Workspace):
    with talks.narrowed(party="Sudmark", issue="property") as part:
        assert {row["item"] for row in part.ask("status")} == {"return of 12 boats"}
        assert 0 < len(part.to_networkx()) < len(talks.to_networkx())
        assert len(part.view().html) < len(talks.view().html)
    assert len(talks.ask("status")) > 1
    with pytest.raises(QueryError, match="not narrowed by date"):
        talks.narrowed(date="2031-05-05")


def test_the_graph_goes_to_rdflib_as_a_copy(talks: parley.Workspace):
    graph = talks.as_rdflib()
    people = set(graph.subjects(RDF.type, URIRef("http://xmlns.com/foaf/0.1/Person")))
    assert len(people) == 2
    graph.remove((None, None, None))
    assert len(talks.as_rdflib()) > 100


def test_the_network_has_nodes_with_words_and_edges_with_facts(talks: parley.Workspace):
    network = talks.to_networkx()
    labels = {data["label"]: node for node, data in network.nodes(data=True)}
    brook, norland = labels["Ada Brook"], labels["Norland"]
    assert (network.nodes[brook]["type"], network.nodes[brook]["side"]) == ("person", "Norland")
    heads = [data for *_, data in network.edges(brook, data=True) if data["predicate"] == "heads"]
    assert [data["standing"] for data in heads] == ["asserted"]
    assert heads[0]["quote"] in TEXT
    assert network.has_edge(brook, norland)
    assert BROOK.split("/")[1] in brook


def test_the_page_is_saved_whole_and_keeps_its_words_when_asked(talks: parley.Workspace, tmp_path: Path):
    page = talks.view(title="Harbour <talks>")
    saved = page.save(tmp_path / "page.html")
    assert saved == tmp_path / "page.html"
    assert saved.read_text(encoding="utf-8") == page.html
    assert page.html.lower().startswith("<!doctype html")
    assert "Harbour <talks>" not in page.html
    assert "headed the Norland delegation" in page.html
    assert "headed the Norland delegation" not in talks.view(quotes=False).html
    assert repr(page) == "Page()"  # no megabyte of markup on a terminal
    with pytest.raises(StoreUnwritable, match=r"none.page\.html"):
        page.save(tmp_path / "none" / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_named_like_standard_output_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    parley.Page("<!doctype html>").save("-")
    assert capfd.readouterr().out == ""
    assert (tmp_path / "-").read_text(encoding="utf-8") == "<!doctype html>"


def test_a_notebook_shows_a_table_without_running_what_is_in_it():
    table = parley.Table(
        ("<b>who", "n"), ({"<b>who": "<script>alert(1)</script>", "n": None}, {"<b>who": 'a"&b', "n": 2}), "<i>Who?"
    )
    shown = Elements(table._repr_html_())
    assert {tag for tag, _ in shown.found} == {"table", "caption", "thead", "tr", "th", "tbody", "td"}
    assert shown.text == '<i>Who?<b>whon<script>alert(1)</script>a"&b2'


def test_a_notebook_leaves_out_columns_of_iris_unless_there_is_nothing_else(talks: parley.Workspace):
    shown = Elements(talks.ask("heads")._repr_html_()).text
    assert "Ada Brook" in shown
    assert "https://" not in shown
    node = Elements(talks.query("SELECT ?x { ?x a <http://xmlns.com/foaf/0.1/Person> }")._repr_html_()).text
    assert "person:ada-brook" in node
    none = Elements(talks.query("SELECT ?x ?y { ?x a <http://example.org/None> }")._repr_html_())
    assert [tag for tag, _ in none.found].count("th") == 2


def test_a_query_of_ones_own_is_shown_whole_with_short_iris_and_its_rows_have_long_ones(talks: parley.Workspace):
    found = talks.query("SELECT ?act ?name { ?act a foaf:Person ; foaf:name ?name } ORDER BY ?name LIMIT 1")
    assert found[0]["act"].startswith("https://w3id.org/parley/id/person/ada-brook")
    short = found[0]["act"].replace("https://w3id.org/parley/id/person/", "person:")
    assert str(found).split() == [
        "act",
        "name",
        *("-" * len(one) for one in (short, "Ada Brook")),
        short,
        "Ada",
        "Brook",
    ]
    assert short in Elements(found._repr_html_()).text


def test_a_notebook_shows_the_page_in_a_frame_that_cannot_reach_out():
    page = parley.Page('<p title="a">&amp;</p></iframe><script>top.alert(1)</script>')
    shown = Elements(page._repr_html_())
    ((tag, told),) = shown.found
    assert tag == "iframe"
    assert told["srcdoc"] == page.html
    assert set((told["sandbox"] or "").split()) == {"allow-scripts", "allow-downloads"}
    assert shown.text == ""


def test_a_notebook_shows_the_sources_of_a_workspace_and_that_it_is_closed(talks: parley.Workspace):
    shown = Elements(talks._repr_html_())
    assert "Parley graph of 1 source(s)" in shown.text
    assert "Norland offers Sudmark 40 fishing licences" in shown.text
    talks.close()
    assert "closed" in Elements(talks._repr_html_()).text
    with pytest.raises(StoreClosed):
        talks.ask("heads")


def test_opening_makes_a_store_only_if_it_may(tmp_path: Path):
    with pytest.raises(StoreMissing):
        parley.open(tmp_path / "store", create=False)
    with parley.open(tmp_path / "store", base="http://example.org/kb/") as made:
        made.knowledge.add(HARBOURTOWN)
        assert all(row["fact"].startswith("http://example.org/kb/") for row in made.ask("heads"))
