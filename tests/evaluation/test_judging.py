"""Rows for a person to judge: drawn by chance and always the same, written, read back, counted."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.evaluation.drawing import Candidate, draw
from parley.evaluation.judging import Judgement, Precision, fault_counts, precisions
from parley.evaluation.sentences import sentences_around
from parley.evaluation.sheets import COLUMNS, VERDICTS, SheetRow, read_sheet, to_csv
from parley.graph.errors import EvaluationError, EvaluationFaults


def candidates(question: str, sources: int, facts: int = 4) -> list[Candidate]:
    return [
        Candidate(question, f"source-{source}", f"fact-{fact}", {"quote": f"words {source} {fact}"})
        for source in range(sources)
        for fact in range(facts)
    ]


def row(id: str, verdict: str = "", **fields: str) -> SheetRow:
    told = {"question": "proposals", "source": "monday", "publisher": "Harbour Post", "standing": "asserted"}
    told["headline"] = "Boats for the north"
    words = {"row": "Norland offered: boats [asserted]", "quote": "offers boats", "context": "Norland offers boats."}
    return SheetRow(id=id, verdict=verdict, **(told | words | fields))


def saved(folder: Path, *rows: SheetRow, name: str = "sheet.csv") -> Path:
    path = folder / name
    path.write_text(to_csv(rows), encoding="utf-8")
    return path


def test_the_same_seed_draws_the_same_rows_in_whatever_order_they_come():
    all_of_them = candidates("proposals", 20) + candidates("posts", 20)
    drawn = draw(all_of_them, ["proposals", "posts"], rows=10, per_source=3, seed=1)
    assert draw(all_of_them[::-1], ["proposals", "posts"], rows=10, per_source=3, seed=1) == drawn
    assert draw(all_of_them, ["proposals", "posts"], rows=10, per_source=3, seed=2) != drawn


def test_the_questions_have_equal_shares_until_one_has_no_more():
    plenty, few = candidates("proposals", 30), candidates("rounds", 2, facts=1)
    even = draw(plenty + candidates("posts", 30), ["proposals", "posts"], rows=20, per_source=3, seed=1)
    assert Counter(one.question for one in even) == {"proposals": 10, "posts": 10}
    uneven = draw(plenty + few, ["proposals", "rounds"], rows=20, per_source=3, seed=1)
    assert Counter(one.question for one in uneven) == {"proposals": 18, "rounds": 2}


def test_no_source_gives_more_rows_than_it_may():
    drawn = draw(candidates("proposals", 5, facts=9), ["proposals"], rows=100, per_source=3, seed=1)
    assert Counter(one.source for one in drawn) == {f"source-{number}": 3 for number in range(5)}


def test_a_fact_told_by_two_statements_of_a_source_is_drawn_once_and_by_the_whole_one():
    part = Candidate("rounds", "monday", "round-3", {"quote": "two hours", "aspect": "duration"})
    whole = Candidate("rounds", "monday", "round-3", {"quote": "the third round", "aspect": ""})
    assert draw([part, whole], ["rounds"], rows=9, per_source=9, seed=1) == [whole]


def test_every_fact_has_the_same_chance():
    told = candidates("proposals", 40, facts=1)
    first = Counter(draw(told, ["proposals"], rows=1, per_source=1, seed=seed)[0].source for seed in range(800))
    assert len(first) == 40
    assert max(first.values()) < 50


TEXT = "It rained. Talks began on Monday. Gen. Novak left at noon. Nobody spoke.\nIt was late."


@pytest.mark.parametrize(
    ("words", "around"),
    [
        ("It rained", "It rained. Talks began on Monday."),
        ("Novak left", "Talks began on Monday. Gen. Novak left at noon. Nobody spoke."),
        ("noon. Nobody", "Talks began on Monday. Gen. Novak left at noon. Nobody spoke. It was late."),
        ("late", "Nobody spoke. It was late."),
    ],
)
def test_words_are_shown_in_their_sentences_with_one_before_and_one_after(words: str, around: str):
    start = TEXT.index(words)
    assert sentences_around(TEXT, start, start + len(words)) == around


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(cells, cells, cells), max_size=5))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, str]]):
    rows = [
        row(f"r{number}", quote=quote.removeprefix("'"), context=around.removeprefix("'"), note=note.removeprefix("'"))
        for number, (quote, around, note) in enumerate(told)
    ]
    assert list(read_sheet(saved(tmp_path_factory.mktemp("sheets"), *rows)).rows) == rows


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_runs_as_a_formula(tmp_path: Path, formula: str):
    path = saved(tmp_path, row("r1", quote=formula))
    raw = next(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert raw["quote"] == f"'{formula}"
    assert read_sheet(path).rows[0].quote == formula


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_sheet_is_read_as_spreadsheets_save_it(tmp_path: Path, delimiter: str):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    told = row("r1", "  Wrong  Party ", quote="first; second,\nthird")
    writer.writerows([COLUMNS, [getattr(told, name) for name in COLUMNS], [""] * len(COLUMNS)])
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    (read,) = read_sheet(path).rows
    assert (read.verdict, read.quote) == ("wrong party", "first; second,\nthird")


def test_an_unknown_verdict_is_told_with_its_row_and_what_was_meant(tmp_path: Path):
    path = saved(tmp_path, row("r1", "right"), row("r2", "wrong pary"), row("r3", "hm"))
    with pytest.raises(EvaluationFaults) as raised:
        read_sheet(path)
    first, second = map(str, raised.value.faults)
    assert first.startswith(
        f"{path}: row 3: 'wrong pary' is no verdict: did you mean 'wrong party'? It is one of right"
    )
    assert second.startswith(f"{path}: row 4: 'hm' is no verdict: It is one of right, wrong act")


def test_a_row_that_stands_twice_or_has_lost_its_id_is_told(tmp_path: Path):
    with pytest.raises(EvaluationFaults, match=r"row 3: has the id r1 of row 2: .*; .*row 4: has no id"):
        read_sheet(saved(tmp_path, row("r1"), row("r1"), row("")))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"name,age\nAda,3\n", "no column id, question, publisher, standing, row, verdict"),
        (b"", "no column id"),
        (b"id,verdict\n\xff", "byte 11 is not UTF-8: save it as CSV in UTF-8"),
        (to_csv([row("r1")]).encode() + b'"open', "is no CSV"),
    ],
)
def test_a_file_that_is_no_sheet_is_told(tmp_path: Path, data: bytes, words: str):
    path = tmp_path / "sheet.csv"
    path.write_bytes(data)
    with pytest.raises(EvaluationError, match=words):
        read_sheet(path)
    with pytest.raises(EvaluationError, match=r"none\.csv: cannot be read"):
        read_sheet(tmp_path / "none.csv")


def test_precision_is_told_for_all_for_each_question_and_each_publisher():
    rows = [
        row("r1", "right"), row("r2", "wrong act"), row("r3", "right", question="posts", publisher="Gazette"),
        row("r4", publisher="Gazette"), row("r5", "fragment", publisher=""),
    ]  # fmt: skip
    assert precisions(rows) == {
        "all": Precision(2, 4),
        "question posts": Precision(1, 1),
        "question proposals": Precision(1, 3),
        "publisher (none)": Precision(0, 1),
        "publisher Gazette": Precision(1, 1),
        "publisher Harbour Post": Precision(1, 2),
    }
    assert fault_counts(rows) == {"fragment": 1, "wrong act": 1}


@pytest.mark.parametrize(
    ("right", "marked", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (50, 100, 0.404, 0.596)]
)
def test_the_interval_is_wilsons(right: int, marked: int, low: float, high: float):
    assert Precision(right, marked).interval == (pytest.approx(low, abs=1e-3), pytest.approx(high, abs=1e-3))


def test_tables_tell_what_is_not_marked_and_asserted_rows_by_themselves(tmp_path: Path):
    rows = [row("r1", "right"), row("r2", "wrong act", standing="claimed"), row("r3")]
    text = str(Judgement((read_sheet(saved(tmp_path, *rows)),)))
    lines = text.splitlines()
    assert lines[0].endswith("sheet.csv: 2 of 3 rows are marked, 1 is not")
    all_of_them = next(line for line in lines if line.startswith("all "))
    assert all_of_them.split() == ["all", "1", "2", "0.500", "0.095–0.905", "1", "1", "1.000", "0.207–1.000"]
    assert lines[-1].split() == ["wrong", "act", "1"]
    assert all(len(line) <= 120 for line in lines)


def test_a_sheet_without_verdicts_says_so_and_no_more(tmp_path: Path):
    text = str(Judgement((read_sheet(saved(tmp_path, row("r1"), row("r2"))),)))
    assert text.endswith("sheet.csv: 0 of 2 rows are marked, 2 are not")


def test_judges_are_compared_on_the_rows_that_both_have_marked(tmp_path: Path):
    mine = saved(tmp_path, row("r1", "right"), row("r2", "right"), row("r3", "right"), name="mine.csv")
    yours = saved(tmp_path, row("r1", "right"), row("r2", "wrong act"), row("r3"), name="yours.csv")
    judgement = Judgement((read_sheet(mine), read_sheet(yours)))
    (apart,) = judgement.disagreements()
    assert (apart.row.id, apart.verdicts) == ("r2", ((str(mine), "right"), (str(yours), "wrong act")))
    text = str(judgement)
    assert "2 rows are marked in several sheets; on 1 of them the verdicts differ" in text
    assert f"    {yours}: wrong act" in text


def test_every_verdict_can_be_read(tmp_path: Path):
    rows = [row(f"r{number}", verdict) for number, verdict in enumerate(VERDICTS)]
    assert [read.verdict for read in read_sheet(saved(tmp_path, *rows)).rows] == list(VERDICTS)
