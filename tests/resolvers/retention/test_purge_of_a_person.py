"""The erasure of one person takes along what was referred of the same person and has no client yet."""

from typing import Any

from resolvers.retention.purge_run import run_purges
from service.settings import Settings
from tests.support.actions.casework import REFERRAL
from tests.support.actions.content import create
from tests.support.actions.data_requests import act, begun
from tests.support.actions.purges import LONG_AGO, context_of, decided, end, gone, hold, preview
from tests.support.organisation import World

CODE = "010190-900P"
SET = """mutation U($i: UpdateClientInput!) { updateClient(input: $i) { errors { code } } }"""


async def referred(world: World, **more: Any) -> dict[str, Any]:
    """A referral without a client, by another agency than knows the person."""
    return await create(world, "official_y", "Referral", unitId=world.ids["unit_a"], **(REFERRAL | more))


async def ended(world: World, name: str = "ville") -> None:
    """A person with that identity code whose relationship is over."""
    given = {"id": world.ids[name], "revision": 1, "personalIdentityCode": CODE}
    assert (await world.data("supervisor_a", SET, i=given))["updateClient"]["errors"] == []
    await end(world, name, LONG_AGO)


async def test_a_preview_of_a_person_shows_the_referrals_of_the_same_identity_code(world: World) -> None:
    await ended(world)
    own = await referred(world)
    await referred(world, personalIdentityCode="010190-901R")

    told = await preview(world, "privacy_officer", kind="PERSON", person=world.ids["ville"])

    assert told["items"] == [
        {"target": own["id"], "dueOn": None, "obstacle": None},
        {"target": world.ids["ville"], "dueOn": None, "obstacle": None},
    ]
    assert {"type": "referral", "rows": 1} in told["counts"]


async def test_an_erasure_takes_the_referral_of_the_same_person_and_no_other(world: World, settings: Settings) -> None:
    await ended(world)
    await referred(world)
    other = await referred(world, personalIdentityCode="010190-901R")
    await decided(world, "PERSON", "ville")

    assert await run_purges(context_of(settings)) == 2

    assert await gone(world, "ville")
    assert [f"referral_{row['id'].hex}" for row in await world.pool.fetch("SELECT id FROM referral")] == [other["id"]]
    assert await world.count("purge_item", "state = 'ERASED'") == 2
    assert await world.count("purge", "state = 'DONE'") == 1


async def test_what_holds_the_person_holds_the_referral_and_both_are_listed(world: World, settings: Settings) -> None:
    await ended(world)
    own = await referred(world)
    await hold(world, "ville")

    told = await preview(world, "privacy_officer", kind="PERSON", person=world.ids["ville"])
    await decided(world, "PERSON", "ville")
    await run_purges(context_of(settings))

    assert [(item["target"], item["obstacle"]) for item in told["items"]] == [
        (own["id"], "LEGAL_HOLD"),
        (world.ids["ville"], "LEGAL_HOLD"),
    ]
    assert await world.count("referral") == 1
    assert not await gone(world, "ville")


async def test_a_referral_that_found_its_client_meanwhile_is_not_taken_alone(world: World, settings: Settings) -> None:
    await ended(world)
    own = await referred(world)
    await decided(world, "PERSON", "ville")
    await world.pool.execute("UPDATE referral SET client_id = $1", world.rows["pertti"].pk)

    await run_purges(context_of(settings))

    assert await world.count("purge_item", f"target = '{own['id']}' AND state = 'KEPT' AND obstacle = 'GONE'") == 1
    assert await world.count("referral") == 1
    assert await gone(world, "ville")


async def test_what_one_request_proposed_stays_while_another_of_the_person_stands(world: World) -> None:
    first, second = await begun(world, "ERASE"), await begun(world, "ERASE")
    assert await act(world, first, "PROPOSE_ERASURE") == []
    assert await act(world, second, "PROPOSE_ERASURE") == ["ERASURE_PROPOSED"]
    assert await act(world, second, "WITHDRAW") == []
    assert await world.pool.fetchval("SELECT state FROM purge") == "PROPOSED"
    assert await act(world, first, "WITHDRAW", "trainee") == []
    assert await world.pool.fetchval("SELECT state FROM purge") == "CANCELLED"
