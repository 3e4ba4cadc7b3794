"""What stands at the head of a text between two lines of dashes: ``key: value`` lines that describe it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..graph.errors import UnreadableSource
from .news.values.dates import parse_day

FRONT_MATTER_KEYS = ("id", "title", "publisher", "published", "url")
_OTHER_NAMES: Final = {
    "headline": "title",
    "outlet": "publisher",
    "publication": "publisher",
    "newspaper": "publisher",
    "site": "publisher",
    "site_name": "publisher",
    "date": "published",
    "published_at": "published",
    "publishedat": "published",
    "publish_date": "published",
    "published_date": "published",
    "date_published": "published",
    "datepublished": "published",
    "pubdate": "published",
    "source_url": "url",
    "sourceurl": "url",
    "canonical_url": "url",
    "link": "url",
    "permalink": "url",
}
"""What other programs call our keys."""
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
    unknown = ", ".join(sorted(str(key) for key in data if not _ours(key)))
    if unknown and strict:
        raise UnreadableSource(origin, f"unknown front matter key {unknown}: the known keys are {known}")
    notes = (f"its front matter has keys that are not read: {unknown}",) if unknown else ()
    fields: dict[str, str] = {}
    for key, value in data.items():
        if not (own := _ours(key)):
            continue
        if not isinstance(value, str):
            raise UnreadableSource(origin, f"front matter `{key}` must be one line of text")
        if own != key and value and not _is_usable(own, value):
            notes = (*notes, f"its front matter has a `{key}` that tells no day or address: {value!r}")
        elif value and (own == key or (own not in fields and not data.get(own))):
            fields[own] = value
    return fields, text[closing.end() :], notes


def _ours(key: object) -> str:
    """The key by our name; empty for one that is not read."""
    name = str(key)
    return name if name in FRONT_MATTER_KEYS else _OTHER_NAMES.get(name.lower().replace("-", "_"), "")


def _is_usable(key: str, value: str) -> bool:
    """False for a day or address of another program that is none: "04/05/2025" may be two days."""
    if key == "published":
        return parse_day(value) is not None
    return key != "url" or value.startswith(("http://", "https://"))


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
