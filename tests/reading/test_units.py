"""The units of a paper: sentences and form rows, whole where a page or a row breaks them."""

from __future__ import annotations

from verifier.intake.document import Box, Line, Page, Word
from verifier.reading.papers.units import left_open, units_of
from verifier.reading.text import text_of


def _page(number: int, *lines: str, bold: bool = False) -> Page:
    order, made = 0, []
    for at, words in enumerate(lines):
        placed = tuple(Word(w, Box(50 + 40 * i, 100 + 12 * at, 85 + 40 * i, 110 + 12 * at), order=order + i) for i, w in enumerate(words.split()))
        order += len(placed)
        made.append(Line(placed, bold=bold))
    return Page(number, tuple(made), 595, 842)


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = [_page(1, "mevrouw te gelasten om de woning aan de Laan van Noord 29, 3703"), _page(2, "AB Dorp terstond te verlaten.")]
    assert [u.text for u in units_of(text_of(pages), "beschikking_huisverbod")] == [
        "mevrouw te gelasten om de woning aan de Laan van Noord 29, 3703 AB Dorp terstond te verlaten."
    ]


def test_a_new_item_on_the_next_page_is_a_unit_of_its_own() -> None:
    pages = [_page(1, "hem te gelasten om de woning terstond te verlaten en weg te blijven"), _page(2, "2. hem te verbieden contact op te nemen.")]
    assert len(units_of(text_of(pages), "beschikking_huisverbod")) == 2


def test_a_row_in_bold_with_its_value_is_no_heading() -> None:
    unit, = units_of(text_of([_page(1, "Naam, voornamen: Jansen, Piet", bold=True)]), "beschikking_huisverbod")
    assert (unit.function, unit.label) == ("form", "Naam, voornamen")


def _row(order: int, row: int, *cells: str) -> list[Line]:
    made = []
    for column, cell in enumerate(cells):
        words = tuple(Word(w, order=order + i) for i, w in enumerate(cell.split()))
        order += len(words)
        made.append(Line(words, cell=(0, row, column), gap_before=2.0))
    return made


def test_boxes_under_answers_are_read_by_their_column() -> None:
    rows = [("Signaal", "ja nee onbekend bron"), ("1. Alcohol", "☒ ☐ ☐ eigen waarneming"), ("2. Wapens", "☐ ☒ ☐"), ("3. Schulden", "☐ ☐ ☐")]
    lines = [line for i, cells in enumerate(rows) for line in _row(10 * i, i, *cells)]
    units = units_of(text_of([Page(1, tuple(lines), 595, 842)]), "rihg")
    assert [u.text for u in units[1:]] == ["1. Alcohol: ja eigen waarneming", "2. Wapens: nee", "3. Schulden: niet ingevuld"]


def test_boxes_under_other_words_are_read_by_their_column_too() -> None:
    rows = [("Blok A", "sterk zwak weet niet"), ("1. Alcohol", "☒ ☐ ☐"), ("2. Wapens", "☐ ☐ ☒"), ("3. Schulden", "☐ ☐ ☐")]
    lines = [line for i, cells in enumerate(rows) for line in _row(10 * i, i, *cells)]
    units = units_of(text_of([Page(1, tuple(lines), 595, 842)]), "rihg")
    assert [u.text for u in units[1:]] == ["1. Alcohol: sterk", "2. Wapens: weet niet", "3. Schulden: niet ingevuld"]


def test_a_ticked_box_without_words_is_not_taken_for_an_empty_row() -> None:
    units = units_of(text_of([Page(1, tuple(_row(0, 0, "Schulden", "☐ ☒")), 595, 842)]), "rihg")
    assert [u.text for u in units] == ["Schulden: aangekruist"]


def test_a_row_that_is_not_filled_in_tells_nothing() -> None:
    assert left_open("Uitgereikt aan: .......... op: ..........") and left_open("Tolk: niet ingevuld")
    assert not left_open("Uitgereikt op: 4 mei 2019 te ..........") and not left_open("Uitgereikt aan de man.")


def test_words_of_the_law_with_the_persons_of_the_case_are_not_preprinted() -> None:
    imposed, printed = (
        units_of(text_of([_page(1, words)]), "beschikking_huisverbod")[0].function
        for words in (
            "de heer K. Bos een huisverbod op te leggen als bedoeld in artikel 2 van de wet, voor de woning Laan 1, 1234 AB Zeedorp",
            "Een huisverbod als bedoeld in artikel 2 van de wet kan worden verlengd.",
        )
    )
    assert imposed != "preprinted" and printed == "preprinted"
