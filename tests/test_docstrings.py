"""The examples in docstrings are true, in every module that has one."""

from __future__ import annotations

import doctest
import importlib

import pytest

from .test_layers import MODULES, ROOT


def dotted() -> list[str]:
    """The import names of the modules with an example."""
    paths = [path for path in MODULES if ">>> " in path.read_text(encoding="utf-8")]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return [name if name.startswith("parley.") else f"parley.{name}" for name in names]


@pytest.mark.parametrize("module", dotted())
def test_the_examples_in_docstrings_are_true(module: str) -> None:
    outcome = doctest.testmod(importlib.import_module(module))
    assert outcome.attempted > 0
    assert outcome.failed == 0
