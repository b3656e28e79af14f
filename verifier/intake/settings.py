"""Limits under which untrusted files are opened, with their defaults, and how they are read from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

TYPE_CHECKING = False
if TYPE_CHECKING:  # a worker imports this module too, and pathlib is a third of its start-up
    from pathlib import Path
    from typing import Any

PREFIX = "HOUDBAAR_"


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Everything that bounds the intake; each value can be set as ``HOUDBAAR_NAME`` in the environment.

    Args:
        processes: Files (or parts of a scan) handled at the same time; 0 means one for each core.
        seconds: Wall-clock and processor time for one file, in seconds.
        ocr_seconds: The same for one scanned page.
        memory_bytes: Address space of the process that opens one file.
        ocr_memory_bytes: Address space of the process that recognises scanned pages.
        file_bytes: Largest file that is opened, and largest file a worker may write.
        open_files: Open descriptors of one worker.
        subprocesses: Processes the user may have while a worker runs (``RLIMIT_NPROC``; 0 leaves it alone). The system counts
            all processes of the user, so this is off by default.
        pages: Pages of one file.
        unpacked_bytes: Unpacked size of one zip, Word or ODT file, or of all attachments of an e-mail.
        ratio: Largest unpacked size of one member as a multiple of its packed size, above the first megabyte.
        members: Members of one zip, Word or ODT file, or attachments of one e-mail.
        depth: How deep containers (zip in e-mail in zip) are opened.
        files: Files of one dossier, those inside containers included.
        pixels: Pixels of one image.
        line_characters: Longest line of a text file; longer ones are cut into lines of this length.
        text_characters: Characters of one file of running text.
        words_per_page: Words of one page.
        answer_bytes: Longest answer of a worker.
        cache_recognised: Keep recognised text of scans between runs. That text is as sensitive as the scan itself: it is kept
            in files only the user can read (0600 in a folder 0700), and ``HOUDBAAR_CACHE_RECOGNISED=0`` switches it off.
        cache_dir: Folder of that cache; None means ``$XDG_CACHE_HOME/houdbaar/ocr`` or ``~/.cache/houdbaar/ocr``.
        tesseract: The command that recognises text.
    """

    processes: int = 0
    seconds: float = 30.0
    ocr_seconds: float = 60.0
    memory_bytes: int = 1024 * 1024 * 1024
    ocr_memory_bytes: int = 3 * 1024 * 1024 * 1024
    file_bytes: int = 100 * 1024 * 1024
    open_files: int = 64
    subprocesses: int = 0
    pages: int = 1_000
    unpacked_bytes: int = 300 * 1024 * 1024
    ratio: int = 200
    members: int = 2_000
    depth: int = 3
    files: int = 2_000
    pixels: int = 60_000_000
    line_characters: int = 2_000
    text_characters: int = 5_000_000
    words_per_page: int = 200_000
    answer_bytes: int = 200 * 1024 * 1024
    cache_recognised: bool = True
    cache_dir: Path | None = None
    tesseract: str = "tesseract"

    @property
    def workers(self) -> int:
        """How many workers may run at the same time."""
        return self.processes if self.processes > 0 else max(1, len(os.sched_getaffinity(0)))


def from_environment(environment: Mapping[str, str], base: IntakeSettings | None = None) -> IntakeSettings:
    """The settings as the variables ``HOUDBAAR_*`` of ``environment`` change them.

    Raises:
        ValueError: A value is not of the right kind; the message is Dutch and names the variable.
    """
    settings = base or IntakeSettings()
    changes: dict[str, Any] = {}
    for each in fields(IntakeSettings):
        name = PREFIX + each.name.upper()
        if environment.get(name):
            changes[each.name] = _value(name, environment[name], str(each.type))
    return replace(settings, **changes)


def _value(name: str, text: str, kind: str) -> object:
    from pathlib import Path

    if kind == "bool":
        return text.strip().lower() not in ("0", "nee", "uit", "false", "no", "off")
    if kind == "str":
        return text
    if kind == "Path | None":
        return Path(text)
    try:
        number = float(text) if kind == "float" else int(text)
    except ValueError:
        raise ValueError(f"{name} moet een getal zijn, maar is '{text}'.") from None
    if number < 0:
        raise ValueError(f"{name} mag niet negatief zijn, maar is '{text}'.")
    return number
