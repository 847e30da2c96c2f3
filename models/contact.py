"""Contact data: the form in which phone numbers, e-mail addresses and postal codes are stored."""

import re
from collections.abc import Iterable
from typing import Any

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from models.values import ValueRefused, is_within

HOME_REGION = "FI"
FINNISH_POST = frozenset({"FI", "AX"})  # Åland has Finnish postal codes

LONGEST_PHONE, LONGEST_EMAIL, _POSTAL_CODE_LENGTH = 40, 254, 20
_HOME: Any = phonenumbers.PhoneMetadata.metadata_for_region(HOME_REGION)
_MOBILE = _HOME.mobile
_STORED_MOBILE = re.compile(rf"\+358({_MOBILE.national_number_pattern})", re.ASCII)
_FINNISH_POSTAL_CODE = re.compile(r"(?:(?:FI|AX)-?)?([0-9]{5})")
_FOREIGN_POSTAL_CODE = re.compile(r"[0-9A-Z](?:[0-9A-Z -]{0,8}[0-9A-Z])?")


class PhoneMalformed(ValueRefused):
    """The text is no valid phone number; a foreign number needs its country code."""

    code = "PHONE_MALFORMED"


class EmailMalformed(ValueRefused):
    """The text is no e-mail address."""

    code = "EMAIL_MALFORMED"


class PostalCodeMalformed(ValueRefused):
    """The text is no postal code; a Finnish one has five digits."""

    code = "POSTAL_CODE_MALFORMED"


def normalise_phone(text: str) -> str:
    """
    Return the number in E.164 (+358…); a number without a country code is read as Finnish.

    :raises PhoneMalformed: when no such number can exist
    """
    if not is_within(text, LONGEST_PHONE):
        raise PhoneMalformed
    if _is_stored_mobile(text):
        return text
    try:
        number = phonenumbers.parse(text, HOME_REGION)
    except phonenumbers.NumberParseException:
        raise PhoneMalformed from None
    if number.extension or not phonenumbers.is_valid_number(number):
        raise PhoneMalformed
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _is_stored_mobile(text: str) -> bool:
    """Return whether a text is a Finnish mobile number as it is stored, by the rule of the library: most are."""
    found = _STORED_MOBILE.fullmatch(text)
    return found is not None and len(found[1]) in _MOBILE.possible_length


def normalise_phones(texts: Iterable[str]) -> list[str]:
    """
    Return each number once, in E.164 and in the order given.

    :raises PhoneMalformed: when one of them cannot exist
    """
    return list(dict.fromkeys(normalise_phone(text) for text in texts))


def normalise_email(text: str) -> str:
    """
    Return the address with its domain in lower case. Nothing checks whether it exists: no DNS query is sent.

    :raises EmailMalformed: when the text is no e-mail address
    """
    if not is_within(text, LONGEST_EMAIL):
        raise EmailMalformed
    try:
        checked = validate_email(text.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise EmailMalformed from None
    return checked.normalized


def normalise_postal_code(text: str, country: str = HOME_REGION) -> str:
    """
    Return the postal code: five digits in Finland and Åland, elsewhere up to ten capitals, digits, blanks and hyphens.

    :raises PostalCodeMalformed: when the text has another form
    """
    if not is_within(text, _POSTAL_CODE_LENGTH):
        raise PostalCodeMalformed
    written = " ".join(text.split()).upper()
    if country in FINNISH_POST:
        match = _FINNISH_POSTAL_CODE.fullmatch(written)
        if match is None:
            raise PostalCodeMalformed
        return match[1]
    if not _FOREIGN_POSTAL_CODE.fullmatch(written):
        raise PostalCodeMalformed
    return written
