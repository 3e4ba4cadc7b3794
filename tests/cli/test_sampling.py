"""``parley sample``: rows into a sheet for a person to judge, and what the verdicts in it say."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

import parley
from parley.graph.errors import QueryError, UnknownName
from parley.graph.knowledge import open_knowledge
from parley.graph.records import Act, Item, Statement
from parley.sampling import sample
from tests.graph.examples import BROOK, HARBOURTOWN, POST, TEXT
from tests.graph.explorer.made_up import first_article, second_article

from .conftest import Run


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def sheet(run: Run, store: str, tmp_path: Path) -> Path:
    assert run("sample", "-o", "sheet.csv", "--store", store, "--per-source", "20").code == 0
    return tmp_path / "sheet.csv"


def marked(sheet: Path, *verdicts: str, name: str = "marked.csv") -> Path:
    rows = read(sheet.read_text(encoding="utf-8"))
    with (sheet.parent / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        for number, row in enumerate(rows):
            writer.writerow(row | {"verdict": verdicts[number] if number < len(verdicts) else ""})
    return sheet.parent / name


def test_a_row_tells_who_does_what_to_whom_how_it_stands_and_who_says_so(sheet: Path):
    rows = {row["row"]: row for row in read(sheet.read_text(encoding="utf-8"))}
    act = rows["Sudmark demanded of Norland: return of 12 boats [asserted], claimant: Harbour Post"]
    assert (act["question"], act["source"], act["publisher"]) == ("proposals", "harbourtown", "Harbour Post")
    assert act["headline"] == "Norland offers Sudmark 40 fishing licences"
    assert act["quote"] == "Sudmark demanded the return of 12 boats within 30–45 days"
    assert act["context"] == (
        "The Westmark envoy is expected to attend. Sudmark demanded the return of 12 boats within 30–45 days. "
        "Cole Reed is Sudmark’s foreign minister."
    )
    assert (act["standing"], act["verdict"], act["note"]) == ("asserted", "", "")
    post = next(row for row in rows.values() if row["question"] == "posts")
    assert post["row"] == (
        "side: Sudmark; holder: Cole Reed; post: foreign minister; organization: Sudmark [asserted], "
        "claimant: Harbour Post"
    )
    event = next(row for row in rows.values() if "Round 3" in row["row"])
    assert "place: Harbourtown; duration: about two hours; parties: Norland, Sudmark" in event["row"]


def _told_by(key: str, **changed: object) -> list[str]:
    """The rows of proposals where a statement is changed."""
    records = [
        replace(one, **changed) if isinstance(one, Statement) and one.key == key else one for one in HARBOURTOWN.records
    ]
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=tuple(records)))
        return [row.row for row in sample(knowledge, ["proposals"])]


def test_the_claimant_of_what_is_asserted_is_the_source_whoever_is_reported_to_do_it():
    lines = _told_by("statement/boats", chain=(POST, BROOK))
    assert "Sudmark demanded of Norland: return of 12 boats [asserted], claimant: Harbour Post" in lines


def test_the_words_of_a_denial_are_no_evidence_for_an_act():
    assert any("12 boats" in line for line in _told_by("statement/boats"))
    assert not any("12 boats" in line for line in _told_by("statement/boats", modality="denial"))


def test_an_addressee_that_is_only_implied_is_marked():
    records = [
        replace(one, addressees=(), implied_addressees=one.addressees) if isinstance(one, Act) else one
        for one in HARBOURTOWN.records
    ]
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=tuple(records)))
        lines = [row.row for row in sample(knowledge, ["proposals"])]
    row = "Norland proposed to Sudmark (implied): 40 fishing licences, if: the Coast Watch agrees [claimed]"
    assert f"{row}, claimant: Ada Brook" in lines


def test_an_item_that_is_called_as_another_source_has_it_is_told_in_the_words_of_its_own():
    records = [
        replace(one, label="access of both fleets to all the banks beyond the bay") if isinstance(one, Item) else one
        for one in HARBOURTOWN.records
    ]
    with open_knowledge() as knowledge:
        knowledge.add(replace(HARBOURTOWN, records=tuple(records)))
        lines = [row.row for row in sample(knowledge, ["proposals"])]
    assert any("at least 40 licences for each side" in line for line in lines)
    assert not any("beyond the bay" in line for line in lines)


def test_the_same_store_and_seed_give_the_same_bytes(run: Run, store: str):
    again = [run("sample", "-o", "-", "--store", store, "--seed", 7).out for _ in range(2)]
    assert again[0] == again[1]
    assert run("sample", "-o", "-", "--store", store, "--seed", 8).out != again[0]


def test_the_order_in_which_sources_were_built_changes_nothing():
    articles = [HARBOURTOWN, first_article(), second_article()]
    drawn = []
    for order in (articles, articles[::-1]):
        with open_knowledge() as knowledge:
            for article in order:
                knowledge.add(article)
            drawn.append(sample(knowledge, ["proposals", "rounds", "posts"], rows=6))
    assert drawn[0] == drawn[1]
    assert len({row.source for row in drawn[0]}) > 1


def test_a_source_gives_three_rows_unless_one_says_otherwise(run: Run, store: str):
    drawn = run("sample", "-o", "-", "--store", store)
    assert len(read(drawn.out)) == 3
    assert drawn.err.splitlines()[-1] == "drew 3 of 100 rows: there are no more with at most 3 of a source"
    assert len(read(run("sample", "-o", "-", "--store", store, "--rows", 2).out)) == 2


def test_only_rows_of_the_standings_that_are_named_are_drawn(run: Run, store: str):
    arguments = ("sample", "-o", "-", "--store", store, "--per-source", 20, "--questions", "proposals,agreed")
    assert {row["standing"] for row in read(run(*arguments).out)} == {"asserted", "claimed"}
    assert {row["standing"] for row in read(run(*arguments, "--standing", "claimed").out)} == {"claimed"}


def test_where_the_text_is_not_kept_the_sheet_names_the_file(run: Run, store: str, tmp_path: Path):
    where = tmp_path / "store"
    shutil.copytree(store, where)
    ox.Store(str(where)).update("DELETE WHERE { ?article <https://schema.org/text> ?text }")
    drawn = read(run("sample", "-o", "-", "--store", where).out)
    assert {row["context"] for row in drawn} == {"The text is not kept: read harbourtown.txt."}
    assert all(row["quote"] in TEXT for row in drawn)


def test_a_marked_sheet_tells_its_precision_and_its_faults(run: Run, sheet: Path):
    told = run("sample", marked(sheet, "right", "wrong act", "right"))
    assert (told.code, told.err) == (0, "")
    rows = len(read(sheet.read_text(encoding="utf-8")))
    assert told.out.startswith(f"{sheet.parent / 'marked.csv'}: 3 of {rows} rows are marked, {rows - 3} are not\n")
    assert "\nall " in told.out
    assert "0.667" in told.out
    assert "\nwrong act" in told.out


def test_an_unknown_verdict_is_one_line_and_leaves_with_1(run: Run, sheet: Path):
    failed = run("sample", marked(sheet, "right", "wrnog act"))
    assert (failed.code, failed.out) == (1, "")
    (line,) = failed.err.splitlines()
    assert "marked.csv: row 3: 'wrnog act' is no verdict: did you mean 'wrong act'?" in line


def test_several_sheets_are_compared(run: Run, sheet: Path):
    mine, yours = marked(sheet, "right", "right"), marked(sheet, "right", "no act", name="yours.csv")
    told = run("sample", mine, yours)
    assert told.code == 0
    assert "2 rows are marked in several sheets; on 1 of them the verdicts differ" in told.out


def test_a_sheet_with_verdicts_is_not_written_over(run: Run, store: str, sheet: Path):
    assert run("sample", "-o", sheet, "--store", store).code == 0
    for verdicts in (("right",), ("hm",)):
        kept = marked(sheet, *verdicts)
        before = kept.read_bytes()
        failed = run("sample", "-o", kept, "--store", store)
        assert failed.code == 1
        assert "holds verdicts already, which would be lost: name another file" in failed.err
        assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Give -o FILE to draw a sheet, or the SHEET that you have marked"),
        (["-o", "x.csv", "--questions", "propsals"], "did you mean proposals"),
        (["-o", "x.csv", "--questions", "headless"], "`headless` gives no facts to judge"),
        (["-o", "x.csv", "--questions", ","], "--questions names none"),
        (["-o", "x.csv", "--standing", "certain"], "`certain` is no standing: give some of asserted, claimed"),
        (["-o", "x.csv", "--rows", "0"], "0 is not in the range"),
        (["sheet.csv", "--seed", "2"], "A SHEET is read, and --seed is for drawing one"),
        (["sheet.csv", "-o", "x.csv"], "A SHEET is read, and --output is for drawing one"),
    ],
)
def test_wrong_usage_leaves_with_2(run: Run, arguments: list[str], words: str):
    failed = run("sample", *arguments)
    assert failed.code == 2
    assert words in failed.err


def test_python_draws_and_judges_too(sheet: Path):
    with parley.open() as talks:
        talks.knowledge.add(HARBOURTOWN)
        drawn = talks.sample(["posts"], rows=5)
        assert [row["quote"] in TEXT for row in drawn] == [True]
        with pytest.raises(UnknownName, match="did you mean posts"):
            talks.sample(["psots"])
        with pytest.raises(QueryError, match="the question headless gives no facts to judge"):
            talks.sample(["headless"])
    judged = parley.judge(marked(sheet, "right"))
    assert len(judged.sheets[0].marked) == 1
    assert judged.disagreements() == []


def test_a_row_keeps_what_an_item_takes_up_in_brackets(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Chad and Sudan hold cattle talks\n\nChad has a draft on ferry fees and landing rights at night. On Monday "
        "Sudan promised Chad to back the draft. Chad and Sudan meet again in Cairo.\n",
        encoding="utf-8",
    )
    assert run("build", "a.txt", "--store", "s").code == 0
    assert run("sample", "-o", "sheet.csv", "--store", "s", "--questions", "proposals").code == 0
    rows = [row["row"] for row in read((tmp_path / "sheet.csv").read_text(encoding="utf-8"))]
    assert any("back the draft [draft on ferry fees and landing rights" in row for row in rows), rows
