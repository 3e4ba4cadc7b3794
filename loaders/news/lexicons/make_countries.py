"""Write ``countries.yaml`` afresh from the English territory names of Unicode CLDR.

Run by hand when CLDR changes, with babel installed (it is not a dependency of Parley)::

    python -m parley.loaders.news.lexicons.make_countries

Everything that CLDR does not know (other names, capitals, demonyms) is written by hand in ``states.yaml``.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path

NOT_STATES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""CLDR's codes for groupings, parts of a territory and pseudo-regions."""

HEADER = """\
# English names of states and territories by ISO 3166-1 alpha-2 code (XK: Kosovo, user-assigned).
# Source: Unicode CLDR (Unicode License v3), locale "en", through babel. Generated: do not edit by hand.
# To refresh: python -m parley.loaders.news.lexicons.make_countries
# To add a state, another name, a capital or a demonym, write it in states.yaml.
"""


def names_of(territories: Mapping[str, str]) -> dict[str, str]:
    """Return the plain English name of every territory that has an alpha-2 code, sorted by code."""
    return {
        code: re.sub(r" SAR China$", "", name)
        for code, name in sorted(territories.items())
        if re.fullmatch("[A-Z]{2}", code) and code not in NOT_STATES
    }


def to_yaml(names: Mapping[str, str]) -> str:
    """Return the file's text; every code and name is quoted (to many readers of YAML a bare ``NO`` is false)."""
    lines = (f'"{code}": "{name}"\n' for code, name in names.items())
    return HEADER + "".join(lines)


def main() -> None:
    """Write ``countries.yaml`` beside this module."""
    try:
        babel = importlib.import_module("babel")
    except ModuleNotFoundError:
        sys.exit("make_countries needs babel: pip install babel")
    text = to_yaml(names_of(babel.Locale("en").territories))
    Path(__file__).with_name("countries.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
