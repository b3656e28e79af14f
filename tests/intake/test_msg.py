"""Outlook messages, from a compound file made here."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

from verifier.intake import IntakeSettings, read_dossier

_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_SECTOR = 512


def _chain(first: int, length: int) -> list[int]:
    return [*range(first + 1, first + length), _END]


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    title = (name + "\0").encode("utf-16-le") if name else b""
    return title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title), kind, 1, _FREE, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def compound(tree: dict[str, bytes | dict[str, bytes]]) -> bytes:
    """A compound file of streams and one level of storages; siblings hang in a list, and small streams share one."""
    entries: list[tuple[str, int, list[int], bytes]] = [("Root Entry", 5, [], b"")]

    def add(name: str, content: bytes | dict[str, bytes]) -> int:
        at = len(entries)
        entries.append((name, 2 if isinstance(content, bytes) else 1, [], content if isinstance(content, bytes) else b""))
        if isinstance(content, dict):
            entries[at][2].extend(add(inner, data) for inner, data in content.items())
        return at

    entries[0][2].extend(add(name, content) for name, content in tree.items())
    right = {at: beside for _, _, children, _ in entries for at, beside in zip(children, [*children[1:], _FREE], strict=False)}
    mini: list[int] = []
    small = b""
    starts = []
    for _, kind, _, content in entries:
        starts.append(len(mini) if kind == 2 else _END)
        if kind == 2:
            count = -(-len(content) // 64)
            mini.extend(_chain(len(mini), count))
            small += content.ljust(count * 64, b"\0")
    directory, streams = -(-len(entries) * 128 // _SECTOR), -(-len(small) // _SECTOR)
    starts[0] = 2 + directory
    written = b"".join(
        _entry(name, kind, right.get(at, _FREE), children[0] if children else _FREE, starts[at], len(small if at == 0 else content))
        for at, (name, kind, children, content) in enumerate(entries)
    )
    fat = [0xFFFFFFFD, _END, *_chain(2, directory), *_chain(2 + directory, streams)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<10I", 0, 1, 2, 0, 4096, 1, 1, _END, 0, 0)[:36] + struct.pack("<I", 0)
    tables = (struct.pack(f"<{len(each)}I", *each).ljust(_SECTOR, b"\xff") for each in (fat, mini))
    return head.ljust(_SECTOR, b"\xff") + b"".join(tables) + written.ljust(directory * _SECTOR, b"\0") + small.ljust(streams * _SECTOR, b"\0")


def _message() -> bytes:
    sent = datetime(2024, 2, 3, 13, 5, tzinfo=UTC)
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    wide = {"0037": "advies verlenging", "0C1A": "A. de Wit", "0E04": "gemeente", "1000": "Wij adviseren\r\nte verlengen."}
    tree: dict[str, bytes | dict[str, bytes]] = {f"__substg1.0_{n}001F": text.encode("utf-16-le") for n, text in wide.items()}
    tree["__properties_version1.0"] = bytes(32) + struct.pack("<HHIQ", 0x40, 0x39, 6, ticks)
    name = "bijlage.txt".encode("utf-16-le")
    tree["__attach_version1.0_#00000000"] = {"__substg1.0_3707001F": name, "__substg1.0_37010102": b"Het gezin werkt mee."}
    return compound(tree)


def test_an_outlook_message_is_read_with_its_attachment(tmp_path: Path) -> None:
    path = tmp_path / "RE advies.msg"
    path.write_bytes(_message())
    message, attachment = read_dossier([path], IntakeSettings(cache_recognised=False)).documents
    lines = [" ".join(word.text for word in line.words) for line in message.pages[0].lines]
    assert lines == [
        "Van: A. de Wit",
        "Aan: gemeente",
        "Datum: 03-02-2024 14:05",
        "Onderwerp: advies verlenging",
        "Wij adviseren",
        "te verlengen.",
    ]
    assert attachment.file == "RE advies.msg/bijlage.txt"
    assert [word.text for word in attachment.pages[0].lines[0].words] == ["Het", "gezin", "werkt", "mee."]
