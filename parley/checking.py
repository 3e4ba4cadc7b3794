"""Checks the graph, or the word lists, and tells in words what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from .answers import print_rows
from .graph.errors import one_line
from .graph.reading.audit import Problem, check_source
from .graph.reading.clashes import find_clashes
from .graph.reading.item_clashes import find_item_clashes
from .graph.reading.rechecking import check_reading, keep_passed, plan_check
from .progress import progress

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge


def print_check(knowledge: Knowledge, form: str, say: Callable[[str], None], *, everything: bool = False) -> int:
    """Check what has changed since it passed, print the problems and how much was checked, and return how many.

    What cannot all be right is told as warnings and is no problem of the graph. It is the last that is asked of
    knowledge that is open for reading, which may be closed by remembering what has passed.
    """
    problems: list[Problem] = []
    plan, statements, passed = plan_check(knowledge, everything=everything), 0, list[str]()
    with progress(plan.graphs, "checking", total=len(plan.graphs)) as steps:
        for graph in steps:
            checked = check_source(knowledge, graph)
            problems += checked.problems
            statements += checked.statements
            if not checked.problems and not checked.rests_on_others:
                passed.append(graph)
    misread = check_reading(knowledge, plan)
    problems += misread
    if problems or form != "table":
        print_rows([field.name for field in fields(Problem)], [asdict(problem) for problem in problems], form)
    clashes = (*find_clashes(knowledge), *find_item_clashes(knowledge))
    for clash in clashes:
        say(f"warning: {one_line(clash, limit=2000)}")
    wrong = f"{_some(statements, 'statement')}, {_some(len(problems), 'problem')}"
    warned = f", {_some(len(clashes), 'warning')}" if clashes else ""
    before = f"; {_some(len(plan.passed), 'source')} passed before (--all checks again)" if plan.passed else ""
    say(f"checked {_some(len(plan.graphs), 'source')}: {wrong}{warned}{before}")
    keep_passed(knowledge, plan, passed, misread)
    return len(problems)


def _some(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


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
