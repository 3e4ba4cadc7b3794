"""From the bytes of a plain text to its characters: UTF-8, what a byte order mark promises, or Windows-1252.

A text in another encoding is refused, with what to do: read wrongly, it would be quoted wrongly.
"""

from __future__ import annotations

import codecs
import re
import shlex
from typing import Final

from ..graph.errors import UnreadableSource
from .files import STDIN

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_LETTERS: Final = re.compile(r"[\u00c0-\u00ff]{3}|[\x00-\x08\x0e-\x1f\x80-\x9f]")
"""What English text in Windows-1252 does not hold: words of another alphabet, controls."""


def decoded_text(data: bytes, origin: str, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the text after its byte order mark, and a note where its encoding had to be found out."""
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    try:
        return data[len(codecs.BOM_UTF8) if encoding == "utf-8" and mark else 0 :].decode(encoding), ()
    except UnicodeDecodeError as error:
        at = error.start + len(mark) * (encoding == "utf-8")
    if encoding != "utf-8":
        raise UnreadableSource(origin, f"byte {at} is not {encoding.upper()}, as its first bytes promise")
    if charset:  # a server has said what it is
        from .pages import decoded_page

        return decoded_page(data, origin, charset=charset), ()
    if b"\0" in data:
        raise UnreadableSource(origin, "it is binary, not a text: give a UTF-8 text file")
    why = f"byte {at} (0x{data[at]:02x}) is not UTF-8"
    try:
        text = data[len(mark) :].decode("windows-1252")
    except UnicodeDecodeError:
        text = ""
    if mark or not text or _OTHER_LETTERS.search(text):
        raise UnreadableSource(origin, f"{why}: save it as UTF-8 ({_command(origin)})")
    return text, (f"{why}: it was read as Windows-1252",)


def _command(origin: str) -> str:
    name = shlex.quote(origin) if origin != STDIN else ""
    return f"for instance, if it is Windows-1251: `iconv -f WINDOWS-1251 -t UTF-8 {name}".rstrip() + "`"
