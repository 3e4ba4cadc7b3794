"""Parley turns news of negotiations into a knowledge graph in which every fact leads back to its words."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .evaluating import evaluate
    from .pages import Page
    from .rows import Table
    from .sampling import judge
    from .workspace import Workspace, build, open

# In a checkout the rooms stand beside this folder, in an installed copy inside it.
_checkout = Path(__file__).resolve().parent.parent
if (_checkout / "pyproject.toml").is_file():
    __path__.append(str(_checkout))

__version__ = "0.1.0"

__all__ = ["Page", "Table", "Workspace", "__version__", "build", "evaluate", "judge", "open"]
_HOMES = {"Page": ".pages", "evaluate": ".evaluating", "judge": ".sampling"}
"""Where what is offered lives, unless it is the workspace."""


def __getattr__(name: str) -> Any:  # Any: whatever the module that is loaded at first use holds
    """Load what is asked for at its first use: the command line's help needs none of it."""
    if name in __all__:
        return getattr(import_module(_HOMES.get(name, ".workspace"), __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """What is to be had here, also before it is loaded."""
    return sorted({*globals(), *__all__})
