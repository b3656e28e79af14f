"""PDF files: text and boxes from PDFium, page by page; pages that are only images are named as scans."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2_raw as pdfium

from verifier.intake.document import Line, Page
from verifier.intake.layout import lay_out
from verifier.intake.message import Answer, ReadPage, TableShape
from verifier.intake.pdf_forms import form_fields
from verifier.intake.pdf_marks import Drawing, drawing_of
from verifier.intake.pdf_text import Frame, text_of
from verifier.intake.piece import Piece
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings
from verifier.intake.ticks import mark_ticks, strike_out

# A page with fewer characters than this is no text page: a stamp of a scanner or a page number may stand on a scan.
_FEW, _STAMP = 4, 120
_COVERS = 0.6
_OUTLINES = 60


def read(data: bytes, settings: IntakeSettings) -> Answer:
    """All pages that carry text, and the numbers of those that must be recognised.

    Raises:
        Unreadable: Encrypted, damaged, without pages or with too many.
    """
    with opened(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise Unreadable("beschadigd")
        if count > settings.pages:
            raise Unreadable("te_veel_paginas")
        pages, scans = [], []
        fields = form_fields(document, count)
        for number in range(1, count + 1):
            page = pdfium.FPDF_LoadPage(document, number - 1)
            if not page:
                raise Unreadable("beschadigd")
            read_page = _read_page(page, number, fields.get(number, ()), settings)
            pages.append(read_page)
            if read_page.page.text_source == "ocr":
                scans.append(number)
            pdfium.FPDF_ClosePage(page)
        return Answer(pages=tuple(pages), scans=tuple(scans))


@contextmanager
def opened(data: bytes) -> Iterator[object]:
    """The PDFium document in ``data``, which stays alive as long as it is open.

    Raises:
        Unreadable: PDFium cannot open it.
    """
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable("versleuteld" if locked else "beschadigd")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def frame_of(page: object) -> Frame:
    """Size and place of the page as it is shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def _read_page(page: object, number: int, fields: tuple[Piece, ...], settings: IntakeSettings) -> ReadPage:
    frame = frame_of(page)
    textpage = pdfium.FPDFText_LoadPage(page)
    try:
        characters, pieces = text_of(textpage, frame)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    if len(pieces) > settings.words_per_page:
        raise Unreadable("te_veel_tekst")
    drawing = drawing_of(page, frame)
    if is_scan(characters, drawing, frame) and not fields:
        return ReadPage(Page(number, (), frame.width, frame.height, "ocr"))
    lines, tables = _compose(pieces, fields, drawing)
    return ReadPage(Page(number, lines, frame.width, frame.height, "digital"), tables)


def _compose(
    pieces: list[Piece], fields: tuple[Piece, ...], drawing: Drawing
) -> tuple[tuple[Line, ...], tuple[TableShape, ...]]:
    marked = mark_ticks([*pieces, *fields], drawing.squares)
    marked, rules = strike_out(marked, drawing.rules)
    return lay_out(marked, rules)


def is_scan(characters: int, drawing: Drawing, frame: Frame) -> bool:
    """Whether the page must be recognised: no text (or a stamp) on an image, or text drawn as outlines."""
    covered = drawing.image_area / max(1.0, frame.width * frame.height)
    if characters <= _FEW:
        return covered > 0.02 or drawing.paths > _OUTLINES
    return characters < _STAMP and covered > _COVERS
