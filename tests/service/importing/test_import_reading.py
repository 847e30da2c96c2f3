from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from resolvers.contents.archives import Bounds
from service.importing.columns import (
    ColumnMapping,
    ColumnMissing,
    ColumnRepeated,
    Columns,
    ColumnUnknown,
    MappingRefused,
    match_columns,
    read_mapping,
)
from service.importing.files.csv_file import CsvMalformed, EncodingUnknown, SeparatorUnknown
from service.importing.files.lines import FileRow
from service.importing.files.reading import FileEmpty, FileKindUnknown, Table, read_table, source_file
from service.importing.files.workbook import WorkbookMalformed, WorkbookTooLarge
from tests.support.good_files import archive, parts_of, xlsx

TEXT = "Sukunimi;Etunimet;Kotikunta\nMäkelä;Åsa Žofia;Mikkeli\n"


def read(tmp_path: Path, content: bytes, name: str = "asiakkaat.csv") -> Table:
    path = tmp_path / name
    path.write_bytes(content)
    return read_table(source_file(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_encoding_and_separator_reads_alike(tmp_path: Path, encoding: str, separator: str) -> None:
    table = read(tmp_path, TEXT.replace(";", separator).encode(encoding))
    assert table.header.cells == ("Sukunimi", "Etunimet", "Kotikunta")
    assert [line.cells for line in table.lines] == [("Mäkelä", "Åsa Žofia", "Mikkeli")]


def test_line_numbers_are_those_of_an_editor(tmp_path: Path) -> None:
    table = read(tmp_path, b'\n"Suku\nnimi";b\r\n\r\n"x\ny";1\r\nz;2\r\n')
    assert (table.header.number, [line.number for line in table.lines]) == (2, [5, 7])


def test_a_rare_line_separator_inside_a_value_does_not_break_the_row(tmp_path: Path) -> None:
    table = read(tmp_path, "a;b\nKatu\u20281;x\x0by\n".encode())
    assert [line.cells for line in table.lines] == [("Katu\u20281", "x\x0by")]


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"", "a.csv", SeparatorUnknown),
        (b"a;b\n\x81\x8d;x\n", "a.csv", EncodingUnknown),
        (b"\xff\xfea", "a.csv", EncodingUnknown),
        (b'"a;b', "a.csv", SeparatorUnknown),
        (b"Sukunimi\nA\n", "a.csv", SeparatorUnknown),
        (b";;\n", "a.csv", FileEmpty),
        (b"a;b", "a.ods", FileKindUnknown),
        (b"not a zip", "a.xlsx", WorkbookMalformed),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        read(tmp_path, content, name)


def test_an_open_quotation_names_the_line_where_it_began(tmp_path: Path) -> None:
    with pytest.raises(CsvMalformed, match="line 3"):
        read(tmp_path, b'a;b\n1;2\n"3;4\n5;6\n')


def test_a_workbook_reads_as_a_person_sees_it(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(["Sukunimi", "Synt.aika", "Postinumero", "Turvakielto", "Puh."])
    workbook.active.append(["Mäkelä", datetime(1990, 1, 31), 100.0, True, 2.5])  # noqa: DTZ001 - a cell has no zone
    workbook.save(tmp_path / "a.xlsx")
    table = read_table(source_file(tmp_path / "a.xlsx"))
    assert [line.cells for line in table.lines] == [("Mäkelä", "1990-01-31", "100", "kyllä", "2.5")]


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.importing.files.workbook.BOUNDS", Bounds(expanded=100))
    Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(WorkbookTooLarge):
        read_table(source_file(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("change", ["a size that is not true", "a row that is none", "entities"])
def test_a_workbook_that_is_not_what_it_says_is_refused(tmp_path: Path, change: str) -> None:
    sheet, content = "xl/worksheets/sheet1.xml", bytearray(xlsx())
    if change == "a size that is not true":
        content[content.rindex(sheet.encode()) - 22] ^= 1  # the directory's size of the sheet
    else:
        bad = {
            "a row that is none": "<worksheet><sheetData><row",
            "entities": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        }
        parts = {name: part for name, part in parts_of(bytes(content)).items() if name != sheet}
        content = bytearray(archive(parts | {sheet: bad[change]}))
    (tmp_path / "a.xlsx").write_bytes(content)

    with pytest.raises((WorkbookMalformed, FileEmpty)):
        list(read_table(source_file(tmp_path / "a.xlsx")).lines)


def matched(*header: str, mapping: ColumnMapping | None = None) -> Columns:
    return match_columns(FileRow(1, header), mapping or ColumnMapping())


def test_headers_are_recognised_without_case_accents_and_signs() -> None:
    columns = matched("SUKUNIMI", "Etunimi", "Hetu", "synt. aika", "Puh.", "Puhelin 2", "S-posti", "Aidinkieli", "")
    assert columns.fields[:5] == ("last_name", "first_names", "personal_identity_code", "date_of_birth", "phones")
    assert columns.fields[5:] == ("phones", "email", "mother_tongue", None)


def test_several_phone_columns_are_read_together() -> None:
    columns = matched("Sukunimi", "Etunimet", "Puhelin", "Puhelin 2")
    assert columns.texts(FileRow(2, ("A", "B", "1", "2")))["phones"] == "1;2"


@pytest.mark.parametrize(
    ("header", "refusal", "text"),
    [
        (("Etunimet", "Hetu"), ColumnMissing, "Sukunimi"),
        (("Sukunimi", "Etunimet", "Kengännumero"), ColumnUnknown, "Kengännumero"),
        (("Sukunimi", "Etunimet", "Osoite", "Katuosoite"), ColumnRepeated, "Katuosoite"),
    ],
)
def test_a_header_that_leaves_questions_is_refused_by_name(
    header: tuple[str, ...], refusal: type[Exception], text: str
) -> None:
    with pytest.raises(refusal, match=text):
        matched(*header)


def test_a_file_without_a_header_is_refused_without_quoting_a_person() -> None:
    with pytest.raises(ColumnMissing) as caught:
        matched("Meikäläinen", "Maija", "010190-900X")
    assert "Meikäläinen" not in str(caught.value)


IN_TOML = """
[columns]
"Koko nimi" = "last_name"
"Kenkä" = ""
[defaults]
first_names = "X"
[words.gender]
"Tyttö" = "FEMALE"
"""
IN_JSON = """{
  "columns": {"Koko nimi": "last_name", "Kenkä": ""},
  "defaults": {"first_names": "X"},
  "words": {"gender": {"Tyttö": "FEMALE"}}
}"""


@pytest.mark.parametrize(("name", "text"), [("m.toml", IN_TOML), ("m.json", IN_JSON)])
def test_a_mapping_file_names_columns_defaults_and_words(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    columns = matched("KOKO NIMI", "kenkä", "Sukupuoli", mapping=read_mapping(tmp_path / name))
    texts = columns.texts(FileRow(2, ("Mäkelä", "43", "TYTTÖ")))
    assert texts == {"last_name": "Mäkelä", "first_names": "X", "gender": "FEMALE"}


@pytest.mark.parametrize(
    "text", ["[columns", '{"columns": 5}', '{"columns": {"a": "salary"}}', '{"words": {"gender": 1}}']
)
def test_a_mapping_file_that_says_nothing_sensible_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.json").write_text(text, "utf-8")
    with pytest.raises(MappingRefused):
        read_mapping(tmp_path / "m.json")
