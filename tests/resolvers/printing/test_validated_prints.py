"""Each print passes a validator that Typst has no part in: what it checks of PDF/UA-1, without a finding."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import coverage, validate

from resolvers.printing.typesetting import pdf_of
from service.development.pictures import printed_samples
from service.settings import ROOT
from tests.support.organisation import NOW

PRINTS = ("certificate", "letter", "package-fi", "package-sv", "package-en")


def findings(pdf: bytes, folder: Path) -> list[str]:
    """Return the rules against which the validator finds something."""
    path = folder / "print.pdf"
    path.write_bytes(pdf)
    report = validate(str(path))
    assert len(report.outcomes) == coverage().implemented_rules, "every rule has run"
    return [f"{finding.rule_id}: {finding.message}" for finding in report.findings]


def printed(name: str) -> bytes:
    return pdf_of(printed_samples()[name], int(NOW.timestamp()))


def test_every_print_has_a_sample() -> None:
    assert set(printed_samples()) == set(PRINTS)


@pytest.mark.parametrize("name", PRINTS)
def test_an_independent_validator_finds_nothing_in_a_print(name: str, tmp_path: Path) -> None:
    assert findings(printed(name), tmp_path) == []


@pytest.mark.parametrize("part", ["/StructTreeRoot", "/Lang", "/MarkInfo", "/Metadata"])
def test_the_validator_finds_what_is_taken_out_of_a_print(part: str, tmp_path: Path) -> None:
    spoiled = BytesIO()
    with pikepdf.open(BytesIO(printed("letter"))) as document:
        del document.Root[part]
        document.save(spoiled)

    assert findings(spoiled.getvalue(), tmp_path)


def test_the_document_tells_how_much_of_the_standard_is_checked() -> None:
    checked = coverage()

    assert f"{checked.covered} of the {checked.total}" in (ROOT / "docs" / "printing.md").read_text("utf-8")
