"""Read YAML strictly: a key that stands twice, or is no text, is an error that names the file and the entry.

Only ``true`` and ``false`` are truths, as in YAML 1.2: "on", "off", "yes" and "no" are words, and NO is Norway.
What the entries mean is for :mod:`parley.loaders.news.lexicons.schemas` and the readers of each file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import yaml

from ....graph.errors import ParleyError
from ...yaml_faults import invalid_yaml

if TYPE_CHECKING:
    _Fastest: TypeAlias = yaml.SafeLoader
else:
    _Fastest = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Table: TypeAlias = dict[str, object]
Place: TypeAlias = tuple[str | int, ...]
"""The keys and the numbers in lists that lead to a value: ``("verbs", 0, "act")``."""
_TRUTH = "tag:yaml.org,2002:bool"


class _Loader(_Fastest):
    """The loader of YAML 1.1 with the truths of YAML 1.2."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _TRUTH]
    for first, resolvers in _Fastest.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_TRUTH, re.compile("^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


class LexiconError(ParleyError):
    """A lexicon file says something that cannot be used."""

    def __init__(self, file: str, entry: str, why: str, *, line: int = 0) -> None:
        self.told = f"{file}{f':{line}' if line else ''}: {f'{entry}: ' if entry else ''}{why}"
        super().__init__(f"lexicon {self.told}")
        self.file = file
        self.entry = entry
        self.why = why
        self.line = line


def parse_table(file: str, data: bytes) -> Table:
    """Return the mapping that the bytes of a YAML file hold; ``file`` is its name, for messages."""
    content, doubled = parse_all(file, data)
    if doubled:
        raise doubled[0]
    return to_table(content, file, "")


def parse_all(file: str, data: bytes) -> tuple[object, list[LexiconError]]:
    """Return what the bytes hold, and every key in it that stands twice."""
    loader = _Loader(data)
    try:
        node = loader.get_single_node()
        doubled = list(_doubled(file, node))
        return (None if node is None else loader.construct_document(node)), doubled
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        raise LexiconError(file, "", invalid_yaml(error), line=line) from error
    except (ValueError, OverflowError) as error:  # a day such as 2025-13-45
        raise LexiconError(file, "", f"holds a value that is none ({error}); put it in quotes") from error
    finally:
        loader.dispose()


def line_finder(data: bytes) -> Callable[[Place], int]:
    """Return what tells the line of a place in valid YAML: that of its key, or of the item of a list."""
    root = yaml.compose(data, Loader=_Loader)

    def line(place: Place) -> int:
        node, found = root, 1
        for step in place:
            if isinstance(node, yaml.MappingNode):
                pair = next(((key, value) for key, value in reversed(node.value) if key.value == step), None)
                if pair is None:
                    break
                found, node = pair[0].start_mark.line + 1, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                found = node.start_mark.line + 1
        return found

    return line


def to_table(value: object, file: str, entry: str) -> Table:
    """Return a mapping with keys of text (a bare ``1`` is none), or raise."""
    if not isinstance(value, dict):
        raise LexiconError(file, entry, f"a mapping is wanted, not {value!r}")
    for key in value:
        if not isinstance(key, str):
            raise LexiconError(file, entry, f"the key {key!r} is not text; put it in quotes")
    return value


def to_texts(value: object, file: str, entry: str) -> tuple[str, ...]:
    """Return a list of texts as a tuple, or raise."""
    if not isinstance(value, list):
        raise LexiconError(file, entry, f"a list is wanted, not {value!r}; put it in brackets")
    return tuple(to_text(item, file, entry) for item in value)


def to_text(value: object, file: str, entry: str) -> str:
    """Return one trimmed text that is not empty, or raise."""
    if not isinstance(value, str) or not value or value != value.strip():
        raise LexiconError(file, entry, f"{value!r} is not text; put it in quotes")
    return value


def to_truth(value: object, file: str, entry: str) -> bool:
    """Return true or false, or raise."""
    if not isinstance(value, bool):
        raise LexiconError(file, entry, f"true or false is wanted, not {value!r}")
    return value


def _doubled(file: str, node: yaml.Node | None) -> Iterator[LexiconError]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if not isinstance(item, yaml.ScalarNode):
                yield from _doubled(file, item)
    elif isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                line = key.start_mark.line + 1
                if first := seen.setdefault(key.value, 0):
                    why = f"stands twice, in lines {first} and {line}; join the two"
                    yield LexiconError(file, key.value, why, line=line)
                seen[key.value] = line
            if not isinstance(value, yaml.ScalarNode):
                yield from _doubled(file, value)
