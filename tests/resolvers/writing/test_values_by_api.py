"""What a value may be, asked of the API: the same rule for every type that has a field of the kind."""

from typing import Any

import pytest

from tests.support.actions.casework import REFERRAL
from tests.support.organisation import SampleOrganisation

CREATE = """mutation C($input: CreateClientInput!) { createClient(input: $input) {
  client { id revision firstNames lastName phones postalCode motherTongue dateOfBirth }
  errors { code path message } } }"""
UPDATE = """mutation U($input: UpdateClientInput!) { updateClient(input: $input) {
  client { revision postalCode country dateOfBirth } errors { code path } } }"""
REFER = """mutation R($input: CreateReferralInput!) { createReferral(input: $input) {
  referral { id firstNames lastName } errors { code path } } }"""


async def created(organisation: SampleOrganisation, **values: Any) -> dict[str, Any]:
    given = {"firstNames": "Eeva", "lastName": "Esimerkki", "safetyRestriction": False, **values}
    given = {"unitId": organisation.ids["unit_a"], **given}
    return dict((await organisation.data("supervisor_a", CREATE, input=given))["createClient"])


async def updated(organisation: SampleOrganisation, revision: int, **values: Any) -> dict[str, Any]:
    given = {"id": organisation.ids["aino"], "revision": revision, **values}
    return dict((await organisation.data("supervisor_a", UPDATE, input=given))["updateClient"])


def faults(done: dict[str, Any]) -> list[tuple[str, ...]]:
    return [(e["code"], *e["path"]) for e in done["errors"]]


@pytest.mark.parametrize("code", ["!!", "ABC", "100", "1234567890", "5010O", "50 100"])
@pytest.mark.parametrize("country", ["FI", "AX"])
async def test_a_postal_code_of_finland_has_five_digits(
    organisation: SampleOrganisation, code: str, country: str
) -> None:
    done = await created(organisation, postalCode=code, country=country)

    assert faults(done) == [("POSTAL_CODE_MALFORMED", "postalCode")]
    assert await organisation.count("client", "last_name = 'Esimerkki'") == 0


@pytest.mark.parametrize(
    ("code", "country", "stored"),
    [("50100", "FI", "50100"), ("AX-22100", "AX", "22100"), ("sw1a 1aa", "GB", "SW1A 1AA"), ("114 55", "SE", "114 55")],
)
async def test_a_postal_code_is_kept_in_the_form_of_its_country(
    organisation: SampleOrganisation, code: str, country: str, stored: str
) -> None:
    done = await created(organisation, postalCode=code, country=country)

    assert done["errors"] == []
    assert done["client"]["postalCode"] == stored


async def test_who_moves_to_another_country_takes_no_postal_code_along_that_it_does_not_have(
    organisation: SampleOrganisation,
) -> None:
    assert faults(await updated(organisation, 1, country="SE", postalCode="SE 114")) == []

    back = await updated(organisation, 2, country="FI")

    assert faults(back) == [("POSTAL_CODE_MALFORMED", "postalCode")]
    assert faults(await updated(organisation, 2, country="FI", postalCode="50100")) == []


@pytest.mark.parametrize(
    ("type_", "name"),
    [("Agency", "agency_x"), ("Unit", "unit_a"), ("Organisation", "organisation"), ("Workplace", "workplace")],
)
async def test_the_postal_code_of_any_address_obeys_the_same_rule(
    organisation: SampleOrganisation, type_: str, name: str
) -> None:
    query = f"mutation U($input: Update{type_}Input!) {{ update{type_}(input: $input) {{ errors {{ code path }} }} }}"
    given = {"id": organisation.ids[name], "revision": 1}

    for code, told in (("!!", [("POSTAL_CODE_MALFORMED", "postalCode")]), ("FI-50100", [])):
        done = (await organisation.data("administrator", query, input=given | {"postalCode": code}))[f"update{type_}"]
        assert faults(done) == told


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ("2026-11-24", "DATE_OF_BIRTH_IN_FUTURE"),
        ("2099-12-31", "DATE_OF_BIRTH_IN_FUTURE"),
        ("2100-12-31", "DATE_OF_BIRTH_IN_FUTURE"),
        ("1906-11-22", "DATE_OF_BIRTH_TOO_LONG_AGO"),
        ("1899-12-31", "DATE_OUT_OF_BOUNDS"),
        ("9999-12-31", "DATE_OUT_OF_BOUNDS"),
        ("30.2.1990", "DATE_MALFORMED"),
        ("1990-W01-1", "DATE_MALFORMED"),
    ],
)
async def test_nobody_is_born_tomorrow_or_was_born_before_everybody(
    organisation: SampleOrganisation, born: str, code: str
) -> None:
    client = await created(organisation, dateOfBirth=born)
    referral = REFERRAL | {"unitId": organisation.ids["unit_a"], "dateOfBirth": born}
    referral.pop("personalIdentityCode")
    referred = (await organisation.data("official_x", REFER, input=referral))["createReferral"]
    changed = await updated(organisation, 1, dateOfBirth=born)

    assert faults(client) == faults(referred) == faults(changed) == [(code, "dateOfBirth")]


