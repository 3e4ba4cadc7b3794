"""Names of bodies that an article gives in full, and by which shorter forms it means them afterwards.

"the Front for the Renewal of the North (FRN)" is "the FRN" and "the Front" from then on, and so is "the rebel Front".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from ..lexicons.word_lists import wordset

_NAME: Final = re.compile(
    r"\b(?!The\b)(?P<name>[A-Z][\w’'-]*"
    r"(?:(?: (?:of|for|in|on|to|de|du|des|del|la)(?: the)?| and)? [A-Z][\w’'-]*){1,7})"
    r"(?: \((?P<short>[A-Z][A-Za-z0-9-]{1,8})\))?"
)

_ACRONYM: Final = re.compile(r" \([A-Z][A-Za-z0-9-]*\)?$")


def introduced(text: str, known: Callable[[str], object]) -> Mapping[str, str]:
    """Return the full name of each shorter form; what is ``known`` needs no introduction."""
    found: dict[str, set[str]] = {}
    for match in _NAME.finditer(text):
        name = match["name"]
        if not known(name):
            for form in _short_forms(name, match["short"] or "", text):
                if not known(form):
                    found.setdefault(form, set()).add(name)
    return {form: next(iter(names)) for form, names in found.items() if len(names) == 1}


def _short_forms(name: str, short: str, text: str) -> list[str]:
    """The acronym behind a full name, where it is one, and what kind of body it is where its name says of what."""
    first, kinds = name.partition(" ")[0], wordset("actors", "bodies_named") - wordset("actors", "state_offices")
    again = bool(short) and re.search(rf"(?<!\()\b{re.escape(short)}\b", text) is not None
    translated = again and short.isupper() and bool(kinds & {*name.lower().split()})  # "the Workers' Party (PT)"
    is_short = bool(short) and (initials(name) == short.lower() or translated)
    is_body = first.lower() in kinds and (" of " in name or " for " in name)
    return [*([short] if is_short else []), *([first] if is_body else [])]


def undescribed(label: str) -> str:
    """Return the name of a body without what it is called before it, and its acronym behind it.

    >>> undescribed("rebel Front for the Renewal of the North"), undescribed("rebels of the Front")
    ('Front for the Renewal of the North', 'Front')
    >>> undescribed("Association of Harbour Pilots (AHP")
    'Association of Harbour Pilots'
    """
    words = _ACRONYM.sub("", label).split()
    while len(words) > 1 and words[0].removesuffix("s") in wordset("teams", "rebels"):
        words = words[1:]
        while len(words) > 1 and words[0] in ("of", "from", "the"):
            words = words[1:]
    return " ".join(words) if words[0][:1].isupper() else label


def initials(name: str) -> str:
    """Return the first letters of the words in capitals.

    >>> initials("Front for the Renewal of the North")
    'frn'
    """
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()
