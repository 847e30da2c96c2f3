"""The fields of a file's columns: from the usual headers, and from a mapping file for all others."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from models.ordering import unaccented
from service.importing.files.csv_file import EncodingUnknown, decoded
from service.importing.files.lines import FileRefused, FileRow

# Field, Finnish title, and other headers for it. Case, accents, blanks and punctuation of headers do not count.
_HEADERS = (
    ("last_name", "Sukunimi", "suku efternamn lastname surname familyname"),
    ("first_names", "Etunimet", "etunimi förnamn firstnames firstname givenname givennames"),
    ("call_name", "Kutsumanimi", "kutsuma tilltalsnamn callname"),
    ("personal_identity_code", "Henkilötunnus", "hetu henktunnus sotu personbeteckning"),
    ("date_of_birth", "Syntymäaika", "syntymäpäivä syntaika synt födelsetid födelsedatum"),
    ("gender", "Sukupuoli", "sp kön"),
    ("mother_tongue", "Äidinkieli", "modersmål"),
    ("service_language", "Asiointikieli", "palvelukieli kieli servicespråk"),
    ("interpreter_needed", "Tulkin tarve", "tulkki tulkkitarve tulkkaus tolk"),
    ("municipality", "Kotikunta", "kunta kuntanumero kotikuntakoodi hemkommun"),
    ("street_address", "Katuosoite", "osoite lähiosoite kotiosoite gatuadress adress"),
    ("postal_code", "Postinumero", "postinro pno postnummer"),
    ("city", "Postitoimipaikka", "postitmp toimipaikka kaupunki postort"),
    ("country", "Maa", "maakoodi land"),
    ("phones", "Puhelin", "puh puhelinnumero puhelin1 puhelin2 puhelin3 gsm matkapuhelin kännykkä telefon"),
    ("email", "Sähköposti", "sähköpostiosoite sposti email epost"),
    ("emergency_contact", "Lähiomainen", "lähiomaisenyhteystiedot närmasteanhörig"),
    ("safety_restriction", "Turvakielto", "turva spärrmarkering"),
)
COLUMN_TITLES: Mapping[str, str] = MappingProxyType({name: title for name, title, _ in _HEADERS})
_REQUIRED = ("last_name", "first_names")
_REPEATABLE = frozenset({"phones"})


class ColumnMissing(FileRefused):
    """The header has no column for a required field."""

    code = "FILE_COLUMN_MISSING"


class ColumnUnknown(FileRefused):
    """The header has unknown columns; a mapping file must name their fields, or leave them out."""

    code = "FILE_COLUMN_UNKNOWN"


class ColumnRepeated(FileRefused):
    """Two columns of the header are the same field."""

    code = "FILE_COLUMN_REPEATED"


class MappingRefused(FileRefused):
    """The mapping file cannot be read or names a field that does not exist."""

    code = "FILE_MAPPING_REFUSED"


@dataclass(frozen=True)
class ColumnMapping:
    """
    A mapping file: header → field ("" leaves the column out), and field → text for empty cells.

    `words` are other spellings in the file, by field: {"gender": {"tyttö": "FEMALE"}}. `required` are fields in which
    no cell may be empty.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    required: frozenset[str] = frozenset()

    def with_nobody_restricted(self) -> "ColumnMapping":
        """Return the mapping of a file in which, somebody says, nobody is under a safety restriction."""
        return replace(self, defaults={**self.defaults, "safety_restriction": "ei"})

    @property
    def digest(self) -> bytes:
        """SHA-256 of what the mapping says; another mapping reads other people from the same file."""
        said = (self.columns, self.defaults, self.words, sorted(self.required))
        return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).digest()


@dataclass(frozen=True)
class Columns:
    """
    The fields of the cells of a row, left to right; None for a column that is left out.

    `untitled` are the places of columns without a title, which nobody has left out; `header` is compared with rows.
    """

    fields: tuple[str | None, ...]
    mapping: ColumnMapping
    untitled: frozenset[int] = frozenset()
    header: tuple[str, ...] = ()

    def texts(self, line: FileRow) -> dict[str, str]:
        """Return field → text of one line; several phone numbers are joined with a semicolon."""
        texts: dict[str, str] = {}
        for name, cell in zip(self.fields, line.cells, strict=False):
            if name and cell.strip():
                text = self.mapping.words.get(name, {}).get(cell.strip().casefold(), cell)
                texts[name] = f"{texts[name]};{text}" if name in texts else text
        return {**self.mapping.defaults, **texts}

    def has_surplus(self, line: FileRow) -> bool:
        """Return whether a line has a value under no title: there are more cells than titles, or a title is missing."""
        surplus = line.cells[len(self.fields) :]
        return any(cell.strip() for cell in surplus) or any(
            cell.strip() for place, cell in enumerate(line.cells) if place in self.untitled
        )

    def repeats_header(self, line: FileRow) -> bool:
        """Return whether a line is the header again, as in lists that were printed page by page."""
        is_alike = line.cells[:1] and _plain(line.cells[0]) == self.header[0]  # most rows are told by their first cell
        return bool(is_alike) and tuple(map(_plain, line.cells)) == self.header

    def field_at(self, place: int) -> str | None:
        """Return the field of the cell at a place; None when its column is left out or has no title."""
        return self.fields[place] if place < len(self.fields) else None

    def is_answered(self, name: str) -> bool:
        """Return whether the file has a column for a field, or the mapping a text for it."""
        return name in self.fields or name in self.mapping.defaults


