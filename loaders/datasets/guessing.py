"""A first mapping of a table that has none: what its columns seem to hold, each guess explained in a comment.

Guesses are made from the names of columns and the texts in the first rows. Nothing is loaded by them: a person reads
them, mends them and looks at rows that are mapped before anything is.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import Final

from ...graph.errors import UnreadableSource
from ..data_files import Data
from .converters import CONVERTERS, Unconverted
from .readers import BadRow, read_json, read_lines, read_table, read_workbook
from .rows import Row

_LOOKED_AT: Final = 200
_MOST: Final = 0.8
"""Such a part of the texts in a column must be what it is guessed to hold."""
_DATES: Final = ("date", "day_first", "spelt_date", "compact_date", "month_first")
_STATES: Final = ("iso2", "iso3", "country")
_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    role: re.compile(rf"(?:^|[_ .]|(?<=[a-z]))(?:{words})(?:$|[_ .\d]|(?=[A-Z]))", re.IGNORECASE)
    for role, words in {
        "id": "id|uid|uuid|key|code|no|nr|number|ref",
        "born": "birth|born|dob|birthdate|birthday",
        "died": "death|died|dod",
        "start": "start|from|since|begin|began|appointed|entry",
        "end": "end|until|till|to|left|exit",
        "also": "alias|aliases|aka|alternative|other|cyrillic|native|also",
        "name": "name|person|caption|official|who|member|fullname",
        "title": "position|post|title|role|office|function|job",
        "body": "organisation|organization|org|body|ministry|agency|institution|department|employer",
        "side": "country|state|nation|nationality|citizenship|side",
        "same": "wikidata|qid|item",
    }.items()
}
_NO_TEXTS: Final = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
"""Words that some readers of YAML take for something else than texts."""
_ROLES: Final = ("same", "born", "died", "side", "id", "start", "end", "also", "name", "title", "body")
"""In the order in which columns are taken for them."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """A column with what it seems to hold, and why."""

    field: str
    converter: str
    because: str


def first_mapping(data: bytes, found: Data, origin: str) -> str:
    """Return a mapping, as YAML, of a table or of objects in JSON; raise UnreadableSource where nobody has a name."""
    rows = [row for row in _rows(data, found, origin) if isinstance(row, Row)]
    columns = {field: [text for row in rows for text in row.texts(field)] for field in _fields(rows)}
    if not columns:
        raise UnreadableSource(origin, "there are no columns with anything in them")
    guesses = _guesses(columns, len(rows))
    if "name" not in guesses:
        why = f"none of its columns seems to hold names: {', '.join(list(columns)[:8])}"
        raise UnreadableSource(origin, f"{why}; write its mapping by hand, as docs/datasets.md tells")
    return "".join(f"{line}\n" for line in _lines(" ".join(PurePath(origin).name.split()), found, columns, guesses))


def _rows(data: bytes, found: Data, origin: str) -> Sequence[Row | BadRow]:
    stream = io.BytesIO(data)
    if found.form == "xlsx":
        return list(islice(read_workbook(stream, origin), _LOOKED_AT))
    if found.form == "lines":
        return list(islice(read_lines(stream, origin), _LOOKED_AT))
    if found.form == "json":
        return list(islice(read_json(stream, origin, ()), _LOOKED_AT))
    return list(islice(read_table(stream, origin, separator=found.separator or ","), _LOOKED_AT))


def _fields(rows: Sequence[Row]) -> list[str]:
    found: dict[str, None] = {}
    for row in rows:
        found.update(
            dict.fromkeys(row.values if all(isinstance(v, str) for v in row.values.values()) else row.fields())
        )
    return list(found)


def _guesses(columns: Mapping[str, Sequence[str]], rows: int) -> dict[str, _Guess]:
    found: dict[str, _Guess] = {}
    for role in _ROLES:
        for field, texts in columns.items():
            if role not in found and all(one.field != field for one in found.values()):
                guess = _guess(role, field, texts, rows)
                if guess is not None:
                    found[role] = guess
    return found


def _guess(role: str, field: str, texts: Sequence[str], rows: int) -> _Guess | None:
    """Return how a column holds a role, if it seems to: its name must tell so, and its texts be fit for it."""
    tells = bool(_WORDS[role].search(field))
    told = f"its name tells of {role!r}"
    if role == "same":
        converter = _fitting(("qid",), texts)
        return _Guess(field, converter, "its texts are items of Wikidata") if converter else None
    if not tells or not texts:
        return None
    if role in ("born", "died", "start", "end"):
        converter = _fitting(_DATES, texts)
        return _Guess(field, converter, f"{told}, and its texts are days") if converter else None
    if role == "side":
        converter = _fitting(_STATES, texts)
        return _Guess(field, converter, f"{told}, and its texts are states") if converter else None
    if role == "id":
        different = len(set(texts)) == len(texts) == rows
        return _Guess(field, "", f"{told}, and no two rows have the same") if different else None
    if role in ("name", "also") and not _MOST * len(texts) <= sum(any(map(str.isalpha, text)) for text in texts):
        return None
    return _Guess(field, {"name": "name", "also": "name", "body": "party"}.get(role, ""), told)


def _fitting(converters: Sequence[str], texts: Sequence[str]) -> str:
    """Return the converter that most texts fit, if enough do."""
    counted = {one: sum(_fits(one, text) for text in texts) for one in converters}
    best = max(converters, key=lambda one: counted[one])
    return best if texts and counted[best] >= _MOST * len(texts) else ""


def _fits(converter: str, text: str) -> bool:
    try:
        return bool(CONVERTERS[converter](text))
    except Unconverted:
        return False


def _lines(name: str, found: Data, columns: Mapping[str, Sequence[str]], guesses: Mapping[str, _Guess]) -> list[str]:
    reader = {"lines": "lines", "json": "json"}.get(found.form, "table")
    id = guesses.get("id") or guesses["name"]
    lines = [
        "# A first mapping, guessed from the columns and the first rows: read each line, and mend what is wrong.",
        f"# Look at what becomes of the rows: parley map {name} --as THIS_FILE --check",
        f"title: {_quoted(name)}",
        'publisher: ""   # who says so: the name of the dataset or of its maker',
        'licence: ""',
        'version: ""',
        f"read: {reader}",
        f"recognise: {{fields: [{', '.join(_quoted(field) for field in _asked(columns, reader))}]}}",
        "records:",
        "  - person:   # or organisation",
    ]
    why = id.because if "id" in guesses else "no column has another text in each row: two people of one name are one"
    lines.append(_slot("id", _Guess(id.field, "", why)))
    lines += [
        _slot(role, guesses[role]) for role in ("name", "also", "born", "died", "side", "same") if role in guesses
    ]
    if "title" in guesses:
        lines += ["  - post:", f"      person: {{from: {_quoted(id.field)}, as: ref}}"]
        lines += [_slot(role, guesses[role]) for role in ("title", "body", "start", "end") if role in guesses]
    used = {id.field, *(one.field for one in guesses.values())}
    left = [field for field in columns if field not in used]
    if left:
        lines += ["# What is not mapped is told when it is built; name here what is to be left out.", "ignore:"]
        lines += [f"  - {_quoted(field)}{_sample(columns[field])}" for field in left]
    return lines


def _asked(columns: Mapping[str, Sequence[str]], reader: str) -> list[str]:
    fields = [field for field in columns if reader == "table" or "." not in field]
    return fields[:6]


def _slot(role: str, guess: _Guess) -> str:
    field = _quoted(guess.field)
    value = f"{{from: {field}, as: {guess.converter}}}" if guess.converter else field
    return f"      {role}: {value}   # {guess.because}"


def _sample(texts: Sequence[str]) -> str:
    """The first texts of a column, as a comment on one line."""
    shown = ", ".join(json.dumps(text[:24], ensure_ascii=True) for text in dict.fromkeys(texts[:40]) if text)[:70]
    return f"   # such as {shown}" if shown else ""


def _quoted(text: str) -> str:
    """A text as YAML has it on one line."""
    plain = re.fullmatch(r"[A-Za-z][\w.-]*", text) and text.lower() not in _NO_TEXTS
    return text if plain else json.dumps(text, ensure_ascii=False)
