"""Scanned pages and photographs to pages with words: straightened, ticks found, recognised, and put back in their place."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2_raw as pdfium
from numpy.typing import NDArray

from verifier.intake.document import Box, Line, Page
from verifier.intake.layout import lay_out
from verifier.intake.message import Answer, ReadPage
from verifier.intake.pdf import frame_of, opened
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings
from verifier.intake.tesseract import recognise

Grey = NDArray[np.uint8]
# Pixels per inch at which print of 9 points is read best; more only costs time.
_DPI, _LEAST_DPI = 250, 200
_A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Scan:
    """The image of one page: ``scale`` is points per pixel."""

    number: int
    image: Grey
    scale: float
    photograph: bool


def read(data: bytes, kind: str, pages: Sequence[int], settings: IntakeSettings) -> Answer:
    """The pages of a PDF, or the images of a file, as recognised; no pages means all.

    Raises:
        Unreadable: An image is too large or damaged, or recognition fails.
    """
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(settings.pixels)
    import cv2

    # The pages are shared out over processes; more threads in each would only wait for each other.
    cv2.setNumThreads(1)
    scans = _of_pdf(data, pages, settings) if kind == "pdf" else _of_image(data, pages)
    return Answer(pages=tuple(_recognised(scan, settings) for scan in scans))


def _recognised(scan: Scan, settings: IntakeSettings) -> ReadPage:
    from verifier.intake.squares import find_squares, ink_of, light_blocks, ruled_lines, strike_scanned, without, without_bars
    from verifier.intake.straighten import straighten
    from verifier.intake.ticks import mark_ticks

    straight = straighten(scan.image, scan.photograph)
    grey = light_blocks(straight.image, scan.scale)
    ink = ink_of(grey)
    squares = find_squares(ink, scan.scale)
    rules = ruled_lines(ink, scan.scale)
    words = recognise(without(grey, squares, scan.scale), scan.scale, settings)
    words = strike_scanned(without_bars(words, rules), ink, scan.scale)
    pieces = mark_ticks(words, squares)
    lines, tables = lay_out(pieces, rules, trust_order=False)

    def back(box: Box) -> Box:
        pixels = straight.original(Box(*(side / scan.scale for side in (box.x0, box.top, box.x1, box.bottom))))
        return Box(*(side * scan.scale for side in (pixels.x0, pixels.top, pixels.x1, pixels.bottom)))

    height, width = scan.image.shape
    placed = tuple(_moved(line, back) for line in lines)
    return ReadPage(Page(scan.number, placed, width * scan.scale, height * scan.scale, "ocr"), tables)


def _moved(line: Line, back: Callable[[Box], Box]) -> Line:
    return replace(line, words=tuple(replace(word, box=back(word.box)) if word.box else word for word in line.words))


def _of_pdf(data: bytes, pages: Sequence[int], settings: IntakeSettings) -> Iterator[Scan]:
    with opened(data) as document:
        for number in pages or range(1, pdfium.FPDF_GetPageCount(document) + 1):
            page = pdfium.FPDF_LoadPage(document, number - 1)
            if not page:
                raise Unreadable("beschadigd")
            frame = frame_of(page)
            dpi = _resolution(page, frame.width)
            if frame.width * frame.height * (dpi / 72) ** 2 > settings.pixels:
                raise Unreadable("te_veel_beeldpunten")
            image = _rendered(page, round(frame.width * dpi / 72), round(frame.height * dpi / 72))
            pdfium.FPDF_ClosePage(page)
            yield Scan(number, image, 72 / dpi, False)


def _resolution(page: object, width: float) -> float:
    """Pixels per inch to render at: what the scan itself has, within what recognition needs."""
    widest = 0
    for at in range(min(pdfium.FPDFPage_CountObjects(page), 200)):
        item = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            across, down = ctypes.c_uint(), ctypes.c_uint()
            pdfium.FPDFImageObj_GetImagePixelSize(item, across, down)
            widest = max(widest, across.value)
    native = widest / max(1.0, width) * 72
    return min(_DPI, max(_LEAST_DPI, native)) if native > 100 else _DPI


def _rendered(page: object, width: int, height: int) -> Grey:
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise Unreadable("te_veel_beeldpunten")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return np.frombuffer(raw, np.uint8).reshape(height, stride)[:, :width].copy()
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _of_image(data: bytes, pages: Sequence[int]) -> Iterator[Scan]:
    import cv2

    raw = np.frombuffer(data, np.uint8)
    tiff = data[:2] in (b"II", b"MM")
    images = cv2.imdecodemulti(raw, cv2.IMREAD_GRAYSCALE)[1] if tiff else (cv2.imdecode(raw, cv2.IMREAD_GRAYSCALE),)
    for number, image in enumerate(images, 1):
        if image is None:
            raise Unreadable("beschadigd")
        if pages and number not in pages:
            continue
        height, width = image.shape
        points = _A4[1] if width > height else _A4[0]
        shrink = min(1.0, points * _DPI / 72 / width)
        if shrink < 0.9:
            image = cv2.resize(image, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        yield Scan(number, image.astype(np.uint8), points / image.shape[1], not tiff)
