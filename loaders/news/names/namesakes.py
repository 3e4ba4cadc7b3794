"""Things that have a person's name: streets, prizes, laws, ships, storms, companies, outlets."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.words import Word
from ..lexicons.word_lists import wordset
from .offices import offices


def names_thing(words: Sequence[Word], first: int, last: int, *, titled: bool) -> bool:
    """True when the words from ``first`` to ``last`` are the name of a thing: "X Y Road", "HMS X", "Storm X".

    ``titled``: a title stands before them, so that a last word such as "Street" is a surname.
    """
    company = wordset("words", "names", "company_ends")
    memorials = wordset("words", "names", "memorials") | wordset("reporting", "outlets") | company
    after = words[last] if last < len(words) else None
    follows = after is not None and after.capital and after.lower in memorials
    if follows or (words[last - 1].lower in memorials and not titled):
        return True
    if any(w.lower in company for w in words[first:last]):
        return True
    if " ".join(w.lower for w in words[first:last]) in wordset("words", "names", "companies"):
        return True
    address, before = offices(), first
    forms = (address.honorifics, address.ranks, wordset("offices", "crowned"))
    while before and any(words[before - 1].lower in group for group in forms):
        before -= 1
    carriers = wordset("words", "names", "carriers")
    if words[first].lower in carriers or (before and words[before - 1].lower in carriers):
        return True
    begins = wordset("words", "names", "place_alone")  # "Deir X"
    return bool(before and words[before - 1].capital and words[before - 1].lower in begins)
