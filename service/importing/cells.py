"""The values of cells as people write them. Each function raises a `ValueRefused` and guesses nothing."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from models.codes import LanguageUnknown, MunicipalityUnknown, country_named
from models.contact import FINNISH_POST, normalise_phones, normalise_postal_code
from models.ordering import unaccented
from models.values import ValueRefused, normalise_date
from models.vocabulary import Word, languages, municipalities, terms
from service.importing.words import ABROAD, COUNTRIES, LANGUAGES, genitives, municipality_names

MAX_PHONES = 3
_YES = frozenset({"kylla", "k", "x", "on", "ja", "yes", "y", "true", "tosi", "sant", "1"})
_NO = frozenset({"ei", "e", "-", "nej", "no", "n", "false", "epatosi", "falskt", "0"})
_GENDERS = {"n": "FEMALE", "m": "MALE", "f": "FEMALE", "muu": "OTHER", "tuntematon": "UNDISCLOSED"}
_BETWEEN_PHONES = re.compile(r"[;,/\n]|\btai\b")
_MIDNIGHT = re.compile(r"(?:[T ]|, )0{1,2}[:.]00(?:[:.]00(?:\.0+)?)?(?: AM)?$|T00:00:00(?:\.0+)?Z?$")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_LAST_MONTH = 12


class GenderUnknown(ValueRefused):
    """The text is no gender of the vocabulary."""

    code = "GENDER_UNKNOWN"


class YesNoUnknown(ValueRefused):
    """The text is neither yes nor no. There is no default: a safety restriction may depend on it."""

    code = "YES_NO_UNKNOWN"


class PhonesTooMany(ValueRefused):
    """There are more than three phone numbers."""

    code = "PHONES_TOO_MANY"


class MunicipalityAbroad(ValueRefused):
    """The text says "abroad" (200), which is no municipality: the mapping must say what is meant."""

    code = "MUNICIPALITY_ABROAD"


class DateAmbiguous(ValueRefused):
    """A date with slashes may have the day or the month first."""

    code = "DATE_AMBIGUOUS"


def read_yes_no(text: str) -> bool:
    """
    Return True for a yes (kyllä, x, on, 1 …) and False for a no (ei, -, 0 …).

    :raises YesNoUnknown: for any other text
    """
    word = unaccented(text).strip()
    if word not in _YES | _NO:
        raise YesNoUnknown
    return word in _YES


def read_gender(text: str) -> str:
    """
    Return the vocabulary's token of a gender, from the token, its title in fi, sv or en, or a usual short form.

    :raises GenderUnknown: for any other text
    """
    word = unaccented(text).strip()
    token = _genders().get(word)
    if token is None:
        raise GenderUnknown
    return token


def read_language(text: str) -> str:
    """
    Return the language code of ISO 639, from the code or from the name in fi, sv or en.

    :raises LanguageUnknown: for any other text
    """
    code = _languages().get(unaccented(text).strip())
    if code is None:
        raise LanguageUnknown
    return code


def read_country(text: str) -> str:
    """
    Return the country code of ISO 3166-1 alpha-2, from that, from alpha-3, or from the name in fi, sv or en.

    :raises CountryUnknown: for any other text
    """
    return COUNTRIES.get(unaccented(text).strip()) or country_named(text)


def read_municipality(text: str, today: date) -> str:
    """
    Return the code of a present municipality, from three digits (leading zeros may be missing) or a name in fi or sv.

    A merged municipality gives the municipality into which it was merged. "Helsingin kaupunki" is Helsinki.

    :raises ValueRefused: MUNICIPALITY_ABROAD, MUNICIPALITY_UNKNOWN
    """
    written = unaccented(text).strip()
    if written in ABROAD:
        raise MunicipalityAbroad
    found = [written.zfill(3)] if written.isdecimal() else _municipality_codes(written)
    municipality = municipalities().get(found[0]) if found else None
    if municipality is None:
        raise MunicipalityUnknown
    while municipality.ends_before and municipality.ends_before <= today:
        municipality = municipalities()[municipality.facts["merged_into"]]
    return municipality.token


def read_date(text: str) -> date:
    """
    Return the date of a cell: 31.1.1990, 1990-01-31, 31/01/1990; a time of midnight behind it does not count.

    :raises ValueRefused: DATE_MALFORMED, DATE_OUT_OF_BOUNDS, DATE_AMBIGUOUS when 1/2/1990 may be February or January
    """
    written = _MIDNIGHT.sub("", text.strip())
    if match := _SLASHES.fullmatch(written):
        day, month = int(match[1]), int(match[2])
        if day <= _LAST_MONTH and day != month:
            raise DateAmbiguous
        written = f"{day}.{month}.{match[3]}"
    return normalise_date(written.replace(". ", ".") if "." in written else written)


def read_phones(text: str) -> tuple[str, ...]:
    """
    Return up to three different phone numbers in E.164, in the order of the cell.

    :raises ValueRefused: PHONE_MALFORMED, PHONES_TOO_MANY
    """
    parts = [part for part in _BETWEEN_PHONES.split(text) if part.strip()]
    phones = tuple(normalise_phones(parts))
    if len(phones) > MAX_PHONES:
        raise PhonesTooMany
    return phones


def read_postal_code(text: str, country: str) -> str:
    """
    Return the postal code; for Finland, missing leading zeros (00100) are added, because spreadsheets drop them.

    :raises PostalCodeMalformed: when the text is no postal code
    """
    written = text.strip()
    has_lost_zeros = country in FINNISH_POST and re.fullmatch("[0-9]{3,4}", written)
    return normalise_postal_code(written.zfill(5) if has_lost_zeros else written, country)


def _spellings(words: Mapping[str, Word]) -> dict[str, str]:
    in_force_last = sorted(words.values(), key=lambda word: word.ends_before or date.max)
    return {unaccented(text): word.token for word in in_force_last for text in (word.token, word.fi, word.sv, word.en)}


@cache
def _genders() -> dict[str, str]:
    return _GENDERS | _spellings({word.token: word for word in terms()["gender"]})


@cache
def _languages() -> dict[str, str]:
    return {**LANGUAGES, **{code: code for code in LANGUAGES.values()}, **_spellings(languages())}


@cache
def _municipalities() -> dict[str, str]:
    return _spellings(municipalities())


@cache
def _genitives() -> dict[str, str]:
    """Return genitive → code, of the genitives that only one name can have."""
    found: dict[str, set[str]] = {}
    for name, code in _municipalities().items():
        for genitive in genitives(name):
            found.setdefault(genitive, set()).add(code)
    return {genitive: codes.pop() for genitive, codes in found.items() if len(codes) == 1}


def _municipality_codes(written: str) -> list[str]:
    """Return the code that a written name has, as the name itself or as a genitive before "kunta"."""
    if code := _municipalities().get(written):
        return [code]
    names = municipality_names(written)
    return [code for name in names for book in (_municipalities(), _genitives()) if (code := book.get(name))]
