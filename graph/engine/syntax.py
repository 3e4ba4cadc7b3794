"""Says what is wrong with a query that the engine cannot read: where it is, and what was likely meant.

The engine tells how far it came, which is often beyond the mistake. So the words of the query are looked at first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Final

from ...ontology.terms import NAMESPACES, PARLEY
from ..errors import QuerySyntax, printable
from .tokens import blanked, declared_prefixes, names

_WORDS: Final = """
    a abs add adjust all as asc ask avg base bind bnode bound by ceil clear coalesce concat construct contains copy
    count create data datatype day default delete desc describe distinct drop encode_for_uri exists false filter
    floor from graph group group_concat haslang haslangdir having hours if in insert into iri isblank isiri
    isliteral isnumeric istriple isuri lang langdir langmatches lateral lcase limit load max md5 min minus minutes
    month move named not now object offset optional order predicate prefix rand reduced regex replace round sameterm
    sample seconds select separator service sha1 sha256 sha384 sha512 silent str strafter strbefore strdt strends
    strlang strlangdir strlen strstarts struuid subject substr sum timezone to triple true tz ucase undef union
    unsaid uri using uuid values version where with year
"""
_VOCABULARIES: Final = {"parley": PARLEY, **NAMESPACES}
_KEYWORDS: Final = frozenset(_WORDS.split())
_CHANGES: Final = {"add", "clear", "copy", "create", "delete", "drop", "insert", "load", "move"}
_OTHER_WORDS: Final = {"and": "&&", "or": "||", "null": "BOUND()", "like": "REGEX() or CONTAINS()"}
"""Words of other languages, with what SPARQL has for them."""
_WORD: Final = re.compile(r"[A-Za-z]\w*")
_QUOTE: Final = re.compile(r"[\"']")
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (?:expected )?(?:one of )?(.*)", re.DOTALL)
_UNSAYING: Final = re.compile(r"\[.*?\](?=, |\s*\Z)|\s+(?=\|)", re.DOTALL)
"""Sets of characters that the engine would take: they tell a person nothing."""
_AGGREGATES: Final = "COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT"
_AGGREGATE: Final = re.compile(rf"\b({_AGGREGATES})\s*\(", re.IGNORECASE)
_SELECT: Final = re.compile(r"\bSELECT\b", re.IGNORECASE)
_GROUP_BY: Final = re.compile(
    r"\}\s*GROUP\s+BY\b[^{}]*?(?=\b(?:HAVING|ORDER|LIMIT|OFFSET|VALUES)\b|[{}]|\Z)", re.IGNORECASE
)
_VARIABLE: Final = re.compile(r"[?$]\w+")
_IDIOMS: Final = {
    re.compile(r"\bPREFIX\s+(\w+)\s+(?=[< ])", re.IGNORECASE): "a prefix ends with a colon: PREFIX name: <...>",
    re.compile(r"(<)[A-Za-z][^<>?&|=()]*\s[^<>?&|=()]*>"): "an IRI between < and > holds no blanks",
    re.compile(r"(==)"): "== is no sign of SPARQL: =?",
    re.compile(r"\bSELECT\b[^{(]*?(,)", re.IGNORECASE): "variables after SELECT stand side by side, without commas",
    re.compile(rf"\bSELECT\b[^{{(]*?\b({_AGGREGATES})\s*\(", re.IGNORECASE):
        "what is counted or summed stands in parentheses, with a name: (COUNT(?x) AS ?n)",
}  # fmt: skip
_BARE_IRI: Final = re.compile(r"\w+://[^\s<>\"{}|^`\\]*")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_EXCERPT: Final = 100
"""So many characters of a line are shown around what is wrong in it."""
_PAIRS: Final = {"}": "{", ")": "(", "]": "["}
Found = tuple[int, str]
"""A place in the query, and what is wrong there."""


def unreadable(sparql: str, told: str, prefixes: Mapping[str, str]) -> QuerySyntax:
    """Return the error for a query of which the engine told this; ``prefixes`` are those that need no declaration."""
    known = {**prefixes, **declared_prefixes(sparql)}
    checks: tuple[Callable[[], Found | None], ...] = (
        lambda: _undeclared(sparql, known),
        lambda: _quote(sparql),
        lambda: _idiom(sparql),
        lambda: _word(sparql),
        lambda: _bracket(sparql),
        lambda: _ungrouped(sparql),
    )
    place, why = next((found for check in checks if (found := check()) is not None), _as_told(sparql, told))
    before = sparql[:place]
    column = place - (before.rfind("\n") + 1) + 1
    line = sparql[place - column + 1 :].partition("\n")[0]
    error = QuerySyntax(why, line=before.count("\n") + 1, column=column, text=line)
    error.add_note(_pointing(line, column))
    return error


def _pointing(line: str, column: int) -> str:
    """The part of a line that is around a place, and below it a sign that points at the place."""
    start = max(column - 1 - _EXCERPT // 2, 0)
    plain = line.replace("\t", " ")
    shown, before = (printable(plain[start:end]) for end in (start + _EXCERPT, column - 1))
    return f"    {shown}\n    {' ' * len(before)}^"


def _undeclared(sparql: str, known: Mapping[str, str]) -> Found | None:
    for name in names(sparql):
        if name.prefix is not None and name.prefix not in known:
            if bare := _BARE_IRI.match(sparql, name.place):
                return name.place, f"an IRI stands between < and >: <{bare[0]}>"
            import rdflib

            usual = {prefix: str(iri) for prefix, iri in rdflib.Graph(bind_namespaces="rdflib").namespaces()}
            if name.prefix in usual:
                add = f"add PREFIX {name.prefix}: <{usual[name.prefix]}>"
                return name.place, f"the prefix {name.prefix}: is not declared: {add}"
            near = " or ".join(f"{near}:" for near in get_close_matches(name.prefix, known, n=2))
            add = f"write PREFIX {name.prefix}: <...> above, with what it stands for"
            return name.place, f"the prefix {name.prefix}: is not declared: {f'{near}?' if near else add}"
    return None


def _quote(sparql: str) -> Found | None:
    left = _QUOTE.search(blanked(sparql))
    return (left.start(), f"the string that begins with {left[0]} does not end on its line") if left else None


def _word(sparql: str) -> Found | None:
    for match in _WORD.finditer(blanked(sparql)):
        word = match[0].casefold()
        if word in _CHANGES:
            return match.start(), f"{match[0]} changes what is stored, and a query only reads"
        if word in _OTHER_WORDS:
            return match.start(), f"{match[0]} is no word of SPARQL: {_OTHER_WORDS[word]}?"
        if word not in _KEYWORDS:
            terms = [f"{prefix}:{match[0]}" for prefix, space in _VOCABULARIES.items() if space.iri + match[0] in space]
            if terms:
                return match.start(), f"{match[0]} has no prefix: {' or '.join(terms)}?"
            near = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.75)
            return match.start(), f"{match[0]} is no word of SPARQL{f': {near[0].upper()}?' if near else ''}"
    return None


def _idiom(sparql: str) -> Found | None:
    """What is often written so elsewhere, and never in SPARQL."""
    text = blanked(sparql)
    for wrong, why in _IDIOMS.items():
        if found := wrong.search(text):
            return found.start(1), why
    for name in names(sparql):
        if name.prefix is None and not _SCHEME.match(name.local):
            return name.place, f"{name.written} is no whole IRI: it starts with http:// or the like"
    return None


def _bracket(sparql: str) -> Found | None:
    open_ones: list[int] = []
    for place, character in enumerate(blanked(sparql)):
        if character in "{([":
            open_ones.append(place)
        elif character in _PAIRS:
            if not open_ones or sparql[open_ones[-1]] != _PAIRS[character]:
                return place, f"this {character} closes nothing"
            open_ones.pop()
    return (open_ones[-1], f"this {sparql[open_ones[-1]]} is never closed") if open_ones else None


def _ungrouped(sparql: str) -> Found | None:
    """A variable that is selected beside what is counted, and not grouped by."""
    text = blanked(sparql)
    for select in _SELECT.finditer(text):
        begin, end = select.end(), text.find("{", select.end())
        group = _GROUP_BY.search(text, _closing(text, end)) if end >= 0 else None
        grouped = _VARIABLE.findall(sparql[group.start() : group.end()]) if group else []
        if end < 0 or not (grouped if group else _AGGREGATE.search(text, begin, end)):
            continue
        for variable in _VARIABLE.finditer(sparql, begin, end):
            is_plain = text.count("(", begin, variable.start()) == text.count(")", begin, variable.start())
            if is_plain and variable[0] not in grouped:
                add = " ".join([*grouped, variable[0]])
                return variable.start(), f"{variable[0]} is neither counted nor grouped by: add GROUP BY {add}"
    return None


def _closing(text: str, opening: int) -> int:
    """Where the bracket is closed that opens there."""
    depth = 0
    for place in range(opening, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return len(text)


def _as_told(sparql: str, told: str) -> Found:
    match = _PLACE.fullmatch(told.strip())
    if match is None:
        return 0, told or "it is no query"
    lines = sparql.splitlines(keepends=True)
    place = min(sum(map(len, lines[: int(match[1]) - 1])) + int(match[2]) - 1, len(sparql))
    if not sparql.strip():
        return 0, "it is empty"
    parts = [part.strip() for part in _UNSAYING.sub("", match[3]).split(", ") if part.strip()]
    said = next((part for part in parts if " " in part), "")
    wanted = f": {parts[0]}?" if len(parts) == 1 else ""
    return place, f"{said[0].lower()}{said[1:]}" if said else f"something else belongs here or just before{wanted}"
