"""The engine of the page's SPARQL: Oxigraph for the browser, out of its npm package, which is checked against its hash.

Nothing is fetched: who wants it gets the package once, as docs/page.md says, and names the file.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import tarfile
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Final

from ..errors import EngineUnusable

VERSION: Final = "0.5.11"
SHA256: Final = "1095d6eb210104411fad61437f29e80c9c76c7fbbe7480c95b9aa2762818deb2"
"""Of ``oxigraph-0.5.11.tgz``, as ``npm pack`` writes it."""
_GIVEN: Final = "\nwindow.ParleyEngine = { begin: __wbg_init, Store };\n"
"""Hands on to the page what the module exports."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What a page needs to answer SPARQL: a module, the WebAssembly that it runs, and the licence of both."""

    module: str
    binary: str
    licence: str


def read_engine(path: Path) -> Engine:
    """Return the engine of a package; raise EngineUnusable if it is not the one that Parley knows."""
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise EngineUnusable(str(path), error.strerror or "it cannot be read") from None
    if hashlib.sha256(packed).hexdigest() != SHA256:
        raise EngineUnusable(str(path), f"it is not what `npm pack oxigraph@{VERSION}` writes: its SHA-256 differs")
    with tarfile.open(fileobj=BytesIO(packed), mode="r:gz") as package:
        module, binary = (_member(package, name) for name in ("web.js", "web_bg.wasm"))
    licence = resources.files(__package__).joinpath("oxigraph.md").read_text(encoding="utf-8")
    return Engine(module.decode("utf-8") + _GIVEN, packed_text(binary), licence)


def packed_text(content: bytes) -> str:
    """Bytes as text that stands in a page, for ``DecompressionStream``; the same bytes give the same text."""
    return base64.b64encode(gzip.compress(content, compresslevel=9, mtime=0)).decode("ascii")


def _member(package: tarfile.TarFile, name: str) -> bytes:
    found = package.extractfile(f"package/{name}")
    assert found is not None  # the hash tells what is in it
    return found.read()
