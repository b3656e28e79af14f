"""Outlook messages (MS-OXMSG, a compound file): the message is one page, its attachments are files of their own."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta

import olefile

from verifier.intake.archive import safe_name
from verifier.intake.document import Page
from verifier.intake.email import from_html
from verifier.intake.message import Answer, Member, ReadPage
from verifier.intake.plain import decoded, lines_of
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

# Numbers of properties, and of the kinds text (UTF-16), text (bytes) and bytes.
_SUBJECT, _SENDER, _ADDRESS, _TO, _CC, _BODY, _HTML, _SENT = "0037", "0C1A", "5D01", "0E04", "0E03", "1000", "1013", "0039"
_LONG_NAME, _SHORT_NAME, _DATA = "3707", "3704", "3701"
_WIDE, _NARROW, _BYTES = "001F", "001E", "0102"
_ATTACHMENT, _STREAM, _FIXED = "__attach_version1.0_", "__substg1.0_", "__properties_version1.0"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The message with its heads in Dutch, and its attachments written to the current folder.

    Raises:
        Unreadable: Without text and attachments, or with more of them than is read.
    """
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        sender = " ".join(dict.fromkeys(part for part in (_text(ole, "", _SENDER), _text(ole, "", _ADDRESS)) if part))
        heads = (("Van", sender), ("Aan", _text(ole, "", _TO)), ("Cc", _text(ole, "", _CC)), ("Datum", _sent(ole)))
        body = _text(ole, "", _BODY) or from_html(_text(ole, "", _HTML) or decoded(_bytes(ole, "", _HTML + _BYTES)))
        lines = [f"{label}: {value}" for label, value in (*heads, ("Onderwerp", _text(ole, "", _SUBJECT))) if value.strip()]
        full = "\n".join([*lines, "", body])
        if len(full) > settings.text_characters:
            raise Unreadable("te_veel_tekst")
        members = _attachments(ole, settings)
    found, _ = lines_of(full, settings.line_characters)
    if not found and not members:
        raise Unreadable("geen_tekst")
    return Answer(pages=(ReadPage(Page(1, found)),), members=members)


def _text(ole: olefile.OleFileIO, folder: str, number: str) -> str:
    wide = _bytes(ole, folder, number + _WIDE)
    return wide.decode("utf-16-le", "replace").strip("\0") if wide else decoded(_bytes(ole, folder, number + _NARROW)).strip("\0")


def _bytes(ole: olefile.OleFileIO, folder: str, name: str) -> bytes:
    path = f"{folder}/{_STREAM}{name}".lstrip("/")
    if not ole.exists(path) or ole.get_type(path) != olefile.STGTY_STREAM:
        return b""
    with ole.openstream(path) as stream:
        return bytes(stream.read())


def _sent(ole: olefile.OleFileIO) -> str:
    """When the message was sent, in the time of its sender's country; times are kept as UTC in tenths of microseconds since 1601."""
    from zoneinfo import ZoneInfo

    with ole.openstream(_FIXED) as stream:
        fixed = stream.read()
    for at in range(32, len(fixed) - 15, 16):
        kind, number, _, ticks = struct.unpack_from("<HHIQ", fixed, at)
        if f"{number:04X}" == _SENT and kind == 0x40 and ticks < 1 << 60:
            moment = (_EPOCH + timedelta(microseconds=ticks // 10)).astimezone(ZoneInfo("Europe/Amsterdam"))
            return f"{moment:%d-%m-%Y %H:%M}"
    return ""


def _attachments(ole: olefile.OleFileIO, settings: IntakeSettings) -> tuple[Member, ...]:
    folders = sorted({entry[0] for entry in ole.listdir() if entry[0].startswith(_ATTACHMENT)})
    if len(folders) > settings.members:
        raise Unreadable("te_veel_onderdelen")
    members, left = [], settings.unpacked_bytes
    for number, folder in enumerate(folders):
        name = safe_name(_text(ole, folder, _LONG_NAME) or _text(ole, folder, _SHORT_NAME) or "bijlage")
        content = _bytes(ole, folder, _DATA + _BYTES)
        left -= len(content)
        if left < 0:
            raise Unreadable("te_groot_uitgepakt")
        if not content:
            # A message within the message is no file but a part of this one's structure.
            members.append(Member(name, None, "soort_msg"))
            continue
        with open(f"{number:05d}", "wb") as target:
            target.write(content)
        members.append(Member(name, f"{number:05d}"))
    return tuple(members)
