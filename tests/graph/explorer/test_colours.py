"""Colours that can be read, in light and in dark: measured from the style sheet, not by eye."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from .test_script import ROOM

STYLES = (ROOM / "page.css").read_text("utf-8")
SIDES = [f"side-{number}" for number in range(1, 6)]
BLIND = {
    "red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}
"""What eyes without red or green receptors see of linear light (Machado and others, 2009)."""


def palette(theme: str) -> dict[str, tuple[float, ...]]:
    """The colours of a theme as linear light."""
    block = STYLES.split(":root {" if theme == "light" else ':root[data-theme="dark"] {')[1].split("}")[0]
    found = re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block)
    return {name: tuple(linear(int(part, 16)) for part in parts(digits)) for name, digits in found}


def parts(digits: str) -> list[str]:
    return [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)


def linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of WCAG 2."""
    light = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(colour: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, part)) for part in colour)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(theme: str) -> None:
    colours = palette(theme)
    pairs = [(name, back) for name in ("ink", "soft", "link", *SIDES) for back in ("card", "lane", "field", "back")]
    pairs += [("on-side", side) for side in SIDES] + [("ink", "quote")]
    assert {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in pairs
            if contrast(*(colours[name] for name in pair)) < 4.5} == {}  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eyes", sorted(BLIND))
def test_sides_are_told_apart_by_colour_blind_eyes(theme: str, eyes: str) -> None:
    colours = palette(theme)
    seen = {
        side: lab(tuple(sum(w * part for w, part in zip(row, colours[side], strict=True)) for row in BLIND[eyes]))
        for side in SIDES
    }
    near = {
        (one, other): sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        for one, other in combinations(SIDES, 2)
    }
    assert {pair: round(apart, 1) for pair, apart in near.items() if apart < 15} == {}


def test_eight_sides_have_eight_signs() -> None:
    marks = re.findall(r'"(.)"', (ROOM / "model.js").read_text("utf-8").split("const MARKS = [")[1].split("]")[0])
    assert len(marks) == len(set(marks)) == 8
