"""E-mail files (RFC 5322): the message itself is one page, its attachments are files of their own."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape

from verifier.intake.archive import safe_name
from verifier.intake.document import Page
from verifier.intake.message import Answer, Member, ReadPage
from verifier.intake.plain import decoded, lines_of
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

_HEADS = (("from", "Van"), ("to", "Aan"), ("cc", "Cc"), ("date", "Datum"), ("subject", "Onderwerp"))


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The message with its heads in Dutch, and its attachments.

    Raises:
        Unreadable: More attachments or text than is read.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    heads = "\n".join(f"{label}: {_head(message, name)}" for name, label in _HEADS if message[name])
    body = message.get_body(("plain", "html"))
    text = "" if body is None else _content(body)  # type: ignore[arg-type]
    if body is not None and body.get_content_type() == "text/html":
        text = from_html(text)
    full = f"{heads}\n\n{text}"
    if len(full) > settings.text_characters:
        raise Unreadable("te_veel_tekst")
    attachments = [part for part in message.iter_attachments() if not _is_ornament(part)]  # type: ignore[arg-type]
    if len(attachments) > settings.members:
        raise Unreadable("te_veel_onderdelen")
    members = tuple(_member(a, n) for n, a in enumerate(attachments))  # type: ignore[arg-type]
    lines, _ = lines_of(full, settings.line_characters)
    return Answer(pages=(ReadPage(Page(1, lines)),), members=members)


def _head(message: EmailMessage, name: str) -> str:
    """A field as people write it: the moment of sending on the clock of the sender."""
    sent = getattr(message[name], "datetime", None) if name == "date" else None
    return f"{sent:%d-%m-%Y %H:%M}" if sent is not None else str(message[name])


def _is_ornament(part: EmailMessage) -> bool:
    """A picture shown within the text, such as the logo of a signature, is no paper."""
    return part.get_content_maintype() == "image" and part["content-id"] is not None and part.get_content_disposition() != "attachment"


def _content(body: EmailMessage) -> str:
    """The text of a part, also where it names an encoding that does not exist."""
    try:
        return str(body.get_content())
    except LookupError:
        payload = body.get_payload(decode=True)
        return decoded(payload) if isinstance(payload, bytes) else ""


def from_html(source: str) -> str:
    """The words of an HTML message, with a line for each block."""
    text = re.sub(r"(?is)<(script|style|head)\b.*?</\1>", " ", source)
    text = re.sub(r"(?i)<br\s*/?>|</(p|div|tr|li|h\d)>", "\n", text)
    return unescape(re.sub(r"<[^>]*>", " ", text))


def _member(attachment: EmailMessage, number: int) -> Member:
    name = safe_name(attachment.get_filename() or ("bericht.eml" if attachment.get_content_type() == "message/rfc822" else "bijlage"))
    if attachment.get_content_type() == "message/rfc822":
        data = attachment.get_content().as_bytes()
    else:
        payload = attachment.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
    stored = f"{number:05d}"
    with open(stored, "wb") as target:
        target.write(data)
    return Member(name, stored)
