"""The word lists of this room, read from YAML once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..loaders.news.lexicons.strict_yaml import parse_table, to_texts


@cache
def word_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of ``name.yaml`` by their keys.

    >>> "no" in word_lists("words")["empty"]
    True
    """
    file = f"{name}.yaml"
    content = parse_table(file, files(__package__).joinpath(file).read_bytes())
    return MappingProxyType({key: to_texts(words, file, key) for key, words in content.items()})
