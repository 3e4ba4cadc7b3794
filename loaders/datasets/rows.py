"""One row of a table or one object of JSON: where it stands, and the texts in its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, TypeAlias

Values: TypeAlias = Mapping[str, Any]  # Any: what stands in JSON; in a table always text
_STEP: Final = re.compile(r"(?P<name>[^.\[\]]+|\.\.)(?:\[(?P<field>[^=\]]+)=(?P<value>[^\]]*)\])?(?:\.|/|\Z)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row or object; ``part`` names the list that it stands in, of a file that has several."""

    place: str
    """Where it stands, in words: ``row 7``, ``line 3``, ``persons 12``."""
    values: Values
    part: str = ""
    parent: Row | None = field(default=None, repr=False)

    def texts(self, path: str) -> list[str]:
        """Return the texts at a path, white space at their ends taken off; lists on the way are gone through.

        >>> row = Row("line 1", {"ids": [{"scheme": "a", "id": "1"}, {"scheme": "b", "id": 2}]})
        >>> row.texts("ids.id"), row.texts("ids[scheme=b].id")
        (['1', '2'], ['2'])
        """
        if path in self.values:  # a column may be called anything
            value = self.values[path]
            if isinstance(value, str):
                return [text] if (text := value.strip()) else []
            return [text for text in map(_as_text, _listed(value)) if text]
        row, steps = self, steps_of(path)
        while steps and steps[0][0] == "..":
            row, steps = row.parent or Row("", {}), steps[1:]
        found: list[Any] = [row.values]
        for step in steps:
            found = [value for one in found for value in _at(one, step)]
        told = (_as_text(value) for value in found)
        return [text for text in told if text]

    def inside(self, path: str) -> Iterator[Row]:
        """Yield the objects in a list of this one, each with this one as its parent."""
        found: list[Any] = [self.values]
        for step in steps_of(path):
            found = [value for one in found for value in _at(one, step)]
        for number, value in enumerate((one for one in found if isinstance(one, dict)), start=1):
            yield Row(f"{self.place}, {path} {number}", value, self.part, self)

    def fields(self) -> Iterator[str]:
        """Yield the path of every field that holds something."""
        yield from _leaves(self.values, "")


@lru_cache(maxsize=4096)
def steps_of(path: str) -> tuple[tuple[str, str, str], ...]:
    """Return the steps of a path: a name, and the field and value that an object there must have."""
    if "[" not in path and "." not in path:
        return ((path, "", ""),)
    return tuple((one["name"], one["field"] or "", one["value"] or "") for one in _STEP.finditer(path))


def without_conditions(path: str) -> str:
    """Return a path without the conditions and steps upwards in it.

    >>> without_conditions("../ids[scheme=b].id")
    'ids.id'
    """
    return ".".join(name for name, _, _ in steps_of(path) if name != "..")


def conditions(path: str) -> Iterator[str]:
    """Yield the paths of the fields that the conditions in a path ask for."""
    names: list[str] = []
    for name, wanted, _ in steps_of(path):
        if name != "..":
            names.append(name)
        if wanted:
            yield ".".join([*names, wanted])


def _at(value: Any, step: tuple[str, str, str]) -> list[Any]:  # Any: what stands in JSON
    name, wanted, needed = step
    if isinstance(value, list):
        return [found for one in value for found in _at(one, step)]
    if not isinstance(value, dict) or name not in value:
        return []
    found = value[name]
    listed = found if isinstance(found, list) else [found]
    if wanted:
        return [one for one in listed if isinstance(one, dict) and _as_text(one.get(wanted)) == needed]
    return listed


def _listed(value: Any) -> list[Any]:  # Any: what stands in JSON
    return value if isinstance(value, list) else [value]


def _as_text(value: Any) -> str:  # Any: as above
    if isinstance(value, bool) or value is None or isinstance(value, dict | list):
        return ""
    return value.strip() if isinstance(value, str) else str(value)


def _leaves(value: Any, path: str) -> Iterator[str]:  # Any: as above
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, path)
    elif value not in (None, ""):
        yield path
