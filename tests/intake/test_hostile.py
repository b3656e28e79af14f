"""Files that are broken or made to do harm: each gets one Dutch sentence, and a good file beside it is still read."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from written import pdf_of

from verifier.intake import Document, Intake, IntakeSettings, read_dossier
from verifier.intake.problems import MESSAGES

SETTINGS = IntakeSettings(cache_recognised=False, unpacked_bytes=30_000_000)
GOOD = "Besluit tot oplegging van een huisverbod"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _zip(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target.getvalue()


def _docx(body: str, declaration: str = "") -> bytes:
    xml = f'<?xml version="1.0"?>{declaration}<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>'
    return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()})


def _many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % n for n in range(3, 10_003))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 10000/Kids[%s]>>" % kids, *[page] * 10_000])


def _looped_pages() -> bytes:
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 4/Kids[3 0 R]>>",
            b"<</Type/Pages/Parent 2 0 R/Count 4/Kids[2 0 R 3 0 R]>>",
        ]
    )


def _truncated_pdf() -> bytes:
    return _many_pages()[:60]


def _declared_bomb() -> bytes:
    """A zip whose directory declares more than may be unpacked."""
    data = bytearray(_zip({"stuk.txt": b"x" * 100}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 0xFFFFFFF0)
    return bytes(data)


def _lying_bomb() -> bytes:
    """A member that unpacks to 20 MB and declares 10 bytes."""
    data = bytearray(_zip({"stuk.txt": b"0" * 20_000_000}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    return bytes(data)


def _nested(levels: int) -> bytes:
    data = _zip({"diep.txt": GOOD.encode()})
    for level in range(levels - 1):
        data = _zip({f"laag{level}.zip": data})
    return data


def _huge_image() -> bytes:
    target = io.BytesIO()
    Image.new("1", (9_000, 9_000), 1).save(target, "PNG")
    return target.getvalue()


def _laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return _docx("&a9;", f"<!DOCTYPE d [{entities}]>")


def _external() -> bytes:
    return _docx("&buiten;", '<!DOCTYPE d [<!ENTITY buiten SYSTEM "file:///etc/passwd">]>')


def _ole(stream: str) -> bytes:
    """A compound file with one empty stream: a header, a table of sectors and a directory."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, end, 0, end, 0, 0) + struct.pack("<108I", *[free] * 108)
    sectors = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)

    def entry(name: str, kind: int, child: int) -> bytes:
        title = (name + "\0").encode("utf-16-le")
        place = struct.pack("<HBBIII", len(title) if name else 0, kind, 1, free, free, child)
        return title.ljust(64, b"\0") + place + bytes(36) + struct.pack("<IQ", end if kind else 0, 0)

    return head + sectors + entry("Root Entry", 5, 1) + entry(stream, 2, free) + bytes(256)


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb, declared": ("bom.zip", _declared_bomb, "te_groot_uitgepakt"),
    "zip bomb, by ratio": ("bom.zip", lambda: _zip({"stuk.txt": b"0" * 20_000_000}), "te_groot_uitgepakt"),
    "zip bomb, size untrue": ("bom.zip", _lying_bomb, "beschadigd"),
    "nested too deep": ("lagen.zip", lambda: _nested(5), "te_diep"),
    "too many pages": ("groot.pdf", _many_pages, "te_veel_paginas"),
    "page tree in a loop": ("lus.pdf", _looped_pages, "beschadigd"),
    "truncated pdf": ("half.pdf", _truncated_pdf, "beschadigd"),
    "truncated docx": ("half.docx", lambda: _docx(GOOD)[:200], "beschadigd"),
    "huge image": ("foto.png", _huge_image, "te_veel_beeldpunten"),
    "entity bomb": ("lach.docx", _laughs, "gevaarlijk"),
    "external entity": ("buiten.docx", _external, "gevaarlijk"),
    "docx bomb": ("bom.docx", lambda: _docx("0" * 31_000_000), "te_groot_uitgepakt"),
    "empty": ("leeg.pdf", lambda: b"", "leeg"),
    "unsupported": ("film.pdf", lambda: b"\x7fELF" + bytes(range(256)) * 20, "soort"),
    "old Word file": ("brief.doc", lambda: _ole("WordDocument"), "soort_ole"),
    "Outlook message without text": ("bericht.msg", lambda: _ole("__properties_version1.0"), "geen_tekst"),
    "encrypted Word file": ("slot.docx", lambda: _ole("EncryptedPackage"), "versleuteld"),
    "line of 20 MB": ("regel.txt", lambda: b"woord " * 3_400_000, "te_veel_tekst"),
}


