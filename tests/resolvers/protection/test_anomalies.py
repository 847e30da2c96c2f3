"""Anomalies by role: unusual looks come before the supervisor of the looker's unit, and nobody judges oneself."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from models.account import RoleGrant
from resolvers.protection.anomalies import find_anomalies
from service.settings import Settings
from tests.support.organisation import NOW, STAMP, SampleOrganisation
from tests.support.sealed_logs import sealing_context

NIGHT = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)  # half past eleven in the evening in Finland
MORNING = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
ALL = "{ anomalies { nodes { id revision state kind count looks threshold staffMember { lastName } unit { name } } } }"
NAMES = "{ clients { nodes { lastName } } }"
CARD = "query C($id: ID!) { client(id: $id) { lastName phones } }"
STEP = """mutation S($i: TransitionAnomalyInput!) { transitionAnomaly(input: $i) {
  anomaly { state history { action comment } } errors { code path } } }"""


async def look(
    organisation: SampleOrganisation,
    who: str,
    at: datetime,
    query: str = "{ clients { nodes { lastName } } }",
    **given: Any,
) -> None:
    await replace(organisation, now=at).data(who, query, **given)


async def found(organisation: SampleOrganisation, who: str) -> list[dict[str, Any]]:
    return list((await organisation.data(who, ALL))["anomalies"]["nodes"])


async def kinds(organisation: SampleOrganisation, who: str = "privacy_officer") -> list[str]:
    return sorted(anomaly["kind"] for anomaly in await found(organisation, who))


async def judged(
    organisation: SampleOrganisation, who: str, anomaly: dict[str, Any], transition: str, **more: Any
) -> list[str]:
    given = {"id": anomaly["id"], "revision": anomaly["revision"], "transition": transition, **more}
    done = (await organisation.data(who, STEP, i=given))["transitionAnomaly"]
    return [e["code"] for e in done["errors"]]


async def test_a_look_at_night_comes_before_the_supervisor_of_that_unit_and_no_other(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await look(organisation, "coach_a", NIGHT)
    await look(organisation, "coach_a", NIGHT + timedelta(minutes=5))
    await look(organisation, "coach_b", NOW)

    assert await find_anomalies(sealing_context(settings, MORNING)) == 1
    [anomaly] = await found(organisation, "supervisor_a")
    assert anomaly | {"id": "", "revision": 1} == {
        "id": "",
        "revision": 1,
        "state": "OPEN",
        "kind": "NIGHT",
        "count": 2,
        "looks": 2,
        "threshold": 0,
        "staffMember": {"lastName": "Coach_A"},
        "unit": {"name": "unit_a"},
    }
    assert await found(organisation, "privacy_officer") == [anomaly]
    for who in ("supervisor_b", "coach_a", "colleague_a", "manager", "administrator", "trainee", "official_x"):
        assert await found(organisation, who) == []


async def test_a_day_is_gone_through_once_and_only_after_it_has_ended(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await look(organisation, "coach_a", NIGHT)

    during = await find_anomalies(sealing_context(settings, datetime(2026, 11, 24, 3, 59, tzinfo=UTC)))
    first = await find_anomalies(sealing_context(settings, MORNING))
    again = await find_anomalies(sealing_context(settings, MORNING + timedelta(days=3)))
    assert (during, first, again) == (0, 1, 0)
    assert await organisation.count("anomaly") == 1
    assert await organisation.count("anomaly_day") == 4


async def test_two_workers_at_once_find_everything_once(organisation: SampleOrganisation, settings: Settings) -> None:
    await look(organisation, "coach_a", NIGHT)
    await look(organisation, "coach_b", NIGHT)

    counts = await asyncio.gather(*(find_anomalies(sealing_context(settings, MORNING)) for _ in range(4)))
    assert sum(counts) == await organisation.count("anomaly") == 2
    assert await organisation.count("anomaly_day") == 1


async def test_a_coach_who_asks_for_a_person_outside_the_caseload_is_found_though_nothing_was_shown(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await look(organisation, "coach_a", NOW, CARD, id=organisation.ids["ville"])  # of the unit, in nobody's caseload
    await look(organisation, "coach_b", NOW, CARD, id=organisation.ids["pertti"])  # one's own
    await look(organisation, "supervisor_a", NOW, CARD, id=organisation.ids["ville"])  # the unit is hers
    await look(organisation, "coach_a", NOW, "{ clients { nodes { lastName phones } } }")  # a list shows others by name

    await find_anomalies(sealing_context(settings, MORNING))
    [anomaly] = await found(organisation, "supervisor_a")
    assert (anomaly["kind"], anomaly["count"], anomaly["looks"]) == ("OUTSIDE_CASELOAD", 1, 1)
    assert await kinds(organisation) == ["OUTSIDE_CASELOAD"]


async def test_whom_one_covers_or_coached_until_that_day_is_not_outside(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    cover = """mutation C($i: CreateSubstitutionInput!) { createSubstitution(input: $i) { errors { code path } } }"""
    given = {
        "clientId": organisation.ids["pertti"],
        "unitId": organisation.ids["unit_b"],
        "staffMemberId": organisation.ids["coach_a"],
        "startsOn": "2026-11-23",
    }
    assert (await organisation.data("supervisor_b", cover, i=given))["createSubstitution"]["errors"] == []
    await look(organisation, "coach_a", NOW, CARD, id=organisation.ids["pertti"])
    handed = """mutation U($i: UpdateRelationshipInput!) { updateRelationship(input: $i) { errors { code path } } }"""
    change = {
        "id": organisation.ids["relationship_aino"],
        "revision": 1,
        "responsibleCoachId": organisation.ids["coach_b"],
    }
    await look(organisation, "coach_a", NOW, CARD, id=organisation.ids["aino"])
    later = replace(organisation, now=NOW + timedelta(hours=2))
    assert (await later.data("supervisor_a", handed, i=change))["updateRelationship"]["errors"] == []

    await find_anomalies(sealing_context(settings, MORNING))
    assert await kinds(organisation) == []


async def test_many_searches_by_identity_code_in_a_day_are_found(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    search = """query S($c: PersonalIdentityCode!) {
      clients(identityCode: {code: $c, purpose: COACHING}) { nodes { lastName } } }"""
    for minute in range(21):
        await look(organisation, "supervisor_a", NOW + timedelta(minutes=minute), search, c="010190-900P")
    for minute in range(20):
        await look(organisation, "supervisor_b", NOW + timedelta(minutes=minute), search, c="010190-900P")

    await find_anomalies(sealing_context(settings, MORNING))
    assert await kinds(organisation, "supervisor_a") == ["IDENTITY_SEARCH"]
    assert await kinds(organisation, "supervisor_b") == []


async def test_a_supervisor_judges_with_a_comment_and_never_oneself(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await look(organisation, "supervisor_a", NIGHT)
    await look(organisation, "coach_a", NIGHT)
    await find_anomalies(sealing_context(settings, MORNING))
    by_name = {a["staffMember"]["lastName"]: a for a in await found(organisation, "supervisor_a")}
    own, coachs = by_name["Supervisor_A"], by_name["Coach_A"]

    assert await judged(organisation, "supervisor_a", own, "EXPLAIN", comment="Päivystin.") == ["ABOUT_ONESELF"]
    assert await judged(organisation, "supervisor_a", coachs, "EXPLAIN") == ["COMMENT_REQUIRED"]
    assert await judged(organisation, "supervisor_b", coachs, "EXPLAIN", comment="Ei kuulu minulle.") == ["NOT_FOUND"]
    assert await judged(organisation, "supervisor_a", coachs, "EXPLAIN", comment="Päivysti.") == []
    assert await judged(organisation, "privacy_officer", own, "CONFIRM", comment="Ei työtehtävää.") == []
    states = {a["staffMember"]["lastName"]: a["state"] for a in await found(organisation, "privacy_officer")}
    assert states == {"Supervisor_A": "CONFIRMED", "Coach_A": "EXPLAINED"}
    assert await judged(organisation, "supervisor_a", coachs | {"revision": 2}, "REOPEN", comment="Vielä.") == [
        "WRONG_ROLE"
    ]


async def test_who_also_supervises_is_not_held_to_a_caseload(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await RoleGrant.create(
        account=organisation.rows["account_coach_a"],
        role="supervisor",
        unit_id=organisation.rows["unit_a"].pk,
        starts_on=date(2026, 1, 1),
        state="IN_FORCE",
        **STAMP,
    )
    await look(organisation, "coach_a", NOW, CARD, id=organisation.ids["ville"])

    await find_anomalies(sealing_context(settings, MORNING))
    assert await organisation.count("anomaly") == 0


@pytest.mark.parametrize("who", ["coach_a", "supervisor_a", "privacy_officer", "administrator"])
async def test_nobody_writes_an_anomaly_or_a_checkpoint(organisation: SampleOrganisation, who: str) -> None:
    for name in ("createAnomaly", "updateAnomaly", "createLogCheckpoint", "transitionLogCheckpoint"):
        answer = await organisation.ask(who, f"mutation {{ {name}(input: {{}}) {{ errors {{ code }} }} }}")
        assert answer["errors"]
    assert await organisation.count("anomaly") + await organisation.count("log_checkpoint") == 0


async def test_many_emergency_accesses_in_a_day_come_before_the_supervisor_whether_anything_was_looked_at_or_not(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    reason = "Asiakas sai sairauskohtauksen pajalla."
    opening = """mutation O($i: CreateEmergencyAccessInput!) { createEmergencyAccess(input: $i) { errors { code } } }"""
    for who, names in (("coach_b", ("aino", "ville", "saara")), ("coach_a", ("pertti", "uusi"))):
        for name in names:
            given = {"clientId": organisation.ids[name], "reason": reason}
            done = await organisation.data(who, opening, i=given)
            assert done["createEmergencyAccess"]["errors"] == []
    await organisation.data("coach_b", CARD, id=organisation.ids["aino"])

    await find_anomalies(sealing_context(settings, MORNING))

    [anomaly] = [a for a in await found(organisation, "supervisor_b") if a["kind"] == "EMERGENCY"]
    assert (anomaly["count"], anomaly["threshold"], anomaly["looks"]) == (3, 2, 1)
    assert anomaly["staffMember"] == {"lastName": "Coach_B"}
    assert "EMERGENCY" not in await kinds(organisation, "supervisor_a")
