"""The page's own text: lines that can be read, modules that are used, no name taken from a place that has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.graph.explorer.page import SCRIPTS

ROOM = Path(__file__).parents[3] / "graph" / "explorer"
FILES = sorted(path for path in ROOM.iterdir() if path.suffix in (".js", ".css", ".html"))
TAKEN = re.compile(r"const \{([^{}]*)\} = Parley\.(\w+);")
GIVEN = re.compile(r"  return \{([^{}]*)\};\n\}\)\(\);\s*$")


def names(listed: str) -> list[str]:
    return [name.split(":")[0].strip() for name in listed.split(",") if name.strip()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_line_is_longer_than_120_characters(path: Path) -> None:
    assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 120] == []


def test_every_script_is_in_the_page_once() -> None:
    assert sorted(SCRIPTS) == sorted(path.name for path in FILES if path.suffix == ".js")


def test_what_a_script_takes_from_another_is_given_there_and_used() -> None:
    given = {
        path.stem: names(found[1])
        for path in FILES
        if path.suffix == ".js" and (found := GIVEN.search(path.read_text("utf-8")))
    }
    wrong = []
    for path in (path for path in FILES if path.suffix == ".js"):
        text = path.read_text("utf-8")
        for listed, module in TAKEN.findall(text):
            for name in names(listed):
                if name not in given[module]:
                    wrong.append(f"{path.name} takes {name}, which {module} does not give")
                if len(re.findall(rf"(?<![\w$\"-]){re.escape(name)}(?![\w$])", text)) < 2:
                    wrong.append(f"{path.name} takes {name} and does not use it")
    assert wrong == []
