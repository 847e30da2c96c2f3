"""No line of a file is lost, whatever stands in it (rule R31), and no cell without a value counts as an empty one."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from models.sealed import Keyring
from service.importing.clients import ReadingRules
from service.importing.columns import ColumnMapping
from service.importing.files.csv_file import CsvMalformed
from service.importing.files.reading import source_file
from service.importing.order import ImportOrder, ImportOutcome
from service.importing.run import import_clients
from service.importing.words import genitives
from tests.support.good_files import archive, parts_of
from tests.support.rows.import_register import MemoryRegister

TODAY = date(2026, 11, 23)
RING = Keyring({1: b"s" * 32}, {1: b"i" * 32})
HEADER = ("Sukunimi", "Etunimet", "Puhelin", "Turvakielto", "Lähiomainen", "Huomautus")
MAPPING = ColumnMapping(columns={"huomautus": ""})


async def imported(path: Path, mapping: ColumnMapping = MAPPING) -> tuple[ImportOutcome, MemoryRegister]:
    register = MemoryRegister()
    order = ImportOrder(source_file(path), mapping, ReadingRules(TODAY, allow_artificial=True), RING)
    return await import_clients(order, register), register


def refused(outcome: ImportOutcome) -> dict[int, str]:
    return {refusal.line: refusal.faults[0].code for refusal in outcome.refusals}


def workbook(path: Path, *rows: tuple[Any, ...], header: tuple[Any, ...] = HEADER) -> Workbook:
    book = Workbook()
    for row in (header, *rows):
        book.active.append(row)
    book.save(path)
    return book


_CELL = st.sampled_from(["", "040 1234567", "kyllä", "ei", "äiti, kotona", "isä; työssä", "x"])
_PERSON = st.tuples(_CELL, _CELL, _CELL, _CELL)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    people=st.lists(_PERSON, min_size=1, max_size=8),
    quotes=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 5), st.booleans()), max_size=4),
    separator=st.sampled_from([";", ",", "\t"]),
)
async def test_wherever_a_quotation_mark_stands_every_line_is_written_or_refused(
    tmp_path: Path, people: list[tuple[str, ...]], quotes: list[tuple[int, int, bool]], separator: str
) -> None:
    letters = "ABCDEFGH"
    rows = [[letters[n], "Aino", *(c.replace(separator, " ") for c in cells)] for n, cells in enumerate(people)]
    for row, place, is_first in quotes:
        if row < len(rows):
            cell = rows[row][place]
            rows[row][place] = f'"{cell}' if is_first else f'{cell}"'
    lines = [separator.join(cells) for cells in (HEADER, *rows)]
    (tmp_path / "a.csv").write_text("\n".join(lines) + "\n", "utf-8")

    try:
        outcome, register = await imported(tmp_path / "a.csv")
    except CsvMalformed:
        return  # the whole file is refused, before anything is written

    assert outcome.tally.written + outcome.tally.refused == outcome.lines == len(rows)
    assert outcome.tally.written == len(register.clients)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
async def test_a_value_of_several_lines_is_no_stray_quote(tmp_path: Path, separator: str) -> None:
    cells = ("Mäkelä", "Aino", '"040 1234567\n040 1234568"', "ei", '"Äiti Anna, kotona\npuh. 040 1234569"', "")
    (tmp_path / "a.csv").write_text("\n".join(map(separator.join, (HEADER, cells))), "utf-8")
    outcome, register = await imported(tmp_path / "a.csv")
    [client] = register.clients.values()
    assert client.phones == ("+358401234567", "+358401234568")
    assert client.emergency_contact == "Äiti Anna, kotona puh. 040 1234569"
    assert outcome.lines == 1


async def test_a_quote_in_a_column_that_is_left_out_hides_nobody_either(tmp_path: Path) -> None:
    text = 'Sukunimi;Etunimet;Turvakielto;Huomautus\nA;Aino;ei;"soita\nB;Eino;kyllä;"\nC;Oiva;ei;\n'
    (tmp_path / "a.csv").write_text(text, "utf-8")
    outcome, register = await imported(tmp_path / "a.csv")
    assert refused(outcome) == dict.fromkeys((2, 3), "ROW_QUOTE_STRAY")
    assert [client.first_names for client in register.clients.values()] == ["Oiva"]


async def test_merged_cells_refuse_their_rows(tmp_path: Path) -> None:
    rows = [("Mäkelä", "Aino", "", "ei", "", ""), ("", "Eino", "", "ei", "", ""), ("Salo", "Oiva", "", "ei", "", "")]
    book = workbook(tmp_path / "a.xlsx", *rows)
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "a.xlsx")
    outcome, register = await imported(tmp_path / "a.xlsx")
    assert refused(outcome) == dict.fromkeys((2, 3), "ROW_CELLS_MERGED")
    assert [client.last_name for client in register.clients.values()] == ["Salo"]


async def test_a_merged_title_above_the_header_refuses_nothing(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "a.xlsx", HEADER, ("Salo", "Oiva", "", "ei", "", ""), header=("Lista", "", "", "", "", "")
    )
    book.active.merge_cells("A1:F1")
    book.save(tmp_path / "a.xlsx")
    outcome, _ = await imported(tmp_path / "a.xlsx")
    assert (outcome.tally.written, outcome.tally.refused) == (1, 0)


async def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    workbook(tmp_path / "b.xlsx", ("Salo", "Oiva", "", "ei", "=A1", ""))
    parts = parts_of((tmp_path / "b.xlsx").read_bytes())
    sheet = "xl/worksheets/sheet1.xml"
    written = parts[sheet]
    with_result = written.decode() if isinstance(written, bytes) else written
    (tmp_path / "a.xlsx").write_bytes(archive(parts | {sheet: with_result.replace('<c r="E2">', '<c r="E2" t="str">')}))
    assert refused((await imported(tmp_path / "b.xlsx"))[0]) == {2: "CELL_FORMULA"}
    assert (await imported(tmp_path / "a.xlsx"))[0].tally.written == 1


async def test_hidden_columns_are_told(tmp_path: Path) -> None:
    book = workbook(tmp_path / "a.xlsx", ("Salo", "Oiva", "", "ei", "", ""))
    book.active.column_dimensions["D"].hidden = True
    book.save(tmp_path / "a.xlsx")
    outcome, _ = await imported(tmp_path / "a.xlsx")
    assert "Piilotettuja sarakkeita luettiin: D–D." in outcome.notes_in("fi")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (";;;;;", None),
        ("Sukunimi;Etunimet;Puhelin;Turvakielto;Lähiomainen;Huomautus", "ROW_HEADER_REPEATED"),
        ("#PUUTTUU!;Aino;;ei;;", "CELL_ERROR"),
        ("Salo;Aino;;#N/A;;", "CELL_ERROR"),
        ("Salo;Aino;;ei;#JAKO/0!;", "CELL_ERROR"),
        ("Salo;Aino;;ei;Ã„iti kotona;", "TEXT_ENCODED_TWICE"),
        ("Salo;Aino;;ei;\ufffditi kotona;", "TEXT_LETTERS_LOST"),
        ("Salo;Aino;;ei;;;liikaa", "ROW_SURPLUS_CELLS"),
    ],
)
async def test_a_row_that_is_no_person_is_refused_with_its_reason(tmp_path: Path, row: str, code: str | None) -> None:
    (tmp_path / "a.csv").write_text(";".join(HEADER) + f"\n{row}\nLaine;Oiva;;ei;;\n", "utf-8")
    outcome, _ = await imported(tmp_path / "a.csv")
    assert refused(outcome) == ({2: code} if code else {})
    assert outcome.tally.written == 1


async def test_a_value_without_a_title_is_not_left_out_silently(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Sukunimi;Etunimet;;Turvakielto\nSalo;Aino;x;ei\nLaine;Oiva;;ei\n", "utf-8")
    assert refused((await imported(tmp_path / "a.csv", ColumnMapping()))[0]) == {2: "ROW_SURPLUS_CELLS"}
    left_out = ColumnMapping(columns={"": ""})
    assert refused((await imported(tmp_path / "a.csv", left_out))[0]) == {}


@pytest.mark.parametrize(("encoding", "name"), [("cp850", "Säkkinen"), ("iso-8859-15", "Šemeikka")])
async def test_names_in_an_old_encoding_are_doubted(tmp_path: Path, encoding: str, name: str) -> None:
    (tmp_path / "a.csv").write_bytes(f"Sukunimi;Etunimet;Turvakielto\n{name};Aino;ei\n".encode(encoding))
    outcome, _ = await imported(tmp_path / "a.csv", ColumnMapping())
    assert refused(outcome) == {2: "NAME_LETTERS_DOUBTFUL"}


async def test_an_accent_for_an_apostrophe_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Sukunimi;Etunimet;Turvakielto\nO´Brien;Aino;ei\n".encode("cp1252"))
    outcome, _ = await imported(tmp_path / "a.csv", ColumnMapping())
    assert outcome.tally.written == 1


@pytest.mark.parametrize(("one", "other"), [("1.1.1990", "1.1.1990"), ("", ""), ("1.1.1990", "")])
async def test_namesakes_in_one_file_whom_nothing_tells_apart_are_shown(tmp_path: Path, one: str, other: str) -> None:
    header = "Sukunimi;Etunimet;Syntymäaika;Kotikunta;Turvakielto"
    rows = (f"Salo;Aino;{one};Mikkeli;ei", f"SALO;aino;{other};Juva;ei")
    (tmp_path / "a.csv").write_text("\n".join((header, *rows)), "utf-8")
    assert refused((await imported(tmp_path / "a.csv"))[0]) == {3: "ROW_POSSIBLE_DOUBLE"}


async def test_namesakes_with_other_days_of_birth_or_contacts_are_two_people(tmp_path: Path) -> None:
    rows = (
        "Salo;Aino;1.1.1990;;ei",
        "Salo;Aino;2.1.1990;;ei",
        "Laine;Oiva;;0401234567;ei",
        "Laine;Oiva;;0401234568;ei",
    )
    (tmp_path / "a.csv").write_text("\n".join(("Sukunimi;Etunimet;Syntymäaika;Puhelin;Turvakielto", *rows)), "utf-8")
    assert (await imported(tmp_path / "a.csv"))[0].tally.written == 4


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("helsinki", "helsingin"),
        ("mikkeli", "mikkelin"),
        ("pedersore", "pedersoren"),
        ("lahti", "lahden"),
        ("turku", "turun"),
        ("tampere", "tampereen"),
        ("hanko", "hangon"),
        ("lieto", "liedon"),
        ("jokioinen", "jokioisten"),
        ("kuortane", "kuortaneen"),
        ("seinajoki", "seinajoen"),
        ("uusikaupunki", "uudenkaupungin"),
        ("loppi", "lopen"),
        ("liminka", "limingan"),
    ],
)
def test_the_genitive_of_a_municipality_is_among_those_that_are_tried(name: str, genitive: str) -> None:
    assert genitive in genitives(name)
