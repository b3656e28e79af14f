"""The main job on the sample dossier that ships with the project: PDF, scan and Word file in, 43 verdicts out."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from checks.catalogue import catalogue
from verifier.assessment import Report, all_checks
from verifier.cli import main
from verifier.engine import check_dossier
from verifier.report.as_data import as_data

SAMPLE = Path(__file__).parents[1] / "corpus" / "voorbeeld"


@pytest.fixture(scope="module")
def report() -> Report:
    return check_dossier([SAMPLE])


def test_every_requirement_has_its_check() -> None:
    assert set(all_checks()) == {r.id for r in catalogue().requirements}


def test_the_report_validates_against_the_schema(report: Report) -> None:
    schema = json.loads((files("verifier.report") / "dossier.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(as_data(report), schema)


def test_all_requirements_are_answered_in_the_order_of_the_catalogue(report: Report) -> None:
    assert [f.requirement.id for f in report.findings] == [r.id for r in catalogue().requirements]


def test_voldaan_always_shows_the_words_that_carry_it(report: Report) -> None:
    bare = [f.requirement.id for f in report.findings if f.outcome.verdict == "voldaan" and not f.outcome.supports]
    assert not bare


def test_the_facts_of_the_sample_are_read(report: Report) -> None:
    facts = {f["name"]: f["value"] for f in as_data(report)["facts"]}
    assert facts["huisverbod.begin"] == "2021-11-14T13:50"
    assert facts["huisverbod.einde"] == "2021-11-24T13:50"
    assert facts["uithuisgeplaatste.geboren"] == "1993-08-19"
    assert facts["contactverbod.personen"] == ["Maria Josephina Vaessen-Coolen"]


def test_a_folder_without_anything_readable_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leeg.pdf").write_bytes(b"")
    assert main(["check", str(tmp_path)]) == 2
    assert "leeg.pdf" in capsys.readouterr().err


def test_a_format_that_is_not_there_yet_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLE), "--format", "docx"]) == 2
    assert "nog niet" in capsys.readouterr().err
