"""Parley turns news of negotiations into a knowledge graph in which every fact leads back to its words."""

from pathlib import Path

# In a checkout the rooms stand beside this folder, in an installed copy inside it.
_checkout = Path(__file__).resolve().parent.parent
if (_checkout / "pyproject.toml").is_file():
    __path__.append(str(_checkout))

__version__ = "0.1.0"
