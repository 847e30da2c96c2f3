"""Codes from public registers: business ids, municipalities, countries, languages."""

import re

from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from models.values import ValueRefused, is_within
from models.vocabulary import countries, languages, municipalities

_BUSINESS_ID = re.compile(r"([0-9]{6,7})-([0-9])")
_MUNICIPALITY = re.compile(r"[0-9]{3}")
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
    """The text is no two-letter language code of ISO 639-1."""

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


def normalise_language(text: str) -> str:
    """
    Return the language as two small letters, ISO 639-1.

    :raises LanguageUnknown: when there is no such language
    """
    code = _typed(text).lower()
    if code not in languages():
        raise LanguageUnknown
    return code


def _typed(text: str) -> str:
    """Return what was typed without the blanks around it; nothing, which is no code, when it is too long for one."""
    return text.strip() if is_within(text, _LONGEST) else ""
