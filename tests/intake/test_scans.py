"""Scans and photographs made here: turned, shadowed and in perspective, with tick boxes and struck words that no recogniser reads."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from verifier.intake import Document, IntakeSettings, Word, read_dossier

SETTINGS = IntakeSettings(cache_recognised=False)
DPI = 220
WIDTH, HEIGHT = 1819, 2573


@pytest.fixture(autouse=True)
def _tesseract() -> None:
    if shutil.which("tesseract") is None:
        pytest.fail("Tesseract ontbreekt: apt install tesseract-ocr tesseract-ocr-nld")


def _paper() -> Image.Image:
    """A form: a ruled table with tick boxes and a struck word."""
    page = Image.new("L", (WIDTH, HEIGHT), 252)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 32)
    draw.text((200, 200), "Formulier horen bij een huisverbod", 20, font)
    for at, (label, ticked) in enumerate((("Uithuisgeplaatste gehoord", 0), ("Achterblijver gehoord", 1))):
        y = 330 + at * 90
        draw.rectangle((190, y, 1600, y + 90), outline=20, width=4)
        draw.line((900, y, 900, y + 90), 20, 4)
        draw.text((210, y + 24), label, 20, font)
        for side, word in enumerate(("ja", "nee")):
            x = 930 + side * 200
            draw.rectangle((x, y + 28, x + 32, y + 60), outline=20, width=4)
            if side == ticked:
                draw.line((x + 4, y + 32, x + 28, y + 56), 20, 5)
                draw.line((x + 28, y + 32, x + 4, y + 56), 20, 5)
            draw.text((x + 50, y + 24), word, 20, font)
    draw.text((200, 560), "Een tolk was aanwezig / afwezig", 20, font)
    left = 200 + draw.textlength("Een tolk was aanwezig / ", font)
    draw.line((left - 3, 582, left + draw.textlength("afwezig", font) + 3, 582), 20, 4)
    draw.text((200, 640), "De hulpofficier heeft de zienswijze gevraagd en opgeschreven.", 20, font)
    return page


def _scan(degrees: float) -> bytes:
    """As an office scanner gives it: a PDF of one image, turned, unevenly grey and noisy."""
    turned = np.asarray(_paper().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=250), np.float32)
    tone = np.linspace(-25, 5, WIDTH)[None, :] + np.random.default_rng(1).normal(0, 5, turned.shape)
    target = io.BytesIO()
    Image.fromarray(np.clip(turned + tone, 0, 255).astype(np.uint8)).save(target, "PDF", resolution=DPI)
    return target.getvalue()


def _photograph() -> bytes:
    """As a telephone takes it: the sheet in perspective on a dark table, half in shadow."""
    corners = (-90, -60, -40, HEIGHT + 50, WIDTH + 80, HEIGHT + 40, WIDTH + 50, -80)
    photo = _paper().transform((WIDTH, HEIGHT), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=60)
    shadow = 1 - 0.4 * np.linspace(0, 1, WIDTH)[None, :] * np.linspace(0.2, 1, HEIGHT)[:, None]
    target = io.BytesIO()
    Image.fromarray((np.asarray(photo, np.float32) * shadow).astype(np.uint8)).save(target, "JPEG", quality=85)
    return target.getvalue()


def _read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    (document,) = read_dossier([folder / name], SETTINGS).documents
    assert document.problems == ()
    return document


def _words(document: Document) -> list[Word]:
    return [word for page in document.pages for line in page.lines for word in line.words]


@pytest.mark.parametrize("case", ["turned left", "turned right", "photograph"])
def test_a_form_is_read_by_row_with_its_ticks_and_strikes(case: str, tmp_path: Path) -> None:
    makers = {"turned left": lambda: _scan(0.9), "turned right": lambda: _scan(-1.4), "photograph": _photograph}
    document = _read(tmp_path, "blad.pdf" if case != "photograph" else "foto.jpg", makers[case]())
    assert document.text_source == "ocr"
    lines = document.pages[0].lines
    cells = {line.cell[1:]: " ".join(word.text for word in line.words) for line in lines if line.cell}
    assert cells == {
        (0, 0): "Uithuisgeplaatste gehoord",
        (0, 1): "☒ ja ☐ nee",
        (1, 0): "Achterblijver gehoord",
        (1, 1): "☐ ja ☒ nee",
    }
    assert "De hulpofficier heeft de zienswijze gevraagd en opgeschreven." in [" ".join(w.text for w in line.words) for line in lines]
    struck = [word for word in _words(document) if word.struck]
    assert len(struck) == 1


def test_boxes_stand_on_the_page_as_it_was_delivered(tmp_path: Path) -> None:
    document = _read(tmp_path, "scan.pdf", _scan(1.0))
    (page,) = document.pages
    assert abs(page.width - WIDTH / DPI * 72) < 1
    word = next(word for word in _words(document) if word.text == "Formulier")
    assert word.box is not None
    # Turned one degree counter-clockwise about the middle: the left of the page came down.
    x, y = 200 - WIDTH / 2, 216 - HEIGHT / 2
    turn = np.radians(1.0)
    left, middle = x * np.cos(turn) + y * np.sin(turn) + WIDTH / 2, -x * np.sin(turn) + y * np.cos(turn) + HEIGHT / 2
    assert abs(word.box.x0 - left / DPI * 72) < 3
    assert word.box.top < middle / DPI * 72 < word.box.bottom


def test_recognised_text_is_kept_for_the_user_alone(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    settings = IntakeSettings(cache_dir=cache)
    (tmp_path / "scan.pdf").write_bytes(_scan(0.0))
    first = read_dossier([tmp_path / "scan.pdf"], settings)
    (kept,) = cache.iterdir()
    assert (cache.stat().st_mode & 0o777, kept.stat().st_mode & 0o777) == (0o700, 0o600)
    assert read_dossier([tmp_path / "scan.pdf"], IntakeSettings(cache_dir=cache, tesseract="bestaat-niet")) == first
