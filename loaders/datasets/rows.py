"""One row of a table or one object of JSON: where it stands, and the texts in its fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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
    _texts: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    """The texts at the paths that have been asked for."""

    def texts(self, path: str) -> list[str]:
        """Return the texts at a path, white space at their ends taken off; lists on the way are gone through.

        >>> row = Row("line 1", {"ids": [{"scheme": "a", "id": "1"}, {"scheme": "b", "id": 2}]})
        >>> row.texts("ids.id"), row.texts("ids[scheme=b].id")
        (['1', '2'], ['2'])
        """
        if path not in self._texts:
            self._texts[path] = [text for value in self._values(path) if (text := _as_text(value))]
        return self._texts[path]

    def _values(self, path: str) -> list[Any]:
        if path in self.values:  # a column may be called anything
            return _listed(self.values[path])
        row, steps = self, steps_of(path)
        while steps and steps[0][0] == "..":
            row, steps = row.parent or Row("", {}), steps[1:]
        return _reached(row.values, steps)

    def inside(self, path: str) -> Iterator[Row]:
        """Yield the objects in a list of this one, each with this one as its parent."""
        found = _reached(self.values, steps_of(path))
        for number, value in enumerate((one for one in found if isinstance(one, dict)), start=1):
            yield Row(f"{self.place}, {path} {number}", value, self.part, self)

    def fields(self) -> Collection[str]:
        """Return the path of every field that holds something, in the order in which they stand there."""
        return _leaves(self.values, "", {})


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


def _reached(value: Any, steps: Sequence[tuple[str, str, str]]) -> list[Any]:  # Any: what stands in JSON
    """Return what stands at the end of steps; lists on the way are gone through."""
    for number, (name, wanted, needed) in enumerate(steps):
        if isinstance(value, list):
            return [found for one in value for found in _reached(one, steps[number:])]
        if not isinstance(value, dict) or name not in value:
            return []
        value = value[name]
        if wanted:
            value = [one for one in _listed(value) if isinstance(one, dict) and _as_text(one.get(wanted)) == needed]
    return _listed(value)


def _listed(value: Any) -> list[Any]:  # Any: as above
    """Return a value as a list; of lists in lists what they hold."""
    if not isinstance(value, list):
        return [value]
    if not any(isinstance(one, list) for one in value):
        return value
    return [found for one in value for found in _listed(one)]


def _as_text(value: Any) -> str:  # Any: as above
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, bool | dict | list) else str(value)


def _leaves(values: Values, path: str, found: dict[str, None]) -> Collection[str]:
    """Add the paths of all that holds something to what has been found."""
    for name, inner in values.items():
        own = f"{path}.{name}" if path else str(name)
        waiting = [inner]
        for value in waiting:
            if isinstance(value, dict):
                _leaves(value, own, found)
            elif isinstance(value, list):
                waiting += value
            elif value is not None and value != "":
                found[own] = None
    return found
