"""States by the codes that others have for them, each system of codes by its own name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

_FILE: Final = "country_codes.yaml"
_CAMEO: Final = {"ROM": "RO", "TMP": "TL", "ZAR": "CD", "WSB": "PS", "GZS": "PS", "PSE": "PS", "KSV": "XK"}
"""Codes of CAMEO that are none of ISO 3166-1 any more, or never were."""


@cache
def _codes() -> Mapping[str, Mapping[str, str]]:
    """The alpha-2 code of each code, by system."""
    written = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {"iso2": {}, "iso3": {}, "number": {}, "fips": {}, "gw": {}}
    for alpha2, others in yaml.load(written, Loader=yaml.BaseLoader).items():  # all are strings: NO is no boolean
        found["iso2"][alpha2] = alpha2
        for system, code in others.items():
            found[system].setdefault(code, alpha2)
    found["cameo"] = {**found["iso3"], **_CAMEO}
    return found


def by_code(system: str, code: str) -> str:
    """Return the alpha-2 code of a state by its code in a system, in any case; empty where there is none.

    >>> by_code("fips", "RS"), by_code("iso2", "rs"), by_code("gw", "365"), by_code("iso3", "XYZ")
    ('RU', 'RS', 'RU', '')
    """
    return _codes()[system].get(code.strip().upper().lstrip("0") or "0", "")
