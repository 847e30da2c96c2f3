"""
The personal identity code (henkilötunnus): its valid form, and the date of birth in it.

Gender is never read from it (R03), although the individual number would reveal it.
"""

from datetime import date

from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError
from stdnum.fi import hetu

from models.values import ValueRefused, is_within

_LENGTH, _TYPED_LENGTH = 11, 30  # people type blanks
# R01. The intermediate signs after + - A came into use in 2023. Source: act 661/2009, government decree 690/2022.
CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
ARTIFICIAL = range(900, 1000)
OLDEST = 120  # years; the oldest person of Finland was 112

# A word processor turns the hyphen of a typed code into one of these.
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


class IdentityCodeMalformed(ValueRefused):
    """The text is not eleven characters of the form DDMMYY, sign, NNN, check character."""

    code = "IDENTITY_CODE_MALFORMED"


class IdentityCodeImpossible(ValueRefused):
    """There is no such day of birth, or the individual number is never given (000, 001)."""

    code = "IDENTITY_CODE_IMPOSSIBLE"


class IdentityCodeCheckWrong(ValueRefused):
    """The check character is wrong: there is a typing error."""

    code = "IDENTITY_CODE_CHECK_WRONG"


class IdentityCodeArtificial(ValueRefused):
    """The individual number is 900–999, which no person has. Demo and tests accept it, production does not."""

    code = "IDENTITY_CODE_ARTIFICIAL"


class DateOfBirthDisagrees(ValueRefused):
    """The date of birth is not the one in the identity code."""

    code = "DATE_OF_BIRTH_DISAGREES"


class DateOfBirthInFuture(ValueRefused):
    """The day of birth is after today."""

    code = "DATE_OF_BIRTH_IN_FUTURE"


class DateOfBirthTooLongAgo(ValueRefused):
    """The day of birth is more than `OLDEST` years ago."""

    code = "DATE_OF_BIRTH_TOO_LONG_AGO"


def normalise_identity_code(text: str, *, allow_artificial: bool) -> str:
    """
    Return the code in its stored form: eleven characters, capital letters, no blanks.

    All eleven are significant: the same digits with another sign are another person (R01).

    :raises ValueRefused: IDENTITY_CODE_MALFORMED, …_IMPOSSIBLE, …_CHECK_WRONG, …_ARTIFICIAL
    """
    if not is_within(text, _TYPED_LENGTH):
        raise IdentityCodeMalformed
    compact = "".join(text.split()).translate(_HYPHENS).upper()
    if len(compact) != _LENGTH or not compact.isascii():
        raise IdentityCodeMalformed
    code = _validated(compact)
    if is_artificial(code) and not allow_artificial:
        raise IdentityCodeArtificial
    return code


def date_of_birth_of(code: str) -> date:
    """Return the day of birth at the beginning of a normalised code."""
    return date(CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))


def is_artificial(code: str) -> bool:
    """Return whether a normalised code is in the range that no person has."""
    return int(code[7:10]) in ARTIFICIAL


def agreed_date_of_birth(code: str | None, given: date | None) -> date | None:
    """
    Return the date of birth to store beside a normalised code: the given one, otherwise the one in the code.

    :raises DateOfBirthDisagrees: when there are both and they differ
    """
    if code is None:
        return given
    coded = date_of_birth_of(code)
    if given not in (None, coded):
        raise DateOfBirthDisagrees
    return coded


def past_date_of_birth(day: date, today: date) -> date:
    """
    Return the day of birth when it is not in the future and at most `OLDEST` years ago.

    :raises DateOfBirthInFuture: when it is after today
    :raises DateOfBirthTooLongAgo: when nobody can have been born then who is alive
    """
    if day > today:
        raise DateOfBirthInFuture
    if (today.year - day.year, today.month, today.day) > (OLDEST, day.month, day.day):
        raise DateOfBirthTooLongAgo
    return day


def _validated(compact: str) -> str:
    try:
        return str(hetu.validate(compact, allow_temporary=True))
    except InvalidChecksum:
        raise IdentityCodeCheckWrong from None
    except InvalidComponent:
        raise IdentityCodeImpossible from None
    except ValidationError:
        raise IdentityCodeMalformed from None
