"""The law of a register: written by one person, published by another, and followed from then on."""

from datetime import date
from typing import Any

import pytest

from tests.support.actions.content import step, try_to_create, update
from tests.support.actions.register_laws import BASIS, draft_law, publish_law
from tests.support.organisation import SampleOrganisation

SHOWN = "query R($id: ID!) { register(id: $id) { retentionYears passiveAfterMonths logMode logYears } }"
ORDINARY = {"retentionYears": 4, "passiveAfterMonths": 12, "logMode": "NAMES", "logYears": 2}


async def shown(organisation: SampleOrganisation, who: str = "coach_a") -> dict[str, Any]:
    return dict((await organisation.data(who, SHOWN, id=organisation.ids["register"]))["register"])


async def test_nobody_changes_how_long_data_is_kept_on_the_register_itself(organisation: SampleOrganisation) -> None:
    answer = await organisation.ask(
        "administrator",
        "mutation U($i: UpdateRegisterInput!) { updateRegister(input: $i) { errors { code } } }",
        i={"id": organisation.ids["register"], "revision": 1, "retentionYears": 1},
    )
    assert "retentionYears" in answer["errors"][0]["message"]
    assert await shown(organisation) == ORDINARY


async def test_a_law_that_another_person_published_is_followed_with_the_due_dates(
    organisation: SampleOrganisation,
) -> None:
    it = await draft_law(organisation, retentionYears=6, passiveAfterMonths=24, logMode="PURPOSES", logYears=5)
    await organisation.pool.execute("UPDATE relationship SET state = 'ENDED', ended_on = '2026-01-31'")
    assert await step(organisation, "manager", "RegisterLaw", it, "PUBLISH") == ["WRONG_STATE"]
    assert await step(organisation, "administrator", "RegisterLaw", it, "SUBMIT") == []
    assert await step(organisation, "administrator", "RegisterLaw", it, "PUBLISH") == ["WRONG_ROLE"]
    assert await shown(organisation) == ORDINARY

    assert await step(organisation, "manager", "RegisterLaw", it, "PUBLISH") == []

    assert await shown(organisation) == {
        "retentionYears": 6,
        "passiveAfterMonths": 24,
        "logMode": "PURPOSES",
        "logYears": 5,
    }
    due = await organisation.pool.fetch("SELECT DISTINCT retention_due_on FROM relationship")
    assert [r["retention_due_on"] for r in due] == [date(2032, 1, 31)]
    history = "query H($id: ID!) { register(id: $id) { history { action actorName } } }"
    found = (await organisation.data("privacy_officer", history, id=organisation.ids["register"]))["register"][
        "history"
    ]
    assert {"action": "FOLLOW_LAW", "actorName": "manager"} in found


async def test_the_privacy_officer_does_not_publish_a_law_of_one_s_own(organisation: SampleOrganisation) -> None:
    it = await draft_law(organisation, "privacy_officer", retentionYears=5)
    assert await step(organisation, "privacy_officer", "RegisterLaw", it, "SUBMIT") == []
    assert await step(organisation, "privacy_officer", "RegisterLaw", it, "PUBLISH") == ["SAME_REVIEWER"]
    assert await shown(organisation) == ORDINARY


async def test_a_number_out_of_its_bounds_is_told_them(organisation: SampleOrganisation) -> None:
    query = "mutation C($i: CreateRegisterLawInput!) { createRegisterLaw(input: $i) { errors { message } } }"
    about = {"registerId": organisation.ids["register"], "basis": BASIS, "retentionYears": 0}
    done = (await organisation.data("administrator", query, i=about))["createRegisterLaw"]
    assert [e["message"] for e in done["errors"]] == ["Anna luku väliltä 1–30."]


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"retentionYears": 0}, "OUT_OF_BOUNDS"),
        ({"retentionYears": 31}, "OUT_OF_BOUNDS"),
        ({"logYears": 1}, "OUT_OF_BOUNDS"),
        ({"retentionYears": 1, "passiveAfterMonths": 13}, "PASSIVE_TOO_LATE"),
        ({"retentionYears": None}, "VALUE_REQUIRED"),
        ({"basis": " "}, "TEXT_EMPTY"),
    ],
)
async def test_a_law_out_of_bounds_is_refused_and_nothing_is_kept(
    organisation: SampleOrganisation, given: dict[str, Any], refused: str
) -> None:
    about = {"registerId": organisation.ids["register"], "basis": BASIS} | given
    assert (await try_to_create(organisation, "administrator", "RegisterLaw", **about))[1] == [refused]
    assert await organisation.count("register_law") == 0


async def test_a_register_has_one_law_which_changes_by_a_working_copy_and_is_never_retired(
    organisation: SampleOrganisation,
) -> None:
    first = await publish_law(organisation, retentionYears=6)
    about = {"registerId": organisation.ids["register"], "basis": BASIS}
    assert (await try_to_create(organisation, "administrator", "RegisterLaw", **about))[1] == ["LAW_IN_FORCE"]
    assert await update(organisation, "administrator", "RegisterLaw", first, retentionYears=1) == ["FORBIDDEN_FIELD"]
    assert await step(organisation, "administrator", "RegisterLaw", first, "EDIT") == []
    query = "{ registerLaws(filter: {state: {eq: DRAFT}}) { nodes { id revision retentionYears copyOf { id } } } }"
    [copy] = (await organisation.data("administrator", query))["registerLaws"]["nodes"]
    assert (copy["retentionYears"], copy["copyOf"]) == (6, {"id": first["id"]})
    assert await update(organisation, "administrator", "RegisterLaw", copy, retentionYears=4) == []
    assert await step(organisation, "administrator", "RegisterLaw", copy, "SUBMIT") == []
    assert await step(organisation, "privacy_officer", "RegisterLaw", copy, "PUBLISH") == []

    assert await shown(organisation) == ORDINARY
    states = await organisation.pool.fetch("SELECT state FROM register_law ORDER BY id")
    assert [r["state"] for r in states] == ["SUPERSEDED", "PUBLISHED"]
    kinds = '{ contentType(name: "RegisterLaw") { transitions { name } } }'
    names = {t["name"] for t in (await organisation.data("coach_a", kinds))["contentType"]["transitions"]}
    assert names == {"SUBMIT", "SEND_BACK", "PUBLISH", "EDIT"}


async def test_who_does_not_write_laws_sees_only_what_was_published(organisation: SampleOrganisation) -> None:
    await publish_law(organisation, retentionYears=6)
    await organisation.pool.execute("UPDATE register_law SET state = 'DRAFT'")
    for who in ("coach_a", "supervisor_a", "trainee", "official_x", "finance"):
        assert (
            await try_to_create(organisation, who, "RegisterLaw", registerId=organisation.ids["register"], basis=BASIS)
        )[1] == ["FORBIDDEN"]
        laws = await organisation.data(who, "{ registerLaws { totalCount } }")
        assert laws["registerLaws"]["totalCount"] == 0, who
    assert await organisation.count("register_law") == 1
