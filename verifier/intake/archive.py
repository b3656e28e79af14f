"""Zip files: members are unpacked one by one under limits, into the worker's own folder and under names of our own."""

from __future__ import annotations

import io
import zipfile

from verifier.intake.message import Answer, Member
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings

_FREE = 1024 * 1024
"""Bytes up to which the ratio of a member does not matter."""
_LONGEST_NAME = 200


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """The members of a zip, each written to the current folder under a number.

    Raises:
        Unreadable: Damaged, or too much in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [i for i in package.infolist() if not i.is_dir() and not _hidden(i.filename)]
            if len(infos) > settings.members:
                raise Unreadable("te_veel_onderdelen")
            if sum(i.file_size for i in infos) > settings.unpacked_bytes:
                raise Unreadable("te_groot_uitgepakt")
            if not infos:
                raise Unreadable("leeg_zip")
            members, left = [], settings.unpacked_bytes
            for number, info in enumerate(infos):
                member, used = _unpack(package, info, number, min(left, settings.file_bytes), settings)
                members.append(member)
                left -= used
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise Unreadable("beschadigd") from error
    return Answer(members=tuple(members))


def _hidden(name: str) -> bool:
    return any(part.startswith(".") and part.strip(".") for part in name.replace("\\", "/").split("/")) or name.startswith("__MACOSX/")


def _unpack(package: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, room: int, settings: IntakeSettings) -> tuple[Member, int]:
    """One member, and the bytes it took."""
    name = safe_name(info.filename)
    if info.flag_bits & 1:
        return Member(name, None, "versleuteld"), 0
    if info.file_size > _FREE and info.file_size > settings.ratio * max(1, info.compress_size):
        return Member(name, None, "te_groot_uitgepakt"), 0
    try:
        with package.open(info) as stream:
            data = stream.read(room + 1)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError):
        return Member(name, None, "beschadigd"), 0
    if len(data) > room:
        return Member(name, None, "te_groot_uitgepakt"), room
    stored = f"{number:05d}"
    with open(stored, "wb") as target:
        target.write(data)
    return Member(name, stored), len(data)


def safe_name(name: str) -> str:
    """The path of a member as it can be shown: forward slashes, no root, no parent folders, and of a long path its end."""
    parts = [p for p in name.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    return "/".join(parts)[-_LONGEST_NAME:].lstrip("/") or "naamloos"
