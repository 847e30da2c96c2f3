"""The erasure of one person takes along what was referred of the same person and has no client yet."""

from typing import Any

from resolvers.retention.purge_run import run_purges
from service.settings import Settings
from tests.support.actions.casework import REFERRAL
from tests.support.actions.content import create
from tests.support.actions.data_requests import request_in_work, step_request
from tests.support.actions.purges import (
    LONG_AGO,
    confirmed_purge,
    end_relationship,
    is_erased,
    place_legal_hold,
    preview_purge,
    worker_context,
)
from tests.support.organisation import SampleOrganisation

CODE = "010190-900P"
SET = """mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code } } }"""


async def referred(organisation: SampleOrganisation, **more: Any) -> dict[str, Any]:
    """A referral without a client, by another agency than knows the person."""
    return await create(organisation, "official_y", "Referral", unitId=organisation.ids["unit_a"], **(REFERRAL | more))


async def ended(organisation: SampleOrganisation, name: str = "ville") -> None:
    """A person with that identity code whose relationship is over."""
    given = {"id": organisation.ids[name], "revision": 1, "personalIdentityCode": CODE}
    assert (await organisation.data("supervisor_a", SET, i=given))["updateClient"]["errors"] == []
    await end_relationship(organisation, name, LONG_AGO)


async def test_a_preview_of_a_person_shows_the_referrals_of_the_same_identity_code(
    organisation: SampleOrganisation,
) -> None:
    await ended(organisation)
    own = await referred(organisation)
    await referred(organisation, personalIdentityCode="010190-901R")

    told = await preview_purge(organisation, "privacy_officer", kind="PERSON", person=organisation.ids["ville"])

    assert told["items"] == [
        {"target": own["id"], "dueOn": None, "obstacle": None},
        {"target": organisation.ids["ville"], "dueOn": None, "obstacle": None},
    ]
    assert {"type": "referral", "rows": 1} in told["counts"]


async def test_an_erasure_takes_the_referral_of_the_same_person_and_no_other(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await ended(organisation)
    await referred(organisation)
    other = await referred(organisation, personalIdentityCode="010190-901R")
    await confirmed_purge(organisation, "PERSON", "ville")

    assert await run_purges(worker_context(settings)) == 2

    assert await is_erased(organisation, "ville")
    assert [f"referral_{row['id'].hex}" for row in await organisation.pool.fetch("SELECT id FROM referral")] == [
        other["id"]
    ]
    assert await organisation.count("purge_item", "state = 'ERASED'") == 2
    assert await organisation.count("purge", "state = 'DONE'") == 1


async def test_what_holds_the_person_holds_the_referral_and_both_are_listed(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await ended(organisation)
    own = await referred(organisation)
    await place_legal_hold(organisation, "ville")

    told = await preview_purge(organisation, "privacy_officer", kind="PERSON", person=organisation.ids["ville"])
    await confirmed_purge(organisation, "PERSON", "ville")
    await run_purges(worker_context(settings))

    assert [(item["target"], item["obstacle"]) for item in told["items"]] == [
        (own["id"], "LEGAL_HOLD"),
        (organisation.ids["ville"], "LEGAL_HOLD"),
    ]
    assert await organisation.count("referral") == 1
    assert not await is_erased(organisation, "ville")


async def test_a_referral_that_found_its_client_meanwhile_is_not_taken_alone(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await ended(organisation)
    own = await referred(organisation)
    await confirmed_purge(organisation, "PERSON", "ville")
    await organisation.pool.execute("UPDATE referral SET client_id = $1", organisation.rows["pertti"].pk)

    await run_purges(worker_context(settings))

    assert (
        await organisation.count("purge_item", f"target = '{own['id']}' AND state = 'KEPT' AND obstacle = 'GONE'") == 1
    )
    assert await organisation.count("referral") == 1
    assert await is_erased(organisation, "ville")


async def test_what_one_request_proposed_stays_while_another_of_the_person_stands(
    organisation: SampleOrganisation,
) -> None:
    first, second = await request_in_work(organisation, "ERASE"), await request_in_work(organisation, "ERASE")
    assert await step_request(organisation, first, "PROPOSE_ERASURE") == []
    assert await step_request(organisation, second, "PROPOSE_ERASURE") == ["ERASURE_PROPOSED"]
    assert await step_request(organisation, second, "WITHDRAW") == []
    assert await organisation.pool.fetchval("SELECT state FROM purge") == "PROPOSED"
    assert await step_request(organisation, first, "WITHDRAW", "trainee") == []
    assert await organisation.pool.fetchval("SELECT state FROM purge") == "CANCELLED"
