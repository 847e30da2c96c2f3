"""A fictitious spreadsheet of a coach: clients with the faults that real files have."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from openpyxl import Workbook

from models.vocabulary import languages, municipalities
from service.demo.people.identity_codes import CHECK_CHARACTERS
from service.demo.people.people import FictitiousPerson, fictitious_people

FILE_HEADER = (
    "Sukunimi",
    "Etunimet",
    "Kutsumanimi",
    "Henkilötunnus",
    "Syntymäaika",
    "Sukupuoli",
    "Äidinkieli",
    "Asiointikieli",
    "Kotikunta",
    "Katuosoite",
    "Postinumero",
    "Postitoimipaikka",
    "Puhelin",
    "Sähköposti",
    "Turvakielto",
)
_NAME, _CODE, _BORN, _TOWN, _PHONE, _EMAIL, _SAFETY = 0, 3, 4, 8, 12, 13, 14
_FAULTS_PER_THOUSAND = {
    "IDENTITY_CODE_CHECK_WRONG": 10,
    "IDENTITY_CODE_MALFORMED": 4,
    "IDENTITY_CODE_REPEATED": 8,
    "DATE_MALFORMED": 5,
    "DATE_OF_BIRTH_DISAGREES": 3,
    "TEXT_EMPTY": 5,
    "MUNICIPALITY_UNKNOWN": 3,
    "PHONE_MALFORMED": 3,
    "EMAIL_MALFORMED": 3,
    "YES_NO_UNKNOWN": 1,
}
_SHARE_WITH_CODE = 0.95
_GENDERS = {"FEMALE": ("N", "nainen", "Nainen"), "MALE": ("M", "mies", "Mies"), "OTHER": ("muu",), "UNDISCLOSED": ("",)}


@dataclass(frozen=True)
class FictitiousRow:
    """The cells of a row, and the code with which it must be refused; None for a valid row."""

    cells: tuple[str, ...]
    fault: str | None


def fictitious_rows(seed: int, count: int, today: date) -> Iterator[FictitiousRow]:
    """Return `count` rows below `FILE_HEADER`; about one in 22 has a fault, and the same seed gives the same rows."""
    chance = Random(seed)
    kinds = (*_FAULTS_PER_THOUSAND, None)
    shares = (*_FAULTS_PER_THOUSAND.values(), 1000 - sum(_FAULTS_PER_THOUSAND.values()))
    good: list[tuple[str, ...]] = []
    for person in fictitious_people(seed, count, today):
        fault = chance.choices(kinds, shares)[0]
        cells = _cells(chance, person, has_code=fault is not None or chance.random() < _SHARE_WITH_CODE)
        if fault == "IDENTITY_CODE_REPEATED":
            fault, cells = (fault, chance.choice(good)) if good else (None, cells)
        elif fault:
            cells = _with_fault(chance, cells, fault)
        if fault is None and cells[_CODE]:
            good.append(cells)
        yield FictitiousRow(cells, fault)


def faults_of(rows: Iterable[FictitiousRow]) -> Counter[str]:
    """Return how often each refusal must occur when the rows are imported into an empty register."""
    return Counter(row.fault for row in rows if row.fault)


def write_csv(path: Path, rows: Iterable[FictitiousRow], encoding: str = "cp1252", separator: str = ";") -> None:
    """Write the rows as a Finnish Excel does: Windows-1252, semicolons, an empty line at the end."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(FILE_HEADER)
        writer.writerows(row.cells for row in rows)
        writer.writerow([""] * len(FILE_HEADER))


def write_workbook(path: Path, rows: Iterable[FictitiousRow]) -> None:
    """Write the rows as a workbook; postal codes lose their leading zeros."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Asiakkaat")
    sheet.append(FILE_HEADER)
    for row in rows:
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in row.cells])
    workbook.save(path)


def _cells(chance: Random, person: FictitiousPerson, *, has_code: bool) -> tuple[str, ...]:
    code = chance.choice((person.identity_code, person.identity_code, person.identity_code.lower()))
    born = person.date_of_birth
    town = municipalities()[person.municipality]
    return (
        person.last_name,
        chance.choice((person.first_names, person.first_names.replace(" ", "  "))),
        person.call_name,
        code if has_code else "",
        chance.choice((f"{born.day}.{born.month}.{born.year}", f"{born:%d.%m.%Y}", born.isoformat())),
        chance.choice(_GENDERS[person.gender]),
        languages()[person.mother_tongue].fi,
        chance.choice((person.service_language, languages()[person.service_language].fi)),
        chance.choice((town.fi, town.fi.upper(), town.token, town.token.lstrip("0"))),
        person.street_address,
        person.postal_code,
        person.city,
        chance.choice((person.phone, f"0{person.phone[4:6]} {person.phone[6:9]} {person.phone[9:]}")),
        person.email,
        chance.choices(("", "ei", "kyllä", "x"), (60, 37, 2, 1))[0],
    )


def _with_fault(chance: Random, cells: tuple[str, ...], fault: str) -> tuple[str, ...]:
    code, born = cells[_CODE], cells[_BORN]
    position, text = {
        "IDENTITY_CODE_CHECK_WRONG": (_CODE, code[:10] + chance.choice(CHECK_CHARACTERS.replace(code[10].upper(), ""))),
        "IDENTITY_CODE_MALFORMED": (_CODE, chance.choice((code[:6] + code[7:], code[:10], "ei tiedossa"))),
        "DATE_MALFORMED": (_BORN, chance.choice(("31.2.1990", "1.13.1985", "kesä 1990", "1.2.90"))),
        "DATE_OF_BIRTH_DISAGREES": (_BORN, "1.1.1950" if born != "1.1.1950" else "2.1.1950"),
        "TEXT_EMPTY": (_NAME, ""),
        "MUNICIPALITY_UNKNOWN": (_TOWN, chance.choice(("Mikkelli", "999", "Ruotsi"))),
        "PHONE_MALFORMED": (_PHONE, chance.choice(("puuttuu", "048", "ks. kortti"))),
        "EMAIL_MALFORMED": (_EMAIL, cells[_EMAIL].replace("@", "(at)")),
        "YES_NO_UNKNOWN": (_SAFETY, "?"),
    }[fault]
    return (*cells[:position], text, *cells[position + 1 :])
