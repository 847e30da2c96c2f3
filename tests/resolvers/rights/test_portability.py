"""Portability: what the person gave and what was observed of the person, and nothing that others said."""

from datetime import date
from typing import Any

import models
from resolvers.declaration import Origin
from resolvers.rights.personal_data import is_about_a_client, personal_fields
from service.resources import schema_and_content_types
from tests.support.actions.content import create, step, update
from tests.support.actions.data_requests import OFFICER, make_request, request_in_work, step_request
from tests.support.actions.exports import read_export, store_note
from tests.support.actions.forms import UPDATE_ANSWER, answer_about_aino
from tests.support.organisation import STAMP, SampleOrganisation

# What a portable package may hold. A field is added here when the person tells it, or it is observed of the person.
GIVEN = {
    "Attendance": "arrivedAt code day leftAt minutes",
    "BenefitPayer": "endsOn startsOn",
    "Client": (
        "callName city contactAddress country dateOfBirth email emergencyContact firstNames gender interpreterNeeded"
        " lastName motherTongue municipality personalIdentityCode phones postalCode representatives safetyRestriction"
        " serviceLanguage streetAddress"
    ),
    "Consent": "categories givenOn purpose validUntil withdrawnAt",
    "DataRequest": "kind requestText",
    "FormAnswer": "answers",
    "Goal": "ownWords",
    "Rectification": "proposedValue statement",
    "Referral": "consentWithdrawnOn",
    "Report": "clientView",
    "Representation": "safetyRestriction",
    "TellingRefusal": "decidedOn matters",
}


