"""The interactive page as a value of Python: saved to a file, or shown in a notebook."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from pathlib import Path

from .graph.errors import StoreUnwritable
from .graph.files import write_whole


@dataclass(frozen=True, slots=True)
class Page:
    """The interactive page as one HTML document, which asks the network for nothing; a notebook shows it in a frame."""

    html: str = field(repr=False)

    def save(self, path: str | Path) -> Path:
        """Write the page as UTF-8, whole or not at all, and return its path; raise ``StoreUnwritable`` if it cannot."""
        try:
            write_whole({Path(path): self.html.encode("utf-8")})
        except OSError as error:
            raise StoreUnwritable(path, error.strerror or str(error)) from error
        return Path(path)

    def _repr_html_(self) -> str:
        """The page in a frame, 720 pixels high: its scripts run and may save files, but cannot reach the notebook."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads" width="100%" height="720" style="border:0" '
            f'title="Negotiation graph" srcdoc="{html.escape(self.html)}"></iframe>'
        )
