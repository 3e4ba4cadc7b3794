"""`parley build` reads datasets beside articles, tells of them, and questions and checks see them."""

from __future__ import annotations

from pathlib import Path

from parley.graph.knowledge import open_knowledge
from tests.cli.conftest import Run
from tests.loaders.datasets.made_up import EU_COLUMNS, EU_ROW, FTM_PERSON, lines, table


def test_a_dataset_is_built_told_asked_and_checked(run: Run, tmp_path: Path) -> None:
    Path("eu.csv").write_bytes(table([EU_ROW, {**EU_ROW, "recordId": "8", "startDate": "x"}], EU_COLUMNS))
    built = run("build", "eu.csv")
    assert built.code == 0
    assert "note: eu.csv: row 3, startDate: 'x' is no date such as 2025, 6.2025 or 2.6.2025: left out" in built.err
    assert (
        "added eu: EU sanctions (Official Journal): 2 people, 2 posts held, 2 sanctions, 2 places in teams from 2 rows"
        in built.err
    )
    heads = run("ask", "heads", "--format", "csv")
    assert (
        'Chad,Ada BROOK,negotiating team of Chad,,claimed,"row 2 · _file: F1 · recordId: 7 · reason: In 2031'
        in heads.out
    )
    assert ",European Union,claim,EU sanctions (Official Journal)," in heads.out
    checked = run("check")
    assert (checked.code, checked.err.splitlines()[-1]) == (0, "checked 1 source: 8 statements, 0 problems")
    assert "unchanged eu" in run("build", "eu.csv").err
    assert "EU sanctions (Official Journal)" in run("sources").out


def test_what_a_dataset_says_is_never_asserted(run: Run, tmp_path: Path) -> None:
    Path("eu.csv").write_bytes(table([EU_ROW], EU_COLUMNS))
    run("build", "eu.csv", "--store", "here")
    with open_knowledge("here") as knowledge:
        assert not list(knowledge.query("SELECT * { ?a parley:standing parley:asserted }"))
        assert not list(knowledge.query("SELECT * { ?a org:headOf|org:holds|parley:formerlyHeld ?b }"))


def test_what_a_file_is_can_be_said_and_what_is_no_format_is_wrong(run: Run, tmp_path: Path) -> None:
    Path("a.data").write_bytes(lines(FTM_PERSON))
    assert "added a: FollowTheMoney entities: 1 person from 1 row" in run("build", "a.data", "--as", "ftm").err
    wrong = run("build", "a.data", "--as", "fmt")
    assert (wrong.code, wrong.err.splitlines()[-2]) == (1, "parley: mapping fmt: there is no such file")


def test_a_folder_of_articles_and_datasets_is_built(run: Run, tmp_path: Path) -> None:
    folder = Path("all")
    folder.mkdir()
    (folder / "eu.csv").write_bytes(table([EU_ROW], EU_COLUMNS))
    (folder / "states.ttl").write_text('<http://e.example/a> <http://e.example/b> "c" .', encoding="utf-8")
    (folder / "other.json").write_text('{"anything": 1}', encoding="utf-8")
    built = run("build", folder)
    assert built.code == 0
    assert [line.partition(":")[0] for line in built.err.splitlines() if line.startswith("added")] == [
        "added eu", "added states",
    ]  # fmt: skip


def test_a_first_mapping_is_written_checked_and_built_by(run: Run, tmp_path: Path) -> None:
    rows = [{"no": "1", "name": "Ada Brook", "office": "clerk"}, {"no": "2", "name": "Cy Dole", "office": "=1+1"}]
    Path("a.csv").write_bytes(table(rows))
    assert run("map", "a.csv").out.startswith("# A first mapping, guessed from the columns and the first rows")
    written = run("map", "a.csv", "-o", "a.yaml")
    assert written.err == "wrote a.yaml; look at what becomes of the rows: parley map a.csv --as a.yaml --check\n"
    checked = run("map", "a.csv", "--as", "a.yaml", "--check", "--format", "csv")
    assert checked.code == 0
    assert checked.out.splitlines()[:3] == [
        "record,tells,rests on",
        "person or body,Ada Brook,row 2 · no: 1 · name: Ada Brook",
        "post held,Ada Brook: clerk; current,row 2 · no: 1 · office: clerk",
    ]
    assert checked.err.endswith("a.csv: 2 people, 2 posts held from 2 rows; nothing is loaded\n")
    assert not Path("parley-store").exists()
    assert "added a: a.csv: 2 people, 2 posts held from 2 rows" in run("build", "a.csv", "--as", "a.yaml").err


def test_what_cannot_be_mapped_is_one_line(run: Run, tmp_path: Path) -> None:
    Path("a.txt").write_text("They met, she said.\n", encoding="utf-8")
    assert run("map", "a.txt").err == "parley: a.txt: cannot be read: it is running text: neither a table nor JSON\n"
    assert run("map", "a.txt", "--check").code == 1
    assert run("map", "a.txt", "--as", "ftm").code == 2
    assert run("map", "none.csv").err == "parley: none.csv: cannot be read: there is no such file\n"
