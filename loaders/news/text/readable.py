"""The view in which an article is read: the one place that tells what is read through, and in which order."""

from __future__ import annotations

from .signs import misread, signs
from .view import View
from .wraps import wraps


def readable(text: str) -> View:
    """The text without broken characters, marks that are not read, and breaks of lines that are none of the writer's.

    >>> readable("The cease\\u00adfire holds").text
    'The ceasefire holds'
    """
    view = View(text)
    for changes in (misread, signs, wraps):
        view = view.changed(changes(view.text))
    return view
