"""Codes from public registers: business ids, municipalities, countries, languages."""

import re
from functools import cache

from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from models.ordering import unaccented
from models.values import ValueRefused, is_within
from models.vocabulary import countries, languages, municipalities

_BUSINESS_ID = re.compile(r"([0-9]{6,7})-([0-9])")
_MUNICIPALITY = re.compile(r"[0-9]{3}")
_LONGEST_NAME = 100  # characters of the name of a country
# What people write and the list of countries does not have, without accents.
_ALSO_CALLED = {
    "englanti": "GB",
    "iso-britannia": "GB",
    "storbritannien": "GB",
    "great britain": "GB",
    "uk": "GB",
    "england": "GB",
    "usa": "US",
    "yhdysvallat": "US",
    "forenta staterna": "US",
    "holland": "NL",
    "hollanti": "NL",
    "tsekki": "CZ",
    "tsekin tasavalta": "CZ",
    "czech republic": "CZ",
    "tjeckien": "CZ",
    "turkey": "TR",
    "turkki": "TR",
    "burma": "MM",
    "persia": "IR",
    "makedonia": "MK",
    "macedonia": "MK",
    "valko-venaja": "BY",
    "venajan federaatio": "RU",
    "syyria": "SY",
    "etela-korea": "KR",
    "norsunluurannikko": "CI",
    "ahvenanmaa": "AX",
    "aland": "AX",
}
_LONGEST = 20  # characters that a code may have with the blanks around it; what is longer cannot be one


class BusinessIdMalformed(ValueRefused):
    """The text is no business id of seven digits, hyphen and check digit, or the check digit is wrong."""

    code = "BUSINESS_ID_MALFORMED"


class MunicipalityUnknown(ValueRefused):
    """No municipality of Finland that exists, or was merged since 2009, has this code."""

    code = "MUNICIPALITY_UNKNOWN"


class CountryUnknown(ValueRefused):
    """The text is no two-letter country code of ISO 3166-1."""

    code = "COUNTRY_UNKNOWN"


class LanguageUnknown(ValueRefused):
    """The text is no language code of ISO 639-1, or of ISO 639-3 where a language of Finland has no shorter one."""

    code = "LANGUAGE_UNKNOWN"


def normalise_business_id(text: str) -> str:
    """
    Return the business id in the form 0944845-0; six digits of before 1978 get a zero (R02: weights 7 9 10 5 8 4 2).

    :raises BusinessIdMalformed: when the text is no business id
    """
    match = _BUSINESS_ID.fullmatch(_typed(text))
    if match is None:
        raise BusinessIdMalformed
    number, check = match[1].zfill(7), match[2]
    try:
        ytunnus.validate(number + check)
    except ValidationError:
        raise BusinessIdMalformed from None
    return f"{number}-{check}"


def normalise_municipality(text: str) -> str:
    """
    Return the three digits of a municipality that exists or has existed since 2009.

    :raises MunicipalityUnknown: when there is no such municipality
    """
    code = _typed(text)
    if not _MUNICIPALITY.fullmatch(code) or code not in municipalities():
        raise MunicipalityUnknown
    return code


def normalise_country(text: str) -> str:
    """
    Return the country as two capitals, ISO 3166-1 alpha-2.

    :raises CountryUnknown: when there is no such country
    """
    code = _typed(text).upper()
    if code not in countries():
        raise CountryUnknown
    return code


def country_named(text: str) -> str:
    """
    Return the country, ISO 3166-1 alpha-2, of its code or of its name in Finnish, Swedish or English.

    Case, accents and "the" before the name do not matter; what people call some countries is known too.

    :raises CountryUnknown: when no country has this code or name
    """
    written = " ".join(unaccented(text).split()) if is_within(text, _LONGEST_NAME) else ""
    code = _country_names().get(written.removeprefix("the "))
    if code is None:
        raise CountryUnknown
    return code


def normalise_language(text: str) -> str:
    """
    Return the language in small letters: two of ISO 639-1, or three where it has no shorter code (smn, fse, rom, krl).

    :raises LanguageUnknown: when there is no such language
    """
    code = _typed(text).lower()
    if code not in languages():
        raise LanguageUnknown
    return code


def _typed(text: str) -> str:
    """Return what was typed without the blanks around it; nothing, which is no code, when it is too long for one."""
    return text.strip() if is_within(text, _LONGEST) else ""


@cache
def _country_names() -> dict[str, str]:
    """Return the countries by the code and the names that people write, in small letters without accents."""
    listed = {
        unaccented(text): word.token
        for word in countries().values()
        for text in (word.token, word.fi, word.sv, word.en)
    }
    return _ALSO_CALLED | listed
