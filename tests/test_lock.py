"""The versions that are installed are named and hashed, stand inside the ranges, and tell nothing of a machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = re.findall(r"^(\S+)==(\S+)(?: ; (.+?))? \\$", LOCK, re.MULTILINE)


def ranges() -> list[Requirement]:
    """What pyproject.toml asks for: to build, to run, for the extras, to develop."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    groups = project["dependency-groups"].values()
    asked = [project["build-system"]["requires"], project["project"]["dependencies"], *extras, *groups]
    return [Requirement(line) for lines in asked for line in lines]


@pytest.mark.parametrize("asked", ranges(), ids=str)
def test_what_is_asked_for_is_locked_at_a_version_inside_its_range(asked: Requirement):
    versions = [version for name, version, _ in PINS if name == canonicalize_name(asked.name)]
    assert versions
    assert [version for version in versions if version not in asked.specifier] == []


def test_every_locked_version_has_its_hashes():
    assert len(PINS) == len(re.findall(r"^\S+==", LOCK, re.MULTILINE))
    for part in re.split(r"^(?=\S+==)", LOCK, flags=re.MULTILINE)[1:]:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", part)


def test_the_lock_names_no_address_and_no_path():
    assert not re.search(r"//|^-|file:|[\w.]/[\w.]", LOCK, re.MULTILINE)
