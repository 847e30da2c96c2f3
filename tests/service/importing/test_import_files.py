"""Files as people send them, each with what its import must say. Every line is written, known or refused (rule R31)."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.sealed import Keyring
from service.importing.clients import ReadingRules
from service.importing.columns import ColumnMapping, read_mapping
from service.importing.files.reading import FileChoice, HeaderUnclear, source_file
from service.importing.files.workbook import SheetUnclear
from service.importing.order import ImportOrder, ImportOutcome
from service.importing.run import RestrictionUnanswered, import_clients, sampled_names
from tests.support.rows.import_register import MemoryRegister

FILES = Path(__file__).parent / "files"
TODAY = date(2026, 11, 23)
RING = Keyring({1: b"s" * 32}, {1: b"i" * 32})
NOBODY = ColumnMapping(defaults={"safety_restriction": "ei"})


def order(file: str | Path, mapping: ColumnMapping = NOBODY, **changes: Any) -> ImportOrder:
    return ImportOrder(source_file(FILES / file), mapping, ReadingRules(TODAY, allow_artificial=True), RING, **changes)


async def imported(file: str | Path, register: MemoryRegister | None = None, **changes: Any) -> ImportOutcome:
    outcome = await import_clients(order(file, **changes), register if register is not None else MemoryRegister())
    assert outcome.lines == outcome.tally.written + outcome.tally.unchanged + outcome.tally.refused
    return outcome


def refused(outcome: ImportOutcome) -> dict[int, str]:
    return {refusal.line: refusal.faults[0].code for refusal in outcome.refusals}


def people(register: MemoryRegister) -> set[str]:
    return {client.first_names for client in register.clients.values()}


async def test_a_stray_quote_hides_nobody() -> None:
    outcome = await imported("stray_quotes.csv", register := MemoryRegister())
    assert refused(outcome) == dict.fromkeys((2, 3, 4), "ROW_QUOTE_STRAY")
    assert people(register) == {"Neljäs"}
    assert outcome.lines == 4


async def test_a_formula_without_a_result_refuses_the_row_and_is_never_an_empty_cell() -> None:
    outcome = await imported("formula_without_result.xlsx", register := MemoryRegister())
    assert refused(outcome) == dict.fromkeys((2, 3, 4), "CELL_FORMULA")
    assert {fault.field for fault in outcome.refusals[0].faults} == {"safety_restriction"}
    assert register.clients == {}


async def test_the_error_of_a_formula_refuses_the_row() -> None:
    outcome = await imported("error_cells.xlsx")
    assert refused(outcome) == dict.fromkeys((2, 3, 4), "CELL_ERROR")
    assert [refusal.faults[0].field for refusal in outcome.refusals] == [
        "last_name",
        "street_address",
        "safety_restriction",
    ]


async def test_a_hidden_sheet_is_not_imported_and_the_visible_one_is_named() -> None:
    outcome = await imported("hidden_first_sheet.xlsx", register := MemoryRegister())
    assert outcome.tally.written == len(register.clients) == 1
    assert outcome.form == "Excel, taulukko Nykyiset"
    assert outcome.notes_in("fi")[0] == "Piilotettua taulukkoa Vanhat ei luettu."
    assert people(register) != people(await _register_of("hidden_first_sheet.xlsx", "Vanhat"))


async def _register_of(file: str, sheet: str) -> MemoryRegister:
    register = MemoryRegister()
    await imported(file, register, choice=FileChoice(sheet=sheet))
    return register


async def test_of_two_sheets_with_rows_one_must_be_named() -> None:
    with pytest.raises(SheetUnclear, match="Mikkeli, Pieksämäki"):
        await imported("two_sheets.xlsx")
    register = MemoryRegister()
    for sheet in ("Mikkeli", "pieksämäki"):
        outcome = await imported("two_sheets.xlsx", register, choice=FileChoice(sheet=sheet))
        assert outcome.tally.written == 1
    assert len(register.clients) == 2
    with pytest.raises(SheetUnclear, match="no sheet Juva"):
        await imported("two_sheets.xlsx", choice=FileChoice(sheet="Juva"))


async def test_rows_that_a_filter_hides_are_told() -> None:
    outcome = await imported("filtered_rows.xlsx")
    assert outcome.tally.written == 2
    assert "Piilotettuja tai suodatettuja rivejä luettiin 1: 3." in outcome.notes_in("fi")


@pytest.mark.parametrize("later", ["corrected.csv", "new_column.csv"])
async def test_a_corrected_file_makes_no_second_client_of_anybody(later: str) -> None:
    register = MemoryRegister()
    first = await imported("uncorrected.csv", register)
    assert refused(first) == {3: "MUNICIPALITY_UNKNOWN"}

    again = await imported(later, register)

    assert refused(again) == {2: "ROW_POSSIBLE_DOUBLE"}
    assert sorted(client.first_names for client in register.clients.values()) == ["Uusinta Aino", "Uusinta Bo"]


async def test_whoever_is_somebody_else_is_written_when_a_person_says_so() -> None:
    register = MemoryRegister()
    await imported("uncorrected.csv", register)
    outcome = await imported("corrected.csv", register, distinct=frozenset({2}))
    assert refused(outcome) == {}
    assert len(register.clients) == 3


async def test_another_mapping_of_the_same_file_is_told_and_doubles_nobody() -> None:
    register = MemoryRegister()
    answers = {"safety_restriction": "ei"}
    for number, name in enumerate(("mapping_fi.toml", "mapping_sv.toml")):
        mapping = read_mapping(FILES / name)
        mapping = replace(mapping, defaults={**mapping.defaults, **answers})
        outcome = await imported("changed_mapping.csv", register, mapping=mapping)
        assert (outcome.tally.written, outcome.tally.unchanged) == (1 - number, number)
        assert any("toisella määrittelyllä" in note for note in outcome.notes_in("fi")) is bool(number)
    assert [client.service_language for client in register.clients.values()] == ["fi"]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("twice_encoded.csv", "TEXT_ENCODED_TWICE"),
        ("latin9.csv", "NAME_LETTERS_DOUBTFUL"),
        ("lost_letters.csv", "TEXT_LETTERS_LOST"),
    ],
)
async def test_a_name_in_broken_letters_is_refused(file: str, code: str) -> None:
    outcome = await imported(file, register := MemoryRegister())
    assert refused(outcome) == {2: code}
    assert register.clients == {}


async def test_a_named_encoding_gives_the_letters_back() -> None:
    chosen = order("latin9.csv", choice=FileChoice(encoding="iso-8859-15"))
    assert sampled_names(chosen) == ["Šemeikka"]
    await import_clients(chosen, register := MemoryRegister())
    assert people(register) == {"Žanna"}


async def test_the_mark_of_a_carriage_return_is_no_text() -> None:
    await imported("carriage_return.xlsx", register := MemoryRegister())
    [client] = register.clients.values()
    assert client.street_address
    assert "_x000D_" not in client.street_address
    assert "\r" not in client.street_address


@pytest.mark.parametrize("file", ["sep_line.csv", "title_row.csv", "strict.xlsx", "dates_of_1904.xlsx"])
async def test_what_stands_before_the_header_and_strict_workbooks_are_read(file: str) -> None:
    outcome = await imported(file, register := MemoryRegister())
    assert (outcome.tally.written, outcome.tally.refused, outcome.lines) == (1, 0, 1)
    if file == "title_row.csv":
        assert outcome.notes_in("fi")[0] == "Otsikot ovat rivillä 3; sen yläpuolelta ohitettiin rivejä 1."
    if file == "dates_of_1904.xlsx":
        assert [client.date_of_birth for client in register.clients.values()] == [date(1981, 3, 4)]


def test_a_person_above_the_header_is_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Mäkelä;Aino;0401234567\nSukunimi;Etunimet;Puhelin\nMäkelä;Eino;\n", "utf-8")
    with pytest.raises(HeaderUnclear, match="line 1"):
        sampled_names(order(tmp_path / "a.csv"))


def test_a_mapping_with_a_byte_order_mark_is_read() -> None:
    assert read_mapping(FILES / "mapping_with_bom.toml").columns == {"huomautus": ""}


async def test_words_are_read_for_codes() -> None:
    outcome = await imported("words_for_codes.csv", register := MemoryRegister())
    read = {client.first_names: client for client in register.clients.values()}
    assert refused(outcome) == {16: "MUNICIPALITY_ABROAD"}
    assert [read[f"Maa {name}"].country for name in ("Suomi", "Finland", "FIN", "Viro")] == ["FI", "FI", "FI", "EE"]
    assert (read["Tosi"].safety_restriction, read["Epatosi"].safety_restriction) == (True, False)
    languages = {"Viittoma": "fse", "Viittoma Kaksi": "sgn", "Inari": "smn", "Koltta": "sms", "Romani": "rom"}
    assert {name: read[name].mother_tongue for name in (*languages, "Karjala")} == languages | {"Karjala": "krl"}
    assert (read["Helsingin"].municipality, read["Pedersore"].municipality) == ("091", "599")
    dates = ("Kellonaika", "Iso aika", "Kauttaviiva", "Valilyonnit")
    assert {read[name].date_of_birth for name in dates} == {date(1990, 1, 31)}


async def test_abroad_is_no_municipality_until_the_mapping_says_what_is_meant() -> None:
    decided = ColumnMapping(words={"municipality": {"200": ""}})
    outcome = await imported("words_for_codes.csv", register := MemoryRegister(), mapping=decided)
    assert refused(outcome) == {}
    assert {c.municipality for c in register.clients.values() if c.first_names == "Koodi200"} == {None}


async def test_nothing_said_of_a_safety_restriction_is_no_answer() -> None:
    register = MemoryRegister()
    with pytest.raises(RestrictionUnanswered, match="Turvakielto"):
        await imported("no_restriction_column.csv", register, mapping=ColumnMapping())
    assert (register.clients, register.begun) == ({}, [])
    assert (await imported("no_restriction_column.csv", register)).tally.written == 1


async def test_empty_cells_of_the_restriction_are_told_and_refused_where_an_answer_is_required(tmp_path: Path) -> None:
    text = "Sukunimi;Etunimet;Turvakielto\nMäkelä;Aino;\nMäkelä;Eino;x\nMäkelä;Oiva;ei\n"
    (tmp_path / "a.csv").write_text(text, "utf-8")
    outcome = await imported(tmp_path / "a.csv", mapping=ColumnMapping())
    assert outcome.tally.written == 3
    assert outcome.notes_in("fi")[0].startswith("Turvakielto oli tyhjä 1 rivillä")
    strict = ColumnMapping(required=frozenset({"safety_restriction"}))
    assert refused(await imported(tmp_path / "a.csv", mapping=strict)) == {2: "TEXT_EMPTY"}


async def test_names_of_many_languages_keep_their_letters() -> None:
    outcome = await imported("names.csv", register := MemoryRegister())
    names = {(client.last_name, client.first_names) for client in register.clients.values()}
    codes = Counter(refused(outcome).values())
    assert {("O'Brien", "Seán"), ("Åström", "Hajotettu"), ("Guttorm-Näkkäläjärvi", "Áŋŋel Đorđe Ŧuru")} <= names
    assert ("李", "小龙") in names
    assert codes["CELL_ERROR"] == 1
    assert outcome.lines == 32
