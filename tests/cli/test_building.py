"""Building the graph from files: each source told in one line, a bad one no reason to stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

pytestmark = pytest.mark.slow

TEXT = """\
Ruritania Offers Syldavia a Truce
Ruritania’s foreign minister Ada Novak said on Monday that Ruritania had offered Syldavia a truce of 48 hours.
Syldavia agreed to consider the proposal, she added.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def told(run: Run, *arguments: object) -> list[str]:
    built = run("build", *arguments)
    assert built.out == ""
    assert built.code == 0, built.err
    return built.err.splitlines()


def test_a_source_is_added_then_left_alone_then_replaced(run: Run, article: Path):
    assert told(run, article)[-1].startswith("added talks: ")
    assert told(run, article)[-1] == "unchanged talks"
    article.write_text(TEXT + "The talks go on in May, she said.\n", encoding="utf-8")
    assert told(run, article)[-1].startswith("replaced talks: ")


def test_what_is_said_of_a_source_is_not_lost_when_its_text_is_known(run: Run, article: Path):
    told(run, article)
    assert told(run, article, "--publisher", "The Daily Ruritanian")[-1].startswith("replaced talks: ")
    assert "The Daily Ruritanian" in run("sources").out
    assert told(run, article, "--publisher", "The Daily Ruritanian")[-1] == "unchanged talks"


def test_a_bad_source_is_one_line_and_the_others_are_built(run: Run, article: Path, tmp_path: Path):
    (tmp_path / "bad.txt").write_bytes(b"caf\x81")
    built = run("build", "bad.txt", article, "none.txt")
    assert built.code == 1
    first, bad, added, missing, last = built.err.splitlines()
    assert first == "store: parley-store"
    assert bad.startswith("parley: bad.txt: ")
    assert added.startswith("added talks: ")
    assert missing.startswith("parley: none.txt: ")
    assert last == "2 of 3 sources could not be read"


UNTOLD = "no publisher and no date: weekdays stay open; give --publisher and --published"
TALKS = "Kenya and Uganda hold talks\n\nNegotiators of Kenya and Uganda held a round of talks on Monday.\n"
WITHOUT_ACTS = {
    "denied": (
        f"{TALKS}\nKenya did not offer Uganda water. Kenya has not promised to pay. Did Uganda demand money?\n",
        "; no acts: 2 told not to be so, 1 question",
    ),
    "empty": ("Rain falls\n\nRain fell on Monday in the hills.\n", "; no acts: no side is named"),
    "lonely": ("Rain falls\n\nRain fell on Kenya on Monday.\n", "; no acts: only one side is named"),
    "nothing": (TALKS, "; no acts: nothing is proposed, demanded or promised in it"),
    "unnamed": (
        f'{TALKS}\nThe president said: "I spoke at the second Business Summit."\n',
        "; no acts: nothing is proposed, demanded or promised in it; left out 1 event told without sides, day or place",
    ),
    "offer": (f"{TALKS}\nKenya offered Uganda 40 boats. Uganda did not offer Kenya water.\n", ""),
}


def test_a_fault_of_the_reader_is_one_line_and_the_others_are_built(run: Run, article: Path, tmp_path: Path):
    too_deep = f"Kenya offered Uganda {'the side of ' * 1500}a lake.\n"
    (tmp_path / "other.txt").write_text(too_deep, encoding="utf-8")
    built = run("build", "other.txt", article, "--jobs", "1")
    assert built.code == 1
    _, bad, added, last = built.err.splitlines()
    assert bad.startswith("parley: other.txt: cannot be read: a fault of Parley's own, RecursionError in ")
    assert added.startswith("added talks: ")
    assert last == "1 of 2 sources could not be read"


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_without_acts_says_why_and_one_with_acts_nothing_more(run: Run, tmp_path: Path, jobs: int):
    for name, (text, _) in WITHOUT_ACTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    lines = told(run, *(f"{name}.txt" for name in WITHOUT_ACTS), "--jobs", jobs)[1:]
    for line, (name, (_, ending)) in zip(lines, WITHOUT_ACTS.items(), strict=True):
        assert line.startswith(f"added {name}: ")
        assert line.partition(" statements")[2] == f"{ending}; {UNTOLD}"


def test_two_files_of_one_name_do_not_overwrite_each_other(run: Run, article: Path, tmp_path: Path):
    (tmp_path / "more").mkdir()
    other = tmp_path / "more" / "talks.txt"
    other.write_text(TEXT.replace("48", "24"), encoding="utf-8")
    built = run("build", article, other)
    assert built.code == 1
    assert "--id" in built.err
    assert told(run, other, "--id", "more-talks")[-1].startswith("added more-talks: ")


def test_an_unknown_model_is_one_line(run: Run, article: Path):
    built = run("build", article, "--model", "no_such_model")
    assert built.code == 1
    assert built.err.splitlines()[-1].startswith("parley: ")
    assert "no_such_model" in built.err


def test_front_matter_names_the_source(run: Run, tmp_path: Path):
    (tmp_path / "page.txt").write_text(f"---\nid: round-3\npublisher: The Post\n---\n{TEXT}", encoding="utf-8")
    assert told(run, "page.txt")[-1].startswith("added round-3: ")
    assert told(run, "page.txt")[-1] == "unchanged round-3"
    start = TEXT.index("Syldavia agreed")
    rows = run("ask", "statements", "--format", "csv").out
    assert f"\n{start}," in rows


def test_one_year_completes_the_days_of_a_whole_folder(run: Run, tmp_path: Path):
    folder = tmp_path / "wire"
    folder.mkdir()
    body = TEXT.partition("\n")[2]
    for name, line in (("one", "STRELSAU, March 10"), ("two", "KLOW, March 12"), ("three", "KLOW, March 15, 2030")):
        (folder / f"{name}.txt").write_text(f"Talks go on\n{line} (Reuters) - {body}", encoding="utf-8")
    lines = told(run, folder)
    assert sum("no year with “March 1" in line and "give --published YEAR" in line for line in lines) == 2
    assert lines[-1].startswith("note: 2 articles print their day without a year: --published YEAR completes")
    assert all("--published" not in line for line in told(run, folder, "--published", "2031"))
    listed = run("sources", "--format", "csv").out
    assert [day in listed for day in ("2031-03-10", "2031-03-12", "2030-03-15")] == [True] * 3
    assert {line.partition(" ")[0] for line in told(run, folder, "--published", "2031")[1:]} == {"unchanged"}
