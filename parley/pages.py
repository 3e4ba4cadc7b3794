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
        return _save(path, self.html)

    def _repr_html_(self) -> str:
        """The page in a frame, 720 pixels high: its scripts run and may save files, but cannot reach the notebook."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads" width="100%" height="720" style="border:0" '
            f'title="Negotiation graph" srcdoc="{html.escape(self.html)}"></iframe>'
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """A text to read and pass on, as Markdown and as HTML without scripts; a notebook shows it."""

    markdown: str = field(repr=False)
    html: str = field(repr=False)

    def save(self, path: str | Path) -> Path:
        """Write it as HTML where the ending says so, otherwise as Markdown, as :meth:`Page.save` does."""
        return _save(path, self.html if is_html(path) else self.markdown)

    def _repr_markdown_(self) -> str:
        """The paper as Markdown."""
        return self.markdown


def is_html(path: str | Path) -> bool:
    """True for the name of an HTML file."""
    return Path(path).suffix.lower() in (".html", ".htm")


def _save(path: str | Path, text: str) -> Path:
    try:
        write_whole({Path(path): text.encode("utf-8")})
    except OSError as error:
        raise StoreUnwritable(path, error.strerror or str(error)) from error
    return Path(path)
