"""Writes the file in which a person decides on what is read in an article; a file that is there keeps every line."""

from __future__ import annotations

from pathlib import Path

from .building import AGENT
from .correcting import beside, file_text
from .extracting import extract
from .given import Given, as_given
from .graph.errors import ReviewError, UnreadableSource, UnwritableValue, one_line
from .graph.files import write_whole
from .graph.identifiers import content_hash
from .graph.ntriples import moment
from .loaders.documents import Document
from .loaders.files import STDIN, Named
from .loaders.news.extract import sentence_spans
from .loaders.sources import read_source
from .loaders.web import Manners
from .review.entries import Decisions
from .review.merging import Merged, fresh, merge
from .review.showing import show
from .review.unread import Unread, unread


def review_article(
    source: Named, given: Given, output: str | Path | None, *, by: str = "", on: str = ""
) -> tuple[str, Merged, Unread]:
    """Return where the file of decisions on an article belongs, what is to stand in it, and what yielded nothing.

    A file that is there is kept, with every line in it: facts that are new are added.
    """
    if on:
        try:
            moment(on)
        except UnwritableValue as error:
            raise ReviewError("--on", 0, one_line(error)) from error
    found = read_source(source, Manners(AGENT))
    if not isinstance(found, Document):
        raise UnreadableSource(source.path, "it is a dataset: only what is read in articles is reviewed")
    document = as_given(found, given)
    path = str(output) if output is not None else str(beside(source.path) or STDIN)
    records = extract(document, given.method).records
    head = Decisions(path, document.id, content_hash(document.text), by, on)
    left = unread(records, sentence_spans(document.text, given.method.model))
    if path == STDIN or not Path(path).is_file():
        return path, fresh(head, show(records)), left
    return path, merge(file_text(path), head, show(records), text=document.text), left


def write_review(path: str, merged: Merged) -> None:
    """Write the file in one step."""
    try:
        write_whole({Path(path): merged.text.encode("utf-8")})
    except OSError as error:
        raise ReviewError(path, 0, f"cannot be written ({error.strerror or error})") from error
