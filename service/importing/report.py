"""The report of refused rows: a CSV file beside the imported file, for the person who corrects it, without values."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from models.values import ValueRefused
from schema.execution.messages import message
from service.importing.clients import CellFault
from service.importing.columns import COLUMN_TITLES
from service.importing.order import RefusedRow

_HEADER = ("Rivi", "Sarake", "Koodi", "Syy")


def report_path(file: Path) -> Path:
    """Return the path of the report of a file: asiakkaat.csv → asiakkaat.hylatyt.csv."""
    return file.with_name(f"{file.stem}.hylatyt.csv")


def reason(fault: CellFault, language: str = "fi") -> str:
    """Return why a cell or a row was refused, in a language; a code without words of its own gets general ones."""
    return message(fault.code, language, message(ValueRefused.code, language, ""), fault.facts)


def write_report(refusals: Iterable[RefusedRow], path: Path) -> None:
    """Write one line per fault, in the order of the file, as a Finnish Excel reads it; an old report is replaced."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(_HEADER)
    for refusal in refusals:
        for fault in refusal.faults:
            title = COLUMN_TITLES.get(fault.field or "", "")
            writer.writerow((refusal.line, title, fault.code, reason(fault)))
    beside = path.with_suffix(".part")
    beside.write_text(written.getvalue(), "utf-8-sig", newline="")
    beside.replace(path)  # a reader of the old report never sees an incomplete new one
