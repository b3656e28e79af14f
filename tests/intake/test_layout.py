"""Reading order: forms by row, running text by column, cells together, tables over a page break, running heads apart."""

from __future__ import annotations

from pathlib import Path

from written import pdf_of

from verifier.intake import Document, IntakeSettings, Line, read_dossier

SETTINGS = IntakeSettings(cache_recognised=False)
Text = tuple[float, float, str]


def _pdf(pages: list[tuple[list[Text], str]]) -> bytes:
    """A PDF with texts at (x, y from the bottom) in 10 points Helvetica, and drawing operators, for each page."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, (texts, drawing) in enumerate(pages):
        content = drawing + "".join(f" BT /F 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts)
        place = f"/MediaBox[0 0 595 842]/Contents {5 + 2 * at} 0 R/Resources<</Font<</F 3 0 R>>>>"
        objects += [f"<</Type/Page/Parent 2 0 R{place}>>", f"<</Length {len(content)}>>stream\n{content}\nendstream"]
    return pdf_of([each.encode("latin-1") for each in objects])


def _read(folder: Path, pages: list[tuple[list[Text], str]]) -> Document:
    path = folder / "stuk.pdf"
    path.write_bytes(_pdf(pages))
    (document,) = read_dossier([path], SETTINGS).documents
    return document


def _text(line: Line) -> str:
    return " ".join(word.text for word in line.words)


def test_a_form_without_rules_is_read_by_row_and_a_cell_stays_together(tmp_path: Path) -> None:
    rows: list[Text] = [
        (60, 700, "Naam"),
        (200, 700, "J. de Vries, geboren te Dorp op 3 mei 1980, zonder vaste"),
        (200, 688, "woonplaats"),
        (60, 664, "Adres van de"),
        (60, 652, "woning"),
        (200, 664, "Kerkstraat 1 te Dorp"),
        (60, 628, "Ingang"),
        (200, 628, "4 juni 2020 om 14.30 uur"),
    ]
    lines = _read(tmp_path, [(rows, "")]).pages[0].lines
    assert [(line.cell, _text(line)) for line in lines] == [
        ((0, 0, 0), "Naam"),
        ((0, 0, 1), "J. de Vries, geboren te Dorp op 3 mei 1980, zonder vaste"),
        ((0, 0, 1), "woonplaats"),
        ((0, 1, 0), "Adres van de"),
        ((0, 1, 0), "woning"),
        ((0, 1, 1), "Kerkstraat 1 te Dorp"),
        ((0, 2, 0), "Ingang"),
        ((0, 2, 1), "4 juni 2020 om 14.30 uur"),
    ]


def test_a_clock_time_centred_beside_the_lines_of_its_entry_is_the_label_of_all_of_them(tmp_path: Path) -> None:
    rows: list[Text] = [
        (60, 692, "18.30"),
        (100, 700, "Wij gaan samen naar de woning aan de Laan. Over de leuning van"),
        (100, 684, "een stoel hangt een riem."),
        (60, 652, "18.50"),
        (100, 668, "Ik praat met de man in de keuken en leg hem uit dat ik eraan"),
        (100, 652, "denk om zijn vriendin er tien dagen uit te zetten, en vraag hem"),
        (100, 636, "wat hij daarvan vindt."),
    ]
    lines = _read(tmp_path, [(rows, "")]).pages[0].lines
    assert [(line.cell, _text(line)[:10]) for line in lines] == [
        ((0, 0, 0), "18.30"), ((0, 0, 1), "Wij gaan s"), ((0, 0, 1), "een stoel "),
        ((0, 1, 0), "18.50"), ((0, 1, 1), "Ik praat m"), ((0, 1, 1), "denk om zi"), ((0, 1, 1), "wat hij da"),
    ]


def test_running_text_in_columns_is_read_by_column(tmp_path: Path) -> None:
    words = "het besluit is op schrift gesteld en uitgereikt"
    left: list[Text] = [(60, 700 - 12 * at, f"links {at} {words[: 38 + at % 3]}") for at in range(6)]
    right: list[Text] = [(320, 700 - 12 * at, f"rechts {at} {words[: 36 + at % 3]}") for at in range(6)]
    lines = _read(tmp_path, [([*left, *right], "")]).pages[0].lines
    assert [" ".join(_text(line).split()[:2]) for line in lines] == [f"{side} {at}" for side in ("links", "rechts") for at in range(6)]
    assert {line.cell for line in lines} == {None}


def test_a_sidebar_is_read_before_the_letter_beside_it_and_not_between_its_lines(tmp_path: Path) -> None:
    letter: list[Text] = [(210, 700 - 14 * at, f"regel {at} van de brief die de burgemeester schrijft") for at in range(10)]
    beside: list[Text] = [(57, 700 - 15.4 * at, words) for at, words in enumerate(("Datum", "10 februari", "Zaak", "2026-7"))]
    lines = _read(tmp_path, [([*letter, *beside], "")]).pages[0].lines
    assert [_text(line) for line in lines][:5] == ["Datum", "10 februari", "Zaak", "2026-7", letter[0][2]]
    assert {line.cell for line in lines} == {None}


def test_numbered_paragraphs_are_no_table(tmp_path: Path) -> None:
    texts: list[Text] = []
    for at in range(3):
        texts += [(60, 700 - 30 * at, f"{at + 1}."), (84, 700 - 30 * at, "U bewoont samen met uw moeder"), (84, 688 - 30 * at, "de woning")]
    lines = _read(tmp_path, [(texts, "")]).pages[0].lines
    assert {line.cell for line in lines} == {None}
    assert [_text(line) for line in lines][:2] == ["1. U bewoont samen met uw moeder", "de woning"]


def _ruled(top: float, rows: list[tuple[str, str]]) -> tuple[list[Text], str]:
    """A table of two columns with rules all around, rows of 20 points down from ``top``."""
    bottom = top - 20 * len(rows)
    level = " ".join(f"60 {top - 20 * at} m 500 {top - 20 * at} l S" for at in range(len(rows) + 1))
    upright = " ".join(f"{x} {bottom} m {x} {top} l S" for x in (60, 200, 500))
    texts = [(x, top - 14 - 20 * at, text) for at, row in enumerate(rows) for x, text in zip((65, 205), row, strict=True)]
    return texts, f"{level} {upright}"


def test_a_table_goes_on_over_the_page_and_running_heads_stand_apart(tmp_path: Path) -> None:
    pages = []
    for number, (top, rows) in enumerate(((300, [("Sleutel", "ja"), ("Tolk", "nee")]), (760, [("Raadsman", "mr. Bos")])), 1):
        texts, drawing = _ruled(top, rows)
        if number == 1:
            texts.insert(0, (60, 600, "Hieronder staat wat is afgesproken."))
        pages.append(([(60, 815, "Gemeente Dorp"), *texts, (280, 30, f"pagina {number} van 2")], drawing))
    first, second = _read(tmp_path, pages).pages
    assert [(line.region, line.cell) for line in first.lines] == [
        ("header", None),
        ("body", None),
        ("body", (0, 0, 0)),
        ("body", (0, 0, 1)),
        ("body", (0, 1, 0)),
        ("body", (0, 1, 1)),
        ("footer", None),
    ]
    assert [(line.region, line.cell) for line in second.lines] == [("header", None), ("body", (0, 2, 0)), ("body", (0, 2, 1)), ("footer", None)]


def test_a_line_through_a_word_strikes_it_and_a_line_under_it_does_not(tmp_path: Path) -> None:
    texts: list[Text] = [(60, 700, "Tolk: ja / nee"), (60, 660, "Besluit")]
    # The first line runs through the word "nee", the second under the word "Besluit".
    lines = _read(tmp_path, [(texts, "101 703.4 m 120 703.4 l S 60 658.4 m 93 658.4 l S")]).pages[0].lines
    assert [word.text for line in lines for word in line.words if word.struck] == ["nee"]


def test_words_divided_over_lines_are_given_as_printed(tmp_path: Path) -> None:
    texts: list[Text] = [(60, 700, "dit levert een onmid-"), (60, 688, "dellijk gevaar op")]
    lines = _read(tmp_path, [(texts, "")]).pages[0].lines
    assert [_text(line) for line in lines] == ["dit levert een onmid-", "dellijk gevaar op"]