async def day_of(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    """A planned day of Aino's at the workplace, as those who record it see it."""
    client: Any = organisation.rows["aino"]
    if "contract" not in organisation.rows:
        owner = {"client": client, "unit_id": client.unit_id}
        programme = await models.Programme.create(
            state="ACTIVE",
            relationship=organisation.rows["relationship_aino"],
            starts_on=date(2026, 9, 1),
            service_type=organisation.rows["REHABILITATIVE_WORK"],
            **owner,
            **STAMP,
        )
        contract = await models.Contract.create(
            state="ACTIVE",
            programme=programme,
            workplace=organisation.rows["workplace"],
            starts_on=date(2026, 9, 1),
            ends_on=date(2026, 12, 31),
            **owner,
            **STAMP,
        )
        organisation.keep("contract", "contract", contract)
    row = await models.Attendance.create(
        contract=organisation.rows["contract"],
        client=client,
        unit_id=client.unit_id,
        planned_minutes=300,
        **({"state": "PLANNED"} | more),
        **STAMP,
    )
    return {"id": f"attendance_{row.pk.hex}", "revision": 1}


async def recorded(organisation: SampleOrganisation, day: date, who: str, code: str) -> dict[str, Any]:
    it = await day_of(organisation, day=day)
    assert await update(organisation, who, "Attendance", it, code=code) == []
    assert await step(organisation, who, "Attendance", it, "RECORD") == []
    return it


async def ported(organisation: SampleOrganisation) -> dict[str, Any]:
    it = await request_in_work(organisation, "PORT", requestText="Siirrän tietoni")
    assert await step_request(organisation, it, "BUILD") == []
    return await read_export(organisation, it)


def test_every_personal_field_says_whose_word_it_is_and_these_are_given() -> None:
    types = [t for t in schema_and_content_types()[1].values() if is_about_a_client(t)]

    given = {t.name: [f.key for f in personal_fields(t) if f.personal is not Origin.OTHERS] for t in types}

    assert all(isinstance(f.personal, Origin) for t in types for f in personal_fields(t))
    assert {name: " ".join(sorted(keys)) for name, keys in given.items() if keys} == GIVEN


async def test_the_content_type_tells_whose_word_a_field_is(organisation: SampleOrganisation) -> None:
    query = '{ contentType(name: "Attendance") { fields { name personal origin } } }'

    fields = (await organisation.data("trainee", query))["contentType"]["fields"]

    told = {f["name"]: f["origin"] for f in fields}
    assert {f["name"] for f in fields if f["personal"]} == {name for name, origin in told.items() if origin}
    assert (told["day"], told["code"], told["plannedMinutes"]) == ("OBSERVED", "WRITER", "OTHERS")


async def test_a_portable_day_has_its_date_and_only_the_codes_that_the_person_gave(
    organisation: SampleOrganisation,
) -> None:
    own = await recorded(organisation, date(2026, 11, 16), "trainee", "PRESENT")
    coachs = await recorded(organisation, date(2026, 11, 17), "coach_a", "ABSENT_UNAUTHORISED")
    changed = await recorded(organisation, date(2026, 11, 18), "trainee", "PRESENT")
    assert await update(organisation, "coach_a", "Attendance", changed, code="PRESENT_REMOTE") == []
    await day_of(organisation, day=date(2026, 12, 1))

    days = {one["id"]: one["fields"] for one in (await ported(organisation))["content"]["Attendance"]}

    nothing = {"arrivedAt": None, "leftAt": None}
    assert days == {
        own["id"]: {"day": "2026-11-16", "code": "PRESENT", "minutes": 300} | nothing,
        coachs["id"]: {"day": "2026-11-17", "minutes": None} | nothing,
        changed["id"]: {"day": "2026-11-18", "minutes": 300} | nothing,
    }


async def test_a_portable_person_has_names_and_no_day_of_review(organisation: SampleOrganisation) -> None:
    found = await ported(organisation)

    fields = found["content"]["Client"][0]["fields"]
    assert sorted(fields) == GIVEN["Client"].split()
    assert (fields["firstNames"], fields["lastName"], fields["email"]) == ("Aino", "Äijälä", "aino@example.org")


async def test_portability_leaves_out_what_others_wrote_about_the_person(organisation: SampleOrganisation) -> None:
    await store_note(organisation, "Valmentajan kirjaus")
    goal = await goal_of(organisation)
    theirs = await make_request(
        organisation, "RECTIFY", OFFICER, clientId=organisation.ids["aino"], channel="LETTER", requestText="Korjatkaa"
    )

    found = await ported(organisation)

    assert set(found["content"]) == {"Client", "DataRequest", "Goal"}
    assert [(one["id"], one["fields"]) for one in found["content"]["Goal"]] == [(goal, {"ownWords": "Haluan töihin"})]
    texts = {one["id"]: one["fields"]["requestText"] for one in found["content"]["DataRequest"]}
    assert texts[theirs["id"]] == "Korjatkaa"
    assert sorted(texts.values()) == ["Korjatkaa", "Siirrän tietoni"]


async def goal_of(organisation: SampleOrganisation) -> str:
    programme = await create(
        organisation,
        "coach_a",
        "Programme",
        relationshipId=organisation.ids["relationship_aino"],
        serviceTypeId=organisation.ids["REHABILITATIVE_WORK"],
        startsOn="2026-12-01",
        planReference="AKT-1",
    )
    given = {"area": "WORK", "text": "Työkokeilu", "ownWords": "Haluan töihin"}
    area = await organisation.pool.fetchval("SELECT min(token) FROM term WHERE vocabulary = 'goal_area'")
    made = await create(organisation, "coach_a", "Goal", programmeId=programme["id"], **(given | {"area": area}))
    return str(made["id"])


async def test_of_a_form_only_what_the_person_wrote_last_is_portable(organisation: SampleOrganisation) -> None:
    answer = (await answer_about_aino(organisation, wish="Kokiksi", remark="Käy töissä mielellään."))["formAnswer"]
    given = {"id": answer["id"], "revision": 1, "answers": {"mood": 4}}
    assert (await organisation.data("trainee", UPDATE_ANSWER, i=given))["updateFormAnswer"]["errors"] == []

    [one] = (await ported(organisation))["content"]["FormAnswer"]

    assert one["fields"] == {"answers": {"mood": 4}}
