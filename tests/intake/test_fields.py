"""Form fields: what was filled in is part of what the paper says, whatever keeps it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from written import pdf_of

from verifier.intake import Document, IntakeSettings, Word, read_dossier

SETTINGS = IntakeSettings(cache_recognised=False)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _form() -> bytes:
    content = "BT /F 11 Tf 60 700 Td (Naam:) Tj 0 -40 Td (Gehoord: ) Tj 80 0 Td (ja) Tj 60 0 Td (nee) Tj ET"
    box = "<</Type/Annot/Subtype/Widget/FT/Btn/T({name})/Rect[{rect}]/F 4/P 3 0 R/V/{state}/AS/{state}/AP<</N<</Ja 8 0 R/Off 8 0 R>>>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 7 0 R 9 0 R]/DR<</Font<</F 5 0 R>>>>/DA(/F 11 Tf)>>>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[6 0 R 7 0 R 9 0 R]>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(naam)/V(Jan de Vries)/Rect[120 695 300 713]/F 4/P 3 0 R/DA(/F 11 Tf)>>",
        box.format(name="ja", rect="126 656 138 668", state="Ja"),
        "<</Type/XObject/Subtype/Form/BBox[0 0 12 12]/Length 0>>stream\n\nendstream",
        box.format(name="nee", rect="184 656 196 668", state="Off"),
    ]
    return pdf_of([each.encode("latin-1") for each in objects])


def _docx(body: str, parts: dict[str, str] | None = None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
        for name, xml in (parts or {}).items():
            package.writestr(name, xml)
    return target.getvalue()


def _read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    (document,) = read_dossier([folder / name], SETTINGS).documents
    return document


def _lines(document: Document) -> list[str]:
    return [" ".join(word.text for word in line.words) for page in document.pages for line in page.lines]


def _ticks(document: Document) -> list[Word]:
    return [word for page in document.pages for line in page.lines for word in line.words if word.tick]


def test_the_fields_of_a_pdf_stand_beside_their_labels(tmp_path: Path) -> None:
    document = _read(tmp_path, "formulier.pdf", _form())
    assert " ".join(_lines(document)) == "Naam: Jan de Vries Gehoord: ☒ ja ☐ nee"
    assert [(word.tick, word.drawn) for word in _ticks(document)] == [("ticked", True), ("unticked", True)]


def test_old_form_fields_of_word_are_read(tmp_path: Path) -> None:
    def field(data: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'

    box = field('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    choice = field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="laag"/><w:listEntry w:val="hoog"/></w:ddList>')
    text = "<w:r><w:t xml:space='preserve'> gehoord, risico </w:t></w:r>"
    document = _read(tmp_path, "formulier.docx", _docx(f"<w:p>{box}{text}{choice}</w:p>"))
    assert _lines(document) == ["☒ gehoord, risico hoog"]
    assert [word.tick for word in _ticks(document)] == ["ticked"]


def test_word_numbers_headers_boxes_and_merged_cells(tmp_path: Path) -> None:
    def text(words: str) -> str:
        return f"<w:r><w:t>{words}</w:t></w:r>"

    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    box = f"<w:r><w:pict><w:txbxContent><w:p>{text('In het kader')}</w:p></w:txbxContent></w:pict></w:r>"
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>{text("breed")}</w:p></w:tc>'
    inner = f"<w:tbl><w:tr><w:tc><w:p>{text('binnen')}</w:p></w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr>{wide}<w:tc><w:p>{text('derde')}</w:p>{inner}</w:tc></w:tr></w:tbl>"
    numbering = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    header = f'<w:hdr xmlns:w="{_W}"><w:p>{text("Gemeente Dorp")}</w:p></w:hdr>'
    body = f"<w:p>{listed}{text('eerst')}</w:p><w:p>{listed}{text('dan')}{box}</w:p>{table}"
    document = _read(tmp_path, "brief.docx", _docx(body, {"word/numbering.xml": numbering, "word/header2.xml": header}))
    lines = document.pages[0].lines
    assert _lines(document) == ["Gemeente Dorp", "a) eerst", "b) dan", "In het kader", "breed", "derde", "binnen"]
    assert [line.region for line in lines[:2]] == ["header", "body"]
    assert [line.cell for line in lines[4:]] == [(0, 0, 0), (0, 0, 2), (0, 0, 2)]
