"""The kinds of values of fields: how each is checked, bound in SQL, and shown in JSON."""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, NewType
from uuid import UUID

import strawberry
from graphql import GraphQLError

from auth.accounts.agency_clients import AgencyClientRefused, checked_public_keys
from auth.provider.client_addresses import browser_origins, logout_address, redirect_addresses
from models.codes import normalise_business_id, normalise_country, normalise_language, normalise_municipality
from models.contact import (
    HOME_REGION,
    LONGEST_EMAIL,
    LONGEST_PHONE,
    normalise_email,
    normalise_phone,
    normalise_phones,
    normalise_postal_code,
)
from models.identity_code import normalise_identity_code, past_date_of_birth
from models.instants import bounded_instant, normalise_instant, normalise_time
from models.values import (
    EARLIEST,
    LATEST,
    LONGEST_NAME,
    bounded_date,
    normalise_date,
    normalise_first_names,
    normalise_line,
    normalise_name,
    normalise_text,
)
from resolvers.public_ids import object_uuid, public_id_sql
from resolvers.value import Beside, Value
from workflow.exceptional_access import MOST_MINUTES

PersonName = NewType("PersonName", str)
FirstNames = NewType("FirstNames", str)
DateOfBirth = NewType("DateOfBirth", date)
Line = NewType("Line", str)
ShortText = NewType("ShortText", str)
LongText = NewType("LongText", str)
Code = NewType("Code", str)
Phones = NewType("Phones", list)  # type: ignore[type-arg] # the GraphQL type names the items
Lines = NewType("Lines", list)  # type: ignore[type-arg] # as above
Minutes = NewType("Minutes", int)
EmergencyMinutes = NewType("EmergencyMinutes", int)
Weekday = NewType("Weekday", int)
Months = NewType("Months", int)
Cents = NewType("Cents", int)
BusinessId = NewType("BusinessId", str)
EmailAddress = NewType("EmailAddress", str)
PhoneNumber = NewType("PhoneNumber", str)
PostalCode = NewType("PostalCode", str)
MunicipalityCode = NewType("MunicipalityCode", str)
LanguageCode = NewType("LanguageCode", str)
Jwks = NewType("Jwks", str)
RedirectAddresses = NewType("RedirectAddresses", list)  # type: ignore[type-arg] # as above
Origins = NewType("Origins", list)  # type: ignore[type-arg] # as above
LogoutAddress = NewType("LogoutAddress", str)
CountryCode = NewType("CountryCode", str)
Json = NewType("Json", dict)  # type: ignore[type-arg] # any object
PersonalIdentityCode = NewType("PersonalIdentityCode", str)


MOST_PHONES, MOST_POSTAL_CODE = 3, 20  # numbers; characters as people type them


def _phones(values: list[str]) -> list[str]:
    numbers = normalise_phones(values[: 10 * MOST_PHONES])  # the same number may be written more than once
    if len(numbers) > MOST_PHONES:
        raise TooMany(MOST_PHONES)
    return numbers


def _day(value: date | str) -> date:
    return normalise_date(value) if isinstance(value, str) else bounded_date(value)


def _instant(value: datetime | str) -> datetime:
    return normalise_instant(value) if isinstance(value, str) else bounded_instant(value)


def _time(value: time | str) -> time:
    return value if isinstance(value, time) else normalise_time(value)


_LINE = 100  # characters of one of several lines


def _lines(values: list[str]) -> list[str]:
    return [normalise_line(v, _LINE) for v in values]


def _text_of(longest: int, *, has_paragraphs: bool = False) -> Value:
    return Value("String", "text", lambda v: normalise_text(v, longest), has_paragraphs=has_paragraphs, longest=longest)


def line(longest: int) -> Value:
    """Return the kind of a text of one line with its most characters."""
    return Value("String", "text", lambda v: normalise_line(v, longest), longest=longest)


class TooMany(ValueError):
    """There are more values than the field may have; the fact `most` says how many it may."""

    code = "TOO_MANY"

    def __init__(self, most: int) -> None:
        super().__init__(f"At most {most}.")
        self.facts = {"most": str(most)}


class OutOfBounds(ValueError):
    """A number is outside its bounds, which the refusal states."""

    code = "OUT_OF_BOUNDS"

    def __init__(self, least: int, most: int) -> None:
        super().__init__(f"From {least} to {most}.")
        self.facts = {"least": str(least), "most": str(most)}


def _bounded(least: int, most: int) -> Callable[[int], int]:
    def check(value: int) -> int:
        if not least <= value <= most:
            raise OutOfBounds(least, most)
        return value

    return check


def whole(least: int, most: int) -> Value:
    """Return the kind of a whole number with bounds of its own."""
    return Value("Int", "int", _bounded(least, most), least=least, most=most)


def _public_keys(text: str) -> dict[str, Any]:
    try:
        keys = json.loads(text)
    except ValueError:
        raise AgencyClientRefused("The key set must be JSON") from None
    return checked_public_keys(keys if isinstance(keys, dict) else {})


def _unchanged(value: Any) -> Any:
    return value


# Commands refuse artificial codes (900–999) in production; only they know the setting.
def _identity_code(text: str) -> str:
    return normalise_identity_code(text, allow_artificial=True)


