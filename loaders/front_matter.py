"""What stands at the head of a text between two lines of dashes: ``key: value`` lines that describe it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..graph.errors import UnreadableSource

FRONT_MATTER_KEYS = ("id", "title", "publisher", "published", "url")
_FENCE = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def split_front_matter(text: str, origin: str, *, strict: bool = True) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """Return the fields, the text after them, and notes.

    Unless ``strict``, as for Markdown, where other programs put keys of their own, unknown keys are noted, not refused.
    """
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return {}, text, ()
    data = _mapping(text[opening.end() : closing.start()], origin)
    known = ", ".join(FRONT_MATTER_KEYS)
    unknown = ", ".join(sorted(str(key) for key in data if key not in FRONT_MATTER_KEYS))
    if unknown and strict:
        raise UnreadableSource(origin, f"unknown front matter key {unknown}: the known keys are {known}")
    fields = {str(key): value for key, value in data.items() if key in FRONT_MATTER_KEYS}
    for key, value in fields.items():
        if not isinstance(value, str):
            raise UnreadableSource(origin, f"front matter `{key}` must be one line of text")
    notes = (f"its front matter has keys that are not read: {unknown}",) if unknown else ()
    return {key: str(value) for key, value in fields.items() if value}, text[closing.end() :], notes


def _mapping(block: str, origin: str) -> Mapping[object, object]:
    import yaml

    try:
        data = yaml.load(block, Loader=yaml.BaseLoader)  # every value stays the string that is written there
    except RecursionError:
        raise UnreadableSource(origin, "its front matter has lists that are too deep in each other") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        why = f"its front matter{line} is not YAML: {getattr(error, 'problem', None) or error}"
        raise UnreadableSource(origin, why) from None
    if not data:
        return {}
    if not isinstance(data, Mapping):
        raise UnreadableSource(
            origin, f"its front matter must be `key: value` lines (keys: {', '.join(FRONT_MATTER_KEYS)})"
        )
    return data
