"""The command as a person runs it: what it prints, and how it ends."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from models.client import Client
from models.organisation import Organisation, Unit
from models.term import Term
from models.vocabulary import seeded_words
from service.settings import ROOT
from tests.support.organisation import STAMP

FILES = Path(__file__).parent / "files"


@pytest.fixture
async def unit(database: str) -> UUID:
    """Return the only unit of a new installation."""
    stamped: dict[str, Any] = {**STAMP, "state": "ACTIVE"}
    words = {(w.vocabulary, w.token): w for w in seeded_words()}.values()
    titles = [{"title_fi": w.fi, "title_sv": w.sv, "title_en": w.en} for w in words]
    await Term.bulk_create(
        [Term(vocabulary=w.vocabulary, token=w.token, **t, **stamped) for w, t in zip(words, titles, strict=True)]
    )
    organisation = await Organisation.create(name="Polku ry", business_id="0944845-0", **stamped)
    return UUID(str((await Unit.create(organisation=organisation, name="Mikkeli", **stamped)).id))


async def run(url: str, state: Path, file: str, *options: str) -> tuple[int, str]:
    copy = state / file
    copy.write_bytes((FILES / file).read_bytes())
    environment = os.environ | {"POLKU_MODE": "test", "POLKU_DATABASE_URL": url, "POLKU_STATE_DIR": str(state)}
    environment |= {"COLUMNS": "200", "NO_COLOR": "1"}
    command = (sys.executable, "-m", "service.commands.cli", "import", "clients", str(copy), *options)
    started = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment, stdout=PIPE, stderr=STDOUT)
    printed, _ = await started.communicate()
    return int(started.returncode or 0), printed.decode()


async def test_the_lines_are_printed_and_the_report_names_each_that_was_refused(
    unit: UUID, database: str, tmp_path: Path
) -> None:
    code, printed = await run(database, tmp_path, "stray_quotes.csv")
    assert code == 0
    assert "Rivejä luettiin 4. Kirjoitettiin 1 asiakasta, ennallaan 0, hylättiin 3." in printed
    assert "010381" not in printed
    report = (tmp_path / "stray_quotes.hylatyt.csv").read_text("utf-8-sig")
    assert [line.split(";")[:3] for line in report.splitlines()[1:]] == [
        [str(line), "", "ROW_QUOTE_STRAY"] for line in (2, 3, 4)
    ]
    assert await Client.filter(unit_id=unit).count() == 1


@pytest.mark.parametrize(
    ("file", "options", "text"),
    [
        ("no_restriction_column.csv", (), "FILE_RESTRICTION_UNANSWERED"),
        ("latin9.csv", ("--encoding", "nonsense"), "FILE_ENCODING_UNKNOWN"),
    ],
)
async def test_a_file_that_leaves_a_question_ends_with_a_sentence_and_writes_nothing(
    unit: UUID, database: str, tmp_path: Path, file: str, options: tuple[str, ...], text: str
) -> None:
    code, printed = await run(database, tmp_path, file, *options)
    assert (code, text in printed, "Traceback" in printed) == (2, True, False)
    assert await Client.filter(unit_id=unit).count() == 0


@pytest.mark.parametrize(
    ("file", "options", "written"),
    [
        ("no_restriction_column.csv", ("--nobody-is-restricted",), 1),
        ("two_sheets.xlsx", ("--sheet", "Pieksämäki"), 1),
        ("strict.xlsx", (), 1),
    ],
)
async def test_an_answered_file_is_written(
    unit: UUID, database: str, tmp_path: Path, file: str, options: tuple[str, ...], written: int
) -> None:
    code, printed = await run(database, tmp_path, file, *options)
    assert code == 0, printed
    assert f"Kirjoitettiin {written} asiakasta" in printed
    assert await Client.filter(unit_id=unit).count() == written


async def test_the_same_file_with_another_mapping_ends_with_a_sentence(
    unit: UUID, database: str, tmp_path: Path
) -> None:
    for number, mapping in enumerate(("mapping_fi.toml", "mapping_sv.toml")):
        options = ("--mapping", str(FILES / mapping), "--nobody-is-restricted")
        code, printed = await run(database, tmp_path, "changed_mapping.csv", *options)
        assert code == 0, printed
        assert ("toisella määrittelyllä" in printed) is bool(number)
    assert await Client.filter(unit_id=unit).count() == 1
