"""The report of refused rows: a CSV file beside the imported file, for the person who corrects it, without values."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from models.values import ValueRefused
from models.vocabulary import refusals as texts
from service.importing.columns import COLUMN_TITLES
from service.importing.run import RefusedRow

_HEADER = ("Rivi", "Sarake", "Koodi", "Syy")


def report_path(file: Path) -> Path:
    """Return the path of the report of a file: asiakkaat.csv → asiakkaat.hylatyt.csv."""
    return file.with_name(f"{file.stem}.hylatyt.csv")


def reason(code: str) -> str:
    """Return the Finnish text of a refusal; codes that only the write pipeline knows get a general text."""
    return texts().get(code, texts()[ValueRefused.code]).fi


def write_report(refusals: Iterable[RefusedRow], path: Path) -> None:
    """Write one line per fault, in the order of the file, as a Finnish Excel reads it; an old report is replaced."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(_HEADER)
    for refusal in refusals:
        for fault in refusal.faults:
            title = COLUMN_TITLES.get(fault.field or "", "")
            writer.writerow((refusal.line, title, fault.code, reason(fault.code)))
    beside = path.with_suffix(".part")
    beside.write_text(written.getvalue(), "utf-8-sig", newline="")
    beside.replace(path)  # a reader of the old report never sees an incomplete new one
