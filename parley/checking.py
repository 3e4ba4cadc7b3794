"""Checks the graph, or the word lists, and tells in words what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from .answers import print_rows
from .graph.errors import one_line
from .graph.reading.audit import Problem, check_canonical, check_source, source_graphs
from .graph.reading.clashes import find_clashes
from .progress import progress

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge


def print_check(knowledge: Knowledge, form: str, say: Callable[[str], None]) -> int:
    """Check every source, print the problems and how much was checked, and return how many problems there are.

    What cannot all be right is told as warnings and is no problem of the graph.
    """
    problems: list[Problem] = []
    graphs, statements = source_graphs(knowledge), 0
    with progress(graphs, "checking", total=len(graphs)) as steps:
        for graph in steps:
            checked = check_source(knowledge, graph)
            problems += checked.problems
            statements += checked.statements
    problems += check_canonical(knowledge)
    if problems or form != "table":
        print_rows([field.name for field in fields(Problem)], [asdict(problem) for problem in problems], form)
    clashes = find_clashes(knowledge)
    for clash in clashes:
        say(f"warning: {one_line(clash, limit=2000)}")
    counts = (len(graphs), "source"), (statements, "statement"), (len(problems), "problem"), (len(clashes), "warning")
    sources, told, wrong, warned = (f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts)
    say(f"checked {sources}: {told}, {wrong}{f', {warned}' if clashes else ''}")
    return len(problems)


def print_lexicon_check(say: Callable[[str], None]) -> int:
    """Print everything that is wrong with the word lists, a line each, and return how many faults there are."""
    from .loaders.news.lexicons.word_lists import faults_of_lexicons, lexicon_names

    faults = faults_of_lexicons()
    for fault in faults:
        click.echo(fault.told)
    lexicons = len(lexicon_names())
    if not faults:
        say(f"all {lexicons} lexicons are in order")
    return len(faults)
