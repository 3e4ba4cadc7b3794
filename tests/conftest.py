"""Options of the whole suite, and where the data lie that are not ours to publish."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

settings.register_profile("parley", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("parley")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data: gold facts, development set."""
    folder = Path(os.environ.get("PARLEY_SHARED") or ROOT.parent / "shared")
    if not (folder / "gold").is_dir():
        pytest.skip(f"no shared data in {folder}: set PARLEY_SHARED to the folder that holds gold/ and devset/")
    return folder


def pytest_configure() -> None:
    # A shell starts what runs in its background deaf to Ctrl-C, and so would be the commands that the tests interrupt.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="a test that could run here and skips fails")


def excused(item: pytest.Item) -> bool:
    """True of what cannot run here: on data that are not ours to publish, or with disks that only root may mount."""
    wants_data = "shared" in getattr(item, "fixturenames", ())
    return (wants_data and not os.environ.get("PARLEY_SHARED")) or item.get_closest_marker("root") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    strict = item.config.getoption("--no-skips") and not excused(item)
    if report.skipped and not hasattr(report, "wasxfail") and strict:
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.outcome == "skipped" and collector.config.getoption("--no-skips"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"
    return report
