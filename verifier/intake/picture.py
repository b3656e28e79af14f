"""Photographs and scanned images: their pages are named here and recognised by :mod:`verifier.intake.ocr`."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from verifier.intake.document import Page
from verifier.intake.message import Answer, ReadPage
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """One page without words for each image in the file.

    Raises:
        Unreadable: Damaged, or too many pixels or pages.
    """
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as image:
            frames = getattr(image, "n_frames", 1)
            if image.width * image.height > settings.pixels:
                raise Unreadable("te_veel_beeldpunten")
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise Unreadable("beschadigd") from error
    if frames > settings.pages:
        raise Unreadable("te_veel_paginas")
    pages = tuple(ReadPage(Page(n, (), 0.0, 0.0, "ocr")) for n in range(1, frames + 1))
    return Answer(pages=pages, scans=tuple(range(1, frames + 1)))