def read_mapping(path: Path) -> ColumnMapping:
    """
    Return the content of a mapping file, TOML or JSON, with the tables `columns`, `defaults` and `words`.

    :raises MappingRefused: when it cannot be read or names an unknown field
    """
    try:
        text, _ = decoded(path.read_bytes())
    except EncodingUnknown:
        raise _malformed() from None
    return mapping_of(text, is_json=path.suffix.lower() == ".json")


def mapping_of(text: str, *, is_json: bool) -> ColumnMapping:
    """
    Return what a mapping says that is written as TOML or as JSON.

    :raises MappingRefused: when it cannot be read or names an unknown field
    """
    try:
        read: Any = json.loads(text) if is_json else tomllib.loads(text)
        columns, defaults, words = ({**read.get(name, {})} for name in ("columns", "defaults", "words"))
        required = frozenset(map(str, read.get("required", ())))
        spelt = {name: {word.casefold(): value for word, value in pairs.items()} for name, pairs in words.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise _malformed() from None
    said = (*columns.values(), *defaults.values(), *(value for pairs in spelt.values() for value in pairs.values()))
    if not all(isinstance(text, str) for text in said):
        raise _malformed()
    named = {*columns.values(), *defaults, *words, *required} - {""}
    if unknown := sorted(set(map(str, named)) - set(COLUMN_TITLES)):
        text = f"no such field: {', '.join(unknown)}; there are {', '.join(COLUMN_TITLES)}"
        raise MappingRefused(text, names=tuple(unknown))
    return ColumnMapping({_plain(header): name for header, name in columns.items()}, defaults, spelt, required)


def _malformed() -> MappingRefused:
    return MappingRefused("not TOML or JSON with the tables columns, defaults, words")


def is_header(line: FileRow, mapping: ColumnMapping) -> bool:
    """Return whether a line has the titles of all required fields, so far as the mapping does not give them."""
    known = {**_KNOWN, **mapping.columns}
    named = {known.get(_plain(cell)) for cell in line.cells}
    return bool(named & set(_REQUIRED)) and set(_REQUIRED) <= {*named, *mapping.defaults}


def match_columns(header: FileRow, mapping: ColumnMapping) -> Columns:
    """
    Return the field of each column of a header.

    :raises FileRefused: FILE_COLUMN_MISSING, FILE_COLUMN_UNKNOWN, FILE_COLUMN_REPEATED
    """
    known = {**_KNOWN, **mapping.columns}
    names = [known.get(_plain(cell), None if cell.strip() else "") for cell in header.cells]
    available = {*names, *mapping.defaults}
    if missing := [COLUMN_TITLES[name] for name in _REQUIRED if name not in available]:
        raise ColumnMissing(
            f"line {header.number}: no column {', '.join(missing)}, and none of the first lines is a header with it",
            line=header.number,
            names=tuple(missing),
        )
    # Here the line is certainly a header without personal data: its words may be shown.
    if unknown := [cell.strip() for cell, name in zip(header.cells, names, strict=True) if name is None]:
        raise ColumnUnknown(
            f"line {header.number}: unknown columns {', '.join(unknown)}", line=header.number, names=tuple(unknown)
        )
    single = [name for name in names if name and name not in _REPEATABLE]
    if repeated := sorted({COLUMN_TITLES[name] for name in single if single.count(name) > 1}):
        raise ColumnRepeated(
            f"line {header.number}: more than one column {', '.join(repeated)}",
            line=header.number,
            names=tuple(repeated),
        )
    has_title = [cell.strip() or "" in mapping.columns for cell in header.cells]
    untitled = frozenset(place for place, titled in enumerate(has_title) if not titled)
    return Columns(tuple(name or None for name in names), mapping, untitled, tuple(map(_plain, header.cells)))


def _plain(header: str) -> str:
    """Return the form of a header that is compared: lower-case letters and digits only, without accents."""
    return "".join(character for character in unaccented(header) if character.isalnum())


_KNOWN = {_plain(header): name for name, title, others in _HEADERS for header in (name, title, *others.split())}
