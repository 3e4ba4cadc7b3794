"""What is wrong with a file of YAML, in words of our own: those of the parser change with its versions."""

from __future__ import annotations

import yaml

from ..graph.errors import one_line


def invalid_yaml(error: yaml.YAMLError) -> str:
    """Return that this is no YAML, with the line and column, and the parser's reason in brackets.

    >>> try:
    ...     yaml.safe_load("posts: soon: later")
    ... except yaml.YAMLError as error:
    ...     print(invalid_yaml(error).partition(":")[0])
    is not valid YAML (line 1, column 12
    """
    mark, why = getattr(error, "problem_mark", None), getattr(error, "problem", None) or error
    place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return f"is not valid YAML ({place}{one_line(why)})"


def line_too_deep(data: str | bytes, deepest: int) -> int:
    """Return the line in which lists and tables begin to stand deeper than so many in each other, or 0.

    The slow parser reads: the fast one builds on the stack of C, which overflows, or refuses by a limit of its own.
    """
    depth = 0
    try:
        for event in yaml.parse(data, Loader=yaml.BaseLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > deepest:
                return event.start_mark.line + 1 if event.start_mark else 1
    except yaml.YAMLError:
        pass  # broken further down, or before it gets deep: that is another fault
    return 0
