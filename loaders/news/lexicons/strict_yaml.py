"""Read YAML strictly: a key that stands twice, or is no text, is an error that names the file and the entry.

Only ``true`` and ``false`` are truths, as in YAML 1.2: "on", "off", "yes" and "no" are words, and NO is Norway.
What the entries mean is for the readers of each file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import yaml

from ....graph.errors import ParleyError
from ...yaml_faults import invalid_yaml

if TYPE_CHECKING:
    _Fastest: TypeAlias = yaml.SafeLoader
else:
    _Fastest = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Table: TypeAlias = dict[str, object]
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

    def __init__(self, file: str, entry: str, why: str) -> None:
        super().__init__(f"lexicon {file}: {f'{entry}: ' if entry else ''}{why}")
        self.file = file
        self.entry = entry
        self.why = why


def parse_table(file: str, data: bytes) -> Table:
    """Return the mapping that the bytes of a YAML file hold; ``file`` is its name, for messages."""
    loader = _Loader(data)
    try:
        node = loader.get_single_node()
        _refuse_duplicates(file, node)
        content: object = None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        raise LexiconError(file, "", invalid_yaml(error)) from error
    finally:
        loader.dispose()
    return to_table(content, file, "")


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


def _refuse_duplicates(file: str, node: yaml.Node | None) -> None:
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            if key.value in seen:
                line = key.start_mark.line + 1
                raise LexiconError(file, key.value, f"stands twice, the second time in line {line}; join the two")
            seen.add(key.value)
        _refuse_duplicates(file, value)