def _read(folder: Path, files: dict[str, bytes], settings: IntakeSettings = SETTINGS) -> Intake:
    dossier = folder / "dossier"
    dossier.mkdir()
    for name, data in files.items():
        (dossier / name).write_bytes(data)
    return read_dossier([dossier], settings)


def _text(document: Document) -> str:
    return " ".join(word.text for page in document.pages for line in page.lines for word in line.words)


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside a good file"])
@pytest.mark.parametrize("case", HOSTILE)
def test_one_sentence_and_the_rest_is_read(case: str, beside: bool, tmp_path: Path) -> None:
    name, make, code = HOSTILE[case]
    intake = _read(tmp_path, {name: make(), **({"goed.txt": GOOD.encode()} if beside else {})})
    bad = [d for d in intake.documents if d.file != "goed.txt"]
    assert len(bad) == 1
    assert bad[0].pages == ()
    assert len(bad[0].problems) == 1
    assert bad[0].problems[0].endswith(MESSAGES[code])
    good = [_text(d) for d in intake.documents if d.file == "goed.txt"]
    assert good == ([GOOD] if beside else [])


def test_nesting_within_the_depth_is_read(tmp_path: Path) -> None:
    assert [_text(d) for d in _read(tmp_path, {"lagen.zip": _nested(SETTINGS.depth)}).documents] == [GOOD]


def test_names_in_a_zip_never_leave_the_folder(tmp_path: Path) -> None:
    names = ("../../ontsnapt.txt", "/tmp/ontsnapt-abs.txt", "..\\..\\ontsnapt-win.txt", "C:\\ontsnapt-c.txt", "n" * 3_000 + ".txt")
    intake = _read(tmp_path, {"paden.zip": _zip({name: GOOD.encode() for name in names}), "goed.txt": GOOD.encode()})
    assert len(intake.documents) == len(names) + 1
    assert all(_text(d) == GOOD and not d.problems for d in intake.documents)
    assert all(".." not in d.file.split("/") and not d.file.startswith("/") for d in intake.documents)
    assert not list(tmp_path.rglob("*ontsnapt*"))
    assert not Path("/tmp/ontsnapt-abs.txt").exists()


def test_a_long_line_is_cut_and_read(tmp_path: Path) -> None:
    (document,) = _read(tmp_path, {"regel.txt": b"woord " * 100_000}).documents
    assert document.problems == ("'regel.txt' " + MESSAGES["regels_geknipt"],)
    assert _text(document).startswith("woord woord")
    assert max(len(word.text) for page in document.pages for line in page.lines for word in line.words) <= SETTINGS.line_characters


def test_a_word_of_a_docx_longer_than_a_line_is_no_failure(tmp_path: Path) -> None:
    (document,) = _read(tmp_path, {"lang.docx": _docx("x" * 5_000 + " " + GOOD)}).documents
    assert document.problems == ()
    assert _text(document).endswith(GOOD)


def test_a_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    (document,) = _read(tmp_path, {"stuk.pdf": _docx(GOOD)}).documents
    assert (_text(document), document.problems) == (GOOD, ())


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text(GOOD)
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "geheim.txt")
    (document,) = read_dossier([link], SETTINGS).documents
    assert document.pages == ()
    assert document.problems == ("'link.txt' " + MESSAGES["geweigerd"],)


def test_files_inside_containers_count_and_what_is_left_out_is_told(tmp_path: Path) -> None:
    members = {f"{n}.txt": GOOD.encode() for n in range(6)}
    intake = _read(tmp_path, {"veel.zip": _zip(members)}, replace(SETTINGS, files=4))
    assert len(intake.documents) == 3, "the zip is one of the four"
    assert len(intake.problems) == 1
    assert "4 bestanden" in intake.problems[0]


def test_a_missing_tesseract_is_told_once(tmp_path: Path) -> None:
    target = io.BytesIO()
    page = Image.new("L", (600, 800), 255)
    page.save(target, "TIFF", save_all=True, append_images=[page, page])
    intake = _read(tmp_path, {"scan.tif": target.getvalue(), "goed.txt": GOOD.encode()}, replace(SETTINGS, tesseract="bestaat-niet"))
    good, scan = intake.documents
    assert _text(good) == GOOD
    (problem,) = scan.problems
    assert problem.startswith("'scan.tif'")
    assert problem.endswith(MESSAGES["tesseract"])


def test_a_worker_that_runs_too_long_is_killed(tmp_path: Path) -> None:
    start = time.monotonic()
    intake = _read(tmp_path, {"stuk.txt": GOOD.encode()}, replace(SETTINGS, seconds=0.001))
    assert time.monotonic() - start < 5
    assert intake.documents[0].problems == ("'stuk.txt' " + MESSAGES["te_lang_bezig"],)
