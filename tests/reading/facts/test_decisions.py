"""Decisions read from made-up papers."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from verifier.intake.document import Document, Line, Page, Word
from verifier.reading.facts.decisions import decision_of
from verifier.reading.facts.model import Decision
from verifier.reading.facts.names import find_names, tidy
from verifier.reading.papers import papers_of

_HEAD = ("BESLUIT HUISVERBOD", "Zeedorp, 4 mei 2019", "Aan de heer K.L. Duinstra, geboren 3 maart 1979, wordt een huisverbod opgelegd.")
_FORMULA = "De burgemeester van Zeedorp, namens deze,"


def _document(*pages: tuple[str, ...]) -> Document:
    """Each line a paragraph; a line with ``|`` is a table row."""
    order = 0
    made = []
    for number, lines in enumerate(pages, 1):
        laid = []
        for row, text in enumerate(lines):
            cells = text.split("|")
            for column, cell in enumerate(cells):
                words = []
                for word in cell.split():
                    order += 1
                    words.append(Word(word, order=order))
                laid.append(Line(tuple(words), cell=(0, row, column) if len(cells) > 1 else None, gap_before=2.0))
        made.append(Page(number, tuple(laid)))
    return Document("besluit.pdf", "0" * 64, tuple(made))


def _decision(*lines: str) -> Decision:
    (paper,) = papers_of(_document((*_HEAD, *lines)))
    return decision_of(0, paper)


def test_a_name_under_the_formula_signs_and_the_mayor_does_not() -> None:
    signature = _decision(_FORMULA, "A.B. Kwakman, inspecteur, hulpofficier van justitie").signature
    assert (signature.name, signature.role, signature.signed) == ("A.B. Kwakman", "hovj", True)
    assert signature.on_behalf is not None


def test_a_form_row_holds_the_signature() -> None:
    signature = _decision("Handtekening | A.B. Kwakman, hulpofficier van justitie").signature
    assert (signature.name, signature.role) == ("A.B. Kwakman", "hovj")


def test_a_friendly_close_is_a_close() -> None:
    signature = _decision("Met vriendelijke groet,", "mr. P. Zandstra", "burgemeester van Zeedorp").signature
    assert (signature.name, signature.role) == ("P. Zandstra", "burgemeester")


def test_a_dotted_line_is_no_signature() -> None:
    signature = _decision(_FORMULA, "....................").signature
    assert (signature.name, signature.signed) == (None, False)
    assert signature.block is not None


def test_begin_and_end_in_rows_of_a_form() -> None:
    decision = _decision("Vanaf | zaterdag 04/05/19, 19:10 uur", "Einddatum en -tijd | dinsdag 14 mei 2019, 19:10")
    assert decision.begin and decision.begin.value == datetime(2019, 5, 4, 19, 10)
    assert decision.end and decision.end.value == datetime(2019, 5, 14, 19, 10)


def test_ten_days_from_today_leaves_the_end_unstated() -> None:
    decision = _decision("Het huisverbod geldt met ingang van heden 18.00 uur voor de duur van tien dagen.")
    assert decision.begin and decision.begin.value == datetime(2019, 5, 4, 18, 0)
    assert decision.end is None
    assert decision.days and decision.days.value == 10


def test_service_is_not_the_end() -> None:
    decision = _decision("Uitgereikt aan betrokkene op 4 mei 2019 te 19.30 uur.")
    assert decision.end is None
    assert decision.served and decision.served.value == datetime(2019, 5, 4, 19, 30)


def test_the_ban_names_each_child_and_who_is_a_minor() -> None:
    decision = _decision("U mag geen contact opnemen met Truus Mol (42 jaar), Daan Mol (19) en Roos Mol, geboren 2 juni 2009.")
    assert [n.value for n in decision.names] == ["Truus Mol", "Daan Mol", "Roos Mol"]
    assert [n.value for n in decision.minors] == ["Roos Mol"]


@pytest.mark.parametrize(("text", "names"), [
    ("uw kinderen Anna, Bram en Cas van Dekker", ["Anna van Dekker", "Bram van Dekker", "Cas van Dekker"]),
    ("mevrouw E.F. (Eva Femke) Loman", ["Eva Femke Loman"]),
    ("krabbel G.H.J. Terpstra", ["G.H.J. Terpstra"]),
    ("T. Mulder T", ["T. Mulder"]),
    ("B. Postma B.C.D. Postma, inspecteur", ["B. Postma", "B.C.D. Postma"]),
    ("MOLENAAR, Piet", ["Piet Molenaar"]),
])
def test_names(text: str, names: list[str]) -> None:
    assert [tidy(n.name) for n in find_names(text)] == names


def test_a_birth_date_does_not_date_a_paper() -> None:
    (paper,) = papers_of(_document(("BESLUIT HUISVERBOD", "Aan K.L. Duinstra, geboren 3 maart 1979 te Zeedorp", "Het verbod geldt tot 14 mei 2019.")))
    assert paper.dated == date(2019, 5, 14)


def test_a_page_that_goes_on_opens_no_paper() -> None:
    second = ("Besluit. Na het invullen van het formulier heb ik besloten een huisverbod op te leggen aan de man.",)
    report = ("PROCES-VERBAAL VAN BEVINDINGEN", "Ik, verbalisant, zag de man weglopen.")
    assert len(papers_of(_document(report, second))) == 1
    assert [p.kind for p in papers_of(_document(report, _HEAD))] == ["pv_bevindingen", "beschikking_huisverbod"]
