"""What the scorer is trained on: every label names something defined, and the place of a line is what stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.training.data import papers, sentences, tops
from verifier.reading.concepts.reader import KIND_WORDS, NO_OPENING
from verifier.reading.data import load_data

CORPUS = Path(__file__).parents[1] / "corpus"


def _defined() -> set[str]:
    lists = [load_data("verifier.reading.concepts", name) for name in ("concepts.yaml", "aanvullend.yaml")]
    concepts = {f"{c['id']}:{over}" for given in lists for c in given["begrippen"] for over in c.get("over") or [""]}
    return concepts | {f"regel:{r['id']}" for r in lists[1]["regels"]}


@pytest.mark.parametrize("folder", ["papers", "sentences"])
def test_every_label_names_something_defined(folder: str) -> None:
    found = papers(sorted((CORPUS / folder).glob("*.txt"))) if folder == "papers" else sentences(sorted((CORPUS / folder).glob("*.jsonl")))
    keys = {key for example in found for key in example.answers}
    assert keys and keys <= _defined()


def test_every_top_of_a_page_is_of_a_known_kind() -> None:
    kinds = {key.removeprefix("soort:") for example in tops(sorted((CORPUS / "tops").glob("*.jsonl"))) for key in example.answers}
    assert kinds == {*KIND_WORDS, NO_OPENING}


def test_a_line_is_shown_with_its_heading_and_what_stands_before_it(tmp_path: Path) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text("== pv_horen\n## Gesprek\nIk deelde het voornemen mee. {horen_voornemen:uhg+ regel:steller+}\nHij zweeg.\n", encoding="utf-8")
    first, second = papers([path])
    assert (first.answers, first.families) == ({"horen_voornemen:uhg": "ja", "regel:steller": "ja"}, ("", "regel"))
    assert (second.shown.heading, second.shown.before, second.answers) == ("Gesprek", "Ik deelde het voornemen mee.", {})


def test_a_label_without_a_sign_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text("== brief\nEen zin. {sleutels:uhg}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="sleutels:uhg"):
        list(papers([path]))
