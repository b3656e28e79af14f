"""Values of the form fields of a PDF (AcroForm): they are shown on the page but are not part of its text."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as pdfium

from verifier.intake.document import Box, Word
from verifier.intake.pdf_text import Frame
from verifier.intake.piece import Piece

# Field words come after the words of the page itself in text order.
_AFTER = 1_000_000
_LONGEST = 20_000
_TEXT = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_BOXES = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)


def form_fields(document: object, count: int) -> dict[int, tuple[Piece, ...]]:
    """The shown values by page number (from 1); empty when the file has no form."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        return {}
    config = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, config)
    if not form:
        return {}
    try:
        found = {}
        for number in range(1, count + 1):
            page = pdfium.FPDF_LoadPage(document, number - 1)
            if page:
                # Without this PDFium does not know the state of the boxes.
                pdfium.FORM_OnAfterLoadPage(page, form)
                found[number] = tuple(_fields_of(page, form))
                pdfium.FORM_OnBeforeClosePage(page, form)
                pdfium.FPDF_ClosePage(page)
        return found
    finally:
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def _fields_of(page: object, form: object) -> list[Piece]:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    frame = Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))
    pieces: list[Piece] = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), 5_000)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_WIDGET and not pdfium.FPDFAnnot_GetFlags(note) & 2:
            pieces.extend(_widget(note, form, frame, _AFTER + len(pieces)))
        pdfium.FPDFPage_CloseAnnot(note)
    return pieces


def _widget(note: object, form: object, frame: Frame, order: int) -> list[Piece]:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, rect)
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    box = frame.box(left, bottom, right, top)
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
    if kind in _BOXES:
        ticked = bool(pdfium.FPDFAnnot_IsChecked(form, note))
        word = Word("☒" if ticked else "☐", box, 1.0, order, drawn=True, tick="ticked" if ticked else "unticked")
        return [Piece(word, box)]
    return _written(_value(note, form), box, order) if kind in _TEXT else []


def _value(note: object, form: object) -> str:
    length = pdfium.FPDFAnnot_GetFormFieldValue(form, note, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(min(length, _LONGEST * 2))
    pdfium.FPDFAnnot_GetFormFieldValue(form, note, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), len(buffer))
    return buffer.raw.decode("utf-16-le", "replace").split("\0")[0]


def _written(value: str, box: Box, order: int) -> list[Piece]:
    """The words of a value, spread over the rows of its field: the place within the field is an estimate."""
    wide = max(8, int((box.x1 - box.x0) / 5.0))
    rows: list[list[str]] = []
    for paragraph in value.splitlines():
        row: list[str] = []
        for word in paragraph.split():
            if row and len(" ".join(row)) + 1 + len(word) > wide and box.bottom - box.top > 20:
                rows.append(row)
                row = []
            row.append(word)
        rows.append(row)
    rows = [row for row in rows if row]
    pieces: list[Piece] = []
    height = (box.bottom - box.top) / max(1, len(rows))
    for number, row in enumerate(rows):
        unit = (box.x1 - box.x0) / max(wide, len(" ".join(row)))
        at = 0
        for text in row:
            place = Box(box.x0 + at * unit, box.top + number * height, box.x0 + (at + len(text)) * unit, box.top + (number + 1) * height)
            pieces.append(Piece(Word(text, place, 1.0, order + len(pieces)), place))
            at += len(text) + 1
    return pieces
