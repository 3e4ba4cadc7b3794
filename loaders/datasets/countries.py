"""States and bodies by the names that datasets have for them."""

from __future__ import annotations

from ...graph.country_codes import by_code
from ...graph.records import Agent, Key
from ..news.names.gazetteer import load_gazetteer


def by_name(name: str) -> str:
    """Return the alpha-2 code of a state by its name, an adjective for its people, or its alpha-2 or alpha-3 code.

    >>> by_name("Russian"), by_name("Ukraine"), by_name("ukr"), by_name("Chechnya")
    ('RU', 'UA', 'UA', '')
    """
    entries = load_gazetteer().lookup(name.strip())
    found = next((one.code for one in entries if one.kind == "state"), "")
    if found or len(name.strip()) not in (2, 3):
        return found
    return by_code("iso2", name) or by_code("iso3", name)


def states_in(text: str, *, people: bool = False) -> frozenset[str]:
    """Return the alpha-2 codes of the states that a text names, or of whose ``people`` it speaks.

    >>> sorted(states_in("For the Russian Federation: the president. For Ukraine: nobody."))
    ['RU', 'UA']
    """
    found = load_gazetteer().match(text)
    forms = ("name", "alias", "demonym") if people else ("name", "alias")
    return frozenset(one.entry.code for one in found if one.entry.kind == "state" and one.form in forms)


def known_body(name: str) -> Agent | None:
    """Return the organisation that every source knows by this very name, if there is one."""
    entries = [one for one in load_gazetteer().lookup(name) if one.kind == "organization"]
    if len(entries) != 1 or name in entries[0].doubtful:
        return None
    return Agent(entries[0].key, "organization", entries[0].label, surface_forms=(name,), world=True)


def state(code: str) -> Agent:
    """Return the state with an alpha-2 code, as every source has it."""
    key = Key(f"state/{code}")
    entry = load_gazetteer().entry(key)
    return Agent(key, "state", entry.label if entry else code, world=True, code=code)
