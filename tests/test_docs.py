"""What the documentation shows is so: its commands, their outputs, its queries, options, figures and files."""

from __future__ import annotations

import re
import shlex
import struct
from pathlib import Path

import click
import pytest

from docs.refresh import PAGES, ROOT, refreshed
from parley.cli import cli
from parley.graph.knowledge import open_knowledge
from parley.queries.catalogue import catalogue, parse_question
from tests.graph.examples import HARBOURTOWN

README, COMMANDS, CONTRIBUTING = ROOT / "README.md", ROOT / "docs" / "commands.md", ROOT / "CONTRIBUTING.md"
EVERY_PAGE = sorted({*PAGES, CONTRIBUTING, ROOT / "CHANGELOG.md", ROOT / "benchmarks" / "README.md"})
PARLEY = click.Context(cli, info_name="parley", **cli.context_settings)
TABLE_ROW = re.compile(r"^\| (.*) \|$", re.MULTILINE)

each_page = pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: str(page.relative_to(ROOT)))


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> list[str]:
    """Fenced blocks, and indented ones line by line."""
    text = text_of(page)
    return [
        *re.findall(r"^```[a-z]*\n(.*?)^```", text, re.DOTALL | re.MULTILINE),
        *re.findall(r"(?<=^    ).*", text, re.M),
    ]


def shown() -> list[str]:
    """The parley commands in the pages' blocks and in the headers of the questions, without what is piped into them."""
    lines = [asked.example for asked in catalogue().values()]
    for page in EVERY_PAGE:
        lines += [line.strip().removeprefix("$ ") for block in blocks(page) for line in block.splitlines()]
    commands = {re.split(r" [#|>] ", line)[0] for line in lines if line.startswith("parley ")}
    return sorted(command for command in commands if "[OPTIONS]" not in command)


@pytest.mark.parametrize("command", shown())
def test_a_command_that_is_shown_is_one_that_the_command_line_takes(command: str):
    _, verb, *arguments = shlex.split(command)
    with cli.commands[verb].make_context(verb, arguments, parent=PARLEY) as context:
        assert isinstance(context, click.Context)
        if verb == "ask" and context.params["name"]:
            assert context.params["name"] in catalogue()


def test_the_readme_is_short_and_shows_every_verb_and_both_make_targets():
    text = text_of(README)
    assert len(text.splitlines()) < 150
    assert [verb for verb in cli.commands if f"parley {verb}" not in text] == []
    makefile = text_of(ROOT / "Makefile")
    for target in re.findall(r"^    make (\w+)", text + text_of(CONTRIBUTING), re.MULTILINE):
        assert f"\n{target}:" in makefile
    assert {"make demo", "make test"} <= set(re.findall(r"make \w+", text))


def test_the_way_of_a_fact_goes_through_every_room_and_is_short():
    way = text_of(CONTRIBUTING).partition("## How a fact travels")[2].partition("\n## ")[0]
    rooms = {path.parent for top in ("graph", "loaders") for path in (ROOT / top).rglob("__init__.py")}
    assert [room for room in sorted(rooms) if f"({room.relative_to(ROOT)})" not in way] == []
    assert len(way.splitlines()) < 40


@each_page
def test_what_a_page_links_to_is_there(page: Path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(page))
    assert [link for link in links if not (page.parent / link).exists()] == []


@each_page
def test_files_that_a_page_names_are_there(page: Path):
    rooms = "graph|loaders|queries|evaluation|parley|ontology|docs|tests|benchmarks"
    named = set(re.findall(rf"`((?:{rooms})/[\w./-]+)`", text_of(page)))
    invented = {"queries/documents.rq"}
    assert sorted(name for name in named - invented if not (ROOT / name).exists()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", [p for p in PAGES if re.search("^```(console|pycon)$", text_of(p), re.M)], ids=lambda page: page.name
)
def test_commands_queries_and_sessions_print_what_the_page_shows(page: Path):
    assert refreshed(page) == text_of(page), "if the new output is right, run: python docs/refresh.py"


def test_the_question_in_the_readme_keeps_the_rules_and_answers():
    query = next(block for block in blocks(README) if block.startswith("# "))
    asked = parse_question("documents", query)
    assert asked.example == "parley ask documents"
    with open_knowledge() as knowledge:
        knowledge.add(HARBOURTOWN)
        results = knowledge.query(asked.sparql)
        assert tuple(results.columns) == asked.columns
        assert len(results) > 0


@pytest.mark.parametrize("verb", [None, *cli.commands])
def test_every_option_of_a_command_is_described_and_no_other(verb: str | None):
    sections = dict(re.findall(r"^## parley (\w+)\n(.*?)(?=^## |\Z)", text_of(COMMANDS), re.DOTALL | re.MULTILINE))
    sections[None] = text_of(COMMANDS).partition("\n## ")[0]
    assert set(sections) == {None, *cli.commands}
    command = cli if verb is None else cli.commands[verb]
    context = PARLEY if verb is None else click.Context(command, parent=PARLEY, info_name=verb)
    options = [parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option)]
    real = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    rows = [row.partition(" | ")[0] for row in TABLE_ROW.findall(sections[verb])]
    assert {name for row in rows for name in re.findall(r"`(-[\w-]+)`", row)} == real
    if verb is not None:
        assert command.get_usage(context).removeprefix("Usage: ") in sections[verb]


def test_every_lexicon_has_its_line_among_the_words_to_add():
    room = ROOT / "loaders" / "news" / "lexicons"
    rows = [row for row in TABLE_ROW.findall(text_of(CONTRIBUTING)) if ".yaml`" in row]
    examples = {row.split("`")[1]: row.rpartition(" | ")[2].strip(" `|") for row in rows}
    assert set(examples) == {path.name for path in room.glob("*.yaml")} - {"countries.yaml"}  # made by a program
    assert [name for name, example in examples.items() if example not in text_of(room / name)] == []


def test_the_figures_of_the_readme_are_those_of_the_benchmarks():
    figures = [row for row in TABLE_ROW.findall(text_of(README)) if re.search(r"\| \.\d\d", row)]
    assert len(figures) >= 6
    assert set(figures) <= set(TABLE_ROW.findall(text_of(ROOT / "benchmarks" / "README.md")))


@pytest.mark.parametrize("name", ["explorer.png", "overview.png"])
def test_the_pictures_are_there_and_small(name: str):
    data = (ROOT / "docs" / name).read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (1440, 880)
    assert len(data) < 400_000
