"""The values of cells as people write them. Each function raises a `ValueRefused` and guesses nothing."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from models.codes import LanguageUnknown, MunicipalityUnknown
from models.contact import FINNISH_POST, normalise_phone, normalise_postal_code
from models.ordering import unaccented
from models.values import ValueRefused
from models.vocabulary import Word, languages, municipalities, terms

MAX_PHONES = 3
_YES = frozenset({"kylla", "k", "x", "on", "ja", "yes", "true", "1"})
_NO = frozenset({"ei", "e", "-", "nej", "no", "false", "0"})
_GENDERS = {"n": "FEMALE", "m": "MALE", "f": "FEMALE", "muu": "OTHER", "tuntematon": "UNDISCLOSED"}
_LANGUAGES = {"eesti": "et", "farsi": "fa", "dari": "fa", "sorani": "ku", "kurmandzi": "ku", "saame": "se"}
_BETWEEN_PHONES = re.compile(r"[;,/\n]|\btai\b")


class GenderUnknown(ValueRefused):
    """The text is no gender of the vocabulary."""

    code = "GENDER_UNKNOWN"


class YesNoUnknown(ValueRefused):
    """The text is neither yes nor no. There is no default: a safety restriction may depend on it."""

    code = "YES_NO_UNKNOWN"


class PhonesTooMany(ValueRefused):
    """There are more than three phone numbers."""

    code = "PHONES_TOO_MANY"


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
    Return the language code of ISO 639-1, from the code or from the name in fi, sv or en.

    :raises LanguageUnknown: for any other text
    """
    code = _languages().get(unaccented(text).strip())
    if code is None:
        raise LanguageUnknown
    return code


def read_municipality(text: str, today: date) -> str:
    """
    Return the code of a present municipality, from three digits (leading zeros may be missing) or a name in fi or sv.

    A merged municipality gives the municipality into which it was merged.

    :raises MunicipalityUnknown: for any other text
    """
    written = unaccented(text).strip()
    code = written.zfill(3) if written.isdecimal() else _municipalities().get(written)
    municipality = municipalities().get(code or "")
    if municipality is None:
        raise MunicipalityUnknown
    while municipality.ends_before and municipality.ends_before <= today:
        municipality = municipalities()[municipality.facts["merged_into"]]
    return municipality.token


def read_phones(text: str) -> tuple[str, ...]:
    """
    Return up to three different phone numbers in E.164, in the order of the cell.

    :raises ValueRefused: PHONE_MALFORMED, PHONES_TOO_MANY
    """
    parts = [part for part in _BETWEEN_PHONES.split(text) if part.strip()]
    phones = tuple(dict.fromkeys(normalise_phone(part) for part in parts))
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
    return _LANGUAGES | _spellings(languages())


@cache
def _municipalities() -> dict[str, str]:
    return _spellings(municipalities())
