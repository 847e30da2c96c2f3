"""Break-the-glass and support: reading only, for a while, with a reason, told and reviewed. Rule R23."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.account import RoleGrant
from resolvers.protection.exceptional_access import end_exceptional_access
from tests.support.actions.content import create, step, try_to_create, update
from tests.support.organisation import NOW, STAMP, TODAY, SampleOrganisation, open_account
from tests.support.system_context import system_context_on

CARD = "query C($id: ID!) { client(id: $id) { id state lastName phones gender safetyRestriction } }"
REASON = "Asiakas sai sairauskohtauksen pajalla."


async def card(organisation: SampleOrganisation, who: str, client: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = (await organisation.data(who, CARD, id=organisation.ids[client]))["client"]
    return found


async def opened(
    organisation: SampleOrganisation, who: str = "coach_b", client: str = "aino", **more: Any
) -> dict[str, Any]:
    return await create(organisation, who, "EmergencyAccess", clientId=organisation.ids[client], reason=REASON, **more)


async def test_a_coach_opens_a_client_of_another_unit_and_reads_at_once(organisation: SampleOrganisation) -> None:
    assert await card(organisation, "coach_b", "aino") is None
    await opened(organisation)
    seen = await card(organisation, "coach_b", "aino")
    assert seen is not None
    assert seen["lastName"] == "Äijälä"
    assert seen["phones"] == ["+358401234567"]


async def test_the_look_is_logged_as_an_emergency_whatever_was_stated(organisation: SampleOrganisation) -> None:
    await opened(organisation)
    stated = CARD.replace("query C($id: ID!)", "query C($id: ID!) @purpose(of: CONTRACT)")
    await organisation.data("coach_b", stated, id=organisation.ids["aino"])
    await organisation.data("coach_b", stated, id=organisation.ids["pertti"])
    purposes = await organisation.pool.fetch(
        "SELECT purpose FROM disclosure_log WHERE 'Client.phones' = ANY (fields) ORDER BY id"
    )
    assert [r["purpose"] for r in purposes] == ["EMERGENCY", "CONTRACT"]


async def test_break_the_glass_never_widens_writes_or_opens_another(organisation: SampleOrganisation) -> None:
    await opened(organisation)
    assert await card(organisation, "coach_b", "ville") is None
    aino = {"id": organisation.ids["aino"], "revision": 1}
    assert await update(organisation, "coach_b", "Client", aino, phones=["040 111 2222"]) == ["FORBIDDEN_FIELD"]
    assert await step(organisation, "coach_b", "Client", aino, "END", comment="Ei") == ["WRONG_ROLE"]
    note = {
        "relationshipId": organisation.ids["relationship_aino"],
        "kind": "CALL",
        "occurredAt": "2026-11-23T07:00:00Z",
    }
    assert (await try_to_create(organisation, "coach_b", "CoachingNote", body="Puhelu", **note))[1] == ["FORBIDDEN"]
    assert await organisation.count("coaching_note") == 0
    assert await organisation.count("client", "phones = ARRAY['+358401112222']") == 0


async def test_it_masks_a_protected_person_as_ever(organisation: SampleOrganisation) -> None:
    await opened(organisation, client="turva")
    seen = await card(organisation, "coach_b", "turva")
    assert seen is not None
    assert (seen["safetyRestriction"], seen["phones"]) == (True, None)


async def test_it_ends_by_itself_and_comes_into_the_queue_of_reviews(organisation: SampleOrganisation) -> None:
    access = await opened(organisation, minutes=30)
    organisation.now = NOW + timedelta(minutes=29)
    assert await card(organisation, "coach_b", "aino") is not None
    organisation.now = NOW + timedelta(minutes=30)
    assert await card(organisation, "coach_b", "aino") is None
    assert await end_exceptional_access(system_context_on(organisation)) == 1
    assert await end_exceptional_access(system_context_on(organisation)) == 0
    queue = (
        "{ emergencyAccesses(filter: {state: {eq: ENDED}}) { nodes { id revision reason staffMember { lastName } } } }"
    )
    [waiting] = (await organisation.data("supervisor_a", queue))["emergencyAccesses"]["nodes"]
    assert waiting["reason"] == REASON
    assert (await organisation.data("supervisor_b", queue))["emergencyAccesses"]["nodes"] == []
    access |= {"revision": waiting["revision"]}
    assert await step(
        organisation, "coach_b", "EmergencyAccess", access, "REVIEW", comment="OK", reason="JUSTIFIED"
    ) == ["WRONG_ROLE"]
    assert await step(organisation, "supervisor_a", "EmergencyAccess", access, "REVIEW", comment="OK") == [
        "REASON_REQUIRED"
    ]
    reviewed = {"comment": "Hätätilanne todettu.", "reason": "JUSTIFIED"}
    assert await step(organisation, "supervisor_a", "EmergencyAccess", access, "REVIEW", **reviewed) == []
    assert access["state"] == "REVIEWED"


async def test_nobody_reviews_the_own_access(organisation: SampleOrganisation) -> None:
    access = await opened(organisation, who="supervisor_a", client="aino")
    assert await step(organisation, "supervisor_a", "EmergencyAccess", access, "END") == []
    review = {"comment": "Itse", "reason": "JUSTIFIED"}
    assert await step(organisation, "supervisor_a", "EmergencyAccess", access, "REVIEW", **review) == ["ANOTHER_PERSON"]
    second = await open_account(organisation, "second", "STAFF", staff_id=organisation.rows["supervisor_a"].pk)
    await RoleGrant.create(state="IN_FORCE", account=second, role="privacy_officer", starts_on=TODAY, **STAMP)
    assert await step(organisation, "second", "EmergencyAccess", access, "REVIEW", **review) == ["ANOTHER_PERSON"]
    assert await step(organisation, "privacy_officer", "EmergencyAccess", access, "REVIEW", **review) == []


@pytest.mark.parametrize(
    ("who", "given", "refused"),
    [
        ("coach_b", {"reason": "kiire"}, ["REASON_TOO_SHORT"]),
        ("coach_b", {"reason": "a" * 25}, ["REASON_WITHOUT_WORDS"]),
        ("coach_b", {"reason": "aaa bbb ccc ddd eee fff ggg"}, ["REASON_WITHOUT_WORDS"]),
        ("coach_b", {"reason": "kiire kiire KIIRE on on 1234"}, ["REASON_WITHOUT_WORDS"]),
        ("coach_b", {"minutes": 61}, ["OUT_OF_BOUNDS"]),
        ("administrator", {}, ["FORBIDDEN"]),
        ("finance", {}, ["FORBIDDEN"]),
        ("trainee", {}, ["FORBIDDEN"]),
        ("official_x", {}, ["FORBIDDEN"]),
        ("coach_b", {"clientId": "client_" + "0" * 32}, ["NOT_FOUND"]),
    ],
)
async def test_an_access_without_what_it_needs_is_refused(
    organisation: SampleOrganisation, who: str, given: Any, refused: list[str]
) -> None:
    asked = {"clientId": organisation.ids["aino"], "reason": REASON} | given
    assert (await try_to_create(organisation, who, "EmergencyAccess", **asked))[1] == refused
    assert await organisation.count("emergency_access") == 0
    assert await organisation.count("account", "epoch > 1") == 0


OTHERS = ("aino", "ville", "turva", "saara")
MESSAGE = """mutation M($i: CreateEmergencyAccessInput!) { createEmergencyAccess(input: $i) {
  errors { code path message } } }"""


async def test_only_so_many_are_open_at_once_and_the_refusal_tells_which_end_when(
    organisation: SampleOrganisation,
) -> None:
    first, *_ = [await opened(organisation, client=name, minutes=20 + 10 * n) for n, name in enumerate(OTHERS[:3])]
    given = {"clientId": organisation.ids["saara"], "reason": REASON}

    [refused] = (await organisation.data("coach_b", MESSAGE, i=given))["createEmergencyAccess"]["errors"]
    still = await organisation.count("emergency_access")
    other = await try_to_create(organisation, "supervisor_b", "EmergencyAccess", **given)
    organisation.now = NOW + timedelta(minutes=20)

    assert (refused["code"], refused["path"], still) == ("TOO_MANY_OPEN", ["clientId"], 3)
    assert "enintään 3. Päätä" in refused["message"]
    assert f"{first['id']} 10.20; " in refused["message"]
    assert other[1] == []
    assert (await try_to_create(organisation, "coach_b", "EmergencyAccess", **given))[1] == []


async def test_how_many_are_open_at_once_is_a_setting_and_one_that_is_ended_makes_room(
    organisation: SampleOrganisation,
) -> None:
    assert (await try_to_create(organisation, "administrator", "Setting", maxEmergencyAccesses=1))[1] == []
    first = await opened(organisation)
    given = {"clientId": organisation.ids["ville"], "reason": REASON}

    assert (await try_to_create(organisation, "coach_b", "EmergencyAccess", **given))[1] == ["TOO_MANY_OPEN"]
    assert await step(organisation, "coach_b", "EmergencyAccess", first, "END") == []
    assert (await try_to_create(organisation, "coach_b", "EmergencyAccess", **given))[1] == []


async def test_two_openings_at_the_same_moment_do_not_pass_the_limit_together(organisation: SampleOrganisation) -> None:
    assert (await try_to_create(organisation, "administrator", "Setting", maxEmergencyAccesses=1))[1] == []

    codes = await asyncio.gather(
        *(
            try_to_create(organisation, "coach_b", "EmergencyAccess", clientId=organisation.ids[name], reason=REASON)
            for name in OTHERS[:2]
        )
    )

    assert sorted(refused for _, refused in codes) == [[], ["TOO_MANY_OPEN"]]
    assert await organisation.count("emergency_access") == 1


async def test_support_is_granted_for_a_reason_in_words(organisation: SampleOrganisation) -> None:
    refused = (await supported(organisation, clientId=organisation.ids["aino"], reason="b" * 30))[1]

    assert refused == ["REASON_WITHOUT_WORDS"]
    assert await organisation.count("support_access") == 0


async def test_a_viewer_kept_from_before_is_stale_once_the_glass_is_broken(organisation: SampleOrganisation) -> None:
    before = await organisation.viewer("coach_b")
    await opened(organisation)
    now = await organisation.viewer("coach_b")
    assert replace(now, epoch=before.epoch, everywhere=before.everywhere) == before
    assert now.epoch == before.epoch + 1


async def supported(organisation: SampleOrganisation, **target: str) -> tuple[dict[str, Any], list[str]]:
    """An access that the manager grants to coach B, whom the vendor sent."""
    account = organisation.rows["account_coach_b"]
    await RoleGrant.filter(account=account).delete()
    await RoleGrant.create(account=account, role="support", starts_on="2026-01-01", state="IN_FORCE", **STAMP)
    period = {"startsAt": "2026-11-23T07:00:00Z", "endsAt": "2026-11-23T12:00:00Z"}
    given = {
        "staffMemberId": organisation.ids["coach_b"],
        "reason": "Läsnäolon tallennus ei toimi.",
        **period,
        **target,
    }
    return await try_to_create(organisation, "manager", "SupportAccess", **given)


async def test_support_sees_nothing_until_the_controller_grants_and_then_only_that(
    organisation: SampleOrganisation,
) -> None:
    await RoleGrant.filter(account=organisation.rows["account_coach_b"]).update(role="support", unit_id=None)
    assert (await organisation.data("coach_b", "{ clients { totalCount } }"))["clients"]["totalCount"] == 0
    assert (await supported(organisation, clientId=organisation.ids["aino"]))[1] == []
    seen = (await organisation.data("coach_b", "{ clients { nodes { lastName phones gender } } }"))["clients"]["nodes"]
    assert seen == [{"lastName": "Äijälä", "phones": ["+358401234567"], "gender": None}]
    organisation.now = NOW + timedelta(hours=4)
    assert (await organisation.data("coach_b", "{ clients { totalCount } }"))["clients"]["totalCount"] == 0


async def test_support_may_be_granted_a_unit_but_never_longer_than_eight_hours(
    organisation: SampleOrganisation,
) -> None:
    assert (await supported(organisation, wholeUnitId=organisation.ids["unit_a"], endsAt="2026-11-23T15:00:01Z"))[
        1
    ] == ["TOO_LONG_ACCESS"]
    both = {"wholeUnitId": organisation.ids["unit_a"], "clientId": organisation.ids["aino"]}
    assert (await supported(organisation, **both))[1] == ["ONE_TARGET"]
    assert (await supported(organisation, wholeUnitId=organisation.ids["unit_a"]))[1] == []
    seen = (await organisation.data("coach_b", "{ clients { nodes { lastName } } }"))["clients"]["nodes"]
    assert {c["lastName"] for c in seen} == {"Äijälä", "Virtanen", "Salo", "Turvanen"}


@pytest.mark.parametrize("ends", ["2026-11-23T06:59:59Z", "2026-11-23T07:00:00Z", "2026-11-22T12:00:00Z"])
async def test_support_that_ends_before_it_starts_is_told_so_and_not_that_it_is_too_long(
    organisation: SampleOrganisation, ends: str
) -> None:
    refused = (await supported(organisation, clientId=organisation.ids["aino"], endsAt=ends))[1]

    assert refused == ["ACCESS_ENDS_EARLY"]
    assert await organisation.count("support_access") == 0


async def test_support_is_granted_to_support_staff_by_the_controller_alone(organisation: SampleOrganisation) -> None:
    period = {"startsAt": "2026-11-23T07:00:00Z", "endsAt": "2026-11-23T12:00:00Z"}
    given = {
        "staffMemberId": organisation.ids["coach_b"],
        "reason": REASON,
        "clientId": organisation.ids["aino"],
        **period,
    }
    assert (await try_to_create(organisation, "manager", "SupportAccess", **given))[1] == ["NOT_SUPPORT_STAFF"]
    assert (await try_to_create(organisation, "administrator", "SupportAccess", **given))[1] == ["FORBIDDEN"]
    assert await organisation.count("support_access") == 0
