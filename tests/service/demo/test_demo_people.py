from datetime import date
from random import Random

import pytest

from models.codes import normalise_language, normalise_municipality
from models.contact import normalise_email, normalise_phone, normalise_postal_code
from models.identity_code import agreed_date_of_birth, is_artificial, normalise_identity_code
from models.values import normalise_name
from service.demo.people.identity_codes import CodesExhausted, artificial_identity_code
from service.demo.people.people import fictitious_people

TODAY = date(2026, 11, 23)
PEOPLE = list(fictitious_people(7, 3_000, TODAY))


def test_the_same_seed_gives_the_same_people() -> None:
    assert list(fictitious_people(7, 50, TODAY)) == PEOPLE[:50]
    assert list(fictitious_people(8, 50, TODAY)) != PEOPLE[:50]


def test_every_code_is_valid_artificial_and_nobody_elses() -> None:
    for person in PEOPLE:
        assert normalise_identity_code(person.identity_code, allow_artificial=True) == person.identity_code
        assert is_artificial(person.identity_code)
        assert agreed_date_of_birth(person.identity_code, person.date_of_birth) == person.date_of_birth
    assert len({person.identity_code for person in PEOPLE}) == len(PEOPLE)


def test_old_and_new_century_signs_both_occur() -> None:
    assert {person.identity_code[6] for person in PEOPLE} == set("-YXWVUABCDEF")


def test_every_other_value_is_stored_as_it_stands() -> None:
    for person in PEOPLE:
        assert normalise_name(person.first_names) == person.first_names
        assert normalise_name(person.last_name) == person.last_name
        assert person.call_name in person.first_names.split()
        assert normalise_phone(person.phone) == person.phone
        assert normalise_email(person.email) == person.email
        assert normalise_postal_code(person.postal_code) == person.postal_code
        assert normalise_municipality(person.municipality) == person.municipality
        assert normalise_language(person.mother_tongue) == person.mother_tongue


def test_mail_and_phones_reach_nobody() -> None:
    assert all(person.email.endswith("@example.org") for person in PEOPLE)
    assert all(person.phone.startswith("+35848000") for person in PEOPLE)


def test_a_day_has_six_hundred_artificial_codes_and_then_none() -> None:
    chance = Random(1)
    taken: set[str] = set()
    for _ in range(600):
        artificial_identity_code(chance, date(1990, 1, 31), taken)
    assert len(taken) == 600
    with pytest.raises(CodesExhausted):
        artificial_identity_code(chance, date(1990, 1, 31), taken)
