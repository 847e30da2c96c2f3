"""Whoever creates a client is told of a possible double, as far as the caller could find that person anyway."""

from typing import Any

import pytest

from models.client import Client
from tests.support.organisation import SampleOrganisation

CREATE = """mutation C($i: CreateClientInput!) { createClient(input: $i) {
  client { id confirmedDistinct } errors { code path message } } }"""
BORN = "1990-05-17"


def person(organisation: SampleOrganisation, unit: str = "unit_a", **more: Any) -> dict[str, Any]:
    names = {"firstNames": "Eeva", "lastName": "Esimerkki", "safetyRestriction": False}
    return {**names, "dateOfBirth": BORN, "unitId": organisation.ids[unit], **more}


async def created(organisation: SampleOrganisation, who: str, given: dict[str, Any]) -> dict[str, Any]:
    return dict((await organisation.data(who, CREATE, i=given))["createClient"])


async def first(organisation: SampleOrganisation, **more: Any) -> str:
    done = await created(organisation, "supervisor_a", person(organisation, **more))
    assert done["errors"] == []
    return str(done["client"]["id"])


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({}, {}),
        ({}, {"firstNames": "EEVA", "lastName": "esimerkki"}),
        ({"firstNames": None}, {"firstNames": None}),
        ({"phones": ["0441234567"]}, {"firstNames": "Toinen", "dateOfBirth": None, "phones": ["+358441234567"]}),
        ({"email": "Eeva@example.org"}, {"firstNames": "Toinen", "dateOfBirth": None, "email": "eeva@Example.org"}),
    ],
)
async def test_the_same_person_again_is_refused_with_what_to_do(
    organisation: SampleOrganisation, before: dict[str, Any], now: dict[str, Any]
) -> None:
    there = await first(organisation, **before)
    number = await organisation.count("client")

    done = await created(organisation, "supervisor_a", person(organisation, **now))

    [error] = done["errors"]
    assert (error["code"], error["path"]) == ("POSSIBLE_DUPLICATE", ["confirmedDistinct"])
    assert there in error["message"]
    assert await organisation.count("client") == number


async def test_a_confirmed_other_person_is_created(organisation: SampleOrganisation) -> None:
    await first(organisation)
    done = await created(organisation, "supervisor_a", person(organisation, confirmedDistinct=True))
    assert done["errors"] == []
    assert done["client"]["confirmedDistinct"] is True


async def test_the_refusal_is_a_look_at_whom_it_names(organisation: SampleOrganisation) -> None:
    there = await first(organisation)
    before = await organisation.count("disclosure_log")
    await created(organisation, "supervisor_a", person(organisation))
    assert await organisation.count("disclosure_log") == before + 1
    last = await organisation.pool.fetchrow("SELECT asked, subjects FROM disclosure_log ORDER BY id DESC LIMIT 1")
    assert last is not None
    named = {f"client_{id_.hex}" for id_ in (*last["asked"], *last["subjects"])}
    assert there in named


async def test_nobody_learns_of_a_client_whom_they_cannot_find(organisation: SampleOrganisation) -> None:
    there = await first(organisation)
    for who in ("supervisor_b", "coach_b"):
        given = person(organisation, "unit_b", confirmedDistinct=False)
        raw = await organisation.raw(who, CREATE, i=given)
        assert there.encode() not in raw
        assert b"POSSIBLE_DUPLICATE" not in raw
        await Client.filter(unit_id=organisation.rows["unit_b"].pk, last_name="Esimerkki").delete()


@pytest.mark.parametrize("who", ["official_x", "trainee", "manager", "privacy_officer", "administrator"])
async def test_who_may_not_create_a_client_is_told_nothing_of_one(organisation: SampleOrganisation, who: str) -> None:
    there = await first(organisation)
    raw = await organisation.raw(who, CREATE, i=person(organisation))
    assert there.encode() not in raw
    assert b"POSSIBLE_DUPLICATE" not in raw


async def test_the_masked_contacts_of_a_protected_person_find_nobody(organisation: SampleOrganisation) -> None:
    await first(organisation, safetyRestriction=True, phones=["0441234567"])
    given = person(organisation, firstNames="Toinen", dateOfBirth="1980-01-01", phones=["0441234567"])
    assert (await created(organisation, "supervisor_a", given))["errors"] == []


async def test_a_namesake_with_another_day_of_birth_is_another_person(organisation: SampleOrganisation) -> None:
    await first(organisation)
    done = await created(organisation, "supervisor_a", person(organisation, dateOfBirth="1990-05-18"))
    assert done["errors"] == []
