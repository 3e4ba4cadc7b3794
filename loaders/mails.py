"""From a mail in MIME (``.eml``) to its text: sender, day and subject on lines over it, its parts decoded.

Attachments are not read, and nothing that the mail refers to is fetched. What its lines are is told later.
"""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from ..graph.errors import UnreadableSource

_HEADS = ("From", "Date", "Subject")


def mail_text(data: bytes, origin: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a mail, and notes on what is not read of it."""
    mail = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=default)
    if not isinstance(mail, EmailMessage) or not any(mail.get(name) for name in _HEADS):
        raise UnreadableSource(origin, "it is no mail, whatever its name says: it has no From, Date or Subject")
    part = mail.get_body(preferencelist=("plain", "html"))
    body = _body(part, origin) if isinstance(part, EmailMessage) else ""
    if not body.strip():
        raise UnreadableSource(origin, "there is no text in this mail")
    attached = [name for one in mail.iter_attachments() if (name := one.get_filename())]
    heads = [f"{name}: {' '.join(str(mail[name]).split())}" for name in _HEADS if mail.get(name)]
    notes = (f"its attachments are not read: {', '.join(attached)}",) if attached else ()
    return "\n".join(heads) + f"\n\n{body}", notes


def _body(part: EmailMessage, origin: str) -> str:
    if part.get_content_type() == "text/html":
        from .pages import read_page

        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        return read_page(data, origin, charset=part.get_content_charset("")).text
    try:
        content = part.get_content()
    except (LookupError, UnicodeError):
        raise UnreadableSource(
            origin, f"its characters are in no known charset: {part.get_content_charset()}"
        ) from None
    return content if isinstance(content, str) else ""
