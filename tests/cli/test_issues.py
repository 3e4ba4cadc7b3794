"""Reading under a scheme of issues of one's own: what is in the graph, asked for, checked, and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

import parley
from parley.graph.errors import SourcesUnread, UnknownName
from parley.loaders.news.lexicons.strict_yaml import LexiconError

from .conftest import Run

pytestmark = pytest.mark.slow

ARTICLE = """\
Chad and Sudan resume their talks

Chad demanded that Sudan open the upstream dam by June.

Sudan offered to release 40 prisoners. Chad rejected the tariff on gum arabic.
"""
SCHEME = """\
scheme: lake
label: issues of the lake
issues:
  works: {label: works on the water, words: [canal]}
  dams: {label: dams and weirs, words: [dam, weir], broader: works, code: Wat}
  held: {label: people held, words: [prisoner], code: [TjPrire, HrDet]}
"""
CONCEPTS = """
SELECT ?issue ?label ?code ?above ?scheme WHERE {
  ?item parley:onIssue ?issue .
  ?issue a skos:Concept, parley:Issue ; skos:prefLabel ?label ; skos:inScheme/skos:prefLabel ?scheme .
  ?issue skos:inScheme/rdf:type skos:ConceptScheme .
  OPTIONAL { ?issue skos:notation ?code } OPTIONAL { ?issue skos:broader/skos:prefLabel ?above }
} ORDER BY ?issue ?code
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    article, scheme = tmp_path / "talks.txt", tmp_path / "lake.yaml"
    article.write_text(ARTICLE, encoding="utf-8")
    scheme.write_text(SCHEME, encoding="utf-8")
    return article, scheme


def test_the_issues_of_a_users_scheme_stand_in_the_graph_with_labels_and_codes(files: tuple[Path, Path]):
    with parley.build(files[0], issues=files[1]) as talks:
        rows = [
            tuple(str(row[name] or "") for name in ("label", "code", "above", "scheme"))
            for row in talks.query(CONCEPTS)
        ]
        assert rows == [
            ("dams and weirs", "Wat", "works on the water", "issues of the lake"),
            ("people held", "HrDet", "", "issues of the lake"),
            ("people held", "TjPrire", "", "issues of the lake"),
        ]
        assert {row["issue"] for row in talks.ask("issues")} == {"dams", "held"}
        for name in ("dams", "Dams and weirs"):
            assert {row["item"] for row in talks.ask("issues", issue=name)} == {"Sudan open the upstream dam by June"}
        with pytest.raises(UnknownName, match="dams"):
            talks.ask("issues", issue="damns")
        assert "dams and weirs" in talks.view().html
        told = talks.describe("dams and weirs").text
        assert told.startswith("dams and weirs: issue\n")
        assert "broader: works on the water" in told
        assert "in scheme: issues of the lake" in told
        assert "on issue: dams and weirs" in talks.describe(talks.ask("issues", issue="dams")[0]["fact"]).text
        assert talks.knowledge.without_words().query("ASK { ?issue skos:notation 'Wat'^^parley:paxCode }")


def test_the_shipped_issues_stand_in_the_graph_with_their_codes_too(files: tuple[Path, Path]):
    with parley.build(files[0]) as talks:
        rows = {(str(row["label"]), str(row["code"] or "")) for row in talks.query(CONCEPTS)}
        assert rows >= {("prisoners", "TjPrire"), ("water", "Wat"), ("tariffs", "")}
        assert talks.ask("issues", issue="Prisoners").rows


def test_reading_under_another_scheme_replaces_and_under_the_same_changes_nothing(run: Run, files: tuple[Path, Path]):
    article, scheme = files
    for arguments, told in (
        ((), "added"), ((), "unchanged"), (("--issues", scheme), "replaced"), (("--issues", scheme), "unchanged"),
        ((), "replaced"), (("--issues", scheme), "replaced"),
    ):  # fmt: skip
        assert run("build", article, *arguments).err.splitlines()[-1].startswith(told)
    scheme.write_text(SCHEME.replace("[dam, weir]", "[weir]"), encoding="utf-8")
    assert run("build", article, "--issues", scheme).err.splitlines()[-1].startswith("replaced")
    assert "dams" not in run("ask", "issues").out
    assert run("check").code == 0


def test_a_scheme_that_is_wrong_is_one_line_and_nothing_is_stored(run: Run, files: tuple[Path, Path]):
    article, scheme = files
    scheme.write_text(SCHEME.replace("broader: works", "broader: work"), encoding="utf-8")
    for arguments in (("build", article), ("review", article), ("evaluate", article.parent)):
        ran = run(*arguments, "--issues", scheme)
        assert ran.code == 1
        assert ran.out == ""
        assert [line for line in ran.err.splitlines() if not line.startswith("store:")] == [
            f"parley: lexicon {scheme}:5: issues/dams/broader: there is no issue 'work'; did you mean works?"
        ]
    assert not (article.parent / "parley-store").exists()
    with parley.open() as talks:
        with pytest.raises(LexiconError):
            talks.read(article, issues=scheme)
        assert talks.sources() == []


def test_a_decision_is_held_to_the_scheme_that_the_article_is_read_under(run: Run, files: tuple[Path, Path]):
    article, scheme = files
    decisions = article.with_suffix(".decisions.yaml")
    assert run("review", article, "--issues", scheme, "--by", "Anna Lind").code == 0
    text = decisions.read_text(encoding="utf-8").replace(
        '- decision: undecided\n  fact: "Chad d', '- decision: edit\n  fact: "Chad d'
    )
    decisions.write_text(text.replace("issues: [dams]", "issues: [held]"), encoding="utf-8")
    assert run("build", article, "--issues", scheme).code == 0
    assert "Sudan open the upstream dam" in run("ask", "issues", "--issue", "held").out
    decisions.write_text(text.replace("issues: [dams]", "issues: [dam]"), encoding="utf-8")
    ran = run("build", article, "--issues", scheme)
    assert ran.code == 1
    assert "issues: 'dam' is none of dams" in ran.err


def test_workers_read_under_the_scheme_too(files: tuple[Path, Path], tmp_path: Path):
    article, scheme = files
    (tmp_path / "again.txt").write_text(ARTICLE, encoding="utf-8")
    with parley.build(article, tmp_path / "again.txt", issues=scheme, jobs=2) as talks:
        assert {row["issue"] for row in talks.ask("issues")} == {"dams", "held"}
        assert talks.read(article, issues=scheme) == ("unchanged talks",)
        (tmp_path / "empty.txt").write_text("", encoding="utf-8")
        with pytest.raises(SourcesUnread):
            talks.read(tmp_path / "empty.txt", issues=scheme)
