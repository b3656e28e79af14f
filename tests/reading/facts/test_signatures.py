"""Who signed a decision, in what capacity and on whose behalf, and who presents himself as deciding it."""

from __future__ import annotations

import pytest
from lined import lined

from verifier.reading.facts.model import Signature
from verifier.reading.facts.signatures import deciders, role_in, same_signer, signature_of, signers, surname_beside_role

FORMULA = ("De burgemeester van Zeedorp, namens deze,", "ondertekening besluitnemer")


def signed(*lines: tuple[str, str]) -> Signature:
    return signature_of(lined("beschikking_huisverbod", ("Besluit huisverbod", ""), *lines, function="narrative"))


def test_the_block_that_was_read_as_the_signature() -> None:
    found = signed(FORMULA, ("K. Bos, inspecteur, hulpofficier van justitie", "ondertekening"))
    assert (found.name, found.role, found.signed, found.on_behalf is not None) == ("K. Bos", "hovj", True, True)


def test_who_signs_for_service_is_not_the_signer() -> None:
    mayor = [("De burgemeester van Zeedorp,", "ondertekening"), ("mr. A. Smit", "ondertekening")]
    served = [("Uitgereikt op 4 mei 2019 door:", "uitreiking_moment"), ("K. Bos, hulpofficier van justitie", "ondertekening")]
    assert signed(*mayor, *served).name == "A. Smit"


def test_the_name_behind_a_formula_that_alone_was_read() -> None:
    found = signed(FORMULA, ("de hulpofficier van justitie", ""), ("naam: K. Bos", ""))
    assert (found.name, found.role) == ("K. Bos", "hovj")


def test_the_formula_over_a_name_that_alone_was_read() -> None:
    found = signed((FORMULA[0], ""), ("K. Bos, hulpofficier van justitie", "ondertekening"))
    assert (found.name, found.on_behalf is not None) == ("K. Bos", True)


def test_for_this_extension_is_not_for_the_mayor() -> None:
    found = signed(("Beroep telt ook voor deze verlenging.", ""), ("De burgemeester van Zeedorp,", "ondertekening"), ("A. Smit", "ondertekening"))
    assert (found.role, found.on_behalf) == ("burgemeester", None)


def test_the_mayor_in_the_formula_is_no_name() -> None:
    assert signed(("Namens de burgemeester van Zeedorp, A. Schoorl", "ondertekening")).name == "A. Schoorl"


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Namens deze, hulpofficier van justitie (paraaf)", True),
        ("De burgemeester, w.g.", True),
        ("Handtekening: ..........", False),
        ("De burgemeester van Zeedorp", False),
    ],
)
def test_a_mark_without_a_name(words: str, known: bool) -> None:
    found = signed((words, "ondertekening"))
    assert (found.name, found.signed) == (None, known)


def test_a_surname_alone() -> None:
    assert surname_beside_role("hovj Jansen-Bouma") == "Jansen-Bouma"
    assert surname_beside_role("Rademakers, hulpofficier") == "Rademakers"
    assert surname_beside_role("Naam HOvJ: Datum en handtekening:") is None


def test_who_presents_himself_as_deciding() -> None:
    paper = lined("beschikking_huisverbod", ("Namens de burgemeester van Zeedorp", "besluitnemer"), ("besluit ik, hulpofficier,", "besluitnemer"))
    assert [role for role, _ in deciders(paper)] == ["hovj"]
    assert role_in("Burgemeester en wethouders van Zeedorp") == "anders"


def test_one_signer_under_a_short_surname() -> None:
    assert same_signer("M. van Es", "M. van Es")
    assert not same_signer("M. van Es", "K. Bos")


def test_who_made_a_paper() -> None:
    paper = lined("pv_horen", ("Ik, K. Bos, verbalisant", "steller"), ("Handtekening uitreiker R. Vos", "ondertekening uitreiking_moment"))
    assert signers(paper) == ("K. Bos",)


def test_the_capacity_in_a_line_of_its_own_under_the_name() -> None:
    found = signed(("Zeedorp, 4 mei 2019", "opgemaakt"), ("K. Bos,", "ondertekening"), ("wethouder", ""))
    assert (found.name, found.role) == ("K. Bos", "anders")
