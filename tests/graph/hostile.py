"""The made-up source with every free text in it turned against whoever reads it back."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from parley.graph.records import SourceRecords, When

from .examples import HARBOURTOWN

HOSTILE = (
    "=HYPERLINK(\"x\") 'single' \\back\nnew\r\nline\rend\ttab <script>alert(1)</script> ]]> &amp; <!-- --> {{x}}"
    " @PARTS@ \x00\x01\x1b[31m\x7f\ufffe 😀 e\u0301 \u202eמימין\u2028 ; , | \"\"\" '''"
)
_FREE = {
    "label", "text", "title", "printed", "unit", "format", "purpose", "location", "about", "rule", "extractor",
    "aliases", "surface_forms", "url", "language",
}  # fmt: skip


def hostile() -> SourceRecords:
    """Every free text starts as a formula and goes on with what breaks quoting; spans stay where they are."""
    source = _spoilt(HARBOURTOWN.source)
    text = HARBOURTOWN.source.text + HOSTILE
    return SourceRecords(replace(source, id=f"harbour {HOSTILE}", text=text), tuple(map(_spoilt, HARBOURTOWN.records)))


def _spoilt(record: Any) -> Any:  # Any: each record keeps its own type
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if is_dataclass(value) and not isinstance(value, When):
            changed[field.name] = _spoilt(value)
        elif field.name in _FREE and value:
            changed[field.name] = HOSTILE + value if isinstance(value, str) else tuple(HOSTILE + each for each in value)
    return replace(record, **changed)
