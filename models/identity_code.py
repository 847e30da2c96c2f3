"""
The personal identity code (henkilötunnus): what a valid one is and what may be read from it.

Gender is never read from it (R03), although its individual number would tell one.
"""

from datetime import date

from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError
from stdnum.fi import hetu

from models.values import ValueRefused

_LENGTH = 11
# R01. The intermediate signs after + - A came into use in 2023. Source: act 661/2009, government decree 690/2022.
CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVU", 1900), **dict.fromkeys("ABCDEF", 2000)}
ARTIFICIAL = range(900, 1000)

# A word processor turns the hyphen of a typed code into one of these.
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")


class IdentityCodeMalformed(ValueRefused):
    """Not eleven characters of the form DDMMYY, sign, NNN, check character."""

    code = "IDENTITY_CODE_MALFORMED"


class IdentityCodeImpossible(ValueRefused):
    """No such day of birth, or an individual number that is never given (000, 001)."""

    code = "IDENTITY_CODE_IMPOSSIBLE"


class IdentityCodeCheckWrong(ValueRefused):
    """The check character does not fit: something was mistyped."""

    code = "IDENTITY_CODE_CHECK_WRONG"


class IdentityCodeArtificial(ValueRefused):
    """An individual number 900–999: not a person's code. Demo and tests accept it, production does not."""

    code = "IDENTITY_CODE_ARTIFICIAL"


class DateOfBirthDisagrees(ValueRefused):
    """The date of birth is not the one the identity code begins with."""

    code = "DATE_OF_BIRTH_DISAGREES"


class DateOfBirthInFuture(ValueRefused):
    """A day of birth after today."""

    code = "DATE_OF_BIRTH_IN_FUTURE"


def normalise_identity_code(text: str, *, allow_artificial: bool) -> str:
    """
    Return the code as stored: eleven characters, capital letters, no blanks.

    All eleven are significant: the same digits with another sign are another person (R01).

    :raises ValueRefused: IDENTITY_CODE_MALFORMED, …_IMPOSSIBLE, …_CHECK_WRONG, …_ARTIFICIAL
    """
    compact = "".join(text.split()).translate(_HYPHENS).upper()
    if len(compact) != _LENGTH or not compact.isascii():
        raise IdentityCodeMalformed
    code = _validated(compact)
    if is_artificial(code) and not allow_artificial:
        raise IdentityCodeArtificial
    return code


def date_of_birth_of(code: str) -> date:
    """Return the day of birth that a normalised code begins with."""
    return date(CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))


def is_artificial(code: str) -> bool:
    """Tell whether a normalised code is from the range that is given to nobody."""
    return int(code[7:10]) in ARTIFICIAL


def agreed_date_of_birth(code: str | None, given: date | None) -> date | None:
    """
    Return the date of birth to store beside a normalised code: the one given, or else the one in the code.

    :raises DateOfBirthDisagrees: when both are there and differ
    """
    if code is None:
        return given
    coded = date_of_birth_of(code)
    if given not in (None, coded):
        raise DateOfBirthDisagrees
    return coded


def past_date_of_birth(day: date, today: date) -> date:
    """
    Return a day of birth that has come.

    :raises DateOfBirthInFuture: when it is after today
    """
    if day > today:
        raise DateOfBirthInFuture
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
