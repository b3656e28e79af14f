"""Recognised text kept between runs, by the content of the file, readable for the user alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from verifier.intake.message import Answer, Malformed, decode, encode
from verifier.intake.settings import IntakeSettings

_VERSION = "3"
"""Raised when recognition changes, so that older results are not used."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers; ``folder`` is None when nothing may be kept."""

    folder: Path | None
    settings: IntakeSettings

    @classmethod
    def of(cls, settings: IntakeSettings) -> Cache:
        """The cache the settings ask for."""
        if not settings.cache_recognised:
            return cls(None, settings)
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return cls(settings.cache_dir or base / "houdbaar" / "ocr", settings)

    def get(self, digest: str, page: int) -> Answer | None:
        """The answer for one page of a file, None when it is not kept or no longer reads."""
        if self.folder is None:
            return None
        try:
            return decode((self.folder / self._name(digest, page)).read_bytes(), self.settings)
        except (OSError, Malformed):
            return None

    def put(self, digest: str, page: int, answer: Answer) -> None:
        """Keep an answer; a cache that cannot be written is no reason to stop."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            target = self.folder / self._name(digest, page)
            part = target.with_suffix(f".{os.getpid()}")
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
                stream.write(encode(answer))
            part.replace(target)
        except OSError:
            return

    def _name(self, digest: str, page: int) -> str:
        return f"{digest}-{page}-{_VERSION}.json"
