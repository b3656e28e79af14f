"""What a file is, from its content: the name is never trusted."""

from __future__ import annotations

import io
import re
from typing import Literal

from verifier.intake.problems import Unreadable

Kind = Literal["pdf", "docx", "odt", "zip", "image", "tiff", "eml", "msg", "text"]

HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+")
_MAIL = re.compile(rb"^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|x-[a-z-]+):", re.I | re.M)
_UNSUPPORTED = (
    (b"{\\rtf", "soort_rtf"),
    (b"GIF8", "soort_beeld"),
    (b"BM", "soort_beeld"),
    (b"RIFF", "soort_beeld"),
    (b"7z\xbc\xaf", "soort"),
    (b"Rar!", "soort"),
    (b"\x1f\x8b", "soort"),
    (b"MZ", "soort"),
    (b"\x7fELF", "soort"),
)


def kind_of(data: bytes) -> Kind:
    """The kind of the whole file ``data``.

    Raises:
        Unreadable: Empty, or of a kind that is not read.
    """
    head = data[:HEAD]
    if not head:
        raise Unreadable("leeg")
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zip_kind(data)
    if head.startswith(_OLE):
        return _ole_kind(data)
    if head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return "image"
    if head.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    # A few bytes before the mark are common (mail gateways, printers), and readers allow them.
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for mark, code in _UNSUPPORTED:
        if head.startswith(mark) and (code != "soort_beeld" or b"\0" in head):
            raise Unreadable(code)
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise Unreadable("soort_beeld")
    return _text_kind(head)


def _text_kind(head: bytes) -> Kind:
    if not head.strip(b"\0 \t\r\n"):
        raise Unreadable("leeg")
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if bare.startswith((b"<!doctype html", b"<html")):
        raise Unreadable("soort_html")
    if bare.startswith(b"<?xml"):
        raise Unreadable("soort")
    header = _HEADER.match(head.lstrip(b"\xef\xbb\xbf\r\n"))
    # Two fields of an envelope with their colons in column one, and at least one that only mail programs write.
    if header and len(set(m.lower() for m in _MAIL.findall(header.group()))) >= 2 and _machine_header(header.group()):
        return "eml"
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and not _looks_utf16(head):
        if b"\0" in head or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 50:
            raise Unreadable("soort")
    return "text"


def _machine_header(header: bytes) -> bool:
    return re.search(rb"(?im)^(?:mime-version|message-id|received|content-type|return-path|delivered-to|x-mailer|x-[a-z-]+):", header) is not None


def _looks_utf16(head: bytes) -> bool:
    """Latin text in UTF-16 without a mark: every other byte is 0."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    return half > 8 and (even > half * 0.6 > odd * 4 or odd > half * 0.6 > even * 4)


def _ole_kind(data: bytes) -> Kind:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if ole.exists("EncryptedPackage"):
                raise Unreadable("versleuteld")
            if ole.exists("__properties_version1.0"):
                return "msg"
    except Unreadable:
        raise
    except Exception:
        raise Unreadable("beschadigd") from None
    raise Unreadable("soort_ole")


def _zip_kind(data: bytes) -> Kind:
    """Word, ODT or a plain zip, from the list of members; nothing is unpacked but one short name."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "docx"
            if "[Content_Types].xml" in names and any(name.startswith(("xl/", "ppt/")) for name in names):
                raise Unreadable("soort_office")
            if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
                return "docx"
            if "mimetype" in names and "content.xml" in names:
                with archive.open("mimetype") as member:
                    mimetype = member.read(100)
                if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
                    return "odt"
                raise Unreadable("soort_office")
    except Unreadable:
        raise
    except Exception:
        raise Unreadable("beschadigd") from None
    return "zip"