async def test_a_date_of_birth_that_only_the_identity_code_tells_is_judged_too(
    organisation: SampleOrganisation,
) -> None:
    done = await created(organisation, personalIdentityCode="010180+9000")

    assert done["client"] is None
    assert {code for code, *_ in faults(done)} <= {"DATE_OF_BIRTH_TOO_LONG_AGO", "IDENTITY_CODE_CHECK_WRONG"}


async def test_a_person_of_a_hundred_and_twenty_may_be_entered(organisation: SampleOrganisation) -> None:
    done = await created(organisation, dateOfBirth="1906-11-23")

    assert done["errors"] == []


async def test_a_phone_number_is_kept_once_however_it_is_written(organisation: SampleOrganisation) -> None:
    done = await created(
        organisation, phones=["0401234561", "+358401234561", "040 123 4561", "00358401234561", "040 765 4321"]
    )

    assert done["errors"] == []
    assert done["client"]["phones"] == ["+358401234561", "+358407654321"]


async def test_more_than_three_different_numbers_are_refused_with_the_number(
    organisation: SampleOrganisation,
) -> None:
    done = await created(organisation, phones=[f"040123456{n}" for n in range(1, 5)])

    assert faults(done) == [("TOO_MANY", "phones")]
    assert "3" in done["errors"][0]["message"]


@pytest.mark.parametrize("none", [{"firstNames": ""}, {"firstNames": None}, {"firstNames": "  "}, {}])
async def test_a_person_with_one_name_is_entered_without_another(
    organisation: SampleOrganisation, none: dict[str, Any]
) -> None:
    given = {"unitId": organisation.ids["unit_a"], "lastName": "Mononyymi", "safetyRestriction": False, **none}

    done = (await organisation.data("supervisor_a", CREATE, input=given))["createClient"]

    assert done["errors"] == []
    assert (done["client"]["firstNames"], done["client"]["lastName"]) == (None, "Mononyymi")
    assert await organisation.count("client", "last_name = 'Mononyymi' AND sort_key LIKE 'mononyymi%'") == 1


async def test_an_agency_refers_a_person_with_one_name_and_the_last_name_stays_required(
    organisation: SampleOrganisation,
) -> None:
    given = REFERRAL | {"unitId": organisation.ids["unit_a"], "firstNames": "", "lastName": "Mononyymi"}
    nameless = REFERRAL | {"unitId": organisation.ids["unit_a"], "lastName": ""}

    done = (await organisation.data("official_x", REFER, input=given))["createReferral"]
    refused = (await organisation.data("official_x", REFER, input=nameless))["createReferral"]

    assert done["referral"]["firstNames"] is None
    assert faults(refused) == [("TEXT_EMPTY", "lastName")]


@pytest.mark.parametrize("language", ["smn", "sms", "fse", "fss", "sgn", "rom", "rmf", "krl", "olo", "sma", "se", "FI"])
async def test_the_languages_of_finland_without_two_letters_are_known(
    organisation: SampleOrganisation, language: str
) -> None:
    done = await created(organisation, motherTongue=language)

    assert done["errors"] == []
    assert done["client"]["motherTongue"] == language.lower()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("#N/A", "NAME_IMPOSSIBLE"),
        ("#ARVO!", "NAME_IMPOSSIBLE"),
        ("M\ufffdki", "NAME_IMPOSSIBLE"),
        ("M?ki", "NAME_IMPOSSIBLE"),
        ("=A1", "NAME_IMPOSSIBLE"),
        ("MÃ¤ki", "TEXT_ENCODED_TWICE"),
        ("Ã–hman", "TEXT_ENCODED_TWICE"),
        ("Oâ€™Brien", "TEXT_ENCODED_TWICE"),
        ("-", "NAME_WITHOUT_LETTERS"),
    ],
)
async def test_a_name_that_nobody_has_is_refused_in_every_field_of_names(
    organisation: SampleOrganisation, name: str, code: str
) -> None:
    done = await created(organisation, firstNames=name, lastName=name, callName=name)

    assert sorted(faults(done)) == [(code, "callName"), (code, "firstNames"), (code, "lastName")]
    assert name not in "".join(e["message"] for e in done["errors"])


@pytest.mark.parametrize(
    "name", ["d'Angelo", "O’Brien", "Lim @ Tan", "Anna s/o Raj", "SÃO", "Þór", "Müller-Lüdenscheidt"]
)
async def test_a_name_that_somebody_has_is_kept(organisation: SampleOrganisation, name: str) -> None:
    done = await created(organisation, lastName=name)

    assert done["errors"] == []
    assert done["client"]["lastName"] == name


async def test_an_address_that_was_encoded_twice_is_refused(organisation: SampleOrganisation) -> None:
    done = await created(organisation, streetAddress="PÃ¤Ã¤katu 1", city="HÃ¤meenlinna")

    assert sorted(faults(done)) == [("TEXT_ENCODED_TWICE", "city"), ("TEXT_ENCODED_TWICE", "streetAddress")]
