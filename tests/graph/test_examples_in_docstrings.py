"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["identifiers", "service_guard", "shared_identifiers", "triples"])
def test_the_examples_in_docstrings_are_true(module: str) -> None:
    outcome = doctest.testmod(importlib.import_module(f"parley.graph.{module}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0
