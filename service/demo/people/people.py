"""Fictitious people: random combinations of common names, streets that do not exist, phone numbers that nobody has."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from models.ordering import unaccented
from service.demo.people.identity_codes import artificial_identity_code

YOUNGEST, OLDEST = 16 * 365, 64 * 365  # days

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_WOMEN, _MEN, _LAST_NAMES, _STREETS = (_WORDS[name].split() for name in ("women", "men", "last_names", "streets"))
_TONGUES = ("fi",) * 40 + ("sv", "ru", "ru", "et", "ar", "uk", "so", "fa", "ku", "vi")
_FIRST_NUMBER = 480_000_000  # 048 000 0000 onwards: well-formed, and no subscriber has a number with these zeros


@dataclass(frozen=True)
class FictitiousPerson:
    """One fictitious person. `number` makes phone and e-mail unique."""

    number: int
    first_names: str
    call_name: str
    last_name: str
    identity_code: str
    date_of_birth: date
    gender: str
    mother_tongue: str
    service_language: str
    municipality: str
    street_address: str
    postal_code: str
    city: str
    phone: str
    email: str


def email_of(first_name: str, last_name: str, number: int | None = None) -> str:
    """Return the mail address of a name, which reaches nobody; `number` tells people of one name apart."""
    parts = (unaccented(first_name), unaccented(last_name), *(() if number is None else (str(number),)))
    return f"{'.'.join(parts)}@example.org"


def fictitious_people(seed: int, count: int, today: date) -> Iterator[FictitiousPerson]:
    """Return `count` people of working age on `today`; the same seed gives the same people. No two share a code."""
    chance = Random(seed)  # noqa: S311 - nothing here is secret, and the result must be repeatable
    taken: set[str] = set()
    return (_person(chance, number, today, taken) for number in range(count))


def _person(chance: Random, number: int, today: date, taken: set[str]) -> FictitiousPerson:
    gender, names = chance.choice((("FEMALE", _WOMEN), ("MALE", _MEN)))
    first_names = chance.sample(names, k=chance.choice((1, 2, 2, 2, 3)))
    last_name = chance.choice(_LAST_NAMES)
    born = today - timedelta(days=chance.randrange(YOUNGEST, OLDEST))
    tongue = chance.choice(_TONGUES)
    municipality, postal_code, city = chance.choice(_WORDS["towns"])
    call_name = chance.choice(first_names)
    return FictitiousPerson(
        number=number,
        first_names=" ".join(first_names),
        call_name=call_name,
        last_name=last_name,
        identity_code=artificial_identity_code(chance, born, taken),
        date_of_birth=born,
        gender=chance.choices((gender, "OTHER", "UNDISCLOSED"), (95, 2, 3))[0],
        mother_tongue=tongue,
        service_language=tongue if tongue in {"fi", "sv"} else chance.choice(("fi", "en")),
        municipality=municipality,
        street_address=f"{chance.choice(_STREETS)} {chance.randint(1, 98)} A {chance.randint(1, 60)}",
        postal_code=postal_code,
        city=city,
        phone=f"+358{_FIRST_NUMBER + number}",
        email=email_of(call_name, last_name, number),
    )
