"""Every format that is read, from files made here: the words, where they stand, what is ticked and what is struck."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from written import pdf_of

from verifier.intake import Document, IntakeSettings, Word, read_dossier

SETTINGS = IntakeSettings(cache_recognised=False)
TEXT = "De burgemeester van Één-Dorp besluit:\nhet huisverbod duurt tien dagen, € 0 leges."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def _read(folder: Path, name: str, data: bytes) -> list[Document]:
    path = folder / name
    path.write_bytes(data)
    return list(read_dossier([path], SETTINGS).documents)


def _words(document: Document) -> list[Word]:
    return [word for page in document.pages for line in page.lines for word in line.words]


def _text(document: Document) -> str:
    return " ".join(word.text for word in _words(document) if not word.drawn)


def _zip(members: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target.getvalue()


def _docx(body: str) -> bytes:
    xml = f'<w:document xmlns:w="{_W}" xmlns:w14="{_W14}"><w:body>{body}</w:body></w:document>'
    return _zip({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def _paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _pdf(content: str) -> bytes:
    """A PDF of one A4 page; ``content`` draws in PDF points from the lower left, with Helvetica as /F."""
    stream = content.encode("cp1252")
    return pdf_of(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        )
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_the_encodings_of_dutch_offices(encoding: str, tmp_path: Path) -> None:
    (document,) = _read(tmp_path, "brief.txt", TEXT.encode(encoding))
    assert _text(document) == TEXT.replace("\n", " ")
    assert len(document.pages[0].lines) == 2
    assert document.problems == ()


def test_docx_reads_a_table_by_cell(tmp_path: Path) -> None:
    cells = (("Naam", "Jansen"), ("Adres", "Dorpsstraat 1"))
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in cells)
    (document,) = _read(tmp_path, "formulier.docx", _docx(f"{_paragraph('Gegevens')}<w:tbl>{rows}</w:tbl>{_paragraph('Einde')}"))
    lines = document.pages[0].lines
    assert [line.cell for line in lines] == [None, (0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), None]
    assert _text(document) == "Gegevens Naam Jansen Adres Dorpsstraat 1 Einde"


def test_docx_tells_a_struck_run_from_a_stated_one(tmp_path: Path) -> None:
    body = _paragraph("tien ") + _paragraph("veertien", "<w:strike/>") + _paragraph("dagen", '<w:strike w:val="0"/>') + _paragraph("nooit", "<w:dstrike/>")
    (document,) = _read(tmp_path, "besluit.docx", _docx(body))
    assert {word.text: word.struck for word in _words(document)} == {"tien": False, "veertien": True, "dagen": False, "nooit": True}


def test_docx_leaves_deleted_text_out_and_inserted_text_in(tmp_path: Path) -> None:
    body = "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>erbij</w:t></w:r></w:ins></w:p>"
    (document,) = _read(tmp_path, "besluit.docx", _docx(body))
    assert _text(document) == "erbij"


def test_docx_knows_the_state_of_tick_boxes(tmp_path: Path) -> None:
    def box(state: int, label: str) -> str:
        control = f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
        return f"<w:p>{control}<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space='preserve'> {label}</w:t></w:r></w:p>"

    (document,) = _read(tmp_path, "formulier.docx", _docx(box(1, "gehoord") + box(0, "afgezien")))
    assert [[(w.text, w.tick) for w in line.words] for line in document.pages[0].lines] == [
        [("☒", "ticked"), ("gehoord", None)],
        [("☐", "unticked"), ("afgezien", None)],
    ]


def test_odt_reads_headings_tables_and_struck_words(tmp_path: Path) -> None:
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style"))
    style = '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    row = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in ("Duur", "tien dagen"))
    body = (
        "<text:h>Besluit</text:h><text:p>Geldig <text:span text:style-name='S'>niet</text:span><text:s/>vanaf</text:p>"
        f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{style}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    data = _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    (document,) = _read(tmp_path, "besluit.odt", data)
    assert _text(document) == "Besluit Geldig niet vanaf Duur tien dagen"
    assert [word.text for word in _words(document) if word.struck] == ["niet"]
    assert document.pages[0].lines[0].heading
    assert [line.cell for line in document.pages[0].lines] == [None, None, (0, 0, 0), (0, 0, 1)]


def test_eml_is_read_with_its_attachments(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "politie@voorbeeld.nl", "burgemeester@voorbeeld.nl", "Één huisverbod"
    message["Message-ID"] = "<1@voorbeeld.nl>"
    message.set_content("Hierbij het besluit.")
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="besluit.txt")
    outer, inner = _read(tmp_path, "bericht.eml", message.as_bytes())
    assert (outer.file, inner.file) == ("bericht.eml", "bericht.eml/besluit.txt")
    assert "Onderwerp: Één huisverbod" in _text(outer)
    assert "Hierbij het besluit." in _text(outer)
    assert _text(inner) == TEXT.replace("\n", " ")


def test_eml_in_an_unknown_encoding_is_still_read(tmp_path: Path) -> None:
    head = b"From: a@voorbeeld.nl\r\nTo: b@voorbeeld.nl\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=onbekend-8\r\n\r\n"
    (document,) = _read(tmp_path, "bericht.eml", head + b"Het besluit is uitgereikt.\r\n")
    assert "Het besluit is uitgereikt." in _text(document)


def test_zip_members_are_files_of_the_dossier(tmp_path: Path) -> None:
    data = _zip({"b/tweede.txt": "tweede stuk", "a.docx": _docx(_paragraph("eerste stuk")), "__MACOSX/a.docx": "x", "b/.verborgen": "x"})
    documents = _read(tmp_path, "dossier.zip", data)
    assert [(d.file, _text(d)) for d in documents] == [("a.docx", "eerste stuk"), ("b/tweede.txt", "tweede stuk")]


def test_pdf_words_stand_where_they_are_printed(tmp_path: Path) -> None:
    lines = ("Het college „besluit” tot een huisverbod", "van tien dagen, zoals bedoeld in artikel 2")
    shown = "".join(f"BT /F 12 Tf 72 {700 - 16 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
    (document,) = _read(tmp_path, "besluit.pdf", _pdf(shown))
    assert document.text_source == "digital"
    assert _text(document) == " ".join(lines)
    (page,) = document.pages
    assert (page.width, page.height) == (595, 842)
    words = _words(document)
    assert [word.order for word in words] == sorted(word.order for word in words)
    first = words[0].box
    assert first is not None
    assert abs(first.x0 - 72) < 2
    assert first.top < 842 - 700 < first.bottom + 1
    assert all(word.confidence == 1.0 for word in words)


def test_pdf_boxes_and_strokes_are_seen(tmp_path: Path) -> None:
    shown = (
        "BT /F 12 Tf 92 700 Td (de uithuisgeplaatste is gehoord) Tj ET\n72 698 11 11 re S\n74 700 m 81 707 l S 74 707 m 81 700 l S\n"
        "BT /F 12 Tf 92 670 Td (de uithuisgeplaatste zag daarvan af) Tj ET\n72 668 11 11 re S\n"
        "BT /F 12 Tf 72 640 Td (veertien) Tj 60 0 Td (dagen) Tj ET\n71 644 m 116 644 l S\n"
    )
    (document,) = _read(tmp_path, "formulier.pdf", _pdf(shown))
    assert [word.tick for word in _words(document) if word.tick] == ["ticked", "unticked"]
    assert [word.text for word in _words(document) if word.struck] == ["veertien"]


def test_png_scan_is_recognised(tmp_path: Path) -> None:
    page = Image.new("L", (2480, 1200), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 46)
    for n, line in enumerate(("De burgemeester besluit tot een huisverbod", "voor de duur van tien dagen.")):
        draw.text((300, 300 + n * 90), line, 0, font)
    target = io.BytesIO()
    page.save(target, "PNG", dpi=(300, 300))
    (document,) = _read(tmp_path, "scan.png", target.getvalue())
    assert document.problems == ()
    assert document.text_source == "ocr"
    assert _text(document) == "De burgemeester besluit tot een huisverbod voor de duur van tien dagen."
    assert all(word.box is not None and 0.5 < word.confidence <= 1 for word in _words(document))