VALUES: dict[Any, Value] = {
    str: line(200),
    Line: line(200),
    PersonName: Value("String", "text", normalise_name, longest=LONGEST_NAME),
    FirstNames: Value("String", "text", normalise_first_names, longest=LONGEST_NAME),
    ShortText: _text_of(500),
    LongText: _text_of(10_000, has_paragraphs=True),
    Code: line(40),
    Lines: Value("String", "text[]", _lines, many=True, longest=_LINE),
    Phones: Value("PhoneNumber", "text[]", _phones, many=True, longest=LONGEST_PHONE, most_values=MOST_PHONES),
    int: whole(0, 2_000_000_000),
    Minutes: whole(0, 1_440),
    EmergencyMinutes: whole(1, MOST_MINUTES),
    Weekday: whole(1, 7),
    Months: whole(1, 2),
    Cents: whole(0, 100_000_000),
    bool: Value("Boolean", "boolean", _unchanged),
    date: Value("Date", "date", _day),
    DateOfBirth: Value("Date", "date", _day, beside=Beside(lambda day, _, today: past_date_of_birth(day, today))),
    datetime: Value("DateTime", "timestamptz", _instant),
    time: Value("Time", "time", _time),
    BusinessId: Value("String", "text", normalise_business_id),
    EmailAddress: Value("EmailAddress", "text", normalise_email, longest=LONGEST_EMAIL),
    PhoneNumber: Value("PhoneNumber", "text", normalise_phone, longest=LONGEST_PHONE),
    PostalCode: Value(
        "String",
        "text",
        lambda v: normalise_line(v, MOST_POSTAL_CODE),
        beside=Beside(lambda code, country, _: normalise_postal_code(code, country or HOME_REGION), "country"),
        longest=MOST_POSTAL_CODE,
    ),
    MunicipalityCode: Value("MunicipalityCode", "text", normalise_municipality, vocabulary="municipality"),
    LanguageCode: Value("LanguageCode", "text", normalise_language, vocabulary="language"),
    RedirectAddresses: Value("String", "text[]", redirect_addresses, many=True),
    Origins: Value("String", "text[]", browser_origins, many=True),
    LogoutAddress: Value("String", "text", logout_address),
    Jwks: Value("String", "jsonb", _public_keys, "{}::text"),
    CountryCode: Value("String", "text", normalise_country, vocabulary="country"),
    PersonalIdentityCode: Value("PersonalIdentityCode", "text", _identity_code),
}


def ids_of(noun: str) -> Value:
    """
    Return the kind of a list of ids of one type, stored as an array of uuids.

    A rule checks that the objects exist; they are not deleted while they are in a list.
    """

    def check(ids: list[str]) -> list[UUID]:
        uuids = [object_uuid(noun, i) for i in ids]
        if None in uuids:
            raise NoSuchObject
        return [u for u in uuids if u is not None]

    shown = f"(SELECT coalesce(json_agg({public_id_sql(noun, 'i')}), '[]') FROM unnest({{}}) i)"
    return Value("ID", "uuid[]", check, shown, many=True, lists=noun)


def id_of(noun: str) -> Value:
    """Return the kind of an object's id that is not a foreign key, because the id outlives the object."""

    def check(public_id: str) -> UUID:
        uuid = object_uuid(noun, public_id)
        if uuid is None:
            raise NoSuchObject
        return uuid

    return Value("ID", "uuid", check, public_id_sql(noun, "{}"))


class NoSuchObject(ValueError):
    """The id is malformed or belongs to another type."""

    code = "NOT_FOUND"


_SCALARS = {
    "PersonalIdentityCode": (PersonalIdentityCode, "Finnish personal identity code, eleven characters."),
    "EmailAddress": (EmailAddress, "An e-mail address, at most 254 characters."),
    "PhoneNumber": (PhoneNumber, "A phone number, shown as E.164 (`+358…`), accepted as people write it in Finland."),
    "MunicipalityCode": (MunicipalityCode, "A municipality by Statistics Finland's three digits; `491` is Mikkeli."),
    "JSON": (Json, "Any JSON object."),
    "LanguageCode": (
        LanguageCode,
        "A language by its ISO 639-1 code, such as `fi`; by three letters where it has none, such as `smn`.",
    ),
}


def _day_or_time(value: object) -> object:
    """
    Return the text of a day or a time, or the value itself; the kind of value reads it, and refuses it by its code.

    :raises GraphQLError: when it is no text
    """
    if not isinstance(value, str | date | time):
        raise GraphQLError("A day or a time is a text.")
    return value


def _iso(value: date | time | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


_YEARS = f"Of the years {EARLIEST.year}–{LATEST.year}."
_TIMES = {
    "Date": (date, f"A day such as `2026-11-27`. {_YEARS}"),
    "DateTime": (
        datetime,
        "An instant with its offset from UTC as in RFC 3339: `2026-11-27T08:00:00+02:00`, or `Z` for UTC. " + _YEARS,
    ),
    "Time": (time, "A time of day in Finland, such as `08:00`."),
}
SCALAR_MAP: dict[object, Any] = {
    type_: strawberry.scalar(name=name, description=text, serialize=serialize, parse_value=parse)
    for scalars, serialize, parse in ((_SCALARS, _unchanged, _unchanged), (_TIMES, _iso, _day_or_time))
    for name, (type_, text) in scalars.items()
}
PYTHON: dict[str, Any] = {
    "String": str,
    "Int": int,
    "Boolean": bool,
    "Date": date,
    "DateTime": datetime,
    "Time": time,
    "ID": strawberry.ID,
    **{name: type_ for name, (type_, _) in _SCALARS.items()},
}
