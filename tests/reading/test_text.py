"""The reading text keeps its way back to the page."""

from __future__ import annotations

from verifier.intake.document import Box, Line, Page, Word
from verifier.reading.language import sentence_spans
from verifier.reading.text import text_of


def _line(words: str, top: float, order: int, **more: object) -> Line:
    placed = tuple(
        Word(w, Box(50 + 40 * i, top, 85 + 40 * i, top + 10), order=order + i) for i, w in enumerate(words.split())
    )
    return Line(placed, **more)  # type: ignore[arg-type]


def test_a_broken_word_is_read_whole_and_quoted_as_printed() -> None:
    page = Page(1, (_line("een ernstig en onmid-", 100, 1), _line("dellijk gevaar", 112, 5)), 595, 842)
    text = text_of([page])
    start = text.chars.index("onmiddellijk")
    quote = text.cut(start, start + len("onmiddellijk"))
    assert quote is not None
    assert quote.words == "onmid- dellijk"
    assert len(quote.boxes) == 2


def test_struck_words_are_not_read() -> None:
    words = (Word("ja", order=1, struck=True), Word("nee", order=2))
    assert text_of([Page(1, (Line(words),))]).chars.strip() == "nee"


def test_cells_of_a_row_are_read_side_by_side() -> None:
    page = Page(1, (_line("Naam:", 100, 1, cell=(0, 0, 0)), _line("Jansen", 100, 2, cell=(0, 0, 1))), 595, 842)
    assert text_of([page]).blocks[0].cells == ((0, 5), (6, 12))


def test_sentences_survive_abbreviations() -> None:
    text = "Ik heb dhr. A.B. de Vries geb. 3-2-1980 gehoord op grond van art. 4:8 Awb t.a.v. het voornemen. Hij zweeg."
    assert [text[a:b] for a, b in sentence_spans(text)][1:] == ["Hij zweeg."]
