"""Text recognition with Tesseract, one thread a process: words with boxes in points of the original page and their confidence."""

from __future__ import annotations

import ctypes
import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import numpy as np
import pypdfium2_raw as pdfium
from PIL import Image

from verifier.intake.document import Box, Page, Word
from verifier.intake.layout import lay_out
from verifier.intake.message import Answer, ReadPage
from verifier.intake.pdf import frame_of, opened
from verifier.intake.piece import Piece
from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings
from verifier.intake.squares import mark_squares, ruled_lines

_DPI = 300
_A4_WIDTH = 595.0
"""Width in points that a photograph without a resolution is given."""


def read(data: bytes, kind: str, pages: Sequence[int], settings: IntakeSettings) -> Answer:
    """The pages of a PDF, or the images of a file, as recognised.

    Raises:
        Unreadable: Tesseract or its Dutch is missing, an image is too large, or recognition fails.
    """
    _check_tesseract(settings)
    images = _pdf_images(data, pages) if kind == "pdf" else _image_pages(data, settings, pages)
    found = []
    for number, image, scale in images:
        found.append(_recognise(number, image, scale, settings))
    return Answer(pages=tuple(found))


def _check_tesseract(settings: IntakeSettings) -> None:
    if shutil.which(settings.tesseract) is None:
        raise Unreadable("tesseract")
    listed = subprocess.run([settings.tesseract, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()
    if "nld" not in listed:
        raise Unreadable("tesseract_nld")


def _pdf_images(data: bytes, pages: Sequence[int]) -> Iterator[tuple[int, Image.Image, float]]:
    """Page number, grey image, and points per pixel."""
    with opened(data) as document:
        for number in pages:
            page = pdfium.FPDF_LoadPage(document, number - 1)
            frame = frame_of(page)
            width, height = (round(side * _DPI / 72) for side in (frame.width, frame.height))
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
            raw = ctypes.string_at(buffer, stride * height)
            image = Image.fromarray(np.frombuffer(raw, np.uint8).reshape(height, stride)[:, :width].copy())
            pdfium.FPDFBitmap_Destroy(bitmap)
            pdfium.FPDF_ClosePage(page)
            yield number, image, 72 / _DPI


def _image_pages(data: bytes, settings: IntakeSettings, pages: Sequence[int]) -> Iterator[tuple[int, Image.Image, float]]:
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(data)) as source:
        for at in range(getattr(source, "n_frames", 1)):
            source.seek(at)
            if source.width * source.height > settings.pixels:
                raise Unreadable("te_veel_beeldpunten")
            if not pages or at + 1 in pages:
                yield at + 1, even_light(source.convert("L")), _A4_WIDTH / source.width


def even_light(image: Image.Image) -> Image.Image:
    """A photograph with its shadows taken away: every part is compared with the brightness of the paper around it."""
    small = image.resize((max(1, image.width // 16), max(1, image.height // 16)), Image.Resampling.BOX)
    paper = np.asarray(small, np.float32)
    for _ in range(3):
        paper = np.maximum.reduce([np.roll(paper, shift, axis) for axis in (0, 1) for shift in (-1, 0, 1)])
    background = np.asarray(Image.fromarray(paper.astype(np.uint8)).resize(image.size, Image.Resampling.BICUBIC), np.float32)
    return Image.fromarray(np.clip(np.asarray(image, np.float32) / np.maximum(background, 1) * 255, 0, 255).astype(np.uint8))


def _recognise(number: int, image: Image.Image, scale: float, settings: IntakeSettings) -> ReadPage:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    dpi = str(round(72 / scale))
    command = [settings.tesseract, "stdin", "stdout", "-l", "nld", "--dpi", dpi, "--psm", "3", "tsv"]
    done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, check=False)
    if done.returncode:
        raise Unreadable("ocr_mislukt")
    pieces = list(_pieces(done.stdout.decode("utf-8", "replace"), scale))
    grey = np.asarray(image)
    pieces = mark_squares(pieces, grey, scale)
    lines, tables = lay_out(pieces, ruled_lines(grey, scale), trust_order=False)
    return ReadPage(Page(number, lines, image.width * scale, image.height * scale, "ocr"), tables)


def _pieces(tsv: str, scale: float) -> Iterator[Piece]:
    """The words of Tesseract's table; each takes the height of its line, so that rows can be compared."""
    heights: dict[tuple[str, ...], float] = {}
    order = 0
    for row in tsv.splitlines()[1:]:
        level, *rest = row.split("\t")
        if len(rest) < 11:
            continue
        key = tuple(rest[:4])
        x, y, w, h = (float(v) * scale for v in rest[5:9])
        if level == "4":
            heights[key] = h
        text = rest[10].strip()
        if level != "5" or not text:
            continue
        order += 1
        box = Box(x, y, x + w, y + h)
        yield Piece(Word(text, box, max(0.0, float(rest[9])) / 100, order), box, min(heights.get(key, h), 2 * h))
