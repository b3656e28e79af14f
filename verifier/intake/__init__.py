"""From files to :class:`~verifier.intake.document.Document`: one reader for each format, each in a limited process of its own.

The names below are fetched when first asked for: a worker imports this package too and must not pay for the parent's side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.intake.document import Box, Document, Line, Page, Word
    from verifier.intake.read import Intake, Progress, read_dossier
    from verifier.intake.settings import IntakeSettings, from_environment

__all__ = ["Box", "Document", "Intake", "IntakeSettings", "Line", "Page", "Progress", "Word", "from_environment", "read_dossier"]

_HOMES = {
    "document": ("Box", "Document", "Line", "Page", "Word"),
    "read": ("Intake", "Progress", "read_dossier"),
    "settings": ("IntakeSettings", "from_environment"),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(name)
